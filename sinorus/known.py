"""What could be known on a day of 2000: acts that were over, and what was said of things to come.

A day that is not certain counts as its last possible one. So a line may come late here; none comes
early.
"""

import functools

import pandas as pd

from .locators import in_words
from .tables import load

#: Those who act for a state; newspapers, scholars, firms and believers are left out.
_STATE = ["GOV", "MIL", "LEG"]
#: Mentions of an act that has not happened yet.
_TO_COME = ["announced", "postponed"]
#: Older acts are told with what followed from them.
_SINCE = pd.Timestamp("1999-12-01")


def happened_by(day, most=5):
    """List the newest acts of states that were over by a day.

    Parameters
    ----------
    day : datetime.date or pandas.Timestamp
        The evening from which one looks back.
    most : int
        So many at most; of acts of one occasion, such as the talks of one visit, the first stands
        for all.

    Returns
    -------
    pandas.DataFrame
        The newest first: ``act_id``, ``known`` (the first evening on which one can be sure of it),
        ``when``, ``what``, ``where`` (where it stands). Acts are rows of ``events`` and of
        ``record``, from December 1999 on; where both tell one act, that of the record.
        Announcements stand in `announced_by`.

    Examples
    --------
    >>> import datetime
    >>> from sinorus.known import happened_by
    >>> happened_by(datetime.date(2000, 6, 5))["when"].head(2).tolist()
    ['5 June 2000', '5 June 2000']
    """
    acts = _acts()
    acts = acts[acts["known"] <= pd.Timestamp(day)]
    acts = acts.drop_duplicates("occasion").head(most)
    return acts.drop(columns=["occasion", "newness", "start"])


def announced_by(day):
    """List what had been said by a day about visits and meetings to come.

    Parameters
    ----------
    day : datetime.date or pandas.Timestamp
        The evening from which one looks back.

    Returns
    -------
    pandas.DataFrame
        Rows of ``plans`` by plan, in the order in which plans were first spoken of, and in a plan
        the newest saying first: ``plan_id``, ``plan``, ``known``, ``when``, ``speaker``, ``said``,
        ``where``, and ``late``: whether the time that was named has passed and nothing is told of
        it. What became of it is not among the columns.

    Examples
    --------
    >>> import datetime
    >>> from sinorus.known import announced_by
    >>> plans = announced_by(datetime.date(2000, 6, 2))
    >>> plans.loc[plans["plan"] == "dushanbe", "late"].tolist()
    [True, True]
    """
    evening = pd.Timestamp(day)
    plans = load("plans")
    plans = plans[plans["end"] <= evening]
    over = plans["announced_for"].map(_last_day) < evening
    plans = plans.assign(
        known=plans["end"],
        where=[_places(row) for row in plans.itertuples()],
        late=over & ~(plans["became_on"] <= evening),
        first=plans.groupby("plan")["start"].transform("min"),
    )
    order = ["first", "plan", "end", "start"]
    plans = plans.sort_values(order, ascending=[True, True, False, False])
    return plans["plan_id plan known when speaker said where late".split()].reset_index(drop=True)


@functools.cache
def _acts():
    """Acts of both tables, the newest first."""
    events, record, mentions = load("events"), load("record"), load("mentions")
    told = mentions[~mentions["status"].isin(_TO_COME)]
    events = events[
        events["source_role"].isin(_STATE)
        & events["event_id"].isin(told["event_id"])
        & ~events["event_id"].isin([*record["event_id"].dropna(), *load("plans")["event_id"]])
    ]
    # What a passage dates later than the act was known no earlier.
    news = told.groupby("event_id")["known_on"].min()
    places = told.groupby("event_id")["locator"].agg(_listed)
    events = events.assign(
        act_id=events["event_id"],
        known=events[["end"]].assign(news=events["event_id"].map(news)).max(axis=1),
        where=events["event_id"].map(places),
        # of an act without a day the first possible one, so that it does not pass for the newest
        newness=events["end"].where(events["event_id"].str.count("-") == 3, events["start"]),
    )
    record = record.assign(
        act_id=record["record_id"],
        known=record["end"],
        where=[f"record {one.day} {one:%B %Y}" for one in record["start"]],
        newness=record["end"],
        occasion=record["record_id"],
    )
    columns = "act_id known when what where occasion newness start".split()
    acts = pd.concat([one.loc[one["start"] >= _SINCE, columns] for one in (record, events)])
    order = ["newness", "start", "act_id"]
    return acts.sort_values(order, ascending=[False, False, True], ignore_index=True)


def _last_day(edtf):
    """The last day of the time for which something was announced; the end of time if none."""
    if pd.isna(edtf):
        return pd.Timestamp.max
    return pd.Period(edtf.rpartition("/")[2]).end_time


def _places(row):
    """Where a saying stands: passages, or else the record or the sources."""
    if isinstance(row.locators, str):
        return _listed(row.locators.split(";"))
    names = load("sources").set_index("source_id")["publisher"]
    return ", ".join(names[one].partition(" (")[0] for one in row.source_ids.split(";"))


def _listed(locators):
    """Two passages in words, and how many more there are."""
    more = f" and {len(locators) - 2} more" if len(locators) > 2 else ""
    return ", ".join(map(in_words, [*locators][:2])) + more
