"""The page of a class: pictures without names first, then who wrote what, for the teacher.

Everything that a student wrote is escaped by the template, and the page forbids every script and
every request, so that nothing in an answer can act.
"""

import functools
from pathlib import Path
from urllib.parse import quote

import jinja2

from .. import __version__
from ..charts.class_forecasts import class_forecasts
from ..charts.export import figure, pictures
from ..charts.finish import finished
from ..charts.of_class import class_codings, class_guesses
from . import class_tables
from .class_tables import STATES, day_in_words, named, question_of, sure_in_words
from .exercise import Open
from .exercise import question_of as printed_question
from .exercises import COURSE, GUESSES

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


def page(persons, said):
    """Make the page.

    Parameters
    ----------
    persons : list of Person
    said : list of str
        What the teacher should know: files that were passed over, names that two have.

    Returns
    -------
    str
        HTML that any browser opens without internet.
    """
    guesses = _guesses(persons)
    exercises = _exercises(persons)
    expected = _expected(persons)
    codings, forecasts = _draw_all(persons, guesses, exercises)
    drawn = codings or forecasts or any(one["figure"] for one in guesses)
    places = [
        ("pictures", "Pictures", drawn),
        ("who", "Who handed in what", True),
        ("exercises", "Exercises", exercises),
        ("guesses", "Guesses", guesses),
        ("forecasts", "Forecasts", expected),
    ]
    numbers = list(dict.fromkeys(number[:2] for number in COURSE))
    return _template().render(
        version=__version__,
        persons=[_person(person, numbers) for person in persons],
        said=said,
        places=[(anchor, words) for anchor, words, there in places if there],
        notebooks=[
            {"number": number, "asked": sum(one[:2] == number for one in COURSE)}
            for number in numbers
        ],
        guesses=guesses,
        codings=codings,
        forecasts=forecasts,
        exercises=exercises,
        expected=expected,
    )


def _person(person, numbers):
    """A row of the table of who handed in what."""
    answered = [one["exercise"][:2] for one in person.hand.answers]
    return {
        "label": person.label,
        # beside the folder in which the page lies
        "address": "../" + quote(person.hand.file),
        "counts": [answered.count(number) or "–" for number in numbers],
        "guesses": len(person.hand.guesses),
        "forecasts": len(person.hand.forecasts),
    }


def _exercises(persons):
    """Every exercise that somebody answered, with the answers of all."""
    found = []
    for number, exercise in COURSE.items():
        answers = [
            {
                **one,
                "label": person.label,
                "answer": class_tables.shown(one),
                "state": STATES[one["state"]],
                "figure": "",
            }
            for person in persons
            for one in person.hand.answers
            if one["exercise"] == number
        ]
        if answers:
            found.append(
                {
                    "number": number,
                    "title": exercise.title,
                    "question": printed_question(number)
                    .removeprefix(f"Exercise {number}\n")
                    .strip(),
                    "open": isinstance(exercise, Open) or exercise.form == "chart",
                    "answers": answers,
                    "notebook": number[:2],
                }
            )
    return found


def _guesses(persons):
    """Every guess that somebody made, first those of the course in its order."""
    made = {}
    for person in persons:
        for one in person.hand.guesses:
            first, last = one["said"][0], one["said"][-1]
            changed = first["guess"] != last["guess"]
            made.setdefault(one["key"], (question_of(one), []))[1].append(
                {
                    "label": person.label,
                    "first": named(one, first["guess"]) if changed else "",
                    "last": named(one, last["guess"]),
                    "why": last["why"] or first["why"],
                }
            )
    keys = [*(key for key in GUESSES if key in made), *(key for key in made if key not in GUESSES)]
    return [
        {"key": key, "question": made[key][0], "said": made[key][1], "figure": "", "settles": []}
        for key in keys
    ]


def _expected(persons):
    """The forecasts by day and question, with their reasons."""
    found = {}
    for person in persons:
        for one in person.hand.forecasts:
            item = f"{day_in_words(one['day'])}: {one['words'] or one['question']}"
            said = {
                "label": person.label,
                "sure": sure_in_words(one["sure"]),
                "why": one["why"],
            }
            found.setdefault((one["day"], item), []).append(said)
    return [{"item": item, "said": said} for (_, item), said in sorted(found.items())]


# --- pictures -------------------------------------------------------------------------------------


def _draw_all(persons, guesses, exercises):
    """Put its picture to each guess and each chart; return those of codings and forecasts."""
    specs, places = [], []
    for one in guesses:
        asked = GUESSES.get(one["key"])
        if not asked or not asked.options:
            continue
        table = class_tables.guess_table(persons, asked.id)
        if table["first"].sum():
            drawn = class_guesses(table.drop(columns="settles"), asked.question, len(persons))
            specs.append(drawn.to_dict())
            places.append(one)
            one["settles"] = _settled(asked)
    for exercise in exercises:
        for answer in exercise["answers"]:
            if answer["chart"] and is_self_contained(answer["chart"]):
                specs.append(answer["chart"])
                places.append(answer)
    both = []
    for table, draw in (
        (class_tables.coding_table(persons), class_codings),
        (class_tables.forecast_table(persons), class_forecasts),
    ):
        if len(table):
            both.append({})
            specs.append(draw(table).to_dict())
            places.append(both[-1])
        else:
            both.append(None)
    for place, drawn in zip(places, _figures(specs)):
        place["figure"] = drawn
    codings, forecasts = both
    coded = [number for number, one in COURSE.items() if getattr(one, "form", "") == "codes"]
    return (
        codings and {**codings, "title": ", ".join(coded)},
        forecasts and forecasts["figure"],
    )


def _figures(specs):
    """Draw charts; one that cannot be drawn is told in words."""
    made = []
    for spec in specs:
        try:
            made.append(finished(spec) | {"$schema": _SCHEMA})
        except Exception:
            # a student's own specification may hold anything
            made.append({"description": "This chart cannot be drawn."})
    return [figure(spec, drawn) for spec, drawn in zip(made, pictures(made))]


def is_self_contained(chart):
    """Whether a chart brings its own data, and sends nobody to another machine or to a file.

    Examples
    --------
    >>> from sinorus.teaching.class_page import is_self_contained
    >>> is_self_contained({"data": {"url": "file:///a.csv"}, "mark": "bar"})
    False
    """
    parts = [chart]
    while parts:
        part = parts.pop()
        if isinstance(part, dict):
            if {"url", "href"} & set(part):
                return False
            parts += part.values()
        elif isinstance(part, list):
            parts += part
    return True


def _settled(asked):
    """What became of a guess, as paragraphs."""
    if not isinstance(asked.settles, dict):
        return [asked.settles] if asked.settles else []
    words = {letter.lower(): said.strip(" .") for letter, said in asked.options.items()}
    return [f"To ({letter}), {words[letter]}: {told}" for letter, told in asked.settles.items()]


@functools.cache
def _template():
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    source = Path(__file__).with_name("class_page.html").read_text(encoding="utf-8")
    return environment.from_string(source)
