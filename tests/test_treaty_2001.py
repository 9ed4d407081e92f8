"""The session of 2001: two promises, a ledger, four yardsticks, and a line at forty per cent."""

import altair as alt
import nbformat
import pandas as pd
import pytest

import sinorus
from sinorus import SinorusError, charts
from sinorus.charts.first_year import ACTS, YARDSTICKS
from sinorus.charts.treaties import MARKS, PROMISES, TERMS
from sinorus.look_up import cited
from sinorus.paths import course
from sinorus.teaching.exercises import COURSE, GUESSES, nb07

NAME = "07_treaty_limits_2001"
SOLVED = nbformat.read(course() / "notebooks" / "solutions" / f"{NAME}.ipynb", as_version=4)
CODE = {cell.id: cell.source for cell in SOLVED.cells if cell.cell_type == "code"}
TEXT = {cell.id: cell.source for cell in SOLVED.cells if cell.cell_type == "markdown"}
ENTRIES = ("calls", "bases", "notice", "rome", "geneva")


@pytest.fixture(scope="module")
def record():
    return sinorus.load("record").set_index("record_id")


@pytest.fixture(scope="module")
def clauses():
    return sinorus.load("clauses").set_index(["source_id", "article"])


# --- two promises ---------------------------------------------------------------------------------


def test_what_is_quoted_on_the_cards_stands_in_the_clauses(clauses):
    for place, (_, text) in PROMISES.items():
        quoted = text.partition("“")[2].partition("”")[0]
        assert quoted == clauses.loc[tuple(place.split()), "quotation"]
        assert clauses.loc[tuple(place.split()), "read_in"] != "not read"


def test_nothing_rests_on_an_article_that_nobody_read(clauses):
    unread = clauses.loc["treaty-2001"].query("read_in == 'not read'").index
    assert len(unread) == 9 and "Nine of the twenty-five articles" in TEXT["part-3"]
    told = [*TEXT.values()]
    told += [text for key, one in GUESSES.items() if key[:2] == "07" for text in _texts(one)]
    told += [text for key, one in COURSE.items() if key[:2] == "07" for text in _said(one)]
    for article in unread:
        assert not any(f"treaty-2001 {article}" in text for text in told), article
        assert not any(f"#treaty-2001-{article})" in text for text in told), article


def _texts(guess):
    return guess.settles.values() if isinstance(guess.settles, dict) else [guess.settles]


def _said(exercise):
    if hasattr(exercise, "model"):
        return exercise.model
    return [exercise.right if isinstance(exercise.right, str) else exercise.right()]


def test_the_terms_are_those_of_the_texts(clauses, record):
    years = [last - first for first, last in TERMS.values()]
    assert years == [30, 20]
    assert "thirty years" in clauses.loc[("treaty-1950", "art6"), "gist"]
    assert "term in years: 20" in record.loc["2001-07-16-treaty", "numbers"]
    assert "dead by 1963" in sinorus.show("Miller 2002 p4")
    split = sinorus.show("Sino-Soviet split")
    assert all(str(year) in split for year in MARKS if year != 1963)


@pytest.mark.parametrize("dead", [None, ..., ""][:2])
def test_without_a_year_the_picture_asks_and_tells_nothing(dead):
    spec = charts.two_lives(dead).to_dict()
    assert spec["title"]["text"].endswith("?") and "1963" not in str(spec)


def test_the_finding_of_the_two_lives_is_a_difference_of_years():
    assert 1980 - 1963 == 17
    assert "seventeen years" in charts.two_lives(1970).to_dict()["title"]["text"]


@pytest.mark.parametrize("dead", [1949, 1981, "soon", 19, True])
def test_a_year_outside_the_treaty_is_refused_in_one_sentence(dead):
    with pytest.raises(SinorusError, match="from 1950 to 1980"):
        charts.two_lives(dead)


# --- the ledger -----------------------------------------------------------------------------------


def test_each_act_of_the_ledger_stands_in_the_record(record):
    for rows in ACTS.values():
        for row in rows:
            assert "2001-07-16" <= str(record.loc[row, "start"].date()) <= "2002-07-16", row


def test_the_yardsticks_disagree_and_each_could_have_come_out_otherwise():
    results = {name: [result for result, _ in rows] for name, (_, _, *rows) in YARDSTICKS.items()}
    assert all(len(one) == len(ACTS) == len(ENTRIES) for one in results.values())
    assert len({tuple(one) for one in results.values()}) == len(results)
    assert set(results["1950"]) == {"not asked"}
    assert "almost empty" in TEXT["yardsticks"]


def test_what_miller_is_said_to_say_is_what_she_says():
    """She tells four of the five acts; of the draft on space she has no word."""
    text = sinorus.show(
        "Miller 2002 p1 to p12", *(f"Miller 2002 p10.{n}" for n in range(1, 5)), disputed=False
    )
    text = " ".join(text.split())
    assert "space" not in text and YARDSTICKS["Miller"][-1] == ("not asked", "she does not name it")
    for word in ("NATO-Russia Council", "ABM", "Central Asia", "September 11", "watched quietly"):
        assert word in text


@pytest.mark.parametrize(
    "words",
    [
        ["kept", "broken", "neither", "late", "kept"],
        "kept, broken, neither, late, kept",
        ["a", "(b)", "c", "late", "A"],
    ],
)
def test_the_ledger_takes_words_as_people_write_them(words):
    rows = charts.data(charts.ledger(words))
    assert rows["yours"].tolist() == ["kept", "broken", "neither", "late", "kept"]


def test_an_empty_ledger_is_drawn_and_gives_nothing_away():
    for words in (None, ..., [...] * 5):
        spec = charts.ledger(words, by=...).to_dict()
        assert spec["title"]["text"].endswith("?")
        assert "met" not in spec["description"].split()


@pytest.mark.parametrize("words, by", [(["kept"], None), (["kept"] * 5, "2005"), ("kept", None)])
def test_the_ledger_says_what_it_takes(words, by):
    with pytest.raises(SinorusError, match=r"takes 5 words|The yardsticks are"):
        charts.ledger(words, by=by)


@pytest.mark.parametrize("by", YARDSTICKS)
def test_the_title_of_a_yardstick_is_counted_from_its_rows(by):
    chart = charts.ledger(["kept"] * 5, by=by.lower())
    counts = charts.data(chart)["result"].value_counts()
    title = chart.to_dict()["title"]["text"]
    for result, number in counts.items():
        assert f"{result} {number} of 5" in title


@pytest.mark.parametrize("entry", ENTRIES)
def test_each_entry_is_answered_whatever_is_written(entry):
    key = f"07.{entry}"
    for said in ("kept", "Broken.", "neither", "c", "kept, but late", "too late"):
        assert sinorus.guess(key, said, why="contact").state == "kept", said
        told = sinorus.guess(key).text
        assert "Entered under: contact" in told and len(told.splitlines()) == 2, said
    assert f'sinorus.guess("{key}", {entry}, why=promise)' in CODE[entry]


def test_both_words_are_kept():
    sinorus.guess("07.rome", "kept", why="contact")
    assert "First (a) kept" in sinorus.guess("07.rome", "broken", why="no harm").text


def test_each_place_that_an_objection_names_is_there():
    for key, one in GUESSES.items():
        if key.startswith("07."):
            for text in _texts(one):
                assert cited(text)[1] == [], key


# --- a line at forty per cent ---------------------------------------------------------------------


def test_the_numbers_on_the_page_are_those_of_the_tables():
    trade = sinorus.load("trade").set_index("trade_id")["value_usd_bn"].astype(float)
    assert f"{trade['cn-exports-2001']:g} billion" in TEXT["exercise-4"]
    assert 7 < trade["us-cn-2001-pravda"] / trade["total-2001-pravda"] < 8
    names = {"sinorus": sinorus}
    exec(CODE["goods"], names)
    goods = dict(zip(names["goods"]["partner"], names["goods"]["billion"]))
    assert goods == {"Russia": 9.3, "United States": 73.5}


def test_forty_per_cent_lies_beyond_every_bound():
    assert nb07._share() < nb07._share(12) < 32 < 40
    assert "28 per cent" in nb07._share_right() and "about 30" in nb07._share_right()


@pytest.mark.parametrize("share", [27, 27.6, "28", "27,6", "27.6 per cent"])
def test_a_share_read_off_the_line_is_right(share):
    assert sinorus.check("07.5", share).state == "right"


@pytest.mark.parametrize("share", [26, 30, 31.5, 40, 73.5])
def test_a_share_that_misses_the_bar_is_not(share):
    assert sinorus.check("07.5", share).state == "wrong"


def test_the_line_may_be_computed_or_written_or_named():
    goods = pd.DataFrame({"partner": ["Russia", "United States"], "billion": [9.3, 73.5]})
    bars = alt.Chart(goods).mark_bar().encode(x="billion", y="partner")
    for number in (266.2 / 100 * 40, 106.5, 266.2 * 0.4, 107):
        line = alt.Chart(goods).mark_rule().encode(x=alt.datum(number))
        assert sinorus.check("07.4", bars + line).state == "right", number
        assert sinorus.check("07.4", line + bars).state == "right", number
    upright = alt.Chart(goods).mark_bar().encode(y="billion", x="partner")
    assert sinorus.check("07.4", upright).state == "wrong"


# --- the year, the silence, the verdict -----------------------------------------------------------


def test_the_visit_was_a_year_later_and_nothing_gives_it_away_before(record):
    assert record.loc["2000-07-17-beijing", "start"].year == 2000
    before = [cell.source for cell in SOLVED.cells]
    before = before[: next(n for n, one in enumerate(SOLVED.cells) if one.id == "exercise-2")]
    assert not any("July 2000" in text for text in before)


def test_the_essays_offer_other_yardsticks_and_cite_what_is_there():
    firsts = [model.split(". ")[0] for model in COURSE["07.7"].model]
    assert len(set(firsts)) == len(firsts) == 3
    for key in ("07.7", "07.8"):
        for model in COURSE[key].model:
            found, missing = cited(model)
            assert len(found) >= 2 and not missing, model


@pytest.mark.parametrize(
    "cue", ["promises", "year", "telephone", "airfield", "notice", "room", "customer"]
)
def test_the_cues_are_scenes_of_the_page(cue):
    assert cue in TEXT["from-memory"]
    at = list(TEXT).index("from-memory")
    assert any(cue in text.lower() for text in list(TEXT.values())[:at])
