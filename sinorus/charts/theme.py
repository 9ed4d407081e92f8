"""How charts of the course look, and how they are drawn and named without internet.

JupyterLab 4 carries viewers for Vega-Lite up to version 5 only, so the renderer hands a chart
over under that type. The words that go with it are the chart's name for a screen reader, and its
twin where nothing can be drawn.
"""

import altair as alt

from .finish import finished

#: One colour a report, in the order of writing.
REPORT_COLOURS = {
    "yu-1999": "#4776B6",
    "monitor-2000": "#0C6D32",
    "yu-2000": "#2A1266",
    "miller-2002": "#6A0F40",
    "gpr-web": "#6B4200",
}
#: Kinds of act: (colour, shape, quad classes of CAMEO).
KINDS = {
    "words": ("#6B7280", "circle", (1,)),
    "deeds": ("#0F4A1E", "square", (2,)),
    "friction": ("#AD1457", "triangle-down", (3, 4)),
}
INK, GREY, PALE = "#222222", "#444444", "#8A8A8A"
#: Colours and shapes of categories, in the order of use. Each colour has a lightness of its own, so
#: that every eye, and a grey print, tells them apart; with one shape more than colours a seventh
#: category is not taken for the first.
CATEGORIES = ["#1763A6", "#D07C00", "#8C1548", "#0E8574", "#3F1D78", "#14241C"]
SHAPES = [
    "circle",
    "square",
    "triangle-up",
    "diamond",
    "triangle-down",
    "cross",
    "triangle-right",
]
#: From little to much, and from one side over nothing to the other: no end fades into the page.
LITTLE_TO_MUCH = ["#7993B5", "#1763A6", "#0B2545"]
SIDE_TO_SIDE = ["#6E0F3B", "#B8688A", "#8A8A8A", "#4F86BD", "#0C3B6B"]
#: Width of a chart that asks for none: with its labels it fits a notebook on a tablet.
WIDTH = 480
#: The type under which a chart is handed over, and its form.
MIME = "application/vnd.vegalite.v5+json"
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


def _renderer(spec, **_):
    """Hand a chart to JupyterLab's own viewer, which needs no internet, with its words."""
    made = finished(spec) | {"$schema": _SCHEMA}
    return {MIME: made, "text/plain": made["description"]}


def _theme():
    labels = {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"}
    words = {**labels, "labelColor": INK, "titleColor": GREY}
    title = {"anchor": "start", "fontSize": 16, "fontWeight": "bold", "color": INK, "offset": 12}
    subtitle = {"subtitleColor": GREY, "subtitleFontSize": 12, "subtitlePadding": 5}
    lines = {"gridColor": "#E6E6E6", "domainColor": PALE, "tickColor": PALE}
    days = {"year": "%Y", "quarter": "%b", "month": "%b", "week": "%-d %b", "date": "%-d %b"}
    config = {
        "font": "sans-serif",
        "countTitle": "how many",
        # a year is no amount: 1999, not 1,999; and a day is written as it is spoken
        "numberFormat": ".12~r",
        "timeFormat": "%-d %B %Y",
        "view": {
            "stroke": None,
            "continuousWidth": WIDTH,
            "continuousHeight": 300,
            "discreteWidth": WIDTH,
            "discreteHeight": {"step": 28},
        },
        "facet": {"columns": 1},
        "title": {**title, **subtitle},
        "axis": {**words, **lines, "labelLimit": 200, "labelPadding": 5, "titlePadding": 8},
        "axisBand": {"ticks": False, "grid": False},
        "axisXDiscrete": {"labelAngle": 0, "labelOverlap": "greedy"},
        # left labels are as wide as the reader's own font makes them
        "axisLeft": {"titlePadding": 16},
        "axisQuantitative": {"tickCount": 6},
        "axisTemporal": {"format": days, "tickCount": 8},
        "header": words,
        "legend": {**words, "symbolSize": 90, "orient": "top", "offset": 4, "columns": 4},
        "mark": {"color": CATEGORIES[0], "opacity": 1},
        "text": {"font": "sans-serif", "color": INK, "fontSize": 12},
        "point": {"filled": True, "size": 80},
        "line": {"strokeWidth": 2},
        "rule": {"color": INK},
        "tick": {"thickness": 2},
        "range": {
            "category": CATEGORIES,
            "symbol": SHAPES,
            "ramp": {"scheme": LITTLE_TO_MUCH},
            "heatmap": {"scheme": LITTLE_TO_MUCH},
            "ordinal": {"scheme": LITTLE_TO_MUCH},
            "diverging": {"scheme": SIDE_TO_SIDE},
        },
    }
    return alt.theme.ThemeConfig({"background": "white", "config": config})


# A theme or a renderer that the user has chosen stays.
alt.theme.register("sinorus", enable=alt.theme.active == "default")(_theme)
alt.renderers.register("sinorus", _renderer)
if alt.renderers.active == "default":
    alt.renderers.enable("sinorus")
