"""Texts and tables set to be read."""

import html
import re
from collections.abc import Hashable
from dataclasses import replace

import pandas as pd

from .errors import SinorusError
from .look_up import Piece, find_words, pieces

_MARGIN = (
    "flex: 0 0 7.5em; font-size: 0.85em; padding-top: 0.15em; "
    "color: var(--jp-ui-font-color2, #555555)"
)
_TEXT = "max-width: 46em; line-height: 1.5"
_CELL = "text-align: left; vertical-align: top; padding: 0.35em 0.8em 0.35em 0"
_ABSTRACTS = "Passages are our abstracts; only words in quotation marks are the author's own."
#: A value of at most so many signs stays on one line; a longer one is wrapped at words.
_WHOLE = 24
_NO_ROW = (
    "No row fits. Look at what you asked for: a number stands without quotation marks, words stand "
    "with them, and three dots fit nothing."
)


class Shown(str):
    """A text with a form to be read in a notebook; as a `str` it is its own plain twin."""

    page = ""

    def _repr_html_(self):
        return self.page

    def __repr__(self):
        return str(self)


def show(*what, find=None, disputed=True, folder=None):
    r"""Show anything that has an id, set to be read.

    Parameters
    ----------
    *what : str
        Passages and ranges (``"Yu 1999 ¶11 to ¶14"``, ``"yu-2000 c8, c19"``), disputes (``"E16"``),
        articles (``"treaty-2001 art9"``), sources, acts of the record (``"record 10 June 1999"``),
        terms of the glossary (``"NMD"``), people (``"Stroyev"``), events; lists of them too.
    find : str, optional
        Only the passages in which this word stands, the word marked; without ``what`` in all five
        reports.
    disputed : bool
        Whether what is disputed in a passage is folded below it.
    folder : str or path, optional
        The reader's own copies; see `iter_reports`.

    Returns
    -------
    Shown
        A `str`, the plain text, that a notebook shows with its ids in the margin and what is
        disputed folded below.

    Raises
    ------
    SinorusError
        If something has no such id; the nearest known ones are named.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.show("Yu 1999 c4").split(":")[0]
    'Yu 1999 c4\nMay 10, 1999'
    >>> sinorus.show(find="quasi-military").splitlines()[0]
    'Yu 2000 ¶26'
    """
    wanted = [text for one in what for text in _flat(one)]
    found = [piece for text in wanted for piece in pieces(text, folder)]
    if find is not None:
        found = find_words(find, found if wanted else None, folder)
    elif not wanted:
        raise SinorusError('Say what to show, such as sinorus.show("Yu 1999 ¶14").')
    if not disputed:
        found = [replace(piece, notes=()) if piece.is_passage else piece for piece in found]
    shown = Shown("\n\n".join(_plainly(piece) for piece in found))
    note = f'<p style="{_MARGIN}">{_ABSTRACTS}</p>' if any(p.is_passage for p in found) else ""
    shown.page = "".join(_set(piece, find) for piece in found) + note
    return shown


def _flat(one):
    if isinstance(one, str):
        return [one]
    if isinstance(one, pd.DataFrame):
        ids = [name for name in ("locator", "record_id", "event_id", "term_id") if name in one]
        # a column may stand twice; then the first is as good
        return one.loc[:, ~one.columns.duplicated()][ids[0]].tolist() if ids else []
    if isinstance(one, list | tuple | set | pd.Series | pd.Index):
        return [str(text) for text in one]
    return [str(one)]


def _plainly(piece: Piece):
    return "\n".join(
        [piece.label, piece.text, *(f"({label}: {text})" for label, text in piece.notes)]
    )


def _set(piece: Piece, find):
    """One piece as a page has it: its id in the margin, notes folded below."""
    text = html.escape(piece.text)
    if find:
        text = re.sub(rf"({re.escape(html.escape(find))}\w*)", r"<mark>\1</mark>", text, flags=re.I)
    notes = "".join(
        f'<p style="margin: 0.3em 0"><em>{html.escape(label)}.</em> {html.escape(said)}</p>'
        for label, said in piece.notes
    )
    if notes:
        summary = "What is disputed" if piece.is_passage else "More"
        notes = f'<details style="font-size: 0.9em"><summary>{summary}</summary>{notes}</details>'
    return (
        f'<div style="display: flex; gap: 1em; margin: 0.7em 0"><div style="{_MARGIN}">'
        f'{html.escape(piece.label)}</div><div style="{_TEXT}">{text}{notes}</div></div>'
    )


class Table(pd.DataFrame):
    """A plain DataFrame that a notebook shows to be read: text left, dates whole, no index."""

    _metadata = ("caption",)
    caption = ""

    @property
    def _constructor(self):
        return Table

    def _repr_html_(self):
        return _table_page(self)

    def __repr__(self):
        if len(self):
            return super().__repr__()
        heads = ", ".join(map(str, self.columns))
        return "\n".join(filter(None, (self.caption, heads, _NO_ROW)))


def table(frame, columns=None, caption=""):
    """Show a table as the course shows it.

    Parameters
    ----------
    frame : pandas.DataFrame or pandas.Series
        Any table.
    columns : list of str, optional
        Which columns, in which order; all if left out.
    caption : str, optional
        A line above it.

    Returns
    -------
    Table
        The same rows as a `pandas.DataFrame`: text stands left and is wrapped at words, days and
        locators stay whole, numbers stand right, an unnamed index is left out. Where no row is
        left, a sentence says so below the heads.

    Raises
    ------
    SinorusError
        If this is no table, or it has no such column; the nearest known ones are named.

    Examples
    --------
    >>> import sinorus
    >>> events = sinorus.load("events")
    >>> sinorus.table(events[events["year"] == 1996], ["when", "what"]).shape[1]
    2
    """
    if isinstance(frame, pd.Series):
        if columns is not None and pd.api.types.is_bool_dtype(frame):
            raise SinorusError(_only_yes_and_no(frame.name))
        frame = frame.to_frame(name=frame.name if frame.name is not None else "value")
    if frame is ...:
        raise SinorusError("Three dots stand where the table should. Write it in their place.")
    if callable(frame) and getattr(frame, "__name__", ""):
        name = frame.__name__
        raise SinorusError(f"Behind {name} its round brackets are missing: {name}().")
    if not isinstance(frame, pd.DataFrame):
        raise SinorusError(f"table shows a table; {type(frame).__name__} was given.")
    if isinstance(caption, str) and caption in frame.columns:
        first = columns if isinstance(columns, str) else "when"
        raise SinorusError(
            f'Several columns stand together in square brackets: ["{first}", "{caption}"].'
        )
    if columns is not None:
        columns = list(columns) if isinstance(columns, list | tuple | pd.Index) else [columns]
        for column in columns:
            if not isinstance(column, Hashable) or column not in frame.columns:
                raise SinorusError(_no_column(column, frame))
        frame = frame[columns]
    shown = Table(frame)
    shown.caption = str(caption)
    return shown


def _only_yes_and_no(column):
    """A question was given for the rows that answer it with yes."""
    name = column if isinstance(column, str) else "year"
    return (
        "These are only the answers, yes or no, one for each row. Put the table and its square "
        f'brackets round them: table[table["{name}"] == ...], with your own table\'s name.'
    )


def _no_column(column, frame):
    import difflib

    close = difflib.get_close_matches(str(column), map(str, frame.columns), n=1)
    hint = f' Did you mean "{close[0]}"?' if close else ""
    return (
        f'The table has no column "{column}".{hint} It has: {", ".join(map(str, frame.columns))}.'
    )


def _table_page(frame):
    """The table as a page has it; the head's cells and named rows are marked as such."""
    rows = frame.reset_index() if frame.index.name else frame
    head = "".join(
        f'<th scope="col" style="{_CELL}; text-align: {_side(rows.iloc[:, place])}">'
        f"{html.escape(str(name))}</th>"
        for place, name in enumerate(rows.columns)
    )
    body = "".join(
        "<tr>"
        + "".join(_cell(value, _side(rows.iloc[:, p])) for p, value in enumerate(row))
        + "</tr>"
        for row in rows.itertuples(index=False, name=None)
    )
    if not len(rows):
        wide = max(len(rows.columns), 1)
        body = f'<tr><td colspan="{wide}" style="{_CELL}; max-width: 46em">{_NO_ROW}</td></tr>'
    said = html.escape(frame.caption)
    caption = f'<caption style="text-align: left; {_MARGIN}">{said}</caption>' if said else ""
    return (
        '<div style="max-width: 100%; overflow-x: auto"><table style="border-collapse: collapse; '
        f'font-size: 1em; line-height: 1.4">{caption}<thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _side(column):
    """Numbers stand right, so that their places stand under each other."""
    numbers = pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)
    return "right" if numbers and column.name not in ("year",) else "left"


def _cell(value, side):
    said = _said(value)
    width = "white-space: nowrap" if len(said) <= _WHOLE else "max-width: 36em; white-space: normal"
    return f'<td style="{_CELL}; text-align: {side}; {width}">{html.escape(said)}</td>'


def _said(value):
    """A value as a reader expects it: a day in words, yes or no, nothing for what is missing."""
    if isinstance(value, list | tuple | set | dict):
        return str(value)
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return f"{value.day} {value:%B %Y}"
    if pd.api.types.is_bool(value):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}" if abs(value) < 1e6 else f"{value:,.0f}"
    return str(value)
