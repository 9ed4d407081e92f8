"""Exercises and bets of 02_partnership_1996."""

import functools

import pandas as pd

from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Guess, Mistake, Open

EDITION = 2

#: When the first missile flew, and how many rows the table `spring` has.
MISSILE, SPRING = "1995-07-21", 8

GUESSES = (
    Guess(
        "02.0",
        "When the year 1997 ends, what will the two have besides words?",
        {
            "a": "only more paper",
            "b": "something that one can touch",
            "c": "more trade than ever before",
        },
        {
            "a": "Much of it was paper, with articles (record 24 April 1997). But one could also"
            " touch something: boundary posts, by the word of both (record 10 November 1997), and"
            " Russian fighters in China, the first of them years before the word (record 1991 to"
            " 1992).",
            "b": "You win: boundary posts, by the word of both (record 10 November 1997), and"
            " Russian fighters in China (record 2 February 1996). But fighters had come years"
            " before the word (record 1991 to 1992).",
            "c": "Trade was smaller in 1997 than in 1993 (record 1991 to 1999). What one could"
            " touch were boundary posts, by the word of both (record 10 November 1997), and"
            " Russian fighters in China (record 2 February 1996).",
        },
    ),
    Guess(
        "02.struck",
        "Which word did the pen strike out?",
        {"a": "friendly", "b": "constructive", "c": "equal"},
        {
            "a": "By the story the pen struck out constructive, and wrote a partnership of"
            " strategic coordination (record 23 April 1996 a). Where the old word came from, part"
            " 4 will show.",
            "b": "You win. By the story the pen struck out constructive, and wrote a partnership"
            " of strategic coordination (record 23 April 1996 a). Where the old word came from,"
            " part 4 will show.",
            "c": "Equal stands in the paper to this day. By the story the pen struck out"
            " constructive, and wrote a partnership of strategic coordination (record 23 April"
            " 1996 a). Where the old word came from, part 4 will show.",
        },
    ),
)


def _chart(mark="point", rows=SPRING, **channels):
    """A chart such as 02.3 asks for, with these channels."""
    import altair as alt

    columns = ("kind", "of_the_two", "what", "where")
    table = pd.DataFrame({"start": pd.to_datetime(rows * ["1996-04-25"])})
    table = table.assign(**{name: [f"{name} {n}" for n in range(rows)] for name in columns})
    return getattr(alt.Chart(table), f"mark_{mark}")().encode(**channels)


def _of_both(before=MISSILE):
    """The acts of China with Russia, or with the Soviet Union, that began before a day."""
    record = load("record")
    both = record["actors"].str.contains("CHN") & record["actors"].str.contains("RUS|SUN")
    return tuple(record.loc[both & (record["start"] < before), "record_id"])


@functools.cache
def _starts():
    return load("record").set_index("record_id")["start"]


def _sorted(place, words):
    """Whether at one place of the five stands one of these words, by their letters."""
    return lambda given: len(given) == 5 and given[place] in words


EXERCISES = (
    Exercise(
        id="02.1",
        title="What do we have here?",
        form="choice",
        options={
            "a": "Three witnesses to one scene.",
            "b": "One man's word, at second hand.",
            "c": "A legend, since the versions differ.",
        },
        answer="b",
        because="1996-04-23-aeroplane",
        right=(
            "Li saw nothing himself: he tells what another man told him, and probably tells it"
            " three times (record 23 April 1996 a). That his minutes move is human. That the word"
            " stays proves little, since one and the same man repeats it. A Russian paper of that"
            " day would decide; until then we say by whose account."
        ),
        mistakes=(
            Mistake(
                "printings taken for witnesses",
                "a",
                "Count the people who stand behind the printings, and not the printings. Who was on"
                " board, and who writes?",
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
        title="Did they give it up?",
        form="choice",
        options={
            "a": "In 1997 NATO invited three new members.",
            "b": "Another English of that paper has strategic partnership.",
            "c": "That paper was signed in Moscow, and not in Beijing.",
        },
        answer="b",
        because="D01",
        right=(
            "Then your friend has compared two translators. In Russian, in its usual form, the"
            " work is strategic, in English the partnership, and the Chinese can be read both"
            " ways. Both papers were drawn up in Chinese and Russian, and the other English"
            " stands on a Chinese site. So the two English forms probably follow these two"
            " languages, and not the years. Worth"
            " keeping: ask of a changed word first who translated it."
        ),
        mistakes=(
            Mistake(
                "a cause before the change",
                "a",
                "That could explain a change. But is it sure that anything was changed, when one"
                " has read only a translation?",
            ),
            Mistake(
                "the place before the text",
                "c",
                "A host may choose the flowers; both sign the same paper. What did your friend"
                " read, and in which languages was it drawn up?",
            ),
        ),
        pointer="Your friend compares two English sentences. Of what are they translations?",
        first_step="look which of the three says something about the words themselves.",
    ),
    Exercise(
        id="02.3",
        title="Who acts?",
        form="chart",
        answer=chart_needs(
            ("point", "circle", "square"),
            {
                "x": "start",
                "y": "kind",
                "color": "of_the_two",
                "tooltip": ("what", "where"),
            },
            rows=SPRING,
            title=False,
        ),
        worked=(
            "alt.Chart(spring).mark_point()"
            '.encode(x="start", y="kind", color="of_the_two", tooltip="what")'
        ),
        right=(
            "Your chart answers four questions: when, what kind, how many of the two, and which."
            " Of the two China alone fires in March, neither sends the carriers or signs in Tokyo,"
            " and Russia alone is host on the 19th. From the 23rd the two act together. In this"
            " window that comes last, as if the rest had called it up. But the last four dots are"
            " one journey, and one of them is the pen, which one man tells."
        ),
        mistakes=(
            Mistake(
                "another table",
                lambda given: given.rows != SPRING,
                "This draws another table. The one that begins in March 1996 is called spring, and"
                " it stands between the brackets behind Chart.",
                example=lambda: _chart(
                    rows=3, x="start", y="kind", color="of_the_two", tooltip="what"
                ),
            ),
            Mistake(
                "the first chart again",
                lambda given: given.on("y", "color") == (None, None),
                "That is the chart as it was, and it says when. Does your new line begin with"
                " answer = ? Inside encode, behind a comma, each new word takes one column.",
                example=lambda: _chart(x="start"),
            ),
            Mistake(
                "no colour",
                lambda given: given.on("color") == (None,),
                "The kinds are there, all in one colour. Which column of the table tells how many"
                " of the two take part?",
                example=lambda: _chart(x="start", y="kind"),
            ),
            Mistake(
                "nothing up the side",
                lambda given: given.on("y", "color") == (None, "of_the_two"),
                "The colours are there, and all dots lie in one row. What kind of act each is, one"
                " column tells; let it stand up the side.",
                example=lambda: _chart(x="start", color="of_the_two", tooltip="what"),
            ),
            Mistake(
                "kind in the colours",
                lambda given: given.on("color") == ("kind",),
                "The kinds stand up the side already, so the colour says the same again. Give it"
                " the column that says how many of the two take part.",
                example=lambda: _chart(x="start", y="kind", color="kind"),
            ),
            Mistake(
                "who acts up the side",
                lambda given: given.on("y") == ("of_the_two",),
                "Now who acts stands up the side. Leave the kinds there, and let the colour say"
                " who acts.",
                example=lambda: _chart(x="start", y="of_the_two", color="of_the_two"),
            ),
            Mistake(
                "no tooltip",
                lambda given: given.on("color", "tooltip") == ("of_the_two", None),
                "The colours are there. Now add the tooltip, so that a dot tells what it is when"
                " one points at it.",
                example=lambda: _chart(x="start", y="kind", color="of_the_two"),
            ),
        ),
        pointer="Copy the last line of the cell above, and add three things inside encode.",
        first_step='inside encode, behind x="start", comes a comma and then y=...',
    ),
    Exercise(
        id="02.4",
        title="Which act contradicts it?",
        form="act",
        answer="record 3 September 1994 b",
        also=_of_both,
        because="1994-09-03-partnership",
        right=(
            "The first missiles flew on 21 July 1995 (record 21 to 26 July 1995), and your act of"
            " the two is older. So the missiles did not first bring them together. None of our"
            " authors says that they did. The web page says that the two met under growing strain"
            " with Washington, China over Taiwan among other things (web page ¶6), and that a"
            " common threat led them into this partnership (web page ¶1). Whether the missiles"
            " raised it to a higher level, no date decides. The word that the pen struck out"
            " lies there too: in September 1994 the two signed a constructive partnership, no"
            " alliance, aimed at no third state (record 3 September 1994 b). Worth keeping: a date"
            " can break a story, and cannot make one."
        ),
        mistakes=(
            Mistake(
                "older than the second missiles only",
                lambda given: given in ("1996-02-02-licence", "1996-01-09-primakov"),
                "It is older than the missiles of March. But when did the very first ones fly? Push"
                " the edge further.",
                example="record 2 February 1996",
            ),
            Mistake(
                "an act of one alone",
                lambda given: given not in _of_both("2100"),
                "In this act the two do not act together. Look for the colour of both.",
                example="record 21 to 26 July 1995",
            ),
            Mistake(
                "an act after the missiles",
                lambda given: _starts()[given] >= pd.Timestamp("1996-03"),
                "It comes after the missiles, so it agrees with the sentence. Which act of both"
                " stands to the left of the first missiles?",
                example="record 26 April 1996",
            ),
        ),
        pointer="Find the first dot of force. Is a dot of both further to the left?",
        first_step='write "1994" for the edge, and point at what stands left of July 1995.',
    ),
    Exercise(
        id="02.5",
        title="Whose argument falls?",
        form="choice",
        options={
            "a": "Miller's, that it was meant against any country that seeks hegemony",
            "b": "Yu Bin's, that they were soon raising their ties to a defence alliance",
            "c": "the web page's, that the timing was a symbol",
        },
        answer="b",
        because="E07",
        right=(
            "From April 1996 to the spring of 1999 are three years, and no few months: counted"
            " from the end of 1998, the rush looks faster (Yu 1999 ¶20). He has 1996 himself (Yu"
            " 1999 ¶5), and the name that he gives to 1998 is that of 1996 in other English. That"
            " he chose the date for the argument, nothing shows. Miller's place and words are those"
            " of 1997; that it was meant against hegemony fits the paper of 1996 too (Miller 2002"
            " ¶7)."
        ),
        mistakes=(
            Mistake(
                "a wrong date spoils the sentence",
                "a",
                "Miller's date moves by a year. Does the paper of 1996 say nothing against"
                " hegemonism? Look below the pen of part 3.",
                "miller-2002 ¶7",
            ),
            Mistake(
                "the date was right",
                "c",
                "The page has April 1996 already, so nothing is moved. Which argument lives from a"
                " distance in time?",
                "gpr-web ¶3",
            ),
        ),
        pointer="Put 25 April 1996 in place of each date. Does its author still say what he said?",
        first_step="one of the three counts from its birthday to the spring of 1999.",
    ),
    Exercise(
        id="02.6",
        title="Pencil, ink or stone?",
        form="list",
        options={"p": "pencil", "i": "ink", "s": "stone"},
        answer="PIISP",
        also=("PIIIP",),
        because="1997-11-10-border",
        right=(
            "The marking was stone, by the word of both (record 10 November 1997), or still ink,"
            " since nobody else counted the posts, and protocols of the line came in 1999: both"
            " are careful answers. The hotline is reported in use in May 1998 (record 25 April"
            " 1996 b). The ceilings came into force in August 1999 (record 6 August 1999), the"
            " rules on a day that we have not found; no count of soldiers was read here. A world"
            " of many poles was declared once more in 1997 (record 23 April 1997), and stayed in"
            " pencil: two can declare it, and cannot sign it for all the others."
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
                "To decide on a hotline is to say that there will be one. Do we read of an"
                " agreement with articles, or of a call by the end of 1997?",
                example="IIISP",
            ),
            Mistake(
                "an aim taken for more",
                _sorted(4, "is"),
                "For a world of many poles there is a declaration, and both signed it. Has it the"
                " articles of an agreement, and could one see its end in 1997?",
                example="PIISI",
            ),
            Mistake(
                "a deed that was declared",
                _sorted(3, "p"),
                "To declare that one will do a thing is pencil. What did the two presidents declare"
                " in November, a plan or a deed?",
                example="PIIPP",
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
        first_step="where articles were signed and nothing is reported from the ground, it is ink.",
    ),
    Open(
        id="02.7",
        title="A word, a policy, or a relationship?",
        rubric=(
            "My first sentence says which of the three began, or that none did.",
            "I keep apart pencil, ink and stone.",
            "I use an act from before 1996.",
            "I name the best thing against me, and answer it.",
            "I say what would change my mind.",
        ),
        model=(
            "A word began, or came back. The eastern border had been agreed on in 1991 (record 16"
            " May 1991), and a paper of 1994 had a partnership that was no alliance (record 3"
            " September 1994 b). By a Russian study even the adjective was proposed that year"
            " (record January 1994); but its source we have not seen. Against me stand the rules"
            " for troops, signed next day (record 26 April 1996). They are ink, and yet they build"
            " on ink of 1990 (record 24 April 1990). A paper in which the new name changes an order"
            " would change my mind.",
            "A policy began: to hold together against a world of one pole. In April, Yeltsin said,"
            " and in milder words China's spokesman, China was with him against NATO's growth;"
            " before, by a newspaper, it had left that to others (record 25 April 1996 a). The aim"
            " outlived the week, for a year later both declared for many poles (record 23 April"
            " 1997). All this is pencil, but by two hands, and again and again. Against me:"
            " in 1992 already both opposed hegemonism in any form (record 18 December 1992). So the"
            " words are older, and I grant it; what I find new is that the aim was tied to one"
            " quarrel, NATO, and said again a year later. A Chinese word of 1997 that left NATO to"
            " others again would change my mind.",
            "A relationship began, though not of two: five states began to bind their soldiers. The"
            " rules (record 26 April 1996) and the ceilings (record 24 April 1997) are ink that"
            " binds whoever governs, and the ceilings came into force (record 6 August 1999)."
            " Against me speaks the agreement of 1990, which had the same aims (record 24 April"
            " 1990). But one of its two parties soon existed no more, and three new neighbours"
            " now signed for themselves. A count of soldiers that did not fall"
            " would change my mind, for I have no stone.",
        ),
        weigh=("yu-1999 ¶20", "gpr-web ¶3", "gpr-web ¶1", "miller-2002 ¶7"),
    ),
    Open(
        id="02.8",
        title="Does the timing explain the partnership?",
        rubric=(
            "I say what a date can prove, and what it cannot.",
            "I do not take after for because.",
            "I name a root that is older than 1996.",
            "I name the best thing against me, and answer it.",
        ),
        model=(
            "No. The paper of Beijing came eight days after that of America and Japan (record 17"
            " April 1996), and near is not because: both journeys had been set for November 1995,"
            " and slipped for a heart and a budget (record 26 October 1995, record 15 November"
            " 1995). A partnership, moreover, was announced in 1994 (record 3 September 1994 b)."
            " Against me: the first missiles flew before that November, and from March to April"
            " the journey slipped once more (record 9 January 1996). I answer that nobody gives a"
            " reason for the second slip. A telegram that gives one would decide.",
            "In part, yes. The page calls the timing a symbol (web page ¶3), and a symbol is made"
            " by people: whoever signs a week after Tokyo knows how it looks. On NATO, Yeltsin"
            " said, and China's spokesman in milder words, China was now with Russia, which by a"
            " newspaper it had not been before (record 25 April 1996 a); when that changed, no"
            " source says. Against me stand the older acts, above all the partnership of 1994"
            " (record 3 September 1994 b). They explain that the two could sign; the spring may"
            " explain what they said aloud. Minutes of Beijing would decide.",
        ),
        weigh=("yu-1999 ¶16", "gpr-web ¶3", "gpr-web ¶4", "gpr-web ¶1"),
    ),
)
