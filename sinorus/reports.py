"""Reports from text: one, one after the other, or all passages and entries as tables."""

import functools
import os
from pathlib import Path

from . import own_copies
from .errors import DamagedError, SinorusError
from .intact import edition_files
from .reading import files, formats, parsing
from .tables import load

REPORTS_VARIABLE = "SINORUS_REPORTS"


def parse_report(text, year=None):
    """Turn the text of a report into passages and entries.

    Paragraphs broken by a page are joined; titles, bylines, headings, issue lines,
    disclaimers, footers and page marks are set aside; paragraphs are numbered through the report
    (``yu-2000 ¶12``), list items under the paragraph that introduces them
    (``miller-2002 ¶10.3``), chronology entries in printed order (``yu-2000 c31``).

    Parameters
    ----------
    text : str
        The whole text, plain or in simple markdown.
    year : int, optional
        The year of dates for which the text names none: in the entry, over it or in the period of
        its chronology. Such entries are flagged ``year_inferred``.

    Returns
    -------
    Report
        With ``.report_id``, ``.meta``, ``.passages``, ``.entries`` and ``.problems``: line, text
        and reason of what was not understood.

    Raises
    ------
    SinorusError
        If the text is not text, is longer than a million signs, or holds nothing to read; if
        `year` is no year.

    Examples
    --------
    >>> import sinorus
    >>> report = sinorus.parse_report("A Title\\n\\nby A. Reader\\n\\nA paragraph stands here.")
    >>> report.meta["title"], report.passages[0].locator
    ('A Title', 'reader ¶1')
    """
    if isinstance(text, str) and formats.is_html(text):
        try:
            text, _ = formats.text_of(text.encode("utf-8", "replace"), "html")
        except SinorusError as error:
            raise SinorusError(f"The text {error}") from None
    return parsing.parse_report(text, known=_known(), year=year)


@functools.cache
def _known():
    """The course's own reports, by which a copy of them is recognised."""
    columns = ["report_id", "title_in_copy", "series", "volume", "issue", "author_cited"]
    return load("reports")[columns].fillna("").astype(str).to_dict("records")


def course_editions(folder=None):
    """Whether the course editions are meant: no folder is given, nor named in the environment."""
    return folder is None and not os.environ.get(REPORTS_VARIABLE)


def report_files(folder=None):
    """List the files that hold reports.

    Parameters
    ----------
    folder : str or path, optional
        A folder of the reader's own copies. Without it the folder named in the
        environment variable ``SINORUS_REPORTS`` is used, and without that the
        course editions.

    Returns
    -------
    list of pathlib.Path
        Texts (``.txt``, ``.md``), web pages, PDF and Word files, in the order of their names.

    Raises
    ------
    SinorusError
        If there is no such folder, or no such file in it.
    """
    if folder is None and os.environ.get(REPORTS_VARIABLE):
        named = f" (named in the environment variable {REPORTS_VARIABLE})"
        return files.report_files(os.environ[REPORTS_VARIABLE], named)
    return edition_files() if folder is None else files.report_files(folder)


def read_report(path, year=None):
    """Read one report from a file.

    Parameters
    ----------
    path : str or path
        A plain text file in UTF-8, a saved web page, a PDF or a Word file (``.docx``); what it is
        is seen from its content. All but plain text need the extra ``formats``.
    year : int, optional
        As for `parse_report`.

    Returns
    -------
    Report
        As from `parse_report`.

    Raises
    ------
    SinorusError
        If the file is missing, empty, binary, in another encoding, or no report.

    Examples
    --------
    >>> import sinorus
    >>> from sinorus.paths import data_file
    >>> sinorus.read_report(data_file("reports/yu-1999.txt")).report_id
    'yu-1999'
    """
    text, notes = files.read_text(path)
    try:
        report = parse_report(text, year=year)
    except DamagedError:
        raise
    except SinorusError as error:
        raise SinorusError(f'"{path}": {error}') from None
    report.problems += [parsing.Problem(0, Path(path).name, note) for note in notes]
    return report


def iter_reports(folder=None):
    """Read the reports of a folder one after the other, holding one in memory at a time.

    Parameters
    ----------
    folder : str or path, optional
        The reader's own copies. Without it the folder in the environment variable
        ``SINORUS_REPORTS``, and without that the course editions.

    Yields
    ------
    Report
        In the order of the file names.

    Raises
    ------
    SinorusError
        If the folder is missing or empty, or a file cannot be read.

    Examples
    --------
    >>> import sinorus
    >>> [report.report_id for report in sinorus.iter_reports()]
    ['gpr-web', 'miller-2002', 'monitor-2000', 'yu-1999', 'yu-2000']
    """
    for path in report_files(folder):
        yield read_report(path)


_remembered = own_copies.remembered(read_report)


def copies(folder=None, filled=None):
    """Read the reader's own copies, each under an id of its own.

    Parameters
    ----------
    folder : str or path, optional
        As for `iter_reports`.
    filled : bool, optional
        Whether the course's reports that are missing there come from the editions; without it
        they do where the folder is the one that the environment names.

    Returns
    -------
    reports : list of Report
    unread : list of str
        One sentence a file that could not be read.

    Raises
    ------
    SinorusError
        As `passages`.
    """
    reports, unread = own_copies.gather(report_files(folder), _remembered)
    if filled is None:
        filled = folder is None
    if filled:
        here = {report.report_id for report in reports}
        editions = [_remembered(path) for path in edition_files()]
        reports += [edition for edition in editions if edition.report_id not in here]
    return reports, unread


def _frame(folder, name, columns):
    """All passages or entries as a frame, with a word for what was not understood."""
    import pandas as pd

    reports, unread = copies(folder)
    own_copies.tell(files.folder_of(folder or os.environ.get(REPORTS_VARIABLE)), reports, unread)
    rows = [
        [getattr(row, column) for column in columns]
        for report in reports
        for row in getattr(report, name)
    ]
    return pd.DataFrame(rows, columns=columns), len(reports)


def passages(folder=None):
    """Return all passages of the reports: paragraphs and list items.

    Parameters
    ----------
    folder : str or path, optional
        The reader's own copies; see `iter_reports`.

    Returns
    -------
    pandas.DataFrame
        ``report_id``, ``locator``, ``section`` (the heading above, may be empty), ``kind``
        (``paragraph`` or ``item``), ``text``.

    Raises
    ------
    SinorusError
        As `iter_reports`; also if two files hold the same report.

    Warns
    -----
    UserWarning
        If something was not understood, or a file not read: how often, and what comes first.

    Examples
    --------
    >>> import sinorus
    >>> passages = sinorus.passages()
    >>> passages.loc[passages["locator"] == "yu-2000 ¶3", "section"].item()
    'Putin\\'s "Long-March" to Beijing'
    """
    columns = ["report_id", "locator", "section", "kind", "text"]
    if course_editions(folder):
        return load("passages")[columns].fillna({"section": ""})
    frame, _ = _frame(folder, "passages", columns)
    return frame


def entries(folder=None):
    """Return all chronology entries of the reports, in printed order.

    Parameters
    ----------
    folder : str or path, optional
        The reader's own copies; see `iter_reports`.

    Returns
    -------
    pandas.DataFrame
        ``report_id``, ``locator``, ``date_as_printed``, ``start``, ``end`` (datetime64),
        ``precision``, ``edtf``, ``text``, ``flags`` (a text, flags separated by ``;``:
        ``out_of_order``,
        ``outside_period``, ``year_inferred``, ``date_not_read``; empty where nothing is unusual).

    Raises
    ------
    SinorusError
        As `passages`; also if no report there has a chronology.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.entries().groupby("report_id").size().to_dict()
    {'yu-1999': 12, 'yu-2000': 40}
    """
    import pandas as pd

    columns = "report_id locator date_as_printed start end precision edtf text flags".split()
    if course_editions(folder):
        return load("entries")[columns].fillna({"flags": ""})
    frame, count = _frame(folder, "entries", columns)
    if frame.empty:
        raise SinorusError(
            f"None of the reports there ({count}) has a chronology. Their prose is in"
            " sinorus.passages."
        )
    for column in ("start", "end"):
        frame[column] = pd.to_datetime(frame[column])
    frame["flags"] = frame["flags"].map(";".join)
    return frame
