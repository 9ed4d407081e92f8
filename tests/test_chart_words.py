"""The name of a chart: what is spoken of it, and made of it where nobody wrote a word."""

import altair as alt
import pandas as pd
import pytest

from sinorus.charts.rows import FEW, word
from sinorus.charts.words import description, name

ACTS = pd.DataFrame(
    {
        "report_id": ["yu-1999", "yu-2000", "yu-2000"],
        "day": pd.to_datetime(["1999-05-08", "2000-04-01", "2000-04-30"]),
        "share": [12.0, 0.3333, None],
        "sure": [True, False, True],
    }
)
BASE = alt.Chart(ACTS)


def told(chart):
    return description(chart.to_dict())


@pytest.mark.parametrize(
    "given, said",
    [
        ({"title": "A", "description": "D"}, "A. D."),
        (
            {"title": {"text": ["A", "b"], "subtitle": ["c", "d."]}, "description": "D"},
            "A b. c d. D.",
        ),
        ({"title": "Why?", "description": "D"}, "Why? D."),
        ({"title": "A", "description": "A. D."}, "A. D."),
        ({"description": "D\n  e"}, "D e."),
        ({"title": {"text": {"expr": "x"}}, "description": "D"}, "D."),
        ({"layer": [{"title": "A"}, {"title": "B"}], "description": "D"}, "A. D."),
    ],
)
def test_a_name_is_title_subtitle_and_description(given, said):
    assert name(given) == said
    assert name(given | {"description": said}) == said, "said again it is not said twice"


@pytest.mark.parametrize(
    "chart, said",
    [
        (
            BASE.mark_bar().encode(x="count()", y="report_id"),
            "Bars: report id down the side, how many along the bottom. yu-1999: 1; yu-2000: 2.",
        ),
        (
            BASE.mark_bar().encode(x="sum(share)", y=alt.Y("report_id", title="report")),
            "Bars: report down the side, sum of share along the bottom."
            " yu-1999: 12; yu-2000: 0.33.",
        ),
        (
            BASE.mark_line().encode(x="day", y="share"),
            "A line: share up the side, day along the bottom."
            " 8 May 1999: 12; 1 April 2000: 0.33; 30 April 2000: unknown.",
        ),
        (
            BASE.mark_bar().encode(x="year(day):O", y="count()"),
            "Bars: how many up the side, day along the bottom. 1999: 1; 2000: 2.",
        ),
        (
            BASE.mark_point().encode(x="yearmonth(day)", y="report_id", color="sure:N"),
            "Points: report id down the side, day along the bottom, sure as colour."
            " yu-1999, May 1999, yes; yu-2000, April 2000, no; yu-2000, April 2000, yes.",
        ),
        (
            BASE.mark_arc().encode(theta="count()", color="report_id"),
            "Slices of a circle: how many as angle, report id as colour. yu-1999: 1; yu-2000: 2.",
        ),
        (
            BASE.mark_rect().encode(x="report_id", y="report_id", color="max(day)"),
            "Tiles: report id down the side and along the bottom, max of day as colour."
            " yu-1999: 8 May 1999; yu-2000: 30 April 2000.",
        ),
        (
            BASE.mark_bar().encode(x="count()", color="report_id").facet("report_id"),
            "Bars: report id one a panel and as colour, how many along the bottom."
            " yu-1999: 1; yu-2000: 2.",
        ),
        (BASE.mark_geoshape(), "A map."),
        (alt.Chart("rows.csv").mark_bar().encode(x="n:Q"), "Bars: n along the bottom."),
        (
            alt.Chart(ACTS[:0]).mark_bar().encode(x="share:Q"),
            "Bars: share along the bottom. No rows.",
        ),
    ],
)
def test_a_chart_without_a_word_is_put_into_words(chart, said):
    assert told(chart) == said


def test_of_layers_the_first_that_is_no_reference_line_counts():
    line = BASE.mark_rule().encode(x="day")
    label = BASE.mark_text().encode(x="day", text="report_id")
    points = BASE.mark_point().encode(x="day", y="report_id")
    assert told(line + label + points).startswith(
        "Points, with straight lines and words: report id down the side, day along the bottom. yu"
    )


def test_charts_beside_each_other_are_told_one_by_one():
    first = BASE.mark_bar(description="D").encode(x="count()").properties(title="One")
    first = first.properties(description="Three acts")
    second = BASE.mark_tick().encode(x="day").properties(title="Two")
    assert told(first | second) == (
        "2 charts. One. Three acts. Two. Ticks: day along the bottom."
        " 8 May 1999; 1 April 2000; 30 April 2000."
    )


def test_of_many_rows_is_said_from_where_to_where_they_go():
    many = pd.DataFrame(
        {
            "n": range(FEW + 1),
            "day": pd.date_range("1999-05-01", periods=FEW + 1),
            "id": [f"a{n}" for n in range(FEW + 1)],
            "kind": ["talk", "sign", None] * 7,
        }
    )
    chart = alt.Chart(many).mark_point().encode(x="day", y="n", color="kind", text="id")
    assert told(chart).endswith(
        f"{FEW + 1} rows: n from 0 to 20; day from 1 May 1999 to 21 May 1999; kind talk, sign;"
        " id of 21 kinds."
    )
    assert told(chart.properties(data=many[:FEW])).count(";") == FEW - 1


def test_what_a_chart_filters_or_rounds_by_itself_is_not_guessed():
    bars = BASE.mark_bar().encode(x="count()", y="report_id")
    assert told(bars.transform_filter("false")).endswith("along the bottom.")
    assert told(BASE.mark_bar().encode(x=alt.X("share", bin=True), y="count()")).endswith("3 rows.")
    assert told(BASE.mark_bar().encode(x="stdev(share)", y="report_id")).endswith("3 rows.")


def test_no_list_dict_or_table_is_spoken():
    rows = pd.DataFrame({"what": ["[E12] {a: 1}\n|b|", "word " * 60], "n": [1, 2]})
    said = told(alt.Chart(rows).mark_bar().encode(x="n", y="what"))
    assert not set("[]{}|\n") & set(said)
    assert "E12 a: 1 b: 1" in said and "word …: 2" in said


@pytest.mark.parametrize(
    "value, said",
    [
        (12.0, "12"),
        (1250000, "1250000"),
        (6.834, "6.83"),
        (0.01234, "0.0123"),
        (-3.0, "-3"),
        (False, "no"),
        (None, "unknown"),
        ("1999-05-08", "8 May 1999"),
        ("1999-05-08T22:45:00", "8 May 1999, 22:45"),
        ("1999-13-08", "1999-13-08"),
        ("yu-1999", "yu-1999"),
        ("", ""),
    ],
)
def test_values_are_said_as_words(value, said):
    assert word(value) == said


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"mark": "bar"},
        {"mark": {"type": "nonsense"}, "encoding": {"x": {"field": 3}, "y": 4}},
        {"mark": "bar", "data": {"values": [1, 2]}, "encoding": {"x": {"field": "a"}}},
        {"layer": []},
        {"mark": "bar", "encoding": {"x": {"field": {"repeat": "row"}, "type": "quantitative"}}},
    ],
)
def test_a_chart_that_cannot_be_put_into_words_has_a_name_all_the_same(broken):
    assert name(broken).endswith(".")
