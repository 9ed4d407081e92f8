"""The package as a whole: light, one-way, documented, the same for pip and conda, whole in a
wheel.
"""

import inspect
import json
import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

import sinorus

PUBLIC = [name for name in sinorus.__all__ if name not in ("charts",)]


def run(code, **environment):
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=True,
    ).stdout


def test_import_loads_nothing_heavy():
    loaded = run(
        "import sys, sinorus; print([name for name in ('pandas', 'altair', 'ipywidgets', 'ftfy',"
        " 'numpy') if name in sys.modules])"
    )
    assert loaded.strip() == "[]"


def test_charts_are_loaded_on_first_use():
    assert (
        run("import sys, sinorus; sinorus.load('reports'); print('altair' in sys.modules)").strip()
        == "False"
    )
    assert (
        run("import sys, sinorus; sinorus.charts; print('altair' in sys.modules)").strip() == "True"
    )


@pytest.mark.parametrize("name", PUBLIC)
def test_public_names_are_documented(name):
    thing = getattr(sinorus, name)
    text = inspect.getdoc(thing)
    assert text and "Examples" in text
    if inspect.isfunction(thing):
        parameters = inspect.signature(thing).parameters
        assert "Returns" in text or "Yields" in text
        assert not parameters or "Parameters" in text
        for parameter in parameters:
            assert re.search(rf"^\s*\*?(\w+, )*{parameter}(, \w+)* :", text, re.M), parameter


def test_a_mistyped_name_gets_a_hint_and_no_traceback():
    with pytest.raises(AttributeError, match=r"Did you mean sinorus\.load") as caught:
        _ = sinorus.laod
    assert not hasattr(sinorus, "no_such_name")
    assert caught.value._render_traceback_() == [f"UnknownNameError: {caught.value}"]


def test_errors_are_values_and_show_a_sentence():
    error = sinorus.DateError("one sentence")
    assert isinstance(error, sinorus.SinorusError) and isinstance(error, ValueError)
    assert error._render_traceback_() == ["DateError: one sentence"]


def test_conda_and_pip_say_the_same(root):
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    lines = (root / "environment.yml").read_text().splitlines()
    conda = {line.strip(" -") for line in lines if re.match(r"  - \S", line)}
    assert {"python" + project["requires-python"], *project["dependencies"]} <= conda
    assert conda - {"python" + project["requires-python"], *project["dependencies"]} == {
        "conda-forge",
        "pip",
        "pip:",
    }


def test_constraints_fit_the_project_and_name_no_host(root):
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    text = (root / "constraints.txt").read_text()
    assert "://" not in text and "--hash" not in text
    pins = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            requirement = Requirement(line)
            pins.setdefault(canonicalize_name(requirement.name), []).append(
                str(requirement.specifier).lstrip("=")
            )
    groups = (project["dependencies"], *project["optional-dependencies"].values())
    for needed in [line for group in groups for line in group]:
        requirement = Requirement(needed)
        if requirement.name == project["name"]:
            # extras of our own, whose libraries are looked at in their groups
            assert requirement.extras <= set(project["optional-dependencies"])
            continue
        versions = pins[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in versions), needed


def test_versions_agree(root):
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    citation = (root / "CITATION.cff").read_text()
    package = json.loads((root / "data" / "datapackage.json").read_text())
    assert sinorus.__version__ == project["version"] == package["version"]
    assert f"version: {project['version']}\n" in citation


def test_readme_shows_two_commands_and_true_names(root):
    text = (root / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^```\n(.+?)\n```", text, re.S | re.M)
    assert (
        len(commands) == 2
        and commands[0].endswith("sinorus start")
        and commands[1].endswith("pytest --nbval")
    )
    for name in re.findall(r"sinorus\.(\w+)\(", text):
        assert hasattr(sinorus, name)
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (root / link).exists(), link
    for table in re.findall(
        r"^\| `(\w+)` \|", (root / "data" / "README.md").read_text(encoding="utf-8"), re.M
    ):
        assert table in sinorus.tables.table_names()


@pytest.mark.slow
def test_the_wheel_works_outside_the_repository(root, tmp_path):
    """Built, installed into an environment of its own, used from an empty folder."""
    subprocess.run(
        [
            sys.executable,
            "-m",
            "build",
            "--wheel",
            "--no-isolation",
            "--outdir",
            str(tmp_path),
            str(root),
        ],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    # The libraries come from this environment; sinorus itself only from the wheel.
    venv.create(tmp_path / "env", with_pip=False, system_site_packages=False)
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    target = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--target",
            target,
            str(wheel),
        ],
        check=True,
        capture_output=True,
    )
    import pandas

    libraries = Path(pandas.__file__).parent.parent
    work = tmp_path / "elsewhere"
    work.mkdir()
    code = (
        f"import sys; sys.path.append({str(libraries)!r})\n"
        "import sinorus, pathlib\n"
        "from sinorus.paths import course\n"
        "assert course().name == '_course', course()\n"
        "print(len(sinorus.load('events')), len(sinorus.entries()), sinorus.cite('yu-2000 c1')[:6])"
        "\n"
        "sinorus.charts.timeline().to_dict()\n"
        "from sinorus.teaching.start import main\n"
        "main(['start', 'mine', '--copy-only'])\n"
        "assert pathlib.Path('mine/00_start_here.ipynb').exists()\n"
    )
    done = subprocess.run([str(python), "-I", "-c", code], capture_output=True, text=True, cwd=work)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{len(sinorus.load('events'))} 52 Yu Bin")
