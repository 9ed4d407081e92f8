"""The oldest libraries: said alike in every place, and named when they are older still."""

import re
import subprocess
import sys
import tomllib

import lowest
import pytest

from sinorus.versions import NEEDED, too_old


def test_every_place_has_the_same_floors(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert dict(line.split(">=") for line in project["dependencies"]) == NEEDED


def test_the_lowest_are_tried_exactly():
    tried = lowest.floors()
    assert {f"{name}=={least}" for name, least in NEEDED.items()} <= set(tried)
    assert all(re.fullmatch(r"[\w.-]+==[\d.]+", line) for line in tried)
    assert lowest.readme_tests() == ["-m", "pytest", "--nbval"]


@pytest.mark.parametrize(
    "here, old",
    [
        ("5.5.0", True),
        ("6.0.99", True),
        ("6.1", False),
        ("6.1.0", False),
        ("6.1.0rc1", False),
        ("6.10.0", False),
        ("10.0", False),
        (None, False),
        ("unknown", False),
    ],
)
def test_older_than_needed(here, old):
    said = too_old({"altair": here}.get, {"altair": "6.1"})
    assert bool(said) == old
    if old:
        assert said.startswith(f"sinorus needs altair 6.1 or newer; here is {here}.")
        assert 'pip install -U "altair>=6.1"' in said


def test_two_that_are_old_are_named_in_one_command():
    said = too_old({"altair": "5.0", "pandas": "2.2.3"}.get, {"altair": "6.1", "pandas": "3.0"})
    assert '"altair>=6.1" "pandas>=3.0"' in said and said.count("or newer") == 2


OLD = "import importlib.metadata as m; m.version = lambda name: '1.0' if name == 'ftfy' else '99'\n"
SAID = "sinorus needs ftfy"


def run(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout, done.stderr


def test_an_old_library_is_named_once_and_nothing_breaks():
    out, error = run(
        f"{OLD}import sinorus\nsinorus.parse_date('May 1, 2000')\nprint(len(sinorus.load('trade')))"
    )
    assert int(out) and error.count(SAID) == 1 and "Traceback" not in error


def test_asking_for_versions_loads_none_of_them():
    out, error = run(
        f"{OLD}import sys, sinorus\nsinorus._tell_of_old_libraries()\n"
        "print([name for name in ('pandas', 'altair', 'ftfy') if name in sys.modules])"
    )
    assert out.strip() == "[]" and SAID in error


def test_a_notebook_names_it_below_its_first_cell():
    """A kernel loads the course before there is a cell; it is said below the first one."""
    _, error = run(
        f"{OLD}from IPython.core.interactiveshell import InteractiveShell\n"
        "import sys\nshell = InteractiveShell.instance()\nimport sinorus\n"
        "print('first', file=sys.stderr)\nshell.run_cell('import sinorus')\n"
        "print('second', file=sys.stderr)\nshell.run_cell('sinorus.parse_date')"
    )
    assert error.index("first") < error.index(SAID) < error.index("second")
    assert error.count(SAID) == 1
