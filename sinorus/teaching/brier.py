"""How a forecast is read, said and scored."""

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
    >>> from sinorus.teaching.brier import read
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


def brier(sure, came):
    """Compute the Brier score of forecasts.

    Parameters
    ----------
    sure : sequence of float
        How sure of yes, in per cent.
    came : sequence of bool
        Whether it came.

    Returns
    -------
    float
        The mean squared distance between what was said, as a share, and what came (1 or 0): 0 is
        perfect, 0.25 is what saying fifty-fifty earns, 1 is being quite sure and wrong each time.

    Notes
    -----
    Brier summed over both answers, yes and no, so his own figure is twice this one.

    References
    ----------
    G. W. Brier, "Verification of Forecasts Expressed in Terms of Probability", *Monthly Weather
    Review* 78 (1950), pp. 1-3.

    Examples
    --------
    >>> from sinorus.teaching.brier import brier
    >>> round(brier([70], [True]), 2), brier([50, 50], [True, False])
    (0.09, 0.25)
    """
    squares = [(one / 100 - bool(what)) ** 2 for one, what in zip(sure, came, strict=True)]
    return sum(squares) / len(squares)
