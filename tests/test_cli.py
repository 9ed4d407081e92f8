"""The command line: a folder of the student's own, found again, nothing ever overwritten."""

import datetime as dt
import errno
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from sinorus import SinorusError
from sinorus.paths import MARKER, course
from sinorus.teaching import copying, lab, opening, places, placing, setting_back, versions
from sinorus.teaching import start as cli

NAMES = sorted(path.name for path in (course() / "notebooks").glob("*.ipynb"))
KOSOVO = next(name for name in NAMES if name.startswith("04"))
TODAY = "1999-05-08"


class Day(dt.date):
    """A calendar that stands still, so that midnight may pass while the tests run."""

    @classmethod
    def today(cls):
        return cls.fromisoformat(TODAY)


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A terminal in an empty folder, of a person who is not root, on a disk that is fast."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "fsync", lambda number: None)
    monkeypatch.setattr(copying, "dt", SimpleNamespace(date=Day))
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    return tmp_path


def copy(*arguments):
    return cli.main(["start", *map(str, arguments), "--copy-only"])


def notebook(path):
    return json.loads(path.read_text(encoding="utf-8"))


def save(path, content):
    """Save a notebook as JupyterLab does."""
    for cell in content["cells"]:
        if isinstance(cell["source"], str):
            cell["source"] = cell["source"].splitlines(keepends=True)
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def write_in(path, words="# my answer"):
    """Type an answer into the first code cell."""
    content = notebook(path)
    cell = next(cell for cell in content["cells"] if cell["cell_type"] == "code")
    cell["source"] = [words]
    save(path, content)
    return path.read_bytes()


def run_through(path):
    """Run a notebook: results, counts, settings, and the empty cell that comes at the end."""
    content = notebook(path)
    for number, cell in enumerate(c for c in content["cells"] if c["cell_type"] == "code"):
        cell["execution_count"] = number + 1
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["done\n"]}]
        cell["metadata"]["collapsed"] = False
    content["metadata"]["language_info"] = {"name": "python", "version": "3.99"}
    empty = {"cell_type": "code", "id": "new", "metadata": {}, "outputs": [], "source": []}
    content["cells"].append({**empty, "execution_count": None})
    save(path, content)
    return path.read_bytes()


@pytest.fixture
def newer(monkeypatch):
    """A function that makes the course newer: one notebook gets other words."""
    monkeypatch.setattr(copying, "texts", copying.texts)
    real = copying.texts()

    def publish(words, name=KOSOVO):
        content = json.loads(real[name])
        content["cells"][0]["source"] = [f"# {words}"]
        text = copying.blank(json.dumps(content)).encode()
        monkeypatch.setattr(copying, "texts", lambda: {**real, name: text})
        return text

    return publish


# --- copying --------------------------------------------------------------------------------------


def test_start_copies_the_student_notebooks_only(tmp_path, capsys):
    folder = tmp_path / "my course"
    assert copy(folder) == 0
    assert sorted(path.name for path in folder.iterdir()) == [MARKER, *NAMES, "reader"]
    said = capsys.readouterr().out
    assert str(folder) in said and f"{len(NAMES)} notebooks copied" in said
    assert list((folder / MARKER / copying.BENCH).iterdir()) == []


def test_start_again_overwrites_nothing_and_adds_what_is_new(tmp_path, capsys):
    folder = tmp_path / "c"
    copy(folder)
    mine = write_in(folder / lab.FIRST)
    (folder / "essay.txt").write_text("mine")
    capsys.readouterr()
    assert copy(folder) == 0
    assert (folder / lab.FIRST).read_bytes() == mine
    assert (folder / "essay.txt").read_text() == "mine"
    assert f"{len(NAMES)} notebooks already there, left as you saved" in capsys.readouterr().out
    (folder / lab.FIRST).unlink()
    assert copying.copy_notebooks(folder).copied == [lab.FIRST]


def test_copies_give_nothing_away(tmp_path):
    """No results and no counts, and else the notebook as it stands in the repository."""
    copying.copy_notebooks(tmp_path)
    for name in NAMES:
        copied, stored = notebook(tmp_path / name), notebook(course() / "notebooks" / name)
        code = [cell for cell in copied["cells"] if cell["cell_type"] == "code"]
        assert code
        assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
        assert [c["source"] for c in copied["cells"]] == [c["source"] for c in stored["cells"]]
        assert [c["id"] for c in copied["cells"]] == [c["id"] for c in stored["cells"]]


def test_a_link_is_not_followed_and_overwritten(tmp_path):
    target = tmp_path / "elsewhere.txt"
    target.write_text("precious")
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / lab.FIRST).symlink_to(target)
    (folder / KOSOVO).symlink_to(tmp_path / "nowhere")
    assert copying.copy_notebooks(folder).kept == [lab.FIRST, KOSOVO]
    assert target.read_text() == "precious"
    assert (folder / KOSOVO).is_symlink() and not (tmp_path / "nowhere").exists()


def test_copies_are_as_readable_as_other_files(tmp_path):
    (tmp_path / "other").write_text("")
    copying.copy_notebooks(tmp_path / "c")
    assert (tmp_path / "c" / KOSOVO).stat().st_mode == (tmp_path / "other").stat().st_mode


# --- broken off, and mended -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"my answers",
        b"[]",
        b'{"cells": null}',
        b'{"cells": [1]}',
        b'{"cells": [{"cell_type": "code", "source": 5}]}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        None,
    ],
)
def test_a_broken_notebook_is_mended_and_kept_aside(tmp_path, capsys, broken):
    copy(tmp_path / "c")
    path = tmp_path / "c" / KOSOVO
    whole = path.read_bytes()
    broken = whole[:4096] if broken is None else broken
    for tag in ("damaged", "damaged, 2"):
        path.write_bytes(broken)
        capsys.readouterr()
        assert copy(tmp_path / "c") == 0
        aside = path.with_name(f"{path.stem} ({tag}).ipynb")
        assert path.read_bytes() == whole and aside.read_bytes() == broken
        said = capsys.readouterr().out
        assert f'"{KOSOVO}" was damaged' in said and f'"{aside.name}"' in said
        assert f"{len(NAMES) - 1} notebooks already there" in said


@pytest.mark.parametrize("write", [placing.put, placing.replace])
def test_a_draft_is_on_the_disk_before_it_is_put_in_place(tmp_path, monkeypatch, write):
    seen = []

    def flush(number):
        seen.append((os.fstat(number).st_size, (tmp_path / "file").exists()))

    monkeypatch.setattr(placing.os, "fsync", flush)
    write(tmp_path / "file", b"whole", tmp_path / "drafts")
    assert seen[0] == (5, False) and (tmp_path / "file").read_bytes() == b"whole"


@pytest.mark.parametrize("write", [placing.put, placing.replace])
def test_a_full_disk_leaves_no_half_file(tmp_path, monkeypatch, write):
    def full(number):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(placing.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path / "file", b"whole", tmp_path / "drafts")
    assert [path.name for path in tmp_path.iterdir()] == ["drafts"]
    assert list((tmp_path / "drafts").iterdir()) == []


def test_a_full_disk_is_said_and_the_next_start_goes_on(tmp_path, monkeypatch, capsys):
    real, written = os.fsync, []

    def full(number):
        written.append(number)
        if len(written) > 8:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(number)

    monkeypatch.setattr(placing.os, "fsync", full)
    assert copy("c") == 1
    said = capsys.readouterr().err
    assert "No space left on device" in said and "Make room, then start again" in said
    there = sorted(path.name for path in (tmp_path / "c").glob("*.ipynb"))
    assert there and there != NAMES
    monkeypatch.setattr(placing.os, "fsync", real)
    copies = copying.copy_notebooks(tmp_path / "c")
    assert copies.kept == there and copies.kept + copies.copied == NAMES
    assert copies.mended == []


def test_a_draft_left_over_is_cleaned_away(tmp_path):
    copying.copy_notebooks(tmp_path)
    (tmp_path / MARKER / copying.BENCH / "sinorus-x.copy").write_text("half a note")
    copying.copy_notebooks(tmp_path)
    assert list((tmp_path / MARKER / copying.BENCH).iterdir()) == []


def test_what_the_student_keeps_is_left_alone(tmp_path):
    """Her drafts of essays, answers and all else beside the notebooks, whatever it is called."""
    copying.copy_notebooks("c")
    kept = {
        tmp_path / "c" / MARKER / kind / f"{name}.json": f"{kind} {name}"
        for kind in ("drafts", "answers", "guesses", "older", copying.BENCH, ".")
        for name in ("04.7", "tmp1")
    }
    for path, words in kept.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(words)
    copying.copy_notebooks("c")
    cli.main(["reset", "04", "c"])
    assert {path: path.read_text() for path in kept} == kept


def without_second_names(monkeypatch):
    def link(source, target):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(placing.os, "link", link)


@pytest.mark.parametrize("stick", [False, True], ids=["disk", "memory stick"])
def test_nothing_is_put_over_another_file(tmp_path, monkeypatch, stick):
    if stick:
        without_second_names(monkeypatch)
    store = tmp_path / "drafts"
    (tmp_path / "a").write_text("a")
    (tmp_path / "b").write_text("b")
    with pytest.raises(FileExistsError):
        placing.put(tmp_path / "a", b"new", store)
    with pytest.raises(FileExistsError):
        placing.put(tmp_path / "a", b"new", store, tmp_path / "b")
    assert ((tmp_path / "a").read_text(), (tmp_path / "b").read_text()) == ("a", "b")
    placing.put(tmp_path / "a", b"new", store, tmp_path / "c")
    assert ((tmp_path / "a").read_text(), (tmp_path / "c").read_text()) == ("new", "a")
    assert list(store.iterdir()) == []


def test_a_draft_that_another_start_cleans_away_is_written_again(tmp_path, monkeypatch):
    real, store = placing.put_in_place, tmp_path / "drafts"

    def cleaned(draft, path):
        monkeypatch.setattr(placing, "put_in_place", real)
        placing.clean(store)
        real(draft, path)

    monkeypatch.setattr(placing, "put_in_place", cleaned)
    placing.put(tmp_path / "a", b"whole", store)
    assert (tmp_path / "a").read_bytes() == b"whole"


START = "import sys; from sinorus.teaching.copying import copy_notebooks; copy_notebooks('c')"


def test_four_starts_at_once(tmp_path):
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / KOSOVO).write_bytes(b"broken")
    running = [subprocess.Popen([sys.executable, "-c", START]) for _ in range(4)]
    assert [one.wait() for one in running] == [0] * 4
    for name, text in copying.texts().items():
        assert (tmp_path / "c" / name).read_bytes() == text
    damaged = [path.read_bytes() for path in (tmp_path / "c").glob("*damaged*")]
    assert b"broken" in damaged


@pytest.mark.slow
def test_a_hundred_kills_while_copying_lose_nothing(tmp_path, capsys):
    """Whenever it is killed, a start leaves whole notebooks, and the next one finishes."""
    folder, texts = tmp_path / "c", copying.texts()
    copying.copy_notebooks(folder)
    mine = write_in(folder / lab.FIRST)

    def begin():
        for name in NAMES[1:]:
            (folder / name).unlink(missing_ok=True)
        code = (
            "from sinorus.teaching import copying; read = copying.texts()\n"
            "copying.texts = lambda: read\n"
            "print(flush=True); copying.copy_notebooks('c')"
        )
        program = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        program.stdout.readline()
        return program

    with begin() as program:
        begun, halves = time.monotonic(), 0
        program.wait()
    whole = time.monotonic() - begun
    for number in range(100):
        with begin() as program:
            # from the first notebook to the last
            time.sleep(whole * number / 100)
            program.kill()
        there = [name for name in NAMES[1:] if (folder / name).exists()]
        assert all((folder / name).read_bytes() == texts[name] for name in there)
        assert (folder / lab.FIRST).read_bytes() == mine
        halves += 0 < len(there) < len(NAMES) - 1
    with capsys.disabled():
        print(f" [{halves} of 100 kills in the middle of it] ", end="")
    assert halves
    copies = copying.copy_notebooks(folder)
    assert copies.mended == [] and (folder / lab.FIRST).read_bytes() == mine
    assert all((folder / name).read_bytes() == texts[name] for name in NAMES[1:])
    assert list((folder / MARKER / copying.BENCH).iterdir()) == []


# --- versions -------------------------------------------------------------------------------------


def test_an_untouched_notebook_is_renewed(tmp_path, newer, capsys):
    copy("c")
    text = newer("second edition")
    capsys.readouterr()
    assert copy("c") == 0
    assert (tmp_path / "c" / KOSOVO).read_bytes() == text
    said = capsys.readouterr().out
    assert "1 notebook replaced by a newer version, as you had written nothing in it" in said
    assert sorted(path.name for path in (tmp_path / "c").iterdir()) == [MARKER, *NAMES, "reader"]
    assert list((tmp_path / "c" / MARKER / "older").iterdir()) == []


def test_a_notebook_that_was_only_run_is_renewed_and_its_results_kept(tmp_path, newer, capsys):
    copy("c")
    ran = run_through(tmp_path / "c" / KOSOVO)
    assert copying.copy_notebooks("c").kept == NAMES
    assert (tmp_path / "c" / KOSOVO).read_bytes() == ran
    text = newer("second edition")
    copy("c")
    assert (tmp_path / "c" / KOSOVO).read_bytes() == text
    (older,) = (tmp_path / "c" / MARKER / "older").iterdir()
    assert older.read_bytes() == ran and TODAY in older.name
    assert "kept in .sinorus/older" in capsys.readouterr().out


@pytest.mark.parametrize("change", ["answer", "picture", "cell"])
def test_beside_a_changed_notebook_stands_the_newer_version(tmp_path, newer, capsys, change):
    copy("c")
    path = tmp_path / "c" / KOSOVO
    content = notebook(path)
    note = {"cell_type": "markdown", "id": "x", "metadata": {}, "source": ["My note"]}
    if change == "answer":
        content["cells"][1]["source"] = ["My answer"]
    elif change == "picture":
        content["cells"][0]["attachments"] = {"a.png": {"image/png": "aGk="}}
    else:
        content["cells"].append(note)
    save(path, content)
    mine = path.read_bytes()
    assert copying.copy_notebooks("c").beside == []

    second, beside = newer("second edition"), path.with_name(f"{path.stem} (new).ipynb")
    capsys.readouterr()
    assert copy("c") == 0
    assert path.read_bytes() == mine and beside.read_bytes() == second
    said = capsys.readouterr().out
    assert f'There is a newer version of "{KOSOVO}", but you have written in yours' in said
    assert f'beside it, as "{beside.name}".' in said
    # told once
    copy("c")
    assert "newer" not in capsys.readouterr().out
    # again newer: an untouched one is renewed, also one that was run
    third = newer("third edition")
    copy("c")
    assert beside.read_bytes() == third
    run_through(beside)
    fourth = newer("fourth edition")
    copy("c")
    assert beside.read_bytes() == fourth
    # one that she writes in is hers too
    hers = write_in(beside)
    fifth = newer("fifth edition")
    copy("c")
    assert path.read_bytes() == mine and beside.read_bytes() == hers
    assert path.with_name(f"{path.stem} (new, 2).ipynb").read_bytes() == fifth
    # one that she threw away is not put there again
    path.with_name(f"{path.stem} (new, 2).ipynb").unlink()
    assert copying.copy_notebooks("c").beside == []


def test_she_moves_on_to_the_newer_version(tmp_path, newer):
    copy("c")
    path = tmp_path / "c" / KOSOVO
    write_in(path)
    newer("second edition")
    copy("c")
    path.rename(path.with_name("old answers.ipynb"))
    path.with_name(f"{path.stem} (new).ipynb").rename(path)
    assert copying.copy_notebooks("c").kept == NAMES
    third = newer("third edition")
    assert copying.copy_notebooks("c").renewed == [KOSOVO]
    assert path.read_bytes() == third


def test_a_version_that_differs_in_settings_alone_replaces_an_untouched_copy(tmp_path, monkeypatch):
    copy("c")
    real = copying.texts()
    content = json.loads(real[KOSOVO])
    content["cells"][0]["metadata"]["tags"] = ["new-tag"]
    text = copying.blank(json.dumps(content)).encode()
    monkeypatch.setattr(copying, "texts", lambda: {**real, KOSOVO: text})
    assert copying.copy_notebooks("c").renewed == [KOSOVO]
    assert (tmp_path / "c" / KOSOVO).read_bytes() == text


def test_a_folder_without_a_record_counts_as_changed_unless_equal(tmp_path, newer):
    copy("c")
    record = tmp_path / "c" / MARKER / versions.RECORD
    record.unlink()
    assert copying.copy_notebooks("c").kept == NAMES
    assert set(json.loads(record.read_text())["notebooks"]) == set(NAMES)
    record.unlink()
    newer("second edition")
    copies = copying.copy_notebooks("c")
    assert copies.unsure == [(KOSOVO, KOSOVO.replace(".", " (new)."))] and copies.beside == []
    (said,) = (line for line in opening.told(copies) if KOSOVO in line)
    assert "differs from the newest version, and stays as it is" in said
    copies = copying.copy_notebooks("c")
    assert copies.beside == copies.unsure == []


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]",
        '"x"',
        "[" * 100_000,
        '{"notebooks": 5, "pages": [1]}',
        '{"notebooks": {"04": null}, "pages": {"words.md": null}}',
        '{"notebooks": {"04": {"sha256": "", "written": "", "beside": '
        '{"sha256": "", "written": "", "name": "../precious.ipynb"}}}}',
    ],
)
def test_a_damaged_record_costs_nothing(tmp_path, newer, damage):
    copy("c")
    mine = write_in(tmp_path / "c" / KOSOVO)
    damage = damage.replace('"04"', f'"{KOSOVO}"')
    (tmp_path / "c" / MARKER / versions.RECORD).write_text(damage)
    text = newer("second edition")
    assert copy("c") == 0
    assert (tmp_path / "c" / KOSOVO).read_bytes() == mine
    beside = tmp_path / "c" / KOSOVO.replace(".", " (new).")
    assert beside.read_bytes() == text
    assert not (tmp_path / "precious.ipynb").exists()


def test_a_record_that_is_a_folder(tmp_path):
    (tmp_path / "c" / MARKER / versions.RECORD).mkdir(parents=True)
    assert copy("c") == 0 and copy("c") == 0


def test_what_is_saved_while_it_is_renewed_is_kept(tmp_path, newer, monkeypatch):
    copy("c")
    path, real = tmp_path / "c" / KOSOVO, placing.put

    def saved_meanwhile(*arguments):
        monkeypatch.setattr(placing, "put", real)
        saved_meanwhile.bytes = write_in(path)
        real(*arguments)

    newer("second edition")
    monkeypatch.setattr(placing, "put", saved_meanwhile)
    copy("c")
    (older,) = (tmp_path / "c" / MARKER / "older").iterdir()
    assert older.read_bytes() == saved_meanwhile.bytes


def test_the_reader_pages_come_along_and_are_renewed(tmp_path, capsys):
    copying.copy_notebooks(tmp_path / "c")
    pages = sorted(path.name for path in (course() / "notebooks" / "reader").glob("*.md"))
    reader = tmp_path / "c" / "reader"
    assert pages and sorted(path.name for path in reader.iterdir()) == pages
    text = (reader / pages[0]).read_bytes()
    # cut off by a full disk, or emptied: nothing of hers
    for cut in (text[:100], b""):
        (reader / pages[0]).write_bytes(cut)
        assert copying.copy_notebooks(tmp_path / "c").pages == []
        assert (reader / pages[0]).read_bytes() == text
    (reader / pages[0]).write_text("my notes")
    assert copy(tmp_path / "c") == 0
    assert (reader / pages[0]).read_bytes() == text
    (older,) = (tmp_path / "c" / MARKER / "older").iterdir()
    assert older.read_text() == "my notes"
    assert "1 page in reader renewed" in capsys.readouterr().out


# --- set back -------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["04", "4", KOSOVO, KOSOVO.removesuffix(".ipynb").upper()])
def test_one_notebook_is_set_back_and_nothing_lost(tmp_path, capsys, said):
    copy("c")
    path = tmp_path / "c" / KOSOVO
    fresh = path.read_bytes()
    answers = tmp_path / "c" / MARKER / "progress.json"
    answers.write_text("{}")
    for tag in (f"yours, {TODAY}", f"yours, {TODAY}, 2"):
        mine = write_in(path)
        assert cli.main(["reset", said]) == 0
        assert path.read_bytes() == fresh
        kept = path.with_name(f"{path.stem} ({tag}).ipynb")
        assert kept.read_bytes() == mine and f'kept as "{kept.name}"' in capsys.readouterr().out
    assert answers.read_text() == "{}"
    path.unlink()
    assert cli.main(["reset", said, "c"]) == 0
    assert path.read_bytes() == fresh and "kept as" not in capsys.readouterr().out


def test_a_broken_or_old_notebook_is_set_back_to_the_newest(tmp_path, newer):
    copy("c")
    (tmp_path / "c" / KOSOVO).write_bytes(b"")
    text = newer("second edition")
    assert cli.main(["reset", "04"]) == 0
    assert (tmp_path / "c" / KOSOVO).read_bytes() == text
    assert copying.copy_notebooks("c").kept == NAMES


@pytest.mark.parametrize("said", ["44", "", " ", "kosovo", "0"])
def test_no_notebook_is_set_back_by_guessing(tmp_path, capsys, said):
    copy("c")
    before = sorted(path.name for path in (tmp_path / "c").iterdir())
    status = cli.main(["reset", said])
    if said == "0":
        assert status == 0
        return
    assert status == 1
    assert "sinorus reset 04" in capsys.readouterr().err
    assert sorted(path.name for path in (tmp_path / "c").iterdir()) == before


def test_set_back_makes_no_folder(tmp_path, capsys):
    assert cli.main(["reset", "04"]) == 1
    assert cli.main(["reset", "04", "elsewhere"]) == 1
    assert "is not a course folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


# --- finding the folder ---------------------------------------------------------------------------


def opened(capsys, *arguments):
    """The folder that a start opens."""
    capsys.readouterr()
    status = copy(*arguments)
    said = capsys.readouterr()
    assert status == 0, said.err
    return Path(said.out.splitlines()[0].removeprefix("Your course folder is "))


def test_the_folder_is_found_again_from_anywhere(tmp_path, monkeypatch, capsys):
    mine = tmp_path / "sinorus-course"
    assert opened(capsys) == mine
    for place in (mine, mine / "reader", tmp_path, Path("/")):
        monkeypatch.chdir(place)
        assert opened(capsys) == mine
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert opened(capsys) == mine
    copies = [path.parent for path in tmp_path.rglob(lab.FIRST)]
    assert copies == [mine]


def test_a_folder_that_was_never_noted_is_found_here(tmp_path, monkeypatch, capsys):
    copying.copy_notebooks(tmp_path / "sinorus-course")
    assert opened(capsys) == tmp_path / "sinorus-course"


def test_a_folder_is_opened_by_its_name_from_anywhere(tmp_path, monkeypatch, capsys):
    ada = opened(capsys, "Ada")
    assert ada == tmp_path / "Ada"
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert opened(capsys, "Ada") == ada
    assert opened(capsys, "ada") == ada
    monkeypatch.chdir(ada)
    assert opened(capsys, "Ada") == ada
    # a second person's folder lies beside the first one's, not in it
    assert opened(capsys, "Ben") == tmp_path / "Ben"


def test_on_a_shared_computer_nobody_gets_another_one_s_folder(tmp_path, monkeypatch, capsys):
    ada, ben = opened(capsys, "Ada"), opened(capsys, "Ben")
    assert copy() == 1
    said = capsys.readouterr().err
    assert f'"{ada}"' in said and f'"{ben}"' in said and "sinorus start Ada" in said
    assert not (tmp_path / "sinorus-course").exists()
    # also where one bears the name that all have who named none
    opened(capsys, tmp_path / "sinorus-course")
    assert copy() == 1
    # inside one's own folder nothing is asked
    monkeypatch.chdir(ben / "reader")
    assert opened(capsys) == ben
    # one is left: nothing to ask, but it is said how to open one's own
    monkeypatch.chdir(tmp_path)
    for folder in (ben, tmp_path / "sinorus-course"):
        folder.rename(tmp_path / f"gone {folder.name}")
    assert opened(capsys) == ada
    copy()
    assert "Not yours? Type: sinorus start YourName" in capsys.readouterr().out


def test_a_person_at_a_terminal_is_asked(tmp_path, monkeypatch, capsys):
    ada, ben = opened(capsys, "Ada"), opened(capsys, "Ben")
    monkeypatch.setattr(opening, "in_terminal", lambda question: question)
    for typed, folder in (
        ("1", ben),
        ("2", ada),
        (" Cem ", tmp_path / "Cem"),
        ("(1)", tmp_path / "Cem"),
    ):
        monkeypatch.setattr("builtins.input", lambda _, typed=typed: typed)
        capsys.readouterr()
        assert copy() == 0
        assert f"Your course folder is {folder}\n" in capsys.readouterr().out


def test_what_is_no_number_of_the_list_and_no_name_is_asked_for_again(
    tmp_path, monkeypatch, capsys
):
    opened(capsys, "Ada"), opened(capsys, "Ben")
    monkeypatch.setattr(opening, "in_terminal", lambda question: question)
    typed = iter(["9", "-1", "²", ".", "", "2."])
    monkeypatch.setattr("builtins.input", lambda _: next(typed))
    before = sorted(tmp_path.iterdir())
    assert copy() == 0
    assert capsys.readouterr().out.count("Please type a number from 1 to 2") == 5
    assert sorted(tmp_path.iterdir()) == before


def test_two_folders_of_one_name_are_not_guessed(tmp_path, monkeypatch, capsys):
    for place in ("a", "b", "c"):
        (tmp_path / place).mkdir()
        monkeypatch.chdir(tmp_path / place)
        if place != "c":
            opened(capsys, "./Ada")
    assert copy("Ada") == 1
    assert "2 course folders are called" in capsys.readouterr().err
    monkeypatch.chdir(tmp_path / "b")
    assert opened(capsys, "Ada") == tmp_path / "b" / "Ada"


def test_a_folder_that_is_gone_is_said(tmp_path, capsys):
    opened(capsys, "Ada").rename(tmp_path / "moved")
    assert copy() == 0
    said = capsys.readouterr().out
    assert f'It is a new one: "{tmp_path / "Ada"}", which you opened last, is not there' in said


@pytest.mark.parametrize("damage", ["", "[]", '{"folders": [1]}', '{"folders": 1}', "[" * 100_000])
def test_a_damaged_list_of_folders(tmp_path, capsys, damage):
    mine = opened(capsys)
    places._list().write_text(damage)
    assert places.known() == []
    assert opened(capsys) == mine
    assert [folder for folder, _ in places.known()] == [mine]


def test_a_list_that_cannot_be_kept(tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert opened(capsys) == tmp_path / "sinorus-course"


# --- sentences ------------------------------------------------------------------------------------


def refused(capsys, *arguments):
    capsys.readouterr()
    assert cli.main(list(map(str, arguments))) == 1
    said = capsys.readouterr()
    assert "Traceback" not in said.err and said.out == ""
    return said.err


@pytest.mark.parametrize(
    "name, sentence",
    [
        ("", "cannot be empty"),
        ("  ", "cannot be empty"),
        ("~nouser/x", 'no user "nouser"'),
        ("a\0b", "NUL"),
        ("a\0b/c", "NUL"),
        ("n" * 300, "File name too long"),
        ("m/" * 3000, "File name too long"),
        ("/", "a folder of their own"),
        ("~", "a folder of their own"),
        (course(), "belongs to the files of sinorus itself"),
        (course() / "notebooks" / "mine", "belongs to the files of sinorus itself"),
        (course() / ".git" / "mine", "belongs to the files of sinorus itself"),
        (Path(cli.__file__).parent / "mine", "inside the package sinorus itself"),
    ],
)
def test_a_name_that_cannot_be_a_course_folder(tmp_path, capsys, name, sentence):
    assert sentence in refused(capsys, "start", name, "--copy-only")
    assert list(tmp_path.iterdir()) == [] and not (course() / MARKER).exists()


def test_a_folder_in_the_repository_s_top_is_fine():
    """The README has it made there, and git ignores it."""
    assert places.find(str(course() / "sinorus-course")) == course() / "sinorus-course"
    assert "sinorus-course/" in (course() / ".gitignore").read_text().splitlines()


def test_a_folder_inside_a_course_folder(tmp_path, capsys):
    copy("c")
    assert "is inside the course folder" in refused(capsys, "start", "./c/new", "--copy-only")


def test_a_file_of_that_name(tmp_path, capsys):
    (tmp_path / "taken").write_text("a file")
    assert "is a file" in refused(capsys, "start", tmp_path / "taken", "--copy-only")
    assert "copied into" in refused(capsys, "start", tmp_path / "taken" / "in", "--copy-only")
    assert (tmp_path / "taken").read_text() == "a file"


@pytest.mark.parametrize("name", [MARKER, "reader", f"{MARKER}/{copying.BENCH}", f"{MARKER}/older"])
def test_a_file_where_the_course_has_a_folder(tmp_path, capsys, name):
    (tmp_path / "c" / name).parent.mkdir(parents=True)
    (tmp_path / "c" / name).write_text("mine")
    assert f'"{name}" in "{tmp_path / "c"}" is a file' in refused(
        capsys, "start", "c", "--copy-only"
    )
    assert (tmp_path / "c" / name).read_text() == "mine"


@pytest.mark.parametrize("name", [lab.FIRST, "reader/words.md"])
def test_a_folder_where_the_course_has_a_file(tmp_path, capsys, name):
    (tmp_path / "c" / name).mkdir(parents=True)
    assert f'"{name}" in "{tmp_path / "c"}" is a folder' in refused(
        capsys, "start", "c", "--copy-only"
    )


def test_a_working_directory_that_was_deleted(tmp_path, monkeypatch, capsys):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    for words in ([], ["Ada"], ["./Ada"]):
        assert "was deleted" in refused(capsys, "start", *words, "--copy-only")
    assert opened(capsys, tmp_path / "Ada") == tmp_path / "Ada"
    assert opened(capsys) == tmp_path / "Ada" == opened(capsys, "Ada")


def test_a_folder_that_cannot_be_written_to(tmp_path, monkeypatch, capsys):
    copy("c")

    def refuse(*arguments, **options):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(placing.tempfile, "mkstemp", refuse)
    # a whole course opens, as there is nothing to write
    assert copy("c") == 0
    (tmp_path / "c" / KOSOVO).unlink()
    said = refused(capsys, "start", "c", "--copy-only")
    assert "Read-only file system" in said and "Choose a folder in which you may write" in said


@pytest.mark.parametrize("times, held", [(2, False), (1000, True)])
def test_a_notebook_that_is_held_open_is_waited_for(tmp_path, monkeypatch, capsys, times, held):
    """As on Windows, where nothing that another program reads gets another name."""
    copy("c")
    (tmp_path / "c" / KOSOVO).write_text("{", encoding="utf-8")
    rename, tries = os.rename, []

    def no_link(*_):
        raise OSError(errno.ENOTSUP, "Not supported")

    def busy(path, aside):
        tries.append(path)
        if len(tries) <= times:
            raise PermissionError(errno.EACCES, "Permission denied")
        rename(path, aside)

    monkeypatch.setattr(os, "link", no_link)
    monkeypatch.setattr(os, "rename", busy)
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    capsys.readouterr()
    assert copy("c") == held
    said = capsys.readouterr()
    if held:
        assert "another program holds it open" in said.err and "Wait a moment" in said.err
        assert "Choose a folder" not in said.err
        assert (tmp_path / "c" / KOSOVO).read_text(encoding="utf-8") == "{"
    else:
        assert "was damaged and is replaced" in said.out


def test_the_folder_that_is_advised_is_none_that_has_just_refused(tmp_path, monkeypatch, capsys):
    def refuse(*arguments, **options):
        raise PermissionError(errno.EACCES, "Permission denied")

    def only(*places):
        monkeypatch.setattr(placing.os, "access", lambda path, mode: Path(path) in places)

    home, here = tmp_path / "home", tmp_path / "here"
    for place in (home, here):
        place.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.chdir(here)
    monkeypatch.setattr(Path, "mkdir", refuse)
    only(home)
    assert f'sinorus start "{home / "my-course"}"' in refused(capsys, "start", "--copy-only")
    only()
    assert "sinorus start path/to/my-course" in refused(capsys, "start", "--copy-only")
    only(home, here)
    away = str(tmp_path / "share" / "c")
    assert refused(capsys, "start", away, "--copy-only").endswith("sinorus start my-course\n")


@pytest.mark.parametrize(
    "number, cure",
    [(errno.EACCES, "HOME="), (errno.EROFS, "HOME="), (errno.ENOSPC, "Make room"), (5, "again")],
)
@pytest.mark.skipif(os.name == "nt", reason="a home folder is named otherwise there")
def test_a_disk_that_refuses_jupyterlab_is_a_sentence(jupyter, monkeypatch, capsys, number, cure):
    from jupyterlab.labapp import LabApp

    def launch(options):
        raise OSError(number, os.strerror(number), "/home/ada/.local")

    monkeypatch.setattr(LabApp, "launch_instance", launch)
    assert cli.main(["start", "c"]) == 1
    said = capsys.readouterr().err
    assert "/home/ada/.local" in said and cure in said and "Traceback" not in said


def in_shell(folder, *arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "sinorus", *map(str, arguments)],
        capture_output=True,
        cwd=folder,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_a_chinese_folder_in_an_english_terminal(tmp_path, environment):
    done = in_shell(tmp_path, "start", "课程", "--copy-only", **environment)
    assert done.returncode == 0 and done.stderr == b""
    assert (tmp_path / "课程" / lab.FIRST).exists()


# --- JupyterLab -----------------------------------------------------------------------------------


@pytest.fixture
def jupyter(monkeypatch):
    """What JupyterLab was started with, in place of JupyterLab."""
    from jupyterlab.labapp import LabApp

    calls = []

    def launch(options):
        calls.append((options, dict(os.environ)))

    for name in ("JUPYTER_CONFIG_PATH", "PYTHONSTARTUP"):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(LabApp, "launch_instance", launch)
    monkeypatch.setattr(lab.webbrowser, "get", lambda: object())
    return calls


def test_jupyter_is_opened_at_the_first_notebook(tmp_path, jupyter, capsys):
    assert cli.main(["start", "c"]) == 0
    ((options, environment),) = jupyter
    (option,) = (part for part in options if part.startswith("--LabApp.workspaces_dir="))
    (workspace,) = Path(option.partition("=")[2]).iterdir()
    layout = json.loads(workspace.read_text())["data"]["layout-restorer:data"]
    assert layout["left"]["collapsed"] and layout["right"]["collapsed"]
    assert layout["main"]["current"] == f"notebook:{lab.FIRST}"
    assert f"--ServerApp.root_dir={(tmp_path / 'c').resolve()}" in options
    settings = Path(environment["JUPYTER_CONFIG_PATH"].split(os.pathsep)[0])
    settings = settings / "labconfig" / "page_config.json"
    assert json.loads(settings.read_text())["disabledExtensions"]
    assert Path(environment["PYTHONSTARTUP"]).name == "at_start.py"
    said = capsys.readouterr().out
    assert "opens in your browser" in said and "JupyterLab has stopped" in said


@pytest.mark.parametrize("options", [["--no-browser"], ["--ServerApp.open_browser=False"]])
def test_options_after_two_dashes_go_to_jupyterlab(jupyter, capsys, options):
    assert cli.main(["start", "c", "--", *options, "--port=9999"]) == 0
    assert jupyter[0][0][-2:] == [*options, "--port=9999"]
    said = capsys.readouterr().out
    assert "opens in your browser" not in said and "an address that begins with http" in said
    assert cli.main(["start", "--", "--port=9999"]) == 0
    assert jupyter[1][0][-1] == "--port=9999"


def test_no_browser_is_promised_where_there_is_none(jupyter, monkeypatch, capsys):
    def none():
        raise lab.webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(lab.webbrowser, "get", none)
    cli.main(["start", "c"])
    said = capsys.readouterr().out
    assert "No browser was found" in said and "opens in your browser" not in said


@pytest.mark.parametrize(
    "system, terminal, sentence",
    [("posix", True, "twice"), ("posix", False, "once"), ("nt", True, "once")],
)
def test_what_ctrl_c_does_is_said_as_it_is(monkeypatch, system, terminal, sentence):
    """On Windows, and without a terminal, JupyterLab does not ask."""

    class Keyboard:
        def isatty(self):
            return terminal

    monkeypatch.setattr(lab.sys, "stdin", Keyboard())
    monkeypatch.setattr(lab.os, "name", system)
    assert sentence in lab._stops()


@pytest.mark.parametrize("option", ["--help", "--version", "--generate-config"])
def test_nothing_is_announced_that_does_not_happen(jupyter, capsys, option):
    cli.main(["start", "c", "--", option])
    said = capsys.readouterr().out
    assert "browser" not in said and "stop" not in said


@pytest.mark.parametrize(
    "left, status", [(0, 0), (None, 0), (3, 3), ("an error", 1)], ids=["0", "none", "3", "text"]
)
def test_the_exit_status_of_jupyterlab_is_ours(monkeypatch, jupyter, capsys, left, status):
    from jupyterlab.labapp import LabApp

    def launch(options):
        sys.exit(left)

    monkeypatch.setattr(LabApp, "launch_instance", launch)
    assert cli.main(["start", "c"]) == status
    assert ("stopped with an error" in capsys.readouterr().err) == (status != 0)


def test_root_gets_the_whole_command_before_anything_is_made(
    tmp_path, jupyter, monkeypatch, capsys
):
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(lab.os.path, "exists", lambda path: False)
    assert "\n  sinorus start -- --allow-root\n" in refused(capsys, "start")
    said = refused(capsys, "start", "my course", "--", "--port=9")
    assert "\n  sinorus start 'my course' -- --port=9 --allow-root\n" in said
    assert "container" not in said
    assert jupyter == [] and list(tmp_path.iterdir()) == []
    monkeypatch.setattr(lab.os.path, "exists", lambda path: path == "/.dockerenv")
    assert "-- --allow-root --ip=0.0.0.0 --no-browser" in refused(capsys, "start")
    monkeypatch.undo()


@pytest.mark.parametrize("option", ["--allow-root", "--ServerApp.allow_root=True"])
def test_root_may(jupyter, monkeypatch, option):
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert cli.main(["start", "c", "--", option]) == 0
    assert jupyter[0][0][-1] == option


def test_root_may_copy(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert copy("c") == 0


def test_no_jupyterlab(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", None)
    assert cli.main(["start", "c"]) == 1
    said = capsys.readouterr().err
    assert "-m pip install jupyterlab" in said and "Traceback" not in said


def test_jupyterlab_has_a_working_directory(tmp_path, jupyter, monkeypatch):
    copy("c")
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert cli.main(["start"]) == 0
    assert Path.cwd() == tmp_path / "c"


def test_a_layout_that_was_cut_off_is_written_anew(tmp_path):
    copying.copy_notebooks(tmp_path)
    (place,) = Path(lab.set_the_table(tmp_path).partition("=")[2]).iterdir()
    whole = place.read_text()
    place.write_text("")
    lab.set_the_table(tmp_path)
    assert place.read_text() == whole
    place.write_text("my own layout")
    lab.set_the_table(tmp_path)
    assert place.read_text() == "my own layout"


# --- the command itself ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words, sentence",
    [
        (["start", "--port=9999"], "sinorus start -- --port=9999"),
        (["start", "c", "--allow-root"], "sinorus start -- --allow-root"),
        (["start", "--no-browser"], "--copy-only"),
        (["start", "--copy"], "no option --copy."),
        (["start", "Ada", "Reader"], '"Reader" is too much'),
        (["reset", "04", "--", "--port=9"], "Only sinorus start takes options"),
    ],
)
def test_an_option_in_the_wrong_place(tmp_path, jupyter, capsys, words, sentence):
    assert sentence in refused(capsys, *words)
    assert jupyter == [] and list(tmp_path.iterdir()) == []


def test_help_and_version(capsys):
    assert cli.main([]) == 0
    said = capsys.readouterr().out
    assert "start" in said and "reset" in said
    for words in (["--version"], ["sart"], ["start", "--help"], ["reset"]):
        with pytest.raises(SystemExit):
            cli.main(words)


def test_a_subcommand_comes_from_a_table(monkeypatch):
    class Collect:
        @staticmethod
        def add(commands):
            parser = commands.add_parser("gather")
            parser.add_argument("folder")
            return parser

        @staticmethod
        def run(options):
            return 5 if options.folder == "class" else 6

    monkeypatch.setattr(cli, "COMMANDS", (*cli.COMMANDS, Collect))
    assert cli.main(["gather", "class"]) == 5


def test_ctrl_c_is_no_traceback(monkeypatch, capsys):
    def interrupted(folder):
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "copy_notebooks", interrupted)
    assert copy("c") == 130
    assert capsys.readouterr().err == "\nStopped.\n"


def test_the_command_line_loads_nothing_heavy():
    code = "import sys, sinorus.teaching.start; print({'pandas', 'jupyterlab'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"


def test_as_a_module(tmp_path):
    done = in_shell(tmp_path, "start", "c", "--copy-only")
    assert done.returncode == 0 and (tmp_path / "c" / lab.FIRST).exists()


def test_which_notebook_names_all_when_none_fits():
    with pytest.raises(SinorusError, match=lab.FIRST):
        setting_back.which("99", NAMES)
