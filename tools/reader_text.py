"""Texts of the tables as the reader pages and the links print them."""

import html
import re

from sinorus.plain_words import known_day

__all__ = ["escape", "first_sentence", "hover", "known_day", "shorten"]

#: A dollar sign is set as mathematics by JupyterLab, however it is escaped, unless it stands so.
DOLLAR = '<span class="mathjax_ignore">&#36;</span>'


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
