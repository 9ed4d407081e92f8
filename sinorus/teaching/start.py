"""The command line: ``sinorus start`` gives a student a folder of their own and opens it."""

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .. import __version__
from ..errors import SinorusError
from ..paths import MARKER, course
from . import collect_command

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
        (folder / "reader").mkdir(exist_ok=True)
        for source in sorted((course() / "notebooks").glob("*.ipynb")):
            try:
                with open(folder / source.name, "x", encoding="utf-8") as new:
                    new.write(blank(source.read_text(encoding="utf-8")))
                copied.append(source.name)
            except FileExistsError:
                kept.append(source.name)
        # The pages that citations open belong to the course, not to the student.
        for source in sorted((course() / "notebooks" / "reader").glob("*.md")):
            shutil.copyfile(source, folder / "reader" / source.name)
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


def blank(notebook):
    """A notebook's text without results and counts: nothing is given away before it is run."""
    content = json.loads(notebook)
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def set_the_table(folder):
    """Have JupyterLab open, the first time, with side bars closed and the first notebook in a tab.

    The option that does so is returned. A notebook's path in the address would open the file
    browser beside it.
    """
    places = folder / MARKER / "workspaces"
    places.mkdir(exist_ok=True)
    # the name under which JupyterLab looks for the workspace "default"
    place = places / "default-37a8.jupyterlab-workspace"
    tab = f"notebook:{FIRST}"
    dock = {"type": "tab-area", "currentIndex": 0, "widgets": [tab]}
    layout = {
        "main": {"dock": dock, "current": tab},
        "down": {"size": 0, "collapsed": True, "widgets": []},
        "left": {"collapsed": True, "visible": True, "widgets": ["filebrowser"]},
        "right": {"collapsed": True, "visible": True, "widgets": []},
        "relativeSizes": [0, 1, 0],
        "top": {"simpleVisibility": True},
    }
    opened = {"data": {"path": FIRST, "factory": "Notebook"}}
    content = {"data": {"layout-restorer:data": layout, tab: opened}, "metadata": {"id": "default"}}
    with contextlib.suppress(FileExistsError), open(place, "x", encoding="utf-8") as file:
        json.dump(content, file)
    return f"--LabApp.workspaces_dir={places}"


def lab_environment():
    """The environment for JupyterLab: as it is, without the pop-up that asks the internet for
    news.
    """
    ours = str(Path(__file__).resolve().parent / "jupyter_config")
    paths = [ours, *filter(None, [os.environ.get("JUPYTER_CONFIG_PATH")])]
    # In a fresh kernel something must listen, or "sinorus is not defined" gets no plain sentence.
    listens = os.environ.get("PYTHONSTARTUP") or str(
        Path(__file__).resolve().parent / "at_start.py"
    )
    config = os.pathsep.join(paths)
    return {**os.environ, "JUPYTER_CONFIG_PATH": config, "PYTHONSTARTUP": listens}


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
    command = [sys.executable, "-m", "jupyterlab", root, set_the_table(folder)]
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
    collect_command.add(commands)
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help()
        return 0
    try:
        if options.command == "collect":
            return collect_command.run(options)
        return start(options.folder, browser=not options.no_browser)
    except SinorusError as error:
        print(error, file=sys.stderr)
        return 1
