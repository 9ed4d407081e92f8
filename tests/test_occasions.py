"""Occasions and kinds of events: one journey, meeting or entry is one occasion, and what was only
announced was not done.
"""

import difflib
import itertools

import pandas as pd
import pytest

import sinorus

#: What a mention says of an act that had not been done.
BEFOREHAND = {"announced", "offered", "postponed", "cancelled", "denied"}


@pytest.fixture(scope="module")
def events():
    return sinorus.load("events").set_index("event_id")


@pytest.fixture(scope="module")
def told(events):
    """The mentions in entries of a chronology, each with the act's days and those of the entry."""
    entries = sinorus.entries().set_index("locator")[["start", "end"]].add_prefix("entry_")
    mentions = sinorus.load("mentions")[["event_id", "locator"]]
    return mentions.join(entries, on="locator", how="inner").join(events, on="event_id")


def test_every_event_has_an_occasion_and_a_kind(events):
    assert events[["occasion", "kind"]].notna().all(axis=None)
    assert set(events["kind"]) == {"talk", "sign", "act"}
    assert events["occasion"].str.fullmatch(r"\d{4}-\d{2}(-\d{2})?-[a-z]+").all()


def test_an_occasion_lies_close_together(events, told):
    """Within 45 days, or told by one entry."""
    for occasion, rows in events.groupby("occasion"):
        days = (rows["start"].max() - rows["start"].min()).days
        inside = told[told["event_id"].isin(rows.index)].groupby("locator")["event_id"].nunique()
        assert days <= 45 or (inside == len(rows)).any(), occasion


def test_an_occasion_is_dated_by_its_first_row(events):
    first = events.groupby("occasion")["start"].min()
    for occasion, start in first.items():
        assert start.strftime("%Y-%m-%d").startswith(occasion.rpartition("-")[0]), occasion


def test_an_occasion_has_one_spelling(events):
    """In one month no two ids have the same word, or nearly the same; a day comes in at once or
    not at all.
    """
    ids = pd.Series(sorted(set(events["occasion"])))
    words = ids.str.rpartition("-")[2]
    for month, group in words.groupby(ids.str[:7]):
        for one, other in itertools.combinations(group, 2):
            near = difflib.SequenceMatcher(None, one, other).ratio()
            assert near < 0.85, (month, one, other)


def test_what_is_coded_as_signed_is_signed(events):
    assert set(events.loc[events["cameo_code"] == "057", "kind"]) == {"sign"}


def test_nothing_only_announced_is_signed_or_done(events):
    statuses = sinorus.load("mentions").groupby("event_id")["status"].agg(set)
    ahead = statuses.index[statuses.map(lambda found: found <= BEFOREHAND)]
    assert len(ahead) >= 5
    assert set(events.loc[ahead, "kind"]) == {"talk"}
    # The same by what became of it: an open outcome is no deed.
    still_open = events["outcome"].isin(["not yet", "not known"])
    assert set(events.loc[still_open, "kind"]) == {"talk"}


def test_an_entry_gives_its_own_days_to_one_occasion(told):
    """What an entry tells of its own days is one occasion; other acts in it may be others."""
    inside = told[(told["start"] >= told["entry_start"]) & (told["end"] <= told["entry_end"])]
    assert inside["locator"].nunique() == len(sinorus.entries())
    shared = inside.groupby("locator")["occasion"].nunique()
    assert shared[shared > 1].index.to_list() == []


@pytest.mark.parametrize(
    "occasion, letters, kinds",
    [
        ("1999-06-07-zhang", "abcde", ["talk", "sign", "act", "talk", "talk"]),
        ("2000-07-18-putin", "ab", ["talk", "sign"]),
        ("1999-02-24-zhu", "abc", ["talk", "sign", "talk"]),
    ],
)
def test_journeys_by_name(events, occasion, letters, kinds):
    rows = events[events["occasion"] == occasion]
    day = occasion.rpartition("-")[0]
    assert rows.index.to_list() == [f"{day}-{letter}" for letter in letters]
    assert rows["kind"].to_list() == kinds


@pytest.mark.parametrize(
    "visit, announcements",
    [
        ("1999-06-07-a", ["1999-05-c"]),
        ("2000-07-18-a", ["1999-12-d", "2000-04-13-a", "2000-05-31-a", "2000-06-29-a"]),
    ],
)
def test_an_announcement_is_not_the_visit(events, visit, announcements):
    days = events.loc[announcements, "occasion"]
    assert events.loc[visit, "occasion"] not in set(days) and days.is_unique


def test_there_are_fewer_occasions_than_rows(events):
    assert 100 < events["occasion"].nunique() < len(events)
