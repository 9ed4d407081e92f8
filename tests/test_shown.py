"""Texts and tables set to be read: whatever has an id, escaped, with a plain twin."""

import re
import time

import pandas as pd
import pytest

import sinorus
from sinorus import SinorusError
from sinorus.acts import acts
from sinorus.look_up import cited, pieces
from sinorus.teaching import worked
from sinorus.teaching.exercises import COURSE


@pytest.mark.parametrize(
    "wanted, label, words",
    [
        ("Yu 1999 ¶14", "Yu 1999 ¶14", "hotline"),
        ("yu-1999 c4", "Yu 1999 c4", "May 10, 1999:"),
        ("yu-1999 ¶18 [E12] [E13]", "Yu 1999 ¶18", "Su-30"),
        ("E16", "E16", "Better attested:"),
        ("[E16]", "E16", "Better attested:"),
        ("treaty-2001 art9", "treaty-2001 art9", "consult"),
        ("treaty-2001 Article 9", "treaty-2001 art9", "consult"),
        ("treaty-2001 art10", "treaty-2001 art10", "Not read"),
        ("reuters-2000-06-24", "reuters-2000-06-24", "24 June 2000; "),
        ("record 14 May 1999 a", "record 14 May 1999 a", ""),
        ("1999-06-10-vote", "record 10 June 1999 c", "1244"),
        ("NMD", "NMD", "missile"),
        ("abm treaty", "ABM Treaty", "1972"),
        ("Yegor Stroyev", "Yegor Stroyev", "Federation Council"),
        ("stroyev", "Yegor Stroyev", "Federation Council"),
        ("1999-05-08-a", "8 May 1999", "embassy"),
        ("yu-1999", "Yu 1999", "Comparative Connections"),
        ("web page", "web page", ""),
    ],
)
def test_whatever_has_an_id_is_shown(wanted, label, words):
    shown = sinorus.show(wanted)
    assert shown.splitlines()[0] == label
    assert words in shown
    assert shown == repr(shown)
    assert "<div" in shown._repr_html_()


def test_every_id_of_the_tables_is_found():
    for table, column in (
        ("disputes", "dispute_id"),
        ("sources", "source_id"),
        ("record", "record_id"),
        ("glossary", "term_id"),
        ("people", "person_id"),
        ("events", "event_id"),
        ("passages", "locator"),
        ("entries", "locator"),
        ("reports", "report_id"),
    ):
        for value in sinorus.load(table)[column]:
            assert len(pieces(value)) == 1, value
    clauses = sinorus.load("clauses")
    for value in clauses["source_id"] + " " + clauses["article"]:
        assert pieces(value)[0].label == value


def test_the_printed_name_of_every_act_is_accepted():
    """By what shows, what reads an essay, what writes a footnote; with its letter where needed."""
    for act in acts():
        shown = pieces(act.name)
        assert shown[0].label == act.name
        # only the name of a month is shared, by what began in it
        assert len(shown) == 1 or act.when.count(" ") == 1, act.name
        for written in (act.name, act.name.replace(" to ", "–"), act.name.upper()):
            assert pieces(written)[0].label == act.name, written
            found, missing = cited(f"It was signed then ({written}). So it was.")
            assert (len(found), missing) == (1, []), written
            assert found[0].startswith(f"record {act.when[:4]}")
        assert sinorus.cite(act.name) == sinorus.cite(act.name.removeprefix("`"))
        if len(shown) == 1:
            assert sinorus.cite(act.name) == sinorus.cite(act.id)


def test_the_reader_prints_the_same_names():
    from reader_places import places

    for act in acts():
        assert places()["record", act.id.lower()].label == act.name


@pytest.mark.parametrize(
    "wrong",
    ["record 1998", "record 1 to 5 July 1998", "record 3 March 1992", "record 1985 to 1986"],
)
def test_a_time_without_an_act_is_no_name(wrong):
    with pytest.raises(SinorusError, match="Nothing here is called"):
        sinorus.show(wrong)
    assert cited(f"So it was ({wrong}).") == ([], [wrong])
    assert cited("They set a record 1998 had not seen.") == ([], [])


def test_no_id_of_a_source_is_shown():
    """Sources stand in words; what can be called up, such as E16 or treaty-2001 art9, stays."""
    ids = {name.casefold() for name in sinorus.load("sources")["source_id"] if "-" in name}
    ids |= {act.id.casefold() for act in acts()}
    for table, column in (("record", "record_id"), ("disputes", "dispute_id")):
        for name in sinorus.load(table)[column]:
            rest = sinorus.show(name).partition("\n")[2].casefold()
            words = re.findall(r"(?<![\w-])\w+(?:-\w+)+(?![\w-])(?! (?:art|par|point)\d)", rest)
            assert not ids & set(words), name
    shown = sinorus.show("1999-06-10-vote")
    assert "China: abstaining" in shown and "CHN" not in shown
    assert "(Sources: " in shown and "yu-1999" not in sinorus.show("E16")


def test_ranges_lists_and_frames():
    assert len(sinorus.show("Yu 1999 ¶11 to ¶14").split("\n\n")) >= 4
    assert sinorus.show("yu-2000 c8, c19").count("Yu 2000 c") == 2
    assert sinorus.show(["yu-2000 c8", "NMD"]).splitlines()[0] == "Yu 2000 c8"
    rows = sinorus.load("mentions").head(2)
    assert sinorus.show(rows).count("Miller 2002") == 2


def test_a_day_with_several_acts_shows_all_and_a_letter_tells_them_apart():
    shown = sinorus.show("record 10 June 1999")
    assert {"record 10 June 1999 a", "record 10 June 1999 b"} <= set(shown.splitlines())
    one = sinorus.show("record 10 June 1999 c")
    assert one.splitlines()[0] == "record 10 June 1999 c"
    assert "record 10 June 1999 a" not in one


def test_what_is_disputed_is_folded_below():
    page = sinorus.show("Yu 1999 ¶14")._repr_html_()
    assert page.index("<details") > page.index("hotline")
    assert "E16" in page
    assert "only words in quotation marks are the author" in page


def test_bookkeeping_is_left_out():
    disputes = sinorus.load("disputes").query("weight == 'bookkeeping'")
    for row in disputes.itertuples():
        assert f"({row.dispute_id}," not in sinorus.show(row.locators.split(";")[0])


def test_words_are_found_and_marked():
    shown = sinorus.show(find="alliance")
    assert shown.count("Yu 1999 ¶") >= 2
    assert "<mark>alliance" in shown._repr_html_()
    few = sinorus.show("Yu 1999 ¶14 to ¶16", find="ALLIANCE")
    assert set(few.splitlines()) & {"Yu 1999 ¶16"}
    assert "Yu 1999 ¶14" not in few.splitlines()


@pytest.mark.parametrize(
    "wrong, message",
    [
        (("alliancee",), "Near it are: alliance"),
        (("treaty-2001 art99",), "Near it are: treaty-2001 art9"),
        (("yu-1999 ¶99",), "21 paragraphs"),
        (("yu-2003 ¶1",), "The reports are"),
        (("art9",), "Nothing here is called"),
        (("",), "Nothing here is called"),
        ((5,), "Nothing here is called"),
        ((), "Say what to show"),
    ],
)
def test_what_is_unknown_gets_the_nearest_known(wrong, message):
    with pytest.raises(SinorusError, match=message):
        sinorus.show(*wrong)


@pytest.mark.parametrize("word", ["", "  ", 5, "xyzzy"])
def test_words_that_cannot_be_found(word):
    with pytest.raises(SinorusError, match=r"Give a word|No passage there has"):
        sinorus.show(find=word)


def test_what_is_shown_is_escaped(tmp_path):
    text = (
        "A Title\n\nby A. Reader\n\nHe wrote <script>alert(1)</script> & left, they say, at once."
    )
    (tmp_path / "own.txt").write_text(text, encoding="utf-8")
    page = sinorus.show("reader p1", folder=tmp_path)._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_look_up_takes_at_most_five_milliseconds():
    """Compared with itself: a hundred look-ups in half a second, once the tables are loaded."""
    for wanted in ("yu-1999 ¶14", "E16", "record 10 June 1999", "treaty-2001 art9", "NMD"):
        sinorus.show(wanted)
        start = time.process_time()
        for _ in range(100):
            sinorus.show(wanted)
        assert time.process_time() - start < 0.5, wanted


def test_a_table_is_shown_to_be_read():
    events = sinorus.load("events")
    spring = events[events["year"] == 1999].head(3)
    shown = sinorus.table(spring, ["start", "told_by", "what", "in_yu_1999"], caption="Three acts")
    page = shown._repr_html_()
    assert list(shown.columns) == ["start", "told_by", "what", "in_yu_1999"]
    assert shown["what"].tolist() == spring["what"].tolist(), "the same frame behind it"
    assert "<caption" in page
    assert page.count('scope="col"') == 4
    assert "24 February 1999" in page or " 1999" in page
    assert ">yes<" in page
    assert "text-align: right" not in page
    assert "<th></th>" not in page


@pytest.mark.parametrize("page", ["2", ..., 9])
def test_a_table_without_rows_says_so(page):
    frame = pd.DataFrame({"page": [1, 2], "what": ["a", "b"]})
    shown = sinorus.table(frame[frame["page"] == page], ["what", "page"], caption="Page 2")
    assert shown.empty
    for said in (repr(shown), shown._repr_html_()):
        assert said.index("Page 2") < said.index("what") < said.index("No row fits.")
        assert "a number stands without quotation marks" in said
    assert 'colspan="2"' in shown._repr_html_()
    assert "No row fits" not in repr(sinorus.table(frame)) + sinorus.table(frame)._repr_html_()
    assert "No row fits" in sinorus.table(pd.DataFrame())._repr_html_()


def test_numbers_stand_right_and_named_rows_stay():
    counts = sinorus.load("events")["issue"].value_counts().head(3)
    page = sinorus.table(counts)._repr_html_()
    assert ">issue<" in page
    assert "text-align: right" in page
    assert ">balkans<" in page or ">diplomacy<" in page


def test_a_table_can_be_filtered_further():
    shown = sinorus.table(sinorus.load("trade"))
    assert "<table" in shown[shown["year"] == 1999]._repr_html_() if "year" in shown else True
    assert isinstance(shown.head(1), pd.DataFrame)


def test_what_stands_in_a_table_is_escaped_and_missing_cells_are_empty():
    frame = pd.DataFrame({"a": ["<b>x</b>", None], "n": [1.5, float("nan")]})
    page = sinorus.table(frame)._repr_html_()
    assert "<b>" not in page
    assert "nan" not in page.lower()


@pytest.mark.parametrize(
    "wrong, message",
    [
        ((5,), "shows a table"),
        ((pd.DataFrame({"when": [1]}), ["wen"]), 'Did you mean "when"'),
        ((pd.DataFrame({"when": [1]}), "what"), "It has: when"),
    ],
)
def test_what_is_no_table_or_column(wrong, message):
    with pytest.raises(SinorusError, match=message):
        sinorus.table(*wrong)


@pytest.mark.parametrize(
    "given, message",
    [
        (lambda events: (events["year"] == 1999, ["when"]), r'table\[table\["year"\] == \.\.\.\]'),
        (lambda events: (events, "when", "what"), r'brackets: \["when", "what"\]'),
        (lambda events: (events["kind"].value_counts,), r"brackets are missing: value_counts\(\)"),
        (lambda events: (..., ["when"]), "Three dots stand where the table should"),
    ],
)
def test_the_natural_slips_of_a_line_of_one_s_own_are_named(given, message):
    with pytest.raises(SinorusError, match=message):
        sinorus.table(*given(sinorus.load("events")))


def test_a_table_handed_in_as_an_answer_is_shown_above_what_is_said():
    mentions = sinorus.load("mentions")
    given = sinorus.table(mentions.head(2), ["locator"])
    feedback = sinorus.check("01.4", given)
    assert feedback.state == "wrong" and feedback.chart is given
    assert "visit[visit[" in worked._answer(COURSE["01.4"])
