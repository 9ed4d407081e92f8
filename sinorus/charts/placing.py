"""Where marks and words go: acts stacked so that each can be counted, words broken into lines."""

import itertools
import textwrap

import altair as alt
import pandas as pd

from .theme import KINDS

#: Room for a picture: what JupyterLab leaves of a screen 820 pixels wide, side bar closed.
WIDTH = 620
#: A letter takes about this part of its font size, in the widest of the usual sans-serif fonts.
_LETTER = 0.58


def tone_of(quad_class):
    """Name the tone of an act: ``words`` (quad class 1), ``deeds`` (2) or ``friction`` (3, 4).

    Parameters
    ----------
    quad_class : int
        The column ``quad_class`` of the table ``events``.

    Returns
    -------
    str or None
        None where there is no such class.

    Examples
    --------
    >>> from sinorus.charts import tone_of
    >>> [tone_of(quad) for quad in (1, 2, 3, 4)]
    ['words', 'deeds', 'friction', 'friction']
    """
    if pd.isna(quad_class):
        return None
    return {quad: tone for tone, (_, _, quads) in KINDS.items() for quad in quads}.get(quad_class)


def period(first, last, pitch=9, width=WIDTH):
    """Return of what time one pile is: a quarter, or a year where quarters have no room.

    Returns
    -------
    unit : str
        ``Q`` or ``Y``, as pandas writes it.
    parts : int
        How many make a year.
    """
    years = (last - first).days / 365.25
    return ("Q", 4) if width / (years * 4) >= pitch else ("Y", 1)


def stacked(frame, lane, first, last, pitch=9, width=WIDTH):
    """Stack marks into columns of a quarter (of a year, where the time is long).

    Vega would draw all acts of a month on one spot; here each gets a place of its own, so that a
    crowd can be counted.

    Parameters
    ----------
    frame : pandas.DataFrame
        With ``start``, in the order in which marks are piled up.
    lane : list of str
        Columns that tell lanes apart; each lane has its own ground.
    first, last : pandas.Timestamp
        The ends of the axis.
    pitch : float
        Pixels from one mark to the next.
    width : float
        Pixels from first to last.

    Returns
    -------
    pandas.DataFrame
        The frame with ``at`` (a moment), ``level`` (0 is the ground) and ``column`` (a period).
    """
    unit, parts = period(first, last, pitch, width)
    years = (last - first).days / 365.25
    across = max(1, int(width / (years * parts) / pitch))
    column = frame["start"].dt.to_period(unit)
    number = frame.assign(column=column).groupby([*lane, "column"]).cumcount()
    step = pd.Timedelta(days=pitch * years * 365.25 / width)
    middle = column.dt.start_time + pd.Timedelta(days=365.25 / parts / 2)
    at = middle + (number % across - (across - 1) / 2) * step
    return frame.assign(at=at.dt.floor("h"), level=number // across, column=column)


def lines(text, pixels, size=12):
    """Break a text into lines of at most so many pixels.

    Returns
    -------
    list of str
    """
    letters = max(8, int(pixels / (size * _LETTER)))
    return textwrap.wrap(text, letters, break_long_words=False, break_on_hyphens=False)


def sides(moments, first, last, width=WIDTH):
    """Say on which side of each line in a row of lines words have more room, and how much.

    Parameters
    ----------
    moments : list of pandas.Timestamp
        Where the lines stand, from left to right.
    first, last : pandas.Timestamp
        The ends of the axis.
    width : float
        Pixels from first to last.

    Returns
    -------
    list of tuple
        The alignment of the words, ``right`` for words on the left, and the pixels.

    Examples
    --------
    >>> import pandas as pd
    >>> from sinorus.charts.placing import sides
    >>> sides(pd.to_datetime(["1999-05-08", "2000-06-06"]), *pd.to_datetime(["1996", "2003"]), 700)
    [('right', 334), ('left', 257)]
    """
    ends = [first, *moments, last]
    gaps = [int((b - a) / (last - first) * width) for a, b in itertools.pairwise(ends)]
    return [
        ("right", before) if before > behind else ("left", behind)
        for before, behind in itertools.pairwise(gaps)
    ]


def tips(**titles):
    """Tooltips: what each column is called."""
    return [alt.Tooltip(f"{column}:N", title=title) for column, title in titles.items()]


def moment(stamp):
    """A moment as Vega reads it in whatever time zone the reader's browser lives."""
    return alt.DateTime(year=stamp.year, month=stamp.month, date=stamp.day, hours=stamp.hour)


def written(rows, x, y, **look):
    """Words at their place: a layer of text from rows that have a column ``words``."""
    look = {"lineBreak": "\n", "lineHeight": 15, "align": "left", "baseline": "middle", **look}
    return alt.Chart(rows).mark_text(**look).encode(x=x, y=y, text="words:N")
