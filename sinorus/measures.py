"""Measures of the field on the course's tables: dyads and cooperation."""

import pandas as pd

from .errors import SinorusError
from .tables import load, need

#: How each scale scores a row, and which scores it calls conflict.
_SCALES = {
    "goldstein": (lambda frame: frame["goldstein"], lambda frame: frame["quad_class"].isin([3, 4])),
    "plover": (lambda frame: frame["plover_score"], lambda frame: frame["plover_score"] < 0),
    "sign": (
        lambda frame: frame["sign"].map({"+": 1, "0": 0, "-": -1}).astype("Float64"),
        lambda frame: frame["sign"] == "-",
    ),
}
#: What `cooperation` says of each group; no group can have such a name.
_SAID = ("n", "scored", "mean", "sum", "conflict_share")
#: The columns that each scale looks at.
_COLUMNS = {"goldstein": ["goldstein", "quad_class"], "plover": ["plover_score"], "sign": ["sign"]}


def dyads(events):
    """Turn events into directed pairs: one row for each source and each target.

    A joint act (``reciprocal``) gives a row in both directions, a visit one for the visitor (042,
    make a
    visit) and one for the host (043, host a visit), as CAMEO prescribes; several actors give a row
    for
    each pair. Acts without a target have no dyad and are left out.

    Parameters
    ----------
    events : pandas.DataFrame
        Rows of the table ``events``.

    Returns
    -------
    pandas.DataFrame
        The columns of ``events``, with one actor in ``source`` and one in ``target``; code, label,
        quad class and
        Goldstein score are those of the direction.

    Raises
    ------
    SinorusError
        If the rows are not those of the table ``events``.

    References
    ----------
    Schrodt, Philip A. 2012. *CAMEO: Conflict and Mediation Event Observations. Event and Actor
    Codebook*, version 1.1b3.

    Examples
    --------
    >>> import sinorus
    >>> events = sinorus.load("events")
    >>> visit = events[events["event_id"] == "2000-07-18-a"]
    >>> sinorus.dyads(visit)[["source", "target", "cameo_code"]].values.tolist()
    [['RUS', 'CHN', '042'], ['CHN', 'RUS', '043']]
    """
    need(
        events,
        ["event_id", "source", "target", "source_role", "target_role", "reciprocal", "cameo_code"],
        "dyads",
    )
    there = events.dropna(subset=["target"])
    there = (
        there.assign(source=there["source"].str.split(";"), target=there["target"].str.split(";"))
        .explode("source")
        .explode("target")
    )
    back = there[there["reciprocal"].fillna(False) | there["cameo_code"].isin(["042", "043"])]
    back = back.rename(
        columns={
            "source": "target",
            "target": "source",
            "source_role": "target_role",
            "target_role": "source_role",
        }
    )
    back = back.assign(cameo_code=back["cameo_code"].replace({"042": "043", "043": "042"}))[
        list(there.columns)
    ]
    both = pd.concat([there.assign(_way=0), back.assign(_way=1)])
    both = (
        both[both["source"] != both["target"]]
        .sort_values("_way", kind="stable")
        .sort_index(kind="stable")
        .drop(columns="_way")
    )
    both = both.drop_duplicates(["event_id", "source", "target", "cameo_code"]).reset_index(
        drop=True
    )
    codes = load("cameo").set_index("cameo_code")
    derived = {"cameo_label": "label", "quad_class": "quad_class", "goldstein": "goldstein"}
    return both.assign(
        **{
            column: both["cameo_code"].map(codes[name])
            for column, name in derived.items()
            if column in both
        }
    )


def cooperation(events, by, scale="goldstein"):
    """Sum up how cooperative a set of acts is, by group: always count, mean, sum and share of
    conflict together.

    A sum rewards whoever lists more, a mean hides how much there was; the share of conflict ignores
    both
    scores. A claim that holds on one of them only is weak.

    Parameters
    ----------
    events : pandas.DataFrame
        Rows of ``events``, or dyads of them.
    by : str or list of str
        The column or columns that make the groups.
    scale : {"goldstein", "plover", "sign"}
        Goldstein's scale in its CAMEO form (-10 to +10), PLOVER's score (-10 to +10), or the
        course's sign (-1, 0, +1).

    Returns
    -------
    pandas.DataFrame
        One row a group: ``n`` (acts), ``scored`` (acts that have a score), ``mean``, ``sum``,
        ``conflict_share``
        (by quad class 3 or 4 for Goldstein, by a negative score otherwise).

    Raises
    ------
    SinorusError
        If a column is missing or named twice, the scale is unknown, or no row has a score on it.

    References
    ----------
    Goldstein, Joshua S. 1992. "A Conflict-Cooperation Scale for WEIS Events Data." *Journal of
    Conflict Resolution* 36 (2): 369-385.

    Examples
    --------
    >>> import sinorus
    >>> events = sinorus.load("events")
    >>> list(sinorus.cooperation(events, "issue").columns)
    ['issue', 'n', 'scored', 'mean', 'sum', 'conflict_share']
    """
    if not isinstance(scale, str) or scale not in _SCALES:
        raise SinorusError(
            f'There is no scale "{str(scale)[:40]}". The scales are: {", ".join(_SCALES)}.'
        )
    by = _columns(by)
    need(events, [*by, *_COLUMNS[scale]], "cooperation")
    score, conflict = _SCALES[scale]
    scored = events.assign(_score=score(events), _conflict=conflict(events).astype("Float64"))
    if scored["_score"].isna().all():
        raise SinorusError(
            f'No row has a score on the scale "{scale}": its column {_COLUMNS[scale][0]} is empty '
            'or holds something else. Start again from sinorus.load("events").'
        )
    groups = scored.groupby(by, sort=True, observed=True, dropna=False)
    return groups.agg(
        n=("_score", "size"),
        scored=("_score", "count"),
        mean=("_score", "mean"),
        sum=("_score", "sum"),
        conflict_share=("_conflict", "mean"),
    ).reset_index()


def _columns(by):
    """The names of the columns that make groups, as a list, or a sentence that says what is odd."""
    names = [by] if isinstance(by, str) else by
    if not isinstance(names, list | tuple | set | dict | pd.Index) or not len(names):
        names = [None]
    names = list(names)
    if not all(isinstance(name, str) for name in names):
        raise SinorusError(
            'Name the column, or the columns, that make the groups, in quotation marks: by="issue" '
            'or by=["year", "issue"].'
        )
    if twice := [name for name in names if names.count(name) > 1]:
        raise SinorusError(f'The column "{twice[0]}" is named twice in by. Name it once.')
    if taken := [name for name in names if name in _SAID]:
        raise SinorusError(
            f'The result has a column "{taken[0]}" of its own. Give yours another name first: '
            f'table.rename(columns={{"{taken[0]}": "my_{taken[0]}"}}).'
        )
    return names
