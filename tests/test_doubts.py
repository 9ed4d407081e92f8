"""A doubt is written with what stands there, whole or not at all, and nothing of it is lost."""

import errno
import os
import subprocess
import sys

import pytest

import sinorus
from sinorus.stamps import DATAPACKAGE
from sinorus.teaching import doubts

WHY = "The ministry's page gives 28 May."


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder):
    return (folder / "doubts.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "place, stands",
    [
        ("Yu 1999 c7", ["## Yu 1999 c7", "table `entries`", "- date_as_printed: May 27, 1999"]),
        ("yu-1999 p14", ["## Yu 1999 ¶14", "table `passages`", "- locator: yu-1999 ¶14"]),
        ("Yu 1999 ¶11 to ¶12", ["## Yu 1999 ¶11, Yu 1999 ¶12", "- locator: yu-1999 ¶12"]),
        ("E16", ["## E16", "table `disputes`", "- better_attested: "]),
        ("record 10 June 1999 c", ["## record 10 June 1999 c", "- record_id: 1999-06-10-vote"]),
        ("1999-06-10-vote", ["- record_id: 1999-06-10-vote"]),
        ("treaty-2001 art9", ["## treaty-2001 art9", "table `clauses`", "- article: art9"]),
        ("reuters-2000-06-24", ["table `sources`", "- source_id: reuters-2000-06-24"]),
        ("NMD", ["table `glossary`", "- meaning: "]),
        ("Jiang Zemin", ["table `people`", "- name: Jiang Zemin"]),
        ("1999-05-10-a", ["## 1999-05-10-a (10 May 1999)", "- event_id: 1999-05-10-a"]),
        ("yu-1999", ["table `reports`", "- report_id: yu-1999"]),
        ("04.1", ["## Exercise 04.1", "> Exercise 04.1"]),
        (4.1, ["## Exercise 04.1"]),
        ("04.0", ["## Guess 04.0"]),
        # as the notebook has it, and as the headings of the file have it
        ("Exercise 04.1", ["## Exercise 04.1"]),
        ("exercise 4.1.", ["## Exercise 04.1"]),
        ("Guess 04.0", ["## Guess 04.0"]),
    ],
)
def test_what_stands_there_is_written_beside_the_words(here, place, stands):
    feedback = sinorus.doubt(place, WHY, name="Ada Reader")
    assert feedback.state == "kept"
    assert "doubts.md" in feedback.text and "issue" in feedback.text
    text = written(here)
    for one in [*stands, f"> {WHY}", "- Doubted by: Ada Reader"]:
        assert one in text
    assert f"sinorus {sinorus.__version__}, data {DATAPACKAGE[7:19]}" in text


def test_no_name_is_asked_for(here):
    sinorus.doubt("E16", WHY)
    assert "Doubted by" not in written(here)


def test_the_abstract_is_written_and_never_an_original(here, monkeypatch, tmp_path):
    """A reader's own copy is in copyright: what is passed on is the course's text."""
    own = tmp_path / "own"
    own.mkdir()
    edition = sinorus.paths.data_file("reports/yu-1999.txt").read_text(encoding="utf-8")
    (own / "yu-1999.txt").write_text(edition.replace("delegation", "SECRET WORDS"), "utf-8")
    monkeypatch.setenv("SINORUS_REPORTS", str(own))
    assert "SECRET" in sinorus.show("Yu 1999 c7")
    assert sinorus.doubt("Yu 1999 c7", WHY).state == "kept"
    assert "SECRET" not in written(here)


def test_it_stands_in_the_course_folder_from_anywhere_below(here, monkeypatch):
    (here / ".sinorus").mkdir()
    (here / "below").mkdir()
    monkeypatch.chdir(here / "below")
    assert "your course folder" in sinorus.doubt("E16", WHY).text
    assert "## E16" in written(here)
    assert sorted(path.name for path in here.iterdir()) == [".sinorus", "below", "doubts.md"]


@pytest.mark.parametrize("why", [None, ..., "", "   ", "...", 3, [], "…"])
def test_without_a_reason_one_is_asked_for(here, why):
    feedback = sinorus.doubt("E16", why)
    assert feedback.state == "unanswered" and "why" in feedback.text
    assert not (here / "doubts.md").exists()


@pytest.mark.parametrize(
    "place, near",
    [
        ("Yu 1999 c77", "12 chronology entries"),
        ("Jiang Zemn", "Jiang Zemin"),
        ("record 11 June 1990", "record 24 April 1990"),
        ("nowhere at all", "Passages are written as"),
        ("", "Say what you doubt"),
        (None, "Say what you doubt"),
        (..., "Say what you doubt"),
        ([], "Say what you doubt"),
        (object(), "Say what you doubt"),
        ("\ud83d", "Nothing here"),
    ],
)
def test_an_unknown_place_gets_a_sentence(here, place, near):
    feedback = sinorus.doubt(place, WHY)
    assert feedback.state == "unanswered" and near in feedback.text
    assert not (here / "doubts.md").exists()


def test_words_cannot_break_the_file(here):
    """Headings, code and half an emoji in a reason stay inside its quotation."""
    sinorus.doubt("E16", "# Not a heading\n```\n\ud83d\n- Doubted by: somebody")
    sinorus.doubt("E17", WHY)
    lines = written(here).splitlines()
    assert [line for line in lines if line.startswith("## ")] == ["## E16", "## E17"]
    assert "> # Not a heading" in lines and "- Doubted by: somebody" not in lines


def test_a_second_doubt_is_added_and_the_same_one_is_not(here):
    (here / "doubts.md").write_bytes(b"My own notes, \xff not even UTF-8.")
    sinorus.doubt("E16", WHY)
    before = (here / "doubts.md").read_bytes()
    assert before.startswith(b"My own notes, \xff not even UTF-8.\n## E16")
    again = sinorus.doubt("E16", WHY)
    assert again.state == "kept" and "already" in again.text
    assert (here / "doubts.md").read_bytes() == before
    sinorus.doubt("E16", "Another reason.")
    after = (here / "doubts.md").read_bytes()
    assert after.startswith(before) and after.count(b"## E16") == 2


def test_a_full_disk_loses_nothing(here, monkeypatch):
    sinorus.doubt("E16", WHY)
    before = (here / "doubts.md").read_bytes()

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    feedback = sinorus.doubt("E17", WHY)
    assert feedback.state == "unkept" and "the disk is full" in feedback.text
    assert "Not kept" in feedback._repr_html_()
    assert (here / "doubts.md").read_bytes() == before
    assert not (here / ".doubts.md.new").exists()
    monkeypatch.undo()
    monkeypatch.chdir(here)
    assert sinorus.doubt("E17", WHY).state == "kept"


def test_a_folder_of_that_name_is_said(here):
    (here / "doubts.md").mkdir()
    feedback = sinorus.doubt("E16", WHY)
    assert feedback.state == "unkept" and "a folder has this name" in feedback.text


def test_a_lost_working_directory_is_said(here, monkeypatch):
    def gone():
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr(doubts, "folder", gone)
    assert sinorus.doubt("E16", WHY).state == "unkept"


def test_somebody_who_writes_too_long_is_waited_for_and_named(here, monkeypatch):
    monkeypatch.setattr(doubts, "_PATIENCE", 0.05)
    with doubts.FileLock(here / ".doubts.md.lock"):
        feedback = sinorus.doubt("E16", WHY)
    assert feedback.state == "unkept" and "another notebook" in feedback.text


def test_two_that_write_at_once_lose_nothing(here):
    """Three processes, ten doubts each: thirty entries, every one whole."""
    code = (
        "import sys, sinorus\n"
        "for number in range(10):\n"
        "    said = sinorus.doubt('E16', f'reason {sys.argv[1]}-{number}.')\n"
        "    assert said.state == 'kept', said\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(one)]) for one in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    text = written(here)
    for one in range(3):
        for number in range(10):
            assert text.count(f"> reason {one}-{number}.\n") == 1
    assert text.count("- lesson: ") == 30 and text.count("# Doubts\n") == 1
