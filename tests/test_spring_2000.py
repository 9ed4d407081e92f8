"""The session of 2000: its pictures, its rule, its bets."""

import itertools
import json
import re

import nbformat
import pandas as pd
import pytest

import sinorus
from sinorus import SinorusError, charts
from sinorus.charts.june_2000 import WEEK
from sinorus.charts.plans_2000 import DOTS, PLANS, SAYINGS
from sinorus.paths import course
from sinorus.teaching.exercises import COURSE, GUESSES, nb06
from sinorus.teaching.kind_results import of_result

NAME = "06_distancing_2000"
SOLVED = nbformat.read(course() / "notebooks" / "solutions" / f"{NAME}.ipynb", as_version=4)
CODE = {cell.id: cell.source for cell in SOLVED.cells if cell.cell_type == "code"}
RULES = (("warm", "warm"), ("neither", "warm"), ("neither", "neither"))


@pytest.fixture(scope="module")
def made():
    """What the collapsed cells and the join make."""
    names = {"sinorus": sinorus}
    for cell in ("acts", "places", "merge"):
        exec(CODE[cell], names)
    return names


# --- the plans ------------------------------------------------------------------------------------


def test_every_saying_about_the_three_plans_is_drawn():
    plans = sinorus.load("plans")
    assert set(SAYINGS) == set(plans.loc[plans["plan"].isin(PLANS), "plan_id"])


def test_who_speaks_is_as_the_table_has_it():
    table = sinorus.load("plans").set_index("plan_id")["speaker"]
    for plan_id, (speaker, _) in SAYINGS.items():
        said = table[plan_id]
        both = bool(re.search(r"Moscow and Beijing|both foreign|Jiang and Putin", said))
        chinese = bool(re.match(r"China's|a Chinese", said))
        expected = "both" if both else "Beijing" if chinese else "Moscow"
        assert speaker == ("nobody named" if said.startswith("no speaker") else expected), said


@pytest.mark.parametrize("day", ["31 March", "30 April", "10 June", "30 June", "June 30, 2000"])
def test_nothing_is_shown_before_it_was_said(day):
    chart = charts.plans(until=day)
    rows = charts.data(chart)
    limit = pd.Timestamp(f"{day.removesuffix(', 2000')} 2000")
    assert (rows["at"] <= limit).all() and len(rows)
    text = json.dumps(chart.to_dict())
    assert "he comes" not in text and "they meet" not in text.replace("they will meet", "")


def test_moscow_names_the_day_before_beijing():
    rows = charts.data(charts.plans()).set_index("plan_id")
    assert rows.loc["2000-05-31-visit", "at"] < rows.loc["2000-06-29-visit", "at"]
    assert charts.plans().to_dict()["title"]["text"] == (
        "In the end Putin comes; Dushanbe and the premier come late"
    )


def test_one_capital_speaks_alone():
    for who, other in (("Moscow", "Beijing"), ("beijing", "Moscow")):
        speakers = set(charts.data(charts.plans(who=who))["speaker"])
        assert who.capitalize() in speakers and other not in speakers
    with pytest.raises(SinorusError, match="Moscow"):
        charts.plans(who="Washington")
    with pytest.raises(SinorusError, match="30 April"):
        charts.plans(until="some day")


@pytest.mark.parametrize(
    ("dots", "else_"),
    [
        (charts.plans(until=...), charts.plans(until="31 March")),
        (charts.plans(who=...), charts.plans()),
    ],
)
def test_three_dots_show_the_first_picture_and_say_that_nothing_is_written(dots, else_):
    pd.testing.assert_frame_equal(charts.data(dots), charts.data(else_))
    said = dots.to_dict()["title"]["subtitle"]
    assert said[-1] == DOTS and DOTS not in else_.to_dict()["title"]["subtitle"]


def test_the_week_waits_for_its_offer():
    """Three dots show no offer and no night, for 06.3 asks what follows from them."""
    dots, shown = charts.rome_week(...), charts.rome_week("5 June")
    others = charts.data(shown).query("act != 'offer'")
    pd.testing.assert_frame_equal(
        charts.data(dots).reset_index(drop=True), others.reset_index(drop=True)
    )
    assert dots.to_dict()["title"]["subtitle"][-1] == DOTS
    text = json.dumps(dots.to_dict())
    assert "the offer: let us build" not in text and "no night" not in text


def test_what_came_late_is_what_the_table_says():
    """The title of the whole picture says so."""
    plans = sinorus.load("plans").set_index("plan_id")
    for plan_id in ("2000-05-31-visit", "2000-06-29-visit"):
        row = plans.loc[plan_id]
        named = pd.Period(row["announced_for"].partition("/")[0]).start_time
        assert abs((row["became_on"] - named).days) <= 1
    for plan_id in ("2000-04-12-dushanbe", "2000-05-31-kasyanov"):
        row = plans.loc[plan_id]
        assert row["became_on"] > pd.Period(row["announced_for"].rpartition("/")[2]).end_time


def test_a_saying_without_a_day_has_a_bar_and_no_mark():
    rows = charts.data(charts.plans())
    long = set(rows.loc[rows["long"], "plan_id"])
    assert {"2000-04-refuelling", "2000-04-stopover", "2000-01-declined"} <= long
    assert "2000-04-spokesman" in long, "it is of the last days of April, and has no day"
    marks = [one for one in charts.plans().to_dict()["layer"] if "shape" in one.get("encoding", {})]
    assert len(marks) == 1 and {"filter": "!datum.long"} in marks[0]["transform"]


# --- the week in June -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "said"), [("6 June", "no night"), ("5 June", "one night"), ("2nd June", "4 nights")]
)
def test_the_offer_moves_and_the_rest_stays(day, said):
    chart = charts.rome_week(day)
    rows = charts.data(chart).set_index("act")
    others = charts.data(charts.rome_week()).set_index("act").drop("offer")
    pd.testing.assert_frame_equal(rows.drop("offer"), others)
    assert said in chart.to_dict()["description"]
    assert len(rows) == len(WEEK)


def test_the_right_day_is_that_of_the_record():
    record = sinorus.load("record").set_index("record_id")["start"]
    assert record["2000-06-05-rome"] == pd.Timestamp("2000-06-05")
    rows = charts.data(charts.rome_week()).set_index("act")
    assert rows.loc["2000-06-06-zhang", "at"] == record["2000-06-06-zhang"]
    for wrong in ("1 May", "some day", 5, None):
        with pytest.raises(SinorusError):
            charts.rome_week(wrong)


# --- the rule -------------------------------------------------------------------------------------


def test_the_cells_and_the_exercises_have_the_same_acts(made):
    columns = ["event_id", "tone", "told"]
    pd.testing.assert_frame_equal(made["spring"][columns], nb06.acts()[columns])
    assert len(made["spring"]) == nb06.SPRING


def test_the_rule_turns_the_spring(made):
    """If this no longer holds, 06.5 must be written anew."""
    counts = [nb06.by_rule(*rule) for rule in RULES]
    assert counts[0][0] > 2 * counts[0][1] and counts[2][0] < counts[2][1]
    counts.append(nb06.by_rule("neither", "neither", "neither"))
    assert all(str(number) in COURSE["06.5"].right() for pair in counts for number in pair)
    for rule, (warm, cold) in zip((*RULES, ("neither",) * 3), counts):
        hurt = rule[2] if len(rule) > 2 else "cold"
        judged = made["spring"].replace("a meeting", rule[0]).replace("a good word", rule[1])
        judged = judged.replace("cold, says the essay", hurt)
        title = charts.two_sides(judged).to_dict()["title"]["text"]
        assert title.startswith(f"{warm} warm, {cold} cold, ")
        rows = charts.data(charts.two_sides(judged))
        assert not rows.duplicated(["at", "y"]).any() and len(rows) == warm + cold


def test_what_stands_under_all_rules_that_the_page_offers():
    """06.5 says so, and that it falls if every meeting is cold."""
    for meeting, word, hurt in itertools.product(
        ("warm", "neither"), ("warm", "neither"), ("cold", "neither")
    ):
        rows = nb06.judged(meeting, word, hurt)
        count = rows.groupby("told")["tone"].value_counts()
        assert count["list only"]["warm"] > count["list only"]["cold"]
        assert count["essay only"].get("warm", 0) < count["essay only"]["cold"]
    count = nb06.judged("cold", "warm").groupby("told")["tone"].value_counts()
    assert count["list only"]["cold"] < count["list only"]["warm"]
    count = nb06.judged("cold", "neither").groupby("told")["tone"].value_counts()
    assert count["list only"]["cold"] > count["list only"]["warm"]


def test_six_are_cold_only_by_the_reading_of_the_essay(made):
    hurt = made["spring"][made["spring"]["tone"] == "cold, says the essay"]
    assert len(hurt) == 6 and not (hurt["told"] == "list only").any()
    assert (made["spring"]["tone"] == "cold").sum() == 8
    text = next(cell.source for cell in SOLVED.cells if cell.id == "look")
    assert "8 + 6 = 14" in text


def test_what_is_not_judged_is_said(made):
    title = charts.two_sides(made["spring"]).to_dict()["title"]["text"]
    assert title.endswith("33 not judged yet")
    with pytest.raises(SinorusError, match="tone"):
        charts.two_sides(sinorus.load("events"))
    with pytest.raises(SinorusError, match="tone"):
        charts.two_sides(5)


def test_the_number_of_the_bet_is_that_of_the_table(made):
    spring = made["spring"]
    cold = spring["tone"].str.startswith("cold")
    assert cold.sum() == 14 and len(spring) == 67 and cold.mean() < 0.25
    assert all("Fourteen of the 67" in one for one in GUESSES["06.share"].settles.values())


def test_both_choose(made):
    spring = made["spring"]
    ends = spring.groupby("told")["tone"].value_counts()
    friendly = ends["list only"][["a meeting", "a good word"]].sum()
    assert friendly > len(spring[spring["told"] == "list only"]) / 2
    alone = spring[spring["told"] == "essay only"]["tone"].isin(
        ["cold", "cold, says the essay", "neither"]
    )
    assert alone.mean() > 0.8
    right = COURSE["06.4"].right
    kind = spring["told"][spring["tone"] == "a good word"] == "list only"
    assert kind.mean() > 0.5 and "The essay leaves out most of the good words" in right
    cold = spring["told"][spring["tone"].str.startswith("cold")] == "essay only"
    assert (cold.sum(), len(cold)) == (7, 14) and "half of the fourteen cold acts" in right


# --- nothing is told before its question ----------------------------------------------------------


def test_the_first_forecast_is_locked_before_its_answer_is_told():
    """Before 30 April is locked nothing later stands on the page, no month and no picture."""
    cells = [cell.id for cell in SOLVED.cells]
    begin, end = cells.index("journeys"), cells.index("horizon-1")
    text = "\n".join(cell.source for cell in SOLVED.cells[begin:end])
    assert not re.search(r"June|July|autumn|put off|no meeting", text)
    assert 'day = "30 April"' in text and text.count("charts.plans(") == 1
    second = "\n".join(cell.source for cell in SOLVED.cells[: cells.index("horizon-2")])
    assert not re.search(r"29 June|names the days as well|a statement on the treaty", second)


def test_a_lock_of_the_page_names_its_day():
    locks = [cell.source for cell in SOLVED.cells if ".lock(" in cell.source]
    days = [re.search(r"\.lock\(\"(\d+ \w+)\"", one)[1] for one in locks]
    assert days == ["30 April", "30 April", "5 June", "30 June"]


def test_july_is_not_told_before_the_last_forecast_is_locked():
    cells = [cell.id for cell in SOLVED.cells]
    before = SOLVED.cells[: cells.index("horizon-3")]
    text = "\n".join(cell.source for cell in before)
    assert text.count("state visit") == 1, "in the row of ranks"
    assert not re.search(r"17 to 19 July|came to Beijing|a declaration", text)
    record = sinorus.load("record").set_index("record_id")
    assert record.loc["2000-07-17-beijing", "what"][:40] not in text


@pytest.mark.parametrize(
    "given", [["deeds", "fear", "moves"], ["deed", "fears", "Move"], "deed, fear, move", "DFM"]
)
def test_a_word_may_stand_for_one_or_for_several(given):
    assert sinorus.check("06.1", given).state == "right"


def test_the_share_of_cold_acts_is_made_by_the_six(made):
    """06.4 says so: without the six about the same share of the essay and of the list is cold."""
    spring = made["spring"]
    for told, cold, alone, all_ in (("essay only", 7, 5, 47), ("list only", 10, 4, 35)):
        own = spring[spring["told"] != told]
        assert len(own) == all_ and (own["tone"] == "cold").sum() == alone
        assert own["tone"].str.startswith("cold").sum() == cold
    assert abs(4 / 35 - 5 / 47) < 0.01
    assert "without the six acts" in COURSE["06.4"].right


@pytest.mark.parametrize(
    ("channels", "wrong"),
    [
        ({"color": "told", "tooltip": "what"}, True),
        ({"tooltip": "what"}, True),
        ({"tooltip": ["what", "told"]}, True),
        ({"color": "told"}, False),
        ({"color": "tone", "tooltip": "what"}, False),
        ({"tooltip": "told"}, False),
        ({"detail": "what", "tooltip": "what"}, False),
    ],
)
def test_bars_that_lie_one_upon_the_other_are_answered(made, channels, wrong):
    import altair as alt

    chart = alt.Chart(made["spring"]).mark_bar().encode(x="count()", y="told", **channels)
    said = of_result(chart, "alt.Chart(spring)... tooltip=")
    assert ("one row long" in said) == wrong
    answer = sinorus.check("06.4", chart)
    assert (answer.state == "right") == (channels == {"color": "tone", "tooltip": "what"})
    if wrong:
        assert "one act long" in answer.text


def test_the_forecast_of_june_stands_before_its_answer():
    cells = [cell.id for cell in SOLVED.cells]
    assert cells.index("horizon-2") < cells.index("bet-answer-ask") < cells.index("bet-answer-end")


def test_a_word_with_a_capital_is_judged_as_well(made):
    judged = made["spring"].replace("a meeting", "Neither ").replace("a good word", "WARM")
    assert "not judged yet" in charts.two_sides(judged).to_dict()["title"]["text"]
    judged = judged.replace("cold, says the essay", "Cold")
    assert "not judged" not in charts.two_sides(judged).to_dict()["title"]["text"]


def test_the_premier_stands_at_the_edge_of_the_last_picture():
    said = charts.plans().to_dict()["description"]
    assert "3 November: he comes." in said
    assert "November" not in charts.plans(until="30 June").to_dict()["description"]
