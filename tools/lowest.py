"""Try the course with the oldest libraries that it allows: python tools/lowest.py [TESTS ...]

An environment of its own gets exactly the versions behind ``>=`` in pyproject.toml, whatever else
they need in its newest version, and runs the README's tests there, or only those that are named.
It takes as long as installing the course and testing it once.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def floors():
    """The oldest version of everything that is declared, as lines of a constraints file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = (project["dependencies"], *project["optional-dependencies"].values())
    declared = [line for group in groups for line in group]
    # an extra of our own has no version, and a constraint takes no extra
    return [re.sub(r"\[.*\]", "", line).replace(">=", "==") for line in declared if ">=" in line]


def readme_tests():
    """The words of the command by which the README tests the course, behind ``python``."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("## Test the course")[1]
    command = re.search(r"&& python (-m pytest[^\n]*)", section)[1]
    return command.split()


def run(*command, **more):
    print("$", *command, flush=True)
    return subprocess.run(command, cwd=ROOT, **more)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("tests", nargs="*", help="only these tests; the README's if left out")
    tests = options.parse_args().tests
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder) / "lowest.txt"
        constraints.write_text("\n".join(floors()) + "\n", encoding="utf-8")
        print(*floors(), sep="\n")
        venv.create(Path(folder) / "env", with_pip=True)
        python = Path(folder) / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
        install = ("-m", "pip", "install", "--quiet", "-c", str(constraints), "-e", ".[test]")
        run(str(python), *install, check=True)
        # kernels and commands are found by the path, and must be those of this environment
        path = os.pathsep.join((str(python.parent), os.environ.get("PATH", "")))
        around = {**os.environ, "PATH": path, "VIRTUAL_ENV": str(python.parent.parent)}
        for variable in ("SINORUS_REPORTS", "PYTHONPATH"):
            around.pop(variable, None)
        chosen = ["-m", "pytest", "--nbval", *tests] if tests else readme_tests()
        done = run(str(python), *chosen, "-q", "-n", "auto", "-p", "no:cacheprovider", env=around)
    said = "passes" if done.returncode == 0 else "does NOT pass: what failed stands above"
    print(f"With the oldest libraries the course {said}.")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
