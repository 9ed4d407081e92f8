"""Make the student notebooks from the solved ones, and refresh all outputs: python
tools/build_notebooks.py [name ...]

The solved notebook in ``notebooks/solutions`` is the source. What stands between ``### BEGIN
SOLUTION`` and ``### END SOLUTION`` becomes
``answer = ...`` in the student's copy; cells tagged ``solution-only`` are left out. Both are run
from the top in a fresh kernel, and only
results are stored: no times, no machine names, cell ids as they were. Own copies of the reports are
never read. In the solved notebooks a picture stands beside each chart, for code hosts.
"""

import copy
import os
import re
import sys
from pathlib import Path

import links
import nbformat
from nbclient import NotebookClient

from sinorus.charts.export import pictures
from sinorus.charts.theme import MIME

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
KERNEL = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_SOLUTION = re.compile(
    r"^( *)### BEGIN SOLUTION\n(.*?)^ *### END SOLUTION\n?", re.MULTILINE | re.DOTALL
)


def blank(source):
    """A cell's source with its solutions taken out: the last name to which a solution gives a value
    becomes three dots.
    """

    def dots(found):
        names = re.findall(rf"^{found[1]}(\w+) = ", found[2], re.MULTILINE)
        return f"{found[1]}{names[-1] if names else 'answer'} = ...  # your answer\n"

    made = _SOLUTION.sub(dots, source if source.endswith("\n") else source + "\n")
    if "BEGIN SOLUTION" in made or "END SOLUTION" in made:
        raise ValueError(f"a solution is opened but not closed:\n{source}")
    return made.rstrip("\n")


def student(solved):
    """The student's notebook, not yet run."""
    notebook = copy.deepcopy(solved)
    notebook.cells = [
        cell for cell in notebook.cells if "solution-only" not in cell.metadata.get("tags", [])
    ]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source, cell.outputs, cell.execution_count = blank(cell.source), [], None
    return links.written(notebook, "student")


def run(notebook, folder):
    """Run a notebook in a fresh kernel and return it with clean outputs."""
    os.environ.pop("SINORUS_REPORTS", None)
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    ).execute()
    edition = {key: notebook.metadata[key] for key in ("sinorus",) if key in notebook.metadata}
    notebook.metadata = nbformat.from_dict({**KERNEL, **edition})
    for cell in notebook.cells:
        kept = {key: cell.metadata[key] for key in ("tags",) if key in cell.metadata}
        if cell.metadata.get("jupyter", {}).get("source_hidden"):
            kept["jupyter"] = {"source_hidden": True}
        cell.metadata = nbformat.from_dict(kept)
    return notebook


#: Stored pictures are a little smaller than on a page, so that a notebook opens quickly.
SCALE = 0.9


def with_pictures(notebook):
    """Put a picture beside each chart of a notebook, for places that show only what is stored.

    nbval does not compare pictures, so a new version of what draws them breaks no test.
    """
    bundles = [
        output.data
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if MIME in output.get("data", {})
    ]
    drawn = pictures([bundle[MIME] for bundle in bundles], form="png", scale=SCALE)
    for bundle, picture in zip(bundles, drawn, strict=True):
        if picture is None:
            raise ValueError(f"a chart cannot be drawn: {bundle['text/plain']}")
        bundle["image/png"] = picture
    return notebook


def main(names):
    for path in sorted((NOTEBOOKS / "solutions").glob("*.ipynb")):
        if names and path.stem not in names:
            continue
        solved = nbformat.read(path, as_version=4)
        made = run(student(solved), NOTEBOOKS)
        nbformat.write(with_pictures(links.written(run(solved, path.parent), "solution")), path)
        nbformat.write(made, NOTEBOOKS / path.name)
        print(path.stem)


if __name__ == "__main__":
    main(sys.argv[1:])
