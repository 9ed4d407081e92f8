"""The course's notebooks in a student's folder: copied, renewed, mended, set back."""

import contextlib
import datetime as dt
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import SinorusError
from ..paths import MARKER, course
from . import placing, versions

#: In the student's hidden folder: where a copy is written before it gets its place. (Her own
#: drafts of essays have a folder of theirs there.)
BENCH = "copying"


@dataclass
class Copies:
    """What became of the notebooks in a folder: their names, by what was done."""

    #: New in the folder, and left as the student saved them.
    copied: list = field(default_factory=list)
    kept: list = field(default_factory=list)
    #: Replaced by a newer version: those as they were copied, and those run but not written in.
    renewed: list = field(default_factory=list)
    run: list = field(default_factory=list)
    #: Pairs: a changed notebook and the newer version beside it; one of which it is not known
    #: what was copied, and the newest version beside it; a broken one and its other name.
    beside: list = field(default_factory=list)
    unsure: list = field(default_factory=list)
    mended: list = field(default_factory=list)
    #: Reader pages that were renewed, and of which the old ones are kept.
    pages: list = field(default_factory=list)


def copy_notebooks(folder):
    """Copy the student notebooks into a folder, and never over what a student has written.

    A notebook that is missing is copied; an older one in which nothing was written is renewed;
    beside one that was changed a newer version is put; a broken one is moved aside and mended.

    Parameters
    ----------
    folder : str or path
        The student's folder; made if it does not exist.

    Returns
    -------
    Copies
        Names of notebooks, by what was done with them.

    Raises
    ------
    SinorusError
        If the folder cannot be made or written to, or something else has a notebook's name.
    """
    with _opened(folder) as shelf:
        for name, text in texts().items():
            shelf.bring(name, text)
        shelf.bring_pages()
        return shelf.copies


def set_back(folder, name):
    """Put a fresh copy of a notebook in the place of the student's, which gets another name.

    Parameters
    ----------
    folder : str or path
        The student's folder.
    name : str
        The notebook's file name.

    Returns
    -------
    str or None
        The name under which the student's notebook is kept; None if there was none.

    Raises
    ------
    SinorusError
        If the folder cannot be written to.
    """
    with _opened(folder) as shelf:
        path, aside = shelf.folder / name, None
        if os.path.lexists(path):
            aside = _free(path, f"yours, {dt.date.today().isoformat()}")
        shelf.place(name, texts()[name], aside)
        return aside.name if aside else None


def blank(notebook):
    """A notebook's text without results and counts: nothing is given away before it is run."""
    content = json.loads(notebook)
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def texts():
    """The notebooks as they are copied: bytes by file name."""
    return {
        source.name: blank(source.read_text(encoding="utf-8")).encode()
        for source in sorted((course() / "notebooks").glob("*.ipynb"))
    }


def _free(path, tag):
    """A name beside a file's that says what it is, and that nothing has yet."""
    number, new = 2, path.with_name(f"{path.stem} ({tag}){path.suffix}")
    while os.path.lexists(new):
        new = path.with_name(f"{path.stem} ({tag}, {number}){path.suffix}")
        number += 1
    return new


@contextlib.contextmanager
def _opened(folder):
    """The student's folder, ready to be written to; what is done in it is recorded."""
    folder = Path(folder).expanduser()
    try:
        _make(folder)
        shelf = _Shelf(folder)
        placing.clean(shelf.bench)
        try:
            yield shelf
        finally:
            versions.save(folder / MARKER, shelf.record, shelf.bench)
    except OSError as error:
        raise SinorusError(
            f'The notebooks cannot be copied into "{folder}": {error.strerror}. What is there'
            f" already stays as it is. {placing.cure(error, folder)}"
        ) from None


def _make(folder):
    """Make the folders, and say so where something else has one of their names."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise SinorusError(
            f'"{folder}" is a file, so no folder of that name can be made. Choose another name:'
            " sinorus start my-course"
        )
    folder.mkdir(parents=True, exist_ok=True)
    # MARKER is the sign that this is a student's folder: progress is kept there.
    for name in (MARKER, "reader", f"{MARKER}/{BENCH}", f"{MARKER}/older"):
        if os.path.lexists(folder / name) and not (folder / name).is_dir():
            raise SinorusError(
                f'"{name}" in "{folder}" is a file, but the course keeps a folder of that name'
                " there. Give the file another name, then start again."
            )
        if name in (MARKER, "reader"):
            (folder / name).mkdir(exist_ok=True)
    pages = (f"reader/{page.name}" for page in _pages())
    for name in (*(path.name for path in (course() / "notebooks").glob("*.ipynb")), *pages):
        if (folder / name).is_dir():
            raise SinorusError(
                f'"{name}" in "{folder}" is a folder, but the course has a file of that name.'
                " Give the folder another name, then start again."
            )


def _pages():
    return sorted((course() / "notebooks" / "reader").glob("*.md"))


class _Shelf:
    """A student's folder while notebooks are put into it."""

    def __init__(self, folder):
        self.folder = folder
        self.bench = folder / MARKER / BENCH
        self.record = versions.load(folder / MARKER)
        self.copies = Copies()

    def bring(self, name, text):
        """Do what one notebook needs."""
        path = self.folder / name
        if path.is_symlink():
            # a link leads to something of the student's own
            self.copies.kept.append(name)
            return
        content = _bytes(path)
        if content is None:
            self.place(name, text)
            self.copies.copied.append(name)
            return
        notebook = versions.parsed(content)
        if notebook is None:
            aside = _free(path, "damaged")
            self.place(name, text, aside)
            self.copies.mended.append((name, aside.name))
            return
        self._compare(name, text, content, versions.written(notebook))

    def place(self, name, text, aside=None):
        """Put a notebook in place, and note which version it is."""
        # another start at the same moment may have been faster: then there is nothing to do
        with contextlib.suppress(FileExistsError):
            placing.put(self.folder / name, text, self.bench, aside)
        self.record["notebooks"][name] = {**_marks_of(text), "beside": None}

    def _compare(self, name, text, content, has):
        """Renew a notebook, leave it, or put the newer version beside it."""
        known, new = self.record["notebooks"].get(name), _marks_of(text)
        as_copied = bool(known) and versions.mark(content) == known["sha256"]
        if has == new["written"] and (not as_copied or known["sha256"] == new["sha256"]):
            self.copies.kept.append(name)
            if not known or known["written"] != has:
                self.record["notebooks"][name] = {**new, "beside": None}
        elif known and (as_copied or has == known["written"]):
            self._renew(self.folder / name, text, known["sha256"])
            self.record["notebooks"][name] = {**new, "beside": None}
            (self.copies.renewed if as_copied else self.copies.run).append(name)
        else:
            self._beside(name, text, known or {"sha256": "", "written": "", "beside": None})

    def _renew(self, path, text, as_copied):
        """Put a newer version in the place of one; only a copy as it came is thrown away."""
        aside = self._older(path)
        with contextlib.suppress(FileExistsError):
            placing.put(path, text, self.bench, aside)
        # read again: it may have been saved since it was compared
        moved = _bytes(aside)
        if moved is not None and versions.mark(moved) == as_copied:
            aside.unlink(missing_ok=True)

    def _older(self, path):
        """A free name for an older version, out of the student's way."""
        older = self.folder / MARKER / "older"
        older.mkdir(exist_ok=True)
        return _free(older / path.name, dt.date.today().isoformat())

    def _beside(self, name, text, known):
        """Put the newer version beside a changed notebook, once."""
        new, offered = _marks_of(text), known["beside"]
        if new["written"] in (known["written"], offered and offered["written"]):
            # she works in this version already, or it was put beside it before
            self.copies.kept.append(name)
            return
        path = self.folder / name
        target = path.with_name(offered["name"] if offered else f"{path.stem} (new).ipynb")
        has = _has(target)
        if has == new["written"]:
            pass  # a start that was broken off has put it there
        elif offered and has == offered["written"]:
            self._renew(target, text, offered["sha256"])
        else:
            target = _free(path, "new")
            placing.put(target, text, self.bench)
        self.record["notebooks"][name] = {**known, "beside": {**new, "name": target.name}}
        said = self.copies.beside if known["written"] else self.copies.unsure
        said.append((name, target.name))

    def bring_pages(self):
        """The pages that citations open belong to the course; what a student wrote is kept."""
        for source in _pages():
            text, path = source.read_bytes(), self.folder / "reader" / source.name
            has = _bytes(path)
            known = self.record["pages"].get(source.name)
            if has is None and not path.is_symlink():
                with contextlib.suppress(FileExistsError):
                    placing.put(path, text, self.bench)
            elif has is not None and has != text:
                # an emptied page, or one cut off by a full disk, holds nothing of hers
                ours = versions.mark(has) == known or text.startswith(has)
                if not ours:
                    placing.put(path, text, self.bench, self._older(path))
                    self.copies.pages.append(source.name)
                else:
                    placing.replace(path, text, self.bench)
            self.record["pages"][source.name] = versions.mark(text)


def _marks_of(text):
    return {"sha256": versions.mark(text), "written": versions.written(versions.parsed(text))}


def _bytes(path):
    """A file's content; None where there is no file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _has(path):
    """The mark of what is written in a notebook; None where there is none that can be read."""
    content = _bytes(path) if path.is_file() else None
    notebook = versions.parsed(content) if content else None
    return versions.written(notebook) if notebook else None
