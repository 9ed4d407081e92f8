"""What was given as an answer, in a form that a file can hold: its words, its value, its chart."""

import datetime as dt
import itertools
import json
import math
import numbers
import sys

#: So many bytes of an answer are kept; a long essay has a tenth of them.
MOST = 100_000
#: So many bytes of a chart are kept with its data; beyond, without.
MOST_CHART = 500_000
#: A list within lists is followed so far.
_DEEP = 20
#: A list with more things is kept as its words only.
_MANY = 10_000


def in_words(answer):
    """Write an answer as a text, whole; where it is too long, the text says so at its end.

    Examples
    --------
    >>> from sinorus.teaching.given import in_words
    >>> in_words(["a", "c"]), in_words(0.5)
    ("['a', 'c']", '0.5')
    """
    if is_chart(answer):
        return "(a chart)"
    try:
        pandas = sys.modules.get("pandas")
        if pandas and isinstance(answer, pandas.DataFrame | pandas.Series):
            said = _table(answer, pandas)
        else:
            said = str(answer)
        return _cut(sound(said))
    except Exception:
        # an answer may be any object at all, also one that cannot be printed
        return f"(an answer that cannot be printed: {type(answer).__name__})"


def _table(answer, pandas):
    """Rows as text, of a long table the first thousand."""
    said = pandas.DataFrame(answer).head(1000).to_string(max_colwidth=200)
    rows = len(answer)
    return said if rows <= 1000 else f"{said}\n(the first 1,000 of {rows:,} rows)"


def _cut(said):
    whole = said.encode("utf-8")
    if len(whole) <= MOST:
        return said
    kept = whole[:MOST].decode("utf-8", "ignore")
    return f"{kept}\n(Cut here: {len(kept):,} of {len(said):,} signs are kept.)"


def sound(text):
    """Return a text that every file can hold: two halves of an emoji are joined, a lone one is
    replaced.
    """
    return str(text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def plain(answer):
    """Turn an answer into a value that JSON can hold; None for what is no number, text or list.

    Examples
    --------
    >>> from sinorus.teaching.given import plain
    >>> plain({"n": (1, float("nan"))}), plain(object())
    ({'n': [1, None]}, None)
    """
    try:
        value = _plain(answer, _DEEP)
        small = len(json.dumps(value, allow_nan=False)) <= MOST
    except Exception:
        # what contains itself, numbers of thousands of digits, objects whose methods fail
        return None
    return value if small else None


def _plain(value, deep):
    if deep == 0:
        raise ValueError
    if isinstance(value, str):
        return sound(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, numbers.Number):
        return _number(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {sound(key): _plain(one, deep - 1) for key, one in _few(value.items())}
    if isinstance(value, set | frozenset):
        value = sorted(_few(value), key=str)
    if not isinstance(value, list | tuple):
        # numbers, arrays and columns of the libraries of numbers give themselves as plain Python
        if getattr(value, "ndim", None) not in (0, 1) or not value.size <= _MANY:
            return None
        return _plain(value.tolist(), deep - 1)
    return [_plain(one, deep - 1) for one in _few(value)]


def _few(things):
    """The things of a list; a list may be a very long one, or never end."""
    found = list(itertools.islice(things, _MANY + 1))
    if len(found) > _MANY:
        raise ValueError
    return found


def _number(value):
    if isinstance(value, numbers.Integral):
        return int(value)
    real = float(value)
    return real if math.isfinite(real) else None


def is_chart(answer):
    """Whether an answer is an Altair chart; asks Altair only where it is loaded."""
    altair = sys.modules.get("altair")
    # type() is asked, since an object may refuse its class
    return altair is not None and issubclass(type(answer), altair.TopLevelMixin)


def chart(answer):
    """Return a chart's specification with its data; None for what is none, or cannot be drawn.

    Parameters
    ----------
    answer : object
        An Altair chart, or something else.

    Returns
    -------
    dict or None
        Vega-Lite as plain JSON. Of a very large one the data are left out, and its ``usermeta``
        says so.
    """
    if not is_chart(answer):
        return None
    try:
        spec = json.loads(json.dumps(_finite(answer.to_dict()), default=str))
    except Exception:
        return None
    if len(json.dumps(spec)) > MOST_CHART:
        spec = _without_data(spec)
        spec["usermeta"] = {"sinorus": "The data of this chart were too large and are left out."}
    return spec if len(json.dumps(spec)) <= MOST_CHART else None


def _finite(value):
    """The same without numbers that JSON does not know."""
    if isinstance(value, dict):
        return {str(key): _finite(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return sound(value) if isinstance(value, str) else value


def _without_data(value):
    if isinstance(value, dict):
        return {
            key: {"values": []} if key == "data" else _without_data(one)
            for key, one in value.items()
            if key != "datasets"
        }
    return [_without_data(one) for one in value] if isinstance(value, list) else value
