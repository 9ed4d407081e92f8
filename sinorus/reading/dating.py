"""The entries of a chronology: cut from its blocks, dated, and flagged."""

import re
from dataclasses import dataclass, field

from ..errors import DateError
from .blocks import PAGE_HEAD, ends_open, starts_small
from .cleaning import plain
from .dates import parse_date
from .hyphens import Running
from .openers import run_openers

_MAY_HOLD_HEAD = re.compile(r"Comparative Connections|page \d", re.IGNORECASE)


@dataclass
class Draft:
    """An entry while it is read: its date as printed and as found, its text, flags."""

    printed: str
    line: int
    date: object
    text: Running = field(default_factory=Running)
    flags: list = field(default_factory=list)


@dataclass
class Reading:
    """What was read from one chronology."""

    entries: list = field(default_factory=list)
    set_aside: list = field(default_factory=list)
    problems: list = field(default_factory=list)


def read(region, period=None, year=None):
    """Read the entries of a chronology.

    Parameters
    ----------
    region : Region
        From `chronology.find`.
    period : ParsedDate, optional
        The period that the chronology says it covers.
    year : int, optional
        The year of dates for which the text names none.

    Returns
    -------
    Reading
        With ``.entries`` (`Draft`), ``.set_aside`` and ``.problems``, each with its line.
    """
    reading = Reading()
    pieces = list(_pieces(region))
    years = _Years(period, year)
    for place, (line, text, mark) in enumerate(pieces):
        below = pieces[place + 1][2] if place + 1 < len(pieces) else None
        if mark is None:
            _cut(text, line, region, reading)
        elif mark.style == "alone" and not text and below and _heads(mark):
            reading.set_aside.append((line, "year heading", mark.printed))
            years.under(mark.date)
            continue
        else:
            reading.entries.append(Draft(mark.printed.strip(), line, mark.date))
            _cut(text, line, region, reading)
        for entry in reading.entries[years.done :]:
            years.date(entry, reading)
    for entry in reading.entries:
        if not str(entry.text).strip():
            reading.problems.append((entry.line, entry.printed, "has a date, but no text"))
    _flag(reading.entries, period)
    return reading


def _heads(mark):
    """Whether a date alone on its line may be the heading of the entries under it."""
    return mark.date is not None and not mark.date.precision.startswith("day")


def _pieces(region):
    """Yield (line, text, Opener or None): the lines of each entry joined, its date cut off."""
    for block, marks, _ in region.blocks:
        if block.kind.endswith("list"):
            bounds = [n for n, line in enumerate(block.lines) if line.startswith("- ")]
        else:
            bounds = sorted({0, *(place for place, _ in marks)})
        marks = dict(marks)
        for first, last in zip(bounds, [*bounds[1:], len(block.lines)]):
            lines = block.lines[first:last]
            if block.kind.endswith("list"):
                lines = [lines[0][2:].lstrip(), *lines[1:]]
            mark = marks.get(first)
            if mark:
                lines[0] = lines[0][mark.end :]
            text = " ".join(filter(None, lines)).replace("\t", " ").strip()
            yield block.numbers[first], text, mark


def _cut(text, line, region, reading):
    """Cut a text at the dates that open an entry; what stands before belongs to the entry above."""
    if _MAY_HOLD_HEAD.search(text):
        heads = [mark.group().strip() for mark in PAGE_HEAD.finditer(text)]
        reading.set_aside += [(line, "page mark", head) for head in heads]
        text = " ".join(PAGE_HEAD.sub(" ", text).split())
    start = 0
    for place, found in run_openers(text):
        if place >= start:
            _add(plain(text[start:place]), line, region, reading)
            reading.entries.append(Draft(found.printed.strip(), line, found.date))
            start = found.end
    _add(plain(text[start:]), line, region, reading)


def _add(text, line, region, reading):
    """Add a text to the entry above, or tell that it belongs to none."""
    text = text.strip(" |")
    if not text:
        return
    above = reading.entries[-1].text if reading.entries else None
    if above is not None:
        last = above.last
        goes_on = starts_small(text) or (region.closed and ends_open(last))
        if not last or region.alone or last.endswith(":") or goes_on:
            above.add(text)
            return
    reading.problems.append((line, text, "stands in the chronology but has no date"))


class _Years:
    """Where the year of an entry comes from that prints none."""

    def __init__(self, period, year):
        self.period, self.given, self.heading, self.before, self.done = period, year, None, None, 0

    def under(self, date):
        """Take the year of a heading for what stands under it."""
        same = date.start.year == date.end.year and not date.year_inferred
        self.heading = date.start.year if same else None

    def date(self, entry, reading):
        """Put the date into an entry, or a flag and a problem."""
        self.done += 1
        date, reason = entry.date, ""
        if date is None:
            reason = _unread(entry.printed)
        elif date.year_inferred:
            date, reason = self._with_year(entry.printed)
        elif date.start.year != self.heading:
            self.heading = None
        entry.date = date
        if date:
            self.before = date
        else:
            entry.flags.append("date_not_read")
            reading.problems.append((entry.line, entry.printed, reason))

    def _with_year(self, printed):
        """The date with the one year that fits, and why there is none."""
        years = self._possible()
        if not years:
            return self._carried(printed), _unread(printed)
        dates, reason = self._fitting(printed, years)
        if len(dates) > 1:
            return None, f'"{printed}" has no year, and more than one fits the period.'
        return (dates[0], "") if dates else (None, reason or _unread(printed))

    def _possible(self):
        """The years that the text or the reader names for what prints none."""
        if self.heading:
            return [self.heading]
        if self.period:
            first, last = self.period.start.year, self.period.end.year
            return range(first, last + 1) if last - first < 3 else []
        return [self.given] if self.given else []

    def _fitting(self, printed, years):
        """The date in each of the years; of several only what lies in the period."""
        dates, reason = [], ""
        for year in years:
            try:
                dates.append(parse_date(printed, year=year, printed=True))
            except DateError as error:
                reason = str(error)
        if len(dates) > 1:
            first, last = self.period.start, self.period.end
            dates = [date for date in dates if date.start <= last and date.end >= first]
        return dates, reason

    def _carried(self, printed):
        """The date in the year of the entry before, as long as the days go on forward."""
        if self.before is None:
            return None
        try:
            date = parse_date(printed, year=self.before.start.year, printed=True)
        except DateError:
            return None
        return date if date.start >= self.before.start else None


def _unread(printed):
    """Why a date was not read."""
    try:
        parse_date(printed, printed=True)
    except DateError as error:
        return str(error)
    return f'"{printed}" may be the beginning of a longer date, so it was not read.'


def _flag(entries, period):
    """Flag what is unusual about the dates."""
    latest = None
    for entry in entries:
        date = entry.date
        if date is None:
            continue
        if latest and date.start < latest:
            entry.flags.append("out_of_order")
        latest = max(latest or date.start, date.start)
        if period and (date.end < period.start or date.start > period.end):
            entry.flags.append("outside_period")
        if date.year_inferred:
            entry.flags.append("year_inferred")
