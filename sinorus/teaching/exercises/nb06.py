"""Exercises and bets of 06_distancing_2000."""

import functools

import pandas as pd

from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Guess, Mistake, Open

EDITION = 2

#: How many acts the table `spring` has.
SPRING = 67
_THREE = (
    " He had been to three: Belarus on 16 April, on the 17th London, where he stood beside the"
    " British premier, and on the 18th Ukraine (record 16 April 2000). The rule, Yu Bin finds, held"
    " for China alone (Yu 2000 ¶3). And a ban on travel is not among the things that the"
    " constitution forbids an acting president, as far as we know; its text we have not seen."
)
_NOT_CLEAR = (
    " China had noted the report, she said, and was not clear on the details (record 6 June 2000)."
    " In Yu Bin's list, China does not fully understand the proposal (Yu 2000 c28); his essay has"
    " these words a day later. Elsewhere we found them on no day."
)
_SEVEN = (
    " Seven of the 47 acts in the list are cold. Two of the seven are bans on meat, one is a rally"
    " of believers, one a matter of fishing boats, and two are cold only because the essay says so."
    " The essay tells 35 acts, and ten of them are cold. That is twice the share of the list, and"
    " yet a minority in both."
)

GUESSES = (
    Guess(
        "06.0",
        "Which changed in the spring of 2000?",
        {"a": "policy", "b": "rank order", "c": "tone"},
        {
            "a": "Your best card is Rome: a shield shared with NATO would have been policy, and Yu"
            " Bin calls it a major change (Yu 2000 ¶12). Your strongest enemy is July: six weeks"
            " later both signed against an American shield (record 17 July 2000).",
            "b": "Your best card is the calendar: at least nine states came before China (record 16"
            " April 2000). Your strongest enemy is the rank of the visit when it came: a state"
            " visit, the highest of all (record 17 July 2000).",
            "c": "Your best card is the list, where experts and envoys travel as before (Yu 2000"
            " ¶2). Your strongest enemy is Rome: an offer to NATO is more than a tone (record 5"
            " June 2000).",
        },
    ),
    Guess(
        "06.london",
        "How many foreign countries had he visited before he was sworn in?",
        {"a": "none", "b": "one", "c": "three"},
        {
            "a": "So the reason given to Beijing would have it." + _THREE,
            "b": "More than one." + _THREE,
            "c": "You win." + _THREE,
        },
    ),
    Guess(
        "06.plain",
        "What did Putin do towards Europe, in words without an image?",
        {},
        "One plain version: Putin got treaties through parliament, START II among them, which"
        " Europeans welcomed since they feared the American plans, and arranged to meet Clinton"
        " four times (Yu 2000 ¶9). It is longer and less splendid, and each part of it can be"
        " checked.",
    ),
    Guess(
        "06.answer",
        "What does Beijing's spokeswoman say of the offer next day?",
        {"a": "that China rejects it", "b": "that it is not clear to her", "c": "that it is good"},
        {
            "a": "She did not say that." + _NOT_CLEAR,
            "b": "You win." + _NOT_CLEAR,
            "c": "She did not say that." + _NOT_CLEAR,
        },
    ),
    Guess(
        "06.list",
        "How many acts in the list are cold, by our rule?",
        {"a": "fewer than ten", "b": "about half", "c": "most"},
        {"a": "You win." + _SEVEN, "b": "It is (a)." + _SEVEN, "c": "It is (a)." + _SEVEN},
    ),
)


@functools.cache
def acts():
    """The acts of the quarter, as the collapsed cell of the notebook makes them.

    A meeting is a call, a visit, talks or the date of one; a good word is other talk that is warm
    by the sign of the table ``events``. What is cold only in the report's reading, by the notes of
    that table, has a tone of its own.
    """
    events, mentions = load("events"), load("mentions")
    frame = events[(events["start"] >= "2000-04") & (events["start"] < "2000-07")]
    tone = frame["sign"].map({"+": "warm", "-": "cold", "0": "neither"})
    words = (tone == "warm") & (frame["kind"] == "talk")
    met = words & frame["cameo_code"].str.match("04|036")
    hurt = frame["note"].str.contains("report's reading|report has it|report tells it")
    hurt = hurt.fillna(False).astype(bool) & (tone == "cold")
    tone = tone.mask(words, "a good word").mask(met, "a meeting")
    frame = frame.assign(tone=tone.mask(hurt, "cold, says the essay"))
    place = mentions[mentions["locator"].str.startswith("yu-2000")]
    place = place[~place["status"].isin(["announced", "postponed"])]
    share = place["locator"].str.contains(" c").groupby(place["event_id"]).mean()
    told = share.map(lambda part: {0: "essay only", 1: "list only"}.get(part, "list and essay"))
    return frame.merge(told.rename("told").reset_index(), on="event_id")


def judged(meeting, word, hurt="cold"):
    """The acts, when meetings, good words and what the essay calls cold are judged so."""
    rule = {"a meeting": meeting, "a good word": word, "cold, says the essay": hurt}
    return acts().assign(tone=acts()["tone"].replace(rule))


def by_rule(meeting, word, hurt="cold"):
    """How many are warm and cold by a rule."""
    tone = judged(meeting, word, hurt)["tone"]
    return int((tone == "warm").sum()), int((tone == "cold").sum())


def _chart(mark="bar", rows=SPRING, **channels):
    """A chart such as 06.4 asks for, with these channels."""
    import altair as alt

    names = ("told", "tone", "what", "when")
    table = pd.DataFrame({"start": pd.to_datetime(rows * ["2000-05-16"])})
    table = table.assign(**{name: [f"{name} {n}" for n in range(rows)] for name in names})
    return getattr(alt.Chart(table), f"mark_{mark}")().encode(**channels)


def _rules():
    counts = [by_rule(*rule) for rule in (("warm",) * 2, ("neither", "warm"), ("neither",) * 2)]
    warm = ", ".join(str(one) for one, _ in counts[:2]) + f" or {counts[2][0]}"
    cold = f"{counts[0][1]} or {by_rule('neither', 'neither', 'neither')[1]}"
    return (
        f"The spring stayed the same, and you found {warm} warm acts, and {cold} cold ones. Who"
        " calls meetings warm finds warmth; who takes the essay's word finds cold. A rule is"
        " needed. But it must be said beforehand, and a number that falls with it is no finding."
        " One thing stands under all these rules, unless one calls every meeting cold: what the"
        " list alone tells has more warm acts than cold, and what the essay alone tells more cold"
        " than warm. But an essay which says that it leaves the routine aside could hardly come out"
        " otherwise. And a single deed, such as (c), needs no rule (Yu 2000 c19)."
    )


EXERCISES = (
    Exercise(
        id="06.1",
        title="What does each image keep out of sight?",
        form="list",
        options={"f": "fear", "d": "deeds", "m": "moves"},
        answer="DFM",
        because="yu-2000 ¶9",
        right=(
            "Each image makes one see something. Thunder without rain is how it looked from"
            " Beijing, by Yu Bin, who names no Chinese source for it; but rain fell elsewhere, in"
            " arms and trade (Yu 2000 ¶2). Metternich makes one man the mover of Europe; but"
            " Europeans who feared the American plans came to meet him (Yu 2000 ¶9). And judo"
            " against tai-chi lets one side throw and the other yield, although Beijing asked for"
            " meetings, and stood by Yugoslavia (Yu 2000 ¶20). The author tells all three: ask of"
            " an image what it leaves out, before you admire it."
        ),
        mistakes=(
            Mistake(
                "not three",
                lambda given: len(given) != 3,
                "Three words are wanted, one for each image from a to c.",
                example=["fear", "deeds"],
            ),
            Mistake(
                "one word for all",
                lambda given: len(set(given)) == 1,
                "The three images do not hide the same thing. Ask of each: who acts in it, and"
                " who only looks on?",
                example="DDD",
            ),
            Mistake(
                "Metternich without Europe",
                lambda given: len(given) == 3 and given[1] != "f",
                "In the second image one man arranges a continent. Whose wishes then seem to count"
                " for nothing?",
                reread="yu-2000 ¶9",
                example="DMF",
            ),
            Mistake(
                "thunder and wrestlers changed over",
                lambda given: len(given) == 3 and given[0] == "m",
                "Thunder is a promise, and rain its fulfilment. Which fulfilments of that spring"
                " does the first image pass over?",
                reread="yu-2000 ¶2",
                example="MFD",
            ),
        ),
        pointer="Draw each image: who does something in your drawing, and who does nothing?",
        first_step="in the first image nothing falls from the sky; what did fall, that spring?",
    ),
    Exercise(
        id="06.2",
        title="Why does it matter to a third?",
        form="order",
        options={
            "a": "China's few long-range missiles may all be stopped.",
            "b": "America builds a shield for the whole country.",
            "c": "A new race begins, to make up for missiles that no longer count.",
            "d": "The treaty of 1972 is changed or given up.",
        },
        answer="D < B < A < C",
        because="yu-2000 ¶16",
        right=(
            "That is the fear. The concern was genuine, writes Yu Bin: a shield could more easily"
            " undo China's much smaller force (Yu 2000 ¶16). Its spokeswoman warned of a new race"
            " in arms (Yu 2000 ¶11). So a promise between two protected a third that had never"
            " signed, and Beijing kept an eye on Moscow. There the wind could turn both ways: in"
            " April, by a Japanese paper, Russian officers had even spoken of a shield together"
            " with China (Yu 2000 c13)."
        ),
        mistakes=(
            Mistake(
                "the end before its cause",
                lambda given: bool(given) and given[0] == frozenset("c"),
                "Somebody wants to make up for a loss. What must have happened before?",
                example="C < D < B < A",
            ),
            Mistake(
                "the shield before the treaty",
                lambda given: bool(given) and given[0] == frozenset("b"),
                "Suppose that Washington keeps its word. What stands in the way of the shield?",
                "yu-2000 ¶11",
                example="B < D < A < C",
            ),
            Mistake(
                "missiles stopped by nothing",
                lambda given: bool(given) and given[0] == frozenset("a"),
                "What would have to stand there first, to stop a missile?",
                example="A < D < B < C",
            ),
            Mistake(
                "the race before its reason",
                lambda given: len(given) == 4 and given[3] == frozenset("a"),
                "The beginning is right. Now ask which missiles no longer count, and why.",
                "yu-2000 ¶16",
                example="D < B < C < A",
            ),
        ),
        pointer="Begin with the paper, and end with what states do about it.",
        first_step="the treaty comes first, since it forbids the shield.",
    ),
    Exercise(
        id="06.3",
        title="What follows from the right days?",
        form="choice",
        options={
            "a": "Moscow had told Beijing before.",
            "b": "Beijing could have read of it first.",
            "c": "Beijing had chosen soft words on purpose.",
        },
        answer="b",
        because="E25",
        right=(
            "From Rome to the answer there was a night, and a form of the offer had been on"
            " American television on 2 June (record 2 June 2000). That is all that days can show."
            " Whether Moscow told Beijing, no paper that we read says; and soft words may be no"
            " choice, but what a spokeswoman says who is asked at a Tuesday briefing. Beijing may"
            " still have been caught off guard (Yu 2000 ¶11): the essay, by the way, has a doubt of"
            " its own on the day after the offer (Yu 2000 ¶13). Worth keeping: do not date an act"
            " by its echo."
        ),
        mistakes=(
            Mistake(
                "read taken for told",
                "a",
                "A night is long enough to read a newspaper. Does it show that anybody had been"
                " told?",
                "yu-2000 ¶12",
            ),
            Mistake(
                "time taken for a purpose",
                "c",
                "She had time. Does time alone tell what somebody did with it?",
                "yu-2000 c28",
            ),
        ),
        pointer="Draw the week with each day, and ask what lies below the orange bar for certain.",
        first_step="a day says when something could be known, and not what was done with it.",
    ),
    Exercise(
        id="06.4",
        title="Who tells of what?",
        form="chart",
        answer=chart_needs(
            "bar",
            {"x": "count", "y": "told", "color": "tone", "tooltip": ("what", "when")},
            rows=SPRING,
            title=False,
        ),
        worked=(
            "alt.Chart(spring).mark_bar()"
            '.encode(x="count()", y="told", color="tone", tooltip="what")'
        ),
        right=(
            "Look at the lowest bar and the top one. What the list alone tells is mostly"
            " meetings and good words; what the essay alone tells is mostly cold, or neither. Both"
            " choose. The essay is no false picture of the list, for it says that much was business"
            " as usual (Yu 2000 ¶2) and goes on to what was not. And both are one man's choice from"
            " papers that we do not know."
        ),
        mistakes=(
            Mistake(
                "another table",
                lambda given: given.rows != SPRING,
                "This draws another table. The joined one is called spring, and it stands between"
                " the brackets behind Chart.",
                example=lambda: _chart(rows=3, x="count()", y="told", color="tone", tooltip="what"),
            ),
            Mistake(
                "the first chart again",
                lambda given: given.on("color") == (None,) and given.on("y") == ("told",),
                "That is the chart as it was, in one colour. Which column says whether an act is"
                " warm or cold?",
                example=lambda: _chart(x="count()", y="told"),
            ),
            Mistake(
                "told in the colours",
                lambda given: given.on("color") == ("told",),
                "Where an act is told stands up the side already. Give the colour to the column"
                " that says how warm it is.",
                example=lambda: _chart(x="count()", y="told", color="told", tooltip="what"),
            ),
            Mistake(
                "no tooltip",
                lambda given: given.on("color", "tooltip") == ("tone", None),
                "The colours are there. Now add the tooltip, so that a dot tells what it is when"
                " one points at it.",
                example=lambda: _chart(x="count()", y="told", color="tone"),
            ),
        ),
        pointer="Copy the last line of the cell above, and add two things inside encode.",
        first_step='inside encode, behind y="told", comes a comma and then color=...',
    ),
    Exercise(
        id="06.5",
        title="Who has put the answer into the rule?",
        form="letters",
        options={
            "a": "The spring was warm, for they met all the time, and to meet is warm.",
            "b": "The spring was cold, for kind words are routine, and complaints are not.",
            "c": "Missiles left Russia for China in May.",
        },
        answer="A and B",
        because="yu-2000 c19",
        right=_rules,
        mistakes=(
            Mistake(
                "only the warm circle",
                "a",
                "One of them is found. Is there another that decides beforehand which words count?",
            ),
            Mistake(
                "only the cold circle",
                "b",
                "One of them is found. Is there another that decides beforehand which acts count?",
            ),
            Mistake(
                "a fact taken for a rule",
                lambda given: "c" in given,
                "One of your letters only says that something happened. Would it be false under"
                " another rule?",
                "yu-2000 c19",
                example="B and C",
            ),
        ),
        pointer="Change the rule of each: does the sentence fall, or does it stand?",
        first_step="a sentence about one single deed needs no rule about meetings or words.",
    ),
    Exercise(
        id="06.6",
        title="Which forecast can no paper of July show?",
        form="choice",
        options={
            "a": "The structure of the partnership is likely to remain.",
            "b": "In a brief stopover, what can be repaired is perhaps quite limited.",
            "c": "Without a push from the West, trust will probably take time.",
            "d": "If elected, Putin seems likely to keep seeking better relations.",
        },
        answer="c",
        because="D11",
        right=(
            "A signature does not measure trust. (a) held: the papers of July build on the"
            " partnership. (d) held too, as far as one sees. (b) fared worse: there was no brief"
            " stopover, and more was signed than little (record 17 July 2000). But he had said"
            " perhaps, and spoken of repair; no large deal was among the papers, and by diplomats"
            " the statement did not bar Russia from changes to the treaty. A critic may go on"
            " saying limited. Take a forecast with its perhaps and its if, or not at all."
        ),
        mistakes=(
            Mistake(
                "what papers can carry",
                "a",
                "Could the two have signed something that takes the partnership apart? Then a paper"
                " can speak on this. Of which one can it not?",
                reread="yu-2000 ¶22",
            ),
            Mistake(
                "a repair on paper",
                "b",
                "A repair can at least begin on paper: one counts what was signed. What can one not"
                " count so?",
                reread="yu-2000 ¶21",
            ),
            Mistake(
                "the bulletin",
                "d",
                "To seek better relations is something that one does, and signs. Which of them is"
                " felt, and not signed?",
                reread="monitor-2000 ¶6",
            ),
        ),
        reread="yu-2000 ¶23",
        pointer="Ask of each: what would a signature under the right words prove?",
        first_step="one of the four is about what two states think of each other.",
    ),
    Open(
        id="06.7",
        title="Policy, rank order, or tone?",
        rubric=(
            "My first sentence says which of the three changed, or that none did.",
            "I say what I count, and by which rule.",
            "I use one act of the list and one of the essay.",
            "I name the best thing against me, and answer it.",
            "I say which evidence is of July.",
        ),
        model=(
            "Rank order changed, for one spring. At least nine states came before China (record 16"
            " April 2000), and an official word on the day was missing until 31 May (Yu 2000 c26)."
            " I count days and not kind words, since kind words come every year. Against me stands"
            " the state visit of July, the highest rank (record 17 July 2000). But it came when the"
            " others had had theirs. A letter in which Beijing itself asked for the later day would"
            " change my mind.",
            "Policy changed. To offer NATO a common shield (record 5 June 2000) is an aim and no"
            " tone; Yu Bin calls it a major change (Yu 2000 ¶12), and in February 2001 Moscow"
            " handed NATO a plan (record 20 February 2001). Against me stands the treaty: the offer"
            " was to rest on it (Yu 2000 ¶11), and in July both signed for it. I answer that one"
            " can keep a treaty and still look for other partners. Minutes that show the offer to"
            " be meant for the newspapers only would change my mind.",
            "Only the tone changed. Experts met on the treaty (Yu 2000 c20), and of the warm acts I"
            " count those that one can touch, such as missiles (Yu 2000 c19), though they were"
            " ordered before. Against me stands Rome (Yu 2000 c28). But it was explained within a"
            " week, and a spokesman found the effort worth studying (Yu 2000 ¶15). A contract that"
            " was refused that spring would change my mind.",
        ),
        weigh=("yu-2000 ¶2", "yu-2000 ¶12", "yu-2000 ¶13", "yu-2000 c19", "yu-2000 c40"),
    ),
    Open(
        id="06.8",
        title="Was the essay wrong, or only early?",
        rubric=(
            "I keep apart what could be known on 30 June and what came later.",
            "I separate the forecast from the reasons given for it.",
            "I keep the author's hedges, such as perhaps or probably.",
            "I name something that he could have used and did not.",
            "I name the best thing against me, and answer it.",
        ),
        model=(
            "Early, I would say. His forecast for Beijing was hedged (Yu 2000 ¶21), and nothing"
            " that I read announces the papers of July before 30 June. But two things could be"
            " known and stand in his own list: experts had met on the treaty (Yu 2000 c20), and"
            " Moscow had named the day of an official visit (Yu 2000 c26). Against me: he forecast"
            " himself that the structure would last (Yu 2000 ¶22), so he was not even early there."
            " On trust I cannot score him.",
            "Wrong in its weight. By June, he writes, no more than a stopover was left (Yu 2000"
            " ¶5), although Moscow had named an official visit on 31 May (Yu 2000 c26), and a state"
            " visit came (record 17 July 2000). Against me: his first reasons hold. Putin did go"
            " elsewhere first (record 16 April 2000), and the constitution was a poor excuse (Yu"
            " 2000 ¶3). So he saw the delay rightly and made too much of it.",
        ),
        weigh=("yu-2000 ¶2", "yu-2000 ¶22", "yu-2000 c20", "yu-2000 c26"),
    ),
)
