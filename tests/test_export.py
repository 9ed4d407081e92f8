"""Pages that leave JupyterLab: every chart is a picture, and has its words."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path

import altair as alt
import build_notebooks
import nbconvert
import nbformat
import pandas as pd
import pytest
import vl_convert
from traitlets.config import Config

from sinorus.charts import draw_apart, export
from sinorus.charts.draw_apart import packed
from sinorus.charts.safe_html import clean
from sinorus.charts.theme import MIME
from sinorus.charts.words import name
from sinorus.paths import course
from sinorus.teaching import lab
from sinorus.teaching.lab import lab_environment

SOLVED = sorted((course() / "notebooks" / "solutions").glob("*.ipynb"))
CONFIG = Path(lab.__file__).parent / "jupyter_config"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))),
    None,
)


class Pictures(HTMLParser):
    """Collect the images of a page as (source, alt)."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.found.append((dict(attrs)["src"], dict(attrs).get("alt")))


def charts_of(notebook):
    return [
        output.data[MIME]
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if MIME in output.get("data", {})
    ]


def page_of(notebook, exporter=nbconvert.HTMLExporter, **options):
    """A notebook exported as the course's configuration says."""
    kept = Config(json.loads((CONFIG / "jupyter_nbconvert_config.json").read_text()))
    return exporter(config=kept, **options).from_notebook_node(notebook)[0]


def holding(*charts):
    """A notebook that a student made, with these charts as its outputs."""
    notebook = nbformat.v4.new_notebook()
    for chart in charts:
        bundle = chart._repr_mimebundle_()
        bundle = bundle[0] if isinstance(bundle, tuple) else bundle
        shown = nbformat.v4.new_output("execute_result", bundle, execution_count=1)
        notebook.cells.append(nbformat.v4.new_code_cell("chart", outputs=[shown]))
    return notebook


ROWS = pd.DataFrame({"report": ["Yu 1999", "Yu 2000"], "acts": [12, 40]})
BARS = alt.Chart(ROWS, title="Longer lists <or> more acts?").mark_bar().encode(x="acts", y="report")
SAID = (
    "Longer lists <or> more acts? Bars: report down the side, acts along the bottom."
    " Yu 1999: 12; Yu 2000: 40."
)
#: A chart whose rows cannot be had, as when a student names a file that is not there.
LOST = {"mark": "bar", "encoding": {"x": {"field": "n", "type": "nonsense"}}, "title": "Lost"}


@pytest.mark.parametrize("path", SOLVED, ids=lambda path: path.stem)
def test_an_exported_page_shows_every_chart_with_its_words(path):
    notebook = nbformat.read(path, as_version=4)
    charts = charts_of(notebook)
    assert charts
    # JupyterLab's export sanitizes unless one unticks a box.
    found = Pictures(page_of(notebook, sanitize_html=True)).found
    drawn = [said for source, said in found if source.startswith("data:image/svg")]
    assert drawn == [name(chart) for chart in charts]


def test_a_student_s_chart_without_a_description_gets_one():
    ((source, said),) = Pictures(page_of(holding(BARS))).found
    assert said == SAID
    drawn = base64.b64decode(source.split(",")[1]).decode("utf-8")
    assert drawn.startswith("<svg") and ">Yu 2000<" in drawn


def test_a_chart_shown_by_another_renderer_of_this_form_is_named_too():
    """Such as one stored before the course had a renderer that speaks."""
    notebook = holding(BARS)
    charts_of(notebook)[0].pop("description")
    assert Pictures(page_of(notebook)).found[0][1] == SAID


def test_a_chart_that_cannot_be_drawn_leaves_its_words_and_the_others_their_pictures():
    notebook = holding(BARS, BARS)
    notebook.cells[0].outputs[0].data[MIME] = LOST
    page = page_of(notebook)
    assert len(Pictures(page).found) == 1
    assert "<p>Lost. Bars" in page


def test_where_nothing_can_draw_a_page_has_the_words(monkeypatch):
    monkeypatch.setattr(export.sys, "executable", "/no/such/python")
    page = page_of(holding(BARS, BARS))
    assert Pictures(page).found == []
    assert page.count("Longer lists &lt;or&gt; more acts? Bars") == 2


def test_a_notebook_saved_as_a_notebook_is_left_alone():
    notebook = holding(BARS)
    text = page_of(notebook, nbconvert.NotebookExporter)
    assert set(nbformat.reads(text, 4).cells[0].outputs[0].data) == {MIME, "text/plain"}


def test_exporting_does_not_change_the_notebook():
    notebook = holding(BARS)
    before = json.dumps(notebook)
    page_of(notebook)
    assert json.dumps(notebook) == before


@pytest.mark.parametrize("exporter", [nbconvert.SlidesExporter, nbconvert.MarkdownExporter])
def test_slides_and_markdown_have_the_picture_too(exporter):
    assert [said for _, said in Pictures(page_of(holding(BARS), exporter)).found] == [SAID]


@pytest.mark.slow
def test_what_draws_is_loaded_by_a_process_of_its_own():
    code = (
        "import sys; from sinorus.charts.export import pictures;"
        "x = {'field': 'n', 'type': 'quantitative'};"
        "chart = {'data': {'values': [{'n': 1}]}, 'mark': 'bar', 'encoding': {'x': x}};"
        "print(pictures([chart])[0][:4], pictures([]), 'vl_convert' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "<svg [] False"


# --- how a page looks


@pytest.fixture
def browser():
    if CHROMIUM is None:
        if os.environ.get("SINORUS_REQUIRE_BROWSER"):
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine: how a page looks was not tested")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


LONG = pd.DataFrame(
    {"what a minister said": ["Mmm, what a wonderful communique of Moscow"], "acts": [1]}
)
CROWDED = alt.Chart(LONG, title="WWWWWWWWWW moments when ministers met in Moscow and Washington")
CROWDED = CROWDED.mark_bar().encode(
    x=alt.X("acts", title="how many wonderful moments, summed over all memoranda"),
    y=alt.Y("what a minister said", axis=alt.Axis(labelLimit=400)),
)


@pytest.mark.parametrize("chart", [BARS, CROWDED, CROWDED.properties(width=120, height=60)])
@pytest.mark.parametrize("font", ["sans-serif", "DejaVu Sans", "Verdana, DejaVu Sans"])
def test_no_letter_is_lost_in_a_wider_font(browser, chart, font):
    """What draws measures words in its own font; a reader's browser has another."""
    (drawn,) = export.pictures([chart.to_dict()])
    drawn = drawn.replace(draw_apart._FONTS, font)
    page = browser.new_page()
    page.set_content(f"<body style='margin: 0'>{drawn}</body>")
    window, words = page.evaluate(
        """() => {
            const box = (e) => {
                const b = e.getBoundingClientRect();
                return [b.left, b.top, b.right, b.bottom];
            };
            const svg = document.querySelector('svg');
            return [box(svg), [...svg.querySelectorAll('text')].map(box)];
        }"""
    )
    page.close()
    assert len(words) > 3
    for left, top, right, bottom in words:
        assert left >= window[0] and right <= window[2]
        assert top >= window[1] and bottom <= window[3]


def test_a_picture_is_no_wider_for_the_room_of_its_words():
    vega = vl_convert.vegalite_to_svg(CROWDED.to_dict(), vl_version="5.8")
    (drawn,) = export.pictures([CROWDED.to_dict()])

    def size(svg):
        return [float(re.search(rf'<svg[^>]* {side}="([\d.]+)"', svg)[1]) for side in SIDES]

    SIDES = ("width", "height")
    assert size(drawn)[0] == size(vega)[0] and size(drawn)[1] <= size(vega)[1]
    ground = re.search(
        r'<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)" fill="white"', drawn
    )
    assert re.search(r'viewBox="([^"]+)"', drawn)[1] == " ".join(ground.groups())


def test_on_paper_long_lines_of_code_are_broken(browser):
    notebook = holding(BARS)
    notebook.cells[0].source = "chart = " + " + ".join(["a_long_name"] * 40) + "_" * 300
    said = nbformat.v4.new_output("stream", text="word " * 80 + "_" * 300)
    notebook.cells[0].outputs.append(said)
    page = browser.new_page(viewport={"width": 700, "height": 900})
    page.route("**/*", lambda route: route.abort())
    page.set_content(page_of(notebook, sanitize_html=True))
    over = """() => [...document.querySelectorAll('pre')].filter(
        (pre) => pre.getBoundingClientRect().right > 700 || pre.scrollWidth > pre.clientWidth + 1
    ).length"""
    assert page.evaluate(over) > 0
    page.emulate_media(media="print")
    assert page.evaluate(over) == 0
    page.close()


# --- what is sanitized


@pytest.mark.parametrize(
    "harmful, left",
    [
        ("<script>alert(1)</script>", ""),
        ("<SCRIPT src='x'>alert(1)</SCRIPT >", ""),
        ("<style>p {color: red}</style>", ""),
        ('<p onclick="x()">a</p>', "<p>a</p>"),
        ('<img src="x" onerror="x()">', '<img src="x">'),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        ('<a href="data:text/html,<script>">a</a>', "<a>a</a>"),
        ('<a href=" da\nta:text/html,x">a</a>', "<a>a</a>"),
        ('<img src="data:text/html;base64,AA">', "<img>"),
        ('<img src="data:image/svg+xml,<svg onload=x()>">', "<img>"),
        ('<p style="background: url(http://x)">a</p>', '<p style="">a</p>'),
    ],
)
def test_what_could_run_is_taken_out(harmful, left):
    assert clean(harmful) == left


@pytest.mark.parametrize(
    "tag", ["script", "iframe", "form", "input", "object", "svg", "base", "meta"]
)
def test_tags_that_could_act_are_shown_and_not_run(tag):
    assert f"<{tag}" not in clean(f'<{tag} src="x">a')


@pytest.mark.parametrize(
    "harmless",
    [
        '<h2 id="a">Votes</h2><p><a href="reader/yu-1999.md#p14" title="Yu 1999 ¶14">a</a></p>',
        '<table><thead><tr><th scope="col">a</th></tr></thead></table>',
        "<table><caption>a</caption><tbody><tr><td>1</td></tr></tbody></table>",
        '<div role="status" style="border-left: 6px solid var(--x); margin: 0.3em 0;">Right.</div>',
        "<details><summary>disputed</summary>a</details>",
        '<img src="data:image/png;base64,iVBORw0KGgo=" alt="a">',
    ],
)
def test_what_a_page_is_made_of_stays(harmless):
    assert clean(harmless) == clean(harmless.encode()) == harmless


def test_a_sanitized_page_prints_no_tags_as_text():
    for path in SOLVED[:2]:
        page = page_of(nbformat.read(path, as_version=4), sanitize_html=True)
        assert not re.findall(r"&lt;/?(?:p|h\d|t[dhr]|thead|tbody|figure|img|style)\b", page)


def test_jupyterlab_and_the_terminal_are_told_the_same():
    server = json.loads((CONFIG / "jupyter_server_config.json").read_text())
    assert server == json.loads((CONFIG / "jupyter_nbconvert_config.json").read_text())
    assert lab_environment()["JUPYTER_CONFIG_PATH"].split(os.pathsep)[0] == str(CONFIG.resolve())


# --- pictures in the stored solutions


def test_a_picture_stands_beside_each_chart_of_a_solution():
    notebook = build_notebooks.with_pictures(holding(BARS, BARS))
    for cell in notebook.cells:
        assert set(cell.outputs[0].data) == {MIME, "text/plain", "image/png"}
        assert cell.outputs[0].data["image/png"].startswith("iVBOR")
    nbformat.validate(notebook)
    notebook.cells[0].outputs[0].data[MIME] = LOST
    with pytest.raises(ValueError, match="Longer lists"):
        build_notebooks.with_pictures(notebook)


@pytest.mark.parametrize("path", SOLVED, ids=lambda path: path.stem)
def test_stored_solutions_carry_pictures_and_none_is_heavy(path):
    lacking = [
        cell.id
        for cell in nbformat.read(path, as_version=4).cells
        for output in cell.get("outputs", [])
        if MIME in output.get("data", {}) and "image/png" not in output.data
    ]
    assert lacking == []
    assert path.stat().st_size <= 600_000


def test_student_s_copies_carry_no_pictures():
    for path in (course() / "notebooks").glob("*.ipynb"):
        assert "image/png" not in path.read_text(encoding="utf-8")


def test_a_pressed_picture_is_the_same_picture():
    png = vl_convert.vegalite_to_png(BARS.to_dict(), vl_version="5.8")

    def pixels(picture):
        assert picture[:8] == b"\x89PNG\r\n\x1a\n"
        data, at = b"", 8
        while at < len(picture):
            length = int.from_bytes(picture[at : at + 4], "big")
            kind, body = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
            crc = int.from_bytes(picture[at + 8 + length : at + 12 + length], "big")
            assert crc == zlib.crc32(kind + body)
            data += body if kind == b"IDAT" else b""
            at += length + 12
        assert kind == b"IEND"
        return zlib.decompress(data), picture[16:29]

    assert pixels(packed(png)) == pixels(png)
    assert len(packed(png)) < len(png) / 2


# --- what costs seconds: the command of the docstring, and paper


@pytest.mark.slow
def test_the_command_in_the_docstring_works(tmp_path):
    nbformat.write(holding(BARS), tmp_path / "FILE.ipynb")
    (command,) = re.findall(r"^    jupyter (nbconvert .+)$", export.__doc__, re.MULTILINE)
    subprocess.run(
        [sys.executable, "-m", *command.split()], cwd=tmp_path, check=True, capture_output=True
    )
    page = (tmp_path / "FILE.html").read_text(encoding="utf-8")
    assert [said for _, said in Pictures(page).found] == [SAID]


@pytest.mark.slow
def test_configured_by_its_path_a_terminal_needs_no_option(tmp_path):
    nbformat.write(holding(BARS), tmp_path / "own.ipynb")
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "html", "own.ipynb"],
        cwd=tmp_path,
        env={**lab_environment(), "JUPYTER_CONFIG_DIR": str(tmp_path / "none")},
        check=True,
        capture_output=True,
    )
    page = (tmp_path / "own.html").read_text(encoding="utf-8")
    assert [said for _, said in Pictures(page).found] == [SAID]


@pytest.mark.slow
def test_printed_to_pdf_a_page_keeps_pictures_and_words(tmp_path):
    """Chromium writes a tagged PDF, in which each picture has its words as /Alt."""
    if CHROMIUM is None:
        if os.environ.get("SINORUS_REQUIRE_BROWSER"):
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine: paper was not tested")
    from playwright.sync_api import sync_playwright

    notebook = nbformat.read(SOLVED[1], as_version=4)
    expected = [name(chart) for chart in charts_of(notebook)]
    (tmp_path / "page.html").write_text(page_of(notebook), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.route(
            "**/*",
            lambda route: (
                route.continue_()
                if route.request.url.startswith(("file:", "data:"))
                else route.abort()
            ),
        )
        page.goto(f"file://{tmp_path}/page.html")
        widths = page.evaluate(
            "[...document.images].filter(i => i.alt).map(i => i.complete && i.naturalWidth)"
        )
        pdf = page.pdf(format="A4", tagged=True)
        page.evaluate("document.querySelectorAll('figure').forEach(figure => figure.remove())")
        without = page.pdf(format="A4", tagged=True)
        browser.close()
    assert len(widths) == len(expected) and min(widths) > 300
    assert len(re.findall(rb"/Alt\b", pdf)) == len(expected)
    assert not re.findall(rb"/Alt\b", without)
    assert len(pdf) > len(without) + 2000 * len(expected)
