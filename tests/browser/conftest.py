"""A JupyterLab of our own and a Chromium that reaches nothing but this machine."""

import os
import shutil

import own_lab
import pytest

from sinorus.paths import course
from sinorus.teaching.copying import copy_notebooks


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """Address of a JupyterLab that serves a student's fresh folder."""
    if own_lab.CHROMIUM is None:
        if os.environ.get("SINORUS_REQUIRE_BROWSER"):
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine: what a student sees was not tested")
    home = tmp_path_factory.mktemp("student")
    copy_notebooks(home / "course")
    # the notebooks as the repository stores them, with their results
    stored = course() / "notebooks"
    shutil.copytree(stored, home / "course" / "stored", ignore=shutil.ignore_patterns("solutions"))
    with own_lab.served(home) as address:
        yield address


@pytest.fixture
def page(lab):
    """A page in Chromium; requests to other machines are refused, and noted in ``page.outside``."""
    with own_lab.opened(lab, 1360, 1500) as page:
        yield page
