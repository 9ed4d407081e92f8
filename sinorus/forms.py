"""Answers in every reasonable form: what a student wrote, brought into one shape.

Each function takes anything and returns the plain value, or raises `Unreadable` with a
sentence that says which form was expected.
"""

import calendar
import datetime as dt
import decimal
import itertools
import numbers
import re

from .dates import parse_date
from .errors import SinorusError

#: An answer with more parts than this is no answer but a table left over from somewhere.
MOST = 2000
#: What may stand after any number.
_SHARE = (None, "%", "per cent", "percent")
_MONTHS = tuple(name.lower() for name in calendar.month_name)
#: Marks that a layer adds to what the chart draws.
_ADDED = ("rule", "text")


class Unreadable(Exception):
    """The answer has another form than the question asks for."""


def text(answer):
    """A word or sentence: small letters, straight quotation marks, no outer spaces or full stop."""
    if isinstance(answer, str):
        plain = answer[:20_000].replace("’", "'").replace("“", '"').replace("”", '"')
        return re.sub(r"\s+", " ", plain).strip(" .\"'").casefold()
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, numbers.Real):
        return format(answer, "g")
    inner = _alone(answer)
    if inner is not None:
        return text(inner)
    raise Unreadable("a word or a sentence in quotation marks")


def number(answer, unit=True):
    """A number: also as text ("26", "26 %", "1,026", "26 days" where a unit may stand), a length of
    time in days, alone in a list, Series or cell.
    """
    if isinstance(answer, bool):
        raise Unreadable("a number such as 12")
    if isinstance(answer, (numbers.Real, decimal.Decimal)):
        if answer != answer:
            raise Unreadable("a number such as 12; yours is empty (not a number)")
        return float(answer)
    if isinstance(answer, dt.timedelta):
        return answer / dt.timedelta(days=1)
    if isinstance(answer, str):
        match = re.fullmatch(
            r"\s*(?:about |ca\.? )?([+-]?\d[\d,]*(?:\.\d+)?)\s*(%|per ?cent|percent|[a-z]+)?\.?\s*",
            answer[:60],
        )
        # "5 april" is a date, and "2 of" half a sentence: only words that can count something are
        # let pass.
        if match and (
            match.group(2) in _SHARE
            or (unit and len(match.group(2)) > 3 and match.group(2) not in _MONTHS)
        ):
            return float(match.group(1).replace(",", ""))
        raise Unreadable("a number such as 12, without words around it")
    inner = _alone(answer)
    if inner is None:
        raise Unreadable("one number such as 12")
    return number(inner, unit)


def date(answer):
    """A day, also as text ("June 5, 2000", "2000-06-05", "5 June 2000"), a Timestamp or a
    datetime.
    """
    if isinstance(answer, dt.datetime):
        return answer.date()
    if isinstance(answer, dt.date):
        return answer
    if isinstance(answer, str):
        try:
            found = parse_date(answer.strip())
        except SinorusError:
            raise Unreadable('a date such as "June 5, 2000" or "2000-06-05"') from None
        if found.precision != "day":
            raise Unreadable('one day, such as "June 5, 2000"')
        return found.start
    if hasattr(answer, "astype") and getattr(answer, "ndim", None) == 0:
        return date(answer.astype("datetime64[us]").item())
    inner = _alone(answer)
    if inner is None:
        raise Unreadable('a date such as "June 5, 2000" or "2000-06-05"')
    return date(inner)


def parts(answer):
    """Several things: a list, tuple, set, Series, Index, array, one-column table, dict's keys, or a
    text with commas.
    """
    if isinstance(answer, str):
        return [
            piece for piece in re.split(r"\s*[,;\n]\s*", answer[:20_000].strip(" []()")) if piece
        ]
    if isinstance(answer, (int, float)):
        return [answer]
    shape = getattr(answer, "shape", None)
    if isinstance(shape, tuple) and shape and isinstance(shape[0], int) and shape[0] > MOST:
        raise Unreadable(f"a short list; yours has {shape[0]:,} rows")
    if hasattr(answer, "columns") and hasattr(answer, "iloc"):
        if len(answer.columns) != 1:
            raise Unreadable("one list or one column; yours is a table with several columns")
        answer = answer.iloc[:, 0]
    if hasattr(answer, "tolist"):
        answer = answer.tolist()
    if isinstance(answer, (list, tuple, set, frozenset, dict)) or type(answer).__name__ in (
        "dict_keys",
        "dict_values",
    ):
        found = list(itertools.islice(answer, MOST + 1))
        if len(found) > MOST:
            raise Unreadable("a short list; yours is very long")
        return found
    raise Unreadable('a list such as ["one", "two"]')


def letters(answer):
    """Which of the points a, b, c ... are chosen, however they are joined: ["A", "C"], "AC", "a and
    c"; other words are passed over.
    """
    words = re.findall(r"[a-z]+", " ".join(map(text, parts(answer))))
    return frozenset(letter for word in words if set(word) <= set("abcdefgh") for letter in word)


def _alone(answer):
    """The only thing in a list, set, Series, array or table; None if there are several or none."""
    if isinstance(answer, (list, tuple, set, frozenset)) and len(answer) == 1:
        return next(iter(answer))
    if getattr(answer, "size", None) == 1 and hasattr(answer, "to_numpy"):
        return answer.to_numpy().ravel().tolist()[0]
    if getattr(answer, "size", None) == 1 and hasattr(answer, "item"):
        return answer.item()
    return None


def chart(answer):
    """What a chart draws: mark, fields by channel, columns of its data, title, number of rows, and
    the marks of all its layers.
    """
    import altair as alt

    if not isinstance(answer, alt.TopLevelMixin):
        raise Unreadable("a chart, such as alt.Chart(table).mark_bar().encode(x=..., y=...)")
    try:
        spec = answer.to_dict()
    except Exception as error:
        raise Unreadable(
            f"a chart that can be drawn; this one cannot: {str(error).splitlines()[0][:120]}"
        ) from None
    unit = spec
    encoding, data, layers = dict(spec.get("encoding", {})), spec.get("data"), []
    while "mark" not in unit:
        layers += [_mark(layer) for layer in unit.get("layer", []) if "mark" in layer]
        # Of a facet the chart inside, of joined charts the first, of layers the first that is no
        # reference line or label.
        parts_of = unit.get("spec") or next(
            (unit[name] for name in ("layer", "vconcat", "hconcat", "concat") if unit.get(name)),
            None,
        )
        if parts_of is None:
            raise Unreadable("a chart with a mark")
        unit = (
            parts_of
            if isinstance(parts_of, dict)
            else next(
                (part for part in parts_of if "mark" not in part or _mark(part) not in _ADDED),
                parts_of[0],
            )
        )
        encoding |= unit.get("encoding", {})
        data = unit.get("data", data)
    encoding |= unit.get("encoding", {})
    channels = {
        name: item.get("field") or item.get("aggregate")
        for name, item in encoding.items()
        if isinstance(item, dict)
    }
    rows = spec.get("datasets", {}).get((data or {}).get("name"), [])
    title = spec.get("title") or unit.get("title") or ""
    return {
        "mark": _mark(unit),
        "marks": layers or [_mark(unit)],
        "channels": channels,
        "aggregates": {
            name: item.get("aggregate") for name, item in encoding.items() if isinstance(item, dict)
        },
        "types": {
            name: item.get("type") for name, item in encoding.items() if isinstance(item, dict)
        },
        "columns": set(rows[0]) if rows else set(),
        "rows": len(rows),
        "title": title.get("text", "") if isinstance(title, dict) else title,
    }


def _mark(unit):
    return unit["mark"] if isinstance(unit["mark"], str) else unit["mark"]["type"]
