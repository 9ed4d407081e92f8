"""Who is who in a class: of several hand-ins by one name the later counts, and two Adas stay two.

A later hand-in of one person holds what the earlier held: a first guess and a locked forecast are
never changed, and what was once finished stays finished. What does not fit is somebody else's, or
was begun anew, and nothing of it is thrown away.
"""

import json
import re
import unicodedata
from dataclasses import dataclass

from .class_read import Hand
from .exercises import COURSE, EDITIONS, GUESSES
from .store import edition_of

_FINISHED = ("right", "ready")
#: How a browser names what it loads for the second time.
_COPY = re.compile(r" ?\(\d+\)\.\w+$")


@dataclass(frozen=True)
class Person:
    """One student of the class.

    Attributes
    ----------
    label : str
        The name; behind it a number in brackets where two have the same.
    hand : Hand
        The hand-in that counts, without what belongs to another edition of the course.
    """

    label: str
    hand: Hand


def people(hands):
    """Sort hand-ins by person.

    Parameters
    ----------
    hands : list of Hand
        As they were found.

    Returns
    -------
    persons : list of Person
        By name, whatever the capitals.
    said : list of str
        A sentence for each that was put aside, and for each name that two have.
    """
    persons, said = [], []
    by_name = {}
    for hand in hands:
        by_name.setdefault(_alike(hand.name), []).append(hand)
    for _, own in sorted(by_name.items()):
        lines = _lines(own, said)
        if len(lines) > 1:
            files = ", ".join(f'"{line[-1].file}"' for line in lines)
            said.append(
                f"{len(lines)} hand-ins bear the name {own[0].name} and do not fit together"
                f" ({files}): they are kept apart, with a number behind the name."
            )
        for number, line in enumerate(lines, 1):
            label = f"{line[-1].name} ({number})" if len(lines) > 1 else line[-1].name
            if len(line) > 1:
                earlier = ", ".join(f'"{hand.file}"' for hand in line[:-1])
                said.append(
                    f'{label} handed in {len(line)} times: "{line[-1].file}" counts, the later'
                    f" one, and not {earlier}."
                )
            persons.append(Person(label, _of_this_edition(line[-1], label, said)))
    return persons, said


def _alike(name):
    return unicodedata.normalize("NFKC", name).casefold()


def _lines(hands, said):
    """Hand-ins of one name, as one list a person, each from the first to the last."""
    lines, seen = [], {}
    for hand in sorted(hands, key=lambda hand: (hand.number, _COPY.search(hand.file) is not None)):
        whole = _content(hand)
        if whole in seen:
            said.append(f'"{hand.file}" is the same as "{seen[whole]}"; it counts once.')
            continue
        seen[whole] = hand.file
        fits = [line for line in lines if _goes_on(line[-1], hand)]
        if fits:
            # of several the one that has most in common
            max(fits, key=lambda line: len(line[-1].answers) + len(line[-1].guesses)).append(hand)
        else:
            lines.append([hand])
    return lines


def _content(hand):
    things = [hand.number, hand.answers, hand.guesses, hand.forecasts]
    return json.dumps(things, sort_keys=True, default=str)


def _goes_on(earlier, later):
    """Whether a hand-in can be a later one of the same person."""
    if earlier.number >= later.number:
        return False
    now = {(one["exercise"], one["edition"]): one["state"] for one in later.answers}
    answers = all(
        now.get(key) is not None and (one["state"] not in _FINISHED or now[key] in _FINISHED)
        for one in earlier.answers
        if (key := (one["exercise"], one["edition"]))
    )
    first = {one["key"]: one["said"][0]["guess"] for one in later.guesses}
    guesses = all(first.get(one["key"]) == one["said"][0]["guess"] for one in earlier.guesses)
    locked = {(one["day"], one["question"]): one["sure"] for one in later.forecasts}
    forecasts = all(
        locked.get((one["day"], one["question"])) == one["sure"] for one in earlier.forecasts
    )
    return answers and guesses and forecasts


def _of_this_edition(hand, label, said):
    """A hand-in without answers to another text of an exercise; it is said what was left out."""
    answers = [one for one in hand.answers if EDITIONS.get(one["exercise"]) == one["edition"]]
    guesses = [
        one
        for one in hand.guesses
        if one["key"] not in GUESSES or edition_of(one["key"]) == one["edition"]
    ]
    kept = {id(one) for one in (*answers, *guesses)}
    others = [one for one in (*hand.answers, *hand.guesses) if id(one) not in kept]
    if others:
        names = ", ".join(dict.fromkeys(one.get("exercise") or one.get("key") for one in others))
        said.append(
            f"{label}: left out, since it belongs to another edition of the course than yours:"
            f" {names}."
        )
    if hand.lost:
        parts = "one part was" if hand.lost == 1 else f"{hand.lost} parts were"
        said.append(f'Of "{hand.file}" {parts} left out, because of damage.')
    answers = {one["exercise"]: one for one in answers if one["state"] != "unanswered"}
    answers = [answers[number] for number in COURSE if number in answers]
    return Hand(hand.file, hand.name, hand.number, tuple(answers), tuple(guesses), hand.forecasts)
