"""`sinorus start`: a student's own folder, and JupyterLab on it."""

import sys
from pathlib import Path

from ..errors import SinorusError
from . import places
from .copying import copy_notebooks
from .lab import announced, refuse_root, run_lab


def add(commands):
    """Add the subcommand to the command line, and return its parser."""
    parser = commands.add_parser(
        "start",
        help="copy the notebooks into a folder of your own and open them",
        description=(
            "Copy the notebooks into a folder of your own and open JupyterLab. What you wrote is"
            " never overwritten. Without a folder, yours is found again: the one you are in, or"
            " the one opened before. Options for JupyterLab stand after two dashes:"
            " sinorus start Ada -- --port=9999 --no-browser"
        ),
        allow_abbrev=False,
    )
    parser.add_argument(
        "folder",
        nargs="?",
        help="your folder, for example your name (a new one is called sinorus-course)",
    )
    parser.add_argument(
        "--copy-only", action="store_true", help="only copy, do not open JupyterLab"
    )
    return parser


def run(options):
    """Copy the notebooks and open JupyterLab at the first one.

    Parameters
    ----------
    options : argparse.Namespace
        ``folder``, ``copy_only``, and ``lab``: options for JupyterLab.

    Returns
    -------
    int
        Exit status.
    """
    folder = places.find(options.folder, in_terminal(ask)).resolve()
    if not options.copy_only:
        refuse_root(options.folder, options.lab)
    gone = None if places.is_course(folder) else places.last_gone()
    copies = copy_notebooks(folder)
    before = dict(places.known())
    places.remember(folder)
    print(f"Your course folder is {folder}")
    if gone and options.folder is None:
        print(f'It is a new one: "{gone}", which you opened last, is not there now.')
    elif options.folder is None and folder in before and folder != places.holding():
        print(f"It was opened last on {before[folder]}. Not yours? Type: sinorus start YourName")
    for line in told(copies):
        print(line)
    if options.copy_only:
        print(f'To open it: sinorus start "{folder}"')
        return 0
    return _open(folder, options.lab)


def _open(folder, options):
    lines = announced(options)
    for line in lines:
        print(line, flush=True)
    status = run_lab(folder, options)
    if lines and status == 0:
        print("JupyterLab has stopped. To go on another time, type: sinorus start")
    elif status:
        print("JupyterLab stopped with an error; what it said stands above.", file=sys.stderr)
    return status


def told(copies):
    """Sentences that say what became of the notebooks.

    Parameters
    ----------
    copies : sinorus.teaching.copying.Copies
        What `copy_notebooks` did.

    Returns
    -------
    list of str
        One or two sentences for each thing that was done.

    Examples
    --------
    >>> from sinorus.teaching.copying import Copies
    >>> told(Copies(copied=["00_start_here.ipynb"]))
    ['1 notebook copied into it.']
    """
    lines = []
    if copies.copied:
        lines.append(f"{_count(copies.copied)} copied into it.")
    if copies.kept:
        lines.append(f"{_count(copies.kept)} already there, left as you saved {_it(copies.kept)}.")
    if copies.renewed:
        lines.append(
            f"{_count(copies.renewed)} replaced by a newer version, as you had written nothing in"
            f" {_it(copies.renewed)}."
        )
    if copies.run:
        lines.append(
            f"{_count(copies.run)} that you had run, but not written in, replaced by a newer"
            " version. The old results are kept in .sinorus/older."
        )
    for name, new in copies.beside:
        lines.append(
            f'There is a newer version of "{name}", but you have written in yours, so it stays as'
            f' it is. The newer version is beside it, as "{new}".'
        )
    for name, new in copies.unsure:
        lines.append(
            f'Your "{name}" differs from the newest version, and stays as it is. The newest'
            f' version is beside it, as "{new}".'
        )
    for name, aside in copies.mended:
        lines.append(
            f'"{name}" was damaged and is replaced by a fresh copy. The damaged file is kept as'
            f' "{aside}".'
        )
    if copies.pages:
        number, many = len(copies.pages), len(copies.pages) > 1
        lines.append(
            f"{number} page{'s' * many} in reader renewed, as the course has other words there."
            " What stood there is kept in .sinorus/older."
        )
    return lines


def _count(names):
    return f"{len(names)} notebook{'s' * (len(names) > 1)}"


def _it(names):
    return "them" if len(names) > 1 else "it"


def in_terminal(question):
    """A question, where there is a person at a terminal to answer it, else None."""
    return question if sys.stdin and sys.stdin.isatty() and sys.stdout.isatty() else None


def ask(found):
    """Ask which of several folders is meant.

    Parameters
    ----------
    found : list of (pathlib.Path, str)
        Folders, and the day each was opened last.

    Returns
    -------
    pathlib.Path or str
        One of the folders, or the name of a new one.
    """
    print("Several course folders are known on this computer:")
    for number, (folder, day) in enumerate(found, 1):
        print(f"  {number}  {folder}{f'  (opened last on {day})' if day else ''}")
    while True:
        try:
            said = input("Type the number of yours, or your name for a new one: ").strip()
        except (EOFError, KeyboardInterrupt):
            print()
            raise SinorusError("No folder was chosen, and nothing opened.") from None
        # as the list has it, or as one writes a number: "2", "2.", "(2)"
        number = said.strip(" .()#")
        if number.isdecimal() and 1 <= int(number) <= len(found):
            return Path(found[int(number) - 1][0])
        if number and not number.isdigit() and not number.lstrip("-").isdecimal():
            return said
        print(f"Please type a number from 1 to {len(found)}, or a name.")
