"""A dashed line on a day, to be laid over a picture with days along the bottom."""

import re

import altair as alt
import pandas as pd

from ..errors import DateError, SinorusError
from ..reading.dates import parse_date
from .placing import written
from .theme import CATEGORIES


def line(day, *more, of=None):
    """Draw a dashed line on one day, or on several, to be added to a picture with days along the
    bottom.

    Parameters
    ----------
    day, *more : str
        Such as ``"25 April 1996"``; without a year, as in ``"8 May"``, one of 1999. The line stands
        where the day begins. Three dots draw none.
    of : pandas.DataFrame, optional
        A table with a start and a kind. Then each day needs its year, and beside it stands what of
        the table starts on it.

    Returns
    -------
    altair.LayerChart
        Add it to a picture: ``picture + line("8 May")``.

    Raises
    ------
    SinorusError
        If it is no day, or lacks a year that is needed.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.charts.data(sinorus.charts.line("8 May"))["words"].tolist()
    ['8 May']
    """
    days = []
    for one in (day, *more):
        when = day_of(one, "line")
        if when is None and one is not ...:
            raise SinorusError('Write the day in quotation marks, such as line("8 May").')
        if of is not None and when is not None and not re.search(r"\d{4}", str(one)):
            raise SinorusError(
                f'In which year? Write it too: not "{str(one)[:40]}", but "{one} 1994", if that is'
                " the year you mean."
            )
        # three dots, which keep the place of a day, draw no line
        days.append(pd.NaT if when is None else when)
    rows = pd.DataFrame({"start": pd.to_datetime(days)}).sort_values("start")
    rows["words"] = [
        "" if when is pd.NaT else f"{when.day} {when:%B}" + f" {when.year}" * (when.year != 1999)
        for when in rows["start"]
    ]
    if of is not None:
        rows["words"] = [words and f"{words}: {_kinds(of, when)}" for when, words in rows.values]
    look = {"color": CATEGORIES[2]}
    x = alt.X("start:T", title="day")
    marks = alt.Chart(rows).transform_filter("isValid(datum.start)")
    layers = [marks.mark_rule(strokeDash=[5, 4], strokeWidth=2, **look).encode(x=x)]
    # of several days the last has its words on the right, so that they do not meet
    last = rows["start"].eq(rows["start"].max()) | (len(rows) == 1)
    for part, align in ((rows if last.all() else rows[last], "left"), (rows[~last], "right")):
        if len(part):
            place = {"align": align, "baseline": "bottom", "fontWeight": "bold"}
            layers.append(written(part, x, alt.value(-4), **place, **look))
    return alt.layer(*layers)


def _kinds(table, day):
    """What kinds of act of a table start on a day."""
    kinds = table.loc[table["start"].dt.normalize() == day, "kind"]
    return " and ".join(dict.fromkeys(kinds)) or "no act here"


def day_of(text, name):
    """Read a day as people write it.

    Parameters
    ----------
    text : str
        The day; without a year one of 1999.
    name : str
        What asks for it, named where it is no day.

    Returns
    -------
    pandas.Timestamp or None
        None where three dots or nothing stand.

    Examples
    --------
    >>> from sinorus.charts.day_line import day_of
    >>> day_of("8 May", "line")
    Timestamp('1999-05-08 00:00:00')
    """
    if text is None or text is ...:
        return None
    plain = re.sub(
        r"\bthe |(?<=\d)(?:st|nd|rd|th)\b(?: of)?", "", str(text).split(" 00:")[0].strip()
    )
    try:
        day = parse_date(plain, year=1999)
    except DateError as error:
        raise SinorusError(f'{name} takes one day, such as "8 May". {error}') from None
    if day.precision != "day":
        raise SinorusError(f'{name} takes one day, such as "8 May"; "{plain[:40]}" is not.')
    return pd.Timestamp(day.start)
