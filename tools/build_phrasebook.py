"""Make the phrasebook, every verb of the ladder: python tools/build_phrasebook.py"""

from pathlib import Path

from ladder import BEGIN, verbs
from reader_parts import BEGIN as PAGE_BEGIN
from reader_parts import END as PAGE_END
from reader_parts import anchors

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
PAGE = NOTEBOOKS / "reader" / "phrasebook.md"
#: The headings, by the number of a notebook.
TITLES = {
    "00": "Start here",
    "01": "Five voices",
    "02": "Partnership, 1996",
    "03": "From prose to rows",
    "04": "Kosovo, 1999",
    "05": "Coding events",
    "06": "Distancing, 2000",
    "07": "Treaty and limits, 2001",
    "08": "Do the witnesses agree?",
    "09": "Synthesis",
    "10": "Your own report",
}


def page():
    """Write the page.

    Returns
    -------
    str

    Examples
    --------
    >>> from build_phrasebook import page
    >>> '<a id="sort"></a>' in page()
    True
    """
    parts = [
        PAGE_BEGIN,
        "# Phrasebook",
        "Every verb that the course teaches, in the order in which you meet them. Each has one"
        " sentence, as you would read it aloud, and one line that runs.",
        "The examples stand behind these lines. To try one, run them first, in an empty cell.",
        _code(BEGIN),
        "**One way to filter.** To take some rows of a table, the course always writes"
        ' `events[events["year"] == 1999]`. To filter twice, filter what you have filtered.',
    ]
    heading = ""
    for row in verbs():
        if row["notebook"] != heading:
            heading = row["notebook"]
            parts += [anchors(f"nb{heading}"), f"## {heading} {TITLES[heading]}"]
        written = ", ".join(f"`{part}`" for part in row["verb"].split(" / "))
        parts += [
            anchors(row["verb_id"]),
            f"**{written}** &ensp; {row['sentence']}",
            _code(row["example"]),
        ]
    return "\n\n".join([*parts, PAGE_END]) + "\n"


def _code(lines):
    return f"```python\n{lines}\n```"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE)
