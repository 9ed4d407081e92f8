"""The horizon: nothing later is shown, what is locked stays, the score is the published one."""

import datetime as dt
import html
import json
import multiprocessing
import os
import re
import signal
import time

import ipywidgets
import pandas as pd
import pytest

import sinorus
from sinorus.known import announced_by, happened_by
from sinorus.teaching import forecasts, store
from sinorus.teaching.forecasts import END, QUESTIONS, STOPS
from sinorus.teaching.sureness import in_words, read, verdict
from sinorus.widgets import horizon_page

MONTHS = {dt.date(2000, number, 1).strftime("%B"): number for number in range(1, 13)}
DATE = re.compile(
    rf"(?:(\d{{1,2}})(?: (?:to|and) (\d{{1,2}}))? )?({'|'.join(MONTHS)})\b(?: (\d{{4}}))?"
)
MONTHS_BACK = {number: name for name, number in MONTHS.items()}
EVENINGS = [dt.date(2000, 1, 1) + dt.timedelta(days=number) for number in range(202)]


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    """A student's folder with nothing in it."""
    (tmp_path / ".sinorus").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(store, "_held", {})
    return tmp_path


def horizon(day=None):
    return sinorus.widgets.horizon(day)


def lock(*said, day=None, **why):
    """Lock on a day, or where one stands."""
    if day is None:
        now = forecasts.today().day
        day = f"{now.day} {now:%B}"
    return horizon().lock(day, *said, **why)


def walk(count=3, sure="yes 70"):
    """Lock the forecasts of the first days."""
    for stop in STOPS[:count]:
        said = lock(*[sure] * len(forecasts.asked_on(stop.day)), why="a reason")
        assert said.state == "locked", said
    return horizon()


def file(folder, name="06.horizon.json"):
    return folder / ".sinorus" / "forecasts" / name


def stored(folder):
    return json.loads(file(folder).read_text(encoding="utf-8"))["locked"]


def named_days(text, year=2000):
    """The last day of every date in a text, of a month the first: so much must have come."""
    for first, last, month, named in DATE.findall(text):
        yield dt.date(int(named or year), MONTHS[month], int(last or first or 1))


# --- later news is absent ------------------------------------------------------------------------


def test_dates_in_words_are_found():
    found = list(named_days("On 17 to 19 July, in May 1999 and on 3 and 4 November 2000."))
    assert found == [dt.date(2000, 7, 19), dt.date(1999, 5, 1), dt.date(2000, 11, 4)]


#: What was known of later days: an election in March, and a visit for which Jiang was invited.
FORESEEN = {
    ("1999-12-31-resignation", dt.date(2000, 3, 1)),
    ("2000-07-17-beijing", dt.date(2001, 1, 1)),
}


@pytest.mark.parametrize("evening", EVENINGS)
def test_no_act_is_shown_before_it_is_over_and_known(evening):
    """Every day and every row: by the columns of the tables, and by every date in the words."""
    bounds = pd.concat(
        [
            sinorus.load("events").set_index("event_id")["end"],
            sinorus.load("record").set_index("record_id")["end"],
        ]
    )
    mentions = sinorus.load("mentions")
    done = mentions[~mentions["status"].isin(["announced", "postponed"])]
    news = done.groupby("event_id")["known_on"].min()
    for act in happened_by(evening, most=1000).itertuples():
        assert bounds[act.act_id].date() <= evening, act.act_id
        assert pd.isna(news.get(act.act_id)) or news[act.act_id].date() <= evening, act.act_id
        year = re.search(r"\d{4}", act.when)[0]
        words = f"{act.when}. {act.what}".replace(
            "an election in March", "an election in March 2000"
        )
        late = {day for day in named_days(words, year) if day > evening}
        years = map(int, re.findall(r"\b(?:19|20)\d\d\b", act.what))
        late |= {dt.date(year, 1, 1) for year in years if year > evening.year}
        assert late <= {day for act_id, day in FORESEEN if act_id == act.act_id}, act.what


@pytest.mark.parametrize("evening", EVENINGS)
def test_no_saying_is_shown_before_it_was_said(evening):
    plans = sinorus.load("plans").set_index("plan_id")
    shown = announced_by(evening)
    assert "became" not in shown and "note" not in shown
    for row in shown.itertuples():
        plan = plans.loc[row.plan_id]
        assert plan["end"].date() <= evening, row.plan_id
        assert row.late == (
            isinstance(plan["announced_for"], str)
            and pd.Period(plan["announced_for"].split("/")[-1]).end_time.date() < evening
            and not plan["became_on"].date() <= evening
        )
    said = plans[plans["end"].dt.date <= evening]
    assert set(shown["plan_id"]) == set(said.index), "and none that was said is missing"


def test_days_ahead_are_those_for_which_something_was_announced():
    """A date in a saying is that of the plan, of the saying, or that of the G-8 named with it."""
    for row in sinorus.load("plans").itertuples():
        ahead = {month for month in MONTHS if month in row.said}
        named = row.announced_for.split("/") if isinstance(row.announced_for, str) else []
        named = {MONTHS_BACK[int(one[5:7])] for one in named if len(one) > 4}
        assert ahead <= named | {"June"}, row.plan_id
        assert ("June" in ahead) <= ("Kasyanov" in row.said), row.plan_id


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: str(stop.day))
def test_the_page_and_the_text_of_a_day_say_nothing_later(stop):
    """What is on the page is what the tables gave; outcomes are on no page before the end."""
    walk(STOPS.index(stop))
    shown = horizon()
    page = shown.page.value + shown.said.value + shown.locked.value
    text = repr(shown)
    assert shown.day.options[-1][1] == stop.day.isoformat(), "later days are not even listed"
    outcomes = set(sinorus.load("plans")["became"]) | {question.outcome for question in QUESTIONS}
    for words in (page, text):
        assert not [one for one in outcomes if one in words]
        for question in QUESTIONS:
            assert question.record_id not in words
    for act in happened_by(stop.day, most=3).itertuples():
        assert act.what in text and act.where in text
    for row in announced_by(stop.day).itertuples():
        assert html.escape(row.said) in page and html.escape(row.where) in page
    for _, sayings in announced_by(stop.day).groupby("plan"):
        newest = sayings.iloc[0]
        aside = newest["plan"] in horizon_page._ASIDE
        assert aside or (newest["said"] in text and newest["where"] in text)
    for later in STOPS[STOPS.index(stop) + 1 :]:
        assert later.why not in page + text and horizon_page.day_of(later) not in page + text
    assert horizon_page.HONEST in text and shown.picture.outputs == ()
    assert not [day for day in named_days(stop.why) if day > stop.day]


def test_there_are_at_most_five_acts_and_each_says_where_it_stands():
    for stop in STOPS:
        acts = happened_by(stop.day)
        assert len(acts) == 5 and acts["where"].str.len().gt(5).all()
        for where in acts["where"]:
            assert sinorus.show(re.sub(r" and \d+ more$", "", where))
    assert len(happened_by(STOPS[0].day, most=2)) == 2


def test_the_days_are_those_on_which_somebody_spoke():
    """A stop is the evening of a new saying or act, or follows it by two days at most."""
    ends = set(sinorus.load("plans")["end"].dt.date) | set(sinorus.load("record")["end"].dt.date)
    for stop in STOPS[1:]:
        assert any(stop.day - dt.timedelta(days=days) in ends for days in range(3)), stop
    assert [stop.day for stop in STOPS] == sorted(stop.day for stop in STOPS)


# --- the table of plans --------------------------------------------------------------------------


def test_plans_agree_with_the_acts_and_passages_behind_them():
    plans = sinorus.load("plans")
    events = sinorus.load("events").set_index("event_id")
    record = sinorus.load("record").set_index("record_id")
    told = sinorus.load("mentions").groupby("event_id")["locator"].agg(set)
    for row in plans.itertuples():
        assert row.start <= row.end and row.start.strftime("%Y-%m-%d").startswith(
            row.plan_id.rsplit("-", 1)[0]
        )
        assert isinstance(row.locators, str) or isinstance(row.source_ids, str), row.plan_id
        if isinstance(row.event_id, str):
            event = events.loc[row.event_id]
            widened = row.plan_id == "2000-06-korea"
            assert row.start == event["start"], row.plan_id
            assert (row.end == event["end"]) != widened, row.plan_id
            assert set(row.locators.split(";")) <= told[row.event_id] | {"yu-2000 ¶17"}
        if isinstance(row.record_id, str):
            act = record.loc[row.record_id]
            sources = set(act["source_ids"].split(";"))
            assert set(row.source_ids.split(";")) <= sources, row.plan_id
        assert pd.isna(row.became_on) == pd.isna(row.outcome_source_ids), row.plan_id
        assert pd.isna(row.became_on) or row.became_on > row.start, row.plan_id
    assert plans["start"].is_monotonic_increasing
    assert set(plans["plan"]) == set(horizon_page.PLANS)


def test_outcomes_are_those_of_the_record():
    """What settles a question, and what became of the plans, stands in the public record."""
    record = sinorus.load("record").set_index("record_id")
    for question in QUESTIONS:
        act = record.loc[question.record_id]
        assert question.came == (act["start"].date() <= question.until)
        assert act["authority"] == "primary" and act["confidence"] == "high"
        assert not question.came or act["start"].date() <= question.on <= act["end"].date()
    known = set(record["source_ids"].str.split(";").explode()) | {"communique-2000-11"}
    ends = sinorus.load("plans")["outcome_source_ids"].dropna().str.split(";").explode()
    assert set(ends) <= known


# --- locks ---------------------------------------------------------------------------------------


def test_time_moves_on_only_when_a_forecast_is_locked(fresh):
    assert horizon("5 June").state == "waiting"
    assert "You stand on 30 April 2000" in horizon("18 July").text
    shown = horizon()
    assert shown.lock("30 April", "yes 70", "no 60", why="both promised it").state == "locked"
    assert repr(shown).startswith("You stand on 5 June 2000.")
    assert "Yes, 70 per cent sure. " in repr(horizon("30 April"))
    assert stored(fresh)[0] == {
        "day": "2000-04-30",
        "said": {"beijing": 70, "meeting": 40},
        "why": "both promised it",
    }
    assert walk_on().startswith("You stand on 20 July 2000.")
    assert repr(horizon("18 July")) == repr(horizon("17 July")) == repr(horizon())


def walk_on():
    for stop in STOPS[1:]:
        lock(*["yes 90"] * len(forecasts.asked_on(stop.day)))
    return repr(horizon())


def test_locked_is_locked_and_second_thoughts_stand_beside(fresh):
    lock("yes 70", "no 60")
    said = horizon().lock("30 April", "no 100", "no 100", why="I know better now")
    assert said.state == "locked" and "What is locked stays" in said.text
    again = horizon("30 April")
    assert "You locked: " in repr(again) and "Later you said: " in repr(again)
    assert again.forecasts["sure"].tolist() == [70, 40]
    horizon().lock("30 April", "no 100", "no 90")
    assert [one["said"]["beijing"] for one in stored(fresh)] == [70, 0, 0]
    assert forecasts.today() == STOPS[1]


def test_two_windows_keep_the_first_forecast(fresh):
    first, second = horizon(), horizon()
    first.lock("30 April", "yes 70", "yes 70")
    assert "What is locked stays" in second.lock("30 April", "no 90", "no 90").text
    assert [one["said"]["beijing"] for one in stored(fresh)] == [70, 10]
    assert horizon().forecasts["sure"].tolist() == [70, 70]


def test_many_second_thoughts_never_push_out_a_first_one(fresh):
    walk()
    for number in range(120):
        horizon().lock("30 April", f"yes {50 + number % 50}", "yes 50", why=str(number))
    assert len(stored(fresh)) <= 60
    assert len(horizon().forecasts) == 5 and forecasts.today() == END


def test_the_button_locks_what_is_chosen(fresh):
    shown = horizon()
    shown.button.click()
    assert "Choose first: &quot;Will Putin have been" in shown.note.value
    for question in QUESTIONS:
        shown.answers[question.id].value = "no"
        shown.sure[question.id].value = 80
    shown.why.value = "<b>why</b>"
    shown.button.click()
    assert stored(fresh)[0]["said"] == {"beijing": 20, "meeting": 20}
    assert "It is now 5 June 2000." in shown.said.value and shown.why.value == ""
    assert "&lt;b&gt;why" in shown.said.value and "<b>why" not in shown.said.value
    shown.day.value = "2000-04-30"
    assert shown.button.layout.display == "none" and "You locked" in shown.locked.value
    shown.day.value = "2000-06-05"
    assert shown.button.layout.display is None


def test_every_field_has_a_name_and_none_is_a_slider():
    shown = horizon()
    fields = [one for one in shown.children if hasattr(one, "description")]
    takes = (ipywidgets.Dropdown, ipywidgets.Textarea, ipywidgets.Button)
    fields = [one for one in fields if not isinstance(one, ipywidgets.HTML)]
    assert all(isinstance(one, takes) for one in fields) and len(fields) == 9
    assert len({one.description for one in fields}) == 9 and all(o.description for o in fields)
    assert shown._repr_mimebundle_()["text/plain"] == repr(shown) == str(shown)


def test_what_is_chosen_and_not_locked_is_found_again():
    shown = horizon()
    shown.answers["beijing"].value, shown.sure["meeting"].value = "no", 90
    shown.why.value = "Ещё 战略"
    again = horizon()
    assert (again.answers["beijing"].value, again.sure["meeting"].value) == ("no", 90)
    assert again.why.value == "Ещё 战略" and again.answers["meeting"].value == ""
    lock("yes 70", "no 60")
    assert horizon().answers["beijing"].value == "" == horizon().why.value


@pytest.mark.parametrize(
    "draft", [{"chosen": 5}, {"chosen": {"beijing": "x", "meeting": ["maybe", 7]}}]
)
def test_a_damaged_choice_is_no_choice(draft):
    store.keep("drafts", "06.horizon", {"day": "2000-04-30", "why": 3, **draft})
    shown = horizon()
    assert {one.value for one in (*shown.answers.values(), *shown.sure.values())} == {""}


@pytest.mark.parametrize("damage", ["{", "[1]", "\0" * 50, "[" * 100_000, ""])
def test_a_damaged_file_is_put_aside_and_said_nothing_of(fresh, damage):
    walk(2)
    file(fresh).write_text(damage, encoding="utf-8")
    assert repr(horizon()).startswith("You stand on 30 April 2000.")
    assert lock("yes 60", "no 60").state == "locked"
    assert len(stored(fresh)) == 1 and len(list(file(fresh).parent.glob("*(*).json"))) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        5,
        {"day": "2000-06-05"},
        {"day": "2001-01-01", "said": {}, "why": ""},
        {"day": "2000-06-05", "said": {"beijing": 170, "meeting": 4}, "why": ""},
        {"day": "2000-06-05", "said": {"beijing": 70}, "why": ""},
        {"day": "2000-06-05", "said": {"beijing": True, "meeting": 4}, "why": ""},
        {"day": ["x"], "said": None, "why": None},
    ],
)
def test_one_damaged_forecast_costs_one(fresh, wrong):
    walk(3)
    whole = json.loads(file(fresh).read_text(encoding="utf-8"))
    whole["locked"][1] = wrong
    file(fresh).write_text(json.dumps(whole), encoding="utf-8")
    assert forecasts.today() == STOPS[1] and len(horizon().forecasts) == 3
    assert lock("yes 60", "no 60").state == "locked"
    assert forecasts.today() == END, "the third is still there"
    assert len(list(file(fresh).parent.glob("*damaged*.json"))) == 1


@pytest.mark.parametrize("locked", [5, None, "x", {"a": 1}, [[]]])
def test_a_record_of_another_kind_raises_nothing(locked):
    store.keep("forecasts", "06.horizon", {"locked": locked})
    assert repr(horizon()).startswith("You stand on 30 April 2000.")


def test_outside_a_folder_it_is_kept_until_the_kernel_stops(monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert "kept until the kernel stops" in lock("yes 70", "no 60").text
    assert repr(horizon()).startswith("You stand on 5 June 2000.") and os.listdir() == []


def test_another_kernel_finds_everything():
    walk(3)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        found = pool.apply(store.recall, ("forecasts", "06.horizon"))
    assert [one["day"] for one in found["locked"]] == ["2000-04-30", "2000-06-05", "2000-06-30"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a kernel is killed as Unix does it")
def test_a_kill_at_any_moment_loses_no_locked_forecast(fresh):
    walk(2)
    first = stored(fresh)[:2]
    for attempt in range(8):
        child = os.fork()
        if not child:
            for number in range(10_000):
                horizon().lock("30 April", f"yes {50 + number % 50}", "no 50", why=str(number))
            os._exit(0)
        time.sleep(0.1 + 0.017 * attempt)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert stored(fresh)[:2] == first
    assert forecasts.today() == STOPS[2]


def test_a_disk_that_refuses_is_said_aloud(monkeypatch):
    def full(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr(store.os, "fsync", full)
    assert "note it on paper" in lock("yes 70", "no 60").text
    assert repr(horizon()).startswith("You stand on 5 June 2000."), "this kernel still has it"


# --- junk ----------------------------------------------------------------------------------------


class Hostile:
    def __getattribute__(self, name):
        raise RuntimeError(name)

    __str__ = __repr__ = __iter__ = __eq__ = __len__ = __getattribute__


JUNK = (
    5,
    "",
    "x",
    "yes",
    "yes 700",
    "yes 40",
    [],
    {},
    object(),
    b"a",
    float("nan"),
    Hostile(),
    None,
)


@pytest.mark.parametrize("place", range(len(JUNK)))
def test_junk_is_answered_in_a_sentence(place):
    junk = JUNK[place]
    said = horizon(junk) if junk is not None else horizon("31 Juno")
    assert said.state == "unanswered" and '"30 April"' in said.text
    for answers in ((junk, junk), (junk,), ("yes 70", junk), (), ("yes 70",) * 3):
        said = lock(*answers)
        assert said.state == "unanswered"
        assert 'such as `lock("30 April", "no 60", "yes 60")`' in said.text
    assert lock("yes 70", "no 60", why=junk).state in ("locked", "unanswered")


@pytest.mark.parametrize(
    "day", ["30 April", "30 April 2000", "2000-04-30", "April 30", " 30  april "]
)
def test_a_day_is_read_in_every_form(day):
    assert repr(horizon(day)).startswith("You stand on 30 April 2000.")


@pytest.mark.parametrize(
    "text, sure",
    [
        ("yes 70", 70),
        ("No, 60 per cent", 40),
        ("YES: 100%", 100),
        (("no", 50), 50),
        (["yes", 85], 85),
        ("yes, 55 percent.", 55),
        ("yes 49", None),
        ("no 101", None),
        ("70", None),
        ("yes no 70", None),
        ("yes seventy", None),
    ],
)
def test_a_forecast_is_read_as_people_write_it(text, sure):
    assert read(text) == sure


def test_a_forecast_in_words():
    assert [in_words(sure) for sure in (100, 50, 40)] == [
        "yes, 100 per cent sure",
        "fifty-fifty",
        "no, 60 per cent sure",
    ]


# --- the end -------------------------------------------------------------------------------------


def test_a_forecast_is_right_wrong_or_undecided():
    said = [verdict(sure, came) for came in (True, False) for sure in (51, 50, 49)]
    assert said == ["right", "undecided", "wrong", "wrong", "undecided", "right"]


def test_the_end_says_what_came_and_how_the_forecasts_fared():
    walk(2, sure="yes 70")
    said = lock("no 80")
    assert said.state == "locked" and "It is now 20 July 2000." in said.text
    shown = horizon()
    text = repr(shown)
    assert "Putin comes on a state visit" in text and "talk alone for an hour" in text
    for told in (text, said.text):
        assert "on 30 April yes, 70 per cent sure (right)" in told
        assert "No: 30 June: they have not met." in told and "70 per cent sure (wrong)" in told
        assert "on 30 June no, 80 per cent sure (wrong)" in told
        assert told.count("You said on") == len(QUESTIONS) and "So few forecasts" in told
    for plan in sinorus.load("plans").itertuples():
        assert plan.became in text
    assert "Your reason: a reason" in text and "which of your reasons" in shown.locked.value
    assert shown.picture.outputs[0]["data"]["text/plain"].startswith("What you expected")
    assert shown.lock("yes 70").state == "unanswered"


def test_a_lock_cell_that_runs_again_locks_no_other_day(fresh):
    cell = {"why": "both spoke of it"}
    assert "It is now 5 June 2000." in horizon().lock("30 April", "yes 60", "no 60", **cell).text
    for _ in range(3):
        again = horizon().lock("30 April", "yes 60", "no 60", **cell)
        assert "locked before" in again.text and "It is now" not in again.text
        assert len(stored(fresh)) == 1 and forecasts.today() == STOPS[1]
    early = horizon().lock("30 June", "yes 60")
    assert early.state == "waiting" and "You stand on 5 June 2000" in early.text
    walk_on()
    again = horizon().lock("5 June", "yes 90", "yes 90")
    assert "locked before" in again.text and len(stored(fresh)) == 3


def test_a_lock_without_its_day_is_asked_for_it(fresh):
    for said in (("yes 60", "no 60"), ("18 July", "yes 60"), ("", "yes 60", "no 60"), ()):
        asked = horizon().lock(*said)
        assert asked.state == "unanswered" and "Say first for which day" in asked.text
        assert 'lock("30 April", "no 60", "yes 60")' in asked.text
    assert forecasts.today() == STOPS[0] and not file(fresh).exists()


def test_every_day_asks_what_is_still_open():
    assert [len(forecasts.asked_on(stop.day)) for stop in STOPS] == [2, 2, 1]
    for question in QUESTIONS:
        assert question.days and all(day < question.on for day in question.days)


def test_the_picture_draws_every_forecast():
    table = walk(sure="no 80").forecasts
    chart = sinorus.charts.forecasts(table)
    said = chart.to_dict()["description"]
    assert said.count("20 on ") == 5 and "17 July: Putin is in Beijing." in said
    drawn = chart.to_dict()["datasets"].values()
    rows = [row for rows in drawn for row in rows if "question" in row]
    assert {(row["question"], row["day"][:10]) for row in rows} >= {
        (row.question, row.day.date().isoformat()) for row in table.itertuples()
    }


def test_the_picture_takes_a_class_of_one_and_refuses_what_is_none():
    walk(1)
    assert sinorus.charts.forecasts(horizon().forecasts)
    for wrong in (None, 5, pd.DataFrame({"day": [1]}), horizon().forecasts.head(0)):
        with pytest.raises(sinorus.SinorusError):
            sinorus.charts.forecasts(wrong)
    broken = horizon().forecasts.assign(day="some day")
    with pytest.raises(sinorus.SinorusError, match="cannot read"):
        sinorus.charts.forecasts(broken)


def test_a_new_question_is_marked_and_older_sayings_can_be_printed():
    assert "A new question" not in str(horizon())
    assert "horizon().older" in str(horizon())
    older = horizon().older
    assert older.strip() and not any(line in str(horizon()) for line in older.splitlines()[3:])
    walk(1)
    assert str(horizon()).count("(A new question.)") == 1
    lock("yes 70", "yes 70")
    lock("yes 70")
    assert "What became of it" in horizon().older
