"""What is said, in a sentence, of a result that is no error and yet not what was meant."""

import ast
import re

from .drawn import chart
from .pieces import Unreadable

#: The question of a filter without the table round it: `his = reports["author"] == "Yu Bin"`.
_BARE = re.compile(
    r"^(?:\w+[ \t]*=[ \t]*)?"
    r"(?P<asked>(?P<table>\w+)\[[\"']\w+[\"']\][ \t]*==[ \t]*[^\n#]+?)[ \t]*$",
    re.MULTILINE,
)
#: A name that promises a picture, and holds only words.
_WORDS = re.compile(r"^(picture|chart)[ \t]*=[ \t]*[\"']", re.MULTILINE)
#: A name that promises the last first, and its sorting.
_LATEST = re.compile(r"^latest[ \t]*=.*\.sort_values\((?P<inside>[^\n]*)\)", re.MULTILINE)


def of_result(given, cell):
    """Say what is missing round a result, where the cell shows it.

    Parameters
    ----------
    given : object
        What the cell gave.
    cell : str
        The cell that was run.

    Returns
    -------
    str
        Empty where nothing is known to be missing.

    Examples
    --------
    >>> from sinorus.teaching.kind_results import of_result
    >>> of_result("18 July 2000", 'picture = "18 July 2000"')[:34]
    '`picture` holds only words. Write '
    """
    kinds = {one.__name__ for one in type(given).__mro__}
    if "method" in kinds:
        name = given.__name__
        return f"Behind `{name}` its round brackets are missing: `{name}()`."
    if "TopLevelMixin" in kinds and "tooltip" in cell and bars_on_one_another(given):
        return (
            "These bars are wrong, each only one row long: the tooltip parts the rows, and nothing"
            " lays them side by side. Give `color` a column that stands on neither x nor y."
        )
    if "Series" in kinds and str(given.dtype).startswith("bool"):
        return _only_answers(cell)
    if type(given) is str and (found := _WORDS.search(cell)):
        return (
            f"`{found[1]}` holds only words. Write the whole line that draws, and these words "
            "between its round brackets."
        )
    found = _LATEST.search(cell) if "DataFrame" in kinds else None
    if found and "ascending" not in found["inside"]:
        return (
            "Here the earliest stands first. For the latest write `, ascending=False` before the "
            "round bracket closes."
        )
    return ""


def bars_on_one_another(given):
    """Whether counted bars of a chart lie one upon the other, for want of a colour that parts them.

    A tooltip parts what is counted, and Vega-Lite lays only what a colour parts side by side.

    Parameters
    ----------
    given : altair.TopLevelMixin
        A chart.

    Returns
    -------
    bool
    """
    try:
        drawn = chart(given)
    except Unreadable:
        return False
    counted = {name: item for name, item in drawn.aggregates.items() if name in ("x", "y") and item}
    places = {drawn.channels.get(name) for name in ("x", "y") if name not in counted}
    said = drawn.channels.get("tooltip") or ()
    said = set(said if isinstance(said, tuple) else (said,)) - places - {"count", None}
    parted = {drawn.channels.get(name) for name in ("color", "detail", "opacity")} - places - {None}
    return drawn.mark == "bar" and bool(counted) and bool(said) and not parted


def of_datum(chart):
    """Say that a stroke stands in a wrong place, because its number was given as a text.

    Parameters
    ----------
    chart : object
        What the cell gave.

    Returns
    -------
    str
        Empty where no value is laid as a text on an axis of numbers.

    Examples
    --------
    >>> import altair as alt, pandas as pd
    >>> sold = alt.Chart(pd.DataFrame({"n": [1, 9]})).mark_bar().encode(x="n")
    >>> of_datum(sold + sold.mark_rule().encode(x=alt.datum("5.6")))
    '"5.6" is a text here, so the stroke stands in a wrong place. Write alt.datum(5.6), a number.'
    """
    if not type(chart).__module__.startswith("altair.") or not hasattr(chart, "layer"):
        return ""
    layers = [layer.get("encoding", {}) for layer in chart.to_dict()["layer"]]
    for channel in ("x", "y"):
        given = [layer[channel] for layer in layers if channel in layer]
        if not any(one.get("type") == "quantitative" for one in given if "field" in one):
            continue
        for text in (one.get("datum") for one in given):
            if isinstance(text, str):
                plain = text.strip().replace(",", ".")
                number = plain if re.fullmatch(r"-?\d+(\.\d+)?", plain) else "56"
                as_ = "" if number == plain else ", such as"
                return (
                    f'"{text}" is a text here, so the stroke stands in a wrong place. '
                    f"Write{as_} alt.datum({number}), a number."
                )
    return ""


def of_answers(error, cell, names):
    """Say that answers were asked for a column, where the rows were meant.

    Parameters
    ----------
    error : BaseException
        What was raised.
    cell : str
        The cell that was run.
    names : dict
        What the student has, by name.

    Returns
    -------
    str
        Empty where no line of the cell names the answers of a filter without its table.
    """
    given = re.match(r"(\w+)[ \t]*=(?!=)", found[0]) if (found := _BARE.search(cell)) else None
    held = names.get(given[1]) if given and isinstance(error, KeyError) else None
    bare = type(held).__name__ == "Series" and str(held.dtype).startswith("bool")
    return _only_answers(cell) if bare else ""


def _only_answers(cell):
    found = _BARE.search(cell)
    if not found:
        return ""
    return (
        "These are only the answers, True or False, one for each row. Put the table and square "
        f"brackets round your question: `{found['table']}[ ]`, with the question inside."
    )


def never_given(name, cell):
    """Say that a line is not given the name which the last line shows.

    Parameters
    ----------
    name : str
        A name that Python does not know.
    cell : str
        The cell that was run.

    Returns
    -------
    str
        Empty where no line of the cell stands without a name, or the last line shows no name.

    Examples
    --------
    >>> from sinorus.teaching.kind_results import never_given
    >>> never_given("his", 'reports[reports["author_cited"] == "Yu Bin"]\\nhis')
    'No line of this cell gives `his` a value: put `his =` before your line.'
    """
    try:
        lines = ast.parse(cell).body
    except SyntaxError:
        return ""
    *before, last = lines or [None]
    shown = isinstance(last, ast.Expr) and isinstance(last.value, ast.Name)
    if not shown or last.value.id != name:
        return ""
    loose = [line for line in before if isinstance(line, ast.Expr)]
    used = {one.id for line in before for one in ast.walk(line) if isinstance(one, ast.Name)}
    if not loose or name in used:
        return ""
    return f"No line of this cell gives `{name}` a value: put `{name} =` before your line."
