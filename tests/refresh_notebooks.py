"""Run notebooks from the top and store their outputs, clean: python tests/refresh_notebooks.py [notebook ...]

Only results are stored: no times, no machine names, cell ids as they were, so that
a change of one cell is a change of a few lines. Own copies of the reports are never read.
"""

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
KERNEL = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}


def run(path):
    """Run a notebook in a fresh kernel and return it with clean outputs."""
    os.environ.pop("SINORUS_REPORTS", None)
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}).execute()
    notebook.metadata = nbformat.from_dict(KERNEL)
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({key: cell.metadata[key] for key in ("tags",) if key in cell.metadata})
    return notebook


def main(names):
    paths = [Path(name).resolve() for name in names] or sorted((ROOT / "notebooks").rglob("*.ipynb"))
    for path in paths:
        nbformat.write(run(path), path)
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main(sys.argv[1:])
