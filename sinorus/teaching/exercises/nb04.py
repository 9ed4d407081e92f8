"""Exercises of 04_kosovo_turn_1999."""

from datetime import datetime
from zoneinfo import ZoneInfo

from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Mistake, Open


def _hour(zone):
    """The hour in a zone when it is eleven in the morning of 8 May 1999 in Beijing."""
    beijing = datetime(1999, 5, 8, 11, tzinfo=ZoneInfo("Asia/Shanghai"))
    return beijing.astimezone(ZoneInfo(zone)).hour


def _yearly():
    trade = load("trade")
    return trade[trade["trade_id"].str.fullmatch("total-[0-9]{4}")]


def _chart(**channels):
    """A chart of the yearly trade, as somebody draws it who mistakes a channel."""
    import altair as alt

    return alt.Chart(_yearly(), title="Trade of seven years").mark_bar().encode(**channels)


def _trade_right():
    value = _yearly().set_index("trade_id")["value_usd_bn"]
    return (
        f"Trade was {value['total-1998']} billion dollars in 1998, {value['total-1999']} in 1999"
        f" and {value['total-2000']} in 2000. The fall stops in the year of the speeches; the jump"
        " comes in 2000. The colour tells which paper printed the figure, so that a reader can see"
        " that the series is patched together."
    )


EDITION = 1
EXERCISES = (
    Exercise(
        id="04.1",
        title="A third party before the bombing",
        form="locators",
        report="yu-1999",
        answer="yu-1999 c2",
        because="yu-1999 c2",
        right=(
            "On 14 April deputy foreign ministers spoke about strategic stability and an American"
            " missile defence plan. So consultation about a third party is older than the bombing."
            " The report says more of the weeks after it: the two coordinated at the UN (yu-1999"
            " ¶15). But that has no day, and is not in this list."
        ),
        mistakes=(
            Mistake(
                "after the bombing",
                lambda given: given <= {f"yu-1999 c{number}" for number in range(4, 13)},
                "That came after the bombing. Of the three acts printed above the exercise, one"
                " lies before 8 May.",
                example="yu-1999 c4",
            ),
            Mistake(
                "neighbours only",
                lambda given: given <= {"yu-1999 c1", "yu-1999 c3"},
                "That is earlier, but it concerns the two alone, trade or their border. Whose plans"
                " touch others?",
                example="yu-1999 c3",
            ),
            Mistake(
                "claim instead of entry",
                lambda given: any("¶" in place for place in given),
                "A paragraph of the essay was given. The question asks for an entry of the"
                " chronology, with c and a number.",
                example="yu-1999 ¶2.3",
            ),
            Mistake(
                "more than one",
                lambda given: "yu-1999 c2" in given,
                "The right one is among them, but only one of the acts lies before the bombing."
                " Give that one alone.",
                example=["yu-1999 c2", "yu-1999 c4", "yu-1999 c5"],
            ),
        ),
        reread="yu-1999 ¶2.3",
        pointer=(
            "The column when says which of the three acts is early. Take its event_id to the table"
            " mentions."
        ),
        first_step=(
            'mentions[mentions["event_id"] == "..."]["locator"] with the event_id of the act from'
            " before 8 May."
        ),
    ),
    Exercise(
        id="04.2",
        title="One moment in Moscow",
        form="number",
        unit="hour",
        answer=lambda: _hour("Europe/Moscow"),
        right=lambda: (
            f"{_hour('Europe/Moscow'):02}:00, four hours behind Beijing. In Washington it is then"
            f" {_hour('America/New_York')}:00, and still 7 May: so an American newspaper and a"
            " Chinese one may print different dates and both be right. Store the place with the"
            " time."
        ),
        mistakes=(
            Mistake(
                "wrong direction",
                15,
                "Four hours are right, but the direction is not. The sun rises in Beijing first: is"
                " the clock in Moscow ahead or behind?",
            ),
            Mistake(
                "no conversion",
                11,
                "That is the hour in Beijing. Take the moment to another clock with tz_convert.",
            ),
            Mistake(
                "winter time",
                6,
                "That holds in winter, and all year on today's clocks. In May 1999 Moscow had"
                " summer time; tz_convert knows it.",
            ),
            Mistake(
                "Belgrade",
                5,
                "That is the hour in Belgrade. Put the zone of Moscow in its place.",
            ),
            Mistake(
                "Washington",
                23,
                "That is the hour in Washington. The zone of Moscow is Europe/Moscow.",
            ),
            Mistake(
                "the difference",
                4,
                "That is how many hours lie between the two clocks. Count them back from eleven in"
                " the morning in Beijing.",
            ),
            Mistake(
                "the hour of the bombing",
                lambda given: 1 <= given < 2,
                "That is read from the table, which has the moment of the bombing, a quarter to"
                " six in Beijing. Here it is eleven.",
                example="01:45",
            ),
            Mistake(
                "universal time",
                3,
                "That is universal time (UTC). Moscow lies some hours ahead of it.",
            ),
        ),
        pointer=(
            "tz_convert takes the name of a zone; the cell above names that of Moscow. Then .hour"
            " takes the number out of the moment."
        ),
        first_step='beijing.tz_convert("Europe/Moscow") shows day and hour there. Give the hour.',
    ),
    Exercise(
        id="04.3",
        title="The ladder of the alliance",
        form="order",
        options={"a": "yu-1999 ¶20", "b": "yu-1999 c7", "c": "yu-1999 ¶1", "d": "yu-1999 ¶16"},
        answer="B < D < A = C",
        because="yu-1999 c7",
        right=(
            "One Russian speaker, then some Russian officials, then both sides and both capitals."
            " Whether discussing or elevating is the higher rung, readers may differ. The higher"
            " rungs name nobody: compare a summary with the passage that it sums up."
        ),
        mistakes=(
            Mistake(
                "rungs missing",
                lambda given: sum(map(len, given)) < 4,
                "A ladder of four rungs is asked for, and some are missing. Give all four letters.",
                reread="yu-1999 ¶20",
                example=["B", "D"],
            ),
            Mistake(
                "from the top",
                "A = C > D > B",
                "The order is right, but upside down. Begin with the passage in which the fewest"
                " speak.",
            ),
            Mistake(
                "order of printing",
                "A, B, C, D",
                "That is the order of the letters. Ask of each passage who speaks of the alliance.",
                reread="yu-1999 ¶16",
            ),
            Mistake(
                "officials below the speaker",
                lambda given: "d" in given[0],
                "Several officials are more than one speaker. Count the Russians who ask for an"
                " alliance in the entry of 27 May.",
                example="D < B < C = A",
            ),
            Mistake(
                "both sides below officials",
                lambda given: "b" not in given[0] or "d" not in given[1],
                "Some officials of one country are fewer than both sides or both capitals. Move"
                " that passage down.",
                reread="yu-1999 ¶16",
                example=["B", "C", "D", "A"],
            ),
        ),
        reread="yu-1999 c7",
        pointer="Find the subject: one man, some officials, both sides, both capitals.",
        first_step=(
            'the entry of 27 May has one man speak of the alliance, so the list begins with "B".'
        ),
    ),
    Exercise(
        id="04.4",
        title="Whom the right date helps",
        form="choice",
        options={
            "a": "It weakens it.",
            "b": "It strengthens it.",
            "c": "Nothing.",
            "d": "It shows that the author moved the date.",
        },
        answer="b",
        because="E06",
        right=(
            "In April bombs were already falling on Yugoslavia, and the premier travelled all the"
            " same. With the printed month a reader could object that the war had not begun. It is"
            " no proof: a visit planned long before may go on for other reasons. But here the error"
            " hurts its author, and the correction helps him. Ask each time whom it helps."
        ),
        mistakes=(
            Mistake(
                "correction as defeat",
                "a",
                "A correction need not hurt its author. What was NATO doing in April, and what did"
                " the premier do nevertheless?",
            ),
            Mistake(
                "dates without weight",
                "c",
                "Between March and 8 April lies the beginning of an air war. The visit may have"
                " other reasons too, but compare: to travel before the war, and during it.",
            ),
            Mistake(
                "motive read in",
                "d",
                "A wrong month shows a slip, not an intention; and this one does its author no"
                " service. Ask what the right month does.",
                reread="yu-1999 ¶6",
            ),
        ),
        reread="yu-1999 ¶8",
        pointer=(
            "Put three things in order of time: the beginning of the air war, the visit, the claim"
            " that Beijing was little troubled."
        ),
        first_step=(
            "the air war began about two weeks before 8 April. So did the visit come in spite of"
            " it, or before it?"
        ),
    ),
    Exercise(
        id="04.5",
        title="Trade with its source",
        form="chart",
        answer=chart_needs("bar", {"x": "year", "y": "value_usd_bn", "color": "publisher"}),
        right=_trade_right,
        mistakes=(
            Mistake(
                "change instead of trade",
                lambda given: given.on("y") == ("change",),
                "You drew the change in per cent, which has no value for the first year. Wanted is"
                " how much was traded: another column has it.",
                example=lambda: _chart(x="year:O", y="change:Q", color="publisher:N"),
            ),
            Mistake(
                "axes changed over",
                lambda given: given.on("x", "y") == ("value_usd_bn", "year"),
                "The two axes are changed over. Time runs from left to right, and the height of a"
                " bar says how much.",
                example=lambda: _chart(x="value_usd_bn:Q", y="year:O", color="publisher:N"),
            ),
            Mistake(
                "source not shown",
                lambda given: (
                    given.on("x", "y") == ("year", "value_usd_bn")
                    and given.on("color") != ("publisher",)
                ),
                "Year and trade are there, but the reader cannot see who printed each figure. Which"
                " column names the source? Let the colour show it.",
                example=lambda: _chart(x="year:O", y="value_usd_bn:Q"),
            ),
        ),
        pointer=(
            "The mark is a bar; x is year, y is value_usd_bn, color is publisher; and the chart has"
            " a title."
        ),
        first_step=(
            'alt.Chart(yearly, title="...").mark_bar().encode(x="year:O", y="value_usd_bn:Q",'
            ' color="publisher:N")'
        ),
    ),
    Exercise(
        id="04.6",
        title="What the Monitor supports",
        form="letters",
        answer=["A", "C", "D"],
        because="monitor-2000 ¶4",
        right=(
            "On trade, on the UN and, with words of doubt, on who is keener, the Monitor agrees."
            " For the alliance it gives no support; of the general it says nothing. So it agrees"
            " with a part of the diagnosis and not with the forecast. But it judges one visit, not"
            " six months."
        ),
        mistakes=(
            Mistake(
                "forecast saved",
                lambda given: "b" in given,
                "The Monitor finds nothing to show that the visit brought joint military action"
                " nearer. That does not support an alliance.",
                reread="monitor-2000 ¶2",
                example=["A", "B", "C", "D"],
            ),
            Mistake(
                "silence taken for support",
                lambda given: "e" in given,
                "Nothing in the three paragraphs is about that general; the visitor of January 2000"
                " is another man. Silence supports nobody.",
                reread="monitor-2000 ¶3",
                example=["A", "C", "D", "E"],
            ),
            Mistake(
                "tone taken for verdict",
                ["A", "D"],
                "The Monitor is cool in tone, and yet it can agree. Read what it says about"
                " positions at the UN.",
            ),
            Mistake(
                "hedges overlooked",
                ["A", "C"],
                "One point more: who is pressing in the second paragraph, and who has apparently"
                " rebuffed it?",
                reread="monitor-2000 ¶2",
            ),
            Mistake(
                "trade overlooked",
                ["C", "D"],
                "One point more: look for the word that the Monitor has for the level of trade.",
            ),
            Mistake(
                "none",
                "none",
                "The Monitor sees few results of one visit, but it supports some of the points."
                " Answer with a list of letters.",
            ),
        ),
        reread="monitor-2000 ¶4",
        pointer=(
            "Take the letters one by one and find the sentence of the Monitor that is about the"
            " same thing. For one letter there is none."
        ),
        first_step=(
            'for A the last of the three paragraphs calls trade "anemic" and says how hard it is to'
            " give the partnership substance: it supports A."
        ),
    ),
    Open(
        id="04.7",
        title="Relationship or vocabulary?",
        rubric=(
            "My first sentence is a claim, and says which of the two changed, or how much of each.",
            "I keep apart what was said, what was signed and what was done.",
            "I cite one passage from before 8 May 1999 or from January 2000, for comparison.",
            "I state the evidence against me fairly, and answer it.",
            "I say what kind of record would change my mind.",
        ),
        model=(
            "The vocabulary changed first, and the contacts with it; joint action is not shown."
            " The report tells of no single delivery, before or after 8 May, and the share of"
            " signatures and offers does not rise. An alliance is asked for by one Russian speaker"
            " (`yu-1999 c7` [E08]); only in the summary do both sides discuss one, within a deeper"
            " partnership and without a named Chinese voice (`yu-1999 ¶1`). Talks about American"
            " plans were older than the bombing (`yu-1999 c2` [E10]). Against this stand a"
            " training agreement (`yu-1999 c10`), the coordination at the United Nations that the"
            " Monitor notes too (`monitor-2000 ¶4`), and a fighter contract that later sources"
            " date to 1999 (`yu-1999 ¶18` [E12] [E13]). Its talks were agreed in February, before"
            " the bombing. Records of deliveries could change my mind."
        ),
        weigh=(
            "yu-1999 c10",
            "monitor-2000 ¶4",
            "yu-1999 ¶18",
            "monitor-2000 ¶2",
            "monitor-2000 ¶3",
            "yu-1999 c2",
            "yu-1999 ¶15",
            "gpr-web ¶23",
        ),
    ),
    Open(
        id="04.8",
        title="A failed forecast",
        rubric=(
            "I keep apart the forecast, the diagnosis and the facts of the report.",
            (
                "I use no knowledge that the author could not have in July 1999, or I mark it as"
                " later."
            ),
            "I keep his words of doubt, such as perhaps.",
            "I cite a passage that speaks for him and one that speaks against him.",
            "I say by which standard I judge analysis.",
        ),
        model=(
            "A failed forecast is not yet poor analysis; a conclusion that says more than its own"
            " evidence is a weakness. The author writes perhaps (`yu-1999 ¶21`), calls one shift"
            " still somewhat symbolic (`yu-1999 ¶2.4`) and says that each state saw the crisis"
            " through its own interest (`yu-1999 ¶15`). The weak trade that he reports is noted by"
            " the Monitor six months later (`yu-1999 ¶5`, `monitor-2000 ¶4`). But that the one"
            " dated voice for an alliance was Russian, while the Chinese guests spoke of science,"
            " culture and business, could be seen in July 1999 in his own list (`yu-1999 c7`"
            " [E08]). Later knowledge is not needed for that. In July 2000 he wrote only that the"
            " two had come very close to something of the kind (`yu-2000 ¶26`)."
        ),
        weigh=(
            "yu-1999 ¶2.4",
            "yu-1999 ¶15",
            "yu-1999 ¶5",
            "yu-1999 ¶8",
            "yu-1999 ¶13",
            "yu-1999 ¶16",
            "yu-1999 c10",
            "yu-2000 ¶26",
            "monitor-2000 ¶4",
        ),
    ),
)
