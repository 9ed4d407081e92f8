"""The page that `hand_in` writes: to be read and printed, and within it a part for machines.

Everything that a student wrote is escaped by the template, and the page forbids every script and
every request, so that nothing in an answer can act.
"""

import functools
import json
import re
from pathlib import Path

import jinja2

from ..charts.export import figure
from .exercise import Open
from .exercises import COURSE

_STATES = {
    "right": "Right",
    "ready": "Ready to discuss",
    "unfinished": "Not finished",
    "wrong": "Not right yet",
    "damaged": "The file of this answer was damaged",
}
#: What a spreadsheet takes for a formula where it begins a line or a column of what is pasted.
_FORMULA = re.compile(r"(?:^|(?<=[\t\r\n]))(?=[ ]*[=+\-@＝＋－＠])")
#: An invisible sign that breaks no word and makes it a text.
_JOINER = "\u2060"


def page(content, figures):
    """Make the page.

    Parameters
    ----------
    content : dict
        What is handed in, as it stands in the part for machines.
    figures : dict
        By exercise: a chart's specification as it is drawn, and its picture or None.

    Returns
    -------
    str
        HTML.
    """
    answers = [
        {
            **one,
            "state": _STATES.get(one["state"], one["state"]),
            "rubric": exercise.rubric if isinstance(exercise, Open) else (),
            "figure": figure(*figures[one["exercise"]]) if one["exercise"] in figures else "",
            "is_table": one["given"] is None and not isinstance(exercise, Open),
            "specification": json.dumps(one["chart"], ensure_ascii=False, indent=1),
        }
        for one in content["answers"]
        for exercise in (COURSE.get(one["exercise"]),)
    ]
    return _template().render(
        {**content, "answers": answers, "machine": for_machines(content), "said": _said}
    )


def for_machines(content):
    r"""Write what is handed in as JSON that can stand in a page.

    Examples
    --------
    >>> from sinorus.teaching.hand_in_page import for_machines
    >>> for_machines({"answer": "</script>"})
    '{"answer": "\\u003c/script>"}'
    """
    return json.dumps(content, ensure_ascii=False, allow_nan=False).replace("<", "\\u003c")


def as_text(said):
    r"""Put an invisible sign before what a spreadsheet, into which it is pasted, would compute.

    Examples
    --------
    >>> from sinorus.teaching.hand_in_page import as_text
    >>> as_text("=1+1\n- a point"), as_text("1=1")
    ('\u2060=1+1\n\u2060- a point', '1=1')
    """
    return _FORMULA.sub(_JOINER, said)


def _said(guess):
    """The first word and the last of a guess, with the words of an option and the reason."""
    first, last = guess["said"][0], guess["said"][-1]
    pieces = []
    for when, one in (("first", first), ("later", last)) if first != last else (("", first),):
        words = guess["options"].get(one["guess"])
        pieces.append(
            {
                "when": when,
                "guess": f"({one['guess']}) {words}" if words else one["guess"],
                "why": one["why"],
            }
        )
    return pieces


@functools.cache
def _template():
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["as_text"] = as_text
    source = Path(__file__).with_name("hand_in_page.html").read_text(encoding="utf-8")
    return environment.from_string(source)
