"""Where chronologies stand in a text: under their heading, or where entries follow in a row."""

import itertools
from dataclasses import dataclass, field

from . import blocks as bl
from .headings import NAMED, find_period, named, openings, parts
from .openers import could_open, run_openers

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
    cut = parts(blocks)
    search = _Search([block for block in cut if block.kind in ("", "list")])
    search.run()
    return cut, search.regions


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
        return short and bool(NAMED.search(block.text)) and self._opens(place + 1)

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
