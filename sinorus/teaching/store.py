"""The student's folder: one file a thing, written whole or not at all, what is damaged put aside.

What is kept here are answers, tries, guesses, forecasts and drafts. Two notebooks that write at
once never touch each other's things, so that no lock is needed.
"""

import contextlib
import hashlib
import json
import os
import re
from pathlib import Path

from ..paths import MARKER
from .exercises import EDITIONS
from .whole_files import aside, draft, write_over

#: A file with more bytes was not written here.
_MOST_BYTES = 20_000_000
#: What has no file by folder, kind and key: things of those who have no folder, and what a disk
#: refused, which is written as soon as there is room.
_held = {}


def folder():
    """Find the student's folder that holds the working directory; None if there is none."""
    try:
        here = Path.cwd()
    except OSError:
        # the working directory was deleted
        return None
    # unlike its twin in Path, isdir answers also where one may not look
    return next((one for one in (here, *here.parents) if os.path.isdir(one / MARKER)), None)


def recall(kind, key):
    """What was kept of a thing for this edition of its notebook.

    Parameters
    ----------
    kind : str
        ``"answers"``, ``"tries"``, ``"guesses"``, ``"forecasts"`` or ``"drafts"``.
    key : str
        Its key, such as ``"04.0"``.

    Returns
    -------
    dict
        Empty if there is nothing, or what is there is damaged.
    """
    place = folder()
    content = _held.get((place, kind, key))
    if content is None and place:
        content = _read(kind, _path(place, kind, key)) or _held.get((None, kind, key))
    content = content or {}
    return content if content.get("edition") == edition_of(key) else {}


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
    return save(kind, key, content) is None


def save(kind, key, content):
    """Keep a thing as `keep` does, and say why not where a disk refuses it.

    Parameters
    ----------
    kind, key, content
        As in `keep`.

    Returns
    -------
    OSError or None
    """
    place = folder()
    content = {"edition": edition_of(key), "key": key, **content}
    _held[place, kind, key] = content
    if place is None:
        return None
    try:
        _write(place, kind, key, content)
    except OSError as error:
        return error
    _held.pop((place, kind, key), None)
    _write_what_is_held(place)
    return None


def _write_what_is_held(place):
    """Write what was refused before, now that there is room, and what had no folder yet."""
    for where, kind, key in list(_held):
        path = _path(place, kind, key)
        if where not in (place, None) or (where is None and path.exists()):
            continue
        with contextlib.suppress(OSError):
            if path.exists():
                # another notebook may have written it meanwhile
                put_aside(kind, key, "before")
            _write(place, kind, key, _held[where, kind, key])
            _held.pop((where, kind, key), None)


def _write(place, kind, key, content):
    path = _path(place, kind, key)
    path.parent.mkdir(exist_ok=True)
    text = json.dumps(content, indent=1, ensure_ascii=False)
    # half an emoji, which no file can hold, becomes a question mark
    with draft(path, text.encode("utf-8", "replace")) as written:
        before = _read(kind, path)
        if before is None or (before and before["edition"] != content["edition"]):
            put_aside(kind, key, "damaged" if before is None else "older edition")
        write_over(written, path)


def put_aside(kind, key, why):
    """Give what is kept another name too, so that nothing is lost when it is overwritten.

    Parameters
    ----------
    kind, key : str
        As in `recall`.
    why : str
        Said in the new name, which gets a number where one like it is there.

    Raises
    ------
    OSError
        If this cannot be done.
    """
    place = folder()
    if place is None:
        return
    # whatever happens before the next writing, the file itself is there
    aside(_path(place, kind, key), why)


def keys(kind):
    """List the keys of what was kept of a kind, sorted; see `recall`."""
    place = folder()
    found = {key for where, one, key in _held if one == kind and where in (place, None)}
    with contextlib.suppress(OSError):
        for path in (place / MARKER / kind).glob("*.json") if place else ():
            content = _read(kind, path) or {}
            key = content.get("key")
            if isinstance(key, str) and _path(place, kind, key) == path:
                found.add(key)
    return sorted(found)


def something_waits():
    """Whether the disk has refused something that is held in memory."""
    place = folder()
    return any(where == place for where, _, _ in _held) if place else False


def is_damaged(kind, key):
    """Whether there is a file of a thing that cannot be read."""
    place = folder()
    return bool(place) and _read(kind, _path(place, kind, key)) is None


def passed_over(kind, key):
    """Say why a thing that has a file is not recalled; empty if it is, or has none."""
    place = folder()
    found = _read(kind, _path(place, kind, key)) if place else {}
    if found is None:
        return "damaged"
    return "older edition" if found and found["edition"] != edition_of(key) else ""


def set_damaged_aside(kind, key):
    """Give a file that cannot be read another name, so that it is no longer looked at."""
    place = folder()
    if is_damaged(kind, key):
        with contextlib.suppress(OSError):
            put_aside(kind, key, "damaged")
            _path(place, kind, key).unlink()


def edition_of(key):
    """Return the edition of the notebook that a key names by its first two digits."""
    whole = EDITIONS.get(key)
    near = (edition for number, edition in EDITIONS.items() if number[:2] == key[:2])
    return next(near, 1) if whole is None else whole


def _path(place, kind, key):
    name = re.sub(r"[^\w. -]", "_", key)[:60]
    if name != key:
        name += "-" + hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:8]
    return place / MARKER / kind / f"{name}.json"


def _read(kind, path):
    """What a file holds; an empty dict if it is not there, None if it is damaged."""
    try:
        with open(path, "rb") as file:
            content = json.loads(file.read(_MOST_BYTES).decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or type(content.get("edition")) is not int:
        return None
    return content if _SHAPES.get(kind, bool)(content) else None


def _is_answer(content):
    """Whether an answer, or the last of the tries, has the shape in which it was kept."""
    words = [content.get("state"), content.get("answer"), content.get("against", "")]
    marks = [content.get("wrong", []), content.get("unfinished", [])]
    return (
        all(isinstance(one, str) for one in words)
        and all(isinstance(one, list) and _all_texts(one) for one in marks)
        and isinstance(content.get("chart"), dict | None)
    )


def _is_guess(content):
    said = content.get("guesses")
    return isinstance(said, list) and all(
        isinstance(one, dict) and _all_texts([one.get("guess"), one.get("why", "")]) for one in said
    )


def _all_texts(pieces):
    return all(isinstance(one, str) for one in pieces)


#: What must be in a file so that everything which reads it finds what it needs.
_SHAPES = {"answers": _is_answer, "tries": _is_answer, "guesses": _is_guess}
