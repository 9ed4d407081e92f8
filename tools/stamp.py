"""Stamp the data anew after a change: python tools/stamp.py

Every table in data/datapackage.json gets its hash, its size and the number of its rows, every
edition its hash and size; sinorus/stamps.py gets the hash of data/datapackage.json.
"""

import csv
import json
import re

from sinorus.intact import stamp
from sinorus.paths import course

# The files are read here as they are: whoever stamps them knows that they were edited.
FOLDER = course() / "data"
MODULE = course() / "sinorus" / "stamps.py"


def stamped(resource):
    """What is said of a table, with its stamp before its schema."""
    raw = (FOLDER / resource["path"]).read_bytes()
    rows = sum(1 for row in csv.reader(raw.decode("utf-8").splitlines(keepends=True))) - 1
    said = {key: value for key, value in resource.items() if key not in ("hash", "bytes", "rows")}
    at = list(said).index("schema")
    stamps = {"hash": stamp(raw), "bytes": len(raw), "rows": rows}
    return dict([*list(said.items())[:at], *stamps.items(), *list(said.items())[at:]])


def editions():
    """The stamps of the editions, in the order of their names."""
    for path in sorted((FOLDER / "reports").glob("*.txt")):
        raw = path.read_bytes()
        yield {"path": f"reports/{path.name}", "hash": stamp(raw), "bytes": len(raw)}


def made():
    """What data/datapackage.json and sinorus/stamps.py should be, as bytes."""
    package = json.loads((FOLDER / "datapackage.json").read_bytes())
    package["resources"] = [stamped(resource) for resource in package["resources"]]
    package["editions"] = list(editions())
    text = json.dumps(package, indent=1, ensure_ascii=False) + "\n"
    raw = text.encode("utf-8")
    module = MODULE.read_text(encoding="utf-8")
    line = f'DATAPACKAGE = "{stamp(raw)}"'
    return raw, re.sub(r"(?m)^DATAPACKAGE = .*$", line, module).encode("utf-8")


def main():
    """Write both, and say whether anything changed."""
    changed = []
    for path, raw in zip((FOLDER / "datapackage.json", MODULE), made()):
        if path.read_bytes() != raw:
            path.write_bytes(raw)
            changed.append(path.name)
    print(f"Stamped: {', '.join(changed)}." if changed else "Every stamp was right already.")


if __name__ == "__main__":
    main()
