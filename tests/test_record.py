"""The public record beside the reports: every act has its day, its witness and its passage; and the
tables that lean on it, the clauses, the glossary and the wordings.
"""

import re

import pandas as pd
import pytest

import sinorus
from sinorus import tables

#: The seven votes of the Security Council on Kosovo: for, against, abstaining, Russia, China.
KOSOVO = {
    "1998-03-31-vote": (14, 0, 1, "for", "abstaining"),
    "1998-09-23-vote": (14, 0, 1, "for", "abstaining"),
    "1998-10-24-vote": (13, 0, 2, "abstaining", "abstaining"),
    "1998-11-17-vote": (14, 0, 1, "for", "abstaining"),
    "1999-03-26-vote": (3, 12, 0, "for", "for"),
    "1999-05-14-vote": (13, 0, 2, "abstaining", "abstaining"),
    "1999-06-10-vote": (14, 0, 1, "for", "abstaining"),
}
#: The votes of the General Assembly on the ABM treaty: committee and plenary 1999, 2000, 2001.
ABM = {
    "1999-11-05-vote": (54, 4, 73, "for", "for"),
    "1999-12-01-vote": (80, 4, 68, "for", "for"),
    "2000-11-20-vote": (88, 5, 66, "for", "for"),
    "2001-11-29-vote": (82, 5, 62, "for", "for"),
}
#: China's veto on the force in Macedonia, no vote on Kosovo itself.
MACEDONIA = {"1999-02-25-vote": (13, 1, 1, "abstaining", "against")}
#: How much of a source was read, from nothing to all.
EXTENTS = ["not seen", "excerpt", "opening", "whole"]


@pytest.fixture(scope="module")
def record():
    return sinorus.load("record")


@pytest.fixture(scope="module")
def seen():
    """Source to the extent that was read of it."""
    return sinorus.load("sources").set_index("source_id")["extent_seen"].to_dict()


@pytest.fixture(scope="module")
def votes(record):
    """Votes with their numbers taken apart: record_id to name to value."""
    rows = record[record["kind"] == "vote"].set_index("record_id")["numbers"]
    return {
        record_id: dict(item.split(": ", 1) for item in numbers.split("; "))
        for record_id, numbers in rows.items()
    }


def ids(cell):
    """The ids in a cell in which several may stand."""
    return [] if pd.isna(cell) else cell.split(";")


def quoted(text):
    """The quotations in a text, in straight or curly marks."""
    return ["".join(pair) for pair in re.findall(r'"([^"]+)"|“([^”]+)”', text)]


def test_ids_match_the_start_and_the_rows_stand_in_order(record):
    for row in record.itertuples():
        stem, word = row.record_id.rsplit("-", 1)
        assert row.start.date().isoformat().startswith(stem), row.record_id
        assert word.isalpha() and word.islower(), row.record_id
    assert record["record_id"].is_unique
    assert record["start"].is_monotonic_increasing


def test_no_act_ends_before_it_starts(record):
    assert (record["start"] <= record["end"]).all()


def test_precision_and_bounds_agree_with_edtf(record):
    for row in record.itertuples():
        first, _, last = row.edtf.rstrip("?~%").partition("/")
        start, end = row.start.date().isoformat(), row.end.date().isoformat()
        if row.precision in {"day", "day_range"}:
            assert (first, last or first) == (start, end), row.record_id
            assert (row.precision == "day") == (start == end), row.record_id
        elif row.precision in {"month", "year"}:
            assert row.start == pd.Period(first).start_time, row.record_id
            assert row.end == pd.Period(last or first).end_time.normalize(), row.record_id
            assert len(first) == {"month": 7, "year": 4}[row.precision], row.record_id
        else:
            pytest.fail(f"{row.record_id}: no rule for {row.precision}")


def test_actors_stand_once_and_in_alphabetical_order(record):
    for actors in record["actors"].str.split(";"):
        assert actors == sorted(set(actors)), actors


def test_every_act_bears_on_a_passage_or_says_why_it_stands_there(record):
    without = record[record["bears_on"].isna()]
    assert without["note"].notna().all(), without["record_id"].tolist()
    assert record["bears_on"].notna().mean() > 0.9


def test_every_locator_event_and_source_exists(record, seen):
    locators = set(sinorus.passages()["locator"]) | set(sinorus.entries()["locator"])
    events = set(sinorus.load("events")["event_id"])
    for row in record.itertuples():
        assert set(ids(row.bears_on)) <= locators, row.record_id
        assert set(ids(row.event_id)) <= events, row.record_id
        sources = ids(row.source_ids)
        assert sources and set(sources) <= set(seen), row.record_id
        assert len(sources) == len(set(sources)), row.record_id


def test_the_best_source_of_every_act_was_read(record, seen):
    assert (record["extent_seen"] != "not seen").all()
    for row in record.itertuples():
        best = max(EXTENTS.index(seen[source]) for source in ids(row.source_ids))
        assert 0 < EXTENTS.index(row.extent_seen) <= best, row.record_id


def test_nothing_of_high_confidence_rests_on_one_press_source_alone(record):
    high = record[record["confidence"] == "high"]
    alone = high[(high["authority"] != "primary") & ~high["source_ids"].str.contains(";")]
    assert alone["record_id"].tolist() == []


def test_what_was_not_opened_again_is_not_of_high_confidence(record):
    unopened = record[record["note"].str.contains("Not opened again", na=False)]
    assert (unopened["confidence"] != "high").all()


def test_every_vote_has_its_counts_and_the_votes_of_the_two(votes):
    for record_id, numbers in votes.items():
        assert list(numbers)[:3] == ["for", "against", "abstaining"], record_id
        assert all(numbers[name].isdigit() for name in ("for", "against", "abstaining")), record_id
        for state in ("RUS", "CHN"):
            word = numbers[state].partition(" (")[0]
            assert word in {"for", "against", "abstaining", "not named"}, record_id


@pytest.mark.parametrize("record_id, expected", (KOSOVO | ABM | MACEDONIA).items())
def test_the_votes_that_matter_are_there_with_their_counts(votes, record_id, expected):
    numbers = votes[record_id]
    counts = tuple(int(numbers[name]) for name in ("for", "against", "abstaining"))
    states = tuple(numbers[state].partition(" (")[0] for state in ("RUS", "CHN"))
    assert (*counts, *states) == expected


def test_there_is_no_vote_beyond_these(votes):
    assert set(votes) == set(KOSOVO | ABM | MACEDONIA)


@pytest.mark.parametrize("record_id", [*KOSOVO, *MACEDONIA])
def test_the_votes_of_the_council_come_to_fifteen(votes, record_id):
    counts = [int(votes[record_id][name]) for name in ("for", "against", "abstaining")]
    assert sum(counts) == 15


def test_quotations_in_gists_and_notes_have_at_most_ten_words(record):
    for row in record.itertuples():
        for text in (row.gist, row.note):
            for quotation in quoted("" if pd.isna(text) else text):
                assert len(quotation.split()) <= 10, (row.record_id, quotation)


def test_gists_are_short_and_end_as_sentences(record):
    assert (record["gist"].str.split().str.len() <= 50).all()
    assert record["gist"].str.endswith(".").all()


def test_order_and_delivery_of_aircraft_are_rows_of_their_own(record):
    arms = record[record["kind"] == "arms"].set_index("record_id")
    assert {"1990-order", "1991-delivery", "1999-order", "2000-delivery"} <= set(arms.index)
    for record_id, row in arms.iterrows():
        names = [item.partition(": ")[0] for item in ids(row["numbers"].replace("; ", ";"))]
        if record_id.endswith("-order"):
            assert not [name for name in names if "deliver" in name], record_id
        if record_id.endswith("-delivery"):
            assert not [name for name in names if "order" in name], record_id


def test_acts_joined_to_an_event_overlap_it_or_say_why_not(record):
    """Where the days differ, the note names the month or the day of the report."""
    events = sinorus.load("events").set_index("event_id")
    for row in record.dropna(subset=["event_id"]).itertuples():
        event = events.loc[row.event_id]
        if row.start <= event["end"] and event["start"] <= row.end:
            continue
        day, month = event["start"].day, event["start"].month_name()
        assert re.search(rf"\b{day}\b|\b{month}\b", row.note), row.record_id


def test_no_cell_tells_how_the_tables_were_made():
    words = r"\b(?:collectors?|look-ups?|helpers?|adversarial)\b|session of the project"
    for table in ("record", "sources", "clauses", "glossary", "wordings"):
        frame = sinorus.load(table)
        for column in frame.columns[frame.dtypes.astype(str) == "str"]:
            found = frame[frame[column].str.contains(words, na=False, regex=True, case=False)]
            assert found[column].tolist() == [], (table, column)


def test_sources_are_not_listed_twice():
    sources = sinorus.load("sources")
    addresses = sources["url"].dropna().str.replace(r"^https?://(www\.)?", "", regex=True)
    assert addresses[addresses.duplicated(keep=False)].tolist() == []


def test_every_term_of_the_glossary_is_explained_in_twenty_to_sixty_words(seen):
    glossary = sinorus.load("glossary")
    words = glossary["meaning"].str.split().str.len()
    assert glossary.loc[~words.between(20, 60), "term_id"].tolist() == []
    assert glossary["first_session"].isin([f"{number:02d}" for number in range(11)]).all()
    for row in glossary.itertuples():
        assert set(ids(row.source_ids)) <= set(seen), row.term_id


@pytest.mark.parametrize("treaty, articles", [("treaty-1950", 6), ("treaty-2001", 25)])
def test_every_clause_of_the_two_treaties_has_a_row(treaty, articles):
    clauses = sinorus.load("clauses").query("source_id == @treaty")
    expected = ["preamble", *(f"art{number}" for number in range(1, articles + 1))]
    assert sorted(set(clauses["article"])) == sorted(expected)


def test_clauses_that_nobody_read_say_so_and_are_not_quoted():
    clauses = sinorus.load("clauses")
    unread = clauses[clauses["read_in"] == "not read"]
    assert len(unread) and unread["quotation"].isna().all()
    assert unread["note"].notna().all() or unread["gist"].str.contains("read", case=False).all()


def test_the_wordings_have_their_own_name_and_their_sources(seen):
    """What English, Chinese and Russian call the partnership; the table was called terms once."""
    assert "wordings" in tables.table_names() and "terms" not in tables.table_names()
    wordings = sinorus.load("wordings")
    assert len(wordings) >= 20
    for row in wordings.itertuples():
        assert row.attested != "read" or set(ids(row.source_ids)) & set(seen), row.term_id
