"""The grammar of dates: right where it answers, an error everywhere else."""

import calendar
import csv
import datetime as dt
import re
from pathlib import Path

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
    "early June 2000": ("2000-06-01", "2000-06-10", "month_part", "2000-06-01~/2000-06-10~"),
    "mid-May 2000": ("2000-05-11", "2000-05-20", "month_part", "2000-05-11~/2000-05-20~"),
    "late February 2000": ("2000-02-21", "2000-02-29", "month_part", "2000-02-21~/2000-02-29~"),
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
    "2000 March 6": ("2000-03-06", "2000-03-06", "day", "2000-03-06"),
    "2000/03/06": ("2000-03-06", "2000-03-06", "day", "2000-03-06"),
    "(March 14, 1969)": ("1969-03-14", "1969-03-14", "day", "1969-03-14"),
    "Wednesday, March 24, 1999": ("1999-03-24", "1999-03-24", "day", "1999-03-24"),
    "Mon. 10 May 1999": ("1999-05-10", "1999-05-10", "day", "1999-05-10"),
    "the 24th of March, 1999": ("1999-03-24", "1999-03-24", "day", "1999-03-24"),
    "24-Mar-1999": ("1999-03-24", "1999-03-24", "day", "1999-03-24"),
    "3 and 4 May 1999": ("1999-05-03", "1999-05-04", "day_range", "1999-05-03/1999-05-04"),
    "May 3 & 4, 1999": ("1999-05-03", "1999-05-04", "day_range", "1999-05-03/1999-05-04"),
    "3/4 May 1999": ("1999-05-03", "1999-05-04", "day_range", "1999-05-03/1999-05-04"),
    "May 16 to 19, 2000": ("2000-05-16", "2000-05-19", "day_range", "2000-05-16/2000-05-19"),
    "2000 May 16-19": ("2000-05-16", "2000-05-19", "day_range", "2000-05-16/2000-05-19"),
    "1938 January 1-August 8": ("1938-01-01", "1938-08-08", "day_range", "1938-01-01/1938-08-08"),
    "May 21 — 24, 2000": ("2000-05-21", "2000-05-24", "day_range", "2000-05-21/2000-05-24"),
    "1895, Apr": ("1895-04-01", "1895-04-30", "month", "1895-04"),
    "May 2000.": ("2000-05-01", "2000-05-31", "month", "2000-05"),
    "May-2001": ("2001-05-01", "2001-05-31", "month", "2001-05"),
    "February/March 1998": ("1998-02-01", "1998-03-31", "month", "1998-02/1998-03"),
    "April 2000 to June 2000": ("2000-04-01", "2000-06-30", "month", "2000-04/2000-06"),
    "first half of 1999": ("1999-01-01", "1999-06-30", "month", "1999-01/1999-06"),
    "end of May 2000": ("2000-05-21", "2000-05-31", "month_part", "2000-05-21~/2000-05-31~"),
    "early May-mid June 2000": (
        "2000-05-01",
        "2000-06-20",
        "month_part",
        "2000-05-01~/2000-06-20~",
    ),
    "Summer/Fall 1999": ("1999-06-01", "1999-11-30", "season", "1999-06/1999-11"),
    "1924-7": ("1924-01-01", "1927-12-31", "year", "1924/1927"),
    "1904-5": ("1904-01-01", "1905-12-31", "year", "1904/1905"),
    "1914-18": ("1914-01-01", "1918-12-31", "year", "1914/1918"),
    "1921–24": ("1921-01-01", "1924-12-31", "year", "1921/1924"),
    "1999/2000": ("1999-01-01", "2000-12-31", "year", "1999/2000"),
    "early 1999": ("1999-01-01", "1999-12-31", "year", "1999"),
    "1960s-1970s": ("1960-01-01", "1979-12-31", "decade", "196X/197X"),
    "1960s-'70s": ("1960-01-01", "1979-12-31", "decade", "196X/197X"),
    "1930s-1972": ("1930-01-01", "1972-12-31", "decade", "193X/1972"),
    "1990s-2000s": ("1990-01-01", "2009-12-31", "decade", "199X/200X"),
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
        ("2000-13-01", "no month"),
        ("sometime in May", "not a date this course"),
        ("", "not a date this course"),
        ("May 16-19-20, 2000", "not a date this course"),
        ("two weeks later", "not a date this course"),
        ("summer 1999-2000", "only a winter"),
        ("April 12, 0999", "outside"),
        ("word " * 40, "longer than any date"),
        ("May 1, 2000 - June 3", "no year"),
        ("May 12000", "not a date this course"),
        ("Dec. 31999", "not a date this course"),
        ("May 1-22000", "not a date this course"),
        ("20000", "not a date this course"),
        ("1999-00", 'write "1999-2000"'),
        ("1999–00", 'Write "1999-2000"'),
        ("2000-30", "exchange form"),
        ("the 1900s", 'Write "1900-1909" or "1900-1999"'),
        ("2000s", "ten years or a hundred"),
        ("'90s", "not a date this course"),
        ("'00s", "not a date this course"),
        ("'00s-'10s", "not a date this course"),
        ("3 and 5 May 1999", "do not follow each other"),
        ("Tuesday, March 24, 1999", "was a Wednesday"),
        ("May 16-2000", "not a date this course"),
        ("1999-12~", "approximate"),
        ("1999?", "approximate or uncertain"),
        ("1999-03-24~/1999-03-26", "only one of its ends"),
        ("2000-02-30", "29 days"),
        ("0500-02-03", "outside"),
        ("0000-34", "outside"),
        ("0999-05", "outside"),
        ("000X", "outside"),
        ("0000/0001", "outside"),
        ("circa 1950", "not a date this course"),
        ("1999 5 -", "not a date this course"),
        ("- 1999 5", "not a date this course"),
        ("1986-", "not a date this course"),
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


@pytest.mark.parametrize(
    "text, says",
    [("2001-02", "years or a month"), ("1904-05", "1904-1905"), ("1999-34", "ends before")],
)
def test_in_print_a_year_and_two_digits_is_no_code(text, says):
    with pytest.raises(sinorus.DateError, match=says):
        sinorus.parse_date(text, printed=True)
    assert sinorus.parse_date(text).edtf == text


def test_in_print_a_year_and_two_digits_may_be_years():
    date = sinorus.parse_date("1921-24", printed=True)
    assert (date.start.year, date.end.year, date.precision) == (1921, 1924, "year")
    assert sinorus.parse_date("1998-07", printed=True).precision == "month"


@pytest.mark.parametrize("text", KNOWN)
def test_what_is_written_is_read_back(text):
    date = sinorus.parse_date(text)
    again = sinorus.parse_date(date.edtf)
    assert (again.start, again.end) == (date.start, date.end)
    assert again.edtf == date.edtf


YEARS = st.integers(1000, 2988)
PRECISIONS = {
    "day": "{d} {m} {y}",
    "days": "{d}-{e} {m} {y}",
    "part": "{part} {m} {y}",
    "month": "{m} {y}",
    "months": "{m} {y} - {n} {z}",
    "quarter": "Q{q} {y}",
    "season": "{s} {y}",
    "seasons": "{s} {y} - {s} {z}",
    "year": "{y}",
    "years": "{y}-{z}",
    "decade": "{t}0s-{u}0s",
}


@given(
    st.sampled_from(sorted(PRECISIONS)),
    YEARS,
    st.integers(1, 9),
    st.sampled_from(MONTHS),
    st.sampled_from(MONTHS),
    st.integers(1, 14),
    st.sampled_from(["early", "mid", "late"]),
    st.sampled_from(["spring", "summer", "autumn", "winter"]),
)
def test_every_precision_is_read_back_to_its_bounds(
    kind, year, more, month, other, day, part, season
):
    text = PRECISIONS[kind].format(
        y=year,
        z=year + more,
        m=month,
        n=other,
        d=day,
        e=day + 14,
        q=1 + day % 4,
        part=part,
        s=season,
        t=f"{year // 10:03}",
        u=f"{year // 10 + 1:03}",
    )
    date = sinorus.parse_date(text)
    again = sinorus.parse_date(date.edtf)
    assert (again.start, again.end) == (date.start, date.end)


@pytest.mark.parametrize("table", ["events", "record", "entries"])
def test_the_tables_state_their_bounds_in_a_form_that_is_read(table):
    """Where a row prints more than its bounds (a sign that it is about), the reader says so."""
    rows = sinorus.load(table).dropna(subset=["edtf"])
    read, refused = 0, []
    for row in rows.itertuples():
        try:
            date = sinorus.parse_date(row.edtf)
        except sinorus.DateError:
            refused.append(row.edtf)
            continue
        read += 1
        assert (date.start, date.end) == (row.start.date(), row.end.date()), row.edtf
    assert read / len(rows) > 0.9
    assert all(re.search(r"[~?X]|\.\.", edtf) for edtf in refused)


def printed_dates():
    path = Path(__file__).with_name("printed_dates.csv")
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_dates_as_other_publishers_print_them():
    """1,300 strings of archives' finding aids and a handbook; data/README.md says how chosen."""
    rows, refused, wrong = printed_dates(), [], []
    one = [row for row in rows if row["rule"] != "refused"]
    assert len(one) >= 1200
    for row in one:
        try:
            date = sinorus.parse_date(row["printed"], printed=True)
        except sinorus.DateError:
            refused.append(row["printed"])
            continue
        start, end = date.start.isoformat(), date.end.isoformat()
        right = {
            "same": (start, end) == (row["start"], row["end"]),
            # the archive's interval is coarser, or finer, than what is printed
            "within": row["start"] <= start and end <= row["end"],
            "contains": start <= row["start"] and row["end"] <= end,
        }
        if not right[row["rule"]]:
            wrong.append((row["printed"], start, end))
    assert not wrong
    assert len(refused) <= 0.01 * len(one), refused


@pytest.mark.parametrize(
    "printed", [row["printed"] for row in printed_dates() if row["rule"] == "refused"]
)
def test_what_is_not_one_date_is_refused(printed):
    with pytest.raises(sinorus.DateError):
        sinorus.parse_date(printed, printed=True)


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
