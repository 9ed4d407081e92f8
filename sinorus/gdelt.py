"""The way out: events with the column names of GDELT, for recipes of the large dataset."""

import pandas as pd

from .errors import SinorusError
from .measures import dyads
from .plain_words import STATES
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


def to_gdelt(events, precision=False):
    """Write events with the column names of GDELT 1.0, so that recipes for the large dataset work
    on them.

    One row a dyad (see `dyads`). What the course does not know (tone, coordinates, numbers of
    articles) is left empty, never guessed; ``FractionDate`` is left empty because its documented
    formula does not fit GDELT's own rows. ``SOURCEURL`` holds the locators of the passages.

    Parameters
    ----------
    events : pandas.DataFrame
        Rows of the table ``events``.
    precision : bool
        Whether two columns are added that GDELT does not have: ``DatePrecision`` (as in
        ``events``), and ``DayIsKnown``, false where the day in ``SQLDATE`` is only the first one
        of a longer time.

    Returns
    -------
    pandas.DataFrame
        The 58 columns of a GDELT 1.0 event file, in its order, and the two more where asked for.

    Raises
    ------
    SinorusError
        If the rows are not those of the table ``events``.

    Notes
    -----
    Some steps of the usual recipes do not fit, and none of them says so:

    - *a count by day*: GDELT knows a day for every row. Here an act of "May 2000" stands on the
      first of May, so the first of a month or year looks busy. Keep the rows with ``DayIsKnown``,
      or count by month or year.
    - *one row an article* (``drop_duplicates("SOURCEURL")``): several acts stand in one passage,
      so this throws acts away.
    - *weights* by ``NumArticles`` or ``AvgTone``: both are empty. ``NumMentions`` counts passages
      and ``NumSources`` reports, of five.
    - *a map*, or groups by ``ActionGeo_CountryCode``: only names of places are known.
    - *only* ``IsRootEvent``: it is 1 in every row.

    References
    ----------
    Leetaru, Kalev, and Philip A. Schrodt. 2013. "GDELT: Global Data on Events, Location, and Tone."
    ISA Annual Convention.

    Examples
    --------
    >>> import sinorus
    >>> gdelt = sinorus.to_gdelt(sinorus.load("events"), precision=True)
    >>> len(gdelt.columns), gdelt.columns[1]
    (60, 'SQLDATE')
    >>> gdelt.loc[gdelt["SQLDATE"] == 20000101, "DayIsKnown"].any()
    np.False_
    """
    if not isinstance(precision, bool):
        raise SinorusError("precision= is True or False.")
    need(
        events,
        [
            *("event_id", "start", "precision", "place", "quad_class", "goldstein"),
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
            f"Actor{number}Name": actor.map(_name),
            f"Actor{number}CountryCode": actor.where(group.isna()),
            f"Actor{number}KnownGroupCode": group,
            f"Actor{number}Type1Code": role,
        }
    made = pd.DataFrame(out).reindex(columns=GDELT_COLUMNS)
    if precision:
        made["DatePrecision"] = pairs["precision"].array
        made["DayIsKnown"] = (pairs["precision"].isin(["day", "day_range"])).array
    return made


def _name(code):
    """A state's name as GDELT writes it."""
    return STATES.get(code, code).removeprefix("the ").upper()
