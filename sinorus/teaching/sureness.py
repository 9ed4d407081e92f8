"""How a forecast is read and said."""

import re


def read(text):
    """Read a forecast as one writes it: yes or no, and how sure.

    Parameters
    ----------
    text : object
        Such as ``"yes 70"``, ``"no, 60 per cent"`` or ``("yes", 70)``.

    Returns
    -------
    int or None
        How sure of yes, in per cent; None where it cannot be read.

    Examples
    --------
    >>> from sinorus.teaching.sureness import read
    >>> read("yes 70"), read("no, 60 %"), read("perhaps")
    (70, 40, None)
    """
    if isinstance(text, tuple | list):
        text = " ".join(map(str, text))
    words = re.fullmatch(
        r"\W*(yes|no)\b\W*(\d{1,3})\s*(?:%|per ?cent|percent)?\W*",
        str(text),
        re.IGNORECASE,
    )
    if words is None or not 50 <= int(words[2]) <= 100:
        return None
    sure = int(words[2])
    return sure if words[1].lower() == "yes" else 100 - sure


def in_words(sure):
    """Say a forecast in words: 70 is "yes, 70 per cent sure", 40 is "no, 60 per cent sure"."""
    if sure == 50:
        return "fifty-fifty"
    return f"{'yes' if sure > 50 else 'no'}, {max(sure, 100 - sure)} per cent sure"


def verdict(sure, came):
    """Say whether a forecast was right: "right", "wrong", or "undecided" for fifty-fifty.

    Examples
    --------
    >>> from sinorus.teaching.sureness import verdict
    >>> verdict(70, True), verdict(70, False), verdict(50, True)
    ('right', 'wrong', 'undecided')
    """
    if sure == 50:
        return "undecided"
    return "right" if (sure > 50) == bool(came) else "wrong"
