"""Parts that every reader page is made of: anchors, links, lines in small type."""

import functools
import re

from reader_places import find, places, rows, split
from reader_text import escape, known_day

from sinorus.locators import in_words, parse

#: A page is no wider than a book's; below the last passage is space, so that it can scroll up.
#: JupyterLab lets these two styles pass, and no height that depends on the window.
BEGIN, END = '<div style="max-width: 52em">', '<div style="height: 60em"></div>\n\n</div>'
#: What a dispute is, and what the text is that stands against what is said.
KINDS = {
    "error": ("Better attested otherwise", "Better attested"),
    "omission": ("Left out", "Better attested"),
    "difference": ("Readings differ", "Beside it"),
    "open": ("An open question", "Known so far"),
    "upheld": ("Checked, and it holds", "Found"),
    "artefact": ("A slip of copying or spelling", "Meant"),
}
#: How much of a source was read.
READ = {
    "whole": "read whole",
    "opening": "its opening read",
    "excerpt": "a piece read",
    "not seen": "not seen",
}
#: The tables of passages, in the order of a page.
TEXTS = ("passages", "entries")
_PLACE = r"(?:¶|c)\d+(?:\.\d+)?"
_ID = r"(?:(?:art|par|point)\d+[a-z]?|preamble)\b"


def anchors(*names):
    """Anchors, so that links find what follows.

    Examples
    --------
    >>> from reader_parts import anchors
    >>> anchors("p12")
    '<a id="p12"></a>'
    """
    return "".join(f'<a id="{name}"></a>' for name in names)


def to(what, words=None):
    """A link from one reader page to a place, by its id.

    Examples
    --------
    >>> from reader_parts import to
    >>> to("e16")
    '[E16](disputes.md#e16 "E16: Says that on 10 May 1999 the Chinese president ...")'
    """
    place = find(what)
    label = words or escape(place.label.removeprefix("record "))
    return f'[{label}]({place.address("page")} "{place.title}")'


def lines(texts):
    """A list in small type; empty texts are left out.

    Examples
    --------
    >>> from reader_parts import lines
    >>> lines(["one", ""])
    '- <small>one</small>'
    """
    return "\n".join(f"- <small>{text}</small>" for text in texts if text)


@functools.cache
def by(table, column):
    """The rows of a table by the ids that stand in a column."""
    found = {}
    for row in rows(table):
        for name in split(row[column]):
            found.setdefault(name, []).append(row)
    return found


def said(row):
    """What a passage says that is disputed, what stands against it, how sure that is."""
    return (
        f"*Said:* {linked(row['said'])}",
        f"*{KINDS[row['kind']][1]}:* {linked(row['better_attested'])}",
        f"*How sure:* {row['confidence']}.",
    )


@functools.cache
def _known():
    """Places by the ids that stand in texts of the tables."""
    found = {}
    for page in ("documents", "sources", "record", "disputes"):
        for (where, _), place in places().items():
            if where == page and place.row:
                name = place.row.get("record_id", place.label)
                found.setdefault(name, place)
    return found


@functools.cache
def _ids():
    reports = "|".join(row["report_id"] for row in rows("reports"))
    return re.compile(
        rf"(?<![\w-])(?:(?P<report>{reports})(?: (?P<first>{_PLACE}))?"
        rf"(?P<more>(?:(?:, | and | to |-){_PLACE})*)"
        rf"|(?P<id>\w+(?:-\w+)*)(?: (?P<article>{_ID}))?)(?![\w-])"
    )


def linked(text):
    """A text of the tables with a link on every id that stands in it.

    Examples
    --------
    >>> from reader_parts import linked
    >>> linked("See yu-1999 c4.")
    'See [Yu 1999 c4](yu-1999.md#c4 "Yu 1999 c4: Yeltsin telephones Jiang on Kosovo ...").'
    """
    made, at = [], 0
    for found in _ids().finditer(text):
        link = _passages(found) if found["report"] else _named(found)
        if link:
            made += [escape(text[at : found.start()]), link]
            at = found.end()
    return "".join([*made, escape(text[at:])])


def _passages(found):
    """Links to a report, or to one passage after the other."""
    report, first = found["report"], found["first"]
    if not first:
        return to(report) + escape(found["more"])
    made = [to(parse(f"{report} {first}"))]
    for joint, place in re.findall(rf"(, | and | to |-)({_PLACE})", found["more"]):
        made += [joint, to(parse(place, report), place)]
    return "".join(made)


def _named(found):
    """A link to an act of the record, a document or its article, a source, a dispute."""
    name, article = found["id"], found["article"]
    if article and f"{name} {article}" in _known():
        return to(f"{name} {article}")
    if name in _known():
        return to(name) + (f" {article}" if article else "")
    return ""


def printed(row):
    """Where an outside source is printed: its title, with its address, the publisher, the day."""
    title = escape(row["title"])
    if row["url"]:
        title = f"[{title}](<{row['url']}>)"
    about = ", ".join(filter(None, (row["publisher"], known_day(row["date_edtf"]))))
    return f"{title}, {escape(about)}"


def sources(cell):
    """The outside sources that a cell names, with how much of each was read."""
    known = [(name, _known()[name].row) for name in split(cell)]
    return "; ".join(
        f"{printed(row)} ({to(name)}; {READ[row['extent_seen']]})" for name, row in known
    )


@functools.cache
def _order():
    """Where each passage stands: reports in the order of writing, entries behind paragraphs."""
    reports = [row["report_id"] for row in rows("reports")]
    found = [row for table in TEXTS for row in rows(table)]
    found.sort(key=lambda row: reports.index(row["report_id"]))
    return [row["locator"] for row in found]


def passages(locators):
    """Links to passages in the order of the reports; a report is named once.

    Examples
    --------
    >>> from reader_parts import passages
    >>> passages(["yu-1999 c4", "yu-1999 ¶14"]).count("Yu 1999 ¶14](yu-1999.md#p14 ")
    1
    """
    report, made = "", []
    for locator in sorted(set(locators), key=_order().index):
        same, (report, place) = locator.startswith(f"{report} "), locator.split(" ")
        made.append(to(locator, place if same else in_words(locator)))
    return ", ".join(made)
