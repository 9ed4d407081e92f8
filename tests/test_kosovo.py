"""The Kosovo session: its pictures, its bets, its line."""

import re

import bounds
import links
import nbformat
import pandas as pd
import pytest

import sinorus
from sinorus import SinorusError, charts
from sinorus.paths import course
from sinorus.teaching.exercises import COURSE, nb04

NAME = "04_kosovo_turn_1999"
SOLVED = nbformat.read(course() / "notebooks" / "solutions" / f"{NAME}.ipynb", as_version=4)
CODE = {cell.id: cell.source for cell in SOLVED.cells if cell.cell_type == "code"}


@pytest.fixture(scope="module")
def made():
    """What the collapsed cell makes."""
    names = {"sinorus": sinorus}
    exec(CODE["table"], names)
    return names


# --- the votes ------------------------------------------------------------------------------------


def test_the_votes_are_those_of_the_record():
    rows = charts.data(charts.votes_1999())
    record = sinorus.load("record").set_index("record_id")["numbers"]
    words = {"yes": "for", "abstained": "abstaining"}
    for row in rows.itertuples():
        code = {"China": "CHN", "Russia": "RUS"}[row.state]
        assert f"{code}: {words[row.vote]}" in record[row.record_id]


def test_china_abstains_on_all_that_was_adopted_and_the_two_part_in_the_end():
    votes = charts.data(charts.votes_1999()).pivot(
        index="record_id", columns="state", values="vote"
    )
    adopted = votes.drop("1999-03-26-vote")
    assert set(adopted["China"]) == {"abstained"} and votes.loc["1999-03-26-vote", "China"] == "yes"
    assert (adopted["Russia"] == "abstained").sum() == 2
    assert votes.loc["1999-06-10-vote"].tolist() == ["abstained", "yes"]


@pytest.mark.parametrize("day", ["14 May", "14th May", "May 14, 1999", "1999-05-14"])
def test_a_vote_that_is_bet_on_is_not_told(day):
    chart = charts.votes_1999(until=day)
    told = charts.data(chart).set_index("record_id")["known"]
    assert not told["1999-06-10-vote"].any() and told.drop("1999-06-10-vote").all()
    assert "10 June 1999, the peace: not shown yet." in chart.to_dict()["description"]


def test_the_picture_that_asks_gives_no_answer_away():
    asks, tells = charts.votes_1999().to_dict(), charts.votes_1999(question=False).to_dict()
    assert asks["title"]["text"].endswith("?") and "3 of 7" in tells["title"]["text"]
    assert len(tells["layer"]) == len(asks["layer"]) + 1


# --- the fighters ---------------------------------------------------------------------------------


def test_the_fighters_are_counted_from_the_record():
    rows = charts.data(charts.fighters())
    record = sinorus.load("record").set_index("record_id")["numbers"]
    for kind, record_id in (("said", "1999-06-letter"), ("ordered", "1999-order")):
        for number in rows.loc[rows["group"] == kind, "most"]:
            assert str(number) in record[record_id]
    there = rows.loc[rows["group"] == "delivered", "most"]
    assert there.is_monotonic_increasing and there.iloc[0] == 0
    assert f"together: {there.iloc[-1]}" in record["2000-delivery"]


# --- the line -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "day", ["1 March", "1st March", "March 1st", "the 1st of March", "1999-03-01", "March 1, 1999"]
)
def test_the_line_takes_a_day_as_people_write_it(day):
    assert charts.data(charts.line(day))["start"].tolist() == [pd.Timestamp("1999-03-01")]


def test_dots_in_place_of_a_day_draw_no_line():
    empty = charts.line(...).to_dict()
    assert charts.data(charts.line(...))["start"].isna().all()
    assert "isValid" in str(empty["layer"][0]["transform"])


@pytest.mark.parametrize("day", ["March", "soon", "", 8, None, "1 to 3 March"])
def test_the_line_says_what_it_takes(day):
    with pytest.raises(SinorusError, match='"8 May"'):
        charts.line(day)


def _parts(rows, day):
    """Whether a line on a day has all business on its left and all soldiers on its right."""
    trade, soldiers = (rows[rows["subject"] == name] for name in ("business", "soldiers"))
    return (trade["last"] <= day).all() and (soldiers["first"] >= day).all()


def test_the_line_fits_far_more_than_one_day(made):
    days = pd.date_range("1999-02-01", "1999-06-30")
    fits = [day for day in days if _parts(made["spring"], day)]
    assert fits == list(pd.date_range("1999-03-01", "1999-05-08"))
    assert sinorus.check("04.3", fits[0]).state == "right"
    assert "1 March to 8 May" in COURSE["04.3"].right


def test_by_the_other_rule_it_fits_nowhere(made):
    second = made["spring"].replace("weapons", "soldiers")
    days = pd.date_range("1999-02-01", "1999-06-30")
    assert not [day for day in days if _parts(second, day)]


def test_the_diary_comes_in_small_pages(made):
    pages = made["spring"].groupby("page").size()
    assert pages.index.tolist() == [1, 2, 3, 4, 5] and pages.max() <= 5
    assert len(made["acts"]) == made["acts"]["between_the_two"].sum()


# --- bets and exercises ---------------------------------------------------------------------------


def test_every_bet_is_asked_and_then_settled():
    order = "\n".join(CODE.values())
    for guess in nb04.GUESSES:
        asked = re.search(rf'guess\("{re.escape(guess.id)}", ', order)
        settled = re.search(rf'guess\("{re.escape(guess.id)}"\)', order)
        assert asked and settled and asked.start() < settled.start(), guess.id
        # own words get one answer, letters one each
        assert guess.settles, guess.id
        assert not guess.options or set(guess.settles) == set(guess.options), guess.id


def test_what_feedback_and_models_cite_exists():
    told = []
    for guess in nb04.GUESSES:
        told += guess.settles.values() if guess.options else [guess.settles]
    for exercise in nb04.EXERCISES:
        right = getattr(exercise, "right", "")
        told += [right, *getattr(exercise, "model", ()), *getattr(exercise, "weigh", ())]
    cited = [
        place
        for said in told
        for place in re.findall(r"\(((?:record|Yu 1999|Monitor 2000|1999-|2000-|E0)[^()]*)\)", said)
    ]
    assert len(cited) > 40
    for place in cited:
        assert sinorus.show(place), place


@pytest.mark.parametrize(
    "number, answer",
    [
        ("04.1", "14th April"),
        ("04.1", "April 14th"),
        ("04.1", "the 14th of April 1999"),
        ("04.1", "1999-04-14"),
        ("04.2", ["c", "b", "a"]),
        ("04.2", "c, b, a"),
        ("04.2", "C < B < A"),
        ("04.3", "1st March"),
        ("04.3", "March 1"),
        ("04.4", "(c) nowhere"),
        ("04.5", "a) and d)"),
        ("04.5", ["D", "A"]),
        ("04.6", "A large sale is reported, in several numbers, and nobody has shown a contract"),
    ],
)
def test_an_answer_is_taken_as_people_write_it(number, answer):
    assert sinorus.check(number, answer).state == "right"


def test_every_link_leads_somewhere_and_history_is_linked():
    for cell in SOLVED.cells:
        if cell.cell_type == "markdown":
            found = links.find_links(cell.source)
            for link in found:
                assert links.resolve(link, "solution") is not None
            if "no-claim" not in cell.metadata.get("tags", []):
                assert found, cell.id


def test_the_measure_holds():
    import measure_course as measures

    path = course() / "notebooks" / "solutions" / f"{NAME}.ipynb"
    notebook, number, copy = measures.read(path)
    assert bounds.out_of_bounds(measures.measure(notebook, number, copy), bounds.bounds("04")) == {}


def test_beside_a_line_stands_what_of_a_table_starts_there():
    table = pd.DataFrame({"start": pd.to_datetime(["1996-04-17"]), "kind": ["declaration"]})
    days = charts.line("17 April 1996", "24 April 1996", of=table)
    assert charts.data(days)["words"].tolist() == [
        "17 April 1996: declaration",
        "24 April 1996: no act here",
    ]
    charts.line(..., of=table).to_dict()
    with pytest.raises(SinorusError, match="In which year"):
        charts.line("17 April", of=table)


def test_of_two_days_the_words_stand_on_either_side():
    """A week apart they would else lie on each other."""
    layers = charts.line("25 April 1996", "17 April 1996").to_dict()["layer"]
    texts = [layer["mark"] for layer in layers if layer["mark"]["type"] == "text"]
    assert [mark["align"] for mark in texts] == ["left", "right"]
    one = charts.line("25 April 1996", ...).to_dict()["layer"]
    assert one[1]["mark"]["align"] == "left"
