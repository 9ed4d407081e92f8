"""The measure of each notebook, as a table: python tools/measure_course.py"""

import re
import sys
from pathlib import Path

import nbformat
from build_notebooks import blank

SOLUTIONS = Path(__file__).resolve().parent.parent / "notebooks" / "solutions"
#: Bounds of a notebook; the tour 00 is shorter. How wide and how long code is, ruff holds.
BOUNDS = {
    "words": (1200, 3000),
    "exercises": (6, 8),
    "charts": (2, 12),
}
TOUR = BOUNDS | {
    "words": (500, 1100),
    "exercises": (1, 2),
    "charts": (1, 3),
}
CODE = re.compile(r"`[^`]*`")
LOCATOR = re.compile(
    r"`((?:gpr-web|miller-2002|monitor-2000|yu-1999|yu-2000) (?:¶\d+(?:\.\d+)?|c\d+))`"
)
EXERCISE = re.compile(r"sinorus\.check\(\"(\d\d\.\w+)\"")


def prose(cell):
    """A markdown cell's words as they are read: no links, no markup."""
    return re.sub(r"[*#|>_-]+", " ", re.sub(r"\]\([^)]*\)", " ", cell.source))


def paragraphs(cell):
    """A markdown cell cut at blank lines and list items."""
    return re.split(r"\n\s*\n|\n- |\n\d+\. ", cell.source)


def code_lines(cell):
    """A cell's lines, blank ones and solution marks not counted."""
    return [
        line
        for line in cell.source.splitlines()
        if line.strip() and not line.strip().startswith("###")
    ]


def measure(notebook):
    """Words, cells, lines, minutes, exercises and charts of a notebook.

    Minutes are those of the student's copy: 220 words of prose and 1,000 characters of code a
    minute, however the code is cut into lines.
    """
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    words = sum(len(prose(cell).split()) for cell in notebook.cells if cell.cell_type == "markdown")
    lengths = sorted(len(code_lines(cell)) for cell in code)
    read = sum(len(blank(cell.source)) for cell in code)
    charts = sum(
        "application/vnd.vegalite.v5+json" in output.get("data", {})
        for cell in code
        for output in cell.outputs
    )
    return {
        "words": words,
        "cells": len(notebook.cells),
        "longest cell": lengths[-1],
        "median cell": lengths[len(lengths) // 2],
        "longest line": max(len(line) for cell in code for line in cell.source.splitlines()),
        "reading minutes": round(words / 220 + read / 1000),
        "exercises": len({found for cell in code for found in EXERCISE.findall(cell.source)}),
        "charts": charts,
    }


def bounds(name):
    return TOUR if name.startswith("00") else BOUNDS


def table():
    """One line a notebook; what is out of bounds is marked with !"""
    rows = {
        path.stem: measure(nbformat.read(path, as_version=4))
        for path in sorted(SOLUTIONS.glob("*.ipynb"))
    }
    names = list(next(iter(rows.values())))
    lines = [f"{'':24}" + "".join(f"{name:>16}" for name in names)]
    for stem, row in rows.items():
        marks = {
            name: (
                "!"
                if name in bounds(stem)
                and not bounds(stem)[name][0] <= value <= bounds(stem)[name][1]
                else ""
            )
            for name, value in row.items()
        }
        lines.append(
            f"{stem:24}" + "".join(f"{f'{value}{marks[name]}':>16}" for name, value in row.items())
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
