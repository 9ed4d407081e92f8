"""The places of the reader pages: what each anchor stands for, by what names it is found."""

import difflib
import functools
import re
from dataclasses import dataclass, field

import pandas as pd
from reader_text import first_sentence, hover, known_day, shorten

from sinorus.acts import acts as known_acts
from sinorus.acts import acts_on
from sinorus.errors import SinorusError
from sinorus.locators import in_words, parse, parse_all
from sinorus.look_up import cited, passage
from sinorus.tables import load

#: Where a link of each form begins and how its page ends: in a student's notebook, in a solved one,
#: on the site; and from one reader page to another.
FORMS = {
    "student": ("reader/", ".md"),
    "solution": ("../reader/", ".md"),
    "site": ("reader/", ".html"),
    "page": ("", ".md"),
    "site page": ("", ".html"),
}
#: Pages that are not one report.
PAGES = ("words", "people", "record", "documents", "disputes", "sources", "phrasebook")


@dataclass(frozen=True)
class Place:
    """What an anchor of a reader page stands for: its name in print, its gist, its row."""

    page: str
    anchor: str
    label: str
    gist: str
    table: str
    row: dict = field(compare=False, repr=False)

    @property
    def title(self):
        """The hover text of a link that leads here."""
        return hover(f"{self.label}: {self.gist}")

    def address(self, form="student"):
        """Where a link of this form leads."""
        before, ending = FORMS[form]
        return f"{before}{self.page}{ending}" + (f"#{self.anchor}" if self.anchor else "")


@functools.cache
def rows(table):
    """The rows of a table, empty cells as empty texts, days as they are written."""
    frame = load(table)
    for column in frame.select_dtypes("datetime"):
        frame[column] = frame[column].dt.strftime("%Y-%m-%d")
    return tuple(frame.astype(object).where(frame.notna(), "").to_dict("records"))


def split(ids):
    """The ids of a cell."""
    return [part.strip() for part in ids.split(";") if part.strip()]


def _of_reports():
    for row in rows("reports"):
        about = f"{row['author_cited']}, {row['title']}"
        yield Place(row["report_id"], "", in_words(row["report_id"]), about, "reports", row)
    for table in ("passages", "entries"):
        for row in rows(table):
            page, place = row["locator"].split(" ")
            label, anchor = in_words(row["locator"]), place.replace("¶", "p")
            yield Place(page, anchor, label, row["gist"], table, row)


@functools.cache
def record():
    """The acts of the record in the order of their days."""
    return tuple(sorted(rows("record"), key=lambda row: row["start"]))


@functools.cache
def days():
    """The days and months by which an act of the record is found, each with the act's id.

    As `sinorus.acts.acts_on` has it: the first that began then, else the first that lasted.
    """
    begun, lasting = {}, {}
    for row in record():
        begun.setdefault(row["start"], row["record_id"])
        begun.setdefault(row["start"][:7], row["record_id"])
        if row["precision"] == "day_range":
            for day in pd.date_range(row["start"], row["end"]):
                lasting.setdefault(f"{day:%Y-%m-%d}", row["record_id"])
    return lasting | begun


def _of_record():
    names = {act.id: act.name for act in known_acts()}
    acts = {
        row["record_id"]: (
            names[row["record_id"]],
            shorten(row["what"]),
            "record",
            row,
        )
        for row in record()
    }
    for name, act in acts.items():
        yield Place("record", name.lower(), *act)
    for day, name in days().items():
        label, gist, table, row = acts[name]
        same = sum(other["start"] == row["start"] == day for other in record())
        gist = f"{shorten(row['what'], 8)}; and {same - 1} more" if same > 1 else gist
        yield Place("record", f"d{day}", label, gist, table, row)


def _of_other_pages():
    for row in rows("glossary"):
        gist = shorten(first_sentence(row["meaning"]), 20)
        yield Place("words", row["term_id"], row["term"], gist, "glossary", row)
    for row in rows("people"):
        gist = shorten(row["office"] or row["kind"], 20)
        yield Place("people", row["person_id"], row["name"], gist, "people", row)
    for row in rows("disputes"):
        name = row["dispute_id"]
        yield Place("disputes", name.lower(), name, shorten(row["said"]), "disputes", row)
    for row in rows("ladder"):
        page, about = "phrasebook", shorten(row["sentence"], 20)
        yield Place(page, row["verb_id"], row["verb"], about, "ladder", row)
        part = f"verbs that notebook {row['notebook']} brings"
        yield Place(page, f"nb{row['notebook']}", page, part, "ladder", {})
    documents = dict.fromkeys(row["source_id"] for row in rows("clauses"))
    sources = {row["source_id"]: row for row in rows("sources")}
    for row in rows("clauses"):
        label = f"{row['source_id']} {row['article']}"
        anchor = label.replace(" ", "-").lower()
        yield Place("documents", anchor, label, shorten(row["gist"]), "clauses", row)
    for page, names in (("documents", documents), ("sources", sorted(named_sources()))):
        for name in names:
            row = sources[name]
            by = ", ".join(filter(None, (row["publisher"], known_day(row["date_edtf"]))))
            about = f"{shorten(row['title'])} ({by})"
            yield Place(page, name.lower(), name, about, "sources", row)


@functools.cache
def named_sources():
    """The outside sources that a row of the course's tables names, in a column or in its text."""
    known, named = {row["source_id"] for row in rows("sources")}, set()
    tables = ("reports", "record", "plans", "clauses", "disputes", "glossary", "people")
    tables += ("wordings", "figures", "trade")
    for table in tables:
        for row in rows(table):
            for value in row.values():
                named |= known & set(re.findall(r"[a-z0-9][a-z0-9-]*[a-z0-9]", str(value)))
    return named


@functools.cache
def places():
    """What every anchor of every reader page stands for, by page and anchor."""
    found = [*_of_reports(), *_of_record(), *_of_other_pages()]
    found += [Place(page, "", page, "a page of the reader", page, {}) for page in PAGES]
    return {(place.page, place.anchor): place for place in found}


@functools.cache
def _names():
    """Places by the names one may call them, in small letters."""
    names = {}
    for place in places().values():
        row = place.row
        own = [place.label, *(row.get(f"{key}_id", "") for key in ("record", "person", "term"))]
        if place.table == "reports":
            own.append(place.page)
        if place.table == "glossary":
            own += split(row["also"])
        for name in filter(None, own):
            names.setdefault(name.casefold(), place)
    return names


def find(what):
    """Find the place of something that has an id.

    Parameters
    ----------
    what : str
        A locator in any spelling, ``E07``, ``treaty-2001 art9``, a source's id, an act of the
        record (its id, or ``record 10 May 1999``), a term or a person.

    Returns
    -------
    Place

    Raises
    ------
    SinorusError
        If nothing has this name, or several passages are named.

    Examples
    --------
    >>> from reader_places import find
    >>> find("yu 1999 p14").address(), find("treaty-2001, article 9").address("page")
    ('reader/yu-1999.md#p14', 'documents.md#treaty-2001-art9')
    """
    name = " ".join(str(what).split())
    day = re.fullmatch(r"record (?:of )?(.+?)(?: ([a-z]))?", name, re.IGNORECASE)
    if day and (acts := [_names()[act] for act in acts_on(day[1], day[2] or "")]):
        several = len(acts) > 1 and len({act.row["start"] for act in acts}) == 1
        return places()["record", f"d{acts[0].row['start']}"] if several else acts[0]
    bare = name.strip("`[]").casefold()
    if bare in _names():
        return _names()[bare]
    try:
        locators = parse_all(name)
    except SinorusError:
        locators, found = [], cited(name)[0]
        if len(found) == 1 and found[0].casefold() in _names():
            return _names()[found[0].casefold()]
    if locators:
        # one is wanted, and it must exist: both are said in a sentence
        passage(parse(name))
        return _names()[in_words(locators[0]).casefold()]
    near = difflib.get_close_matches(bare, _names(), n=3)
    hint = f" Near it are {', '.join(_names()[close].label for close in near)}." if near else ""
    raise SinorusError(f'No reader page has a place for "{name[:60]}".{hint}')
