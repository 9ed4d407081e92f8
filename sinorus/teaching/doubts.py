"""`doubt` writes a reader's correction into a file for those who keep the course."""

import re
from pathlib import Path

import pandas as pd
from filelock import FileLock, Timeout

from .. import __version__
from ..acts import acts
from ..errors import DamagedError, SinorusError
from ..locators import in_words, parse
from ..look_up import pieces
from ..paths import MARKER, data_file
from ..reports import course_editions
from ..stamps import DATAPACKAGE
from ..tables import load
from .exercise import Feedback, number_of, question_of
from .exercises import COURSE, GUESSES
from .store import folder
from .whole_files import draft, why_not, write_over

FILE = "doubts.md"
#: Seconds that one notebook waits while another writes.
_PATIENCE = 10
_ASK = (
    "Say in words what you doubt and why, such as "
    'sinorus.doubt("{}", "The page of the ministry gives another day.").'
)
_SUCH = 'Name it as sinorus.show does: "Yu 1999 c7", "E16", "record 10 June 1999", "04.1".'
#: A word before a number that says what it is.
_KIND_OF = re.compile(r"^(?:the )?(?:exercise|essay|question|guess)\s+(?=\d)", re.IGNORECASE)
_HEAD = """# Doubts

Corrections to the course sinorus. Each says what stands there now, in the course's own words, and
what is doubted. To send them, open an issue where you got the course and paste the text, or hand
this file to your teacher; CONTRIBUTING.md says more.
"""
#: The column, or the columns together, by which rows of each table are named.
_KEYS = {
    "passages": ["locator"],
    "entries": ["locator"],
    "events": ["event_id"],
    "record": ["record_id"],
    "disputes": ["dispute_id"],
    "clauses": ["source_id", "article"],
    "sources": ["source_id"],
    "glossary": ["term"],
    "people": ["name"],
    "reports": ["report_id"],
}


def doubt(what, why=None, name=""):
    """Write a correction of a row or a sentence into a file for those who keep the course.

    Parameters
    ----------
    what : str
        What is doubted, as `show` takes it: a passage (``"Yu 1999 c7"``), a dispute (``"E16"``), an
        act (``"record 10 June 1999 c"``), an article, a source, a term; or an exercise
        (``"04.1"``).
    why : str
        What is wrong, and how one knows.
    name : str, optional
        Who says so; left out, the file does not say.

    Returns
    -------
    Feedback
        ``.state`` is ``kept``, ``unanswered`` where the place or the reason is missing, ``unkept``
        where the file cannot be written; ``.text`` says where the file is and how to send it.
        Nothing is ever raised.

    Notes
    -----
    The file is ``doubts.md`` in the course folder, without one in the working directory. A doubt is
    added to it whole or not at all, with what stands there now, the version of the package and the
    stamp of the data. Nothing is sent.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.doubt("Yu 1999 c7").state
    'unanswered'
    >>> sinorus.doubt("Yu 1999 c7", "My newspaper gives another day.", name="Ada Reader").state
    'kept'
    """
    place = _line(what if isinstance(what, str) else number_of(what))
    if place in ("", "?", "..."):
        return Feedback("?", "unanswered", f"Say what you doubt. {_SUCH}")
    words = why.strip() if isinstance(why, str) else ""
    if not words.strip(". …"):
        return Feedback(place, "unanswered", _ASK.format(place.replace('"', "")))
    try:
        title, there = _what_stands_there(place)
        return _written(title, _entry(title, there, words, _line(name)))
    except DamagedError as error:
        return Feedback(place, "damaged", str(error))
    except SinorusError as error:
        return Feedback(place, "unanswered", f"{error} Nothing was written yet.")


def _line(given):
    """A short text on one line; empty where none was given."""
    return " ".join(given.split())[:200] if isinstance(given, str) else ""


def _what_stands_there(place):
    """What a place is called, and the lines that say what the course has there."""
    # a notebook says "Exercise 04.1", and so does the heading of a doubt
    number = number_of(_KIND_OF.sub("", place))
    if number in COURSE:
        exercise = COURSE[number]
        asked = question_of(number) or exercise.title
        return f"Exercise {number}", [exercise.title, "", *_quoted(asked)]
    if number in GUESSES:
        guess = GUESSES[number]
        options = [f"- ({letter}) {words}" for letter, words in guess.options.items()]
        return f"Guess {number}", [guess.question or question_of(number), *options]
    # A reader's own copies are in copyright: what is written down is the course's abstract.
    found = pieces(place, None if course_editions() else data_file("reports"))
    lines, titles = [], []
    for piece in found:
        rows = list(_rows(place, piece))
        # an event is called by its day, which it shares with others
        event = any(table == "events" for table, _ in rows)
        titles.append(f"{place} ({piece.label})" if event else piece.label)
        for table, row in rows:
            lines += [f"{piece.label}, in the table `{table}`:", "", *_cells(row), ""]
        if not rows:
            lines += [f"{piece.label}:", "", *_quoted(piece.text), ""]
    title = ", ".join(titles)
    return (title if len(title) <= 200 else place), lines[:-1]


def _rows(place, piece):
    """The rows of the course's tables that a piece was made from, each with its table's name."""
    names = {piece.label.casefold(), place.strip("[]()").casefold()}
    names |= {act.id.casefold() for act in acts() if act.name == piece.label}
    if piece.is_passage:
        names = {parse(piece.label).casefold()}
    for table, columns in _KEYS.items():
        frame = load(table)
        keys = frame[columns[0]].str.cat([frame[other] for other in columns[1:]], sep=" ")
        if table == "reports":
            keys = keys.map(in_words)
        for row in frame[keys.str.casefold().isin(names)].to_dict("records"):
            yield table, row


def _cells(row):
    """The cells of a row, those that hold something, a line each."""
    for column, value in row.items():
        if not pd.isna(value):
            day = f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else str(value)
            yield f"- {column}: {day}"


def _quoted(text):
    """A text as a quotation in Markdown, so that nothing in it passes for a heading."""
    return [f"> {line}".rstrip() for line in text.splitlines()]


def _entry(title, there, words, name):
    """One doubt as it stands in the file."""
    return "\n".join(
        [
            f"\n## {title}\n",
            *_quoted(words),
            "",
            *([f"- Doubted by: {name}"] if name else []),
            f"- Package: sinorus {__version__}, data {DATAPACKAGE[7:19]}",
            "",
            "What stands there now:",
            "",
            *there,
            "",
        ]
    )


def _written(title, entry):
    """Add an entry to the file, whole or not at all, and say where it is."""
    try:
        course_folder = folder()
        place = course_folder or Path.cwd()
        hidden = place / MARKER if course_folder else place
        path = place / FILE
        with FileLock(hidden / f".{FILE}.lock", timeout=_PATIENCE):
            before = path.read_bytes() if path.exists() else _HEAD.encode()
            new = entry.encode("utf-8", "replace")
            # a cell that is run again says the same thing again
            if new in before:
                return Feedback(title, "kept", f"This stands in {path} already.")
            with draft(path, before + new) as written:
                write_over(written, path)
    except (OSError, Timeout, NotImplementedError) as error:
        busy = "another notebook is writing in it. Wait a moment, then run this cell again"
        why = why_not(error) if getattr(error, "errno", None) else busy
        return Feedback(
            title,
            "unkept",
            f"{FILE} cannot be written: {why}. What is in the file already stays as it was, and"
            " your words still stand in this cell.",
        )
    where = "your course folder" if course_folder else f"the folder {place}"
    return Feedback(
        title,
        "kept",
        f"Your doubt about {title} stands in the file {FILE} in {where}, with what the course has "
        "there now. Nothing is sent by itself: hand the file to your teacher, or open an issue "
        "where you got the course and paste the text (CONTRIBUTING.md says how).",
    )
