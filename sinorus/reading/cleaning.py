"""Repair of text copies: characters, quotation marks, dashes, bullets, markup.

Steps, so that a parser can look at the page between them: `characters` mends signs and keeps
lines and gaps, `tidy` evens gaps, bullets and dashes, `plain` takes the markup off. `repair` does
the first two, `clean_text` all three.
"""

import re

# Signs of text decoded with the wrong alphabet, of entities and of stray control characters.
# Only where one is found is the (slower) library asked.
_SUSPICIOUS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ufb00-\ufb06]|[ÂÃâÐÑÎÏ][^\\x00-\\x7f]|&#?\\w{1,31};"
)
_SPACES = dict.fromkeys(map(ord, "\v\u00a0\u1680\u202f\u205f\u3000"), " ")
_SPACES |= dict.fromkeys(range(0x2000, 0x200B), " ")
_NOTHING = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′´`", "'"))
_HYPHENS = str.maketrans({"‐": "-", "‑": "-", "−": "-", "‒": "–", "―": "—"})
_TABLE = _SPACES | _NOTHING | _QUOTES | _HYPHENS

_LINE_ENDS = re.compile("\r\n?|[\f\u2028\u2029]")
_UNUSUAL = re.compile(r"[^\x00-\x08\n\x0e-\x5f\x61-\x7f]+")
_MANY_SPACES = re.compile(r"[ \t]{2,}|\t")
# Between two figures a dash with spaces is no range: "1989 -- 95 percent".
_DASH_AFTER_FIGURE = re.compile(r"(?<=\d) -{2,3} (?=\d)")
_DOUBLE_HYPHEN = re.compile(r"(?<=[\w\"')]) ?-{2,3} ?(?=[\w\"'(])")
_RANGE_DASH = re.compile(r"[–—](?<=\d.)(?=\d)")
_WORD_DASH = re.compile(r"–(?<=[^\W\d_].)(?=[^\W\d_])")
_HEADING_SIGN = re.compile(r"^ {0,3}#{1,6} +", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]*(?:[•·▪◦●○■□‣⁃∙➢*–—-]|--)[ \t]+(?=\S)", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*])\1(?![\w*])")
_UNDERSCORE = re.compile(r"(?<![\w_])(_{1,2})(?=[^\s_])([^_\n]*[^\s_])\1(?![\w_])")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_ESCAPE = re.compile(r"\\(?=[$*_#\[\](){}<>&~|.!+\-\\])")


def characters(text):
    """Mend the characters of a text and keep its lines, its gaps and what stands in them.

    Text decoded with the wrong alphabet and HTML entities are put right by the library ftfy;
    quotation marks become straight, every kind of space a space.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The text, with as many lines as before; tabs and runs of spaces are still there.

    Examples
    --------
    >>> from sinorus.reading.cleaning import characters
    >>> characters("“No rain”,   they said…")
    '"No rain",   they said…'
    """
    text = _LINE_ENDS.sub("\n", text)
    if _SUSPICIOUS.search(text):
        import ftfy

        text = ftfy.fix_text(text, unescape_html=True, uncurl_quotes=False, normalization="NFC")
    # Most signs of a report are plain; only the others are looked up.
    return _UNUSUAL.sub(lambda found: found.group().translate(_TABLE), text)


def tidy(text, gap=" "):
    """Make gaps one sign, bullets ``-``, and ``--`` and the long dashes one dash.

    Parameters
    ----------
    text : str
        A text mended by `characters`.
    gap : str, optional
        What a tab or a run of three spaces and more becomes; a parser may want to see it.

    Returns
    -------
    str
        The text, with as many lines as before.

    Examples
    --------
    >>> from sinorus.reading.cleaning import tidy
    >>> tidy("•  no rain--twice")
    '- no rain—twice'
    """
    lines = _BULLET.sub("- ", text).split("\n")
    return "\n".join([_tidy_line(line.rstrip(" \t"), gap) for line in lines])


def _tidy_line(line, gap):
    """Even one line; most lines have nothing to even."""
    if "  " in line or "\t" in line:
        line = _MANY_SPACES.sub(" " if gap == " " else lambda run: _gap(run.group(), gap), line)
    if "--" in line:
        line = _DOUBLE_HYPHEN.sub("—", _DASH_AFTER_FIGURE.sub(" — ", line))
    if "–" in line or "—" in line:
        line = _WORD_DASH.sub("—", _RANGE_DASH.sub("-", line))
    return line


def _gap(run, gap):
    return gap if "\t" in run or len(run) > 2 else " "


def repair(text):
    """Mend the characters of a text and keep its lines.

    As `characters` and `tidy`: every kind of bullet becomes ``-``, every gap one space.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The text, with as many lines as before.

    Examples
    --------
    >>> from sinorus.reading.cleaning import repair
    >>> repair("•  “No rain”, they said--twice…")
    '- "No rain", they said—twice…'
    """
    return tidy(characters(text))


def plain(text):
    r"""Take markdown off a text: emphasis, links, heading signs, escapes such as ``\$``.

    Parameters
    ----------
    text : str
        A text, best already mended by `repair`.

    Returns
    -------
    str
        The same words without markup.

    Examples
    --------
    >>> from sinorus.reading.cleaning import plain
    >>> plain(r"**by** [A. Reader](#), who paid \$5 for *The News*")
    'by A. Reader, who paid $5 for The News'
    """
    if not any(sign in text for sign in "*_[\\#"):
        return text
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\2", text)
    text = _UNDERSCORE.sub(r"\2", text)
    text = _HEADING_SIGN.sub("", text)
    return _ESCAPE.sub("", text)


def clean_text(text):
    r"""Mend a text and take its markup off.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        Plain text with straight quotation marks and as many lines as before.

    Examples
    --------
    >>> from sinorus.reading.cleaning import clean_text
    >>> clean_text(r"a “surplus” of \$16 billion in *Xinhua*&#39;s words")
    'a "surplus" of $16 billion in Xinhua\'s words'
    """
    return plain(repair(text))
