"""A report's text as blocks, and what each block is by its shape.

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

#: The full stops of Chinese and Japanese end a sentence as well.
_ENDS = ".!?…:;。！？：；"
_STOPS = ".!…。！？"
_CLOSERS = "\"')]」』）"
_BYLINE = re.compile(r"[Bb][Yy]\b:? +(?=[^\W\d_])(?![a-z])")
#: What a byline may end in although it is no sentence.
_AFTER_NAME = re.compile(r"(?:\b(?:[JS]r|Esq|Ph\.?D|M\.?A|M\.?D|Inc|Ret|U\.S)|\b[A-Z])\.?\)?$")
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
_DISCLAIMING = ("views", "opinions", "necessarily")
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
_YEAR = re.compile(r"\W*[12]\d{3}\W*")
#: A heading has a letter, or is a year.
_HEADS = re.compile(r"[^\W\d_]|^\W*[12]\d{3}\W*$")
_PAGE_NUMBER = re.compile(r"(?:page |p\. ?|- ?)?\d{1,3}(?: ?-)?", re.IGNORECASE)
_SENTENCES = re.compile(r"[.!?][\"')]* [A-Z]")
#: What counts a heading: "1. Introduction", "IV. THE RIVER", "B. What has changed since".
_COUNTED = re.compile(r"(?:(\d{1,2})|[A-Z]|[IVXLC]{1,6})[.)] (?=[A-Z\"'])")
_SHORT_FORMS = re.compile(r"\b(?:vs|U\.S|Mr|Dr|St)\.|\. \. \.")
#: No title, heading, byline or issue line is longer.
LONGEST_LINE = 300


@dataclass
class Block:
    """A piece of the text: the numbers of its lines, the mended lines, and what it is."""

    numbers: list
    lines: list
    kind: str = ""

    def forget(self):
        """Read the text anew, after lines were taken out."""
        for name in ("raw", "text", "words", "items"):
            self.__dict__.pop(name, None)

    @property
    def line(self):
        """The number of its first line."""
        return self.numbers[0]

    @functools.cached_property
    def raw(self):
        """The block in one line, with its markup."""
        return " ".join(line.strip() for line in self.lines).replace("\t", " ")

    @functools.cached_property
    def text(self):
        """The block in one line, without markup."""
        return plain(self.raw).strip()

    @functools.cached_property
    def words(self):
        """How many words it has."""
        return self.text.count(" ") + 1

    @functools.cached_property
    def items(self):
        """The items of a list as [(line number, [lines])], lines without a bullet belonging to the
        item before.
        """
        found = []
        for number, line in zip(self.numbers, self.lines):
            if line.startswith("- "):
                found.append((number, [line[2:].strip()]))
            else:
                found[-1][1].append(line)
        return found


def split(lines):
    """Cut lines into blocks; where every line is a paragraph, each line is a block.

    Parameters
    ----------
    lines : iterable of (int, str)
        Numbers and mended lines.

    Returns
    -------
    list of Block

    Examples
    --------
    >>> from sinorus.reading.blocks import split
    >>> [(block.line, block.text) for block in split([(1, "One"), (2, "two."), (3, ""), (4, "A")])]
    [(1, 'One two.'), (4, 'A')]
    """
    blocks, open_block = [], None
    for number, line in lines:
        line = line.strip()
        if not line:
            open_block = None
        elif open_block is None:
            open_block = Block([number], [line])
            blocks.append(open_block)
        else:
            open_block.numbers.append(number)
            open_block.lines.append(line)
    return [piece for block in blocks for piece in _unfold(block)]


def _unfold(block):
    """Long lines are paragraphs of their own; a list under its own sentence is cut off from it."""
    place = next((n for n, line in enumerate(block.lines) if line.startswith("- ")), None)
    if place is not None:
        head = [cut(block, 0, place)] if place else []
        return [*head, cut(block, place, None, "list")]
    lengths = sorted(len(line) for line in block.lines)
    if len(lengths) > 1 and lengths[len(lengths) // 2] > 160:
        return [cut(block, place, place + 1) for place in range(len(lengths))]
    return [block]


def cut(block, first, last, kind=""):
    """Make a block of some of the lines of another."""
    return Block(block.numbers[first:last], block.lines[first:last], kind)


def ends_open(text):
    """Whether a text breaks off without closing punctuation."""
    return not text[-20:].rstrip(_CLOSERS).endswith(tuple(_ENDS))


def ends_sentence(text):
    """Whether a text ends as a sentence does."""
    return text[-20:].rstrip(" " + _CLOSERS).endswith(tuple(".!?。！？"))


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
    if words <= 20 and len(text) <= LONGEST_LINE and _ISSUE.match(text):
        return "issue line"
    lower = text.lower()
    if any(word in lower for word in _DISCLAIMING) and _DISCLAIMER.search(lower):
        return "disclaimer"
    if _FOOTER.match(text) and words <= 40 and ("](" in raw or not lower.startswith("for ")):
        return "footer"
    return ""


def looks_like_heading(block, following):
    """Whether a block has the shape of a title or heading, given the text of the next one."""
    text, raw = block.text, block.raw
    if len(text) > LONGEST_LINE or block.words > 20 or not _HEADS.search(text):
        return False
    words = text.split()
    if raw.startswith("#") or re.fullmatch(r"(\*\*|__).+\1", raw):
        return True
    if (
        len(words) > 14
        or text.rstrip(_CLOSERS).endswith(tuple(_STOPS))
        or text[-1] in ",;:"
        or starts_small(text)
        or words[-1] in _GOES_ON
        or _SENTENCES.search(_SHORT_FORMS.sub("", _uncounted(text, following)))
    ):
        return False
    return bool(following) and (not starts_small(following) or is_byline(following, False))


def _uncounted(text, following):
    """A text without its number, where it may be a heading: no name, and no item of a list."""
    counted = _COUNTED.match(text)
    if not counted:
        return text
    rest = text[counted.end() :]
    if counted[1]:
        after = _COUNTED.match(following)
        return text if after and after[1] else rest
    return rest if rest.isupper() or rest.count(" ") >= 2 else text


def is_title(text):
    """Whether the first line of a text may be its title."""
    return (
        len(text) <= LONGEST_LINE
        and text.count(" ") < 30
        and not text.replace(". . .", "").rstrip(_CLOSERS).endswith((".", "!", ";", ":"))
    )


def is_date_line(text):
    """Whether a block is a date and nothing else; a bare year is rather a heading."""
    if is_year(text):
        return False
    try:
        parse_date(text, printed=True)
    except DateError:
        return False
    return True


def is_year(text):
    """Whether a block is a year and nothing else."""
    return bool(_YEAR.fullmatch(text))


def is_byline(text, alone):
    """Whether a block of the front matter names the author; `alone`: a bare name counts as well."""
    if len(text) > LONGEST_LINE or text.count(" ") > 29:
        return False
    if _BYLINE.match(text) and (ends_open(text) or _AFTER_NAME.search(text)):
        return True
    return alone and bool(_NAME.fullmatch(text)) and text.split(" ")[0].lower() not in _NOT_NAMES
