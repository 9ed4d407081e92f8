"""Libraries that are too old for the course, named in a sentence instead of by what breaks."""

import re

#: The oldest version of each that was tested, as pyproject.toml asks for it.
NEEDED = {
    "jupyterlab": "4.6.6",
    "pandas": "3.0",
    "altair": "6.1",
    "ipywidgets": "8.1",
    "ftfy": "6.3",
    "vl-convert-python": "1.8",
    "jinja2": "3.1",
    "platformdirs": "4.0",
    "pyspellchecker": "0.8",
    "filelock": "3.16",
}


def too_old(version_of, needed=NEEDED):
    """Say which libraries are older than the course needs.

    Parameters
    ----------
    version_of : callable
        Gives the version of a library by its name, None where it is not there.
    needed : dict, optional
        The oldest version that will do, by the library's name; those of the course if left out.

    Returns
    -------
    str
        A sentence for each and how to get newer ones; empty where all are new enough. A library
        that is missing, or whose version is no number, is not judged.

    Examples
    --------
    >>> from sinorus.versions import too_old
    >>> print(too_old({"altair": "5.5.0"}.get, {"altair": "6.1", "pandas": "3.0"}))
    sinorus needs altair 6.1 or newer; here is 5.5.0. Some of the course will not work, or look
    otherwise. Update by:
    python -m pip install -U "altair>=6.1"
    and then, in a notebook, choose Kernel > Restart Kernel.
    >>> too_old({"altair": "6.10"}.get, {"altair": "6.2"})
    ''
    """
    here = {name: version_of(name) for name in needed}
    old = [
        name
        for name, least in needed.items()
        if isinstance(here[name], str) and _numbers(here[name]) < _numbers(least)
    ]
    if not old:
        return ""
    said = [f"sinorus needs {name} {needed[name]} or newer; here is {here[name]}." for name in old]
    newer = " ".join(f'"{name}>={needed[name]}"' for name in old)
    return (
        f"{' '.join(said)} Some of the course will not work, or look otherwise. Update by:\n"
        f"python -m pip install -U {newer}\n"
        "and then, in a notebook, choose Kernel > Restart Kernel."
    )


def _numbers(version):
    """The leading numbers of a version: 8.1.0rc1 is 8, 1, 0; without any it is new enough."""
    leading = re.match(r"[\d.]*", version)[0]
    return [int(number) for number in leading.split(".") if number] or [10**9]
