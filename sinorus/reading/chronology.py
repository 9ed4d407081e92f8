"""Chronologies: entries one a line, or run together in one paragraph."""

import re

from ..errors import DateError
from .blocks import PAGE_HEAD, aside, ends_open, starts_small
from .cleaning import plain
from .dates import MONTH, parse_date

HEADING = re.compile(r"chronology\b[^.:;!?]{0,110}", re.IGNORECASE)
_PERIOD = re.compile(rf"{MONTH}(?:,? +\d{{4}})? *[-–—] *{MONTH},? +\d{{4}}$", re.IGNORECASE)
#: What may open an entry: a month (or a day before it) and, within a few signs, a colon.
_OPENER = re.compile(
    r"(?<![\w-])\*{0,2}(?P<date>(?:(?:early|mid|late)[- ])?(?:\d{1,2}(?: ?[-–] ?\d{1,2})?"
    rf" )?{MONTH}"
    rf"(?:[ \d,.–-]|{MONTH}){{0,34}}?)\*{{0,2}}:\*{{0,2}}(?: |$)",
    re.IGNORECASE,
)
_MAY_HOLD_HEAD = re.compile(r"Comparative Connections|page \d", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s*$")


def find_heading(blocks):
    """Return (index of the block, where its entries begin) or None.

    A chronology begins under its heading; in text that has lost its lines the heading
    may open the very paragraph that holds the entries.
    """
    for index, block in enumerate(blocks):
        text = block.text
        match = HEADING.match(text)
        if not match:
            continue
        opener = opener_at(text)
        if opener is None and len(text.split()) <= 16 and not _SENTENCE_END.search(text):
            return index, len(text)
        if opener is not None and opener <= 130:
            return index, opener
    # Without a heading: three blocks in a row that open with a date.
    for index in range(len(blocks) - 2):
        if all(
            (match := _OPENER.match(block.text)) and _reads(match["date"])
            for block in blocks[index : index + 3]
        ):
            return index, 0
    return None


def _openers(text):
    """Yield the places at which a readable date with a colon stands, and an unreadable one at the
    head of the text.
    """
    place, head = 0, None
    while match := _OPENER.search(text, place):
        if _reads(match["date"]):
            if head and head.end() <= match.start():
                yield head
            head = None
            yield match
            place = match.end()
        else:
            if not text[: match.start()].strip():
                head = match
            place = match.start() + 1
    if head:
        yield head


def opener_at(text):
    """Where the first entry opens in a text, or None."""
    return next((match.start() for match in _openers(text) if _reads(match["date"])), None)


def _reads(date, year=2000):
    try:
        return parse_date(date, year=year)
    except DateError:
        return None


def find_period(text):
    """The period a heading or the line under it names, as printed, or an empty text."""
    match = _PERIOD.search(text)
    return match.group() if match else ""


def read_entries(blocks, head, period):
    """Read the entries of a chronology.

    Parameters
    ----------
    blocks : list of Block
        From the chronology's heading to the end of the text.
    head : int
        Where in the first block the entries begin.
    period : ParsedDate or None
        The period the chronology says it covers.

    Returns
    -------
    entries : list of dict
        ``date_as_printed``, ``date`` (ParsedDate or None), ``text``, ``line``, ``flags``.
    set_aside : list of (line, kind, text)
        Page marks and footers.
    problems : list of (line, text, reason)
        What was not understood.
    """
    entries, set_aside, problems = [], [], []
    for place, block in enumerate(blocks):
        lines = [line.strip() for line in block.lines]
        if place == 0:
            lines = [block.text[head:].strip()]
        elif block.kind == "list":
            lines = [text for _, text in block.items]
        for line, text in _pieces(lines, block.line):
            kind = aside(plain(text), text)
            if kind:
                set_aside.append((line, kind, plain(text)))
                continue
            marks = (
                [mark.group().strip() for mark in PAGE_HEAD.finditer(text)]
                if _MAY_HOLD_HEAD.search(text)
                else []
            )
            if marks:
                set_aside += [(line, "page mark", mark) for mark in marks]
                text = " ".join(PAGE_HEAD.sub(" ", text).split())
            _split_run(text, line, entries, problems)
    latest = None
    for entry in entries:
        _date(entry, period, problems)
        date = entry["date"]
        if date is None:
            continue
        if latest and date.start < latest:
            entry["flags"].append("out_of_order")
        latest = max(latest or date.start, date.start)
        if period and (date.end < period.start or date.start > period.end):
            entry["flags"].append("outside_period")
        if date.year_inferred:
            entry["flags"].append("year_inferred")
    return entries, set_aside, problems


def _pieces(lines, first):
    """Join the lines of a block, except where a line opens an entry of its own."""
    pieces = []
    for number, text in enumerate(lines, first):
        match = _OPENER.match(text)
        if pieces and not match:
            pieces[-1][1] = (pieces[-1][1] + " " + text).strip()
        else:
            pieces.append([number, text])
    return [(number, text) for number, text in pieces if text]


def _split_run(text, line, entries, problems):
    """Cut a text at the dates that open an entry, and add what stands before to the entry above."""
    # A date inside an entry follows a word, not the end of a sentence.
    starts = [
        match
        for match in _openers(text)
        if not text[: match.start()].strip()
        or _SENTENCE_END.search(text, max(0, match.start() - 12), match.start())
    ]
    first = starts[0].start() if starts else len(text)
    rest = plain(text[:first]).strip()
    if rest:
        above = entries[-1] if entries else None
        if above and (starts_small(rest) or ends_open(above["text"])):
            above["text"] = f"{above['text']} {rest}".strip()
        else:
            problems.append((line, rest, "stands in the chronology but has no date"))
    for match, end in zip(starts, [*(m.start() for m in starts[1:]), len(text)]):
        entries.append(
            {
                "date_as_printed": match["date"].strip(),
                "text": plain(text[match.end() : end]).strip(),
                "line": line,
                "flags": [],
                "date": None,
            }
        )


def _date(entry, period, problems):
    """Put the date in, its year from the period where the entry prints none."""
    text = entry["date_as_printed"]
    reason = None
    years = [None] if not period else [None, *range(period.start.year, period.end.year + 1)]
    for year in years:
        try:
            date = parse_date(text, year=year)
        except DateError as error:
            reason = reason or str(error)
            continue
        if (
            year is None
            or (date.start <= period.end and date.end >= period.start)
            or year == years[-1]
        ):
            entry["date"] = date
            return
    entry["flags"].append("date_not_read")
    problems.append((entry["line"], text, reason))
