"""Exercises of 06_distancing_2000."""

import re
from itertools import chain, combinations

from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Mistake, Open

_CANDIDATES = tuple(f"yu-2000 c{number}" for number in (8, 10, 11, 17, 18, 19, 26, 28, 32, 36, 38))
#: Rows on which a careful reader may decide otherwise; the notebook names them and the reason.
_DOUBTFUL = tuple(f"yu-2000 c{number}" for number in (10, 17, 26, 28, 32, 36))


def _entries():
    """The main act of each of the forty entries, with its issue, and whether a paragraph of the
    essay speaks of it.
    """
    codings, mentions = load("codings"), load("mentions")
    main = codings[
        (codings["coder_id"] == "course")
        & (codings["report_id"] == "yu-2000")
        & (codings["unit"] == 1)
    ]
    main = main.assign(event_id=main["comment"].str.removeprefix("event ")).merge(
        load("events")[["event_id", "issue"]], on="event_id"
    )
    essay = mentions.loc[mentions["locator"].str.startswith("yu-2000 ¶"), "event_id"]
    return main.assign(used=main["event_id"].isin(essay))


def _below():
    """The candidates that the settled codes put below zero."""
    main = _entries()
    return list(main.loc[(main["sign"] == "-") & main["locator"].isin(_CANDIDATES), "locator"])


def _sure():
    return [locator for locator in _below() if locator not in _DOUBTFUL]


def _variants():
    """Every other answer that differs in doubtful rows only."""
    below = _below()
    sure = [locator for locator in below if locator not in _DOUBTFUL]
    subsets = chain.from_iterable(
        combinations(_DOUBTFUL, size) for size in range(len(_DOUBTFUL) + 1)
    )
    return tuple([*sure, *subset] for subset in subsets if {*sure, *subset} != set(below))


def _below_right():
    return (
        f"The settled codes put {len(_below())} of these below zero: {', '.join(_below())}. On"
        f" {' and '.join(_sure())} all five codings agree, whatever the reason of the ban. On"
        f" {', '.join(_DOUBTFUL)} a careful reader may decide either way, so your list may differ"
        " there. Write down what you decided and why."
    )


def _against():
    """Entries above zero on missile defence and Taiwan of which no paragraph speaks."""
    main = _entries()
    return list(
        main.loc[
            (main["sign"] == "+")
            & main["issue"].isin(["missile_defence", "taiwan"])
            & ~main["used"],
            "locator",
        ]
    )


def _confirmations():
    """The days on which each ministry named the day of the visit: Moscow's, then Beijing's."""
    mentions = load("mentions").set_index(["event_id", "locator"])["known_on"]
    return [mentions["2000-07-18-a", f"yu-2000 c{number}"] for number in (26, 40)]


def _days():
    first, second = _confirmations()
    return (second - first).days


def _acts():
    """Acts of the quarter by where the report tells them and by sign."""
    mentions = load("mentions")
    told = mentions[
        mentions["report_id"].eq("yu-2000") & ~mentions["status"].isin(["announced", "postponed"])
    ].merge(load("events"), on="event_id")
    told = told[told["start"].between("2000-04-01", "2000-06-30")]
    places = told["locator"].str.contains("¶").groupby(told["event_id"]).agg(["all", "any"])
    where = places["all"].map({True: "essay only", False: "both"}).where(places["any"], "list only")
    acts = told.drop_duplicates("event_id").assign(where=lambda table: table["event_id"].map(where))
    return acts.groupby(["where", "sign"]).size()


def _chart(**channels):
    """A chart of the acts, as somebody draws it who mistakes a channel."""
    import altair as alt

    acts = _acts().rename("n").reset_index()
    acts["signed"] = acts["n"] * acts["sign"].map({"+": 1, "0": 0, "-": -1})
    return (
        alt.Chart(acts, title="Acts of the list and the essay")
        .mark_bar()
        .encode(color="sign:N", **channels)
    )


def _day(text):
    """The day of the month in an answer such as "6", "6th", "6 June 2000", "June 6" or
    "2000-06-06".
    """
    found = re.fullmatch(
        r"(?:2000-0?[56]-|(?:(?:the|on|monday|tuesday|wednesday),? )*(?:may |june"
        r" )?)(\d\d?)(?:st|nd|rd|th)?(?: of)?(?:,? ?(?:may|june))?(?:,? 2000)?",
        text,
    )
    return int(found[1]) if found else None


def _day_forms():
    """The day of the offer as students write it."""
    day = _rome()
    return (
        f"{day}th",
        f"the {day}th",
        f"{day} June",
        f"June {day}",
        f"{day}th June",
        f"{day}th of June",
        f"June {day}th",
        f"{day} of June",
        f"{day} June 2000",
        f"June {day}, 2000",
        f"June {day} 2000",
        f"2000-06-0{day}",
        f"2000-06-0{day} 00:00:00",
        f"0{day}",
        f"Monday {day} June",
        f"Monday {day} June 2000",
        f"Monday, {day} June 2000",
        f"Monday, June {day}, 2000",
    )


_FORECASTS = {
    "yu-2000#25": "a",
    "yu-2000#31": "b",
    "yu-2000#32": "c",
    "yu-2000#34": "d",
    "monitor-2000#10": "e",
}


def _contradicted():
    claims = load("claims").set_index("claim_id")["fate"]
    return [letter for claim, letter in _FORECASTS.items() if claims[claim] == "contradicted"]


def _rome():
    """The day of June 2000 on which the offer was made, by the dispatch about it."""
    return int(load("sources").set_index("source_id").loc["afp-2000-06-05", "date_edtf"][-2:])


EDITION = 1
EXERCISES = (
    Exercise(
        id="06.1",
        title="Which entries stand below zero?",
        form="locators",
        answer=_below,
        also=_variants,
        right=_below_right,
        mistakes=(
            Mistake(
                "friction with a third party",
                lambda given: "yu-2000 c38" in given,
                "In one of these the two stand together against a vote. Zero is drawn for relations"
                " between China and Russia, not for relations with others.",
                "yu-2000 c38",
                ["yu-2000 c8", "yu-2000 c18", "yu-2000 c38"],
            ),
            Mistake(
                "arms taken for hostility",
                lambda given: "yu-2000 c19" in given,
                "Missiles look hostile, but ask towards whom. Here one side delivers to the other"
                " what it ordered.",
                "yu-2000 c19",
                ["yu-2000 c8", "yu-2000 c18", "yu-2000 c19"],
            ),
            Mistake(
                "no date taken for no",
                lambda given: "yu-2000 c11" in given,
                "The official says that no day is announced and that preparations go on. Is that a"
                " refusal, or neither warm nor cold?",
                "yu-2000 c11",
                ["yu-2000 c8", "yu-2000 c11", "yu-2000 c18"],
            ),
            Mistake(
                "outside the list",
                lambda given: bool(given - set(_CANDIDATES)),
                "At least one of these is not among the eleven entries printed above. Choose from"
                " those only.",
                "yu-2000 c11",
                ["yu-2000 c1", "yu-2000 c8", "yu-2000 c18"],
            ),
            Mistake(
                "Russia's step only",
                lambda given: given & set(_sure()) == {"yu-2000 c8"},
                "You have a step of Russia against Chinese goods. Is there one of the other side as"
                " well? Treat both sides alike.",
                "yu-2000 c8",
                ["yu-2000 c8", "yu-2000 c10", "yu-2000 c28"],
            ),
            Mistake(
                "China's step only",
                lambda given: given & set(_sure()) == {"yu-2000 c18"},
                "You have a step of China against Russian goods. Is there one of the other side as"
                " well? Treat both sides alike.",
                "yu-2000 c18",
                ["yu-2000 c18", "yu-2000 c28"],
            ),
            Mistake(
                "trade left out",
                lambda given: not given & set(_sure()),
                "Something is missing. What one state does to the other's goods also counts: the"
                " codes go by the act, not by its reason, such as health.",
                "yu-2000 ¶2",
                ["yu-2000 c10", "yu-2000 c28"],
            ),
        ),
        reread="yu-2000 c8",
        pointer=(
            "Ask of each entry: who does what to whom, and does it bring China and Russia closer"
            " (+), apart (-), or neither (0)?"
        ),
        first_step=(
            "write full locators. yu-2000 c8 is a ban on the other side's goods, so it goes below"
            " zero. Look for its counterpart, then judge the rest."
        ),
    ),
    Exercise(
        id="06.2",
        title="Which entries cut against the essay?",
        form="locators",
        answer=_against,
        right=lambda: (
            f"{', '.join(_against())}. In c20 experts of both sides confer on the ABM treaty, in"
            " c24 Moscow says that it keeps to one China, in c27 that it informed Beijing. Mind"
            " the limits: that briefing was about the summit with Clinton, not about the later"
            " offer; the experts met before that offer; and yu-2000 ¶2 speaks of routine vows on"
            " territory without naming one."
        ),
        mistakes=(
            Mistake(
                "used ones",
                lambda given: bool(given & {"yu-2000 c13", "yu-2000 c33"}),
                "A paragraph of the essay does speak of at least one of these. Keep only rows where"
                " in_essay is False.",
                "yu-2000 ¶15",
                ["yu-2000 c13", "yu-2000 c20", "yu-2000 c24", "yu-2000 c27", "yu-2000 c33"],
            ),
            Mistake(
                "not above zero",
                lambda given: bool(given & {"yu-2000 c28", "yu-2000 c32"}),
                "At least one of these is not a plus in the settled codes, so it does not stand"
                " above zero. Read the column sign.",
                "yu-2000 c32",
                ["yu-2000 c20", "yu-2000 c24", "yu-2000 c27", "yu-2000 c32"],
            ),
            Mistake(
                "all that is left out",
                lambda given: len(given) > 6,
                "These are all the entries which the essay leaves out. Keep only missile defence"
                " and Taiwan, where it builds its case.",
                "yu-2000 ¶10",
                [
                    "yu-2000 c1",
                    "yu-2000 c2",
                    "yu-2000 c3",
                    "yu-2000 c5",
                    "yu-2000 c7",
                    "yu-2000 c20",
                    "yu-2000 c24",
                    "yu-2000 c27",
                ],
            ),
            Mistake(
                "another issue",
                lambda given: bool(
                    given
                    - set(_entries().query("issue in ['missile_defence', 'taiwan']")["locator"])
                ),
                "At least one of these is on another issue. Choose from the seven rows printed"
                " above only.",
                "yu-2000 ¶12",
                ["yu-2000 c20", "yu-2000 c34"],
            ),
            Mistake(
                "one issue only",
                lambda given: given and given < set(_against()),
                "Right as far as it goes, but at least one more row on these two issues is above"
                " zero and left out.",
                "yu-2000 ¶10",
                ["yu-2000 c20", "yu-2000 c27"],
            ),
        ),
        reread="yu-2000 c20",
        pointer=(
            "Three conditions on one table: the issue is one of two, the sign is +, and in_essay is"
            " False. In code each condition stands in its own brackets."
        ),
        first_step=(
            "write full locators, with yu-2000 before each. Go down the printed table and strike"
            " out every row with 0 or - in the column sign."
        ),
    ),
    Exercise(
        id="06.3",
        title="How long between the two confirmations?",
        form="number",
        answer=_days,
        right=lambda: (
            f"{_days()} days: the Russian ministry named a day on {_confirmations()[0].day} May,"
            f" the Chinese on {_confirmations()[1].day} June. The essay gives the second of these"
            " and not the first: who reads it without the list does not learn that Moscow had"
            " already named the day."
        ),
        mistakes=(
            Mistake(
                "agreed in principle",
                lambda given: given in (76, 77, 78),
                "That counts from the agreement in principle, which names no day. Wanted is the"
                " first entry with a day in July.",
                "yu-2000 c6",
                77,
            ),
            Mistake(
                "one right end",
                lambda given: given in (47, 48, 49, 50),
                "One end is right. Neither the agreement of April nor the visit itself is wanted:"
                " both entries tell that a ministry names a day.",
                "yu-2000 c26",
                48,
            ),
            Mistake(
                "to the visit",
                lambda given: given in (18, 19, 20),
                "That counts to the visit itself. Wanted is the time between two entries in each of"
                " which a ministry names a day.",
                "yu-2000 c40",
                19,
            ),
            Mistake(
                "from Losyukov's remark",
                lambda given: given in (36, 65, 66),
                "That uses the day on which an official said that nothing was official yet. Look"
                " for a day in July.",
                "yu-2000 c11",
                65,
            ),
            Mistake(
                "another journey",
                lambda given: given in (8, 16, 21, 24),
                "One of these entries is about another journey in July. Take the visit to China at"
                " both ends.",
                "yu-2000 c39",
                24,
            ),
            Mistake(
                "counted both ends",
                lambda given: given in (28, 30),
                "Nearly: subtract one day from the other, as the computer does, without adding or"
                " taking off one.",
                "yu-2000 c26",
                30,
            ),
            Mistake(
                "days of the visit",
                lambda given: given in (0, 1),
                "That compares the days in July on which the visit was to be. Wanted are the days"
                " on which each ministry said so: the column known_on.",
                "yu-2000 c40",
                1,
            ),
            Mistake(
                "negative",
                lambda given: given < 0,
                "The order is turned round. Subtract the earlier day from the later one.",
                "yu-2000 c26",
                -29,
            ),
        ),
        reread="yu-2000 c26",
        pointer=(
            "Two entries name a day in July for the visit to China. The column known_on says when"
            " each of them was said."
        ),
        first_step=(
            "the first is yu-2000 c26, known on 31 May 2000. Find the Chinese one and subtract. A"
            " difference of two dates becomes a number with .days."
        ),
    ),
    Exercise(
        id="06.4",
        title="List and essay on two sides of zero",
        form="chart",
        answer=lambda: chart_needs(
            "bar", {"x": "signed", "y": "where", "color": "sign"}, rows=len(_acts())
        ),
        right=lambda: (
            f"Of the acts that only the list has, {_acts()['list only', '+']} stand above zero and"
            f" {_acts()['list only', '-']} below; of those that only the essay has,"
            f" {_acts()['essay only', '+']} above and {_acts()['essay only', '-']} below."
            f" {_acts().xs('0', level='sign').sum()} acts at zero have a bar without length: nobody"
            " sees them, so say how many there are. All signs are the course's."
        ),
        mistakes=(
            Mistake(
                "count without a side",
                lambda given: given.channels.get("x") == "n",
                "You drew n, a count without a side: every bar goes to the right, also for acts"
                " that set the two apart. Another column has the side.",
                "yu-2000 c8",
                lambda: _chart(x="n:Q", y="where:N"),
            ),
            Mistake(
                "channels changed over",
                lambda given: (
                    given.channels.get("x") == "where"
                    and given.channels.get("y") in ("signed", "n")
                ),
                "The two channels are changed over, so zero lies flat and the bars go up and down."
                " Here they should go left and right.",
                "yu-2000 c8",
                lambda: _chart(x="where:N", y="signed:Q"),
            ),
        ),
        reread="yu-2000 ¶2",
        pointer=(
            "The mark is a bar; x is signed (not n, which has no side), y is where, color is sign;"
            " and the chart has a title of at least three words. Use the table acts as it is."
        ),
        first_step=(
            'alt.Chart(acts, title="...").mark_bar().encode(x="signed:Q", y="where:N",'
            ' color="sign:N")'
        ),
    ),
    Exercise(
        id="06.5",
        title="On which day was the offer made?",
        form="text",
        answer=lambda: str(_rome()),
        also=_day_forms,
        right=lambda: (
            f"Monday {_rome()} June 2000, in Rome. The date of the dispatch alone says only: not"
            " later; its text, as read, names the Monday. Beijing answered on the next day. Dated"
            " to the 6th, offer and answer fall together, and the time that Beijing had"
            " disappears. An earlier form of the offer was already in an American headline of 3"
            " June."
        ),
        mistakes=(
            Mistake(
                "printed day",
                lambda given: _day(given) == 6,
                "That is the day as printed, in essay and list. It is the day on which Beijing"
                " answered.",
                "yu-2000 c28",
                6,
            ),
            Mistake(
                "day of doubts",
                lambda given: _day(given) == 7,
                "To that day the essay gives the further Chinese doubts. Wanted is the day of the"
                " offer.",
                "yu-2000 ¶13",
                "7 June",
            ),
            Mistake(
                "day of the call",
                lambda given: _day(given) == 8,
                "On that day the two presidents spoke by telephone. The offer was made before.",
                "yu-2000 c29",
                8,
            ),
            Mistake(
                "first hint",
                lambda given: _day(given) in (1, 2, 3, 4),
                "An earlier form of the offer was in the news about then. Wanted is the day in"
                " Italy itself.",
                "yu-2000 ¶12",
                "June 3, 2000",
            ),
            Mistake(
                "assurance of May",
                lambda given: _day(given) == 29,
                "On that day of May a Russian official called a compromise unlikely. The offer came"
                " some days later.",
                "yu-2000 ¶12",
                29,
            ),
            Mistake(
                "assurance of June",
                lambda given: _day(given) == 11,
                "On that day a Russian general explained the offer to China. It had been made"
                " before.",
                "yu-2000 c33",
                11,
            ),
            Mistake(
                "no day",
                lambda given: _day(given) is None,
                "This is not read as a day of June. Give the number of the day, in digits.",
                "yu-2000 ¶11",
                "Monday",
            ),
        ),
        reread="yu-2000 ¶11",
        pointer="The column date_edtf says on which day each dispatch was sent.",
        first_step=(
            "a dispatch about the offer cannot be older than the offer itself. Which of the three"
            " is the earliest?"
        ),
    ),
    Exercise(
        id="06.6",
        title="Score five forecasts",
        form="letters",
        answer=_contradicted,
        also=(["b"],),
        right=(
            "B: five documents came of the visit. But there was no large economic deal, and Western"
            " analysts quoted at the time saw differences behind the words (telegraph-2000-07-19,"
            " opening read), so even here a critic may say limited. A says only could and sets no"
            " date, so three weeks are too short for it; our table of claims, which looks as far as"
            " 2002, counts both A and B as contradicted, so A and B together are accepted too. C"
            " held in these weeks. With E this essay disagreed; later reports agree with it in"
            " part. D speaks of trust, which no signature measures."
        ),
        mistakes=(
            Mistake(
                "trust read from signatures",
                lambda given: "d" in given,
                "D speaks of trust and of time. A signed document shows neither that trust is back"
                " nor that it is not.",
                "yu-2000 ¶23",
                ["A", "B", "D"],
            ),
            Mistake(
                "frame did not fall",
                lambda given: "c" in given,
                "C forecasts that the frame will last. Joint documents of July speak for it and not"
                " against it.",
                "yu-2000 ¶22",
                ["B", "C"],
            ),
            Mistake(
                "essay taken for outcome",
                lambda given: "e" in given,
                "The essay disagrees with E, but it is another judgement. Wanted is what the visit"
                " itself brought.",
                "monitor-2000 ¶6",
                ["B", "E"],
            ),
            Mistake(
                "only the one without a date",
                lambda given: given == {"a"},
                "A is only called possible, and at no set time. Another of the five speaks directly"
                " of this visit.",
                "yu-2000 ¶21",
                ["A"],
            ),
            Mistake(
                "none",
                lambda given: not given,
                "True, three weeks refute none of them. But one of the five is made less likely by"
                " what came. Answer in letters.",
                "yu-2000 ¶21",
                ["none"],
            ),
        ),
        reread="yu-2000 ¶21",
        pointer=(
            "Go through the five one by one: if the forecast were right, what would the visit of"
            " July 2000 have brought?"
        ),
        first_step=(
            "B says that perhaps little can be done in Beijing. Compare it with the two documents"
            " printed above."
        ),
    ),
    Open(
        id="06.7",
        title="Policy, rank order, or tone?",
        rubric=(
            (
                "My first sentence says which of the three changed, or that the evidence does not"
                " decide."
            ),
            "I say where I draw zero, and what my answer would be with another zero.",
            "I cite at least one entry of the list and one paragraph of the essay.",
            "I cite a passage that points the other way, and answer it.",
            "I do not use what came in July as if it had been known in June.",
        ),
        model=(
            "By 30 June 2000 I would say rank order and tone, not policy. Arms, trade and meetings"
            " went on, as the author himself says (`yu-2000 ¶2`), and the list shows missiles"
            " shipped and experts talking (`yu-2000 c19`, `yu-2000 c20`). What changed is who"
            " waited for whom: requests declined, a visit agreed in April and dated at the end of"
            " May (`yu-2000 ¶3` [V13], `yu-2000 c6`, `yu-2000 c26`). Against me stands the offer"
            " made in Italy: to share missile defence with NATO would have been policy, and Beijing"
            " said that it did not fully understand it (`yu-2000 c28` [E25]). But it was an offer,"
            " and Moscow explained it within days (`yu-2000 c33`). If only deeds count, I see"
            " hardly any change at all. If words between leaders count, I see a cool spring."
        ),
        weigh=(
            "yu-2000 c19",
            "yu-2000 c20",
            "yu-2000 c24",
            "yu-2000 c26",
            "yu-2000 c28",
            "yu-2000 c33",
            "yu-2000 c34",
            "yu-2000 c40",
            "yu-2000 ¶11",
            "yu-2000 ¶12",
            "yu-2000 ¶13",
            "yu-2000 ¶16",
        ),
    ),
    Open(
        id="06.8",
        title="Was the essay wrong, or only early?",
        rubric=(
            "I keep apart what could be known on 30 June 2000 and what came later.",
            "I separate the forecast from the reasons given for it.",
            "I quote the author's hedges, such as perhaps or probably.",
            "I name something the author could have used on that day and did not.",
            "I say what evidence would show that trust had, or had not, returned.",
        ),
        model=(
            "The forecast was not borne out; the reasons are not thereby refuted. The author"
            " expected that what could be done in Beijing was perhaps limited, and that trust would"
            " probably need time (`yu-2000 ¶21` [E48] [D11], `yu-2000 ¶23` [D11]). Both are hedged."
            " In July came joint documents, which none of our sources announces by 30 June. So I"
            " ask what could be known. Moscow had confirmed an official visit on 31 May (`yu-2000"
            " c26`), experts had discussed the ABM treaty in May (`yu-2000 c20`), and both stand in"
            " his own list. He could have weighed them. In his favour: he himself forecast that the"
            " frame was likely to last (`yu-2000 ¶22` [E47]). Whether trust returned no document of"
            " July shows; later conduct might."
        ),
        weigh=(
            "yu-2000 c20",
            "yu-2000 c24",
            "yu-2000 c26",
            "yu-2000 c27",
            "yu-2000 c40",
            "yu-2000 ¶22",
            "yu-2000 ¶2",
        ),
    ),
)
