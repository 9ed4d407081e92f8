"""Files and folders of reports, read with a clear word for what is no report."""

from pathlib import Path

from ..errors import SinorusError
from . import formats

#: What is not plain text carries pictures and fonts too.
LARGEST_FILE = 50_000_000
#: Files of these names are looked into; what they are, their content says.
SUFFIXES = (".txt", ".md", ".html", ".htm", ".mhtml", ".mht", ".pdf", ".docx")


def folder_of(named):
    """Return a folder's path from its name.

    Parameters
    ----------
    named : str or path
        As a reader writes it; ``~`` stands for the reader's own folder.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    SinorusError
        If this names nothing.
    """
    try:
        return Path(named).expanduser()
    except TypeError:
        raise SinorusError(
            f'A folder is named by a text such as "my_reports"; {type(named).__name__} was given.'
        ) from None
    except RuntimeError:
        raise SinorusError(
            f'"{named}" names the folder of a user who is not here. Write the whole path.'
        ) from None


def report_files(folder, origin=""):
    """List the files of a folder that hold reports.

    Parameters
    ----------
    folder : str or path
        A folder of reports.
    origin : str, optional
        Where the folder's name came from, for messages.

    Returns
    -------
    list of pathlib.Path
        The files whose names end as those of texts, web pages, PDF and Word, in the order of their
        names. Hidden files are passed over.

    Raises
    ------
    SinorusError
        If there is no such folder, or no such file in it.
    """
    folder = folder_of(folder)
    try:
        there = folder.exists()
    except (OSError, ValueError):
        there = False
    if not there:
        raise SinorusError(
            f'There is no folder "{str(folder)[:200]}"{origin}. Check the spelling, or create it'
            " and put the reports in it."
        )
    if not folder.is_dir():
        raise SinorusError(
            f'"{folder}"{origin} is a file, not a folder. To read one file use sinorus.read_report.'
        )
    try:
        files = sorted(path for path in folder.iterdir() if _may_be_report(path))
    except OSError as error:
        raise SinorusError(
            f'The folder "{folder}"{origin} cannot be opened: {error.strerror}.'
        ) from None
    if not files:
        raise SinorusError(
            f'The folder "{folder}"{origin} holds no report. Save each report in it as plain text'
            " (.txt, .md), web page (.html), PDF or Word (.docx)."
        )
    return files


def _may_be_report(path):
    # a dot in front hides what a system keeps beside a file, such as "._report.txt"
    return not path.name.startswith(".") and path.suffix.lower() in SUFFIXES and path.is_file()


def passed_over(folder):
    """List the files of a folder that are not looked into, hidden ones left out.

    Parameters
    ----------
    folder : pathlib.Path
        A folder that exists.

    Returns
    -------
    list of str
        Their names, in order.
    """
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.is_file() and not path.name.startswith(".") and not _may_be_report(path)
    )


def read_text(path):
    """Read the text of a file: plain text in UTF-8, a web page, a PDF, a Word file.

    Parameters
    ----------
    path : str or path
        The file.

    Returns
    -------
    text : str
        Its text, without a byte order mark; in simple markdown where it was no plain text.
    notes : list of str
        What was not read.

    Raises
    ------
    SinorusError
        If the file is missing, empty, too large, of another kind, or not in UTF-8.
    """
    path = _as_path(path)
    raw = _bytes(path)
    kind = formats.kind_of(raw)
    try:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise SinorusError(f"is saved in UTF-16. {_SAVE}")
        if not kind:
            raise SinorusError(f"{formats.refusal(raw)}.")
        text, notes = (_decoded(raw), []) if kind == "text" else formats.text_of(raw, kind)
        if not text.strip():
            raise SinorusError("is empty. Save the report's text in it and try again.")
    except SinorusError as error:
        raise SinorusError(f'"{path}" {error}') from None
    return text, notes


_SAVE = (
    'Open it in an editor and save it as UTF-8 (Notepad: "Save as", Encoding; Word: "Plain text").'
)


def _as_path(path):
    try:
        path = Path(path).expanduser()
        is_folder, is_odd = path.is_dir(), path.exists() and not path.is_file()
    except TypeError:
        raise SinorusError(
            f'A file is named by a text such as "report.txt"; {type(path).__name__} was given.'
        ) from None
    except (RuntimeError, OSError, ValueError):
        raise SinorusError(
            f'"{str(path)[:80]}" is no name of a file. Check the name and the folder.'
        ) from None
    if is_folder:
        raise SinorusError(
            f'"{path}" is a folder, not a file. To read all reports in it use sinorus.passages or'
            " sinorus.iter_reports."
        )
    if is_odd:
        raise SinorusError(f'"{path}" is no ordinary file.')
    return path


def _bytes(path):
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise SinorusError(
                f'"{path}" is larger than {LARGEST_FILE // 1_000_000} MB, so it is not a report.'
                " Was another file meant?"
            )
        raw = path.read_bytes()
    except FileNotFoundError:
        raise SinorusError(f'There is no file "{path}". Check the name and the folder.') from None
    except (OSError, ValueError) as error:
        raise SinorusError(
            f'"{path}" cannot be opened: {getattr(error, "strerror", None) or error}.'
        ) from None
    if not raw.strip():
        raise SinorusError(f'"{path}" is empty. Save the report\'s text in it and try again.')
    return raw


def _decoded(raw):
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SinorusError(
            f"is not in UTF-8: line {line} holds a byte that UTF-8 does not allow. {_SAVE}"
        ) from None
