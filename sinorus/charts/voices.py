"""Five voices: the day of an act against the day on which somebody wrote of it."""

import re

import altair as alt
import pandas as pd

from ..errors import DateError, SinorusError
from ..reading.dates import month_as_word, parse_date
from .placing import WIDTH, moment, tips, written
from .theme import GREY, INK, PALE, REPORT_COLOURS
from .voices_rows import (
    BREAK,
    CAME,
    FIRST,
    LAST,
    TOP,
    empty_day,
    height,
    knows,
    marks_of,
    told_by,
    voices_of,
)

_LOW = pd.Timestamp("1999-01-01")
#: Pixels: names at the left, what each could know at the right, a year of writing.
_NAMES, _SAID, _YEAR = 192, 76, 84
#: What the marks mean, said in the empty corner of the picture.
_KEY = (
    ("diamond", "the time of writing"),
    ("filled", "acts that had happened"),
    ("hollow", "acts still to come"),
)


def five_voices(day=None, layers=False):
    """Show which acts each report tells, by the day of the act and the day of writing.

    Each report has a row at the height of the time at which it was written; the web page stands
    at the top, since it was put together after April 2015. A circle gathers the acts of a quarter
    of which the report speaks, and grows with their number. What lies in the grey field was still
    to come when the report was written; its circles are hollow.

    Parameters
    ----------
    day : str, optional
        A day such as ``"18 July 2000"``. A line stands there, and each row says whether its writer
        could know of that day. A dark triangle stands where a text puts an act of that day; on a
        day without one a sentence says so, and names a day of that week that has one.
    layers : bool
        Whether the older layer of the web page gets a row of its own, at the time at which it seems
        to have been written.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one for each report and quarter.

    Raises
    ------
    SinorusError
        If ``day`` is no day from 1996 to 2002, or ``layers`` is a text.

    Notes
    -----
    W. Lexis drew the time of an event against the time of another for each life
    ("Einleitung in die Theorie der Bevölkerungsstatistik", 1875); here the two are an act and the
    telling of it. Where only the month of writing is known, a day in that month counts as known up
    to the report's last dated news, and as "perhaps" after it.

    It cannot show what a writer did know: who could have known a thing may have missed it. An act
    stands at its day by the table ``events``; a report that puts it elsewhere has no circle for it,
    and its triangle stands at the day that the report prints. Acts before 1996 are not drawn.
    Where the day is not known, an act stands in the middle of the days that are possible.

    Examples
    --------
    >>> import sinorus
    >>> chart = sinorus.charts.five_voices("18 July 2000")
    >>> rows = sinorus.charts.data(chart).drop_duplicates("voice")
    >>> rows[rows["knows"] == "could know"]["voice"].tolist()
    ['Miller, September 2002', 'web page, after April 2015']
    """
    when = _day(day)
    if isinstance(layers, str):
        raise SinorusError("True and False stand without quotation marks: layers=True.")
    voices = voices_of(layers is True)
    voices["knows"] = "" if when is None else [knows(row, when) for row in voices.itertuples()]
    # The names of the rows stand left of the first year, what each could know right of the last.
    right = 0 if when is None else _SAID
    pixel = (LAST - FIRST) / (WIDTH - _NAMES - right)
    told = told_by(voices, when)
    marks = marks_of(voices, when)
    years = [moment(pd.Timestamp(f"{year}-01-01")) for year in range(1996, 2003)]
    x = alt.X("at:T", title="day of the act").scale(
        domain=[moment(FIRST - _NAMES * pixel), moment(LAST + right * pixel)], nice=False
    )
    x = x.axis(format="%Y", grid=False, values=years, domain=False, titleAnchor="end")
    low, high = height(_LOW) - 0.1, TOP + 0.45
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[low, high], nice=False))
    drawn = [*_future(x, y, low), *_rows(voices, x, y, pixel), *_circles(x, y)]
    drawn += [*_pens(voices, x, y), *_key(x, y, pixel)]
    if when is not None:
        drawn += [*_day_line(voices, when, x, y, high), *_marks(marks, x, y)]
    of_day = " A dark triangle: here it puts an act of this day." if len(marks) else ""
    if when is not None and not of_day:
        of_day = f" {empty_day(voices, when)}"
    drawn += _field_words(x, y)
    title = "Who could know what?" if when is None else f"Who could know of {_said(when)}?"
    return alt.layer(*drawn, data=told).properties(
        width=WIDTH,
        height=int((high - low) * _YEAR),
        title=alt.Title(
            title,
            subtitle=[
                "Each row is a text, at the height of the time at which it was written. The web"
                " page was made",
                "far later, and stands at the top. A circle gathers the acts of three months that a"
                " text tells;",
                "a larger one holds more of them." + of_day,
            ],
        ),
        description=_spoken(told, voices, when, marks),
    )


def _day(text):
    """A day, as people write it; None where none is given."""
    if text is None or text is ...:
        return None
    plain = re.sub(r"\bthe |(?<=\d)(?:st|nd|rd|th)\b(?: of)?", "", str(text).strip())
    ask = 'five_voices takes a day from 1996 to 2002, with its year, such as "18 July 2000"'
    try:
        day = parse_date(plain)
    except DateError:
        better = month_as_word(plain)
        raise SinorusError(f"{ask}." + f" Write {better}." * bool(better)) from None
    start = pd.Timestamp(day.start)
    if day.precision != "day" or not FIRST <= start < LAST:
        raise SinorusError(f'{ask}; "{plain[:40]}" is not.')
    return start


def _said(day):
    return f"{day.day} {day:%B %Y}"


def _future(x, y, low):
    """The grey field: what was still to come at each day of writing."""
    heights = [low, height(BREAK)]
    days = [_LOW - (_LOW - pd.Timestamp("1998-01-01")) * 0.1, BREAK]
    field = pd.DataFrame({"at": days, "y": heights, "right": [LAST] * 2})
    yield (
        alt.Chart(field).mark_area(color="#F5F5F5", orient="horizontal").encode(y, x, x2="right:T")
    )
    yield alt.Chart(field).mark_line(color=PALE, strokeWidth=1.5).encode(x=x, y=y, order="y:Q")


def _field_words(x, y):
    """What the grey field is, drawn last, above the line of a day."""
    words = {
        "at": [pd.Timestamp("2002-12-01")],
        "y": [1999.3],
        "words": ["still to come\nwhen this was written"],
    }
    yield written(pd.DataFrame(words), x, y, align="right", color=GREY, fontStyle="italic")


def _rows(voices, x, y, pixel):
    """The line and the name of each row."""
    line = voices.assign(at=FIRST, right=LAST)[["at", "right", "y"]]
    yield alt.Chart(line).mark_rule(color=PALE, strokeWidth=0.7).encode(x=x, x2="right:T", y=y)
    names = voices.assign(at=FIRST - _NAMES * pixel, words=voices["voice"])[["at", "y", "words"]]
    yield written(names, x, y, fontWeight="bold")


def _circles(x, y):
    """The acts of a quarter: filled where they had happened, hollow where they were to come."""
    texts = [*REPORT_COLOURS, "layer"]
    colours = [*REPORT_COLOURS.values(), REPORT_COLOURS["gpr-web"]]
    scale = alt.Scale(domain=texts, range=colours)
    size = alt.Size("acts:Q", legend=None, scale=alt.Scale(domain=[0, 60], range=[45, 800]))
    stroke = alt.Stroke("text:N", legend=None, scale=scale)
    tip = tips(voice="text", acts="acts", quarter="quarter", came="when it was written", one="one")
    base = alt.Chart().encode(x=x, y=y, size=size, tooltip=tip)
    yield (
        base.transform_filter(alt.datum.came == CAME[True])
        .mark_point(filled=True, opacity=0.8)
        .encode(fill=alt.Fill("text:N", legend=None, scale=scale))
    )
    yield (
        base.transform_filter(alt.datum.came == CAME[False])
        .mark_point(filled=False, strokeWidth=1.5, fill="white")
        .encode(stroke=stroke)
    )


def _pens(voices, x, y):
    """A diamond at the day of writing."""
    pens = voices[voices["start"] < BREAK]
    pens = pens.assign(at=pens["middle"].dt.floor("D"), right=pens["end"], left=pens["start"])
    pens = pens[["at", "left", "right", "y", "voice"]]
    span = alt.Chart(pens).mark_rule(strokeWidth=5, opacity=0.5, color=INK)
    yield span.encode(x=alt.X("left:T", title="day of the act"), x2="right:T", y=y)
    diamonds = alt.Chart(pens).mark_point(shape="diamond", size=120, filled=False, color=INK)
    yield diamonds.encode(x=x, y=y, tooltip=tips(voice="written"))


def _key(x, y, pixel):
    """What the marks mean, below a name, where no text was written."""
    rows = pd.DataFrame(_KEY, columns=["mark", "words"])
    rows = rows.assign(at=FIRST - (_NAMES - 7) * pixel, y=[2001.95, 2001.71, 2001.47])
    shapes = {
        "diamond": ("diamond", False),
        "filled": ("circle", True),
        "hollow": ("circle", False),
    }
    for name, (shape, filled) in shapes.items():
        look = {"shape": shape, "filled": filled, "color": INK if shape == "diamond" else GREY}
        one = alt.Chart(rows[rows["mark"] == name])
        yield one.mark_point(size=90, opacity=1, strokeWidth=1.5, **look).encode(x=x, y=y)
    yield written(rows, x, y, dx=14, color=GREY)


def _day_line(voices, when, x, y, high):
    """A line on one day, and at each row whether its writer could know."""
    colour = REPORT_COLOURS["miller-2002"]
    line = pd.DataFrame({"at": [when], "y": [high], "words": [_said(when)]})
    yield alt.Chart(line).mark_rule(color=colour, strokeWidth=2).encode(x=x)
    side = "right" if when > pd.Timestamp("2001-06-30") else "left"
    look = {"color": colour, "fontWeight": "bold"}
    dx = -5 if side == "right" else 5
    yield written(line, x, y, align=side, dx=dx, baseline="top", **look)
    rows = voices.assign(at=LAST, words=voices["knows"])[["at", "y", "words"]]
    yield written(rows, x, y, dx=8, **look)


def _marks(marks, x, y):
    """A triangle above the row, where a text puts an act of the day."""
    if len(marks):
        look = {"shape": "triangle-down", "size": 110, "filled": True, "opacity": 1, "color": INK}
        yield (
            alt.Chart(marks)
            .mark_point(yOffset=-19, **look)
            .encode(x=x, y=y, tooltip=tips(voice="text", printed="it prints"))
        )


def _spoken(told, voices, when, marks):
    said = ["Rows by the day of writing, circles by the day of the act."]
    for row in voices.itertuples():
        mine = told[told["text"] == row.text]
        ahead = mine.loc[mine["came"] == CAME[False], "acts"].sum()
        words = f"{row.voice}: {mine['acts'].sum()} acts from 1996 to 2002"
        words += f", {ahead} of them still to come" if ahead else ""
        said.append(words + (f"; {row.knows}." if row.knows else "."))
    if when is not None:
        said.append(f"A line stands on {_said(when)}.")
    if when is not None and marks.empty:
        said.append(empty_day(voices, when))
    said += [f"{row.voice} puts an act of it in {row.printed}." for row in marks.itertuples()]
    return " ".join(said)
