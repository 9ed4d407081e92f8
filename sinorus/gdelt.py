"""The way out: events with the column names of GDELT, for recipes of the large dataset."""

import pandas as pd

from .measures import dyads
from .tables import load, need

#: The columns of GDELT 1.0 event files, in order.
_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code "
    "Type1Code Type2Code Type3Code"
).split()
_PLACE = "Type FullName CountryCode ADM1Code Lat Long FeatureID".split()
_EVENT = (
    "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions "
    "NumSources NumArticles AvgTone"
).split()
GDELT_COLUMNS = [
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR),
    *_EVENT,
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in _PLACE),
    *("DATEADDED", "SOURCEURL"),
]
#: Actor codes of the course that are organisations: GDELT has them as known groups, not as
#: countries.
_GROUPS = {"NAT", "UNO", "EUR", "IMF", "WTO", "S5", "SCO"}


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
    need(
        events,
        [
            *("event_id", "start", "place", "quad_class", "goldstein"),
            *("n_mentions", "n_reports"),
        ],
        "to_gdelt",
    )
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
        group = actor.where(actor.isin(_GROUPS))
        out |= {
            f"Actor{number}Code": actor + role.fillna(""),
            f"Actor{number}CountryCode": actor.where(group.isna()),
            f"Actor{number}KnownGroupCode": group,
            f"Actor{number}Type1Code": role,
        }
    return pd.DataFrame(out).reindex(columns=GDELT_COLUMNS)
