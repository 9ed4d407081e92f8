"""Two maps of 1996: the journey of an aircraft, and the border of five states.

Physical land, one border, cities, three troubles: nothing else is drawn, for every further line on
a map is a claim. The shapes are rows of the table ``map``.
"""

import functools
import json
import re

import altair as alt
import pandas as pd

from ..tables import load
from .placing import WIDTH
from .theme import CATEGORIES, GREY, INK

_HEIGHT = 330
#: An equal-area projection of Asia and its place; not fitted to the shapes, so that two maps agree.
_VIEW = {"type": "azimuthalEqualArea", "rotate": [-90, -45, 0], "scale": 390}
_PLACE = [WIDTH / 2, _HEIGHT / 2]
_LAND = "gainsboro"
_BORDER = CATEGORIES[2]
#: Where the aircraft and its passengers went, by the record, and when.
_LEGS = ("Moscow", "Khabarovsk", "Beijing", "Shanghai")
_DAYS = {"Moscow": "23 April", "Beijing": "24 and 25 April", "Shanghai": "26 April"}
#: What troubled them that spring: its place on the map, words, the row whose day is printed, and
#: where the words stand.
_TROUBLES = {
    "place-nato": ("NATO plans\nto grow", "", {"align": "left", "dx": 12}),
    "place-taiwan": ("missiles off Taiwan", "1996-03-08-missiles", {"align": "right", "dx": -12}),
    "place-tokyo": (
        "in Tokyo America\nand Japan sign",
        "1996-04-17-alliance",
        {"align": "right", "dx": 4, "dy": 30},
    ),
}
_PARTIES = ("China", "Russia", "Kazakhstan", "Kyrgyzstan", "Tajikistan")


def journey():
    """Show where the president of Russia flew in April 1996, and what troubled the two that spring.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one a city.

    Notes
    -----
    The cities and days are those of the record; the legs between them are the shortest lines, and
    not the route that was flown. The troubles are three that the web page names; others, such as
    the war in Chechnya, have no mark. J. B. Harley ("Deconstructing the Map", 1989) asks of a map
    what it leaves out: this one leaves out every border.

    It cannot show where the aircraft was when the word was changed, if it was changed there.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.charts.data(sinorus.charts.journey())["name"].tolist()
    ['Moscow', 'Khabarovsk', 'Beijing', 'Shanghai']
    """
    cities = _cities()
    cities["words"] = [
        f"{name}\n{_DAYS[name]}" if name in _DAYS else name for name in cities["name"]
    ]
    route = cities[["at", "y"]].to_numpy().tolist()
    troubles = _troubles()
    return _map(
        cities,
        _shape([_feature("LineString", route)], filled=False, stroke=INK, strokeDash=[5, 4]),
        alt.Title(
            "An aircraft flies from one trouble to another",
            subtitle="Dashed are the shortest lines between four cities; no border is drawn.",
        ),
        "A map of Asia without borders. A dashed line goes "
        + ", ".join(
            f"{word} {city}{', ' + _DAYS[city] if city in _DAYS else ''}"
            for word, city in zip(("from", "to", "to", "to"), _LEGS)
        )
        + ". The legs are the shortest lines and not the route that was flown. Three troubles are"
        f" marked: {'; '.join(words.replace(chr(10), ', ') for words in troubles['words'])}.",
        _troubled(troubles),
    )


def _troubles():
    """Three troubles of that spring: words, with the day of the record, and a place."""
    shapes = load("map").set_index("shape_id")["points"]
    record = load("record").set_index("record_id")
    when, starts = record["when"], record["start"]
    rows = []
    for place, (words, row, look) in _TROUBLES.items():
        day = when[row].removesuffix(" 1996") if row else ""
        # the missiles flew in the first days; exercises went on to the last
        day = f"from {starts[row].day} {starts[row]:%B}" if " to " in day else day
        [(at, y)] = _points(shapes[place])
        rows.append((f"{words}\n{day}".strip(), at, y, look))
    return pd.DataFrame(rows, columns=["words", "at", "y", "look"])


def _troubled(troubles):
    near, far = alt.Longitude("at:Q"), alt.Latitude("y:Q")
    rows = troubles[["words", "at", "y"]]
    yield (
        alt.Chart(rows)
        .mark_point(shape="cross", size=90, filled=True, color=_BORDER, angle=45)
        .encode(near, far)
    )
    for place, look in enumerate(troubles["look"]):
        yield _written(rows.iloc[[place]], near, far, color=_BORDER, **look)


def border():
    """Show the border for which five states signed rules in April 1996.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one a city.

    Notes
    -----
    Drawn are physical land and the one border on which China stood as one party, with Russia,
    Kazakhstan, Kyrgyzstan and Tajikistan as the other. It is the line of today: river islands in
    the east and land in the Pamirs have changed hands since. No other border is drawn and no state
    is coloured, so that the map takes no side in a quarrel that is not ours. Land and line are
    from Natural Earth, in the public domain.

    It cannot show how many soldiers stood there.

    Examples
    --------
    >>> import sinorus
    >>> chart = sinorus.charts.border()
    >>> chart.to_dict()["title"]["text"]
    'Five states, one border: who stands alone on his side?'
    """
    cities = _cities()
    cities["words"] = cities["name"]
    shapes = load("map")
    lines = shapes[shapes["kind"] == "border"]
    features = [
        _feature("LineString", _points(row.points), name=f"China and {row.name}")
        for row in lines.itertuples(index=False)
    ]
    names = shapes[shapes["kind"] == "name"]
    places = [_points(points)[0] for points in names["points"]]
    states = pd.DataFrame(
        {
            "words": names["name"].str.upper().to_numpy(),
            "at": [place[0] for place in places],
            "y": [place[1] for place in places],
            "party": names["name"].isin(_PARTIES).to_numpy(),
        }
    )
    near, far = alt.Longitude("at:Q"), alt.Latitude("y:Q")
    labels = [
        _written(states[states["party"]], near, far, fontWeight="bold"),
        _written(states[~states["party"]], near, far, color=GREY, fontStyle="italic"),
        *_on_the_line(lines),
    ]
    return _map(
        cities,
        _shape(features, filled=False, stroke=_BORDER, strokeWidth=4, strokeCap="round"),
        alt.Title(
            "Five states, one border: who stands alone on his side?",
            subtitle=[
                "China's border with Russia, Kazakhstan, Kyrgyzstan and Tajikistan as it runs"
                " today,",
                "not everywhere that of 1996. Land and line are from Natural Earth.",
            ],
        ),
        "A map of Asia with one border. A thick line parts China from Russia in the east, and,"
        " beyond Mongolia, from a short piece of Russia, from Kazakhstan, Kyrgyzstan and"
        f" Tajikistan. {' '.join(_facts().values())} No other border is drawn.",
        labels,
    )


def _on_the_line(lines):
    """What the record knows of two parts of the line, written beside them."""
    facts = _facts()
    east = _points(lines.set_index("shape_id").loc["border-russia-east", "points"])
    north = max(east, key=lambda point: point[1])
    south = _points(lines.set_index("shape_id").loc["border-kyrgyzstan", "points"])[0]
    for words, place, look in (
        (facts["east"], north, {"align": "center", "dy": -26}),
        (facts["all"], south, {"align": "left", "dx": 22, "dy": 34}),
    ):
        row = pd.DataFrame({"words": [words], "at": [place[0]], "y": [place[1]]})
        row["words"] = row["words"].str.replace(": ", ":\n").str.rstrip(".")
        yield _written(row, alt.Longitude("at:Q"), alt.Latitude("y:Q"), color=_BORDER, **look)


@functools.cache
def _facts():
    """A sentence on the eastern part, and one on the whole line, from the record's numbers."""
    numbers = load("record").set_index("record_id")["numbers"]
    east = re.search(r"border marked: (about [\d,]+ km)", numbers["1997-11-10-border"])[1]
    whole = re.search(r"length of the border: (over [\d,]+ km)", numbers["1996-04-26-shanghai"])[1]
    return {
        "east": f"Eastern part: {east}.",
        "all": f"The whole line: {whole}.",
    }


def _cities():
    shapes = load("map")
    rows = shapes[shapes["kind"] == "city"].set_index("name").loc[list(_LEGS)].reset_index()
    places = [_points(points)[0] for points in rows["points"]]
    return pd.DataFrame(
        {"name": rows["name"], "at": [x for x, _ in places], "y": [y for _, y in places]}
    )


def _map(cities, lines, title, description, labels=()):
    """A map: land, lines, cities and words, in one projection."""
    near, far = alt.Longitude("at:Q"), alt.Latitude("y:Q")
    dots = alt.Chart().mark_circle(size=60, color=INK, opacity=1).encode(near, far)
    left, below = cities["name"] == "Beijing", cities["name"] == "Moscow"
    layers = [
        _land(),
        lines,
        dots,
        _written(cities[~left & ~below], near, far, align="left", dx=8),
        _written(cities[left], near, far, align="right", dx=-8),
        _written(cities[below], near, far, align="center", baseline="top", dy=8),
        *labels,
    ]
    view = alt.Projection(**_VIEW, translate=_PLACE)
    return (
        alt.layer(*[layer.properties(projection=view) for layer in layers], data=cities)
        .properties(width=WIDTH, height=_HEIGHT, title=title, description=description)
        .configure_view(clip=True)
    )


def _land():
    shapes = load("map").set_index("shape_id")["points"]
    pieces = {name: [_points(text)] for name, text in shapes.items() if name.startswith("land-")}
    for name in [name for name in pieces if "-hole-" in name]:
        pieces[name.partition("-hole-")[0]] += pieces.pop(name)
    features = [_feature("Polygon", rings) for rings in pieces.values()]
    return _shape(features, fill=_LAND, stroke="darkgray", strokeWidth=0.5)


def _shape(features, **look):
    """Shapes that carry no table: charts of the course are asked for their rows elsewhere."""
    # As one text: a notebook would store every coordinate on a line of its own.
    values = json.dumps(features, separators=(",", ":"))
    data = alt.InlineData(values=values, format=alt.JsonDataFormat(type="json"))
    return alt.Chart(data).mark_geoshape(clip=True, **look)


def _feature(kind, coordinates, **properties):
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _points(text):
    """Longitude and latitude of each point."""
    return [[float(part) for part in point.split()] for point in text.split(";")]


def _written(rows, longitude, latitude, **look):
    look = {"lineBreak": "\n", "lineHeight": 15, "align": "center", "baseline": "middle", **look}
    return alt.Chart(rows).mark_text(**look).encode(longitude, latitude, text="words:N")
