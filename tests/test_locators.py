"""One grammar of locators: read, found in prose, printed; the cases stand in locator_cases.csv."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinorus
from sinorus import SinorusError
from sinorus.locators import find, in_words, parse, parse_all, report_id, report_of
from sinorus.look_up import cited

REPORTS = ["yu-1999", "monitor-2000", "yu-2000", "miller-2002", "gpr-web"]
with open(Path(__file__).parent / "locator_cases.csv", encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))
READ = [case for case in CASES if case["read"] != "no locator"]
ALL = [*sinorus.passages()["locator"], *sinorus.entries()["locator"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_what_is_read(case):
    report = case["report"] or None
    if case["read"] == "no locator":
        with pytest.raises(SinorusError, match="is not a locator"):
            parse_all(case["written"], report)
        return
    wanted = case["read"].split(";")
    assert parse_all(case["written"], report) == wanted
    if len(wanted) == 1:
        assert parse(case["written"], report) == wanted[0]
    else:
        with pytest.raises(SinorusError, match=f"names {len(wanted)} passages"):
            parse(case["written"], report)


@pytest.mark.parametrize("case", READ, ids=lambda case: case["why"])
def test_what_is_read_alone_is_found_in_prose(case):
    """For every spelling of a locator: found in a sentence, alone and in brackets."""
    wanted = case["read"].split(";")
    if case["report"] or "the sign once" in case["why"] or report_of(wanted[0]) not in REPORTS:
        return
    for sentence in ("Yu Bin says so ({}). Others do not.", "It follows from {}, as I read it."):
        found, unknown = find(sentence.format(case["written"].strip(" .()")), REPORTS)
        # "yu-1999 c1 to yu-1999 c3" are two names in a sentence
        assert set(found) <= set(wanted)
        assert found[0] == wanted[0]
        assert found[-1] == wanted[-1]
        assert unknown == []


@pytest.mark.parametrize("locator", ALL[::7])
def test_every_spelling_leads_to_its_passage(locator):
    report, place = locator.split(" ")
    name = in_words(locator)
    for spelt in (locator, locator.replace("¶", "p"), locator.upper(), name, f"`{locator}`"):
        assert parse(spelt) == locator
        assert find(f"So it is said ({spelt}).", REPORTS) == ([locator], [])
    assert parse(place, report=report) == locator


@pytest.mark.parametrize(
    "text, found, unknown",
    [
        ("Yu-2000 c31 counts.", ["yu-2000 c31"], []),
        (
            "(yu-2000 c8, c19, c20, ¶2)",
            ["yu-2000 c8", "yu-2000 c19", "yu-2000 c20", "yu-2000 ¶2"],
            [],
        ),
        ("yu-2000 c8 and 40 acts", ["yu-2000 c8"], []),
        ("yu-1999 ¶20, ¶18.", ["yu-1999 ¶20", "yu-1999 ¶18"], []),
        ("`yu-2000 c28` [E25], c29", ["yu-2000 c28", "yu-2000 c29"], []),
        ("yu-2000\nc5", ["yu-2000 c5"], []),
        ("yu-2000 c31.2 is none", [], ["yu-2000 c31.2"]),
        ("yu-2001 ¶2 is none", [], ["yu-2001 p2"]),
        ("In May 2000 c5 was a key on the piano; p12.", [], []),
        ("yu-2000 says it in its paragraph on Rome", [], []),
        ("the miller-2002x c5", [], []),
        ("", [], []),
    ],
)
def test_what_is_found_in_prose(text, found, unknown):
    assert find(text, REPORTS) == (found, unknown)


def test_citations_are_looked_up():
    found, missing = cited(
        "Article 9 (treaty-2001 art. 9) and its preamble (treaty-2001 preamble), beside Yu-2000 "
        "c31, and a dispatch (reuters-2000-06-24). But yu-2000 p99, treaty-2001 art99, yu-1998 c1 "
        "lead nowhere."
    )
    assert found == [
        "yu-2000 c31",
        "treaty-2001 art9",
        "treaty-2001 preamble",
        "reuters-2000-06-24",
    ]
    assert missing == ["yu-1998 c1", "yu-2000 p99", "treaty-2001 art99"]


@pytest.mark.parametrize("wrong", [None, 12, ["yu-2000 c1"], float("nan")])
def test_what_is_no_text(wrong):
    with pytest.raises(SinorusError, match="is not a locator"):
        parse_all(wrong)


@given(st.text(alphabet="yu-2019 ¶pc.,;to&[]()`E\n", max_size=80))
def test_whatever_is_read_is_read_again(text):
    try:
        found = parse_all(text)
    except SinorusError:
        return
    assert [parse(place) for place in found] == found


@given(st.text(max_size=300))
def test_prose_never_raises(text):
    found, unknown = find(text, REPORTS)
    assert len(set(found)) == len(found)
    assert all(isinstance(place, str) for place in (*found, *unknown))


def test_names_and_ids():
    assert [report_id(in_words(report)) for report in REPORTS] == REPORTS


@pytest.mark.parametrize(
    "written, printed",
    [
        ("record 10 June 1999", "record 10 June 1999"),
        ("record 10 june 1999", "record 10 June 1999"),
        ("Record of 10th June 1999", "record 10 June 1999"),
        ("record 1999-06-10", "record 10 June 1999"),
        ("record June 10, 1999", "record 10 June 1999"),
        ("`record 10 June 1999`", "record 10 June 1999"),
        ("1999-06-10-vote", "1999-06-10-vote"),
        ("record 10 June 1999 b", "record 10 June 1999"),
    ],
)
def test_an_act_of_the_record_is_cited_by_its_day(written, printed):
    assert cited(f"They voted apart ({written}).") == ([printed], [])


def test_a_day_without_an_act_leads_nowhere():
    assert cited("See record 3 March 1992.") == ([], ["record 3 March 1992"])
    assert cited("The record shows it; for the record, 10 June 1999 was a Thursday.") == ([], [])
