"""Where marks and words go: acts stacked so that each can be counted, words broken into lines."""

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
    unit, parts = "Q", 4
    years = (last - first).days / 365.25
    if width / (years * parts) < pitch:
        unit, parts = "Y", 1
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
