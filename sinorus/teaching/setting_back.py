"""`sinorus reset`: one notebook fresh again; the student's is kept beside it."""

from ..errors import SinorusError
from . import places
from .copying import set_back, texts
from .opening import ask, in_terminal


def add(commands):
    """Add the subcommand to the command line, and return its parser."""
    parser = commands.add_parser(
        "reset",
        help="put a fresh copy of one notebook into your folder; yours is kept beside it",
        description=(
            "Put a fresh copy of one notebook into your folder. Yours is kept beside it under"
            " another name, and your answers stay kept."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("notebook", help="its number or name, for example 04")
    parser.add_argument(
        "folder", nargs="?", help="your folder (without it, it is found as by start)"
    )
    return parser


def run(options):
    """Set one notebook back.

    Parameters
    ----------
    options : argparse.Namespace
        ``notebook`` and ``folder``.

    Returns
    -------
    int
        Exit status.
    """
    name = which(options.notebook, list(texts()))
    folder = places.find(options.folder, in_terminal(ask), make=False)
    kept = set_back(folder, name)
    print(f'"{name}" in {folder} is a fresh copy now.')
    if kept:
        print(f'Your notebook is kept as "{kept}". Answers already checked stay kept too.')
    print("If it is open in JupyterLab, close its tab without saving and open it again.")
    return 0


def which(said, names):
    """The notebook that is meant by a number or a part of a name.

    Parameters
    ----------
    said : str
        What was typed.
    names : list of str
        The notebooks' file names.

    Returns
    -------
    str
        One of the names.

    Raises
    ------
    SinorusError
        If no notebook is meant, or more than one.

    Examples
    --------
    >>> which("4", ["00_start_here.ipynb", "04_kosovo_turn_1999.ipynb"])
    '04_kosovo_turn_1999.ipynb'
    """
    word = said.strip().lower()
    word = f"{word:0>2}_" if word.isdecimal() else word
    found = [name for name in names if name.lower().startswith(word)] if word else []
    if len(found) != 1:
        rows = "".join(f"\n  {name}" for name in found or names)
        raise SinorusError(
            f'Which notebook is "{said}"? Type its number, for example: sinorus reset 04{rows}'
        )
    return found[0]
