"""Dates in the form in which data are exchanged: ISO 8601 days, and the EDTF that we write."""

import calendar
import datetime as dt
import re

_SEASON_CODES = {21: 3, 22: 6, 23: 9, 24: 12}
_QUARTER_CODES = {33: 1, 34: 2, 35: 3, 36: 4}
_DAY = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_TWO_DIGITS = re.compile(r"(\d{4})-(\d\d)")
_DECADE = re.compile(r"(\d{3})x")
_END = re.compile(r"\d{4}(?:-\d\d(?:-\d\d~?)?)?|\d{3}x")
_LOOSE = re.compile(r"\d{3}[\dx](?:-[\dx]{2}){0,2}[~?%]")
_FINEST_FIRST = ("day", "month", "year", "decade")


def read(text, wrong, printed=False):
    """Read a date in exchange form.

    Parameters
    ----------
    text : str
        The expression in small letters.
    wrong : callable
        Makes the error for a reason.
    printed : bool
        Whether it comes from print, where "2000-34" is no quarter.

    Returns
    -------
    start, end, precision : datetime.date, datetime.date, str
        None if the text has no exchange form.

    Raises
    ------
    DateError
        If it has the form and names nothing, or nothing certain.

    References
    ----------
    Library of Congress, *Extended Date/Time Format (EDTF) Specification*, 2019.

    Examples
    --------
    >>> from sinorus.reading.exchange import read
    >>> [str(part) for part in read("2000-34", ValueError)]
    ['2000-04-01', '2000-06-30', 'quarter']
    >>> read("May 2000", ValueError) is None
    True
    """
    if day := _DAY.fullmatch(text):
        year, _, month, number = day.groups()
        start = _day(int(year), int(month), int(number), wrong)
        return start, start, "day"
    if _LOOSE.fullmatch(text):
        raise wrong("it is approximate or uncertain, so its bounds are not stated.")
    if code := _TWO_DIGITS.fullmatch(text):
        return _two_digits(*map(int, code.groups()), text, wrong, printed)
    if _DECADE.fullmatch(text):
        return _end(text, wrong)
    first, slash, last = text.partition("/")
    if slash and _END.fullmatch(first) and _END.fullmatch(last):
        return _interval(first, last, wrong)
    return None


def _two_digits(year, number, text, wrong, printed):
    _day(year, 1, 1, wrong)
    years = number > year % 100
    whole = f"{year - year % 100 + number:04}"
    if number == 0:
        raise wrong(f'no month is 00. For two years write "{year}-{year + 1}".')
    if number <= 12:
        if printed and years:
            raise wrong(
                f'it may mean years or a month. Write "{year}-{whole}" for years, or name the'
                " month."
            )
        return *_months(year, number, 1), "month"
    if printed:
        return None
    if number in _SEASON_CODES:
        return *_months(year, _SEASON_CODES[number], 3), "season"
    if number in _QUARTER_CODES:
        return *_months(year, 3 * _QUARTER_CODES[number] - 2, 3), "quarter"
    if 25 <= number <= 41:
        raise wrong(
            f"in exchange form it is a part of a year that this course does not use. For years"
            f' write "{year}-{whole}".'
        )
    return None


def _months(year, first, count):
    last = first + count - 1
    last_year, last = (year + 1, last - 12) if last > 12 else (year, last)
    return dt.date(year, first, 1), dt.date(
        last_year, last, calendar.monthrange(last_year, last)[1]
    )


def _day(year, month, day, wrong):
    if not 1000 <= year <= 2999:
        raise wrong(f"the year {year:04} lies outside 1000 to 2999.")
    if not 1 <= month <= 12:
        raise wrong(f"there is no month {month:02}.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise wrong(f"{calendar.month_name[month]} {year} has {last} days.")
    return dt.date(year, month, day)


def _interval(first, last, wrong):
    start, end = _end(first, wrong), _end(last, wrong)
    unit = max(start[2], end[2], key=_FINEST_FIRST.index)
    if first.endswith("~") != last.endswith("~"):
        raise wrong("only one of its ends is approximate.")
    if unit == "day":
        unit = "month_part" if first.endswith("~") else "day_range"
    return start[0], end[1], unit


def _end(text, wrong):
    """One end of an interval, or a decade: its bounds and its unit."""
    if text.endswith("x"):
        year = int(text[:3]) * 10
        _day(year, 1, 1, wrong)
        return dt.date(year, 1, 1), dt.date(year + 9, 12, 31), "decade"
    numbers = [int(part) for part in text.rstrip("~").split("-")]
    start = _day(*numbers, *[1] * (3 - len(numbers)), wrong)
    if len(numbers) == 1:
        return start, dt.date(start.year, 12, 31), "year"
    if len(numbers) == 2:
        return *_months(*numbers, 1), "month"
    return start, start, "day"
