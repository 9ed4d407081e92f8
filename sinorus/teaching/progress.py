"""What a student has answered: kept in the student's folder and nowhere else, and shown."""

import contextlib
import hashlib
import json
import sys

import pandas as pd

from . import given, store, whole_files
from .exercises import COURSE

_FINISHED = ("right", "ready")
_STATES = (*_FINISHED, "wrong", "unfinished")
#: The one file in which everything stood once, and what is said in its new name.
_OLD, _TAKEN_OVER = "progress.json", "taken over"
#: Whether this kernel's student was told that nothing is kept.
_told = set()
_NO_FOLDER = (
    "This is no course folder, so your answers are lost when the kernel stops. Before that, "
    '`sinorus.hand_in("Your Name")` writes them into a file. To get a folder that keeps them, type '
    "`sinorus start` in a terminal."
)


def record(exercise_id):
    """What was answered to an exercise as it stands now.

    Parameters
    ----------
    exercise_id : str
        Its number.

    Returns
    -------
    dict
        ``state``, ``answer`` (its words), ``given`` (its value), ``against``, ``chart``, of a try
        also the marks of the different ones; empty if it was not answered.
    """
    _take_over()
    kept = store.recall("answers", exercise_id)
    # where a right answer is damaged the tries before it would tell something else
    if not kept and not store.is_damaged("answers", exercise_id):
        kept = store.recall("tries", exercise_id)
    return kept


def remember(exercise_id, state, answer, against=None):
    """Keep an answer; what was once finished stays finished.

    Parameters
    ----------
    exercise_id, state : str
        As in `Feedback`.
    answer : object
        The answer as it was given.
    against : str, optional
        Of an essay: the passage named as speaking against it.

    Returns
    -------
    str
        What the student must know: that it could not be kept, or is not kept for long. Mostly
        empty.
    """
    _take_over()
    content = {
        "state": state,
        "answer": given.in_words(answer),
        "given": given.plain(answer),
        "against": "" if against is None else given.in_words(against)[:200],
        "chart": given.chart(answer),
    }
    # A try has a file of its own, so that no notebook can write it over a right answer.
    kind = "answers" if state in _FINISHED else "tries"
    if kind == "tries":
        store.set_damaged_aside("answers", exercise_id)
        before = store.recall(kind, exercise_id)
        content = {**_marks(before), **content}
        if state == "unfinished":
            _mark(content["unfinished"], answer)
    refused = store.save(kind, exercise_id, content)
    return _refused(refused) if refused else _at_first()


def wrong_tries(exercise_id, answer, unread=False):
    """Remember a wrong answer, and count the different ones so far.

    What could not be read counts as a try where the worked answer is opened, and not for hints.
    """
    _take_over()
    before = store.recall("tries", exercise_id)
    content = {"state": "wrong", "answer": "", **before, **_marks(before)}
    _mark(content["wrong"], answer, "?" if unread else "")
    store.keep("tries", exercise_id, content)
    found = [one for one in content["wrong"] if one[:1] != "?"]
    return 0 if unread else found.index(_mark(found, answer)) + 1


def _marks(content):
    return {kind: list(content.get(kind, [])) for kind in ("wrong", "unfinished")}


def _mark(marks, answer, sign=""):
    """Put the mark of a try beside the others, if it is a new one, and return it."""
    try:
        said = str(answer)[:2000]
    except Exception:
        # an answer may be any object at all, also one that cannot be printed
        said = type(answer).__name__
    mark = sign + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:12]
    if mark not in marks:
        marks.append(mark)
    return mark


def tries(exercise_id):
    """Count the different tries at an exercise, and say whether it is finished."""
    _take_over()
    marks = _marks(store.recall("tries", exercise_id))
    return sum(map(len, marks.values())), bool(store.recall("answers", exercise_id))


def _refused(error):
    """Say in a line that an answer is not kept, and what to do."""
    return (
        f"This answer could not be kept: {whole_files.why_not(error)}. Until the kernel stops it "
        "is held, and written with your next answer if that is possible then."
    )


def _at_first():
    """Tell a person who works outside a course folder, once a kernel, that nothing is kept."""
    if store.folder() or "no folder" in _told or not _someone_is_there():
        return ""
    _told.add("no folder")
    return _NO_FOLDER


def _someone_is_there():
    """Whether a person runs this cell: a notebook that runs by itself asks for no input."""
    ipython = sys.modules.get("IPython")
    kernel = getattr(ipython.get_ipython(), "kernel", None) if ipython else None
    try:
        return bool(kernel.get_parent()["content"]["allow_stdin"])
    except (AttributeError, KeyError, TypeError):
        return False


def _take_over():
    """Take over, once, what an older version kept in one file; the file is kept under another
    name.
    """
    place = store.folder()
    old = place / store.MARKER / _OLD if place else None
    if old is None or not old.exists():
        return
    try:
        content = json.loads(old.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        content = None
    for key, one in content.items() if isinstance(content, dict) else ():
        for kind, answer in _taken(key, one):
            store.save(kind, key, answer)
    if not store.something_waits():
        with contextlib.suppress(OSError):
            whole_files.aside(old, "damaged" if content is None else _TAKEN_OVER)
            old.unlink()


def _taken(key, one):
    """Yield what one entry of the old file says, as it is kept now; nothing if it is damaged."""
    if key not in COURSE or not isinstance(one, dict) or one.get("state") not in _STATES:
        return
    edition, answer = one.get("edition", 0), one.get("answer")
    if type(edition) is not int or not isinstance(answer, str):
        return
    marks = {
        kind: [mark for mark in one[kind] if isinstance(mark, str)]
        for kind in ("wrong", "unfinished")
        if isinstance(one.get(kind), list)
    }
    content = {"edition": edition, "state": one["state"], "answer": answer, "given": None}
    if one["state"] in _FINISHED and not store.recall("answers", key):
        yield "answers", content
    if (one["state"] not in _FINISHED or any(marks.values())) and not store.recall("tries", key):
        yield "tries", {**content, **marks}


def progress():
    """Show which exercises of the course are solved.

    Returns
    -------
    pandas.DataFrame
        ``exercise``, ``title``, ``state`` (as in `Feedback`, or ``damaged`` where the file of an
        answer cannot be read; the file stays, and the exercise can be answered anew). Outside a
        course folder a line is printed above, which says that nothing is kept.

    Examples
    --------
    >>> import sinorus
    >>> "00.1" in sinorus.progress()["exercise"].tolist()  # doctest: +ELLIPSIS
    This is no course folder, so your answers are lost ...
    True
    """
    if store.folder() is None:
        print(_NO_FOLDER.replace("`", ""))
    rows = [[exercise.id, exercise.title, state(exercise.id)] for exercise in COURSE.values()]
    return pd.DataFrame(rows, columns=["exercise", "title", "state"])


def state(exercise_id):
    """Say how an exercise stands; see `progress`."""
    found = record(exercise_id)
    if found:
        return found["state"]
    lost = any(store.is_damaged(kind, exercise_id) for kind in ("answers", "tries"))
    return "damaged" if lost else "unanswered"
