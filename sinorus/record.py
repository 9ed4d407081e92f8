"""What a student has done: progress, and the file that is handed in."""

from pathlib import Path

import pandas as pd

from . import checking
from .errors import SinorusError
from .workspace import citations, folder, load_record


def progress():
    """Show which exercises of the course are solved.

    Returns
    -------
    pandas.DataFrame
        ``exercise``, ``title``, ``state`` (``right``, ``wrong``, ``unanswered``), ``wrong_answers``
        (different ones so far).

    Examples
    --------
    >>> import sinorus
    >>> "00.1" in sinorus.progress()["exercise"].tolist()
    True
    """
    kept = load_record()
    rows = []
    for exercise in checking.registry().values():
        record = kept.get(exercise.id, {})
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
        if row.exercise in kept:
            answer = kept[row.exercise].get("answer", "")
            cited = ", ".join(citations(answer)[0])
            lines += [
                f"## {row.exercise} {row.title}: {row.state}",
                "",
                answer or "(no answer kept)",
                "",
                *([f"Cited: {cited}", ""] if cited else []),
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
