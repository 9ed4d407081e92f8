"""What the tests share: the originals, where they are at hand, and an environment without own
copies.
"""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def originals():
    """The folder of the original reports; they are in copyright and not in the repository."""
    folder = os.environ.get("SINORUS_TEST_ORIGINALS")
    if not folder:
        pytest.skip("SINORUS_TEST_ORIGINALS names no folder with the original reports")
    assert Path(folder).is_dir(), f"SINORUS_TEST_ORIGINALS: there is no folder {folder}"
    return Path(folder)


@pytest.fixture(autouse=True)
def no_own_copies(monkeypatch):
    """Tests read the course editions unless they say otherwise."""
    monkeypatch.delenv("SINORUS_REPORTS", raising=False)


@pytest.fixture(autouse=True)
def no_known_folders(monkeypatch, tmp_path_factory):
    """Course folders that tests make are not remembered among the developer's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


#: Modules whose tests take long: they run notebooks, draw charts or drive a browser.
SLOW = {"test_notebooks.py", "test_every_notebook.py", "test_start_here.py"}


def pytest_collection_modifyitems(items):
    """Mark as slow what takes long, so that ``-m "not slow"`` answers in half a minute."""
    for item in items:
        if item.path.name in SLOW or item.path.suffix == ".ipynb":
            item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True, scope="module")
def nothing_held():
    """What the tests of one module keep in memory, those of the next do not find."""
    from sinorus.teaching import store

    store._held.clear()


@pytest.fixture(autouse=True)
def held_no_longer(monkeypatch, nothing_held):
    """Nor does one test find what another one keeps."""
    from sinorus.teaching import store

    monkeypatch.setattr(store, "_held", dict(store._held))
