"""A closed grammar of dates: what it does not know it refuses.

Well-known libraries read "May 21-24, 2000" as a day in 2024 and say nothing. This
grammar gives the widest true bounds of an expression, or an error, never a guess.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace

from ..errors import DateError
from . import exchange
from .date_points import UNITS, bounds, ends, joined, point, second_year, with_dashes
from .date_words import MONTH, SEASONS, WEEKDAYS, Word, words

__all__ = ["MONTH", "ParsedDate", "month_as_word", "parse_date"]

#: A day with its month as a number, which Americans and Europeans read in two ways.
_MONTH_AS_NUMBER = re.compile(r"(\d{1,2})[./ -]\s*(\d{1,2})[./ -]\s*([12]\d{3})")
#: Round brackets or square ones about the whole.
_IN_BRACKETS = re.compile(r"\((.*)\)|\[(.*)\]")


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """What a date expression says.

    Attributes
    ----------
    start, end : datetime.date
        First and last day it may mean; the widest true bounds.
    precision : str
        ``day``, ``day_range``, ``month_part``, ``month``, ``quarter``, ``season``,
        ``year`` or ``decade``: the unit in which the bounds are stated.
    edtf : str
        The same in the Extended Date/Time Format (ISO 8601-2); `parse_date` reads it back to the
        same bounds.
    year_inferred : bool
        Whether the year was not in the text but given by the caller.
    """

    start: dt.date
    end: dt.date
    precision: str
    edtf: str
    year_inferred: bool = False


def parse_date(text, year=None, printed=False):
    """Read one date expression as reports print them.

    Understood are days and ranges of days ("Apr. 12, 2000", "May 16-19, 2000", "Dec. 27, 1998 -
    Jan. 2, 1999", "12 April 2000", "2000 April 12", "3 and 4 May 1999", a weekday in front), parts
    of months ("early May 2000": days 1-10, 11-20, 21 to the end), months and ranges of months
    ("April 2000 to June 2000", "February/March 1998", "1895, Apr"), quarters, half years, seasons
    (northern: spring is March to May; winter begins in the December of its year), years ("1996-97",
    "1924-7"; "early 1996" is the whole year), decades, ISO days ("2000-04-12"), and the Extended
    Date/Time Format as ``.edtf`` writes it.

    Parameters
    ----------
    text : str
        The expression, nothing else.
    year : int, optional
        The year to use where the text gives none. There is no other source for a missing year.
    printed : bool
        Whether the text comes from print. A year, a hyphen and two digits is a form of ISO 8601
        ("2001-02" is a month, "2000-34" a quarter); in print it more often means years, so it is
        then refused or read as years.

    Returns
    -------
    ParsedDate
        With ``.start``, ``.end`` (`datetime.date`), ``.precision``, ``.edtf`` and
        ``.year_inferred``.

    Raises
    ------
    DateError
        If the text is not in the grammar, has no year, or names a day that does not exist or was
        another weekday.

    References
    ----------
    Library of Congress, *Extended Date/Time Format (EDTF) Specification*, 2019.

    Examples
    --------
    >>> import sinorus
    >>> date = sinorus.parse_date("May 21-24, 2000")
    >>> date.start.isoformat(), date.end.isoformat(), date.precision, date.edtf
    ('2000-05-21', '2000-05-24', 'day_range', '2000-05-21/2000-05-24')
    >>> sinorus.parse_date("June 20", year=2000).edtf
    '2000-06-20'
    >>> sinorus.parse_date("2000-34") == sinorus.parse_date("second quarter of 2000")
    True
    """
    shown = _one_line(text)
    given = _checked(year)

    def wrong(reason):
        return DateError(f'"{shown}" is not a date: {reason}')

    key = shown.lower().strip(" ,:;")
    if inner := _IN_BRACKETS.fullmatch(key):
        key = (inner[1] or inner[2] or "").strip(" ,:;")
    found = _exchanged(key, wrong, printed) or _in_words(key.rstrip("."), given, wrong)
    if found:
        if found.end < found.start:
            raise wrong(
                "it ends before it begins. Check the order, and give both years if it runs over New"
                " Year."
            )
        return found
    if better := month_as_word(shown):
        raise DateError(f'"{shown}" has its month as a number. Write {better}.')
    raise DateError(
        f'"{shown}" is not a date this course can read. Write it like "12 April 2000", "Apr. 12,'
        ' 2000", "May 16-19, 2000", "early June 2000", "May 2000", "second quarter of 1999",'
        ' "spring 1999", "1996-1999" or "the 1990s".'
    )


def _checked(year):
    """The year that the caller gives, or None."""
    if year is None:
        return None
    if isinstance(year, bool) or not hasattr(year, "__index__") or not 1 <= int(year) <= 9998:
        raise DateError(f"year= is a whole number such as 2000; {str(year)[:40]!r} was given.")
    return int(year)


def _one_line(text):
    if not isinstance(text, str):
        raise DateError(
            f'A date is read from a text such as "May 16-19, 2000"; {type(text).__name__} was'
            " given."
        )
    shown = " ".join(text[:60].split())
    if len(text) > 60:
        raise DateError(
            f'"{shown}..." is longer than any date. Give the date alone, without the sentence'
            " around it."
        )
    return shown


def month_as_word(text):
    """Say how a day such as "20.1.2000" is written with its month as a word.

    Parameters
    ----------
    text : str
        What was written.

    Returns
    -------
    str
        The day between quotation marks, both where it can be read in two ways; empty if this is no
        such day.

    Examples
    --------
    >>> from sinorus.reading.dates import month_as_word
    >>> month_as_word("20.1.2000"), month_as_word("5/1/2000"), month_as_word("soon")
    ('"20 January 2000"', '"5 January 2000" or "1 May 2000"', '')
    """
    found = _MONTH_AS_NUMBER.fullmatch(text.strip())
    if not found:
        return ""
    first, second, year = map(int, found.groups())
    days = dict.fromkeys([(first, second), (second, first)])
    return " or ".join(
        f'"{day} {calendar.month_name[month]} {year}"'
        for day, month in days
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    )


def _exchanged(key, wrong, printed):
    """The date if the text has a form of exchange."""
    found = exchange.read(key, wrong, printed)
    if not found:
        return None
    start, end, unit = found
    plain = start.isoformat() if unit == "day" else key.replace("x", "X")
    return ParsedDate(start, end, unit, plain)


def _in_words(key, given, wrong):
    """The date if the text is one in words."""
    cut = _cut(key, wrong)
    if not cut:
        return None
    rows, sign = cut
    days = [_without_weekday(row) for row in rows]
    points = _points([row for row, _ in days], wrong)
    if not points:
        return None
    _no_century(points, wrong)
    spans = _spans(points, given, wrong)
    for (_, weekday), (start, _) in zip(days, spans):
        _is_weekday(start, weekday, wrong)
    if sign in ("A", "B") and (spans[1][0] - spans[0][1]).days != 1:
        raise wrong("it names two dates that do not follow each other. Read each alone.")
    found = _range(points, spans) if sign else _alone(points[0], *spans[0])
    return replace(found, year_inferred=any(at.year is None for at in points))


def _cut(key, wrong):
    """The rows of words on the sides of the one sign that makes a range, and the sign."""
    row = words(key)
    parts = row and ends(with_dashes(_season_of_two_years(row, wrong)))
    if not parts:
        return None
    first, sign, last = parts
    if not sign:
        return [first], ""
    letters = ["".join(word.letter for word in side) for side in (first, last)]
    if letters == ["Y", "D"] and len(last[0].text) <= 2:
        last = [second_year([*first, Word("R", "-"), *last], wrong)[2]]
    return ([first, last], sign) if first and last else None


def _points(rows, wrong):
    """The points in time that the rows name; None if they name none, or not enough of one."""
    points = [point(row, wrong) for row in rows]
    if None in points:
        return None
    if len(points) == 2:
        points = joined(*points, wrong)
    elif (points[0].day is not None and not points[0].month) or (points[0].year or 0) < 0:
        # a day without its month, a decade without its century
        return None
    return points


def _spans(points, given, wrong):
    """First and last day of each point."""
    years = [given if at.year is None else at.year for at in points]
    if None in years:
        raise wrong("it has no year. Add one, or pass year=.")
    return [bounds(at, year, wrong) for at, year in zip(points, years)]


def _is_weekday(day, weekday, wrong):
    """Refuse a day that was another weekday than is printed beside it."""
    if weekday is not None and day.weekday() != weekday:
        raise wrong(
            f"{day.day} {day:%B %Y} was a {WEEKDAYS[day.weekday()].title()}. Check the day and the"
            " year."
        )


def _no_century(points, wrong):
    """Refuse "the 1900s", which may be ten years or a hundred, where no other decade is beside."""
    first = next((at.year for at in points if at.decade and at.year % 100 == 0), None)
    if first and not (len(points) == 2 and all(at.decade for at in points)):
        raise wrong(
            f'it may mean ten years or a hundred. Write "{first}-{first + 9}" or'
            f' "{first}-{first + 99}".'
        )


def _season_of_two_years(row, wrong):
    """A winter's second year taken off: "winter 1999-2000" is that which begins in 1999."""
    letters = "".join(word.letter for word in row)
    if letters not in ("SYRY", "SYRD", "SYBY", "SYBD"):
        return row
    first, last = row[1].value, row[3].value
    follows = last == (first + 1 if row[3].letter == "Y" else (first + 1) % 100)
    if row[0].value != "winter" or not follows:
        raise wrong("only a winter runs over two years, and they follow each other.")
    return row[:2]


def _without_weekday(side):
    """The words of one side without its weekday, and the weekday's number."""
    if len(side) > 1 and side[0].letter == "W":
        return side[1:], side[0].value
    return side, None


def _alone(at, start, end):
    """A date that is no range."""
    unit, year = at.unit, start.year
    edtf = {
        "day": start.isoformat(),
        "month_part": f"{start.isoformat()}~/{end.isoformat()}~",
        "month": f"{start:%Y-%m}" if at.month else f"{start:%Y-%m}/{end:%Y-%m}",
        "quarter": f"{year:04}-{32 + (at.quarter or 0)}",
        "season": f"{year:04}-{20 + SEASONS.get(at.season, 0) // 3}",
        "year": f"{year:04}",
        "decade": f"{year // 10:03}X",
    }[unit]
    return ParsedDate(start, end, unit, edtf)


def _range(points, sides):
    """A range: its unit is the coarser one of its ends."""
    unit = max((at.unit for at in points), key=UNITS.index)
    start, end = sides[0][0], sides[1][1]
    if unit == "day":
        if start == end:
            return ParsedDate(start, end, "day", start.isoformat())
        unit = "day_range"
    if "month_part" in [at.unit for at in points]:
        # the one form that says of both ends that they are about
        return ParsedDate(start, end, unit, f"{start.isoformat()}~/{end.isoformat()}~")
    texts = [
        {
            "day": day.isoformat(),
            "year": f"{day.year:04}",
            "decade": f"{day.year // 10:03}X",
        }.get(at.unit, f"{day.year:04}-{day.month:02}")
        for at, day in zip(points, (start, end))
    ]
    edtf = texts[0] if texts[0] == texts[1] else "/".join(texts)
    return ParsedDate(start, end, unit, edtf)
