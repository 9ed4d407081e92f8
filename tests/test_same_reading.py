"""What the parser reads in the five reports stays the same, sign for sign.

Of the originals only hashes are kept: their texts are in copyright. After an edition was edited
on purpose, ``python tests/test_same_reading.py`` writes ``same_reading.json`` anew (it needs the
originals too); its difference then shows what has changed, and nothing else may.
"""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

import sinorus
from sinorus.paths import data_file

KEPT = Path(__file__).with_name("same_reading.json")
NAMES = ("gpr-web", "miller-2002", "monitor-2000", "yu-1999", "yu-2000")


def sign(text):
    return sha256(text.encode("utf-8")).hexdigest()[:16]


def reading(path):
    """All that a locator rests on, words as hashes."""
    report = sinorus.read_report(path)
    meta = report.meta
    return {
        "report_id": report.report_id,
        "meta": {
            name: sign(text)
            for name, text in sorted(meta.items())
            if isinstance(text, str) and text
        },
        "joins": meta["joins"],
        "set_aside": [[line, kind, sign(text)] for line, kind, text in meta["set_aside"]],
        "passages": [
            f"{p.locator} {p.kind} {sign(p.section)} {sign(p.text)}" for p in report.passages
        ],
        "entries": [
            f"{e.locator} {e.edtf} {e.start} {e.end} {e.precision} {';'.join(e.flags)}"
            f" {sign(e.date_as_printed)} {sign(e.text)}"
            for e in report.entries
        ],
        "problems": [[p.line, p.text, p.reason] for p in report.problems],
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_edition_is_read_as_ever(name):
    kept = json.loads(KEPT.read_text(encoding="utf-8"))["editions"][name]
    assert reading(data_file(f"reports/{name}.txt")) == kept


@pytest.mark.parametrize("name", NAMES)
def test_the_original_is_read_as_ever(originals, name):
    kept = json.loads(KEPT.read_text(encoding="utf-8"))["originals"][name]
    assert reading(originals / f"{name}.txt") == kept


if __name__ == "__main__":
    folders = {
        "editions": data_file("reports"),
        "originals": Path(os.environ["SINORUS_TEST_ORIGINALS"]),
    }
    found = {
        folder: {name: reading(path / f"{name}.txt") for name in NAMES}
        for folder, path in folders.items()
    }
    KEPT.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
