"""The writing desk in JupyterLab: written, counted, chosen by keyboard; kept over a dead kernel."""

import os
from pathlib import Path

import pytest
from lab_page import names_heard, open_notebook, run_cell

pytestmark = pytest.mark.slow

NAME = "desk.ipynb"
CELLS = (
    'import sinorus\n\nsinorus.widgets.writing_desk("04.7")',
    "answer = b",
    "import os, signal\n\nos.kill(os.getpid(), signal.SIGKILL)",
)
ESSAY = (
    "The bombing changed what the two governments said and hardly what they did. In the weeks "
    "after it they spoke more often and about third states (Yu 1999 c4), and one Russian asked "
    "for an alliance (yu-1999 c7). Yet no Chinese speaker of the list took up the word, and trade "
    "stayed thin. Against me stands the agreement on training that the general brought home "
    "(yu-1999 c10). I answer that it was small, and that such visits had begun years before."
)
#: Set to a folder to keep the pictures.
PICTURES = os.environ.get("SINORUS_SCREENSHOTS")


def picture(page, name):
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"))


@pytest.fixture
def notebook(page, lab):
    """A notebook with a desk, opened."""
    return open_notebook(page, lab, NAME, CELLS)


def test_an_essay_is_written_by_keyboard_and_survives_the_kernel(notebook):
    page = notebook
    run_cell(page, 0)
    field = page.get_by_label("Your essay")
    field.wait_for(timeout=60_000)
    assert field.input_value() == ""
    assert page.get_by_text("0 words; you cite nothing yet.").count() == 1

    # Written by keyboard: letters that are commands of the notebook stay letters.
    field.focus()
    page.keyboard.type(ESSAY)
    page.get_by_text("81 words; you cite Yu 1999 c4, Yu 1999 c7, Yu 1999 c10.").wait_for()
    assert field.input_value() == ESSAY
    assert page.locator(".jp-CodeCell").count() == len(CELLS)
    page.get_by_text("Kept in your folder.").wait_for()
    opened = page.get_by_role("region", name="What you cite")
    assert "May 10, 1999" in opened.inner_text()
    picture(page, "desk-written")

    # Tab leads from field to field, and each says what it is.
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "document.activeElement.labels?.[0]?.innerText"
                " ?? document.activeElement.ariaLabel ?? document.activeElement.innerText"
            )
        )
        if seen[-1] == "Which of them speaks against you?":
            page.keyboard.press("End")
        if seen[-1] == "Which of your sentences answers it?":
            page.keyboard.type("5.")
        if seen[-1] == "Look at it":
            page.keyboard.press("Enter")
            break
    wanted = [
        "What you cite",
        "Which of them speaks against you?",
        "Which of your sentences answers it?",
        "Look at it",
    ]
    assert [one for one in seen if one in wanted] == wanted, seen
    heard = names_heard(page)
    for role, name in (
        ("textbox", "Your essay"),
        ("combobox", wanted[1]),
        ("combobox", wanted[2]),
        ("button", wanted[3]),
    ):
        assert (role, name) in heard

    said = page.locator(".jp-OutputArea [role=status]")
    said.filter(has_text="Ready to discuss.").wait_for(timeout=30_000)
    assert "I answer that it was small" in said.inner_text()
    said.scroll_into_view_if_needed()
    picture(page, "desk-ready")

    # The kernel dies. Another one brings text and choices back.
    page.wait_for_timeout(1000)
    run_cell(page, 2)
    dialog = page.locator("dialog.jp-Dialog", has_text="restart")
    dialog.wait_for(timeout=60_000)
    dialog.locator("button.jp-mod-accept").click()
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    run_cell(page, 0)
    page.get_by_text("81 words; you cite").wait_for(timeout=60_000)
    assert page.get_by_label("Your essay").input_value() == ESSAY
    against, answers = (page.get_by_label(name).locator("option:checked") for name in wanted[1:3])
    assert against.inner_text().split() == ["Yu", "1999", "c10"]
    assert answers.inner_text().startswith("5.")
    assert page.outside == []


def test_a_kind_sentence_stands_under_the_red_message(notebook):
    page = notebook
    run_cell(page, 0)
    page.get_by_label("Your essay").wait_for(timeout=60_000)
    run_cell(page, 1)
    cell = page.locator(".jp-CodeCell").nth(1)
    said = cell.locator("[role=status]")
    said.wait_for(timeout=30_000)
    assert 'Do you mean "b"?' in said.inner_text()
    red = cell.locator(".jp-OutputArea-output", has_text="NameError").first
    assert red.bounding_box()["y"] < said.bounding_box()["y"]
    picture(page, "kind-error")
