"""What a screen reader meets: axe-core on the first notebook, run, and on an exported page."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from sinorus.paths import course
from sinorus.teaching.lab import lab_environment

pytestmark = pytest.mark.slow

NAME = "00_start_here"
#: What JupyterLab itself, or nbconvert's own page, gets wrong; named one by one.
THEIRS = {
    "aria-input-field-name",  # the code editors have no name
    "aria-required-children",  # the notebook's list of cells
    "button-name",  # toolbar buttons of a cell
    "scrollable-region-focusable",
    "landmark-one-main",
    "region",
    "page-has-heading-one",
}


def findings(page, within):
    """Rules that are broken inside our own output and prose."""
    found = Axe().run(page, context=within).response["violations"]
    return {
        (rule["id"], node["html"][:120])
        for rule in found
        if rule["id"] not in THEIRS
        for node in rule["nodes"]
    }


def test_axe_finds_nothing_of_ours_in_the_first_notebook(page, lab):
    page.goto(f"{lab}/lab/tree/{NAME}.ipynb?reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    page.get_by_text("| Idle").wait_for(timeout=90_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    page.locator(".jp-OutputArea [role=graphics-document]").first.wait_for(timeout=60_000)
    page.wait_for_timeout(3000)
    ours = {
        found
        for place in (".jp-RenderedMarkdown", ".jp-OutputArea-output")
        if page.locator(place).count()
        for found in findings(page, place)
    }
    assert ours == set()


def test_headings_are_in_order_and_tables_have_marked_heads(page, lab):
    page.goto(f"{lab}/lab/tree/{NAME}.ipynb?reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-RenderedMarkdown h1", timeout=60_000)
    levels = page.eval_on_selector_all(
        ".jp-RenderedMarkdown h1, .jp-RenderedMarkdown h2, .jp-RenderedMarkdown h3",
        "nodes => nodes.map(node => Number(node.tagName[1]))",
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_axe_finds_nothing_of_ours_on_an_exported_page(page, lab, tmp_path):
    solved = course() / "notebooks" / "solutions" / f"{NAME}.ipynb"
    command = [sys.executable, "-m", "nbconvert", "--to", "html", str(solved)]
    command += ["--output-dir", str(tmp_path)]
    subprocess.run(command, env=lab_environment(), check=True, capture_output=True)
    page.context.unroute_all()
    page.goto(Path(tmp_path / f"{NAME}.html").as_uri())
    page.wait_for_selector("img[alt]", timeout=30_000)
    ours = findings(page, ".jp-OutputArea-output") | findings(page, ".jp-RenderedMarkdown")
    # nbconvert's own style shows links by colour alone
    assert {found for found in ours if found[0] != "link-in-text-block"} == set()
