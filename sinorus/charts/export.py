"""Charts on exported and printed pages: a picture with its words, in place of a live chart.

A page that leaves JupyterLab has no viewer for charts, so an export would lose them. Here each
becomes a figure before the page is made. In a JupyterLab opened by ``sinorus start`` this is so
in *File > Save and Export Notebook As*; in a terminal one names the class below::

    jupyter nbconvert --to html --Exporter.preprocessors=sinorus.charts.export.Figures FILE.ipynb

(or sets ``JUPYTER_CONFIG_PATH`` to the folder ``sinorus/teaching/jupyter_config``). For paper or
PDF one prints that page in a browser; there long lines of code are broken and not cut.
"""

import base64
import html
import json
import subprocess
import sys

from nbconvert.preprocessors import Preprocessor

from . import draw_apart
from .theme import MIME
from .words import name

#: Seconds after which drawing is given up; a page of charts takes less than two.
_PATIENCE = 120
#: On paper nobody can scroll, so long lines of code and of printed text are broken.
_PAPER = (
    "<style>@media print {.jp-Notebook pre, .highlight pre, .output pre"
    " {white-space: pre-wrap !important; overflow-wrap: anywhere}}</style>"
)


def pictures(charts, form="svg", scale=1):
    """Draw charts in a process of its own.

    Parameters
    ----------
    charts : list of dict
        Specifications in Vega-Lite 5.
    form : str
        ``svg``, or ``png`` for places that take nothing else.
    scale : float
        How many pixels of a PNG stand for one of the chart.

    Returns
    -------
    list of str or None
        SVG as text, PNG in base64; None where a chart cannot be drawn.

    Examples
    --------
    >>> from sinorus.charts.export import pictures
    >>> x = {"field": "n", "type": "quantitative"}
    >>> chart = {"data": {"values": [{"n": 1}]}, "mark": "bar", "encoding": {"x": x}}
    >>> drawn, not_drawn = pictures([chart, {}])
    >>> drawn[:4], not_drawn
    ('<svg', None)
    """
    if not charts:
        return []
    order = json.dumps({"form": form, "charts": charts, "scale": scale})
    command = [sys.executable, "-P", draw_apart.__file__]
    try:
        done = subprocess.run(
            command, input=order, capture_output=True, text=True, check=True, timeout=_PATIENCE
        )
        return json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        # A page with words in place of its pictures is better than none.
        return [None] * len(charts)


def figure(chart, picture):
    """Make the HTML of a chart's picture, with its words for those who do not see it.

    Parameters
    ----------
    chart : dict
        Its specification.
    picture : str or None
        An SVG, as `pictures` draws it; without one the words stand on the page themselves.

    Returns
    -------
    str
        HTML in one line.

    Examples
    --------
    >>> from sinorus.charts.export import figure
    >>> figure({"title": "Seven votes", "description": "Twice apart."}, None)
    '<p>Seven votes. Twice apart.</p>'
    """
    words = html.escape(name(chart))
    if picture is None:
        return f"<p>{words}</p>"
    data = base64.b64encode(picture.encode("utf-8")).decode("ascii")
    # An image and not the SVG itself: then a screen reader hears the words and not every mark.
    return (
        '<figure style="margin: 0; break-inside: avoid">'
        f'<img alt="{words}" style="max-width: 100%" src="data:image/svg+xml;base64,{data}">'
        "</figure>"
    )


def _with_paper(include):
    """What a template calls for its styles, which then brings those for paper too."""

    def styles(name, *rest, **named):
        css = include(name, *rest, **named)
        # It is markup already, to which plain text would be added as text.
        return css + type(css)(_PAPER)

    return styles


class Figures(Preprocessor):
    """What nbconvert calls before it makes a page: every chart becomes a figure."""

    def preprocess(self, nb, resources):
        """Put a figure beside each chart of a notebook; a page shows the figure.

        Parameters
        ----------
        nb : nbformat.NotebookNode
            The notebook; nbconvert hands over a copy.
        resources : dict
            What nbconvert knows of the page.

        Returns
        -------
        nb, resources
        """
        # What is saved as a notebook keeps its live charts, and no picture is added to it.
        if resources.get("output_extension") == ".ipynb":
            return nb, resources
        if "include_css" in resources:
            resources["include_css"] = _with_paper(resources["include_css"])
        bundles = [
            output.data
            for cell in nb.cells
            for output in cell.get("outputs", [])
            if MIME in output.get("data", {})
        ]
        charts = [bundle[MIME] for bundle in bundles]
        for bundle, chart, picture in zip(bundles, charts, pictures(charts)):
            bundle["text/html"] = figure(chart, picture)
        return nb, resources
