"""Exercises and bets of 01_five_voices."""

import pandas as pd

from ...tables import load
from ..exercise import Exercise, Guess, Mistake, Open


def _issue_day():
    """The day of monitor-2000, counted in weekdays from Monday 3 January 2000."""
    issue = load("reports").set_index("report_id").loc["monitor-2000", "issue"]
    return pd.bdate_range("2000-01-03", periods=int(issue))[-1]


def _night():
    """The passages that speak of the bombs on the embassy, with the author of each."""
    mentions = load("mentions")
    night = mentions[mentions["event_id"] == "1999-05-08-a"]
    return night.merge(load("reports")[["report_id", "author_cited"]], on="report_id")


def _authors():
    return int(_night()["author_cited"].nunique())


def _visit(status=None):
    """The passages that speak of Putin's visit of July 2000, as done or as announced."""
    mentions = load("mentions")
    visit = mentions[mentions["event_id"] == "2000-07-18-a"]
    return visit.loc[visit["status"].eq(status) | (status is None), "locator"].tolist()


EDITION = 2
_STREET = (
    "In what we read of it stand four hurt and four missing, from China's"
    " agency, and no dead; the three are known from later (record 7 May 1999). Who is there sees"
    " most, and does not yet know what came of it."
)
_FOUR = (
    "Only the lowest row was written before that day, and the Monitor came out in the very next"
    " month. But who could know may still be silent, or wrong."
)
_NINE = (
    "Nine are: seven by two texts, and two by three. Leave out the lists of dates and it is nine of"
    " 126. This counts how little five windows overlap, and how finely we cut what they show; of"
    " the acts themselves it says nothing. An act with a nought is told by none as done: it is only"
    " announced, offered or reported, or stands in a wrong year."
)

GUESSES = (
    Guess(
        "01.0",
        "Whom would you trust most with a story?",
        {
            "a": "one who was there",
            "b": "one who wrote soon after",
            "c": "one who wrote late and could know how it ended",
        },
        {
            "a": "The reporter saw the flames, and had no dead (record 7 May 1999). For what it"
            " looked like, call one who was there; for what came of it, somebody later. Trust"
            " follows the question.",
            "b": "Yu Bin, who still waited for Putin (Yu 2000 ¶24), is right on the year where the"
            " late voice is wrong (Miller 2002 ¶7). But the alliance that he saw coming never came"
            " (Yu 1999 ¶20). Trust follows the question.",
            "c": "Miller alone could tell of the treaty of 2001 (Miller 2002 ¶2), and yet has a"
            " visit in the wrong year (Miller 2002 ¶7). To be late is a chance, and no proof. Trust"
            " follows the question.",
        },
    ),
    Guess(
        "01.first",
        "How many of the five could know of 31 December 1999?",
        {"a": "one", "b": "four", "c": "all five"},
        {
            "a": f"Four could. {_FOUR}",
            "b": f"You win. {_FOUR}",
            "c": f"Four could. {_FOUR}",
        },
    ),
    Guess(
        "01.street",
        "What does the report from the street not have?",
        {"a": "the hour", "b": "the three dead", "c": "that it was the embassy"},
        {
            "a": f"It has the hour, a quarter to twelve. {_STREET}",
            "b": f"You win. {_STREET}",
            "c": f"It names the embassy. {_STREET}",
        },
    ),
    Guess(
        "01.night",
        "In how many passages do the five texts speak of the bombs?",
        {"a": "in these four", "b": "in eleven", "c": "in forty"},
        {
            "a": "It is eleven: nine, one and one.",
            "b": "You win: nine, one and one make eleven.",
            "c": "It is eleven: nine, one and one. Forty would be every seventh row of the table.",
        },
    ),
    Guess(
        "01.two",
        "Of the acts in the table, how many are told as done by two texts or more?",
        {"a": "most", "b": "about half", "c": "fewer than one in ten"},
        {"a": _NINE, "b": _NINE, "c": f"You win. {_NINE}"},
    ),
    Guess(
        "01.slip",
        "Which tells more about copying?",
        {"a": "a truth that both have", "b": "a mistake that both have", "c": "neither"},
        {
            "a": "A truth can be found twice, since it stands there for everybody. A mistake is"
            " seldom made twice in the same place. Who copied from whom it does not say; but the"
            " article speaks of the day nineteen years later, so it is at home in April 2015.",
            "b": "We think so too. Still, both may follow a third text, and the slip does not say"
            " who copied from whom. The article speaks of the day nineteen years later, so it is"
            " at home in April 2015; it looks as if the page took over.",
            "c": "You are careful, and both may follow a third text. But the same slip beside the"
            " same four words seldom comes by chance. Who copied from whom it does not say; the"
            " article speaks of the day nineteen years later, so it is at home in April 2015.",
        },
    ),
    Guess(
        "01.sign",
        "Which sign tells when the layer was written?",
        {
            "a": "the latest thing that it knows",
            "b": "it spells a name as Deng-hui",
            "c": 'it writes "incidence" for incident',
        },
        {
            "a": "You win. A text is not older than what it knows: these two know of August 1999"
            " (web page ¶11), and so they were not written before. How long after, that does not"
            " say. That it was soon, and that the two passages are one text, we guess: the second"
            " says what now outweighs all else (web page ¶23).",
            "b": "The spelling tells from where a text may come: it follows the Russian form, or"
            " Beijing's. So do the marks « » in which the page sets some words (web page ¶23). For"
            " the time ask what it knows last: August 1999 (web page ¶11). It was not written"
            " before that; that it was soon after, we guess.",
            "c": "A slip of English tells that somebody translated, or wrote a language not his"
            " own, in whatever year. For the time ask what it knows last: August 1999 (web page"
            " ¶11). It was not written before that; that it was soon after, we guess.",
        },
    ),
    Guess(
        "01.circle",
        "How did the hollow circle come there?",
        settles=(
            "The circle is a name of 2001. The last sentence of that layer says that the five of"
            " Shanghai later became the Shanghai Cooperation Organization (web page ¶24). Nobody"
            " could know it in 1999: either a later hand added the words, or the layer is younger"
            " than we think. The same tag stands in a passage of another layer (web page ¶5), so it"
            " looks like a habit of whoever put the page together. But then no sentence of the page"
            " is surely free of that hand."
        ),
    ),
)

EXERCISES = (
    Exercise(
        id="01.1",
        title="How many authors stand behind eleven passages?",
        form="number",
        answer=_authors,
        right=(
            "Two names stand behind the eleven. Yu Bin wrote ten of them, in two reports; the web"
            " page has one, and its author's name stands in square brackets, since the page does"
            " not give it. Both have a China that at first stood aside, its fear that it could come"
            " home, and the crowds. Only he has the telephone (Yu 1999 ¶14), and only the page the"
            " map and the damage (web page ¶15). A passage is not a witness."
        ),
        mistakes=(
            Mistake(
                "passages for people",
                11,
                "Eleven is the number of passages. One pen can write many of them.",
            ),
            Mistake(
                "texts for people",
                3,
                "Three is the number of texts. Read the three names: is each of them another"
                " person?",
            ),
            Mistake(
                "all texts",
                5,
                "Five texts are in the course, and not all of them speak of that night. Which do?",
            ),
            Mistake(
                "all authors",
                4,
                "Four names stand in the whole table. Keep only those whose text speaks of the"
                " night.",
            ),
        ),
        pointer="Lay the two tables side by side: which texts speak, and who wrote each of them?",
        first_step="the texts with nine passages and with one of the two single ones share a name.",
    ),
    Exercise(
        id="01.2",
        title="On which day did the Monitor appear?",
        form="date",
        within="2000-01",
        answer=_issue_day,
        right=(
            "Under our supposition it is Thursday 20 January 2000. The text agrees: its latest news"
            " is of 18 January (Monitor 2000 ¶3). Two later issues of that year fit the same count;"
            " in the year before, such a count is a day out. So the course prints the day in square"
            " brackets, and says that it may be the day before or after."
        ),
        mistakes=(
            Mistake(
                "days instead of weekdays",
                "2000-01-16",
                "You counted every day of the week. On Saturdays and Sundays the bulletin did not"
                " appear.",
            ),
            Mistake(
                "one too many",
                "2000-01-21",
                "Under our supposition that is issue 15. If you left out Monday 17 January, a"
                " holiday in America, you thought well; two later issues of the year fit the count"
                " without it.",
            ),
            Mistake(
                "days of the agencies",
                lambda day: day.isoformat() in ("2000-01-17", "2000-01-18"),
                "Near it: agencies of those days stand in the text. But the number on the paper"
                " counts further than that.",
                example="2000-01-18",
            ),
            Mistake(
                "the last Friday that was given",
                lambda day: day.isoformat() in ("2000-01-07", "2000-01-14"),
                "That is a Friday at the end of a week, and its number is five or ten. Go on into"
                " the next week.",
                example="2000-01-14",
            ),
            Mistake(
                "one too few",
                "2000-01-19",
                "Under our supposition that is issue 13. One more weekday has to pass.",
            ),
            Mistake(
                "another year",
                lambda day: day.year != 2000,
                "The sixth volume belongs to the year 2000. Begin on Monday 3 January of that"
                " year.",
                example="1999-01-20",
            ),
        ),
        pointer="Write the weeks on paper: Monday to Friday, five numbers a week.",
        first_step="the second week ends with issue 10, on Friday 14 January.",
    ),
    Exercise(
        id="01.3",
        title="Where do the two part?",
        form="choice",
        options={
            "a": "what Moscow wanted",
            "b": "what Beijing wanted",
            "c": "what the visit of January brought",
            "d": "none, since they look at different months",
        },
        answer="b",
        because="D03",
        right=(
            "They part over Beijing. Yu Bin has both capitals raise their ties (Yu 1999 ¶20). In"
            " the Monitor Moscow has sought more for a year or longer, which takes in his summer,"
            " and China's leaders have apparently rebuffed it (Monitor 2000 ¶2). Still, an axis"
            " with India is not an alliance of two, and apparently is a word of doubt. On the visit"
            " they do not clash: he could not know of it. So ask of two who differ: the same"
            " months, the same question, the same words of doubt?"
        ),
        mistakes=(
            Mistake(
                "where they agree",
                "a",
                "Read what Moscow does in each of the two: it seeks more in both.",
            ),
            Mistake(
                "where one is silent",
                "c",
                "Yu Bin wrote half a year before that visit. Where only one could speak, nobody is"
                " contradicted.",
            ),
            Mistake(
                "the looking back overlooked",
                "d",
                "The visit is of another month, and so far you are right. But one sentence of the"
                " Monitor looks back. How far?",
                "monitor-2000 ¶2",
            ),
        ),
        pointer="Underline in both who does something, and since when.",
        first_step='find "the past year or more", and see who asks there and who answers.',
    ),
    Exercise(
        id="01.4",
        title="Who could tell of the visit as past?",
        form="letters",
        options={
            "a": "Yu Bin, 1999",
            "b": "the Monitor",
            "c": "Yu Bin, 2000",
            "d": "Miller",
            "e": "the web page",
        },
        answer="d, e",
        because="yu-2000 ¶24",
        right=(
            "Miller and the page could. Yu Bin's second report is of the same month, but he writes"
            " of the visit as still to come (Yu 2000 ¶24). Where a date fails, the verbs of a text"
            " can tell what it knew."
        ),
        mistakes=(
            Mistake(
                "a visit to come",
                lambda given: "c" in given,
                "The month alone leaves it open. Read the verbs: does he tell what the summit has"
                " brought, or what it will do?",
                "yu-2000 ¶24",
                example="c, d, e",
            ),
            Mistake(
                "written before",
                lambda given: given & {"a", "b"},
                "One of your voices had written half a year before, or more. Nobody can be blamed"
                " for not knowing what comes later.",
                example="b, d, e",
            ),
            Mistake(
                "the page forgotten",
                "d",
                "There is one more text that was put together long after the visit.",
            ),
            Mistake(
                "Miller forgotten",
                "e",
                "There is one more voice that wrote after the visit, two years later.",
            ),
        ),
        pointer="Look at the last words of each row in the picture, and read the row of July 2000.",
        first_step="two of the five were written later than the summer of 2000.",
    ),
    Exercise(
        id="01.5",
        title="Who tells the visit as done?",
        form="locators",
        answer=lambda: _visit("done"),
        worked='sinorus.table(visit[visit["status"] == "done"], ["locator", "date_as_printed"])',
        right=(
            "Only Miller does, in two paragraphs, and both have July 1999. Then Yeltsin was"
            " president of Russia (record 31 December 1999): it is one slip, in two paragraphs."
            " The eleven others are Yu Bin's. He still waits for the guest (Yu 2000 c40), so"
            " the visit was not a year old, and the early voice corrects the late one. The page"
            " could know of it, and passes it over."
        ),
        mistakes=(
            Mistake(
                "no filter",
                lambda given: given == frozenset(_visit()),
                "These are all thirteen. The question is missing: of `visit`, keep the rows whose"
                " `status` is done.",
                example=_visit,
            ),
            Mistake(
                "the others",
                lambda given: given == frozenset(_visit("announced")),
                "These eleven announce the visit. Ask for the word of the other rows.",
                example=lambda: _visit("announced"),
            ),
        ),
        pointer=(
            'The filter of the night was `mentions[mentions["event_id"] == "1999-05-08-a"]`. Change'
            " the table, the column and the word."
        ),
        first_step='the question is `visit["status"] == "done"`, and `visit[ ]` stands round it.',
    ),
    Exercise(
        id="01.6",
        title="What does the careful friend lose?",
        form="choice",
        options={
            "a": "NATO's air war of 1999",
            "b": "the bombs on the embassy",
            "c": "the treaty of July 2001",
            "d": "the Shanghai Five of April 1996",
        },
        answer="c",
        because="miller-2002 ¶2",
        right=(
            "The treaty of July 2001 is lost, since only Miller tells it: three wrote before it,"
            " and the page passes it over (Miller 2002 ¶2). Nobody doubts it (record 16 July 2001)."
            " So told once need not mean badly known; it can mean that only one voice was there to"
            " tell. And three texts can be two authors, as on the embassy."
        ),
        mistakes=(
            Mistake(
                "told by three",
                lambda letter: letter in ("a", "b"),
                "Three texts tell it, so your friend keeps it. Look for an act that is in neither"
                " half of the table.",
                example="b",
            ),
            Mistake(
                "told by two",
                "d",
                "Two texts tell it. Look at the first rows of the table that you sorted.",
            ),
        ),
        pointer="Look each of the four up, above and in the two tables: which one is missing?",
        first_step="look in the latest rows for the acts of the year 2001, one by one.",
    ),
    Open(
        id="01.7",
        title="Whom do you call for one sentence?",
        rubric=(
            "My first sentence says whom I call, and for what.",
            "I say when my witness wrote, from what, and what it could not know.",
            "I keep the author's words of doubt.",
            "I name the best passage against me, and answer it.",
        ),
        model=(
            "I call Yu Bin, for the sentence. He wrote about two months after the night, and reads"
            " Chinese. Beijing drew back from the West at once, he says (Yu 1999 ¶12), and its"
            " president spoke with Moscow while he refused Washington's calls (Yu 1999 ¶14). He"
            " even sees an alliance coming, for which he has Russian voices only (Yu 1999 ¶16); so"
            " I take less from him than he says. He left out that Jiang took Clinton's call four"
            " days later (record 14 May 1999 a). Against me stands the Monitor. It has China's"
            " leaders rebuff Moscow for a year or more (Monitor 2000 ¶2), but apparently, from"
            " nobody with a name, and it speaks of an axis. Closer is less than that.",
            "I call the Monitor, against the sentence. It wrote half a year after the night, and"
            " names agencies for what was said at the talks; for the axis and the refusal it names"
            " none. It sees no step towards joint military action against missile defence, though a"
            " memorandum was signed (Monitor 2000 ¶1), and China's leaders have apparently rebuffed"
            " more (Monitor 2000 ¶2). It could not know the spring that followed. Over the peace,"
            " too, the two voted apart (record 10 June 1999 c). Against me stands Yu Bin, who in"
            " 2000 still has them driven very close to an alliance, of a kind that he calls"
            " quasi-military (Yu 2000 ¶26). But two reports of his are one voice, and in the second"
            " he already writes of damage to mend.",
        ),
        weigh=("yu-1999 ¶12", "yu-1999 ¶16", "yu-1999 c7", "yu-2000 ¶26", "miller-2002 ¶11"),
    ),
    Open(
        id="01.8",
        title="May one cite the page as a voice of 1999?",
        rubric=(
            "My first sentence says yes, no, or on which condition.",
            "I give a sign of time, with its passage, and say what it proves.",
            "I name a sign of a later hand, and say what follows.",
            "I say how a footnote should describe the passage.",
        ),
        model=(
            "Yes, if the footnote says what is inferred. The passage speaks of what now outweighs"
            " all else (web page ¶23), and the latest news beside it is of August 1999 (web page"
            " ¶11). So it was not written before; that it was soon after, and that the two passages"
            " are one text, is a guess. Against me stands a clause that knows a name of 2001 (web"
            " page ¶24), so somebody worked on the text later, and I cannot know where else. I"
            " should write: author unknown, perhaps Russian, after August 1999, as reprinted on a"
            " page of April 2015 or later; and I should use it beside another voice of that year,"
            " never alone.",
            "No, not as a voice of 1999. What now means depends on when it was written, and for"
            " that we have only signs. A later hand was in the text, since it knows a name of 2001"
            " (web page ¶24); and where the page seems to copy, it does not say so (web page ¶2)."
            " Against me stands the word now, with news of August 1999 near it (web page ¶23)."
            " They make the guess a good one. But a footnote should lead a reader to something that"
            " can be checked, so I should cite it as a page of April 2015 or later and tell the"
            " rest in my text.",
        ),
        weigh=("gpr-web ¶24", "gpr-web ¶2", "gpr-web ¶11", "gpr-web ¶5"),
    ),
)
