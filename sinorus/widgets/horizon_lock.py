"""What a student locks on the horizon: for which day it is meant, and what it says."""

import contextlib

from ..teaching import forecasts
from ..teaching.exercise import Feedback
from ..teaching.sureness import read
from .horizon_page import day_of, example


def meant_by(said, why=""):
    """Read what is to be locked.

    Parameters
    ----------
    said : tuple
        A day, and an answer to each of its questions; any object at all may stand there.
    why : str
        The reason.

    Returns
    -------
    tuple or Feedback
        The stop, how sure of yes by question, and the reason; or a sentence that says what is
        missing.

    Examples
    --------
    >>> from sinorus.widgets.horizon_lock import meant_by
    >>> stop, answers, why = meant_by(("30 April", "yes 70", "no 60"))
    >>> answers
    {'beijing': 70, 'meeting': 40}
    >>> meant_by(("yes 70", "no 60")).state
    'unanswered'
    """
    now, stop = forecasts.today(), None
    with contextlib.suppress(Exception):
        # An answer may be any object at all, also one whose every method fails.
        if said and read(said[0]) is None:
            stop = forecasts.stop_of(said[0])
    if stop is None or stop is forecasts.END:
        return _no_day(now)
    if stop not in forecasts.reached():
        here = f"You stand on {day_of(now)}, and have not reached {day_of(stop)}."
        return Feedback("06", "waiting", f"{here} Lock a forecast for this day first.")
    asked = forecasts.asked_on(stop.day)
    try:
        sure, why = [read(one) for one in said[1:]], str(why)
    except Exception:
        sure, why = [None], ""
    if len(sure) == len(asked) and None not in sure:
        return stop, {question.id: one for question, one in zip(asked, sure)}, why
    words = " ".join(question.words for question in asked)
    each = "this one question" if len(asked) == 1 else f"each of these {len(asked)} questions"
    return Feedback(
        "06",
        "unanswered",
        f"{words} Write an answer to {each}: yes or no and how sure you are, from 50 to 100 per"
        f" cent, such as `lock({example(stop)})`.",
    )


def _no_day(now):
    """Say that the day is missing."""
    if now is forecasts.END:
        said = "All your forecasts are locked: this is what came."
        return Feedback("06", "unanswered", said)
    return Feedback(
        "06",
        "unanswered",
        f"Say first for which day it is meant: you stand on {day_of(now)}. Write"
        f" `lock({example(now)})`, with your own words and numbers.",
    )
