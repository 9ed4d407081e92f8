"""Exercises and bets of 07_treaty_limits_2001."""

from ..exercise import Entry, Exercise, Guess, Mistake, Open

EDITION = 2

_NONE = "Then nothing was promised here; so ask what it could be that was kept or broken."
_OWN = "Your own words stand in the ledger, and here is what they must bear. "

_CALLS = (
    "Both turned to Washington first, within a day or so (record 11 to 12 September 2001; record"
    " 12 September 2001). The presidents' own call came after a week, on a day on which Jiang also"
    " spoke with Paris and London (record 18 September 2001), and that is late for a treaty that"
    " has the word immediate in it. Miller calls it a public show, and says that each acted"
    " separately (Miller 2002 ¶10.3)"
)
_BASES = (
    "They spoke of the war in Afghanistan (record 19 to 20 October 2001; record 19 November 2001),"
    " but no page that we read has a word of the two on these airfields, and for such a case they"
    " had promised contact at once (treaty-2001 art9)"
)
_NOTICE = (
    "Half a year later the agreement was gone all the same (record 13 December 2001 c). Moscow had"
    " known it for six days (record 7 December 2001), called it no threat, and in May signed"
    " another paper with Washington (record 24 May 2002); Miller says that it acceded in the end,"
    " gave way (Miller 2002 ¶10.1)"
)
_STRANGERS = {
    "americ|amerik|u\\.?s\\.?a?\\b|washington|bush": (
        "America gave no promise in this treaty, so it can neither keep nor break one; ask what the"
        " two owed each other."
    ),
    "uzbek|karimov|kyrgyz|kirgiz|kirghiz": (
        "Uzbekistan and Kyrgyzstan signed nothing here, so they can neither keep nor break it; ask"
        " what the two owed each other."
    ),
    "nato": (
        "NATO gave no promise in this treaty, so it can neither keep nor break one; ask what the"
        " two owed each other."
    ),
}

GUESSES = (
    Guess(
        "07.0",
        "What will the two do when America gives notice of the treaty that both call a basis?",
        {
            "a": "they take a step against it, both together",
            "b": "each speaks for itself, and they stay in touch",
            "c": "they fall out over it",
        },
        {
            "a": "A step against it did not come. Each spoke for itself, the presidents telephoned"
            " on the day of the notice, six after Moscow had been told, and four days later their"
            " deputy ministers gave out a common paper: it"
            " asks Washington for an agreement on cuts, and threatens nothing (record 16 to 17"
            " December 2001).",
            "b": "So it was: each spoke for itself, and on the day of the notice, six after"
            " Moscow had"
            " been told, the presidents telephoned (record 13 to 14 December 2001 b). Four days"
            " later their deputy ministers gave out a"
            " common paper, which asks and does not threaten (record 16 to 17 December 2001).",
            "c": "Of a quarrel nothing is known. Each spoke for itself, the presidents telephoned,"
            " and the Kremlin found the same approach on both sides (record 13 to 14 December 2001"
            " b).",
        },
    ),
    Guess(
        "07.year",
        "Does her argument fall with her year?",
        {
            "a": "it falls with the year",
            "b": "it stands without the year",
            "c": "it grows stronger by it",
        },
        {
            "a": "On that visit she hangs one stand, the statement for the ABM treaty. It exists,"
            " only a year younger (record 17 to 19 July 2000). Her examples are of 2001 and 2002,"
            " and no wrong year touches them.",
            "b": "So we think too. The statement for the ABM treaty is of July 2000 (record 17 to"
            " 19 July 2000), and her examples are of 2001 and 2002.",
            "c": "One could say it: a stand that was younger was given up sooner. But she does not"
            " argue with its age; her examples are of 2001 and 2002 (Miller 2002 ¶10).",
        },
    ),
    Guess(
        "07.allies",
        "What would two allies have done?",
        settles=(
            "What was done: neither fought for the other, and nobody had attacked either. By that"
            " measure the year is no failure and no success: the question was never put."
        ),
    ),
    Guess(
        "07.partners",
        "What would two partners with these promises have done?",
        settles=(
            "What was done: the presidents telephoned on the attacks after a week (record 18"
            " September 2001) and on the notice on its day, six after Moscow had been told"
            " (record 13 to 14"
            " December 2001 b); the"
            " council was explained three days after Rome (record 28 to 31 May 2002 a); on the"
            " airfields no word of the two is known."
        ),
    ),
    Guess(
        "07.birthday",
        "When the treaty is one year old, how will the two presidents write of it?",
        {
            "a": "louder against one strong state than at the signing",
            "b": "more softly than at the signing",
            "c": "about as they did then",
        },
        {
            "a": "No louder. The statement of the signing had a multipolar world"
            " (joint-statement-2001 preamble), and so has Jiang's letter; Putin's extract has not"
            " (record 15 to 16 July 2002).",
            "b": "So Miller hears it: all of it muted (Miller 2002 ¶12). The statement of the"
            " signing had a multipolar world (joint-statement-2001 preamble); so has Jiang's"
            " letter, and Putin's extract has not (record 15 to 16 July 2002). But a statement is"
            " one kind of text, and a letter another.",
            "c": "Jiang's letter is for you: it has a multipolar world, as the statement of the"
            " signing had (joint-statement-2001 preamble). Putin's extract has not (record 15 to"
            " 16 July 2002).",
        },
    ),
    Entry(
        "07.calls",
        "The telephone: was the promise kept?",
        promises={
            "contact": "",
            "terror": "",
            "no harm": "Does it fit? Of lending land to others nothing is told in this act.",
            "balance": "Does it fit? That promise is about arms and the agreements on them.",
            "none": _NONE,
        },
        objects={
            "kept": f"The other side objects. {_CALLS}.",
            "broken": "The other side objects. The attack was not on one of the two. All the same"
            " their premiers, with four others, spoke in one voice on the third day (record 14"
            " September 2001 a), and Jiang asked for contact in the spirit of the treaty of July"
            " (record 18 September 2001). It was not even in force (record 27 October 2001 to 28"
            " February 2002).",
            "neither": "The other side objects. The article listens for more than an attack on one"
            " of the two: it is enough that one finds peace threatened. And Jiang himself named"
            " the treaty on the telephone (record 18 September 2001).",
            "terror: kept": "The other side objects. Each offered America its help, and each for"
            " itself (record 11 to 12 September 2001; record 12 September 2001). Where is the work"
            " of the two together? A working group was still to come (record 19 November 2001).",
            "terror: broken": "The other side objects. On the third day six premiers, theirs among"
            " them, condemned the attacks together (record 14 September 2001 a), and in November"
            " the two looked forward to a working group on terrorism (record 19 November 2001).",
            "terror: neither": "The other side objects. An attack like this is just what the"
            " article on terrorism is for (treaty-2001 art20), and Jiang spoke of it to Putin"
            " within a week (record 18 September 2001).",
            "": f"{_OWN}Against the two: {_CALLS}. For them: Jiang himself named the treaty on the"
            " telephone (record 18 September 2001).",
        },
        strangers=_STRANGERS,
    ),
    Entry(
        "07.bases",
        "The airfields: was the promise kept?",
        promises={
            "contact": "",
            "no harm": "",
            "terror": "",
            "balance": "Does it fit? That promise is about arms and the agreements on them.",
            "none": _NONE,
        },
        objects={
            "kept": f"The other side objects. {_BASES}.",
            "broken": "The other side objects. Their presidents met on the fifteenth day, and spoke"
            " of the war for which these airfields were lent (record 19 to 20 October 2001). That"
            " they were silent on the airfields we do not know: we know of no word, which is less.",
            "neither": "The other side objects. American soldiers 200 to 250 miles from the border"
            " are what one may call security interests that are involved, so contact was due"
            " (treaty-2001 art9). Of the airfields no word of the two is known.",
            "no harm: kept": "The other side objects. Russia did not object, says an American"
            " official (record 14 to 19 September 2001 b), and the soldiers stood 200 to 250 miles"
            " from China (record after 5 October 2001, day unknown). In June China's spokesman"
            " hoped that they would leave (record 8 June 2002): so somebody minded.",
            "no harm: broken": "The other side objects. Each is to keep its own territory from"
            " third states that would harm the other (treaty-2001 art8), and these airfields were"
            " lent by Uzbekistan and Kyrgyzstan, states with a will of their own.",
            "no harm: neither": "The other side objects. A treaty may be kept by the letter and"
            " hurt in its sense. Miller counts this as the clearest limit: both let a long American"
            " stay pass, in a region which they had just worked hard to order (Miller 2002 ¶10.4).",
            "terror: kept": "The other side objects. Whose work was it? Each helped America's war;"
            " of work of the two together this act tells nothing.",
            "terror: broken": "The other side objects. These airfields served a war against"
            " terrorists, and in January six ministers said that they had joined it (record 7"
            " January 2002). What was broken?",
            "": f"{_OWN}Against the two: {_BASES}. For them: in January six ministers did speak,"
            " and warned against any rule forced on Afghanistan (record 7 January 2002).",
        },
        strangers=_STRANGERS,
    ),
    Entry(
        "07.notice",
        "The notice: was the promise kept?",
        promises={
            "contact": "",
            "balance": "",
            "no harm": "Does it fit? It was America that gave notice, and neither of the two.",
            "terror": "Does it fit? The treaty of which America gave notice is about missiles.",
            "none": _NONE,
        },
        objects={
            "kept": f"The other side objects. {_NOTICE}.",
            "broken": "The other side objects. Nobody can promise what a third state will do. The"
            " two had asked for this treaty in the General Assembly, where all states vote, two"
            " weeks before (record 29 November 2001), and their deputy ministers asked for arms"
            " control four days after (record 16 to 17 December 2001).",
            "neither": "The other side objects. In July they promised to work for such agreements"
            " (treaty-2001 art12), and on the same day called this one a basis that should stay as"
            " it is (joint-statement-2001 point90).",
            "contact: kept": "The other side objects. Bush had told Putin on the 7th (record 7"
            " December 2001). From then on it took six days until Putin and Jiang spoke, and on"
            " that day Putin telephoned India's premier too (record 13 to 14 December 2001 b).",
            "contact: broken": "The other side objects. They spoke on the day of the notice, six"
            " after"
            " Moscow had been told (record 13 to 14 December 2001 b), and their deputy ministers"
            " met within four days (record 16"
            " to 17 December 2001).",
            "contact: neither": "The other side objects. Both had called this treaty a basis"
            " (joint-statement-2001 point90). If its end is nothing that touches their security,"
            " what is?",
            "": f"{_OWN}Against the two: {_NOTICE}. For them: they spoke on the day of the"
            " notice (record 13 to 14 December 2001 b), and their deputy ministers met within"
            " four (record 16 to 17"
            " December 2001).",
        },
        strangers=_STRANGERS,
    ),
    Entry(
        "07.rome",
        "Rome: was the promise kept?",
        promises={
            "contact": "",
            "no harm": "",
            "balance": "Does it fit? No arms and no agreement on arms are told of in this act.",
            "terror": "Does it fit? Of terrorism the page tells nothing here.",
            "none": _NONE,
        },
        objects={
            "kept": "The other side objects. China had just said that it opposes military alliances"
            " of any form (record 28 to 31 May 2002 a), and Miller thinks that Beijing seemed"
            " dismayed in private (Miller 2002 ¶10.2); no source for that is known to us.",
            "broken": "The other side objects. A seat at a table is no alliance, and that it harmed"
            " China nobody has shown. China's spokesman welcomed it (record 28 to 31 May 2002 a).",
            "neither": "The other side objects. The treaty does speak of blocs that harm the other"
            " (treaty-2001 art8). Russia may have thought an explanation due: its minister gave one"
            " to Jiang himself (record 28 to 31 May 2002 a).",
            "contact: kept": "The other side objects. Three days after is not before: the minister"
            " explained what was signed. The paper had been ready since the 14th (record 14 May"
            " 2002), and from the days between no word to Beijing is known.",
            "contact: broken": "The other side objects. Russia's minister explained it in Beijing,"
            " to Jiang himself, on the third day (record 28 to 31 May 2002 a). And which of the two"
            " had found its security touched? China's spokesman welcomed it.",
            "contact: neither": "The other side objects. Why did a minister travel to explain it,"
            " if nothing was due (record 28 to 31 May 2002 a)?",
            "": f"{_OWN}Against the two: the minister explained what was already signed. For them:"
            " he did explain it, to Jiang himself, and China welcomed it (record 28 to 31 May 2002"
            " a).",
        },
        strangers=_STRANGERS,
    ),
)

EXERCISES = (
    Exercise(
        id="07.1",
        title="Where does article 9 ask for more?",
        form="letters",
        options={
            "a": "Japan attacks China.",
            "b": "Soldiers of a state without ties to Japan gather near Russia's border.",
            "c": "A state without ties to Japan builds a new weapon, and China finds it dangerous.",
            "d": "An ally of Japan goes to war with Russia.",
        },
        answer="b, c",
        because="treaty-2001 art9",
        right=(
            "Nobody has fired, and Japan has no hand in it: so article 1 asks for nothing, and"
            " article 9 asks for contact at once. In the other two the first asks for weapons, the"
            " second for a talk. Beside article 1 the new article listens for more, and does less:"
            " it is wide in its if, and thin in its then. For talk alone 1950 had an article too,"
            " the fourth, and that one needs no danger at all (treaty-1950 art4)."
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
        first_step="article 1 begins with Japan, article 9 with what one of the two finds.",
    ),
    Exercise(
        id="07.2",
        title="Two entries that correct a year",
        form="locators",
        answer=["yu-1999 c10", "yu-2000 c40"],
        also=tuple(
            ["yu-1999 c10", *later]
            for later in (
                ["yu-2000 c26"],
                ["yu-2000 c6"],
                ["yu-2000 c26", "yu-2000 c40"],
                ["yu-2000 c6", "yu-2000 c40"],
                ["yu-2000 c6", "yu-2000 c26"],
                ["yu-2000 c6", "yu-2000 c26", "yu-2000 c40"],
            )
        ),
        because="E01",
        right=(
            "In June 1999 Putin is head of a security service, and a year later his visit is still"
            " to come. It took place on 17 to 19 July 2000 (record 17 to 19 July 2000). Both lists"
            " are Yu Bin's, so they are one witness; but he wrote before Miller, and not to correct"
            " her."
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
                "another entry on Putin",
                lambda given: given - {"yu-1999 c10", "yu-2000 c6", "yu-2000 c26", "yu-2000 c40"},
                "One of your entries has no visit of Putin's to China. Search the second list for"
                " the visit.",
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
        pointer="One entry names his offices in June 1999; the other has the visit still ahead.",
        first_step="the first list has his name in one entry only. Search it for Putin.",
    ),
    Exercise(
        id="07.3",
        title="What would speak against her clause?",
        form="choice",
        options={
            "a": "a Chinese protest in Washington against the notice",
            "b": "a Chinese protest in Moscow against Putin's mild answer",
            "c": "a Chinese article that mourns the treaty of 1972",
        },
        answer="b",
        because="D13",
        right=(
            "Read kindly, her clause is about Beijing and Moscow: one watches, as the other gives"
            " way. A protest in Moscow would speak against that too, and none is known to us. Read"
            " as without any public protest, quietly has a good deal against it: the spokeswoman's"
            " words, and Jiang's own to Bush (record 13 to 14 December 2001 a). For her speaks that"
            " the Voice of America, a station of the American government, found the official tone"
            " rather muted. Worth keeping: first read a sentence at its strongest, then correct it."
        ),
        mistakes=(
            Mistake(
                "quiet towards Washington",
                "a",
                "Such words are known: the spokeswoman's, and Jiang's own to Bush. A kind reader"
                " answers: she means quiet about what Moscow did. Which paper leaves that reader"
                " without an answer?",
                "miller-2002 ¶10.1",
            ),
            Mistake(
                "quiet on the treaty",
                "c",
                "It would show that Beijing loved the treaty. Whom does Beijing watch in Miller's"
                " clause, and while he does what?",
            ),
        ),
        pointer="Who watches whom in her clause? Look for a word from the first to the second.",
        first_step="her clause does not stop after the word quietly. Read on.",
    ),
    Open(
        id="07.4",
        title="Limits compared with what?",
        rubric=(
            "My first sentence names my yardstick.",
            "I keep apart what was promised and what one might have hoped for.",
            "I use one act that falls short and one that does not.",
            "I name the best thing against me, and answer it.",
            "I say which find would change my mind.",
        ),
        model=(
            "Compared with article 9 of its own text the year is not bad, and not good. It promises"
            " contact, and no help (treaty-2001 art9); on the attacks it came after a week (record"
            " 18 September 2001), on the notice within six days (record 13 to 14 December 2001 b),"
            " on the council only when it was signed (record 28 to 31 May 2002 a). Against me stand"
            " the airfields, on which no talk of theirs is known. If article 10, which I have not"
            " read, asks for common positions, I judge too mildly. And till February the treaty was"
            " not in force (record 27 October 2001 to 28 February 2002), so I measure by its"
            " spirit, as Jiang did. A record that one asked for a talk and was refused would change"
            " my mind.",
            "Compared with what Miller says they had agreed on, to work together in diluting one"
            " strong state's weight (Miller 2002 ¶1), the year is thin. On four things that"
            " mattered both, or one, let Washington have its way, and she calls this the limits"
            " (Miller 2002 ¶10). Two days after the signing Putin had said that nothing was"
            " planned jointly against the shield (record 18 July 2001). Against me stand the"
            " common paper after the notice (record 16 to 17 December 2001) and the draft on space"
            " (record 28 May to 27 June 2002 b); but neither stopped anything. A joint act that"
            " cost them something in Washington would change my mind.",
            "Compared with 1950 the year says less than one thinks. Article 1 would have asked for"
            " weapons if one of them had been attacked (treaty-1950 art1), and nobody attacked"
            " either. Article 4 asks for talk on all common questions (treaty-1950 art4), and on"
            " three of the four acts talk there was. Nor does a strong text prove a strong tie: by"
            " Miller that alliance was dead by 1963 (Miller 2002 ¶4). Against me: each turned to"
            " Washington first (record 12 September 2001). But who is called first is a weak"
            " measure of who matters: it was Washington that had been attacked.",
        ),
        weigh=("miller-2002 ¶10", "miller-2002 ¶10.3", "treaty-2001 art9", "miller-2002 ¶9"),
    ),
    Exercise(
        id="07.5",
        title="Where would forty per cent stand?",
        form="number",
        answer=56.8,
        near=0.6,
        because="miller-2002 ¶11",
        right=(
            "At 56.8 billion dollars. Now put this number into the chart, and see how far America's"
            " bar comes."
        ),
        mistakes=(
            Mistake(
                "share taken for dollars",
                40,
                "Forty is the share. Wanted is where it would stand, in billions of dollars: forty"
                " hundredths of 142.06.",
            ),
            Mistake(
                "a hundredth",
                lambda given: 1.3 < given < 1.5,
                "That is one hundredth. How many of them are wanted?",
                example=1.42,
            ),
            Mistake(
                "of America's bar",
                lambda given: 11.8 < given < 12.1,
                "That is forty per cent of what America bought. Miller speaks of forty per cent of"
                " all exports.",
                example=11.95,
            ),
        ),
        pointer="One hundredth of 142.06 is 142.06 / 100. You want forty of these.",
        first_step="take 142.06, divide it by 100, and then comes a star and one more number.",
    ),
    Exercise(
        id="07.6",
        title="Two numbers in one sentence",
        form="choice",
        options={
            "a": "She has miscounted: the true share is what you computed.",
            "b": "Her forty does not come from these customs.",
            "c": "The ratio of nearly eight must be wrong as well.",
        },
        answer="b",
        because="E05",
        right=(
            "More does not follow. Only the ratio is said to be Beijing's own; where the forty"
            " comes from she does not tell. America counted far more goods from China than China"
            " did, among them those that went by Hong Kong, and on such figures the share comes"
            " near forty. A slip is possible too; none is proved. Worth keeping: a share has a"
            " base, and a base has somebody who counted. And for her point either number will do:"
            " China needs this customer."
        ),
        mistakes=(
            Mistake(
                "one true number",
                "a",
                "By China's customs it is 21. But whose number does she say the forty is? Read her"
                " sentence once more.",
                "miller-2002 ¶11",
            ),
            Mistake(
                "both fall together",
                "c",
                "You computed the ratio from China's customs, and it came out as she has it. Which"
                " of her numbers does not fit your picture?",
            ),
        ),
        pointer="To which of the two numbers do the words by Beijing's own statistics belong?",
        first_step="two numbers in one sentence need not come from one list.",
    ),
    Exercise(
        id="07.7",
        title="When does silence speak?",
        form="choice",
        options={
            "a": "a loud speech that Putin gave a week after she wrote",
            "b": "an editorial of July 2001 that lacks the common interest too",
            "c": "another soft letter of July 2002",
        },
        answer="b",
        because="E50",
        right=(
            "Missing words tell something only where one had to expect them. If an editorial of the"
            " signing had done without them, nobody could call their absence a year later a"
            " retreat. Miller thinks of this herself: the media of 2001, she says, reaffirmed these"
            " interests explicitly (Miller 2002 ¶9), though she names no text. We have not looked"
            " for these texts; somebody should. A speech after her day she could not weigh, and"
            " another soft letter would be on her side."
        ),
        mistakes=(
            Mistake(
                "after her day",
                "a",
                "Could an author know it who had finished a week before? Look for what was usual"
                " before the silence.",
            ),
            Mistake(
                "one more of the same",
                "c",
                "One more soft letter would be one more case for her. Which text tells what was"
                " usual before?",
                "miller-2002 ¶9",
            ),
        ),
        pointer="Compare like with like: which text would show that nothing had changed?",
        first_step="ask what was usual, before you call something missing.",
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
            "Perhaps. Miller infers from three soft texts that the two kept quiet about their"
            " common interest (Miller 2002 ¶12). Jiang's message has strategic coordination and a"
            " world of many poles, and nothing against hegemonism (record 15 to 16 July 2002): half"
            " an exception, and by her own figure of speech perhaps none. The editorial I know from"
            " her only. Against me: commentary of 2001 is said to have reaffirmed these interests"
            " (Miller 2002 ¶9), which would make their absence speak. I would look for that"
            " commentary, since without it I do not know what was usual.",
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
