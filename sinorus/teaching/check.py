"""`check` answers every answer in a sentence, and never raises."""

import difflib
from dataclasses import replace

from ..errors import DamagedError
from . import essays, progress
from .answers import FORMS
from .examples import printed
from .exercise import DrawnFeedback, Exercise, Feedback, Mistake, Open, number_of
from .exercises import COURSE, GUESSES
from .pieces import Unreadable

_NUDGE = (
    'Not answered yet. Replace the three dots behind "answer =" with your answer, then run the '
    "cell again."
)
_SEVERAL = {"letters", "numbers", "set", "locators"}
_PLACED = {"order", "list"}


def check(exercise_id, answer=..., against=...):
    """Say whether an answer is right, and if not, what to look at; of an essay, what it needs.

    Parameters
    ----------
    exercise_id : str
        Number of the exercise as the notebook prints it, such as ``"00.1"``; ``"1.3"`` is 01.3.
    answer : object
        The answer, in any reasonable form.
    against : str, optional
        For an essay: the passage, cited in it, that speaks against the writer's own thesis.

    Returns
    -------
    Feedback
        ``.state`` is ``right``, ``wrong`` or ``unanswered``, of an essay ``ready``, ``unfinished``
        or ``unanswered``; ``damaged`` where files of the course are; ``.text`` says why. Nothing is
        ever raised: whatever the answer, there is a sentence.

    Notes
    -----
    A second, different wrong answer is pointed further, a third is shown the first step. Counts
    and dates are computed from the course's data. No opinion is judged. In a folder that
    ``sinorus start`` made, what was answered is kept in that folder; the last line says so where it
    cannot be kept, and once a kernel where there is no such folder.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.check("00.1").state
    'unanswered'
    """
    try:
        number = number_of(exercise_id)
        exercise = COURSE.get(number)
    except Exception:
        # a text of a kind of its own may refuse what a text does
        number, exercise = "?", None
    if number in GUESSES:
        said = f'{number} is a guess and no exercise: `sinorus.guess("{number}", ...)` keeps it.'
        return Feedback(number, "unanswered", said)
    if exercise is None:
        close = difflib.get_close_matches(number, COURSE, n=3, cutoff=0.5)
        hint = f" Near it are {', '.join(close)}." if close else ""
        said = f'There is no exercise "{number[:20]}".{hint} The exercises are: '
        return Feedback(number[:20], "wrong", f"{said}{', '.join(COURSE)}.")
    try:
        if _is_blank(answer):
            return Feedback(exercise.id, "unanswered", _NUDGE)
        against = None if _is_blank(against) else against
        if isinstance(exercise, Open):
            feedback = essays.look(exercise, answer, against)
        else:
            feedback = _closed(exercise, answer)
        shown = _is_shown(answer)
    except DamagedError as error:
        # the course's fault and not the answer's, so nothing is kept as wrong
        return Feedback(exercise.id, "damaged", str(error))
    except Exception:
        # An answer may be any object at all, also one whose every method fails; the tests see to
        # it that the course's own functions do not.
        return Feedback(
            exercise.id,
            "wrong",
            "This answer cannot be read. Give a plain value: a number, a text in quotation marks, "
            "or a list.",
        )
    if lost := _remember(exercise, feedback, answer, against):
        feedback = replace(feedback, text=f"{feedback.text}\n{lost}")
    drawn = getattr(exercise, "form", "") == "chart" and feedback.mistake != "form"
    if drawn or shown:
        said = (feedback.exercise, feedback.state, feedback.text, feedback.mistake)
        return DrawnFeedback(*said, chart=answer)
    return feedback


def _remember(exercise, feedback, answer, against):
    """Keep an answer; what has to be said of that, mostly nothing."""
    try:
        return progress.remember(exercise.id, feedback.state, answer, against)
    except Exception as error:
        # the answer was read and is told; that it is not kept has to be told too
        return f"This answer could not be kept ({type(error).__name__}). Run this cell again."


def _is_shown(answer):
    """Whether an answer is a table that `sinorus.table` set to be read."""
    return type(answer).__name__ == "Table" and hasattr(answer, "caption")


def _is_blank(answer):
    return answer is ... or answer is None or (isinstance(answer, str) and not answer.strip())


def _closed(exercise, answer):
    try:
        given = FORMS[exercise.form](answer, exercise)
    except Unreadable as error:
        return _wrong(exercise, answer, "form", f"The answer should be {error}.")
    known = next(
        (mistake for mistake in exercise.mistakes if _shows(exercise, mistake, given)), None
    )
    if exercise.form == "chart":
        missing = exercise.answer(given)
        if not missing:
            return _right(exercise)
        return (
            _wrong(exercise, given, *_said(known))
            if known
            else _wrong(exercise, given, "chart", missing[0])
        )
    rights = _rights(exercise)
    if any(_same(exercise, given, right) for right in rights):
        return _right(exercise)
    if known:
        return _wrong(exercise, given, *_said(known))
    return _wrong(exercise, given, "", _nearly(exercise, given, rights[0]))


def _rights(exercise):
    """All right answers, in form."""
    answer = exercise.answer() if callable(exercise.answer) else exercise.answer
    also = exercise.also() if callable(exercise.also) else exercise.also
    return [FORMS[exercise.form](value, exercise) for value in (answer, *also)]


def _said(mistake):
    return mistake.name, mistake.hint, mistake.reread


def _shows(exercise, mistake: Mistake, given):
    """Whether an answer in form shows a mistake."""
    if callable(mistake.shows):
        return mistake.shows(given)
    return _same(exercise, given, FORMS[exercise.form](mistake.shows, exercise))


def _same(exercise, given, right):
    if exercise.form == "number":
        return abs(given - right) <= exercise.near + 1e-9
    if exercise.form == "order":
        return _in_order(given, right)
    return given == right


def _in_order(given, right):
    """Whether letters stand in order; what is tied may stand either way, the rest may not tie."""
    if any(not any(group <= tied for tied in right) for group in given):
        return False
    letters = [letter for group in given for letter in sorted(group)]
    places = [place for place, group in enumerate(right) for _ in group]
    return len(letters) == len(places) and all(
        letter in right[place] for letter, place in zip(letters, places)
    )


def _nearly(exercise, given, right):
    """What can be said of an answer that shows no known mistake: how much of it is right."""
    if exercise.form in _SEVERAL and given:
        good, odd = len(given & right), len(given - right)
        more = f", and {odd} of yours {'do' if odd > 1 else 'does'} not belong" if odd else ""
        return f"{good} of {len(right)} {'is' if good == 1 else 'are'} there{more}."
    if exercise.form in _PLACED and len(given) == len(right):
        good = sum(one == other for one, other in zip(given, right))
        return f"{good} of the {len(right)} stand in the right place."
    if exercise.form == "codes":
        good = sum(given.get(place) == code for place, code in right.items())
        return f"{good} of the {len(right)} are right."
    if exercise.form == "text" and difflib.SequenceMatcher(None, given, right).ratio() > 0.8:
        return "Nearly: only the spelling is off. Copy it from the page."
    return "This is not it."


def _right(exercise):
    said = exercise.right() if callable(exercise.right) else exercise.right
    return Feedback(exercise.id, "right", said)


def _wrong(exercise: Exercise, given, name, hint, reread=""):
    """Compose a hint that grows with every different wrong answer."""
    lines = [hint]
    if reread or exercise.reread:
        lines.append(f"Reread {printed(reread or exercise.reread)}.")
    # only now, when nothing of the course that is needed was found to be damaged
    tries = progress.wrong_tries(exercise.id, given, unread=name == "form")
    if tries >= 2:
        lines.append(exercise.pointer)
    if tries >= 3:
        lines.append(f"The first step: {exercise.first_step}")
        lines.append(f'The worked answer is open now: `sinorus.worked("{exercise.id}")`')
    return Feedback(exercise.id, "wrong", "\n".join(lines), name)
