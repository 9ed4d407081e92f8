"""`worked` shows the worked answer of an exercise once it was tried."""

import calendar
import re

from ..acts import acts
from ..errors import DamagedError, SinorusError
from ..locators import in_words, parse
from ..look_up import cited
from . import progress
from .answers import FORMS
from .exercise import Exercise, Feedback, number_of
from .exercises import COURSE

#: So many different tries open the worked answer.
_TRIES = 3
#: Said of an essay, which is written and not tried.
_ESSAY = (
    "Answers of ours open here when yours is ready to discuss. The line that checks it says "
    "what is still missing."
)
_TIMES = {0: "not tried it yet", 1: "tried it once", 2: "tried it twice"}


def worked(exercise_id):
    """Show the worked answer of an exercise and its reason: after three tries, or once solved.

    Of an essay it shows answers to compare, once one's own is ready to discuss.

    Parameters
    ----------
    exercise_id : str
        Number of the exercise, such as ``"04.1"``.

    Returns
    -------
    Feedback
        ``.state`` is ``worked``, or ``waiting`` before that; ``damaged`` where files of the course
        are. Nothing is ever raised.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.worked("00.1").state
    'waiting'
    """
    number = number_of(exercise_id)
    exercise = COURSE.get(number)
    if exercise is None:
        return Feedback(
            number[:20],
            "waiting",
            f'There is no exercise "{number[:20]}". Its number stands in the line that checks it, '
            'such as sinorus.check("04.1", answer).',
        )
    try:
        count, finished = progress.tries(number)
        if count < _TRIES and not finished:
            if not isinstance(exercise, Exercise):
                return Feedback(number, "waiting", f"You have {_TIMES[count]}. {_ESSAY}")
            return Feedback(
                number,
                "waiting",
                f"You have {_TIMES[count]}. After three different tries, or when you have solved "
                "it, the worked answer opens here. Every try brings a better hint.",
            )
        return Feedback(number, "worked", "\n".join(_lines(exercise)))
    except DamagedError as error:
        return Feedback(number, "damaged", str(error))
    except Exception:
        # Only a damaged record leads here; the tests see every worked answer of the course.
        return Feedback(
            number,
            "waiting",
            "Your record of tries cannot be read, so run the line that checks your answer again.",
        )


def _lines(exercise):
    if not isinstance(exercise, Exercise):
        models = (exercise.model,) if isinstance(exercise.model, str) else exercise.model
        return ["No answer is the only one. To compare yours with:", *models]
    right = exercise.right() if callable(exercise.right) else exercise.right
    return [line for line in (_answer(exercise), right, _reason(exercise.because)) if line]


def _answer(exercise):
    """The right answer in words; of a chart or of rows one line of code."""
    if exercise.worked:
        return f"`{exercise.worked}`"
    if exercise.form == "chart":
        return exercise.first_step
    raw = exercise.answer() if callable(exercise.answer) else exercise.answer
    if exercise.form in ("text", "set"):
        return f"{raw if isinstance(raw, str) else ', '.join(map(str, raw))}."
    return _PRINTED.get(exercise.form, _several)(FORMS[exercise.form](raw, exercise), exercise)


def _several(given, exercise):
    """Letters, numbers or things: sorted, unless their order is the answer."""
    pieces = given if isinstance(given, tuple) else sorted(given)
    return "; ".join(_piece(piece, exercise) for piece in pieces) + "." if pieces else "None."


def _piece(piece, exercise):
    """A letter with its option's words, a number without an empty decimal."""
    words = {letter.lower(): words for letter, words in exercise.options.items()}
    if piece in words:
        return f"({piece}) {words[piece].strip(' .')}"
    if isinstance(piece, str):
        return f"({piece})" if len(piece) == 1 else piece
    return f"{piece:g}"


def _order(given, exercise):
    groups = [" and ".join(_piece(one, exercise) for one in sorted(tied)) for tied in given]
    tied = ", either way" if any(len(group) > 1 for group in given) else ""
    return f"{'; then '.join(groups)}{tied}."


def _number(given, exercise):
    if exercise.unit == "hour":
        return f"{int(given)}:{round(given % 1 * 60):02d}."
    if exercise.unit == "share":
        return f"{given:.2g}, or {given * 100:.2g} per cent."
    near = exercise.near
    return f"About {round(given, 1):g}." if near and near >= 0.05 else f"{given:.10g}."


def _codes(given, exercise):
    return "; ".join(f"{_place(place)}: {code}" for place, code in given.items()) + "."


def _locators(given, exercise):
    # the digits of a place as a number, so that ¶6 stands before ¶10
    by_number = sorted(given, key=lambda place: [int(n) for n in re.findall(r"\d+", place)])
    return "; ".join(map(_place, by_number)) + "."


#: How an answer in form is said; the others are said as several things.
_PRINTED = {
    "order": _order,
    "number": _number,
    "codes": _codes,
    "locators": _locators,
    "date": lambda day, _: f"{day.day} {day:%B %Y}.",
    "month": lambda month, _: f"{calendar.month_name[month[1]]} {month[0]}.",
    "choice": lambda letter, exercise: f"{_piece(letter, exercise)}.",
    "act": lambda given, _: next(f"{act.name}." for act in acts() if act.id == given),
}


def _place(place):
    """A locator as prose names it; anything else that has an id as it stands."""
    try:
        return in_words(parse(place))
    except SinorusError:
        return place


def _reason(because):
    """How to open what gives the reason."""
    if because.startswith("arithmetic: "):
        return f"Why: {because.removeprefix('arithmetic: ')}."
    places = [_place(place) for place in cited(because)[0]] or ([because] if because else [])
    shown = ", ".join(f'"{place}"' for place in places)
    return f"Read why: `sinorus.show({shown})`" if shown else ""
