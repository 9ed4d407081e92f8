"""The pictures of the course: each a function that returns a plain Altair chart."""

import textwrap

import altair as alt
import pandas as pd

from ..errors import SinorusError
from ..tables import load, need
from .theme import INK, KINDS, PALE


def kind_of(quad_class):
    """Name the kind of an act: ``words`` (quad class 1), ``deeds`` (2) or ``friction`` (3 and
    4).
    """
    return {quad: kind for kind, (_, _, quads) in KINDS.items() for quad in quads}.get(quad_class)


def _told(events):
    """One row per event and report that speaks of it."""
    mentions = load("mentions")
    places = mentions.groupby(["event_id", "report_id"])["locator"].agg(", ".join).reset_index()
    told = events.merge(places, on="event_id")
    return told.assign(kind=told["quad_class"].map(kind_of))


def timeline(events=None, title=None):
    """Draw the story as the reports tell it: which report speaks of which acts, and when it was
    written.

    Each report has a lane. A mark is one act of which the report speaks, at the day it began;
    its shape and colour say whether it was words, deeds or friction. A diamond is the time at which
    the report was written, a vertical line a turning point. Dragging over the upper
    part chooses the months that the lower part spreads out.

    Parameters
    ----------
    events : pandas.DataFrame, optional
        Rows of the table ``events``; all from 1996 to 2002 if left out.
    title : str, optional
        A title; if left out it states how much of the story lies in the two quarters that
        have a chronology.

    Returns
    -------
    altair.VConcatChart
        Its table is ``sinorus.charts.data(chart)``: one row per event and report.

    Raises
    ------
    SinorusError
        If the rows are not those of the table ``events``, or none is left to draw.

    Examples
    --------
    >>> import sinorus
    >>> chart = sinorus.charts.timeline()
    >>> chart.to_dict()["title"]["text"].endswith("two springs")
    True
    """
    if events is None:
        events = load("events").query("'1996' <= start < '2003'")
    columns = ["event_id", "start", "end", "quad_class", "gist", "turning_point"]
    need(events, columns, "timeline")
    told, written, turns, lanes = _timeline_tables(events)
    acts_told = told[told["first"]]
    springs = (
        acts_told["start"]
        .map(lambda day: f"{day.year}q{day.quarter}" in ("1999q2", "2000q2"))
        .sum()
    )
    title = (
        title or f"{springs} of the {len(acts_told)} acts these reports date fall in two springs"
    )
    counts = acts_told["kind"].value_counts()
    description = (
        f"Timeline 1996 to 2002 in five lanes, one a report. It shows {len(acts_told)} acts,"
        f" {springs} of them in the second quarters of 1999 and 2000, the two that have a"
        f" chronology; {counts.get('words', 0)} are words, {counts.get('deeds', 0)} deeds,"
        f" {counts.get('friction', 0)} friction. Turning points:"
        f" {'; '.join(turns['turning_point']) or 'none among these events'}. The reports:"
        f" {'; '.join(lanes).replace('|', ', ')}."
    )

    lane = alt.Y(
        "report:N",
        sort=lanes,
        title=None,
        scale=alt.Scale(domain=lanes),
        axis=alt.Axis(
            grid=True,
            ticks=False,
            domain=False,
            labelLimit=220,
            labelLineHeight=14,
            labelExpr="split(datum.label, '|')",
        ),
    )
    offset = alt.YOffset(
        "kind:N", sort=list(KINDS), scale=alt.Scale(domain=list(KINDS), paddingOuter=0.5)
    )
    colours, shapes = [style[0] for style in KINDS.values()], [style[1] for style in KINDS.values()]
    legend = alt.Legend(title="the act was", symbolOpacity=1)
    acts = alt.Chart().encode(
        color=alt.Color("kind:N", legend=legend).scale(domain=list(KINDS), range=colours),
        shape=alt.Shape("kind:N", legend=legend).scale(domain=list(KINDS), range=shapes),
        tooltip=_tips(edtf="date", gist="what", locator="passage", kind="kind"),
    )
    first = _day(min(told["start"].min(), pd.Timestamp("1996-01-01")))
    across = alt.X("start:T", title=None).scale(domain=[first, _day(written["at"].max())])
    spring = [_day(pd.Timestamp(day)) for day in ("1999-04-01", "1999-07-01")]
    window = alt.selection_interval(encodings=["x"], name="months", value={"x": spring})
    # A pale line: how long the act lasted, or between which days it must lie.
    spans = acts.mark_rule(strokeWidth=3, opacity=0.3).encode(
        x=across, x2="end:T", y=lane, yOffset=offset
    )
    marks = (
        acts.mark_point(opacity=0.75).encode(x=across, y=lane, yOffset=offset).add_params(window)
    )
    pens = alt.Chart(written).encode(x="at:T", y=lane)
    upper = alt.layer(
        *_turning_lines(turns),
        spans,
        marks,
        pens.mark_point(shape="diamond", size=130, color=INK).encode(
            tooltip=_tips(report="report")
        ),
        pens.mark_text(align="right", dx=-10).encode(text="late:N"),
    ).properties(width=600, height=250)
    days = alt.Axis(format="%-d %b %Y", labelOverlap=True, tickCount=5)
    rows = alt.Axis(grid=True, ticks=False, domain=False)
    near = acts.transform_filter("datum.first").encode(
        x=alt.X("start:T", title=None, axis=days).scale(domain=window),
        y=alt.Y("kind:N", sort=list(KINDS), title=None, axis=rows).scale(domain=list(KINDS)),
        yOffset=alt.YOffset("same_day:O"),
    )
    lower = alt.layer(
        near.mark_rule(strokeWidth=3, opacity=0.3, clip=True).encode(x2="end:T"),
        near.mark_point(opacity=0.85, size=80, clip=True),
    ).properties(
        width=600,
        height=170,
        title=alt.Title(
            "The months in the grey window, day by day",
            fontSize=13,
            subtitle=[
                "Drag the window to other months. Point at a mark to read the act and its passage.",
                "A pale line is the time the act lasted, or within which its day lies.",
            ],
        ),
    )
    return (
        alt.vconcat(upper, lower, data=told, spacing=24)
        .resolve_scale(yOffset="independent")
        .properties(
            description=description,
            title=alt.Title(
                title,
                subtitle=(
                    "One lane a report, in the order of writing; one mark an act it speaks of;"
                    " diamond: when the report was written."
                ),
            ),
        )
    )


def _timeline_tables(events):
    """What the timeline draws: acts as told, times of writing, turning points, and the lanes'
    labels.
    """
    told = _told(events)
    if told.empty:
        raise SinorusError(
            "None of these events is in the course's mentions, so no report can be shown for them."
        )
    reports = load("reports").sort_values("published_start")
    # A lane's label has two lines; the axis breaks it at the bar.
    names = {
        row.report_id: (
            f"{row.author_cited.strip('[]')} ({row.report_id})|written"
            f" {row.published_cited.strip('[]')}"
        )
        for row in reports.itertuples()
    }
    told = told.assign(report=told["report_id"].map(names), first=~told["event_id"].duplicated())
    told = told.assign(same_day=told.groupby(["first", "start", "kind"]).cumcount())
    shown = "event_id start end edtf report_id report kind first same_day gist locator"
    told = told[[*shown.split(), "turning_point"]]
    last = max(told["start"].max(), pd.Timestamp("2002-12-31"))
    written = pd.DataFrame(
        {
            "report": reports["report_id"].map(names),
            "at": reports["published_start"].clip(upper=last),
            "late": (reports["published_start"] > last).map({True: "later →", False: ""}),
        }
    )
    turns = told.loc[
        told["first"] & told["turning_point"].notna(), ["start", "turning_point", "gist"]
    ]
    return told, written, turns, list(names.values())


def _turning_lines(turns):
    """Dashed lines with their labels: the year on a line of its own, the words in lines that do not
    touch their neighbours.
    """
    if turns.empty:
        return []
    parts = turns["turning_point"].str.partition(": ").to_numpy()
    turns = turns.assign(
        label=["\n".join([year, *textwrap.wrap(words, 14)]) for year, _, words in parts]
    )
    base = alt.Chart(turns).encode(x="start:T")
    return [
        base.mark_rule(strokeDash=[4, 3], color=PALE).encode(
            tooltip=_tips(turning_point="turning point", gist="what")
        ),
        base.mark_text(lineBreak="\n", lineHeight=14, baseline="top", dy=-48).encode(
            y=alt.value(0), text="label:N"
        ),
    ]


def _tips(**titles):
    """Tooltips: what each column is called."""
    return [alt.Tooltip(f"{column}:N", title=title) for column, title in titles.items()]


def _day(stamp):
    return alt.DateTime(year=stamp.year, month=stamp.month, date=stamp.day)
