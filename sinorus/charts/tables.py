"""Charts and tables: the table behind a chart, and a table put into words."""

import altair as alt
import pandas as pd

from ..errors import SinorusError


def data(chart):
    """Return the table behind a chart.

    Parameters
    ----------
    chart : altair chart
        As returned by the functions of this module.

    Returns
    -------
    pandas.DataFrame
        A copy of the data that the chart draws.

    Raises
    ------
    SinorusError
        If this is no chart, or it holds no table.

    Examples
    --------
    >>> import sinorus
    >>> chart = sinorus.charts.timeline()
    >>> {"event_id", "report_id", "kind"} <= set(sinorus.charts.data(chart).columns)
    True
    """
    if not isinstance(chart, alt.TopLevelMixin):
        raise SinorusError(f"data takes a chart; {type(chart).__name__} was given.")
    parts = [chart]
    while parts:
        part = parts.pop(0)
        data = getattr(part, "data", None)
        if isinstance(data, pd.DataFrame):
            return data.copy()
        for name in ("layer", "vconcat", "hconcat", "concat"):
            inner = getattr(part, name, None)
            parts += inner if isinstance(inner, list) else []
    raise SinorusError("This chart holds no table of its own.")


def spoken(rows):
    """Put a table into words, for the description of a chart that a screen reader speaks.

    Parameters
    ----------
    rows : pandas.Series or pandas.DataFrame
        What the chart shows, few rows. The index names a row; a table without named rows takes its
        first column for it.

    Returns
    -------
    str
        One sentence: each row's name and values, with the columns' names where there are several.

    Raises
    ------
    SinorusError
        If this is neither a Series nor a DataFrame.

    Examples
    --------
    >>> import pandas as pd
    >>> import sinorus
    >>> sinorus.charts.spoken(pd.Series({1999: 12, 2000: 40}))
    '1999: 12; 2000: 40.'
    >>> lists = {"report": ["yu-1999", "yu-2000"], "entries": [12, 40], "acts": [21, 48]}
    >>> sinorus.charts.spoken(pd.DataFrame(lists))
    'yu-1999: entries 12, acts 21; yu-2000: entries 40, acts 48.'
    """
    if isinstance(rows, pd.Series):
        return "; ".join(f"{name}: {_whole(value)}" for name, value in rows.items()) + "."
    if not isinstance(rows, pd.DataFrame):
        raise SinorusError(f"spoken takes a table or a column; {type(rows).__name__} was given.")
    if (
        rows.index.name is None
        and pd.api.types.is_integer_dtype(rows.index)
        and len(rows.columns) > 1
    ):
        rows = rows.set_index(rows.columns[0])
    if len(rows.columns) == 1:
        return spoken(rows.iloc[:, 0])
    return (
        "; ".join(
            f"{name}: "
            + ", ".join(f"{column} {_whole(value)}" for column, value in zip(rows.columns, values))
            for name, values in zip(rows.index, rows.itertuples(index=False))
        )
        + "."
    )


def _whole(value):
    """12.0 is spoken as 12."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
