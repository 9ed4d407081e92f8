"""Make the stored tables of passages and entries from the editions: python tools/build_tables.py

What a person wrote in the column ``gist`` stays; a new passage gets an empty one, and a test asks
for it. At the end the data are stamped anew.
"""

import csv
from pathlib import Path

import stamp

from sinorus.paths import data_file
from sinorus.reading.files import report_files
from sinorus.reports import read_report

FIELDS = {
    "passages": ["report_id", "locator", "section", "kind", "text"],
    "entries": [
        *("report_id", "locator", "date_as_printed", "start", "end"),
        *("precision", "edtf", "text", "flags"),
    ],
}


def rows(name):
    """The rows of a table as the editions have them now, in the order of writing."""
    with open(data_file("reports.csv"), encoding="utf-8", newline="") as file:
        order = [row["report_id"] for row in csv.DictReader(file)]
    reports = {
        report.report_id: report for report in map(read_report, report_files(data_file("reports")))
    }
    for report_id in order:
        for row in getattr(reports[report_id], name):
            values = {column: getattr(row, column) for column in FIELDS[name]}
            yield values | ({"flags": ";".join(values["flags"])} if name == "entries" else {})


def gists(name):
    """What was written in the column ``gist``, by locator."""
    path = data_file(f"{name}.csv")
    if not path.exists():
        return {}
    with open(path, encoding="utf-8", newline="") as file:
        return {row["locator"]: row["gist"] for row in csv.DictReader(file)}


def main():
    for name, fields in FIELDS.items():
        written = gists(name)
        made = [{**row, "gist": written.get(row["locator"], "")} for row in rows(name)]
        path = Path(data_file(f"{name}.csv"))
        with open(path, "w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, [*fields, "gist"], lineterminator="\n")
            table.writeheader()
            table.writerows(made)
        print(f"{name}: {len(made)} rows, {sum(not row['gist'] for row in made)} without a gist")
    stamp.main()


if __name__ == "__main__":
    main()
