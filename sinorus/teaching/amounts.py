"""Answers that are amounts or dates: numbers, whole numbers, days and months."""

import calendar
import datetime as dt
import decimal
import numbers as numeric
import re

from ..errors import SinorusError
from ..reading.dates import month_as_word, parse_date
from . import examples
from .pieces import MOST, Unreadable, alone, parts, text

_WORDS = {
    **dict(zip("zero one two three four five six seven eight nine ten".split(" "), range(11))),
    **dict(zip("eleven twelve thirteen fourteen fifteen sixteen".split(" "), range(11, 17))),
    **dict(zip("seventeen eighteen nineteen twenty thirty".split(" "), (17, 18, 19, 20, 30))),
}
_MONTHS = {name.lower() for name in (*calendar.month_name, *calendar.month_abbr) if name}
_WEEKDAY = re.compile(rf"^on\s+|(?:{'|'.join(calendar.day_name)})s?,?\s+", re.IGNORECASE)


def number(answer, exercise=None):
    """Read a number, also as text or with its unit; where a share is asked, 36 % is 0.36."""
    unit = getattr(exercise, "unit", "")
    if isinstance(answer, bool):
        raise Unreadable("a number such as 12")
    if isinstance(answer, numeric.Real | decimal.Decimal):
        if answer != answer:
            raise Unreadable("a number such as 12; yours is empty (not a number)")
        return float(answer)
    if unit == "hour" and hasattr(answer, "hour"):
        return answer.hour + answer.minute / 60
    if isinstance(answer, dt.timedelta):
        return answer / dt.timedelta(days=1)
    if isinstance(answer, str):
        return _number_in(answer, unit)
    inner = alone(answer)
    if inner is not None:
        return number(inner, exercise)
    shape = getattr(answer, "shape", None)
    if isinstance(shape, tuple) and len(shape) == 2:
        raise Unreadable("one number; yours is a table, and len(...) of it is its number of rows")
    if isinstance(answer, tuple):
        raise Unreadable("one number. Is there a comma in yours? Python writes a point, as in 0.5")
    raise Unreadable("one number such as 12")


def _number_in(written, unit):
    # the point of ".36" stays
    plain = " ".join(written[:60].lower().split()).strip(" !'\"`").rstrip(" .!'\"`")
    if unit == "hour" and (
        clock := re.fullmatch(r"(\d{1,2})[:.h](\d\d)(?: ?([ap])\.?m\.?)?", plain)
    ):
        return (
            int(clock[1]) % (12 if clock[3] else 24) + int(clock[2]) / 60 + 12 * (clock[3] == "p")
        )
    if unit == "hour" and (clock := re.fullmatch(r"(\d{1,2}|\w+) ?(?:o'?clock|([ap])\.?m)", plain)):
        return _number_in(clock[1], "") % (12 if clock[2] else 24) + 12 * (clock[2] == "p")
    if plain in _WORDS:
        return float(_WORDS[plain])
    over = "(?:/|of|out of)" if unit == "share" else "/"
    if part := re.fullmatch(rf"(\d+) ?{over} ?(\d*[1-9]\d*)", plain):
        return int(part[1]) / int(part[2])
    match = re.fullmatch(
        r"(?:about |around |some |ca\.? |= ?)?([+-]?(?:\d[\d,]*)?(?:\.\d+)?)\s*"
        r"(%|per ?cent|[a-z]+)?(?: (?:of|out of) (?:the )?\d+[\w ]*)?",
        plain,
    )
    if match and any(map(str.isdigit, match[1])):
        value, word = float(_points(match[1])), match[2] or ""
        if word in ("%", "percent", "per cent"):
            return value / 100 if unit == "share" else value
        # "5 april" is a date: only words that can count something are let pass.
        if not word or (len(word) > 3 and word not in _MONTHS):
            return value
    raise Unreadable("a number such as 12, without words around it")


def _points(digits):
    """A comma before three digits parts thousands (1,026); any other is a decimal comma (0,36)."""
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", digits):
        return digits.replace(",", "")
    if digits.count(",") == 1 and "." not in digits:
        return digits.replace(",", ".")
    if "," in digits:
        raise Unreadable("a number such as 12; the commas in yours can be read in two ways")
    return digits


def numbers(answer, exercise=None):
    """Read whole numbers, in any order: "4, 6, 7 and 8", "17-19", ["art. 10"], ["gpr-web ¶4"]."""
    found, pieces = set(), parts(answer)
    for part in pieces:
        written = text(part).removesuffix(".0")
        # years in the names of reports and documents are no answers
        written = re.sub(r"\b[a-z]+(?:-[a-z]+)*[- ][12]\d{3}\b|\bgpr-web\b", " ", written)
        for low, high in re.findall(r"(\d+)(?:\s*(?:-|–|to)\s*(\d+))?", written):
            last = int(high or low)
            if not int(low) <= last <= int(low) + MOST:
                raise Unreadable("whole numbers, such as [4, 6, 7]")
            found |= set(range(int(low), last + 1))
    if pieces and not found:
        raise Unreadable("whole numbers, such as [4, 6, 7]")
    return frozenset(found)


def date(answer, exercise=None):
    """Read a day, also as text, a Timestamp or a datetime; the exercise may give year and month."""
    within = str(getattr(exercise, "within", "") or "")
    if isinstance(answer, dt.datetime):
        return answer.date()
    if isinstance(answer, dt.date):
        return answer
    if hasattr(answer, "edtf") and hasattr(answer, "start"):
        answer = answer.edtf
    if isinstance(answer, bool):
        raise Unreadable(f'one day, such as "{examples.day(exercise)}"')
    if len(within) == 7 and isinstance(answer, numeric.Real) and answer in range(1, 32):
        answer = f"{within}-{int(answer):02}"
    if isinstance(answer, str):
        return _day_in(answer, within, examples.day(exercise))
    if getattr(getattr(answer, "dtype", None), "kind", "") == "M" and answer.ndim == 0:
        return date(answer.astype("datetime64[us]").item())
    inner = alone(answer)
    if inner is not None:
        return date(inner, exercise)
    many = getattr(answer, "size", 0)
    if isinstance(many, int) and many > 1:
        raise Unreadable(f"one day; yours are {many}. Take the one that is asked for")
    raise Unreadable(f'a day, its month as a word, such as "{examples.day(exercise)}"')


def _day_in(written, within, such):
    plain = _WEEKDAY.sub("", written[:200].strip(" []()\"'`.")).replace("the ", "")
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b(?: of)?|\s+00:00(?::00)?$", "", plain)
    if one := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", plain):
        plain = f"{one[1]}-{int(one[2]):02}-{int(one[3]):02}"
    plain = str(_WORDS.get(plain.lower(), plain))
    if len(within) == 7 and re.fullmatch(r"\d{1,2}", plain):
        plain = f"{within}-{int(plain):02}"
    try:
        found = parse_date(plain, year=int(within[:4]) if within else None)
    except SinorusError:
        if own := month_as_word(plain):
            raise Unreadable(f"a day, its month as a word; yours is then {own}") from None
        raise Unreadable(f'a day, its month as a word: such as "{such}"') from None
    if found.precision != "day":
        raise Unreadable(f'one day, such as "{such}"')
    return found.start


def month(answer, exercise=None):
    """Read a month of a year as (year, month): "November 1997", "1997-11", a Timestamp."""
    if hasattr(answer, "year") and hasattr(answer, "month"):
        return int(answer.year), int(answer.month)
    if hasattr(answer, "edtf") and hasattr(answer, "start"):
        answer = answer.edtf
    if isinstance(answer, str):
        plain = answer[:200].strip(" []()\"'`.")
        if one := re.fullmatch(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})", plain):
            year, number_of = int(one[1] or one[4]), int(one[2] or one[3])
            if 1 <= number_of <= 12:
                return year, number_of
        # whatever stands round them, one month and one year are meant
        names = {word for word in re.findall(r"[a-z]+", plain.lower()) if word in _MONTHS}
        years = set(re.findall(r"\b[12]\d{3}\b", plain))
        try:
            found = parse_date(" ".join((*names, *years)) if len(names | years) == 2 else plain)
        except SinorusError:
            raise Unreadable('a month and its year, such as "June 2000"') from None
        if found.precision not in ("day", "month_part", "month") or found.start.replace(
            day=1
        ) != found.end.replace(day=1):
            raise Unreadable('one month and its year, such as "June 2000"')
        return found.start.year, found.start.month
    inner = alone(answer)
    if inner is not None:
        return month(inner, exercise)
    raise Unreadable('a month and its year, such as "June 2000"')
