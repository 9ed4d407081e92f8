"""A class as data: one row a student and thing, counts without names, tables for the pictures."""

import datetime as dt
import functools
import re

import pandas as pd

from ..locators import in_words
from ..tables import load
from .answers import FORMS
from .class_read import line
from .exercises import COURSE, GUESSES
from .forecasts import QUESTIONS
from .pieces import Unreadable
from .store import edition_of
from .sureness import in_words as sure_in_words

COLUMNS = "student file kind item state answer first why cited against".split()
#: A cell of a spreadsheet holds 32,767 letters; what is longer would run into the next.
_CELL = 32_000
_CUT = " ... (cut here; the whole answer is in class.html)"
#: What a spreadsheet may take for a formula, at the beginning of a cell, of a line, or behind what
#: parts cells in some countries.
_FORMULA = re.compile(r"(^|[\n\t;|])(\s*)(?=[=+\-@＝＋－＠])")
#: What each state is called where a teacher reads it.
STATES = {
    "right": "right",
    "ready": "ready to discuss",
    "unfinished": "not finished",
    "wrong": "not yet right",
    "damaged": "its file was damaged",
}


def rows(persons):
    """One row a student and exercise, guess, forecast or coding.

    Parameters
    ----------
    persons : list of Person

    Returns
    -------
    pandas.DataFrame
        ``student``, ``file``, ``kind``, ``item`` (number and title, or what was asked), ``state``,
        ``answer`` (of a guess the last word), ``first`` (of a guess the first word), ``why``,
        ``cited``, ``against``; all text.
    """
    found = []
    for person in persons:
        for kind, things in (
            ("exercise", map(_exercise_row, person.hand.answers)),
            ("coding", _coding_rows(person.hand)),
            ("guess", map(_guess_row, person.hand.guesses)),
            ("forecast", map(_forecast_row, person.hand.forecasts)),
        ):
            for thing in things:
                row = {"student": person.label, "file": person.hand.file, "kind": kind, **thing}
                found.append(row)
    return pd.DataFrame(found, columns=COLUMNS, dtype="str").fillna("")


def _exercise_row(one):
    return {
        "item": f"{one['exercise']} {COURSE[one['exercise']].title}",
        "state": STATES[one["state"]],
        "answer": "(a chart)" if one["chart"] else shown(one),
        "cited": "; ".join(one["cited"]),
        "against": one["against"],
    }


def _coding_rows(hand):
    for number, place, code in codes_of(hand):
        label = _labels().get(code, "(no code of the list)")
        yield {"item": f"{number} {in_words(place)}", "answer": f"{code} {label}"}


@functools.cache
def _labels():
    """What each code of CAMEO is called."""
    return load("cameo").set_index("cameo_code")["label"].to_dict()


def shown(one):
    """An answer as one reads it: lists and pairs without the signs of Python.

    Examples
    --------
    >>> from sinorus.teaching.class_tables import shown
    >>> shown({"answer": "{'yu-1999 c4': '041'}", "given": {"yu-1999 c4": "041"}})
    'yu-1999 c4: 041'
    """
    given = one["given"]
    if isinstance(given, dict):
        pieces = [f"{line(key)}: {line(value)}" for key, value in given.items()]
    elif isinstance(given, list) and not any(isinstance(part, list | dict) for part in given):
        pieces = [line(part) for part in given]
    else:
        return one["answer"]
    return "; ".join(pieces)


def _guess_row(one):
    first, last = one["said"][0], one["said"][-1]
    return {
        "item": f"{one['key']} {question_of(one)}".strip(),
        "answer": named(one, last["guess"]),
        "first": named(one, first["guess"]) if len(one["said"]) > 1 else "",
        "why": last["why"] or first["why"],
    }


def _forecast_row(one):
    return {
        "item": f"{day_in_words(one['day'])}: {one['words'] or one['question']}",
        "answer": sure_in_words(one["sure"]),
        "why": one["why"],
    }


def day_in_words(iso):
    """A day as one says it: "30 April 2000"; as it stands where it is none."""
    try:
        day = dt.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%B %Y}"


def question_of(one):
    """What a guess was about: in the words of the course, or as the hand-in has it."""
    return GUESSES[one["key"]].question if one["key"] in GUESSES else one["question"]


def named(one, said):
    """A guess in words: the letter with its option, or what was written."""
    asked = GUESSES.get(one["key"])
    words = {letter.lower(): words for letter, words in asked.options.items()} if asked else {}
    return f"({said}) {words[said].strip(' .')}" if said in words else said


def codes_of(hand):
    """Yield what a hand-in codes: number of the exercise, locator, code."""
    for one in hand.answers:
        exercise = COURSE[one["exercise"]]
        if getattr(exercise, "form", "") != "codes" or one["given"] is None:
            continue
        try:
            found = FORMS["codes"](one["given"], exercise)
        except Unreadable:
            continue
        known = _labels()
        for place, code in found.items():
            # a code that has lost its zero, as numbers do, is still that code
            whole = f"0{code}" if code not in known and f"0{code}" in known else code
            yield one["exercise"], place, whole


# --- a table that a spreadsheet reads -------------------------------------------------------------


def safe_cell(text):
    """A text that a spreadsheet shows and never computes, not longer than its cells.

    Examples
    --------
    >>> from sinorus.teaching.class_tables import safe_cell
    >>> safe_cell("=cmd()"), safe_cell("6 - 5"), safe_cell("two;=three")
    ("'=cmd()", '6 - 5', "two;'=three")
    """
    cut = text if len(text) <= _CELL else text[:_CELL] + _CUT
    return _FORMULA.sub(r"\1\2'", cut)


def as_csv(frame):
    """A table as bytes of a CSV file that Excel reads: every cell in quotation marks, with BOM."""
    safe = frame.map(safe_cell)
    return safe.to_csv(index=False, quoting=1, lineterminator="\r\n").encode("utf-8-sig")


# --- the class without names ----------------------------------------------------------------------


def counted(persons):
    """The class as data for students: how many said what, without names, reasons and own words.

    Returns
    -------
    dict
        ``format``, ``students``, ``guesses`` (by key: ``edition``, ``first`` and ``last``, how
        many chose each letter), ``forecasts`` (by day and question: how sure, in rising order),
        ``codings`` (by locator: how many wrote each code).
    """
    guesses = {}
    for key, asked in GUESSES.items():
        if not asked.options:
            continue
        table = guess_table(persons, key)
        if table["first"].sum():
            letters = table["letter"]
            guesses[key] = {
                "edition": edition_of(key),
                "first": dict(zip(letters, map(int, table["first"]))),
                "last": dict(zip(letters, map(int, table["last"]))),
            }
    expected = forecast_table(persons)
    forecasts = [
        {"day": f"{day:%Y-%m-%d}", "question": question, "sure": sorted(map(int, own["sure"]))}
        for (day, question), own in expected.groupby(["day", "question"])
    ]
    written = coding_table(persons)
    codings = {
        place: {code: int(n) for code, n in own["cameo_code"].value_counts().sort_index().items()}
        for place, own in written.groupby("locator")
    }
    return {
        "format": 1,
        "students": len(persons),
        "guesses": guesses,
        "forecasts": forecasts,
        "codings": codings,
    }


def guess_table(persons, key):
    """How many chose each option of a guess, as `sinorus.charts.class_guesses` takes it."""
    asked = GUESSES[key]
    said = [one["said"] for person in persons for one in person.hand.guesses if one["key"] == key]
    options = {letter.lower(): words for letter, words in asked.options.items()}
    said = [one for one in said if one[0]["guess"] in options and one[-1]["guess"] in options]
    found = []
    for letter, words in options.items():
        first, last = (sum(one[n]["guess"] == letter for one in said) for n in (0, -1))
        settles = asked.settles.get(letter, "") if isinstance(asked.settles, dict) else ""
        found.append([letter, words.strip(" ."), first, last, settles])
    return pd.DataFrame(found, columns=["letter", "words", "first", "last", "settles"])


def coding_table(persons):
    """Every code that was written, as `sinorus.charts.class_codings` takes it."""
    found = [
        [number, place, code]
        for number, person in enumerate(persons, 1)
        for _, place, code in codes_of(person.hand)
    ]
    return pd.DataFrame(found, columns=["coder_id", "locator", "cameo_code"])


def forecast_table(persons):
    """Every forecast that the walk asks for, as `sinorus.charts.class_forecasts` takes it."""
    asked = {(day.isoformat(), one.id): one for one in QUESTIONS for day in one.days}
    found = []
    for number, person in enumerate(persons, 1):
        own = {(one["day"], one["question"]): one for one in reversed(person.hand.forecasts)}
        for place, one in own.items():
            if place in asked:
                question, day = asked[place], pd.Timestamp(place[0])
                settled = [question.came, pd.Timestamp(question.on), question.outcome]
                found.append([number, day, question.words, one["sure"], *settled])
    columns = ["person", "day", "question", "sure", "came", "settled", "outcome"]
    frame = pd.DataFrame(found, columns=columns)
    order = {question.words: n for n, question in enumerate(QUESTIONS)}
    return frame.sort_values("question", key=lambda words: words.map(order), kind="stable")
