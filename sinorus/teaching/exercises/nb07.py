"""Exercises and bets of 07_treaty_limits_2001."""

from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Guess, Mistake, Open

EDITION = 2

#: What one may write into the ledger; other words of one's own are taken too.
_WORDS = {"a": "kept", "b": "broken", "c": "neither"}
_OWN = "Your own words stand in the ledger, and here is what they must bear. "

_CALLS = (
    "Miller says that they made a public show of consulting, and that each acted separately"
    " (Miller 2002 ¶10.3): both turned to Washington first, within a day or so (record 11 to 12"
    " September 2001; record 12 September 2001). A call after a week is late for a treaty that has"
    " the word immediate in it"
)
_BASES = (
    "Miller counts this most clearly against them: both let the soldiers come, into a region on"
    " which they had spent much effort (Miller 2002 ¶10.4). Of a talk of the two before October"
    " on these airfields we found nothing; that is no proof that none was held"
)
_NOTICE = (
    "The agreement ended all the same. Moscow called the step no threat, and in May signed another"
    " paper with Washington (record 24 May 2002); Miller says that it acceded in the end (Miller"
    " 2002 ¶10.1)"
)

GUESSES = (
    Guess(
        "07.0",
        "When the treaty is one year old, how will the two presidents write of it?",
        {
            "a": "louder against one strong state than at the signing",
            "b": "more softly than at the signing",
            "c": "they will not write at all",
        },
        {
            "a": "They wrote, and no louder. Jiang praised the strategic coordination for a world"
            " of many poles; neither message, as far as it was printed, has a word against"
            " hegemonism (record 15 to 16 July 2002).",
            "b": "By Miller you win: she finds all of it muted (Miller 2002 ¶12). By the record you"
            " win by half: Jiang kept the world of many poles; neither message, as far as it was"
            " printed, has a word against hegemonism (record 15 to 16 July 2002).",
            "c": "They wrote. Jiang kept the world of many poles; neither message, as far as it"
            " was printed, has a word against hegemonism (record 15 to 16 July 2002).",
        },
    ),
    Guess(
        "07.allies",
        "What would two allies have done?",
        settles=(
            "What was done: no troops were moved for the other, and nobody had attacked either. By"
            " that measure the year is no failure and no success: the question was never put."
        ),
    ),
    Guess(
        "07.partners",
        "What would two partners with article 9 have done?",
        settles=(
            "What was done: they were in contact on the attacks within the week (record 14"
            " September 2001 a; record 18 September 2001), on the notice the same day (record 13 to"
            " 14 December 2001 b), on the airfields late (record 7 January 2002), and on the"
            " council afterwards (record 28 to 31 May 2002 a)."
        ),
    ),
    Guess(
        "07.calls",
        "The telephone: was the promise kept?",
        _WORDS,
        {
            "a": f"The other side objects. {_CALLS}.",
            "b": "The other side objects. The attack was not on one of the two. All the same their"
            " premiers, with four others, spoke in one voice on the third day (record 14 September"
            " 2001 a), and Jiang asked for contact in the spirit of the treaty of July (record 18"
            " September 2001). Their parliaments had not even approved it (record 27 October 2001"
            " to 28 February 2002).",
            "c": "The other side objects. The article listens for more than an attack on one of"
            " the two: it is enough that one finds peace threatened. And Jiang himself named the"
            " treaty on the telephone (record 18 September 2001).",
            "": f"{_OWN}Against them: {_CALLS}. For them: Jiang himself named the treaty on the"
            " telephone (record 18 September 2001).",
        },
        reason="Entered under",
    ),
    Guess(
        "07.bases",
        "The airfields: was the promise kept?",
        _WORDS,
        {
            "a": f"The other side objects. {_BASES}.",
            "b": "The other side objects. Which promise? Each is to keep its own territory from"
            " third states that would harm the other (treaty-2001 art8), and these airfields"
            " belonged to Uzbekistan and Kyrgyzstan. To keep soldiers out of there the two had"
            " promised nobody, as far as the treaty was read; and in January they did speak"
            " (record 7 January 2002).",
            "c": "The other side objects. American soldiers 200 to 250 miles from the border are"
            " what one may call security interests that are involved, so contact was due"
            " (treaty-2001 art9). With six states it came three months later (record 7 January"
            " 2002).",
            "": f"{_OWN}Against them: {_BASES}. For them: in January six ministers did speak"
            " (record 7 January 2002).",
        },
        reason="Entered under",
    ),
    Guess(
        "07.notice",
        "The notice: was the promise kept?",
        _WORDS,
        {
            "a": f"The other side objects. {_NOTICE}.",
            "b": "The other side objects. Nobody can promise what a third state will do. The two"
            " had asked for this treaty in the General Assembly two weeks before (record 29"
            " November 2001), they spoke the same day (record 13 to 14 December 2001 b), and their"
            " deputy ministers met within four (record 16 to 17 December 2001).",
            "c": "The other side objects. In July they promised to work for such agreements"
            " (treaty-2001 art12), and on the same day called this one a basis that should stay as"
            " it is (joint-statement-2001 point90).",
            "": f"{_OWN}Against them: {_NOTICE}. For them: they spoke the same day (record 13 to 14"
            " December 2001 b), and their deputy ministers met within four (record 16 to 17"
            " December 2001).",
        },
        reason="Entered under",
    ),
    Guess(
        "07.rome",
        "Rome: was the promise kept?",
        _WORDS,
        {
            "a": "The other side objects. Three days after is not before: Ivanov explained what"
            " was signed. And China had just said that it opposes military alliances of any form"
            " (record 28 to 31 May 2002 a). Miller thinks that Beijing seemed dismayed in private"
            " (Miller 2002 ¶10.2); no source for that is known to us.",
            "b": "The other side objects. A seat at a table is no alliance, and that it harmed"
            " China nobody has shown. China's spokesman welcomed it, and Ivanov explained it in"
            " Beijing on the third day (record 28 to 31 May 2002 a).",
            "c": "The other side objects. The treaty does speak of blocs that harm the other"
            " (treaty-2001 art8). Russia thought an explanation due: why else did its minister"
            " explain it to Jiang himself (record 28 to 31 May 2002 a)?",
            "": f"{_OWN}Against them: Ivanov explained what was already signed. For them: he did"
            " explain it, to Jiang himself, and China welcomed it (record 28 to 31 May 2002 a).",
        },
        reason="Entered under",
    ),
    Guess(
        "07.geneva",
        "Geneva: was the promise kept?",
        _WORDS,
        {
            "a": "The other side objects. A draft at a conference binds nobody and costs little;"
            " it stops no shield on the ground. About two weeks later the old treaty was gone"
            " (record 13 December 2001 c).",
            "b": "The other side objects. Of five acts this is the one that they did as one, in"
            " one paper, after the American notice (record 28 May to 27 June 2002 b). What should"
            " be broken here?",
            "c": "The other side objects. To work for the balance is what a clause of July says"
            " (treaty-2001 art12), and no weapons in space is what they wrote beside it that day"
            " (joint-statement-2001 point91).",
            "": f"{_OWN}Against them: a draft binds nobody and costs little. For them: it is the"
            " one act of the five that they did in one paper (record 28 May to 27 June 2002 b).",
        },
        reason="Entered under",
    ),
)


def _trade(trade_id):
    """A value of the table `trade`, in billions of dollars."""
    return float(load("trade").set_index("trade_id")["value_usd_bn"][trade_id])


def _forty(base="cn-exports-2001"):
    """Where the line stands if one takes forty per cent of a base."""
    return 0.4 * _trade(base)


def _share(months=11):
    """The largest share of China's exports that trade with America can have been, in per cent."""
    return 100 * _trade("us-cn-2001-pravda") * months / 11 / _trade("cn-exports-2001")


def _near(given, value, room=1.5):
    return any(abs(line - value) <= room for line in given.lines)


def _no_line(given):
    return "rule" not in given.marks


def _drawn(value=None, mark="bar", x="billion"):
    """Bars such as 07.4 asks for, with a line."""
    import altair as alt
    import pandas as pd

    goods = pd.DataFrame({"partner": ["Russia", "United States"], "billion": [9.3, 73.5]})
    bars = getattr(alt.Chart(goods), f"mark_{mark}")().encode(x=x, y="partner")
    if value is None:
        return bars
    return bars + alt.Chart(goods).mark_rule().encode(x=alt.datum(value))


def _line_alone():
    import altair as alt
    import pandas as pd

    goods = pd.DataFrame({"partner": ["Russia"], "billion": [9.3]})
    return alt.Chart(goods).mark_rule().encode(x=alt.datum(106.5))


def _lines_lack(given):
    """What a chart for 07.4 still lacks."""
    found = chart_needs("bar", {"x": "billion", "y": "partner"}, title=False, added=("rule",))(
        given
    )
    if not found and not _near(given, _forty()):
        found = ["The line stands elsewhere. Of 266.2, which is a hundred per cent, take forty."]
    return found


def _share_right():
    return (
        f"At about {_share():.0f} per cent the line touches the end of the bar, and the bar is all"
        " trade, imports too: so of China's exports no more can have gone to America on this list."
        f" If it has eleven months only, a twelfth lifts that to about {_share(12):.0f}. Forty lies"
        " beyond both, and China's customs had 21 for the first half of 2002 (record 2001 to 2002)."
        " So Miller's two numbers cannot come from one Chinese list. An error is not proved: she"
        " calls only the ratio Beijing's own, and America counted far more imports from China."
        " Worth keeping: a share has a base, and a base has somebody who counted."
    )


EXERCISES = (
    Exercise(
        id="07.1",
        title="Where does article 9 ask for more?",
        form="letters",
        options={
            "a": "Japan attacks China.",
            "b": "Soldiers of a third state gather near Russia's border.",
            "c": "China finds that a new weapon of a third state threatens peace.",
            "d": "An ally of Japan goes to war with Russia.",
        },
        answer="b, c",
        because="treaty-2001 art9",
        right=(
            "Nobody has fired in these two, so article 1 is silent, and article 9 asks for contact"
            " at once. In the other two the first asks for weapons, the second for a talk. So the"
            " new article listens for far more, and does far less: wide in its if, and thin in its"
            " then. It is no alliance; a Russian deputy minister said so too (treaty-2001 art9)."
            " Consulting is no invention of 2001: the treaty of 1950 had it as well, on all common"
            " questions (treaty-1950 art4). Whether the new duty is narrower we cannot say, since"
            " article 10 of 2001 was not read."
        ),
        mistakes=(
            Mistake(
                "where the help is stronger",
                lambda given: given == {"a", "d"},
                "There article 1 asks for weapons. Look for the cases in which it asks for nothing"
                " at all.",
                example="a, d",
            ),
            Mistake(
                "every case",
                lambda given: len(given) == 4,
                "In two of these cases article 1 asks for a great deal. Does article 9 ask for"
                " more than weapons there?",
                example="a, b, c, d",
            ),
            Mistake(
                "an attack among them",
                lambda given: given & {"a", "d"},
                "You have a case of war among them. What does article 1 ask for in a war, and what"
                " does article 9?",
                example="a, b",
            ),
            Mistake(
                "one of two",
                lambda given: len(given) == 1,
                "Right as far as it goes, but article 9 has three ifs, and none of them needs a"
                " shot. Look at the other cases again.",
                example="b",
            ),
        ),
        pointer="Cross out the cases in which somebody is at war. What is left?",
        first_step="article 1 begins with an attack, article 9 with what one of the two finds.",
    ),
    Exercise(
        id="07.2",
        title="Two entries that correct a year",
        form="locators",
        answer=["yu-1999 c10", "yu-2000 c40"],
        also=(["yu-1999 c10", "yu-2000 c26"], ["yu-1999 c10", "yu-2000 c26", "yu-2000 c40"]),
        because="E01",
        right=(
            "In June 1999 Putin is head of a security service, and a year later his visit is still"
            " to come. It took place on 17 to 19 July 2000 (record 17 to 19 July 2000). Both lists"
            " are Yu Bin's, so they are one witness; but he wrote before Miller, and not to correct"
            " her. One wrong date brings another: she has the treaty agreed on when Jiang came to"
            " Moscow in 2000, and it was agreed on that visit to Beijing. What survives? Her"
            " argument on limits is of 2001 and 2002, and no piece of it hangs on July 1999."
        ),
        mistakes=(
            Mistake(
                "report corrects itself",
                lambda given: any(place.startswith("miller") for place in given),
                "That is the report which we are testing. Saying a thing twice is one witness. Use"
                " the two lists.",
                example=["miller-2002 ¶7", "miller-2002 ¶8"],
            ),
            Mistake(
                "essay instead of list",
                lambda given: any("¶" in place for place in given),
                "A good place, but not an entry of a list. An entry's address has a c, such as"
                " yu-2000 c1.",
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
                lambda given: "yu-2000 c6" in given,
                "There a visit is ahead, in the right year, but no day is given. Look for an entry"
                " that confirms the day.",
                example=["yu-1999 c10", "yu-2000 c6"],
            ),
            Mistake(
                "another entry on Putin",
                lambda given: given - {"yu-1999 c10", "yu-2000 c26", "yu-2000 c40"},
                "One of your entries does not confirm his visit to China. Look for an official"
                " visit with its day.",
                example=["yu-1999 c10", "yu-2000 c39"],
            ),
            Mistake(
                "one list only",
                lambda given: "yu-1999 c10" not in given or len(given) == 1,
                "Right as far as it goes, but two lists are wanted: what he was in 1999, and what"
                " was still to come in 2000.",
                example="yu-2000 c40",
            ),
        ),
        pointer="One entry names his offices in June 1999; the other gives a day of July 2000.",
        first_step="the first list has his name in one entry only, and you have it before you.",
    ),
    Exercise(
        id="07.3",
        title="On what was Beijing quiet?",
        form="choice",
        options={
            "a": "America's notice",
            "b": "the American shield",
            "c": "Russia's mildness",
        },
        answer="c",
        because="D13",
        right=(
            "Towards Washington Beijing was not quiet: its spokeswoman spoke on two days, and Jiang"
            " telephoned (record 13 to 14 December 2001 a). On Moscow's mildness no Chinese word is"
            " known to us. So the author's phrase holds if one reads it so: Beijing watched quietly"
            " as Moscow gave way. Worth keeping: ask on what somebody was silent, and towards whom."
            " And silence is no consent: what was said when the two spoke alone, nobody here has"
            " read."
        ),
        mistakes=(
            Mistake(
                "quiet towards Washington",
                "a",
                "Look at what the spokeswoman said on the 13th, and again on the 14th. Was that"
                " quiet?",
                "miller-2002 ¶10.1",
            ),
            Mistake(
                "the shield",
                "b",
                "The spokeswoman opposed it by name. Of which state's conduct did she say nothing?",
            ),
        ),
        pointer="Three states act in these days. About which two does Beijing speak?",
        first_step="Beijing answers the step of one state, and calls another on the telephone.",
    ),
    Exercise(
        id="07.4",
        title="Where do forty per cent stand?",
        form="chart",
        answer=_lines_lack,
        worked=("bars + alt.Chart(goods).mark_rule().encode(x=alt.datum(266.2 / 100 * 40))"),
        right=(
            "The line stands far to the right of the bar. The bar is all trade with America, what"
            " China bought as well as what it sold, and even so it does not reach. So something in"
            " the sentence cannot come from this list. What is the largest share that could?"
        ),
        mistakes=(
            Mistake(
                "share taken for dollars",
                lambda given: _near(given, 40, 0.5),
                "That is the line of forty billion dollars. Forty per cent is a part of something:"
                " of China's exports, 266.2 billion.",
                example=lambda: _drawn(40),
            ),
            Mistake(
                "share of the bar",
                lambda given: _near(given, _forty("us-cn-2001-pravda")),
                "That is forty per cent of the trade with America. Miller speaks of forty per cent"
                " of China's exports.",
                example=lambda: _drawn(29.4),
            ),
            Mistake(
                "all trade as the base",
                lambda given: _near(given, _forty("cn-total-2001")),
                "That is forty per cent of all China's trade. What China buys is no export: its"
                " exports are 266.2 billion.",
                example=lambda: _drawn(203.9),
            ),
            Mistake(
                "the whole base",
                lambda given: _near(given, _trade("cn-exports-2001")),
                "There a hundred per cent of the exports end. Take a hundredth of it, and of these"
                " forty.",
                example=lambda: _drawn(266.2),
            ),
            Mistake(
                "the line of the example",
                lambda given: _near(given, 100, 0.5),
                "That is the line of the example. Put 266.2, divided by a hundred, times forty, in"
                " the place of the 100.",
                example=lambda: _drawn(100),
            ),
            Mistake(
                "bars without a line",
                lambda given: given.mark == "bar" and _no_line(given),
                "The bars are there. Add the line of the cell above, with a plus sign, at another"
                " number.",
                example=_drawn,
            ),
            Mistake(
                "a line without bars",
                lambda given: given.mark == "rule",
                "That is the line alone. Write bars and a plus sign before it, so that one sees"
                " how far the bars reach.",
                example=_line_alone,
            ),
        ),
        pointer="A hundredth of 266.2 is 266.2 / 100. How many hundredths are wanted?",
        first_step="write 266.2 / 100 * 40 between the brackets of alt.datum.",
    ),
    Exercise(
        id="07.5",
        title="The largest share",
        form="number",
        answer=_share,
        near=0.8,
        right=_share_right,
        mistakes=(
            Mistake(
                "the share printed",
                40,
                "At forty the line stands in the empty. Push it to the left until it meets the end"
                " of the bar.",
            ),
            Mistake(
                "beyond the bar",
                lambda given: 28.4 < given < 40,
                "At this share the line still stands to the right of the bar. Push on to the left.",
                example=33,
            ),
            Mistake(
                "inside the bar",
                lambda given: 10 < given < 26.8,
                "At this share the line has run into the bar: more would still fit. Push back to"
                " the right.",
                example=20,
            ),
            Mistake(
                "dollars for a share",
                lambda given: given in (73.5, 266.2, 106.5, 9.3),
                "That is a number of dollars. Wanted is what you wrote behind share.",
                example=73.5,
            ),
        ),
        pointer="Push by one, and look at the end of the longer bar.",
        first_step="the line meets the end of the bar between 26 and 29.",
    ),
    Exercise(
        id="07.6",
        title="When does silence speak?",
        form="choice",
        options={
            "a": "a speech of Putin's with both words, of December 2002",
            "b": "an editorial of July 2001 without the two words",
            "c": "a Chinese article of July 2002 that praises trade",
        },
        answer="b",
        because="E50",
        right=(
            "A missing word tells something only where one had to expect it. If an editorial of the"
            " signing had done without it, nobody could call its absence a year later a retreat."
            " Miller thinks of this herself: the media of 2001, she says, did have these interests"
            " (Miller 2002 ¶9), though she names no text. The treaty itself, as far as it was read,"
            " has neither word; the joint statement of that day has a world of many poles"
            " (joint-statement-2001 preamble). A speech of December would come too late: she wrote"
            " in September."
        ),
        mistakes=(
            Mistake(
                "a later word",
                "a",
                "It would show that the words came back. Could an author know it who wrote in"
                " September 2002?",
            ),
            Mistake(
                "another subject",
                "c",
                "An article on trade need not speak of power at all. In which text would one have"
                " expected the words?",
                "miller-2002 ¶9",
            ),
        ),
        pointer="Compare like with like: which of the three is most like the text that she misses?",
        first_step="ask what was usual, before you call something missing.",
    ),
    Open(
        id="07.7",
        title="Limits compared with what?",
        rubric=(
            "My first sentence names my yardstick.",
            "I keep apart what was promised and what one might have hoped for.",
            "I use one act that falls short and one that does not.",
            "I name the best thing against me, and answer it.",
            "I rest nothing on an article that nobody read.",
        ),
        model=(
            "Compared with its own words the treaty did what it could. It promises contact, and no"
            " help (treaty-2001 art9); contact there was, after the attacks (record 18 September"
            " 2001) and on the very day of the notice (record 13 to 14 December 2001 b). Against me"
            " stand the airfields: of a talk beforehand nothing is known, and the joint word came"
            " in January (record 7 January 2002). But the article says no word of agreeing, only of"
            " talking. A record that one of them asked for a talk and was refused would change my"
            " mind.",
            "Compared with what they had said of one strong state, the year is thin. On four things"
            " that mattered both, or one, let Washington have its way, and Miller calls this the"
            " limits (Miller 2002 ¶10). Two days after the signing Putin had said that nothing was"
            " planned jointly against the shield (record 18 July 2001). Against me stands the draft"
            " on weapons in space (record 28 May to 27 June 2002 b), which was theirs together; but"
            " it came after the step, and stopped nothing. A joint act that cost them something in"
            " Washington would change my mind.",
            "Compared with 1950 the year says nothing, and that is worth saying. Article 1 would"
            " have asked for weapons if one of them had been attacked (treaty-1950 art1), and"
            " nobody attacked either. Nor does a strong text prove a strong tie: by Miller that"
            " alliance was dead by 1963 (Miller 2002 ¶4). So I measure by 1996, a declaration: now"
            " there is a treaty, with calls that name it (record 18 September 2001). Against me:"
            " each turned to Washington first (record 12 September 2001). They did the same with"
            " Paris and London; who is called first is no measure of who matters.",
        ),
        weigh=("miller-2002 ¶10", "miller-2002 ¶10.3", "treaty-2001 art9", "miller-2002 ¶9"),
    ),
    Open(
        id="07.8",
        title="Does the muted birthday show a limit?",
        rubric=(
            "I say what is missing, and in which texts.",
            "I say which of these texts was read, and how much of it.",
            "I name another reason for which a word can be missing.",
            "I name the text that I would look for next.",
        ),
        model=(
            "Perhaps. Miller infers from missing words that the two kept quiet about Washington"
            " (Miller 2002 ¶12). Jiang's message has a world of many poles and nothing against"
            " hegemonism (record 15 to 16 July 2002), so read as one phrase her sentence holds. The"
            " editorial I know from her only. Against me: commentary of 2001 is said to have had"
            " such words (Miller 2002 ¶9), which would make their absence speak. I would look for"
            " that commentary, since without it I do not know what was usual.",
            "No. A birthday letter is a poor place for a quarrel. What the two thought of a world"
            " of many poles stands in one letter of the two (record 15 to 16 July 2002), and by"
            " press reports in a joint statement of December (record 2 December 2002). Against me"
            " stands Miller's better argument: it is not the letters but the acts of the year that"
            " show the limits, and the letters only fit them (Miller 2002 ¶10). I would look for"
            " the editorial of July 2001, to see whether it was any louder.",
        ),
        weigh=("miller-2002 ¶12", "miller-2002 ¶9", "joint-statement-2001 preamble"),
    ),
)
