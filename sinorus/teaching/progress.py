"""What a student has done: kept in the student's folder and nowhere else, shown, handed in."""

import contextlib
import hashlib
import json
import os
import re
import shutil
from pathlib import Path

import pandas as pd

from ..errors import SinorusError
from ..look_up import cited
from ..paths import MARKER
from .exercises import COURSE, EDITIONS, GUESSES

_FINISHED = ("right", "ready")
_memory = {}
#: Guesses and drafts of those who have no folder, and what a full disk refused.
_things = {}


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


def wrong_tries(exercise_id, answer, unread=False):
    """Remember a wrong answer, and count the different ones so far.

    What could not be read counts as a try where the worked answer is opened, and not for hints.
    """
    kept = load_record()
    record = _open_record(kept, exercise_id, "wrong")
    mark = hashlib.sha256(_shown(answer).encode("utf-8", "replace")).hexdigest()[:12]
    mark = f"?{mark}" if unread else mark
    if mark not in record.setdefault("wrong", []):
        record["wrong"].append(mark)
    _save(kept)
    return 0 if unread else [one for one in record["wrong"] if one[:1] != "?"].index(mark) + 1


def _marked(record, kind, answer):
    """Put the mark of a try beside the others; which of the different ones it is."""
    mark = hashlib.sha256(_shown(answer).encode("utf-8", "replace")).hexdigest()[:12]
    if mark not in record.setdefault(kind, []):
        record[kind].append(mark)
    return record[kind].index(mark) + 1


def remember(exercise_id, state, answer):
    """Keep the state of an exercise; what was once finished stays finished."""
    kept = load_record()
    record = _open_record(kept, exercise_id, state)
    if state == "unfinished":
        _marked(record, state, answer)
    if record.get("state") not in _FINISHED or state in _FINISHED:
        record.update(state=state, answer=_shown(answer))
    _save(kept)


def tries(exercise_id):
    """Count the different tries at an exercise, and say whether it is finished."""
    record = _of_this_edition(load_record(), exercise_id)
    count = len(record.get("wrong", [])) + len(record.get("unfinished", []))
    return count, record.get("state") in _FINISHED


# --- guesses and drafts: one file each, written whole or not at all -----------------------------


def _edition(key):
    """The edition of the notebook that a key names by its first two digits."""
    return next((edition for number, edition in EDITIONS.items() if number[:2] == key[:2]), 1)


def _thing(kind, key):
    """The file of one thing, or None where there is no student's folder."""
    name = re.sub(r"[^\w. -]", "_", key)[:60]
    if name != key:
        name += "-" + hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:8]
    place = folder()
    return place / MARKER / kind / f"{name}.json" if place else None


def _read(path):
    """What a file holds; an empty dict if it is not there, None if it is damaged."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return content if isinstance(content, dict) else None
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        return None


def recall(kind, key):
    """What was kept of a thing for this edition of its notebook.

    Parameters
    ----------
    kind : str
        ``"guesses"`` or ``"drafts"``.
    key : str
        Its key, such as ``"04.0"``.

    Returns
    -------
    dict
        Empty if there is nothing, or what is there is damaged.
    """
    path = _thing(kind, key)
    content = _things.get((kind, key)) or (_read(path) if path else None) or {}
    return content if content.get("edition") == _edition(key) else {}


def keep(kind, key, content):
    """Keep a thing, whole or not at all; what is damaged or of another edition is put aside.

    Parameters
    ----------
    kind, key : str
        As in `recall`.
    content : dict
        What is kept.

    Returns
    -------
    bool
        Whether it is kept; without a student's folder in memory. What a disk refuses stays in
        memory too, but then somebody must be told.
    """
    path = _thing(kind, key)
    content = {"edition": _edition(key), "key": key, **content}
    _things[kind, key] = content
    if path is None:
        return True
    try:
        path.parent.mkdir(exist_ok=True)
        before = _read(path)
        if before is None or (before and before.get("edition") != content["edition"]):
            put_aside(kind, key, "damaged" if before is None else "older edition")
        text = json.dumps(content, indent=1, ensure_ascii=False)
        draft = path.with_name(f"{path.stem}.{os.getpid()}.tmp")
        with open(draft, "wb") as file:
            file.write(text.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except OSError:
        return False
    del _things[kind, key]
    return True


def put_aside(kind, key, why):
    """Copy what is kept under another name, so that nothing is lost when it is overwritten."""
    path = _thing(kind, key)
    if path is None:
        return
    for number in range(1, 1000):
        aside = path.with_name(f"{path.stem} ({why}{'' if number == 1 else f' {number}'}).json")
        if not aside.exists():
            # a copy: whatever happens before the next writing, the file itself is there
            shutil.copyfile(path, aside)
            return


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


class HandedIn(type(Path())):
    """The path of a file that was handed in; a notebook shows it as a sentence."""

    def __repr__(self):
        return f"Written for your teacher: {self.name}, in your course folder."


def _guesses():
    """What was guessed, as lines of a file: the first word and the last, with the reason."""
    lines = []
    for key in GUESSES:
        kept = recall("guesses", key).get("guesses", [])
        said = [
            f"{one['guess']} ({one['why']})" if one.get("why") else one["guess"] for one in kept
        ]
        if said:
            lines += [f"## Guess {key}", "", " then ".join(dict.fromkeys((said[0], said[-1]))), ""]
    return lines


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
    guessed = _guesses()
    if not kept and not guessed:
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
    lines += guessed
    place = folder() or Path.cwd()
    for number in range(1, 1000):
        path = place / ("hand-in.md" if number == 1 else f"hand-in-{number}.md")
        try:
            with open(path, "x", encoding="utf-8") as file:
                file.write("\n".join(lines))
            return HandedIn(path)
        except FileExistsError:
            continue
        except OSError as error:
            raise SinorusError(f'The file "{path}" cannot be written: {error.strerror}.') from None
    raise SinorusError(f"There are too many hand-in files in {place}. Move some away.")
