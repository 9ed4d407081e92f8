"""A closed grammar of dates: what it does not know it refuses.

Well-known libraries read "May 21-24, 2000" as a day in 2024 and say nothing. This
grammar gives the widest true bounds of an expression, or an error, never a guess.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from ..errors import DateError

_MONTHS = [name.lower() for name in calendar.month_name if name]
_NUMBER = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_ORDINALS = {
    name: place // 2 + 1
    for place, name in enumerate("first 1st second 2nd third 3rd fourth 4th".split())
}
# Seasons of the northern year; EDTF numbers them 21 to 24.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
#: Before the name of its month a day may have a full stop, as Germans write it: "14. May".
_DAY_FIRST = r"(\d{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(\d{4})"
_M = f"({MONTH})"
_ANY_QUARTER = "|".join(_ORDINALS)
_ANY_SEASON = "|".join(_SEASONS)


def _rule(pattern):
    return re.compile(pattern.replace(" ", r"\s*"))


#: A day with its month as a number, which Americans and Europeans read in two ways.
_MONTH_AS_NUMBER = re.compile(r"(\d{1,2})[./ -]\s*(\d{1,2})[./ -]\s*([12]\d{3})")
_ISO = _rule(r"(\d{4})-(\d\d)-(\d\d)")
_DAYS = _rule(rf"{_M} {_DAY}(?:-{_DAY})?(?: ,? {_YEAR})?")
_DAYS_BRITISH = _rule(rf"{_DAY_FIRST}(?:-{_DAY_FIRST})? {_M}(?: ,? {_YEAR})?")
_SPAN = _rule(rf"{_M} {_DAY}(?: ,? {_YEAR})?-{_M} {_DAY}(?: ,? {_YEAR})?")
_SPAN_BRITISH = _rule(rf"{_DAY_FIRST} {_M}(?: ,? {_YEAR})?-{_DAY_FIRST} {_M}(?: ,? {_YEAR})?")
_MONTH_ONLY = _rule(rf"(?:(early|mid|late)[- ])?{_M}(?: ,?(?: of)? {_YEAR})?")
_MONTH_SPAN = _rule(rf"{_M}(?: ,? {_YEAR})?-{_M}(?: ,? {_YEAR})?")
_QUARTER = _rule(rf"(?:the )?(?:({_ANY_QUARTER})[- ]quarter|q([1-4]))(?: ,?(?: of)? {_YEAR})?")
_QUARTER_AFTER = _rule(rf"{_YEAR} ?-?q([1-4])")
_SEASON = _rule(rf"(?:the )?({_ANY_SEASON})(?: of)?(?: ,? {_YEAR}(?:-{_YEAR}|-(\d\d))?)?")
_YEARS = _rule(rf"{_YEAR}(?:-{_YEAR}|-(\d\d))?")
_DECADE = _rule(r"(?:the )?(\d{3})0'?s")


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
        The same in the Extended Date/Time Format (ISO 8601-2).
    year_inferred : bool
        Whether the year was not in the text but given by the caller.
    """

    start: dt.date
    end: dt.date
    precision: str
    edtf: str
    year_inferred: bool = False


def parse_date(text, year=None):
    """Read one date expression as reports print them.

    Understood are days and ranges of days ("Apr. 12, 2000", "May 16-19, 2000",
    "Dec. 27, 1998 - Jan. 2, 1999", "12 April 2000", "12. April 2000"), parts of months
    ("early May 2000": days 1-10, 11-20, 21 to the end), months and ranges of months, quarters,
    seasons (northern: spring is March to May; winter begins in the December of its year),
    years, ranges of years, decades, and ISO days ("2000-04-12").

    Parameters
    ----------
    text : str
        The expression, nothing else.
    year : int, optional
        The year to use where the text gives none. There is no other source for a missing year.

    Returns
    -------
    ParsedDate
        With ``.start``, ``.end`` (`datetime.date`), ``.precision``, ``.edtf`` and
        ``.year_inferred``.

    Raises
    ------
    DateError
        If the text is not in the grammar, has no year, or names a day that does not exist.

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
    """
    if not isinstance(text, str):
        raise DateError(
            f'A date is read from a text such as "May 16-19, 2000"; {type(text).__name__} was'
            " given."
        )
    if year is not None and (
        isinstance(year, bool) or not hasattr(year, "__index__") or not 1 <= int(year) <= 9998
    ):
        raise DateError(f"year= is a whole number such as 2000; {str(year)[:40]!r} was given.")
    shown = " ".join(text[:60].split())
    if len(text) > 60:
        raise DateError(
            f'"{shown}..." is longer than any date. Give the date alone, without the sentence'
            " around it."
        )
    reader = _Reader(shown, None if year is None else int(year))
    key = re.sub(r"\s*[-‐‑‒–—−]+\s*", "-", shown.lower()).strip(" ,:;")
    for pattern, method in _GRAMMAR:
        match = pattern.fullmatch(key)
        if match:
            return method(reader, *match.groups())
    if better := month_as_word(shown):
        raise DateError(f'"{shown}" has its month as a number. Write {better}.')
    raise DateError(
        f'"{shown}" is not a date this course can read. Write it like "12 April 2000", "Apr. 12,'
        ' 2000", "May 16-19, 2000", "early June 2000", "May 2000", "second quarter of 1999",'
        ' "spring 1999", "1996-1999" or "the 1990s".'
    )


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


class _Reader:
    """The grammar's rules, with the text at hand for messages."""

    def __init__(self, shown, year):
        self.shown, self.year, self.inferred = shown, year, False

    def wrong(self, reason):
        return DateError(f'"{self.shown}" is not a date: {reason}')

    def _year(self, printed):
        if printed:
            value = int(printed)
            if not 1000 <= value <= 2999:
                raise self.wrong(f"the year {printed} lies outside 1000 to 2999.")
            return value
        if self.year is None:
            raise self.wrong("it has no year. Add one, or pass year=.")
        self.inferred = True
        return self.year

    def _date(self, year, month, day):
        last = calendar.monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise self.wrong(
                f"{_MONTHS[month - 1].title()} {year} has {last} days. Check the day against the"
                " report."
            )
        return dt.date(year, month, day)

    def _result(self, start, end, precision, edtf):
        if end < start:
            raise self.wrong(
                "it ends before it begins. Check the order, and give both years if it runs over New"
                " Year."
            )
        return ParsedDate(start, end, precision, edtf, self.inferred)

    def iso(self, year, month, day):
        if not 1 <= int(month) <= 12:
            raise self.wrong(f"there is no month {month}.")
        start = self._date(self._year(year), int(month), int(day))
        return self._result(start, start, "day", start.isoformat())

    def days(self, month, first, last, year):
        year, month = self._year(year), _NUMBER[month[:3]]
        start = self._date(year, month, int(first))
        end = self._date(year, month, int(last or first))
        return self._days(start, end)

    def _days(self, start, end):
        if start == end:
            return self._result(start, end, "day", start.isoformat())
        return self._result(start, end, "day_range", f"{start.isoformat()}/{end.isoformat()}")

    def days_british(self, first, last, month, year):
        return self.days(month, first, last, year)

    def span(self, month_1, day_1, year_1, month_2, day_2, year_2):
        if year_1 and not year_2:
            raise self.wrong("the end of the range has no year. Put the year at the end.")
        last_year = self._year(year_2)
        first_year = self._year(year_1) if year_1 else last_year
        return self._days(
            self._date(first_year, _NUMBER[month_1[:3]], int(day_1)),
            self._date(last_year, _NUMBER[month_2[:3]], int(day_2)),
        )

    def span_british(self, day_1, month_1, year_1, day_2, month_2, year_2):
        return self.span(month_1, day_1, year_1, month_2, day_2, year_2)

    def month(self, part, month, year):
        year, month = self._year(year), _NUMBER[month[:3]]
        last = calendar.monthrange(year, month)[1]
        first, last = {None: (1, last), "early": (1, 10), "mid": (11, 20), "late": (21, last)}[part]
        edtf = f"{year:04}-{month:02}" + ("~" if part else "")
        return self._result(
            dt.date(year, month, first),
            dt.date(year, month, last),
            "month_part" if part else "month",
            edtf,
        )

    def month_span(self, month_1, year_1, month_2, year_2):
        if year_1 and not year_2:
            raise self.wrong("the end of the range has no year. Put the year at the end.")
        last_year = self._year(year_2)
        first_year = self._year(year_1) if year_1 else last_year
        first, last = _NUMBER[month_1[:3]], _NUMBER[month_2[:3]]
        return self._result(
            dt.date(first_year, first, 1),
            dt.date(last_year, last, calendar.monthrange(last_year, last)[1]),
            "month",
            f"{first_year:04}-{first:02}/{last_year:04}-{last:02}",
        )

    def quarter(self, ordinal, number, year):
        number = int(number) if number else _ORDINALS[ordinal]
        year, last = self._year(year), 3 * number
        return self._result(
            dt.date(year, last - 2, 1),
            dt.date(year, last, calendar.monthrange(year, last)[1]),
            "quarter",
            f"{year:04}-{32 + number}",
        )

    def quarter_after(self, year, number):
        return self.quarter(None, number, year)

    def season(self, name, year, year_2, short):
        year, first = self._year(year), _SEASONS[name]
        follows = int(year_2) == year + 1 if year_2 else int(short or 0) == (year + 1) % 100
        if (year_2 or short) and not (name == "winter" and follows):
            raise self.wrong("only a winter runs over two years, and they follow each other.")
        last_year, last = (year + 1, 2) if name == "winter" else (year, first + 2)
        return self._result(
            dt.date(year, first, 1),
            dt.date(last_year, last, calendar.monthrange(last_year, last)[1]),
            "season",
            f"{year:04}-{20 + first // 3}",
        )

    def years(self, year, year_2, short):
        first = last = self._year(year)
        if year_2:
            last = self._year(year_2)
        elif short:
            last = first - first % 100 + int(short)
            if int(short) <= 12:
                raise self.wrong(
                    f'it may mean years or a month. Write "{first}-{last}" for years, or name the'
                    " month."
                )
        return self._result(
            dt.date(first, 1, 1),
            dt.date(last, 12, 31),
            "year",
            f"{first:04}" if first == last else f"{first:04}/{last:04}",
        )

    def decade(self, stem):
        first = self._year(stem + "0")
        return self._result(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade", f"{stem}X")


_GRAMMAR = (
    (_DAYS, _Reader.days),
    (_MONTH_ONLY, _Reader.month),
    (_SPAN, _Reader.span),
    (_DAYS_BRITISH, _Reader.days_british),
    (_SPAN_BRITISH, _Reader.span_british),
    (_MONTH_SPAN, _Reader.month_span),
    (_ISO, _Reader.iso),
    (_QUARTER, _Reader.quarter),
    (_QUARTER_AFTER, _Reader.quarter_after),
    (_SEASON, _Reader.season),
    (_YEARS, _Reader.years),
    (_DECADE, _Reader.decade),
)
