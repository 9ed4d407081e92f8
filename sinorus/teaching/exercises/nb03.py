"""Exercises of 03_from_prose_to_rows."""

import functools

from ...intact import edition_files
from ...reports import read_report
from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Mistake, Open

_FAMILY = ("ally", "allies", "alliance", "alliances")


@functools.cache
def _rule():
    """How many pieces begin with a small letter, how many of these are second halves, and how many
    halves there are.
    """
    flagged = found = cuts = 0
    for path in edition_files():
        report = read_report(path)
        lines = path.read_text(encoding="utf-8").split("\n")
        starts = {
            number
            for number, line in enumerate(lines, 1)
            if line[:1].islower() and not lines[number - 2].strip()
        }
        flagged += len(starts)
        found += len(starts & set(report.meta["joins"]))
        cuts += len(report.meta["joins"])
    return flagged, found, cuts


def _recall():
    _, found, cuts = _rule()
    return found / cuts


def _precision():
    flagged, found, _ = _rule()
    return found / flagged


def _share(compute):
    """Whether a number is this share, given as a share or in per cent."""
    return lambda given: min(abs(given - compute()), abs(given / 100 - compute())) < 0.006


def _said_of_the_rule():
    flagged, found, cuts = _rule()
    return (
        f"Recall is {found} of {cuts}, or {_recall():.0%}; precision is {found} of {flagged}, or"
        f" {_precision():.0%}. One flagged piece is a byline. A rule can be right nearly every time"
        " it speaks and still be silent too often."
    ).replace("%", " per cent")


@functools.cache
def _hits():
    """Hits of several ways of counting, and the hits of the family in each report."""
    words = load("word_counts")
    family = words[words["word"].isin(_FAMILY)]
    return {
        "letters": int(words.loc[words["word"].str.contains("ally"), "count"].sum()),
        "family": int(family["count"].sum()),
        "rows": len(family),
        "negated": int(words.loc[words["word"].isin([*_FAMILY, "non-alliance"]), "count"].sum()),
        "ally": int(words.loc[words["word"] == "ally", "count"].sum()),
        "reports": set(family.groupby("report_id")["count"].sum()) - {0},
    }


def _is(name):
    return lambda given: given == _hits()[name]


def _has(place):
    return lambda given: place in given


EDITION = 1
EXERCISES = (
    Exercise(
        id="03.1",
        title="How much does the small-letter rule find?",
        form="number",
        unit="share",
        near=0.006,
        answer=_recall,
        also=lambda: [round(100 * _recall(), digits) for digits in (0, 1, 2)],
        right=_said_of_the_rule,
        mistakes=(
            Mistake(
                "precision for recall",
                _share(_precision),
                "That is precision: you divided by what the rule flagged. Recall divides by what"
                " there is to find.",
                example=87.5,
            ),
            Mistake(
                "a false alarm counted as found",
                _share(lambda: _rule()[0] / _rule()[2]),
                "You took every flagged piece for a second half. One of them names an author and is"
                " no part of a paragraph.",
                example=89,
            ),
            Mistake(
                "a number of pieces",
                lambda given: given in _rule(),
                "That is a number of pieces. Divide the pieces rightly found by the cuts there are,"
                " and give per cent.",
                example=7,
            ),
        ),
        pointer=(
            "Read the flagged pieces one by one and cross out the one that is no second half of a"
            " paragraph."
        ),
        first_step=(
            "count the flagged pieces that are second halves; the cuts there are stand in the"
            " output of the cell before; add them up."
        ),
    ),
    Exercise(
        id="03.2",
        title="Which entry does the strict pattern lose?",
        form="locators",
        report="yu-2000",
        answer="c28",
        because="yu-2000 c28",
        right=(
            'The pattern expects "Jun." and this entry prints "June". No message appears, and the'
            " entry lost is Putin's offer to NATO, which the essay makes much of. Count your rows"
            " after every reading."
        ),
        mistakes=(
            Mistake(
                "the neighbour",
                "c27",
                "This is the neighbour above. Its month is printed as the pattern expects it, with"
                " three letters and a full stop.",
            ),
            Mistake(
                "a range is not the trouble",
                lambda given: given <= {"yu-2000 c20", "yu-2000 c22"},
                "A range of days begins with a month like any other date, so this pattern keeps it."
                " Look at the spelling of the month.",
                example="c20",
            ),
            Mistake(
                "the other list",
                lambda given: any(place.startswith("yu-1999") for place in given),
                "That entry stands in the first list. The pattern was tried on the second list,"
                " yu-2000, only.",
                example="yu-1999 c9",
            ),
            Mistake(
                "rows that were kept",
                lambda given: len(given) > 1,
                "The pattern loses a single entry. You may have shown the rows it keeps; put the"
                " sign ~ before strict.",
                example="c1, c2",
            ),
        ),
        pointer="Filter the list with ~strict, which means: the rows where strict is False.",
        first_step="run second_list[~strict] in a cell of its own and read the column locator.",
    ),
    Exercise(
        id="03.3",
        title="Which of five entries are contacts that took place?",
        form="locators",
        report="yu-2000",
        answer="c20, c29",
        because="yu-2000 c20",
        right=(
            "Experts met, and two presidents spoke by telephone. The ban is an act without contact;"
            " both sides set out to hear a third in Belgrade; the visit confirmed on 31 May was"
            " still to come. Another rule is possible, if it is written down before you count."
        ),
        mistakes=(
            Mistake(
                "announced for done",
                _has("yu-2000 c26"),
                "In this entry a visit is confirmed, not made. What was announced may still be"
                " changed, and one visit in this very entry is put off.",
                reread="yu-2000 c26",
                example="c20, c26, c29",
            ),
            Mistake(
                "side by side",
                _has("yu-2000 c12"),
                "Here the two sides travel to a third place to hear others. They act together, but"
                " the entry tells of no meeting or talk between them.",
                reread="yu-2000 c12",
                example="c12, c20, c29",
            ),
            Mistake(
                "any act for a contact",
                _has("yu-2000 c8"),
                "A ban is an act towards the other side. Nobody meets or speaks with anybody in"
                " this entry.",
                reread="yu-2000 c8",
                example="c8, c20, c29",
            ),
            Mistake(
                "no meeting without a room",
                "c20",
                "One is missing. Our rule also counts a talk at a distance, such as a telephone"
                " call.",
                reread="yu-2000 c29",
            ),
            Mistake(
                "presidents only",
                "c29",
                "The rule does not ask how high the rank is. Consultations of experts are a contact"
                " too.",
                reread="yu-2000 c20",
            ),
        ),
        pointer=(
            "Ask two things of each entry: did it take place, and did the two sides meet or speak"
            " with each other?"
        ),
        first_step=(
            "cross out what was only announced, what one side did alone, and what both did towards"
            " a third."
        ),
    ),
    Exercise(
        id="03.4",
        title="Which printed names mean the defence minister?",
        form="set",
        answer=["Sergeev", "Igor Sergeyeve"],
        because="monitor-2000 ¶1",
        also=(["Sergeev", "Sergeyeve"],),
        right=(
            "Two printed forms, one man: Igor Sergeyev in the usual English form, which none of the"
            " five prints. Sergei and Sergey are first names of two others. Join by person_id,"
            " never by spelling."
        ),
        mistakes=(
            Mistake(
                "false friend",
                _has("sergey ivanov"),
                "Sergey is a first name here: this man led the Security Council, and is someone"
                " else.",
                reread="yu-2000 ¶12",
                example="Sergeev, Igor Sergeyeve, Sergey Ivanov",
            ),
            Mistake(
                "first name for surname",
                _has("sergei stepashin"),
                "Sergei is a first name here too: the passage calls this man prime minister.",
                reread="yu-1999 c10",
                example="Sergeev, Igor Sergeyeve, Sergei Stepashin",
            ),
            Mistake(
                "the form of the table",
                _has("igor sergeyev"),
                "This is the form of the table people. None of the five reports prints it; give the"
                " printed forms.",
                example="Igor Sergeyev",
            ),
            Mistake(
                "the form of the list only",
                lambda given: given in ({"igor sergeyeve"}, {"sergeyeve"}),
                "That is one of his forms. A second report spells the same man in another way.",
                reread="monitor-2000 ¶1",
                example="Igor Sergeyeve",
            ),
            Mistake(
                "the short form only",
                "Sergeev",
                "That is one of his forms. Another report, in its list, prints him with first name"
                " and other letters.",
                reread="yu-1999 c10",
            ),
            Mistake(
                "the key",
                _has("sergeyev"),
                "No report prints that. It is the key in the column person_id; give what stands in"
                " the column printed.",
                example="sergeyev",
            ),
        ),
        pointer="Look up the passages: who is called defence minister there?",
        first_step="in the output above, keep only the rows whose person_id is sergeyev.",
    ),
    Exercise(
        id="03.5",
        title="How often does the family of ally stand in the five reports?",
        form="number",
        answer=lambda: _hits()["family"],
        right=lambda: (
            f"{_hits()['family']} times. The letters gave {_hits()['letters']}, and only"
            f" {_hits()['ally']} of these is in the family: such a search finds too much, and too"
            f" little, since alliance has no y. With non-alliance it would be {_hits()['negated']}:"
            " the table disputes counts so [T17]. Both are honest if one says which. A word that"
            " denies an alliance speaks of one too."
        ),
        mistakes=(
            Mistake(
                "letters, not words",
                _is("letters"),
                "These are the letters, inside words such as finally and usually too. Ask for"
                " whole words with isin.",
                example=lambda: _hits()["letters"],
            ),
            Mistake(
                "rows for words",
                _is("rows"),
                "You counted rows. One row may stand for several occurrences: add up the"
                " column count.",
                example=lambda: _hits()["rows"],
            ),
            Mistake(
                "one word more",
                _is("negated"),
                "One more than the four words. Did non-alliance or allied come in? They are"
                " separate words in this table.",
                example=lambda: _hits()["negated"],
            ),
            Mistake(
                "one form only",
                _is("ally"),
                "That is ally alone. Count all four forms of the family together.",
                example=lambda: _hits()["ally"],
            ),
            Mistake(
                "one report only",
                lambda given: given in _hits()["reports"],
                "That is the count of one report. The question asks for all five reports together.",
                example=lambda: max(_hits()["reports"]),
            ),
        ),
        pointer="Filter the table words with isin(family), then add up its column count.",
        first_step=(
            'write words[words["word"].isin(family)]["count"] and look at it; then add .sum() at'
            " the end."
        ),
    ),
    Exercise(
        id="03.6",
        title="Draw the rate, not the number",
        form="chart",
        answer=chart_needs("bar", {"x": "rate", "y": "report_id"}),
        right=(
            "By letters yu-2000 comes first, by words yu-1999, by words in a thousand miller-2002."
            " Each of the three was added up rightly; each answers another question, and the first"
            " answers none about alliance."
        ),
        mistakes=(),
        pointer=(
            "The table is called counts; its columns are report_id, letters, family, count and"
            " rate."
        ),
        first_step=(
            'begin with alt.Chart(counts).mark_bar(), then .encode(x="rate", y="report_id"), then'
            ' .properties(title="...").'
        ),
    ),
    Open(
        id="03.7",
        title="Do forty entries after twelve show that the relationship grew?",
        rubric=(
            "My first sentence is a claim that a reader could deny.",
            "I say what one row is, and compare like with like.",
            "I separate what the journal chose to list from what happened.",
            "I cite a passage that speaks for real growth, and answer it.",
            "I name what would decide the question and is not in our files.",
        ),
        model=(
            "The longer list does not show a closer relationship. In the first list every entry"
            " tells of a contact that took place, such as the hotline call of 10 May 1999 (yu-1999"
            " c4). The second also takes in bans (yu-2000 c8) and visits still to come (yu-2000"
            " c26, D10), so its rows are another kind of thing. To the author the mood at the top"
            " of that quarter seemed not amicable (yu-2000 ¶2). Against me stand a meeting on"
            " nuclear energy (yu-2000 c25) and trade up by a fifth (yu-2000 c37): business may have"
            " widened while warmth was lost. A short list cannot show that such business was absent"
            " a year before. The journal's other chronologies of the same two issues would help to"
            " decide: if those grew as well, the way of listing probably changed."
        ),
        weigh=(
            "yu-2000 c37",
            "yu-2000 c9",
            "yu-2000 c25",
            "yu-2000 c3",
            "yu-2000 c16",
            "yu-2000 c14",
            "yu-2000 c20",
        ),
    ),
    Open(
        id="03.8",
        title="Which decision of this notebook matters most?",
        rubric=(
            "I name one decision and both of its outcomes.",
            "I show with a passage or a count what changes.",
            "I say for which question the other decision would be better.",
            "I cite a passage that the rejected decision would treat better.",
            "A reader could repeat my decision from what I wrote.",
        ),
        model=(
            "The decision that matters most is whether we count letters, words or words in a"
            " thousand, since each puts another report first. I choose the rate, because the"
            " reports differ in length. But a rate is no opinion: miller-2002 leads, and writes"
            " that the treaty of 2001 is no security alliance (miller-2002 ¶5, D15), while yu-1999"
            " reports talk of a possible one (yu-1999 ¶16, E17). Against my choice stands yu-1999"
            " ¶13, where the word non-alliance falls outside my four forms although the passage is"
            " about just this question; for a study of how an alliance was ruled out I would take"
            " it in. So I print the list of forms beside the number, and read every hit before I"
            " call it support."
        ),
        weigh=("yu-1999 ¶13", "miller-2002 ¶5", "yu-1999 c1", "yu-2000 c12"),
    ),
)
