"""One walk over the blocks: title, author and date in front, then headings and paragraphs."""

import re

from . import blocks as bl
from .headings import named
from .naming import SUFFIXES, key
from .openers import parted

#: Lines of a web page around an article, which stand in front of it only.
_SITE = re.compile(
    r"(?:skip to (?:main )?content|download (?:the |this )?(?:article|pdf)\b.{0,30}|"
    r"connect with the authors?|share(?: (?:this|on)\b.{0,30})?|print(?: this page)?|e-?mail|menu|"
    r"search|home|subscribe|articles?|back to top|read more)",
    re.IGNORECASE,
)
_AUTHOR_BELOW = re.compile(r"(?:connect with|about) the authors?", re.IGNORECASE)
_BY = re.compile(r"by\b:? +", re.IGNORECASE)
_TITLES = re.compile(
    r"(?:(?:Dr|Prof|Professor|Amb|Ambassador|Gen|General|Col|Colonel|Lt|Adm|Admiral|Capt|Maj|"
    r"Sir|Mr|Mrs|Ms)\.? )+"
)
_ISSUE_LINE = (
    ("series", r"publication:? *(.+?) *(?=vol)"),
    ("volume", r"vol(?:ume|\.)?:? *(\d+)"),
    ("issue", r"(?:issue|no\.?):? *(\d+)"),
)
_ENTRIES = ("entries", "undated", "entries list", "undated list")
_CHRONOLOGY = ("chronology heading", "period", *_ENTRIES)


def walk(blocks, meta):
    """Give every block that has none its kind, and read the front matter on the way.

    Parameters
    ----------
    blocks : list of Block
        All blocks; those of a chronology and those set aside have a kind already.
    meta : dict
        Is filled with title, author, affiliation, series, volume, issue, published and what is
        set aside.

    Returns
    -------
    list of Block
        Headings, paragraphs, lists and, as marks of the place, the blocks of chronologies.
    """
    front = _Front(meta)
    for block, following in zip(blocks, _following(blocks)):
        if block.kind in _CHRONOLOGY:
            front.kept.append(block)
            front.in_front = front.in_front and block.kind not in _ENTRIES
        elif block.kind in ("", "list"):
            front.take(block, following)
        else:
            front.lay_aside(block.line, block.kind, block.text)
            if block.kind == "issue line":
                front.issue_line(block.text)
            front.before = block.kind
    front.close()
    return [block for block in front.kept if block.kind != "front"]


def _following(blocks):
    """The text that follows each block, page marks not counted; a chronology ends the text."""
    found, text = [], ""
    for block in reversed(blocks):
        found.append(text)
        if block.kind in _CHRONOLOGY:
            text = ""
        elif block.kind != "page mark":
            text = block.text
    return reversed(found)


class _Front:
    """What is known so far of the front matter."""

    def __init__(self, meta):
        self.meta, self.kept, self.headings = meta, [], []
        self.before, self.in_front, self.author_below = "", True, False
        self.series = []

    def lay_aside(self, line, kind, text):
        self.meta["set_aside"].append((line, kind, text))

    def take(self, block, following):
        """Give a block its kind."""
        if block.kind == "list":
            self.kept.append(block)
            self.before = ""
            return
        if self.in_front and self._is_front_matter(block):
            return
        first = not self.kept and not self.meta["author"]
        shaped = bl.looks_like_heading(block, following) or (first and bl.is_title(block.text))
        if shaped and not parted(block.lines[0]):
            block.kind = "heading"
            if self.in_front and not self.meta["author"] and not named(block):
                self.headings.append(block)
        else:
            block.kind, self.in_front = "paragraph", False
        self.kept.append(block)
        self.before = block.kind

    def _is_front_matter(self, block):
        """Take a line of the site, a byline or a date; say whether it was one."""
        self._without_site_lines(block)
        if not block.lines:
            return True
        author, text = self.author_below, block.text
        self.author_below = False
        alone = self.before == "heading" and len(self.headings) == 1
        if not self.meta["author"] and ((author and len(text) <= 120) or bl.is_byline(text, alone)):
            self._byline(block, author)
        elif bl.is_date_line(text) or (self.before == "byline" and bl.is_year(text)):
            self.meta["published"] = text
            self.lay_aside(block.line, "date line", text)
            self.before = "date line"
        else:
            return False
        return True

    def _without_site_lines(self, block):
        """Take the lines of a web page out of a block."""
        if len(block.text) > bl.LONGEST_LINE or not any(map(_SITE.fullmatch, block.lines)):
            return
        kept = []
        for number, line in zip(block.numbers, block.lines):
            if _SITE.fullmatch(line):
                self.lay_aside(number, "site line", line)
                self.author_below = bool(_AUTHOR_BELOW.fullmatch(line))
            else:
                kept.append((number, line))
        block.numbers[:], block.lines[:] = [n for n, _ in kept], [line for _, line in kept]
        block.forget()

    def _byline(self, block, author_below):
        text = block.text
        self.lay_aside(block.line, "byline", text)
        self.before = "byline"
        if author_below and len(block.lines) > 1:
            text = ", ".join(line.strip() for line in block.lines)
        self.meta["author"], self.meta["affiliation"] = _author(text)
        if self.headings:
            # What stands directly above the byline is the title, what is higher names the series.
            *higher, title = self.headings
            self.meta["title"] = title.text
            self.series = higher
            if self.meta["series"]:
                self._lay_series_aside()
            else:
                self.meta["series"] = " ".join(heading.text for heading in higher)
            for heading in self.headings:
                heading.kind = "front"

    def issue_line(self, text):
        """Read series, volume and issue; a series from headings gives way to the printed one."""
        for name, pattern in _ISSUE_LINE:
            if match := re.search(pattern, text, re.IGNORECASE):
                if name == "series":
                    self._lay_series_aside()
                self.meta[name] = match.group(1)

    def _lay_series_aside(self):
        for heading in self.series:
            self.lay_aside(heading.line, "heading", heading.text)
        self.series = []

    def close(self):
        """Without a byline the first heading of all is the title."""
        if self.headings and not self.meta["title"]:
            self.meta["title"] = self.headings[0].text
            self.headings[0].kind = "front"


def _author(text):
    """Name and affiliation from a byline; titles go, what belongs to the name stays."""
    name, _, rest = _without_title(text).partition(",")
    suffix, _, after = rest.partition(",")
    if key(suffix) in SUFFIXES:
        name, rest = f"{name} {suffix.strip()}", after
    return name.strip(), rest.strip()


def _without_title(text):
    """A byline from the name on."""
    by = _BY.match(text)
    text = text[by.end() :] if by else text
    title = _TITLES.match(text)
    return text[title.end() :] if title else text
