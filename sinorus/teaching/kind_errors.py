"""One plain sentence below the commonest first errors of a cell, in a notebook only.

The library friendly-traceback does more, and was tried: it puts a text of its own in place of the
ordinary message, so that what a student sees is found in no book; it takes a quarter of a second
to load; and it knows neither the columns of a table nor a chart, which is where our students go
wrong. So the message stays as it is, and this small table says what a helpful neighbour would.
"""

import re
import sys

from ..errors import SinorusError
from . import kind_names, kind_syntax
from .exercise import Feedback
from .kind_results import of_answers, of_datum, of_result
from .kind_tables import (
    blank_chart,
    column,
    counted_outside,
    functions,
    is_table,
    near,
    no_column,
    no_rows,
    no_table,
    of_query,
    table_of,
)

_DOTS = "Replace the three dots with what you think, then run the cell again."
_YET = "Nothing yet: write your line in place of the three dots."
_BRACKETS = (
    "Around & and | each condition stands in round brackets of its own: "
    '`(table["year"] == 1999) & (table["kind"] == "talk")`.'
)
#: What works on the words of a column stands behind .str.
_OF_WORDS = ("contains", "startswith", "endswith", "lower", "upper", "split", "strip", "len")


def listen(shell):
    """Have IPython say a sentence below the errors that `sentence` knows.

    Parameters
    ----------
    shell : IPython.core.interactiveshell.InteractiveShell
        The shell; telling it twice changes nothing.
    """
    listener.last = getattr(sys, "last_value", None)
    shell.events.register("post_run_cell", listener)
    # Only what a cell gives as a whole comes here, so dots in a list stay as they are.
    shell.display_formatter.ipython_display_formatter.for_type(type(...), _nothing_yet)


def _nothing_yet(dots):
    _display(Feedback("", "unanswered", _YET))


def _display(feedback):
    from IPython.display import display

    both = {"text/plain": repr(feedback), "text/html": feedback._repr_html_()}
    display(both, raw=True)


def listener(result):
    """Look, after a cell, whether an error was shown. A failure in here is never seen."""
    try:
        # An error in drawing a chart is shown by IPython and handed to nobody; it stays behind as
        # the interpreter's last one.
        last = getattr(sys, "last_value", None)
        shown = last if last is not listener.last else None
        listener.last = last
        error = result.error_before_exec or result.error_in_exec or shown
        cell = getattr(result.info, "raw_cell", None) or ""
        if error is not None:
            said = sentence(error, cell, _namespace())
            said = said or of_answers(error, cell, _namespace())
        else:
            given = result.result
            said = (
                blank_chart(given)
                or of_datum(given)
                or no_rows(given, cell, _namespace())
                or no_table(given)
            )
            said = said or counted_outside(given, cell) or of_result(given, cell)
        if said:
            _display(Feedback("", "hint", said))
    except Exception:
        return


listener.last = None


def _namespace():
    shell = sys.modules["IPython"].get_ipython()
    return shell.user_ns if shell else {}


def sentence(error, cell="", names=None):
    """Say in a sentence what probably went wrong.

    Parameters
    ----------
    error : BaseException
        What was raised.
    cell : str
        The cell that was run.
    names : dict, optional
        What the student has so far, by name.

    Returns
    -------
    str
        Empty where no sentence would help; the errors of this package have their own.

    Examples
    --------
    >>> from sinorus.teaching.kind_errors import sentence
    >>> sentence(NameError("name 'evens' is not defined"), "evens.head()", {"events": 1})
    'There is nothing called `evens`. Did you mean `events`?'
    """
    if isinstance(error, SinorusError) or not isinstance(error, Exception):
        return ""
    message = str(error)
    if re.search(r"'ellipsis'|type ellipsis|\bEllipsis\b|field \"\.\.\.\"", message):
        return _DOTS
    for kind, said in _KINDS:
        if isinstance(error, kind):
            return said(error, message, cell, names or {})
    if type(error).__name__ == "SchemaValidationError":
        return _parameter(message)
    return ""


def _syntax(error, message, cell, names):
    if "query" in functions(error):
        return of_query()
    return kind_syntax.sentence(error, cell)


def _import(error, message, cell, names):
    if "matplotlib" in message:
        return "The course draws with Altair, such as `alt.Chart(table).mark_bar()`."
    close = near(error.name or "", ["sinorus", "altair", "pandas"])
    return f"There is nothing called `{error.name}` to import. {close}" if close else ""


def _attribute(error, message, cell, names):
    thing, name = getattr(error, "obj", None), error.name or ""
    if ".str accessor" in message:
        return "This column holds numbers or days, and .str works on words."
    if thing is None or not name or name not in cell:
        return ""
    if said := _no_chart(thing, name, cell):
        return said
    if type(thing).__name__ == "Series" and name in _OF_WORDS:
        return f"Between a column and {name} stands .str: `.str.{name}(...)`."
    close = near(name, [*(thing.columns if is_table(thing) else ()), *dir(thing)])
    return f"There is no `.{name}` here. {close}" if close else ""


def _no_chart(thing, name, cell):
    """A table, its name or Altair itself is asked for what only a chart has."""
    if type(thing).__name__ == "module":
        if thing.__name__.startswith("altair") and (said := kind_names.of_chart(name, cell)):
            return said
        table = "acts"
    elif is_table(thing) or isinstance(thing, str) or type(thing).__name__ == "Series":
        found = re.search(rf"(\w+)[\"']?(?:\[[^]]*\])*\.{name}\b", cell)
        table = found[1] if found else "acts"
    else:
        return ""
    if name.startswith("mark_") or name in ("encode", "properties", "facet"):
        mark = name if name.startswith("mark_") else "mark_bar"
        return f"A chart is made of a whole table first: `alt.Chart({table}).{mark}()`."
    return ""


# --- what was handed over -----------------------------------------------------------------------


#: What `encode` takes in this course, and what it is often asked for.
_CHANNELS = (
    "x",
    "y",
    "x2",
    "y2",
    "color",
    "shape",
    "size",
    "opacity",
    "text",
    "tooltip",
    "order",
    "row",
    "column",
    "facet",
    "detail",
)


def _parameter(message):
    """A word before an equals sign that Altair does not know."""
    found = re.search(r"has no parameter named '(\w+)'", message)
    if not found:
        return ""
    known = re.findall(r"\w+", message.partition("names are:")[2].partition("See the help")[0])
    # of a whole chart the message leaves out what is asked for most
    return _keyword(found[1], [*known, "title"])


def _keyword(word, known):
    american = word.replace("colour", "color").replace("grey", "gray").replace("centre", "center")
    close = f"Altair writes `{american}`." if american != word else near(word, known)
    return f"`{word}` is not known before an equals sign here. {close}".strip()


def _type(error, message, cell, names):
    for word in ("sum", "min", "max"):
        if re.search(rf"[=(,]\s*{word}\(", cell) and (said := kind_names.of_chart(word, cell)):
            return said
    found = re.search(r"(\w+)\(\) got an unexpected keyword argument '(\w+)'", message)
    if found:
        function = getattr(sys.modules["sinorus"], found[1], None)
        code = getattr(function, "__code__", None)
        if found[1] == "encode":
            return _keyword(found[2], _CHANNELS)
        return _keyword(found[2], code.co_varnames[: code.co_argcount + 2] if code else [])
    for pattern, said in _TYPES:
        if re.search(pattern, message, re.DOTALL):
            return said if said is not _BRACKETS or re.search("[&|]", cell) else ""
    return ""


#: What the message of a TypeError has, and what is said.
_TYPES = (
    (r"rand_|ror_|should be pandas\.NA|operand type\(s\) for [&|]|Cannot perform", _BRACKETS),
    (
        r"'(DataFrame|Series|Table)' object is not callable",
        'Behind a table stand square brackets, with the name of a column: `table["year"]`.',
    ),
    (r"'str' object is not callable", "Between two texts stands a comma. Is one missing?"),
    (r"'(function|method)' object is not subscriptable", "Here stand round brackets ( )."),
    (
        r"datetime64.* and (int|float)",
        'A day stands between quotation marks, such as "1999-05-08".',
    ),
    (
        r"StrDType|<U\d|not supported between instances of|dtype=(int|float).* and str",
        "A number and a text cannot be compared or added. Numbers stand without quotation marks.",
    ),
    (
        r"can only concatenate|operand type\(s\) for \+: '(int|str)' and '(int|str)'",
        "A number and a text cannot be added. Numbers stand without quotation marks.",
    ),
    (
        r"sort_values\(\) takes \d+ positional",
        "Too much stands between the brackets of `sort_values`. Close them before the list of "
        "columns: `sort_values(..., ascending=False), shown`.",
    ),
    (
        r"operand type\(s\) for [-+*/]+: ('tuple' and|'(int|float)' and 'tuple')"
        r"|DatumType.*takes 2 positional",
        "Is there a comma in a number? Python writes a point: 0.5, and not 0,5.",
    ),
    (r"missing \d+ required", "Something is missing between the round brackets."),
)


def _value(error, message, cell, names):
    if "truth value" in message:
        return f"Between two conditions write & in place of and, | in place of or. {_BRACKETS}"
    if "expected type bool" in message:
        return "True and False stand without quotation marks."
    if "without a target" in message:
        return 'Two equals signs ask whether things are equal: `query("page == 2")`.'
    found = re.search(r'data type for the field "(.+?)"|^(\S+) encoding field', message)
    if not found:
        return ""
    name = found[1] or found[2]
    table = table_of(error, name)
    if table is not None:
        return no_column(name, table)
    return "A chart takes a table, not its name: alt.Chart(events), without quotation marks."


#: Which function says it, by the kind of error; the first that fits.
_KINDS = (
    (SyntaxError, _syntax),
    (NameError, kind_names.sentence),
    (ImportError, _import),
    (AttributeError, _attribute),
    (KeyError, column),
    (TypeError, _type),
    (ValueError, _value),
)
