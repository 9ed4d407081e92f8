"""The measure of each notebook: python tools/measure_course.py [--sessions] [name ...]

Prints one row a notebook; what is out of bounds is marked with ``!`` and named below. With
``--sessions`` it proposes the rows of ``data/sessions.csv`` instead. The bounds hold, in tests, for
notebooks whose metadata say ``edition: 2``; the others have looser ones.

What can be counted is counted. It keeps the old faults away, and it does not make a page good.
"""

import csv
import json
import re
import sys
from pathlib import Path

import nbformat
import prose
from bounds import MEANINGS, amount, bounds, out_of_bounds
from build_notebooks import blank as gaps
from cells import cells, hands
from ladder import beyond, idle
from minutes import FIELDS, propose, sections

from sinorus.teaching.copying import blank

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
SOLUTIONS = NOTEBOOKS / "solutions"
_BLOCKS = (
    ("words", "class words", "shown", "what happened", "mean", "short %", "no verb"),
    ("to picture", "to typing", "pictures", "hers", "stretch", "links first", "cannot show"),
    ("lines", "chart lines", "columns", "set-ups", "set-up lines", "not met", "idle"),
    ("hands", "questions", "essays", "class min", "home min", "outputs"),
    ("locators", "marks", "keep"),
)
#: A mark of a dispute; where the error is the lesson, the cell is tagged ``error-lesson``.
_MARK = re.compile(r"\[[ETDV]\d\d\]")
_REPORT = r"(?:yu-?\s?(?:1999|2000)|monitor-?\s?2000|miller-?\s?2002|web page|gpr-web)"
_LOCATOR = re.compile(rf"¶\s?\d+|\b{_REPORT} c\d+", re.IGNORECASE)
#: What the student is told to type is no citation.
_TYPED = re.compile(r"""`[^`¶]*`|"[^"¶]{1,60}"|“[^”¶]{1,60}”|\bsuch as (?:[^.¶]*\([^)¶]*\))+""")
_CANNOT = re.compile(
    r"\b(?:(?:cannot|can't|can not|can never)(?: \w+){0,2}? (?:show|tell|prove|settle|decide|say)"
    r"|(?:do|does)(?: not|n't)(?: yet)? (?:show|prove))\b",
    re.IGNORECASE,
)
_KEEP = re.compile(
    r"\bworth (?:keeping|remembering)|\b(?:keep|remember) (?:this|that|one|the) sentence",
    re.IGNORECASE,
)
#: Citations of notebooks that were not yet written anew, and their paragraphs.
LOCATOR = re.compile(
    r"`((?:gpr-web|miller-2002|monitor-2000|yu-1999|yu-2000) (?:¶\d+(?:\.\d+)?|c\d+))`"
)


def paragraphs(cell):
    """A markdown cell cut at blank lines and list items."""
    return re.split(r"\n\s*\n|\n- |\n\d+\. ", cell.source)


def edition(notebook):
    """Which edition of the course a notebook belongs to."""
    return notebook.metadata.get("sinorus", {}).get("edition", 1)


def measure(notebook, number, copy=None):
    """Take all measures of a solved notebook.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        The solved notebook, with its results.
    number : str
        Its number, such as ``"04"``.
    copy : str, optional
        The stored student's copy, as text.

    Returns
    -------
    dict
        By the names of `BOUNDS`: a number, or a list of what was found.

    Examples
    --------
    >>> import nbformat
    >>> from measure_course import measure
    >>> notebook = nbformat.v4.new_notebook()
    >>> notebook.cells.append(nbformat.v4.new_markdown_cell("# Title\\n\\nA word. He came."))
    >>> found = measure(notebook, "04")
    >>> found["words"], found["no verb"]
    (5, ['A word.'])
    """
    found = cells(notebook)
    texts = [cell for cell in found if cell.is_prose and not cell.theirs]
    code = [cell for cell in found if not cell.is_prose]
    sources = [
        (cell.id, source, not cell.hidden)
        for cell in code
        # as the student sees it, and as she will write it
        for source in (gaps(cell.source), cell.source)
    ]
    spans = [span for cell in texts for span in re.findall(r"`([^`]+)`", cell.source)]
    cut = sections(notebook)
    happened = [part for part in cut if part.title.lower().startswith("what happened")]
    return {
        "words": sum(prose.count_words(cell.source) for cell in texts),
        "class words": sum(part.words for part in cut if part.where == "class"),
        "shown": sum(cell.shown for cell in code),
        "what happened": max((part.words for part in happened), default=0),
        "links first": sum(part.links for part in [*cut[:1], *happened]),
        **_sentences(texts),
        **_order(found),
        **_code(code),
        "not met": [f"{verb} in cell {cell}" for verb, cell in beyond(sources, number)],
        "idle": idle(sources, number, spans),
        "questions": sum(len(part.questions) for part in cut),
        "essays": sum(len(part.essays) for part in cut),
        "class min": round(sum(part.computed for part in cut if part.where == "class")),
        "home min": round(sum(part.computed for part in cut if part.where == "home")),
        "outputs": _outputs(copy),
        **_manner(texts),
    }


def _sentences(texts):
    said = [sentence for cell in texts for sentence in prose.sentences(cell.source)]
    lengths = [prose.count_words(sentence) for sentence in said]
    return {
        "mean": round(sum(lengths) / max(len(lengths), 1), 1),
        "short %": round(100 * sum(length <= 6 for length in lengths) / max(len(lengths), 1)),
        "no verb": [sentence for cell in texts for sentence in prose.verbless(cell.source)],
    }


def _order(found):
    """What comes when: the first picture, the first thing typed, the longest stretch of reading."""
    times = hands(found)
    written = {place for place, _ in times}
    # what is asked in the text below a picture changes that picture's cell
    turned = written | {place - 1 for place in written if found[place].is_prose}
    pictures = [place for place, cell in enumerate(found) if cell.has_picture]
    stretch, longest = 0, 0
    for place, cell in enumerate(found):
        stretch += cell.screens
        longest = max(longest, stretch)
        if cell.has_picture or cell.shown or cell.exercises or place in written:
            stretch = 0
    return {
        "to picture": _words(found[: min(pictures, default=len(found))]),
        "to typing": _words(found[: min(written, default=len(found))]),
        "pictures": len(pictures),
        "hers": len(turned & set(pictures)),
        "stretch": round(longest, 1),
        "hands": len(times),
    }


def _words(found):
    return sum(prose.count_words(cell.source) for cell in found if cell.is_prose)


def _code(code):
    visible = [cell for cell in code if not cell.hidden]
    hidden = [len(cell.lines) for cell in code if cell.hidden]
    drawn = [len(cell.lines) for cell in visible if cell.has_picture]
    other = [len(cell.lines) for cell in visible if not cell.has_picture]
    return {
        "lines": max(other, default=0),
        "chart lines": max(drawn, default=0),
        "columns": max((len(line) for cell in code for line in cell.lines), default=0),
        "set-ups": len(hidden),
        "set-up lines": max(hidden, default=0),
    }


def _manner(texts):
    running = [
        _TYPED.sub(" ", prose.plain_but_code(text))
        for cell in texts
        for kind, text in prose.blocks(cell.source)
        if kind == "paragraph"
    ]
    all_text = [prose.plain(cell.source) for cell in texts]
    lessons = [cell for cell in texts if "error-lesson" not in cell.tags]
    return {
        "locators": [found for text in running for found in _LOCATOR.findall(text)],
        "marks": [found for cell in lessons for found in _MARK.findall(cell.source)],
        "cannot show": [found for text in all_text for found in _CANNOT.findall(text)],
        "keep": [found for text in all_text for found in _KEEP.findall(text)],
    }


def _outputs(copy):
    if copy is None:
        return 0
    return sum(len(cell.get("outputs", [])) for cell in json.loads(blank(copy))["cells"])


def earlier(notebook):
    """The few measures of a notebook that was not yet written anew."""
    found = cells(notebook)
    return {
        "words": sum(prose.count_words(cell.source) for cell in found if cell.is_prose),
        "exercises": len({number for cell in found for number in cell.exercises}),
        "charts": sum(cell.has_picture for cell in found),
    }


def read(path):
    """A solved notebook, its number, and the text of its student's copy."""
    copy = NOTEBOOKS / path.name
    text = copy.read_text(encoding="utf-8") if copy.exists() else None
    return nbformat.read(path, as_version=4), path.stem[:2], text


def table(paths):
    """Print the measures of notebooks in blocks, one row a notebook; below, what is out of bounds.

    Parameters
    ----------
    paths : list of pathlib.Path

    Returns
    -------
    str
    """
    found, wrong = {}, {}
    for path in paths:
        notebook, number, copy = read(path)
        found[path.stem] = measure(notebook, number, copy)
        if edition(notebook) == 2:
            wrong[path.stem] = out_of_bounds(found[path.stem], bounds(number))
        else:
            limits = bounds(number, 1)
            found[path.stem] |= {"exercises": 0, "charts": 0} | earlier(notebook)
            wrong[path.stem] = out_of_bounds(found[path.stem], limits)
    lines = []
    for names in _BLOCKS:
        lines.append(f"{'':24}" + "".join(f"{name:>15}" for name in names))
        for stem, row in found.items():
            values = [f"{amount(row[name])}{'!' * (name in wrong[stem])}" for name in names]
            lines.append(f"{stem:24}" + "".join(f"{value:>15}" for value in values))
        lines.append("")
    for stem, names in wrong.items():
        for name, value in names.items():
            lines.append(f"! {stem}: {MEANINGS.get(name, name)}: {amount(value)}")
            lines += [f"      {thing}" for thing in value] if isinstance(value, list) else []
    return "\n".join(lines)


def main(words):
    """Print the table, or proposed rows of ``sessions``."""
    names = [word for word in words if not word.startswith("--")]
    paths = [
        path
        for path in sorted(SOLUTIONS.glob("*.ipynb"))
        if not names or path.stem.startswith(tuple(names))
    ]
    if "--sessions" not in words:
        print(table(paths))
        return
    writer = csv.DictWriter(sys.stdout, FIELDS, lineterminator="\n")
    writer.writeheader()
    for path in paths:
        notebook, number, _ = read(path)
        if names or edition(notebook) == 2:
            writer.writerows(propose(notebook, number))


if __name__ == "__main__":
    main(sys.argv[1:])
