"""Exercises of 05_coding_events."""

import re

from ...measures import cooperation
from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Mistake, Open

_SIX = ("yu-1999 c4", "yu-2000 c5", "yu-2000 c7", "yu-2000 c10", "yu-2000 c20", "yu-2000 c40")


def _main():
    """The main act of each entry, one row a coder."""
    codings = load("codings")
    return codings[codings["unit"] == 1]


def _wide(value):
    return _main().pivot(index="locator", columns="coder_id", values=value)


def _six():
    settled = _wide("cameo_code")["course"]
    return [f"{locator} {settled[locator]}" for locator in _SIX]


def _but(locator, code):
    """The right codes of the six entries, but for one: a wrong answer that shows one mistake."""
    return [f"{locator} {code}" if right.startswith(f"{locator} ") else right for right in _six()]


def _six_right():
    wide = _wide("cameo_code")
    alike = (wide.loc[list(_SIX)].nunique(axis=1) == 1).sum()
    return (
        f"These are the settled codes. On {alike} of these {len(_SIX)} entries all five coders of"
        " our table wrote the same; we chose them for that. The next step turns to entries on"
        " which they did not."
    )


def _coded(given, *pairs):
    return any(pair in given for pair in pairs)


def _families():
    wide = _wide("cameo_root")
    return list(wide.index[wide["course"] != wide["model-a"]])


def _families_right():
    found, codings = _families(), load("codings")
    settled = codings[codings["coder_id"] == "course"].groupby("locator")["cameo_code"].agg(set)
    run = _wide("cameo_code")["model-a"]
    both = [locator for locator in found if run[locator] in settled[locator]]
    return (
        f"In {len(found)} of {len(run)} entries the family differs. In {len(both)} of them"
        f" ({' and '.join(both)}) the course has the run's code too, but for a second act: there"
        " the coders differ about which act is the main one. In the others they differ about what"
        " the act is."
    )


def _chance():
    """Agreement to be expected of two coders who keep their habits and ignore the text."""
    signs = _wide("sign").loc[
        [f"yu-2000 c{number}" for number in range(31, 41)], ["course", "rules"]
    ]
    shares = signs.apply(lambda column: column.value_counts(normalize=True)).fillna(0)
    return float((shares["course"] * shares["rules"]).sum())


def _between(scale):
    """The two chronologies' acts between China and Russia alone, summed up; columns are the
    reports.
    """
    mentions = load("mentions")
    listed = mentions[
        mentions["locator"].str.contains(" c")
        & ~mentions["status"].isin(["announced", "postponed"])
    ]
    told = listed.drop_duplicates(["report_id", "event_id"]).merge(load("events"), on="event_id")
    two = ["CHN", "RUS"]
    return (
        cooperation(
            told[told["source"].isin(two) & told["target"].isin(two)], "report_id", scale=scale
        )
        .set_index("report_id")
        .T
    )


def _both():
    """The statements of exercise 05.6 that hold on both scales."""
    tables = [_between(scale) for scale in ("goldstein", "plover")]
    tests = {
        "a": lambda table: table.loc["sum", "yu-2000"] > table.loc["sum", "yu-1999"],
        "b": lambda table: table.loc["mean", "yu-2000"] < table.loc["mean", "yu-1999"],
        "c": (
            lambda table: (
                table.loc["conflict_share", "yu-2000"] > table.loc["conflict_share", "yu-1999"]
            )
        ),
        "d": lambda table: table.loc["mean", "yu-2000"] < 0,
    }
    cameo, plover = load("cameo").set_index("cameo_code")["goldstein"], load("plover")
    consult = (
        plover[plover["plover_event"] == "CONSULT"]
        .fillna({"plover_mode": "none"})
        .set_index("plover_mode")["plover_score"]
    )
    negotiation = cameo["046"] > cameo["042"] and consult["none"] > consult["visit"]
    return [name for name, test in tests.items() if all(test(table) for table in tables)] + (
        ["e"] if negotiation else []
    )


EDITION = 1
EXERCISES = (
    Exercise(
        id="05.1",
        title="Code six entries",
        form="set",
        answer=_six,
        right=_six_right,
        mistakes=(
            Mistake(
                "places without codes",
                lambda given: (
                    all(not re.search(r" \d+$", str(part)) for part in given)
                    and any("yu-" in str(part) for part in given)
                ),
                "Only addresses of entries were found. Write each as one text: the locator, a"
                " space, the code.",
                "yu-1999 c4",
                list(_SIX),
            ),
            Mistake(
                "codes without places",
                lambda given: all(isinstance(part, float) for part in given),
                "These are codes without their entries. Write each as one text: the locator, a"
                " space, the code.",
                "yu-1999 c4",
                ["041", "031", "061", "141", "046", "036"],
            ),
            Mistake(
                "lost zero",
                lambda given: any(re.search(r" \d\d$", str(part)) for part in given),
                "A code of this list has three digits, and the zero in front is one of them: 041 is"
                " not 41.",
                "yu-1999 c4",
                [
                    "yu-1999 c4 41",
                    "yu-2000 c5 31",
                    "yu-2000 c7 61",
                    "yu-2000 c10 141",
                    "yu-2000 c20 46",
                    "yu-2000 c40 36",
                ],
            ),
            Mistake(
                "promise taken for deed",
                lambda given: _coded(given, "yu-2000 c5 057", "yu-2000 c5 061"),
                "A draft that one government approves is neither a signed agreement nor a reactor."
                " What is still to come belongs to family 03.",
                "yu-2000 c5",
                _but("yu-2000 c5", "057"),
            ),
            Mistake(
                "announcement taken for visit",
                lambda given: _coded(given, "yu-2000 c40 042", "yu-2000 c40 046"),
                "On that day nobody travelled: a ministry confirmed a visit three weeks ahead. Look"
                " for the code of an intended meeting.",
                "yu-2000 c40",
                _but("yu-2000 c40", "042"),
            ),
            Mistake(
                "visit before talks",
                lambda given: _coded(given, "yu-2000 c20 042"),
                "Somebody travelled, but the entry reports consultations. Where talks are reported,"
                " their code goes before the bare visit.",
                "yu-2000 c20",
                _but("yu-2000 c20", "042"),
            ),
            Mistake(
                "subject instead of act",
                lambda given: _coded(given, "yu-1999 c4 046", "yu-1999 c4 042"),
                "They talk, but by telephone, and that has a code of its own, whatever the"
                " subject.",
                "yu-1999 c4",
                _but("yu-1999 c4", "046"),
            ),
            Mistake(
                "meeting for joint work",
                lambda given: _coded(given, "yu-2000 c5 036", "yu-2000 c40 031"),
                "Two codes speak of what is to come: one of a meeting, one of practical joint work."
                " Which of the two is meant here?",
                "yu-2000 c5",
                _but("yu-2000 c5", "036"),
            ),
            Mistake(
                "railway not yet open",
                lambda given: _coded(given, "yu-2000 c7 031", "yu-2000 c7 036", "yu-2000 c7 057"),
                "The railway line opens that day: nothing is signed, and nothing is only promised."
                " Which code names work under way?",
                "yu-2000 c7",
                _but("yu-2000 c7", "057"),
            ),
            Mistake(
                "entries left out",
                lambda given: given and set(given) < set(_six()),
                "Right as far as it goes, but fewer than six entries are coded. Code the others"
                " too.",
                "yu-2000 c40",
                ["yu-1999 c4 041", "yu-2000 c7 061"],
            ),
        ),
        reread="yu-2000 c5",
        pointer=(
            "Ask of each entry: is it done, or only promised? Then: who did what, whatever it was"
            " about?"
        ),
        first_step=(
            'yu-1999 c4 is a telephone call, so the first text is "yu-1999 c4 041". Find the verb'
            " of the next entry, and the code that names it."
        ),
    ),
    Exercise(
        id="05.2",
        title="Where even the family differs",
        form="locators",
        answer=_families,
        right=_families_right,
        mistakes=(
            Mistake(
                "agreement instead of difference",
                lambda given: len(given) > 20,
                "These are the entries on which they agree. Use != (not equal) in place of =="
                " (equal).",
                "yu-2000 c20",
                [f"yu-2000 c{number}" for number in range(1, 27) if number not in (17, 27)],
            ),
            Mistake(
                "rule coder instead of the model's run",
                lambda given: bool(given & {"yu-2000 c11", "yu-2000 c24", "yu-2000 c35"}),
                "In some of these entries it is the rule coder that stands apart. Compare the"
                " columns course and model-a only.",
                "yu-2000 c11",
                [
                    "yu-1999 c10",
                    "yu-1999 c3",
                    "yu-2000 c11",
                    "yu-2000 c17",
                    "yu-2000 c24",
                    "yu-2000 c35",
                    "yu-2000 c37",
                ],
            ),
            Mistake(
                "codes instead of families",
                lambda given: bool(
                    given
                    & {
                        "yu-1999 c1",
                        "yu-1999 c9",
                        "yu-2000 c8",
                        "yu-2000 c18",
                        "yu-2000 c33",
                        "yu-2000 c38",
                    }
                ),
                "Some of these differ in the third digit only: 160 and 163 are one family. Compare"
                " the table families, not wide.",
                "yu-2000 c8",
                [
                    "yu-1999 c1",
                    "yu-1999 c3",
                    "yu-2000 c8",
                    "yu-2000 c17",
                    "yu-2000 c18",
                    "yu-2000 c27",
                    "yu-2000 c37",
                ],
            ),
            Mistake(
                "list cut short",
                lambda given: given and given < set(_families()),
                "Right as far as it goes, but the table holds more such entries. Let the computer"
                " compare all rows.",
                "yu-1999 c3",
                ["yu-2000 c17", "yu-2000 c37"],
            ),
        ),
        reread="yu-2000 c37",
        pointer=(
            "A filter keeps the rows for which a comparison is true; .index gives their addresses."
        ),
        first_step=(
            'families["course"] != families["model-a"] is true where the two differ. Put it in the'
            " square brackets behind families."
        ),
    ),
    Exercise(
        id="05.3",
        title="Agreement by chance",
        form="number",
        answer=_chance,
        near=0.004,
        right=lambda: (
            f"{_chance():.2f}: two coders who keep their habits and never read an entry "
            f"would agree on about a third of them. Only what goes beyond counts as "
            f"reading."
        ),
        mistakes=(
            Mistake(
                "observed instead of expected",
                0.5,
                "That is the agreement which was observed, on the diagonal. Wanted is what habits"
                " alone would give.",
                "yu-2000 c38",
            ),
            Mistake(
                "equal chances",
                lambda given: abs(given - 1 / 3) < 0.004,
                "That would be so if both used the three signs equally often. Use each coder's own"
                " shares, from the margins named All.",
                "yu-2000 c31",
                0.333,
            ),
            Mistake(
                "one sign only",
                lambda given: abs(given - 0.24) < 0.004,
                "That is chance agreement on the plus alone. Add the same product for 0 and for"
                " minus.",
                "yu-2000 c32",
                0.24,
            ),
            Mistake(
                "kappa already",
                lambda given: abs(given - 0.21875) < 0.004,
                "That is kappa, one step further: agreement beyond chance. Wanted here is the"
                " chance part alone.",
                "yu-2000 c33",
                0.219,
            ),
            Mistake(
                "count instead of share",
                lambda given: abs(given - 36) < 0.5 or abs(given - 3.6) < 0.05,
                "The figures are right but not yet a share. Give a number between 0 and 1.",
                "yu-2000 c40",
                3.6,
            ),
        ),
        reread="yu-2000 c36",
        pointer=(
            "For each sign: the course's share times the rules' share. Then add the three products."
        ),
        first_step=(
            "for 0 the course has 2 of 10 and the rules have 6 of 10, which makes 0.2 * 0.6. The"
            " minus gives nothing, since the course has none."
        ),
    ),
    Exercise(
        id="05.4",
        title="Why kappa falls",
        form="text",
        answer=lambda: "b",
        also=("b)", "b.", "(b)"),
        right=(
            "Where nearly everything is a plus, habits alone agree on nearly everything, so little"
            " is left to be gained by reading. Print the share of the commonest value beside every"
            " coefficient. In our own entries most signs are a plus, so the trap is near."
        ),
        mistakes=(
            Mistake(
                "careless coders",
                "a",
                "They differ on four items only, fewer than most coders would. Compare how often"
                " each value was used.",
                "yu-2000 c20",
            ),
            Mistake(
                "size of the sample",
                "c",
                "A small number of items widens the interval, but it does not pull the coefficient"
                " down. Think of chance.",
                "yu-2000 c10",
            ),
            Mistake(
                "wrong formula",
                "d",
                "Both numbers are computed rightly. They answer different questions: how often"
                " alike, and how much beyond habit.",
                "yu-2000 c8",
            ),
        ),
        reread="yu-2000 c10",
        pointer=(
            "Compute what chance gives, as in 05.3: 60 of 64 times 60 of 64, and 4 of 64 times 4"
            " of 64."
        ),
        first_step=(
            "the sum of the two products is about 0.88. Agreement of 0.94 is not far above it."
        ),
    ),
    Exercise(
        id="05.5",
        title="Signs by coder",
        form="chart",
        answer=lambda: chart_needs(
            "bar",
            {"x": "entries", "y": "coder_id", "color": "sign"},
            rows=len(_main().groupby(["coder_id", "sign"])),
        ),
        right=(
            "The runs and the settled codes look alike, and all came from one model. The rule coder"
            " gives 0 to every plain statement, and where it does not find both countries named: a"
            " different instrument, a different picture."
        ),
        mistakes=(),
        reread="yu-2000 c36",
        pointer=(
            "The mark is a bar; x is entries, y is coder_id, color is sign; and the chart has a"
            " title."
        ),
        first_step=(
            'alt.Chart(by_sign, title="...").mark_bar().encode(x="entries:Q", y="coder_id:N",'
            ' color="sign:N")'
        ),
    ),
    Exercise(
        id="05.6",
        title="What survives both scales",
        form="set",
        answer=_both,
        right=lambda: (
            "The mean falls and the share of conflict rises, whichever scale one takes. The sum"
            " falls on one scale and rises on the other"
            f" ({_between('goldstein').loc['sum', 'yu-1999']:.1f} to"
            f" {_between('goldstein').loc['sum', 'yu-2000']:.1f}, and"
            f" {_between('plover').loc['sum', 'yu-1999']:.1f} to"
            f" {_between('plover').loc['sum', 'yu-2000']:.1f}), so nothing should rest on it."
        ),
        mistakes=(
            Mistake(
                "sum trusted",
                lambda given: "a" in given,
                "Look at the column sum once more: on one of the two scales it goes down.",
                "yu-2000 c3",
                ["A", "B", "C"],
            ),
            Mistake(
                "lower taken for hostile",
                lambda given: "d" in given,
                "Lower than before is not below zero. Both means of the second spring are"
                " positive.",
                "yu-2000 c34",
                ["B", "C", "D"],
            ),
            Mistake(
                "one scale for all",
                lambda given: "e" in given,
                "That holds for Goldstein's scale. On PLOVER's, compare the row without a mode,"
                " plain consulting, with the row of the visit.",
                "yu-2000 c20",
                ["B", "C", "E"],
            ),
            Mistake(
                "half of it",
                lambda given: given and given < {"b", "c"},
                "That is one of them. Another column moves the same way on both scales.",
                "yu-2000 c8",
                ["B"],
            ),
        ),
        reread="yu-2000 c8",
        pointer=(
            "Go through the statements one by one: true in the first table, and true in the second?"
        ),
        first_step=(
            "for B compare the column mean of the two rows in the first table (it falls), then in"
            " the second."
        ),
    ),
    Open(
        id="05.7",
        title="Nine in ten: are the codes sound?",
        rubric=(
            "I say what the agreement is of: families, codes or signs, and between which coders.",
            "I name at least one entry on which coders part, and the decision behind it.",
            "I say that runs of one model are not independent readers.",
            (
                "I keep the question whether a code is agreed apart from the question whether it is"
                " right."
            ),
            (
                "I say what would change my mind, such as codes by two people who did not talk to"
                " each other."
            ),
        ),
        model=(
            "Of families the claim is fair between the settled codes and a run; of codes, and of"
            " all five coders, it is too strong. Talks are talks to every coder (`yu-2000 c20`),"
            " and nobody mistakes a telephone call (`yu-1999 c4`). But four coders read a ban on"
            " beef as an embargo where the settled code avoids that word, because a health measure"
            " is no penalty (`yu-2000 c8`). On Goldstein's scale that doubles the conflict. On the"
            " trade figures they do not even agree what the act is (`yu-2000 c37`). Besides, three"
            " of the coders are one model asked three times, and the settled codes come from it"
            " too: their agreement shows that the instructions give steady answers, not that these"
            " are right. I would publish families, name the forced codes, and ask two people before"
            " I trusted the third digit."
        ),
        weigh=(
            "yu-2000 c37",
            "yu-2000 c8",
            "yu-2000 c18",
            "yu-2000 c17",
            "yu-2000 c27",
            "yu-2000 c38",
            "yu-1999 c3",
        ),
    ),
    Open(
        id="05.8",
        title="Was the second spring cooler?",
        rubric=(
            "I name the measure (sum, mean or share) and the scale on which my claim rests.",
            "I say what the two chronologies are: lists of unlike length by one author.",
            "I cite entries from both lists.",
            "I cite an entry that points the other way, and answer it.",
            "I say which claim I do not make, for instance about the months outside the lists.",
        ),
        model=(
            "By the mean, yes: on both scales, and on Goldstein's with every coder, an act of the"
            " second list is on average less cooperative. The first list is mostly visits, talks"
            " and signatures (`yu-1999 c1`, `yu-1999 c10`); the second adds bans, boats on the"
            " wrong side of the border and demonstrations (`yu-2000 c8`, `yu-2000 c17`, `yu-2000"
            " c10`). But the longer list also notes training, missiles and a railway (`yu-2000 c3`,"
            " `yu-2000 c19`, `yu-2000 c7`), and all of these are cooperation. A list of 12 entries"
            " has room for the great visits; a list of 40 also catches customs and fishermen. So"
            " the numbers fit a cooler spring, and they fit a fuller list as well. I claim a lower"
            " mean in what one author noted, and no more."
        ),
        weigh=(
            "yu-2000 c3",
            "yu-2000 c7",
            "yu-2000 c15",
            "yu-2000 c19",
            "yu-2000 c20",
            "yu-2000 c29",
            "yu-2000 c34",
        ),
    ),
)
