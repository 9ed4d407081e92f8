"""The course's tables: load one, read its codebook, cite a row.

`data/datapackage.json` is the only place where a column is defined; everything
here is read from it.
"""

import difflib
import functools
import io

import pandas as pd

from . import plain_words
from .errors import DamagedError, SinorusError
from .intact import package, read
from .locators import in_words, report_of
from .paths import INSTALL_AGAIN, data_file

_COLLECTION = {"string": "str", "integer": "Int64", "number": "Float64"}


def table_names():
    """Return the names of the tables.

    Examples
    --------
    >>> from sinorus.tables import table_names
    >>> "events" in table_names()
    True
    """
    return list(package())


def _resource(name):
    known = package()
    if isinstance(name, str) and name in known:
        return known[name]
    close = difflib.get_close_matches(str(name).lower(), known, n=1)
    hint = f' Did you mean "{close[0]}"?' if close else ""
    raise SinorusError(
        f'There is no table "{str(name)[:40]}".{hint}\nThe tables are: {", ".join(known)}.'
    )


def _read(name):
    """A table as it is stored, each column in the type the schema gives it."""
    resource = _resource(name)
    fields = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    path = data_file(resource["path"])
    raw = read(path, resource.get("hash"))
    try:
        frame = pd.read_csv(
            io.BytesIO(raw), dtype="str", keep_default_na=False, na_values=[""], encoding="utf-8"
        )
        if list(frame.columns) != list(fields):
            raise ValueError(
                f"its columns are {', '.join(frame.columns)}; expected are {', '.join(fields)}"
            )
        for column, kind in fields.items():
            if kind == "date":
                frame[column] = pd.to_datetime(frame[column], format="%Y-%m-%d")
            elif kind == "boolean":
                frame[column] = frame[column].map({"true": True, "false": False}).astype("boolean")
            elif kind in ("integer", "number"):
                frame[column] = pd.to_numeric(frame[column]).astype(_COLLECTION[kind])
    except ValueError as error:
        raise DamagedError(
            f'The table "{name}" cannot be read from {path}: {error}. Undo your change to the file.'
            f" Or: {INSTALL_AGAIN}"
        ) from None
    return frame


def load(name):
    """Load one of the course's tables.

    Parameters
    ----------
    name : str
        Its name, such as ``"events"``; an unknown name lists the known ones.

    Returns
    -------
    pandas.DataFrame
        A fresh copy, so that nothing done to it changes the course. Codes are text
        (``010`` is not ``10``), dates datetime64, empty cells missing. Derived columns
        (marked so in `describe`) are added at the end.

    Raises
    ------
    SinorusError
        If there is no such table, or its file is damaged.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.load("reports")[["report_id", "series"]].iloc[0].to_list()
    ['yu-1999', 'Comparative Connections']
    >>> sinorus.load("cameo").set_index("cameo_code").loc["057", "goldstein"]
    np.float64(8.0)
    """
    return _loaded(_resource(name)["name"]).copy()


@functools.cache
def _loaded(name):
    frame = _read(name)
    for field in _resource(name).get("derived", []):
        frame[field["name"]] = _DERIVED[field["derived"]](frame, field["name"])
    return frame


def _from_cameo(frame, column):
    codes = _read("cameo").set_index("cameo_code")
    return frame["cameo_code"].map(codes[column.removeprefix("cameo_")])


def _from_plover(frame, column):
    scores = (
        _read("plover")
        .fillna({"plover_mode": ""})
        .set_index(["plover_event", "plover_mode"])[column]
    )
    return scores.reindex(
        list(zip(frame["plover_event"], frame["plover_mode"].fillna("")))
    ).to_numpy()


def _from_mentions(frame, column):
    mentions = _read("mentions")
    counted = (
        mentions["locator"] if column == "n_mentions" else mentions["locator"].str.split(" ").str[0]
    )
    return frame["event_id"].map(counted.groupby(mentions["event_id"]).nunique()).astype("Int64")


def _told_by(frame, column):
    """Which reports speak of an act: a list as text, or yes and no for one report."""
    mentions = _read("mentions")
    reports = mentions["locator"].map(report_of).groupby(mentions["event_id"])
    told = frame["event_id"].map(reports.agg(lambda ids: ", ".join(sorted(set(ids)))))
    if column == "told_by":
        return told
    report = column.removeprefix("in_").replace("_", "-")
    return told.str.split(", ").map(lambda reports: report in reports).astype("boolean")


def _where(frame, _):
    """Where an act is told: of each report one passage, an entry of its list before its text."""
    mentions = _read("mentions")
    told = mentions.assign(report=mentions["locator"].map(report_of))
    told["entry"] = told["locator"].str.contains(" c")
    told = told.sort_values("entry", ascending=False, kind="stable")
    first = told.drop_duplicates(["event_id", "report"]).sort_values("report", kind="stable")
    places = first["locator"].map(in_words).groupby(first["event_id"]).agg("; ".join)
    return frame["event_id"].map(places)


def _cited(frame, _):
    """The address of each act of the record."""
    return ("record " + frame["when"] + " " + plain_words.letters(frame)).str.strip()


def _between_the_two(frame, _):
    """Whether China and Russia, or their officials, deal with each other; no press, no scholars."""
    two, officials = ["CHN", "RUS"], ["GOV", "MIL", "LEG"]
    sides = frame["source"].isin(two) & frame["target"].isin(two)
    return (
        sides & (frame["source"] != frame["target"]) & frame["source_role"].isin(officials)
    ).astype("boolean")


#: How a derived column is made, by the word that stands in the data package.
_DERIVED = {
    "locator": lambda frame, _: frame["locator"].str.split(" ").str[0],
    "cut": lambda frame, _: frame["cameo_code"].str[:2],
    "cameo": _from_cameo,
    "plover": _from_plover,
    "mentions": _from_mentions,
    "told": _told_by,
    "where": _where,
    "cited": _cited,
    "between": _between_the_two,
    "gist": lambda frame, _: frame["gist"],
    "about": lambda frame, _: frame["third_party"].map(plain_words.states, na_action=None),
    "who": lambda frame, _: frame["actors"].map(plain_words.states),
    "day": lambda frame, _: [plain_words.day(row) for row in frame.itertuples()],
    "year": lambda frame, _: frame["start"].dt.year.astype("Int64"),
}


class Codebook(pd.DataFrame):
    """A table's codebook: a plain DataFrame that a notebook shows in full, sentences uncut."""

    @property
    def _constructor(self):
        # so that choosing rows or columns keeps the sentences uncut
        return Codebook

    def _repr_html_(self):
        with pd.option_context("display.max_colwidth", None, "display.max_rows", None):
            return self.to_html(index=False, notebook=True)


def describe(name):
    """Return the codebook of a table: what it is, and what each column means.

    Parameters
    ----------
    name : str
        The table's name.

    Returns
    -------
    Codebook
        A `pandas.DataFrame` with columns ``column``, ``type``, ``meaning``, ``allowed`` (values
        with their
        meanings), ``unit``, ``made`` (``key``, ``stored`` or ``derived``). The first row describes
        the table itself.

    Raises
    ------
    SinorusError
        If there is no such table.

    Examples
    --------
    >>> import sinorus
    >>> codebook = sinorus.describe("mentions").set_index("column")
    >>> codebook.loc["date_as_printed", "type"]
    'text'
    """
    resource = _resource(name)
    keys = resource["schema"].get("primaryKey", [])
    keys = {keys} if isinstance(keys, str) else set(keys)
    size = f"{len(_loaded(resource['name']))} rows"
    rows = [("(the whole table)", size, resource["description"], "", "", "")]
    for field in [*resource["schema"]["fields"], *resource.get("derived", [])]:
        allowed = [f"{value}: {said}" for value, said in field.get("meanings", {}).items()]
        allowed = "; ".join(allowed) or ", ".join(
            map(str, field.get("constraints", {}).get("enum", []))
        )
        made = "derived" if "derived" in field else "key" if field["name"] in keys else "stored"
        kind = {"string": "text"}.get(field["type"], field["type"])
        unit = field.get("unit", "")
        rows.append((field["name"], kind, field["description"], allowed, unit, made))
    columns = ["column", "type", "meaning", "allowed", "unit", "made"]
    return Codebook(rows, columns=columns)


def _is_text(column):
    return pd.api.types.is_string_dtype(column.dropna()) or column.isna().all()


#: How a column of each type looks in pandas once it was loaded.
_LOOKS = {
    "string": lambda column: _is_text(column) and column.dtype != "category",
    "date": pd.api.types.is_datetime64_any_dtype,
    "boolean": lambda column: pd.api.types.is_bool_dtype(column) and column.dtype != "category",
    "integer": pd.api.types.is_numeric_dtype,
    "number": pd.api.types.is_numeric_dtype,
}


def need(frame, columns, what, table="events", typed=None):
    """Raise a sentence unless a frame has these columns, in the types of a table, and rows.

    Parameters
    ----------
    frame : object
        What was given.
    columns : list of str
        The columns that are looked at.
    what : str
        Who asks, for the message.
    table : str
        The table whose types the columns should have; other columns may be of any type.
    typed : list of str, optional
        The columns whose types matter; all if left out.

    Raises
    ------
    SinorusError
        If a column is missing, stands there twice, lost its type (as through a CSV file), or holds
        an unknown code; the message says how to get it right.
    """
    has = list(frame.columns) if isinstance(frame, pd.DataFrame) else []
    missing = [column for column in columns if column not in has]
    if missing:
        raise SinorusError(
            f"{what} needs a table with the columns {', '.join(columns)}; {', '.join(missing)} is"
            " missing. Start from sinorus.load and keep its columns."
        )
    if twice := [str(column) for column in has if has.count(column) > 1]:
        raise SinorusError(
            f"The table that {what} was given has the column {twice[0]} more than once, so nobody "
            "knows which is meant. Keep one of them: table.loc[:, ~table.columns.duplicated()]."
        )
    if frame.empty:
        raise SinorusError(f"{what} was given no rows. Loosen the filter and try again.")
    resource = _resource(table)
    types = {
        f["name"]: f["type"] for f in [*resource["schema"]["fields"], *resource.get("derived", [])]
    }
    for column in columns if typed is None else typed:
        if column in types and not _LOOKS[types[column]](frame[column]):
            kind = {"string": "text"}.get(types[column], types[column])
            raise SinorusError(
                f"The column {column} is no longer {kind}, as happens on the way through a CSV "
                'file or a spreadsheet ("010" becomes 10). Start again from '
                f'sinorus.load("{table}"), '
                'or read your file with pd.read_csv(..., dtype="str", parse_dates=[...]).'
            )
    if "cameo_code" in columns:
        unknown = set(frame["cameo_code"].dropna()) - set(_read("cameo")["cameo_code"])
        if unknown:
            raise SinorusError(
                f'"{min(unknown)}" in the column cameo_code is no code of CAMEO. The codes are in '
                'sinorus.load("cameo"); each is a text such as "042".'
            )
