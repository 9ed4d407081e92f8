"""Charts: functions that return plain Altair charts, in one theme, drawn without internet.

Importing this module (which ``sinorus.charts`` does on first use) turns on the
course's theme and its renderer. JupyterLab 4 carries viewers for Vega-Lite up to version 5
only, so the renderer hands the chart over under that type, with its spoken description.
"""

import textwrap

import altair as alt
import pandas as pd

from .errors import SinorusError
from .tables import load

#: One colour a country; told apart in every common form of colour blindness (after Paul Tol's
#: schemes).
COUNTRY_COLOURS = {"CHN": "#CC3311", "RUS": "#0077BB", "USA": "#5B2A86"}
#: One colour a report, in the order of writing.
REPORT_COLOURS = {
    "yu-1999": "#4477AA",
    "monitor-2000": "#117733",
    "yu-2000": "#332288",
    "miller-2002": "#882255",
    "gpr-web": "#7A5C00",
}
#: Kinds of act: (colour, shape, quad classes of CAMEO).
KINDS = {
    "words": ("#6B7280", "circle", (1,)),
    "deeds": ("#1B5E20", "square", (2,)),
    "friction": ("#AD1457", "triangle-down", (3, 4)),
}
_INK, _PALE = "#222222", "#8A8A8A"
_MIME = "application/vnd.vegalite.v5+json"
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


def _renderer(spec, png=False, **_):
    """Hand a chart to JupyterLab's own viewer, which needs no internet."""
    bundle = {
        _MIME: {**spec, "$schema": _SCHEMA},
        "text/plain": spec.get("description") or "A chart without a description.",
    }
    if png:
        # Only for published pages that cannot run a chart; students need not have this package.
        import base64

        import vl_convert

        bundle["image/png"] = base64.b64encode(vl_convert.vegalite_to_png(spec, scale=2)).decode(
            "ascii"
        )
    return bundle


@alt.theme.register("sinorus", enable=True)
def _theme():
    text = {"font": "sans-serif", "color": _INK}
    return alt.theme.ThemeConfig(
        {
            "background": "white",
            "config": {
                "font": "sans-serif",
                "view": {"stroke": None},
                "title": {
                    "anchor": "start",
                    "fontSize": 16,
                    "fontWeight": "bold",
                    "color": _INK,
                    "subtitleColor": "#444444",
                    "subtitleFontSize": 12,
                    "offset": 12,
                },
                "axis": {
                    "labelFontSize": 12,
                    "titleFontSize": 12,
                    "titleFontWeight": "normal",
                    "labelColor": _INK,
                    "titleColor": "#444444",
                    "gridColor": "#E6E6E6",
                    "domainColor": _PALE,
                    "tickColor": _PALE,
                },
                "legend": {
                    "labelFontSize": 12,
                    "titleFontSize": 12,
                    "titleFontWeight": "normal",
                    "symbolSize": 90,
                    "orient": "top",
                    "offset": 4,
                },
                "text": {**text, "fontSize": 12},
                "point": {"filled": True, "size": 60},
                "bar": {"color": _PALE},
                "line": {"strokeWidth": 2},
                "range": {
                    "category": [
                        "#4477AA",
                        "#CC3311",
                        "#117733",
                        "#882255",
                        "#7A5C00",
                        "#332288",
                        "#6B7280",
                    ]
                },
            },
        }
    )


alt.renderers.register("sinorus", _renderer)
alt.renderers.enable("sinorus")


def table(chart):
    """Return the table behind a chart.

    Parameters
    ----------
    chart : altair chart
        As returned by the functions of this module.

    Returns
    -------
    pandas.DataFrame
        A copy of the data that the chart draws.

    Raises
    ------
    SinorusError
        If this is no chart, or it holds no table.

    Examples
    --------
    >>> import sinorus
    >>> chart = sinorus.charts.timeline()
    >>> {"event_id", "report_id", "kind"} <= set(sinorus.charts.table(chart).columns)
    True
    """
    if not isinstance(chart, alt.TopLevelMixin):
        raise SinorusError(f"table takes a chart; {type(chart).__name__} was given.")
    parts = [chart]
    while parts:
        part = parts.pop(0)
        data = getattr(part, "data", None)
        if isinstance(data, pd.DataFrame):
            return data.copy()
        for name in ("layer", "vconcat", "hconcat", "concat"):
            inner = getattr(part, name, None)
            parts += inner if isinstance(inner, list) else []
    raise SinorusError("This chart holds no table of its own.")


def spoken(rows):
    """Put a table into words, for the description of a chart that a screen reader speaks.

    Parameters
    ----------
    rows : pandas.Series or pandas.DataFrame
        What the chart shows, few rows. The index names a row; a table without named rows takes its
        first column for it.

    Returns
    -------
    str
        One sentence: each row's name and values, with the columns' names where there are several.

    Raises
    ------
    SinorusError
        If this is neither a Series nor a DataFrame.

    Examples
    --------
    >>> import pandas as pd
    >>> import sinorus
    >>> sinorus.charts.spoken(pd.Series({1999: 12, 2000: 40}))
    '1999: 12; 2000: 40.'
    >>> lists = {"report": ["yu-1999", "yu-2000"], "entries": [12, 40], "acts": [21, 48]}
    >>> sinorus.charts.spoken(pd.DataFrame(lists))
    'yu-1999: entries 12, acts 21; yu-2000: entries 40, acts 48.'
    """
    if isinstance(rows, pd.Series):
        return "; ".join(f"{name}: {_whole(value)}" for name, value in rows.items()) + "."
    if not isinstance(rows, pd.DataFrame):
        raise SinorusError(f"spoken takes a table or a column; {type(rows).__name__} was given.")
    if (
        rows.index.name is None
        and pd.api.types.is_integer_dtype(rows.index)
        and len(rows.columns) > 1
    ):
        rows = rows.set_index(rows.columns[0])
    if len(rows.columns) == 1:
        return spoken(rows.iloc[:, 0])
    return (
        "; ".join(
            f"{name}: "
            + ", ".join(f"{column} {_whole(value)}" for column, value in zip(rows.columns, values))
            for name, values in zip(rows.index, rows.itertuples(index=False))
        )
        + "."
    )


def _whole(value):
    """12.0 is spoken as 12."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


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
        Its table is ``sinorus.charts.table(chart)``: one row per event and report.

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
    needed = {"event_id", "start", "end", "quad_class", "gist", "turning_point"}
    if not isinstance(events, pd.DataFrame) or not needed <= set(events.columns):
        raise SinorusError(
            'timeline draws rows of the table "events". Start from sinorus.load("events") and keep'
            " its columns."
        )
    if events.empty:
        raise SinorusError("No event is left to draw. Loosen the filter and try again.")
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
    acts = alt.Chart().encode(
        color=alt.Color(
            "kind:N",
            title="the act was",
            legend=alt.Legend(symbolOpacity=1),
            scale=alt.Scale(domain=list(KINDS), range=colours),
        ),
        shape=alt.Shape(
            "kind:N",
            title="the act was",
            legend=alt.Legend(symbolOpacity=1),
            scale=alt.Scale(domain=list(KINDS), range=shapes),
        ),
        tooltip=[
            alt.Tooltip("edtf:N", title="date"),
            alt.Tooltip("gist:N", title="what"),
            alt.Tooltip("locator:N", title="passage"),
            alt.Tooltip("kind:N"),
        ],
    )
    across = alt.X(
        "start:T",
        title=None,
        scale=alt.Scale(
            domain=[
                _day(min(told["start"].min(), pd.Timestamp("1996-01-01"))),
                _day(written["at"].max()),
            ]
        ),
    )
    window = alt.selection_interval(
        encodings=["x"],
        name="months",
        value={"x": [_day(pd.Timestamp(day)) for day in ("1999-04-01", "1999-07-01")]},
    )
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
        pens.mark_point(shape="diamond", size=130, color=_INK).encode(
            tooltip=[alt.Tooltip("report:N", title="report")]
        ),
        pens.mark_text(align="right", dx=-10).encode(text="late:N"),
    ).properties(width=600, height=250)
    near = acts.transform_filter("datum.first").encode(
        x=alt.X(
            "start:T",
            title=None,
            scale=alt.Scale(domain=window),
            axis=alt.Axis(format="%-d %b %Y", labelOverlap=True, tickCount=5),
        ),
        y=alt.Y(
            "kind:N",
            sort=list(KINDS),
            title=None,
            scale=alt.Scale(domain=list(KINDS)),
            axis=alt.Axis(grid=True, ticks=False, domain=False),
        ),
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
    told = told[
        [
            "event_id",
            "start",
            "end",
            "edtf",
            "report_id",
            "report",
            "kind",
            "first",
            "same_day",
            "gist",
            "locator",
            "turning_point",
        ]
    ]
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
        base.mark_rule(strokeDash=[4, 3], color=_PALE).encode(
            tooltip=[
                alt.Tooltip("turning_point:N", title="turning point"),
                alt.Tooltip("gist:N", title="what"),
            ]
        ),
        base.mark_text(lineBreak="\n", lineHeight=14, baseline="top", dy=-48).encode(
            y=alt.value(0), text="label:N"
        ),
    ]


def _day(stamp):
    return alt.DateTime(year=stamp.year, month=stamp.month, date=stamp.day)
