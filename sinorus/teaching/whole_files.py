"""Files that are written whole or not at all, and never over another."""

import contextlib
import errno
import os
import secrets
import time

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
#: Seconds between tries to write over a file that another program holds open, as on Windows one
#: that keeps folders in step or looks for viruses does for a moment.
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)


@contextlib.contextmanager
def draft(path, content):
    """Write something beside the place it is for, onto the disk itself; what is left is deleted.

    Parameters
    ----------
    path : pathlib.Path
        The place it is for.
    content : bytes
        What will stand in it.

    Yields
    ------
    pathlib.Path
        The draft, whole; under a name that no other writer has.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    name = path.with_name(f".{os.getpid()}.{secrets.token_hex(8)}.tmp")
    try:
        with open(name, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield name
    finally:
        with contextlib.suppress(OSError):
            name.unlink()


def write_over(written, path):
    """Give a draft the name of a file that may be there; of one that is held open, wait for it.

    Parameters
    ----------
    written, path : pathlib.Path
        The draft, and the name it should have.

    Raises
    ------
    OSError
        If this cannot be done; with the number EBUSY if the file is still held open.
    """
    patiently(lambda: os.replace(written, path))


def patiently(step):
    """Do a step with a file in a folder that was just written to; if it is held open, wait for it.

    Parameters
    ----------
    step : callable
        Without arguments.

    Raises
    ------
    OSError
        If this cannot be done; with the number EBUSY if the file is still held open.
    """
    for pause in (*_PAUSES, None):
        try:
            step()
            return
        except PermissionError:
            # what was written just before shows that the folder does not refuse
            if pause is None:
                raise OSError(errno.EBUSY, "another program holds it open") from None
            time.sleep(pause)


def put_in_place(written, path):
    """Give a draft its name, if no file has that name.

    Parameters
    ----------
    written, path : pathlib.Path
        The draft, and the name it should have.

    Raises
    ------
    FileExistsError
        If there is such a file; it is not touched.
    OSError
        If this cannot be done.
    """
    try:
        os.link(written, path)
    except FileExistsError:
        raise
    except OSError:
        # a disk without links, such as a memory stick: the name is taken first, then filled
        with open(path, "xb"):
            pass
        try:
            write_over(written, path)
        except OSError:
            path.unlink()
            raise


def aside(path, why):
    """Give a file a second name, so that nothing is lost when it is overwritten.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    why : str
        Said in the new name, which gets a number where one like it is there.

    Raises
    ------
    OSError
        If this cannot be done.
    """
    for number in range(1, 1000):
        name = path.with_name(
            f"{path.stem} ({why}{'' if number == 1 else f' {number}'}){path.suffix}"
        )
        with contextlib.suppress(FileExistsError):
            try:
                os.link(path, name)
            except FileExistsError:
                raise
            except OSError:
                with draft(name, path.read_bytes()) as copied:
                    put_in_place(copied, name)
            return
    raise FileExistsError(errno.EEXIST, "too many files of this name are there")


def why_not(error):
    """Say, in words that end without a full stop, why something is not written, and what to do.

    Examples
    --------
    >>> from sinorus.teaching.whole_files import why_not
    >>> why_not(OSError(28, "No space left on device"))
    'the disk is full. Delete something that you do not need, then run this cell again'
    """
    if error.errno in _FULL:
        return "the disk is full. Delete something that you do not need, then run this cell again"
    if error.errno in _FORBIDDEN:
        return (
            "nothing may be written into this folder. Ask your teacher, or open a copy of the "
            "folder in another place"
        )
    if error.errno == errno.EBUSY:
        return (
            "another program holds the file open, such as one that keeps folders in step or looks "
            "for viruses. Wait a moment, then run this cell again"
        )
    if error.errno == errno.EISDIR:
        return "a folder has this name. Give it another one, then run this cell again"
    if error.errno == errno.ENOENT:
        return (
            "this folder is gone. Do not restart the kernel; run %cd ~ in a cell of its own, which "
            "leads to your home folder, then run this cell again"
        )
    return f"{error.strerror or type(error).__name__}. Run this cell again"
