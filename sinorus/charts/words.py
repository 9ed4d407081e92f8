"""A chart in words: the name that a screen reader speaks and an exported page keeps.

It reads a chart's specification and nothing else, so that a chart which a student draws without
a word about it has a name too.
"""

import contextlib

from .rows import Column, rows_told

_MARKS = {
    "area": "an area",
    "arc": "slices of a circle",
    "bar": "bars",
    "boxplot": "boxes",
    "circle": "points",
    "errorband": "a band",
    "errorbar": "ranges",
    "geoshape": "a map",
    "line": "a line",
    "point": "points",
    "rect": "tiles",
    "rule": "straight lines",
    "square": "points",
    "text": "words",
    "tick": "ticks",
    "trail": "a line",
}
#: Where a channel shows its column, in the order in which it is said. Other channels (tooltips,
#: offsets, order) show nothing of their own.
_PLACES = {
    "row": "one a row",
    "column": "one a column",
    "facet": "one a panel",
    "y": "up the side",
    "y2": "at the other end",
    "x": "along the bottom",
    "x2": "at the other end",
    "theta": "as angle",
    "color": "as colour",
    "fill": "as colour",
    "stroke": "as colour",
    "shape": "as shape",
    "size": "as size",
    "opacity": "as shade",
    "text": "as words",
}
_JOINED = ("vconcat", "hconcat", "concat")


def name(spec):
    """Say what a chart is called and what it shows: title, subtitle, description.

    Parameters
    ----------
    spec : dict
        A chart's specification, as ``chart.to_dict()`` returns it.

    Returns
    -------
    str
        Sentences in one line. Where the chart has no description, it is made from the chart.

    Examples
    --------
    >>> from sinorus.charts.words import name
    >>> name({"title": "Seven votes", "description": "Twice apart, five times together."})
    'Seven votes. Twice apart, five times together.'
    """
    said = _line(spec.get("description")) or description(spec)
    # A description that names the title already, as one made by this function does, is whole.
    heading = [text for text in _heading(spec) if text.rstrip(".") not in said]
    return " ".join(map(_sentence, [*heading, said]))


def description(spec):
    """Put a chart into words: its marks, what stands where, and its rows if they are few.

    Parameters
    ----------
    spec : dict
        A chart's specification.

    Returns
    -------
    str
        Sentences in one line; of a chart of many rows, from where to where they go.

    Examples
    --------
    >>> from sinorus.charts.words import description
    >>> rows = [{"day": "1999-05-08", "acts": 3.0}, {"day": "1999-05-09", "acts": 1.0}]
    >>> x, y = {"field": "day", "type": "temporal"}, {"field": "acts", "type": "quantitative"}
    >>> spec = {"data": {"values": rows}, "mark": "line", "encoding": {"x": x, "y": y}}
    >>> description(spec)
    'A line: acts up the side, day along the bottom. 8 May 1999: 3; 9 May 1999: 1.'
    """
    told = []
    # A chart is drawn even where words for it fail; those found until then stay.
    with contextlib.suppress(ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        told.extend(_told(spec, spec.get("datasets", {})))
    return " ".join(told) or "A chart."


def _told(spec, datasets):
    """Yield the sentences about a chart, or about each of several charts beside each other."""
    parts = next((spec[key] for key in _JOINED if spec.get(key)), None)
    if parts is None:
        yield from _unit_told(spec, datasets)
        return
    yield f"{len(parts)} charts."
    shared = {key: spec[key] for key in ("data", "transform") if key in spec}
    for part in parts:
        yield from map(_sentence, _heading(part))
        own = _line(part.get("description"))
        yield from [_sentence(own)] if own else _told(shared | part, datasets)


def _unit_told(spec, datasets):
    units = list(_units(spec))
    # Of layers the first that is no reference line or label says what the chart is about.
    mark, encoding, data, changed = next(
        (unit for unit in units if unit[0] not in ("rule", "text")), units[0]
    )
    words = [_MARKS.get(one, "marks") for one in (mark, *(unit[0] for unit in units))]
    marks, *others = dict.fromkeys(words)
    columns = _columns(mark, encoding)
    where = ", ".join(f"{one.title} {' and '.join(one.places)}" for one in columns)
    beside = f", with {' and '.join(others)}" if others else ""
    yield f"{marks[0].upper()}{marks[1:]}{beside}{': ' if where else ''}{where}."
    rows = data.get("values", datasets.get(data.get("name")))
    # What a chart filters or computes by itself is not known here, so nothing is said of it.
    if isinstance(rows, list) and columns and not changed:
        yield f"{rows_told(columns, rows)}."


def _units(spec, encoding=None, data=None, changed=False):
    """Yield the parts of a chart that have a mark: mark, encoding, data, whether rows change."""
    encoding = {**(encoding or {}), **spec.get("encoding", {})}
    facet = spec.get("facet", {})
    encoding |= {"facet": facet} if "field" in facet else facet
    data = spec.get("data", data) or {}
    changed = changed or bool(spec.get("transform"))
    if "mark" in spec:
        mark = spec["mark"]
        yield mark if isinstance(mark, str) else mark["type"], encoding, data, changed
    for part in [*spec.get("layer", []), *([spec["spec"]] if "spec" in spec else [])]:
        yield from _units(part, encoding, data, changed)


def _columns(mark, encoding):
    """The columns drawn, each once, with all the places in which it shows."""
    along = "x" if mark in ("line", "trail", "area") else ""
    found = {}
    for channel, place in _PLACES.items():
        item = encoding.get(channel)
        if isinstance(item, dict) and isinstance(item.get("condition"), dict):
            item = {**item, **item["condition"]}
        if not isinstance(item, dict) or not {"field", "aggregate"} & set(item):
            continue
        if channel == "y" and item.get("type") in ("nominal", "ordinal"):
            place = "down the side"
        way = item.get("aggregate", "")
        unit = item.get("timeUnit") or ("bin" if item.get("bin") else "")
        number = bool(way) or (item.get("type") == "quantitative" and channel != along)
        column = Column(item.get("field", ""), _title(item), number, way, unit)
        places = found.setdefault((column.field, way, unit), column).places
        places += [place] if place not in places else []
    return list(found.values())


def _title(item):
    """What a column is called on the chart."""
    parts = (item, *(item.get(key) for key in ("axis", "legend", "header")))
    given = next((part.get("title") for part in parts if isinstance(part, dict) and part), "")
    field, way = str(item.get("field", "")).replace("_", " "), item.get("aggregate", "")
    return _line(given) or ("how many" if way == "count" else f"{way} of {field}" if way else field)


def _heading(spec):
    """Title and subtitle, as far as they are words; those of the first layer that has some."""
    title = spec.get("title")
    if not title:
        parts = [*spec.get("layer", []), *([spec["spec"]] if "spec" in spec else [])]
        return next(filter(None, map(_heading, parts)), [])
    whole = title if isinstance(title, dict) else {"text": title}
    return [text for text in (_line(whole.get(key)) for key in ("text", "subtitle")) if text]


def _line(text):
    """One line of what may be several, or no words at all."""
    lines = [text] if isinstance(text, str) else text if isinstance(text, list) else []
    return " ".join(" ".join(map(str, lines)).split())


def _sentence(text):
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
