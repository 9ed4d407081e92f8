"""Where chronologies stand in a text: under their heading, or where entries follow in a row."""

import itertools
import re
from dataclasses import dataclass, field

from . import blocks as bl
from .dates import MONTH
from .openers import could_open, opener, run_openers

#: What names a chronology; it may have a few words before it, as in "Here is a chronology:".
_NAME = re.compile(r"\b(?:chronolog(?:y|ies)|time ?lines?|key (?:dates|events))\b", re.IGNORECASE)
_PERIOD = re.compile(
    rf"{MONTH}(?:,? +\d{{4}})? *(?:[-–—]|\bto\b) *{MONTH},? +\d{{4}}$", re.IGNORECASE
)
_WORD_START = re.compile(r"(?<![^\s*_])(?=[*_]{0,3}[A-Za-z\d])")
#: In text that has lost its lines the first entry begins so near to the heading.
_NEAR = 130
#: Without a heading so many entries in a row make a chronology, and so many bullets.
_ENOUGH, _ENOUGH_BULLETS = 3, 5
#: So many blocks without a date may stand between two entries where no heading vouches for them.
_MOST_BETWEEN, _MOST_UNDER_A_DATE = 2, 4
#: A text of so many words that no date opens is prose, wherever it stands.
_PROSE = 20


@dataclass
class Region:
    """A chronology: its heading and period as printed, its blocks with what opens them, and the
    prose between them; whether its dates stand alone on a line, and whether its entries end closed.
    """

    heading: object = None
    period: str = ""
    blocks: list = field(default_factory=list)
    prose: list = field(default_factory=list)
    alone: bool = False
    closed: bool = True


def find_period(text):
    """The period a heading or the line under it names, as printed, or an empty text.

    Examples
    --------
    >>> from sinorus.reading.chronology import find_period
    >>> find_period("Chronology of Talks, April-June 2000")
    'April-June 2000'
    """
    match = _PERIOD.search(text) if len(text) <= 250 else None
    return match.group() if match else ""


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
    if found.style == "alone":
        return bool(marks) and marks[-1][1].style == "alone" and opener(before) is not None
    if found.style in ("colon", "gap") and not found.printed.isdigit():
        return True
    return len(before) < 0.75 * width and not before.endswith(",")


def find(blocks):
    """Find the chronologies, and give their blocks a kind.

    Parameters
    ----------
    blocks : list of Block
        All of them; those that are set aside have a kind already.

    Returns
    -------
    blocks : list of Block
        The same; a heading is cut off where entries stand in its block. New kinds are
        ``chronology heading``, ``period``, ``entries`` and ``undated``.
    regions : list of Region
    """
    cut = [part for block in blocks for part in _without_heading(block)]
    cut = [part for place in range(len(cut)) for part in _at_first_entry(cut, place)]
    search = _Search([block for block in cut if block.kind in ("", "list")])
    search.run()
    return cut, search.regions


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


def named(block):
    """Whether a block is shaped like the heading of a chronology."""
    text = block.text
    if len(text) > 200 or block.kind == "list" or not (found := _NAME.search(text)):
        return False
    return (
        text[: found.start()].count(" ") <= 4
        and block.words <= 16
        and not bl.ends_sentence(text)
        and not bl.starts_small(text)
    )


def _without_heading(block):
    """Cut a block in two where it holds the heading and the first entries."""
    if block.kind or not _NAME.search(block.text[:60]):
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


class _Search:
    """One walk over the blocks that are not set aside."""

    def __init__(self, blocks):
        self.blocks, self.found = blocks, [openings(block) for block in blocks]
        self.regions = []

    def run(self):
        place, heading = 0, None
        while place < len(self.blocks):
            if self._starts(place, heading):
                place = self._take(place, heading)
                heading = None
            else:
                if named(self.blocks[place]) or self._announces(place):
                    heading = place
                elif heading is not None and self._new_section(place):
                    heading = None
                place += 1

    def _announces(self, place):
        """Whether a sentence announces the entries below it: "A chronology of events follows."."""
        block = self.blocks[place]
        short = block.kind != "list" and block.words <= _PROSE
        return short and bool(_NAME.search(block.text)) and self._opens(place + 1)

    def _starts(self, place, heading):
        """Whether a chronology begins with the entry of a block."""
        if not self._opens(place):
            return False
        if heading is None:
            return self._in_a_row(place)
        text = self.blocks[place].text
        if place - heading == 1 and find_period(text) == text:
            return False
        # Under a month as heading stand days inside sentences: no entries for this parser.
        day = not self._lone_date(place) or self._opens(place + 1) or self._by_day(place)
        return day or not could_open(self._following(place))

    def _opens(self, place):
        """Whether a block begins with what could open an entry."""
        marks = self.found[place] if place < len(self.found) else ()
        return bool(marks) and marks[0][0] == 0

    def _following(self, place):
        return self.blocks[place + 1].text if place + 1 < len(self.blocks) else ""

    def _new_section(self, place):
        """Whether a block is a heading with prose under it."""
        block = self.blocks[place]
        return (
            block.kind != "list"
            and not self._opens(place)
            and bl.looks_like_heading(block, self._following(place))
            and not self._opens(place + 1)
            and place + 1 < len(self.blocks)
            and self.blocks[place + 1].words >= _PROSE // 2
        )

    def _lone_date(self, place):
        """Whether a block is a date and nothing else."""
        return len(self.blocks[place].lines) == 1 and self.found[place][0][1].style == "alone"

    def _by_day(self, place):
        """Whether the date that opens a block is a day or days."""
        date = self.found[place][0][1].date
        return date is not None and date.precision.startswith("day")

    def _in_run(self, place):
        """How many more entries a block may hold, in text that has lost its lines."""
        return sum(1 for _ in itertools.islice(run_openers(self.blocks[place].raw), _ENOUGH))

    def _has_sentence(self, place):
        """Whether a sentence stands under a date alone; a title may belong to another date."""
        block = self.blocks[place]
        return bl.ends_sentence(self._following(place) if self._lone_date(place) else block.text)

    def _in_a_row(self, place):
        """Whether enough entries follow each other, no heading vouching for them."""
        count, alone = 0, False
        while self._opens(place) and count < _ENOUGH:
            block, marks = self.blocks[place], self.found[place]
            read = [mark for _, mark in marks if mark.date]
            if block.kind == "list":
                intro = self.blocks[place - 1].text if place else ""
                items = len(block.items)
                return len(read) == items >= _ENOUGH_BULLETS and not intro.endswith(":")
            lone = marks[0][1].style == "alone"
            if len(read) == len(marks) and lone and self._year(place):
                place += 1
                continue
            if len(read) < len(marks) or (lone != alone and count):
                return False
            if lone and not (self._by_day(place) and self._has_sentence(place)):
                return False
            alone = lone
            count += 1 if lone else len(read) + self._in_run(place)
            place = self._below(place) + 1 if lone else place + 1
        return count >= _ENOUGH

    def _below(self, place):
        """The last block of the text that stands under a date alone on its line."""
        last = place
        while last - place < _MOST_UNDER_A_DATE and last + 1 < len(self.blocks):
            if self._opens(last + 1) or self._new_section(last + 1):
                break
            last += 1
        return last

    def _take(self, first, heading):
        """Make a region from a first entry on; return where the walk goes on."""
        last = self._last_entry(first, heading)
        lead = first + 1 if first < last and self._year(first) else first
        region = Region(alone=self.found[lead][0][1].style == "alone")
        region.closed = self._closed(first, last)
        if heading is not None:
            self._head(region, heading, first)
        for place in range(first, last + 1):
            self._keep(region, place, between=True)
        place = last + 1
        if place < len(self.blocks) and region.alone and self._lone_date(last):
            self._keep(region, place, between=True)
            place += 1
        while place < len(self.blocks) and self._belongs(region, place):
            self._keep(region, place, between=False)
            place += 1
        self.regions.append(region)
        return place

    def _closed(self, first, last):
        """Whether most entries end as sentences do, judged by what stands above the next one."""
        ends = [p - 1 for p in range(first + 1, last + 1) if self._opens(p)] + [last]
        shut = sum(not bl.ends_open(self.blocks[p].text) for p in ends)
        return 2 * shut > len(ends)

    def _year(self, place):
        """Whether a block is a year or month alone under which further entries open."""
        return self._lone_date(place) and self._opens(place + 1) and not self._by_day(place)

    def _last_entry(self, first, heading):
        last, place = first, first + 1
        most = _MOST_UNDER_A_DATE if self.found[first][0][1].style == "alone" else _MOST_BETWEEN
        while place < len(self.blocks):
            if self._opens(place):
                last = place
            elif (heading is None and place - last > most) or self._new_section(place):
                break
            place += 1
        return last

    def _head(self, region, heading, first):
        block, under = self.blocks[heading], self.blocks[heading + 1]
        block.kind, region.heading = "chronology heading", block
        region.period = find_period(block.text)
        if not region.period and heading + 1 < first and find_period(under.text) == under.text:
            region.period, under.kind = under.text, "period"

    def _keep(self, region, place, between):
        """Take a block into the region, unless it is prose."""
        block = self.blocks[place]
        if self._opens(place):
            kind = "entries"
        elif (
            block.kind == "list"
            or (between and region.alone)
            or block.words < _PROSE
            or self._continues(region, place)
        ):
            kind = "undated"
        else:
            region.prose.append(block)
            return
        region.blocks.append((block, self.found[place], kind))
        block.kind = kind if block.kind != "list" else f"{kind} list"

    def _continues(self, region, place):
        """Whether a block is the rest of the entry above."""
        block, before = self.blocks[place], region.blocks[-1][0]
        return bl.starts_small(block.text) or (region.closed and bl.ends_open(before.text))

    def _belongs(self, region, place):
        """Whether a block after the last entry is still part of the chronology."""
        block = self.blocks[place]
        if self._opens(place) or block.kind == "list" or named(block) or self._new_section(place):
            return False
        return block.words < _PROSE or self._continues(region, place)
