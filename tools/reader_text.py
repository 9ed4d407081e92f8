"""Texts of the tables as the reader pages and the links print them."""

import html
import re

#: A dollar sign is set as mathematics by JupyterLab, however it is escaped, unless it stands so.
DOLLAR = '<span class="mathjax_ignore">&#36;</span>'
_MONTHS = (
    *("", "January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def escape(text):
    """Write a text of the tables so that Markdown prints it as it is.

    Examples
    --------
    >>> from reader_text import escape
    >>> print(escape("<b> [1] *x*"))
    &lt;b&gt; \\[1\\] \\*x\\*
    """
    marked = re.sub(r"([\\`*_\[\]~|])", r"\\\1", html.escape(text, quote=False))
    return marked.replace("$", DOLLAR)


def shorten(text, words=12):
    """Keep the first words of a text.

    Examples
    --------
    >>> from reader_text import shorten
    >>> shorten("The two presidents meet in Beijing, and sign.", 6)
    'The two presidents meet in Beijing …'
    """
    parts = text.split()
    return text if len(parts) <= words else " ".join(parts[:words]).rstrip(",;:.(") + " …"


def first_sentence(text):
    """Cut a text after its first sentence; a full stop behind a capital letter ends none.

    Examples
    --------
    >>> from reader_text import first_sentence
    >>> first_sentence("The U.S. plan of 1999. It was not built.")
    'The U.S. plan of 1999.'
    """
    return re.split(r"(?<=[^A-Z.][.!?]) (?=[A-Z])", text, maxsplit=1)[0]


def hover(text):
    """Write a text so that it may stand between the quotation marks of a link.

    Examples
    --------
    >>> from reader_text import hover
    >>> hover('a "push" for $5')
    'a “push” for \\\\$5'
    """
    text = re.sub(r'"([^"]*)"', r"“\1”", " ".join(text.split())).replace('"', "”")
    return text.replace("$", r"\$")


def known_day(edtf):
    """Say a date in EDTF in words.

    Examples
    --------
    >>> from reader_text import known_day
    >>> known_day("1999-05~"), known_day("1998-03/2001-03-28"), known_day("XXXX")
    ('about May 1999', 'March 1998 to 28 March 2001', 'undated')
    """
    first, _, last = edtf.partition("/")
    if not last:
        return f"from {_one_day(first)}" if "/" in edtf else _one_day(first)
    return f"{_one_day(first)} to {_one_day(last)}"


def _one_day(edtf):
    if edtf == "XXXX":
        return "undated"
    doubt = {"~": "about ", "?": "perhaps "}.get(edtf[-1], "")
    year, month, day = (*edtf.rstrip("~?").split("-"), "", "")[:3]
    return doubt + " ".join(filter(None, (day.lstrip("0"), _MONTHS[int(month or 0)], year)))
