"""Text files and folders of them, read with a clear word for what is no report."""

from pathlib import Path

from ..errors import SinorusError

#: A report is a few dozen pages, so in bytes a tenth of this; what is larger holds many or none.
LARGEST_REPORT = 1_000_000


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
        The ``.txt`` and ``.md`` files, in the order of their names.

    Raises
    ------
    SinorusError
        If there is no such folder, or no such file in it.
    """
    try:
        folder = Path(folder).expanduser()
    except (TypeError, RuntimeError):
        raise SinorusError(
            f'A folder is named by a text such as "my_reports"; {type(folder).__name__} was given.'
        ) from None
    if not folder.exists():
        raise SinorusError(
            f'There is no folder "{folder}"{origin}. Check the spelling, or create it and put the'
            " reports in it."
        )
    if not folder.is_dir():
        raise SinorusError(
            f'"{folder}"{origin} is a file, not a folder. To read one file use sinorus.read_report.'
        )
    files = sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in {".txt", ".md"} and path.is_file()
    )
    if not files:
        raise SinorusError(
            f'The folder "{folder}"{origin} holds no .txt or .md file. Save each report in it as'
            " plain text."
        )
    return files


def read_text(path):
    """Read a plain text file in UTF-8.

    Parameters
    ----------
    path : str or path
        The file.

    Returns
    -------
    str
        Its text, without a byte order mark.

    Raises
    ------
    SinorusError
        If the file is missing, empty, too large, binary or not in UTF-8.
    """
    try:
        path = Path(path).expanduser()
    except (TypeError, RuntimeError):
        raise SinorusError(
            f'A file is named by a text such as "report.txt"; {type(path).__name__} was given.'
        ) from None
    if path.is_dir():
        raise SinorusError(
            f'"{path}" is a folder, not a file. To read all reports in it use sinorus.passages or'
            " sinorus.iter_reports."
        )
    try:
        if path.stat().st_size > LARGEST_REPORT:
            raise SinorusError(
                f'"{path}" is larger than {LARGEST_REPORT // 1_000_000} MB, more than any report.'
                " If it holds several, save each in a file of its own; was another file meant?"
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
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SinorusError(
            f'"{path}" is saved in UTF-16. Open it in an editor and save it as UTF-8.'
        )
    if b"\x00" in raw or raw.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise SinorusError(
            f'"{path}" is not plain text (perhaps a PDF or a word processor\'s file). Save the'
            " report as plain text in UTF-8."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SinorusError(
            f'"{path}" is not in UTF-8: line {line} holds a byte that UTF-8 does not allow. Open it'
            " in an editor and save it as UTF-8."
        ) from None
    if not text.strip():
        raise SinorusError(f'"{path}" is empty. Save the report\'s text in it and try again.')
    return text
