"""What is said, in a sentence, of a name that Python does not know."""

import builtins
import functools
import re
import sys

from ..intact import package
from ..paths import notebook_cells, notebook_files
from .kind_results import never_given
from .kind_syntax import chain, without_texts
from .kind_tables import functions, is_table, near, of_query, table_of

QUOTE = "Words stand between quotation marks; without them Python looks for a thing of that name."
ABOVE = "Choose Run > Run All Above Selected Cell in the menu, then run this cell again."
#: How the ids of reports and documents begin, as somebody types them without quotation marks.
_PLACES = re.compile(r"(?:yu|miller|monitor|gpr|treaty|web|[cpe]\d+)$", re.IGNORECASE)
#: Numbers that a beginner writes as a word.
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
#: What a chart can work out of a column, and `count` of the rows.
COUNTED = ("count", "sum", "mean", "average", "median", "min", "max", "distinct")

#: What stands before a name that belongs to a module, and the two that are modules themselves.
_OWNERS = {"sinorus": "sinorus", "sinorus.charts": "sinorus.charts", "altair": "alt"}
_ROOMS = ("charts", "widgets")


def sentence(error, message, cell, names):
    """Say what a name that Python does not know was probably meant to be.

    Parameters
    ----------
    error : NameError
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
        Empty where the name does not stand in the cell.

    Examples
    --------
    >>> from sinorus.teaching.kind_names import sentence
    >>> error = NameError("name 'show' is not defined")
    >>> sentence(error, str(error), 'show("E16")', {})
    'Before `show`, `sinorus.` is missing: write `sinorus.show`.'
    >>> import pandas as pd
    >>> spring = {"spring": pd.DataFrame({"tone": ["neither"]})}
    >>> error = NameError("name 'neither' is not defined")
    >>> cell = 'spring.replace("a meeting", neither)'
    >>> sentence(error, str(error), cell, spring).partition(". ")[0]
    'If you mean the word, write it in quotation marks: `"neither"`'
    """
    found = re.search(r"name '(\w+)'", message)
    if not found or found[1] not in cell:
        return ""
    name = found[1]
    if "query" in functions(error):
        table = table_of(error, name)
        close = near(name, table.columns) if table is not None else ""
        return f"The table has no column `{name}`. {close}" if close else of_query()
    return (
        of_chart(name, cell)
        or _of_a_column(name, cell, names)
        or _owned(name, without_texts(cell))
        or _a_value(name, without_texts(cell), names)
        or never_given(name, cell)
        or _made_above(name, without_texts(cell))
        or _a_word(name, cell)
        or _held(name, without_texts(cell), names)
        or _unknown(name, cell, names)
    )


def of_chart(name, cell):
    """Say that what a chart counts stands in quotation marks; empty where no chart is made.

    Examples
    --------
    >>> from sinorus.teaching.kind_names import of_chart
    >>> of_chart("mean", 'alt.Chart(trade).mark_bar().encode(x=mean("china_total"))')
    'In a chart this stands in quotation marks as a whole: "mean(china_total)".'
    """
    if name not in COUNTED or "encode" not in cell:
        return ""
    found = re.search(rf"(?<![\w.\"'])(?:\w+\.)?{name}\b(?:\(\s*[\"']?([\w ]*)[\"']?\s*\))?", cell)
    if not found or not (found[1] is not None or name == "count"):
        return ""
    return f'In a chart this stands in quotation marks as a whole: "{name}({found[1] or ""})".'


def _of_a_column(name, cell, names):
    if re.search(rf"[(,]\s*{name}\s*==", cell) and "encode" in cell:
        return f"Between the brackets of encode one equals sign is enough: `{name}=...`."
    if any(name in table.columns for table in names.values() if is_table(table)):
        if "query(" in cell:
            return 'What query takes is a text, between quotation marks: `query("year == 1999")`.'
        if found := re.search(rf"[(,]\s*(\w+)\s*=\s*{name}\b", without_texts(cell)):
            return (
                f"`{name}` is a column. Its name stands between quotation marks: "
                f'`{found[1]}="{name}"`.'
            )
        return f'`{name}` is a column. Its name stands between quotation marks: `["{name}"]`.'
    return ""


def _a_value(name, bare, names):
    """A word that a column holds, asked for without quotation marks; a number as a word."""
    guessed = "sinorus.guess(" in bare
    if name in _NUMBERS and not guessed and re.search(rf"=\s*{name}\s*$", bare, re.MULTILINE):
        return f"Write a number in digits, without quotation marks: {_NUMBERS.index(name)}."
    asked = re.search(rf"(\w+)\[\s*[^\]]*\]\s*==\s*{name}\b(?!\s*[.(\[])", bare)
    table = names.get(asked[1]) if asked else None
    if is_table(table) and any((table[column] == name).any() for column in table.columns):
        return f'If you mean the word, write it in quotation marks: `== "{name}"`. {QUOTE}'
    return ""


def _held(name, bare, names):
    """A word that some table holds, given to a function without quotation marks."""
    if not re.search(rf"[(,]\s*{name}\s*[,)]", bare):
        return ""
    tables = [table for table in names.values() if is_table(table)]
    if any((table[column] == name).any() for table in tables for column in table.columns):
        return f'If you mean the word, write it in quotation marks: `"{name}"`. {QUOTE}'
    return ""


def _owned(name, bare):
    """What belongs to the course or to Altair is called by its owner's name first."""
    if not re.search(rf"(?<![\w.]){name}\s*{'[.]' if name in _ROOMS else '[(]'}", bare):
        return ""
    for module, owner in _OWNERS.items():
        if name in getattr(sys.modules.get(module), "__all__", ()):
            return f"Before `{name}`, `{owner}.` is missing: write `{owner}.{name}`."
    return ""


def _made_above(name, bare):
    """A name of the course that a cell further up makes; not one that this cell gives itself."""
    alone = re.search(rf"^\s*(\w+)\s*=\s*{name}\s*$", bare, re.MULTILINE)
    if alone and (alone[1] == name or "sinorus.guess(" in bare):
        return (
            f'If you mean the word, write it in quotation marks: `{alone[1]} = "{name}"`. {QUOTE}'
        )
    use = re.search(rf"(?<![\w.]){name}\b(?!\s*(?:=(?!=)|[.(\[]))", bare)
    given = re.search(rf"^{name}\s*=(?!=)", bare, re.MULTILINE)
    if use and given and use.start() < given.start():
        return (
            f"`{name}` is used here before this cell gives it: put the line that begins with "
            f"`{name} =` first."
        )
    if name in _tables():
        return (
            f"Python does not know `{name}` yet. After a break: {ABOVE} Or make it here: "
            f'`{name} = sinorus.load("{name}")`.'
        )
    if len(name) > 1 and (name == "sinorus" or name in _made_in_notebooks()):
        return (
            f"Python does not know `{name}` yet: the cell that makes it stands further up. {ABOVE}"
        )
    return ""


def _a_word(name, cell):
    if name == "HERE":
        return "HERE marks a place: put in its stead the line of which the text above it speaks."
    if ordered := chain(cell, name):
        return f'Put your whole answer between quotation marks: "{ordered}".'
    if re.fullmatch("[a-hA-H]", name) or _PLACES.match(name):
        return f'Do you mean "{_whole(name, cell)}"? {QUOTE}'
    return ""


def _unknown(name, cell, names):
    close = near(name, [*names, "sinorus", *dir(builtins)])
    if close:
        return f"There is nothing called `{name}`. {close}"
    if re.search(rf"(?<![=!<>])[=(\[,]\s*{name}\b(?!\s*[(.\[])", cell):
        return f'Do you mean the word "{name}"? {QUOTE}'
    return (
        f"Python does not know `{name}`. Is it spelt as in the cell that makes it, and was that "
        "cell run?"
    )


def _whole(name, cell):
    """A place as it was typed, of which Python read the first word only."""
    letters = re.search(rf"=\s*({name}(?:\s*,\s*[a-hA-H])+)\s*$", cell, re.MULTILINE)
    if letters:
        return letters[1]
    found = re.search(rf"\b{name}\b(?:-\w+)*(?: [cp¶]?\d+)*", cell)
    return found[0] if found else name


@functools.cache
def _tables():
    return set(package())


@functools.cache
def _made_in_notebooks():
    """The names that cells of the course make: what is missing after a break."""
    made = re.compile(r"^(?:import (\w+)$|import [\w.]+ as (\w+)|(\w+) = )", re.MULTILINE)
    found = set()
    for path in notebook_files():
        for cell in notebook_cells(path):
            if cell["cell_type"] == "code":
                found.update(*made.findall("".join(cell["source"])))
    return found - {""}
