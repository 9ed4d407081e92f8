"""The command line: ``sinorus start`` gives a student a folder of their own and opens it."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .. import __version__
from ..errors import SinorusError
from ..paths import course
from .progress import MARKER

FIRST = "00_start_here.ipynb"


def copy_notebooks(folder):
    """Copy the student notebooks into a folder; what is already there stays as it is.

    Parameters
    ----------
    folder : str or path
        The student's folder; made if it does not exist.

    Returns
    -------
    copied, kept : list of str
        Names of notebooks that were copied, and of those that were there already.

    Raises
    ------
    SinorusError
        If the folder cannot be made or written to.
    """
    folder = Path(folder).expanduser()
    copied, kept = [], []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # A sign that this is a student's folder: progress is kept here.
        (folder / MARKER).mkdir(exist_ok=True)
        for source in sorted((course() / "notebooks").glob("*.ipynb")):
            target = folder / source.name
            try:
                with open(source, "rb") as old, open(target, "xb") as new:
                    shutil.copyfileobj(old, new)
                copied.append(source.name)
            except FileExistsError:
                kept.append(source.name)
    except FileExistsError:
        raise SinorusError(
            f'"{folder}" is a file, so no folder of that name can be made. Choose another name:'
            " sinorus start my-course"
        ) from None
    except OSError as error:
        raise SinorusError(
            f'The notebooks cannot be copied into "{folder}": {error.strerror}. Choose a folder in'
            " which you may write: sinorus start my-course"
        ) from None
    return copied, kept


def lab_environment():
    """The environment for JupyterLab: as it is, without the pop-up that asks the internet for
    news.
    """
    ours = str(Path(__file__).resolve().parent / "jupyter_config")
    paths = [ours, *filter(None, [os.environ.get("JUPYTER_CONFIG_PATH")])]
    return {**os.environ, "JUPYTER_CONFIG_PATH": os.pathsep.join(paths)}


def start(folder, browser=True):
    """Copy the notebooks and open JupyterLab at the first one.

    Parameters
    ----------
    folder : str or path
        The student's folder.
    browser : bool
        Whether to open JupyterLab; without it only the copying is done.

    Returns
    -------
    int
        Exit status.
    """
    copied, kept = copy_notebooks(folder)
    folder = Path(folder).expanduser().resolve()
    print(f"Your course folder is {folder}")
    if copied:
        print(f"{len(copied)} notebook{'s' * (len(copied) > 1)} copied into it.")
    if kept:
        print(
            f"{len(kept)} notebook{'s' * (len(kept) > 1)} already there, left as you saved"
            f" {'them' if len(kept) > 1 else 'it'}."
        )
    root = f"--ServerApp.root_dir={folder}"
    command = [sys.executable, "-m", "jupyterlab", str(folder / FIRST), root]
    if not browser:
        print(f'To open it: sinorus start "{folder}"')
        return 0
    print("JupyterLab opens in your browser. To stop it, press Ctrl+C here twice.")
    try:
        return subprocess.call(command, env=lab_environment())
    except KeyboardInterrupt:
        return 0


def main(arguments=None):
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="sinorus", description="A seminar course on China and Russia, 1996-2002."
    )
    parser.add_argument("--version", action="version", version=f"sinorus {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command")
    opened = commands.add_parser(
        "start",
        help="copy the notebooks into a folder of your own and open them",
        description=(
            "Copy the notebooks into a folder of your own and open JupyterLab. Nothing that is"
            " already there is overwritten."
        ),
    )
    opened.add_argument(
        "folder", nargs="?", default="sinorus-course", help="your folder (default: sinorus-course)"
    )
    opened.add_argument(
        "--no-browser", action="store_true", help="only copy, do not open JupyterLab"
    )
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help()
        return 0
    try:
        return start(options.folder, browser=not options.no_browser)
    except SinorusError as error:
        print(error, file=sys.stderr)
        return 1
