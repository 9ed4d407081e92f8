"""The sections of a notebook and the minutes they take, as computed and as ``sessions`` says."""

import csv
import re
from dataclasses import dataclass, field

import prose
from cells import cells

from sinorus.paths import data_file
from sinorus.teaching.exercise import Open
from sinorus.teaching.exercises import COURSE

#: Words a minute of prose and of shown texts.
PROSE, SHOWN = 130, 180
#: Minutes for a checked question, an essay, the talk in class, and until everybody has arrived.
QUESTION, ESSAY, TALK, ARRIVE = 4, 15, 12, 7
#: A class part is over by then.
CLASS = 90
FIELDS = ("notebook", "section", "title", "where", "minutes", "does")
_HEADING = re.compile(r"^##? +(.+)$", re.MULTILINE)
_BEGIN = re.compile(r"^(?:#+ +|\*\*)Class begins here", re.MULTILINE)
_END = re.compile(r"^(?:#+ +|\*\*)Class ends here", re.MULTILINE)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {"ten": 10, "fifteen": 15, **dict(zip(_TENS.split(), range(20, 91, 10)))}
_PRINTED = re.compile(r"\b(\d+|[a-z]+(?:-five)?) minutes(?: more)?(?: (in class|at home))?", re.I)


@dataclass
class Section:
    """What stands under one heading.

    Attributes
    ----------
    section, title : str
        Id of the cell with the heading, and the heading.
    where : str
        ``class`` or ``home``.
    words, links, shown : int
        Words of prose, links in it, words of the passages and tables printed.
    questions, essays, does : list of str
        Exercises with one right answer, those without, and what one does, in the order of doing.
    extra : int
        Minutes to arrive and to talk.
    hands : int
        How often one bets, or changes a line, beside the exercises.
    """

    section: str
    title: str
    where: str
    words: int = 0
    links: int = 0
    shown: int = 0
    questions: list = field(default_factory=list)
    essays: list = field(default_factory=list)
    does: list = field(default_factory=list)
    extra: int = 0
    hands: int = 0

    @property
    def computed(self):
        """The minutes it takes at least."""
        reading = self.words / PROSE + self.shown / SHOWN
        return reading + QUESTION * len(self.questions) + ESSAY * len(self.essays) + self.extra

    @property
    def minutes(self):
        """The same in whole minutes, as the table has it at least."""
        return max(1, round(self.computed))


def sections(notebook):
    """Cut a solved notebook at its headings of the first and second rank.

    A heading within a cell begins a section there; a second one in the same cell begins none. The
    class part ends before a heading (or bold words) "Class ends here"; a notebook without one is
    read alone, so nobody has to arrive in it, or to talk. What stands before "Class begins here" is
    read at home, by the day of the class.

    Parameters
    ----------
    notebook : nbformat.NotebookNode

    Returns
    -------
    list of Section

    Examples
    --------
    >>> import nbformat
    >>> from minutes import sections
    >>> notebook = nbformat.v4.new_notebook()
    >>> for text in ("# One\\n\\nA few words.", "On.\\n\\n## Two", "## Class ends here"):
    ...     notebook.cells.append(nbformat.v4.new_markdown_cell(text))
    >>> [(part.title, part.where, part.words) for part in sections(notebook)]
    [('One', 'class', 5), ('Two', 'class', 1), ('Class ends here', 'home', 3)]
    """
    found, parts = [], list(cells(notebook))
    at_home = any(cell.is_prose and _BEGIN.search(cell.source) for cell in parts)
    for cell in parts:
        before, after = cell.source, ""
        heading = _HEADING.search(cell.source) if cell.is_prose else None
        if heading:
            before, after = cell.source[: heading.start()], cell.source[heading.start() :]
        if cell.is_prose and "solution-only" not in cell.tags:
            at_home = _at_home(before, at_home)
            if found:
                found[-1].words += prose.count_words(before)
                found[-1].links += prose.count_links(before)
            if heading:
                at_home = _at_home(after, at_home)
                title = prose.plain(heading[1]).strip()
                found.append(Section(cell.id, title, "home" if at_home else "class"))
                found[-1].words += prose.count_words(after)
                found[-1].links += prose.count_links(after)
        elif found:
            _count(cell, found[-1])
            found[-1].hands += cell.is_blank and not cell.exercises
    together = [part for part in found if part.where == "class"]
    if together and len(together) < len(found):
        together[0].extra += ARRIVE
        together[-1].extra += TALK
    return found


def _at_home(text, before):
    """Whether what begins with a text is read at home."""
    if _BEGIN.search(text):
        return False
    return before or bool(_END.search(text))


def _count(cell, part):
    part.shown += cell.shown
    for number in cell.exercises:
        is_open = isinstance(COURSE.get(number), Open) or re.search(r"\bagainst\b", cell.source)
        (part.essays if is_open else part.questions).append(number)
        part.does.append(f"writes {number}" if is_open else f"answers {number}")
    doing = {
        "guesses": "sinorus.guess(" in cell.source,
        "reads": bool(cell.shown),
        "looks at a picture": cell.has_picture,
        "changes a line": cell.is_blank and not cell.exercises,
    }
    part.does += [word for word, does in doing.items() if does and word not in part.does]


def rows(notebook):
    """The stored rows of a notebook.

    Parameters
    ----------
    notebook : str
        Its number.

    Returns
    -------
    list of dict
    """
    with open(data_file("sessions.csv"), encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["notebook"] == notebook]


def propose(notebook, number):
    """Propose the rows of a notebook; what stands in the table stays where it is enough.

    A new row gets a minute more for each bet or changed line, which the computed minutes leave out.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
    number : str

    Returns
    -------
    list of dict
    """
    kept = {row["section"]: row for row in rows(number)}
    proposed = []
    for part in sections(notebook):
        row = kept.get(part.section, {})
        values = (
            number,
            part.section,
            part.title,
            part.where,
            max(part.minutes, int(row.get("minutes") or part.minutes + part.hands)),
            row.get("does") or ", ".join(part.does) or "reads",
        )
        proposed.append(dict(zip(FIELDS, values)))
    return proposed


def printed(notebook):
    """Read the times that a notebook prints.

    Parameters
    ----------
    notebook : nbformat.NotebookNode

    Returns
    -------
    dict
        Minutes by ``class`` and ``home``. A time that says neither counts in the title's cell only,
        and is one of class.

    Examples
    --------
    >>> import nbformat
    >>> from minutes import printed
    >>> notebook = nbformat.v4.new_notebook()
    >>> for text in ("*75 minutes in class.*", "Go on, for thirty-five minutes at home."):
    ...     notebook.cells.append(nbformat.v4.new_markdown_cell(text))
    >>> printed(notebook)
    {'class': 75, 'home': 35}
    """
    times = {}
    for place, cell in enumerate(cell for cell in notebook.cells if cell.cell_type == "markdown"):
        for amount, where in _PRINTED.findall(cell.source):
            ten, _, five = amount.lower().partition("-")
            value = int(amount) if amount.isdigit() else _NUMBERS.get(ten, 0) + 5 * bool(five)
            if value and (where or not place):
                times.setdefault("home" if where.lower() == "at home" else "class", value)
    return times
