"""Exercises of 05_coding_events."""

from ...measures import cooperation
from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Mistake, Open

#: The settled codes of six entries on which all coders agree.
_SIX = {
    "yu-1999 c4": "041",
    "yu-2000 c5": "031",
    "yu-2000 c7": "061",
    "yu-2000 c10": "141",
    "yu-2000 c20": "046",
    "yu-2000 c40": "036",
}


def _miscoded(name, place, codes, hint):
    """One of the six entries with one of these codes."""
    return Mistake(
        name,
        lambda given: given.get(place) in codes,
        hint,
        reread=place,
        example=_SIX | {place: codes[0]},
    )


def _wide(value):
    """The main act of each entry; a column for each coder."""
    codings = load("codings")
    main = codings[codings["unit"] == 1]
    return main.pivot(index="locator", columns="coder_id", values=value)


def _six_right():
    wide = _wide("cameo_code").loc[list(_SIX)]
    alike = sum((wide.loc[place] == code).all() for place, code in _SIX.items())
    return (
        f"These are the settled codes. On {alike} of these {len(_SIX)} entries all five coders of"
        " our table wrote the same; we chose them for that. The next step turns to entries on"
        " which they did not."
    )


def _apart(value, one="course", other="model-a"):
    """Entries to which two coders gave different values."""
    wide = _wide(value)
    return set(wide.index[wide[one] != wide[other]])


def _families_right():
    found, codings = sorted(_apart("cameo_root")), load("codings")
    settled = codings[codings["coder_id"] == "course"].groupby("locator")["cameo_code"].agg(set)
    run = _wide("cameo_code")["model-a"]
    second = [place for place in found if run[place] in settled[place]]
    return (
        f"In {len(found)} of {len(run)} entries the family differs. In {' and '.join(second)} the"
        " course has the run's code too, but for a second act: there the coders differ about which"
        " act is the main one. In the others they differ about what the act is."
    )


def _chance():
    """Agreement to be expected of two coders who keep their habits and ignore the text."""
    places = [f"yu-2000 c{number}" for number in range(31, 41)]
    signs = _wide("sign").loc[places, ["course", "rules"]]
    shares = signs.apply(lambda column: column.value_counts(normalize=True)).fillna(0)
    return float(shares.prod(axis=1).sum())


def _signs(given):
    """What a chart of the signs lacks; a column that was counted in another way will do."""
    drawn = given.channels.get("x")
    if given.aggregates.get("x") == "count" and given.rows < 20:
        return ["count() counts rows, and by_sign has one for each bar. Draw entries itself."]
    counted = drawn if drawn in ("n", "count", "size") else "entries"
    return chart_needs("bar", {"x": counted, "y": "coder_id", "color": "sign"})(given)


def _between(scale):
    """The acts between China and Russia alone, summed up for each of the two chronologies."""
    mentions, two = load("mentions"), ["CHN", "RUS"]
    listed = mentions["locator"].str.contains(" c")
    done = ~mentions["status"].isin(["announced", "postponed"])
    told = mentions[listed & done].drop_duplicates(["report_id", "event_id"])
    told = told.merge(load("events"), on="event_id")
    told = told[told["source"].isin(two) & told["target"].isin(two)]
    return cooperation(told, "report_id", scale=scale).set_index("report_id")


def _both():
    """The statements of exercise 05.6 that hold on both scales; E holds on one at most."""
    held = []
    for scale in ("goldstein", "plover"):
        first, second = _between(scale).loc[["yu-1999", "yu-2000"]].to_dict("records")
        held.append(
            {
                "a": second["sum"] > first["sum"],
                "b": second["mean"] < first["mean"],
                "c": second["conflict_share"] > first["conflict_share"],
                "d": second["mean"] < 0,
            }
        )
    return [letter for letter in "abcd" if all(one[letter] for one in held)]


def _both_right():
    goldstein, plover = (_between(scale)["sum"] for scale in ("goldstein", "plover"))
    return (
        "The mean falls and the share of conflict rises, whichever scale one takes. The sum falls"
        f" on one scale and rises on the other ({goldstein['yu-1999']:.1f} to"
        f" {goldstein['yu-2000']:.1f}, and {plover['yu-1999']:.1f} to {plover['yu-2000']:.1f}), so"
        " nothing should rest on it."
    )


EDITION = 1
EXERCISES = (
    Exercise(
        id="05.1",
        title="Code six entries",
        form="codes",
        report="yu-2000",
        answer=_SIX,
        because="yu-2000 c5",
        right=_six_right,
        mistakes=(
            Mistake(
                "lost zero",
                lambda given: any(len(code) == 2 for code in given.values()),
                "A code of this list has three digits, and the zero in front is one of them: 041 is"
                " not 41.",
                example={place: code.lstrip("0") for place, code in _SIX.items()},
            ),
            Mistake(
                "the other list",
                lambda given: "yu-2000 c4" in given,
                "The telephone call stands in the list of 1999: write yu-1999 c4. In yu-2000 the"
                " fourth entry is another one.",
                reread="yu-1999 c4",
                example=["c4 041", "c5 031", "c7 061", "c10 141", "c20 046", "c40 036"],
            ),
            _miscoded(
                "promise taken for deed",
                "yu-2000 c5",
                ("057", "061"),
                "A draft that one government approves is neither a signed agreement nor a reactor."
                " What is still to come belongs to family 03.",
            ),
            _miscoded(
                "announcement taken for visit",
                "yu-2000 c40",
                ("042", "046"),
                "On that day nobody travelled: a ministry confirmed a visit three weeks ahead. Look"
                " for the code of an intended meeting.",
            ),
            _miscoded(
                "visit before talks",
                "yu-2000 c20",
                ("042",),
                "Somebody travelled, but the entry reports consultations. Where talks are reported,"
                " their code goes before the bare visit.",
            ),
            _miscoded(
                "subject instead of act",
                "yu-1999 c4",
                ("046", "042"),
                "They talk, but by telephone, and that has a code of its own, whatever the"
                " subject.",
            ),
            _miscoded(
                "meeting for joint work",
                "yu-2000 c5",
                ("036",),
                "Two codes speak of what is to come: one of a meeting, one of practical joint work."
                " Here nobody is to meet.",
            ),
            _miscoded(
                "joint work for meeting",
                "yu-2000 c40",
                ("031",),
                "Two codes speak of what is to come: one of practical joint work, one of a meeting."
                " Here somebody is to travel.",
            ),
            _miscoded(
                "railway not yet open",
                "yu-2000 c7",
                ("057", "031", "036"),
                "The railway line opens that day: nothing is signed, and nothing is only promised."
                " Which code names work under way?",
            ),
        ),
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
        report="yu-2000",
        answer=lambda: _apart("cameo_root"),
        right=_families_right,
        mistakes=(
            Mistake(
                "agreement instead of difference",
                lambda given: len(given) > 20,
                "These are the entries on which they agree. Use != (not equal) in place of =="
                " (equal).",
                example=lambda: set(_wide("cameo_root").index) - _apart("cameo_root"),
            ),
            Mistake(
                "codes instead of families",
                lambda given: _apart("cameo_root") < given <= _apart("cameo_code"),
                "Some of these differ in the third digit only: 160 and 163 are one family. Compare"
                " the table families, not wide.",
                reread="yu-2000 c8",
                example=lambda: _apart("cameo_code"),
            ),
            Mistake(
                "rule coder instead of the model's run",
                lambda given: given & _apart("cameo_root", other="rules") - _apart("cameo_root"),
                "In some of these entries it is the rule coder that stands apart. Compare the"
                " columns course and model-a only.",
                reread="yu-2000 c11",
                example=lambda: _apart("cameo_root", other="rules"),
            ),
        ),
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
        unit="share",
        right=lambda: (
            f"{_chance():.2f}: two coders who keep their habits and never read an entry would"
            " agree on about a third of them. Only what goes beyond counts as reading."
        ),
        mistakes=(
            Mistake(
                "observed instead of expected",
                0.5,
                "That is the agreement which was observed, on the diagonal. Wanted is what habits"
                " alone would give.",
            ),
            Mistake(
                "equal chances",
                0.333,
                "That would be so if both used the three signs equally often. Use each coder's own"
                " shares, from the margins named All.",
            ),
            Mistake(
                "one sign only",
                0.24,
                "That is chance agreement on the plus alone. Add the same product for 0 and for"
                " minus.",
            ),
            Mistake(
                "kappa already",
                0.219,
                "That is kappa, one step further: agreement beyond chance. Wanted here is the"
                " chance part alone.",
            ),
            Mistake(
                "count instead of share",
                lambda given: round(given, 2) in (3.6, 36),
                "The figures are right but not yet a share. Give a number between 0 and 1.",
                example=3.6,
            ),
        ),
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
        form="choice",
        options={
            "a": "They were careless.",
            "b": "One value is so common that chance gives nearly as much.",
            "c": "There are too few items.",
            "d": "One measure is wrong.",
        },
        answer="b",
        because="arithmetic: chance alone gives 60/64 * 60/64 + 4/64 * 4/64, which is 0.88",
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
            ),
            Mistake(
                "size of the sample",
                "c",
                "A small number of items widens the interval, but it does not pull the coefficient"
                " down. Think of chance.",
            ),
            Mistake(
                "wrong formula",
                "d",
                "Both numbers are computed rightly. They answer different questions: how often"
                " alike, and how much beyond habit.",
            ),
        ),
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
        answer=_signs,
        right=(
            "The runs and the settled codes look alike, and all came from one model. The rule coder"
            " gives 0 to every plain statement, and where it does not find both countries named: a"
            " different instrument, a different picture."
        ),
        mistakes=(),
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
        form="letters",
        answer=_both,
        right=_both_right,
        mistakes=(
            Mistake(
                "sum trusted",
                lambda given: "a" in given,
                "Look at the column sum once more: on one of the two scales it goes down.",
                example=["A", "B", "C"],
            ),
            Mistake(
                "lower taken for hostile",
                lambda given: "d" in given,
                "Lower than before is not below zero. Both means of the second spring are"
                " positive.",
                example=["B", "C", "D"],
            ),
            Mistake(
                "one scale for all",
                lambda given: "e" in given,
                "That holds for Goldstein's scale. On PLOVER's, compare the row without a mode,"
                " plain consulting, with the row of the visit.",
                example=["B", "C", "E"],
            ),
        ),
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
