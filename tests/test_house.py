"""The house in one look: its rooms, who may import whom, how big a module is, that examples run."""

import ast
import doctest
import importlib
from pathlib import Path

import pytest

import sinorus

PACKAGE = Path(sinorus.__file__).parent
FILES = {
    ".".join(("sinorus", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
#: The floors of the house, from the ground: a file may import from its own and from those below.
FLOORS = (
    ("sinorus.errors", "sinorus.locators"),
    ("sinorus.reading",),
    # what a student calls, and the pictures
    ("sinorus.charts", "sinorus"),
    ("sinorus.teaching",),
    ("sinorus.widgets",),
)
#: Only these name rooms of every floor: the lazy front door, and what a terminal starts.
DOORS = {"sinorus", "sinorus.__main__"}


def floor_of(module):
    """The floor of a module; the longest name that fits counts."""
    rooms = {room: floor for floor, names in enumerate(FLOORS) for room in names}
    fits = [room for room in rooms if module == room or module.startswith(f"{room}.")]
    return rooms[max(fits, key=len)]


def imports(name, path):
    """Yield (module imported, whether inside a function) for imports of our own modules."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
    }
    parts = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            base = parts[: len(parts) - node.level + 1] if node.level else []
            module = ".".join([*base, *((node.module or "").split(".") if node.module else [])])
            for alias in node.names:
                whole = f"{module}.{alias.name}"
                found = whole if whole in FILES else module
                if found.split(".")[0] == "sinorus":
                    yield found, node in inside
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "sinorus":
                    yield alias.name, node in inside


GRAPH = {name: sorted(set(imports(name, path))) for name, path in FILES.items()}


def test_every_file_is_seen():
    assert {"sinorus.teaching.exercises.nb07", "sinorus.reading.dates"} <= set(FILES)
    assert sum(map(len, GRAPH.values())) > 40


@pytest.mark.parametrize("name", [name for name in FILES if name not in DOORS])
def test_no_file_imports_from_a_floor_above(name):
    for other, _ in GRAPH[name]:
        assert other != "sinorus" or name.startswith("sinorus.teaching"), f"{name}: the front door"
        assert floor_of(other) <= floor_of(name), f"{name} imports {other}"


@pytest.mark.parametrize("name", [name for name in FILES if name not in DOORS])
def test_no_import_is_hidden_in_a_function(name):
    """Inside a function stand imports of heavy libraries only, never of our own modules."""
    assert [other for other, hidden in GRAPH[name] if hidden] == []


@pytest.mark.parametrize("name", [name for name in FILES if name not in DOORS])
def test_no_import_is_dynamic(name):
    text = FILES[name].read_text(encoding="utf-8")
    for word in ("importlib", "__import__", "pkgutil"):
        assert word not in text


def test_there_is_no_circle():
    done, open_names = set(), []

    def visit(name):
        assert name not in open_names, " -> ".join([*open_names, name])
        if name in done or name in DOORS:
            return
        open_names.append(name)
        for other, _ in GRAPH.get(name, []):
            visit(other)
        done.add(open_names.pop())

    for name in FILES:
        visit(name)


def code_lines(path):
    """How many lines of a module are code: no docstrings, comments or blanks."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = [
        node.body[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and ast.get_docstring(node, clean=False)
    ]
    said = {line for node in docstrings for line in range(node.lineno, node.end_lineno + 1)}
    rows = path.read_text(encoding="utf-8").splitlines()
    return sum(
        bool(row.strip()) and not row.strip().startswith("#") and number not in said
        for number, row in enumerate(rows, 1)
    )


@pytest.mark.parametrize("name", [name for name in FILES if ".exercises." not in name])
def test_a_module_is_one_idea(name):
    assert len(FILES[name].read_text(encoding="utf-8").splitlines()) <= 400
    assert code_lines(FILES[name]) <= 260


@pytest.mark.parametrize("name", [name for name in FILES if name not in DOORS])
def test_examples_in_docstrings_run(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    failures, _ = doctest.testmod(
        importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE
    )
    assert failures == 0


def test_a_newcomer_finds_where_things_are_read():
    """Where is an answer read, where a locator, where a date? The file's name says so."""
    for name in ("teaching.answers", "locators", "reading.dates", "teaching.essays"):
        assert f"sinorus.{name}" in FILES
