"""JupyterLab on a student's folder: how it is set up, started and stopped."""

import contextlib
import errno
import json
import os
import shlex
import sys
import webbrowser
from pathlib import Path

from ..errors import SinorusError
from ..paths import MARKER

FIRST = "00_start_here.ipynb"
#: Options with which JupyterLab does something else than open.
_ELSE = {"--help", "-h", "--help-all", "--version", "--generate-config", "--show-config"}


def set_the_table(folder):
    """Have JupyterLab open, the first time, with side bars closed and the first notebook in a tab.

    The option that does so is returned. A notebook's path in the address would open the file
    browser beside it.
    """
    places = folder / MARKER / "workspaces"
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
    # a folder that cannot be written to opens all the same, with JupyterLab's own layout
    with contextlib.suppress(OSError):
        places.mkdir(exist_ok=True)
        if not place.exists() or not place.stat().st_size:
            place.write_text(json.dumps(content), encoding="utf-8")
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


def refuse_root(name, options):
    """Say the whole command that is needed before anything is made in root's name.

    Parameters
    ----------
    name : str or None
        The folder, as it was named.
    options : list of str
        Options for JupyterLab.

    Raises
    ------
    SinorusError
        If this is root, and JupyterLab would refuse to start.
    """
    if getattr(os, "geteuid", lambda: 1)() != 0:
        return
    if any("allow-root" in one or "allow_root=" in one for one in options):
        return
    words = ["sinorus", "start", *([name] if name is not None else []), "--", *options]
    lines = [
        "You work as root, the administrator, and JupyterLab does not start for root unless it is"
        " told to. Start as yourself, or type:",
        f"  {shlex.join([*words, '--allow-root'])}",
    ]
    if any(os.path.exists(sign) for sign in ("/.dockerenv", "/run/.containerenv")):
        more = shlex.join([*words, "--allow-root", "--ip=0.0.0.0", "--no-browser"])
        lines += ["and in a container, to reach it from outside:", f"  {more}"]
    raise SinorusError("\n".join(lines))


def announced(options):
    """Sentences that say what is about to happen: where JupyterLab opens, and how it stops.

    Parameters
    ----------
    options : list of str
        Options for JupyterLab.

    Returns
    -------
    list of str
        Nothing, where the options ask for something else, such as ``--help``.
    """
    if _ELSE & set(options):
        return []
    return [_opens(options), _stops()]


def _opens(options):
    here = "JupyterLab starts. It prints an address that begins with http: open it in a browser."
    switches = ("--no-browser", "open_browser=false", "open_browser=0")
    if any(one.lower().endswith(switches) for one in options):
        return here
    if not any("browser=" in one for one in options):
        try:
            webbrowser.get()
        except webbrowser.Error:
            return f"No browser was found on this computer. {here}"
    return "JupyterLab starts, and opens in your browser."


def _stops():
    """What Ctrl+C does: JupyterLab asks first, but only in a terminal, and not on Windows."""
    if os.name == "nt" or not (sys.stdin and sys.stdin.isatty()):
        return "To stop it, save your notebooks, then press Ctrl+C here once: it does not ask."
    return (
        "To stop it, save your notebooks, then press Ctrl+C here twice. After one Ctrl+C it asks,"
        " and goes on if you do not answer y within five seconds."
    )


def run_lab(folder, options):
    """Run JupyterLab in this process, so that Ctrl+C is its own to answer.

    Parameters
    ----------
    folder : Path
        The student's folder.
    options : list of str
        Options for JupyterLab; they count before ours.

    Returns
    -------
    int
        Exit status.

    Raises
    ------
    SinorusError
        If JupyterLab is not installed, or a disk refuses what it has to write.
    """
    try:
        from jupyterlab.labapp import LabApp
    except ImportError as error:
        raise SinorusError(
            f"JupyterLab cannot be loaded ({error}). Install it: {sys.executable} -m pip install"
            " jupyterlab"
        ) from None
    os.environ.update(lab_environment())
    try:
        Path.cwd()
    except OSError:
        # the working directory was deleted, and JupyterLab needs one
        os.chdir(folder)
    ours = [f"--ServerApp.root_dir={folder}", set_the_table(folder)]
    try:
        LabApp.launch_instance([*ours, *options])
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)
    except OSError as error:
        raise SinorusError(_cannot_start(error, folder)) from None
    return 0


def _cannot_start(error, folder):
    """What refused JupyterLab, and what to do; it writes into the home folder before it starts."""
    name = f' ("{error.filename}")' if error.filename else ""
    said = f"JupyterLab stopped: {error.strerror or type(error).__name__}{name}."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{said} Make room, then start again: sinorus start"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        place = shlex.quote(str(folder))
        cure = "Ask those who look after this computer."
        if os.name != "nt":
            cure = f"Let it write into your course folder: HOME={place} sinorus start {place}"
        return f"{said} It writes into your home folder, and may not do so there. {cure}"
    return f"{said} Start again: sinorus start"
