"""A folder of reports: read once, each under an id of its own, with a word for what is missing."""

import functools
import re
import warnings
from collections import Counter
from dataclasses import replace
from pathlib import Path

from .errors import DamagedError, SinorusError
from .reading import files, naming, parsing


def gather(paths, read):
    """Read the reports of a folder, each under an id of its own.

    Parameters
    ----------
    paths : list of pathlib.Path
        The files.
    read : callable
        Reads one file.

    Returns
    -------
    reports : list of Report
        In the order of the files.
    unread : list of str
        One sentence a file that could not be read.

    Raises
    ------
    SinorusError
        If two files hold the same report, or none can be read.
    """
    reports, names, unread = [], [], []
    for path in paths:
        try:
            reports.append(read(path))
            names.append(path.name)
        except DamagedError:
            # the course's own tables, not this file
            raise
        except SinorusError as error:
            unread.append(str(error))
    if not reports:
        raise SinorusError("No report could be read.\n" + "\n".join(unread[:5]))
    _refuse_the_same(reports, names)
    return _own_ids(reports), unread


def _letters(report):
    said = [passage.text for passage in report.passages] + [entry.text for entry in report.entries]
    return re.sub(r"[\W_]+", "", "".join(said)).casefold()


def _refuse_the_same(reports, names):
    """Two files with the same words would be counted twice; so would two copies of a known one."""
    seen = {}
    for report, name in zip(reports, names):
        for sign in (_letters(report), report.report_id if report.known else None):
            if sign and sign in seen:
                raise SinorusError(
                    f'"{seen[sign]}" and "{name}" hold the same report ({report.report_id}), which'
                    " would then be counted twice. Keep one of them in the folder."
                )
            if sign:
                seen[sign] = name


def _own_ids(reports):
    """Where author and year are those of several reports, the title tells them apart."""
    shared = {one for one, times in Counter(r.report_id for r in reports).items() if times > 1}
    named = [_renamed(one) if one.report_id in shared else one for one in reports]
    times = Counter()
    for place, report in enumerate(named):
        times[report.report_id] += 1
        if times[report.report_id] > 1:
            named[place] = _called(report, f"{report.report_id}-{times[report.report_id]}")
    return named


def _renamed(report):
    title = report.meta["title"]
    return _called(report, naming.with_title(report.report_id, title, _letters(report)))


def _called(report, new):
    """The same report under another id."""

    def moved(place):
        return replace(
            place, report_id=new, locator=place.locator.replace(report.report_id, new, 1)
        )

    return parsing.Report(
        new,
        report.meta,
        [moved(place) for place in report.passages],
        [moved(place) for place in report.entries],
        report.problems,
        report.known,
    )


@functools.lru_cache(maxsize=64)
def _read_again(read, path, size, changed):
    return read(path)


def remembered(read):
    """Make a reader that reads a file again only when it was changed.

    Parameters
    ----------
    read : callable
        Reads one file.

    Returns
    -------
    callable
    """

    def reader(path):
        try:
            state = Path(path).stat()
        except OSError:
            return read(path)
        return _read_again(read, path, state.st_size, state.st_mtime_ns)

    return reader


def tell(folder, reports, unread):
    """Warn of what was not understood in a folder, with a count.

    Parameters
    ----------
    folder : pathlib.Path
        The folder.
    reports : list of Report
        What was read.
    unread : list of str
        One sentence a file that could not be read.
    """
    said = []
    problems = [(r.report_id, problem) for r in reports for problem in r.problems]
    if problems:
        where, first = problems[0]
        said.append(
            f"{len(problems)} {'places were' if len(problems) > 1 else 'place was'} not understood,"
            f' the first in {where}, line {first.line}: "{first.text[:60]}": {first.reason}. All'
            " are in sinorus.read_report(file).problems."
        )
    if unread:
        said.append(f"Not read: {len(unread)}. {unread[0]}")
    if over := files.passed_over(folder):
        more = f" and {len(over) - 5} more" if len(over) > 5 else ""
        said.append(f"Not looked into: {', '.join(over[:5])}{more}.")
    if said:
        # three calls up stands the line that a reader wrote
        warnings.warn("\n".join(said), stacklevel=4)
