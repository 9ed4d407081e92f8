"""Widgets: the same answers as the plain cell, every field named, what is typed is kept."""

import asyncio
import json
import os
import signal
import time

import ipywidgets
import pytest

import sinorus
from sinorus.teaching import check as checking
from sinorus.teaching import progress, store
from sinorus.teaching.exercise import Open, question_of
from sinorus.teaching.exercises import COURSE

OPEN = [key for key, one in COURSE.items() if isinstance(one, Open)]
QUESTION = Open(
    "04.99",
    "Did the spring of 1999 change the relationship or its vocabulary?",
    ("My first sentence is a claim.", "I answer what is against me.", "I <cite>.", "I doubt."),
    ("MODEL ONE.", "MODEL TWO."),
    ("yu-1999 c10",),
)
GOOD = (
    "The bombing changed what the two governments said and hardly what they did. In the weeks "
    "after it they spoke more often and about third states (yu-1999 c4), and one Russian "
    "asked for an alliance (Yu 1999 c7). Yet no Chinese speaker of the list took up the word, "
    "and trade stayed thin. Against me stands the agreement on training that the general "
    "brought home (yu-1999 p18). I answer that it was small, and that such visits had begun "
    "years before. On 10 June they parted (record 10 June 1999)."
)


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    """A student's folder, and a question of our own beside those of the course."""
    (tmp_path / ".sinorus").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(store, "_held", {})
    for module in (checking, progress):
        monkeypatch.setattr(module, "COURSE", COURSE)
    monkeypatch.setitem(COURSE, QUESTION.id, QUESTION)
    return tmp_path


def desk(key="04.99"):
    return sinorus.widgets.writing_desk(key)


def fields(widget):
    """Everything inside a widget that takes keys."""
    inner = getattr(widget, "children", ())
    takes = (ipywidgets.Textarea, ipywidgets.Dropdown, ipywidgets.Button, ipywidgets.Text)
    here = [widget] if isinstance(widget, takes) else []
    return here + [field for child in inner for field in fields(child)]


def draft(folder, name="04.99.json"):
    return json.loads((folder / ".sinorus" / "drafts" / name).read_text(encoding="utf-8"))


# --- what it says --------------------------------------------------------------------------------


@pytest.mark.parametrize("key", OPEN)
def test_every_open_question_has_a_desk_with_its_question(key):
    shown = desk(key)
    asked = shown.children[0].value
    assert COURSE[key].title in repr(shown) and f'sinorus.check("{key}"' in repr(shown)
    assert key in asked and "](" not in asked
    # the rubric stands once: above the desk, or on it
    assert ("<li>" in asked) is ("\n- " not in question_of(key))
    assert shown._repr_mimebundle_()["text/plain"] == repr(shown)


def test_every_field_has_a_name_and_none_is_a_slider():
    inside = fields(desk())
    assert [field.description for field in inside] == [
        "Your essay",
        "Which of them speaks against you?",
        "Which of your sentences answers it?",
        "Look at it",
    ]


def test_an_empty_desk_says_where_to_write():
    shown = desk()
    assert shown.counted == "0 words; you cite nothing yet."
    shown.button.click()
    assert "Write your essay in the field above" in shown.said.value


def test_words_and_places_are_counted_while_one_types():
    shown = desk()
    shown.text.value = "One word (Yu 1999 c4), and record 10 June 1999."
    assert shown.counted == "10 words; you cite Yu 1999 c4, record 10 June 1999."
    assert "May 10, 1999" in shown.passages.value and 'tabindex="0"' in shown.passages.value
    shown.text.value = "One word (Yu 1999 c94)."
    assert "This leads nowhere: yu-1999 c94." in shown.counted
    assert "opens here" in shown.passages.value


def test_the_lists_offer_what_she_cites_and_what_she_wrote():
    shown = desk()
    shown.text.value = GOOD
    assert [name for name, _ in shown.against.options] == [
        "Choose ...",
        "Yu 1999 c4",
        "Yu 1999 c7",
        "Yu 1999 ¶18",
        "record 10 June 1999",
    ]
    assert len(shown.answers.options) == 1 + 6
    assert all(len(name) <= 100 for name, _ in shown.answers.options)


def test_what_she_writes_is_never_read_as_a_page():
    shown = desk()
    shown.text.value = "<img src=x onerror=alert(1)> (yu-1999 c99<b>)."
    shown.button.click()
    for page in (shown.counts, shown.said, shown.passages, shown.children[0]):
        assert "<img" not in page.value and "<b>" not in page.value and "<cite>" not in page.value


@pytest.mark.parametrize("place", ["yu-1999 c4", "yu-1999 ¶18", "record 10 June 1999"])
def test_the_feedback_is_that_of_the_plain_cell(place):
    shown = desk()
    shown.text.value = GOOD
    shown.against.value = place
    shown.button.click()
    plain = sinorus.check("04.99", GOOD, place)
    assert plain.state == "ready" and "Ready to discuss." in shown.said.value
    for line in (plain.text.splitlines()[0], "sinorus.worked(", "[ ] I doubt."):
        assert line.replace('"', "&quot;") in shown.said.value
    assert "choose, in the list above" in shown.said.value
    shown.answers.value = shown.answers.options[5][1]
    shown.button.click()
    assert "You answer it: &quot;I answer that it was small" in shown.said.value
    assert progress.record("04.99")["state"] == "ready"


def test_without_the_passage_against_it_says_where_to_choose():
    shown = desk()
    shown.text.value = GOOD
    shown.button.click()
    assert "Not finished." in shown.said.value
    assert "you choose it above: &quot;Which of them speaks against you?&quot;" in shown.said.value


def test_a_short_start_gets_the_plain_cell_s_sentence():
    shown = desk()
    shown.text.value = "A start."
    shown.button.click()
    assert "This is a start, with 2 words." in shown.said.value


@pytest.mark.parametrize("key", ["04.1", "99.9", None, 5, "", "x" * 500])
def test_where_there_is_no_essay_a_sentence_says_so(key):
    said = desk(key)
    assert said.state == "unanswered" and said.text


# --- what it keeps -------------------------------------------------------------------------------


def test_choices_stay_while_the_text_changes():
    shown = desk()
    shown.text.value = GOOD
    shown.against.value = "yu-1999 ¶18"
    shown.answers.value = shown.answers.options[5][1]
    shown.text.value = "A new first sentence. " + GOOD.replace("it was small", "it was quite small")
    assert shown.against.value == "yu-1999 ¶18"
    assert shown.answers.value.startswith("I answer that it was quite small")
    shown.text.value = GOOD.replace("yu-1999 p18", "there")
    assert shown.against.value == ""


def test_the_draft_is_back_with_its_choices(fresh):
    shown = desk()
    shown.text.value = GOOD + " Ещё одно предложение — 战略."
    shown.against.value = "yu-1999 ¶18"
    shown.answers.value = shown.answers.options[5][1]
    assert "Kept in your folder." in shown.counts.value
    again = desk()
    assert again.text.value == shown.text.value
    assert "Your draft is back." in again.counts.value
    assert again.against.value == "yu-1999 ¶18"
    assert again.answers.value == shown.answers.value
    assert "战略" in (fresh / ".sinorus" / "drafts" / "04.99.json").read_text(encoding="utf-8")


def test_outside_a_folder_it_says_how_long_it_is_kept(monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    shown = desk()
    shown.text.value = GOOD
    assert "Kept until the kernel stops." in shown.counts.value
    assert desk().text.value == GOOD and os.listdir() == []


def test_in_a_running_kernel_it_is_kept_at_the_next_pause(fresh):
    async def type_it():
        shown = desk()
        for end in range(0, len(GOOD), 40):
            shown.text.value = GOOD[:end]
        assert not (fresh / ".sinorus" / "drafts").exists(), "not at every letter"
        await asyncio.sleep(0.8)
        assert draft(fresh)["text"] == shown.text.value
        # somebody who never pauses is kept as well
        for end in range(60):
            shown.text.value = GOOD[:end]
            await asyncio.sleep(0.02)
        assert len(draft(fresh)["text"]) > 10
        shown.button.click()
        assert draft(fresh)["text"] == shown.text.value, "the button keeps at once"

    asyncio.run(type_it())


def test_two_windows_overwrite_nothing(fresh):
    first, second = desk(), desk()
    first.text.value = "What the first window wrote."
    second.text.value = "What the second window wrote."
    assert "Another window wrote here too" in second.counts.value
    assert draft(fresh)["text"] == "What the second window wrote."
    aside = draft(fresh, "04.99 (another window).json")
    assert aside["text"] == "What the first window wrote."


def test_half_an_emoji_is_no_other_window():
    shown = desk()
    for text in ("\ud83d half", "\ud83d half an emoji"):
        shown.text.value = text
    assert "Kept in your folder" in shown.counts.value


@pytest.mark.parametrize("damage", ["{", "[1]", '{"edition": 1, "text": 5}', "\0" * 50])
def test_a_damaged_draft_is_put_aside(fresh, damage):
    desk().text.value = "A first draft."
    file = fresh / ".sinorus" / "drafts" / "04.99.json"
    file.write_text(damage, encoding="utf-8")
    shown = desk()
    assert shown.text.value == ""
    assert "stays in .sinorus/drafts" in shown.counts.value
    shown.text.value = "A second draft."
    assert draft(fresh)["text"] == "A second draft."
    assert "stays in" not in desk().counts.value


def test_a_draft_for_an_older_text_of_the_question_is_said_to_be_there(fresh, monkeypatch):
    assert "draft" not in desk().counts.value
    desk().text.value = "A first draft."
    file = fresh / ".sinorus" / "drafts" / "04.99.json"
    whole = file.read_bytes()
    file.write_bytes(whole[:20])
    assert "your draft was damaged" in desk().counts.value
    file.write_bytes(whole)
    monkeypatch.setitem(store.EDITIONS, "04.99", 99)
    shown = desk()
    assert shown.text.value == "" and "has changed since you wrote" in shown.counts.value
    shown.text.value = "A second draft."
    assert draft(fresh, "04.99 (older edition).json")["text"] == "A first draft."
    assert "Your draft is back." in desk().counts.value


def test_a_full_disk_is_said_aloud(monkeypatch):
    shown = desk()

    def full(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr(store.os, "fsync", full)
    shown.text.value = GOOD
    assert "copy your text into a cell" in shown.counts.value
    assert desk().text.value == GOOD, "the kernel still has it"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a kernel is killed as Unix does it")
def test_a_kill_at_any_moment_leaves_a_whole_draft(fresh):
    shown = desk()
    shown.text.value = GOOD
    for attempt in range(12):
        child = os.fork()
        if not child:
            for number in range(100_000):
                shown.text.value = GOOD + f" Number {attempt} {number}."
            os._exit(0)
        time.sleep(0.05 + 0.013 * attempt)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert draft(fresh)["text"].startswith(GOOD)
    assert desk().text.value.startswith(GOOD + " Number ")


def test_the_page_is_stored_without_what_changes():
    """The plain text of a stored output is the same for everybody."""
    empty = repr(desk())
    desk().text.value = GOOD
    assert repr(desk()) == empty and "Did the spring of 1999 change" in empty
