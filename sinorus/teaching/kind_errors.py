"""One plain sentence below the commonest first errors of a cell, in a notebook only.

The library friendly-traceback does more, and was tried: it puts a text of its own in place of the
ordinary message, so that what a student sees is found in no book; it takes a quarter of a second
to load; and it knows neither the columns of a table nor a chart, which is where our students go
wrong. So the message stays as it is, and this small table says what a helpful neighbour would.
"""

import builtins
import difflib
import functools
import json
import re
import sys

from ..errors import SinorusError
from ..paths import course, data_file
from . import kind_syntax
from .exercise import Feedback

_QUOTE = "Words stand between quotation marks; without them Python looks for a thing of that name."
_DOTS = "Replace the three dots with what you think, then run the cell again."
_BRACKETS = (
    "Around & and | each condition stands in round brackets of its own: "
    '`(table["year"] == 1999) & (table["kind"] == "talk")`.'
)
_ABOVE = "Choose Run > Run All Above Selected Cell in the menu, then run this cell again."
#: How the ids of reports and documents begin, as somebody types them without quotation marks.
_PLACES = re.compile(r"(?:yu|miller|monitor|gpr|treaty|web|[cpe]\d+)$", re.IGNORECASE)
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
        else:
            said = blank_chart(result.result)
        if said:
            from IPython.display import display

            feedback = Feedback("", "hint", said)
            both = {"text/plain": repr(feedback), "text/html": feedback._repr_html_()}
            display(both, raw=True)
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


# --- names --------------------------------------------------------------------------------------


def _syntax(error, message, cell, names):
    if "query" in _functions(error):
        return _of_query(cell)
    return kind_syntax.sentence(error, cell)


def _name(error, message, cell, names):
    found = re.search(r"name '(\w+)'", message)
    if not found:
        return ""
    name = found[1]
    if name not in cell:
        return ""
    if "query" in _functions(error):
        table = _table(error, name)
        near = _near(name, table.columns) if table is not None else ""
        return f"The table has no column `{name}`. {near}" if near else _of_query(cell)
    if re.search(rf"[(,]\s*{name}\s*==", cell) and "encode" in cell:
        return f"Between the brackets of encode one equals sign is enough: `{name}=...`."
    if any(name in table.columns for table in names.values() if _is_table(table)):
        if "query(" in cell:
            return 'What query takes is a text, between quotation marks: `query("year == 1999")`.'
        return f'`{name}` is a column. Its name stands between quotation marks: `["{name}"]`.'
    if name in _tables():
        return (
            f"Python does not know `{name}` yet. After a break: {_ABOVE} Or make it here: "
            f'`{name} = sinorus.load("{name}")`.'
        )
    if len(name) > 1 and (name == "sinorus" or name in _made_in_notebooks()):
        return (
            f"Python does not know `{name}` yet: the cell that makes it stands further up. {_ABOVE}"
        )
    if re.fullmatch("[a-hA-H]", name) or _PLACES.match(name):
        return f'Do you mean "{_whole(name, cell)}"? {_QUOTE}'
    near = _near(name, [*names, "sinorus", *dir(builtins)])
    if near:
        return f"There is nothing called `{name}`. {near}"
    if re.search(rf"(?<![=!<>])[=(\[,]\s*{name}\b(?!\s*[(.\[])", cell):
        return f'Do you mean the word "{name}"? {_QUOTE}'
    return (
        f"Python does not know `{name}`. Is it spelt as in the cell that makes it, and was that "
        "cell run?"
    )


def _whole(name, cell):
    """A place as it was typed, of which Python read the first word only."""
    found = re.search(rf"\b{name}\b(?:-\w+)*(?: [cp¶]?\d+)*", cell)
    return found[0] if found else name


def _of_query(cell):
    return (
        "The text between the brackets of query cannot be read. Inside it, words stand between "
        "single marks, and two equals signs ask: `query(\"kind == 'talk'\")`."
    )


@functools.cache
def _tables():
    package = json.loads(data_file("datapackage.json").read_text(encoding="utf-8"))
    return {resource["name"] for resource in package["resources"]}


@functools.cache
def _made_in_notebooks():
    """The names that cells of the course make: what is missing after a break."""
    made = re.compile(r"^(?:import (\w+)$|import [\w.]+ as (\w+)|(\w+) = )", re.MULTILINE)
    found = set()
    for path in (course() / "notebooks").glob("*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                found.update(*made.findall("".join(cell["source"])))
    return found - {""}


def _near(name, known):
    """A question after the nearest known name, empty if none is near."""
    known = [one for one in map(str, known) if not one.startswith("_")]
    same = [one for one in known if one.casefold() == name.casefold()]
    close = same or difflib.get_close_matches(name, known, n=1, cutoff=0.7)
    if not close:
        return ""
    capitals = " Capital letters count." if same else ""
    return f"Did you mean `{close[0]}`?{capitals}"


def _import(error, message, cell, names):
    if "matplotlib" in message:
        return "The course draws with Altair, such as `alt.Chart(table).mark_bar()`."
    near = _near(error.name or "", ["sinorus", "altair", "pandas"])
    return f"There is nothing called `{error.name}` to import. {near}" if near else ""


def _attribute(error, message, cell, names):
    thing, name = getattr(error, "obj", None), error.name or ""
    if ".str accessor" in message:
        return "This column holds numbers or days, and .str works on words."
    if thing is None or not name or name not in cell:
        return ""
    if type(thing).__name__ == "Series" and name in _OF_WORDS:
        return f"Between a column and {name} stands .str: `.str.{name}(...)`."
    near = _near(name, [*(thing.columns if _is_table(thing) else ()), *dir(thing)])
    return f"There is no `.{name}` here. {near}" if near else ""


# --- tables -------------------------------------------------------------------------------------


def _is_table(thing):
    return any(one.__name__ == "DataFrame" for one in type(thing).__mro__)


def _frames(error):
    """The functions through which an error came, the innermost first; not the cell itself."""
    found, at = [], error.__traceback__
    while at is not None:
        if at.tb_frame.f_locals is not at.tb_frame.f_globals:
            found.insert(0, at.tb_frame)
        at = at.tb_next
    return found


def _functions(error):
    return {frame.f_code.co_name for frame in _frames(error)}


def _table(error, column):
    """The table in which a column was looked for in vain."""
    for frame in _frames(error):
        values = [*frame.f_locals.values()]
        values += [getattr(one, "data", None) for one in values if hasattr(one, "to_dict")]
        for value in values:
            if _is_table(value) and column not in value.columns:
                return value
    return None


def _column(error, message, cell, names):
    missing = re.findall(r"'([^']*)'", message.partition("dtype")[0])
    key = error.args[0] if error.args else ""
    name = key if len(missing) < 2 and "[" not in str(key) else missing[0] if missing else key
    table = _table(error, name)
    if table is None or str(name) not in cell:
        return ""
    if isinstance(name, int):
        return (
            "Between the square brackets behind a table stands the name of a column, in quotation "
            "marks. The first rows are `table.head()`."
        )
    return _no_column(name, table)


def _no_column(name, table):
    near = _near(str(name), table.columns)
    all_of_them = ", ".join(map(str, table.columns[:12]))
    more = ", ..." if len(table.columns) > 12 else ""
    return f'The table has no column "{name}". {near or f"It has: {all_of_them}{more}."}'


def blank_chart(chart):
    """Say why a chart is empty whose column is misspelt but has its type; empty if all is well."""
    if not type(chart).__module__.startswith("altair.") or not _is_table(chart.data):
        return ""
    table = chart.data
    spec = chart.to_dict()
    if "transform" in spec:
        return ""
    fields = [item.get("field") for item in spec.get("encoding", {}).values() if "field" in item]
    # a dot stands for a field inside a field, and is written with a backslash if it is none
    lost = [field for field in fields if isinstance(field, str) and field not in table.columns]
    lost = [field for field in lost if not set(".[\\") & set(field)]
    return f"So the chart is empty there. {_no_column(lost[0], table)}" if lost else ""


# --- what was handed over -----------------------------------------------------------------------


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
    near = f"Altair writes `{american}`." if american != word else _near(word, known)
    return f"`{word}` is not known before an equals sign here. {near}".strip()


def _type(error, message, cell, names):
    found = re.search(r"(\w+)\(\) got an unexpected keyword argument '(\w+)'", message)
    if found:
        function = getattr(sys.modules["sinorus"], found[1], None)
        code = getattr(function, "__code__", None)
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
    (r"missing \d+ required", "Something is missing between the round brackets."),
)


def _value(error, message, cell, names):
    if "truth value" in message:
        return f"Between two conditions write & in place of and, | in place of or. {_BRACKETS}"
    if "without a target" in message:
        return 'Two equals signs ask whether things are equal: `query("page == 2")`.'
    found = re.search(r'data type for the field "(.+?)"|^(\S+) encoding field', message)
    if not found:
        return ""
    name = found[1] or found[2]
    table = _table(error, name)
    if table is not None:
        return _no_column(name, table)
    return "A chart takes a table, not its name: alt.Chart(events), without quotation marks."


#: Which function says it, by the kind of error; the first that fits.
_KINDS = (
    (SyntaxError, _syntax),
    (NameError, _name),
    (ImportError, _import),
    (AttributeError, _attribute),
    (KeyError, _column),
    (TypeError, _type),
    (ValueError, _value),
)
