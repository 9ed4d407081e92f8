"""Exercises and bets of 02_partnership_1996."""

import pandas as pd

from ..drawn import chart_needs
from ..exercise import Exercise, Guess, Mistake, Open

EDITION = 2

GUESSES = (
    Guess(
        "02.0",
        "When the year 1997 ends, what will the two have besides words?",
        {
            "a": "nothing",
            "b": "a marked border, and ceilings on the troops beside it",
            "c": "a promise to help each other in a war",
        },
        {
            "a": "There was more: an eastern border marked on the ground (record 10 November 1997),"
            " and signed ceilings on troops (record 24 April 1997). But both had their beginnings"
            " before the word.",
            "b": "You win: the eastern border was marked (record 10 November 1997), and the"
            " ceilings were signed (record 24 April 1997). They came into force in August 1999.",
            "c": "No such promise is in what we read; both said that they formed no alliance"
            " (record 25 April 1996 a). What came was a marked border (record 10 November 1997) and"
            " ceilings on troops (record 24 April 1997).",
        },
    ),
    Guess(
        "02.struck",
        "Which word did the pen strike out?",
        {"a": "friendly", "b": "constructive", "c": "allied"},
        {
            "a": "Friendly states they had been since 1992 (record 18 December 1992). By the story"
            " the pen struck out constructive, the word of 1994, and wrote: a partnership of"
            " strategic coordination (record 23 April 1996).",
            "b": "You win. Constructive was the word of 1994 (record 3 September 1994 b); over it"
            " came, by the ambassador's story, a partnership of strategic coordination (record 23"
            " April 1996).",
            "c": "Allied it could not be: in 1994 the two had written that they formed no alliance"
            " (record 3 September 1994 b). By the story the pen struck out constructive and wrote:"
            " a partnership of strategic coordination (record 23 April 1996).",
        },
    ),
    Guess(
        "02.language",
        "In which language does strategic belong to partnership?",
        {"a": "Chinese", "b": "Russian", "c": "English"},
        {
            "a": "In English. The Chinese has strategic before working together, so we read that"
            " the work is strategic; one could also hear it with the whole name.",
            "b": "In English. The Russian partnership is aimed at strategic interaction: that is a"
            " goal. It is the usual form; the sentence of 1996 was not read in Russian.",
            "c": "You win. In Chinese, as we read it, the working together is strategic, and in"
            " Russian the interaction, at which the partnership aims.",
        },
    ),
    Guess(
        "02.papers",
        "To which month do the two states date the strategic partnership?",
        {"a": "April 1996", "b": "April 1997", "c": "November 1998"},
        {
            "a": "You win. The paper of 25 April 1996 has the name (record 25 April 1996 a), and"
            " that of November 1998 looks back to April 1996 (record 23 November 1998).",
            "b": "April 1996. The paper of that month has the name (record 25 April 1996 a), and"
            " that of November 1998 looks back to it (record 23 November 1998). April 1997 has a"
            " paper too, about the order of the world (record 23 April 1997).",
            "c": "April 1996. The paper of November 1998 itself looks back to April 1996 (record 23"
            " November 1998).",
        },
    ),
    Guess(
        "02.primakov",
        "What came first?",
        {
            "a": "Primakov's appointment",
            "b": "the date for Yeltsin's journey",
            "c": "both on one day",
        },
        {
            "a": "The journey was planned first, for March, when Primakov was not yet minister"
            " (record 9 January 1996). So the turn had begun before him. The page says that his"
            " coming marked it, and that can stand.",
            "b": "You win: the journey was planned, for March, when Primakov was not yet minister"
            " (record 9 January 1996). In the event it was in April. That his"
            " coming marked the new course, as the page says, can stand.",
            "c": "The journey was planned first, for March, when Primakov was not yet minister"
            " (record 9 January 1996). So the turn had begun before him. The page says that his"
            " coming marked it, and that can stand.",
        },
    ),
)


def _chart(mark="point", **channels):
    """A chart such as 02.3 asks for, with these channels."""
    import altair as alt

    rows = {"start": ["1996-04-25"], "kind": ["declaration"], "between": ["the two"]}
    table = pd.DataFrame(rows | {"what": ["a declaration"]}).astype({"start": "datetime64[us]"})
    return getattr(alt.Chart(table), f"mark_{mark}")().encode(**channels)


def _sorted(place, words):
    """Whether at one place of the five stands one of these words, by their letters."""
    return lambda given: len(given) == 5 and given[place] in words


EXERCISES = (
    Exercise(
        id="02.1",
        title="What do we have here?",
        form="choice",
        options={
            "a": "Three witnesses, who agree on the word.",
            "b": "One witness, whose details move.",
            "c": "No evidence, since the versions differ.",
        },
        answer="b",
        because="1996-04-23-aeroplane",
        right=(
            "One man tells it, after another man's words, and probably three times (record 23"
            " April 1996). That his minutes move is human; that the pen stays in every version"
            " speaks for it a little. A Russian paper of that day would decide. Until then the"
            " word may have come late, and we say by whose account."
        ),
        mistakes=(
            Mistake(
                "printings taken for witnesses",
                "a",
                "Count the people who stand behind the printings, and not the printings. Who told"
                " whom?",
            ),
            Mistake(
                "one flaw spoils all",
                "c",
                "Ask of what the versions tell differently, and of what they tell alike. Would you"
                " throw away a friend's story because her minutes change?",
            ),
        ),
        pointer="Draw the way of the story: who was there, who heard it, who printed it?",
        first_step="each printing goes back to the same Chinese ambassador, or probably does.",
    ),
    Exercise(
        id="02.2",
        title="Did they take the word back?",
        form="choice",
        options={
            "a": "What NATO did in 1997.",
            "b": "Who was the host in 1997.",
            "c": "The Chinese and Russian texts.",
        },
        answer="c",
        because="D01",
        right=(
            "Before one explains a change one asks whether there was one. Another English of the"
            " paper of 1997, on a Chinese site, has a strategic partnership again. So the two"
            " English forms probably follow the Chinese and the Russian, and not the years. Worth"
            " keeping: ask of a changed word first who translated it."
        ),
        mistakes=(
            Mistake(
                "a cause before the change",
                "a",
                "That would look for the cause of a change. Is it sure that anything was changed,"
                " when one has read only a translation?",
            ),
            Mistake(
                "the speaker before the text",
                "b",
                "A host may choose the flowers; both sign the same paper. In which languages was it"
                " made?",
            ),
        ),
        pointer="Your friend compares two English sentences. Of what are they translations?",
        first_step="look at the picture again: which noun does each language put behind strategic?",
    ),
    Exercise(
        id="02.3",
        title="Who acts?",
        form="chart",
        answer=chart_needs(
            ("point", "circle", "square"),
            {"x": "start", "y": "kind", "color": "between"},
            title=False,
        ),
        worked=(
            "alt.Chart(spring).mark_point()"
            '.encode(x="start", y="kind", color="between", tooltip="what")'
        ),
        right=(
            "In March and until 17 April others act: missiles, warships, the paper of America and"
            " Japan. From 23 April on it is the two. In this window one colour follows the other,"
            " as if the one had called the other up."
        ),
        mistakes=(
            Mistake(
                "the first chart again",
                lambda given: given.on("color") == (None,) and given.on("x", "y")[0] == "start",
                "That is the chart as it was, in one colour. Who acts is in the column between.",
                example=lambda: _chart(x="start", y="kind"),
            ),
            Mistake(
                "kind in the colours",
                lambda given: given.on("color") == ("kind",),
                "The kinds stand up the side already, so the colour says the same again. Give it"
                " the column that says who acts.",
                example=lambda: _chart(x="start", y="kind", color="kind"),
            ),
            Mistake(
                "who acts up the side",
                lambda given: given.on("y") == ("between",),
                "Now who acts stands up the side. Leave the kinds there, and let the colour say"
                " who acts.",
                example=lambda: _chart(x="start", y="between", color="between"),
            ),
        ),
        pointer="Copy the last line of the cell above, and add two things inside encode.",
        first_step='inside encode, behind y="kind", comes a comma and then color=...',
    ),
    Exercise(
        id="02.4",
        title="Which sentence falls?",
        form="choice",
        options={
            "a": "The missiles made the two hurry.",
            "b": "NATO's plans made Russia turn to China.",
            "c": "The missiles first brought the two together.",
        },
        answer="c",
        because="1994-09-03-partnership",
        right=(
            "The first missile flew in July 1995; acts of the two stand to the left of it, in 1994,"
            " 1992, 1991 and 1989 (record 3 September 1994 b). Had the record been empty there, the"
            " sentence would stand. The page does not say first: that the threat led them to the"
            " strategic partnership, or made them hurry, can still be true. Worth keeping: a date"
            " can break a story, and cannot make one."
        ),
        mistakes=(
            Mistake(
                "older acts forbid a later hurry",
                "a",
                "Whoever has been on the way for years can still begin to run. Which sentence says"
                " that nothing was there before?",
            ),
            Mistake(
                "what is not drawn",
                "b",
                "NATO's plans are no dot on this picture, so it can say nothing of them. Which"
                " sentence does a dot contradict?",
            ),
        ),
        pointer="Find the first dot of force. Is a dot of the two further to the left?",
        first_step='write "1994" for the edge and look left of July 1995.',
    ),
    Exercise(
        id="02.5",
        title="Whose sentence loses its point?",
        form="choice",
        options={
            "a": "Miller's, that it was meant against any country that seeks hegemony",
            "b": "Yu Bin's, that just a few months later they were raising their ties",
            "c": "the web page's, that the timing was a symbol",
        },
        answer="b",
        because="E07",
        right=(
            "From April 1996 to the spring of 1999 are three years, and no few months: the late"
            " date makes the rush look faster (Yu 1999 ¶20). In paragraph 5 he has 1996 himself (Yu"
            " 1999 ¶5). Miller's sentence keeps its point, for the paper of 1996 speaks against"
            " hegemonism too (record 25 April 1996 a). So one of"
            " the three dates works for its author's argument; that he chose it for that, nothing"
            " shows."
        ),
        mistakes=(
            Mistake(
                "a wrong date spoils the sentence",
                "a",
                "Miller's date moves by a year. Does the paper of 1996 say nothing against"
                " bullying? Look at line 6 of the pen.",
                "miller-2002 ¶7",
            ),
            Mistake(
                "the date was right",
                "c",
                "The page has April 1996 already, so nothing is moved. Which sentence measures a"
                " distance in time?",
                "gpr-web ¶2",
            ),
        ),
        pointer="Put 25 April 1996 into each sentence, and read on to its next sentence.",
        first_step="one of the three sentences counts from its birthday to the year 1999.",
    ),
    Exercise(
        id="02.6",
        title="Pencil, ink or stone?",
        form="list",
        options={"p": "pencil", "i": "ink", "s": "stone"},
        answer="PIISP",
        because="1997-11-10-border",
        right=(
            "One of five was stone when 1997 ended (record 10 November 1997), and even that by the"
            " word of those who had promised it. The hotline is reported in use in May 1998 (record"
            " 25 April 1996 b), and trade in 2000 came to 8 billion dollars. The ceilings were ink:"
            " they came into force in 1999, and nobody here has read a count of the soldiers."
        ),
        mistakes=(
            Mistake(
                "not five",
                lambda given: len(given) != 5,
                "Five words are wanted, one for each of the things from a to e.",
                example=["ink", "stone"],
            ),
            Mistake(
                "one word for all",
                lambda given: len(set(given)) == 1,
                "The five are not alike. Which of them could one have touched when 1997 ended?",
                example="IIIII",
            ),
            Mistake(
                "a signature taken for the deed",
                lambda given: "s" in (given[1], given[2]),
                "A signature on rules or ceilings moves no soldier yet. What do we read of the"
                " ground?",
                example="PISSP",
            ),
            Mistake(
                "a declaration taken for an agreement",
                _sorted(0, "is"),
                "The hotline stands in a declaration, without articles of its own, and we read of"
                " no call.",
                example="IIISP",
            ),
            Mistake(
                "an aim taken for more",
                _sorted(4, "is"),
                "Trade for the year 2000 was an aim of 1997. What could be signed or done of it?",
                example="PIISI",
            ),
            Mistake(
                "the marked border",
                _sorted(3, "pi"),
                "Read the cell on the year after again. What did the presidents declare in"
                " November, and about what?",
                example="PIIIP",
            ),
            Mistake(
                "rules taken for words",
                lambda given: len(given) == 5 and "p" in (given[1], given[2]),
                "Look for what has articles of its own: one was signed in Shanghai, one a year"
                " later.",
                example="PPISP",
            ),
        ),
        pointer="Ask of each: is there an agreement with articles, and is there anything to touch?",
        first_step="two of the five are ink, and one is stone.",
    ),
    Open(
        id="02.7",
        title="A word, a policy, or a relationship?",
        rubric=(
            "My first sentence says which of the three began.",
            "I keep apart pencil, ink and stone.",
            "I use an act from before 1996.",
            "I name the best thing against me, and answer it.",
            "I say what would change my mind.",
        ),
        model=(
            "A word began. The eastern border had been agreed on in 1991 (record 16 May 1991), and"
            " a paper of 1994 had a partnership that was no alliance (record 3 September 1994 b)."
            " By one account the new name came two days before it was signed (record 23 April"
            " 1996). Against me stand the rules for troops, signed next day (record 26 April 1996)."
            " They are ink; but they build on an agreement of 1990. A Russian or Chinese paper in"
            " which the name changes an order would change my mind.",
            "More than a word began: five states began to bind their soldiers. The rules were"
            " signed on the day after the name (record 26 April 1996), the ceilings a year later"
            " (record 24 April 1997), and both outlast a speech. Before that stood only papers of"
            " two states (record 3 September 1994 b). Against me speaks Yu Bin, who in 1999 still"
            " finds more framework than substance (Yu 1999 ¶5). He means trade, and I mean the"
            " border. A count of soldiers that did not fall would change my mind.",
        ),
        weigh=(
            "yu-1999 ¶5",
            "yu-1999 ¶16",
            "gpr-web ¶4",
            "gpr-web ¶5",
            "gpr-web ¶1",
            "monitor-2000 ¶4",
        ),
    ),
    Open(
        id="02.8",
        title="Does the timing explain the partnership?",
        rubric=(
            "I say what a date can prove, and what it cannot.",
            "I keep occasion and cause apart.",
            "I name a root that is older than 1996.",
            "I name the best thing against me, and answer it.",
        ),
        model=(
            "No. The paper of Beijing came eight days after that of America and Japan (record 17"
            " April 1996), and near is not because. The journey was planned before the missiles of"
            " March (record 9 January 1996), and a partnership was announced in 1994 (record 3"
            " September 1994 b). Against me: missiles had flown in July 1995 too (record 21 July"
            " 1995). So the crisis may have helped to plan the journey; but it cannot have made"
            " what was there before it.",
            "In part, yes. The page says that the timing was a symbol (web page ¶3), and a symbol"
            " is chosen by people: until April China had left NATO to others, and then it took"
            " Russia's side (record 25 April 1996 a). Something had changed within weeks. Against"
            " me stand the older acts, above all the partnership of 1994 (record 3 September 1994"
            " b). They explain that the two could sign; the spring explains what they now said"
            " aloud. Minutes of Beijing would decide.",
        ),
        weigh=("yu-1999 ¶16", "gpr-web ¶3", "gpr-web ¶4", "gpr-web ¶6", "miller-2002 ¶8"),
    ),
)
