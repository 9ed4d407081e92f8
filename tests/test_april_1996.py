"""The session of 1996: its pictures, its pen, its edge, what the two had before and after."""

import json

import nbformat
import pandas as pd
import pytest

import sinorus
from sinorus import SinorusError, charts
from sinorus.charts.april_1996 import CARDS, WORD
from sinorus.charts.beginnings import BIRTHDAYS, PAPERS, PROMISES
from sinorus.paths import course, data_file
from sinorus.teaching.exercises import COURSE, GUESSES

NAME = "02_partnership_1996"
SOLVED = nbformat.read(course() / "notebooks" / "solutions" / f"{NAME}.ipynb", as_version=4)
CODE = {cell.id: cell.source for cell in SOLVED.cells if cell.cell_type == "code"}
DAY = pd.Timestamp("1996-04-25")


@pytest.fixture(scope="module")
def made():
    """What the collapsed cell and the first chart make."""
    names = {"sinorus": sinorus}
    for cell in ("acts", "first-chart"):
        exec(CODE[cell], names)
    return names


@pytest.fixture(scope="module")
def record():
    return sinorus.load("record").set_index("record_id")


# --- the edge -----------------------------------------------------------------------------------


def test_from_march_others_act_first_and_then_the_two(made):
    """If this no longer holds, 02.3 and 02.4 must be written anew."""
    spring = made["spring"].sort_values("start")
    sides = spring["between"].eq("the two").tolist()
    assert sides == sorted(sides) and set(sides) == {True, False}


def test_an_act_of_the_two_stands_left_of_the_first_missile(made):
    until = made["until"]
    missile = until.loc[until["kind"] == "force", "start"].min()
    before = until[(until["between"] == "the two") & (until["start"] < missile)]
    assert missile == pd.Timestamp("1995-07-21")
    assert set(before["year"]) == {1989, 1991, 1992, 1994}
    assert "1994, 1992, 1991 and 1989" in COURSE["02.4"].right


def test_each_edge_that_the_page_names_brings_something_new(made):
    until = made["until"]
    edges = ("1996-03", "1996", "1995", "1994", "1989")
    shown = [len(until[until["start"] > edge]) for edge in edges]
    assert shown == sorted(set(shown))


def test_the_two_are_those_who_act_together(made):
    rows = made["acts"].set_index("record_id")
    assert rows.loc["1996-04-26-shanghai", "between"] == "the two"
    assert rows.loc["1989-05-15-summit", "between"] == "the two"
    assert rows.loc["1996-03-10-carriers", "between"] == "others, or one alone"
    assert set(rows["between"]) == {"the two", "others, or one alone"}


# --- the pen --------------------------------------------------------------------------------------


def test_every_gap_is_that_of_a_clause_that_was_read():
    clauses = sinorus.load("clauses")
    places = dict(zip(clauses["source_id"] + " " + clauses["article"], clauses["read_in"]))
    rows = charts.data(charts.declaration())
    assert {places[clause] for clause in rows["clause"]} == {"text"}
    assert {signed for *_, signed in CARDS.values()} == {"a", "b"}


@pytest.mark.parametrize(
    "pen", ["a a a b b b a", "aaabbba", list("aaabbba"), "A, A, A, B, B, B, A"]
)
def test_the_pen_is_read_as_people_write(pen):
    assert len(charts.data(charts.declaration(pen))) == 7


@pytest.mark.parametrize("pen", [None, ..., "", "..."])
def test_without_a_word_the_endings_are_offered_and_none_is_given_away(pen):
    chart = charts.declaration(pen)
    assert charts.data(chart)["first"].str.startswith("(a)").all()
    spec = chart.to_dict()
    assert spec["title"]["text"].endswith("?") and "signed" not in spec["description"]
    assert "\u2260" not in json.dumps(spec, ensure_ascii=False)


@pytest.mark.parametrize("pen", ["a", "a b c a b a b", "strategic", 7 * "ab"])
def test_the_pen_says_what_it_takes(pen):
    with pytest.raises(SinorusError, match="7 letters"):
        charts.declaration(pen)


# --- the word -------------------------------------------------------------------------------------


def test_the_parts_of_the_name_are_those_of_the_tables():
    wordings = sinorus.load("wordings").set_index("term_id").loc["strategic-partnership"]
    clauses = sinorus.load("clauses").set_index(["source_id", "article"])["quotation"]
    whole = {
        "Chinese": wordings["pinyin"],
        "Russian": wordings["russian"],
        "English": clauses["un-a51-127-1996", "par1"],
    }
    for language, parts in WORD.items():
        for word, _, _ in parts:
            assert word.split(" ... ")[-1] in whole[language], word


# --- birthdays ------------------------------------------------------------------------------------


def test_the_birthdays_are_those_that_the_passages_print():
    mentions = sinorus.load("mentions").set_index(["event_id", "locator"])["date_as_printed"]
    rows = charts.data(charts.birthdays())
    named = rows[rows["stage"] == "strategic"]
    assert named["printed"].tolist() == [mentions["1996-04-a", place] for place in BIRTHDAYS]


def test_two_passages_fit_the_day_and_the_papers_are_not_told_before(record):
    asks, tells = charts.birthdays(), charts.birthdays(papers=True)
    assert asks.to_dict()["title"]["text"].endswith("?")
    assert "their paper" not in json.dumps(asks.to_dict())
    rows = charts.data(tells)
    reports = rows[(rows["stage"] == "strategic") & (rows["voice"] == "a report")]
    fits = reports[(reports["start"] <= DAY) & (reports["end"] > DAY)]
    assert fits["label"].tolist() == ["Yu, July 1999, ¶5", "web page, 2015 or later, ¶2"]
    assert "April 1996" in record.loc["1998-11-23-hospital", "gist"]
    assert record.loc["1996-04-25-declaration", "start"] == DAY
    assert list(PAPERS) == ["1996-04-25-declaration", "1998-11-23-hospital"]


def test_the_few_months_of_one_author_are_three_years():
    assert round((pd.Timestamp("1999-05-08") - DAY).days / 365) == 3


# --- promises and the border ----------------------------------------------------------------------


def test_each_step_of_a_promise_stands_in_the_record(record):
    trade = sinorus.load("trade").set_index("trade_id")["value_usd_bn"]
    clauses = sinorus.load("clauses").set_index(["source_id", "article"])["gist"]
    for steps in PROMISES.values():
        for _, key, word in steps:
            row, _, month = key.partition(" ")
            if row in trade.index:
                assert word == f"{trade[row]:g} billion"
            else:
                assert not month or month in record.loc[row, "gist"]
    assert "August 1999" in clauses["moscow-agreement-1997", "art91"]
    assert "20 billion" in record.loc["1997-11-10-border", "numbers"]


def test_what_was_stone_in_1997_is_what_the_exercise_says():
    rows = charts.data(charts.promises())
    stone = rows[(rows["step"] == "stone") & (rows["at"] < "1998")]
    assert stone["promise"].tolist() == ["marking of the\neastern border"]
    assert sinorus.check("02.6", ["pencil", "ink", "ink", "stone", "pencil"]).state == "right"


def test_the_map_has_land_one_border_and_no_other_line():
    assert data_file("map.csv").stat().st_size < 10_000
    shapes = sinorus.load("map")
    borders = shapes[shapes["kind"] == "border"]
    assert set(borders["name"]) == {"Russia", "Kazakhstan", "Kyrgyzstan", "Tajikistan"}
    spec = charts.border().to_dict()
    marks = [layer["mark"]["type"] for layer in spec["layer"]]
    assert marks.count("geoshape") == 2
    land = next(layer for layer in spec["layer"] if layer["mark"].get("fill"))
    assert {feature["properties"] == {} for feature in land["data"]["values"]} == {True}
    assert "not everywhere that of 1996" in " ".join(spec["title"]["subtitle"])


def test_the_lengths_on_the_map_are_those_of_the_record(record):
    words = charts.border().to_dict()["description"]
    for row, number in (("1997-11-10-border", "4,200 km"), ("1996-04-26-shanghai", "7,000 km")):
        assert number in record.loc[row, "numbers"] and number in words


# --- bets -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [key for key in GUESSES if key.startswith("02.")])
def test_every_bet_is_opened_for_every_option(key):
    assert set(GUESSES[key].settles) == set(GUESSES[key].options)
    asked = [source for source in CODE.values() if f'"{key}"' in source]
    assert len(asked) == 2
