"""Footnotes."""

import pytest

import sinorus
from sinorus import SinorusError


def test_a_printed_report():
    assert (
        sinorus.cite("miller-2002 p10.3")
        == 'H. Lyman Miller, "The Limits of Chinese-Russian Strategic Collaboration," Strategic'
        " Insight (2 September 2002), ¶10.3."
    )


def test_what_is_inferred_stands_in_brackets():
    note = sinorus.cite("yu-2000 c28")
    assert "Comparative Connections [2, no. 2] ([July 2000]), c28." in note
    assert sinorus.cite("monitor-2000 ¶1").startswith('[Jamestown Foundation], "[Meeting of')
    assert "Monitor 6, no. 14" in sinorus.cite("monitor-2000 ¶1")


def test_several_passages_of_one_report_share_a_note():
    assert sinorus.cite(["yu-2000 ¶3", "yu-2000 c4", "yu-2000 p3"]).count("Yu Bin") == 1
    assert sinorus.cite(["yu-2000 ¶3", "yu-2000 c4"]).endswith("¶3, c4.")
    assert sinorus.cite(["yu-2000 ¶3", "yu-1999 ¶3"]).count("; ") == 1


def test_rows_of_tables():
    mentions, events, reports = (
        sinorus.load("mentions"),
        sinorus.load("events"),
        sinorus.load("reports"),
    )
    row = mentions.iloc[0]
    assert (
        sinorus.cite(row)
        == sinorus.cite(row["locator"])
        == sinorus.cite(row.to_dict())
        == sinorus.cite(mentions.head(1))
    )
    event = events[events["n_reports"] > 1].iloc[0]
    note = sinorus.cite(event)
    assert note == sinorus.cite(event["event_id"])
    for locator in mentions.loc[mentions["event_id"] == event["event_id"], "locator"]:
        assert locator.split(" ")[1] in note
    assert sinorus.cite(reports.iloc[0]) == sinorus.cite("yu-1999")
    assert sinorus.cite(sinorus.passages().iloc[3]).endswith(".")


def test_an_act_of_the_record_is_cited_by_its_sources():
    note = sinorus.cite("record 1999")
    assert note.startswith("SIPRI") or "SIPRI" in note
    assert note == sinorus.cite("(record 1999)") == sinorus.cite("1999-order")
    record = sinorus.load("record").set_index("record_id", drop=False)
    assert note == sinorus.cite(record.loc["1999-order"])
    both = sinorus.cite(["yu-1999 c4", "record 1999"])
    assert both.startswith("Yu Bin") and both.endswith(note)


def test_an_outside_source_is_cited_with_its_article():
    note = sinorus.cite("treaty-2001 art9")
    assert "(16 July 2001), art9, https://worldjpn" in note
    assert sinorus.cite("goldstein-1992").endswith("not seen for this course.")
    with pytest.raises(SinorusError):
        sinorus.cite("treaty-2001 art99")
    with pytest.raises(SinorusError, match="no act"):
        sinorus.cite("record 3 March 1992")


def test_every_locator_can_be_cited():
    reports = (
        sinorus.passages()["locator"].tolist()[::9] + sinorus.entries()["locator"].tolist()[::9]
    )
    for locator in reports:
        assert sinorus.cite(locator).endswith(("," + " " + locator.split(" ")[1] + ".", "/."))


@pytest.mark.parametrize(
    "wrong, message",
    [
        ("yu-2000 ¶99", "no passage"),
        ("yu-2001", "not a locator"),
        ("1999-12-31-z", "no event"),
        (5, "takes a locator"),
        (None, "takes a locator"),
        ([], "takes a locator"),
        ({"word": "x"}, "neither a locator"),
    ],
)
def test_what_cannot_be_cited(wrong, message):
    with pytest.raises(SinorusError, match=message):
        sinorus.cite(wrong)


def test_many_rows():
    with pytest.raises(SinorusError, match="takes one row"):
        sinorus.cite(sinorus.load("mentions"))
