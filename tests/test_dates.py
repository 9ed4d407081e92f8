"""The grammar of dates: right where it answers, an error everywhere else."""

import calendar
import datetime as dt
import re

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

import sinorus

MONTHS = calendar.month_name[1:]

KNOWN = {
    # text: (start, end, precision, edtf)
    "Apr. 12, 2000": ("2000-04-12", "2000-04-12", "day", "2000-04-12"),
    "June 6, 2000": ("2000-06-06", "2000-06-06", "day", "2000-06-06"),
    "Jun. 5, 2000": ("2000-06-05", "2000-06-05", "day", "2000-06-05"),
    "Sept. 11, 2001": ("2001-09-11", "2001-09-11", "day", "2001-09-11"),
    "12 April 2000": ("2000-04-12", "2000-04-12", "day", "2000-04-12"),
    "May 16-19, 2000": ("2000-05-16", "2000-05-19", "day_range", "2000-05-16/2000-05-19"),
    "May 21–24, 2000": ("2000-05-21", "2000-05-24", "day_range", "2000-05-21/2000-05-24"),
    "June 7 - 17, 1999": ("1999-06-07", "1999-06-17", "day_range", "1999-06-07/1999-06-17"),
    "Apr. 30-May 3, 2000": ("2000-04-30", "2000-05-03", "day_range", "2000-04-30/2000-05-03"),
    "Dec. 27, 1998 - Jan. 2, 1999": (
        "1998-12-27",
        "1999-01-02",
        "day_range",
        "1998-12-27/1999-01-02",
    ),
    "July, 1999": ("1999-07-01", "1999-07-31", "month", "1999-07"),
    "February 2000": ("2000-02-01", "2000-02-29", "month", "2000-02"),
    "April-June 2000": ("2000-04-01", "2000-06-30", "month", "2000-04/2000-06"),
    "May 1998 – June 1999": ("1998-05-01", "1999-06-30", "month", "1998-05/1999-06"),
    "early June 2000": ("2000-06-01", "2000-06-10", "month_part", "2000-06~"),
    "mid-May 2000": ("2000-05-11", "2000-05-20", "month_part", "2000-05~"),
    "late February 2000": ("2000-02-21", "2000-02-29", "month_part", "2000-02~"),
    "second quarter of 1999": ("1999-04-01", "1999-06-30", "quarter", "1999-34"),
    "4th Quarter 2001": ("2001-10-01", "2001-12-31", "quarter", "2001-36"),
    "Q3 2000": ("2000-07-01", "2000-09-30", "quarter", "2000-35"),
    "spring 1999": ("1999-03-01", "1999-05-31", "season", "1999-21"),
    "the fall of 1999": ("1999-09-01", "1999-11-30", "season", "1999-23"),
    "winter 1999-2000": ("1999-12-01", "2000-02-29", "season", "1999-24"),
    "1996": ("1996-01-01", "1996-12-31", "year", "1996"),
    "1956-1960": ("1956-01-01", "1960-12-31", "year", "1956/1960"),
    "1996-97": ("1996-01-01", "1997-12-31", "year", "1996/1997"),
    "the 1990s": ("1990-01-01", "1999-12-31", "decade", "199X"),
    "2000-04-12": ("2000-04-12", "2000-04-12", "day", "2000-04-12"),
}


@pytest.mark.parametrize("text", KNOWN)
def test_known_dates(text):
    date = sinorus.parse_date(text)
    assert (date.start.isoformat(), date.end.isoformat(), date.precision, date.edtf) == KNOWN[text]
    assert not date.year_inferred


@pytest.mark.parametrize(
    "text, reason",
    [
        ("Apr. 31, 2000", "30 days"),
        ("February 29, 1999", "28 days"),
        ("June 0, 2000", "30 days"),
        ("May 24-21, 2000", "ends before"),
        ("Dec. 30-Jan. 2, 2000", "ends before"),
        ("1999-1996", "ends before"),
        ("June 20", "no year"),
        ("early May", "no year"),
        ("spring", "no year"),
        ("02/03/2000", 'Write "2 March 2000" or "3 February 2000"'),
        ("20.1.2000", 'Write "20 January 2000"'),
        ("32.1.2000", "not a date this course"),
        ("2001-02", "years or a month"),
        ("2000-13-01", "no month"),
        ("sometime in May", "not a date this course"),
        ("", "not a date this course"),
        ("May 16-19-20, 2000", "not a date this course"),
        ("two weeks later", "not a date this course"),
        ("summer 1999-2000", "only a winter"),
        ("April 12, 0999", "outside"),
        ("word " * 40, "longer than any date"),
        ("May 1, 2000 - June 3", "no year"),
    ],
)
def test_refused_with_a_reason(text, reason):
    with pytest.raises(sinorus.DateError, match=reason):
        sinorus.parse_date(text)


@pytest.mark.parametrize(
    "wrong", [None, 2000, float("nan"), dt.date(2000, 1, 1), ["May"], b"May 2000"]
)
def test_what_is_no_text_is_refused(wrong):
    with pytest.raises(sinorus.DateError, match="read from a text"):
        sinorus.parse_date(wrong)


@pytest.mark.parametrize("year", ["2000", 2000.5, True, -1, 0, 10_000])
def test_year_must_be_a_year(year):
    with pytest.raises(sinorus.DateError, match="year="):
        sinorus.parse_date("June 20", year=year)


def test_missing_year_comes_from_the_argument_only():
    date = sinorus.parse_date("June 7 - 17", year=1999)
    assert (date.start, date.end, date.year_inferred) == (
        dt.date(1999, 6, 7),
        dt.date(1999, 6, 17),
        True,
    )
    assert sinorus.parse_date("June 20, 2001", year=1999).start.year == 2001


DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))


@given(DAYS, st.sampled_from([0, 3]), st.booleans())
def test_any_day_comes_back(day, short, british):
    month = MONTHS[day.month - 1]
    month = f"{month[:short]}." if short and month != "May" else month
    text = f"{day.day} {month} {day.year:04}" if british else f"{month} {day.day}, {day.year:04}"
    date = sinorus.parse_date(text)
    assert date.start == date.end == day and date.precision == "day"


@given(DAYS, DAYS)
def test_any_range_comes_back_or_is_refused(first, last):
    text = (
        f"{MONTHS[first.month - 1]} {first.day}, {first.year:04} - {MONTHS[last.month - 1]}"
        f" {last.day}, {last.year:04}"
    )
    if first > last:
        with pytest.raises(sinorus.DateError):
            sinorus.parse_date(text)
    else:
        date = sinorus.parse_date(text)
        assert (date.start, date.end) == (first, last)


@given(st.text(max_size=70))
def test_any_text_is_a_date_or_an_error(text):
    try:
        date = sinorus.parse_date(text, year=2000)
    except sinorus.DateError:
        return
    assert date.start <= date.end


@given(st.text(alphabet="JFMASONDanebrpyulgctov 0123456789.,-–sthdrQ", max_size=30))
def test_what_looks_like_a_date_is_read_within_its_bounds(text):
    try:
        date = sinorus.parse_date(text, year=2000)
    except sinorus.DateError:
        return
    digits = re.findall(r"\d{4}", text)
    if len(digits) == 1 and date.precision in {"day", "day_range", "month"}:
        assert str(date.end.year) == digits[0]


@pytest.mark.parametrize(
    "text", [text for text, known in KNOWN.items() if known[2] not in {"month_part"}]
)
def test_edtf_means_the_same_to_another_library(text):
    """The package edtf reads our exchange form back to the same bounds."""
    date = sinorus.parse_date(text)
    other = parse_edtf(date.edtf)
    first, last = other.lower_strict(), other.upper_strict()
    if date.precision == "season" and date.edtf.endswith("-24"):
        # The library lets winter begin in January; the course in December, and says so.
        return
    assert dt.date(*first[:3]) == date.start
    assert dt.date(*last[:3]) == date.end


@pytest.mark.parametrize(
    "text, start, end",
    [
        ("14. May", "1999-05-14", "1999-05-14"),
        ("14.May 1999", "1999-05-14", "1999-05-14"),
        ("14. April 1999", "1999-04-14", "1999-04-14"),
        ("14. - 16. May 1999", "1999-05-14", "1999-05-16"),
        ("30. April - 2. May 1999", "1999-04-30", "1999-05-02"),
    ],
)
def test_a_day_may_have_a_full_stop_before_its_month(text, start, end):
    found = sinorus.parse_date(text, year=1999)
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "text", ["14..May", "14.5.1999", "14. 5.", "May 14.5", "14. Mai", "14.st May", "32. May", "14."]
)
def test_what_else_has_full_stops_is_refused(text):
    with pytest.raises(sinorus.DateError):
        sinorus.parse_date(text, year=1999)
