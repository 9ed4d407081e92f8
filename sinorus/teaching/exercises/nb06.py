"""Exercises of 06_distancing_2000."""

from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Mistake, Open

#: The entries that 06.1 prints.
_PRINTED = {f"yu-2000 c{number}" for number in (8, 10, 11, 17, 18, 19, 26, 28, 32, 36, 38)}


def _main_acts():
    """The main act of each of the forty entries, by every coder."""
    return load("codings").query("report_id == 'yu-2000' and unit == 1")


def _below():
    """Entries that every coder puts below zero."""
    below = _main_acts()["sign"].eq("-").groupby(_main_acts()["locator"]).all()
    return sorted(below.index[below], key=lambda place: int(place.partition(" c")[2]))


def _left_out():
    """Entries above zero on missile defence and Taiwan of which no paragraph speaks."""
    main = _main_acts().query("coder_id == 'course' and sign == '+'")
    main = main.assign(event_id=main["comment"].str.removeprefix("event "))
    main = main.merge(load("events")[["event_id", "issue"]], on="event_id")
    mentions = load("mentions")
    essay = mentions.loc[mentions["locator"].str.startswith("yu-2000 ¶"), "event_id"]
    asked = main["issue"].isin(["missile_defence", "taiwan"]) & ~main["event_id"].isin(essay)
    return list(main.loc[asked, "locator"])


def _confirmed():
    """The days on which each ministry named the day of the visit: Moscow's, then Beijing's."""
    known = load("mentions").set_index(["event_id", "locator"])["known_on"]
    return [known["2000-07-18-a", f"yu-2000 c{number}"] for number in (26, 40)]


def _days():
    first, second = _confirmed()
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


def _acts_right():
    acts = _acts()
    return (
        f"Of the acts that only the list has, {acts['list only', '+']} stand above zero and"
        f" {acts['list only', '-']} below; of those that only the essay has,"
        f" {acts['essay only', '+']} above and {acts['essay only', '-']} below."
        f" {acts.xs('0', level='sign').sum()} acts at zero have a bar without length: nobody sees"
        " them, so say how many there are. All signs are the course's."
    )


def _chart(x, y):
    """A chart of the acts, as somebody draws it who mistakes a channel."""
    import altair as alt

    acts = _acts().rename("n").reset_index()
    acts["signed"] = acts["n"] * acts["sign"].map({"+": 1, "0": 0, "-": -1})
    chart = alt.Chart(acts, title="Acts of the list and the essay").mark_bar()
    return chart.encode(x=x, y=y, color="sign:N")


EDITION = 1
EXERCISES = (
    Exercise(
        id="06.1",
        title="Which entries stand below zero for everybody?",
        form="locators",
        report="yu-2000",
        answer=_below,
        right=lambda: (
            f"{' and '.join(_below())}: each state shuts out the other's goods. All"
            f" {_main_acts()['coder_id'].nunique()} codings put them below zero, whatever the"
            " reason of the ban, and of all forty entries only these. On some of the others a"
            " careful reader may decide either way: write down what you decide, and why."
        ),
        mistakes=(
            Mistake(
                "outside the list",
                lambda given: given - _PRINTED,
                "At least one of these is not among the eleven entries printed above. Choose from"
                " those only.",
                example=["yu-2000 c1", "yu-2000 c8"],
            ),
            Mistake(
                "friction with a third party",
                lambda given: "yu-2000 c38" in given,
                "In one of these the two walk out of a debate with others. Zero is drawn for"
                " relations between China and Russia, not for relations with others.",
                reread="yu-2000 c38",
                example=["yu-2000 c8", "yu-2000 c18", "yu-2000 c38"],
            ),
            Mistake(
                "arms taken for hostility",
                lambda given: "yu-2000 c19" in given,
                "Missiles look hostile, but ask towards whom. Here one side delivers to the other"
                " what it ordered.",
                reread="yu-2000 c19",
                example=["yu-2000 c18", "yu-2000 c19"],
            ),
            Mistake(
                "no date taken for no",
                lambda given: "yu-2000 c11" in given,
                "The official says that no day is announced and that preparations go on. Is that a"
                " refusal, or neither warm nor cold?",
                reread="yu-2000 c11",
                example=["yu-2000 c11", "yu-2000 c18"],
            ),
            Mistake(
                "people taken for their state",
                lambda given: "yu-2000 c10" in given,
                "Believers demonstrate here, and no state decides anything. Most codings put it"
                " below zero, but not all.",
                reread="yu-2000 c10",
                example=["yu-2000 c8", "yu-2000 c10"],
            ),
            Mistake(
                "aimed at others",
                lambda given: given & {"yu-2000 c17", "yu-2000 c28"},
                "At least one of these steps is aimed at somebody else: at poachers, or at NATO"
                " with an offer. That it touches China too, not every coder takes for a minus.",
                reread="yu-2000 c17",
                example=["yu-2000 c8", "yu-2000 c17", "yu-2000 c18"],
            ),
            Mistake(
                "news taken for a step",
                lambda given: given & {"yu-2000 c26", "yu-2000 c32", "yu-2000 c36"},
                "A visit is confirmed, a degree recalled, detentions are counted: no coder puts the"
                " main act of these entries below zero.",
                reread="yu-2000 c36",
                example=["yu-2000 c8", "yu-2000 c18", "yu-2000 c36"],
            ),
            Mistake(
                "one side only",
                lambda given: len(given) == 1,
                "You have the step of one side. Is there one of the other as well? Treat both sides"
                " alike.",
                example="yu-2000 c8",
            ),
        ),
        reread="yu-2000 c8",
        pointer=(
            "Ask of each entry: does a state decide something here, and is it aimed at the other of"
            " the two?"
        ),
        first_step="c8 is a ban on the other side's goods. Look for its counterpart.",
    ),
    Exercise(
        id="06.2",
        title="Which entries cut against the essay?",
        form="locators",
        report="yu-2000",
        answer=_left_out,
        right=lambda: (
            f"{', '.join(_left_out())}. In c20 experts of both sides confer on the ABM treaty, in"
            " c24 Moscow says that it keeps to one China, in c27 that it informed Beijing. Mind"
            " the limits: that briefing was about the summit with Clinton, not about the later"
            " offer; the experts met before that offer; and yu-2000 ¶2 speaks of routine vows on"
            " territory without naming one."
        ),
        mistakes=(
            Mistake(
                "all that is left out",
                lambda given: len(given) > 6,
                "These are all the entries which the essay leaves out. Keep only missile defence"
                " and Taiwan, where it builds its case.",
                reread="yu-2000 ¶10",
                example=[f"c{number}" for number in (1, 2, 3, 5, 7, 20, 24, 27)],
            ),
            Mistake(
                "used ones",
                lambda given: given & {"yu-2000 c13", "yu-2000 c33"},
                "A paragraph of the essay does speak of at least one of these. Keep only rows where"
                " in_essay is False.",
                reread="yu-2000 ¶15",
                example=["c13", "c20", "c24", "c27", "c33"],
            ),
            Mistake(
                "not above zero",
                lambda given: given & {"yu-2000 c28", "yu-2000 c32"},
                "At least one of these is not a plus in the settled codes, so it does not stand"
                " above zero. Read the column sign.",
                reread="yu-2000 c32",
                example=["c20", "c24", "c27", "c32"],
            ),
            Mistake(
                "another issue",
                lambda given: given - set(_left_out()),
                "At least one of these is on another issue. Choose from the seven rows printed"
                " above only.",
                example=["yu-2000 c20", "yu-2000 c34"],
            ),
        ),
        reread="yu-2000 c20",
        pointer=(
            "Three conditions on one table: the issue is one of two, the sign is +, and in_essay is"
            " False. In code each condition stands in its own brackets."
        ),
        first_step=(
            "go down the printed table and strike out every row with 0 or - in the column sign,"
            " then every row with True in the column in_essay."
        ),
    ),
    Exercise(
        id="06.3",
        title="How long between the two confirmations?",
        form="number",
        answer=_days,
        right=lambda: (
            f"{_days()} days: the Russian ministry named a day on {_confirmed()[0].day} May, the"
            f" Chinese on {_confirmed()[1].day} June. The essay gives the second of these and not"
            " the first: who reads it without the list does not learn that Moscow had already"
            " named the day."
        ),
        mistakes=(
            Mistake(
                "agreed in principle",
                lambda given: 76 <= given <= 78,
                "That counts from the agreement in principle, which names no day. Wanted is the"
                " first entry with a day in July.",
                reread="yu-2000 c6",
                example=77,
            ),
            Mistake(
                "one right end",
                lambda given: 47 <= given <= 50,
                "One end is right. Neither the agreement of April nor the visit itself is wanted:"
                " both entries tell that a ministry names a day.",
                example=48,
            ),
            Mistake(
                "to the visit",
                lambda given: 18 <= given <= 20,
                "That counts to the visit itself. Wanted is the time between two entries in each of"
                " which a ministry names a day.",
                reread="yu-2000 c40",
                example=19,
            ),
            Mistake(
                "from Losyukov's remark",
                lambda given: given in (36, 65, 66),
                "That uses the day on which an official said that nothing was official yet. Look"
                " for a day in July.",
                reread="yu-2000 c11",
                example=65,
            ),
            Mistake(
                "another journey",
                24,
                "One of these entries is about another journey in July. Take the visit to China at"
                " both ends.",
                reread="yu-2000 c39",
            ),
            Mistake(
                "counted both ends",
                lambda given: given in (28, 30),
                "Nearly: subtract one day from the other, as the computer does, without adding or"
                " taking off one.",
                example=30,
            ),
            Mistake(
                "days of the visit",
                lambda given: given in (0, 1),
                "That compares the days in July on which the visit was to be. Wanted are the days"
                " on which each ministry said so: the column known_on.",
                example=1,
            ),
            Mistake(
                "negative",
                lambda given: given < 0,
                "The order is turned round. Subtract the earlier day from the later one.",
                example=-29,
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
        answer=chart_needs("bar", {"x": "signed", "y": "where", "color": "sign"}),
        right=_acts_right,
        mistakes=(
            Mistake(
                "count without a side",
                lambda given: given.channels.get("x") in ("n", "count"),
                "You drew a count without a side: every bar goes to the right, also for acts that"
                " set the two apart. The column signed has the side.",
                example=lambda: _chart("n:Q", "where:N"),
            ),
            Mistake(
                "channels changed over",
                lambda given: given.on("x", "y") in (("where", "signed"), ("where", "n")),
                "The two channels are changed over, so zero lies flat and the bars go up and down."
                " Here they should go left and right.",
                example=lambda: _chart("where:N", "signed:Q"),
            ),
        ),
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
        form="date",
        within="2000-06",
        answer=lambda: load("sources").set_index("source_id").loc["afp-2000-06-05", "date_edtf"],
        right=(
            "It was on Monday 5 June 2000, in Rome. The date of the dispatch alone says only: not"
            " later; its text, as read, names the Monday. Beijing answered on the next day. Dated"
            " to the 6th, offer and answer fall together, and the time that Beijing had"
            " disappears. An earlier form of the offer was already in an American headline of 3"
            " June."
        ),
        mistakes=(
            Mistake(
                "printed day",
                6,
                "That is the day as printed, in essay and list. It is the day on which Beijing"
                " answered.",
                reread="yu-2000 c28",
            ),
            Mistake(
                "day of doubts",
                7,
                "To that day the essay gives the further Chinese doubts. Wanted is the day of the"
                " offer.",
                reread="yu-2000 ¶13",
            ),
            Mistake(
                "day of the call",
                8,
                "On that day the two presidents spoke by telephone. The offer was made before.",
                reread="yu-2000 c29",
            ),
            Mistake(
                "assurance of June",
                11,
                "On that day a Russian general explained the offer to China. It had been made"
                " before.",
                reread="yu-2000 c33",
            ),
            Mistake(
                "assurance of May",
                "29 May",
                "On that day a Russian official called a compromise unlikely. The offer came some"
                " days later.",
                reread="yu-2000 ¶12",
            ),
            Mistake(
                "first hint",
                lambda day: (day.month, day.day) in ((6, 1), (6, 2), (6, 3), (6, 4)),
                "An earlier form of the offer was in the news about then. Wanted is the day in"
                " Italy itself.",
                example="June 3, 2000",
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
        answer="B",
        also=("A and B",),
        because="D11",
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
                reread="yu-2000 ¶23",
                example=["A", "B", "D"],
            ),
            Mistake(
                "frame did not fall",
                lambda given: "c" in given,
                "C forecasts that the frame will last. Joint documents of July speak for it and not"
                " against it.",
                reread="yu-2000 ¶22",
                example=["B", "C"],
            ),
            Mistake(
                "essay taken for outcome",
                lambda given: "e" in given,
                "The essay disagrees with E, but it is another judgement. Wanted is what the visit"
                " itself brought.",
                reread="monitor-2000 ¶6",
                example=["B", "E"],
            ),
            Mistake(
                "only the one without a date",
                "A",
                "A is only called possible, and at no set time. Another of the five speaks directly"
                " of this visit.",
            ),
            Mistake(
                "none",
                "none",
                "True, three weeks refute none of them. But one of the five is made less likely by"
                " what came. Answer in letters.",
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
            "My first sentence says which of the three changed, or that the evidence does not"
            " decide.",
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
            "yu-2000 c24",
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
            " probably need time (`yu-2000 ¶21` [D11], `yu-2000 ¶23` [D11]). Both are hedged. In"
            " July came joint documents, which none of our sources announces by 30 June. So I ask"
            " what could be known. Moscow had confirmed an official visit on 31 May (`yu-2000"
            " c26`), experts had discussed the ABM treaty in May (`yu-2000 c20`), and both stand in"
            " his own list. He could have weighed them. In his favour: he himself forecast that the"
            " frame was likely to last (`yu-2000 ¶22`). Whether trust returned no document of July"
            " shows; later conduct might."
        ),
        weigh=("yu-2000 c24", "yu-2000 c27", "yu-2000 c40", "yu-2000 ¶2"),
    ),
)
