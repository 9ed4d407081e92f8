"""The stored notebooks: executed, clean, cited, their charts drawn."""

import json
import re

import bounds
import build_notebooks
import measure_course as measures
import nbformat
import pytest
from cells import EXERCISE
from charting import problems
from measure_course import LOCATOR, paragraphs

import sinorus
from sinorus.paths import course
from sinorus.teaching.exercises import COURSE

PATHS = sorted(
    path
    for path in (course() / "notebooks").rglob("*.ipynb")
    if ".ipynb_checkpoints" not in path.parts
)
MIME = "application/vnd.vegalite.v5+json"


@pytest.fixture(params=PATHS, ids=[f"{path.parent.name}-{path.stem}" for path in PATHS])
def notebook(request):
    return nbformat.read(request.param, as_version=4)


#: A link into the pages that citations open.
LINK = re.compile(r"\]\((?:\.\./)?reader/[a-z0-9-]+\.md#")


def edition(notebook):
    """1 for the notebooks whose citations stand in backticks, 2 for those with links."""
    return notebook.metadata.get("sinorus", {}).get("edition", 1)


def cited(paragraph):
    return LOCATOR.search(paragraph) or LINK.search(paragraph)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_every_cell_was_executed_in_order(notebook):
    """A cell that was never run is not compared by nbval, so there must be none."""
    assert [cell.execution_count for cell in code(notebook)] == list(
        range(1, len(code(notebook)) + 1)
    )


def test_no_output_is_an_error_or_a_warning(notebook):
    for cell in code(notebook):
        assert not any(
            output.output_type == "error" or output.get("name") == "stderr"
            for output in cell.outputs
        ), cell.id


def test_stored_notebooks_are_clean(notebook):
    assert set(notebook.metadata) - {"sinorus"} == {"kernelspec", "language_info"}
    assert notebook.metadata["language_info"] == {"name": "python"}
    assert notebook.metadata.get("sinorus", {"edition": 2}) == {"edition": 2}
    for cell in notebook.cells:
        assert set(cell.metadata) <= {"tags", "jupyter"}, cell.id
        assert cell.metadata.get("jupyter", {"source_hidden": True}) == {"source_hidden": True}
        assert re.fullmatch(r"[a-z][a-z0-9-]*", cell.id), "cell ids are words, so that they stay"
    text = json.dumps(notebook)
    assert "/home/" not in text and "/root/" not in text and "site-packages" not in text
    assert str(course()) not in text and "<module" not in text, (
        "a bare module name at a cell's end prints its path"
    )


def test_charts_are_described_and_drawn(notebook):
    charts = [
        output.data[MIME]
        for cell in code(notebook)
        for output in cell.outputs
        if MIME in output.get("data", {})
    ]
    assert charts
    for chart in charts:
        # a chart that the student grows line by line gets its title in the last line
        untitled = {"it has no title"} if edition(notebook) == 2 else set()
        assert set(problems(chart)) <= untitled
        assert not set("{}[]\n") & set(chart["description"]), (
            "a description is spoken: no table, dict or list printed into it"
        )


def test_no_chart_needs_the_internet(notebook):
    for cell in code(notebook):
        for output in cell.outputs:
            assert not any(
                "<script" in "".join(value)
                for kind, value in output.get("data", {}).items()
                if kind == "text/html"
            ), (
                f"{cell.id}: the chart asks the internet. Use sinorus.charts once before the first"
                " chart: that turns on the course's renderer."
            )


#: What looks like a citation: anything in backticks that begins with a report or a document and
#: goes on with a place in it.
ALMOST = re.compile(r"`((?:gpr-web|miller-\d{4}|monitor-\d{4}|yu-\d{4}) [^`]+)`")
CLAUSE = re.compile(r"`([a-z0-9-]+) ((?:art|par|point)\d+[a-z]?|preamble)`")


def test_what_looks_like_a_citation_is_one(notebook):
    """`yu-2000 p11` is what a student may type; the course prints `yu-2000 ¶11`. Articles of
    treaties are rows of clauses.
    """
    clauses = set(map(tuple, sinorus.load("clauses")[["source_id", "article"]].to_numpy()))
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for text in ALMOST.findall(cell.source):
                assert LOCATOR.fullmatch(f"`{text}`") or text.split(" ")[1].startswith("p"), (
                    cell.id,
                    text,
                )
            assert set(CLAUSE.findall(cell.source)) <= clauses, cell.id


def test_citations_resolve(notebook):
    """Locators in backticks; links are resolved, one by one, by the tests of the reader pages."""
    prose = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    locators = [locator for source in prose for locator in LOCATOR.findall(source)]
    assert locators or any(LINK.search(source) for source in prose)
    for locator in locators:
        assert sinorus.show(locator)


def test_a_passage_with_an_error_on_record_is_cited_beside_its_dispute(notebook):
    errors = sinorus.load("disputes").query("kind == 'error'")
    on_record = [
        (row.dispute_id, locator)
        for row in errors.itertuples()
        for locator in row.locators.split(";")
    ]
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


#: A day or a year; with a person or a figure the sign of a paragraph that states history.
_DATED = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b"
)


def test_prose_that_states_history_is_cited(notebook):
    """Every paragraph carries a citation, unless its cell is tagged no-claim; headings and short
    remarks aside. In edition 2 what only tells a reader what to do names no day and no person.
    """
    people = sinorus.load("people").query("kind == 'person'")["name"].str.split(" ").str[-1]
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and "no-claim" not in cell.metadata.get("tags", []):
            for paragraph in paragraphs(cell):
                if len(paragraph.split()) < 15 or paragraph.startswith(("#", "|")):
                    continue
                told = re.sub(r"`[^`]*`", " ", paragraph)
                states = _DATED.search(told) or any(f" {name}" in told for name in people)
                if edition(notebook) == 1 or states:
                    assert cited(paragraph), (cell.id, paragraph[:60])


def test_no_claim_is_not_a_way_out(notebook):
    """A cell that is said to make no claim names no person of the story together with a year."""
    people = sinorus.load("people").query("kind == 'person'")["name"].str.split(" ").str[-1]
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and "no-claim" in cell.metadata.get("tags", []):
            for paragraph in paragraphs(cell):
                if not cited(paragraph) and re.search(r"\b(?:19|20)\d\d\b", paragraph):
                    assert not [name for name in people if re.search(rf"\b{name}\b", paragraph)], (
                        cell.id,
                        paragraph[:60],
                    )


def test_own_copies_were_not_read(notebook, monkeypatch):
    """Stored outputs come from the editions: what was shown then is shown now."""
    monkeypatch.delenv("SINORUS_REPORTS", raising=False)
    for cell in code(notebook):
        if re.fullmatch(r'sinorus\.show\("[^"]+"\)', cell.source):
            wanted = re.search(r'"([^"]+)"', cell.source)[1]
            assert cell.outputs[0].data["text/plain"] == str(sinorus.show(wanted)), cell.id


SOLVED = [path for path in PATHS if path.parent.name == "solutions"]


@pytest.mark.parametrize("path", SOLVED, ids=lambda path: path.stem)
def test_measures_are_within_bounds(path):
    """If this fails: python tools/measure_course.py names what is out of bounds."""
    notebook, number, copy = measures.read(path)
    if measures.edition(notebook) == 2:
        found, limits = measures.measure(notebook, number, copy), bounds.bounds(number)
    else:
        found, limits = measures.earlier(notebook), bounds.bounds(number, 1)
    assert bounds.out_of_bounds(found, limits) == {}


@pytest.mark.parametrize("path", SOLVED, ids=lambda path: path.stem)
def test_the_student_s_notebook_is_the_solved_one_without_solutions(path):
    """The two cannot drift: the stored student's copy is what the builder makes, cell by cell."""
    made = build_notebooks.student(nbformat.read(path, as_version=4))
    stored = nbformat.read(path.parent.parent / path.name, as_version=4)
    assert [(cell.id, cell.cell_type, cell.source) for cell in made.cells] == [
        (cell.id, cell.cell_type, cell.source) for cell in stored.cells
    ]


def test_every_notebook_has_both_states():
    assert (
        {path.name for path in SOLVED}
        == {path.name for path in PATHS if path.parent.name == "notebooks"}
        != set()
    )
    assert (course() / "notebooks" / "00_start_here.ipynb").exists()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_exercises_are_blank_or_right(path):
    """In the student's copy every exercise is still to do; in the solved one every exercise is
    right. No solution leaks.
    """
    notebook = nbformat.read(path, as_version=4)
    solved = path.parent.name == "solutions"
    for cell in code(notebook):
        if EXERCISE.search(cell.source):
            shown = cell.outputs[-1].data["text/plain"]
            assert shown.startswith(("Right.", "Ready to discuss.") if solved else "To do."), (
                cell.id
            )
            assert ("### BEGIN SOLUTION" in cell.source) == solved and (
                "answer = ...  # your answer" in cell.source
            ) != solved


@pytest.mark.parametrize("path", SOLVED, ids=lambda path: path.stem)
def test_exercises_are_those_of_the_registry(path):
    used = [
        number
        for cell in code(nbformat.read(path, as_version=4))
        for number in EXERCISE.findall(cell.source)
    ]
    assert used == [number for number in COURSE if number.startswith(path.stem[:2])]


@pytest.mark.parametrize(
    "path",
    [path for path in SOLVED if edition(nbformat.read(path, as_version=4)) == 1],
    ids=lambda path: path.stem,
)
def test_every_objective_is_exercised(path):
    """Each objective in the title cell names the exercises that train it, and they exist; a
    notebook of edition 2 opens on a person and a question instead.
    """
    title = nbformat.read(path, as_version=4).cells[0].source
    objectives = re.findall(r"^- (.+)$", title, re.MULTILINE)
    assert objectives
    for objective in objectives:
        named = re.findall(r"\d\d\.\w+", objective)
        assert named and set(named) <= set(COURSE), objective


_NO_FIGURE = re.compile(
    r"```[\s\S]*?```|`[^`]*`|\]\([^)]*\)|\[[ETDV]\d\d\]|^\|.*$|\b(?:19|20)\d\d(?:s|-\d+)?\b|\b\d+(?:st|nd|rd|th)\b|\b\d\d\.\w+\b|\b\d+(?:-\d+)?"
    r" minutes\b|^#.*$|"
    r"\b\d{1,2}(?:-\d{1,2})?"
    r" (?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.MULTILINE,
)


def test_numbers_in_the_prose_stand_in_an_output(notebook):
    """What is counted in the text is computed in the notebook: dates, locators, ordinals and
    minutes aside.
    """
    shown = " ".join(json.dumps(output) for cell in code(notebook) for output in cell.outputs)
    for cell in notebook.cells:
        # the list of sources is generated
        if cell.cell_type == "markdown" and "sources" not in cell.metadata.get("tags", []):
            for number in re.findall(
                r"(?<![\w.])\d[\d,.]*(?<![,.])", _NO_FIGURE.sub(" ", cell.source)
            ):
                assert re.search(rf"(?<![\d.]){re.escape(number)}(?![\d])", shown), (
                    cell.id,
                    number,
                )


@pytest.mark.parametrize(
    "solution, student",
    [
        (
            "### BEGIN SOLUTION\nanswer = 3\n### END SOLUTION\ncheck(answer)",
            "answer = ...  # your answer\ncheck(answer)",
        ),
        (
            "x = 1\n### BEGIN SOLUTION\na = x + 1\nanswer = a\n### END SOLUTION",
            "x = 1\nanswer = ...  # your answer",
        ),
        (
            "if True:\n    ### BEGIN SOLUTION\n    chart = 1\n    ### END SOLUTION\n    y = 2",
            "if True:\n    chart = ...  # your answer\n    y = 2",
        ),
        ("no solution here", "no solution here"),
    ],
)
def test_solutions_are_taken_out(solution, student):
    assert build_notebooks.blank(solution) == student


def test_an_unclosed_solution_is_noticed():
    with pytest.raises(ValueError, match="not closed"):
        build_notebooks.blank("### BEGIN SOLUTION\nanswer = 3")
