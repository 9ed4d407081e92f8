"""What a student sees: the first notebook in JupyterLab, in Chromium, without internet."""

import os
from pathlib import Path

import nbformat

from sinorus.paths import course

NAME = "00_start_here.ipynb"
CODE = [
    cell
    for cell in nbformat.read(course() / "notebooks" / NAME, as_version=4).cells
    if cell.cell_type == "code"
]
#: Set to a folder to keep the pictures.
PICTURES = os.environ.get("SINORUS_SCREENSHOTS")


def picture(page, name):
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"))


def open_notebook(page, lab):
    page.goto(f"{lab}/lab/tree/{NAME}?reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    page.get_by_text("| Idle").wait_for(timeout=90_000)


def charts(page):
    return page.locator(".jp-OutputArea [role=graphics-document]")


def test_the_stored_chart_is_drawn_before_anything_runs(page, lab):
    open_notebook(page, lab)
    charts(page).first.wait_for(timeout=30_000)
    picture(page, "00-opened")
    assert page.get_by_text("Jupyter news").count() == 0
    assert charts(page).first.bounding_box()["height"] > 300


def test_run_from_the_top(page, lab):
    open_notebook(page, lab)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Restart Kernel and Run All Cells…").click()
    page.locator("dialog.jp-Dialog button.jp-mod-accept").click()
    panel = page.locator(".jp-NotebookPanel")
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
    chart = charts(page).first
    chart.scroll_into_view_if_needed()
    chart.wait_for(timeout=30_000)
    picture(page, "00-run")

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
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    assert stored in [node.get("name", {}).get("value") for node in nodes]

    # No cell ended in red, nothing was asked of the internet.
    assert (
        page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count()
        == 0
    )
    assert page.outside == []
    assert not [text for text in page.complaints if "vega" in text.lower()]


def test_a_mistake_is_answered_in_a_sentence(page, lab):
    open_notebook(page, lab)
    cell = page.locator(".jp-CodeCell", has_text='sinorus.cite("yu-2000 c29")').first
    cell.scroll_into_view_if_needed()
    page.locator(".jp-CodeCell", has_text="import sinorus").first.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type('sinorus.cite("yu-2000 c99")')
    page.keyboard.press("Shift+Enter")
    red = page.locator(
        ".jp-CodeCell .jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr'],"
        " .jp-CodeCell .jp-RenderedText[data-mime-type='application/vnd.jupyter.error']"
    )
    red.first.wait_for(timeout=60_000)
    red.first.scroll_into_view_if_needed()
    picture(page, "00-mistake")
    text = red.first.inner_text()
    assert "There is no passage" in text and "40 chronology entries" in text
    assert "Traceback" not in text and "line " not in text
    assert len(text.splitlines()) <= 3


def test_the_tooltip_names_act_and_passage(page, lab):
    open_notebook(page, lab)
    chart = charts(page).first
    chart.wait_for(timeout=30_000)
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    tip = page.locator("#vg-tooltip-element.visible")
    for across in range(int(box["x"]) + 200, int(box["x"] + box["width"]), 3):
        for down in range(int(box["y"]) + 150, int(box["y"]) + 400, 6):
            page.mouse.move(across, down)
            if tip.count() and "passage" in tip.inner_text():
                picture(page, "00-tooltip")
                return
    raise AssertionError("no mark answered with its passage")


def test_solving_the_blank_by_hand_gives_right(page, lab):
    """A student types wrong answers first, reads hints that grow, and then the right one."""
    open_notebook(page, lab)
    page.locator(".jp-CodeCell", has_text="import sinorus").first.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    cell = page.locator(".jp-CodeCell", has_text='sinorus.check("00.1", answer)').first
    said = cell.locator("[role=status]")
    for answer, expected in (
        ("...", "To do."),
        ('"yu-1999"', "magnifying glass"),
        ('"Yu Bin"', "which crowd is denser"),
        ('"Yu-2000"', "Right."),
    ):
        cell.locator(".cm-content").click()
        page.keyboard.press("Control+a")
        page.keyboard.type(f'answer = {answer}\nsinorus.check("00.1", answer)')
        page.keyboard.press("Shift+Enter")
        said.filter(has_text=expected).wait_for(timeout=60_000)
    cell.scroll_into_view_if_needed()
    picture(page, "00-solved")
    assert "Not yet" not in said.inner_text()
