"""What a student hands in: JupyterLab's own export, through its menu, with the box it ticks."""

import json
import re
import urllib.request

import altair as alt
import build_notebooks
import nbformat
import pandas as pd
import pytest

pytestmark = pytest.mark.slow

NAME = "own.ipynb"
SAID = "Longer lists? Bars: report down the side, acts along the bottom. Yu 1999: 12; Yu 2000: 40."


def put(lab, notebook):
    """Lay a notebook into the student's folder, as the server itself would."""
    body = json.dumps({"type": "notebook", "format": "json", "content": notebook}).encode()
    request = urllib.request.Request(f"{lab}/api/contents/{NAME}", data=body, method="PUT")
    request.add_header("Content-Type", "application/json")
    # Without a token a server asks for its own page first, whose cookie guards what is written.
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    opener.open(f"{lab}/lab").close()
    (cookies,) = [h.cookiejar for h in opener.handlers if hasattr(h, "cookiejar")]
    token = next((cookie.value for cookie in cookies if cookie.name == "_xsrf"), "")
    request.add_header("X-XSRFToken", token)
    opener.open(request).close()


def own_notebook():
    """One chart with the picture that stored solutions carry, one without, and some prose."""
    rows = pd.DataFrame({"report": ["Yu 1999", "Yu 2000"], "acts": [12, 40]})
    chart = alt.Chart(rows, title="Longer lists?").mark_bar().encode(x="acts", y="report")
    bundle = chart._repr_mimebundle_()
    bundle = bundle[0] if isinstance(bundle, tuple) else bundle
    cells = [nbformat.v4.new_markdown_cell("# Mine\n\nOne paragraph.")]
    for _ in range(2):
        shown = nbformat.v4.new_output("display_data", dict(bundle))
        cells.append(nbformat.v4.new_code_cell("chart", outputs=[shown]))
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=build_notebooks.KERNEL)
    build_notebooks.with_pictures(notebook)
    del notebook.cells[2].outputs[0].data["image/png"]
    return notebook


def test_save_and_export_keeps_every_chart_and_its_words(page, lab):
    put(lab, own_notebook())
    page.goto(f"{lab}/lab/tree/{NAME}?reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    # Live charts, also where a picture is stored beside one.
    page.locator(".jp-OutputArea canvas").nth(1).wait_for(timeout=60_000)
    assert page.locator(".jp-OutputArea img").count() == 0
    names = page.locator(".jp-OutputArea [role=graphics-document]")
    assert [chart.get_attribute("aria-label") for chart in names.all()] == [SAID, SAID]
    assert page.locator(".vega-embed summary").count() == 0, "no menu in the corner"

    asked = []
    page.context.on("request", lambda request: asked.append(request.url))
    html = page.locator(".lm-Menu-itemLabel", has_text=re.compile("^HTML$"))
    for _ in range(30):
        # The forms are asked of the server; a menu opened before they are known stays empty.
        page.get_by_role("menuitem", name="File", exact=True).click()
        page.get_by_text("Save and Export Notebook As", exact=True).hover()
        page.wait_for_timeout(1000)
        if html.count():
            break
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    html.click()
    dialog = page.locator("dialog.jp-Dialog")
    assert dialog.get_by_text("Sanitize").is_visible() and dialog.locator("input").is_checked()
    dialog.locator("button.jp-mod-accept").click()
    for _ in range(300):
        if any("/nbconvert/html/" in url for url in asked):
            break
        page.wait_for_timeout(200)
    # The answer goes to a window of its own that is a download; the same is asked for once more.
    (address,) = (url for url in asked if "/nbconvert/html/" in url)
    answer = page.context.request.get(address, headers={"Referer": f"{lab}/lab"})
    assert answer.ok and "sanitize_html=true" in address

    page.goto("about:blank")
    page.set_content(answer.text())
    pictures = page.locator("figure img")
    assert [picture.get_attribute("alt") for picture in pictures.all()] == [SAID, SAID]
    assert all(picture.evaluate("p => p.naturalWidth > 300") for picture in pictures.all())
    assert page.get_by_role("heading", name="Mine").is_visible()
    assert "<p>" not in page.locator("body").inner_text()
