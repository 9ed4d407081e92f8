"""`collect` gathers what a class has handed in: a table, a page, and counts without names."""

import hashlib
import json
import os
from pathlib import Path

from ..errors import SinorusError
from .class_file import NAME
from .class_page import page
from .class_people import people
from .class_read import hands_in
from .class_tables import as_csv, counted, rows
from .whole_files import draft, write_over

_FOLDER = "class"
#: What was made here, with a mark of its content: what somebody changed since is not overwritten.
_MADE = ".made.json"


def collect(folder):
    """Gather the hand-in files of a class into one table, one page, and counts without names.

    It looks for hand-in files at any depth, under whatever name, and writes ``class.csv``,
    ``class.html`` and ``class.json`` into a folder ``class`` within. What it passed over and why
    is printed. No hand-in file is changed, and no file that you changed is overwritten.

    Parameters
    ----------
    folder : str or path
        Where the files lie, as a learning platform unpacks them.

    Returns
    -------
    pandas.DataFrame
        The rows of ``class.csv``, one a student and exercise, guess, forecast or coding:
        ``student``, ``file``, ``kind``, ``item``, ``state``, ``answer`` (of a guess the last
        word), ``first`` (its first word, where it was changed), ``why``, ``cited``, ``against``.

    Raises
    ------
    SinorusError
        If there is no such folder, it holds no hand-in, or it cannot be written into.

    Examples
    --------
    >>> import sinorus
    >>> try:
    ...     sinorus.collect("no such folder")
    ... except sinorus.SinorusError as error:
    ...     print(str(error)[:18])
    There is no folder
    """
    place = _folder(folder)
    made = place / _FOLDER
    hands, said = hands_in(place, own=_own(made))
    if not hands:
        raise SinorusError(
            "\n".join([f'There is no hand-in file in "{place}" that can be read.', *said])
        )
    persons, more = people(hands)
    said += more
    table = rows(persons)
    files = {
        "class.html": page(persons, said).encode("utf-8", "replace"),
        "class.csv": as_csv(table),
        NAME: json.dumps(counted(persons), indent=1, ensure_ascii=False).encode("utf-8"),
    }
    paths = _written(made, files)
    for sentence in [*said, *_where(persons, paths)]:
        _say(sentence)
    return table


def _say(sentence):
    """Print, also where a terminal has no letters for a name."""
    try:
        print(sentence)
    except UnicodeEncodeError:
        print(sentence.encode("ascii", "backslashreplace").decode("ascii"))


def _folder(given):
    """The folder that was named."""
    try:
        return Path(given).expanduser().resolve()
    except (TypeError, ValueError, RuntimeError, OSError):
        raise SinorusError(
            "Name the folder into which you put what your students handed in, in quotation marks,"
            ' such as sinorus.collect("my-class").'
        ) from None


def _where(persons, paths):
    """What was made, and whom one may show it."""
    one = len(persons) == 1
    yield f"{len(persons)} student{'s' * (not one)} in {paths['class.html'].parent}:"
    yield f"  {paths['class.html'].name}   to read and to print: pictures, then names and answers"
    yield f"  {paths['class.csv'].name}    for a spreadsheet, with names"
    yield f"  {paths[NAME].name}   counts without names, which you may give to your students"


# --- writing, and nothing over what is not ours ---------------------------------------------------


def _marks(made):
    """What was made here before: a mark of the content by the file's name."""
    try:
        kept = json.loads((made / _MADE).read_text(encoding="utf-8"))
        return {name: mark for name, mark in kept.items() if isinstance(mark, str)}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def _own(made):
    """The files in the folder ``class`` that were made here, changed or not."""
    return {made / name for name in _marks(made)}


def _mark(content):
    return hashlib.sha256(content).hexdigest()


def _written(made, files):
    """Write each file, beside what stands there where that is not ours as we left it."""
    marks, paths = _marks(made), {}
    try:
        made.mkdir(exist_ok=True)
        for name, content in files.items():
            path = _free(made, name, marks)
            if path.name != name:
                _say(
                    f'"{name}" was changed or is not ours, so it stays as it is; the new one is'
                    f' "{path.name}".'
                )
            _put(path, content)
            marks[path.name], paths[name] = _mark(content), path
            # at once, so that a program that is stopped knows its own files
            _put(made / _MADE, json.dumps(marks, indent=1).encode())
    except FileExistsError:
        raise SinorusError(
            f'"{made}" is a file, so no folder of that name can be made. Give it another name, then'
            " collect once more."
        ) from None
    except OSError as error:
        raise SinorusError(
            f'Nothing more can be written into "{made}": {error.strerror}. Close its files in other'
            " programs, make room, or copy the hand-ins into a folder of your own; then collect"
            " once more."
        ) from None
    return paths


def _free(made, name, marks):
    """The first path by this name at which nothing stands, or only what was made here."""
    stem, end = Path(name).stem, Path(name).suffix
    number = 1
    while True:
        path = made / (name if number == 1 else f"{stem} {number}{end}")
        if not os.path.lexists(path):
            return path
        if path.is_file() and marks.get(path.name) == _mark(path.read_bytes()):
            return path
        number += 1


def _put(path, content):
    with draft(path, content) as written:
        write_over(written, path)
