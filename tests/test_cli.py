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
    assert sorted(path.name for path in folder.iterdir()) == [".sinorus", *NAMES]
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
    assert command[3].endswith(cli.FIRST)
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
