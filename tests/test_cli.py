"""The command line: a folder of the student's own, nothing ever overwritten."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sinorus.paths import course
from sinorus.teaching import start as cli

NAMES = sorted(path.name for path in (course() / "notebooks").glob("*.ipynb"))


def test_start_copies_the_student_notebooks_only(tmp_path, capsys):
    folder = tmp_path / "my course"
    assert cli.main(["start", str(folder), "--no-browser"]) == 0
    assert sorted(path.name for path in folder.iterdir()) == [".sinorus", *NAMES, "reader"]
    said = capsys.readouterr().out
    assert str(folder) in said and f"{len(NAMES)} notebook" in said


def test_start_again_overwrites_nothing_and_adds_what_is_new(tmp_path, capsys):
    cli.main(["start", str(tmp_path), "--no-browser"])
    mine = tmp_path / cli.FIRST
    mine.write_text("my answers")
    (tmp_path / "essay.txt").write_text("mine")
    capsys.readouterr()
    assert cli.main(["start", str(tmp_path), "--no-browser"]) == 0
    assert mine.read_text() == "my answers" and (tmp_path / "essay.txt").read_text() == "mine"
    assert "left as you saved" in capsys.readouterr().out
    mine.unlink()
    assert cli.copy_notebooks(tmp_path)[0] == [cli.FIRST]


def test_copies_give_nothing_away(tmp_path):
    """No results and no counts, and else the notebook as it stands in the repository."""
    cli.copy_notebooks(tmp_path)
    for name in NAMES:
        copy = json.loads((tmp_path / name).read_text(encoding="utf-8"))
        stored = json.loads((course() / "notebooks" / name).read_text(encoding="utf-8"))
        code = [cell for cell in copy["cells"] if cell["cell_type"] == "code"]
        assert code
        assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
        assert [c["source"] for c in copy["cells"]] == [c["source"] for c in stored["cells"]]
        assert [c["id"] for c in copy["cells"]] == [c["id"] for c in stored["cells"]]


def test_the_reader_pages_come_along_and_are_renewed(tmp_path):
    cli.copy_notebooks(tmp_path)
    pages = sorted(path.name for path in (course() / "notebooks" / "reader").glob("*.md"))
    assert sorted(path.name for path in (tmp_path / "reader").iterdir()) == pages
    if pages:
        (tmp_path / "reader" / pages[0]).write_text("old")
        cli.copy_notebooks(tmp_path)
        assert (tmp_path / "reader" / pages[0]).read_text(encoding="utf-8") != "old"


def test_a_link_is_not_followed_and_overwritten(tmp_path):
    target = tmp_path / "elsewhere.txt"
    target.write_text("precious")
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / cli.FIRST).symlink_to(target)
    cli.copy_notebooks(folder)
    assert target.read_text() == "precious"


def test_a_file_of_that_name(tmp_path, capsys):
    (tmp_path / "taken").write_text("a file")
    assert cli.main(["start", str(tmp_path / "taken"), "--no-browser"]) == 1
    assert "is a file" in capsys.readouterr().err
    assert cli.main(["start", str(tmp_path / "taken" / "inside"), "--no-browser"]) == 1
    assert (tmp_path / "taken").read_text() == "a file"


def test_jupyter_is_opened_at_the_first_notebook(tmp_path, monkeypatch):
    calls = []
    monkeypatch.setattr(
        cli.subprocess, "call", lambda command, env: calls.append((command, env)) or 0
    )
    assert cli.main(["start", str(tmp_path)]) == 0
    ((command, environment),) = calls
    assert command[:3] == [sys.executable, "-m", "jupyterlab"]
    (option,) = (part for part in command if part.startswith("--LabApp.workspaces_dir="))
    (workspace,) = Path(option.partition("=")[2]).iterdir()
    layout = json.loads(workspace.read_text())["data"]["layout-restorer:data"]
    assert layout["left"]["collapsed"] and layout["right"]["collapsed"]
    assert layout["main"]["current"] == f"notebook:{cli.FIRST}"
    assert f"--ServerApp.root_dir={tmp_path.resolve()}" in command
    settings = (
        Path(environment["JUPYTER_CONFIG_PATH"].split(os.pathsep)[0])
        / "labconfig"
        / "page_config.json"
    )
    assert json.loads(settings.read_text())["disabledExtensions"]


def test_help_and_version(capsys):
    assert cli.main([]) == 0
    assert "start" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    with pytest.raises(SystemExit):
        cli.main(["sart"])


def test_as_a_module(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "sinorus", "start", str(tmp_path / "c"), "--no-browser"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0 and (tmp_path / "c" / cli.FIRST).exists()
