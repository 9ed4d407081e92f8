"""The stored notebooks: executed, clean, cited, their charts drawn."""

import json
import re

import nbformat
import pytest
from charting import problems

import sinorus
from sinorus.paths import course

PATHS = sorted((course() / "notebooks").rglob("*.ipynb"))
MIME = "application/vnd.vegalite.v5+json"
LOCATOR = re.compile(r"`((?:gpr-web|miller-2002|monitor-2000|yu-1999|yu-2000) [^`]+)`")


@pytest.fixture(params=PATHS, ids=[path.stem for path in PATHS])
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_every_cell_was_executed_in_order(notebook):
    """A cell that was never run is not compared by nbval, so there must be none."""
    assert [cell.execution_count for cell in code(notebook)] == list(range(1, len(code(notebook)) + 1))


def test_no_output_is_an_error_or_a_warning(notebook):
    for cell in code(notebook):
        assert not any(output.output_type == "error" or output.get("name") == "stderr" for output in cell.outputs), cell.id


def test_stored_notebooks_are_clean(notebook):
    assert set(notebook.metadata) == {"kernelspec", "language_info"} and notebook.metadata["language_info"] == {"name": "python"}
    for cell in notebook.cells:
        assert set(cell.metadata) <= {"tags"}, cell.id
        assert re.fullmatch(r"[a-z][a-z0-9-]*", cell.id), "cell ids are words, so that they stay"
    text = json.dumps(notebook)
    assert "/home/" not in text and "/root/" not in text and "site-packages" not in text


def test_charts_are_described_and_drawn(notebook):
    charts = [output.data[MIME] for cell in code(notebook) for output in cell.outputs if MIME in output.get("data", {})]
    assert charts
    for chart in charts:
        assert problems(chart) == []


def test_no_chart_needs_the_internet(notebook):
    for cell in code(notebook):
        for output in cell.outputs:
            assert not any("<script" in "".join(value) for kind, value in output.get("data", {}).items() if kind == "text/html"), cell.id


def test_citations_resolve(notebook):
    cited = [locator for cell in notebook.cells if cell.cell_type == "markdown" for locator in LOCATOR.findall(cell.source)]
    assert cited
    for locator in cited:
        assert sinorus.passage(locator)


def paragraphs(cell):
    return re.split(r"\n\s*\n|\n- ", cell.source)


def test_a_passage_with_an_error_on_record_is_cited_beside_its_dispute(notebook):
    errors = sinorus.load("disputes").query("kind == 'error'")
    on_record = [(row.dispute_id, locator) for row in errors.itertuples() for locator in row.locators.split(";")]
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for paragraph in paragraphs(cell):
                for dispute_id, locator in on_record:
                    if f"`{locator}`" in paragraph and not paragraph.startswith("|"):
                        assert f"[{dispute_id}]" in paragraph, (locator, dispute_id, paragraph[:60])


def test_marks_of_disputes_lead_to_them(notebook):
    known = set(sinorus.load("disputes")["dispute_id"])
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            assert set(re.findall(r"\[([ETDV]\d\d)\]", cell.source)) <= known


def test_cells_are_short(notebook):
    lengths = sorted(len([line for line in cell.source.splitlines() if line.strip()]) for cell in code(notebook))
    assert lengths[-1] <= 15 and lengths[len(lengths) // 2] <= 4


def test_prose_that_states_history_is_cited(notebook):
    """A cell without the tag no-claim has a citation in every paragraph that names a year."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and "no-claim" not in cell.metadata.get("tags", []):
            for paragraph in paragraphs(cell):
                if re.search(r"\b(?:19|20)\d\d\b", LOCATOR.sub("", paragraph)) and not paragraph.startswith(("*Passages cited", "**What", "**To discuss")):
                    assert LOCATOR.search(paragraph), (cell.id, paragraph[:60])


def test_own_copies_were_not_read(notebook, monkeypatch):
    """Stored outputs come from the editions: every long text shown is in them."""
    monkeypatch.delenv("SINORUS_REPORTS", raising=False)
    texts = {*sinorus.passages()["text"], *sinorus.entries()["text"]}
    for cell in code(notebook):
        if cell.source.startswith("sinorus.passage("):
            shown = cell.outputs[0].data["text/plain"]
            assert shown in texts or shown.split(": ", 1)[-1] in texts, cell.id


def test_student_notebooks_are_the_ones_copied():
    assert {path.name for path in PATHS if path.parent.name == "notebooks"} == {path.name for path in (course() / "notebooks").glob("*.ipynb")}
    assert (course() / "notebooks" / "00_start_here.ipynb").exists()
