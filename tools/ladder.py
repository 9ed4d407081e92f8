"""The ladder of verbs: what a student has met by a notebook, and what a cell asks for beyond it.

``data/ladder.csv`` has the verbs of the whole course. A verb is written as a beginner meets it
(``.sort_values``, ``table["column"]``, ``==``); what is learnt in one breath stands in one row,
joined by blanks and a stroke (``.encode / x= / y=``).
"""

import ast
import csv
import functools
import io
import re
import tokenize

from sinorus.paths import data_file

#: Notebooks that a teacher may give alone: they use no verb that only a method session brought.
HISTORY = ("01", "02", "04", "06", "07", "09")
#: So many verbs of pandas and Altair a notebook may bring; 00 is exempt, having none behind it.
NEW_VERBS = 6
#: The lines that stand before every example.
BEGIN = """import sinorus
import altair as alt
import pandas as pd
events = sinorus.load("events")
record = sinorus.load("record")
spring = events[events["year"] == 1999]
judged = spring.assign(tone="warm", told="list only")
chart = alt.Chart(spring).mark_point().encode(x="start", y="kind")"""
_COMPARED = {
    **{ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="},
    **{ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not"},
}
_COUNTED = {
    **{ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//"},
    **{ast.Mod: "%", ast.Pow: "**", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^"},
    **{ast.Not: "not", ast.Invert: "~", ast.And: "and", ast.Or: "or"},
}
_WRITTEN = {
    ast.List: '["a", "b"]',
    ast.Tuple: '("a", "b")',
    ast.Set: '{"a", "b"}',
    ast.Dict: '{"a": 1}',
    ast.JoinedStr: 'f"{name}"',
    ast.ListComp: "[... for ... in ...]",
    ast.SetComp: "{... for ... in ...}",
    ast.DictComp: "{... for ... in ...}",
    ast.GeneratorExp: "(... for ... in ...)",
    ast.IfExp: "... if ... else ...",
    ast.NamedExpr: ":=",
    ast.Starred: "*name",
}
_STATEMENTS = {
    **{ast.For: "for", ast.While: "while", ast.If: "if", ast.FunctionDef: "def"},
    **{ast.ClassDef: "class", ast.With: "with", ast.Try: "try", ast.Assert: "assert"},
    **{ast.Lambda: "lambda", ast.Return: "return", ast.Raise: "raise", ast.Delete: "del"},
    **{ast.AugAssign: "+=", ast.AnnAssign: "name: kind", ast.Break: "break", ast.Pass: "pass"},
}
_FILTER = 'table[table["column"] == "x"]'
#: Behind these names stand the verbs that are meant.
_ROOMS = {"str", "dt", "cat"}
_SHORTHAND = re.compile(r"(?:(\w+)\(.*\)|[^:()]*)(?::([QONTG]))?")


@functools.cache
def verbs():
    """The rows of the ladder, each with its parts.

    Returns
    -------
    tuple of dict

    Examples
    --------
    >>> from ladder import verbs
    >>> verbs()[0]["notebook"]
    '00'
    """
    with open(data_file("ladder.csv"), encoding="utf-8", newline="") as file:
        return tuple(
            row | {"parts": frozenset(row["verb"].split(" / "))} for row in csv.DictReader(file)
        )


def known(notebook):
    """Say what a student may be asked to write or read in a notebook.

    Parameters
    ----------
    notebook : str
        Its number, such as ``"04"``.

    Returns
    -------
    frozenset of str

    Examples
    --------
    >>> from ladder import known
    >>> "sinorus.show" in known("04"), ".str.contains" in known("04")
    (True, False)
    """
    rows = [
        row["parts"]
        for row in verbs()
        if row["notebook"] <= notebook
        and (notebook not in HISTORY or row["notebook"] in ("00", *HISTORY))
    ]
    return frozenset().union(*rows)


class _Reader(ast.NodeVisitor):
    """Collects names and constructs in the order of reading; what a student names is free."""

    def __init__(self, source, names, modules):
        self.source, self.names, self.modules, self.found = source, names, modules, []

    def add(self, *found):
        self.found += found

    def generic_visit(self, node):
        kind = type(node)
        if kind in _WRITTEN or kind in _STATEMENTS:
            self.add((_WRITTEN | _STATEMENTS)[kind])
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            self.names.add(node.name)
        super().generic_visit(node)

    def visit_arg(self, node):
        self.names.add(node.arg)

    def visit_Import(self, node):
        self.add("import", *["import ... as" for alias in node.names if alias.asname])
        self.modules |= {alias.asname or alias.name.split(".")[0] for alias in node.names}

    def visit_ImportFrom(self, node):
        self.add("from ... import")
        self.names |= {alias.asname or alias.name for alias in node.names}

    def visit_Assign(self, node):
        self.visit(node.value)
        for target in node.targets:
            if isinstance(target, ast.Subscript):
                self.add('table["new"] =')
                self.visit(target.value)
            else:
                self.add("=" if isinstance(target, ast.Name) else "a, b =")
                self.names |= {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}

    def visit_For(self, node):
        self.names |= {n.id for n in ast.walk(node.target) if isinstance(n, ast.Name)}
        self.generic_visit(node)

    def visit_comprehension(self, node):
        self.names |= {n.id for n in ast.walk(node.target) if isinstance(n, ast.Name)}
        self.generic_visit(node)

    def _of_comprehension(self, node):
        for inner in node.generators:
            self.visit(inner)
        self.generic_visit(node)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _of_comprehension

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Store):
            self.names.add(node.id)
        elif node.id not in self.names and node.id not in self.modules:
            self.add(node.id)

    def visit_Attribute(self, node):
        path, root = [node.attr], node.value
        while isinstance(root, ast.Attribute):
            path.insert(0, root.attr)
            root = root.value
        if isinstance(root, ast.Name) and root.id in self.modules:
            self.add(".".join([root.id, *path]))
            return
        room = isinstance(node.value, ast.Attribute) and node.value.attr in _ROOMS
        self.visit(node.value.value if room else node.value)
        self.add(f".{node.value.attr}.{node.attr}" if room else f".{node.attr}")

    def visit_Constant(self, node):
        value = node.value
        if isinstance(value, str):
            written = ast.get_source_segment(self.source, node) or ""
            self.add('"""text"""' if re.match(r"\w?(?:'''|\"\"\")", written) else '"text"')
        elif value is None or isinstance(value, bool):
            self.add(str(value))
        else:
            self.add("..." if value is ... else "1999")

    def visit_Compare(self, node):
        self.add(*[_COMPARED[type(operator)] for operator in node.ops])
        super().generic_visit(node)

    def visit_BinOp(self, node):
        self.add(_COUNTED.get(type(node.op), type(node.op).__name__))
        super().generic_visit(node)

    visit_BoolOp = visit_BinOp

    def visit_UnaryOp(self, node):
        if type(node.op) in _COUNTED:
            self.add(_COUNTED[type(node.op)])
        self.visit(node.operand)

    def visit_Subscript(self, node):
        self.visit(node.value)
        inner = node.slice
        if isinstance(node.value, ast.Attribute) and node.value.attr in ("loc", "iloc"):
            for part in inner.elts if isinstance(inner, ast.Tuple) else [inner]:
                self.visit(part)
        elif isinstance(inner, ast.Constant):
            self.add('table["column"]' if isinstance(inner.value, str) else "list[0]")
        elif isinstance(inner, ast.List):
            self.add('table[["a", "b"]]')
        elif isinstance(inner, ast.Slice):
            self.add("list[0:5]")
        else:
            self.add(_FILTER)
            self.visit(inner)

    def visit_Call(self, node):
        self.visit(node.func)
        self.add("name()", *[f"{word.arg}=" if word.arg else "**name" for word in node.keywords])
        for value in [*node.args, *[word.value for word in node.keywords]]:
            self.visit(value)
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                self._inside(node.func, value.value)

    def _inside(self, function, text):
        """What stands inside quotation marks and is code all the same."""
        name = function.attr if isinstance(function, ast.Attribute) else ""
        if name in ("query", "eval"):
            text = re.sub(r"`[^`]*`", "name", text).replace("@", "")
            self.found += constructs(text, set(re.findall(r"[^\W\d]\w*", text)))
        elif name == "encode" or (name and self.found and self._is_channel(function)):
            found = _SHORTHAND.fullmatch(text)
            aggregate, kind = found.groups() if found else ("", "")
            self.add(*[f'"{aggregate}()"'] if aggregate else [])
            self.add(*[f'":{kind}"'] if kind else [])

    def _is_channel(self, function):
        return isinstance(function.value, ast.Name) and function.value.id in self.modules & {"alt"}


def constructs(source, names=(), modules=()):
    """List the names and constructs of a piece of code as the ladder writes them, each once.

    Parameters
    ----------
    source : str
        The code. Comments that begin with ``###`` are marks of the build and are not seen.
    names, modules : set of str
        What the reader has named and imported before; what this code names is added.

    Returns
    -------
    list of str

    Raises
    ------
    SyntaxError
        If this is no Python.

    Examples
    --------
    >>> from ladder import constructs
    >>> constructs('few = acts[acts["year"] == 1999].head(5)', {"acts"})
    ['table[table["column"] == "x"]', '==', 'table["column"]', '1999', '.head', 'name()', '=']
    >>> constructs('chart.encode(x="count()", y="when:T")', {"chart"})
    ['.encode', 'name()', 'x=', 'y=', '"text"', '"count()"', '":T"']
    """
    reader = _Reader(source, names if isinstance(names, set) else set(names), modules)
    reader.modules = modules if isinstance(modules, set) else set(modules)
    reader.visit(ast.parse(source))
    if any(
        token.type == tokenize.COMMENT and not token.string.startswith("###")
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
    ):
        reader.add("# note")
    return list(dict.fromkeys(reader.found))


def beyond(cells, notebook):
    """List what visible cells ask for that was not introduced.

    Parameters
    ----------
    cells : list of (str, str, bool)
        Id and source of each cell of code, in order, and whether it is visible. What a collapsed
        cell names is known afterwards.
    notebook : str
        The notebook's number.

    Returns
    -------
    list of (str, str)
        Verb and cell, each verb once.

    Examples
    --------
    >>> from ladder import beyond
    >>> beyond([("a", "import sinorus\\nsinorus.show('NMD').upper()", True)], "04")
    [('.upper', 'a')]
    """
    names, modules, missing = set(), set(), {}
    for cell, source, visible in cells:
        for verb in _found(source, names, modules):
            if visible and verb not in known(notebook):
                missing.setdefault(verb, cell)
    return list(missing.items())


def _found(source, names, modules):
    try:
        return constructs(source, names, modules)
    except SyntaxError as error:
        return [f"what is no Python ({error.msg})"]


def idle(cells, notebook, spans=()):
    """List the verbs that the ladder gives to a notebook and that it neither uses nor prints.

    Parameters
    ----------
    cells, notebook
        As for `beyond`.
    spans : list of str
        What its text prints as code.

    Returns
    -------
    list of str

    Examples
    --------
    >>> from ladder import idle
    >>> ".mark_bar" in idle([("a", "import sinorus", True)], "04")
    True
    """
    names, modules, used = set(), set(), set()
    for source in [source for _, source, visible in cells if visible] + list(spans):
        used |= set(_found(source, names, modules))
    return [
        row["verb"] for row in verbs() if row["notebook"] == notebook and not row["parts"] & used
    ]
