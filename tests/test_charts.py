"""Charts: drawn, described, in the theme, offline."""

import itertools
import json

import altair as alt
import pandas as pd
import pytest
from charting import problems, specs

import sinorus
from sinorus import SinorusError, charts

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
    two_springs = events["start"].between("1999-04-01", "1999-06-30") | events["start"].between(
        "2000-04-01", "2000-06-30"
    )
    assert (
        spec["title"]["text"]
        == f"{two_springs.sum()} of the {len(events)} acts these reports date fall in two springs"
    )
    for words in (
        f"shows {len(events)} acts",
        "1996: partnership declared",
        "2001: treaty signed",
        "written July 1999",
        "after April 2015",
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


def test_the_renderer_needs_no_internet(timeline):
    bundle = timeline._repr_mimebundle_()
    bundle = bundle[0] if isinstance(bundle, tuple) else bundle
    assert set(bundle) == {MIME, "text/plain"}
    assert bundle["text/plain"] == timeline.to_dict()["description"]
    text = json.dumps({**bundle[MIME], "$schema": ""})
    assert "http" not in text and "vega-lite/v5" in bundle[MIME]["$schema"]


def test_a_picture_joins_when_asked(timeline):
    with alt.renderers.enable("sinorus", png=True):
        bundle = timeline._repr_mimebundle_()
    bundle = bundle[0] if isinstance(bundle, tuple) else bundle
    assert bundle["image/png"].startswith("iVBOR")


def test_a_student_s_own_chart_gets_theme_and_renderer():
    rows = pd.DataFrame({"x": [1, 2], "y": [3, 4]})
    own = alt.Chart(rows).mark_point().encode(x="x", y="y")
    assert own.to_dict()["config"]["title"]["anchor"] == "start"
    bundle = own._repr_mimebundle_()
    bundle = bundle[0] if isinstance(bundle, tuple) else bundle
    assert "without a description" in bundle["text/plain"]


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
}


@pytest.mark.parametrize("palette", PALETTES)
def test_colours_stand_out_from_the_page(palette):
    for name, colour in PALETTES[palette].items():
        assert 1.05 / (luminance(colour) + 0.05) >= 4.5, name


@pytest.mark.parametrize("palette, kind", list(itertools.product(PALETTES, BLINDNESS)))
def test_colours_differ_for_every_eye(palette, kind):
    for (name, one), (other, two) in itertools.combinations(PALETTES[palette].items(), 2):
        distance = sum((a - b) ** 2 for a, b in zip(seen(one, kind), seen(two, kind))) ** 0.5
        # A difference of 10 in CIELAB is plain to see side by side; every colour is doubled by
        # shape, lane or label.
        assert distance >= 10, (name, other, round(distance, 1))


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
