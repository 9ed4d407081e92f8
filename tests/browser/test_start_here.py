"""A student's way through the first notebook, in JupyterLab, in Chromium, without internet."""

import os
from pathlib import Path

import nbformat
import pytest

from sinorus.paths import course

NAME = "00_start_here.ipynb"
CODE = [
    cell
    for cell in nbformat.read(course() / "notebooks" / NAME, as_version=4).cells
    if cell.cell_type == "code"
]
#: What is printed in red: an error, or a warning.
RED = ", ".join(
    f".jp-RenderedText[data-mime-type='application/vnd.jupyter.{kind}']"
    for kind in ("error", "stderr")
)
#: Set to a folder to keep the pictures.
PICTURES = os.environ.get("SINORUS_SCREENSHOTS")


def picture(page, name):
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"))


@pytest.fixture
def notebook(page, lab):
    """The first notebook, opened in a page, its kernel ready."""
    page.goto(f"{lab}/lab/tree/{NAME}?reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    page.get_by_text("| Idle").wait_for(timeout=90_000)
    return page


def cell_with(page, text):
    return page.locator(".jp-CodeCell", has_text=text).first


def run(page, cell):
    cell.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")


def write(page, cell, source):
    """Replace what stands in a cell, and run it."""
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type(source)
    page.keyboard.press("Shift+Enter")


def draw(page):
    """Run the first cell and wait for its picture."""
    cell = cell_with(page, "import sinorus")
    run(page, cell)
    chart = cell.locator(".jp-OutputArea [role=graphics-document]")
    chart.wait_for(timeout=90_000)
    return chart


def test_nothing_has_run_when_it_opens(notebook):
    picture(notebook, "00-opened")
    assert notebook.get_by_text("Jupyter news").count() == 0
    assert notebook.locator(".jp-OutputArea-output").count() == 0
    # What is to be run first is in sight, on a small screen too.
    box = cell_with(notebook, "import sinorus").bounding_box()
    assert box["y"] + box["height"] < 400


def test_run_from_the_top(notebook):
    notebook.get_by_role("menuitem", name="Run", exact=True).click()
    notebook.get_by_text("Restart Kernel and Run All Cells…").click()
    notebook.locator("dialog.jp-Dialog button.jp-mod-accept").click()
    panel = notebook.locator(".jp-NotebookPanel")
    panel.evaluate(
        """(panel, count) => new Promise((done, fail) => {
        const start = Date.now();
        const look = () => {
            const prompts = [...panel.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(p =>
            p.textContent);
            const status = panel.querySelector('.jp-Notebook-ExecutionIndicator')?.dataset.status;
            if (status === 'idle' && prompts.some(p => p.includes(`[${count}]`))) done();
            else if (Date.now() - start > 90000) fail(prompts.join());
            else setTimeout(look, 300);
        };
        setTimeout(look, 3000);
    })""",
        len(CODE),
    )
    chart = notebook.locator(".jp-OutputArea [role=graphics-document]").first
    chart.scroll_into_view_if_needed()
    chart.wait_for(timeout=30_000)
    picture(notebook, "00-run")

    # It is drawn: the canvas holds more than one colour.
    colours = chart.locator("canvas").first.evaluate("""canvas => {
        const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        const seen = new Set();
        for (let i = 0; i < data.length; i += 4 * 7) seen.add(data.slice(i, i + 3).join());
        return seen.size;
    }""")
    assert colours > 20

    # A screen reader hears what the data show: the description is the chart's name in the browser's
    # accessibility tree.
    stored = CODE[0].outputs[0].data["text/plain"]
    nodes = notebook.context.new_cdp_session(notebook).send("Accessibility.getFullAXTree")["nodes"]
    assert stored in [node.get("name", {}).get("value") for node in nodes]

    # No cell ended in red, nothing was asked of the internet.
    assert notebook.locator(RED).count() == 0
    assert notebook.outside == []
    assert not [text for text in notebook.complaints if "vega" in text.lower()]


def test_a_square_says_which_act_it_is(notebook):
    chart = draw(notebook)
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    tip = notebook.locator("#vg-tooltip-element.visible")
    # Under the ground stand the years and the names of turning points; above it, squares.
    foot = int(box["y"] + box["height"]) - 70
    for across in range(int(box["x"]) + 20, int(box["x"] + box["width"]), 4):
        for down in range(foot - 60, foot, 4):
            notebook.mouse.move(across, down)
            if tip.count() and "told by" in tip.inner_text():
                picture(notebook, "00-tooltip")
                return
    raise AssertionError("no square said what it stands for")


def test_a_number_is_changed_broken_and_mended(notebook):
    """The student's first five minutes: another entry, a number too high, a mark too few."""
    draw(notebook)
    cell = cell_with(notebook, "sinorus.show(")
    run(notebook, cell)
    cell.get_by_text("Yeltsin telephones").wait_for(timeout=60_000)

    # 10 in place of 4, as a hand would do it
    cell.locator(".cm-content").click()
    for key in ("End", "ArrowLeft", "ArrowLeft", "Backspace", "1", "0", "Shift+Enter"):
        notebook.keyboard.press(key)
    cell.get_by_text("as well as Vladimir Putin").wait_for(timeout=60_000)
    assert cell.get_by_text("Yeltsin telephones").count() == 0

    # the course's own message is a sentence
    write(notebook, cell, 'sinorus.show("Yu 1999 c99")')
    red = cell.locator(RED)
    red.wait_for(timeout=60_000)
    picture(notebook, "00-no-such-entry")
    assert "There is no passage" in red.inner_text()
    assert "12 chronology entries" in red.inner_text()
    assert "Traceback" not in red.inner_text() and len(red.inner_text().splitlines()) <= 3

    # Python's own message has its help in the last line, and a plain sentence below
    write(notebook, cell, 'sinorus.show("Yu 1999 c4)')
    red.filter(has_text="SyntaxError").wait_for(timeout=60_000)
    kind = cell.locator("[role=status]").filter(has_text="In plain words.")
    kind.wait_for(timeout=60_000)
    picture(notebook, "00-quotation-mark")
    assert red.inner_text().strip().splitlines()[-1].startswith("SyntaxError: unterminated string")
    assert "quotation mark" in kind.inner_text()
    assert kind.bounding_box()["y"] > red.bounding_box()["y"]

    write(notebook, cell, 'sinorus.show("Yu 1999 c4")')
    cell.get_by_text("Yeltsin telephones").wait_for(timeout=60_000)
    assert red.count() == 0


def test_a_link_opens_its_passage_and_the_tab_leads_back(notebook):
    link = notebook.locator(".jp-MarkdownCell a", has_text="died in a quarrel")
    link.scroll_into_view_if_needed()
    assert "Miller 2002" in link.get_attribute("title")
    link.click()
    passage = notebook.locator(".jp-MarkdownViewer").get_by_text("Yet the alliance failed").first
    passage.wait_for(timeout=60_000)
    notebook.wait_for_timeout(500)
    picture(notebook, "00-link")
    # it stands in sight, over the notebook
    top = notebook.locator(".jp-MarkdownViewer").bounding_box()["y"]
    assert top <= passage.bounding_box()["y"] <= notebook.viewport_size["height"]
    assert not link.is_visible()

    notebook.locator(".lm-TabBar-tab", has_text=NAME).click()
    link.wait_for(state="visible", timeout=60_000)
    assert notebook.outside == []


def test_a_cell_of_her_own_knows_words(notebook):
    draw(notebook)
    text = notebook.locator(".jp-MarkdownCell", has_text="A cell of your own").first
    text.scroll_into_view_if_needed()
    text.get_by_role("heading", name="A cell of your own").click()
    notebook.locator(".jp-NotebookPanel-toolbar [data-jp-item-name=insert]").click()
    notebook.keyboard.press("Enter")
    notebook.keyboard.type('sinorus.show("hotline")')
    notebook.keyboard.press("Shift+Enter")
    cell = cell_with(notebook, 'sinorus.show("hotline")')
    cell.get_by_text("A direct telephone line").wait_for(timeout=60_000)
    picture(notebook, "00-own-cell")


def test_the_two_calls_are_read_without_what_is_disputed(notebook):
    """Before the exercise neither the passage nor the record gives its answer away."""
    draw(notebook)
    cell = cell_with(notebook, "disputed=False")
    cell.scroll_into_view_if_needed()
    run(notebook, cell)
    cell.get_by_text("refused to answer phone calls").wait_for(timeout=60_000)
    picture(notebook, "00-call")
    assert cell.locator("details").count() == 0

    write(notebook, cell, 'sinorus.show("record 14 May 1999 a", disputed=False)')
    cell.get_by_text("Jiang takes a call from Clinton").wait_for(timeout=60_000)


def test_the_exercise_answers_wrong_letters_with_hints_that_grow(notebook):
    draw(notebook)
    cell = cell_with(notebook, 'sinorus.check("00.1"')
    cell.scroll_into_view_if_needed()
    said = cell.locator("[role=status]")
    for answer, expected in (
        ("...", "To do."),
        ('"b, e"', "Of how many days"),
        ('"a"', "in the order of their days"),
        ('"a and d"', "Right."),
    ):
        write(notebook, cell, f'answer = {answer}\nsinorus.check("00.1", answer)')
        said.filter(has_text=expected).wait_for(timeout=60_000)
    picture(notebook, "00-solved")
    assert "Not yet" not in said.inner_text()


def test_the_guess_for_the_whole_course_is_kept(notebook):
    draw(notebook)
    cell = cell_with(notebook, 'sinorus.guess("00.0"')
    cell.scroll_into_view_if_needed()
    said = cell.locator("[role=status]")
    for guess, expected in (("...", "To do."), ('"c)"', "Year by year they built rules")):
        write(notebook, cell, f'guess = {guess}\nsinorus.guess("00.0", guess, why="neighbours")')
        said.filter(has_text=expected).wait_for(timeout=60_000)
    picture(notebook, "00-guess")
    assert "Your reason: neighbours" in said.inner_text()
