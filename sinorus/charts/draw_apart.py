"""A program that draws charts in a process of its own, so that no kernel loads what draws.

It is run by its path, ``python draw_apart.py``: on its standard input stands a JSON object with
the ``form`` (``svg`` or ``png``), the ``scale`` and the ``charts`` as Vega-Lite 5 specifications;
on its standard output a JSON list, one text a chart: an SVG, a PNG in base64, or null where the
chart cannot be drawn.
"""

import base64
import json
import math
import re
import struct
import sys
import xml.etree.ElementTree as ET
import zlib

_SIGNATURE = 8
_SVG = "http://www.w3.org/2000/svg"
#: What draws measures words in a font that it carries. Where a reader has one of the same widths,
#: it is taken; what else a browser calls sans-serif may be wider.
_FONTS = "Liberation Sans, Arimo, Helvetica, Arial, sans-serif"
#: Widths of letters in the widest of the usual fonts, as parts of the font size; a bold letter.
_WIDTHS = {"ijlI.,:;'| J": 0.35, "frt()[]-/": 0.42, "mwMWQO@%—…→": 1.0}
_CAPITAL, _LETTER, _BOLD = 0.78, 0.64, 1.16


def draw(form, charts, scale=1):
    """Draw charts.

    Parameters
    ----------
    form : str
        ``svg`` or ``png``.
    charts : list of dict
        Specifications.
    scale : float
        How many pixels of a PNG stand for one of the chart.

    Returns
    -------
    list of str or None

    Examples
    --------
    >>> from sinorus.charts.draw_apart import draw
    >>> chart = {"data": {"values": [{"n": 1}]}, "mark": "bar", "encoding": {"x": {"field": "n"}}}
    >>> [picture[:4] for picture in draw("svg", [chart])]
    ['<svg']
    """
    import vl_convert

    pictures = []
    for chart in charts:
        try:
            if form == "svg":
                pictures.append(roomy(vl_convert.vegalite_to_svg(chart, vl_version="5.8")))
            else:
                png = vl_convert.vegalite_to_png(chart, vl_version="5.8", scale=scale)
                pictures.append(base64.b64encode(packed(png)).decode("ascii"))
        except ValueError:
            # One chart that cannot be drawn does not cost the others.
            pictures.append(None)
    return pictures


def roomy(svg):
    """Give a drawing room for its words in whatever font a reader's machine has.

    Parameters
    ----------
    svg : str
        As Vega draws it, as wide as its words are in one font.

    Returns
    -------
    str
        The same drawing; where words might not fit its window is larger, and it is shown at the
        width that it had.
    """
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    svg = svg.replace('font-family="sans-serif"', f'font-family="{_FONTS}"')
    drawing = ET.fromstring(svg)
    left, top, width, height = map(float, drawing.get("viewBox").split())
    boxes = [*_boxes(drawing, 0.0, 0.0), (left, top, left + width, top + height)]
    starts = [min(box[i] for box in boxes) for i in (0, 1)]
    ends = [max(box[i] for box in boxes) for i in (2, 3)]
    x, y = map(math.floor, starts)
    wide, high = (math.ceil(end) - start for start, end in zip((x, y), ends))
    if (x, y, wide, high) == (left, top, width, height):
        return svg
    # The white ground is the first rectangle; it grows with the window.
    window = f'viewBox="{x} {y} {wide} {high}"'
    svg = re.sub(r'viewBox="[^"]*"', window, svg, count=1)
    svg = re.sub(
        r'<rect width="[\d.]+" height="[\d.]+"',
        f'<rect x="{x}" y="{y}" width="{wide}" height="{high}"',
        svg,
        count=1,
    )
    return re.sub(r'(<svg\b[^>]* height=")[\d.]+', rf"\g<1>{high * width / wide:.0f}", svg, count=1)


def _boxes(element, x, y):
    """Yield the room that each line of words may take: left, top, right, bottom."""
    moved = re.findall(r"translate\(([-\d.e]+),\s*([-\d.e]+)\)", element.get("transform", ""))
    x, y = x + sum(float(dx) for dx, _ in moved), y + sum(float(dy) for _, dy in moved)
    if element.tag != f"{{{_SVG}}}text":
        for part in element:
            yield from _boxes(part, x, y)
        return
    size = float(element.get("font-size", "11px").removesuffix("px"))
    bold = _BOLD if element.get("font-weight") in ("bold", "600", "700") else 1
    turned = "rotate" in element.get("transform", "")
    for line in [element.text or "", *(part.text or "" for part in element)]:
        long = bold * size * sum(map(_width, line))
        back = {"middle": 0.5, "end": 1}.get(element.get("text-anchor"), 0) * long
        if turned:
            # Titles of axes run up the side: what begins to the left begins below.
            yield x - size, y - long + back, x + size, y + back
        else:
            yield x - back, y - size, x - back + long, y


def _width(letter):
    capital = _CAPITAL if letter.isupper() else _LETTER
    return next((width for letters, width in _WIDTHS.items() if letter in letters), capital)


def packed(png):
    """Press a PNG as far as it goes: the same picture, about a third of what is drawn in haste.

    Parameters
    ----------
    png : bytes
        A picture.

    Returns
    -------
    bytes
    """
    chunks, at = [], _SIGNATURE
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        chunks.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += length + 12
    pixels = zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"))
    made = [(kind, data) for kind, data in chunks if kind not in (b"IDAT", b"IEND")]
    made += [(b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")]
    return png[:_SIGNATURE] + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in made
    )


if __name__ == "__main__":
    json.dump(draw(**json.load(sys.stdin)), sys.stdout)
