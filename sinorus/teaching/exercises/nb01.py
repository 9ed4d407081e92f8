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
            "a": "The reporter saw the flames, and took the number of the hurt from an agency. For"
            " what it looked like, call one who was there; for what came of it, perhaps somebody"
            " later. Trust follows the question.",
            "b": "Yu Bin, who still waited for Putin (Yu 2000 ¶24), is right on the year where the"
            " late voice is wrong (Miller 2002 ¶7). But no text knows tomorrow: whether the"
            " alliance of which he wrote would come (Yu 1999 ¶21), he could not know. Trust"
            " follows the question.",
            "c": "Miller alone tells of the treaty of 2001 (Miller 2002 ¶2), and yet has a"
            " visit in the wrong year (Miller 2002 ¶7). To be late is a chance, and no proof."
            " Trust follows the question.",
        },
    ),
    Guess(
        "01.chain",
        "Through whose hands did Klebanov's words come to you?",
        settles=(
            "We lay them d, e, b, a, c. Klebanov spoke, reporters heard him, and by the bracket"
            " two agencies sent it out, Itar-Tass and Xinhua, on 18 January (Monitor 2000 ¶3)."
            " The Monitor made its report of that, this course made an abstract of the report,"
            " and you read it: yours is the sixth pair of hands at least. A Moscow newspaper has"
            " him say of the same visit that nothing is unsolved; each hand chooses. (If a card is"
            " missing in your row, lay it now.)\n"
            "So agencies and newspapers stand behind the reports; where no bracket stands, we"
            " seldom know which."
        ),
    ),
    Guess(
        "01.both",
        "Who is wrong: Yu Bin, the Monitor, both or neither?",
        settles=(
            "We say neither, and this is our Two: they differ, and neither need be wrong. They"
            " differ in the date, July 1999 and half a year later. They differ in the question:"
            " Yu Bin tells of a defence alliance of the two (Yu 1999 ¶20), the Monitor of work"
            " against missile defence, and then of an axis of three (Monitor 2000 ¶2). They differ"
            " in whom they heard: he gives some Russian officials (Yu 1999 ¶16), and the Monitor"
            " in this item names nobody for the refusal, which it calls apparent. One quarrel is"
            " left: did Beijing want more in 1999? So ask of two who differ: is it the same date,"
            " the same question, the same people?"
        ),
    ),
    Guess(
        "01.year",
        "Is anything odd in it?",
        settles=(
            "The lonely triangle is Miller's, a year too far left. She calls Putin president in"
            " July 1999 (Miller 2002 ¶7). But Yeltsin was president until the last day of that"
            " year, the day of your first picture (record 31 December 1999): the early voice helps"
            " us to correct the late one. Whoever made our table has seen it, and filed her"
            " passages under the visit of 2000. A wrong year is no verdict on a witness, but asks"
            " for care with her other days."
        ),
    ),
    Guess(
        "01.layer",
        "In which year was this passage written?",
        settles=(
            "We say about 1999. The latest news in it is of August 1999 (web page ¶11), and no"
            " text is older than its latest news. It may be younger, but perhaps little: another"
            " passage says what, after Kosovo, now outweighs all else (web page ¶23).\n"
            "So the page has several hands, as it seems: one part copies a text of 2015, and"
            " another one of about 1999. Where the page agrees with a text that it copied, that is"
            " no second voice."
        ),
    ),
    Guess(
        "01.circle",
        "How did the hollow circle come there?",
        settles=(
            "The circle is a name of 2001. The last sentence of that layer says that the five of"
            " Shanghai later became the Shanghai Cooperation Organization (web page ¶24). Nobody"
            " could know it in 1999: either a later hand added the words, or the layer is younger"
            " than we think. The same tag stands in a passage of another layer (web page ¶5), so"
            " it looks like a habit of whoever put the page together. But then no sentence of the"
            " page is surely free of that hand."
        ),
    ),
    Guess(
        "01.five",
        "Which answers does the Monitor give to your five questions?",
        ask="Write your answers in place of the three dots, between three quotation marks.",
        settles=(
            "This is ours.\n"
            "Who? Nobody signs it; a foundation publishes it.\n"
            "Where? In Washington; the ministers met in Moscow.\n"
            "When? On 20 January 2000, or a day beside it: that you found yourself.\n"
            "From what? From agencies, which it names in brackets (Monitor 2000 ¶1).\n"
            "For whom? It does not say. So we leave a question mark, and that is an answer too.\n"
            "Ask these five questions of any source, before you believe it."
        ),
    ),
    Guess(
        "01.card",
        "What would you tell a friend?",
        ask="Write your text in place of the three dots, between three quotation marks.",
        settles=(
            "This is ours.\n"
            "Five: the texts, and the questions that we ask of any source before we believe it."
            " Who, where, when, from what, for whom?\n"
            "Four: their authors, since two texts are by one, Yu Bin. And the page has several"
            " hands, as it seems: it copies an article of 2015, and a text of about 1999.\n"
            "Three: our moves. Filter keeps the rows that fit: eleven passages on that night, from"
            " two names, and a passage is no witness. Count on went by weekdays, from the number"
            " of the issue: it found a lost day, 20 January 2000 or a day beside it. Sort puts the"
            " rows in order: we saw who wrote before Putin's visit and who after.\n"
            "Two: they differ, and neither need be wrong. Yu Bin tells of an alliance in July"
            " 1999, the Monitor, half a year later, of a refusal, and of another plan.\n"
            "One: most acts stand in one text only. Who believes only what two tell, throws away"
            " the treaty of 2001.\n"
            "None: none of them says 'I was there'. Agencies and newspapers stand behind the"
            " reports, and even the reporter before the fire copied an agency's number. And none"
            " knows tomorrow: Yu Bin still waits for Putin."
        ),
    ),
)

EXERCISES = (
    Exercise(
        id="01.1",
        title="How many names of `reports` stand behind eleven passages?",
        form="number",
        answer=_authors,
        right=(
            "Two of the four names stand behind the eleven, nine and one and one. Yu Bin wrote ten"
            " of them, in two reports; the web page has one, and whether Seppo Niemi wrote it, we"
            " cannot say. A passage is not a witness: many can go back to one pen."
        ),
        mistakes=(
            Mistake(
                "names that are printed",
                1,
                "You think well: one name only is printed on its texts. But here count as the"
                " table does, also a name in square brackets.",
            ),
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
            "Under our supposition it is Thursday 20 January 2000. You counted the day from the"
            " number of the issue, by weekdays: fourteen of them from Monday 3 January. For two"
            " later issues of that year such a count gives the printed day; in the year before, it"
            " is a day off. So ours may be the day before or after, and the course prints it in"
            " square brackets."
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
                " holiday in America, you thought well; two later issues of the year fit the"
                " count without it.",
            ),
            Mistake(
                "days of the agencies",
                lambda day: day.isoformat() in ("2000-01-17", "2000-01-18"),
                "Near it, but some weekdays are missing. Count on from the second Friday: how"
                " many issues are there by then?",
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
        title="Who could tell of the visit as past?",
        form="letters",
        options={
            "a": "Yu Bin, 1999",
            "b": "the Monitor",
            "c": "Yu Bin, 2000",
            "d": "Miller",
            "e": "the web page, as we have it",
        },
        answer="d, e",
        because="yu-2000 ¶24",
        right=(
            "Miller and the page could. Yu Bin's second report is of the same month, but he"
            " writes of the visit as still to come (Yu 2000 ¶24). Where a date fails, the words"
            " of a text can tell what it knew: here it is upcoming, which is also his word."
        ),
        mistakes=(
            Mistake(
                "a visit to come",
                lambda given: "c" in given,
                "The month alone leaves it open. Read the words that tell the time: has the"
                " summit been, or is it on its way?",
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
        pointer="Note for each of the five when it was written; for July 2000 read the verbs.",
        first_step="two of the five were written later than the summer of 2000.",
    ),
    Exercise(
        id="01.4",
        title="Who tells the visit as done?",
        form="locators",
        answer=lambda: _visit("done"),
        worked='visit[visit["status"] == "done"]',
        right=(
            "Only Miller does, in two paragraphs. The eleven others are Yu Bin's: in entry c40 of"
            " his list of days he still waits for the guest (Yu 2000 c40). The page could know of"
            " the visit and passes it over, though it quotes Putin of two weeks before (web page"
            " ¶13)."
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
        id="01.5",
        title="Where do the two part?",
        form="choice",
        options={
            "a": "what Moscow wanted",
            "b": "what Beijing wanted",
            "c": "what the visit of January brought",
            "d": "what Washington planned",
        },
        answer="b",
        because="D03",
        right=(
            "They part over Beijing. Both capitals raise their ties, says Yu Bin (Yu 1999 ¶20)."
            " In the Monitor Moscow is said to have sought more, for a year or longer, and"
            " China's leaders have apparently rebuffed such plans; when they did, it does not say"
            " (Monitor 2000 ¶2)."
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
                "Yu Bin wrote half a year before that visit. Where only one could speak, nobody"
                " is contradicted.",
            ),
            Mistake(
                "only one speaks",
                "d",
                "Only the Monitor speaks of American plans. Where only one speaks, nobody is"
                " contradicted.",
            ),
        ),
        pointer="Underline in both who asks for more, and who answers.",
        first_step='find "the past year or more", and see who asks there and who answers.',
    ),
    Exercise(
        id="01.6",
        title="Why does one text alone tell the treaty?",
        form="choice",
        options={
            "a": "they doubted that it would last",
            "b": "it mattered little to China and Russia",
            "c": "three came too early; one is silent",
            "d": "all four were written before it was signed",
        },
        answer="c",
        because="miller-2002 ¶2",
        right=(
            "Nine passages tell the treaty, and all are Miller's (Miller 2002 ¶2). Three texts"
            " were written before it; the web page could know, and is silent. Nobody doubts the"
            " treaty (record 16 July 2001), and your friend loses it: told once need not mean"
            " badly known. Our texts are short windows, which hardly overlap. So ask first who"
            " could speak, and then count voices."
        ),
        mistakes=(
            Mistake(
                "silence is no doubt",
                "a",
                "A text that is silent does not doubt. Ask first which of them could know.",
            ),
            Mistake(
                "silence is no verdict",
                "b",
                "That is a verdict on the act. Ask first which of the four could know of it.",
            ),
            Mistake(
                "the page forgotten",
                "d",
                "Look at the highest row of the picture: when was that text made?",
            ),
        ),
        pointer="Look at the picture: which diamonds stand left of the summer of 2001?",
        first_step="two reports by Yu Bin and the Monitor were written before the treaty.",
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
            "I call Yu Bin, for the sentence; closer means to me that they acted together more."
            " He wrote about two months after the night, it seems from Chinese and Russian media,"
            " and could not know the winter. Beijing drew back from the West at once, he says (Yu"
            " 1999 ¶12). Against me stands the Monitor: China's leaders have apparently rebuffed"
            " Moscow's plans (Monitor 2000 ¶2). But it does not say when, nor from whom it knows.",
            "I call the Monitor, against the sentence. It wrote eight months after the night, and"
            " could not know the spring that followed. China's leaders, it says, have apparently"
            " rebuffed Moscow's plans (Monitor 2000 ¶2); for that it names nobody. Against me"
            " stands Yu Bin, who in 2000 has the two driven very close to an alliance, of a kind"
            " that he calls quasi-military (Yu 2000 ¶26). But who was driven close has not"
            " arrived.",
        ),
        weigh=("yu-1999 ¶12", "yu-1999 ¶16", "yu-1999 c7", "yu-2000 ¶26", "yu-1999 ¶1"),
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
            " all else, after Kosovo (web page ¶23). If it is one text with the passage that knows"
            " August 1999 (web page ¶11), it was not written before. Against me stands a name of"
            " 2001 (web page ¶24): a later hand was there, or the layer is younger. I should write:"
            " author unknown, perhaps of 1999; and use it beside another voice.",
            "No, not as a voice of 1999. The layer knows a name of 2001 (web page ¶24): a later"
            " hand was in it, or it is younger. And where the page seems to copy, it does not say"
            " so (web page ¶2). Against me stands news of August 1999 (web page ¶11), with a now"
            " near it: the guess is a good one. But I should cite a page of April 2015 or later,"
            " and tell the rest in my text.",
        ),
        weigh=("gpr-web ¶24", "gpr-web ¶2", "gpr-web ¶11", "gpr-web ¶5"),
    ),
)
