"""The course's own files, damaged in every way a disk knows: nothing raw, nothing silent."""

import hashlib
import json
import shutil
import subprocess
import sys

import pytest
import stamp as stamping

import sinorus
from sinorus import errors, intact, paths, tables
from sinorus.errors import DamagedError, SinorusError
from sinorus.teaching import progress
from sinorus.teaching.exercise import Exercise
from sinorus.teaching.exercises import COURSE

TABLES = tables.table_names()


def cut_in_the_middle(raw):
    return raw[: len(raw) // 2]


def cut_at_a_line(raw):
    return raw[: raw[: len(raw) // 2].rindex(b"\n") + 1]


def header_only(raw):
    return raw[: raw.index(b"\n") + 1]


def rows_doubled(raw):
    return raw + raw[raw.index(b"\n") + 1 :]


def with_nuls(raw):
    return raw[:-20] + b"\0" * 20


def one_byte(raw):
    place = len(raw) - 2
    return raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]


def empty(raw):
    return b""


def not_utf8(raw):
    return raw[:-2] + b"\xff\xfe" + raw[-2:]


def missing(raw):
    return None


DAMAGES = [
    *(cut_in_the_middle, cut_at_a_line, header_only, rows_doubled, with_nuls),
    *(one_byte, empty, not_utf8, missing),
]


def forget():
    """Forget what was loaded, as a new kernel does."""
    for module in list(sys.modules.values()):
        if module.__name__.split(".")[0] == "sinorus":
            for thing in list(vars(module).values()):
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A course as a wheel installs it, in which files can be damaged."""
    folder = tmp_path / "sinorus" / "_course"
    shutil.copytree(paths.course() / "data", folder / "data")
    (folder / "notebooks").mkdir()
    for path in paths.notebook_files():
        shutil.copy(path, folder / "notebooks")
    monkeypatch.setattr(paths, "course", lambda: folder)
    monkeypatch.setattr(intact, "course", lambda: folder)
    monkeypatch.chdir(tmp_path)
    forget()
    yield folder
    monkeypatch.undo()
    forget()


def spoil(path, damage):
    raw = damage(path.read_bytes())
    path.unlink() if raw is None else path.write_bytes(raw)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_every_damaged_table_says_so(installed, damage):
    for name in TABLES:
        path = installed / "data" / f"{name}.csv"
        whole = path.read_bytes()
        assert len(sinorus.load(name)), "the whole table is loaded"
        spoil(path, damage)
        forget()
        with pytest.raises(DamagedError) as caught:
            sinorus.load(name)
        assert f'"{name}.csv"' in str(caught.value) and "Install the course again" in str(
            caught.value
        )
        path.write_bytes(whole)
        forget()


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_codebook_says_so(installed, damage):
    spoil(installed / "data" / "datapackage.json", damage)
    for call in (lambda: sinorus.load("events"), lambda: sinorus.describe("events")):
        with pytest.raises(DamagedError, match="Install the course again"):
            call()


@pytest.mark.parametrize("damage", [cut_at_a_line, one_byte, missing])
def test_a_damaged_edition_says_so(installed, damage):
    spoil(installed / "data" / "reports" / "yu-1999.txt", damage)
    with pytest.raises(DamagedError, match=r"yu-1999\.txt"):
        list(sinorus.iter_reports())


def right_answers():
    """The right answer of every exercise whose answer is computed from the data."""
    return {
        number: exercise.answer()
        for number, exercise in COURSE.items()
        if isinstance(exercise, Exercise) and exercise.form != "chart" and callable(exercise.answer)
    }


@pytest.mark.parametrize(
    "file, at_least",
    [("mentions.csv", 1), ("codings.csv", 1), ("datapackage.json", 8)],
)
@pytest.mark.parametrize("damage", [cut_at_a_line, missing, not_utf8])
def test_check_blames_the_course_and_not_the_answer(installed, file, at_least, damage):
    """A right answer is right where the damage does not touch it, and never called wrong."""
    answers = right_answers()
    before = {number: progress.tries(number) for number in answers}
    spoil(installed / "data" / file, damage)
    forget()
    said = {number: sinorus.check(number, answer) for number, answer in answers.items()}
    assert {one.state for one in said.values()} <= {"right", "damaged"}
    damaged = [one for one in said.values() if one.state == "damaged"]
    assert len(damaged) >= at_least
    for one in damaged:
        assert "Install the course again" in one.text and "Not your mistake" in one._repr_html_()
    # nothing of it is kept as a try
    for number, one in said.items():
        if one.state == "damaged":
            assert progress.tries(number) == before[number]


def test_a_damaged_list_of_entries_is_no_wrong_citation(installed):
    """Passages are whole and entries are not: a citation of an entry is not called wrong."""
    spoil(installed / "data" / "entries.csv", cut_at_a_line)
    for call in (
        lambda: sinorus.show("Yu 1999 c4"),
        lambda: sinorus.look_up.cited("as told (Yu 1999 c4)"),
    ):
        with pytest.raises(DamagedError):
            call()


@pytest.mark.parametrize("damage", [cut_in_the_middle, empty, missing])
def test_a_damaged_notebook_says_so(installed, damage):
    path = paths.notebook_files()[0]
    spoil(path, damage)
    with pytest.raises(DamagedError, match="notebook"):
        paths.notebook_cells(path)


def test_missing_notebooks_are_named(installed):
    shutil.rmtree(installed / "notebooks")
    with pytest.raises(DamagedError, match="notebooks are missing"):
        paths.notebook_files()


def test_a_copy_without_data_is_named(tmp_path, root):
    """The true layout, in a process of its own: the package is there, its data are not."""
    shutil.copytree(root / "sinorus", tmp_path / "sinorus", ignore=shutil.ignore_patterns("__py*"))
    (tmp_path / "sinorus" / "_course" / "data").mkdir(parents=True)
    number = next(iter(right_answers()))
    code = f"import sinorus; print(repr(sinorus.check('{number}', {right_answers()[number]!r})))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
    )
    assert done.stdout.startswith("Not your mistake."), done.stderr
    assert "Install the course again" in done.stdout


# --- a checkout -----------------------------------------------------------------------------------


def test_an_edited_row_is_told_once_and_loaded(tmp_path, monkeypatch, capsys):
    """Whoever edits a row of a checkout goes on working, and reads how to stamp it."""
    path = tmp_path / "trade.csv"
    path.write_bytes(paths.data_file("trade.csv").read_bytes().replace(b"1999", b"1998"))
    monkeypatch.setattr(tables, "data_file", lambda name: path)
    errors.tell.cache_clear()
    for _ in range(3):
        assert len(tables._read("trade"))
    assert capsys.readouterr().err.count("python tools/stamp.py") == 1


def test_a_whole_checkout_says_nothing(capsys):
    forget()
    for name in TABLES:
        sinorus.load(name)
    assert capsys.readouterr().err == ""


def test_stamps_are_up_to_date():
    """Else run: python tools/stamp.py"""
    raw, module = stamping.made()
    assert paths.data_file("datapackage.json").read_bytes() == raw, "run python tools/stamp.py"
    assert stamping.MODULE.read_bytes() == module, "run python tools/stamp.py"
    assert hashlib.sha256(raw).hexdigest() in module.decode()


@pytest.mark.parametrize("name", TABLES)
def test_a_stamp_holds_what_the_table_has(name):
    resource = intact.package()[name]
    raw = paths.data_file(resource["path"]).read_bytes()
    assert resource["bytes"] == len(raw)
    assert resource["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
    assert resource["rows"] == len(sinorus.load(name))


def test_every_edition_is_stamped():
    package = json.loads(paths.data_file("datapackage.json").read_bytes())
    stamped = {one["path"] for one in package["editions"]}
    assert stamped == {f"reports/{path.name}" for path in paths.data_file("reports").iterdir()}


# --- bytes that are the same on every system ------------------------------------------------------


def listed(root, *command):
    done = subprocess.run(["git", *command], cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("this is no git repository")
    return [name for name in done.stdout.split("\0") if name]


def test_text_has_one_kind_of_line_end(root):
    for name in listed(root, "ls-files", "-z"):
        raw = (root / name).read_bytes() if (root / name).is_file() else b""
        if b"\0" not in raw:
            assert b"\r" not in raw, name


@pytest.mark.parametrize("name", ["data/events.csv", "data/datapackage.json", "README.md"])
def test_git_keeps_the_bytes_of_text(root, name):
    said = listed(root, "check-attr", "-z", "text", "eol", "--", name)
    assert said[2::3] == ["set", "lf"]


def test_git_leaves_pictures_alone(root):
    assert listed(root, "check-attr", "-z", "text", "--", "docs/any.png")[2::3] == ["unset"]


def test_the_error_is_the_kind_a_caller_catches():
    assert issubclass(DamagedError, SinorusError)
