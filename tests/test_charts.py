"""Charts: drawn, described, in the theme, offline."""

import itertools
import json
import re
import subprocess
import sys

import altair as alt
import pandas as pd
import pytest
import vl_convert
from charting import problems, specs

import sinorus
from sinorus import SinorusError, charts
from sinorus.charts import theme

MIME = "application/vnd.vegalite.v5+json"


@pytest.fixture(scope="module")
def timeline():
    return charts.timeline()


def test_timeline_draws_every_act(timeline):
    spec = timeline.to_dict()
    assert problems(spec) == []
    events = sinorus.load("events").query("'1996' <= start < '2003'")
    table = charts.data(timeline)
    assert set(table["event_id"]) == set(events["event_id"])
    assert set(table["report_id"]) == set(sinorus.load("reports")["report_id"])
    assert len(table) == events["n_reports"].sum()


def test_title_and_description_say_what_the_data_show(timeline):
    spec = timeline.to_dict()
    events = sinorus.load("events").query("'1996' <= start < '2003'")
    assert (
        spec["title"]["text"]
        == "Three of five reports tell mostly of the three months before they were written"
    )
    for words in (
        f"shows {len(events)} acts",
        "1996: partnership declared",
        "2001: treaty signed",
        "written July 1999",
        "after April 2015",
        "27 of 39 acts in the three months before",
    ):
        assert words in spec["description"]
    assert "|" not in spec["description"]


def test_an_unknown_field_or_an_empty_chart_would_be_found():
    rows = pd.DataFrame({"x": ["2000-01-01"], "y": ["a"]})
    blank = (
        alt.Chart(rows, title="T", description="d" * 80)
        .mark_line()
        .encode(x="nosuch:T", y="y:N")
        .to_dict()
    )
    assert any("not in its data" in problem for problem in problems(blank))
    assert any(
        "description" in problem
        for problem in problems(
            alt.Chart(rows, title="T").mark_point().encode(x="x:T", y="y:N").to_dict()
        )
    )
    empty = (
        alt.Chart(rows, title="T", description="d" * 80)
        .mark_point()
        .encode(x="x:T", y="y:N")
        .transform_filter("false")
        .to_dict()
    )
    assert problems(empty)


def test_timeline_of_a_choice(timeline):
    events = sinorus.load("events")
    chosen = charts.timeline(events[events["issue"] == "missile_defence"], title="Missile defence")
    assert problems(chosen.to_dict()) == []
    assert chosen.to_dict()["title"]["text"] == "Missile defence"
    assert 0 < len(charts.data(chosen)) < len(charts.data(timeline))
    early = charts.timeline(events.query("start < '1990'"))
    assert problems(early.to_dict()) == []


@pytest.mark.parametrize(
    "wrong, message",
    [
        ("events", "needs a table with the columns"),
        (pd.DataFrame({"a": [1]}), "needs a table with the columns"),
        (None, None),
    ],
)
def test_what_is_no_event(wrong, message):
    if message:
        with pytest.raises(SinorusError, match=message):
            charts.timeline(wrong)
    else:
        with pytest.raises(SinorusError, match="was given no rows"):
            charts.timeline(sinorus.load("events").head(0))


def test_table_of_what_has_none():
    with pytest.raises(SinorusError, match="takes a chart"):
        charts.data("chart")
    with pytest.raises(SinorusError, match="no table of its own"):
        charts.data(alt.Chart("data.csv").mark_point())


def shown(chart):
    """What a notebook gets of a chart."""
    bundle = chart._repr_mimebundle_()
    return bundle[0] if isinstance(bundle, tuple) else bundle


def test_the_renderer_needs_no_internet(timeline):
    bundle = shown(timeline)
    assert set(bundle) == {MIME, "text/plain"}
    text = json.dumps({**bundle[MIME], "$schema": ""})
    assert "http" not in text and "vega-lite/v5" in bundle[MIME]["$schema"]


def test_a_chart_is_spoken_whole_title_subtitle_and_description(timeline):
    bundle, spec = shown(timeline), timeline.to_dict()
    said = bundle[MIME]["description"]
    assert bundle["text/plain"] == said
    assert said.startswith(spec["title"]["text"]) and said.endswith(spec["description"])
    assert "each act of which it speaks a mark" in said


def test_no_menu_stands_in_the_corner(timeline):
    assert shown(timeline)[MIME]["usermeta"] == {"embedOptions": {"actions": False}}
    own = alt.Chart(pd.DataFrame({"x": [1]}), usermeta={"embedOptions": {"theme": "dark"}})
    options = shown(own.mark_bar().encode(x="x"))[MIME]["usermeta"]["embedOptions"]
    assert options == {"theme": "dark", "actions": False}


def test_a_student_s_own_chart_gets_theme_and_words():
    rows = pd.DataFrame({"x": [1, 2], "y": [3, 4]})
    own = alt.Chart(rows).mark_point().encode(x="x", y="y")
    assert own.to_dict()["config"]["title"]["anchor"] == "start"
    said = "Points: y up the side, x along the bottom. y 3, x 1; y 4, x 2."
    assert shown(own)["text/plain"] == shown(own)[MIME]["description"] == said


def test_showing_a_chart_does_not_change_it():
    rows = pd.DataFrame({"x": [1, 2], "kind": ["a", "b"]})
    own = alt.Chart(rows, title="long " * 30).mark_point().encode(x="x", color="kind")
    before = json.dumps(own.to_dict())
    shown(own)
    assert json.dumps(own.to_dict()) == before


# --- in a notebook, without naming sinorus.charts

NOTEBOOK = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell.instance()
{first}
shell.run_cell("import sinorus")
loaded = [name for name in ("pandas", "numpy", "altair", "vl_convert") if name in sys.modules]
shell.run_cell("import altair as alt, pandas as pd")
shell.run_cell("bars = alt.Chart(pd.DataFrame({{'n': [1]}})).mark_bar().encode(x='n')")
charts = map(shell.ev, ("bars", "bars + bars", "bars & bars"))
bundles = [shell.display_formatter.format(chart)[0] for chart in charts]
print(json.dumps([loaded, bundles, "vl_convert" in sys.modules]))
"""


def in_a_notebook(first=""):
    done = subprocess.run(
        [sys.executable, "-c", NOTEBOOK.format(first=first)],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def test_after_import_sinorus_a_chart_draws_at_once():
    loaded, bundles, drew = in_a_notebook()
    assert loaded == [], "import sinorus loads nothing heavy"
    assert [set(bundle) for bundle in bundles] == [{MIME, "text/plain"}] * 3
    assert bundles[0]["text/plain"] == "Bars: n along the bottom. n 1."
    assert bundles[0][MIME]["config"]["legend"]["labelColor"]
    assert not drew, "what draws pictures is never loaded by a kernel"


def test_it_does_not_matter_which_is_imported_first():
    _, bundles, _ = in_a_notebook('shell.run_cell("import altair")')
    assert set(bundles[0]) == {MIME, "text/plain"}


def test_a_renderer_that_the_user_chose_stays():
    _, bundles, _ = in_a_notebook(
        "shell.run_cell(\"import altair; altair.renderers.enable('json')\")"
    )
    assert set(bundles[0]) == {"application/json", "text/plain"}


def test_outside_a_notebook_nothing_happens():
    code = "import sys, sinorus; print(sorted({'IPython', 'altair', 'pandas'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_chart_s_type_is_where_ipython_looks_for_it():
    """A new version of Altair may move it; then charts would ask the internet again."""
    assert alt.TopLevelMixin.__module__ == "altair.vegalite.v6.api"


# --- what the theme does for a chart of three lines

ROWS = pd.DataFrame(
    {
        "day": ["1999-05-08", "1999-05-10", "1999-05-27"],
        "kind": ["talk", "sign", "act"],
        "n": [1, 2, 3],
    }
)


def svg(chart, theme=None):
    return vl_convert.vegalite_to_svg(shown(chart)[MIME], vl_version="5.8", theme=theme)


def test_points_that_differ_in_colour_differ_in_shape():
    chart = alt.Chart(ROWS).mark_point().encode(x="day:T", y="n", color="kind")
    assert shown(chart)[MIME]["encoding"]["shape"] == {"field": "kind", "type": "nominal"}
    marks = re.search(r'<g class="mark-symbol role-mark.*?</g>', svg(chart), re.S)[0]
    drawn = re.findall(r'd="([^"]+)"', marks)
    assert len(set(drawn)) == 3


def test_of_layers_too_and_the_order_of_colours_is_that_of_shapes():
    points = alt.Chart(ROWS).mark_point().encode(x="day:T", y="n")
    colour = alt.Color("kind:N", title="was").scale(domain=["act", "sign", "talk"])
    spec = shown((points + points.mark_line()).encode(color=colour))[MIME]
    assert spec["layer"][0]["encoding"]["shape"] == {
        "field": "kind",
        "type": "nominal",
        "title": "was",
        "scale": {"domain": ["act", "sign", "talk"]},
    }
    assert "shape" not in spec["layer"][1].get("encoding", {})


@pytest.mark.parametrize(
    "chart",
    [
        alt.Chart(ROWS).mark_point(shape="square").encode(x="n", color="kind"),
        alt.Chart(ROWS).mark_point().encode(x="n", color=alt.Color("kind:N").scale(None)),
        alt.Chart(ROWS).mark_point().encode(x="n", color="n:Q"),
        alt.Chart(ROWS).mark_point().encode(x="n", color=alt.value("red")),
        alt.Chart(ROWS).mark_bar().encode(x="n", color="kind"),
    ],
)
def test_what_a_chart_says_of_shape_itself_stays(chart):
    assert "shape" not in shown(chart)[MIME]["encoding"]


def test_a_long_title_does_not_widen_the_chart():
    words = "A title that goes on until it is much longer than the picture over which it stands"
    spec = shown(alt.Chart(ROWS, title=words).mark_bar().encode(x="n", y="kind"))[MIME]
    assert len(spec["title"]["text"]) == 2 and " ".join(spec["title"]["text"]) == words
    assert spec["description"].startswith(f"{words}. Bars")


@pytest.mark.parametrize("x, y", [("n", "kind"), ("kind", "n"), ("day:T", "kind"), ("day:O", "n")])
def test_a_chart_that_asks_for_no_size_fits_a_page_820_pixels_wide(x, y):
    """There JupyterLab leaves about 640 pixels to an output, with its side bars closed."""
    chart = alt.Chart(ROWS, title="Acts").mark_point().encode(x=x, y=y, color="kind")
    assert 400 < float(re.search(r'width="([\d.]+)"', svg(chart))[1]) <= 640


def test_years_are_no_amounts_and_days_are_written_as_spoken():
    years = pd.DataFrame({"year": [1996, 1999, 2002], "n": [1, 2, 3]})
    drawn = svg(alt.Chart(years).mark_line().encode(x=alt.X("year").scale(zero=False), y="n"))
    assert ">2000<" in drawn and "2,000" not in drawn
    drawn = svg(alt.Chart(ROWS).mark_point().encode(x="day:T", y="kind"))
    assert ">9 May<" in drawn and "May 09" not in drawn


def test_what_is_counted_is_counted_in_whole_numbers():
    drawn = svg(alt.Chart(ROWS).mark_bar().encode(x="count()", y="kind"))
    assert ">how many<" in drawn and ">0.5<" not in drawn
    part = alt.Chart(ROWS).mark_bar().encode(x=alt.X("count()", axis=None), y="kind")
    assert shown(part)[MIME]["encoding"]["x"]["axis"] is None


def test_kinds_are_told_apart_without_colour(timeline):
    encodings = [
        encoding
        for part, encoding in specs(timeline.to_dict())
        if (part["mark"] if isinstance(part["mark"], str) else part["mark"]["type"]) == "point"
        and "color" in encoding
    ]
    assert encodings
    for encoding in encodings:
        assert encoding["shape"]["scale"]["domain"] == encoding["color"]["scale"]["domain"]
    assert len({shape for _, shape, _ in charts.KINDS.values()}) == len(charts.KINDS)
    assert sorted(quad for _, _, quads in charts.KINDS.values() for quad in quads) == [1, 2, 3, 4]


# --- colours, by the formulas of WCAG 2 (contrast) and Machado, Oliveira and Fernandes 2009 (colour
# blindness) --------


def linear(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(colour):
    return sum(
        weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear(colour))
    )


BLINDNESS = {
    "none": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def seen(colour, kind):
    rgb = linear(colour)
    rgb = [min(1, max(0, sum(a * b for a, b in zip(row, rgb)))) for row in BLINDNESS[kind]]
    x, y, z = (
        sum(a * b for a, b in zip(row, rgb))
        for row in ([0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505])
    )
    f = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x / 0.9505, y, z / 1.089)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


PALETTES = {
    "reports": charts.REPORT_COLOURS,
    "kinds": {kind: style[0] for kind, style in charts.KINDS.items()},
    "categories": dict(enumerate(theme.CATEGORIES)),
}


def contrast(colour):
    """Contrast with a white page."""
    return 1.05 / (luminance(colour) + 0.05)


@pytest.mark.parametrize("palette, least", [("reports", 4.5), ("kinds", 4.5), ("categories", 3)])
def test_colours_stand_out_from_the_page(palette, least):
    """Marks need 3; reports and kinds colour words as well."""
    for name, colour in PALETTES[palette].items():
        assert contrast(colour) >= least, name


def test_no_end_of_a_scale_fades_into_the_page():
    for colour in (*theme.LITTLE_TO_MUCH, *theme.SIDE_TO_SIDE, theme.PALE):
        assert contrast(colour) >= 3, colour


@pytest.mark.parametrize("palette, kind", list(itertools.product(PALETTES, BLINDNESS)))
def test_colours_differ_for_every_eye(palette, kind):
    for (name, one), (other, two) in itertools.combinations(PALETTES[palette].items(), 2):
        distance = sum((a - b) ** 2 for a, b in zip(seen(one, kind), seen(two, kind))) ** 0.5
        # A difference of 10 in CIELAB is plain to see side by side; every colour is doubled by
        # shape, lane or label.
        assert distance >= 12, (name, other, round(distance, 1))


@pytest.mark.parametrize("palette", PALETTES)
def test_colours_differ_in_grey(palette):
    greys = sorted(seen(colour, "none")[0] for colour in PALETTES[palette].values())
    assert min(above - below for below, above in itertools.pairwise(greys)) >= 8


def test_a_category_beyond_the_last_colour_is_not_taken_for_the_first():
    both = list(zip(itertools.cycle(theme.CATEGORIES), itertools.cycle(theme.SHAPES), range(40)))
    assert len({pair[:2] for pair in both}) == 40
    assert len(set(theme.SHAPES)) == len(theme.SHAPES) >= len(theme.CATEGORIES)


MARKS = ["point", "circle", "square", "tick", "bar", "line", "area", "rect", "arc", "rule", "trail"]


def painted(drawing):
    """Yield colour and opacity of every mark in a drawing."""
    for group in re.findall(r'<g class="mark-\w+ role-mark.*?</g>', drawing, re.S):
        for shape in re.findall(r"<(?:path|line|rect)\b[^>]*>", group):
            parts = dict(re.findall(r'([\w-]+)="([^"]*)"', shape))
            opacity = min(float(value) for key, value in parts.items() if "opacity" in key)
            for colour in {parts.get("fill"), parts.get("stroke")} - {None, "none", "transparent"}:
                numbers = re.findall(r"\d+", colour) if colour.startswith("rgb") else []
                colour = "#" + "".join(f"{int(n):02X}" for n in numbers) if numbers else colour
                yield colour, opacity


@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_stands_out_as_it_comes(mark):
    angle = {"theta": "n"} if mark == "arc" else {"x": "n", "y": "kind"}
    found = list(painted(svg(alt.Chart(ROWS, mark=mark).encode(**angle))))
    assert found
    for colour, opacity in found:
        assert opacity == 1 and contrast(colour) >= 3, (colour, opacity)


@pytest.mark.parametrize("field", ["n:Q", "n:O", "kind:N"])
@pytest.mark.parametrize("mark", ["rect", "point"])
def test_every_tile_and_point_stands_out_whatever_it_is_coloured_by(field, mark):
    chart = alt.Chart(ROWS, mark=mark).encode(x="day:O", y="kind", color=field)
    found = list(painted(svg(chart)))
    assert len({colour for colour, _ in found}) == 3
    for colour, opacity in found:
        assert opacity == 1 and contrast(colour) >= 3, (colour, opacity)


def test_every_word_can_be_read_in_a_dark_notebook():
    """There the viewer brings a theme of white words; ours stands on white and names its own."""
    title = alt.Title("Acts", subtitle="of one spring")
    chart = alt.Chart(ROWS, title=title).mark_bar().encode(x="n", y="day", color="kind", row="kind")
    words = re.findall(r"<text\b[^>]*fill=\"(#\w+)\"", svg(chart, theme="dark"))
    assert len(words) > 10
    assert all(contrast(colour) >= 4.5 for colour in words)


@pytest.mark.parametrize(
    "rows, said",
    [
        (pd.Series({"a": 1, "b": 2.5}), "a: 1; b: 2.5."),
        (pd.DataFrame({"who": ["x", "y"], "n": [1, 2]}), "x: 1; y: 2."),
        (pd.DataFrame({"n": [1], "m": [2]}, index=["x"]), "x: n 1, m 2."),
        (pd.DataFrame({"n": [1, 2]}), "0: 1; 1: 2."),
        (pd.DataFrame({"who": ["x", "y", "z"], "n": [1, 2, 3]}).iloc[[0, 2]], "x: 1; z: 3."),
    ],
)
def test_a_table_is_put_into_words(rows, said):
    assert charts.spoken(rows) == said


def test_only_tables_are_put_into_words():
    with pytest.raises(SinorusError, match="takes a table or a column; dict"):
        charts.spoken({"a": 1})
