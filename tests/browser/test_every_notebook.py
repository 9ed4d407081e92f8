"""Every student's notebook as it is opened: all stored charts drawn, all controls at work, without
a kernel and without internet.
"""

import nbformat
import pytest

from sinorus.paths import course

MIME = "application/vnd.vegalite.v5+json"
NOTEBOOKS = sorted((course() / "notebooks").glob("*.ipynb"))
#: A picture of a chart, so that two states can be compared.
SNAPSHOT = "chart => [...chart.querySelectorAll('canvas')].map(canvas => canvas.toDataURL()).join()"
#: Set a control to another value, as a hand would.
MOVE = """control => {
    if (control.tagName === 'SELECT') control.selectedIndex = (control.selectedIndex + 1) %
    control.options.length;
    else if (control.type === 'radio') { control.click(); return; }
    else control.value = control.value === control.max ? control.min : control.max;
    for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, {bubbles: true}));
}"""


def stored_charts(path):
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    return [
        output.data[MIME]
        for cell in cells
        for output in cell.outputs
        if MIME in output.get("data", {})
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_stored_charts_are_drawn_and_their_controls_work(page, lab, path):
    charts = stored_charts(path)
    page.set_viewport_size({"width": 1360, "height": 1000})
    page.goto(f"{lab}/lab/tree/stored/{path.name}?reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    drawn, moved = set(), 0
    for _ in range(60):
        # JupyterLab builds what is in sight, so the notebook is read from the top to the end.
        for chart in page.locator(".jp-OutputArea .vega-embed").all():
            # a chart without a menu carries the role itself, one with a menu has it inside
            named = chart.locator("xpath=descendant-or-self::*[@role='graphics-document']")
            if not named.count() or not chart.locator("canvas").count():
                continue
            description = named.first.get_attribute("aria-label")
            if description in drawn:
                continue
            drawn.add(description)
            controls = chart.locator(".vega-bindings select, .vega-bindings input:not(:checked)")
            if controls.count():
                before = chart.evaluate(SNAPSHOT)
                controls.last.evaluate(MOVE)
                page.wait_for_timeout(250)
                assert chart.evaluate(SNAPSHOT) != before, (
                    f"the control changes nothing: {description}"
                )
                moved += 1
        panel = page.locator(".jp-NotebookPanel .jp-WindowedPanel-outer")
        at, height, window = panel.evaluate("e => [e.scrollTop, e.scrollHeight, e.clientHeight]")
        if at + window >= height - 5 and len(drawn) >= len(charts):
            break
        panel.evaluate("e => { e.scrollTop += 900; }")
        page.wait_for_timeout(120)
    assert drawn == {chart["description"] for chart in charts}
    assert moved == sum(
        any("bind" in parameter for parameter in chart.get("params", [])) for chart in charts
    )
    assert page.outside == []
    assert not [text for text in page.complaints if "vega" in text.lower()]
