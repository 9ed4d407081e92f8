"""Footnotes for passages, reports and rows of the course's tables."""

import re

from .acts import acts_on, pattern
from .errors import SinorusError
from .locators import parse
from .look_up import Text, passage
from .sources import footnote, known
from .tables import load

_EVENT = re.compile(r"(?:\d{4}|\d{3}X)(?:-\d\d){0,2}-[a-z]")


def cite(what):
    """Return a footnote.

    Parameters
    ----------
    what : str, list of str, or a row of a table
        A locator (``"yu-2000 ¶12"``), a report (``"yu-2000"``), an event (its ``event_id``), an
        act of the record (``"record 10 June 1999 c"``), an outside source or an article of it
        (``"treaty-2001 art9"``), several of them, or a row of a table that has one of these.

    Returns
    -------
    Text
        The footnote, a `str`; for an event, the passages that speak of it, for an act of the record
        the sources on which it rests, separated by semicolons.

    Raises
    ------
    SinorusError
        If nothing of that name exists.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.cite("miller-2002 p8")
    H. Lyman Miller, "The Limits of Chinese-Russian Strategic Collaboration," Strategic Insight (2
    September 2002), ¶8.
    """
    places = {}
    for name, place in _places(what):
        places.setdefault(name, [])
        if place and place not in places[name]:
            places[name].append(place)
    reports = load("reports").set_index("report_id")
    notes = [
        _chicago(reports.loc[name].dropna(), ", ".join(found))
        if name in reports.index
        else footnote(name, ", ".join(found))
        for name, found in places.items()
    ]
    return Text("; ".join(notes) + ".")


def _places(what):
    """List (report_id, place) for anything that can be cited."""
    if hasattr(what, "to_dict") and getattr(what, "ndim", 1) == 2:
        if len(what) != 1:
            raise SinorusError(
                f"cite takes one row; {len(what)} rows were given. Pick one, for example with"
                " .iloc[0]."
            )
        what = what.iloc[0]
    if hasattr(what, "to_dict") and hasattr(what, "index"):
        what = what.to_dict()
    if isinstance(what, dict):
        ids = ("locator", "record_id", "event_id", "report_id", "source_id")
        if found := [what[name] for name in ids if isinstance(what.get(name), str)]:
            return _places(found[0])
        raise SinorusError(
            "This row has neither a locator nor the id of an act, event, report or source, so there"
            " is nothing to cite."
        )
    if isinstance(what, list | tuple | set) and what:
        return [place for item in what for place in _places(item)]
    if not isinstance(what, str):
        raise SinorusError(
            'cite takes a locator such as "yu-2000 ¶12", or a row of a table;'
            f" {type(what).__name__} was given."
        )
    text = what.strip()
    if text.lower() in set(load("reports")["report_id"]):
        return [(text.lower(), "")]
    if _EVENT.fullmatch(text):
        mentions = load("mentions").query("event_id == @text")
        if mentions.empty:
            raise SinorusError(
                f'There is no event "{text}". The events are in sinorus.load("events").'
            )
        return [tuple(locator.split(" ")) for locator in mentions["locator"]]
    if outside := _outside(" ".join(text.strip("`()[]").split())):
        return outside
    locator = parse(text)
    passage(locator)
    return [tuple(locator.split(" "))]


def _outside(text):
    """List the sources of an act of the record, or an outside source with an article of it."""
    if found := pattern().fullmatch(text):
        ids = [found["id"].lower()] if found["id"] else acts_on(found["day"], found["letter"] or "")
        record = load("record")
        if not ids:
            raise SinorusError(f'The record has no act called "{text}".')
        rows = record[record["record_id"].str.lower().isin([name.lower() for name in ids])]
        return [(name.strip(), "") for cell in rows["source_ids"] for name in cell.split(";")]
    name, _, article = text.partition(" ")
    if name.casefold() in known() and (not article or article in _articles(name.casefold())):
        return [(name.casefold(), article)]
    return []


def _articles(source_id):
    clauses = load("clauses")
    return set(clauses.loc[clauses["source_id"] == source_id, "article"])


def _chicago(row, place):
    where = row.get("series") or row["publisher"]
    if "volume" in row:
        number = f"{row['volume']}, no. {row['issue']}"
        where += f" [{number}]" if row["volume_known"] == "inferred" else f" {number}"
    parts = [
        f'{row["author_cited"]}, "{row["title"]}," {where} ({row["published_cited"]})',
        place,
        row.get("url", ""),
    ]
    return ", ".join(filter(None, parts))
