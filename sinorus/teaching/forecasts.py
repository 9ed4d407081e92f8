"""The walk through the spring of 2000: where one stops, what is asked there, what was locked.

A locked forecast is never changed. Each is kept in the student's folder, whole or not at all; what
is said of a day once more stands beside the first and does not count.
"""

import contextlib
import datetime as dt
from dataclasses import dataclass

import pandas as pd

from ..reading.dates import parse_date
from . import store

_KIND, _KEY = "forecasts", "06.horizon"
#: So many are kept at most: those of the stops, and second thoughts.
_MOST = 60


@dataclass(frozen=True)
class Stop:
    """A day on which one stands, and why this one."""

    day: dt.date
    why: str


@dataclass(frozen=True)
class Question:
    """What is forecast.

    Attributes
    ----------
    id, words, about : str
        Its name, the question, and its matter in a word.
    days : tuple of datetime.date
        The stops on which it is asked: those on which the answer is still open.
    until : datetime.date
        The last day that counts.
    came : bool
        Whether it came.
    on : datetime.date
        The day that settled it.
    outcome, record_id : str
        What came, in a few words, and the act of the record that says so.
    """

    id: str
    words: str
    about: str
    days: tuple
    until: dt.date
    came: bool
    on: dt.date
    outcome: str
    record_id: str


def _day(month, day):
    return dt.date(2000, month, day)


#: Each stop is the last evening of a month, or that of a day on which an offer was made.
STOPS = (
    Stop(_day(4, 30), "In April both capitals spoke of a meeting, and not with one voice."),
    Stop(_day(6, 5), "Putin is in Rome and has made an offer today."),
    Stop(_day(6, 30), "Beijing spoke yesterday, and the quarter ends today."),
)
#: Where the walk ends, and what is said there.
END = Stop(_day(7, 20), "Putin's journey to the East is over.")
QUESTIONS = (
    Question(
        "beijing",
        "Will Putin have been in Beijing by the end of July?",
        "Beijing",
        (_day(4, 30), _day(6, 5)),
        _day(7, 31),
        True,
        _day(7, 17),
        "17 July: Putin is in Beijing",
        "2000-07-17-beijing",
    ),
    Question(
        "meeting",
        "Will Putin and Jiang have met by the end of June?",
        "the meeting",
        (_day(4, 30),),
        _day(6, 30),
        False,
        _day(6, 30),
        "30 June: they have not met",
        "2000-07-05-dushanbe",
    ),
    Question(
        "paper",
        "Will the two have signed a paper against the American shield by the end of July?",
        "the paper",
        (_day(6, 5), _day(6, 30)),
        _day(7, 31),
        True,
        _day(7, 18),
        "18 July: they sign one",
        "2000-07-17-beijing",
    ),
)


def asked_on(day):
    """Return what is asked on a day.

    Examples
    --------
    >>> from sinorus.teaching.forecasts import STOPS, asked_on
    >>> [len(asked_on(stop.day)) for stop in STOPS]
    [2, 2, 1]
    """
    return [question for question in QUESTIONS if day in question.days]


def locks():
    """List what was locked, in the order of locking, without what is damaged.

    Returns
    -------
    list of dict
        ``day`` (ISO), ``said`` (by question: how sure of yes, in per cent), ``why``.
    """
    return [one for one in _kept() if _whole(one)]


def _kept():
    kept = store.recall(_KIND, _KEY).get("locked", [])
    return kept if isinstance(kept, list) else [kept]


def _whole(one):
    """Whether a record is one that `lock` wrote."""
    if not isinstance(one, dict) or not isinstance(one.get("why"), str):
        return False
    stop = next((stop for stop in STOPS if stop.day.isoformat() == one.get("day")), None)
    said = one.get("said")
    return (
        stop is not None
        and isinstance(said, dict)
        and set(said) == {question.id for question in asked_on(stop.day)}
        and all(type(sure) is int and 0 <= sure <= 100 for sure in said.values())
    )


def first_of(day):
    """Return what was locked first on a day, and what was said of it later."""
    found = [one for one in locks() if one["day"] == day.isoformat()]
    return (found[0], found[1:]) if found else (None, [])


def today():
    """Return the stop on which one stands: the first without a forecast, or the end."""
    return next((stop for stop in STOPS if first_of(stop.day)[0] is None), END)


def reached():
    """List the stops up to the one on which one stands."""
    now = today()
    return [stop for stop in (*STOPS, END) if stop.day <= now.day]


def stop_of(day=None):
    """Find a stop by its day as one writes it; the days of the visit itself lead to the end.

    Parameters
    ----------
    day : object, optional
        Such as ``"5 June"``; where one stands if left out.

    Returns
    -------
    Stop or None
        None where this is no day, or none of the walk.
    """
    if day is None:
        return today()
    try:
        wanted = parse_date(" ".join(str(day).split()), year=2000).start
    except Exception:
        # A day may be any object at all, also one whose every method fails.
        return None
    if QUESTIONS[0].on <= wanted <= QUESTIONS[0].until:
        return END
    return next((stop for stop in STOPS if stop.day == wanted), None)


def lock(day, said, why=""):
    """Keep a forecast for good.

    Parameters
    ----------
    day : datetime.date
        A stop.
    said : dict
        By question: how sure of yes, in per cent.
    why : str
        The reason.

    Returns
    -------
    safe : bool
        Whether it is kept; False where a disk refuses.
    counts : bool
        Whether it is the first of this day.
    """
    before, _ = first_of(day)
    everything, whole = _kept(), locks()
    if len(everything) != len(whole):
        # what was damaged stays in a file of its own
        with contextlib.suppress(OSError):
            store.put_aside(_KIND, _KEY, "damaged")
    new = {"day": day.isoformat(), "said": dict(said), "why": " ".join(str(why).split())[:300]}
    if before and {**new, "why": ""} == {**before, "why": ""}:
        return True, False
    firsts = [one for one in whole if first_of(dt.date.fromisoformat(one["day"]))[0] == one]
    seconds = [one for one in whole if one not in firsts]
    spare = _MOST - len(STOPS)
    kept = [one for one in whole if one in firsts or one in seconds[-spare + 1 :]]
    safe = store.keep(_KIND, _KEY, {"locked": [*kept, new]})
    return safe, before is None


def table():
    """Return the forecasts that count, as `sinorus.charts.forecasts` takes them.

    Returns
    -------
    pandas.DataFrame
        One row a day and question: ``day``, ``question``, ``sure`` (of yes, in per cent),
        ``came``, ``settled`` (the day), ``outcome``, ``why``.
    """
    rows = []
    for stop in STOPS:
        one, _ = first_of(stop.day)
        for question in asked_on(stop.day) if one else ():
            sure = one["said"][question.id]
            settled = pd.Timestamp(question.on)
            row = [pd.Timestamp(stop.day), question.words, sure, question.came, settled]
            rows.append([*row, question.outcome, one["why"]])
    columns = ["day", "question", "sure", "came", "settled", "outcome", "why"]
    return pd.DataFrame(rows, columns=columns)
