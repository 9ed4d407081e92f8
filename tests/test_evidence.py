"""The tables of evidence: every locator, source and quotation leads somewhere, and the arithmetic
holds.
"""

import re

import pandas as pd
import pytest

import sinorus
from sinorus.reading.cleaning import clean_text

#: table: columns that hold one or more locators.
LOCATED = {
    "claims": ["locators", "fate_locators"],
    "disputes": ["locators", "other_locators"],
    "figures": ["locator"],
    "wordings": ["locators"],
    "record": ["bears_on"],
    "plans": ["locators"],
    "names": ["locator"],
    "mentions": ["locator"],
    "events": ["outcome_locator"],
    "codings": ["locator"],
}
#: table: columns that name outside sources.
SOURCED = {
    "disputes": ["source_ids"],
    "people": ["source_ids"],
    "wordings": ["source_ids"],
    "record": ["source_ids"],
    "plans": ["source_ids", "outcome_source_ids"],
    "glossary": ["source_ids"],
    "clauses": ["source_id"],
}


def listed(frame, column):
    """All values of a column in which several may stand, separated by semicolons."""
    return frame[column].dropna().str.split(";").explode()


@pytest.fixture(scope="module")
def locators():
    return set(sinorus.passages()["locator"]) | set(sinorus.entries()["locator"])


@pytest.mark.parametrize(
    "table, column", [(table, column) for table, columns in LOCATED.items() for column in columns]
)
def test_every_locator_is_a_passage(table, column, locators):
    found = listed(sinorus.load(table), column)
    assert len(found) and sorted(set(found) - locators) == []


@pytest.mark.parametrize(
    "table, column", [(table, column) for table, columns in SOURCED.items() for column in columns]
)
def test_every_source_is_in_sources(table, column):
    known = set(sinorus.load("sources")["source_id"])
    found = listed(sinorus.load(table), column)
    assert len(found) and sorted(set(found) - known) == []


def test_figures_are_checked_against_known_sources():
    known = set(sinorus.load("sources")["source_id"]) | set(sinorus.load("trade")["trade_id"])
    figures = sinorus.load("figures")
    assert sorted(set(listed(figures, "check_source_ids")) - known) == []
    checked = figures["verdict"] != "unchecked"
    assert (
        figures.loc[checked, "check_value"].notna() | figures.loc[checked, "note"].notna()
    ).all()
    assert (figures["value_high"].isna() | (figures["value_high"] >= figures["value"])).all()


def test_nothing_rests_on_what_nobody_saw():
    """A better attested reading of high confidence has a source of which at least the opening was
    read, or passages of the reports.
    """
    seen = set(sinorus.load("sources").query("extent_seen != 'not seen'")["source_id"])
    for row in (
        sinorus.load("disputes")
        .query("confidence == 'high' and kind in ['error', 'omission']")
        .itertuples()
    ):
        sources = [] if pd.isna(row.source_ids) else row.source_ids.split(";")
        assert set(sources) & seen or pd.notna(row.other_locators), row.dispute_id


def test_unseen_sources_have_no_day_of_reading():
    sources = sinorus.load("sources")
    assert (sources["read_on"].isna() == (sources["extent_seen"] == "not seen")).all()
    clauses = sinorus.load("clauses").merge(sources, on="source_id")
    assert (clauses.loc[clauses["read_in"] == "text", "extent_seen"] != "not seen").all()


def test_quotations_are_short():
    quotations = sinorus.load("clauses")["quotation"].dropna()
    assert len(quotations) and (quotations.str.split().str.len() <= 10).all()
    for table in ("claims", "disputes", "figures", "wordings", "events", "mentions", "plans"):
        frame = sinorus.load(table)
        for column in frame.columns[frame.dtypes.astype(str) == "str"]:
            for text in frame[column].dropna():
                for quotation in re.findall(r"\"([^\"]+)\"|“([^”]+)”", text):
                    assert len("".join(quotation).split()) <= 10, (table, text[:80])


def test_quoted_fragments_of_the_reports_are_in_them(originals):
    texts = dict(sinorus.passages(originals)[["locator", "text"]].to_numpy())
    entries = sinorus.entries(originals)
    texts |= dict(zip(entries["locator"], entries["date_as_printed"] + ": " + entries["text"]))

    def squeezed(text):
        return re.sub(r"[^\w$%]+", " ", clean_text(text)).lower().strip()

    for row in sinorus.load("disputes").itertuples():
        places = [
            *row.locators.split(";"),
            *([] if pd.isna(row.other_locators) else row.other_locators.split(";")),
        ]
        there = " | ".join(squeezed(texts[place]) for place in places)
        for quotation in re.findall(r"\"([^\"]+)\"", clean_text(row.said)):
            assert squeezed(quotation) in there, (row.dispute_id, quotation)
    for row in sinorus.load("figures").itertuples():
        assert squeezed(row.as_printed) in squeezed(texts[row.locator]), (
            row.figure_id,
            row.as_printed,
        )


def test_ids_count_up_in_the_order_of_the_reports():
    for table, column in (("claims", "claim_id"), ("figures", "figure_id")):
        frame = sinorus.load(table)
        parts = frame[column].str.extract(r"(.+?)(?:#|-n)(\d+)$")
        for _, numbers in parts.groupby(0)[1]:
            assert numbers.astype(int).tolist() == list(range(1, len(numbers) + 1))


def test_claims_stand_in_their_report_and_fates_in_later_ones():
    claims = sinorus.load("claims")
    order = sinorus.load("reports")["report_id"].tolist()
    for row in claims.itertuples():
        assert {place.split(" ")[0] for place in row.locators.split(";")} == {row.report_id}, (
            row.claim_id
        )
        assert (row.fate == "silent") == pd.isna(row.fate_locators), row.claim_id
        assert pd.notna(row.layer) == (row.report_id == "gpr-web"), row.claim_id
        if pd.notna(row.fate_locators) and row.report_id != "gpr-web":
            later = {place.split(" ")[0] for place in row.fate_locators.split(";")}
            assert all(order.index(report) > order.index(row.report_id) for report in later), (
                row.claim_id
            )
    assert set(claims["report_id"]) == set(order)


def test_all_authors_are_read_alike():
    """Each report has claims in about the same measure: none is spared, none is singled out."""
    words = sinorus.load("word_counts").groupby("report_id")["count"].sum()
    density = sinorus.load("claims").groupby("report_id").size() / words * 1000
    assert density.max() / density.min() < 5


# --- trade ---------------------------------------------------------------------------------------


def test_trade_adds_up():
    """Where both directions and their sum are given for one period by one side, they agree within
    rounding.
    """
    trade = sinorus.load("trade")
    pairs = (
        trade[trade["reporting_side"].str.contains("customs")]
        .pivot_table(
            index=["period_start", "period_end"],
            columns="flow",
            values="value_usd_bn",
            aggfunc="first",
        )
        .dropna(subset=["total", "cn_to_ru", "ru_to_cn"])
    )
    assert len(pairs) >= 3
    assert ((pairs["cn_to_ru"] + pairs["ru_to_cn"] - pairs["total"]).abs() <= 0.06).all()


def test_reported_changes_follow_from_the_levels():
    """The change that a source reports is, within rounding, the one between two yearly totals."""
    trade = sinorus.load("trade").query("flow == 'total' and confidence == 'high'")
    yearly = trade[(trade["period_start"].dt.month == 1) & (trade["period_end"].dt.month == 12)]
    yearly = yearly.set_index(yearly["period_start"].dt.year)
    assert yearly.index.is_unique and yearly.index.tolist() == [1997, 1998, 1999, 2000, 2001, 2002]
    change = (yearly["value_usd_bn"] / yearly["value_usd_bn"].shift() - 1) * 100
    assert abs(change[1998] - -10.5) < 0.1 and abs(change[1999] - 4.4) < 0.1
    reported = yearly["change_pct_as_reported"].dropna()
    assert len(reported) and all(abs(change[year] - value) < 1 for year, value in reported.items())


def test_the_report_s_figures_of_trade_are_the_outside_ones():
    """yu-1999 gives the level and the fall of 1998; both follow from customs figures."""
    total = sinorus.load("trade").set_index("trade_id")["value_usd_bn"]
    figures = sinorus.load("figures")
    told = figures[figures["locator"].eq("yu-1999 ¶3")]
    assert (told["value"] == total["total-1998"]).any()
    fall = (1 - total["total-1998"] / total["total-1997"]) * 100
    assert told["value"].sub(fall).abs().lt(0.1).any()


# --- coders --------------------------------------------------------------------------------------


def test_every_coder_coded_every_entry():
    codings, entries = sinorus.load("codings"), set(sinorus.entries()["locator"])
    coders = sinorus.load("coders")
    assert set(codings["coder_id"]) == set(coders["coder_id"])
    assert (coders["kind"].isin(["human", "language model", "rule"])).sum() >= 3
    for coder, own in codings.groupby("coder_id"):
        assert set(own["locator"]) == entries, coder
        for _, units in own.groupby("locator")["unit"]:
            assert sorted(units) == list(range(1, len(units) + 1)), coder


def test_codes_are_three_digits_of_the_scheme():
    cameo = sinorus.load("cameo")["cameo_code"]
    assert sinorus.load("codings")["cameo_code"].isin(cameo[cameo.str.len() == 3]).all()


def test_the_settled_codes_are_those_of_events():
    """The rows of 'course' are the events whose status in the entry is not only that of a planned
    act.
    """
    codings = sinorus.load("codings").query("coder_id == 'course'")
    told = sinorus.load("mentions").merge(sinorus.load("events"), on="event_id")
    for row in codings.itertuples():
        own = told[told["locator"] == row.locator]
        assert (
            (own["cameo_code"] == row.cameo_code)
            & (own["source"] == row.source)
            & (own["sign"] == row.sign)
        ).any(), row.locator


def test_rule_codes_can_be_made_again():
    import rule_coder

    made = rule_coder.code(sinorus.entries())
    stored = sinorus.load("codings").query("coder_id == 'rules'")
    columns = ["locator", "unit", "source", "target", "cameo_code", "sign"]
    assert (
        made[columns].fillna("").astype(str).values.tolist()
        == stored[columns].fillna("").astype(str).values.tolist()
    )


def test_coders_say_that_agreement_is_not_reliability():
    text = sinorus.describe("codings").iloc[0]["meaning"]
    assert "consistency" in text and "reliability" in text
