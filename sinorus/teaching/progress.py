"""What a student has done: kept in the student's folder and nowhere else, shown, handed in."""

import contextlib
import hashlib
import json
import os
from pathlib import Path

import pandas as pd

from ..errors import SinorusError
from ..look_up import cited
from .exercises import COURSE, EDITIONS

#: `sinorus start` puts this folder beside the notebooks; without it progress lives in memory only.
MARKER = ".sinorus"
_FINISHED = ("right", "ready")
_memory = {}


def folder():
    """The student's folder that holds the working directory, or None."""
    here = Path.cwd()
    return next((place for place in (here, *here.parents) if (place / MARKER).is_dir()), None)


def _file():
    place = folder()
    return place / MARKER / "progress.json" if place else None


def load_record():
    """What was answered so far: exercise ids with state, marks of wrong answers, and the answer."""
    path = _file()
    if path is None:
        return _memory
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return kept if isinstance(kept, dict) else {}
    except (OSError, ValueError):
        return {}


def _save(kept):
    path = _file()
    if path is None:
        return
    # A full disk or a read-only folder costs the record, never the answer.
    with contextlib.suppress(OSError):
        if path.exists() and not _readable(path):
            path.replace(path.with_name("progress-damaged.json"))
        draft = path.with_suffix(".tmp")
        draft.write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")
        os.replace(draft, path)


def _readable(path):
    try:
        return isinstance(json.loads(path.read_text(encoding="utf-8")), dict)
    except (OSError, ValueError):
        return False


def _shown(answer):
    """A short text of an answer, whatever it is."""
    try:
        return str(answer)[:2000]
    except Exception:
        return f"({type(answer).__name__})"


def _of_this_edition(kept, exercise_id):
    """What was kept for an exercise as it stands now; an answer to an older text is another one."""
    record = kept.get(exercise_id, {})
    return record if record.get("edition") == EDITIONS.get(exercise_id, 1) else {}


def _open_record(kept, exercise_id, state):
    """The record to write in; one of an older edition is put aside under its own name."""
    if exercise_id in kept and not _of_this_edition(kept, exercise_id):
        older = kept.pop(exercise_id)
        kept[f"{exercise_id} (edition {older.get('edition', 0)})"] = older
    edition = EDITIONS.get(exercise_id, 1)
    new = {"edition": edition, "state": state, "wrong": [], "answer": ""}
    return kept.setdefault(exercise_id, new)


def wrong_tries(exercise_id, answer):
    """Remember a wrong answer, and count the different ones so far."""
    kept = load_record()
    record = _open_record(kept, exercise_id, "wrong")
    mark = hashlib.sha256(_shown(answer).encode("utf-8", "replace")).hexdigest()[:12]
    if mark not in record.setdefault("wrong", []):
        record["wrong"].append(mark)
    _save(kept)
    return record["wrong"].index(mark) + 1


def remember(exercise_id, state, answer):
    """Keep the state of an exercise; what was once finished stays finished."""
    kept = load_record()
    record = _open_record(kept, exercise_id, state)
    if record.get("state") not in _FINISHED or state in _FINISHED:
        record.update(state=state, answer=_shown(answer))
    _save(kept)


def progress():
    """Show which exercises of the course are solved.

    Returns
    -------
    pandas.DataFrame
        ``exercise``, ``title``, ``state`` (as in `Feedback`), ``wrong_answers`` (different ones
        so far).

    Examples
    --------
    >>> import sinorus
    >>> "00.1" in sinorus.progress()["exercise"].tolist()
    True
    """
    kept = load_record()
    rows = []
    for exercise in COURSE.values():
        record = _of_this_edition(kept, exercise.id)
        rows.append(
            [
                exercise.id,
                exercise.title,
                record.get("state", "unanswered"),
                len(record.get("wrong", [])),
            ]
        )
    return pd.DataFrame(rows, columns=["exercise", "title", "state", "wrong_answers"])


def hand_in(name):
    """Write what was answered into a file for the teacher: answers and citations, no times.

    Parameters
    ----------
    name : str
        The student's name or number.

    Returns
    -------
    pathlib.Path
        The new file, ``hand-in.md`` or, if that exists, ``hand-in-2.md`` and so on: nothing is
        overwritten.

    Raises
    ------
    SinorusError
        If no name is given, nothing was answered yet, or the file cannot be written.

    Examples
    --------
    >>> import sinorus
    >>> try:
    ...     sinorus.hand_in("")
    ... except sinorus.SinorusError as error:
    ...     print(error)
    Give your name or number, such as sinorus.hand_in("Ada Reader").
    """
    if not isinstance(name, str) or not name.strip():
        raise SinorusError('Give your name or number, such as sinorus.hand_in("Ada Reader").')
    kept = load_record()
    if not kept:
        raise SinorusError("Nothing was answered yet, so there is nothing to hand in.")
    lines = [f"# {' '.join(name.split())[:80]}", ""]
    for row in progress().itertuples():
        record = _of_this_edition(kept, row.exercise)
        if record:
            answer = record.get("answer", "")
            places = ", ".join(cited(answer)[0])
            lines += [
                f"## {row.exercise} {row.title}: {row.state}",
                "",
                answer or "(no answer kept)",
                "",
                *([f"Cited: {places}", ""] if places else []),
            ]
    place = folder() or Path.cwd()
    for number in range(1, 1000):
        path = place / ("hand-in.md" if number == 1 else f"hand-in-{number}.md")
        try:
            with open(path, "x", encoding="utf-8") as file:
                file.write("\n".join(lines))
            return path
        except FileExistsError:
            continue
        except OSError as error:
            raise SinorusError(f'The file "{path}" cannot be written: {error.strerror}.') from None
    raise SinorusError(f"There are too many hand-in files in {place}. Move some away.")
