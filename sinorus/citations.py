"""Footnotes for passages, reports and rows of the course's tables."""

import re

from .errors import SinorusError
from .locators import parse
from .look_up import Text, passage
from .tables import load

_EVENT = re.compile(r"(?:\d{4}|\d{3}X)(?:-\d\d){0,2}-[a-z]")


def cite(what):
    """Return a footnote.

    Parameters
    ----------
    what : str, list of str, or a row of a table
        A locator (``"yu-2000 ¶12"``), a report (``"yu-2000"``), an event
        (its ``event_id``), several of them, or a row of a table that has one of these.

    Returns
    -------
    Text
        The footnote, a `str`; for an event, the passages that speak of it, separated by semicolons.

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
    for report_id, place in _places(what):
        places.setdefault(report_id, [])
        if place and place not in places[report_id]:
            places[report_id].append(place)
    reports = load("reports").set_index("report_id")
    notes = [
        _chicago(reports.loc[report_id].dropna(), ", ".join(found))
        for report_id, found in places.items()
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
        for column in ("locator", "event_id", "report_id"):
            value = what.get(column)
            if isinstance(value, str):
                return _places(value)
        raise SinorusError(
            "This row has neither a locator nor an event_id nor a report_id, so there is nothing to"
            " cite."
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
    locator = parse(text)
    passage(locator)
    return [tuple(locator.split(" "))]


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
