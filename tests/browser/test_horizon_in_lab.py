"""The horizon in JupyterLab: walked by keyboard alone; a kernel that dies loses nothing."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lab_page import names_heard, open_notebook, run_cell

from sinorus.teaching.forecasts import QUESTIONS

pytestmark = pytest.mark.slow

CELLS = (
    "import sinorus\n\nsinorus.widgets.horizon()",
    "import os, signal\n\nos.kill(os.getpid(), signal.SIGKILL)",
)
BEIJING, MEETING, PAPER = (question.words for question in QUESTIONS)
SURE = "How sure are you about {}, in per cent?"
WHY = "Why, in a few words (if you like)"
LOCK = "Lock my forecast and move on"
DAY = "The day on which you stand"
#: Set to a folder to keep the pictures.
PICTURES = os.environ.get("SINORUS_SCREENSHOTS")


def picture(page, name):
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"))


def focused(page):
    """The name of what has the keyboard."""
    return page.evaluate(
        "document.activeElement.labels?.[0]?.innerText"
        " ?? document.activeElement.ariaLabel ?? document.activeElement.innerText"
    )


def tab_to(page, name, most=25):
    """Go on by the Tab key until a field of this name has the keyboard."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page) == name:
            return
    pytest.fail(f"Tab does not lead to {name}, but to {focused(page)}")


def stands_on(page, day):
    page.get_by_text(f"You stand on {day} 2000.").last.wait_for(timeout=30_000)


def choose(page, *keys):
    """Choose from the list that has the keyboard: Enter opens it, Enter takes what is marked.

    Arrows and letters alone are the notebook's own commands while a list is shut.
    """
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    for key in keys:
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)


def answer(page, question, about, said):
    """Choose yes or no, and how sure, such as "yes 70"; the Tab key leads to the next field."""
    word, number = said.split()
    tab_to(page, question)
    choose(page, "Home", *["ArrowDown"] * (1 + (word == "no")))
    tab_to(page, SURE.format(about), 1)
    choose(page, "Home", *["ArrowDown"] * (int(number) // 10 - 4))


def forecast(page, day, *said, why=""):
    """Answer what the day asks, give a reason, lock, and stand on the next day."""
    asked = [one for one in QUESTIONS if page.get_by_label(one.words).is_visible()]
    assert len(asked) == len(said)
    for question, one in zip(asked, said):
        answer(page, question.words, question.about, one)
    tab_to(page, WHY, 1)
    page.keyboard.type(why)
    tab_to(page, LOCK, 1)
    page.keyboard.press("Enter")
    stands_on(page, day)
    page.get_by_text("| Idle").wait_for(timeout=30_000)


def restarted(page):
    """The kernel is killed, and another one runs the first cell again."""
    run_cell(page, 1)
    dialog = page.locator("dialog.jp-Dialog", has_text="restart")
    dialog.wait_for(timeout=60_000)
    dialog.locator("button.jp-mod-accept").click()
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    run_cell(page, 0)


def ours(page):
    """What axe finds inside the output."""
    theirs = {"scrollable-region-focusable", "region"}
    found = Axe().run(page, context=".jp-OutputArea-output").response["violations"]
    return {
        (rule["id"], node["html"][:120])
        for rule in found
        if rule["id"] not in theirs
        for node in rule["nodes"]
    }


def dark(page):
    """Change to JupyterLab's dark theme by its own command."""
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.get_by_text("Theme", exact=True).hover()
    page.get_by_text("JupyterLab Dark", exact=True).click()
    page.wait_for_function("document.body.dataset.jpThemeLight === 'false'")
    page.wait_for_timeout(1000)


def test_a_walk_by_keyboard_alone_survives_the_kernel(page, lab):
    page.set_viewport_size({"width": 820, "height": 1500})
    open_notebook(page, lab, "horizon.ipynb", CELLS)
    run_cell(page, 0)
    stands_on(page, "30 April")
    # a student's JupyterLab opens without its side bar
    page.keyboard.press("Control+b")
    assert page.get_by_label(DAY).locator("option").count() == 1
    picture(page, "horizon-first")
    heard = names_heard(page)
    for role, name in (
        ("combobox", DAY),
        ("combobox", BEIJING),
        ("combobox", SURE.format("Beijing")),
        ("combobox", MEETING),
        ("combobox", SURE.format("the meeting")),
        ("textbox", WHY),
        ("button", LOCK),
    ):
        assert (role, name) in heard
    assert not [name for role, name in names_heard(page, ("slider", "spinbutton"))]
    assert ours(page) == set()

    # nothing is locked that was not chosen
    page.get_by_label(DAY).focus()
    tab_to(page, LOCK)
    page.keyboard.press("Enter")
    page.get_by_text("Choose first:").wait_for(timeout=30_000)
    page.get_by_label(DAY).focus()
    forecast(page, "5 June", "yes 60", "yes 70", why="both promised it")
    assert focused(page) == DAY
    assert "It is now 5 June 2000." in page.locator("[role=status]").first.inner_text()
    assert "17 to 19 July" not in page.locator(".jp-OutputArea-output").first.inner_text()
    picture(page, "horizon-second")

    # half a forecast is chosen when the kernel dies
    tab_to(page, BEIJING)
    choose(page, "ArrowDown")
    tab_to(page, WHY)
    page.keyboard.type("it is being prepared")
    page.wait_for_timeout(1500)
    restarted(page)
    stands_on(page, "5 June")
    assert page.get_by_label(BEIJING).locator("option:checked").inner_text() == "yes"
    assert page.get_by_label(WHY).input_value() == "it is being prepared"
    page.get_by_label(DAY).focus()
    choose(page, "Home")
    page.get_by_text("You locked:").wait_for(timeout=30_000)
    assert "Yes, 60 per cent sure" in page.locator(".jp-OutputArea-output").first.inner_text()
    assert not page.get_by_role("button", name=LOCK).is_visible()
    choose(page, "End")
    page.get_by_role("button", name=LOCK).wait_for(timeout=30_000)

    for day, *said in (
        ("30 June", "yes 70", "no 90"),
        ("20 July", "yes 90"),
    ):
        page.get_by_label(DAY).focus()
        forecast(page, day, *said)
        picture(page, f"horizon-{day.replace(' ', '-')}")
    page.locator(".jp-OutputArea [role=graphics-document]").first.wait_for(timeout=60_000)
    said = page.locator(".jp-OutputArea-output").first.inner_text()
    assert "So few forecasts cannot show" in said and "Putin comes on a state visit" in said
    assert page.get_by_label(DAY).locator("option").count() == 4
    assert ours(page) == set()
    restarted(page)
    stands_on(page, "20 July")
    drawn = page.locator(".jp-OutputArea [role=graphics-document]").first
    drawn.wait_for(timeout=60_000)
    assert "60 on 30 April, 70 on 5 June" in drawn.get_attribute("aria-label")
    drawn.scroll_into_view_if_needed()
    picture(page, "horizon-end")
    dark(page)
    picture(page, "horizon-end-dark")
    page.get_by_label(DAY).focus()
    choose(page, "Home", "ArrowDown")
    stands_on(page, "5 June")
    page.get_by_text("| Idle").wait_for(timeout=30_000)
    picture(page, "horizon-dark")
    assert ours(page) == set()
    assert page.outside == []
