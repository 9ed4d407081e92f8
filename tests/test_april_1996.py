"""The session of 1996: its pictures, its pen, its edge, what the two had before and after."""

import json
import re

import nbformat
import pandas as pd
import pytest

import sinorus
from sinorus import SinorusError, charts
from sinorus.charts.april_1996 import CARDS
from sinorus.charts.beginnings import BIRTHDAYS, PAPERS, PROMISES
from sinorus.charts.name_1996 import WORD
from sinorus.look_up import cited
from sinorus.paths import course, data_file
from sinorus.teaching.exercises import COURSE, GUESSES, nb02

NAME = "02_partnership_1996"
SOLVED = nbformat.read(course() / "notebooks" / "solutions" / f"{NAME}.ipynb", as_version=4)
CODE = {cell.id: cell.source for cell in SOLVED.cells if cell.cell_type == "code"}
DAY = pd.Timestamp("1996-04-25")


@pytest.fixture(scope="module")
def made():
    """What the collapsed cell and the first charts make."""
    names = {"sinorus": sinorus}
    for cell in ("acts", "spring", "first-chart"):
        exec(CODE[cell], names)
    return names


@pytest.fixture(scope="module")
def record():
    return sinorus.load("record").set_index("record_id")


# --- the edge -----------------------------------------------------------------------------------


def test_from_march_others_act_first_and_then_the_two(made):
    """If this no longer holds, 02.3 and 02.4 must be written anew."""
    spring = made["spring"].sort_values("start")
    sides = spring["of_the_two"].eq("both").tolist()
    assert sides == sorted(sides) and set(sides) == {True, False}
    assert sum(sides) == 4 and "the last four dots" in COURSE["02.3"].right
    assert len(spring) == nb02.SPRING


def test_of_each_act_the_table_says_how_many_of_the_two_take_part(made):
    rows = made["acts"].set_index("record_id")["of_the_two"]
    assert rows["1996-03-08-missiles"] == rows["1996-04-19-moscow"] == "one"
    assert rows["1996-03-10-carriers"] == rows["1996-04-17-alliance"] == "neither"
    assert rows["1996-04-26-shanghai"] == rows["1989-05-15-summit"] == "both"
    assert rows["1991-delivery"] == "both"
    assert set(rows) == {"both", "one", "neither"}


def test_no_row_of_a_year_is_lost_and_no_series_is_an_act(made, record):
    """What has only a year stands there too; a series of many years is no act."""
    acts = set(made["acts"]["record_id"])
    assert {"1990-order", "1991-delivery", "1994-01-kozyrev"} <= acts
    left_out = set(record[record["start"] < "1998"].index) - acts
    assert left_out == {"1991-trade", "1992-shares", "1996-04-25-hotline"}


def test_the_pen_is_drawn_as_a_story_of_its_own(made):
    story = made["acts"].query("kind == 'story'")
    assert story["record_id"].tolist() == ["1996-04-23-aeroplane"]


def test_each_edge_that_the_page_names_brings_something_new(made):
    until = made["until"]
    edges = ("1996-03", "1996", "1995", "1994", "1989")
    shown = [set(until.loc[until["start"] >= edge, "record_id"]) for edge in edges]
    assert [len(rows) for rows in shown] == sorted({len(rows) for rows in shown})
    assert "1994-01-kozyrev" in shown[3], "the first of January belongs to 1994"
    assert not made["acts"]["start"].lt("1989").any()


def test_every_act_of_both_before_the_first_missile_is_right_and_no_other(made):
    acts = made["acts"]
    missile = acts.loc[acts["kind"] == "force", "start"].min()
    assert missile == pd.Timestamp(nb02.MISSILE)
    for row in acts[acts["start"] < "1996-05"].itertuples():
        older = row.of_the_two == "both" and row.start < missile
        state = sinorus.check("02.4", row.where).state
        assert state == ("right" if older else "wrong"), row.where


@pytest.mark.parametrize(
    "written",
    [
        *("record 3 September 1994 b", "3 September 1994", "Record of 3 September 1994 b."),
        *("(record January 1994)", "january 1994", "1994-01-kozyrev", "record 1990 to 1991"),
    ],
)
def test_an_address_is_read_as_people_write_it(written):
    assert sinorus.check("02.4", written).state == "right"


@pytest.mark.parametrize("written", ["the missiles", "1994", "record 31 May 1993", "b", 7, ["x"]])
def test_what_is_no_address_is_said_to_be_none(written):
    feedback = sinorus.check("02.4", written)
    assert feedback.mistake == "form" and "the address of one act" in feedback.text


def test_the_chart_is_of_the_right_table_and_tells_what_a_dot_is(made):
    alt, spring, acts = (made[name] for name in ("alt", "spring", "acts"))
    channels = {"x": "start", "y": "kind", "color": "of_the_two"}

    def check(table, **more):
        chart = alt.Chart(table).mark_point().encode(**channels, **more)
        return sinorus.check("02.3", chart)

    assert check(spring, tooltip="what").state == "right"
    assert check(spring, tooltip=["where", "what"]).state == "right"
    assert check(spring).mistake == "no tooltip"
    assert check(spring, tooltip="kind").state == "wrong"
    assert check(acts, tooltip="what").mistake == "another table"
    assert "answer =" in sinorus.check("02.3", "b").text


# --- the older word -------------------------------------------------------------------------------


def test_the_word_of_1994_stands_by_the_authority_of_a_study_and_is_not_told_before(record):
    row = record.loc["1994-01-kozyrev"]
    assert "by a Russian study" in row["gist"] and "strategic partnership" in row["gist"]
    assert row["authority"] == "scholar" and row["confidence"] == "medium"
    told = [at for at, cell in enumerate(SOLVED.cells) if "1994-01-kozyrev" in cell.source]
    asked = next(at for at, cell in enumerate(SOLVED.cells) if cell.id == "answer-4")
    assert min(told) > asked
    source = next(cell.source for cell in SOLVED.cells if cell.id == "primakov")
    assert "If it is exact" in source and "we have not seen" in source
    for key in ("02.struck", "02.1", "02.2", "02.3"):
        said = COURSE[key].right if key in COURSE else " ".join(GUESSES[key].settles.values())
        assert "1994" not in said, key


def test_both_journeys_of_april_1996_had_been_planned_for_november(record):
    assert "state visit to China" in record.loc["1995-10-26-heart", "gist"]
    assert "puts off his journey to Japan" in record.loc["1995-11-15-postponed", "gist"]
    assert "win China" in record.loc["1996-04-19-moscow", "gist"]


def test_every_act_of_the_record_has_its_address():
    rows = sinorus.load("record")
    assert rows["where"].is_unique
    for row in rows.itertuples():
        assert sinorus.show(row.where).startswith(row.where), row.where


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


@pytest.mark.parametrize("sits", [None, ..., "", "..."])
def test_without_letters_no_part_of_the_name_is_coloured(sits):
    chart = charts.one_word(sits)
    assert not charts.data(chart)[["joined", "perhaps"]].any(axis=None)
    spec = json.dumps(chart.to_dict(), ensure_ascii=False)
    assert chart.to_dict()["title"]["text"].endswith("?")
    assert "goes with" not in spec and "\u2260" not in spec


@pytest.mark.parametrize(
    ("sits", "alike"), [("w w p", 3), ("B, W, P", 3), ("wbw", 1), ("pwp", 2), ("pww", 1)]
)
def test_the_chinese_name_can_be_read_both_ways(sits, alike):
    spec = charts.one_word(sits).to_dict()
    assert f"{alike} of 3" in spec["title"]["text"]
    assert json.dumps(spec, ensure_ascii=False).count("\u2260") == 3 - alike


@pytest.mark.parametrize("sits", ["p", "p w a", 4 * "p", "pp"])
def test_the_word_says_what_it_takes(sits):
    with pytest.raises(SinorusError, match="3 letters") as refusal:
        charts.one_word(sits)
    example = re.search(r'such as "([^"]+)"', str(refusal.value))[1]
    assert "3 of 3" not in charts.one_word(example).to_dict()["title"]["text"]


# --- birthdays ------------------------------------------------------------------------------------


def test_the_birthdays_are_those_that_the_passages_print():
    mentions = sinorus.load("mentions").set_index(["event_id", "locator"])["date_as_printed"]
    rows = charts.data(charts.birthdays())
    named = rows[rows["stage"] == "strategic"]
    assert named["printed"].tolist() == [mentions["1996-04-a", place] for place in BIRTHDAYS]


def test_the_papers_of_the_two_states_are_not_told_before_they_are_asked(record):
    asks, tells = charts.birthdays(), charts.birthdays(papers=True)
    assert asks.to_dict()["title"]["text"].endswith("?")
    assert "their paper" not in json.dumps(asks.to_dict())
    rows = charts.data(tells)
    papers = rows[rows["voice"] == "the two states"]
    assert ((papers["start"] <= DAY) & (papers["end"] > DAY)).all()
    assert "April 1996" in tells.to_dict()["title"]["text"]
    assert "April 1996" in record.loc["1998-11-23-hospital", "gist"]
    assert record.loc["1996-04-25-declaration", "start"] == DAY
    assert list(PAPERS) == ["1996-04-25-declaration", "1998-11-23-hospital"]
    assert "their paper" not in json.dumps(charts.birthdays(papers=...).to_dict())


def test_the_few_months_of_one_author_are_three_years():
    assert round((pd.Timestamp("1999-05-08") - DAY).days / 365) == 3


# --- promises and the border ----------------------------------------------------------------------


def test_each_step_of_a_promise_stands_in_the_record(record):
    for steps in PROMISES.values():
        for _, key, _ in steps:
            row, _, month = key.partition(" ")
            if month and month != "end":
                told = record.loc[row, "gist"] + record.loc[row, "numbers"]
                assert month in told or month.removesuffix(" 1996") in told, key
    assert "comes into force" in record.loc["1999-08-06-ceilings", "gist"]
    assert "multipolar world" in record.loc["1997-04-23-declaration", "gist"]
    clauses = sinorus.load("clauses").set_index(["source_id", "article"])["gist"]
    assert "towards more poles" in clauses["un-a51-127-1996", "point2a"]
    assert "by the end of 1992" in record.loc["1991-delivery", "gist"]
    assert "first 11 on 25 April" in record.loc["1996-02-02-licence", "numbers"]


def test_no_promise_begins_at_the_edge_of_the_picture():
    """Of what was promised again in April 1996 the older ink is drawn too."""
    rows = charts.data(charts.promises())
    first = rows.groupby("promise", sort=False)["at"].min().dt.year.to_dict()
    assert list(first.values()) == [1991, 1990, 1996, 1996, 1996, 1990, 1995]
    x = next(layer for layer in charts.promises().to_dict()["layer"])["encoding"]["x"]
    assert x["scale"]["domain"][0]["year"] < 1990


def test_what_was_stone_in_1997_is_what_the_exercise_says():
    rows = charts.data(charts.promises())
    stone = rows[(rows["step"] == "stone") & (rows["at"] < "1998")]
    assert set(stone["promise"]) == {
        "marking of the\neastern border",
        "fighters, first\norder",
        "fighters, order\nof 1995",
    }
    for answer in ("PIISP", "PIIIP", ["pencil", "ink", "ink", "stone", "pencil"]):
        assert sinorus.check("02.6", answer).state == "right"
    odd = sinorus.check("02.6", ["pencil", "inc", "ink", "stone", "pencil"])
    assert "pencil, ink, stone" in odd.text


def test_the_last_rows_of_trade_lie_under_the_peak_of_1993(record):
    numbers = record.loc["1991-trade", "numbers"]
    assert "1993: 7.6 (Li Peng) or 7.7" in numbers and "1997: 6.12" in numbers


def test_the_map_has_land_one_border_and_no_other_line():
    assert data_file("map.csv").stat().st_size < 10_000
    shapes = sinorus.load("map")
    borders = shapes[shapes["kind"] == "border"]
    assert set(borders["name"]) == {"Russia", "Kazakhstan", "Kyrgyzstan", "Tajikistan"}
    spec = charts.border().to_dict()
    marks = [layer["mark"]["type"] for layer in spec["layer"]]
    assert marks.count("geoshape") == 2
    assert "Taiwan" not in set(shapes.loc[shapes["kind"] == "name", "name"])
    land = next(layer for layer in spec["layer"] if layer["mark"].get("fill"))
    features = json.loads(spec["datasets"][land["data"]["name"]])
    assert {feature["properties"] == {} for feature in features} == {True}
    assert "not everywhere that of 1996" in " ".join(spec["title"]["subtitle"])


def test_the_lengths_on_the_map_are_those_of_the_record(record):
    words = charts.border().to_dict()["description"]
    for row, number in (("1997-11-10-border", "4,200 km"), ("1996-04-26-shanghai", "7,000 km")):
        assert number in record.loc[row, "numbers"] and number in words


def test_the_journey_marks_three_troubles_with_the_days_of_the_record(record):
    words = charts.journey().to_dict()["description"]
    assert record.loc["1996-04-17-alliance", "when"].removesuffix(" 1996") in words
    # the missiles flew in the first days of exercises that went on until the 25th
    assert "from 8 March" in words and "25 March" not in words
    assert "NATO" in words


# --- the verdict ----------------------------------------------------------------------------------


def test_each_of_the_three_has_a_line_of_its_own_and_a_model_answer():
    verdict = next(cell.source for cell in SOLVED.cells if cell.id == "verdict")
    for word in ("word", "policy", "relationship"):
        assert f"- A **{word}** is" in verdict
        assert any(model.startswith(f"A {word} began") for model in COURSE["02.7"].model)
    for model in COURSE["02.7"].model:
        found, missing = cited(model)
        assert len(found) >= 3 and not missing


def test_the_examples_of_citing_are_no_answer():
    task = next(cell.source for cell in SOLVED.cells if cell.id == "exercise-7")
    [[shown]] = [re.findall(r"\(record ([^)]+)\)", task)]
    assert shown == "17 April 1996", "an act from before 1996 is the student's own find"


def test_a_place_that_is_cited_is_not_recommended_again():
    essay = CODE["answer-7"].split('"""')[1].replace("(record 16 May 1991)", "(Yu 1999 p20)")
    said = sinorus.check("02.7", essay, "record 24 April 1997").text
    assert "Also worth weighing: web page" in said
    bare = sinorus.check("02.7", essay.replace("p20", "20"), "record 24 April 1997").text
    assert "but (Yu 1999 p20)" in bare


# --- bets -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [key for key in GUESSES if key.startswith("02.")])
def test_every_bet_is_opened_for_every_option(key):
    assert set(GUESSES[key].settles) == set(GUESSES[key].options)
    asked = [source for source in CODE.values() if f'"{key}"' in source]
    assert len(asked) == 2
