"""Where the course's own files are."""

import json
from pathlib import Path

from .errors import DamagedError

INSTALL_AGAIN = (
    "Install the course again, by the command that README.md gives; your own notebooks and answers "
    "stay as they are."
)

#: `sinorus start` puts this folder beside the notebooks; without it progress lives in memory only.
MARKER = ".sinorus"


def course():
    """Return the folder that holds ``data`` and ``notebooks``.

    Returns
    -------
    pathlib.Path
        ``sinorus/_course`` in an installed package, the repository otherwise.

    Raises
    ------
    DamagedError
        If the course's data are missing.

    Examples
    --------
    >>> from sinorus.paths import course
    >>> (course() / "data" / "datapackage.json").exists()
    True
    """
    package = Path(__file__).resolve().parent
    installed = package / "_course"
    folder = installed if installed.is_dir() else package.parent
    if (folder / "data" / "datapackage.json").is_file():
        return folder
    raise DamagedError(
        f"The course's data are missing beside the package in {package}: it was moved, or only"
        f" partly copied. {INSTALL_AGAIN}"
    )


def data_file(name):
    """Return the path of a file in the course's data folder."""
    return course() / "data" / name


def notebook_files():
    """Return the course's notebooks, as a student gets them, in the order of the sessions.

    Returns
    -------
    list of pathlib.Path

    Raises
    ------
    DamagedError
        If there is none.

    Examples
    --------
    >>> from sinorus.paths import notebook_files
    >>> notebook_files()[0].name
    '00_start_here.ipynb'
    """
    found = sorted((course() / "notebooks").glob("*.ipynb"))
    if not found:
        raise DamagedError(f"The course's notebooks are missing. {INSTALL_AGAIN}")
    return found


def notebook_cells(path):
    """Return the cells of one of the course's notebooks.

    Parameters
    ----------
    path : pathlib.Path
        As from `notebook_files`.

    Returns
    -------
    list of dict

    Raises
    ------
    DamagedError
        If it cannot be read.

    Examples
    --------
    >>> from sinorus.paths import notebook_cells, notebook_files
    >>> notebook_cells(notebook_files()[0])[0]["cell_type"]
    'markdown'
    """
    try:
        cells = json.loads(path.read_bytes())["cells"]
        if all({"cell_type", "source"} <= set(cell) for cell in cells):
            return cells
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass
    raise DamagedError(f'The course\'s notebook "{path.name}" is damaged. {INSTALL_AGAIN}')
