"""Where the course's own files are."""

from pathlib import Path

from .errors import SinorusError

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
    SinorusError
        If neither holds the course's data.

    Examples
    --------
    >>> from sinorus.paths import course
    >>> (course() / "data" / "datapackage.json").exists()
    True
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_course", package.parent):
        if (folder / "data" / "datapackage.json").is_file():
            return folder
    raise SinorusError(
        f"The course's data are missing beside the package in {package}. "
        "Install sinorus again: the folder was moved or only partly copied."
    )


def data_file(name):
    """Return the path of a file in the course's data folder."""
    return course() / "data" / name
