"""Files put in place whole or not at all, and never over another one."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from .whole_files import patiently, put_in_place, write_over

#: How often a draft is written again: each other start cleans up once.
_TRIES = 10
#: How the name of a draft begins and ends: only what is called so is ever cleaned away.
_NAME = {"prefix": "sinorus-", "suffix": ".copy"}


def put(path, content, bench, aside=None):
    """Put a file in a place where nothing stands, whole or not at all.

    Parameters
    ----------
    path : Path
        The place. What stands there is never overwritten.
    content : bytes
        The whole file.
    bench : Path
        A folder on the same disk; the draft is written there first.
    aside : Path, optional
        Where what stands at the place is moved, once the draft is safe on the disk.

    Raises
    ------
    FileExistsError
        If something stands at one of the two places.
    OSError
        If the disk is full or refuses; what stood at the place stands there as before.
    """

    def place(draft):
        nonlocal aside
        if aside is not None:
            # gone already: another start moved it
            with contextlib.suppress(FileNotFoundError):
                move(path, aside)
            aside = None
        put_in_place(draft, path)
        _flush(path.parent)

    _with_draft(content, bench, place)


def replace(path, content, bench):
    """Put one of the course's own files in place, over the older one."""
    _with_draft(content, bench, lambda draft: write_over(draft, path))


def move(path, aside):
    """Give a file another name, never over another file."""
    if os.name == "nt":
        # there a renaming refuses to overwrite
        patiently(lambda: os.rename(path, aside))
        return
    try:
        os.link(path, aside)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:
        # a disk without second names, such as a USB stick
        if os.path.lexists(aside):
            raise FileExistsError(aside) from None
        patiently(lambda: os.rename(path, aside))
    else:
        os.unlink(path)


def clean(bench):
    """Remove drafts that a broken-off start left over."""
    with contextlib.suppress(OSError):
        for draft in bench.glob("*".join(_NAME.values())):
            with contextlib.suppress(OSError):
                draft.unlink()


def _with_draft(content, bench, use):
    """Write a draft, down to the disk, and use it; of one that fails nothing is left."""
    for left in reversed(range(_TRIES)):
        draft = None
        try:
            bench.mkdir(exist_ok=True)
            number, name = tempfile.mkstemp(dir=bench, **_NAME)
            draft = Path(name)
            with open(number, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            # mkstemp keeps others out; the student's files are as readable as her others
            mask = os.umask(0)
            os.umask(mask)
            draft.chmod(0o666 & ~mask)
            use(draft)
            return
        except FileNotFoundError:
            # another start, at the same moment, took the draft for a left-over
            if not left or (draft and draft.exists()):
                raise
        finally:
            if draft:
                draft.unlink(missing_ok=True)


def _flush(folder):
    """Have the disk keep the new name too, where a system can be asked to."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def cure(error, folder):
    """Say what to do where a disk refuses; the place that is named is none that has just refused.

    Parameters
    ----------
    error : OSError
        What was said.
    folder : Path
        The folder that cannot be written to.

    Returns
    -------
    str
        A sentence.
    """
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Make room, then start again: sinorus start"
    if error.errno == errno.EBUSY:
        return "Wait a moment, or close it there, then start again: sinorus start"
    home = Path("~").expanduser()
    good = _welcomes(home) and home not in (folder, folder.absolute().parent)
    with contextlib.suppress(OSError):
        here = Path.cwd()
        if _welcomes(here) and here not in (folder, folder.absolute().parent):
            return "Choose a folder in which you may write: sinorus start my-course"
    named = f'"{home / "my-course"}"' if good else "path/to/my-course"
    return f"Choose a folder in which you may write: sinorus start {named}"


def _welcomes(folder):
    return folder.is_dir() and os.access(folder, os.W_OK)
