"""A citation is clicked: its page opens beside the notebook, at the passage, and one comes back."""

import json

import links
import nbformat
import pytest
from build_notebooks import KERNEL
from nbconvert.filters import markdown2html

from sinorus.paths import course

pytestmark = pytest.mark.slow

READER = course() / "notebooks" / "reader"
#: What is cited, one of each kind of page; the last entry shows whether the last can scroll up.
CITED = [
    *("Yu 1999 ¶14", "Miller 2002 ¶10.4", "Yu 1999 c12", "record 10 June 1999"),
    *("treaty-2001 art9", "E07", "NMD", "stroyev", "reuters-2000-06-24"),
]
FOLDER = "links-trial"
#: Put a file into the student's folder as JupyterLab itself would.
SAVE = """async ([path, type, content]) => {
    const xsrf = document.cookie.split('; ').find(part => part.startsWith('_xsrf=')).slice(6);
    const answer = await fetch(`/api/contents/${path}`, {
        method: 'PUT', headers: {'X-XSRFToken': xsrf, 'Content-Type': 'application/json'},
        body: JSON.stringify(type === 'directory' ? {type} : {type, format: type === 'file' ?
            'text' : 'json', content: type === 'file' ? content : JSON.parse(content)}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}"""
VISIBLE = ".lm-DockPanel-widget:not(.lm-mod-hidden) .jp-MarkdownViewer"


def cells():
    return "\n\n".join(links.link(what, f"fact {at} end") for at, what in enumerate(CITED))


def notebook(form):
    made = nbformat.v4.new_notebook(metadata=KERNEL)
    made.cells.append(nbformat.v4.new_markdown_cell(cells()))
    return json.dumps(links.written(made, form))


@pytest.fixture
def folder(page, lab):
    """A folder with a student's notebook, a solved one, and the reader pages."""
    page.goto(f"{lab}/lab?reset")
    page.get_by_role("menuitem", name="File", exact=True).wait_for(timeout=60_000)

    def save(path, kind, content=""):
        page.evaluate(SAVE, [f"{FOLDER}{path}", kind, content])

    for path in ("", "/reader", "/solutions"):
        save(path, "directory")
    for path in READER.glob("*.md"):
        save(f"/reader/{path.name}", "file", path.read_text(encoding="utf-8"))
    save("/trial.ipynb", "notebook", notebook("student"))
    save("/solutions/trial.ipynb", "notebook", notebook("solution"))
    return FOLDER


def open_trial(page, lab, path):
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(f"{lab}/lab/tree/{path}?reset")
    page.locator(".jp-NotebookPanel a", has_text="fact 0 end").wait_for(timeout=60_000)
    page.get_by_text("| Idle").wait_for(timeout=90_000)


def in_view(page, anchor):
    """Wait until an anchor of the open page stands at the top of the window."""
    page.wait_for_function(
        """([visible, id]) => {
            const view = document.querySelector(visible);
            const found = view?.querySelector(`[data-jupyter-id="${id}"]`);
            if (!found) return false;
            const [from, at] = [view, found].map(e => e.getBoundingClientRect().top);
            return at - from > -40 && at - from < 60;
        }""",
        arg=[VISIBLE, anchor],
        timeout=30_000,
    )


@pytest.mark.parametrize("path", ["trial.ipynb", "solutions/trial.ipynb"])
def test_a_click_opens_the_passage_and_the_notebook_stays(page, lab, folder, path):
    open_trial(page, lab, f"{folder}/{path}")
    tabs = page.locator("#jp-main-dock-panel .lm-TabBar-tab")
    for at, what in enumerate(CITED):
        place = links.find(what)
        fact = page.locator(".jp-NotebookPanel a", has_text=f"fact {at} end")
        assert fact.get_attribute("title") == place.title.replace("\\$", "$")
        fact.click()
        in_view(page, place.anchor)
        assert tabs.filter(has_text=f"{place.page}.md").count() == 1
        tabs.filter(has_text="trial.ipynb").click()
        fact.wait_for(state="visible")
    assert tabs.filter(has_text="trial.ipynb").count() == 1
    assert page.outside == []


def test_a_page_leads_to_other_places_and_pages(page, lab, folder):
    open_trial(page, lab, f"{folder}/trial.ipynb")
    page.locator(".jp-NotebookPanel a", has_text="fact 0 end").click()
    in_view(page, "p14")
    view = page.locator(VISIBLE)
    view.locator("a", has_text="c4").first.click()
    in_view(page, "c4")
    view.locator("a[title^='record 10 May 1999 a']").first.click()
    in_view(page, "1999-05-10-call")


def test_every_page_is_set_whole(page, lab, folder):
    """No mark of Markdown or tag of HTML is printed, and nothing is taken for mathematics."""
    names = sorted(path.stem for path in READER.glob("*.md"))
    known = {name: [at for where, at in links.places() if where == name and at] for name in names}
    made = nbformat.v4.new_notebook(metadata=KERNEL)
    text = "\n\n".join(f"[page {name}](reader/{name}.md#{known[name][-1]})" for name in names)
    made.cells.append(nbformat.v4.new_markdown_cell(f"[fact 0 end](reader/words.md)\n\n{text}"))
    page.evaluate(SAVE, [f"{folder}/pages.ipynb", "notebook", json.dumps(made)])
    open_trial(page, lab, f"{folder}/pages.ipynb")
    for name in names:
        page.locator(".jp-NotebookPanel a", has_text=f"page {name}").click()
        view = page.locator(VISIBLE)
        in_view(page, known[name][-1])
        shown = view.inner_text()
        for mark in ("**", "](", "<a", "<small", "<div", "&ensp;", "&#36;", "mathjax"):
            assert mark not in shown, (name, shown[shown.index(mark) - 60 :][:120])
        assert view.locator("mjx-container").count() == 0, name
        ids = "all => all.map(one => one.dataset.jupyterId)"
        assert set(known[name]) <= set(view.locator("a[data-jupyter-id]").evaluate_all(ids)), name
        page.locator("#jp-main-dock-panel .lm-TabBar-tab", has_text="pages.ipynb").click()


def test_the_form_of_the_site_leads_to_the_passage(page, lab):
    """As pages of a site, made of the same Markdown."""

    def serve(route):
        name = route.request.url.split("#")[0].rsplit("/", 1)[1].removesuffix(".html")
        text = links.convert(cells(), "site")
        if name != "trial":
            text = (READER / f"{name}.md").read_text(encoding="utf-8")
            text = links.convert(text, "site page")
        route.fulfill(body=markdown2html(text), content_type="text/html; charset=utf-8")

    page.set_viewport_size({"width": 1366, "height": 768})
    page.route(f"{lab}/site/**", serve)
    for at, what in enumerate(CITED):
        page.goto(f"{lab}/site/trial.html")
        page.locator("a", has_text=f"fact {at} end").click()
        place = links.find(what)
        page.wait_for_url(f"**/site/reader/{place.page}.html#{place.anchor}")
        page.wait_for_function(
            """id => { const at = document.getElementById(id)?.getBoundingClientRect().top;
                return at > -40 && at < 60; }""",
            arg=place.anchor,
        )


def test_a_wrong_form_does_nothing_and_that_is_why_links_are_converted(page, lab, folder):
    """From solutions/ a link in the student's form opens no page: the build writes ../reader/."""
    made = nbformat.v4.new_notebook(metadata=KERNEL)
    made.cells.append(nbformat.v4.new_markdown_cell(cells()))
    page.evaluate(SAVE, [f"{folder}/solutions/wrong.ipynb", "notebook", json.dumps(made)])
    open_trial(page, lab, f"{folder}/solutions/wrong.ipynb")
    page.locator(".jp-NotebookPanel a", has_text="fact 0 end").click()
    page.wait_for_timeout(2_000)
    assert page.locator(".jp-MarkdownViewer").count() == 0
