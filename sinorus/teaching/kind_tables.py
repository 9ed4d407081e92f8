"""What is said, in a sentence, where a table, its column or its chart is at fault."""

import difflib
import re

from .kind_syntax import without_texts

_COUNT = re.compile(r"counts?(?:\(\s*\)?)?", re.IGNORECASE)

#: So many words of a column are named one by one.
_FEW = 8
#: What is looked for in a column: `table["column"] == what`.
_ASKED = re.compile(r"(\w+)\[[\"'](\w+)[\"']\]\s*==\s*(\w+|\"[^\"\n]*\"|'[^'\n]*'|\.\.\.)")
_WITHOUT, _WITH = "without quotation marks.", "in quotation marks."


def near(name, known):
    """Ask, after a name that is not known, whether the nearest known one is meant.

    Parameters
    ----------
    name : str
        What was written.
    known : iterable
        What there is.

    Returns
    -------
    str
        A question; empty if none is near.

    Examples
    --------
    >>> from sinorus.teaching.kind_tables import near
    >>> near("evens", ["events", "record"])
    'Did you mean `events`?'
    """
    known = [one for one in map(str, known) if not one.startswith("_")]
    same = [one for one in known if one.casefold() == name.casefold()]
    close = same or difflib.get_close_matches(name, known, n=1, cutoff=0.7)
    if not close:
        return ""
    capitals = " Capital letters count." if same else ""
    return f"Did you mean `{close[0]}`?{capitals}"


def is_table(thing):
    """Tell whether something is a table, without loading pandas."""
    return any(one.__name__ == "DataFrame" for one in type(thing).__mro__)


def _frames(error):
    """The functions through which an error came, the innermost first; not the cell itself."""
    found, at = [], error.__traceback__
    while at is not None:
        if at.tb_frame.f_locals is not at.tb_frame.f_globals:
            found.insert(0, at.tb_frame)
        at = at.tb_next
    return found


def functions(error):
    """Name the functions through which an error came."""
    return {frame.f_code.co_name for frame in _frames(error)}


def table_of(error, column):
    """Find the table in which a column was looked for in vain; None if there is none."""
    for frame in _frames(error):
        values = [*frame.f_locals.values()]
        values += [getattr(one, "data", None) for one in values if hasattr(one, "to_dict")]
        for value in values:
            if is_table(value) and column not in value.columns:
                return value
    return None


def of_query():
    """Say how the text of a query is written."""
    return (
        "The text between the brackets of query cannot be read. Inside it, words stand between "
        "single marks, and two equals signs ask: `query(\"kind == 'talk'\")`."
    )


def column(error, message, cell, names):
    """Say what a column is asked for by, after a KeyError.

    Parameters
    ----------
    error : KeyError
        What was raised.
    message : str
        Its text.
    cell : str
        The cell that was run.
    names : dict
        What the student has so far, by name.

    Returns
    -------
    str
        Empty where no column of a table was looked for.
    """
    missing = re.findall(r"'([^']*)'", message.partition("dtype")[0])
    key = error.args[0] if error.args else ""
    name = key if len(missing) < 2 and "[" not in str(key) else missing[0] if missing else key
    table = table_of(error, name)
    if table is None:
        return ""
    bare = without_texts(cell)
    if isinstance(name, bool):
        return _asked_too_early(cell)
    if said := _held(name, table, bare, names):
        return said
    if str(name) not in cell:
        return ""
    if isinstance(name, int):
        return (
            "Between the square brackets behind a table stands the name of a column, in quotation "
            "marks. The first rows are `table.head()`."
        )
    return no_column(name, table)


def _asked_too_early(cell):
    """A comparison stands where the name of a column should: `table["page" == 2]`."""
    found = re.search(r"(\w+)\[\s*[\"']?(\w+)[\"']?\s*==", cell)
    table, name = found.groups() if found else ("table", "year")
    return (
        "The square bracket behind a column ends before the equals signs: "
        f'`{table}["{name}"] == ...`. Round this question stand the table and its square brackets '
        f"once more: `{table}[ ]`."
    )


def _held(key, table, bare, names):
    """A name without quotation marks stands for a column, and holds something else."""
    for frame, name in re.findall(r"(\w+)\[\s*([^\W\d]\w*)\s*\]", bare):
        value = names.get(name)
        if type(value).__name__ != type(key).__name__ or value != key:
            continue
        if name not in table.columns:
            return (
                f"`{name}` holds {value!r}, and that is no column. Between the square brackets "
                "behind a table stands the name of a column, in quotation marks."
            )
        return (
            f'A column\'s name stands in quotation marks: `{frame}["{name}"]`. Rows are asked for '
            f'with ==, as in `{frame}[{frame}["{name}"] == {name}]`.'
        )
    return ""


def no_column(name, table):
    """Say that a table has no such column, and what it has.

    Parameters
    ----------
    name : str
        What was asked for.
    table : pandas.DataFrame
        The table.

    Returns
    -------
    str

    Examples
    --------
    >>> import sinorus
    >>> from sinorus.teaching.kind_tables import no_column
    >>> no_column("count", sinorus.load("trade"))[:68]
    'The table has no column "count". If you count rows, write "count()",'
    """
    hint = near(str(name), table.columns)
    if _COUNT.fullmatch(str(name)):
        return (
            f'The table has no column "{name}". If you count rows, write "count()", with the round '
            "brackets inside the quotation marks."
        )
    all_of_them = ", ".join(map(str, table.columns[:12]))
    more = ", ..." if len(table.columns) > 12 else ""
    return f'The table has no column "{name}". {hint or f"It has: {all_of_them}{more}."}'


def _quoted(words):
    return ", ".join(f'"{one}"' for one in words)


def no_rows(table, cell, names):
    """Say why a table has no row left, where a number was looked for among words or the other way.

    Parameters
    ----------
    table : object
        What the cell gave.
    cell : str
        The cell that was run.
    names : dict
        What the student has, by name.

    Returns
    -------
    str
        Empty where rows are left, or the reason is not known.

    Examples
    --------
    >>> import sinorus
    >>> from sinorus.teaching.kind_tables import no_rows
    >>> events = sinorus.load("events")
    >>> no_rows(events.head(0), 'events[events["year"] == "1999"]', {"events": events})
    'No row fits: the column "year" holds numbers. Write 1999 without quotation marks.'
    """
    if not is_table(table) or len(table):
        return ""
    for frame, name, written in _ASKED.findall(cell):
        whole, given = names.get(frame), names.get(written, written.strip("\"'"))
        if given is ... or written == "...":
            hold = f"`{written}` holds" if written != "..." else "here stand"
            return f"No row fits: {hold} three dots still. Write what you look for in their place."
        if not is_table(whole) or name not in whole.columns or not len(whole):
            continue
        numbers, text = whole[name].dtype.kind in "iuf", isinstance(given, str)
        if numbers and text and (written in names or written[0] in "\"'"):
            end = given if given.isdigit() else "a number"
            return f'No row fits: the column "{name}" holds numbers. Write {end} {_WITHOUT}'
        if whole[name].dtype.kind in "OUT" and (written.isdigit() or isinstance(given, int)):
            return f'No row fits: the column "{name}" holds words. Write "{given}" {_WITH}'
        if text and not numbers and (close := near(given, whole[name].dropna().unique())):
            return f'No row fits: the column "{name}" does not hold "{given}". {close}'
        known = list(dict.fromkeys(whole[name].dropna()))
        if text and not given.isdigit() and 1 < len(known) <= _FEW and given not in known:
            return f'No row fits: in the column "{name}" stand {_quoted(known)}, letter by letter.'
    return ""


def no_table(given):
    """Say that `sinorus.table` is missing where a table and its columns were set side by side.

    Examples
    --------
    >>> import sinorus
    >>> from sinorus.teaching.kind_tables import no_table
    >>> no_table((sinorus.load("events").head(), ["when", "what"]))[:63]
    'A table and a list of columns, side by side: put both between t'
    """
    if not isinstance(given, tuple) or len(given) < 2 or not is_table(given[0]):
        return ""
    if all(isinstance(one, str | list) for one in given[1:]):
        return (
            "A table and a list of columns, side by side: put both between the brackets of "
            "`sinorus.table(...)`."
        )
    return ""


def counted_outside(given, cell):
    """Say that `value_counts` stands behind the bracket of `sinorus.table`, not inside it.

    Examples
    --------
    >>> import sinorus
    >>> from sinorus.teaching.kind_tables import counted_outside
    >>> counts = sinorus.load("events")["n_reports"].value_counts()
    >>> cell = 'sinorus.table(events["n_reports"]).value_counts()'
    >>> counted_outside(counts, cell)[:56]
    'Here `value_counts()` stands behind the bracket of `sino'
    """
    named = "Series" in {one.__name__ for one in type(given).__mro__}
    if not named or not re.search(r"sinorus\.table\([^()\n]*\)\.value_counts\(\)", cell):
        return ""
    return (
        "Here `value_counts()` stands behind the bracket of `sinorus.table( )`. Write it inside, "
        "behind the column, and the result is set as a table."
    )


def blank_chart(chart):
    """Say why a chart is empty whose column is misspelt but has its type; empty if all is well."""
    if not type(chart).__module__.startswith("altair.") or not is_table(chart.data):
        return ""
    table = chart.data
    spec = chart.to_dict()
    if "transform" in spec:
        return ""
    fields = [item.get("field") for item in spec.get("encoding", {}).values() if "field" in item]
    # a dot stands for a field inside a field, and is written with a backslash if it is none
    lost = [field for field in fields if isinstance(field, str) and field not in table.columns]
    lost = [field for field in lost if not set(".[\\") & set(field)]
    return f"So the chart is empty there. {no_column(lost[0], table)}" if lost else ""
