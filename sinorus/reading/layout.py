"""What a page adds to a text: running heads, page numbers, lines, columns, marks of quoted mail."""

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass, field

from .blocks import ends_open, is_byline, starts_small
from .cleaning import tidy
from .hyphens import mend
from .openers import opener

_NUMBER = re.compile(r"[-–—|. ]*(?:p(?:age|\.)? ?)?(\d{1,4})[-–—|. ]*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:(\d{1,4})\b\W+)?(.*?)(?:\W+(\d{1,4}))?")
_PARTS = re.compile(
    r"\W*(?:art|part|chap|sect|tab|fig|annex|appendix|clause|protocol|step|no\b|question)", re.I
)
_QUOTED = re.compile(r"(?:> ?)+")
_TAG = re.compile(r"</?(?:p|div|span|br|html|body|table|td|li|a)\b[^<>\n]{0,200}>", re.IGNORECASE)
_COLUMNS = re.compile(r" *\S.{20,}?\S(?: {3,}|\t+)\S.{12}")
#: Escapes that some converters write before signs of dates and sums.
_ESCAPED = re.compile(r"\\(?=[.:,$!+()~|&<>-])")
_LONGEST_HEAD = 80
#: Fewer lines than a page has: what returns sooner is a list or a table.
_PAGE = 5


@dataclass
class Page:
    """The lines of a text as (number, line), and what was taken out or noticed."""

    lines: list
    set_aside: list = field(default_factory=list)
    problems: list = field(default_factory=list)


def lay_out(text):
    """Take off what the page has added to a text.

    Parameters
    ----------
    text : str
        A text mended by `cleaning.characters`.

    Returns
    -------
    Page
        Lines with their numbers in the text. A wide gap inside a line is a tab.

    Examples
    --------
    >>> from sinorus.reading.layout import lay_out
    >>> lay_out("The del-\\negation came.").lines
    [(1, 'The delegation'), (2, 'came.')]
    """
    page = Page([])
    text = _unquoted(_ESCAPED.sub("", text) if "\\" in text else text, page)
    lines = text.split("\n")
    tidied = [line.strip() for line in tidy(text, gap="\t").split("\n")]
    _notice(lines, text, page)
    heads = _running_heads(tidied)
    breaks = _breaks(lines, tidied, page)
    for place, line in enumerate(tidied):
        number = place + 1
        if place in heads:
            page.set_aside.append((number, "page mark", line))
            continue
        if place in breaks:
            page.lines.append((number, ""))
        page.lines.append((number, line))
    page.lines = mend(page.lines)
    return page


def _unquoted(text, page):
    """Take off the marks of quoted mail, where most lines have them."""
    shown = [line for line in text.split("\n") if line.strip()]
    quoted = [line for line in shown if line.startswith(">")]
    if len(quoted) < 3 or 2 * len(quoted) < len(shown):
        return text
    page.problems.append((1, quoted[0][:80], "quoted mail: the marks at the lines were taken off"))
    return "\n".join(
        line[_QUOTED.match(line).end() :] if line.startswith(">") else line
        for line in text.split("\n")
    )


def _notice(lines, text, page):
    """Tell of columns side by side, of the tags of a web page and of other letters than Latin ones;
    none of it is put right here.
    """
    _tell_of_script(text, page)
    shown = sum(bool(line.strip()) for line in lines)
    wide = [
        (n, line)
        for n, line in enumerate(lines, 1)
        if ("   " in line or "\t" in line) and _COLUMNS.match(line)
    ]
    if len(wide) >= 6 and len(wide) >= 0.4 * shown:
        number, line = wide[0]
        page.problems.append(
            (number, line.strip()[:80], "two columns seem to stand side by side; copy them apart")
        )
    if len(tags := _TAG.findall(text)) >= 6:
        reason = f"{len(tags)} tags of a web page stand in the text; save the page as plain text"
        page.problems.append((1, lines[0].strip()[:80], reason))


def _tell_of_script(text, page):
    """Tell of a text most letters of which are not Latin."""
    if text.isascii():
        return
    letters = [sign for sign in text if sign.isalpha()]
    if 2 * sum("\u024f" < sign < "\u1e00" or sign > "\u1eff" for sign in letters) > len(letters):
        reason = (
            "most letters are not Latin: dates, bylines and chronologies are read in English only,"
            " so what stands here was read as prose and headings at best"
        )
        first = next(line.strip() for line in text.split("\n") if line.strip())
        page.problems.append((1, first[:80], reason))


# --- running heads and page numbers ---------------------------------------------------------------


def _running_heads(lines):
    """Places of the lines that are running heads or page numbers, known by their repetition."""
    shown = [place for place, line in enumerate(lines) if line]
    numbers = {
        place: int(_NUMBER.fullmatch(lines[place])[1])
        for place in shown
        if len(lines[place]) < 16 and _NUMBER.fullmatch(lines[place])
    }
    order = {place: rank for rank, place in enumerate(shown)}
    found = defaultdict(list)
    for place in shown:
        line = lines[place]
        if len(line) <= _LONGEST_HEAD and place not in numbers and not line.startswith("- "):
            found[_key(line)].append(place)
    heads = set()
    for key, places in found.items():
        if key and len(places) > 1 and _is_head(places, lines, shown, order, numbers):
            heads.update(places)
    return heads | _page_numbers(numbers, heads, shown, order)


def _key(line):
    """A line without the page number before or after it, if it has a letter."""
    key = _NUMBERED.fullmatch(line)[2].strip(" -|").lower()
    return key if re.search(r"[^\W\d_]", key) else ""


def _neighbours(place, shown, order):
    rank = order[place]
    return shown[max(rank - 1, 0) : rank] + shown[rank + 1 : rank + 2]


def _interrupts(place, lines, shown, order, numbers):
    """Whether a line stands inside a sentence."""
    around = [order[place] - 1, order[place] + 1]
    before, after = (
        next((lines[p] for p in _walk(shown, rank, step) if p not in numbers), "")
        for rank, step in zip(around, (-1, 1))
    )
    return bool(before) and ends_open(before) and starts_small(after)


def _walk(shown, rank, step):
    """The next few shown lines in one direction."""
    for _ in range(3):
        if 0 <= rank < len(shown):
            yield shown[rank]
        rank += step


def _is_head(places, lines, shown, order, numbers):
    """Whether a line that returns is a running head: beside page numbers, or inside sentences."""
    near = any(order[b] - order[a] < _PAGE for a, b in itertools.pairwise(places))
    if near or opener(lines[places[0]]):
        return False
    # above the head of the first page no number stands
    beside = places[1:] if len(places) > 2 and order[places[0]] == 0 else places
    if all(any(near in numbers for near in _neighbours(p, shown, order)) for p in beside):
        return True
    inside = sum(_interrupts(p, lines, shown, order, numbers) for p in places)
    if _counts_on([lines[p] for p in places]):
        return inside > 0
    same = len({lines[p] for p in places}) == 1
    return same and len(places) > 2 and 2 * inside >= len(places)


def _counts_on(heads):
    """Whether the same line returns with a number that rises; articles and tables are no pages."""
    found = [next(filter(None, _NUMBERED.fullmatch(head).group(1, 3)), None) for head in heads]
    if not all(found) or _PARTS.match(heads[0]):
        return False
    return all(int(a) < int(b) for a, b in itertools.pairwise(found))


def _page_numbers(numbers, heads, shown, order):
    """Numbers beside a running head, and numbers that count on from page to page."""
    found = {p for p in numbers if any(near in heads for near in _neighbours(p, shown, order))}
    places = list(numbers)
    for place, following in itertools.pairwise(places):
        far = order[following] - order[place] >= _PAGE
        if far and 0 < numbers[following] - numbers[place] <= 2:
            found |= {place, following}
    return found


# --- paragraphs without blank lines ---------------------------------------------------------------


def _breaks(lines, tidied, page):
    """Where paragraphs begin in a text that has lost its blank lines.

    Read from the indentation, else from lines that end although the next word had room.
    """
    shown = [place for place, line in enumerate(tidied) if line]
    if len(shown) < 6 or shown[-1] - shown[0] + 1 - len(shown) > len(shown) / 20:
        return set()
    if max(len(tidied[place]) for place in shown) > 160:
        return set()
    breaks, by = _indented(lines, shown), "indentation"
    if not breaks:
        breaks, by = _short(tidied, shown), "length"
    if len(breaks) == len(shown) - 1:
        return breaks  # each line stands for itself: nothing was guessed
    reason = f"the text has no blank lines: paragraphs were told apart by the {by} of lines"
    page.problems.append((shown[0] + 1, tidied[shown[0]][:80], reason))
    return breaks


def _indented(lines, shown):
    """Lines that begin further right than others, if one paragraph after the other does so."""
    indents = {p: len(lines[p]) - len(lines[p].lstrip()) for p in shown}
    left = min(indents.values())
    found = {p for p in shown if 2 <= indents[p] - left <= 12}
    return found if 2 <= len(found) <= 0.6 * len(shown) else set()


def _short(tidied, shown):
    """Lines after one that ends although the next word had room on it."""
    width = sorted(len(tidied[p]) for p in shown)[int(0.95 * len(shown))]
    found = set()
    for place, following in itertools.pairwise(shown):
        line, after = tidied[place], tidied[following]
        room = len(line) + 1 + len(after.split(" ", 1)[0]) <= 0.9 * width
        begins = not starts_small(after) or is_byline(after.lstrip("*_"), False)
        if room and begins and not line.endswith("-") and not line.count("**") % 2:
            found.add(following)
    return found
