"""Five voices: the rows of which the picture is made."""

import re

import pandas as pd

from ..errors import DateError
from ..reading.dates import parse_date
from ..tables import load

#: How a voice is called beside its row.
NAMES = {
    "yu-1999": "Yu Bin",
    "monitor-2000": "the Monitor",
    "yu-2000": "Yu Bin",
    "miller-2002": "Miller",
    "gpr-web": "web page",
    "layer": "a layer",
}
FIRST, LAST = pd.Timestamp("1996-01-01"), pd.Timestamp("2003-01-01")
#: The row of the page stands above the scale, since it was put together long after.
BREAK, TOP = pd.Timestamp("2003-01-01"), 2003.42
#: When the older layer seems to have been written: "about autumn 1999", by the table ``reports``.
_LAYER = (pd.Timestamp("1999-09-01"), pd.Timestamp("1999-11-30"), "autumn 1999?")
CAME = {True: "had happened", False: "was still to come"}
_KNOWS = ("could know", "perhaps", "not yet")
#: An act with so many possible days is not said to be "of this day".
_WIDE = pd.Timedelta(days=8)


def height(day):
    """The day of writing as a number; what is later than the break stands above it."""
    return TOP if day > BREAK else day.year + (day.day_of_year - 1) / 365.25


def voices_of(layers):
    """One row for each text: its name, when it was written, its last news."""
    reports = load("reports").sort_values("published_start")
    rows = [
        (row.report_id, row.published_start, *_span(row), _said(row))
        for row in reports.itertuples()
    ]
    if layers:
        rows.insert(1, ("layer", _LAYER[0], *_LAYER))
    voices = pd.DataFrame(rows, columns=["text", "written", "start", "end", "time"])
    mentions = load("mentions")
    news = mentions.groupby("report_id")["known_on"].max()
    middle = voices["start"] + (voices["end"] - voices["start"]) / 2
    return voices.assign(
        news=voices["text"].map(news),
        middle=middle,
        y=middle.map(height),
        voice=voices["text"].map(NAMES) + ", " + voices["time"],
    )


def _span(report):
    """When a text was written: the whole month where its day is not printed."""
    start, end = report.published_start, report.published_end
    if start == end or start > BREAK:
        return start, end
    return start.replace(day=1), end + pd.offsets.MonthEnd(0)


def _said(report):
    """The time of writing as a row prints it: no day, and of a day worked out only the year.

    Students work out the day of the Monitor themselves.
    """
    month = re.sub(r"^\d+ ", "", report.published_cited.strip("[]"))
    return month[-4:] if report.published_edtf.endswith("~") else month


def knows(row, day):
    """Whether the writer of a text could know of a day; within the month of writing by its news."""
    if day < row.start or day <= row.news:
        return _KNOWS[0]
    return _KNOWS[2] if day > row.end else _KNOWS[1]


def told_by(voices, when):
    """One row for each text and quarter: how many acts of it the text tells."""
    events = load("events")[["event_id", "start", "end", "precision", "what"]]
    mentions = load("mentions")
    # What a text puts into another year is told, but not there.
    mentions = mentions[mentions["wording"] != "contradicts"]
    told = mentions[["event_id", "locator", "report_id"]].merge(events, on="event_id")
    told = told.rename(columns={"report_id": "text"})
    if "layer" in set(voices["text"]):
        claims = load("claims")
        older = claims[(claims["report_id"] == "gpr-web") & (claims["layer"] == "a")]
        places = older["locators"].str.split(";").explode()
        told.loc[told["locator"].isin(places), "text"] = "layer"
    told = told.drop_duplicates(["event_id", "text"])
    told = told[told["start"].between(FIRST, LAST - pd.Timedelta(days=1))]
    told = told.merge(voices[["text", "voice", "y", "knows", "written"]], on="text")
    past = told["start"] <= told["written"]
    last = told["end"].where(~past | (told["end"] < told["written"]), told["written"])
    told["at"] = told["start"] + (last - told["start"]) / 2
    told["came"] = past.map(CAME)
    told["quarter"] = told["at"].dt.to_period("Q").astype(str)
    day = FIRST - pd.Timedelta(days=1) if when is None else when
    on_it = (told["start"] <= day) & (day <= last) & (last - told["start"] < _WIDE)
    told["on_the_day"] = on_it
    few = told.sort_values("start").groupby(["text", "came", "quarter"], sort=False)
    rows = few.agg(
        voice=("voice", "first"),
        y=("y", "first"),
        knows=("knows", "first"),
        at=("at", "mean"),
        acts=("event_id", "size"),
        one=("what", "first"),
        on_the_day=("on_the_day", "any"),
    ).reset_index()
    return rows.assign(at=rows["at"].dt.floor("D")).sort_values(["y", "at"], ignore_index=True)


def marks_of(voices, when):
    """One row for each text that tells an act of the day, at the day on which the text puts it."""
    mentions, events = load("mentions"), load("events")
    day = FIRST - pd.Timedelta(days=1) if when is None else when
    of_it = (events["start"] <= day) & (day <= events["end"])
    of_it &= events["end"] - events["start"] < _WIDE
    told = mentions[mentions["event_id"].isin(events.loc[of_it, "event_id"])]
    rows = [(row.report_id, *_put(row, day)) for row in told.itertuples()]
    marks = pd.DataFrame(rows, columns=["text", "at", "printed"])
    marks = marks.drop_duplicates(["text", "at"]).merge(voices[["text", "voice", "y"]], on="text")
    return marks.sort_values(["y", "at"], ignore_index=True)


def empty_day(voices, when):
    """What is said of a day of which no text tells an act: the nearest of a week that has one."""
    days = [when + pd.Timedelta(days=step * side) for step in range(1, 8) for side in (1, -1)]
    near = next((day for day in days if len(marks_of(voices, day))), None)
    if near is None:
        return "Our table has no act of this day."
    return f"Our table has no act of this day; {near.day} {near:%B %Y} has one or more."


def _put(row, day):
    """The day of a mention: that of the act, or what the text prints where it is another."""
    if row.wording == "contradicts" and row.date_type == "explicit":
        try:
            printed = parse_date(row.date_as_printed)
        except DateError:
            return day, f"{day.day} {day:%B %Y}"
        start, end = pd.Timestamp(printed.start), pd.Timestamp(printed.end)
        return (start + (end - start) / 2).floor("D"), row.date_as_printed
    return day, f"{day.day} {day:%B %Y}"
