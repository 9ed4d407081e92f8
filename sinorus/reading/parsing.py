"""From the text of a report to passages and chronology entries with locators."""

import re
from dataclasses import dataclass, field
from hashlib import sha256

from ..errors import DateError, SinorusError
from . import blocks as bl
from . import chronology
from .cleaning import repair
from .dates import parse_date


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
    """

    report_id: str
    meta: dict
    passages: list = field(default_factory=list)
    entries: list = field(default_factory=list)
    problems: list = field(default_factory=list)


def parse_report(text, known=()):
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

    Returns
    -------
    Report
        With ``.report_id``, ``.meta``, ``.passages``, ``.entries`` and ``.problems``.

    Raises
    ------
    SinorusError
        If the text is not text, or holds neither a paragraph nor an entry.

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
    found = bl.split(repair(text))
    if not found:
        raise SinorusError("The text is empty, so there is no report to read.")
    meta = dict.fromkeys(
        ("title", "author", "affiliation", "series", "volume", "issue", "published", "period"), ""
    )
    meta |= {"set_aside": [], "joins": []}
    place = chronology.find_heading(found)
    body, rest = (found, []) if place is None else (found[: place[0]], found[place[0] :])
    body = _front(body, meta)
    paragraphs = _paragraphs(body, meta)
    period = _period(rest, place, meta)
    entries, aside, problems = (
        chronology.read_entries(rest, place[1], period) if rest else ([], [], [])
    )
    meta["set_aside"] += aside
    if not paragraphs and not entries:
        raise SinorusError(
            "No paragraph and no dated entry was found in the text. A report has sentences; was"
            " another file meant?"
        )
    report = Report(
        _report_id(meta, period, text, known),
        meta,
        problems=[Problem(*problem) for problem in problems],
    )
    report.passages = _passages(report.report_id, paragraphs)
    for number, entry in enumerate(entries, 1):
        date = entry["date"]
        report.entries.append(
            Entry(
                report.report_id,
                f"{report.report_id} c{number}",
                entry["date_as_printed"],
                *(
                    (date.start, date.end, date.precision, date.edtf)
                    if date
                    else (None, None, "", "")
                ),
                entry["text"],
                tuple(entry["flags"]),
            )
        )
    return report


def _front(body, meta):
    """Take title, byline, series, dates and what is set aside out of the body; mark the
    headings.
    """
    kept, front, before = [], [], ""
    for index, block in enumerate(body):
        text = block.text
        kind = bl.aside(text, block.raw) if block.kind != "list" else ""
        following = next(
            (other.text for other in body[index + 1 :] if not bl.is_page_mark(other.text)), ""
        )
        in_front = not any(other.kind == "paragraph" for other in kept)
        if kind == "issue line":
            _read_issue_line(text, meta)
        elif in_front and not kind and block.kind != "list":
            if not meta["author"] and bl.is_byline(text, before == "heading" and len(front) == 1):
                kind = "byline"
                _read_byline(text, meta)
            elif bl.is_date_line(text):
                kind, meta["published"] = "date line", text
        if kind:
            meta["set_aside"].append((block.line, kind, text))
            if kind == "byline" and front:
                # What stands directly above the byline is the title, what is higher names the
                # series.
                meta["title"] = front[-1].text
                meta["series"] = meta["series"] or " ".join(other.text for other in front[:-1])
                kept = [other for other in kept if other not in front]
        elif block.kind == "list":
            kept.append(block)
        elif bl.looks_like_heading(block, following) or (
            not kept and not meta["author"] and _is_title(text)
        ):
            block.kind = kind = "heading"
            kept.append(block)
            if in_front and not meta["author"]:
                front.append(block)
        else:
            block.kind = kind = "paragraph"
            kept.append(block)
        before = kind
    if front and not meta["title"]:
        meta["title"] = front[0].text
        kept.remove(front[0])
    return kept


def _read_issue_line(text, meta):
    for name, pattern in (
        ("series", r"publication:? *(.+?) *(?=vol)"),
        ("volume", r"vol(?:ume|\.)?:? *(\d+)"),
        ("issue", r"(?:issue|no\.?):? *(\d+)"),
    ):
        match = re.search(pattern, text, re.IGNORECASE)
        meta[name] = match.group(1) if match else meta[name]


def _read_byline(text, meta):
    text = re.sub(r"^by\b:? +", "", text, flags=re.IGNORECASE)
    name, _, affiliation = text.partition(",")
    meta["author"], meta["affiliation"] = name.strip(), affiliation.strip()


def _is_title(text):
    return len(text.split()) <= 30 and not re.search(r"[.!;:][\"')]*$", text.replace(". . .", ""))


def _paragraphs(body, meta):
    """Group the body into [section, text, items], broken paragraphs joined."""
    paragraphs, section, after = [], "", ""
    for block, following in zip(body, [*body[1:], None]):
        if block.kind == "heading":
            section, after = block.text, ""
            if following is None or following.kind == "heading":
                # It heads nothing; its words are kept all the same.
                meta["set_aside"].append((block.line, "heading", section))
            continue
        if block.kind == "list":
            items = [text for _, text in block.items]
            if after:
                paragraphs[-1][2].extend(items)
                after = "list"
            else:
                paragraphs.extend([section, item, []] for item in items)
                after = "paragraph"
            continue
        text = block.text
        if after == "list" and _item_goes_on(paragraphs[-1][2], text):
            paragraphs[-1][2][-1] = _join(paragraphs[-1][2][-1], text)
            meta["joins"].append(block.line)
        elif after == "paragraph" and (bl.ends_open(paragraphs[-1][1]) or bl.starts_small(text)):
            paragraphs[-1][1] = _join(paragraphs[-1][1], text)
            meta["joins"].append(block.line)
        else:
            paragraphs.append([section, text, []])
            after = "paragraph"
    return paragraphs


def _item_goes_on(items, text):
    """Whether a paragraph is the rest of the list's last item; some lists close no item at all."""
    if not bl.ends_open(items[-1]):
        return False
    return bl.starts_small(text) or any(not bl.ends_open(item) for item in items[:-1])


def _join(first, second):
    return first + second if first.endswith(("-", "—")) else f"{first} {second}"


def _period(rest, place, meta):
    """Read the period from the chronology's heading or the line below it, which is then no
    entry.
    """
    if not rest:
        return None
    heading = rest[0].text[: place[1]].strip()
    printed = chronology.find_period(heading)
    if not printed and len(rest) > 1 and chronology.find_period(rest[1].text) == rest[1].text:
        printed = rest.pop(1).text
    if heading:
        meta["set_aside"].append((rest[0].line, "chronology heading", heading))
    try:
        period = parse_date(printed) if printed else None
    except DateError:
        return None
    meta["period"] = printed
    return period


def _passages(report_id, paragraphs):
    passages = []
    for number, (section, text, items) in enumerate(paragraphs, 1):
        passages.append(Passage(report_id, f"{report_id} ¶{number}", section, "paragraph", text))
        for place, item in enumerate(items, 1):
            passages.append(
                Passage(report_id, f"{report_id} ¶{number}.{place}", section, "item", item)
            )
    return passages


def _key(text):
    return re.sub(r"[\W_]+", "", text).lower()


def _recognised(known):
    """Ids of known reports by title or issue, and how an author's reports are named."""
    found = {}
    for row in known:
        if row["title_in_copy"]:
            found[_key(row["title_in_copy"])] = row["report_id"]
        found[_key(row["series"]), row["volume"], row["issue"]] = row["report_id"]
        found["author", _key(row["author_cited"])] = row["report_id"].split("-")[0]
    return found


def _report_id(meta, period, text, known):
    """The course's id if title or issue are known, else one from author, year and quarter."""
    known = _recognised(known)
    found = known.get(_key(meta["title"])) or (
        meta["volume"] and known.get((_key(meta["series"]), meta["volume"], meta["issue"]))
    )
    if found:
        return found
    # A known author's reports are named alike, whichever of the names is the family's.
    surname = known.get(("author", _key(meta["author"]))) or (
        _key(meta["author"].split(" ")[-1]) if meta["author"] else ""
    )
    if period:
        when = f"{period.end.year}q{(period.end.month + 2) // 3}"
    else:
        match = re.search(r"\b(?:19|20)\d\d\b", meta["published"])
        when = match.group() if match else ""
    if surname or when:
        return "-".join(filter(None, (surname or "report", when)))
    if meta["volume"]:
        return f"{_key(meta['series']) or 'report'}-v{meta['volume']}n{meta['issue']}"
    words = re.findall(r"[a-z0-9]+", meta["title"].lower())[:5]
    return "-".join(words) or "report-" + sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
