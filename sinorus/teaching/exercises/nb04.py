"""Exercises of 04_kosovo_turn_1999."""

import itertools
from datetime import datetime
from zoneinfo import ZoneInfo

from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Mistake, Open

_RUNGS = {"a": "yu-1999 ¶20", "b": "yu-1999 c7", "c": "yu-1999 ¶1", "d": "yu-1999 ¶16"}


def _before():
    """Entries that tell of talks between the two about a third party before the bombing."""
    mentions = load("mentions").query("report_id == 'yu-1999'")
    two, acts = ["CHN", "RUS"], load("events")
    early = (
        acts["third_party"].notna()
        & acts["source"].isin(two)
        & acts["target"].isin(two)
        & acts["end"].between("1999-01-01", "1999-05-07")
    )
    return list(mentions[mentions["event_id"].isin(acts[early]["event_id"])]["locator"])


def _hour(zone):
    """The hour in a zone when it is eleven in the morning of 8 May 1999 in Beijing."""
    return (
        datetime(1999, 5, 8, 11, tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(ZoneInfo(zone)).hour
    )


def _ladders():
    """The right orders: the two highest rungs may change places; letters or locators."""
    orders = [["b", "d", *top] for top in itertools.permutations(["c", "a"])]
    return [
        *orders,
        *(
            [sign.join(_RUNGS[letter].split("¶")) for letter in order]
            for order in orders
            for sign in ("¶", "p")
        ),
    ]


def _letters(given):
    """A ladder as letters, whether letters, one word of letters or locators were given."""
    if len(given) == 1:
        given = [letter for letter in str(given[0]) if letter.isalnum()]
    back = {
        place.replace("¶", sign): letter for letter, place in _RUNGS.items() for sign in ("¶", "p")
    }
    return [back.get(str(part), str(part)) for part in given]


def _choice(given):
    """The letter of an answer that is a letter, the words behind it, or both."""
    words = str(given).strip(" .()").replace("answer ", "")
    behind = {
        "it weakens": "a",
        "weakens": "a",
        "it strengthens": "b",
        "strengthens": "b",
        "nothing": "c",
        "it shows": "d",
        "shows": "d",
    }
    letter = words[0] if words and (len(words) == 1 or not words[1].isalnum()) else ""
    return letter or next((found for start, found in behind.items() if words.startswith(start)), "")


def _yearly():
    trade = load("trade")
    return trade[trade["trade_id"].str.fullmatch("total-[0-9]{4}")]


def _chart(**channels):
    """A chart of the yearly trade, as somebody draws it who mistakes a channel."""
    import altair as alt

    value = _yearly()["value_usd_bn"]
    yearly = _yearly().assign(
        year=lambda rows: rows["period_start"].dt.year, change=value.pct_change().mul(100).round(1)
    )
    return (
        alt.Chart(
            yearly[["year", "value_usd_bn", "change", "publisher"]], title="Trade of seven years"
        )
        .mark_bar()
        .encode(**channels)
    )


def _trade_right():
    value = (
        _yearly()
        .assign(year=lambda rows: rows["period_start"].dt.year)
        .set_index("year")["value_usd_bn"]
    )
    return (
        f"Trade was {value[1998]} billion dollars in 1998, {value[1999]} in 1999 and"
        f" {value[2000]:.1f} in 2000. The fall stops in the year of the speeches; the jump comes in"
        " 2000. The colour tells which paper printed the figure, so that a reader can see that the"
        " series is patched together."
    )


EDITION = 1
EXERCISES = (
    Exercise(
        id="04.1",
        title="A third party before the bombing",
        form="locators",
        answer=_before,
        right=(
            "On 14 April deputy foreign ministers spoke about strategic stability and an American"
            " missile defence plan. So consultation about a third party is older than the bombing."
            " The report says more of the weeks after it: the two coordinated at the UN (yu-1999"
            " ¶15). But that has no day, and is not in this list."
        ),
        mistakes=(
            Mistake(
                "after the bombing",
                lambda given: (
                    given
                    and given
                    <= {
                        *(f"yu-1999 c{number}" for number in range(4, 13)),
                        "yu-1999 ¶14",
                        "yu-1999 ¶15",
                    }
                ),
                "That came after the bombing. Of the three acts printed above the exercise, one"
                " lies before 8 May.",
                "yu-1999 ¶2.3",
                "yu-1999 c4",
            ),
            Mistake(
                "neighbours only",
                lambda given: given and given <= {"yu-1999 c1", "yu-1999 c3"},
                "That is earlier, but it concerns the two alone, trade or their border. Whose plans"
                " touch others?",
                "yu-1999 ¶2.3",
                "yu-1999 c3",
            ),
            Mistake(
                "claim instead of entry",
                lambda given: any("¶" in part for part in given),
                "A paragraph of the essay was given. The question asks for an entry of the"
                " chronology, with c and a number.",
                "yu-1999 ¶2.3",
                "yu-1999 ¶2.3",
            ),
            Mistake(
                "more than one",
                lambda given: len(given) > 1 and "yu-1999 c2" in given,
                "The right one is among them, but only one of the acts lies before the bombing."
                " Give that one alone.",
                "yu-1999 ¶2.3",
                ["yu-1999 c2", "yu-1999 c4", "yu-1999 c5"],
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
        answer=lambda: _hour("Europe/Moscow"),
        right=lambda: (
            f"{_hour('Europe/Moscow'):02}:00, four hours behind Beijing. In Washington "
            f"it is then {_hour('America/New_York')}:00, and still 7 May: so an American "
            f"newspaper and a Chinese one may print different dates and both be right. "
            f"Store the place with the time."
        ),
        mistakes=(
            Mistake(
                "wrong direction",
                15,
                "Four hours are right, but the direction is not. The sun rises in Beijing first: is"
                " the clock in Moscow ahead or behind?",
                "yu-1999 ¶11",
            ),
            Mistake(
                "no conversion",
                11,
                "That is the hour in Beijing. Take the moment to another clock with tz_convert.",
                "yu-1999 ¶11",
            ),
            Mistake(
                "winter time",
                6,
                "That holds in winter, and all year on today's clocks. In May 1999 Moscow had"
                " summer time; tz_convert knows it.",
                "yu-1999 ¶11",
            ),
            Mistake(
                "Belgrade",
                5,
                "That is the hour in Belgrade. Put the zone of Moscow in its place.",
                "yu-1999 ¶11",
            ),
            Mistake(
                "Washington",
                23,
                "That is the hour in Washington. The zone of Moscow is Europe/Moscow.",
                "yu-1999 ¶11",
            ),
            Mistake(
                "the difference",
                4,
                "That is how many hours lie between the two clocks. Count them back from eleven in"
                " the morning in Beijing.",
                "yu-1999 ¶11",
            ),
            Mistake(
                "last row of the table",
                1,
                "That is read from the last row of the table, where it is five in the morning in"
                " Beijing. Here it is eleven.",
                "yu-1999 ¶11",
            ),
            Mistake(
                "universal time",
                3,
                "That is universal time (UTC). Moscow lies some hours ahead of it.",
                "yu-1999 ¶11",
            ),
        ),
        reread="yu-1999 ¶11",
        pointer=(
            "tz_convert takes the name of a zone; the cell above names that of Moscow. Then .hour"
            " takes the number out of the moment."
        ),
        first_step='beijing.tz_convert("Europe/Moscow") shows day and hour there. Give the hour.',
    ),
    Exercise(
        id="04.3",
        title="The ladder of the alliance",
        form="list",
        answer=lambda: _ladders()[0],
        also=(
            *_ladders()[1:],
            *(
                [sign.join(order)]
                for order in ("bdca", "bdac")
                for sign in ("", " ", "-", " < ", "<")
            ),
            ["bd(ca"],
            ["bd(ac"],
        ),
        right=(
            "One Russian speaker, then some Russian officials, then both sides and both capitals."
            " Whether discussing or elevating is the higher rung, readers may differ. The higher"
            " rungs name nobody: compare a summary with the passage that it sums up."
        ),
        mistakes=(
            Mistake(
                "from the top",
                lambda given: _letters(given) in (["a", "c", "d", "b"], ["c", "a", "d", "b"]),
                "The order is right, but upside down. Begin with the passage in which the fewest"
                " speak.",
                "yu-1999 c7",
                ["A", "C", "D", "B"],
            ),
            Mistake(
                "order of printing",
                lambda given: _letters(given) in (["a", "b", "c", "d"], ["c", "d", "a", "b"]),
                "That is the order of the letters or of the pages. Ask of each passage who speaks"
                " of the alliance.",
                "yu-1999 ¶16",
                ["A", "B", "C", "D"],
            ),
            Mistake(
                "officials below the speaker",
                lambda given: (
                    _letters(given)[:2] == ["d", "b"]
                    or (len(_letters(given)) == 4 and _letters(given)[0] == "d")
                ),
                "Several officials are more than one speaker. Count the Russians who ask for an"
                " alliance in the entry of 27 May.",
                "yu-1999 c7",
                ["D", "B", "C", "A"],
            ),
            Mistake(
                "both sides below officials",
                lambda given: (
                    len(_letters(given)) == 4
                    and set(_letters(given)) == set(_RUNGS)
                    and ("d" in _letters(given)[2:] or _letters(given)[0] in "ac")
                ),
                "Some officials of one country are fewer than both sides or both capitals. Move"
                " that passage down.",
                "yu-1999 ¶16",
                ["B", "C", "D", "A"],
            ),
            Mistake(
                "rungs missing",
                lambda given: 0 < len(_letters(given)) < 4 and set(_letters(given)) <= set(_RUNGS),
                "A ladder of four rungs is asked for, and some are missing. Give all four letters.",
                "yu-1999 ¶20",
                ["B", "D"],
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
        form="text",
        answer=lambda: "b",
        also=(
            "(b)",
            "b)",
            "b.",
            "answer b",
            *(
                start + words + stop
                for start in ("", "(b) ", "b) ", "b. ", "b ")
                for words in (
                    "it strengthens it",
                    "strengthens it",
                    "strengthens",
                    "it strengthens",
                    "it strengthens the argument",
                    "it strengthens that argument",
                )
                for stop in ("", ".")
            ),
        ),
        right=(
            "In April bombs were already falling on Yugoslavia, and the premier travelled all the"
            " same. With the printed month a reader could object that the war had not begun. It is"
            " no proof: a visit planned long before may go on for other reasons. But here the error"
            " hurts its author, and the correction helps him. Ask each time whom it helps."
        ),
        mistakes=(
            Mistake(
                "correction as defeat",
                lambda given: _choice(given) == "a",
                "A correction need not hurt its author. What was NATO doing in April, and what did"
                " the premier do nevertheless?",
                "yu-1999 ¶8",
                "a",
            ),
            Mistake(
                "dates without weight",
                lambda given: _choice(given) == "c",
                "Between March and 8 April lies the beginning of an air war. The visit may have"
                " other reasons too, but compare: to travel before the war, and during it.",
                "yu-1999 ¶8",
                "c",
            ),
            Mistake(
                "motive read in",
                lambda given: _choice(given) == "d",
                "A wrong month shows a slip, not an intention; and this one does its author no"
                " service. Ask what the right month does.",
                "yu-1999 ¶6",
                "d",
            ),
            Mistake(
                "no letter",
                lambda given: _choice(given) not in {"a", "b", "c", "d"},
                'Answer with one of the four letters, in quotation marks, such as "c".',
                "yu-1999 ¶8",
                "helps",
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
        right=_trade_right,
        answer=lambda: chart_needs(
            "bar", {"x": "year", "y": "value_usd_bn", "color": "publisher"}, rows=len(_yearly())
        ),
        mistakes=(
            Mistake(
                "change instead of trade",
                lambda given: given.channels.get("y") == "change",
                "You drew the change in per cent, which has no value for the first year. Wanted is"
                " how much was traded: another column has it.",
                "yu-1999 ¶3",
                lambda: _chart(x="year:O", y="change:Q", color="publisher:N"),
            ),
            Mistake(
                "axes changed over",
                lambda given: (
                    (given.channels.get("x"), given.channels.get("y")) == ("value_usd_bn", "year")
                ),
                "The two axes are changed over. Time runs from left to right, and the height of a"
                " bar says how much.",
                "yu-1999 ¶3",
                lambda: _chart(x="value_usd_bn:Q", y="year:O", color="publisher:N"),
            ),
            Mistake(
                "source not shown",
                lambda given: (
                    given.mark == "bar"
                    and given.channels.get("color") != "publisher"
                    and (given.channels.get("x"), given.channels.get("y"))
                    == ("year", "value_usd_bn")
                ),
                "The bars are there, but the reader cannot see who printed each figure. Which"
                " column names the source? Let the colour show it.",
                "yu-1999 ¶3",
                lambda: _chart(x="year:O", y="value_usd_bn:Q"),
            ),
        ),
        reread="yu-1999 ¶3",
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
        answer=lambda: ["A", "C", "D"],
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
                "monitor-2000 ¶2",
                ["A", "B", "C", "D"],
            ),
            Mistake(
                "silence taken for support",
                lambda given: "e" in given,
                "Nothing in the three paragraphs is about that general; the visitor of January 2000"
                " is another man. Silence supports nobody.",
                "monitor-2000 ¶3",
                ["A", "C", "D", "E"],
            ),
            Mistake(
                "tone taken for verdict",
                lambda given: bool(given) and given < {"a", "c", "d"} and "c" not in given,
                "The Monitor is cool in tone, and yet it can agree. Read what it says about"
                " positions at the UN.",
                "monitor-2000 ¶4",
                ["A", "D"],
            ),
            Mistake(
                "hedges overlooked",
                lambda given: bool(given) and given < {"a", "c", "d"} and "d" not in given,
                "One point more: who is pressing in the second paragraph, and who has apparently"
                " declined?",
                "monitor-2000 ¶2",
                ["A", "C"],
            ),
            Mistake(
                "trade overlooked",
                lambda given: bool(given) and given < {"a", "c", "d"} and "a" not in given,
                "One point more: look for the word that the Monitor has for the level of trade.",
                "monitor-2000 ¶4",
                ["C", "D"],
            ),
            Mistake(
                "none",
                lambda given: not given,
                "The Monitor sees few results of one visit, but it supports some of the points."
                " Answer with a list of letters.",
                "monitor-2000 ¶4",
                ["none"],
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
            "The vocabulary changed first, and the contacts with it; joint action is not shown. The"
            " report tells of no single delivery, before or after 8 May, and the share of"
            " signatures and offers does not rise. An alliance is asked for by one Russian speaker"
            " (`yu-1999 c7` [E08]) and discussed by both sides only in the summary (`yu-1999 ¶1`),"
            " without a named Chinese voice. Talks about American plans were older than the bombing"
            " (`yu-1999 c2` [E10]). Against this stand a training agreement (`yu-1999 c10`), the"
            " coordination at the United Nations that the Monitor notes too (`monitor-2000 ¶4`),"
            " and a fighter contract that later sources date to 1999 (`yu-1999 ¶18` [E12] [E13])."
            " Its talks were agreed in February, before the bombing. Records of deliveries could"
            " change my mind."
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
