"""How charts of the course look, and how they are drawn without internet.

JupyterLab 4 carries viewers for Vega-Lite up to version 5 only, so the renderer hands a chart
over under that type, with its spoken description.
"""

import altair as alt

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
INK, PALE = "#222222", "#8A8A8A"
#: Colours of categories, in the order of use.
CATEGORIES = ["#4477AA", "#CC3311", "#117733", "#882255", "#7A5C00", "#332288", "#6B7280"]
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
    labels = {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"}
    title = {"anchor": "start", "fontSize": 16, "fontWeight": "bold", "color": INK, "offset": 12}
    lines = {"gridColor": "#E6E6E6", "domainColor": PALE, "tickColor": PALE}
    config = {
        "font": "sans-serif",
        "view": {"stroke": None},
        "title": {**title, "subtitleColor": "#444444", "subtitleFontSize": 12},
        "axis": {**labels, **lines, "labelColor": INK, "titleColor": "#444444"},
        "legend": {**labels, "symbolSize": 90, "orient": "top", "offset": 4},
        "text": {"font": "sans-serif", "color": INK, "fontSize": 12},
        "point": {"filled": True, "size": 60},
        "bar": {"color": PALE},
        "line": {"strokeWidth": 2},
        "range": {"category": CATEGORIES},
    }
    return alt.theme.ThemeConfig({"background": "white", "config": config})


alt.renderers.register("sinorus", _renderer)
alt.renderers.enable("sinorus")
