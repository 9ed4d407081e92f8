"""What is kept in a student's folder, and what becomes of it when something goes wrong."""

import errno
import fractions
import json
import os
import sys

import jupyter_client
import pandas as pd
import pytest
from benchmarks import durability

import sinorus
from sinorus.teaching import check as checking
from sinorus.teaching import given, progress, store, whole_files
from sinorus.teaching.copying import copy_notebooks
from sinorus.teaching.exercise import Exercise, Mistake
from sinorus.teaching.exercises import COURSE

WORDS = Exercise(
    "04.98", "t", "text", "dawn", "So.", (Mistake("a", "dusk", "No.", "yu-1999 ¶8"),), "P.", "F."
)
LINUX = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked here")


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    """No memory of other tests, and a course folder."""
    (tmp_path / store.MARKER).mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(store, "_held", {})
    monkeypatch.setattr(progress, "_told", set())
    monkeypatch.setattr(checking, "COURSE", COURSE | {WORDS.id: WORDS})
    return tmp_path


@pytest.fixture
def outside(fresh):
    (fresh / store.MARKER).rmdir()
    return fresh


def refuse(monkeypatch, number):
    """Have the disk refuse everything with an error of this number."""

    def fsync(_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(store.os, "fsync", fsync)


def files(place):
    """Every file of a course folder, by its name below the marker."""
    return {
        path.relative_to(place / store.MARKER).as_posix(): path.read_bytes()
        for path in (place / store.MARKER).rglob("*")
        if path.is_file()
    }


def test_an_answer_is_kept_in_the_course_folder_from_below_it_too(fresh, monkeypatch):
    (fresh / "deeper").mkdir()
    monkeypatch.chdir(fresh / "deeper")
    sinorus.check("00.1", "a, d")
    assert list(files(fresh)) == ["answers/00.1.json"]
    kept = json.loads(files(fresh)["answers/00.1.json"])
    assert (kept["state"], kept["answer"], kept["given"]) == ("right", "a, d", "a, d")
    assert kept["edition"] == store.edition_of("00.1")


def test_outside_a_folder_nothing_is_written(outside):
    sinorus.check("00.1", "a, d")
    assert progress.state("00.1") == "right" and os.listdir(outside) == []


def test_what_was_answered_before_there_was_a_folder_is_kept_with_the_next_answer(outside):
    sinorus.check("00.1", "a, d")
    (outside / store.MARKER).mkdir()
    sinorus.check("04.98", "dawn")
    store._held.clear()
    assert progress.state("00.1") == "right"


def test_progress_shows_states_and_counts_nothing(fresh):
    sinorus.check("00.1", "b")
    sinorus.check("00.1", "e")
    shown = sinorus.progress()
    assert list(shown.columns) == ["exercise", "title", "state"]
    states = shown.set_index("exercise")["state"]
    assert states["00.1"] == "wrong" and states["01.1"] == "unanswered"


def test_a_wrong_answer_never_takes_the_place_of_a_right_one(fresh):
    sinorus.check("04.98", "dawn")
    before = files(fresh)["answers/04.98.json"]
    sinorus.check("04.98", "dusk")
    assert files(fresh)["answers/04.98.json"] == before
    assert progress.record("04.98")["answer"] == "dawn"


def test_a_notebook_that_knows_only_the_wrong_answer_cannot_undo_a_right_one(fresh, monkeypatch):
    """Another notebook writes the right answer just before this one writes its wrong one."""
    replace = os.replace

    def first_another(draft, path):
        monkeypatch.setattr(store.os, "replace", replace)
        progress.remember("04.98", "right", "dawn")
        replace(draft, path)

    monkeypatch.setattr(store.os, "replace", first_another)
    progress.remember("04.98", "wrong", "dusk")
    assert progress.record("04.98")["answer"] == "dawn"


def test_starting_the_course_again_keeps_everything(fresh):
    """Also the drafts of essays, which stand in the same folder as all else."""
    sinorus.check("00.1", "a, d")
    sinorus.check("04.98", "dusk")
    for kind, content in (
        ("guesses", {"guesses": [{"guess": "a", "why": ""}]}),
        ("forecasts", {"locked": []}),
        ("drafts", {"text": "My essay."}),
    ):
        assert store.keep(kind, "04.7", content)
    before = files(fresh)
    for _ in range(2):
        copy_notebooks(fresh)
    assert before.items() <= files(fresh).items()


# --- older versions ------------------------------------------------------------------------------


def test_an_answer_to_an_older_text_of_a_notebook_answers_nothing(fresh, monkeypatch):
    """When a notebook is written anew its edition rises; what was kept is put aside, not lost."""
    sinorus.check("00.1", "a, d")
    old = files(fresh)["answers/00.1.json"]
    monkeypatch.setitem(store.EDITIONS, "00.1", 99)
    assert progress.state("00.1") == "unanswered"
    sinorus.check("00.1", "d, a")
    assert progress.state("00.1") == "right"
    assert files(fresh)["answers/00.1 (older edition).json"] == old


def test_the_one_file_of_older_versions_is_taken_over_once(fresh):
    edition = store.edition_of("00.1")
    old = {
        "00.1": {"edition": edition, "state": "right", "wrong": ["x"], "answer": "a, d"},
        "01.7": {"edition": edition, "state": "unfinished", "wrong": [], "answer": "A start."},
        "01.2": {"edition": 0, "state": "right", "wrong": [], "answer": "to an older text"},
        "01.3": None,
        "01.4": {"edition": edition, "state": "right", "wrong": None, "answer": 5},
        "99.9": {"edition": 1, "state": "right", "wrong": [], "answer": "no such exercise"},
    }
    (fresh / store.MARKER / "progress.json").write_text(json.dumps(old), encoding="utf-8")
    states = sinorus.progress().set_index("exercise")["state"]
    assert states[states != "unanswered"].to_dict() == {"00.1": "right", "01.7": "unfinished"}
    assert progress.tries("00.1") == (1, True)
    kept = files(fresh)
    assert json.loads(kept["progress (taken over).json"]) == old and "progress.json" not in kept
    sinorus.check("01.7", "Another start.")
    sinorus.progress()
    assert progress.record("01.7")["answer"] == "Another start."


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b'"x"', b"[" * 100_000, b"\0\xff"])
def test_a_damaged_file_of_older_versions_is_kept_and_costs_nothing_new(fresh, damage):
    (fresh / store.MARKER / "progress.json").write_bytes(damage)
    assert sinorus.check("00.1", "a, d").state == "right"
    assert progress.state("00.1") == "right"
    assert damage in files(fresh).values()


def test_what_a_full_disk_does_not_take_over_is_taken_over_later(fresh, monkeypatch):
    old = {"00.1": {"edition": store.edition_of("00.1"), "state": "right", "answer": "a, d"}}
    path = fresh / store.MARKER / "progress.json"
    path.write_text(json.dumps(old), encoding="utf-8")
    with monkeypatch.context() as patch:
        refuse(patch, errno.ENOSPC)
        assert progress.state("00.1") == "right" and path.exists()
    store._held.clear()
    assert progress.state("00.1") == "right" and not path.exists()


# --- damage --------------------------------------------------------------------------------------

DAMAGED = [
    b"",
    b"{",
    b"[]",
    b"null",
    b'"x"',
    b"5",
    b"\0",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b'{"edition": null}',
    b'{"edition": 2, "state": "right"}',
    b'{"edition": 2, "state": null, "answer": "a"}',
    b'{"edition": 2, "state": "right", "answer": 5}',
    b'{"edition": 2, "state": "right", "answer": "a", "against": []}',
    b'{"edition": 2, "state": "right", "answer": "a", "chart": "a"}',
    b'{"edition": 2, "state": "wrong", "answer": "a", "wrong": null}',
    b'{"edition": 2, "state": "wrong", "answer": "a", "wrong": [5]}',
    b'{"edition": true, "state": "right", "answer": "a"}',
    b"9" * 6000,
]


@pytest.mark.parametrize("kind", ["answers", "tries"])
@pytest.mark.parametrize("damage", DAMAGED, ids=range(len(DAMAGED)))
def test_damage_costs_one_answer_and_is_put_aside(fresh, damage, kind):
    answer = {"answers": "dawn", "tries": "dusk"}[kind]
    sinorus.check("00.1", "a, d")
    sinorus.check("04.98", answer)
    path = fresh / store.MARKER / kind / "04.98.json"
    path.write_bytes(damage)
    assert progress.state("04.98") == "damaged" and progress.state("00.1") == "right"
    sinorus.progress()
    assert sinorus.worked("04.98").state == "waiting"
    said = sinorus.check("04.98", answer)
    assert said.state in ("right", "wrong") and "kept" not in said.text
    assert progress.record("04.98")["answer"] == answer and progress.state("00.1") == "right"
    assert files(fresh)[f"{kind}/04.98 (damaged).json"] == damage


def test_a_damaged_right_answer_is_not_taken_for_the_wrong_one_before_it(fresh):
    sinorus.check("04.98", "dusk")
    sinorus.check("04.98", "dawn")
    (fresh / store.MARKER / "answers" / "04.98.json").write_bytes(b"damaged")
    assert progress.state("04.98") == "damaged"
    sinorus.check("04.98", "noon")
    assert progress.record("04.98")["answer"] == "noon"
    assert files(fresh)["answers/04.98 (damaged).json"] == b"damaged"


def test_every_damaged_file_is_kept_under_its_own_name(fresh):
    path = fresh / store.MARKER / "answers" / "04.98.json"
    for damage in (b"one", b"two", b"three"):
        sinorus.check("04.98", "dawn")
        path.write_bytes(damage)
    sinorus.check("04.98", "dawn")
    kept = files(fresh)
    aside = ["04.98 (damaged).json", "04.98 (damaged 2).json", "04.98 (damaged 3).json"]
    assert [kept[f"answers/{name}"] for name in aside] == [b"one", b"two", b"three"]


def test_a_disk_without_links_keeps_what_is_damaged_too(fresh, monkeypatch):
    def link(*_):
        raise OSError(errno.EPERM, "no links here")

    sinorus.check("04.98", "dawn")
    (fresh / store.MARKER / "answers" / "04.98.json").write_bytes(b"damaged")
    monkeypatch.setattr(store.os, "link", link)
    sinorus.check("04.98", "dawn")
    assert files(fresh)["answers/04.98 (damaged).json"] == b"damaged"
    assert progress.state("04.98") == "right"


@pytest.mark.parametrize(
    "content",
    [{"guesses": [{}]}, {"guesses": [{"guess": 5}]}, {"guesses": 5}, {}, {"guesses": [5]}],
)
def test_a_guess_of_another_shape_heals(fresh, content):
    store.keep("guesses", "04.0", content)
    assert sinorus.guess("04.0").state == "unanswered"
    assert sinorus.guess("04.0", "a").state == "kept"
    assert sinorus.guess("04.0").state == "opened"


def test_every_byte_at_some_places_raises_nothing_and_costs_one_answer():
    found = durability.damage(step=9)
    assert found["files"] > 1000 and (found["raised"], found["lost"]) == (0, 0)


# --- kills, and two at once ----------------------------------------------------------------------


@LINUX
def test_nothing_acknowledged_is_lost_when_a_kernel_is_killed():
    found = durability.kills(12, seed=7)
    assert found["acknowledged"] > 0 and (found["lost"], found["damaged"]) == (0, 0)


@LINUX
def test_two_notebooks_at_once_lose_nothing():
    found = durability.two_writers(1)
    assert found["answers"] > 30 and found["lost"] == 0


# --- a disk that refuses -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number, why",
    [
        (errno.ENOSPC, "the disk is full. Delete something"),
        (errno.EROFS, "nothing may be written into this folder. Ask your teacher"),
        (errno.EACCES, "nothing may be written into this folder. Ask your teacher"),
        (errno.EIO, f"{os.strerror(errno.EIO)}. Run this cell again"),
    ],
)
def test_what_cannot_be_kept_is_told_and_written_with_the_next_answer(
    fresh, monkeypatch, number, why
):
    with monkeypatch.context() as patch:
        refuse(patch, number)
        said = sinorus.check("00.1", "a, d")
        assert said.state == "right"
        assert said.text.splitlines()[-1].startswith(f"This answer could not be kept: {why}")
        assert "could not be kept" in sinorus.check("04.98", "dusk").text
        assert progress.state("00.1") == "right" and files(fresh) == {}
    assert "kept" not in sinorus.check("04.98", "dawn").text
    assert {"answers/00.1.json", "answers/04.98.json", "tries/04.98.json"} == set(files(fresh))


def test_a_full_disk_leaves_what_was_there(fresh, monkeypatch):
    sinorus.check("04.98", "dawn")
    before = files(fresh)
    refuse(monkeypatch, errno.ENOSPC)
    for _ in range(3):
        sinorus.check("04.98", "DAWN")
    assert files(fresh) == before


def test_a_full_disk_does_not_multiply_what_is_damaged(fresh, monkeypatch):
    sinorus.check("04.98", "dawn")
    (fresh / store.MARKER / "answers" / "04.98.json").write_bytes(b"damaged")
    refuse(monkeypatch, errno.ENOSPC)
    for _ in range(3):
        assert "could not be kept" in sinorus.check("04.98", "dawn").text
    assert list(files(fresh).values()) == [b"damaged"]


def held_open(monkeypatch, times):
    """On Windows a file that another program reads cannot be written over; count the tries."""
    replace, tries = os.replace, []

    def refused(draft, path):
        tries.append(path)
        if len(tries) <= times:
            raise PermissionError(errno.EACCES, "Access is denied")
        replace(draft, path)

    monkeypatch.setattr(os, "replace", refused)
    monkeypatch.setattr(whole_files.time, "sleep", lambda seconds: None)
    return tries


@pytest.mark.parametrize("times", [1, 4])
def test_a_file_that_is_held_open_for_a_moment_is_waited_for(fresh, monkeypatch, times):
    sinorus.check("04.98", "dusk")
    tries = held_open(monkeypatch, times)
    assert store.save("tries", "04.98", {"state": "wrong", "answer": "noon"}) is None
    assert len(tries) == times + 1
    assert json.loads(files(fresh)["tries/04.98.json"])["answer"] == "noon"
    assert not [name for name in files(fresh) if name.endswith(".tmp")]


def test_a_file_that_stays_held_open_is_not_blamed_on_the_folder(fresh, monkeypatch):
    held_open(monkeypatch, 1000)
    said = sinorus.check("04.98", "dusk").text
    assert "another program holds the file open" in said and "Ask your teacher" not in said
    said = sinorus.doubt("E16", "The page gives another day.").text
    assert "another program holds the file open" in said
    monkeypatch.undo()
    monkeypatch.chdir(fresh)


def test_what_another_notebook_wrote_while_the_disk_was_full_is_put_aside(fresh, monkeypatch):
    with monkeypatch.context() as patch:
        refuse(patch, errno.ENOSPC)
        sinorus.check("04.98", "Dawn")
    held = dict(store._held)
    store._held.clear()
    sinorus.check("04.98", "dawn.")
    store._held.update(held)
    sinorus.check("00.1", "a, d")
    assert progress.record("04.98")["answer"] == "Dawn"
    assert json.loads(files(fresh)["answers/04.98 (before).json"])["answer"] == "dawn."


@pytest.mark.skipif(sys.platform == "win32", reason="there no folder in use can be deleted")
def test_in_a_deleted_working_directory_everything_says_a_sentence(fresh, monkeypatch):
    (fresh / "gone").mkdir()
    monkeypatch.chdir(fresh / "gone")
    (fresh / "gone").rmdir()
    assert sinorus.check("00.1", "b").text.startswith("Sentence (b)")
    assert sinorus.check("00.1", "a, d").state == "right"
    assert progress.state("00.1") == "right" and sinorus.guess("04.0", "a").state == "kept"
    with pytest.raises(sinorus.SinorusError, match="this folder is gone") as refused:
        sinorus.hand_in("Ada")
    # what is held in memory would be lost by a new kernel; what is advised saves it
    assert "Do not restart the kernel" in str(refused.value) and "%cd ~" in str(refused.value)
    assert "%cd ~" in sinorus.doubt("E16", "The page gives another day.").text
    monkeypatch.chdir(fresh)
    assert "00.1" in sinorus.hand_in("Ada").read_text(encoding="utf-8")


# --- answers of any kind -------------------------------------------------------------------------


def test_half_an_emoji_is_kept_as_what_can_be_kept(fresh):
    sinorus.check("01.7", "I think so \ud83d and so \ud83d\ude00.")
    assert progress.record("01.7")["answer"] == "I think so \ufffd and so \U0001f600."


def test_a_fraction_and_a_number_of_5000_digits_are_read_as_answers():
    assert "cannot be read" not in sinorus.check("04.98", fractions.Fraction(1, 3)).text
    assert sinorus.check("04.98", 10**5000).state == "wrong"
    assert sinorus.check("04.98", 10**4000).text.startswith("The answer should be a word")


def test_lists_that_hold_themselves_or_end_never_are_answered():
    inner = []
    inner.append(inner)
    deep = []
    for _ in range(5000):
        deep = [deep]

    class Endless(list):
        def __iter__(self):
            while True:
                yield 1

    for answer in (inner, deep, Endless([1]), {"a": inner}, pd.Series([inner])):
        assert sinorus.check("04.98", answer).state == "wrong"
        assert given.plain(answer) is None


def test_an_error_in_keeping_is_told_and_never_raised(monkeypatch):
    def fails(*_):
        raise RecursionError

    monkeypatch.setattr(progress.store, "save", fails)
    said = sinorus.check("04.98", "dawn")
    assert said.state == "right"
    assert said.text.endswith(
        "This answer could not be kept (RecursionError). Run this cell again."
    )


def test_an_essay_is_kept_whole_and_what_is_too_long_says_that_it_is_cut():
    essay = " ".join(f"word{number}" for number in range(700))
    sinorus.check("01.7", essay)
    assert progress.record("01.7")["answer"] == essay
    sinorus.check("01.7", "字" * 50_000)
    kept = progress.record("01.7")
    assert kept["answer"].endswith("字\n(Cut here: 33,333 of 50,000 signs are kept.)")
    assert kept["given"] is None


@pytest.mark.parametrize(
    "answer, value",
    [
        (pd.Series([1, 2]), [1, 2]),
        ((1.5, float("inf")), [1.5, None]),
        ({"b", "a"}, ["a", "b"]),
        ({1: {"x": True}}, {"1": {"x": True}}),
        (pd.Timestamp("2000-06-05").date(), "2000-06-05"),
        (pd.Series([1, 2]).sum(), 3),
        (range(3), None),
        (pd.Series(range(20_000)), None),
        (object(), None),
    ],
)
def test_an_answer_has_a_value_where_json_has_one(answer, value):
    assert given.plain(answer) == value


# --- outside a course folder ---------------------------------------------------------------------


def said_in_kernel(cells, someone):
    """Run cells in a new kernel, as a person does or as a program does; what each prints."""
    manager, client = jupyter_client.manager.start_new_kernel(kernel_name="python3")
    try:
        printed = []
        for cell in cells:
            texts = []

            def hook(message, texts=texts):
                if message["msg_type"] in ("stream", "error"):
                    texts.append(str(message["content"].get("text", message["content"])))

            client.execute_interactive(
                cell, allow_stdin=someone, stdin_hook=print, output_hook=hook, timeout=60
            )
            printed.append("".join(texts))
        return printed
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_a_person_outside_a_course_folder_is_told_once_a_kernel(outside):
    cells = [
        "import sinorus; print(sinorus.check('00.1', ...))",
        "print(sinorus.check('00.1', 'b'))",
        "print(sinorus.check('00.1', 'a, d'))",
        "print(sinorus.progress()); print(repr(sinorus.hand_in('Ada')))",
    ]
    nudge, first, second, asked = said_in_kernel(cells, someone=True)
    assert "no course folder" not in nudge + second
    assert first.count("no course folder") == 1 and "`sinorus start`" in first
    assert asked.count("no course folder") == 2 and "since this kernel was started" in asked
    unattended = said_in_kernel(cells[:3], someone=False)
    assert "Right." in unattended[2] and "no course folder" not in "".join(unattended)


def test_in_a_course_folder_nobody_is_told(fresh, capsys):
    sinorus.progress()
    assert capsys.readouterr().out == ""
