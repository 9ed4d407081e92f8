"""What an exercise is, and what is said of an answer."""

import functools
import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from ..paths import notebook_cells, notebook_files


@dataclass(frozen=True)
class Mistake:
    """A misconception that an exercise knows: when an answer shows it, and what is said then.

    Attributes
    ----------
    name : str
        The misconception in a few words.
    shows : object
        A wrong answer, or a function that recognises such answers once they are in form.
    hint : str
        What is said.
    reread : str
        The passage that clears it up; empty where no passage helps.
    example : object
        Where ``shows`` is a function: an answer that it recognises, or a function that makes one.
    """

    name: str
    shows: object
    hint: str
    reread: str = ""
    example: object = None


@dataclass(frozen=True)
class Exercise:
    """One exercise, as a file under ``sinorus/teaching/exercises`` defines it.

    Attributes
    ----------
    id, title : str
        Number, such as ``"04.1"``, and a line that says what it is about.
    form : str
        How an answer is read: a name in `sinorus.teaching.answers.FORMS`.
    answer : object
        The right answer. A count or a date is a function that computes it from the data; a
        judgement is written down, with the locator of its reason in ``because``.
    right : str or callable
        What is said then: what is true, and what follows; a function where it holds figures.
    mistakes : tuple of Mistake
        Wrong answers with a hint of their own; the first that fits wins.
    pointer, first_step : str
        Said after a second and a third, different wrong answer.
    reread : str
        The passage to reread where no mistake names another; empty where no passage helps.
    also : tuple or callable
        Other right answers.
    near : float
        Tolerance of a number.
    unit : str
        Of a number: ``share`` (36 % is 0.36) or ``hour`` (7:00 is 7), where that is asked.
    within : str
        Of a date: the year, or year and month, that the question gives, such as ``2000-06``.
    options : dict
        Of a choice: the words of each option by its letter.
    report : str
        The report that is meant where an answer's locator names none.
    because : str
        Of a judgement: the passage, clause or dispute that gives its reason, or the arithmetic.
    worked : str
        Of a chart, or of rows of a table: a right line of code, shown as the worked answer.
    """

    id: str
    title: str
    form: str
    answer: object
    right: str | Callable
    mistakes: tuple
    pointer: str
    first_step: str
    reread: str = ""
    also: tuple | Callable = ()
    near: float = 0.0
    unit: str = ""
    within: str = ""
    options: dict = field(default_factory=dict)
    report: str | None = None
    because: str = ""
    worked: str = ""


@dataclass(frozen=True)
class Guess:
    """A bet that a notebook asks for before it shows; a wrong one costs nothing.

    Attributes
    ----------
    id : str
        Its number, such as ``"04.0"``, or another key that begins with the notebook's two digits.
    question : str
        What is asked.
    options : dict
        The words of each option by its letter; without it a guess is free text.
    settles : str or dict
        What became of it, said when the guess is shown again; a dict says it by letter.
    ask : str
        What is said while nothing is written, where it is no guess but a text of one's own.
    """

    id: str
    question: str
    options: dict = field(default_factory=dict)
    settles: str | dict = ""
    ask: str = ""


@dataclass(frozen=True)
class Entry(Guess):
    """An entry of a ledger: a promise and a word; the other side is heard when it is shown again.

    Attributes
    ----------
    promises : dict
        The name of each promise, and what is said to whoever enters this act under it; empty where
        it fits.
    objects : dict
        What the other side says, by the word entered, or by promise and word; an empty word stands
        for words of her own.
    strangers: dict
        Names of states that signed nothing, as a pattern, and what is said to whoever blames them.
    """

    promises: dict = field(default_factory=dict)
    objects: dict = field(default_factory=dict)
    strangers: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Open:
    """An open question: its structure is looked at, its opinion is not judged.

    Attributes
    ----------
    id, title : str
        Number and a line that says what it is about.
    rubric : tuple of str
        What a reader will ask of the answer.
    model : str or tuple of str
        Model answers, best two of different thesis.
    weigh : tuple of str
        Passages worth weighing, shown when the answer is ready to be discussed.
    words, citations : int
        How many words and how many cited passages are asked for.
    """

    id: str
    title: str
    rubric: tuple
    model: str | tuple
    weigh: tuple
    words: int = 60
    citations: int = 2


#: What each state is called, the sign beside it, and the colour of its bar. Words stand in the
#: page's own colour, so that they are readable on a light and on a dark page.
_STATES = {
    "right": ("Right.", "\u2713", "#2E7D32"),
    "ready": ("Ready to discuss.", "\u270e", "#2E7D32"),
    "unfinished": ("Not finished.", "\u2026", "#B26A00"),
    "wrong": ("Not yet.", "\u21bb", "#C2185B"),
    "unanswered": ("To do.", "\u25cb", "#757575"),
    "entered": ("Entered.", "\u270e", "#1565C0"),
    "kept": ("Kept.", "\u270e", "#1565C0"),
    "opened": ("You said:", "\u270e", "#1565C0"),
    "locked": ("Locked.", "\u270e", "#1565C0"),
    "worked": ("The worked answer.", "\u270e", "#1565C0"),
    "waiting": ("Not open yet.", "\u25cb", "#757575"),
    "hint": ("In plain words.", "?", "#1565C0"),
    "damaged": ("Not your mistake.", "!", "#B26A00"),
    "unkept": ("Not kept.", "!", "#C2185B"),
}


@dataclass(frozen=True)
class Feedback:
    """What `check` answers.

    Attributes
    ----------
    exercise : str
        Number of the exercise.
    state : str
        ``right``, ``wrong`` or ``unanswered``; of an essay ``ready`` or ``unfinished``; ``kept``
        of a guess, ``locked`` of a forecast, ``worked`` or ``waiting`` of a worked answer,
        ``hint`` below an error, ``damaged`` where files of the course are, ``unkept`` where
        something cannot be written down.
    text : str
        What is said, in sentences.
    mistake : str
        Name of the misconception, where one was recognised.
    """

    exercise: str
    state: str
    text: str
    mistake: str = field(default="", compare=False)

    def __repr__(self):
        return f"{_STATES[self.state][0]} {self.text}"

    def _repr_html_(self):
        said, sign, colour = _STATES[self.state]
        shown = re.sub(r"`([^`\n]+)`", r"<code>\1</code>", html.escape(self.text))
        lines = filter(None, shown.split("\n"))
        paragraphs = "".join(f'<p style="margin: 0.3em 0">{line}</p>' for line in lines)
        return (
            f'<div role="status" style="border-left: 6px solid {colour}; padding: 0.2em 0.8em; '
            f'max-width: 46em"><strong><span aria-hidden="true">{sign}</span> {said}</strong>'
            f"{paragraphs}</div>"
        )


@dataclass(frozen=True, repr=False)
class DrawnFeedback(Feedback):
    """Feedback on a chart or a table: a notebook shows it first, right or wrong."""

    chart: object = field(default=None, compare=False)

    def _ipython_display_(self):
        from IPython.display import display

        display(self.chart)
        display({"text/plain": repr(self), "text/html": self._repr_html_()}, raw=True)


def number_of(given):
    """An exercise's number as the notebook prints it, whatever was given.

    Examples
    --------
    >>> from sinorus.teaching.exercise import number_of
    >>> number_of("1.3"), number_of(4.1), number_of(" 04.7. "), number_of(None)
    ('01.3', '04.1', '04.7', '?')
    """
    # type() is asked, since an object may even lie about, or refuse, its class.
    if issubclass(type(given), float):
        given = f"{given:.1f}"
    if not issubclass(type(given), str):
        return "?"
    number = given.strip(" .\"'`")
    return f"0{number}" if number[:1].isdigit() and number[1:2] == "." else number


@functools.cache
def question_of(number):
    """The question of an exercise as its notebook prints it; empty where no notebook has it.

    Examples
    --------
    >>> from sinorus.teaching.exercise import question_of
    >>> question_of("00.1")[:12]
    'Exercise 00.'
    """
    for path in notebook_files():
        cells = notebook_cells(path) if path.name.startswith(f"{number[:2]}_") else []
        for before, cell in pairwise(cells):
            if re.search(
                rf'(?:check|writing_desk)\("{re.escape(number)}"', "".join(cell["source"])
            ):
                question = re.sub(r"\[([^]]+)\]\([^)]*\)", r"\1", "".join(before["source"]))
                return re.sub(r"(?m)^#+ |[*`]", "", question).strip()
    return ""
