"""What stays of a page that JupyterLab is asked to sanitize, which its export asks by default.

nbconvert's own list of harmless tags knows neither paragraphs nor headings, rows or pictures, and
prints their tags as text. This one keeps what a page of prose, tables and pictures is made of, and
nothing that runs.
"""

import html
import re

import bleach
from bleach.css_sanitizer import ALLOWED_CSS_PROPERTIES, CSSSanitizer

_TAGS = {
    *bleach.ALLOWED_TAGS,
    *"p div span pre br hr h1 h2 h3 h4 h5 h6 dl dt dd sub sup small del mark kbd u s".split(),
    *"table caption colgroup col thead tbody tfoot tr th td".split(),
    *"img figure figcaption details summary section".split(),
}
_EVERYWHERE = {"class", "id", "style", "title", "role", "lang", "dir", "aria-label"}
_OWN = {
    "a": {"href", "name"},
    "abbr": {"title"},
    "col": {"span"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope"},
}
_SIDES = ("", "-top", "-right", "-bottom", "-left")
_STYLES = CSSSanitizer(
    allowed_css_properties=[
        *ALLOWED_CSS_PROPERTIES,
        *(f"{name}{side}" for name in ("border", "margin", "padding") for side in _SIDES),
        *"break-inside flex gap list-style max-height max-width min-width overflow-x".split(),
    ]
)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|svg\+xml);base64,[A-Za-z0-9+/=\s]*")
#: Left out with all that is in them: what a program or a style says is no text to read.
_SILENT = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def clean(element):
    """Clean HTML of all that could run; nbconvert calls it in place of its filter ``clean_html``.

    Parameters
    ----------
    element : str or bytes
        HTML.

    Returns
    -------
    str
        HTML without scripts, frames, forms and handlers.

    Examples
    --------
    >>> from sinorus.charts.safe_html import clean
    >>> clean('<h2 onclick="x()">Votes</h2><script>alert(1)</script><p>Seven.</p>')
    '<h2>Votes</h2><p>Seven.</p>'
    """
    text = element.decode() if isinstance(element, bytes) else str(element)
    return bleach.clean(
        _SILENT.sub("", text),
        tags=_TAGS,
        attributes=_kept,
        protocols={*bleach.ALLOWED_PROTOCOLS, "data"},
        css_sanitizer=_STYLES,
    )


def _kept(tag, attribute, value):
    """Whether an attribute stays; of addresses that hold their own content, those of pictures."""
    if attribute in ("href", "src"):
        plain = re.sub(r"[\s\x00-\x20\x7f-\xa0`\ufffd]+", "", html.unescape(value)).lower()
        if plain.startswith("data:") and not (tag == "img" and _PICTURE.fullmatch(value)):
            return False
    return attribute in _EVERYWHERE or attribute in _OWN.get(tag, ())
