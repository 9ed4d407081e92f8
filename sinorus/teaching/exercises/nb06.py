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
    " Until the middle of April, three weeks after his election, our record has him nowhere abroad,"
    " so the rule could hold for all. Then he went to three countries: on the 16th to Belarus, on"
    " the 17th to London, where he stood beside the British premier, and on the 18th to Ukraine"
    " (record 16 April 2000). The rule, writes Yu Bin, held for China alone (Yu 2000 ¶3). Whether"
    " the constitution had it at all we do not know; its text we have not seen."
)
_NOT_CLEAR = (
    " China had noted the report, she said, and was not clear on the details (record 6 June 2000)."
    " In Yu Bin's list, China does not fully understand the proposal (Yu 2000 c28); his essay has"
    " the same a day later. Outside his report we found that sentence nowhere."
)
_EARS = (
    " One sentence, and two ears: it names nobody. But she had been asked how far Russia might give"
    " way."
)
_HEARD = "a French agency heard a hint at Russia, and so did Yu Bin (Yu 2000 ¶11)"
_PAPER = (
    "the paper of China's ruling party heard support for Russia, and was silent on Rome (record 6"
    " June 2000)"
)
_FOURTEEN = (
    " Fourteen of the 67, by our rule. Which they are you will soon read, in two heaps; and then"
    " you may change the rule."
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
        "06.travel",
        "How many foreign countries had he visited before he was sworn in?",
        {"a": "none", "b": "one", "c": "more"},
        {
            "a": "So the reason given to Beijing would have it." + _THREE,
            "b": "More than one." + _THREE,
            "c": "You win." + _THREE,
        },
    ),
    Guess(
        "06.plain",
        "What did Putin do towards the West, in words without an image?",
        {},
        "One plain version: Putin went to London and Kyiv, got START II through parliament, which"
        " Europeans welcomed, and arranged to meet Clinton four times (Yu 2000 ¶9). It is less"
        " splendid, and each act in it can be checked. Why anybody welcomed it, less easily.",
    ),
    Guess(
        "06.answer",
        "What does Beijing's spokeswoman say of the offer next day?",
        {
            "a": "that China rejects it",
            "b": "that the details are not clear",
            "c": "that it is good",
        },
        {
            "a": "She did not say that." + _NOT_CLEAR,
            "b": "You win." + _NOT_CLEAR,
            "c": "She did not say that." + _NOT_CLEAR,
        },
    ),
    Guess(
        "06.ears",
        "Whom does the spokeswoman mean by any effort?",
        {"a": "America alone", "b": "Russia too", "c": "nobody in particular"},
        {
            "a": f"You are not alone: {_PAPER}. But {_HEARD}.{_EARS}",
            "b": f"You are not alone: {_HEARD}. But {_PAPER}.{_EARS}",
            "c": f"Others heard more: {_HEARD}; {_PAPER}.{_EARS}",
        },
    ),
    Guess(
        "06.share",
        "How many acts of the spring are cold, by our rule?",
        {"a": "fewer than a quarter", "b": "about half", "c": "most"},
        {
            "a": "You win." + _FOURTEEN,
            "b": "It is (a)." + _FOURTEEN,
            "c": "It is (a)." + _FOURTEEN,
        },
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
        " With the words that we gave you one thing stands: what the list alone tells has more warm"
        " acts than cold, and what the essay alone tells more cold than warm. But it stands on"
        " three acts, and an essay about friction could hardly come out otherwise. Call every"
        " meeting cold and good words routine, and the list turns cold too. And a single deed, such"
        " as (c), happened under every rule (Yu 2000 c19)."
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
            " Europeans who feared instability came to meet him (Yu 2000 ¶9). And judo"
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
            "a": "China's few long-range missiles can all be stopped.",
            "b": "America builds a shield for the whole country.",
            "c": "China builds more missiles, to make up for those that no longer count.",
            "d": "The treaty of 1972 is changed or given up.",
        },
        answer="D < B < A < C",
        because="yu-2000 ¶16",
        right=(
            "The concern was genuine, writes Yu Bin: a shield could more easily undo China's much"
            " smaller force (Yu 2000 ¶16). The four steps are ours, and the last is the race in"
            " arms of which China speaks in public. So two, Washington and Moscow, had forbidden"
            " each other to shield the whole country, and protected a third that had never signed:"
            " Beijing kept an eye on Moscow. There the wind could turn both ways: in April,"
            " according to a Japanese paper, Russian officers had even spoken of a shield together"
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
                example="D < B < C < A",
            ),
        ),
        pointer="Begin with the paper, and end with what states do about it.",
        first_step="the treaty comes first, since it forbids the shield.",
    ),
    Exercise(
        id="06.3",
        title="What falls with the wrong day?",
        form="choice",
        options={
            "a": "Moscow had told Beijing nothing before.",
            "b": "Beijing stammered on the spot.",
            "c": "Nobody chose the soft words on purpose.",
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
                "A night is long enough for newspapers to be printed. Does it show that Moscow had"
                " told anybody?",
                "yu-2000 ¶12",
            ),
            Mistake(
                "time taken for a purpose",
                "c",
                "She had time. Does time alone tell what somebody did with it?",
                "yu-2000 c28",
            ),
        ),
        pointer="Ask of each sentence: is it about a day, or about what somebody knew or wanted?",
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
            "Look at the lowest bar and the top one. The essay leaves out most of the good words,"
            " and the list half of the fourteen cold acts. So the list and the essay both choose."
            " The essay is no false picture, for it grants that much was business as usual (Yu 2000"
            " ¶2); and without the six acts that are cold by its word alone, about the same share"
            " of either is cold. Behind both is one man's choice from papers that we do not know."
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
                "a tooltip and no colour",
                lambda given: given.on("color") == (None,) and given.on("tooltip") != (None,),
                "These bars are wrong: each is one act long, for the tooltip parts the acts, and"
                " only a colour lays them side by side. Which column says how warm an act is?",
                example=lambda: _chart(x="count()", y="told", tooltip="what"),
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
                "Where an act is told stands up the side already, so this colour parts nothing; and"
                " with a tooltip the acts then lie one upon the other, in wrong bars, one act long."
                " Give the colour to the column that says how warm an act is.",
                example=lambda: _chart(x="count()", y="told", color="told", tooltip="what"),
            ),
            Mistake(
                "no tooltip",
                lambda given: given.on("color", "tooltip") == ("tone", None),
                "The colours are there. Now add the tooltip, so that a bar tells what it is when"
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
            "c": "Missiles left Russia for China in May, for the list has it under the 16th.",
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
        title="What became of the three forecasts?",
        form="list",
        options={"h": "held", "v": "overtaken", "o": "open"},
        answer="HVO",
        because="D11",
        right=(
            "The author's three forecasts fared in three ways. That the partnership would last"
            " held: the papers of July build on it. The brief stopover was overtaken: he had"
            " written with a perhaps, and a state visit came, with five papers (record 17 July"
            " 2000); whether it repaired anything is another question, and according to diplomats"
            " the statement did not bar Russia from changes to the treaty. That trust would take"
            " its time is open, for a signature does not measure trust. Take a forecast with its"
            " perhaps and its if, or not at all."
        ),
        mistakes=(
            Mistake(
                "not three",
                lambda given: len(given) != 3,
                "Three words are wanted, one for each forecast from a to c.",
                example=["held", "open"],
            ),
            Mistake(
                "one fate for all",
                lambda given: len(set(given)) == 1,
                "The three did not fare alike. Which of them speaks of something that never came?",
                example="HHH",
            ),
            Mistake(
                "trust that is signed",
                lambda given: given[2] == "h",
                "What did they sign in July that shows how far one believes the other?",
                "yu-2000 ¶23",
                example="VOH",
            ),
            Mistake(
                "a stopover that came",
                lambda given: given[1] != "v",
                "He speaks of what a brief stopover can do. What kind of visit came instead?",
                "yu-2000 ¶21",
                example="HOO",
            ),
            Mistake(
                "a partnership that papers do not touch",
                lambda given: given[0] != "h",
                "Suppose that the two had taken the partnership apart. Would a paper of July have"
                " shown it?",
                "yu-2000 ¶22",
                example="OVO",
            ),
        ),
        pointer="Ask of each: what did it speak of, and did that come in July?",
        first_step="one of the three speaks of a visit that was never made.",
    ),
    Open(
        id="06.7",
        title="Policy, rank order, or tone?",
        rubric=(
            "My first sentence says which of the three changed, or that none did.",
            "I say what I count, and by which rule.",
            "I use one act of the list and one of the essay.",
            "I name the best thing against me, and answer it.",
        ),
        model=(
            "Rank order changed, for one spring. At least nine states came before China (record 16"
            " April 2000), its requests were declined (Yu 2000 ¶3), and an official word on the day"
            " was missing until 31 May (Yu 2000 c26). I count days and not kind words, since kind"
            " words come every year. Against me stands the state visit of July, the highest rank"
            " (record 17 July 2000). But it came when the others had had theirs. A letter in which"
            " Beijing itself asked for the later day would change my mind.",
            "Policy changed. To offer NATO a common shield (record 5 June 2000) is an aim and no"
            " tone; Yu Bin calls it a major change (Yu 2000 ¶12), and in February 2001 Moscow"
            " handed NATO a plan (record 20 February 2001). Against me stands the treaty: the offer"
            " was to rest on it (Yu 2000 ¶11), and experts of both met on it in May (Yu 2000 c20)."
            " I answer that one"
            " can keep a treaty and still look for other partners. Minutes that show the offer to"
            " be meant for the newspapers only would change my mind.",
            "Only the tone changed. Experts met on the treaty (Yu 2000 c20), and of the warm acts I"
            " count those that one can touch, such as missiles (Yu 2000 c19). Against me stands"
            " Rome (Yu 2000 c28). But it was explained within a week, and a spokesman found the"
            " effort worth studying (Yu 2000 ¶15). A contract that was refused that spring would"
            " change my mind.",
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
            " that I read announces the papers of July before 30 June. What he could use stands in"
            " his own list: Moscow had named the day of an official visit (Yu 2000 c26), and"
            " Beijing said yes on 29 June, which his essay tells too (Yu 2000 ¶6). Against me: he"
            " forecast himself that the structure would last (Yu 2000 ¶22), so he was not even"
            " early there. On trust I cannot score him.",
            "Wrong in one point, its measure of the visit. By early June, he writes, it was reduced"
            " to a stopover (Yu 2000 ¶5), although Moscow had named an official visit on 31 May (Yu"
            " 2000 c26), and a state visit came (record 17 July 2000). Against me: his first"
            " reasons hold. Putin did go elsewhere first (record 16 April 2000), and that he might"
            " not travel was said to China and not to London (Yu 2000 ¶3). So he saw the delay"
            " rightly, and made too much of it.",
        ),
        weigh=("yu-2000 ¶2", "yu-2000 ¶22", "yu-2000 c20", "yu-2000 c26"),
    ),
)
