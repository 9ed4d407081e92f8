"""Outside sources in words, and texts of the tables without ids of sources."""

import functools
import re

from .acts import acts
from .locators import in_words
from .plain_words import known_day
from .tables import load

#: How much of a source was read.
READ = {
    "whole": "read whole",
    "opening": "its opening read",
    "excerpt": "a piece read",
    "not seen": "not seen",
}
_ARTICLE = r" (?:art|par|point)\d|"
_ID = re.compile(rf"(?<![\w-])(\w+(?:-\w+)+)(?![\w-])(?!{_ARTICLE} preamble)")


@functools.cache
def known():
    """The outside sources by their ids, in small letters."""
    return {row.source_id.casefold(): row for row in load("sources").itertuples()}


def source_in_words(source_id):
    """Name an outside source by its title, publisher and day.

    Parameters
    ----------
    source_id : str
        As the table ``sources`` has it.

    Returns
    -------
    str
        The id itself where there is no such source.

    Examples
    --------
    >>> from sinorus.sources import source_in_words
    >>> source_in_words("treaty-2001")[:75]
    'China-Russia Treaty of Good-Neighborliness and Friendly Cooperation (The Wo'
    """
    row = known().get(source_id.casefold())
    if row is None:
        return source_id
    return f"{row.title.strip('[]')} ({row.publisher}, {known_day(row.date_edtf)})"


def listed(source_ids):
    """Name the sources of a row, one after the other, with how much of each was read.

    Parameters
    ----------
    source_ids : str
        Ids separated by ``;``.

    Returns
    -------
    str

    Examples
    --------
    >>> from sinorus.sources import listed
    >>> listed("treaty-2001").endswith("; its opening read)")
    True
    """
    said = []
    for name in filter(None, map(str.strip, source_ids.split(";"))):
        row = known().get(name.casefold())
        read = f"; {READ[row.extent_seen]})" if row else ""
        said.append(source_in_words(name).removesuffix(")" if row else "") + read)
    return "; ".join(said)


def in_plain_words(text):
    """Write a text of the tables with sources, reports and acts in words in place of their ids.

    Parameters
    ----------
    text : str
        A note, for example. An article of a document, such as ``treaty-2001 art9``, and a dispute,
        such as ``E16``, keep the names by which they are called up.

    Returns
    -------
    str

    Examples
    --------
    >>> from sinorus.sources import in_plain_words
    >>> in_plain_words("See yu-1999 c4 and 1999-06-10-vote, not treaty-2001 art9.")
    'See Yu 1999 c4 and record 10 June 1999 c, not treaty-2001 art9.'
    """
    return _ID.sub(lambda found: _named(found[1]), text)


@functools.cache
def _names():
    reports = {name: in_words(name) for name in load("reports")["report_id"]}
    return reports | {act.id.casefold(): act.name for act in acts()}


def _named(name):
    """What stands in a text for an id: a document's title, else who published it, and the day."""
    key = name.casefold()
    if key in _names():
        return _names()[key]
    row = known().get(key)
    if row is None:
        return name
    called = row.title if row.kind == "treaty" else row.publisher
    return f"{called.strip('[]')}, {known_day(row.date_edtf)}"


def footnote(source_id, place=""):
    """Write the footnote of an outside source.

    Parameters
    ----------
    source_id : str
        As the table ``sources`` has it.
    place : str, optional
        An article of it.

    Returns
    -------
    str

    Examples
    --------
    >>> from sinorus.sources import footnote
    >>> footnote("voa-2001-07-16")[:72]
    '"Russia, China Reaffirm Support for ABM Treaty," Voice of America (16 Ju'
    """
    row = known()[source_id.casefold()]
    author = f"{row.author}, " if isinstance(row.author, str) else ""
    title = f"{row.title}," if row.title.startswith("[") else f'"{row.title},"'
    day = known_day(row.date_edtf)
    unseen = "not seen for this course" if row.extent_seen == "not seen" else ""
    url = row.url if isinstance(row.url, str) else ""
    parts = [f"{author}{title} {row.publisher} ({day})", place, url, unseen]
    return ", ".join(filter(None, parts))
