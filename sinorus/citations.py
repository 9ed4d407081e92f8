"""Footnotes for passages, reports and rows of the course's tables."""

import re

from .errors import SinorusError
from .locators import parse
from .look_up import Text, passage
from .tables import load

_EVENT = re.compile(r"(?:\d{4}|\d{3}X)(?:-\d\d){0,2}-[a-z]")
_STYLES = ("chicago", "bibtex")


def cite(what, style="chicago"):
    """Return a footnote.

    Parameters
    ----------
    what : str, list of str, or a row of a table
        A locator (``"yu-2000 ¶12"``), a report (``"yu-2000"``), an event
        (its ``event_id``), several of them, or a row of a table that has one of these.
    style : {"chicago", "bibtex"}
        A note in the style of *The Chicago Manual of Style*, or entries for a
        bibliography program. What is inferred about a report stands in square brackets.

    Returns
    -------
    Text
        The footnote, a `str`; for an event, the passages that speak of it, separated by semicolons.

    Raises
    ------
    SinorusError
        If nothing of that name exists, or the style is unknown.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.cite("miller-2002 p8")
    H. Lyman Miller, "The Limits of Chinese-Russian Strategic Collaboration," Strategic Insight (2
    September 2002), ¶8.
    """
    if style not in _STYLES:
        raise SinorusError(
            f'There is no style "{str(style)[:40]}". The styles are: {", ".join(_STYLES)}.'
        )
    places = {}
    for report_id, place in _places(what):
        places.setdefault(report_id, [])
        if place and place not in places[report_id]:
            places[report_id].append(place)
    reports = load("reports").set_index("report_id")
    write = _chicago if style == "chicago" else _bibtex
    notes = [
        write(report_id, reports.loc[report_id].dropna(), ", ".join(found))
        for report_id, found in places.items()
    ]
    return Text("; ".join(notes) + "." if style == "chicago" else "\n\n".join(notes))


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
        for column in ("locator", "event_id", "report_id"):
            value = what.get(column)
            if isinstance(value, str):
                return _places(value)
        raise SinorusError(
            "This row has neither a locator nor an event_id nor a report_id, so there is nothing to"
            " cite."
        )
    if isinstance(what, (list, tuple, set)) and what:
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
    locator = parse(text)
    passage(locator)
    return [tuple(locator.split(" "))]


def _chicago(report_id, row, place):
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


def _bibtex(report_id, row, place):
    fields = {
        "author": f"{{{row['author_cited'].strip('[]')}}}",
        "title": f"{{{row['title'].strip('[]')}}}",
        "journal": row.get("series"),
        "volume": row.get("volume"),
        "number": row.get("issue"),
        "publisher": row["publisher"],
        "year": (
            str(row["published_start"].year)
            if row["published_known"].startswith("Printed")
            else f"[{row['published_start'].year}]"
        ),
        "url": row.get("url"),
        "note": ", ".join(filter(None, [place, f"date {row['published_cited']}"])),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{report_id},", *lines, "}"])
