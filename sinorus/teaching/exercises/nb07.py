"""Exercises of 07_treaty_limits_2001."""

from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Mistake, Open

#: Articles of which something was read, but no page that was read confirms the number.
_UNCERTAIN = {8, 11, 12, 13, 20}


def _read():
    """The rows of articles of 2001 of which something was read; the preamble is none."""
    rows = load("clauses").query("source_id == 'treaty-2001' and read_in != 'not read'")
    return rows[rows["article"].str.match(r"art\d+$")]


def _missing():
    """Numbers of the articles of 2001 that nobody read for this course."""
    return sorted(set(range(1, 26)) - set(_read()["article"].str[3:].astype(int)))


def _missing_right():
    rows = _read()
    return (
        f"Of 25 articles {len(_missing())} were read by nobody for this course. Of the {len(rows)}"
        f" of which something was read, {(rows['read_in'] == 'text').sum()} were read as text. For"
        f" {len(_UNCERTAIN)} more even the number is only reference knowledge, which no page we"
        f" read confirms: {', '.join(map(str, sorted(_UNCERTAIN)))}."
    )


def _trade(trade_id):
    return float(load("trade").set_index("trade_id")["value_usd_bn"][trade_id])


def _bound(months=11):
    """The largest share of China's exports that can have gone to the United States, on the list of
    January 2002, in per cent; with twelve months, if the list has only eleven.
    """
    return 100 * _trade("us-cn-2001-pravda") * months / 11 / (_trade("cn-total-2001") / 2)


def _bound_right():
    return (
        f"At most {_bound():.1f} per cent, although we called every dollar of the trade an export."
        " If the list has eleven months, a twelfth like the others lifts this to about"
        f" {_bound(12):.1f}. Roughly 40 lies beyond both, so share and ratio cannot come from this"
        " one list. The proof needs no right answer, only a largest possible one."
    )


def _chart(line=True, mark="bar", title="Three bounds and a line at 40", **channels):
    """A chart of the three bounds, as somebody draws it who forgets or mistakes a part."""
    import altair as alt
    import pandas as pd

    bases = {"half of all trade": _bound(), "half, with month 12": _bound(12)}
    bases["exports 266.2"] = 100 * _trade("us-cn-2001-pravda") / _trade("cn-exports-2001")
    table = pd.DataFrame({"base": list(bases), "share": list(bases.values())})
    bars = getattr(alt.Chart(table, title=title), f"mark_{mark}")()
    bars = bars.encode(**{"x": "share:Q", "y": "base:N"} | channels)
    forty = alt.Chart(pd.DataFrame({"share": [40]})).mark_rule().encode(x="share:Q")
    return {True: bars + forty, False: bars, "alone": forty}[line]


EDITION = 1
EXERCISES = (
    Exercise(
        id="07.1",
        title="Which articles were not read?",
        form="numbers",
        answer=_missing,
        right=_missing_right,
        mistakes=(
            Mistake(
                "order turned round",
                set(),
                "Your set is empty. Take all numbers away from those that were read, and nothing"
                " is left: turn the order round.",
            ),
            Mistake(
                "how many instead of which",
                9,
                "That is how many there are. Give the numbers of the articles themselves, as a"
                " list.",
            ),
            Mistake(
                "outside 1 to 25",
                lambda given: given - set(range(1, 26)),
                "Articles begin at 1 and end at 25. range(25) begins at 0 and ends at 24; range(1,"
                " 26) has just the numbers of the articles.",
                example=[0, 10, 14, 15, 17, 18, 19, 21, 23, 24],
            ),
            Mistake(
                "articles that were read",
                lambda given: given - set(_missing()) - _UNCERTAIN,
                "Some of these numbers stand in have, so something of them was read. Wanted are the"
                " others, up to 25: take the numbers in have away from all numbers.",
                example=[1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 16, 20, 22, 25],
            ),
            Mistake(
                "uncertain number taken for unread",
                lambda given: given & _UNCERTAIN,
                "Of at least one of these something was read; only its number is uncertain. List"
                " the numbers that do not stand in have.",
                example=[8, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24],
            ),
        ),
        pointer="set(a) - set(b) keeps what is in a and not in b.",
        first_step="set(range(1, 26)) holds all numbers from 1 to 25. Take set(have) away from it.",
    ),
    Exercise(
        id="07.2",
        title="Expectations that were met",
        form="locators",
        report="miller-2002",
        answer=["miller-2002 ¶6", "miller-2002 ¶9", "miller-2002 ¶10.3"],
        because="miller-2002 ¶10.3",
        right=(
            "The report says that trade rose (¶6), that both disagreed in public with a phrase of"
            " Washington's (¶9), and that they were seen to consult, as the treaty required"
            " (¶10.3). So an author who argues for limits also gives evidence against them. Whether"
            " the consulting was more than a show is her judgement."
        ),
        mistakes=(
            Mistake(
                "another report",
                lambda given: any(not place.startswith("miller") for place in given),
                "Another report cannot know the treaty's first year. Look in Miller's alone, which"
                " was written in September 2002.",
                example=["¶9", "yu-2000 c37"],
            ),
            Mistake(
                "summary of the limits",
                lambda given: "miller-2002 ¶10" in given,
                "That paragraph sums up the limits. Wanted are places where the report says that an"
                " expectation was met.",
                reread="miller-2002 ¶10",
                example=["¶6", "¶9", "¶10"],
            ),
            Mistake(
                "giving way taken for standing together",
                lambda given: given & {"miller-2002 ¶10.1", "miller-2002 ¶10.4"},
                "There the report says that one or both gave way to an American step. Look for a"
                " place where both spoke against one.",
                example=["¶6", "¶10.4", "¶10.3"],
            ),
            Mistake(
                "private dismay",
                lambda given: "miller-2002 ¶10.2" in given,
                "There the report says what Beijing showed in public and seemed to feel in private."
                " It names no consulting between the two.",
                reread="miller-2002 ¶10.3",
                example=["¶6", "¶9", "¶10.2"],
            ),
            Mistake(
                "anniversary or market",
                lambda given: given & {"miller-2002 ¶11", "miller-2002 ¶12"},
                "In one of your passages the report speaks of the American market or of muted"
                " words. Look for trade between the two, and for a stand in public.",
                reread="miller-2002 ¶6",
                example=["¶9", "¶10.3", "¶11"],
            ),
            Mistake(
                "pledge instead of observation",
                lambda given: given - {"miller-2002 ¶6", "miller-2002 ¶9", "miller-2002 ¶10.3"},
                "One of your passages is about the treaty's words, or about what came before it."
                " Wanted is what was seen after its signing.",
                reread="miller-2002 ¶6",
                example=["¶5", "¶7", "¶6"],
            ),
        ),
        reread="miller-2002 ¶9",
        pointer="Two of the three stand before paragraph 10; the third is one of its four items.",
        first_step=(
            "look for the word consulting among the four items of paragraph 10:"
            ' sinorus.show("miller-2002 ¶10.1") and so on.'
        ),
    ),
    Exercise(
        id="07.3",
        title="Two entries that correct a year",
        form="locators",
        answer=["yu-1999 c10", "yu-2000 c40"],
        also=(["yu-1999 c10", "yu-2000 c26"], ["yu-1999 c10", "yu-2000 c26", "yu-2000 c40"]),
        because="E01",
        right=(
            "In June 1999 the first list has him as secretary of the Security Council and head of"
            " the security service. A year later the second list still awaits the visit, for July"
            " 2000. Both lists are by Yu Bin, so they are one witness; but he wrote before Miller,"
            " and not to correct her. A plan is no proof of the visit: other sources have it take"
            " place on 17-19 July 2000."
        ),
        mistakes=(
            Mistake(
                "report corrects itself",
                lambda given: any(place.startswith("miller") for place in given),
                "That is the report which we are testing. Saying a thing twice is one witness. Use"
                " the two chronologies.",
                reread="miller-2002 ¶8",
                example=["miller-2002 ¶7", "miller-2002 ¶8"],
            ),
            Mistake(
                "essay instead of list",
                lambda given: any("¶" in place for place in given),
                "A good place, but not an entry of a chronology. An entry's locator has a c, such"
                " as yu-2000 c1.",
                reread="yu-2000 c26",
                example=["yu-1999 c10", "yu-2000 ¶21"],
            ),
            Mistake(
                "other Russian guest",
                lambda given: any(place.startswith("yu-1999") for place in given - {"yu-1999 c10"}),
                "That entry does not give this man's office. Search the first list for his name.",
                example=["yu-1999 c4", "yu-2000 c40"],
            ),
            Mistake(
                "plan without its days",
                lambda given: given & {"yu-2000 c6", "yu-2000 c11"},
                "There a visit is ahead, in the right year, but no day of July is given. Look for"
                " the entry that confirms the day.",
                reread="yu-2000 c26",
                example=["yu-1999 c10", "yu-2000 c6"],
            ),
            Mistake(
                "another entry on Putin",
                lambda given: given - {"yu-1999 c10", "yu-2000 c26", "yu-2000 c40"},
                "One of your entries does not confirm his visit to China. Look for an official"
                " visit with its day.",
                reread="yu-2000 c26",
                example=["yu-1999 c10", "yu-2000 c39"],
            ),
            Mistake(
                "one list only",
                lambda given: "yu-1999 c10" not in given or len(given) == 1,
                "Right as far as it goes, but two lists are wanted: what he was in 1999, and what"
                " was still to come in 2000.",
                reread="yu-2000 c40",
                example="yu-2000 c40",
            ),
        ),
        reread="yu-1999 c10",
        pointer=(
            "One entry names his offices in June 1999; the other confirms the visit and gives a day"
            " of July 2000."
        ),
        first_step=(
            'read sinorus.show("yu-1999 c10"), then look in the second table for a visit that is'
            " confirmed."
        ),
    ),
    Exercise(
        id="07.4",
        title="An upper bound",
        form="number",
        answer=_bound,
        near=0.3,
        right=_bound_right,
        mistakes=(
            Mistake(
                "all trade as the base",
                14.4,
                "You divided by all of China's trade. The base is its exports, and these were at"
                " least half of it.",
            ),
            Mistake(
                "share not in per cent",
                lambda given: 0.1 < given < 1,
                "That is a share of one. Give it in per cent: multiply by 100, and see that the"
                " base is half of all trade.",
                example=0.288,
            ),
            Mistake(
                "base that is not the smallest",
                27.6,
                "This uses a figure for exports computed from another list. A fair bound takes the"
                " smallest base that this list allows: half of all trade.",
            ),
            Mistake(
                "twelfth month already",
                31.5,
                "You have added a twelfth month; that comes in the next exercise. Take the figures"
                " of the list as they stand.",
            ),
            Mistake(
                "half for the whole",
                50,
                "Half is the base: exports were at least half of China's trade. Which share of this"
                " base is trade with the United States?",
            ),
            Mistake(
                "ratio of the two partners",
                7.9,
                "That is trade with the United States beside trade with Russia. Wanted is its share"
                " in China's exports.",
            ),
            Mistake(
                "printed figure",
                40,
                "That is what the report prints. Compute what the Chinese list allows, and compare"
                " afterwards.",
                reread="miller-2002 ¶11",
            ),
            Mistake(
                "half of the American trade",
                7.2,
                "You halved the trade with the United States. For an upper bound take all of it,"
                " and halve only the base.",
            ),
            Mistake(
                "halved twice",
                57.7,
                "You halved the base twice. All of China's trade is 509.8; half of it, once, is the"
                " base.",
            ),
            Mistake(
                "cut instead of rounded",
                28,
                "Very near. Do not cut the decimals off: round, or leave one decimal.",
            ),
            Mistake(
                "a figure of the list",
                lambda given: given in (73.5, 254.9, 509.8, 9.3),
                "That is one of the figures in billions of dollars. Wanted is a share: part divided"
                " by base, in per cent.",
                example=254.9,
            ),
            Mistake(
                "upside down",
                lambda given: 3.4 < given < 3.5 or 346 < given < 348,
                "A share cannot be more than the whole: the part stands above, the base below.",
                example=346.8,
            ),
        ),
        pointer=(
            "Make the upper number as large, and the lower number as small, as the list allows."
        ),
        first_step=(
            "half of 509.8 is 254.9, the least that exports can have been. Divide 73.5 by it and"
            " multiply by 100."
        ),
    ),
    Exercise(
        id="07.5",
        title="Three bounds and a line",
        form="chart",
        answer=chart_needs("bar", {"x": "share", "y": "base"}, rows=3, added=("rule",)),
        right=(
            "No bar reaches the line on any of these three bases: see that your title says so. A"
            " reference line turns three numbers into one comparison."
        ),
        mistakes=(
            Mistake(
                "line alone",
                lambda given: given.mark == "rule",
                "This is the line alone. Write the chart of bars first, then + line.",
                example=lambda: _chart(line="alone"),
            ),
            Mistake(
                "channels changed over",
                lambda given: given.on("x", "y") == ("base", "share"),
                "The two axes have changed places. The line stands at 40 on x, so share must be on"
                " x too.",
                example=lambda: _chart(x="base:N", y="share:Q"),
            ),
            Mistake(
                "rows counted",
                lambda given: "count" in given.aggregates.values(),
                "count() counts rows, and each base has only one, so all bars are equally long. The"
                " column share has the per cent.",
                example=lambda: _chart(x="count()"),
            ),
            Mistake(
                "bases joined by a line",
                lambda given: given.mark in ("line", "area"),
                "Such a mark says that one base goes over into the next, as years do. These are"
                " three separate bases: give each a bar of its own.",
                example=lambda: _chart(mark="line"),
            ),
            Mistake(
                "nothing to compare with",
                lambda given: given.mark == "bar" and "rule" not in given.marks,
                "Nothing shows yet where 40 is, so a reader cannot see that a bar is short of it."
                " Lay line over the bars with +.",
                example=lambda: _chart(line=False),
            ),
            Mistake(
                "no sentence above it",
                lambda given: (
                    len(str(given.title).split()) < 3 and given.on("x", "y") == ("share", "base")
                ),
                "Bars and line are there; a title of three words or more is not. Let it say what"
                " the line shows about the bars.",
                example=lambda: _chart(title="Bounds"),
            ),
        ),
        pointer=(
            "The mark is a bar; x is share, y is base; the chart has a title; + line stands at the"
            " end."
        ),
        first_step=(
            'alt.Chart(shares, title="...").mark_bar().encode(x="share:Q", y="base:N") + line'
        ),
    ),
    Exercise(
        id="07.6",
        title="Which reading does December 2001 test?",
        form="choice",
        options={
            "a": "Only a new step mends",
            "b": "A new step mends",
            "c": "Both",
            "d": "Neither",
        },
        answer="b",
        because="yu-2000 ¶26",
        right=(
            'A step without mending counts against "a new step mends", as far as there was still'
            ' something to mend. It leaves "only a new step mends" untouched: that would be refuted'
            " by mending without a new step. A candidate is July 2000, when the two drew together"
            " without any of the steps that the author names. And how far December 2001 is a step"
            " without mending is itself in dispute: the presidents telephoned on the day, officials"
            " consulted (D12)."
        ),
        mistakes=(
            Mistake(
                "only and if confused",
                "a",
                '"Only a key opens the door" stays true when you hold the key and do not go in.'
                " Which reading says that the step is enough?",
            ),
            Mistake(
                "both at once",
                "c",
                "For one of the two you would have to see mending without any new step. Did you see"
                " that here?",
            ),
            Mistake(
                "nothing tested",
                "d",
                "You may think that little was left to mend, or that the step did not excite both;"
                " that limits the test. But one reading says that after such a step this should not"
                " happen.",
                reread="miller-2002 ¶10.1",
            ),
        ),
        reread="yu-2000 ¶26",
        pointer="Write down for each reading what you would have to see in order to give it up.",
        first_step=(
            '"a new step mends" is given up when a step is seen and no mending follows. Compare'
            " this with the passage on December 2001."
        ),
    ),
    Open(
        id="07.7",
        title="Limits compared with what?",
        rubric=(
            "My first sentence names a yardstick: 1950, 1996, or what was promised.",
            "I say what of the treaty was read, and what was not.",
            "I keep what the treaty says apart from what the two did in its first year.",
            "I say whether the wrong dates in the report matter to my answer.",
            "I cite a passage that points the other way, and answer it.",
        ),
        model=(
            "Beside 1950 the treaty is thinner in one respect that counts: as far as its articles"
            " were read, it promises contact and consultation, and no help in war (`miller-2002"
            " ¶5`). Beside 1996 its form is stronger, since a declaration has become a treaty with"
            " a term of twenty years (`treaty-2001 art25`). Beside the pledge of standing together"
            " the first year is thin: Moscow gave way on the ABM treaty (`miller-2002 ¶10.1`"
            " [D13]). Against me stands that both disagreed in public with the phrase axis of evil"
            " (`miller-2002 ¶9`); but those were words. The wrong year of Putin's visit"
            " (`miller-2002 ¶7` [E01]) does not touch this, because the tests are of 2001 and 2002;"
            " it does cost the author the treaty's origin. Nine unread articles could still change"
            " the comparison."
        ),
        weigh=(
            "miller-2002 ¶6",
            "miller-2002 ¶10.3",
            "miller-2002 ¶10.4",
            "miller-2002 ¶4",
            "gpr-web ¶13",
        ),
    ),
    Open(
        id="07.8",
        title="What does a silence say?",
        rubric=(
            "I state the inference of the report before I judge it.",
            "I say which of the three texts I have not read, and from whom I know it.",
            "I name something that was said, and not only what was left out.",
            "I name a comparison that could decide: other texts of those weeks, or of warmer"
            " years.",
            "I cite a passage that points the other way, and answer it.",
        ),
        model=(
            "The report infers from missing words that both sides kept quiet about working together"
            " against Washington (`miller-2002 ¶12` [E50]). Read as one phrase the premise holds"
            " for Jiang's message, which has a sentence on a multipolar world and nothing against"
            " hegemonism (`guangming-2002-07-17`); read word by word it does not. For the"
            " editorial, which I have not"
            " read, the inference is reasonable only if the words were to be expected there; what"
            " was read of the treaty lacks them too, in our notes, and an article about the treaty"
            " may follow its tone. It did speak of a just new international order, as the treaty's"
            " preamble does (`treaty-2001 preamble`). Against this doubt, the report says that"
            " media of 2001 reaffirmed the shared interests, though it names no text (`miller-2002"
            " ¶9`). One sentence in a message is still little. I should believe the inference more"
            " if the commentary of 2001 had the words often, and less if other articles of July"
            " 2002 had them."
        ),
        weigh=("miller-2002 ¶10", "miller-2002 ¶6", "miller-2002 ¶10.3", "miller-2002 ¶11"),
    ),
)
