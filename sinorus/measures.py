"""Measures of the field on the course's tables: dyads, cooperation, and the way out to GDELT."""

import pandas as pd

from .errors import SinorusError
from .tables import load

#: How each scale scores a row, and which scores it calls conflict.
_SCALES = {
    "goldstein": (lambda frame: frame["goldstein"], lambda frame: frame["quad_class"].isin([3, 4])),
    "plover": (lambda frame: frame["plover_score"], lambda frame: frame["plover_score"] < 0),
    "sign": (
        lambda frame: frame["sign"].map({"+": 1, "0": 0, "-": -1}).astype("Float64"),
        lambda frame: frame["sign"] == "-",
    ),
}


def need(frame, columns, what):
    """Raise a sentence unless this is a table with these columns and with rows."""
    missing = [
        column
        for column in columns
        if not isinstance(frame, pd.DataFrame) or column not in frame.columns
    ]
    if missing:
        raise SinorusError(
            f"{what} needs a table with the columns {', '.join(columns)}; {', '.join(missing)} is"
            " missing. Start from sinorus.load and keep its columns."
        )
    if frame.empty:
        raise SinorusError(f"{what} was given no rows. Loosen the filter and try again.")


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
        If a column is missing or the scale is unknown.

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
    if scale not in _SCALES:
        raise SinorusError(
            f'There is no scale "{str(scale)[:40]}". The scales are: {", ".join(_SCALES)}.'
        )
    by = [by] if isinstance(by, str) else list(by)
    need(
        events,
        [
            *by,
            *{
                "goldstein": ["goldstein", "quad_class"],
                "plover": ["plover_score"],
                "sign": ["sign"],
            }[scale],
        ],
        "cooperation",
    )
    score, conflict = _SCALES[scale]
    scored = events.assign(_score=score(events), _conflict=conflict(events).astype("Float64"))
    groups = scored.groupby(by, sort=True, observed=True, dropna=False)
    return groups.agg(
        n=("_score", "size"),
        scored=("_score", "count"),
        mean=("_score", "mean"),
        sum=("_score", "sum"),
        conflict_share=("_conflict", "mean"),
    ).reset_index()


#: The columns of GDELT 1.0 event files, in order.
GDELT_COLUMNS = [
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "FractionDate",
    *(
        f"Actor{number}{name}"
        for number in (1, 2)
        for name in (
            "Code",
            "Name",
            "CountryCode",
            "KnownGroupCode",
            "EthnicCode",
            "Religion1Code",
            "Religion2Code",
            "Type1Code",
            "Type2Code",
            "Type3Code",
        )
    ),
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    *(
        f"{who}Geo_{name}"
        for who in ("Actor1", "Actor2", "Action")
        for name in ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")
    ),
    "DATEADDED",
    "SOURCEURL",
]
#: Actor codes of the course that are organisations: GDELT has them as known groups, not as
#: countries.
_GROUPS = {
    "NAT": "NAT",
    "UNO": "UNO",
    "EUR": "EUR",
    "IMF": "IMF",
    "WTO": "WTO",
    "S5": "S5",
    "SCO": "SCO",
}


def to_gdelt(events):
    """Write events with the column names of GDELT 1.0, so that recipes for the large dataset work
    on them.

    One row a dyad (see `dyads`), dated by the first day. What the course does not know (tone,
    coordinates,
    numbers of articles) is left empty, never guessed; ``FractionDate`` is left empty because its
    documented formula does not
    fit GDELT's own rows. ``SOURCEURL`` holds the locators of the passages.

    Parameters
    ----------
    events : pandas.DataFrame
        Rows of the table ``events``.

    Returns
    -------
    pandas.DataFrame
        The 58 columns of a GDELT 1.0 event file, in its order.

    Raises
    ------
    SinorusError
        If the rows are not those of the table ``events``.

    References
    ----------
    Leetaru, Kalev, and Philip A. Schrodt. 2013. "GDELT: Global Data on Events, Location, and Tone."
    ISA Annual Convention.

    Examples
    --------
    >>> import sinorus
    >>> gdelt = sinorus.to_gdelt(sinorus.load("events"))
    >>> len(gdelt.columns), gdelt.columns[1]
    (58, 'SQLDATE')
    """
    need(events, ["event_id", "start", "place", "n_mentions", "n_reports"], "to_gdelt")
    pairs = dyads(events)
    places = load("mentions").groupby("event_id")["locator"].agg(";".join)
    out = {
        "GLOBALEVENTID": range(1, len(pairs) + 1),
        "SQLDATE": pairs["start"].dt.strftime("%Y%m%d").astype("Int64"),
        "MonthYear": pairs["start"].dt.strftime("%Y%m").astype("Int64"),
        "Year": pairs["start"].dt.year.astype("Int64"),
        "IsRootEvent": 1,
        "EventCode": pairs["cameo_code"],
        "EventBaseCode": pairs["cameo_code"].str[:3],
        "EventRootCode": pairs["cameo_code"].str[:2],
        "QuadClass": pairs["quad_class"],
        "GoldsteinScale": pairs["goldstein"],
        "NumMentions": pairs["n_mentions"],
        "NumSources": pairs["n_reports"],
        "ActionGeo_FullName": pairs["place"],
        "SOURCEURL": pairs["event_id"].map(places),
    }
    for number, side in ((1, "source"), (2, "target")):
        actor, role = pairs[side], pairs[f"{side}_role"]
        group = actor.map(_GROUPS)
        out |= {
            f"Actor{number}Code": actor + role.fillna(""),
            f"Actor{number}CountryCode": actor.where(group.isna()),
            f"Actor{number}KnownGroupCode": group,
            f"Actor{number}Type1Code": role,
        }
    return pd.DataFrame(out).reindex(columns=GDELT_COLUMNS)
