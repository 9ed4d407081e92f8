"""What was expected day by day, and what came: the picture at the end of the horizon."""

import altair as alt
import pandas as pd

from ..errors import SinorusError
from .placing import WIDTH, moment, tips, written
from .theme import CATEGORIES, INK, PALE

_COLUMNS = ["day", "question", "sure", "came", "settled", "outcome"]
#: What stands in each column that has to be filled.
_SUCH = {
    "day": "a day such as 2000-06-02",
    "question": "a text",
    "sure": "a number from 0 to 100",
    "came": "true or false",
    "settled": "a day such as 2000-07-17",
}
_HEIGHT = 110


def forecasts(table):
    """Show how sure somebody was, day after day, and what came.

    A line goes in steps, since a forecast stands until the next one. Up is sure of yes, down is
    sure of no, the dashed line is fifty-fifty. The diamond is what came.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a forecast: ``day``, ``question``, ``sure`` (of yes, in per cent), ``came``,
        ``settled`` (the day that settled it), ``outcome`` (in a few words), as
        ``sinorus.widgets.horizon().forecasts`` returns it.

    Returns
    -------
    altair.VConcatChart
        One chart a question, under each other.

    Raises
    ------
    SinorusError
        If this is no such table, or nothing was forecast.

    Notes
    -----
    It cannot show whether a reason was good: who is sure for a bad reason may come nearer than who
    doubts for a good one, and three questions are too few to call anybody a good forecaster.

    Examples
    --------
    >>> import pandas as pd
    >>> import sinorus
    >>> row = ["2000-06-02", "Will he come?", 70, True, "2000-07-17", "17 July: he comes"]
    >>> columns = ["day", "question", "sure", "came", "settled", "outcome"]
    >>> chart = sinorus.charts.forecasts(pd.DataFrame([row], columns=columns))
    >>> chart.to_dict()["title"]["text"]
    'What you expected, and what came'
    """
    rows = _checked(table)
    charts = [_one(name, own, rows) for name, own in rows.groupby("question", sort=False)]
    return alt.vconcat(*charts, spacing=22).properties(
        title=alt.Title(
            "What you expected, and what came",
            subtitle=[
                "Up is sure of yes, down is sure of no, the dashed line is fifty-fifty.",
                "A forecast stands until the next one.",
            ],
        ),
        description=" ".join(
            _said(name, own) for name, own in rows.groupby("question", sort=False)
        ),
    )


def _checked(table):
    has = list(table.columns) if isinstance(table, pd.DataFrame) else []
    missing = [column for column in _COLUMNS if column not in has]
    if missing:
        raise SinorusError(
            f"forecasts needs a table with the columns {', '.join(_COLUMNS)};"
            f" {', '.join(missing)} is missing. Take sinorus.widgets.horizon().forecasts."
        )
    if table.empty:
        raise SinorusError("No forecast is locked yet: begin with sinorus.widgets.horizon().")
    if twice := [column for column in _COLUMNS if has.count(column) > 1]:
        raise SinorusError(f"forecasts cannot read this table: it has {twice[0]} more than once.")
    rows = table[_COLUMNS].copy()
    for column in ("day", "settled"):
        rows[column] = _read(rows[column], lambda days: pd.to_datetime(days, format="ISO8601"))
    rows["sure"] = _read(rows["sure"], pd.to_numeric)
    if pd.api.types.is_numeric_dtype(rows["sure"]):
        rows["sure"] = rows["sure"].where(rows["sure"].between(0, 100))
    # what went through a file may be text, and every text is true
    rows["came"] = rows["came"].map(str).str.casefold().map({"true": True, "false": False})
    for column, such in _SUCH.items():
        if rows[column].isna().any():
            raise SinorusError(
                f"forecasts cannot read this table: in each row {column} is {such}. Take"
                " sinorus.widgets.horizon().forecasts."
            )
    rows["came"] = rows["came"].astype(bool)
    return rows.sort_values(["day"], kind="stable")


def _read(column, reader):
    """A column in its type; all empty where it cannot be read so."""
    try:
        return reader(column)
    except (ValueError, TypeError):
        return pd.Series(pd.NaT, index=column.index)


def _one(name, own, rows):
    """One question: its steps, its forecasts, what came."""
    first, last = rows["day"].min(), rows["settled"].max()
    ends = [moment(first - pd.Timedelta(days=3)), moment(last + pd.Timedelta(days=3))]
    x = alt.X("day:T", title=None).scale(domain=ends)
    x = x.axis(format="%-d %b", tickCount=6, grid=False)
    y = alt.Y("sure:Q", title="how sure of yes, per cent").scale(domain=[-20, 120], nice=False)
    y = y.axis(values=[0, 50, 100], grid=False)
    colour = CATEGORIES[0]
    outcome = own.iloc[[0]].assign(day=own["settled"], sure=100 if own["came"].iloc[0] else 0)
    # a forecast stands until the question is settled
    stood = pd.concat([own, own.iloc[[-1]].assign(day=own["settled"])])
    even = alt.Chart(pd.DataFrame({"sure": [50]})).mark_rule(color=PALE, strokeDash=[4, 4])
    points = alt.Chart(own).mark_point(size=80, color=colour, shape="circle")
    # A number stands on the side from which no step comes; one that did not change is not repeated.
    change = own["sure"].diff().fillna(1)
    said = own.assign(words=own["sure"].map("{:.0f}".format))
    look = {"align": "center", "fontSize": 11}
    return alt.layer(
        even.encode(y=y),
        alt.Chart(stood).mark_line(interpolate="step-after", color=colour).encode(x=x, y=y),
        points.encode(x=x, y=y, tooltip=tips(sure="per cent sure of yes")),
        alt.Chart(outcome).mark_point(size=150, color=INK, shape="diamond").encode(x=x, y=y),
        written(said[change > 0], x, y, dy=-12, **look),
        written(said[change < 0], x, y, dy=13, **look),
    ).properties(
        width=WIDTH - 90,
        height=_HEIGHT,
        title=alt.Title(
            name, subtitle=f"Diamond: {own['outcome'].iloc[0]}.", fontSize=13, offset=6
        ),
    )


def _said(name, own):
    steps = [f"{row.sure:.0f} on {row.day.day} {row.day:%B}" for row in own.itertuples()]
    return f"{name} How sure of yes, in per cent: {', '.join(steps)}. {own['outcome'].iloc[0]}."
