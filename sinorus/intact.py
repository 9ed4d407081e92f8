"""Whether the course's files are still as they were published.

`data/datapackage.json` has the stamp of every table and edition, and `stamps` that of
`data/datapackage.json`. A copy that was installed may not differ: then a right answer could be
called wrong. In a checkout whoever edits a row is reminded of the command that stamps anew.
"""

import functools
import hashlib
import json

from .errors import DamagedError, tell
from .paths import INSTALL_AGAIN, course, data_file
from .stamps import DATAPACKAGE


def stamp(raw):
    """Return the stamp of a file by the Frictionless standard.

    Parameters
    ----------
    raw : bytes
        What is in the file.

    Returns
    -------
    str
        The name of the hash function, and the hash.

    Examples
    --------
    >>> from sinorus.intact import stamp
    >>> stamp(b"")[:15]
    'sha256:e3b0c442'
    """
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def read(path, expected):
    """Read a file of the course, and see whether it is as it was published.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    expected : str
        Its stamp.

    Returns
    -------
    bytes

    Raises
    ------
    DamagedError
        If it cannot be read, or is part of an installed course and differs.

    Examples
    --------
    >>> from sinorus.intact import package, read
    >>> from sinorus.paths import data_file
    >>> read(data_file("trade.csv"), package()["trade"]["hash"])[:4]
    b'trad'
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise DamagedError(
            f'The course\'s data are damaged: its file "{path.name}" cannot be read ({why}).'
            f" {INSTALL_AGAIN}"
        ) from None
    if stamp(raw) != expected:
        if course().name == "_course":
            raise DamagedError(
                f'The course\'s data are damaged: its file "{path.name}" is no longer as it was'
                f" published. {INSTALL_AGAIN}"
            )
        tell(
            f"{path.name} was edited since it was stamped. When you have finished, run: "
            "python tools/stamp.py"
        )
    return raw


@functools.cache
def whole_package():
    """Return all of ``data/datapackage.json``, as it is stored.

    Returns
    -------
    dict

    Raises
    ------
    DamagedError
        If it is missing or damaged.
    """
    path = data_file("datapackage.json")
    try:
        found = json.loads(read(path, DATAPACKAGE))
        # what everybody relies on is asked for here, so that a torn file is told from a whole one
        if all(one["name"] and one["path"] and one["schema"] for one in found["resources"]):
            return found
        why = "something is missing in it"
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        why = str(error)
    except (KeyError, TypeError) as error:
        why = f"{error} is missing or of another kind"
    raise DamagedError(
        f'The course\'s data are damaged: its file "{path.name}" cannot be understood ({why}).'
        f" {INSTALL_AGAIN}"
    )


def package():
    """Return what ``data/datapackage.json`` says of each table, by the table's name.

    Returns
    -------
    dict

    Raises
    ------
    DamagedError
        If it is missing or damaged.

    Examples
    --------
    >>> from sinorus.intact import package
    >>> package()["events"]["path"]
    'events.csv'
    """
    return {resource["name"]: resource for resource in whole_package()["resources"]}


def edition_files():
    """Return the files of the course editions, each seen to be as it was published.

    Returns
    -------
    list of pathlib.Path
        In the order of their names; in a checkout also one that was not stamped yet.

    Raises
    ------
    DamagedError
        If one is missing or damaged.

    Examples
    --------
    >>> from sinorus.intact import edition_files
    >>> [path.stem for path in edition_files()]
    ['gpr-web', 'miller-2002', 'monitor-2000', 'yu-1999', 'yu-2000']
    """
    stamped = {data_file(one["path"]): one["hash"] for one in whole_package().get("editions", ())}
    for path, expected in stamped.items():
        read(path, expected)
    return sorted({*stamped, *data_file("reports").glob("*.txt")})
