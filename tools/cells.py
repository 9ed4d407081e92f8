"""The cells of a notebook as a student meets them: what is shown, typed, hidden, how long it is."""

import ast
import html
import math
import re
from dataclasses import dataclass, field

import prose
from build_notebooks import blank

_CHART = "application/vnd.vegalite.v5+json"
_PICTURES = {_CHART, "image/png", "image/svg+xml"}
EXERCISE = re.compile(r"sinorus\.check\(\s*\"(\d\d\.\w+)\"")
_DRAWS = re.compile(r"sinorus\.charts\.|\balt\.")
#: A sentence that asks the student to write or change something, and names what.
_ASK = re.compile(
    r"""(?:^|[.,;:?!]["”)*]*\s|\b(?:above|below|then|and|now|please|or|line|cell|bracket)\s)
    \**(?:write|type|put|change|replace|add|delete|take\saway|remove|move|swap|fill)\b
    [^.?!]*(?:`|["“]|\bdots?\b|\bin\splace\sof\b|\b(?:number|day|word|letter|line|cell|mark)s?\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_DOTS = re.compile(r"""(?<![\w.])\.\.\.(?![\w.])|["']\s*["'](?=\s*[,)\n]|$)|\"\"\"\s*\"\"\"""")
#: How JupyterLab sets a notebook on a laptop: signs a line, pixels of a line, a screen, a margin.
_LINE, _HEIGHT, _SCREEN, _MARGIN, _HEADING = 115, 20, 600, 14, 40


@dataclass
class Cell:
    """One cell of a solved notebook, with what its twin in the student's copy asks.

    Attributes
    ----------
    id, source, tags
        As they are stored.
    is_prose : bool
        Whether it is text.
    hidden : bool
        Whether its code is collapsed.
    theirs : bool
        Whether only the student's own typing makes it: it is tagged ``solution-only``.
    outputs : list
        Its results by kind.
    ran : bool
        Whether it was run; of one that was not, the code must say what it would show.
    """

    id: str
    source: str
    is_prose: bool
    tags: tuple = ()
    hidden: bool = False
    outputs: list = field(default_factory=list)
    ran: bool = True

    @property
    def theirs(self):
        return "solution-only" in self.tags

    @property
    def has_picture(self):
        """Whether it shows a chart or an image."""
        if self.is_prose:
            return "![" in self.source
        if not self.ran:
            return bool(_DRAWS.search(self.source))
        return any(_PICTURES & set(output) for output in self.outputs)

    @property
    def shown(self):
        """The words of the passages and tables that it prints; neither what is folded nor what is
        said of an answer is counted.
        """
        if self.is_prose or not re.search(r"sinorus\.(?:show|table)\(", self.source):
            return 0
        pages = [output["text/html"] for output in self.outputs if "text/html" in output]
        whole = " ".join(page for page in map("".join, pages) if 'role="status"' not in page)
        text = re.sub(r"<details.*?</details>", " ", whole, flags=re.DOTALL)
        return len(re.findall(r"\w\S*", html.unescape(re.sub(r"<[^>]+>", " ", text))))

    @property
    def exercises(self):
        """The numbers of the exercises that it checks."""
        return [] if self.is_prose else EXERCISE.findall(self.source)

    @property
    def is_blank(self):
        """Whether the student must write in it."""
        if self.is_prose:
            return False
        student = blank(self.source)
        return (
            self.theirs
            or not student.strip()
            or student != self.source.rstrip("\n")
            or bool(_DOTS.search(student))
            or "sinorus.widgets." in student
        )

    @property
    def asks(self):
        """The sentences of a text that ask the student to write or change something."""
        if not self.is_prose:
            return []
        text = " \n".join(body for kind, body in prose.blocks(self.source) if kind != "heading")
        return [found.group() for found in _ASK.finditer(text)]

    @property
    def lines(self):
        """The lines of its code; a text over several lines is one, marks and blanks are none."""
        rows = self.source.splitlines()
        try:
            texts = [
                node
                for node in ast.walk(ast.parse(self.source))
                if isinstance(node, ast.Constant | ast.JoinedStr) and node.end_lineno > node.lineno
            ]
        except SyntaxError:
            texts = []
        inside = {row for node in texts for row in range(node.lineno + 1, node.end_lineno + 1)}
        return [
            row
            for number, row in enumerate(rows, 1)
            if row.strip() and not row.strip().startswith("###") and number not in inside
        ]

    @property
    def screens(self):
        """How many screens it fills, about; results aside."""
        if not self.is_prose:
            return (2 * _MARGIN + _HEIGHT * len(self.lines)) / _SCREEN
        height = _MARGIN
        for kind, text in prose.blocks(self.source):
            lines = math.ceil(len(prose.plain(text)) / _LINE)
            gap = {"heading": _HEADING, "item": 0, "table": 8}.get(kind, _MARGIN)
            height += _HEIGHT * lines + gap
        return height / _SCREEN


def cells(notebook):
    """Read the cells of a solved notebook; its list of sources is looked up, not read.

    Parameters
    ----------
    notebook : nbformat.NotebookNode

    Returns
    -------
    list of Cell

    Examples
    --------
    >>> import nbformat
    >>> from cells import cells
    >>> notebook = nbformat.v4.new_notebook()
    >>> notebook.cells = [nbformat.v4.new_code_cell('sinorus.check("04.1", ...)')]
    >>> [(cell.is_blank, cell.exercises) for cell in cells(notebook)]
    [(True, ['04.1'])]
    """
    return [
        Cell(
            cell.get("id", ""),
            cell.source,
            cell.cell_type == "markdown",
            tuple(cell.metadata.get("tags", [])),
            bool(cell.metadata.get("jupyter", {}).get("source_hidden")),
            [output.get("data", {}) for output in cell.get("outputs", [])],
            cell.cell_type == "markdown" or cell.get("execution_count") is not None,
        )
        for cell in notebook.cells
        if "sources" not in cell.metadata.get("tags", [])
    ]


def hands(found):
    """Say where the student writes or changes something.

    A cell with a gap is one time; so is each sentence that asks for a change of a cell which has no
    gap. What is asked in talk, or on paper, is not seen.

    Parameters
    ----------
    found : list of Cell

    Returns
    -------
    list of (int, str)
        Place of the cell, and the sentence or the cell's id.

    Examples
    --------
    >>> from cells import Cell, hands
    >>> hands([Cell("a", "Write `10` in place of `4`.", True), Cell("b", "answer = ...", False)])
    [(1, 'b')]
    >>> hands([Cell("a", "Write `10` in place of `4`.", True), Cell("b", "show(4)", False)])
    [(0, 'Write `10` in place of `4`')]
    """
    times = []
    for place, cell in enumerate(found):
        # what is asked just above a gap is what the gap is for
        below = place + 1 < len(found) and found[place + 1].is_blank
        asks = cell.asks[:-1] if below and not found[place + 1].theirs else cell.asks
        times += [(place, ask) for ask in asks]
        if cell.is_blank and not (cell.theirs and place and found[place - 1].asks):
            times.append((place, cell.id))
    return times
