"""The grammar of dates: which rows of words are a day, a month, a year, and what a range joins."""

import calendar
import datetime as dt
from dataclasses import dataclass, replace

from .date_words import MONTHS, SEASONS, Word

#: From the finest unit to the coarsest.
UNITS = ("day", "day_range", "month_part", "month", "quarter", "season", "year", "decade")
#: What rows of words are: the letters, and where in the row each thing stands.
_SHAPES = {
    shape: {letter: shape.index(letter) for letter in shape}
    for shape in (
        "MDY DMY YMD MD DM D DY MY YM M PMY YPM PYM PM Y PY X PX QY YQ Q HY YH H SY YS S".split()
    )
}
_NOT_YEARS = range(1000, 3000)


@dataclass(frozen=True, slots=True)
class Point:
    """What stands on one side of a range, or alone; a missing part is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: bool = False
    year_first: bool = False

    @property
    def unit(self):
        """In which unit it is stated."""
        if self.day is not None:
            return "day"
        if self.month:
            return "month_part" if self.part else "month"
        if self.quarter:
            return "quarter"
        if self.half:
            return "month"
        if self.season:
            return "season"
        return "decade" if self.decade else "year"


def point(words, wrong):
    """Read a row of words as a point in time, or return None.

    Parameters
    ----------
    words : list of Word
        What stands on one side of a range.
    wrong : callable
        Makes the error for a reason.

    Returns
    -------
    Point or None
    """
    shape = _SHAPES.get("".join(word.letter for word in words))
    if shape is None:
        return None
    values = {letter: words[place] for letter, place in shape.items()}
    year, decade = None, "X" in values
    if "Y" in values:
        year = values["Y"].value
        if year not in _NOT_YEARS:
            raise wrong(f"the year {values['Y'].text} lies outside 1000 to 2999.")
    if decade:
        year = _decade(values["X"], wrong)
    names = {"M": "month", "D": "day", "P": "part", "Q": "quarter", "H": "half"}
    found = {name: values[letter].value for letter, name in names.items() if letter in values}
    if "S" in values:
        found["season"] = values["S"].value
    return Point(year, decade=decade, year_first=shape.get("Y") == 0 and len(shape) > 1, **found)


def _decade(word, wrong):
    digits = "".join(sign for sign in word.text if sign.isdigit())
    if len(digits) == 2:
        # the century stands at the other end of the range
        return -1 - int(digits)
    first = int(digits)
    if first not in _NOT_YEARS:
        raise wrong(f"the year {digits} lies outside 1000 to 2999.")
    return first


def _bare_day(at):
    return at.day is not None and not at.month


def joined(first, last, wrong):
    """Give each end of a range what only the other one prints.

    Parameters
    ----------
    first, last : Point
        The ends as printed.
    wrong : callable
        Makes the error for a reason.

    Returns
    -------
    first, last : Point
        None if the two are not of one kind.
    """
    first, last = _shared_month(first, last)
    if last.decade and (last.year or 0) < 0 and first.year:
        last = replace(last, year=first.year - first.year % 100 - 1 - last.year)
    if last.unit in ("year", "decade") and not first.year:
        # "May 16-2000" is no range of one kind
        return None
    first, last = _shared_year(first, last, wrong)
    if _bare_day(first) or _bare_day(last) or (first.year or 0) < 0:
        return None
    return first, last


def _shared_month(first, last):
    if _bare_day(first) and last.month and last.day is not None:
        first = replace(first, month=last.month)
    if _bare_day(last) and first.day is not None:
        last = replace(last, month=first.month)
    return first, last


def _shared_year(first, last, wrong):
    if first.year and not last.year:
        if not first.year_first:
            raise wrong("the end of the range has no year. Put the year at the end.")
        return first, replace(last, year=first.year)
    if last.year and not first.year:
        return replace(first, year=last.year), last
    return first, last


def bounds(at, year, wrong):
    """Give the first and last day of a point.

    Parameters
    ----------
    at : Point
        What was printed.
    year : int
        Its year.
    wrong : callable
        Makes the error for a reason.

    Returns
    -------
    first, last : datetime.date
    """
    if at.day is not None:
        return (_day(year, at.month, at.day, wrong),) * 2
    if at.month:
        end = calendar.monthrange(year, at.month)[1]
        parts = {None: (1, end), "early": (1, 10), "mid": (11, 20), "late": (21, end)}
        first, last = parts[at.part]
        return dt.date(year, at.month, first), dt.date(year, at.month, last)
    if at.quarter:
        return _months(year, 3 * at.quarter - 2, 3)
    if at.half:
        return _months(year, 6 * at.half - 5, 6)
    if at.season:
        return _months(year, SEASONS[at.season], 3)
    return dt.date(year, 1, 1), dt.date(year + (9 if at.decade else 0), 12, 31)


def _months(year, first, count):
    last = first + count - 1
    last_year, last = (year + 1, last - 12) if last > 12 else (year, last)
    end = calendar.monthrange(last_year, last)[1]
    return dt.date(year, first, 1), dt.date(last_year, last, end)


def _day(year, month, day, wrong):
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise wrong(
            f"{MONTHS[month - 1].title()} {year} has {last} days. Check the day against the report."
        )
    return dt.date(year, month, day)


def ends(words):
    """Cut a row of words at the one sign that makes it a range.

    Parameters
    ----------
    words : list of Word
        All words of the expression.

    Returns
    -------
    first, sign, last : list of Word, str, list of Word
        An empty sign where there is none; None if there are several.
    """
    places = [place for place, word in enumerate(words) if word.letter in "RAB"]
    if not places:
        return words, "", []
    if len(places) > 1:
        return None
    place = places[0]
    return words[:place], words[place].letter, words[place + 1 :]


def with_dashes(words):
    """Take the parts of a day or a month that dashes tie apart: "24-Mar-1999", "May-2001"."""
    letters = "".join(word.letter for word in words)
    if letters in ("DRMRY", "MRDRY", "YRMRD", "MRY", "YRM"):
        return [word for word in words if word.letter != "R"]
    return words


def second_year(words, wrong):
    """Read "1996-97" and "1924-7": the year that the second number stands for.

    Parameters
    ----------
    words : list of Word
        A year, a sign, and a number of one or two digits.
    wrong : callable
        Makes the error for a reason.

    Returns
    -------
    list of Word
        The same with the second year whole.
    """
    first, digits = words[0].value, words[2].text.strip(". ")
    size = 10 ** len(digits)
    last = first - first % size + int(digits)
    if not digits.isdigit() or last <= first:
        if digits.isdigit() and (first + 1) % size == int(digits):
            raise wrong(f'a new century begins within it. Write "{first}-{first + 1}".')
        raise wrong("it ends before it begins. Check the order, and write both years whole.")
    return [*words[:2], Word("Y", str(last))]
