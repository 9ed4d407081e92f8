"""Look at a chart as a reader would: is every mark drawn, does every field exist?"""

import re

import vl_convert


def specs(chart):
    """Yield every unit of a chart's specification that has a mark, with its encoding inherited."""

    def walk(part, encoding):
        encoding = {**encoding, **part.get("encoding", {})}
        if "mark" in part:
            yield part, encoding
        for name in ("layer", "vconcat", "hconcat", "concat"):
            for inner in part.get(name, []):
                yield from walk(inner, encoding)
        if "spec" in part:
            yield from walk(part["spec"], encoding)

    yield from walk(chart, {})


def fields(chart):
    """Names of all fields that the encodings of a chart use."""
    return {
        channel["field"]
        for _, encoding in specs(chart)
        for item in encoding.values()
        for channel in (item if isinstance(item, list) else [item])
        if isinstance(channel, dict) and "field" in channel
    }


def columns(chart):
    """Names of all columns in the data that a chart carries."""
    return {column for rows in chart.get("datasets", {}).values() for row in rows for column in row}


def problems(chart):
    """List what is wrong with a chart, as sentences; an empty list is a chart that draws."""
    found = []
    if not chart.get("description") or len(chart["description"]) < 60:
        found.append("it has no description that says what the data show")
    missing = fields(chart) - columns(chart)
    if missing:
        found.append(f"it uses fields that are not in its data: {sorted(missing)}")
    if not any("title" in part for part in [chart, *(part for part, _ in specs(chart))]):
        found.append("it has no title")
    svg = vl_convert.vegalite_to_svg(
        {**chart, "$schema": "https://vega.github.io/schema/vega-lite/v5.json"}, vl_version="5.8"
    )
    if "NaN" in svg or "Infinity" in svg:
        found.append("a mark has no place: NaN in the drawing")
    marks = [
        body
        for name, body in re.findall(
            r'<g class="mark-(symbol|rect|rule|line|area|text|arc|path)'
            r' role-mark[^"]*"[^>]*>(.*?)</g>',
            svg,
            re.S,
        )
    ]
    drawn = sum(len(re.findall(r"<(?:path|text|line|rect)\b", body)) for body in marks)
    if not drawn:
        found.append("no mark is drawn")
    return found
