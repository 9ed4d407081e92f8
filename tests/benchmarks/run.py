"""Measure sinorus beside what a user would use instead: python tests/benchmarks/run.py

Nothing here passes or fails. ``pip install dateparser`` adds the comparison with it.
"""

import contextlib
import datetime as dt
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
import warnings
from pathlib import Path

import sinorus
from sinorus.paths import data_file


def best(function, repeat=7):
    """Shortest of several runs, in seconds."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


def table(title, rows):
    print(f"\n{title}")
    width = max(len(row[0]) for row in rows)
    for name, *cells in rows:
        print(f"  {name:<{width}}  " + "  ".join(str(cell) for cell in cells))


def imports():
    def wall(code):
        return statistics.median(
            best(lambda: subprocess.run([sys.executable, "-c", code], check=True), 1)
            for _ in range(9)
        )

    empty, pandas, ours, both = (
        wall(code) for code in ("pass", "import pandas", "import sinorus", "import pandas, sinorus")
    )
    table(
        "Import, a whole process, median of 9",
        [
            ["python alone", f"{empty:.3f} s"],
            ["import pandas", f"{pandas:.3f} s"],
            ["import sinorus", f"{ours:.3f} s", f"{ours / pandas:.2f} x pandas"],
            ["import pandas, sinorus", f"{both:.3f} s", f"{both / pandas:.2f} x pandas"],
        ],
    )


#: (text, start, end) as a careful reader takes them; None is "not a date".
SHAPES = [
    ("Apr. 12, 2000", "2000-04-12", "2000-04-12"),
    ("June 6, 2000", "2000-06-06", "2000-06-06"),
    ("12 April 2000", "2000-04-12", "2000-04-12"),
    ("May 21-24, 2000", "2000-05-21", "2000-05-24"),
    ("July 15-16, 2001", "2001-07-15", "2001-07-16"),
    ("Nov. 9-11, 1997", "1997-11-09", "1997-11-11"),
    ("Apr. 30-May 3, 2000", "2000-04-30", "2000-05-03"),
    ("Dec. 27, 1998 - Jan. 2, 1999", "1998-12-27", "1999-01-02"),
    ("May 2000", "2000-05-01", "2000-05-31"),
    ("April-June 2000", "2000-04-01", "2000-06-30"),
    ("early June 2000", "2000-06-01", "2000-06-10"),
    ("second quarter of 1999", "1999-04-01", "1999-06-30"),
    ("spring 1999", "1999-03-01", "1999-05-31"),
    ("1996", "1996-01-01", "1996-12-31"),
    ("1956-1960", "1956-01-01", "1960-12-31"),
    ("the 1990s", "1990-01-01", "1999-12-31"),
    ("Apr. 31, 2000", None, None),
    ("two weeks later", None, None),
]


def dates():
    def ours(text):
        date = sinorus.parse_date(text)
        return date.start, date.end

    def dateutil(text):
        from dateutil.parser import parse

        day = parse(text).date()
        return day, day

    readers = {"sinorus": ours, "dateutil": dateutil}
    with contextlib.suppress(ImportError):
        import dateparser

        def other(text):
            found = dateparser.parse(text, languages=["en"])
            if found is None:
                raise ValueError
            return found.date(), found.date()

        readers["dateparser"] = other
    entries = [
        entry.date_as_printed for report in sinorus.iter_reports() for entry in report.entries
    ]
    rows = []
    for name, reader in readers.items():
        right = refused = silent = 0
        for text, start, end in SHAPES:
            try:
                found = tuple(day.isoformat() for day in reader(text))
            except (ValueError, OverflowError):
                found = None
            wanted = (start, end) if start else None
            right += found == wanted
            refused += found is None and wanted is not None
            silent += found is not None and found != wanted
        seconds = best(lambda reader=reader: [_try(reader, text) for text in entries], 3) / len(
            entries
        )
        rows.append(
            [
                name,
                f"right {right:2d} of {len(SHAPES)}",
                f"refused {refused:2d}",
                f"wrong in silence {silent:2d}",
                f"{seconds * 1e6:8.1f} microseconds a date",
            ]
        )
    table(
        "Dates: 18 shapes of reports, and the time for the 52 printed dates of the chronologies",
        rows,
    )


def _try(reader, text):
    with contextlib.suppress(ValueError, OverflowError):
        reader(text)


def parsing():
    folder = Path(os.environ.get("SINORUS_TEST_ORIGINALS") or data_file("reports"))
    rows = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        words, ours = (
            best(lambda text=text: re.findall(r"\w+", text), 30),
            best(lambda text=text: sinorus.parse_report(text), 30),
        )
        rows.append(
            [
                path.name,
                f"{len(text):6d} signs",
                f"findall {words * 1e3:6.2f} ms",
                f"parse_report {ours * 1e3:6.2f} ms",
                f"{ours / words:4.1f} x",
            ]
        )
    table(
        "Parsing a report beside re.findall(r'\\w+', text), best of 30"
        f" ({'originals' if 'SINORUS_TEST_ORIGINALS' in os.environ else 'editions'})",
        rows,
    )


def hostile():
    """Time of the largest text that is read, of each hostile kind, beside a tenth of it."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from test_growth import HOSTILE
    from test_growth import hostile as text

    rows = []
    for name in HOSTILE:
        times = []
        for length in (100_000, 1_000_000):
            start = time.process_time()
            _try(sinorus.parse_report, text(name, length))
            times.append(time.process_time() - start)
        rows.append([name, *(f"{seconds:6.2f} s" for seconds in times)])
    table("Hostile texts of 100,000 and of 1,000,000 signs", rows)


def scaling():
    text = data_file("reports/yu-2000.txt").read_text(encoding="utf-8")
    rows = []
    for count in (10, 100, 1000, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            for number in range(count):
                Path(folder, f"{number:05d}.txt").write_text(text, encoding="utf-8")
            start = time.perf_counter()
            for _ in sinorus.iter_reports(folder):
                pass
            seconds = time.perf_counter() - start
            peak = "-"
            if count <= 1000:
                tracemalloc.start()
                for _ in sinorus.iter_reports(folder):
                    pass
                peak = f"{tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB"
                tracemalloc.stop()
        rows.append(
            [f"{count:,} reports", f"{seconds / count * 1e3:.2f} ms a report", f"peak {peak}"]
        )
    table("Streaming reports from a folder", rows)


def notebooks():
    """Pytest --nbval over the whole course, beside as many notebooks that only import pandas and
    altair.
    """
    import nbformat

    course = sorted(
        path
        for path in (data_file("").parent / "notebooks").rglob("*.ipynb")
        if ".ipynb_checkpoints" not in path.parts
    )

    def nbval(*paths):
        start = time.perf_counter()
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-c",
            os.devnull,
            "--nbval-lax",
            "--nbval-current-env",
            "-p",
            "no:cacheprovider",
            *map(str, paths),
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - start

    with tempfile.TemporaryDirectory() as folder:
        for number, _ in enumerate(course):
            bare = nbformat.v4.new_notebook(
                cells=[nbformat.v4.new_code_cell("import pandas, altair", execution_count=1)]
            )
            nbformat.write(bare, Path(folder, f"{number:02d}.ipynb"))
        empty, whole = nbval(*sorted(Path(folder).glob("*.ipynb"))), nbval(*course)
    table(
        f"pytest --nbval, {len(course)} notebooks one after the other",
        [
            ["import pandas, altair", f"{empty:.0f} s"],
            ["the course", f"{whole:.0f} s", f"{whole / empty:.2f} x"],
        ],
    )


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print(f"sinorus {sinorus.__version__}, Python {sys.version.split()[0]}, {dt.date.today()}")
    imports()
    dates()
    parsing()
    hostile()
    scaling()
    notebooks()
