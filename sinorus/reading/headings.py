"""Where a chronology is named, and what opens the lines of a block."""

import re

from . import blocks as bl
from .dates import MONTH
from .openers import opener, run_openers

#: What names a chronology; it may have a few words before it, as in "Here is a chronology:".
NAMED = re.compile(r"\b(?:chronolog(?:y|ies)|time ?lines?|key (?:dates|events))\b", re.IGNORECASE)
_PERIOD = re.compile(
    rf"{MONTH}(?:,? +\d{{4}})? *(?:[-–—]|\bto\b) *{MONTH},? +\d{{4}}$", re.IGNORECASE
)
_WORD_START = re.compile(r"(?<![^\s*_])(?=[*_]{0,3}[A-Za-z\d])")
#: A line that ends so goes on with the date below it: "as they had in / June 1999: nothing".
_LEADS_TO_DATE = re.compile(
    r"\b(?:in|on|of|by|since|until|till|from|to|and|or|before|after|during|for|between|about)$",
    re.IGNORECASE,
)
_DAY_ABOVE = re.compile(r"(?<![\d.,])\d{1,2}(?:st|nd|rd|th)?$")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
#: In text that has lost its lines the first entry begins so near to the heading.
_NEAR = 130


def find_period(text):
    """The period a heading or the line under it names, as printed, or an empty text.

    Examples
    --------
    >>> from sinorus.reading.headings import find_period
    >>> find_period("Chronology of Talks, April-June 2000")
    'April-June 2000'
    """
    match = _PERIOD.search(text) if len(text) <= 250 else None
    return match.group() if match else ""


def named(block):
    """Whether a block is shaped like the heading of a chronology."""
    text = block.text
    if len(text) > 200 or block.kind == "list" or not (found := NAMED.search(text)):
        return False
    return (
        text[: found.start()].count(" ") <= 4
        and block.words <= 16
        and not bl.ends_sentence(text)
        and not bl.starts_small(text)
    )


def parts(blocks):
    """Cut blocks in two where a heading or other lines stand above the first entry."""
    blocks = [part for block in blocks for part in _without_heading(block)]
    return [part for place in range(len(blocks)) for part in _at_first_entry(blocks, place)]


def openings(block):
    """What opens the lines of a block, or the items of a list, as [(place of the line, Opener)]."""
    if block.kind == "list":
        marks = ((n, line[2:].lstrip()) for n, line in enumerate(block.lines) if line[:2] == "- ")
        return [(n, found) for n, line in marks if (found := opener(line))]
    marks, width = [], max(map(len, block.lines))
    for place, line in enumerate(block.lines):
        found = opener(line)
        if found and (place == 0 or _may_open(block.lines[place - 1], found, width, marks)):
            marks.append((place, found))
    return marks


def _may_open(before, found, width, marks):
    """Whether a date at the start of a line opens an entry, or stands inside a sentence."""
    if bl.ends_sentence(before):
        return True
    if _LEADS_TO_DATE.search(before) or (
        _DAY_ABOVE.search(before) and not _DAY.search(found.printed)
    ):
        return False
    if found.style == "alone":
        return bool(marks) and marks[-1][1].style == "alone" and opener(before) is not None
    if found.style in ("colon", "gap") and not found.printed.isdigit():
        return True
    return len(before) < 0.75 * width and not before.endswith(",")


def _without_heading(block):
    """Cut a block in two where it holds the heading and the first entries."""
    if block.kind or not NAMED.search(block.text[:60]):
        return [block]
    place, start = _first_entry(block)
    if start is None or (place, start) == (0, 0):
        return [block]
    head = bl.Block(block.numbers[: place + 1], [*block.lines[:place], block.lines[place][:start]])
    if not start:
        head = bl.cut(block, 0, place)
    rest = bl.cut(block, place, None)
    rest.lines = [rest.lines[0][start:], *rest.lines[1:]]
    return [head, rest] if named(head) else [block]


def _first_entry(block):
    """The first entry in a block that begins with a heading, as (line, place in it)."""
    seen = 0
    for place, line in enumerate(block.lines):
        for word in _WORD_START.finditer(line[: _NEAR - seen]):
            found = opener(line, word.start())
            if found and found.date and found.style in ("colon", "dash", "gap"):
                return place, word.start()
        seen += len(line) + 1
        if seen > _NEAR:
            break
    return 0, None


def _at_first_entry(blocks, place):
    """Cut a block in two where lines of another kind stand above its first entry."""
    block = blocks[place]
    if block.kind or len(block.lines) < 2:
        return [block]
    marks = openings(block)
    if not marks or marks[0][0] == 0 or marks[0][1].style == "alone":
        return [block]
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    in_a_row = (
        len(marks) > 1
        or (after is not None and bool(opener(after.lines[0])))
        or any(run_openers(" ".join(block.lines[marks[0][0] :])))
    )
    if not in_a_row and not (place and named(blocks[place - 1])):
        return [block]
    head = bl.cut(block, 0, marks[0][0])
    head.kind = bl.aside(head.text, head.raw)
    return [head, bl.cut(block, marks[0][0], None)]
