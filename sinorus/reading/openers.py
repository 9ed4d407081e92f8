"""What opens an entry of a chronology: a date, and a sign that parts it from its text.

The grammar of dates says what a date is; this module only asks it for the longest one that
stands at the start of a line and is followed by such a sign.
"""

import functools
import re
from dataclasses import dataclass

from ..errors import DateError
from .dates import MONTH, parse_date

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)"
_NUMBER = r"(?:\d{1,4}(?:st|nd|rd|th|'?s)?(?!\w))"
_SMALL_WORDS = (
    r"(?:(?:early|mid(?:dle)?|late|beginning|start|end|first|second|third|fourth|half|quarter|"
    r"q[1-4]|[1-4]q|spring|summer|autumn|fall|winter|to|until|till|through|and|of|the)\b)"
)
#: The words a date may be made of, and what may stand between two of them.
_WORD = re.compile(rf"{MONTH}|{_WEEKDAY}|{_NUMBER}|{_SMALL_WORDS}", re.IGNORECASE)
_JOINT = re.compile(r"[ ,./&–—-]{0,3}")
_START = re.compile(r"(?:#{1,6} )?(?P<bold>[*_]{0,3})(?P<bracket>[(\[]?)[*_]{0,3}")
#: Without a month or a year nothing is taken for a date: "Q1:", "First:" and "12:" are none.
_DATED = re.compile(rf"\b{MONTH}|\b[12]\d{{3}}\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b{MONTH}", re.IGNORECASE)
_ISO = re.compile(r"[12]\d{3}-\d\d-\d\d")
_YEAR_FIRST = re.compile(rf"[12]\d{{3}},? {MONTH} ?\d", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_BY_WEEKDAY = re.compile(_WEEKDAY, re.IGNORECASE)
#: What makes a date behind it inexact: "c. May 1999", "Night of 7-8 May 1999", "By June 1999".
_NEAR = re.compile(
    r"(?:(?:ca?|approx)\.|(?:circa|about|around|approximately|before|after|by|since|until|"
    r"(?:shortly|soon|just) (?:before|after)|on or about)\b|"
    r"(?:the )?(?:early |late )?(?:night|morning|afternoon|evening|week|eve) of\b) ?",
    re.IGNORECASE,
)
#: Among them every day of the year falls on every weekday, 29 February too.
_YEARS_WITH_ALL_WEEKDAYS = range(2000, 2028)
_MOST_WORDS, _LONGEST = 16, 60

_CLOSE = r"[)\]]?[*_]{0,3}\.?[*_]{0,3}"
_COLON = re.compile(rf"{_CLOSE} ?(?::(?!\d)|：)[*_]{{0,3}}\s*")
_GAP = re.compile(rf"{_CLOSE} ?\t\s*")
_DASH = re.compile(rf"{_CLOSE}(?: ?[–—-](?= |$)| ?—| –| -(?=[^\W\d]))\s*")
_COMMA = re.compile(r", ?(?=[^\W\d])")
_STOP = re.compile(r"\.[*_]{0,3} (?=[^\W\d_]|[\"'(])")
_SPACE = re.compile(rf"{_CLOSE} ")
_CAPITAL = re.compile(r" (?=[\"'(]?[^\W\d_a-z])")
#: A day with its month and year needs no sign after it where a sentence begins there.
_WHOLE_DAY = re.compile(
    rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}},?) [12]\d{{3}}|[12]\d{{3}} {MONTH} \d{{1,2}}",
    re.IGNORECASE,
)
#: A year in a column of its own, and the day in the next one.
_DAY_AFTER_GAP = re.compile(
    rf"\t({MONTH} \d{{1,2}}(?: ?- ?\d{{1,2}})?), ?(?=[^\W\d])", re.IGNORECASE
)
_END = re.compile(rf"{_CLOSE}:?\s*$")

#: A short form of "about", which a date follows.
_ABOUT = re.compile(r"\b(?:ca?|circ|cca|approx|abt|est)\.$", re.IGNORECASE)
_AFTER_SENTENCE = re.compile(r"[.!?][\"')\]]*\s+(?=[*_]{0,3}[\dA-Za-z])")

#: A line that begins like a date, whether or not it can be read.
_LIKE_A_DATE = re.compile(
    rf"(?:#{{1,6}} )?[*_(\[]{{0,4}}(?:(?:on|in|by|from) )?(?:{_WEEKDAY},? )?(?:{MONTH} ?\d|"
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)?(?: ?[-–/] ?\d{{1,2}})? ?-?{MONTH}|\d{{4}}-\d\d\b|"
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|[12]\d{3}(?![\w'])|[12]\d{3}(?=[A-Z])|"
    rf"{MONTH}(?= ?(?:[:：–—/]|- )))",
    re.IGNORECASE,
)
#: The same in a tongue whose months are not known here: "24 mars 1999 : ...".
_FOREIGN = re.compile(r"\d{1,2}\w{0,2}\.? [^\W\d]{3,12}\.?,? [12]\d{3} ?(?::|：|[–—]| - )")
_GLUED = re.compile(r"[12]\d{3}(?=[A-Z])")


@dataclass(slots=True)
class Opener:
    """A date at the start of an entry: as printed, where its text begins, and what parts them.

    ``date`` is read with a year of our own where none is printed; it is None where the grammar
    does not know the form, where a longer date might be meant, and where the print says only
    `near` which day it was.
    """

    printed: str
    end: int
    style: str
    date: object = None
    near: bool = False


def opener(text, start=0):
    """Find the date that opens an entry at a place of a text.

    Parameters
    ----------
    text : str
        A line, or a text that has lost its lines; a wide gap is a tab.
    start : int, optional
        Where the date would begin.

    Returns
    -------
    Opener or None
        None if no date stands there, or nothing that parts it from what follows.

    Examples
    --------
    >>> from sinorus.reading.openers import opener
    >>> found = opener("May 16 – 19, 2000 — Talks are held.")
    >>> found.printed, found.date.edtf, found.style
    ('May 16 – 19, 2000', '2000-05-16/2000-05-19', 'dash')
    >>> opener("May 16 was a quiet day.")
    """
    mark = _START.match(text, start)
    begin = mark.end()
    if near := _NEAR.match(text, begin):
        return _inexact(text, begin, near.end())
    ends = _word_ends(text, begin)
    if not ends or not _DATED.search(text, begin, ends[-1]):
        return None
    longer = False
    for end in reversed(ends):
        printed = text[begin:end]
        if not _DATED.search(printed):
            break
        date, part = _read(printed), _separator(text, end, printed, mark)
        if part:
            rest = text[part[1] : part[1] + 200]
            if rest.strip() and not _LETTER.search(rest):
                return None  # a row of figures
            if printed.isdigit() and (day := _DAY_AFTER_GAP.match(text, end)):
                printed = f"{printed} {day[1]}"
                return Opener(printed, day.end(), "gap", _read(printed))
            return Opener(printed, part[1], part[0], None if longer else date)
        # "May 21 - 24 people meet": a longer date may be meant, so none is read.
        longer = longer or date is not None
    return None


def _inexact(text, begin, date):
    """An opener whose date the print does not give exactly: it is found, and not read."""
    if _NEAR.match(text, date):
        return None
    found = opener(text, date)
    exact = found is None or found.style not in ("colon", "alone", "dash")
    if exact or not _MONTH.search(found.printed):
        return None
    return Opener(text[begin:date] + found.printed, found.end, found.style, near=True)


def _word_ends(text, place):
    """Where each of the words ends that could be a date together."""
    ends, first = [], place
    while len(ends) < _MOST_WORDS and (word := _WORD.match(text, place)):
        if word.end() - first > _LONGEST:
            break
        ends.append(word.end())
        place = _JOINT.match(text, word.end()).end()
    return ends


def _separator(text, end, printed, mark):
    """What parts the date from its text, as (style, where the text begins), or None."""
    if mark["bracket"] and text[end : end + 1] not in (")", "]"):
        return None
    for style, pattern in (("colon", _COLON), ("gap", _GAP), ("alone", _END), ("dash", _DASH)):
        if found := pattern.match(text, end):
            return style, found.end()
    patterns = (
        ("comma", _COMMA, _YEAR_FIRST.match(printed)),
        ("stop", _STOP, _MONTH.search(printed)),
        ("iso", _SPACE, _ISO.fullmatch(printed)),
        ("space", _CAPITAL, _WHOLE_DAY.fullmatch(printed)),
        ("marks", _SPACE, _MONTH.search(printed) and _is_marked(mark, text, end)),
    )
    for style, pattern, allowed in patterns:
        if allowed and (found := pattern.match(text, end)):
            return style, found.end()
    return None


def _is_marked(mark, text, end):
    """Whether brackets or emphasis end with the date."""
    return mark["bracket"] or (mark["bold"] and text[end : end + 1] == mark["bold"][0])


@functools.lru_cache(maxsize=1000)
def _read(printed):
    """The date, in the year 2000 where none is printed; lists print the same day often.

    Beside a weekday it is read in the next year that has the day on it.
    """
    for year in _YEARS_WITH_ALL_WEEKDAYS if _BY_WEEKDAY.match(printed) else (2000,):
        try:
            return parse_date(printed, year=year, printed=True)
        except DateError:
            continue
    return None


def run_openers(text):
    """Yield (place, Opener) where an entry begins in text that has lost its lines.

    A date inside an entry follows a word, not the end of a sentence.
    """
    for place in _AFTER_SENTENCE.finditer(text):
        if _ABOUT.search(text, max(place.start() - 8, 0), place.start() + 1):
            continue  # "c. August 1999:" is no sentence that ends in "c", and no exact month
        found = opener(text, place.end())
        if found and (found.date or found.near) and found.style == "colon":
            yield place.end(), found


def could_open(text):
    """Whether a text begins like a date: in print, or glued to its first word.

    Examples
    --------
    >>> from sinorus.reading.openers import could_open
    >>> could_open("On 7 June, the council met."), could_open("The council met.")
    (True, False)
    """
    return bool(_LIKE_A_DATE.match(text) or _FOREIGN.match(text) or _GLUED.match(text))


def parted(text):
    """Whether a text outside a chronology begins like an entry: a date and a sign after it.

    Examples
    --------
    >>> from sinorus.reading.openers import parted
    >>> parted("May 3, 2000: Talks."), parted("May 3, 2000"), parted("May 2000 was quiet.")
    (True, False, False)
    """
    found = opener(text)
    return bool(found and found.style != "alone") or bool(
        _FOREIGN.match(text) or _GLUED.match(text)
    )
