"""A report's text as blocks, and what each block is.

A block is what stands between two blank lines. Text copies carry no layout, so the kind
of a block is read from its shape: a heading is short and has no full stop, a page break
leaves a sentence open. No rule here knows which report it reads.
"""

import functools
import re
from dataclasses import dataclass

from ..errors import DateError
from .cleaning import plain
from .dates import parse_date

_END = re.compile(r"[.!?…:;][\"')\]]*$")
_STOP = re.compile(r"[.!…][\"')\]]*$")
_BYLINE = re.compile(r"by\b:? +\S", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w'-]+|[A-Z]\.)(?: (?:[A-Z][\w'-]+|[A-Z]\.|de|van|von|al)){1,3}")
_NOT_NAMES = frozenset(
    "the a an in on executive summary introduction overview background abstract contents "
    "conclusion conclusions implications strategic security new key table".split()
)
# A line that ends in one of these goes on after the page break; a heading does not end so.
_GOES_ON = frozenset(
    "a an and are as at be from had has have his in into is its nor not of or that the their this "
    "to was were which while who will with would".split()
)
_ISSUE = re.compile(
    r"(?:publication|volume|vol\.|issue|number|no\.)\s*:?\s*\S+.*\b(?:volume|vol|issue|no)\b",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\b(?:views|opinions) (?:and opinions )?(?:expressed|are those)\b|do(?:es)? not necessarily"
    r" (?:represent|reflect)",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"for\b.{1,90}\b(?:see|visit|go to)\b|©|\(c\) \d{4}|copyright\b|all rights reserved",
    re.IGNORECASE,
)
#: Running heads of the series and bare page numbers.
PAGE_HEAD = re.compile(
    r"(?:\b\d{1,3}\s+)?\bComparative"
    r" Connections\b(?:[,.]?\s+(?:v(?:ol)?\.?\s*\d+|n(?:o|um)?\.?\s*\d+|"
    r"\d(?:st|nd|rd|th)\s+Quarter\s+\d{4}|[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s+\d{4}))+(?:\s+\d{1,3}\b(?!\s*,))?"
    r"|\b\d{1,3}\s+Comparative Connections\b"
    r"|\bpage\s+\d{1,3}\s+of\s+\d{1,3}\b",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r"(?:page |p\. ?|- ?)?\d{1,3}(?: ?-)?", re.IGNORECASE)


@dataclass
class Block:
    """A piece of the text: its first line's number, the mended lines, and what it is."""

    line: int
    lines: list
    kind: str = ""

    @functools.cached_property
    def text(self):
        """The block in one line, without markup."""
        return plain(" ".join(line.strip() for line in self.lines)).strip()

    @functools.cached_property
    def raw(self):
        """The block in one line, with its markup."""
        return " ".join(line.strip() for line in self.lines)

    @property
    def items(self):
        """A list's items as [line number, text], lines without a bullet added to the item
        before.
        """
        found = []
        for number, line in enumerate(self.lines, self.line):
            line = line.strip()
            if line.startswith("- "):
                found.append([number, line[2:]])
            elif found:
                found[-1][1] += " " + line
        return [(number, plain(text).strip()) for number, text in found]


def split(text):
    """Cut a mended text into blocks; where every line is a paragraph, each line is a block."""
    blocks, open_block = [], None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            open_block = None
        elif open_block is None:
            open_block = Block(number, [line])
            blocks.append(open_block)
        else:
            open_block.lines.append(line)
    return [piece for block in blocks for piece in _unfold(block)]


def _unfold(block):
    """Long lines are paragraphs of their own; a list under its own sentence is cut off from it."""
    lengths = sorted(len(line) for line in block.lines)
    if (
        len(lengths) > 1
        and lengths[len(lengths) // 2] > 160
        and not any(line.lstrip().startswith("- ") for line in block.lines)
    ):
        return [Block(block.line + place, [line]) for place, line in enumerate(block.lines)]
    for place, line in enumerate(block.lines):
        if line.lstrip().startswith("- "):
            head = [Block(block.line, block.lines[:place])] if place else []
            return [*head, Block(block.line + place, block.lines[place:], "list")]
    return [block]


def ends_open(text):
    """Whether a text breaks off without closing punctuation."""
    return not _END.search(text)


def starts_small(text):
    """Whether a text begins with a small letter, quotation marks and brackets not counted."""
    first = re.search(r"\w", text)
    return bool(first) and first.group().islower()


def is_page_mark(text):
    """Whether a block is a running head or a page number."""
    return len(text) < 100 and bool(
        PAGE_HEAD.fullmatch(text.strip(" -|")) or _PAGE_NUMBER.fullmatch(text)
    )


def aside(text, raw):
    """The name of what is set aside wherever it stands, or an empty text."""
    words = text.count(" ") + 1
    if words > 120:
        return ""
    if not re.search(r"\w", text):
        return "ornament"
    if is_page_mark(text):
        return "page mark"
    if text.startswith("[") and text.endswith("]"):
        return "editor's note"
    if _ISSUE.match(text) and words <= 20:
        return "issue line"
    if _DISCLAIMER.search(text):
        return "disclaimer"
    if _FOOTER.match(text) and words <= 40 and ("](" in raw or not text.lower().startswith("for ")):
        return "footer"
    return ""


def looks_like_heading(block, following):
    """Whether a block has the shape of a title or heading, given the text of the next one."""
    text, raw = block.text, block.raw
    words = text.split()
    if not words or len(words) > 20 or not re.search(r"[^\W\d_]", text):
        return False
    marked = raw.lstrip().startswith("#") or bool(re.fullmatch(r"(\*\*|__).+\1", raw.strip()))
    if marked:
        return True
    if (
        len(words) > 14
        or _STOP.search(text)
        or text[-1] in ",;:"
        or starts_small(text)
        or words[-1] in _GOES_ON
    ):
        return False
    if re.search(r"[.!?][\"')]* [A-Z]", re.sub(r"\b(?:vs|U\.S|Mr|Dr|St)\.|\. \. \.", "", text)):
        return False
    return bool(following) and (not starts_small(following) or bool(_BYLINE.match(following)))


def is_date_line(text):
    """Whether a block is a date and nothing else."""
    try:
        parse_date(text)
    except DateError:
        return False
    return True


def is_byline(text, before_is_heading):
    """Whether a block of the front matter names the author."""
    if len(text.split()) <= 30 and _BYLINE.match(text) and ends_open(text):
        return True
    first = text.split(" ")[0].lower()
    return before_is_heading and bool(_NAME.fullmatch(text)) and first not in _NOT_NAMES
