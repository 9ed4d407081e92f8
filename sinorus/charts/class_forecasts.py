"""What each of a class expected day by day, the middle of all, and what came."""

import altair as alt
import pandas as pd

from ..errors import SinorusError
from .placing import WIDTH, moment, written
from .theme import CATEGORIES, INK, PALE

_COLUMNS = ["person", "day", "question", "sure", "came", "settled", "outcome"]
_HEIGHT = 150
#: Pixels from one dot to the next, and how far a crowd of equal forecasts may spread.
_STEP, _SPREAD = 6, 130
_WIDE = WIDTH - 90
#: The thin lines of the others; dark enough to be seen on white.
_THIN, _DOT = "#8A8A8A", "#5A5A5A"


def class_forecasts(table):
    """Show how sure each of a class was, day after day, the median of all, and what came.

    A thin line is one person; the thick line is the median, which half of the class stood above
    and half below, in steps, since a forecast stands until the next one. Who said the same on the
    same day stands beside each other. The diamond is what came.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a forecast: ``person`` (a number, no name), ``day``, ``question``, ``sure`` (of
        yes, in per cent), ``came``, ``settled`` (the day that settled it), ``outcome`` (in a few
        words).

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
    It cannot show who forecasts well: three questions are too few to say, and the median of a
    class that has talked is no crowd of independent minds.

    Examples
    --------
    >>> import pandas as pd
    >>> import sinorus
    >>> row = ["2000-06-02", "Will he come?", 70, True, "2000-07-17", "17 July: he comes"]
    >>> rows = [[1, *row], [2, *row[:2], 40, *row[3:]]]
    >>> columns = ["person", "day", "question", "sure", "came", "settled", "outcome"]
    >>> chart = sinorus.charts.class_forecasts(pd.DataFrame(rows, columns=columns))
    >>> "the median was 55 on 2 June" in chart.to_dict()["description"]
    True
    """
    rows = _checked(table)
    # in the order of the table, whichever forecast is the lowest
    parts = [(name, rows[rows["question"] == name]) for name in table["question"].unique()]
    people = rows["person"].nunique()
    told = [_said(name, own) for name, own in parts]
    return alt.vconcat(*(_one(name, own, rows) for name, own in parts), spacing=22).properties(
        title=alt.Title(
            "What the class expected, and what came",
            subtitle=[
                "Up is sure of yes, down is sure of no, the dashed line is fifty-fifty. Thin: one",
                f"person of {people}. Thick: the median. Diamond: what came.",
            ],
        ),
        description=f"What a class of {people} expected, in per cent sure of yes. {' '.join(told)}",
    )


def _checked(table):
    has = list(table.columns) if isinstance(table, pd.DataFrame) else []
    missing = [column for column in _COLUMNS if column not in has]
    if missing:
        raise SinorusError(
            f"class_forecasts needs a table with the columns {', '.join(_COLUMNS)};"
            f" {', '.join(missing)} is missing."
        )
    if table.empty:
        raise SinorusError("Nobody in this class has locked a forecast yet.")
    rows = table[_COLUMNS].copy()
    try:
        for column in ("day", "settled"):
            rows[column] = pd.to_datetime(rows[column], format="ISO8601")
        rows["sure"] = pd.to_numeric(rows["sure"])
        rows["came"] = rows["came"].astype(bool)
    except (ValueError, TypeError) as error:
        raise SinorusError(f"class_forecasts cannot read this table: {error}.") from None
    return rows.sort_values(["day", "sure"], kind="stable")


def _one(name, own, rows):
    """One question: a thin line a person, the median, what came."""
    first, last = rows["day"].min(), rows["settled"].max()
    ends = [first - pd.Timedelta(days=4), last + pd.Timedelta(days=3)]
    x = alt.X("at:T", title=None).scale(domain=[moment(end) for end in ends])
    days = [moment(day) for day in sorted({*own["day"], own["settled"].iloc[0]})]
    x = x.axis(format="%-d %b", values=days, grid=False)
    y = alt.Y("sure:Q", title="how sure of yes, per cent").scale(domain=[-12, 140], nice=False)
    y = y.axis(values=[0, 50, 100], grid=False)
    # Equal forecasts of one day stand beside each other, so that each is seen.
    same = own.groupby(["day", "sure"])
    step = min(_STEP, _SPREAD / max(same.size().max(), 1))
    hours = (ends[1] - ends[0]) / pd.Timedelta(hours=1) / _WIDE * step
    beside = pd.to_timedelta(same.cumcount() * hours, unit="h").dt.round("min")
    dots = own.assign(at=own["day"] + beside)
    middle = own.groupby("day")["sure"].median().reset_index()
    middle = middle.assign(at=middle["day"])
    # The words stand over all dots, where none can lie on them.
    words = middle.assign(words=middle["sure"].map("median {:.0f}".format), sure=126)
    stood = pd.concat([middle, middle.iloc[[-1]].assign(at=own["settled"].iloc[0])])
    came = own["came"].iloc[0]
    outcome = pd.DataFrame({"at": [own["settled"].iloc[0]], "sure": [100 if came else 0]})
    even = alt.Chart(pd.DataFrame({"sure": [50]})).mark_rule(color=PALE, strokeDash=[4, 4])
    base = alt.Chart(dots).encode(x=x, y=y)
    thick = alt.Chart(stood).mark_line(
        interpolate="step-after", color=CATEGORIES[0], strokeWidth=3.5
    )
    labels = {"align": "left", "fontSize": 12, "fontWeight": "bold", "color": CATEGORIES[0]}
    return alt.layer(
        base.mark_line(color=_THIN, strokeWidth=0.6).encode(detail="person:N"),
        even.encode(y=y),
        thick.encode(x=x, y=y),
        base.mark_point(size=22, color=_DOT, shape="circle"),
        alt.Chart(outcome).mark_point(size=150, color=INK, shape="diamond").encode(x=x, y=y),
        written(words, x, y, dx=-4, **labels),
    ).properties(
        width=_WIDE,
        height=_HEIGHT,
        title=alt.Title(
            name, subtitle=f"Diamond: {own['outcome'].iloc[0]}.", fontSize=13, offset=6
        ),
    )


def _said(name, own):
    steps = [
        f"{group['sure'].median():.0f} on {day.day} {day:%B}, from {group['sure'].min():.0f} to"
        f" {group['sure'].max():.0f}"
        for day, group in own.groupby("day")
    ]
    return f"{name} Of all the median was {'; '.join(steps)}. {own['outcome'].iloc[0]}."
