"""Edges at which a tired change goes wrong, by room: each was once changed on purpose."""

import datetime as dt

import altair as alt
import pandas as pd
import pytest

import sinorus
from sinorus import DateError, SinorusError
from sinorus.locators import find, parse, parse_all
from sinorus.look_up import cited
from sinorus.plain_words import day
from sinorus.reading.parsing import parse_report
from sinorus.teaching import amounts, answers, essays, pieces, progress, store
from sinorus.teaching import check as checking
from sinorus.teaching.drawn import chart, chart_needs
from sinorus.teaching.exercise import Exercise, Open

HEAD = "A Title\n\nby A. Reader\n\nA first paragraph stands here, long enough to be one.\n\n"


# --- reading --------------------------------------------------------------------------------------


def test_order_is_told_against_the_latest_entry_so_far():
    text = HEAD + "Chronology January-March 2000\n\nMar. 1, 2000: One.\n\nJan. 5, 2000: Two.\n\n"
    entries = parse_report(text + "Feb. 1, 2000: Three.\n").entries
    assert [entry.flags for entry in entries] == [(), ("out_of_order",), ("out_of_order",)]


def test_a_winter_may_run_over_a_century():
    assert sinorus.parse_date("winter 1999-00").end == dt.date(2000, 2, 29)
    assert sinorus.parse_date("winter 1998-99").end == dt.date(1999, 2, 28)
    with pytest.raises(DateError):
        sinorus.parse_date("winter 1999-01")


def test_prose_that_begins_with_for_is_no_footer():
    said = "For the first time Putin agreed to visit China, and to go to Beijing."
    assert said in [passage.text for passage in parse_report(HEAD + said).passages]


def test_a_list_of_one_open_item_takes_no_new_sentence():
    text = HEAD + "They agreed on:\n- trade\n\nThe two sides met again in the autumn.\n"
    texts = [passage.text for passage in parse_report(text).passages]
    assert texts[-2:] == ["trade", "The two sides met again in the autumn."]


def test_a_list_whose_items_are_partly_closed_takes_its_rest():
    text = HEAD + "They agreed on:\n- more trade.\n- loans\n- and the\n\nBorder was marked.\n"
    texts = [passage.text for passage in parse_report(text).passages]
    assert texts[-1] == "and the Border was marked."


def test_the_quarter_of_a_period_that_does_not_end_with_it():
    text = HEAD + "Chronology April-May 2000\n\nMay 4, 2000: They met.\n"
    assert parse_report(text).report_id == "reader-2000q2"


def test_a_heading_that_heads_nothing_is_set_aside_and_not_lost():
    report = parse_report(
        HEAD + "A Lonely Heading\n\nAnother Heading\n\nA paragraph, at last, here.\n"
    )
    aside = [(kind, text) for _, kind, text in report.meta["set_aside"]]
    assert ("heading", "A Lonely Heading") in aside
    assert report.passages[-1].section == "Another Heading"


# --- measures -------------------------------------------------------------------------------------


def test_the_mirrored_direction_has_the_roles_of_its_own_sides():
    events = sinorus.load("events")
    one = events[events["reciprocal"] & events["target"].notna()].head(1)
    one = one.assign(source="CHN", target="RUS", source_role="GOV", target_role="MIL")
    there, back = sinorus.dyads(one).itertuples()
    assert (there.source_role, there.target_role) == ("GOV", "MIL")
    assert (back.source, back.source_role, back.target_role) == ("RUS", "MIL", "GOV")


def test_a_score_of_zero_is_no_conflict():
    events = sinorus.load("events").head(2).assign(plover_score=[0.0, -1.0], issue=["a", "b"])
    shares = sinorus.cooperation(events, "issue", scale="plover").set_index("issue")
    assert shares["conflict_share"].tolist() == [0.0, 1.0]


def test_acts_without_a_value_have_a_group_of_their_own():
    events = sinorus.load("events")
    groups = sinorus.cooperation(events, "third_party")
    assert groups["n"].sum() == len(events)
    assert groups["third_party"].isna().sum() == 1


def test_fleiss_needs_judgements_without_gaps():
    codings = pd.DataFrame(
        {"coder_id": list("abcabcab"), "locator": list("xxxyyyzz"), "code": list("11221122")}
    )
    assert "Fleiss' kappa" not in set(sinorus.agreement(codings, "code")["measure"])
    assert "Fleiss' kappa" in set(sinorus.agreement(codings.head(6), "code")["measure"])


def test_a_missing_code_is_a_missing_judgement():
    codings = sinorus.load("codings")
    codings.loc[codings.index[5], "cameo_code"] = pd.NA
    assert len(sinorus.agreement(codings, "cameo_code"))


def test_sources_of_gdelt_are_reports_and_mentions_passages():
    events = sinorus.load("events")
    told = events[events["n_mentions"] > events["n_reports"]].head(3)
    gdelt = sinorus.to_gdelt(told)
    assert (gdelt["NumMentions"] > gdelt["NumSources"]).all()


# --- answers --------------------------------------------------------------------------------------


def test_what_stands_apart_may_not_tie_with_part_of_a_tie(monkeypatch):
    one = Exercise("T.e", "t", "order", "A < B < C", "Yes.", (), "p", "f", because="yu-1999 c7")
    monkeypatch.setitem(checking.COURSE, "T.e", one)
    assert sinorus.check("T.e", "A = B < C").state == "wrong"
    assert sinorus.check("T.e", "A < B < C").state == "right"


def test_numbers_at_the_edges():
    assert amounts.number("0,360") == 0.36
    assert amounts.number("10,360") == 10360
    within = Exercise("T", "t", "date", "", "", (), "p", "f", within="2000-01")
    assert amounts.date(31, within) == dt.date(2000, 1, 31)
    assert amounts.date(1, within) == dt.date(2000, 1, 1)
    for wrong in (0, 32, "32"):
        with pytest.raises(pieces.Unreadable):
            amounts.date(wrong, within)
    with pytest.raises(pieces.Unreadable):
        amounts.month("April-May 2000")


def test_a_table_of_one_column_gives_that_column():
    assert pieces.parts(pd.DataFrame({"x": ["a", "b"]})) == ["a", "b"]


def test_codes_of_two_to_four_digits():
    read = answers.codes(["yu-1999 c4 0831", "yu-1999 c5 04", "yu-1999 c6 042"])
    assert list(read.values()) == ["0831", "04", "042"]


def test_a_title_of_three_words_is_one():
    bars = alt.Chart(pd.DataFrame({"a": [1]})).mark_bar().encode(x="a:Q")
    needs = chart_needs("bar", {"x": "a"})
    assert needs(chart(bars.properties(title="Acts by year"))) == []
    assert needs(chart(bars.properties(title="By year"))) != []


# --- essays and locators --------------------------------------------------------------------------


QUESTION = Open("T.open", "t", ("A claim.", "An answer."), "MODEL", (), words=40)


def test_a_long_essay_with_a_wide_vocabulary_is_no_filler():
    words = [f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(90)]
    said = [
        f"The {words[n % 90]} {words[(7 * n) % 90]} and {words[(n * n) % 90]}." for n in range(90)
    ]
    text = " ".join(said) + " So it is (yu-2000 c8, yu-2000 c19)."
    assert essays.look(QUESTION, text, "yu-2000 c8").state == "ready"


def test_one_passage_speaks_against_not_two():
    text = "Trade and arms went on all the time, as both lists say (yu-2000 c19, yu-1999 c1). " * 1
    text += "Yet the mood at the top was cool in that spring, and plans were put off again. " + (
        "I weigh these two and think that deeds count for more than the tone of one season does."
    )
    assert essays.look(QUESTION, text, "yu-2000 c19 and yu-1999 c1").state == "unfinished"
    assert essays.look(QUESTION, text, "yu-2000 c19").state == "ready"


def test_a_sentence_may_end_inside_marks():
    assert len(essays.sentences('He said "no." It rose. (So it was.) Then it fell.')) == 4


@pytest.mark.parametrize("typed", ["yu-2000 C31", "yu-2000 Entry 31", "YU-2000 ENTRY 31"])
def test_a_capital_sign_is_the_same_sign(typed):
    assert parse(typed) == "yu-2000 c31"


def test_an_open_range_is_none_and_prose_ends_one():
    with pytest.raises(SinorusError):
        parse_all("yu-2000 c8 to")
    assert find("yu-2000 c8 to 40 acts", ["yu-2000"]) == (["yu-2000 c8"], [])
    assert find("yu-2000 c8-10", ["yu-2000"])[0] == ["yu-2000 c8", "yu-2000 c9", "yu-2000 c10"]


def test_an_act_s_id_may_be_written_with_capitals():
    assert cited("(1999-06-10-Vote)") == (["1999-06-10-vote"], [])


# --- the rest -------------------------------------------------------------------------------------


def test_a_passage_named_twice_is_noted_once():
    assert sinorus.cite(["yu-2000 p12", "yu-2000 ¶12"]).count("¶12") == 1


def test_what_was_ready_is_not_undone_by_a_worse_try(monkeypatch):
    monkeypatch.setattr(store, "_held", {})
    progress.remember("01.7", "ready", "a good one")
    progress.remember("01.7", "unfinished", "a worse one")
    kept = progress.record("01.7")
    assert (kept["state"], kept["answer"]) == ("ready", "a good one")


def test_days_over_new_year_keep_both_years():
    row = pd.DataFrame(
        {
            "event_id": ["1998-12-27-a"],
            "start": [pd.Timestamp("1998-12-27")],
            "end": [pd.Timestamp("1999-01-02")],
            "precision": ["day_range"],
        }
    )
    assert day(next(row.itertuples())) == "27 December 1998 to 2 January 1999"
