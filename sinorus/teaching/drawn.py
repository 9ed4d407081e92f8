"""What a chart draws, and what it still lacks: how an answer that is a chart is read."""

from dataclasses import dataclass, field

from .pieces import Unreadable

#: Marks that a layer adds to what the chart draws.
_ADDED = ("rule", "text")


@dataclass(frozen=True)
class DrawnChart:
    """What a chart draws, as far as an exercise asks.

    Attributes
    ----------
    mark : str
        Its mark; of layers the first that is no reference line or label.
    marks : list of str
        The marks of all its layers.
    channels : dict
        Field (or aggregate) by channel, of several columns a tuple.
    aggregates, types : dict
        Aggregate and type by channel, where there is one.
    rows : int
        Rows of the table it draws.
    title : str
        Its title.
    """

    mark: str
    marks: list
    channels: dict
    aggregates: dict = field(default_factory=dict)
    types: dict = field(default_factory=dict)
    rows: int = 0
    title: str = ""

    def on(self, *channels):
        """Fields on these channels, None where nothing is drawn."""
        return tuple(self.channels.get(channel) for channel in channels)


def chart(answer, exercise=None):
    """Read what a chart draws.

    Parameters
    ----------
    answer : object
        An Altair chart, or something else.
    exercise : Exercise, optional
        Not asked; every form is called alike.

    Returns
    -------
    DrawnChart

    Raises
    ------
    Unreadable
        If it is no chart, or one that cannot be drawn.
    """
    import altair as alt

    if not isinstance(answer, alt.TopLevelMixin):
        raise Unreadable(
            "a chart, such as alt.Chart(table).mark_bar().encode(x=..., y=...), on a line that"
            " begins with answer ="
        )
    try:
        spec = answer.to_dict()
    except Exception:
        # Altair's own message is long, and names its parts and not the student's.
        raise Unreadable(
            "a chart that can be drawn; this one cannot. Look at the names of the columns in "
            "encode(...): each stands in quotation marks, spelt as in the table; and the line that"
            " draws it begins with answer ="
        ) from None
    unit, encoding, data, marks = spec, dict(spec.get("encoding", {})), spec.get("data"), []
    while "mark" not in unit:
        marks += [_mark(layer) for layer in unit.get("layer", []) if "mark" in layer]
        unit = _inside(unit)
        encoding |= unit.get("encoding", {})
        data = unit.get("data", data)
    encoding |= unit.get("encoding", {})
    # a tooltip can have several columns; of them all are kept
    several = {name: item for name, item in encoding.items() if isinstance(item, list)}
    items = {name: item for name, item in encoding.items() if isinstance(item, dict)}
    title = spec.get("title") or unit.get("title") or ""
    return DrawnChart(
        mark=_mark(unit),
        marks=marks or [_mark(unit)],
        channels={name: item.get("field") or item.get("aggregate") for name, item in items.items()}
        | {name: tuple(one.get("field") for one in item) for name, item in several.items()},
        aggregates={name: item.get("aggregate") for name, item in items.items()},
        types={name: item.get("type") for name, item in items.items()},
        rows=len(spec.get("datasets", {}).get((data or {}).get("name"), [])),
        title=title.get("text", "") if isinstance(title, dict) else title,
    )


def _inside(unit):
    """Of a facet the chart inside, of joined charts the first, of layers the first that counts."""
    if "spec" in unit:
        return unit["spec"]
    parts = next((unit[n] for n in ("layer", "vconcat", "hconcat", "concat") if unit.get(n)), None)
    if parts is None:
        raise Unreadable("a chart with a mark, such as .mark_bar()")
    counts = (part for part in parts if "mark" not in part or _mark(part) not in _ADDED)
    return next(counts, parts[0])


def _mark(unit):
    return unit["mark"] if isinstance(unit["mark"], str) else unit["mark"]["type"]


def _fields(given):
    return given if isinstance(given, tuple) else (given,)


def chart_needs(mark, channels, rows=None, title=True, added=(), types=None):
    """Make the answer of a chart exercise: a function that lists, as sentences, what a chart still
    lacks.

    Parameters
    ----------
    mark : str or tuple of str
        The mark, or several that do.
    channels : dict
        Field (or several that do) by channel, such as ``{"x": "report_id", "y": ("n", "count")}``;
        of a tooltip one of its columns has to be it.
    rows : int, optional
        How many rows the data should have.
    title : bool
        Whether a title is asked for.
    added : tuple of str
        Marks that a further layer should draw, such as ``("rule",)`` for a reference line.
    types : dict, optional
        Type by channel where it matters, such as ``{"x": "temporal"}`` for a true axis of time.

    Returns
    -------
    callable
        From a `DrawnChart` to a list of sentences, empty if all is there.

    Examples
    --------
    >>> from sinorus.teaching.drawn import DrawnChart, chart_needs
    >>> drawn = DrawnChart("line", ["line"], {"x": "year"}, rows=3, title="Acts in a year")
    >>> chart_needs("bar", {"x": "year"})(drawn)
    ['The mark is line; here bar shows it better.']
    """
    marks = (mark,) if isinstance(mark, str) else mark

    def missing(given):
        found = []
        if given.mark not in marks:
            found.append(f"The mark is {given.mark}; here {' or '.join(marks)} shows it better.")
        for channel, fields in channels.items():
            fields = (fields,) if isinstance(fields, str) else fields
            if channel not in given.channels:
                found.append(f"Nothing is drawn on {channel}. Put {fields[0]} there.")
            elif not set(_fields(given.channels[channel])) & set(fields):
                found.append(
                    f"On {channel} stands {', '.join(map(str, _fields(given.channels[channel])))};"
                    f" it should be {' or '.join(fields)}."
                )
        found += [
            f"On {channel} {given.channels[channel]} is read as {given.types[channel]}. Write"
            f" it with :{kind[0].upper()} at its end, so that it is {kind}."
            for channel, kind in (types or {}).items()
            if channel in given.channels and given.types.get(channel) != kind
        ]
        if rows is not None and given.rows != rows:
            found.append(
                f"The chart draws {given.rows} rows; it should draw {rows}. Was the table"
                " filtered or grouped as asked?"
            )
        found += [
            f"A {mark} is still wanted on it: add it as a layer, chart + other_chart."
            for mark in added
            if mark not in given.marks
        ]
        if title and len(str(given.title).split()) < 3:
            found.append(
                'Give the chart a title that says what it shows: .properties(title="...").'
            )
        return found

    return missing
