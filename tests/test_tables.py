"""The data package: valid by its own schema, keys and locators resolved, derived columns
recomputed.
"""

import csv
import json
import re

import frictionless
import pandas as pd
import pytest

import sinorus
from sinorus import SinorusError, tables
from sinorus.paths import data_file

TABLES = tables.table_names()


@pytest.fixture(scope="module")
def package():
    return json.loads(data_file("datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def locators():
    return set(sinorus.passages()["locator"]) | set(sinorus.entries()["locator"])


def test_frictionless_finds_nothing():
    """Types, allowed values, patterns, primary and foreign keys of every table."""
    frictionless.system.trusted = True
    report = frictionless.Package(str(data_file("datapackage.json"))).validate()
    assert report.valid, report.flatten(["taskName", "rowNumber", "fieldName", "note"])[:20]
    assert len(report.tasks) == len(TABLES)


def test_frictionless_would_find_something(tmp_path, package):
    """The validation can fail: one wrong value in a copy is found."""
    frictionless.system.trusted = True
    resource = next(r for r in package["resources"] if r["name"] == "plover")
    text = data_file("plover.csv").read_text(encoding="utf-8").replace(",1,verbal", ",7,verbal", 1)
    (tmp_path / "plover.csv").write_text(text, encoding="utf-8")
    report = frictionless.Resource(
        {**resource, "path": "plover.csv"}, basepath=str(tmp_path)
    ).validate()
    assert not report.valid


@pytest.mark.parametrize("name", TABLES)
def test_schema_is_a_codebook(package, name):
    resource = next(r for r in package["resources"] if r["name"] == name)
    fields = [*resource["schema"]["fields"], *resource.get("derived", [])]
    assert len(resource["description"]) > 80
    for field in fields:
        assert len(field["description"]) >= 8, field["name"]
        assert field["description"].endswith("."), field["name"]
        if "meanings" in field:
            assert field["constraints"]["enum"] == list(field["meanings"])


@pytest.mark.parametrize("name", TABLES)
def test_files_are_plain_csv(name):
    raw = data_file(f"{name}.csv").read_bytes()
    assert b"\r" not in raw and not raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\n")
    rows = list(csv.reader(raw.decode("utf-8").splitlines()))
    assert all(len(row) == len(rows[0]) for row in rows)
    assert all(cell == cell.strip() for row in rows for cell in row)


@pytest.mark.parametrize("name", TABLES)
def test_load_gives_types_and_a_fresh_copy(package, name):
    frame = sinorus.load(name)
    resource = next(r for r in package["resources"] if r["name"] == name)
    for field in resource["schema"]["fields"]:
        kind = str(frame[field["name"]].dtype)
        expected = {
            "date": "datetime64",
            "integer": "Int64",
            "number": "Float64",
            "boolean": "boolean",
            "string": "str",
        }[field["type"]]
        assert kind.startswith(expected), field["name"]
    columns = list(frame.columns)
    frame["new"] = 1
    frame.iloc[:, 0] = pd.NA
    assert (
        list(sinorus.load(name).columns) == columns and sinorus.load(name).iloc[:, 0].notna().all()
    )


@pytest.mark.parametrize("name", TABLES)
def test_describe_has_every_column_once(name):
    codebook = sinorus.describe(name)
    assert codebook["column"].tolist()[1:] == list(sinorus.load(name).columns)
    assert codebook["meaning"].str.len().min() >= 8
    assert codebook.iloc[0]["type"] == f"{len(sinorus.load(name))} rows"
    longest = codebook["meaning"].iloc[0]
    assert longest[-60:].split("&")[0][:20] in codebook._repr_html_()


def test_derived_columns_are_described_as_such():
    derived = sinorus.describe("events").query("made == 'derived'")["column"].tolist()
    assert derived[:7] == [
        *("cameo_root", "cameo_label", "quad_class", "goldstein", "plover_score"),
        *("n_mentions", "n_reports"),
    ]
    assert derived[7] == "told_by"
    assert derived[-5:] == ["between_the_two", "what", "about", "when", "year"]


def test_a_beginner_filters_by_plain_words(events, mentions):
    """The columns in words agree with the codes behind them."""
    told = mentions.groupby("event_id")["report_id"].agg(set)
    for row in events.itertuples():
        reports = set(row.told_by.split(", "))
        assert reports == told[row.event_id]
        assert {
            report
            for report in ("yu-1999", "monitor-2000", "yu-2000", "miller-2002", "gpr-web")
            if getattr(row, f"in_{report.replace('-', '_')}")
        } == reports
        assert row.what == row.gist
        assert bool(row.about) == isinstance(row.third_party, str)
        assert str(row.year) in row.when or row.year < row.end.year
        assert row.year == row.start.year
    two = events[events["between_the_two"]]
    assert set(two["source"]) | set(two["target"]) == {"CHN", "RUS"}
    assert not set(two["source_role"]) & {"MED", "EDU", "CVL", "BUS"}
    assert len(two) >= 60


@pytest.mark.parametrize(
    "event_id, words",
    [
        ("1999-05-10-a", "10 May 1999"),
        ("1999-02-24-a", "24 to 27 February 1999"),
        ("1999-05-a", "after 8 May 1999, day unknown"),
        ("1999-d", "before 8 May 1999, day unknown"),
        ("2000-04-c", "between 1 April 2000 and 10 June 2000, day unknown"),
        ("1996-04-a", "April 1996"),
        ("1956-a", "1956 to 1960"),
        ("2000-04-a", "second quarter of 2000"),
        ("1999-12-a", "early December 1999"),
    ],
)
def test_a_day_in_words(events, event_id, words):
    assert events.set_index("event_id").loc[event_id, "when"] == words


def test_passages_and_entries_are_those_of_the_editions():
    """The stored tables are what the editions give: else run python tools/build_tables.py."""
    import build_tables

    for name in ("passages", "entries"):
        stored = sinorus.load(name).drop(columns="gist")
        for column in ("start", "end"):
            if column in stored:
                stored[column] = stored[column].dt.strftime("%Y-%m-%d")
        made = [{key: str(value) for key, value in row.items()} for row in build_tables.rows(name)]
        assert stored.fillna("").astype(str).to_dict("records") == made


@pytest.mark.parametrize("wrong", ["evnts", "Events", "", None, 3, "events.csv", "../reports"])
def test_unknown_tables(wrong):
    for function in (sinorus.load, sinorus.describe):
        with pytest.raises(
            SinorusError, match="The tables are: reports, passages, entries, sources"
        ):
            function(wrong)


def test_a_near_miss_gets_a_hint():
    with pytest.raises(SinorusError, match='Did you mean "events"'):
        sinorus.load("evnts")


@pytest.mark.parametrize(
    "damage, message",
    [
        (lambda text: text.replace("plover_event,", "event,", 1), "its columns are"),
        (lambda text: text.replace(",2.5,", ",two,", 1), "cannot be read"),
        (lambda text: "", "cannot be read"),
    ],
)
def test_a_damaged_file_says_so(tmp_path, monkeypatch, damage, message):
    text = data_file("plover.csv").read_text(encoding="utf-8")
    (tmp_path / "plover.csv").write_text(damage(text), encoding="utf-8")
    monkeypatch.setattr(
        tables,
        "data_file",
        lambda name: tmp_path / name if name == "plover.csv" else data_file(name),
    )
    with pytest.raises(SinorusError, match=message):
        tables._read("plover")


# --- events and mentions -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def events():
    return sinorus.load("events")


@pytest.fixture(scope="module")
def mentions():
    return sinorus.load("mentions")


def test_every_locator_is_a_passage(events, mentions, locators):
    assert set(mentions["locator"]) <= locators
    assert set(events["outcome_locator"].dropna()) <= locators


def test_every_chronology_entry_has_an_event_of_its_date(events, mentions):
    entries = sinorus.entries()
    told = mentions.merge(events, on="event_id", suffixes=("", "_event"))
    for entry in entries.itertuples():
        own = told[told["locator"] == entry.locator]
        assert ((own["start"] == entry.start) & (own["end"] == entry.end)).any(), entry.locator


def test_every_event_is_mentioned_and_every_mention_has_its_event(events, mentions):
    assert set(events["event_id"]) == set(mentions["event_id"])


def test_event_ids_tell_the_start(events):
    for row in events.itertuples():
        stem = row.event_id.rsplit("-", 1)[0]
        start = row.start.date().isoformat()
        assert start.startswith(stem.replace("X", "0")), row.event_id
    assert events["start"].is_monotonic_increasing


def test_dates_agree_with_edtf(events):
    assert (events["end"] >= events["start"]).all()
    for row in events.itertuples():
        first, _, last = row.edtf.rstrip("?~%").partition("/")
        if re.fullmatch(r"\d{4}-\d\d-\d\d", first):
            assert (
                first == row.start.date().isoformat()
                and (last or first) == row.end.date().isoformat()
            ), row.event_id
        elif re.fullmatch(r"\d{4}(-(0\d|1[0-2]))?", first) and row.precision in {"month", "year"}:
            assert (
                row.start == pd.Period(first).start_time
                and row.end == pd.Period(last or first).end_time.normalize()
            ), row.event_id
        if row.precision == "day":
            assert row.start == row.end, row.event_id


def test_links_lead_to_other_events(events):
    links = events.dropna(subset=["about_event_id"])
    assert set(links["about_event_id"]) <= set(events["event_id"])
    assert (links["about_event_id"] != links["event_id"]).all()
    # An act that is spoken of beforehand says what became of it.
    planned = events[events["event_id"].isin(mentions_of("announced"))]
    assert planned["outcome"].notna().all(), planned[planned["outcome"].isna()]["event_id"].tolist()


def mentions_of(status):
    told = sinorus.load("mentions").groupby("event_id")["status"].agg(set)
    return told[told == {status}].index


def test_codes_are_three_digits_of_the_scheme(events):
    cameo = sinorus.load("cameo").set_index("cameo_code")
    assert events["cameo_code"].isin(cameo.index[cameo.index.str.len() == 3]).all()


def test_plover_modes_belong_to_their_events(events):
    known = set(
        map(tuple, sinorus.load("plover")[["plover_event", "plover_mode"]].fillna("").to_numpy())
    )
    assert set(map(tuple, events[["plover_event", "plover_mode"]].fillna("").to_numpy())) <= known


def test_several_actors_stand_in_alphabetical_order(events):
    for column in ("source", "target", "third_party"):
        for value in events[column].dropna():
            actors = value.split(";")
            assert actors == sorted(set(actors)), value


def test_joint_acts_are_reciprocal(events):
    assert events.loc[events["cameo_code"].eq("057") & events["target"].notna(), "reciprocal"].all()
    assert not events.loc[events["cameo_code"].isin(["042", "043"]), "reciprocal"].any()


def test_four_turning_points(events):
    labels = events["turning_point"].dropna()
    assert [label[:4] for label in labels] == ["1996", "1999", "2000", "2001"]
    assert [str(start.year) for start in events.loc[labels.index, "start"]] == [
        "1996",
        "1999",
        "2000",
        "2001",
    ]


def test_derived_columns(events, mentions):
    """Recomputed here by another way than `load` takes."""
    cameo = {
        row["cameo_code"]: row
        for row in csv.DictReader(data_file("cameo.csv").read_text(encoding="utf-8").splitlines())
    }
    plover = {
        (row["plover_event"], row["plover_mode"]): row["plover_score"]
        for row in csv.DictReader(data_file("plover.csv").read_text(encoding="utf-8").splitlines())
    }
    for row in events.itertuples():
        code = cameo[row.cameo_code]
        own = mentions[mentions["event_id"] == row.event_id]
        assert (row.cameo_root, row.cameo_label, str(row.quad_class)) == (
            code["root_code"],
            code["label"],
            code["quad_class"],
        )
        assert row.goldstein == float(code["goldstein"])
        mode = "" if pd.isna(row.plover_mode) else row.plover_mode
        assert row.plover_score == float(plover[row.plover_event, mode])
        assert (row.n_mentions, row.n_reports) == (
            len(own),
            own["locator"].str.split(" ").str[0].nunique(),
        )


def test_printed_dates_are_printed(originals, mentions):
    """What a mention gives as the printed date stands in the passage of the original."""
    texts = dict(sinorus.passages(originals)[["locator", "text"]].to_numpy())
    entries = sinorus.entries(originals)
    texts |= dict(zip(entries["locator"], entries["date_as_printed"] + ": " + entries["text"]))
    for row in mentions.dropna(subset=["date_as_printed"]).itertuples():
        assert sinorus.reading.cleaning.clean_text(row.date_as_printed) in texts[row.locator], (
            row.locator,
            row.date_as_printed,
        )


def test_dated_mentions_say_how(mentions):
    assert mentions.loc[mentions["date_as_printed"].notna(), "date_type"].notna().all()


def test_scores_are_those_of_the_reference():
    """Facts known from GDELT's records: 43 distinct values; five codes without a score; signs cross
    inside roots 01 and 02.
    """
    cameo = sinorus.load("cameo")
    assert cameo["goldstein"].nunique() == 43 and (
        cameo["goldstein"].min(),
        cameo["goldstein"].max(),
    ) == (-10, 10)
    assert cameo.loc[cameo["goldstein"].isna(), "cameo_code"].tolist() == [
        "155",
        "176",
        "1834",
        "1951",
        "1952",
    ]
    scores = cameo.set_index("cameo_code")["goldstein"]
    assert scores[["016", "018", "024", "046", "057", "163"]].tolist() == [
        -2.0,
        3.4,
        -0.3,
        7.0,
        8.0,
        -8.0,
    ]
    assert len(cameo) == 316


def test_reports_are_ordered_by_what_is_known_of_their_dates():
    reports = sinorus.load("reports")
    assert (reports["published_start"] <= reports["published_end"]).all()
    assert (reports["period_start"] <= reports["period_end"]).all()
    assert reports["published_start"].is_monotonic_increasing
    # What is inferred stands in brackets wherever it is cited.
    inferred = ~reports["published_known"].str.startswith("Printed")
    assert (reports["published_cited"].str.startswith("[") == inferred).all()


def test_the_visit_that_would_not_come_can_be_read_from_mentions(mentions):
    """Putin's journey to Beijing of July 2000, from mentions alone: expected, denied a date,
    reduced, confirmed, in order of knowledge.
    """
    visit = mentions[mentions["event_id"] == "2000-07-18-a"]
    told_before = visit[visit["report_id"] == "yu-2000"]
    assert set(told_before["status"]) == {"announced"}
    known = told_before.dropna(subset=["known_on"]).sort_values("known_on", kind="stable")
    assert known["known_on"].dt.strftime("%m-%d").unique().tolist() == [
        "04-12",
        "04-13",
        "04-25",
        "05-31",
        "06-29",
    ]
    assert {"July 18", "July 18-19"} <= set(known["date_as_printed"].dropna())
    # The report of 2002 has the visit as done, in a year that the others rule out.
    later = visit[visit["report_id"] == "miller-2002"]
    assert set(later["status"]) == {"done"} and set(later["wording"]) == {"contradicts"}
