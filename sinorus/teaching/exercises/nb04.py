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
            "b": "It came out. China ordered 38 Su-30 fighters in 1999 (record 1999). Yu Bin thinks"
            " that Kosovo hastened it (Yu 1999 ¶18); we found nothing that tests this.",
            "c": "You were right about the treaty. But China ordered 38 Su-30 fighters in 1999"
            " (record 1999). Yu Bin thinks that Kosovo hastened it (Yu 1999 ¶18); we found nothing"
            " that tests this.",
        },
    ),
    Guess(
        "04.zhu",
        "Will China's premier go to America while bombs fall?",
        {"a": "he stays at home", "b": "he goes", "c": "he puts it off"},
        {
            "a": "He went. From 6 to 14 April he talked in America about trade, while bombs fell"
            " (record 6 April 1999). The cases are not alike: one heard it in the air, and the"
            " other had two weeks to think.",
            "b": "You win: from 6 to 14 April he talked in America about trade, while bombs fell"
            " (record 6 April 1999). The cases are not alike: one heard it in the air, and the"
            " other had two weeks to think.",
            "c": "He did not put it off: from 6 to 14 April he talked in America about"
            " trade, while bombs fell (record 6 April 1999). The cases are not alike: one heard"
            " it in the air, and the other had two weeks to think.",
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
            "a": "The other side objects. The two had abstained together before there was a war"
            " (record 24 October 1998). And when it came to the peace, Russia said yes and China"
            " did not (record 10 June 1999 c). Three votes in a war make no habit.",
            "b": "Yu Bin's side objects. Policy is one of the four things that those officials"
            " named (Yu 1999 ¶16), and he claims coordination, not one voice (Yu 1999 ¶15). Count"
            " the columns of the picture: before the war the two are alike in one of four, and"
            " since it began in two of three. In February they had parted over Macedonia (record"
            " 25 February 1999).",
            "c": "Both sides object. For the charge: alike in one of four votes before the war, and"
            " in two of three since. Against it: three votes are few, and over the peace Russia"
            " said yes and China did not (record 10 June 1999 c).",
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
        "04.door",
        "Which find would bring the airport before the court?",
        {
            "a": "the president gave the order himself",
            "b": "Beijing knew beforehand and helped",
            "c": "a second witness",
        },
        {
            "a": "Then we would know more about Moscow. But the charge names two states, and nobody"
            " we read has found a part of China in this act (record 11 June 1999). As a step away"
            " from America Yu Bin could count it (Yu 1999 ¶2.4).",
            "b": "You win. The charge names two states, and nobody we read has found a part of"
            " China in this act (record 11 June 1999). As a step away from America Yu Bin could"
            " count it (Yu 1999 ¶2.4). A strong fact can be strong for another question.",
            "c": "That it happened is not in doubt. But the charge names two states, and nobody we"
            " read has found a part of China in this act (record 11 June 1999). As a step away"
            " from America Yu Bin could count it (Yu 1999 ¶2.4).",
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
        "04.correction",
        "Does the right month weaken what he says?",
        {"a": "weaken what he says", "b": "strengthen it", "c": "both"},
        {
            "a": "It does: Beijing had demanded that the attack stop (record 25 March 1999), which"
            " is more than the displeasure that he grants (Yu 1999 ¶8). But Zhu went all the same"
            " while bombs fell, and that strengthens it. Ask of every correction whom it helps.",
            "b": "It does: Zhu went while bombs fell. But Beijing had demanded that the attack stop"
            " (record 25 March 1999), which is more than the displeasure that he grants (Yu 1999"
            " ¶8), and that weakens it. Ask of every correction whom it helps.",
            "c": "You win. Zhu went while bombs fell, which strengthens it; and Beijing had"
            " demanded that the attack stop (record 25 March 1999), which is more than the"
            " displeasure that he grants (Yu 1999 ¶8). Ask of every correction whom it helps.",
        },
    ),
    Guess(
        "04.trade",
        "Was there more trade in 1999 than in 1998?",
        {"a": "less", "b": "a little more", "c": "twice as much"},
        {
            "a": "A little more: 5.72 billion dollars after 5.48; the jump comes in 2000. This"
            " tests the concern about trade and not his forecast, and a year's total cannot test"
            " a spring.",
            "b": "You win: 5.72 billion dollars after 5.48; the jump comes in 2000. This tests the"
            " concern about trade and not his forecast, and a year's total cannot test a spring.",
            "c": "A little more: 5.72 billion dollars after 5.48; the jump comes in 2000. This"
            " tests the concern about trade and not his forecast, and a year's total cannot test"
            " a spring.",
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
            " down (Yu 1999 c2), and said in public that it worried them (record 14 April 1999)."
            " The bombs on the embassy were still three weeks away. Yet Kosovo, Yu Bin writes, at"
            " first united the two less than one might think (Yu 1999 ¶8)."
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
                "the vote against the bombs",
                "26 March",
                "On that day they voted side by side in New York, and the court will hear of it."
                " Here the friend means the rows of page 2.",
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
        because="arithmetic: the last bar of business ends with February",
        right=(
            "From 1 March to 8 May the line may stand on any day, on 24 March as well, when the war"
            " began. So by business and soldiers this list cannot tell the bombs on the embassy"
            " from the war. And the sharp edge of soldiers on 8 May is a bar whose day is unknown:"
            ' "Immediately after the bombing" (Yu 1999 ¶17). A day is no cause.'
        ),
        mistakes=(
            Mistake(
                "one day short",
                lambda day: (day.month, day.day) in ((2, 28), (2, 29)),
                "Almost. The bar of business goes to the end of 28 February, and a line stands"
                " where its day begins.",
                example="28 February",
            ),
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
        first_step="the bar of business covers all of February: some days are unknown.",
    ),
    Exercise(
        id="04.4",
        title="Another rule, another line",
        form="choice",
        options={"a": "on the same days as before", "b": "only in May", "c": "nowhere"},
        answer="c",
        because="arithmetic: in February business and aircraft were dealt with on the same days",
        right=(
            "Nowhere: during the premier's visit in February aircraft were talked about too. In the"
            " table as we cut it, that turns on one row. And we cut it: the Chinese guests of 27"
            " May spoke of business (Yu 1999 c7), but held no office, and so they are not in it."
            " Worth keeping: ask of every picture by which rule its rows were chosen and sorted,"
            " and change the rule once."
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
            " (record 14 May 1999 c). These are all the votes on Kosovo that we found. They show"
            " what a state did, and seldom why."
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
        title="What may the judge write of the fighters?",
        form="choice",
        options={
            "a": "Russia has sold China 72 fighters.",
            "b": "A large sale is reported, in several numbers, and nobody has shown a contract.",
            "c": "The sale is a rumour, and so it counts for nothing.",
        },
        answer="b",
        because="1999-06-letter",
        right=(
            'Yu Bin himself keeps the word of doubt: it "was said" to be agreed (Yu 1999 ¶18). And'
            " yet three newspapers with three numbers are more than nothing: something was talked"
            " over (record June 1999). One of them wrote of a letter of intent. What a report"
            " is unsure of, a judge may weigh, and must not harden. Of intelligence, the fourth"
            " field, we read nothing."
        ),
        mistakes=(
            Mistake(
                "a report taken for a contract",
                "a",
                'Look at two words of Yu Bin: it "was said". Who says it, and who signed?',
            ),
            Mistake(
                "the unsure taken for nothing",
                "c",
                "Three newspapers tell of one sale. Do three numbers mean that nothing was talked"
                " over, or that the number was not yet known?",
            ),
        ),
        pointer="Which of the three says neither more nor less than what was printed by July?",
        first_step="keep the word that says how sure the author was.",
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
            "It changed the words more than the deeds. Talks on a sale of aircraft were agreed in"
            " February already, though Kosovo apparently hastened them (Yu 1999 ¶18), and a"
            " general's visit is no promise to fight. One man with a name asked for an alliance (Yu"
            " 1999 c7). Over the peace China abstained (record 10 June 1999 c). Against me stands"
            " the paper on training (Yu 1999 c10). It is a signature, but partners train too. A"
            " clause of defence would change my mind.",
            "It changed what they did. Before 8 May they traded, surveyed a border (Yu 1999"
            " c3) and spoke of missiles (Yu 1999 c2); in June a general was shown the rocket"
            " troops and a paper on training soldiers was signed (Yu 1999 c10). Together they"
            " wanted no vote on the peace before the bombing stopped (record 8 June 1999). Against"
            " me stands 10 June, when they voted apart (record 10 June 1999 c); but China let pass"
            " the text that Russia had helped to write. Minutes that show the visit was planned"
            " before the war would change my mind.",
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
            " evidence. So the report is good, and its first and last claims are not.",
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
