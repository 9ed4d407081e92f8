"""Which folder is the student's: found again from anywhere, and never somebody else's."""

import contextlib
import datetime as dt
import json
import os
from pathlib import Path

import platformdirs

from ..errors import SinorusError
from ..paths import MARKER
from . import placing

DEFAULT = "sinorus-course"
#: Folders of the repository, in which no student's folder is made.
_OURS = {"data", "docs", "notebooks", "sinorus", "tests", "tools"}
#: How many folders are remembered.
_MANY = 50


def find(name=None, ask=None, make=True):
    """Find the student's folder.

    Parameters
    ----------
    name : str, optional
        A folder, or the name of one that was opened before. Without a name it is the course
        folder that holds the working directory, or the one that is known on this computer, or
        else ``sinorus-course`` here.
    ask : callable, optional
        Asked where several folders are known and none is named: takes pairs of a folder and the
        day it was opened last, and returns a folder, or a name as above. Without it that is an
        error.
    make : bool
        Whether a new folder will do.

    Returns
    -------
    pathlib.Path
        The folder, which need not exist yet.

    Raises
    ------
    SinorusError
        If the name cannot be a folder's, or several folders are known and nobody can be asked.
    """
    folder = _named(name) if name is not None else _near(ask)
    if not make and not is_course(folder):
        raise SinorusError(f'"{folder}" is not a course folder. Open one first: sinorus start')
    return folder


def is_course(folder):
    """Whether `sinorus start` has made a folder."""
    with contextlib.suppress(OSError):
        return (folder / MARKER).is_dir()
    return False


def known():
    """Course folders opened on this computer by this account, and when; the last one first.

    Folders that are gone, or on a drive that is not connected, are left out.
    """
    return [(folder, day) for folder, day in _remembered() if is_course(folder)]


def last_gone():
    """The folder opened last, if it is not there now."""
    rows = _remembered()
    return rows[0][0] if rows and not is_course(rows[0][0]) else None


def remember(folder):
    """Note that a folder was opened today. Where this cannot be kept, the folder opens anyway."""
    others = [(place, day) for place, day in _remembered() if place != folder]
    rows = [(folder, dt.date.today().isoformat()), *others][:_MANY]
    text = json.dumps(
        {"folders": [{"folder": str(one), "day": day} for one, day in rows]}, indent=1
    )
    with contextlib.suppress(OSError):
        place = _list()
        place.parent.mkdir(parents=True, exist_ok=True)
        placing.replace(place, text.encode(), place.parent / "copying")


def _list():
    """The per-user place in which folders are remembered."""
    return Path(platformdirs.user_state_path("sinorus", appauthor=False)) / "folders.json"


def _remembered():
    try:
        rows = json.loads(_list().read_bytes())["folders"]
        rows = [(row["folder"], row["day"]) for row in rows]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return []
    texts = [row for row in rows if all(isinstance(part, str) for part in row)]
    return [(Path(folder), day) for folder, day in texts if "\0" not in folder]


def _here():
    """The working directory; None where it has been deleted."""
    try:
        return Path.cwd()
    except OSError:
        return None


def holding():
    """The course folder that holds the working directory."""
    here = _here()
    return next(filter(is_course, (here, *here.parents)), None) if here else None


def _near(ask):
    """The folder that is meant where none is named."""
    inside, here = holding(), _here()
    if inside:
        return inside
    found = known()
    if here and is_course(here / DEFAULT) and here / DEFAULT not in dict(found):
        found.append((here / DEFAULT, ""))
    if len(found) == 1:
        return found[0][0]
    if not found:
        return _checked(_beside(DEFAULT))
    if ask is None:
        raise SinorusError(
            f"{len(found)} course folders are known on this computer:"
            f"{_rows(folder for folder, _ in found)}\nName yours at the end of the command, or"
            " make one of your own with your name: sinorus start Ada"
        )
    said = ask(found)
    return said if isinstance(said, Path) else _named(said)


def _named(text):
    """The folder that a text names: by its path, or by the name under which it is known."""
    if not text.strip():
        raise SinorusError("A folder's name cannot be empty. Give it your name: sinorus start Ada")
    text = text.strip()
    plain = text not in (".", "..") and not text.startswith("~") and text == os.path.basename(text)
    if not plain:
        return _checked(_path(text))
    if _here() and is_course(place := _path(text, _beside(text))):
        return place
    same = [folder for folder, _ in known() if folder.name.casefold() == text.casefold()]
    if len(same) > 1:
        raise SinorusError(
            f'{len(same)} course folders are called "{text}":{_rows(same)}\nName yours in full at'
            " the end of the command."
        )
    return same[0] if same else _checked(_path(text, _beside(text)))


def _rows(folders):
    return "".join(f'\n  "{folder}"' for folder in folders)


def _beside(name):
    """Where a new folder is made: here, or beside the course folder in which we stand."""
    inside = holding()
    return (inside.parent if inside else _standing()) / name


def _standing():
    """The working directory; a sentence where it has been deleted."""
    here = _here()
    if here is None:
        raise SinorusError(
            "The folder in which this terminal stands was deleted. Go to another one first,"
            " for example with: cd"
        )
    return here


def _path(text, place=None):
    """A text as an absolute path, if there can be one."""
    try:
        path = place or Path(text).expanduser()
        path = path if path.is_absolute() else _standing() / path
        path = Path(os.path.normpath(path))
        # asks the disk, which refuses what is too long or holds a NUL
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return path
    except RuntimeError:
        user = text.split("/")[0]
        raise SinorusError(
            f'There is no user "{user[1:]}" on this computer, so "{text}" leads nowhere. Name a'
            " folder without ~: sinorus start my-course"
        ) from None
    except ValueError as error:
        if isinstance(error, SinorusError):
            raise
        raise SinorusError(
            "A folder's name cannot hold the character NUL. Give it your name: sinorus start Ada"
        ) from None
    except OSError as error:
        short = text if len(text) <= 40 else f"{text[:40]}..."
        raise SinorusError(
            f'"{short}" cannot be a folder: {error.strerror}. Choose another name, for example:'
            " sinorus start my-course"
        ) from None
    return path


def _checked(path):
    """A folder in which a course may be made: nobody else's, and not the package's own."""
    if is_course(path):
        return path
    cure = "Choose another place, for example: sinorus start"
    try:
        whole = path.resolve()
    except (OSError, RuntimeError):
        whole = path
    if whole in (Path.home().resolve(), Path(whole.anchor)):
        raise SinorusError(
            f'The notebooks would lie among everything else in "{path}". Give them a folder of'
            f' their own: sinorus start "{path / DEFAULT}"'
        )
    above = next(filter(is_course, path.parents), None)
    if above:
        raise SinorusError(
            f'"{path}" is inside the course folder "{above}". To open that one: sinorus start'
            f' "{above}"'
        )
    package = Path(__file__).resolve().parent.parent
    if package in (whole, *whole.parents):
        raise SinorusError(f'"{path}" is inside the package sinorus itself. {cure} my-course')
    for place in (whole, *whole.parents):
        if (place / "data" / "datapackage.json").is_file() and (place / "notebooks").is_dir():
            first = (*whole.relative_to(place).parts, "")[0]
            if first in _OURS or first.startswith(".") or not first:
                raise SinorusError(
                    f'"{path}" belongs to the files of sinorus itself. {cure} "{place / DEFAULT}"'
                )
    return path
