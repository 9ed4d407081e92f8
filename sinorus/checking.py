"""Exercises: `check` answers every answer in a sentence, and never raises."""

import functools
import html
import importlib
import pkgutil
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from . import forms, workspace
from .errors import SinorusError
from .reports import normal_locator, passage

_NUDGE = (
    'Not answered yet. Replace the three dots behind "answer =" with your answer, then run the cell'
    " again."
)


@dataclass(frozen=True)
class Mistake:
    """A misconception that an exercise knows: when an answer shows it, and what is said then.

    ``shows`` is a wrong answer, or a function that recognises such answers once they are brought
    into form
    (``example`` is then one of them, or a function that makes it, as for a chart); ``reread`` is
    the passage that clears it up.
    """

    name: str
    shows: object
    hint: str
    reread: str
    example: object = None


@dataclass(frozen=True)
class Exercise:
    """One exercise, as a notebook's file under ``sinorus/exercises`` defines it.

    ``answer`` computes the right answer from the data. ``form`` is ``text``, ``letters``,
    ``number``, ``date``,
    ``set``, ``list``, ``locators`` or ``chart``. ``right`` is what is said then, a text or a
    function that makes it from
    the data. ``also`` are other right answers, or a function that makes them; ``near`` is the
    tolerance of a number. For a chart
    ``answer`` returns what `chart_needs` makes, and a mistake's ``shows`` is a function of what
    `forms.chart` reads.
    """

    id: str
    title: str
    form: str
    answer: Callable
    right: str | Callable
    mistakes: tuple
    reread: str
    pointer: str
    first_step: str
    also: tuple | Callable = ()
    near: float = 0.0


@dataclass(frozen=True)
class Open:
    """An open question: its structure is checked, its opinion is not.

    ``against`` are passages of which at least one must be cited, since they cut against an easy
    thesis.
    """

    id: str
    title: str
    rubric: tuple
    model: str
    against: tuple
    words: int = 60
    citations: int = 2


@dataclass(frozen=True)
class Feedback:
    """What `check` answers: ``state`` (``right``, ``wrong`` or ``unanswered``) and ``text``."""

    exercise: str
    state: str
    text: str
    mistake: str = field(default="", compare=False)

    def __repr__(self):
        return f"{_SAID[self.state]} {self.text}"

    def _repr_html_(self):
        colour = {"right": "#1B5E20", "wrong": "#AD1457", "unanswered": "#444444"}[self.state]
        shown = re.sub(r"`([^`\n]+)`", r"<code>\1</code>", html.escape(self.text))
        paragraphs = "".join(
            f'<p style="margin: 0.3em 0">{line}</p>' for line in shown.split("\n") if line
        )
        return (
            f'<div role="status" style="border-left: 4px solid {colour}; padding: 0.2em 0.8em;'
            ' max-width: 46em"><strong style="color:'
            f' {colour}">{_SAID[self.state]}</strong>{paragraphs}</div>'
        )


_SAID = {"right": "Right.", "wrong": "Not yet.", "unanswered": "To do."}


@functools.cache
def registry():
    """All exercises by id, from the files in ``sinorus/exercises``, in the order of the course."""
    from . import exercises

    found = {}
    for module in sorted(pkgutil.iter_modules(exercises.__path__), key=lambda module: module.name):
        for exercise in importlib.import_module(f"{exercises.__name__}.{module.name}").EXERCISES:
            if exercise.id in found:
                raise SinorusError(
                    f"Two exercises have the number {exercise.id}. Give one of them, in"
                    f" sinorus/exercises/{module.name}.py, another."
                )
            found[exercise.id] = exercise
    return found


def check(exercise_id, answer=...):
    """Say whether an answer is right, and if not, what to look at.

    Parameters
    ----------
    exercise_id : str
        Number of the exercise as the notebook prints it, such as ``"00.1"``.
    answer : object
        The answer, in any reasonable form.

    Returns
    -------
    Feedback
        ``.state`` is ``right``, ``wrong`` or ``unanswered``, ``.text`` says why. Nothing is ever
        raised: whatever the answer, there is a sentence.

    Notes
    -----
    A second, different wrong answer is pointed further, a third is shown the first step. Right
    answers are computed
    from the course's data. In a folder that ``sinorus start`` made, what was answered is kept in
    that folder.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.check("00.1").state
    'unanswered'
    """
    # type() is asked, since an object may even lie about, or refuse, its class.
    number = exercise_id if issubclass(type(exercise_id), str) else "?"
    exercise = registry().get(number)
    if exercise is None:
        return Feedback(
            number[:20],
            "wrong",
            f"There is no exercise of that number. The exercises are: {', '.join(registry())}.",
        )
    try:
        if answer is ... or answer is None or (isinstance(answer, str) and not answer.strip()):
            return Feedback(exercise.id, "unanswered", _NUDGE)
        feedback = (
            _open(exercise, answer) if isinstance(exercise, Open) else _closed(exercise, answer)
        )
    except Exception as error:
        # An answer may be any object at all, also one whose every method fails; the tests see to it
        # that the course's own functions do not.
        return Feedback(
            number,
            "wrong",
            f"This answer cannot be read ({type(error).__name__}). Give a plain value: a number, a"
            " text in quotation marks, or a list.",
        )
    workspace.remember(exercise.id, feedback.state, answer)
    return feedback


def _closed(exercise, answer):
    try:
        given = _READ[exercise.form](answer)
    except forms.Unreadable as error:
        return _wrong(exercise, answer, "form", f"The answer should be {error}.")
    right = exercise.answer()
    if exercise.form == "chart":
        missing = right(given)
        if not missing:
            return _right(exercise)
        shown = next((mistake for mistake in exercise.mistakes if mistake.shows(given)), None)
        return (
            _wrong(exercise, given, shown.name, shown.hint, shown.reread)
            if shown
            else _wrong(exercise, given, "chart", missing[0])
        )
    also = exercise.also() if callable(exercise.also) else exercise.also
    if any(_same(exercise, given, value) for value in (right, *also)):
        return _right(exercise)
    for mistake in exercise.mistakes:
        if (
            mistake.shows(given)
            if callable(mistake.shows)
            else _same(exercise, given, mistake.shows)
        ):
            return _wrong(exercise, given, mistake.name, mistake.hint, mistake.reread)
    return _wrong(exercise, given, "", "This is not it.")


def _right(exercise):
    return Feedback(
        exercise.id, "right", exercise.right() if callable(exercise.right) else exercise.right
    )


def chart_needs(mark, channels, rows=None, title=True, added=(), types=None):
    """Make the answer of a chart exercise: a function that lists, as sentences, what a chart still
    lacks.

    Parameters
    ----------
    mark : str or tuple of str
        The mark, or several that do.
    channels : dict
        Field (or several that do) by channel, such as ``{"x": "report_id", "y": ("n", "count")}``.
    rows : int, optional
        How many rows the data should have.
    title : bool
        Whether a title is asked for.
    added : tuple of str
        Marks that a further layer should draw, such as ``("rule",)`` for a reference line.
    types : dict, optional
        Type by channel where it matters, such as ``{"x": "temporal"}`` for a true axis of time.

    Returns
    -------
    callable
        From what `forms.chart` read to a list of sentences, empty if all is there.

    Examples
    --------
    >>> from sinorus.checking import chart_needs
    >>> drawn = {"mark": "line", "channels": {"x": "year"}, "rows": 3, "title": "Acts a year"}
    >>> chart_needs("bar", {"x": "year"})(drawn)
    ['The mark is line; here bar shows it better.']
    """
    marks = (mark,) if isinstance(mark, str) else mark

    def missing(given):
        found = []
        if given["mark"] not in marks:
            found.append(f"The mark is {given['mark']}; here {' or '.join(marks)} shows it better.")
        for channel, fields in channels.items():
            fields = (fields,) if isinstance(fields, str) else fields
            if channel not in given["channels"]:
                found.append(f"Nothing is drawn on {channel}. Put {fields[0]} there.")
            elif given["channels"][channel] not in fields:
                found.append(
                    f"On {channel} stands {given['channels'][channel]}; it should be"
                    f" {' or '.join(fields)}."
                )
        found += [
            f"On {channel} {given['channels'][channel]} is read as {given['types'][channel]}. Write"
            f" it with :{kind[0].upper()} at its end, so that it is {kind}."
            for channel, kind in (types or {}).items()
            if channel in given["channels"] and given["types"].get(channel) != kind
        ]
        if rows is not None and given["rows"] != rows:
            found.append(
                f"The chart draws {given['rows']} rows; it should draw {rows}. Was the table"
                " filtered or grouped as asked?"
            )
        found += [
            f"A {mark} is still wanted on it: add it as a layer, chart + other_chart."
            for mark in added
            if mark not in given["marks"]
        ]
        if title and len(str(given["title"]).split()) < 3:
            found.append(
                'Give the chart a title that says what it shows: .properties(title="...").'
            )
        return found

    return missing


def _wrong(exercise, given, name, hint, reread=""):
    """Compose a hint that grows with every different wrong answer."""
    tries = workspace.wrong_tries(exercise.id, given)
    lines = [hint, f"Reread {reread or exercise.reread}."]
    if tries >= 2:
        lines.append(exercise.pointer)
    if tries >= 3:
        lines.append(f"The first step: {exercise.first_step}")
    return Feedback(exercise.id, "wrong", "\n".join(lines), name)


def _same(exercise, given, right):
    if exercise.form == "number":
        return abs(given - forms.number(right)) <= exercise.near + 1e-9
    return given == _READ[exercise.form](right)


def _locators(answer):
    try:
        return frozenset(normal_locator(str(part).strip(" `'\"")) for part in forms.parts(answer))
    except SinorusError:
        raise forms.Unreadable(
            'one or more locators, such as "yu-2000 ¶12" or "yu-2000 c29"'
        ) from None


def _plain(part):
    """A part of a list in a shape that can be compared: numbers as numbers, words as small
    letters.
    """
    try:
        return forms.number(part, unit=False)
    except forms.Unreadable:
        return forms.text(part)


_READ = {
    "text": forms.text,
    "letters": forms.letters,
    "number": forms.number,
    "date": forms.date,
    "chart": forms.chart,
    "locators": _locators,
    "set": lambda answer: frozenset(map(_plain, forms.parts(answer))),
    "list": lambda answer: list(map(_plain, forms.parts(answer))),
}


def _open(question, answer):
    """Check what can be checked of an essay: length, citations that resolve, one that cuts against
    the thesis.
    """
    if not isinstance(answer, str):
        return Feedback(
            question.id,
            "wrong",
            'Write your answer as a text between triple quotation marks: answer = """...""".',
            "form",
        )
    cited, unknown = workspace.citations(answer)
    found, missing = [], []
    for locator in cited:
        try:
            passage(locator)
            found.append(locator)
        except SinorusError:
            missing.append(locator)
    words = len(answer.split())
    for wanting, name, hint in (
        (
            unknown or missing,
            "citation",
            (
                f"This citation leads nowhere: {', '.join([*unknown, *missing])[:120]}. Look it up"
                " with sinorus.passage."
            ),
        ),
        (
            words < question.words,
            "short",
            (
                f"This is a start, with {words} words. Write at least {question.words}: a claim,"
                " why, and what speaks against it."
            ),
        ),
        (
            len(found) < question.citations,
            "uncited",
            (
                f"Cite at least {question.citations} passages by their locators, such as `yu-2000"
                f" ¶12`; there {'is' if len(found) == 1 else 'are'} {len(found) or 'none'}."
            ),
        ),
        (
            not set(found) & set(map(normal_locator, question.against)),
            "one-sided",
            (
                "All your passages point one way. Cite one that speaks against you, for example"
                f" {' or '.join(question.against[:2])}, and answer it."
            ),
        ),
    ):
        if wanting:
            return Feedback(question.id, "wrong", hint, name)
    rubric = "\n".join(f"[ ] {line}" for line in question.rubric)
    return Feedback(
        question.id,
        "right",
        f"The structure is there: {words} words, {len(found)} passages, one of them against you."
        f" Whether you are convincing you must judge yourself:\n{rubric}\nA model answer to compare"
        f" with, one of several possible:\n{question.model}",
    )
