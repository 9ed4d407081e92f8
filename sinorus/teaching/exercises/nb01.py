"""Exercises of 01_five_voices."""

import pandas as pd

from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Mistake, Open


def _issue_day():
    """The day of monitor-2000, counted in weekdays from Monday 3 January 2000."""
    issue = load("reports").set_index("report_id").loc["monitor-2000", "issue"]
    return pd.bdate_range("2000-01-03", periods=int(issue))[-1]


def _acts(least, most=99, column="n_reports"):
    """How many acts so many files (or passages) tell."""
    return int(load("events")[column].between(least, most).sum())


def _page():
    claims = load("claims")
    return claims[claims["report_id"] == "gpr-web"]


def _layers(given):
    """What a chart of the layers lacks; the claims may be counted in Altair or in a table."""
    page, x = _page(), given.on("x")[0]
    before = given.rows == page["layer"].nunique() and x != "layer"
    counted = before or given.aggregates.get("x") == "count"
    channels = {"x": (counted and x) or "count", "y": "layer"}
    return chart_needs("bar", channels, rows=given.rows if before else len(page))(given)


EDITION = 1
EXERCISES = (
    Exercise(
        id="01.1",
        title="On which day did monitor-2000 appear?",
        form="date",
        within="2000-01",
        answer=_issue_day,
        right=(
            "By this count issue 14 is of Thursday 20 January 2000. It is an inference, so we write"
            " it in square brackets. The next cell says how it was tested, and why a day either way"
            " stays possible."
        ),
        mistakes=(
            Mistake(
                "days instead of weekdays",
                "2000-01-16",
                "You counted every day of the week. The bulletin did not appear on Saturdays and"
                " Sundays, so count weekdays only.",
            ),
            Mistake(
                "one too many",
                "2000-01-21",
                "That is the day of issue 15. The first day of the count, 3 January, is issue 1 and"
                " not issue 0; and no holiday is left out.",
            ),
            Mistake(
                "date of the sources",
                lambda day: day.isoformat() in ("2000-01-17", "2000-01-18"),
                "That is a date of the agency dispatches on which the bulletin rests. It appeared"
                " after them.",
                reread="monitor-2000 ¶3",
                example="2000-01-18",
            ),
            Mistake(
                "five weekdays",
                "2000-01-07",
                "That is the day of issue 5, the last of the cell as it stood. Ask for as many"
                " weekdays as the issue has in its number.",
            ),
            Mistake(
                "one too few",
                "2000-01-19",
                "That is the day of issue 13. The count is one weekday short; take the last of"
                " fourteen.",
            ),
            Mistake(
                "number of the issue as day",
                "2000-01-14",
                "You took the number of the issue for a day of the month. Count fourteen weekdays"
                " from Monday 3 January.",
            ),
            Mistake(
                "another year",
                lambda day: day.year != 2000,
                "The bulletin looks back on December 1999 and waits for an election in March, so it"
                " is of the year 2000. Start the count on 3 January 2000.",
                reread="monitor-2000 ¶5",
                example="1999-01-20",
            ),
        ),
        pointer=(
            "Change the number of periods in the cell above, and read the last date that it prints."
        ),
        first_step=(
            'pd.bdate_range("2000-01-03", periods=2) prints the days of issues 1 and 2. You need'
            " those of issues 1 to 14."
        ),
    ),
    Exercise(
        id="01.2",
        title="What may one say about the two numbers?",
        form="choice",
        options={
            "a": "The author took them from the Hong Kong Standard.",
            "b": (
                "The closest known match is an article in that paper; a common agency source cannot"
                " be excluded."
            ),
            "c": "Two publications give them, so they are confirmed.",
            "d": "They proved wrong, so nothing in this report can be trusted.",
        },
        answer="B",
        because="E13",
        right=(
            'A match shows that two texts agree, not which of them was read. "Closest known match"'
            " says what was found; the second half says what could still be true. A common source"
            " would also mean that the two are one witness."
        ),
        mistakes=(
            Mistake(
                "match taken for source",
                "A",
                "That the newspaper has the same numbers does not show that the author read it."
                " Read the column note once more: what cannot be excluded?",
            ),
            Mistake(
                "two prints taken for two witnesses",
                "C",
                "Two texts with the same numbers may rest on one source. Agreement confirms only"
                " where neither depends on the other.",
            ),
            Mistake(
                "one error against all",
                "D",
                "The report hedges both numbers, and they stand in one paragraph. A wrong number"
                " does not decide about the rest.",
                reread="yu-1999 ¶18",
            ),
        ),
        pointer="Ask of each sentence: what would have to be known for it to be true?",
        first_step=(
            "strike out the sentences that claim more than a match: that a text was read, that a"
            " number is true, that an author can never be trusted."
        ),
    ),
    Exercise(
        id="01.3",
        title="How many acts do two or more files tell?",
        form="number",
        answer=lambda: _acts(2),
        right=lambda: (
            f"{_acts(2)} of {_acts(1)} acts stand in two files or more. For the other {_acts(1, 1)}"
            " one file is all we have, in part because the reports cover different months."
        ),
        mistakes=(
            Mistake(
                "one file only",
                lambda given: given == _acts(1, 1),
                "These are the acts that only one file tells. Turn the condition round: more than"
                " one.",
                example=lambda: _acts(1, 1),
            ),
            Mistake(
                "all acts",
                lambda given: given == _acts(1),
                "That is the whole table. A condition alone keeps all rows, as True or False: put"
                " it into events[ ... ], and count what is left.",
                example=lambda: _acts(1),
            ),
            Mistake(
                "exactly two",
                lambda given: given == _acts(2, 2),
                "These are the acts told in exactly two files. Three files are also two or more.",
                example=lambda: _acts(2, 2),
            ),
            Mistake(
                "more than two",
                lambda given: given == _acts(3),
                "These are the acts told in three files. Two files are enough here.",
                example=lambda: _acts(3),
            ),
            Mistake(
                "passages instead of files",
                lambda given: given == _acts(2, column="n_mentions"),
                "You used the column n_mentions, which counts passages. One file may speak of an"
                " act in several passages; use n_reports.",
                example=lambda: _acts(2, column="n_mentions"),
            ),
        ),
        pointer=(
            'The condition compares events["n_reports"] with 1. Is it > (more than), == (equal) or'
            " < (less than)?"
        ),
        first_step=(
            'events[events["n_reports"] > 1] keeps the rows you need; len(...) around it counts'
            " them."
        ),
    ),
    Exercise(
        id="01.4",
        title="Which signs tell when the older layer was written?",
        form="letters",
        answer="ABF",
        because="gpr-web ¶23",
        right=(
            "A gives an earliest time, B speaks from inside a moment, F gives a latest time. F is"
            " the weakest: silence is a sign only where we should expect the author to speak, and"
            " the passages that do name Putin were put in other layers, so F may argue in a circle."
            " Together they point to the autumn of 1999, which stays an inference."
        ),
        mistakes=(
            Mistake(
                "origin for time",
                lambda signs: "c" in signs,
                "The spelling Deng-hui is a sign of where the text comes from: a Russian version of"
                " the name, or the spelling used in Beijing, has a D. It could be of any year.",
                example="ABCF",
            ),
            Mistake(
                "another layer",
                lambda signs: "d" in signs,
                "That phrase leads to an article of 2015, so it dates another layer of the page,"
                " not the older one.",
                reread="gpr-web ¶2",
                example="ABDF",
            ),
            Mistake(
                "pasting for time",
                lambda signs: "e" in signs,
                "Two words run together suggest that text was pasted, and they stand in another"
                " layer. They do not show when a text was first written.",
                reread="gpr-web ¶2",
                example="ABEF",
            ),
            Mistake(
                "silence overlooked",
                "AB",
                "What a text leaves out can be a sign of time as well, though a weak one. Who"
                " became acting president on 31 December 1999?",
                reread="gpr-web ¶18",
            ),
        ),
        reread="gpr-web ¶11",
        pointer="Write behind each letter: time, origin, or copying.",
        first_step="A is a sign of time: the layer cannot be older than its latest news.",
    ),
    Exercise(
        id="01.5",
        title="Which passage of the older layer knows too much?",
        form="locators",
        report="gpr-web",
        answer="¶24",
        because="miller-2002 ¶8",
        right=(
            "The group took its new name in 2001, so a text of autumn 1999 could not have it."
            " Either somebody added these words later, or the layer is younger than we think. We"
            " think the first, since only the end of one sentence knows the new name; but no"
            " sentence of the page is surely free of later hands."
        ),
        mistakes=(
            Mistake(
                "a layer that could know",
                "¶5",
                "This passage also names the later organisation. But it belongs to layer b, of"
                " 2015, which could know it. Filter for layer a first.",
            ),
            Mistake(
                "Putin's years",
                lambda found: found & {"gpr-web ¶13", "gpr-web ¶14"},
                "This passage does speak of 2000 or later, but it belongs to another layer. Look"
                " for one in layer a.",
                example="¶13",
            ),
            Mistake(
                "the latest news that fits",
                "¶11",
                "August 1999 is the latest news that fits an autumn of 1999. You need one that does"
                " not fit.",
            ),
            Mistake(
                "a word of the present",
                "¶23",
                "The present tense of this passage is what we expect of a text of 1999. Look for an"
                " act that came later.",
            ),
        ),
        pointer="In the sorted table, look at the last row: what begins there, and in which year?",
        first_step=(
            "read the column start from the bottom upwards, and take the locator of the row that"
            " lies after 1999."
        ),
    ),
    Exercise(
        id="01.6",
        title="A chart of the web page's layers",
        form="chart",
        answer=_layers,
        right=lambda: (
            f"Layer a, the older voice, makes {(_page()['layer'] == 'a').sum()} of the "
            f"{len(_page())} claims, by our sorting. If our date for it is right, a "
            f"reader who cites the page as a view of 2015 would often be citing a view "
            f"of 1999, which somebody chose to print again."
        ),
        mistakes=(),
        pointer=(
            "The table is page (claims would hold all five reports), the column for y is layer, and"
            " count() for x lets Altair count the rows."
        ),
        first_step=(
            'alt.Chart(page, title="Claims in each layer").mark_bar().encode(x="count()",'
            ' y="layer") is a chart; make its title say what you see.'
        ),
    ),
    Open(
        id="01.7",
        title="How many witnesses do five files make?",
        rubric=(
            "I say what I count as a witness before I give a number.",
            "My number follows from it, and I say for which question or act it holds.",
            (
                "I name at least one dependence (one author, an unnamed parent, a layer) with its"
                " passage."
            ),
            'I put no dependence more firmly than it is known ("closest known match", "inferred").',
            "I cite a passage that cuts against my number, and answer it.",
        ),
        model=(
            "The number depends on the question. I call a witness a voice that could be right or"
            " wrong on its own. Yu Bin wrote two files, so they are one witness: in 1999 he has a"
            " defence alliance in the making (`yu-1999 ¶20` [E07]), a year later something close to"
            ' "a quasi-military alliance" (`yu-2000 ¶26`). For April 1996 the web page apparently'
            " follows an article of 2015 (`gpr-web ¶2` [E45]), so it adds little to `yu-1999 ¶5`;"
            " the declaration itself settles the date. Against me stands the page's older layer:"
            " if it was written in 1999 (`gpr-web ¶23`), the page holds more voices than one. I"
            " answer that this layer is a near voice on Kosovo only, and that its date is inferred."
            " For most acts, then, I have one witness."
        ),
        weigh=("gpr-web ¶23", "gpr-web ¶11", "yu-2000 ¶26", "gpr-web ¶24"),
    ),
    Open(
        id="01.8",
        title="May one cite the web page as a voice of 1999?",
        rubric=(
            "I say yes, no, or under which condition, in my first sentence.",
            "I give a sign of time for the older layer, with its passage.",
            "I name a sign that a later hand was at work, and say what follows from it.",
            "I say how a footnote should describe the passage (author unknown, date inferred).",
        ),
        model=(
            'Yes, with a warning in the footnote. The passage that says what "now" outweighs every'
            " doubt speaks from within a moment (`gpr-web ¶23`), and the latest news that fits is"
            " of August 1999 (`gpr-web ¶11` [E35]). A near voice that is apparently Russian is rare"
            " among our five files. Against this stands `gpr-web ¶24`, which knows a name of 2001:"
            " somebody probably worked on the text later, and I cannot exclude other changes. So I"
            ' should cite it as "unknown author, apparently Russian, about autumn 1999, as'
            ' reprinted on a page seen in 2026", and never as the only support of a sentence.'
            " Whether the mood it describes lasted is another question: in January 2000 a bulletin"
            " saw little action (`monitor-2000 ¶2`)."
        ),
        weigh=("gpr-web ¶24", "gpr-web ¶2", "gpr-web ¶13", "monitor-2000 ¶2"),
    ),
)
