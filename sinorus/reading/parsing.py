"""From the text of a report to passages and chronology entries with locators."""

from dataclasses import dataclass, field

from ..errors import DateError, SinorusError
from . import blocks as bl
from . import chronology, dating
from .cleaning import characters, plain
from .dates import parse_date
from .front import walk
from .headings import named
from .hyphens import Running
from .layout import lay_out
from .naming import report_id
from .openers import could_open, opener, parted

#: A report is a few dozen pages of text; ten of them fit in this.
LARGEST_TEXT = 1_000_000


@dataclass(slots=True)
class Passage:
    """A paragraph or list item of a report, with its locator."""

    report_id: str
    locator: str
    section: str
    kind: str
    text: str


@dataclass(slots=True)
class Entry:
    """An entry of a chronology; ``start`` and ``end`` are None where its date was not read."""

    report_id: str
    locator: str
    date_as_printed: str
    start: object
    end: object
    precision: str
    edtf: str
    text: str
    flags: tuple


@dataclass(slots=True)
class Problem:
    """Something that was not understood: its line, the text, and why."""

    line: int
    text: str
    reason: str


@dataclass
class Report:
    """A parsed report.

    Attributes
    ----------
    report_id : str
        The course's id where the report is one of its five, else one made from author and date.
    meta : dict
        ``title``, ``author``, ``affiliation``, ``series``, ``volume``, ``issue``, ``published`` and
        ``period`` as printed
        (empty where the copy does not say); ``set_aside``: (line, kind, text) of what is not body
        text;
        ``joins``: lines at which a paragraph cut by a page break was put together.
    passages : list of Passage
    entries : list of Entry
    problems : list of Problem
    known : bool
        Whether it is one of the reports that were to be recognised.
    """

    report_id: str
    meta: dict
    passages: list = field(default_factory=list)
    entries: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    known: bool = False


def parse_report(text, known=(), year=None):
    """Turn the text of a report into passages and entries.

    Paragraphs broken by a page are joined; titles, bylines, headings, issue lines,
    disclaimers, footers and page marks are set aside; paragraphs are numbered through the report
    (``yu-2000 ¶12``), list items under the paragraph that introduces them
    (``miller-2002 ¶10.3``), chronology entries in printed order (``yu-2000 c31``).

    Parameters
    ----------
    text : str
        The whole text, plain or in simple markdown.
    known : iterable of dict, optional
        Reports that are to be recognised, each with ``report_id``, ``title_in_copy``, ``series``,
        ``volume``, ``issue`` and ``author_cited``.
    year : int, optional
        The year of dates for which the text names none: in the entry, over it or in the period of
        its chronology.

    Returns
    -------
    Report
        With ``.report_id``, ``.meta``, ``.passages``, ``.entries`` and ``.problems``.

    Raises
    ------
    SinorusError
        If the text is not text, is longer than a million signs, or holds nothing to read; if
        `year` is no year.

    Examples
    --------
    >>> from sinorus.reading.parsing import parse_report
    >>> text = "A Title\\n\\nby A. Reader\\n\\nA first paragraph stands here."
    >>> report = parse_report(text)
    >>> report.meta["title"], report.meta["author"]
    ('A Title', 'A. Reader')
    >>> report.passages[0].locator, report.passages[0].text
    ('reader ¶1', 'A first paragraph stands here.')
    """
    if not isinstance(text, str):
        raise SinorusError(
            f"parse_report takes the text of a report; {type(text).__name__} was given. To read a"
            " file use sinorus.read_report."
        )
    year = _checked(year)
    if len(text) > LARGEST_TEXT:
        raise SinorusError(
            f"The text has {len(text):,} signs, more than any report ({LARGEST_TEXT:,}). Save"
            " each report in a file of its own, and read them one by one."
        )
    page = lay_out(characters(text))
    found = bl.split(page.lines)
    if not found and not page.set_aside:
        raise SinorusError("The text is empty, so there is no report to read.")
    meta = dict.fromkeys(
        ("title", "author", "affiliation", "series", "volume", "issue", "published", "period"), ""
    )
    meta |= {"set_aside": page.set_aside, "joins": []}
    for block in found:
        block.kind = block.kind or bl.aside(block.text, block.raw)
    found, regions = chronology.find(found)
    body = walk(found, meta)
    problems = list(page.problems)
    paragraphs = _Paragraphs(meta, problems)
    for block, following in zip(body, [*body[1:], None]):
        paragraphs.take(block, following)
    drafts, period = _chronologies(found, regions, year, meta, problems)
    if not paragraphs.found and not drafts:
        _nothing(found, problems)
    report = Report(report_id(meta, period, text, known), meta)
    report.known = report.report_id in {row["report_id"] for row in known}
    report.passages = _passages(report.report_id, paragraphs.found)
    report.entries = _entries(report.report_id, drafts)
    _few(report, found, problems)
    report.problems = [Problem(*problem) for problem in sorted(problems, key=lambda p: p[0])]
    meta["set_aside"].sort(key=lambda row: row[0])
    return report


def _checked(year):
    """The year as a whole number, or None."""
    if year is None:
        return None
    whole = not isinstance(year, bool) and hasattr(year, "__index__")
    if not whole or not 1000 <= int(year) <= 2999:
        raise SinorusError(
            f"year= is the year of dates that print none, a whole number such as 1999;"
            f" {str(year)[:40]!r} was given."
        )
    return int(year)


class _Paragraphs:
    """The body as [section, text, items], broken paragraphs joined."""

    def __init__(self, meta, problems):
        self.meta, self.problems = meta, problems
        self.found, self.section, self.after, self.dated = [], "", "", False

    def take(self, block, following):
        """Take the next block of the body."""
        if block.kind in ("heading", "chronology heading"):
            self._heading(block, following)
        elif block.kind == "list":
            self._list(block)
        elif block.kind == "paragraph":
            self._paragraph(block)
        else:
            self.after = ""

    def _heading(self, block, following):
        self.section, self.after = block.text, ""
        if not could_open(block.text):
            self.dated = block.kind == "chronology heading" or named(block)
        if block.kind == "heading":
            self._tell_of_heading(block)
            if following is None or following.kind not in ("paragraph", "list"):
                # It heads nothing; its words are kept all the same.
                self.meta["set_aside"].append((block.line, "heading", self.section))

    def _tell_of_heading(self, block):
        """Tell of a date alone on its line, and of a chronology named and not found."""
        text = block.text
        found = opener(text)
        if found and found.style == "alone" and not bl.is_year(text):
            self.problems.append((block.line, text, "a date alone on its line was read as heading"))
        elif named(block):
            reason = "names a chronology, but no entry of one was read under it"
            self.problems.append((block.line, text, reason))

    def _list(self, block):
        items = [Running(plain(" ".join(lines)).strip()) for _, lines in block.items]
        for (line, _), item in zip(block.items, items):
            self._tell(line, item.last)
        if self.after:
            self.found[-1][2].extend(items)
            self.after = "list"
        else:
            self.found.extend([self.section, item, []] for item in items)
            self.after = "paragraph"

    def _paragraph(self, block):
        text, last = block.text, self.found[-1] if self.found else None
        if self.after == "list" and _item_goes_on(last[2], text):
            last[2][-1].add(text)
            self.meta["joins"].append(block.line)
        elif self.after == "paragraph" and (bl.ends_open(last[1].last) or bl.starts_small(text)):
            last[1].add(text)
            self.meta["joins"].append(block.line)
        else:
            self.found.append([self.section, Running(text), []])
            self.after = "paragraph"
            # a date alone on the first of several lines was set apart in the print
            below = len(block.lines) > 1 and bool(opener(block.lines[0]))
            self._tell(block.line, block.lines[0], below)

    def _tell(self, line, text, heads_lines=False):
        """Tell of what begins like an entry of a chronology and was not read as one."""
        if parted(text) or (self.dated and could_open(text)) or heads_lines:
            reason = "begins like a dated entry, but was read as prose"
            self.problems.append((line, plain(text)[:80], reason))


def _item_goes_on(items, text):
    """Whether a paragraph is the rest of the list's last item; some lists close no item at all."""
    if not bl.ends_open(items[-1].last):
        return False
    return bl.starts_small(text) or any(not bl.ends_open(item.last) for item in items[:-1])


def _chronologies(blocks, regions, year, meta, problems):
    """Read the chronologies one after the other; return their entries and the first period."""
    drafts, first = [], None
    for region in regions:
        try:
            period = parse_date(region.period, printed=True) if region.period else None
        except DateError:
            period = None
        if region.heading:
            meta["set_aside"].append(
                (region.heading.line, "chronology heading", region.heading.text)
            )
            if region.heading is blocks[0] and region.heading.words > 1:
                meta["title"] = meta["title"] or region.heading.text
        if period and first is None:
            meta["period"], first = region.period, period
        elif region.period and region.period != meta["period"]:
            meta["set_aside"].append((region.blocks[0][0].line, "period", region.period))
        reading = dating.read(region, period, year)
        for block in region.prose:
            reason = "stands in the chronology without a date, so it was read as prose"
            problems.append((block.line, block.text[:80], reason))
        drafts += reading.entries
        problems += reading.problems
        meta["set_aside"] += reading.set_aside
    return drafts, first


def _nothing(blocks, problems):
    """Refuse a text without words; of one that is all title and the like, tell."""
    if all(block.kind in ("ornament", "page mark") for block in blocks):
        raise SinorusError(
            "No paragraph and no dated entry was found in the text. A report has sentences; was"
            " another file meant?"
        )
    reason = "no paragraph and no dated entry was found: all was read as title or set aside"
    problems.append((1, "", reason))


def _few(report, blocks, problems):
    """Tell where thousands of words make hardly a passage: the lines or blank lines were lost."""
    words = sum(block.words for block in blocks)
    count = len(report.passages) + len(report.entries)
    if words > 1500 and words > 400 * count:
        problems.append(
            (
                1,
                "",
                f"{words:,} words make {count} passages and entries: the blank lines between"
                " paragraphs seem to be lost",
            )
        )


def _passages(report_id, paragraphs):
    passages = []
    for number, (section, text, items) in enumerate(paragraphs, 1):
        locator = f"{report_id} ¶{number}"
        passages.append(Passage(report_id, locator, section, "paragraph", str(text)))
        for place, item in enumerate(items, 1):
            passages.append(Passage(report_id, f"{locator}.{place}", section, "item", str(item)))
    return passages


def _entries(report_id, drafts):
    return [
        Entry(
            report_id,
            f"{report_id} c{number}",
            draft.printed,
            *(
                (draft.date.start, draft.date.end, draft.date.precision, draft.date.edtf)
                if draft.date
                else (None, None, "", "")
            ),
            str(draft.text).strip(),
            tuple(draft.flags),
        )
        for number, draft in enumerate(drafts, 1)
    ]
