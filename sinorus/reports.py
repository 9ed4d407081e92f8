"""Reports from files: one, one after the other, or all passages and entries as tables."""

import html
import re

from .errors import SinorusError
from .parsing import parse_report
from .paths import read_text, report_files

_LOCATOR = re.compile(
    r"([a-z]+(?:-[a-z0-9]+)*)[ ,:]*(?:(?:¶|p(?:ara(?:graph)?)?\.?|§) ?(\d+(?:\.\d+)?)|(?:c|entry)"
    r" ?(\d+))",
    re.IGNORECASE,
)


def read_report(path):
    """Read one report from a file.

    Parameters
    ----------
    path : str or path
        A plain text file in UTF-8.

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
    text = read_text(path)
    try:
        return parse_report(text)
    except SinorusError as error:
        raise SinorusError(f'"{path}": {error}') from None


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


def _frame(folder, name, columns):
    """All passages or entries as a frame; the same report twice would be counted twice."""
    import pandas as pd

    files, rows = {}, []
    for path in report_files(folder):
        report = read_report(path)
        if report.report_id in files:
            raise SinorusError(
                f'"{files[report.report_id]}" and "{path.name}" hold the same report'
                f" ({report.report_id}), which would then be counted twice. Keep one of them in the"
                " folder."
            )
        files[report.report_id] = path.name
        rows += [[getattr(row, column) for column in columns] for row in getattr(report, name)]
    return pd.DataFrame(rows, columns=columns), len(files)


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

    Examples
    --------
    >>> import sinorus
    >>> passages = sinorus.passages()
    >>> passages.loc[passages["locator"] == "yu-2000 ¶3", "section"].item()
    'Putin\\'s "Long-March" to Beijing'
    """
    frame, _ = _frame(folder, "passages", ["report_id", "locator", "section", "kind", "text"])
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

    columns = [
        "report_id",
        "locator",
        "date_as_printed",
        "start",
        "end",
        "precision",
        "edtf",
        "text",
        "flags",
    ]
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


class Text(str):
    """A text that a notebook shows in whole lines, not cut in the middle of words."""

    def _repr_html_(self):
        return f'<div style="white-space: pre-wrap; max-width: 46em">{html.escape(self)}</div>'

    def __repr__(self):
        return str(self)


def normal_locator(text):
    """Write a locator as the course prints it.

    Parameters
    ----------
    text : str
        Such as ``yu-2000 ¶12``, ``yu-2000 p12`` or ``yu-2000 c31``.

    Returns
    -------
    str
        With ``¶`` for a paragraph and ``c`` for a chronology entry.

    Raises
    ------
    SinorusError
        If the text is no locator.

    Examples
    --------
    >>> from sinorus.reports import normal_locator
    >>> normal_locator("YU-2000 p12")
    'yu-2000 ¶12'
    """
    match = _LOCATOR.fullmatch(" ".join(text.split())) if isinstance(text, str) else None
    if not match:
        raise SinorusError(
            f'"{str(text)[:60]}" is not a locator. A locator names a report and a place in it:'
            ' "yu-2000 ¶12" (or "yu-2000 p12") is a paragraph, "miller-2002 ¶10.3" a list item,'
            ' "yu-2000 c31" a chronology entry.'
        )
    report_id, paragraph, entry = match.groups()
    return f"{report_id.lower()} " + (f"¶{paragraph}" if paragraph else f"c{entry}")


def passage(locator, folder=None):
    """Return the text of one passage or chronology entry.

    Parameters
    ----------
    locator : str
        Such as ``yu-2000 ¶12``; ``yu-2000 p12`` is understood too.
    folder : str or path, optional
        The reader's own copies; see `iter_reports`.

    Returns
    -------
    Text
        The text, a `str`; a chronology entry with its date in front.

    Raises
    ------
    SinorusError
        If the locator is none, or no report at hand has such a passage.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.passage("yu-1999 c1").split(":")[0]
    'February 24-27, 1999'
    """
    wanted = normal_locator(locator)
    report_id = wanted.split(" ")[0]
    known = []
    for report in iter_reports(folder):
        known.append(report.report_id)
        if report.report_id != report_id:
            continue
        for item in report.passages:
            if item.locator == wanted:
                return Text(item.text)
        for item in report.entries:
            if item.locator == wanted:
                return Text(f"{item.date_as_printed}: {item.text}")
        paragraphs = sum(item.kind == "paragraph" for item in report.passages)
        raise SinorusError(
            f'There is no passage "{wanted}": {report_id} has {paragraphs} paragraphs and'
            f" {len(report.entries)} chronology entries."
        )
    raise SinorusError(
        f'There is no report "{report_id}" here. The reports are: {", ".join(known)}.'
    )
