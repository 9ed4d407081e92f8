"""Which version of a notebook a student has, and whether she has written in it."""

import contextlib
import hashlib
import json
from pathlib import Path

from . import placing

#: Beside the student's answers: what was copied, told by its marks.
RECORD = "copied.json"


def mark(content):
    """The mark (sha256) of some bytes."""
    return hashlib.sha256(content).hexdigest()


def parsed(content):
    """A notebook's content, or None of what is broken and no notebook."""
    try:
        notebook = json.loads(content)
        cells = notebook["cells"]
        whole = isinstance(cells, list) and all(_is_cell(cell) for cell in cells)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return notebook if whole else None


def _is_cell(cell):
    source = cell["source"]
    lines = [source] if isinstance(source, str) else source
    return isinstance(cell["cell_type"], str) and all(isinstance(line, str) for line in lines)


def written(notebook):
    """The mark of what a person has written in a notebook.

    Texts of cells and pictures pasted into them count. Results, counts and settings do not: they
    come by running and saving alone. Empty cells do not either: running the last cell adds one.

    Parameters
    ----------
    notebook : dict
        A notebook's content, as `parsed` returns it.

    Returns
    -------
    str
        A sha256 in hexadecimal digits.

    Examples
    --------
    >>> cell = {"cell_type": "code", "source": "1 + 1", "outputs": []}
    >>> run = {**cell, "source": ["1 + 1"], "outputs": [{"text": "2"}], "execution_count": 1}
    >>> empty = {"cell_type": "code", "source": []}
    >>> written({"cells": [cell]}) == written({"cells": [run, empty]})
    True
    >>> written({"cells": [cell]}) == written({"cells": [{**cell, "source": "1 + 2"}]})
    False
    """
    texts = []
    for cell in notebook["cells"]:
        source, pictures = "".join(cell["source"]), cell.get("attachments") or {}
        if source.strip() or pictures:
            texts.append([cell["cell_type"], source, pictures])
    return mark(json.dumps(texts, sort_keys=True).encode())


def load(folder):
    """What was copied into a student's folder; what cannot be read is left out.

    Parameters
    ----------
    folder : Path
        Where the record is kept.

    Returns
    -------
    dict
        ``notebooks``: by name ``sha256`` and ``written`` of the text that was copied, and
        ``beside``, the newer version put beside a changed one (``name``, ``sha256``,
        ``written``). ``pages``: by name the sha256 of a reader page.
    """
    try:
        kept = json.loads((folder / RECORD).read_bytes())
    except (OSError, ValueError, RecursionError):
        kept = None
    kept = kept if isinstance(kept, dict) else {}
    notebooks, pages = kept.get("notebooks"), kept.get("pages")
    found = {}
    for name, known in (notebooks if isinstance(notebooks, dict) else {}).items():
        if _marks(known):
            beside = known.get("beside")
            good = _marks(beside) and _is_name(beside.get("name"))
            found[name] = {
                "sha256": known["sha256"],
                "written": known["written"],
                "beside": beside if good else None,
            }
    kept_pages = pages.items() if isinstance(pages, dict) else ()
    return {
        "notebooks": found,
        "pages": {name: one for name, one in kept_pages if isinstance(one, str)},
    }


def _marks(known):
    return isinstance(known, dict) and all(
        isinstance(known.get(key), str) for key in ("sha256", "written")
    )


def _is_name(name):
    """Whether it is a file's name in the folder itself, and leads nowhere else."""
    return isinstance(name, str) and name == Path(name).name and name.endswith(".ipynb")


def save(folder, record, place):
    """Keep what was copied, if it has changed since it was read."""
    if record == load(folder):
        return
    text = json.dumps({"format": 1, **record}, indent=1)
    # a record that is a folder, or a full disk: the copies are good all the same
    with contextlib.suppress(OSError):
        placing.replace(folder / RECORD, text.encode(), place)
