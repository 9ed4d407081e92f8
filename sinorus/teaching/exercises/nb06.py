"""Exercises and bets of 06_distancing_2000."""

import functools

import pandas as pd

from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Guess, Mistake, Open

EDITION = 2

#: How many acts the table `spring` has.
SPRING = 67

GUESSES = (
    Guess(
        "06.0",
        "Which changed in the spring of 2000?",
        {"a": "policy", "b": "rank order", "c": "tone"},
        {
            "a": "Your best card is Rome: a shield shared with NATO would have been policy, and Yu"
            " Bin calls it a major change (Yu 2000 ¶12). Your strongest enemy is July: six weeks"
            " later both signed against an American shield (record 17 July 2000).",
            "b": "Your best card is the calendar: eight countries came before China (record 16"
            " April 2000). Your strongest enemy is the rank of the visit when it came: a state"
            " visit, the highest of all (record 17 July 2000).",
            "c": "Your best card is the list, where missiles, experts and envoys go on as before"
            " (Yu 2000 ¶2). Your strongest enemy is Rome: an offer to NATO is more than a tone"
            " (record 5 June 2000).",
        },
    ),
    Guess(
        "06.london",
        "Where was Putin on 17 April, three weeks before he was sworn in?",
        {"a": "at home in Moscow", "b": "in Beijing", "c": "in London"},
        {
            "a": "So the reason given to Beijing would have it. But he was in London, beside the"
            " British premier, and next day in Kyiv (record 16 April 2000). The rule, Yu Bin finds,"
            " held for China alone (Yu 2000 ¶3).",
            "b": "So Beijing had hoped. But he was in London, beside the British premier, and next"
            " day in Kyiv (record 16 April 2000). The rule, Yu Bin finds, held for China alone (Yu"
            " 2000 ¶3).",
            "c": "You win. He was in London, beside the British premier, and next day in Kyiv"
            " (record 16 April 2000). The rule, Yu Bin finds, held for China alone (Yu 2000 ¶3).",
        },
    ),
    Guess(
        "06.plain",
        "What did Putin do towards Europe, in words without an image?",
        {},
        "One plain version: Putin got two treaties and more through parliament, which Europeans"
        " welcomed, and arranged to meet Clinton four times (Yu 2000 ¶9). It is longer and less"
        " splendid, and each part of it can be checked.",
    ),
    Guess(
        "06.answer",
        "What does Beijing's spokeswoman say of the offer next day?",
        {"a": "that China rejects it", "b": "that it is not clear to her", "c": "that it is good"},
        {
            "a": "She did not say that. China had noted the report, she said, and was not clear on"
            " the details (record 6 June 2000). In Yu Bin's list it does not fully understand the"
            " proposal (Yu 2000 c28).",
            "b": "You win. China had noted the report, she said, and was not clear on the details"
            " (record 6 June 2000). In Yu Bin's list it does not fully understand the proposal (Yu"
            " 2000 c28).",
            "c": "She did not say that. China had noted the report, she said, and was not clear on"
            " the details (record 6 June 2000). In Yu Bin's list it does not fully understand the"
            " proposal (Yu 2000 c28).",
        },
    ),
    Guess(
        "06.list",
        "How many acts in the list are cold, by our rule?",
        {"a": "hardly any", "b": "about half", "c": "most"},
        {
            "a": "You win, by our rule: seven of the 47 acts in the list are cold. The essay tells"
            " ten cold acts, and seven of them are not in the list.",
            "b": "Seven of the 47 acts in the list are cold, by our rule. The essay tells ten cold"
            " acts, and seven of them are not in the list.",
            "c": "Seven of the 47 acts in the list are cold, by our rule. The essay tells ten cold"
            " acts, and seven of them are not in the list.",
        },
    ),
)


@functools.cache
def acts():
    """The acts of the quarter, as the collapsed cell of the notebook makes them.

    A meeting is a call, a visit, talks or the date of one; a good word is other talk that is warm
    by the sign of the table ``events``.
    """
    events, mentions = load("events"), load("mentions")
    frame = events[(events["start"] >= "2000-04") & (events["start"] < "2000-07")]
    tone = frame["sign"].map({"+": "warm", "-": "cold", "0": "neither"})
    words = (tone == "warm") & (frame["kind"] == "talk")
    met = words & frame["cameo_code"].str.match("04|036")
    frame = frame.assign(tone=tone.mask(words, "a good word").mask(met, "a meeting"))
    place = mentions[mentions["locator"].str.startswith("yu-2000")]
    place = place[~place["status"].isin(["announced", "postponed"])]
    share = place["locator"].str.contains(" c").groupby(place["event_id"]).mean()
    told = share.map(lambda part: {0: "essay only", 1: "list only"}.get(part, "list and essay"))
    return frame.merge(told.rename("told").reset_index(), on="event_id")


def by_rule(meeting, word):
    """How many are warm and cold, when meetings and good words are judged so."""
    tone = acts()["tone"].replace({"a meeting": meeting, "a good word": word})
    return int((tone == "warm").sum()), int((tone == "cold").sum())


def _chart(mark="point", rows=SPRING, **channels):
    """A chart such as 06.4 asks for, with these channels."""
    import altair as alt

    names = ("told", "tone", "what", "when")
    table = pd.DataFrame({"start": pd.to_datetime(rows * ["2000-05-16"])})
    table = table.assign(**{name: [f"{name} {n}" for n in range(rows)] for name in names})
    return getattr(alt.Chart(table), f"mark_{mark}")().encode(**channels)


def _rules():
    counts = [by_rule(*rule) for rule in (("warm",) * 2, ("neither", "warm"), ("neither",) * 2)]
    warm = ", ".join(str(one) for one, _ in counts[:2]) + f" or {counts[2][0]}"
    return (
        f"The spring stayed the same, and you found {warm} warm acts beside {counts[0][1]} cold"
        " ones. Who calls meetings warm finds warmth; who calls kind words routine finds cold. And"
        " the cold ones have a circle of their own: a step towards others is cold where the essay"
        " says that it troubled the partner. A rule is allowed, and even needed. But it must be"
        " said beforehand, and a number that falls with it is no finding. What stays under every"
        " rule is a single fact, such as (c): the missiles left (Yu 2000 c19)."
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
            "Each image makes one see something true. Thunder without rain is what Beijing felt"
            " about the visit; but rain fell elsewhere, in arms and trade (Yu 2000 ¶2). Metternich"
            " makes one man the mover of Europe; but Europeans who feared instability came to meet"
            " him (Yu 2000 ¶9). And judo against tai-chi lets one side throw and the other yield,"
            " although Beijing asked, protested and courted Belgrade too (Yu 2000 ¶20). An image is"
            " an argument: ask what it leaves out, before you admire it."
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
            "b": "America may build a shield for the whole country.",
            "c": "China builds more missiles, and neighbours follow.",
            "d": "The treaty of 1972 is changed or given up.",
        },
        answer="D < B < A < C",
        because="yu-2000 ¶16",
        right=(
            "That is the fear, in Beijing's order. The concern was genuine, writes Yu Bin: a shield"
            " could more easily undo China's much smaller force (Yu 2000 ¶16). Its spokeswoman"
            " warned of a new race in arms (Yu 2000 ¶11). Washington's plan spoke of a small number"
            " of missiles; but China's were not many either. So a promise between two protected a"
            " third that had never signed, and Beijing kept an eye on Moscow."
        ),
        mistakes=(
            Mistake(
                "the end before its cause",
                lambda given: bool(given) and given[0] == frozenset("c"),
                "Somebody builds more missiles for a reason. What must have happened before?",
                example="C < D < B < A",
            ),
            Mistake(
                "the shield before the treaty",
                lambda given: bool(given) and given[0] == frozenset("b"),
                "What stands in the way of the shield, as long as it is in force?",
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
                "The beginning is right. Now ask why China would build more: what is it afraid of?",
                "yu-2000 ¶16",
                example="D < B < C < A",
            ),
        ),
        pointer="Begin with the paper, and end with what others do about it.",
        first_step="the treaty comes first, since it forbids the shield.",
    ),
    Exercise(
        id="06.3",
        title="What does the right day change?",
        form="choice",
        options={
            "a": "Beijing cannot have been surprised.",
            "b": "Beijing had time to choose its words.",
            "c": "Beijing gave no answer at all.",
        },
        answer="b",
        because="E25",
        right=(
            "One night lies between, and an earlier form of the offer was in an American headline"
            " of 3 June. So the soft words may have been chosen. That Beijing was caught off guard"
            " (Yu 2000 ¶11) is still possible: what Moscow told it before, no paper that we read"
            " says. The essay's further doubt of 7 June was found on no day elsewhere; on the 8th"
            " an official said once more no to any change of the treaty (record 6 June 2000). Worth"
            " keeping: do not date an act by its echo."
        ),
        mistakes=(
            Mistake(
                "a night taken for knowledge",
                "a",
                "A night is long enough to read a newspaper. Does it show that anybody had been"
                " told before?",
                "yu-2000 ¶12",
            ),
            Mistake(
                "a soft word taken for none",
                "c",
                "She said something, and in diplomacy such words are weighed. What did she have,"
                " when the offer is a day older?",
                "yu-2000 c28",
            ),
        ),
        pointer="Draw the week twice, and look only at the orange bar.",
        first_step="with 6 June the bar has no length; with 5 June it has one night.",
    ),
    Exercise(
        id="06.4",
        title="Who tells of what?",
        form="chart",
        answer=chart_needs(
            ("point", "circle", "square"),
            {"x": "start", "y": "told", "color": "tone", "tooltip": ("what", "when")},
            rows=SPRING,
            title=False,
        ),
        worked=(
            "alt.Chart(spring).mark_point()"
            '.encode(x="start", y="told", color="tone", tooltip="what")'
        ),
        right=(
            "Look at the ends. What the list alone tells is mostly meetings and good words; what"
            " the essay alone tells is mostly cold, or neither. Both choose. The essay is no false"
            " picture of the list, for it says that much was business as usual (Yu 2000 ¶2) and"
            " goes on to what was not. (Acts of one day hide each other here; the next picture"
            " shows them all.)"
        ),
        mistakes=(
            Mistake(
                "another table",
                lambda given: given.rows != SPRING,
                "This draws another table. The joined one is called spring, and it stands between"
                " the brackets behind Chart.",
                example=lambda: _chart(rows=3, x="start", y="told", color="tone", tooltip="what"),
            ),
            Mistake(
                "the first chart again",
                lambda given: given.on("color") == (None,) and given.on("y") == ("told",),
                "That is the chart as it was, in one colour. Which column says whether an act is"
                " warm or cold?",
                example=lambda: _chart(x="start", y="told"),
            ),
            Mistake(
                "told in the colours",
                lambda given: given.on("color") == ("told",),
                "Where an act is told stands up the side already. Give the colour to the column"
                " that says how warm it is.",
                example=lambda: _chart(x="start", y="told", color="told", tooltip="what"),
            ),
            Mistake(
                "no tooltip",
                lambda given: given.on("color", "tooltip") == ("tone", None),
                "The colours are there. Now add the tooltip, so that a dot tells what it is when"
                " one points at it.",
                example=lambda: _chart(x="start", y="told", color="tone"),
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
            "c": "Arms went on, for missiles left Russia for China in May.",
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
        title="Which forecast has July made less likely?",
        form="choice",
        options={
            "a": "The structure of the partnership is likely to remain.",
            "b": "What can be done in Beijing is perhaps quite limited.",
            "c": "Without a push from the West, trust will probably take time.",
            "d": "If elected, Putin seems likely to keep seeking better relations.",
        },
        answer="b",
        because="D11",
        right=(
            "Two papers, talks on a treaty and a state visit are more than little (record 17 July"
            " 2000). Still he said perhaps; and no large economic deal was among the five papers,"
            " so a critic may go on saying limited. (a) held, and (d) too, as far as one sees. (c)"
            " nobody can score: a signature does not measure trust, and the American plan for a"
            " shield may have been the very push that he names (Yu 2000 ¶26). Take a forecast with"
            " its perhaps and its if, or not at all."
        ),
        mistakes=(
            Mistake(
                "trust read from signatures",
                "c",
                "One of these is about trust. Does a signature show that trust is there, or that it"
                " is not?",
                reread="yu-2000 ¶23",
            ),
            Mistake(
                "what lasted, taken for what fell",
                "a",
                "The papers of July build on the partnership. Does that speak against a forecast"
                " that it will last?",
                reread="yu-2000 ¶22",
            ),
            Mistake(
                "the bulletin",
                "d",
                "Look at what Putin signed in July. Does it speak for seeking better relations, or"
                " against it?",
                reread="monitor-2000 ¶6",
            ),
        ),
        reread="yu-2000 ¶21",
        pointer="Ask of each: if it were right, what would the visit have brought?",
        first_step="one of the four speaks of this very visit.",
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
            "Rank order changed, for one spring. Eight countries came before China (record 16 April"
            " 2000), and Moscow, which in April had no date, named a day on 31 May (Yu 2000 c26). I"
            " count days and not kind words, since kind words come every year. Against me stands"
            " the state visit of July, the highest rank (record 17 July 2000). But it came when the"
            " others had had theirs. A letter in which Beijing itself asked for the later day would"
            " change my mind.",
            "Policy changed, and was changed back. To offer NATO a common shield (record 5 June"
            " 2000) is an aim and no tone; Yu Bin calls it a major change (Yu 2000 ¶12). Against me"
            " stands the treaty: the offer was to rest on it (Yu 2000 ¶11), and in July both signed"
            " for it (record 17 July 2000). I answer that an offer which nobody takes up leaves no"
            " trace. A Russian plan of that shield would show that it was meant.",
            "Only the tone changed. Missiles left in May (Yu 2000 c19), experts met on the treaty"
            " (Yu 2000 c20), and of the warm acts I count those that one can touch. Against me"
            " stands Rome (Yu 2000 c28). But Moscow explained it within a week, and a spokesman"
            " found the effort worth studying (Yu 2000 ¶15). A delivery that was stopped would"
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
