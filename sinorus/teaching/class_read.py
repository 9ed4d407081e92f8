"""Read the hand-in files in a folder: what each holds, and in a sentence why one was passed over.

A file is known by what stands in it and never by its name, since a learning platform renames files
and puts them into folders of its own.
"""

import codecs
import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import SinorusError
from .given import sound

#: The mark of a hand-in file: the element that holds its content for machines, in each form that a
#: program gives it which saves the page anew (one writes =3D for the sign =). What a student writes
#: has no "<" on the page, so that no answer passes for it.
MARK = re.compile(
    rb"""<script\b[^<>]*\bid\s*=(?:3D)?\s*["']?sinorus-hand-in\b["']?[^<>]*>""", re.IGNORECASE
)
_END = re.compile(rb"</script", re.IGNORECASE)
#: The mark of the page that `collect` makes itself, which is no hand-in.
OWN_PAGE = b'<meta name="generator" content="sinorus collect">'
_FORMAT = 1
#: A hand-in of a whole course with its charts has less than a tenth of this.
_LARGEST = 20_000_000
#: More files than these are no class but somebody's whole disk.
_MOST_FILES = 5_000
#: What operating systems leave in a folder: nobody handed it in.
_OF_THE_SYSTEM = {"thumbs.db", "desktop.ini", "icon\r"}
STATES = ("right", "ready", "unfinished", "wrong", "damaged", "unanswered")


@dataclass(frozen=True)
class Hand:
    """One hand-in file, read.

    Attributes
    ----------
    file : str
        Its path within the folder, with slashes.
    name : str
        The student's name as she wrote it.
    number : int
        Her first hand-in is 1.
    answers, guesses, forecasts : tuple of dict
        As the file holds them, without what cannot be read.
    lost : int
        How many of these cannot be read.
    """

    file: str
    name: str
    number: int
    answers: tuple = ()
    guesses: tuple = ()
    forecasts: tuple = ()
    lost: int = field(default=0, compare=False)


class _PassedOver(Exception):
    """Why a file was passed over, as the end of a sentence."""


def hands_in(folder, own=()):
    """Read every hand-in file of a folder, at any depth.

    Parameters
    ----------
    folder : pathlib.Path
        Where to look.
    own : collection of pathlib.Path
        Files that `collect` has made itself.

    Returns
    -------
    hands : list of Hand
        In the order of their paths.
    said : list of str
        A sentence for each file that was passed over.

    Raises
    ------
    SinorusError
        If there is no such folder, or it holds more files than a class hands in.
    """
    hands, said = [], []
    for path in _files(folder):
        if path in own:
            continue
        file = path.relative_to(folder).as_posix()
        try:
            hand = _read(path, file)
            if hand:
                hands.append(hand)
        except _PassedOver as why:
            said.append(f'"{line(file)}" {why}')
    return hands, said


def _files(folder):
    """The regular files of a folder, without those that no person made."""
    if not folder.is_dir():
        raise SinorusError(
            f'There is no folder "{folder}". Name the folder into which you put what your students'
            " handed in: sinorus collect my-class"
        )
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if name[:1] != "." and name.upper() != "__MACOSX"
        )
        found += [
            Path(here, name)
            for name in sorted(names)
            if name[:1] != "." and name.lower() not in _OF_THE_SYSTEM
        ]
        if len(found) > _MOST_FILES:
            raise SinorusError(
                f'"{folder}" holds more than {_MOST_FILES:,} files. Name a folder that holds'
                " nothing but what your students handed in."
            )
    return [path for path in found if path.is_file()]


def _read(path, file):
    """One hand-in, or None for a page of our own; raise `_PassedOver` for what is none."""
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise _PassedOver(
                f"is larger than {_LARGEST // 1_000_000} MB, which no hand-in is; it was passed"
                " over."
            )
        content = path.read_bytes() if size else b""
    except OSError as error:
        raise _PassedOver(f"cannot be opened ({error.strerror}); it was passed over.") from None
    if not content.strip():
        raise _PassedOver("is empty; ask for it again.")
    if content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        content = content.decode("utf-16", "replace").encode("utf-8", "replace")
    mark = MARK.search(content)
    if not mark:
        if OWN_PAGE in content[:2000]:
            return None
        if path.suffix.lower() in (".zip", ".7z", ".rar"):
            raise _PassedOver("is packed; unpack it into the folder, then collect once more.")
        raise _PassedOver("is no hand-in of this course; it was passed over.")
    end = _END.search(content, mark.end())
    try:
        given = json.loads(content[mark.end() : end.start()].decode("utf-8")) if end else None
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict) or not isinstance(given.get("name"), str):
        raise _PassedOver("is damaged and cannot be read; ask for it again.")
    if given.get("format") != _FORMAT:
        number = line(given.get("format"))[:20]
        raise _PassedOver(
            f"has the format {number}, and this version of the course reads format {_FORMAT}; it"
            " was passed over. Install the version that your students have."
        )
    return _hand(given, file)


def _hand(given, file):
    """A hand-in from what its file holds; each thing that is not what it should be is left out."""
    kept, lost = {}, 0
    for kind, whole in (("answers", _answer), ("guesses", _guess), ("forecasts", _forecast)):
        things = given.get(kind, [])
        things = things if isinstance(things, list) else [None]
        read = [whole(thing) if isinstance(thing, dict) else None for thing in things]
        kept[kind] = tuple(thing for thing in read if thing)
        lost += len(read) - len(kept[kind])
    number = given.get("number")
    number = number if type(number) is int and 0 < number < 10_000 else 1
    return Hand(line(file), line(given["name"])[:200] or "(no name)", number, **kept, lost=lost)


def _answer(thing):
    if not isinstance(thing.get("exercise"), str) or thing.get("state") not in STATES:
        return None
    chart = thing.get("chart")
    cited = thing.get("cited")
    return {
        "exercise": line(thing["exercise"])[:20],
        "edition": _edition(thing),
        "title": line(thing.get("title")),
        "question": text(thing.get("question")),
        "state": thing["state"],
        "answer": text(thing.get("answer")),
        "given": thing.get("given"),
        "cited": [line(one) for one in cited] if isinstance(cited, list) else [],
        "against": line(thing.get("against")),
        "chart": chart if isinstance(chart, dict) else None,
    }


def _guess(thing):
    said = thing.get("said")
    said = said if isinstance(said, list) else []
    said = [
        {"guess": text(one["guess"]), "why": text(one.get("why"))}
        for one in said
        if isinstance(one, dict) and isinstance(one.get("guess"), str)
    ]
    options = thing.get("options")
    if not isinstance(thing.get("key"), str) or not said:
        return None
    return {
        "key": line(thing["key"])[:100],
        "edition": _edition(thing),
        "question": line(thing.get("question")),
        "options": options if isinstance(options, dict) else {},
        "said": said,
    }


def _forecast(thing):
    sure = thing.get("sure")
    if type(sure) is not int or not 0 <= sure <= 100:
        return None
    found = {key: line(thing.get(key)) for key in ("day", "question", "words")}
    return {**found, "sure": sure, "why": text(thing.get("why"))}


def _edition(thing):
    return thing["edition"] if type(thing.get("edition")) is int else 1


def text(given):
    """A text without what no page and no table can hold: half letters and control signs."""
    if given is None:
        return ""
    whole = re.sub(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]", "\n", sound(given))
    return re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]", "", whole).strip()


def line(given):
    """A text in one line."""
    return " ".join(text(given).split())
