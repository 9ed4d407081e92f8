"""Exercises, bets and cards of 01_five_voices."""

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


EDITION = 2
_SHARED = "Thirteen of the 172 in the table are. Of each of the others one text is all we have."

GUESSES = (
    Guess(
        "01.0",
        "Of all acts in the table, how many are told by two texts or more?",
        {"a": "most", "b": "about half", "c": "fewer than one in ten"},
        {
            "a": _SHARED,
            "b": _SHARED,
            "c": f"You win. {_SHARED}",
        },
    ),
    Guess(
        "01.night",
        "In how many passages do the five texts speak of the bombs?",
        {"a": "three", "b": "eleven", "c": "forty"},
        {
            "a": "It is eleven: nine, one and one.",
            "b": "You win: nine, one and one make eleven.",
            "c": "It is eleven: nine, one and one. Forty would be every seventh row of the table.",
        },
    ),
    Guess(
        "01.yu",
        "Yu Bin's card: who, where, when, from what, for whom?",
        settles=(
            "Ours has: Yu Bin, who once served in the Chinese army and in a research centre of"
            " China's government; in Ohio; July 1999, two months or so after the night; from"
            " Chinese and Russian media and agencies, which he seldom names; for Americans who"
            " follow policy on Asia."
        ),
    ),
    Guess(
        "01.week",
        "How do the two passages stand to each other?",
        {
            "a": "one of them must be wrong",
            "b": "each tells another part of one week",
            "c": "the page has copied Yu Bin",
        },
        {
            "a": "We see no sentence in the one that the other denies. Yu Bin has the telephone,"
            " the page has the map and the crowds, and the record has both the call (record 10"
            " May 1999 a) and the crowds (record 10 May 1999 b).",
            "b": "We think so too. Yu Bin asks what moved between two capitals, so he has the"
            " telephone; the page asks what drew China in, so it has the map and the crowds.",
            "c": "It may have read him, but nothing here shows it: what he has, the page has not,"
            " and it has a map that he leaves out.",
        },
    ),
    Guess(
        "01.monitor",
        "From what does the Monitor speak, and what could it not know?",
        settles=(
            "Ours has: from agencies, which it names in brackets, Russian and Chinese ones among"
            " them; it reports no talk of its own. It could not know who would win the election"
            " of March, nor anything later (Monitor 2000 ¶6)."
        ),
    ),
    Guess(
        "01.miller",
        "For what would you call Miller, and for what not?",
        settles=(
            "Ours has: yes for the year after the treaty, which she could watch from September"
            " 2002, and for what a Chinese editorial leaves out (Miller 2002 ¶12); not for days"
            " and years before that."
        ),
    ),
    Guess(
        "01.sign",
        "Which sign tells when the layer was written?",
        {
            "a": "its latest news is of one month",
            "b": "it spells a name as Deng-hui",
            "c": 'it writes "incidence" for incident',
        },
        {
            "a": "You win. A text is not older than what it knows: here it is August 1999 (web page"
            " ¶11). And it says what now outweighs all else (web page ¶23), so it speaks from"
            " inside a moment. Together they point to the autumn of 1999, and that stays an"
            " inference.",
            "b": "The spelling tells from where a text may come: it follows the Russian form, or"
            " the one that Beijing uses. For the time ask what it knows last: August 1999 (web"
            " page ¶11). That points to the autumn of 1999, and stays an inference.",
            "c": "A slip of English tells that somebody translated, or wrote a language not his"
            " own, in whatever year. For the time ask what it knows last: August 1999 (web page"
            " ¶11). That points to the autumn of 1999, and stays an inference.",
        },
    ),
    Guess(
        "01.circle",
        "What lies in the grey field of the older layer?",
        settles=(
            "It is the name of 2001. The last sentence of that layer says that the five of"
            " Shanghai later became the Shanghai Cooperation Organization (web page ¶24). A text"
            " of 1999 could not know it: either a later hand added the words, or the layer is"
            " younger than we think. We think the first, since only that clause knows so much;"
            " but then no sentence of the page is surely free of later hands."
        ),
    ),
    Guess(
        "01.slip",
        "Which tells more about copying?",
        {"a": "a truth that both have", "b": "a mistake that both have", "c": "neither"},
        {
            "a": "A truth can be found twice, since it stands there for everybody. A mistake is"
            " seldom made twice in the same place.",
            "b": "We think so too: a truth stands there for everybody, while the same slip in the"
            " same place seldom comes by chance. Still, both may follow a third text.",
            "c": "You are careful, and both may follow a third text. But the same slip in the same"
            " place seldom comes by chance, and a truth can be found twice.",
        },
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
            " not give it. As far as we see, neither was in Belgrade that night. A passage is not"
            " a witness."
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
        title="Can both be right?",
        form="letters",
        options={
            "a": "They look at different months.",
            "b": "They ask different questions.",
            "c": "The later one knew how it ended.",
            "d": "The two write for different countries.",
        },
        answer="a, b",
        because="D03",
        right=(
            "Half a year lies between them, with Yeltsin's resignation in it (record 31 December"
            " 1999). And they ask different things: Yu Bin, where the ties are heading; the"
            " Monitor, whether one visit brought joint steps against missile defence. So neither"
            " refutes the other. Ask of two authors who differ: another date, another question,"
            " another audience?"
        ),
        mistakes=(
            Mistake(
                "later taken for last",
                lambda given: "c" in given,
                "In January 2000 the story had not ended, and Russia had not even elected its next"
                " president. The later voice is late only for this one visit.",
                example="a, b, c",
            ),
            Mistake(
                "one audience taken for two",
                lambda given: "d" in given,
                "Both write for Americans who follow policy: readers on Asia in the one case, on"
                " the former Soviet Union in the other. So the audience differs, but not the"
                " country.",
                example="a, b, d",
            ),
            Mistake(
                "the date alone",
                "a",
                "The months are one reason. Now look at what each of the two is looking for.",
            ),
            Mistake(
                "the question alone",
                "b",
                "The question is one reason. Now look at what lies between the two texts.",
            ),
        ),
        pointer="Strike out what would not be true even if you liked the sentence.",
        first_step="one true reason is about time, and one about what each wants to find out.",
    ),
    Exercise(
        id="01.3",
        title="On which day did the Monitor appear?",
        form="date",
        within="2000-01",
        answer=_issue_day,
        right=(
            "By this count it is Thursday 20 January 2000. Two later issues of that year fit the"
            " same count; in the year before, such a count is out by one day, so we allow a day"
            " either way. Since it is an inference, the course prints the date in square brackets."
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
                "That is the day of issue 15, or a holiday is left out. Issue 1 is Monday 3"
                " January itself; by this count no weekday is missing.",
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
                "That is the day of issue 13. One more weekday has to pass.",
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
        because="yu-2000 c40",
        right=(
            "Miller and the page could. Yu Bin's second report is of July 2000 too, but its last"
            " news is of 29 June, when Beijing confirms that the guest will come (Yu 2000 c40)."
        ),
        mistakes=(
            Mistake(
                "a visit to come",
                lambda given: "c" in given,
                "His second report is of the same month, and yet its last news is of 29 June. It"
                " can only look forward to the visit.",
                "yu-2000 c40",
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
        pointer="Which diamonds of the picture lie right of July 2000, and what stands above all?",
        first_step="two of the five were written later than the summer of 2000.",
    ),
    Exercise(
        id="01.5",
        title="What may one say about the two numbers?",
        form="choice",
        options={
            "a": "Yu Bin took both numbers from the newspaper in Hong Kong.",
            "b": "The newspaper is the closest match so far; a third text may lie behind both.",
            "c": "Both numbers are printed in two places, and so they are confirmed.",
            "d": "No order for 72 is known, and so nothing in this report can be trusted.",
        },
        answer="b",
        because="E13",
        right=(
            "A match shows that two texts agree, and not which of them was read. If one agency"
            " stands behind both, they are one witness. What became of the number you will see in"
            " notebook 04."
        ),
        mistakes=(
            Mistake(
                "a match taken for the source",
                "a",
                "That a newspaper has the same numbers does not show that he read it. What else"
                " could make two texts alike?",
            ),
            Mistake(
                "two prints taken for two witnesses",
                "c",
                "Two texts may have one source. Agreement confirms only where neither depends on"
                " the other, nor both on a third.",
            ),
            Mistake(
                "one number against all",
                "d",
                "He passes both numbers on as said and reported, in one paragraph. They do not"
                " decide about the rest.",
                "yu-1999 ¶18",
            ),
        ),
        pointer="Ask of each sentence: what would somebody have to know for it to be true?",
        first_step="strike out what claims that a text was read, or a number true, or all false.",
    ),
    Exercise(
        id="01.6",
        title="What does the careful friend lose?",
        form="choice",
        options={
            "a": "the partnership of April 1996",
            "b": "the bombs on the embassy",
            "c": "the treaty of July 2001",
            "d": "the break after 1956",
        },
        answer="c",
        because="miller-2002 ¶2",
        right=(
            "The treaty of July 2001 is lost, since only Miller tells it: the others wrote before"
            " it, or pass it over (Miller 2002 ¶2). Nobody doubts it (record 16 July 2001). So told"
            " once need not mean badly known; it can mean that only one voice was there to tell."
            " And told by three can mean two authors, as with the embassy."
        ),
        mistakes=(
            Mistake(
                "told by three",
                lambda letter: letter in ("a", "b"),
                "Three texts tell it, so your friend keeps it, two authors or not. Look for an act"
                " that is in neither of the tables.",
                example="b",
            ),
            Mistake(
                "an old act",
                "d",
                "It is long before their time, and yet two texts tell it. Look at the first row"
                " that you sorted.",
            ),
        ),
        pointer="Look each of the four up in the tables above: which one is missing?",
        first_step="ask your sorted table for the acts of the year 2001, one by one.",
    ),
    Open(
        id="01.7",
        title="Whom do you call for one sentence?",
        rubric=(
            "My first sentence says whom I call.",
            "I say when my witness wrote, and from what.",
            "I say what my witness could not know.",
            "I put no dependence more firmly than it is known.",
            "I name the best passage against me, and answer it.",
        ),
        model=(
            "I call Yu Bin. He wrote about two months after the night and reads Chinese. In his"
            " list the presidents speak over the hotline on 10 May (Yu 1999 c4), and he sees both"
            " capitals raise their ties (Yu 1999 ¶20). He could not know the winter that followed,"
            " nor does he name most of what he has read. Against me stands the"
            " Monitor, which half a year later sees no step towards joint action, and a Beijing"
            " that has apparently rebuffed plans for an axis (Monitor 2000 ¶2). But it looks at"
            " one visit and at missile defence, and the sentence says closer, not allied. So my"
            " witness holds for that summer.",
            "I call the Monitor, and against the sentence. It wrote more than half a year after"
            " the night, and it names its agencies, so that one can go back to them. It sees loud"
            " words and no joint step; China, mindful of trade with the West, has apparently"
            " rebuffed more (Monitor 2000 ¶2). It could not know the spring that followed. Against"
            " me stands Yu Bin, who saw two capitals raising their ties (Yu 1999 ¶20). He wrote two"
            " months after the night, mostly from media that he does not name; and what capitals"
            " seem to want is not yet what they do.",
        ),
        weigh=("yu-1999 c4", "yu-1999 ¶20", "monitor-2000 ¶2", "monitor-2000 ¶3"),
    ),
    Open(
        id="01.8",
        title="May one cite the page as a voice of 1999?",
        rubric=(
            "My first sentence says yes, no, or on which condition.",
            "I give a sign of time, with its passage.",
            "I name a sign of a later hand, and say what follows.",
            "I say how a footnote should describe the passage.",
        ),
        model=(
            "Yes, if the footnote says what is inferred. The passage speaks of what now outweighs"
            " all else (web page ¶23), and the latest news that fits is of August 1999 (web page"
            " ¶11). Against me stands a clause that knows a name of 2001 (web page ¶24), so"
            " somebody worked on the text later, and I cannot know where else. I should write:"
            " author unknown, perhaps Russian, about autumn 1999, as reprinted on a page seen in"
            " 2026; and I should use it beside another voice of that year, never alone.",
            "No, not as a voice of 1999. What now means depends on when it was written, and for"
            " that we have only signs. A later hand was in the text, since it knows a name of 2001"
            " (web page ¶24); and where it copies, it changes nothing and says nothing (web page"
            " ¶2). Against me stands the word now, together with news that ends in August 1999"
            " (web page ¶23). They make the guess a good one. But a footnote should lead a reader"
            " to something that can be checked, so I should cite it as a page of after 2015 and"
            " tell the rest in my text.",
        ),
        weigh=("gpr-web ¶24", "gpr-web ¶2", "gpr-web ¶11", "monitor-2000 ¶2"),
    ),
)
