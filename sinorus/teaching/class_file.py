"""The class as data, where a teacher has given it to students: what is said of a guess at its end.

The file ``class.json`` lies in the course folder, or in its ``.sinorus``. It is foreign to this
package as soon as somebody edits it, so that nothing in it is trusted.
"""

import contextlib
import json
import re

from ..paths import MARKER
from . import store

NAME = "class.json"
_NAMES = re.compile(r"class(?: \d+| ?\(\d+\))?\.json")
#: A class of a thousand has a hundredth of this.
_LARGEST = 5_000_000


def others(asked):
    """Say what the class guessed, where its file is there.

    Parameters
    ----------
    asked : Guess

    Returns
    -------
    str
        One sentence; empty where there is no file, or none that can be read, or it does not know
        this guess as it is asked now.

    Examples
    --------
    >>> from sinorus.teaching.class_file import others
    >>> from sinorus.teaching.exercises import GUESSES
    >>> others(GUESSES["04.0"])
    ''
    """
    found = _read() if asked.options else None
    if not found:
        return ""
    guesses, students = found.get("guesses"), found.get("students")
    one = guesses.get(asked.id) if isinstance(guesses, dict) else None
    if not isinstance(one, dict) or one.get("edition") != store.edition_of(asked.id):
        return ""
    first, last = (_counts(one.get(when), asked) for when in ("first", "last"))
    if type(students) is not int or not first or not last:
        return ""
    of = sum(first.values())
    if not 0 < of <= students or sum(last.values()) != of:
        return ""
    among = f"In your class of {students}" + (f", {of} guessed" if of < students else "")
    said = _said(first)
    return f"{among}: {said}." if first == last else f"{among}: first {said}; then {_said(last)}."


def _read():
    """What the file holds, or None."""
    for path in _files():
        try:
            if path.is_file() and path.stat().st_size <= _LARGEST:
                content = json.loads(path.read_bytes().decode("utf-8-sig"))
                if isinstance(content, dict) and content.get("format") == 1:
                    return content
        except (OSError, ValueError, RecursionError):
            continue
    return None


def _files():
    """Files by its name, also as `collect` or a browser numbers a second one; the newest first."""
    place = store.folder()
    found = []
    for folder in (place, place / MARKER) if place else ():
        with contextlib.suppress(OSError):
            found += [
                (path.stat().st_mtime, path)
                for path in folder.iterdir()
                if _NAMES.fullmatch(path.name)
            ]
    return [path for _, path in sorted(found, reverse=True)]


def _counts(given, asked):
    """How many chose each letter, or None where this is not what is asked."""
    letters = {letter.lower() for letter in asked.options}
    if not isinstance(given, dict) or not set(given) <= letters:
        return None
    if not all(type(count) is int and count >= 0 for count in given.values()):
        return None
    return {letter: given.get(letter, 0) for letter in sorted(letters)}


def _said(counts):
    return ", ".join(f"{count} ({letter})" for letter, count in counts.items())
