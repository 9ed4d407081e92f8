"""Exercises and bets of 04_kosovo_turn_1999."""

from ..exercise import Exercise, Guess, Mistake, Open

EDITION = 2

#: The judge's three words, as the notebook offers them for each act.
_WORDS = {"a": "for the charge", "b": "against the charge", "c": "neither"}

GUESSES = (
    Guess(
        "04.0",
        "When the year 1999 ends, what will China and Russia have?",
        {"a": "a treaty of alliance", "b": "a new contract for weapons", "c": "neither"},
        {
            "a": "It did not come out: no treaty of alliance was made. Even that of 2001, as far as"
            " it was read, promises contact and no help (treaty-2001 art9).",
            "b": "It came out. China ordered 38 Su-30 fighters in 1999 (record 1999). That the"
            " spring was the cause, nobody has shown.",
            "c": "You were right about the treaty. But China ordered 38 Su-30 fighters in 1999"
            " (record 1999), though the spring need not be the cause.",
        },
    ),
    Guess(
        "04.zhu",
        "Will China's premier go to America while bombs fall?",
        {"a": "he stays at home", "b": "he goes", "c": "he puts it off"},
        {
            "a": "He went. From 6 to 14 April he talked in America about trade, while bombs fell"
            " (record 6 April 1999). Two states are against the same war, and one premier turns"
            " back where the other travels.",
            "b": "You win: from 6 to 14 April he talked in America about trade, while bombs fell"
            " (record 6 April 1999). Two states are against the same war, and one premier turns"
            " back where the other travels.",
            "c": "He did not put it off: from 6 to 14 April he talked in America about"
            " trade, while bombs fell (record 6 April 1999). Two states are against the same war,"
            " and one premier turns back where the other travels.",
        },
    ),
    Guess(
        "04.guests",
        "What do you answer?",
        settles=(
            "By Yu Bin's list the guests spoke of science, culture and business (Yu 1999 c7), and"
            " not a word of theirs on an alliance is told. Silence is no refusal, and no consent."
        ),
    ),
    Guess(
        "04.peace",
        "How will the two vote over the peace on 10 June?",
        {"a": "both say yes", "b": "both abstain", "c": "they vote apart"},
        {
            "a": "Russia did. China abstained, alone of fifteen (record 10 June 1999 c).",
            "b": "China did. Russia said yes, like all the others (record 10 June 1999 c).",
            "c": "You win: Russia said yes, and China alone abstained and let it pass (record 10"
            " June 1999 c). Russia blamed NATO, and China spoke against any pretext for force"
            " (record 10 June 1999 b).",
        },
    ),
    Guess(
        "04.votes",
        "Do the votes speak for the charge?",
        _WORDS,
        {
            "a": "The other side objects. A step is something new, and the two had abstained"
            " together before there was a war (record 24 October 1998). A month before it China"
            " even vetoed a force for neighbouring Macedonia, where Russia abstained (record 25"
            " February 1999).",
            "b": "Yu Bin's side objects. Policy is one of the four things that those officials"
            " named (Yu 1999 ¶16), and he claims coordination, not one voice (Yu 1999 ¶15). On 26"
            " March China said yes to a text of Russia, Belarus and India. In June both would allow"
            " no vote while bombs fell (record 8 June 1999); then China let pass the text that"
            " Russia had helped to write.",
            "c": "Both sides object. For the charge: both would allow no vote while bombs fell"
            " (record 8 June 1999). Against it: when they had stopped, Russia said yes and China"
            " did not (record 10 June 1999 c).",
        },
    ),
    Guess(
        "04.paper",
        "Does the paper on training speak for the charge?",
        _WORDS,
        {
            "a": "The other side objects. Soldiers of the two had met long before: another vice"
            " chairman of the commission that leads China's forces was in Moscow in August 1997"
            " (record 25 August 1997), and Russia's defence minister spent four days in China in"
            " October 1998 (record 22 October 1998). Partners train too.",
            "b": "Yu Bin's side objects. Training is one of the four things that those officials"
            " named (Yu 1999 ¶16), and a paper outlasts a visit. And the guest had been invited"
            " immediately after the bombs (Yu 1999 ¶17).",
            "c": "Both sides object. For the charge: training is one of the four things that those"
            " officials named (Yu 1999 ¶16), and a paper outlasts a visit. Against it: the general"
            " staffs had held regular talks since November 1997 (record November 1997).",
        },
    ),
    Guess(
        "04.fighters",
        "How many of these aircraft were in China when 1999 ended?",
        {"a": "none", "b": "about forty", "c": "all 72"},
        {
            "a": "You win. We read of none that was promised for that year; ten came in 2000"
            " (record 2000 to 2003).",
            "b": "None had come; the first ten came in 2000. But about forty were ordered: 38"
            " (record 1999).",
            "c": "None had come, and we read of none that was promised for that year. The first ten"
            " came in 2000 (record 2000 to 2003).",
        },
    ),
    Guess(
        "04.deeds",
        "Which kind has most new rows after the embassy was hit?",
        {"a": "talk", "b": "signatures", "c": "deeds"},
        {
            "a": "You win, by rows: talk went from 6 acts to 12. But rows are cut by us. Signatures"
            " went from 2 to 1, and one of the two stands for sixteen papers (Yu 1999 ¶4). The one"
            " deed is a visit, which we ourselves counted as a deed. By occasions from 1 April it"
            " is 2 in 37 days, and then 9 in 54.",
            "b": "By rows talk did: from 6 acts to 12. Signatures went from 2 to 1, but one of the"
            " two stands for sixteen papers (Yu 1999 ¶4). One paper can weigh more than ten"
            " visits.",
            "c": "By rows talk did: from 6 acts to 12. By ratio you have a point, from none to one;"
            " but that one is a visit to the rocket troops, which we ourselves counted as a deed.",
        },
    ),
    Guess(
        "04.correction",
        "Does the right month weaken what he says?",
        {"a": "weaken what he says", "b": "strengthen it", "c": "change nothing"},
        {
            "a": "It cuts both ways. He went while bombs fell, which helps the author; but Beijing"
            " had demanded that they stop (record 25 March 1999), and was bothered. Ask of every"
            " correction whom it helps.",
            "b": "You win, and it cuts both ways. He went while bombs fell, which helps the author;"
            " but Beijing had demanded that they stop (record 25 March 1999). Ask of every"
            " correction whom it helps.",
            "c": "That can be defended: his point rests on what China offered, not on the month."
            " Yet he went while bombs fell, which helps; and Beijing had demanded that they stop"
            " (record 25 March 1999), which does not. Ask of every correction whom it helps.",
        },
    ),
    Guess(
        "04.trade",
        "Was there more trade in 1999 than in 1998?",
        {"a": "less", "b": "a little more", "c": "twice as much"},
        {
            "a": "A little more: 5.72 billion dollars after 5.48. The jump comes in 2000.",
            "b": "You win: 5.72 billion dollars after 5.48. The jump comes in 2000.",
            "c": "A little more: 5.72 billion dollars after 5.48. The total hides two moves:"
            " Russia's exports rose, China's fell.",
        },
    ),
)

EXERCISES = (
    Exercise(
        id="04.1",
        title="Only their own affairs?",
        form="date",
        within="1999",
        answer="14 April",
        because="yu-1999 c2",
        right=(
            "On 14 April they spoke of a third state: of America, and its plan to shoot missiles"
            " down (Yu 1999 c2). The bombs were still three weeks away. So a common worry about"
            " Washington is older than the night of 7 May. Still, Yu Bin writes, Kosovo at first"
            " united the two less than one might think (Yu 1999 ¶8)."
        ),
        mistakes=(
            Mistake(
                "trade and arms",
                lambda day: day.month == 2,
                "In February they deal in goods and aircraft, which pass between the two of them."
                " Who is not in the room, and is spoken of?",
                example="24 February",
            ),
            Mistake(
                "the common border",
                "8 April",
                "The border lies between them, so it is their own affair. Look for a third state.",
            ),
            Mistake(
                "after the bombs",
                lambda day: (day.month, day.day) >= (5, 8),
                "That day comes after the bombs. Your friend speaks of the time before them.",
                example="10 May",
            ),
        ),
        pointer="Read page 2 again, and ask of each row whose plans or land are talked about.",
        first_step="only one of the two rows of page 2 has the name of a third country in it.",
    ),
    Exercise(
        id="04.2",
        title="Who is behind the word?",
        form="order",
        options={"a": "the opening", "b": "paragraph 16", "c": "entry 7"},
        answer="c < b < a",
        because="E17",
        right=(
            "One man with a name speaks, then some officials without one, then both sides. The"
            " conclusion has both capitals again, and the last line is the author's own forecast,"
            " with a perhaps. No Chinese is quoted with the word. The order is ours, and nothing"
            " shows that one sentence grew out of another. Worth keeping: compare a summary with"
            " the passage that it sums up."
        ),
        mistakes=(
            Mistake(
                "a shared place",
                lambda given: any(len(group) > 1 for group in given),
                "No two of the three share a place. Count whom each names: one, some, or both?",
                example="c < b = a",
            ),
            Mistake(
                "places missing",
                lambda given: len(given) < 3,
                "Three letters are asked for, and one is missing. Give them all, with <.",
                example="c < b",
            ),
            Mistake(
                "upside down",
                lambda given: "c" in given[-1],
                "You end where one man speaks. Begin there, since the fewest come first.",
                example="a > b > c",
            ),
            Mistake(
                "officials before the one man",
                lambda given: "b" in given[0],
                "Some officials are more than one. In which of the three does one man speak?",
                reread="yu-1999 ¶16",
                example="b < c < a",
            ),
            Mistake(
                "states before the rest",
                lambda given: "a" in given[0],
                "The opening has both sides, and both are the most. Where does one man speak?",
                example="a < c < b",
            ),
            Mistake(
                "states before officials",
                lambda given: "c" in given[0] and "a" in given[1],
                "The first place is right. Of the other two, one has Russians only, the other both"
                " sides.",
                reread="yu-1999 ¶16",
                example="c < a < b",
            ),
        ),
        pointer="Find the subject of each: who is it that speaks, or is said to discuss?",
        first_step="in entry 7 one man speaks, so the order begins with c.",
    ),
    Exercise(
        id="04.3",
        title="How far does the line go?",
        form="date",
        within="1999",
        answer="1 March",
        also=("28 February",),
        because="arithmetic: the last bar of business ends with February",
        right=(
            "From 1 March to 8 May the line may stand on any day, on 24 March as well, when the"
            " war began. (28 February will do where only known days count.) And March is empty"
            " because his quarter begins in April, while the sharp edge of soldiers on 8 May is a"
            ' bar whose day is unknown: "after the bombing" (Yu 1999 ¶17). So in this list'
            " business and soldiers cannot tell the bombs on the embassy from the war. A day is"
            " no cause."
        ),
        mistakes=(
            Mistake(
                "into the bars of business",
                lambda day: (day.month, day.day) < (2, 28),
                "Now a bar of business still goes on when the line comes. Move a little to the"
                " right again.",
                example="24 February",
            ),
            Mistake(
                "stopped at another subject",
                lambda day: (day.month, day.day) > (4, 1),
                "Border and missiles may change sides, for they are other subjects. Does a bar of"
                " business? Push on to the left.",
                example="8 April",
            ),
            Mistake(
                "stopped too early",
                lambda day: day.month == 3,
                "There is still room on the left. Push on until the line touches business.",
                example="24 March",
            ),
        ),
        pointer="Which bar of business is the last to end? A line stands where its day begins.",
        first_step="two bars of business cover all of February, since their days are not known.",
    ),
    Exercise(
        id="04.4",
        title="Another rule, another line",
        form="choice",
        options={"a": "on the same days as before", "b": "only in May", "c": "nowhere"},
        answer="c",
        because="arithmetic: in February business and aircraft were dealt with on the same days",
        right=(
            "Nowhere: during the premier's visit in February aircraft were talked about too. It"
            " turns on one row. One word in a rule, and the pattern is gone. Worth keeping: ask of"
            " every picture by which rule its rows were sorted, and change the rule once."
        ),
        mistakes=(
            Mistake(
                "the old picture",
                "a",
                "That holds for the old rule. Run the cell with the new one, and look at February:"
                " who stands there now?",
            ),
            Mistake(
                "right of May only",
                "b",
                "Put the line on 20 May. Is a bar of soldiers left of it, from long before?",
            ),
        ),
        pointer="Find the first bar of soldiers in the new picture, and the last of business.",
        first_step="both of these bars cover 24 to 27 February.",
    ),
    Exercise(
        id="04.5",
        title="What may one conclude from the votes?",
        form="letters",
        options={
            "a": "China let texts pass that it would not support.",
            "b": "But for 10 June, the two voted alike on Kosovo.",
            "c": "Russia voted yes on 10 June because NATO had won.",
            "d": "China could have stopped the text of 10 June, and did not.",
            "e": "Where China abstained, it had no opinion.",
        },
        answer="A and D",
        because="1999-06-10-vote",
        right=(
            "An abstention withholds the yes and lets a text pass, and China abstained on all six"
            " that were adopted. So the two could be alike there only where Russia abstained too,"
            " once before the war (record 24 October 1998) and once after the bombs on the embassy"
            " (record 14 May 1999 c). The seven are our choice: a month before the war China even"
            " vetoed a force for neighbouring Macedonia, while Russia abstained (record 25 February"
            " 1999). Votes show what a state did, and seldom why."
        ),
        mistakes=(
            Mistake(
                "an abstention taken for no opinion",
                lambda given: "e" in given,
                "Sentence (e): in May China spoke in the Council and abstained on the same day."
                " Has a state that abstains nothing to say?",
                example="A, D and E",
            ),
            Mistake(
                "a motive read into a vote",
                lambda given: "c" in given,
                "Sentence (c) says why Russia voted yes. Which mark in the picture tells a reason?",
                example="A, C and D",
            ),
            Mistake(
                "alike on the whole",
                lambda given: "b" in given,
                "Sentence (b): go through the votes of 1998, one column after the other. Do the"
                " two marks look the same?",
                example="A, B and D",
            ),
            Mistake(
                "the no that was not said",
                "A",
                "Nothing that you sign is wrong, but one more sentence is safe. What would a no of"
                " China have done on 10 June?",
            ),
            Mistake(
                "the yes that was not said",
                "D",
                "Nothing that you sign is wrong, but one more sentence is safe. What became of the"
                " six texts on which China abstained?",
            ),
        ),
        pointer=(
            "Ask of each sentence whether it tells what a state did, or why, or what it thought."
            " The picture holds only the first."
        ),
        first_step="an abstention is not a veto: the text passes. Begin with (a).",
    ),
    Exercise(
        id="04.6",
        title="What would bring Pristina before the court?",
        form="choice",
        options={
            "a": "Papers show that Yeltsin gave the order himself.",
            "b": "Papers show that Beijing knew beforehand and helped.",
            "c": "A second witness tells the same night.",
        },
        answer="b",
        because="1999-06-11-pristina",
        right=(
            "The charge names two states, and nobody we read has found a part of China in this act"
            " (record 11 June 1999). As a step away from America, Yu Bin could count it (Yu 1999"
            " ¶2.4); as a step towards an alliance it lacks the other ally. A strong fact can be"
            " strong for another question."
        ),
        mistakes=(
            Mistake(
                "who gave the order",
                "a",
                "Then we would know more about Moscow. Whom does the charge name besides?",
            ),
            Mistake(
                "a second witness",
                "c",
                "That it happened is not in doubt. What does the charge say that this act does not"
                " show?",
            ),
        ),
        pointer="Read the charge again, and ask of each find which part of it would be proved.",
        first_step="the charge speaks of ties between two states, and here one of them acts.",
    ),
    Open(
        id="04.7",
        title="Did the spring change what they did, or what they said?",
        rubric=(
            "My first sentence answers the question.",
            "I keep apart what was said, what was signed and what was done.",
            "I use something from before 8 May.",
            "I name the best thing against me, and answer it.",
            "I say what would change my mind.",
        ),
        model=(
            "It changed the words more than the deeds. A sale of aircraft was talked about in"
            " February already (Yu 1999 ¶18), and a general's visit is no promise to fight. One"
            " man with a name asked for an alliance (Yu 1999 c7). Over the peace China abstained"
            " (record 10 June 1999 c). Against me stands the paper on training (Yu 1999 c10). It"
            " is a signature, but partners train too. A clause of defence would change my mind.",
            "It changed what they did. Before 8 May they traded, surveyed a border (Yu 1999"
            " c3) and spoke of missiles (Yu 1999 c2); in June a general was shown the rocket"
            " troops and a paper on training soldiers was signed (Yu 1999 c10). Together they"
            " would allow no vote while bombs fell (record 8 June 1999). Against me stands 10"
            " June, when they voted apart (record 10 June 1999 c); but China let pass the text"
            " that Russia had helped to write. Minutes that show the visit was planned before the"
            " war would change my mind.",
        ),
        weigh=(
            "yu-1999 c10",
            "yu-1999 ¶17",
            "yu-1999 ¶18",
            "yu-1999 ¶15",
            "yu-1999 ¶2.4",
            "yu-1999 c2",
        ),
    ),
    Open(
        id="04.8",
        title="Was it a bad report?",
        rubric=(
            "I say by which measure I judge a report.",
            "I use nothing that could not be known in July 1999, or I mark it as later.",
            "I keep the author's words of doubt.",
            "I name the best thing against me, and answer it.",
        ),
        model=(
            'No. He wrote "perhaps" (Yu 1999 ¶21), saw that each state judged by its own interest'
            " (Yu 1999 ¶15), and what he says of weak trade the Monitor finds again six months"
            " later (Monitor 2000 ¶4). I measure him by his own list. There the only named voice"
            " for an alliance is a Russian, and the Chinese guests speak of science, culture and"
            " business (Yu 1999 c7). That is against me: his conclusion says more than his"
            " evidence. So the report is good, and its first and last pages are not.",
            "Yes, in the part that readers remember. Readers in a hurry read openings and"
            " conclusions, and there two states are raising their ties to an alliance (Yu 1999"
            " ¶20), while his own text has some Russian officials (Yu 1999 ¶16). This could be"
            " seen in July, with no knowledge of what came later. Against me stands his care"
            " elsewhere: each judged by its own interest (Yu 1999 ¶15). But care in the middle"
            " does not mend the end.",
        ),
        weigh=("yu-1999 ¶2", "yu-1999 ¶15", "yu-1999 ¶16", "yu-2000 ¶26", "monitor-2000 ¶2"),
    ),
)
