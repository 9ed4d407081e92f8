"""Draw the pictures of the course and say what they argue: python tools/build_gallery.py

It writes ``docs/gallery/*.svg`` and ``docs/gallery.md``. What a picture shows and what it cannot is
its function's docstring, so that it is written once; a new picture is one line here.
"""

import inspect
import re
from pathlib import Path

import sinorus
from sinorus.charts.export import pictures
from sinorus.charts.finish import finished

DOCS = Path(__file__).resolve().parent.parent / "docs"
#: Name of the file: the question that the picture puts or answers, and the line that draws it.
GALLERY = {
    "acts": ("Why do two springs tower over seven years?", "sinorus.charts.acts()"),
    "acts-lists": (
        "Was there more diplomacy, or a longer list?",
        "sinorus.charts.acts(lists=True)",
    ),
    "timeline": ("Who tells us of what, and when was it written?", "sinorus.charts.timeline()"),
    "five-voices": ("Five texts: who could know what?", "sinorus.charts.five_voices()"),
    "five-voices-day": (
        "Who could know that Putin came to Beijing?",
        'sinorus.charts.five_voices("18 July 2000")',
    ),
    "five-voices-layers": (
        "May the web page hold a voice of 1999?",
        "sinorus.charts.five_voices(layers=True)",
    ),
    "journey": ("What changed on the way to Beijing?", "sinorus.charts.journey()"),
    "declaration": ("Which ending do they sign?", "sinorus.charts.declaration()"),
    "one-word": ("What is strategic, in three languages?", 'sinorus.charts.one_word("w w p")'),
    "birthdays": (
        "When was the partnership born, and who says so?",
        "sinorus.charts.birthdays(papers=True)",
    ),
    "border": ("Along which line did soldiers get rules?", "sinorus.charts.border()"),
    "promises": ("What became of the promises of 1996?", "sinorus.charts.promises()"),
    "spring-1999": (
        "Who dealt with whom while NATO bombed Yugoslavia?",
        "sinorus.charts.spring_1999()",
    ),
    "spring-1999-bet": (
        "Two days into the war: what will China and Russia do?",
        'sinorus.charts.spring_1999(until="25 March")',
    ),
    "two-promises": (
        "What did they promise, in 1950 and in 2001?",
        "sinorus.charts.two_promises()",
    ),
    "two-lives": ("For how long does a treaty live?", "sinorus.charts.two_lives(1970)"),
    "ledger": (
        "Limits compared with what?",
        'sinorus.charts.ledger(["contact: kept", "none: neither", ..., ...], by="2001", within=7)',
    ),
    "may-1999": ("And after the embassy was hit?", "sinorus.charts.may_1999()"),
    "plans-2000": (
        "When will Putin come to China, and who says so?",
        'sinorus.charts.plans(until="10 June")',
    ),
    "plans-2000-came": ("Who named the day first, and did it hold?", "sinorus.charts.plans()"),
    "rome-week": ("How long had Beijing to think?", 'sinorus.charts.rome_week("6 June")'),
    "rome-week-right": (
        "And if the offer was a day older?",
        'sinorus.charts.rome_week("5 June")',
    ),
}
HEAD = """# The pictures of the course

Each picture is one line of code and draws rows of the course's tables; pointing at a mark in a
notebook shows the act and its passage. The rows are `sinorus.charts.data(picture)`. This page is
made by `python tools/build_gallery.py`.
"""


def chart_of(line):
    """Run the one line that stands under a picture, and nothing else."""
    return eval(line, {"sinorus": sinorus})


def function_of(line):
    """The function that a line calls."""
    return getattr(sinorus.charts, re.match(r"sinorus\.charts\.(\w+)\(", line)[1])


def said_of(function):
    """What a docstring says of a picture: what it shows; its idea, and what it cannot show."""
    text = inspect.getdoc(function)
    heading = re.compile(r"^(\w[\w ]*)\n-+\n", re.MULTILINE)
    first, *rest = heading.split(text)
    sections = dict(zip(rest[::2], rest[1::2]))
    marked = [part.replace("``", "`").strip() for part in (first, sections["Notes"])]
    # A paragraph is one line, so that it flows on the page.
    return [[" ".join(part.split()) for part in half.split("\n\n")] for half in marked]


def page(specs):
    """The page, as text."""
    parts, last = [HEAD], None
    for name, (question, line) in GALLERY.items():
        words = specs[name]["description"]
        parts.append(f"## {question}\n\n![{words}](gallery/{name}.svg)\n\n```python\n{line}\n```\n")
        function = function_of(line)
        if function is not last:
            shows, notes = said_of(function)
            parts.append("\n\n".join([*shows, *notes]) + "\n")
        last = function
    return "\n".join(parts)


def gallery():
    """Return the page and the drawings, by the name of the file."""
    specs = {name: finished(chart_of(line).to_dict()) for name, (_, line) in GALLERY.items()}
    schema = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json"}
    drawn = pictures([spec | schema for spec in specs.values()])
    return page(specs), dict(zip(specs, drawn))


def main():
    text, drawings = gallery()
    folder = DOCS / "gallery"
    folder.mkdir(exist_ok=True)
    for name, drawing in drawings.items():
        (folder / f"{name}.svg").write_text(drawing + "\n", encoding="utf-8")
    (DOCS / "gallery.md").write_text(text, encoding="utf-8")
    print(f"{len(drawings)} pictures in {folder.name}/")


if __name__ == "__main__":
    main()
