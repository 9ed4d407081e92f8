"""Guesses are kept, the first and the last; the worked answer opens when it was tried."""

import json
import multiprocessing
import os

import pytest

import sinorus
from sinorus.look_up import cited
from sinorus.teaching import check as checking
from sinorus.teaching import exercises, guesses, progress, store
from sinorus.teaching import worked as working
from sinorus.teaching.exercise import Exercise, Guess, Mistake, Open, question_of
from sinorus.teaching.exercises import COURSE, GUESSES

ASKED = Guess(
    "04.end",
    "A year later, what will they have?",
    {"a": "a treaty of alliance", "b": "a new contract for weapons", "c": "neither"},
    {"a": "No treaty was made.", "b": "You were right."},
)
CHART = Exercise(
    "T.chart",
    "t",
    "chart",
    lambda given: [],
    "It rises.",
    (),
    "Look.",
    "Begin.",
    worked="alt.Chart(events).mark_bar()",
)
CHOICE = Exercise(
    "T.choice",
    "t",
    "choice",
    "b",
    "It helps him.",
    (Mistake("a", "a", "No, look at the days again, please."),),
    "Look.",
    "Begin.",
    options={"a": "It weakens it.", "b": "It strengthens it."},
    because="yu-1999 ¶8",
)
ESSAY = Open("T.essay", "t", ("One.",) * 4, ("MODEL ONE.", "MODEL TWO."), ())


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    """No memory of other tests, and a student's folder."""
    (tmp_path / ".sinorus").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(store, "_held", {})
    monkeypatch.setattr(guesses, "GUESSES", GUESSES | {ASKED.id: ASKED})
    invented = COURSE | {one.id: one for one in (CHART, CHOICE, ESSAY)}
    for module in (checking, working, progress):
        monkeypatch.setattr(module, "COURSE", invented)
    return tmp_path


@pytest.fixture
def outside(monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))


# --- guesses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer", ["b", "B", "(b)", "b)", "answer b", "a new contract for weapons", ["b"], "b because"]
)
def test_a_letter_is_read_as_a_person_writes_it(answer):
    said = sinorus.guess("04.end", answer)
    assert said.state == "kept" and "(b) a new contract for weapons" in said.text


@pytest.mark.parametrize("answer", ["a and b", "talk", 38, True, "x"])
def test_what_is_no_letter_is_asked_again_and_costs_nothing(answer):
    said = sinorus.guess("04.end", answer)
    assert said.state == "unanswered" and "costs nothing" in said.text
    assert sinorus.guess("04.end").state == "unanswered"


@pytest.mark.parametrize("blank", [..., "", "...", "…", " . . ", "\n", '""'])
@pytest.mark.parametrize("key", ["04.end", "my own bet"])
def test_an_empty_guess_asks_for_one(key, blank):
    said = sinorus.guess(key, blank, why="...")
    assert said.state == "unanswered"
    assert "three dots" in said.text and "costs nothing" in said.text


def test_what_was_never_guessed_is_asked_for_where_it_belongs():
    said = sinorus.guess("04.end")
    assert said.state == "unanswered" and "Go back to the cell that asks" in said.text


def test_first_and_later_guess_are_both_kept():
    sinorus.guess("04.end", "a", why="they need each other")
    said = sinorus.guess("04.end", "b", "fighters")
    assert (
        said.text
        == "First (a) a treaty of alliance, now (b) a new contract for weapons. Your reason: "
        "fighters."
    )
    kept = store.recall("guesses", "04.end")["guesses"]
    assert kept == [
        {"guess": "a", "why": "they need each other"},
        {"guess": "b", "why": "fighters"},
    ]


def test_running_the_cell_again_changes_nothing():
    for _ in range(3):
        said = sinorus.guess("04.end", "a", "because")
    assert said.text.startswith("(a) a treaty of alliance")
    assert len(store.recall("guesses", "04.end")["guesses"]) == 1


def test_a_mind_changed_often_keeps_its_first_word():
    for number in range(100):
        sinorus.guess("own", f"guess {number}")
    kept = store.recall("guesses", "own")["guesses"]
    assert len(kept) == 20 and kept[0]["guess"] == "guess 0" and kept[-1]["guess"] == "guess 99"
    assert sinorus.guess("own", "guess 0").text == "First “guess 0”, now “guess 0” again."


def test_only_when_it_is_shown_again_is_it_settled():
    assert "right" not in sinorus.guess("04.end", "b").text
    assert "right" not in sinorus.guess("04.end", ...).text
    assert sinorus.guess("04.end").text.endswith("\nYou were right.")
    sinorus.guess("04.end", "c")
    assert "\n" not in sinorus.guess("04.end").text


def test_a_reason_behind_the_letter_is_a_reason():
    assert "Your reason: bombs fell" in sinorus.guess("04.end", "a because bombs fell").text


def test_a_guess_is_escaped_and_has_a_plain_twin():
    said = sinorus.guess("own", "<script>alert(1)</script>", why="<b>")
    assert "<script" not in said._repr_html_() and "<b>" not in said._repr_html_()
    assert "<script>" in repr(said)


def test_another_kernel_finds_the_guess():
    sinorus.guess("04.end", "a")
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        found = pool.apply(store.recall, ("guesses", "04.end"))
    assert found["guesses"][0]["guess"] == "a" and found["edition"] == store.edition_of("04.end")


def test_outside_a_folder_it_is_kept_in_memory(outside):
    sinorus.guess("04.end", "a")
    assert sinorus.guess("04.end").state == "opened"
    assert os.listdir() == []


def test_a_guess_of_an_older_edition_is_put_aside(fresh, monkeypatch):
    sinorus.guess("04.end", "a")
    monkeypatch.setattr(store, "EDITIONS", {"04.1": 99})
    assert sinorus.guess("04.end").state == "unanswered"
    sinorus.guess("04.end", "b")
    names = sorted(path.name for path in (fresh / ".sinorus" / "guesses").iterdir())
    assert names == ["04.end (older edition).json", "04.end.json"]


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", "[" * 100_000, '{"edition": 1}', "\0"])
def test_damage_costs_one_guess_and_is_put_aside(fresh, damage):
    sinorus.guess("04.end", "a")
    sinorus.guess("other", "kept")
    file = fresh / ".sinorus" / "guesses" / "04.end.json"
    file.write_text(damage, encoding="utf-8")
    assert sinorus.guess("04.end").state == "unanswered"
    assert sinorus.guess("04.end", "b").state == "kept"
    assert "(b)" in sinorus.guess("04.end").text and "kept" in sinorus.guess("other").text
    assert json.loads(file.read_text(encoding="utf-8"))["guesses"][0]["guess"] == "b"
    assert len(list(file.parent.glob("04.end (*).json"))) == 1


def test_a_disk_that_refuses_is_said_aloud(fresh, monkeypatch):
    def full(*_):
        raise OSError("No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(store.os, "replace", full)
        said = sinorus.guess("04.end", "a")
    assert "note it on paper" in said.text
    assert "(a)" in sinorus.guess("04.end").text, "in this kernel it is still there"


class Hostile:
    def __getattribute__(self, name):
        raise RuntimeError(name)

    __str__ = __repr__ = __iter__ = __eq__ = __len__ = __getattribute__


ODD_KEYS = ("04.end", "x", "", None, 4.0, 5, Hostile(), "../../etc", "a" * 999)
ODD_ANSWERS = (Hostile(), [], {}, object(), b"a", float("nan"), "\ud800", "a")


@pytest.mark.parametrize("key", range(len(ODD_KEYS)))
@pytest.mark.parametrize("answer", range(len(ODD_ANSWERS)))
def test_nothing_is_ever_raised_and_nothing_leaves_the_folder(fresh, key, answer):
    said = sinorus.guess(ODD_KEYS[key], ODD_ANSWERS[answer], why=ODD_ANSWERS[answer])
    assert said.state in ("kept", "opened", "unanswered") and said.text
    assert {path.name for path in fresh.iterdir()} == {".sinorus"}


def test_keys_are_one_whatever_their_case():
    sinorus.guess("4.end", "a")
    assert "(a)" in sinorus.guess("04.END").text


@pytest.mark.parametrize("key", GUESSES)
def test_what_a_notebook_declares_can_come_out_in_every_way(key):
    asked = GUESSES[key]
    assert asked.question.endswith("?") and key == asked.id and key == key.casefold()
    assert any(key[:2] == number[:2] for number in COURSE)
    assert key not in COURSE, "a guess and an exercise have different numbers"
    if isinstance(asked.settles, dict):
        assert list(asked.settles) == list(asked.options)
        assert all(cited(text)[1] == [] for text in asked.settles.values())
    for letter, words in asked.options.items():
        assert sinorus.guess(key, letter).state == "kept"
        assert f"({letter})" in sinorus.guess(key, words).text, "its words choose it too"


def test_no_two_guesses_share_a_key():
    declared = [one.id for module in exercises._MODULES for one in getattr(module, "GUESSES", ())]
    assert len(set(declared)) == len(declared)


# --- worked answers ------------------------------------------------------------------------------


def test_the_worked_answer_waits_for_three_different_tries():
    assert "not tried it yet" in sinorus.worked("T.choice").text
    for answer in ("a", "a", "c"):
        sinorus.check("T.choice", answer)
    waiting = sinorus.worked("T.choice")
    assert waiting.state == "waiting" and "tried it twice" in waiting.text
    assert "(b)" not in waiting.text
    sinorus.check("T.choice", "a and b")
    said = sinorus.worked("T.choice")
    assert said.state == "worked"
    assert said.text.splitlines() == [
        "(b) It strengthens it.",
        "It helps him.",
        'Read why: `sinorus.show("Yu 1999 ¶8")`',
    ]


def test_it_opens_when_it_is_solved():
    sinorus.check("T.choice", "b")
    assert sinorus.worked("T.choice").state == "worked"


def test_a_chart_is_worked_in_one_line():
    sinorus.check("T.choice", "b")
    for wrong in ("one", "two", "three"):
        sinorus.check("T.chart", wrong)
    assert sinorus.worked("T.chart").text.startswith("`alt.Chart(events).mark_bar()`\nIt rises.")


def test_the_models_of_an_essay_open_after_three_tries():
    for text in ("One start.", "Another start.", "One start."):
        sinorus.check("T.essay", text)
    assert "tried it twice" in sinorus.worked("T.essay").text
    sinorus.check("T.essay", "A third start.")
    assert sinorus.worked("T.essay").text.endswith("MODEL ONE.\nMODEL TWO.")


@pytest.mark.parametrize("key", COURSE)
def test_every_worked_answer_says_answer_and_reason(key, monkeypatch):
    monkeypatch.setattr(progress, "tries", lambda number: (3, False))
    said = sinorus.worked(key)
    assert said.state == "worked", said.text
    first = said.text.splitlines()[0]
    assert len(first) > 1 and "frozenset" not in first and "lambda" not in said.text
    assert "{" not in first and "<" not in first
    exercise = COURSE[key]
    if isinstance(exercise, Exercise) and exercise.form in ("choice", "letters"):
        assert all(f"({letter})" in first for letter in checking._rights(exercise)[0])
    if isinstance(exercise, Exercise) and exercise.because:
        assert "Read why: `sinorus.show(" in said.text or "Why: " in said.text
        for shown in said.text.partition("sinorus.show(")[2].rstrip("`)").split(", "):
            assert not shown or sinorus.show(shown.strip('"'))


def test_what_is_no_exercise_is_said():
    for key in ("99.9", "", None, 5, Hostile(), ["04.1"], "x" * 999):
        said = sinorus.worked(key)
        assert said.state == "waiting" and "There is no exercise" in said.text


@pytest.mark.parametrize("record", [{"T.choice": None}, {"T.choice": {"edition": 1, "wrong": 5}}])
def test_a_damaged_record_raises_nothing(fresh, record):
    (fresh / ".sinorus" / "progress.json").write_text(json.dumps(record), encoding="utf-8")
    assert sinorus.worked("T.choice").state == "waiting"


@pytest.mark.parametrize(
    "form, answer, said, more",
    [
        ("number", 26.5, "26.5.", {}),
        ("number", 0.36, "0.36, or 36 per cent.", {"unit": "share"}),
        ("number", 7.5, "7:30.", {"unit": "hour"}),
        ("number", 28.83, "About 28.8.", {"near": 0.3}),
        ("numbers", [7, 4, 10], "4; 7; 10.", {}),
        ("date", "2000-06-05", "5 June 2000.", {}),
        ("month", "Nov 1997", "November 1997.", {}),
        ("text", "Jiang Zemin", "Jiang Zemin.", {}),
        ("set", ["Jiang", "Putin"], "Jiang, Putin.", {}),
        ("letters", "none", "None.", {"options": {"a": "x", "b": "y"}}),
        ("order", "C > A > B", "(c); then (a); then (b).", {}),
        ("order", "B < A = C", "(b); then (a) and (c), either way.", {"options": {}}),
        ("locators", "miller-2002 p10.3, p6", "Miller 2002 ¶6; Miller 2002 ¶10.3.", {}),
        ("codes", {"yu-2000 c5": "031"}, "Yu 2000 c5: 031.", {}),
    ],
)
def test_every_form_has_its_words(monkeypatch, form, answer, said, more):
    exercise = Exercise("T.x", "t", form, answer, "Yes.", (), "p", "f", **more)
    assert working._answer(exercise) == said


# --- the question --------------------------------------------------------------------------------


def test_a_question_is_plain_text():
    for key, exercise in COURSE.items():
        if isinstance(exercise, Open):
            asked = question_of(key)
            assert "](" not in asked and "**" not in asked and not asked.startswith("#")


@pytest.mark.parametrize("key", ["00.1", 4.1, "04.7"])
def test_an_exercise_is_no_guess_and_is_not_kept_as_one(fresh, key):
    said = sinorus.guess(key, "a")
    assert said.state == "unanswered" and "sinorus.check(" in said.text
    assert store.keys("guesses") == []


@pytest.mark.parametrize("key", ["04.0", 4.0, "04.zhu"])
def test_a_guess_is_no_exercise_and_check_says_where_it_is_kept(fresh, key):
    said = sinorus.check(key, "a")
    assert said.state == "unanswered" and "sinorus.guess(" in said.text
