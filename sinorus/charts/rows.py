"""The rows behind a chart, told in one sentence."""

import contextlib
import datetime
import re
import statistics
import textwrap
from dataclasses import dataclass, field

#: As many rows are told one by one; of more is said from where to where they go.
FEW = 20
#: As many names of a kind are listed.
_NAMES = 8
_WAYS = {
    "count": len,
    "distinct": lambda values: len(set(values)),
    "sum": sum,
    "mean": statistics.mean,
    "average": statistics.mean,
    "median": statistics.median,
    "min": min,
    "max": max,
}
_UNITS = {
    "": "{0.day} {0:%B} {0:%Y}",
    "yearmonthdate": "{0.day} {0:%B} {0:%Y}",
    "yearmonth": "{0:%B} {0:%Y}",
    "month": "{0:%B}",
    "year": "{0:%Y}",
}
_STAMP = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?")


@dataclass
class Column:
    """A column of the table, as a chart draws it.

    Attributes
    ----------
    field, title : str
        Its name in the table, and what the chart calls it.
    number : bool
        Whether it is a measure; otherwise its values are names or days.
    way, unit : str
        How it is aggregated, and to what a date is rounded, if so.
    places : list of str
        Where it shows.
    """

    field: str
    title: str
    number: bool
    way: str = ""
    unit: str = ""
    places: list = field(default_factory=list)

    @property
    def known(self):
        """Whether its values can be told: what is rounded in other ways is left to the chart."""
        return self.unit in _UNITS and (not self.way or self.way in _WAYS)

    def value(self, rows):
        """Of rows that share a mark the value drawn, or None."""
        if not self.way:
            return rows[0].get(self.field)
        values = [row.get(self.field, True) for row in rows]
        values = [value for value in values if value is not None]
        return _WAYS[self.way](values) if values else None

    def said(self, rows):
        """The value drawn, in words."""
        return word(self.value(rows), self.unit)


def rows_told(columns, rows):
    """Tell rows in one sentence, as a chart counts or sums them.

    Parameters
    ----------
    columns : list of Column
        What the chart draws of them.
    rows : list of dict
        The rows.

    Returns
    -------
    str
        Each row's names and numbers; of more than twenty, from where to where they go.

    Examples
    --------
    >>> from sinorus.charts.rows import Column, rows_told
    >>> rows = [{"kind": "talk"}, {"kind": "sign"}, {"kind": "talk"}]
    >>> rows_told([Column("kind", "kind", False), Column("", "how many", True, "count")], rows)
    'talk: 2; sign: 1'
    """
    if not all(column.known for column in columns):
        return f"{len(rows)} rows"
    groups = _groups(columns, rows)
    if len(groups) > FEW:
        return f"{len(groups)} rows: " + "; ".join(_reach(column, groups) for column in columns)
    names = [column for column in columns if not column.number]
    numbers = [column for column in columns if column.number]
    told = []
    for group in groups:
        # A lone number behind names needs no title of its own.
        parts = [
            column.said(group) if names and len(numbers) == 1 else _titled(column, group)
            for column in numbers
        ]
        told.append(
            ": ".join(filter(None, [", ".join(c.said(group) for c in names), ", ".join(parts)]))
        )
    return "; ".join(told) or "No rows"


def _titled(column, group):
    return f"{column.title} {column.said(group)}"


def _groups(columns, rows):
    """Rows that share a mark: those alike in all that is not counted or summed."""
    if not any(column.way for column in columns):
        return [[row] for row in rows]
    groups = {}
    for row in rows:
        key = tuple(column.said([row]) for column in columns if not column.way)
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def _reach(column, groups):
    """From where to where a column goes; of a few names, all of them."""
    values = {column.value(group): column.said(group) for group in groups}
    values.pop(None, None)
    said = list(dict.fromkeys(values.values()))
    if not said:
        return f"{column.title} nothing"
    if not column.number and len(said) <= _NAMES:
        return f"{column.title} {', '.join(said)}"
    if not column.number and not all(map(_stamp, values)):
        return f"{column.title} of {len(said)} kinds"
    return f"{column.title} from {values[min(values)]} to {values[max(values)]}"


def word(value, unit=""):
    """Put one value of a table into words: numbers whole, days as words.

    Parameters
    ----------
    value : object
        A value.
    unit : str
        To what a date is rounded.

    Returns
    -------
    str

    Examples
    --------
    >>> from sinorus.charts.rows import word
    >>> word(12.0), word(0.3333), word("1999-05-08T00:00:00"), word(None), word(True)
    ('12', '0.33', '8 May 1999', 'unknown', 'yes')
    """
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:.{2 if abs(value) >= 0.1 else 4}f}".rstrip("0").rstrip(".")
    stamp = _stamp(value)
    if stamp:
        hour = "" if unit or not (stamp.hour or stamp.minute) else f", {stamp:%H:%M}"
        return _UNITS[unit].format(stamp) + hour
    # Marks of lists and tables are not spoken.
    plain = " ".join(re.sub(r"[{}\[\]|]", " ", str(value)).split())
    return textwrap.shorten(plain, 80, placeholder=" …")


def _stamp(value):
    """The day and hour that a text is in a chart's data, or None."""
    if _STAMP.fullmatch(str(value)):
        with contextlib.suppress(ValueError):
            return datetime.datetime.fromisoformat(value)
    return None
