"""See that text files end with exactly one line end and have no blanks at line ends."""

import sys
from pathlib import Path


def main(names):
    """Print the files that are not so, and return how many."""
    found = 0
    for name in names:
        text = Path(name).read_bytes()
        lines = text.split(b"\n")
        if text and (lines[-1] or lines[-2:-1] == [b""]):
            print(f"{name}: does not end with one line end")
            found += 1
        # two blanks at a line's end are a line break in Markdown
        elif not name.endswith(".md") and any(line.endswith((b" ", b"\t")) for line in lines):
            print(f"{name}: has blanks at a line's end")
            found += 1
    return found


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
