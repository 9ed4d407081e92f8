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
_SLIP = (
    " In truth the Five came the next day (record 26 April 1996). Nearly the whole sentence on the"
    " two frameworks is the same, too."
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
            "a": "The reporter saw the flames; in what we read, that report has no dead. For what"
            " it looked like, call one who was there; for what came of it, perhaps somebody later."
            " Trust follows the question.",
            "b": "Yu Bin, who still waited for Putin (Yu 2000 ¶24), is right on the year where the"
            " late voice is wrong (Miller 2002 ¶7). But the alliance that he saw coming never came"
            " (Yu 1999 ¶20). Trust follows the question.",
            "c": "Miller alone tells of the treaty of 2001 (Miller 2002 ¶2), and yet has a"
            " visit in the wrong year (Miller 2002 ¶7). To be late is a chance, and no proof."
            " Trust follows the question.",
        },
    ),
    Guess(
        "01.chain",
        "Through whose hands did Klebanov's words come to you?",
        settles=(
            "Klebanov spoke. By the bracket two agencies sent it out, Itar-Tass and Xinhua, on 18"
            " January (Monitor 2000 ¶3). The Monitor made its report of that, this course made an"
            " abstract of the report, and you read it: you are the fifth at least. Agencies and"
            " newspapers stand behind the reports. Where no bracket stands, we seldom know which."
        ),
    ),
    Guess(
        "01.both",
        "May both be right?",
        settles=(
            "They may. Two authors can differ, and neither need be wrong. They differ in the month:"
            " one wrote in July 1999, the other half a year later. They differ in the question: an"
            " alliance of two (Yu 1999 ¶20), an axis of three (Monitor 2000 ¶2). They differ in"
            " whom they heard: some Russian officials (Yu 1999 ¶16), and somebody whom the Monitor"
            " does not name. Both doubt, with a perhaps and an apparently. So ask of two who differ"
            " whether they share the date, the question and the people whom they heard."
        ),
    ),
    Guess(
        "01.slip",
        "Which tells more about copying?",
        {"a": "a truth that both have", "b": "a mistake that both have", "c": "neither"},
        {
            "a": "A truth can be found twice, since it stands there for everybody. A mistake is"
            " seldom made twice in the same place. Who copied from whom it does not say; but the"
            " article speaks of the day nineteen years later, so it is at home in April 2015."
            + _SLIP,
            "b": "We think so too. Still, both may follow a third text, and the slip does not say"
            " who copied from whom. The article speaks of the day nineteen years later, so it is"
            " at home in April 2015; it looks as if the page took over." + _SLIP,
            "c": "You are careful, and both may follow a third text. But the same slip beside the"
            " same three words seldom comes by chance. Who copied from whom it does not say; the"
            " article speaks of the day nineteen years later, so it is at home in April 2015."
            + _SLIP,
        },
    ),
    Guess(
        "01.layer",
        "Before which month can it not have been written?",
        settles=(
            "August 1999 (web page ¶11): a text is not older than the latest thing that it knows."
            " That it was written soon after, about autumn 1999, we guess. So the page copies older"
            " texts, one of April 2015 and, it seems, one of about 1999. One file can hold several"
            " authors; and when it agrees with a text that it copied, that is no second voice."
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
        "01.card",
        "What would you tell a friend?",
        ask="Write your text in place of the three dots, between three quotation marks.",
        settles=(
            "Ours.\n"
            "Who saw the bombs on the embassy? None of our authors, as far as we see. We"
            " filtered a table and found eleven passages, but only two names behind them: a"
            " passage is not a witness. Our five files have"
            " four authors, and the web page holds several: it copies a text of 2015 and, it"
            " seems, one of about 1999. We sorted the files by the time of writing, since nobody"
            " can know what comes after. One day was lost, and we counted it out of a bulletin's"
            " number. Its brackets name agencies: others stand behind a report. Yu Bin and the"
            " Monitor differ, and neither need be wrong, for the month and the question are not the"
            " same. Most acts stand in one file only. So ask of every source before you use it:"
            " who, where, when, from what, for whom?"
        ),
    ),
)

EXERCISES = (
    Exercise(
        id="01.1",
        title="How many names stand behind eleven passages?",
        form="number",
        answer=_authors,
        right=(
            "Two names stand behind the eleven, nine and one and one. Yu Bin wrote ten of them, in"
            " two reports; the web page has one, and Seppo Niemi, who keeps the site, may not have"
            " written that paragraph. Only Yu Bin has the telephone (Yu 1999 ¶14), and only the"
            " page the map and the damage (web page ¶15). A passage is not a witness: many can go"
            " back to one pen."
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
            "Under our supposition it is Thursday 20 January 2000: fourteen weekdays from Monday 3"
            " January. The lost day came out of a number. Two later issues of that year fit the"
            " same count. Still it may be the day before or after, so the course prints it in"
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
            "d": "what Washington planned",
        },
        answer="b",
        because="D03",
        right=(
            "They part over Beijing. Yu Bin has both capitals raise their ties (Yu 1999 ¶20). In"
            " the Monitor Moscow is said to have sought more, for a year or longer, and China's"
            " leaders have apparently rebuffed such plans; when they did, it does not say (Monitor"
            " 2000 ¶2)."
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
            " can tell what it knew; our abstract keeps the time of his."
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
        pointer="Note for each of the five when it was written; for July 2000 read the verbs.",
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
            " the visit was not a year old, and the early voice corrects the late one. A wrong year"
            " is no verdict on a witness. The page could know of it and passes it over, though it"
            " quotes Putin on China in that year (web page ¶13)."
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
        title="Why does one text alone tell the treaty?",
        form="choice",
        options={
            "a": "they doubt it",
            "b": "it did not matter to China and Russia",
            "c": "three came too early, and one could know and is silent",
            "d": "all four came too early",
        },
        answer="c",
        because="miller-2002 ¶2",
        right=(
            "Nine passages tell the treaty, and all are Miller's (Miller 2002 ¶2). Three texts"
            " were written before it; the web page could know, and is silent. Nobody doubts the"
            " treaty (record 16 July 2001), and your friend loses it. Told once need not mean"
            " badly known. She keeps the new Shanghai organisation, for which the second text is"
            " the page (web page ¶5), made of older texts. So count voices, and ask first who"
            " could speak."
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
                "Look at the highest row of the picture: when was that text put together?",
            ),
        ),
        pointer="Lay the picture beside the table: which rows lie below July 2001?",
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
            "I call Yu Bin, for the sentence. He wrote about two months after the night, and reads"
            " Chinese. Beijing drew back from the West at once, he says (Yu 1999 ¶12), and its"
            " president spoke with Moscow while he refused Washington's calls (Yu 1999 ¶14). He"
            " even sees an alliance coming, but the voices that he gives for it are Russian (Yu"
            " 1999 ¶16); so I take less from him than he says. He left out that Jiang took"
            " Clinton's call four days later (record 14 May 1999 a). Against me stands the"
            " Monitor. China's leaders have apparently rebuffed Moscow's plans (Monitor 2000 ¶2);"
            " it does not say when, nor from whom it knows, and it speaks of an axis. Closer is"
            " less than that.",
            "I call the Monitor, against the sentence. It wrote half a year after the night, and"
            " names agencies for much of what was said at the talks; for the axis and the refusal"
            " I find none. It sees no step towards joint military action against missile defence,"
            " though a memorandum was signed (Monitor 2000 ¶1), and China's leaders have"
            " apparently rebuffed more (Monitor 2000 ¶2). It could not know the spring that"
            " followed. China abstained on the peace (record 10 June 1999 c), as it had on Kosovo"
            " in 1998 (record 23 September 1998); that shows no step either way. Against me the"
            " Monitor itself has the two work together more at the United Nations (Monitor 2000"
            " ¶4). And there is Yu Bin, who in 2000 still has them driven very close to an"
            " alliance, of a kind that he calls quasi-military (Yu 2000 ¶26). But two reports of"
            " his are one voice, and in the second he already writes of damage to mend.",
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
            " all else (web page ¶23), after Kosovo. If it is one text with the passage that knows"
            " August 1999 (web page ¶11), it was not written before; if not, only after June."
            " Against me stands a clause that knows a name of 2001 (web page ¶24). Either somebody"
            " worked on the text later, or the layer is younger, and I cannot know which. I"
            " should write: author unknown, perhaps Russian, perhaps of 1999, as reprinted on a"
            " page of April 2015 or later; and I should use it beside another voice of that year,"
            " never alone.",
            "No, not as a voice of 1999. What now means depends on when it was written, and for"
            " that we have only signs. Its last sentence knows a name of 2001 (web page ¶24):"
            " either a later hand was in it, or it is younger. And where the page seems to copy,"
            " it does not say so (web page ¶2). Against me stands the word now, with news of"
            " August 1999 near it (web page ¶23). They make the guess a good one. But a footnote"
            " should lead a reader to something that can be checked, so I should cite it as a page"
            " of April 2015 or later and tell the rest in my text.",
        ),
        weigh=("gpr-web ¶24", "gpr-web ¶2", "gpr-web ¶11", "gpr-web ¶5"),
    ),
)
