"""The acts of the public record: what each is called in print, and which one a name means."""

import functools
import re
from dataclasses import dataclass

import pandas as pd

from .errors import SinorusError
from .reading.dates import parse_date
from .tables import load

_LETTERS = "abcdefghij"
_TO = r"\s*(?:-|–|to\b)\s*"
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Act:
    """An act of the record, as it is asked for.

    Attributes
    ----------
    id : str
        Its ``record_id``.
    when, letter : str
        Its day in words, and the letter that tells it from others that began on that day; empty
        where it stands alone.
    start, end : pandas.Timestamp
        Its bounds.
    lasted : bool
        Whether it went on from the one to the other.
    key : tuple
        What its day in words means.
    """

    id: str
    when: str
    letter: str
    start: pd.Timestamp
    end: pd.Timestamp
    lasted: bool
    key: tuple

    @property
    def name(self):
        """The act's name in print: ``record 10 June 1999 c``."""
        return f"record {self.when} {self.letter}".strip()


@functools.cache
def acts():
    """List all acts of the record, in the order of their days.

    Returns
    -------
    tuple of Act

    Examples
    --------
    >>> from sinorus.acts import acts
    >>> acts()[0].name
    'record 15 to 18 May 1989'
    """
    rows = sorted(load("record").itertuples(), key=lambda row: row.start)
    began = {}
    for row in rows:
        began.setdefault(row.start, []).append(row.record_id)
    found = []
    for row in rows:
        same = began[row.start]
        alone = len(same) == 1 or "day" not in row.precision
        letter = "" if alone else _LETTERS[same.index(row.record_id)]
        lasted = row.precision == "day_range"
        named = (row.record_id, row.when, letter, row.start, row.end, lasted)
        found.append(Act(*named, _key(row.when)))
    return tuple(found)


def _key(text):
    """What a day in words means, however it is spelt: its first day and its last."""
    plain = _ORDINAL.sub("", " ".join(text.split())).casefold()
    plain = re.sub(r"(?<=\d)-(?=\d{4}$)|(?<![\d-])-|(?<=[a-z\d])\s*(?:–|to\b)\s*", "-", plain)
    try:
        day = parse_date(plain)
    except SinorusError:
        return (re.sub(r"\W+", " ", plain),)
    return day.start, day.end


def acts_on(text, letter=""):
    """List the acts of the record that a name means: a day, a month, days, or years.

    Parameters
    ----------
    text : str
        Such as ``10 June 1999``, ``June 1999``, ``24 to 26 March 1999``, ``1990 to 1991``.
    letter : str, optional
        Which of several of one day: a, b ...

    Returns
    -------
    list of str
        Their ids: first those whose name this is, then those that began in that time; of a day or
        month in which none began, those that lasted over it. Empty where there is none.

    Examples
    --------
    >>> from sinorus.acts import acts_on
    >>> "1999-06-10-vote" in acts_on("10 June 1999")
    True
    >>> acts_on("1999")
    ['1999-order']
    """
    key, letter = _key(text), letter.lower()
    named = [act for act in acts() if act.key == key]
    found = named if len(key) == 1 else [*named, *_in_time(*map(pd.Timestamp, key), named)]
    if not letter:
        return [act.id for act in found]
    same = [act for act in found if act.letter == letter and act.start == found[0].start]
    if same:
        return [act.id for act in same]
    place = _LETTERS.find(letter)
    return [act.id for act in (found[place : place + 1] or found)]


def _in_time(first, last, named):
    """Acts that began in a time, else those that lasted over it; of years only what is named so."""
    if (last - first).days > 200:
        return []
    whole = first == last or (first.is_month_start and last.is_month_end)
    if named and not whole:
        return []
    began = [act for act in acts() if first <= act.start <= last]
    lasted = [act for act in acts() if act.lasted and act.start < first and act.end >= first]
    found = began or lasted if whole else began
    return [act for act in found if act not in named]


def near_acts(text):
    """Name the three acts nearest to a time in which the record has none.

    Examples
    --------
    >>> from sinorus.acts import near_acts
    >>> near_acts("11 June 1990")[0]
    'record 1990 to 1991'
    """
    key = _key(text)
    if len(key) == 1:
        return []
    first = pd.Timestamp(key[0])
    return [act.name for act in sorted(acts(), key=lambda act: abs(act.start - first))[:3]]


@functools.cache
def pattern():
    """Recognise the ids of the record, and names of its acts: "record 10 June 1999 c".

    Returns
    -------
    re.Pattern
        With the groups ``id``, or ``day`` and ``letter``.
    """
    ids = sorted((act.id for act in acts()), key=len, reverse=True)
    unknown = [act.when for act in acts() if len(act.key) == 1]
    th = r"(?:st|nd|rd|th|\.)?"
    month, day = r"[a-z]+\.?,?", rf"\d{{1,2}}{th}"
    days = (
        r"\d{4}-\d\d-\d\d",
        *map(re.escape, unknown),
        # days from one to another, in the order of an island and of the Americans
        rf"{day}(?:\s+{month}(?:\s+\d{{4}})?)?{_TO}{day}\s+{month}\s+\d{{4}}",
        rf"[a-z]+\.?\s+{day}{_TO}{day},?\s+\d{{4}}",
        rf"{day}\s+{month}\s+\d{{4}}",
        rf"[a-z]+\.?\s+{day},\s+\d{{4}}",
        r"[a-z]+\s+\d{4}",
        # "a record 1999 harvest" is no citation
        rf"\d{{4}}(?:{_TO}\d{{4}})?(?=\s*(?:[),;\].`'\"”]|$))",
    )
    return re.compile(
        rf"(?<![\w-])(?:(?P<id>{'|'.join(map(re.escape, ids))})(?![\w-])"
        rf"|records?[\s:`]+(?:of\s+)?(?P<day>{'|'.join(days)})(?:\s?(?P<letter>[a-z])\b)?)",
        re.IGNORECASE,
    )


def printed(text, found):
    """Print the day of a citation as the course does.

    Parameters
    ----------
    text : str
        The day as it was written.
    found : list of str
        What `acts_on` has for it.

    Returns
    -------
    str

    Examples
    --------
    >>> from sinorus.acts import acts_on, printed
    >>> printed("10th june 1999", acts_on("10th june 1999"))
    'record 10 June 1999'
    """
    key = _key(text)
    if len(key) == 2:
        first, last = key
        if first == last:
            return f"record {first.day} {first:%B %Y}"
        if (first.year, first.month, first.day) == (last.year, last.month, 1):
            return f"record {first:%B %Y}"
    named = [act.when for act in acts() if act.id in found and act.key == key]
    return f"record {named[0] if named else text}"
