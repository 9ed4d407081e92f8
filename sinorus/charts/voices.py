"""Five voices: the day of an act against the day on which somebody wrote of it."""

import re

import altair as alt
import pandas as pd

from ..errors import DateError, SinorusError
from ..reading.dates import parse_date
from ..tables import load
from .placing import WIDTH, moment, tips, written
from .theme import GREY, INK, PALE, REPORT_COLOURS

#: How a voice is called beside its row.
NAMES = {
    "yu-1999": "Yu Bin",
    "monitor-2000": "the Monitor",
    "yu-2000": "Yu Bin",
    "miller-2002": "Miller",
    "gpr-web": "web page",
    "layer": "a layer",
}
_FIRST, _LAST = pd.Timestamp("1996-01-01"), pd.Timestamp("2003-01-01")
#: The rows of the page begin where the axis of writing is broken.
_LOW, _BREAK, _TOP = pd.Timestamp("1999-01-01"), pd.Timestamp("2003-01-01"), 2003.42
#: When the older layer seems to have been written: "about autumn 1999", by the table ``reports``.
_LAYER = (pd.Timestamp("1999-10-01"), pd.Timestamp("1999-12-31"), "autumn 1999?")
#: Pixels: names at the left, what each could know at the right, a year of writing.
_NAMES, _SAID, _YEAR = 176, 76, 84
_CAME = {True: "had happened", False: "was still to come"}
_KNOWS = {True: "could know", False: "not yet"}


def five_voices(day=None, layers=False):
    """Show which acts each report tells, by the day of the act and the day of writing.

    Each report has a row at the height of the day on which it was written; the web page stands
    above a break, since it was put together after April 2015. A circle gathers the acts of a
    quarter of which the report speaks, and grows with their number. What lies in the grey field was
    still to come when the report was written; its circles are hollow.

    Parameters
    ----------
    day : str, optional
        A day such as ``"18 July 2000"``. A line stands there, and each row says whether its writer
        could know of that day.
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
        If ``day`` is no day from 1996 to 2002.

    Notes
    -----
    W. Lexis drew the time of an event against the time of another for each life
    ("Einleitung in die Theorie der Bevölkerungsstatistik", 1875); here the two are an act and the
    telling of it. A day within the month of writing counts as known only up to the report's last
    dated news.

    It cannot show what a writer did know: who could have known a thing may have missed it. An act
    stands at its day by the table ``events``, also where a report has another; where the day is not
    known, in the middle of the days that are possible.

    Examples
    --------
    >>> import sinorus
    >>> chart = sinorus.charts.five_voices("18 July 2000")
    >>> rows = sinorus.charts.data(chart).drop_duplicates("voice")
    >>> rows[rows["knows"] == "could know"]["voice"].tolist()
    ['Miller, September 2002', 'web page, after April 2015']
    """
    when = _day(day)
    voices = _voices(layers is True)
    voices["knows"] = "" if when is None else [_knows(row, when) for row in voices.itertuples()]
    told = _told(voices)
    # The names of the rows stand left of the first year, what each could know right of the last.
    right = 0 if when is None else _SAID
    pixel = (_LAST - _FIRST) / (WIDTH - _NAMES - right)
    years = [moment(pd.Timestamp(f"{year}-01-01")) for year in range(1996, 2003)]
    x = alt.X("at:T", title="day of the act").scale(
        domain=[moment(_FIRST - _NAMES * pixel), moment(_LAST + right * pixel)], nice=False
    )
    x = x.axis(format="%Y", grid=False, values=years, domain=False, titleAnchor="end")
    low, high = _height(_LOW) - 0.1, _TOP + 0.45
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[low, high], nice=False))
    drawn = [*_future(x, y, low), *_rows(voices, x, y, pixel), *_circles(x, y)]
    drawn += _pens(voices, x, y)
    if when is not None:
        drawn += _day_line(voices, when, x, y, high)
    title = "Who could know what?" if when is None else f"Who could know of {_said(when)}?"
    return alt.layer(*drawn, data=told).properties(
        width=WIDTH,
        height=int((high - low) * _YEAR),
        title=alt.Title(
            title,
            subtitle=[
                "Each row is a text, at the height of the day on which it was written."
                " The larger a circle, the more acts.",
                "Grey: what was still to come. The web page stands above a break.",
            ],
        ),
        description=_spoken(told, voices, when),
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
        raise SinorusError(f"{ask}.") from None
    start = pd.Timestamp(day.start)
    if day.precision != "day" or not _FIRST <= start < _LAST:
        raise SinorusError(f'{ask}; "{plain[:40]}" is not.')
    return start


def _said(day):
    return f"{day.day} {day:%B %Y}"


def _height(day):
    """The day of writing as a number; what is later than the break stands above it."""
    return _TOP if day > _BREAK else day.year + (day.day_of_year - 1) / 365.25


def _voices(layers):
    """One row for each text: its name, when it was written, its last news."""
    reports = load("reports").sort_values("published_start")
    rows = [
        # The day of the Monitor is worked out by students, so no row prints more than a month.
        (row.report_id, row.published_start, row.published_end, _month(row.published_cited))
        for row in reports.itertuples()
    ]
    if layers:
        rows.insert(1, ("layer", *_LAYER))
    voices = pd.DataFrame(rows, columns=["text", "start", "end", "time"])
    mentions = load("mentions")
    news = mentions.groupby("report_id")["known_on"].max()
    return voices.assign(
        news=voices["text"].map(news),
        y=voices["start"].map(_height),
        voice=voices["text"].map(NAMES) + ", " + voices["time"],
    )


def _month(printed):
    return re.sub(r"^\d+ ", "", printed.strip("[]"))


def _knows(row, day):
    """Whether the writer of a text could know of a day; within the month of writing by its news."""
    return _KNOWS[bool(day <= row.news if row.start <= day <= row.end else day < row.start)]


def _told(voices):
    """One row for each text and quarter: how many acts of it the text tells."""
    events = load("events")[["event_id", "start", "end", "what"]]
    told = load("mentions")[["event_id", "locator", "report_id"]].merge(events, on="event_id")
    told = told.rename(columns={"report_id": "text"})
    if "layer" in set(voices["text"]):
        claims = load("claims")
        older = claims[(claims["report_id"] == "gpr-web") & (claims["layer"] == "a")]
        places = older["locators"].str.split(";").explode()
        told.loc[told["locator"].isin(places), "text"] = "layer"
    told = told.drop_duplicates(["event_id", "text"])
    told = told[told["start"].between(_FIRST, _LAST - pd.Timedelta(days=1))]
    told = told.merge(
        voices[["text", "voice", "y", "knows", "start", "end"]].rename(
            columns={"start": "written", "end": "written_end"}
        ),
        on="text",
    )
    past = told["start"] <= told["written"]
    last = told["end"].where(~past | (told["end"] < told["written"]), told["written"])
    told["at"] = told["start"] + (last - told["start"]) / 2
    told["came"] = past.map(_CAME)
    told["quarter"] = told["at"].dt.to_period("Q").astype(str)
    few = told.sort_values("start").groupby(["text", "came", "quarter"], sort=False)
    rows = few.agg(
        voice=("voice", "first"),
        y=("y", "first"),
        knows=("knows", "first"),
        at=("at", "mean"),
        acts=("event_id", "size"),
        one=("what", "first"),
    ).reset_index()
    return rows.assign(at=rows["at"].dt.floor("D")).sort_values(["y", "at"], ignore_index=True)


def _future(x, y, low):
    """The grey field: what was still to come at each day of writing."""
    heights = [low, _height(_BREAK)]
    days = [_LOW - (_LOW - pd.Timestamp("1998-01-01")) * 0.1, _BREAK]
    field = pd.DataFrame({"at": days, "y": heights, "right": [_LAST] * 2})
    yield (
        alt.Chart(field).mark_area(color="#F5F5F5", orient="horizontal").encode(y, x, x2="right:T")
    )
    yield alt.Chart(field).mark_line(color=PALE, strokeWidth=1.5).encode(x=x, y=y, order="y:Q")
    words = {
        "at": [pd.Timestamp("2002-12-01")],
        "y": [1999.3],
        "words": ["still to come\nwhen this was written"],
    }
    yield written(pd.DataFrame(words), x, y, align="right", color=GREY, fontStyle="italic")


def _rows(voices, x, y, pixel):
    """The line and the name of each row."""
    line = voices.assign(at=_FIRST, right=_LAST)[["at", "right", "y"]]
    yield alt.Chart(line).mark_rule(color=PALE, strokeWidth=0.7).encode(x=x, x2="right:T", y=y)
    names = voices.assign(at=_FIRST - _NAMES * pixel, words=voices["voice"])[["at", "y", "words"]]
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
        base.transform_filter(alt.datum.came == _CAME[True])
        .mark_point(filled=True, opacity=0.8)
        .encode(fill=alt.Fill("text:N", legend=None, scale=scale))
    )
    yield (
        base.transform_filter(alt.datum.came == _CAME[False])
        .mark_point(filled=False, strokeWidth=1.5, fill="white")
        .encode(stroke=stroke)
    )


def _pens(voices, x, y):
    """A diamond at the day of writing."""
    pens = voices[voices["start"] < _BREAK]
    pens = pens.assign(at=pens["start"])[["at", "y", "voice"]]
    diamonds = alt.Chart(pens).mark_point(shape="diamond", size=120, filled=False, color=INK)
    yield diamonds.encode(x=x, y=y, tooltip=tips(voice="written"))


def _day_line(voices, when, x, y, high):
    """A line on one day, and at each row whether its writer could know."""
    colour = REPORT_COLOURS["miller-2002"]
    line = pd.DataFrame({"at": [when], "y": [high], "words": [_said(when)]})
    yield alt.Chart(line).mark_rule(color=colour, strokeWidth=2).encode(x=x)
    side = "right" if when > pd.Timestamp("2001-06-30") else "left"
    look = {"color": colour, "fontWeight": "bold"}
    dx = -5 if side == "right" else 5
    yield written(line, x, y, align=side, dx=dx, baseline="top", **look)
    rows = voices.assign(at=_LAST, words=voices["knows"])[["at", "y", "words"]]
    yield written(rows, x, y, dx=8, **look)


def _spoken(told, voices, when):
    said = ["Rows by the day of writing, circles by the day of the act."]
    for row in voices.itertuples():
        mine = told[told["text"] == row.text]
        ahead = mine.loc[mine["came"] == _CAME[False], "acts"].sum()
        words = f"{row.voice}: {mine['acts'].sum()} acts from 1996 to 2002"
        words += f", {ahead} of them still to come" if ahead else ""
        said.append(words + (f"; {row.knows}." if row.knows else "."))
    if when is not None:
        said.append(f"A line stands on {_said(when)}.")
    return " ".join(said)
