"""Exercises of 00_start_here."""

from ..exercise import Exercise, Guess, Mistake

EDITION = 2
EXERCISES = (
    Exercise(
        id="00.1",
        title="Which sentences would you sign?",
        form="letters",
        options={
            "a": "After the bombs Yeltsin spoke with Jiang before Clinton did.",
            "b": "For the rest of that spring Jiang refused to speak with Clinton.",
            "c": "Jiang talked with Yeltsin because he wanted an alliance.",
            "d": "When Yu Bin wrote his report, Jiang had already spoken with Clinton.",
            "e": "Yu Bin is wrong, since Jiang did take an American call.",
        },
        answer="A and D",
        because="E16",
        right=(
            "Jiang spoke with Yeltsin on 10 May (record 10 May 1999 a) and with Clinton on 14 May"
            " (record 14 May 1999 a), and Yu Bin wrote after 26 June. So (a) and (d) are safe, and"
            " (b) is not. What Jiang wanted, no text says, so (c) stays unsigned; nor does a call"
            " taken on one day show that none was refused on another. Yu Bin's sentence (Yu 1999"
            " ¶14) stops at 10 May. You have just done what historians do: ask a second source, and"
            " ask what came next."
        ),
        mistakes=(
            Mistake(
                "one day stretched over a spring",
                lambda given: "b" in given,
                "Sentence (b) speaks of a whole spring. Paragraph 14 stops at 10 May. Which of your"
                " texts has a later day?",
                example="A and B",
            ),
            Mistake(
                "a later act taken as a contradiction",
                lambda given: "e" in given,
                "Sentence (e) calls an author wrong. Compare the days: can a call that is taken"
                " on 14 May show that none was refused on 10 May?",
                example="A, D and E",
            ),
            Mistake(
                "a motive read into an act",
                lambda given: "c" in given,
                "Sentence (c) says what Jiang wanted. In which of the three texts does he, or"
                " anybody who knew him, say so?",
                example="A, C, D",
            ),
            Mistake(
                "the author's July forgotten",
                "A",
                "Nothing that you sign is wrong, but it is not all that you may sign. Yu Bin wrote"
                " after the last day of his list. What had happened by then?",
            ),
            Mistake(
                "the first call forgotten",
                "D",
                "Nothing that you sign is wrong, but it is not all that you may sign. After the"
                " bombs two presidents wanted to speak with Jiang: which of them came through"
                " first?",
            ),
        ),
        pointer=(
            "Put four things in the order of their days: the bombs, the two calls, and the"
            " writing of the report."
        ),
        first_step=(
            "Take one sentence after the other, and name the text, or the date of a text, that"
            " carries it. What nothing carries is left unsigned."
        ),
    ),
)
GUESSES = (
    Guess(
        id="00.0",
        question="Which sentence will fit best when you know all the evidence?",
        options={
            "a": "China and Russia moved together when Washington pushed them, and apart when it"
            " did not.",
            "b": "Each of them put Washington first, and the other second.",
            "c": "Year by year they built rules for border, trade and meetings, whatever"
            " Washington did.",
        },
    ),
)
