"""What the renderer adds to a chart of three lines, so that it can be read by everybody.

Whatever a chart says itself is left as it is said.
"""

import copy
import textwrap

from .words import name

#: Letters in a line of a title and a subtitle.
_LINE = {"text": 62, "subtitle": 90}
_POINTS = ("point", "circle", "square", "tick")


def finished(spec):
    """Make of a chart what is drawn: named, without a menu, long titles in lines, points shaped.

    Parameters
    ----------
    spec : dict
        A chart's specification, as ``chart.to_dict()`` returns it.

    Returns
    -------
    dict
        A new specification; the old one is not changed.

    Examples
    --------
    >>> from sinorus.charts.finish import finished
    >>> x, colour = {"field": "n", "type": "quantitative"}, {"field": "kind", "type": "nominal"}
    >>> chart = {"title": "One act", "data": {"values": [{"n": 1, "kind": "talk"}]}}
    >>> chart |= {"mark": "point", "encoding": {"x": x, "color": colour}}
    >>> finished(chart)["description"]
    'One act. Points: n along the bottom, kind as colour. talk: 1.'
    >>> finished(chart)["encoding"]["shape"]
    {'field': 'kind', 'type': 'nominal'}
    """
    # Rows are not touched, so they need not be copied.
    rows = {key: spec[key] for key in ("data", "datasets") if key in spec}
    made = copy.deepcopy({key: spec[key] for key in spec if key not in rows}) | rows
    made["description"] = name(spec)
    # JupyterLab's menu in the corner leads to the internet, and has no name for a screen reader.
    made.setdefault("usermeta", {}).setdefault("embedOptions", {})["actions"] = False
    if "title" in made:
        made["title"] = _in_lines(made["title"])
    _finish(made, {})
    return made


def _in_lines(title):
    """A title whose long lines are broken, so that it does not widen the chart."""
    title = title if isinstance(title, dict) else {"text": title}
    for key, letters in _LINE.items():
        if isinstance(title.get(key), str) and len(title[key]) > letters:
            title[key] = textwrap.wrap(title[key], letters)
    return title


def _finish(part, above):
    """Finish a part of a chart, which inherits the encoding of the parts that hold it."""
    own = part.get("encoding", {})
    encoding = above | own
    mark = part.get("mark", {})
    mark = {"type": mark} if isinstance(mark, str) else mark
    if mark.get("type") in _POINTS:
        _leave_room(encoding.get("x"))
    if mark.get("type") == "point" and "shape" not in encoding | mark:
        part["encoding"] = own | _shape(encoding.get("color"))
    for channel in ("x", "y"):
        _count_in_whole_numbers(own.get(channel))
    for key in ("layer", "vconcat", "hconcat", "concat", "spec"):
        inner = part.get(key, [])
        for one in inner if isinstance(inner, list) else [inner]:
            _finish(one, encoding)


def _shape(colour):
    """Points that differ in colour differ in shape too, for eyes and prints that see no colour."""
    if not isinstance(colour, dict) or colour.get("type") != "nominal" or "field" not in colour:
        return {}
    scale = colour.get("scale", {})
    if scale is None:
        return {}
    kept = {
        key: colour[key] for key in ("field", "type", "sort", "title", "legend") if key in colour
    }
    domain = {"scale": {"domain": scale["domain"]}} if "domain" in scale else {}
    return {"shape": kept | domain}


def _leave_room(channel):
    """The first and the last day do not stick to the frame."""
    if isinstance(channel, dict) and channel.get("type") == "temporal" and "scale" not in channel:
        channel["scale"] = {"padding": 12}


def _count_in_whole_numbers(channel):
    """No half acts on an axis of counts."""
    if isinstance(channel, dict) and channel.get("aggregate") in ("count", "distinct"):
        axis = channel.get("axis", {})
        if axis is not None and channel.get("stack") != "normalize":
            channel["axis"] = {"tickMinStep": 1} | axis
