"""The same parser on several processes: a worker that dies costs nothing."""

import os
import re
import signal
import time
from pathlib import Path

import pytest

import sinorus
from sinorus.paths import data_file

pytestmark = pytest.mark.slow
PAGE = Path(__file__).parents[1] / "docs" / "many-reports.md"


def texts(count):
    """Reports in our own words, each a little different."""
    edition = data_file("reports/yu-2000.txt").read_text(encoding="utf-8")
    return [edition.replace("Beijing", f"Beijing ({number})") for number in range(count)]


def signs(report):
    """What a report was read as, in plain values that travel."""
    passages = [(place.locator, place.text) for place in report.passages]
    entries = [(place.locator, place.edtf, place.text, place.flags) for place in report.entries]
    return report.report_id, passages, entries


def read(text):
    time.sleep(0.05)
    return signs(sinorus.parse_report(text))


def test_a_worker_killed_half_way_loses_nothing():
    from dask.distributed import Client, LocalCluster, as_completed

    given = texts(60)
    alone = [signs(sinorus.parse_report(text)) for text in given]
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        futures = client.map(read, given, pure=False)
        done = 0
        for _ in as_completed(futures):
            done += 1
            if done == 20:
                first = next(iter(client.run(os.getpid).values()))
                os.kill(first, signal.SIGKILL)
        together = client.gather(futures)
    assert done == len(given)
    assert together == alone


def test_the_page_does_what_it_says(tmp_path, monkeypatch, capsys):
    """The lines of the page run as they stand, on a folder of three reports."""
    folder = tmp_path / "my_reports"
    folder.mkdir()
    for number, text in enumerate(texts(3)):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "broken.txt").write_bytes(b"\x00")
    monkeypatch.chdir(tmp_path)
    code = "\n".join(re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S))
    names = {"__name__": "__main__"}
    exec(compile(code, str(PAGE), "exec"), names)
    assert len(names["entries"]) == 3 * 40
    assert names["entries"]["file"].nunique() == 3
    assert "broken.txt" in capsys.readouterr().out
