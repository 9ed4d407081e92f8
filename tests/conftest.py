"""What the tests share: the originals, where they are at hand, and an environment without own copies."""

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
