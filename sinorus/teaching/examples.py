"""Examples in a hint: in the page's own spelling, from the report asked about, never the answer."""

import calendar
import re

import pandas as pd

from ..errors import SinorusError
from ..locators import in_words, parse_all, report_of
from ..look_up import texts


def printed(place):
    """Print what is cited as the page does.

    Examples
    --------
    >>> from sinorus.teaching.examples import printed
    >>> printed("yu-1999 c7"), printed("treaty-2001 art9")
    ('Yu 1999 c7', 'treaty-2001 art9')
    """
    return in_words(place) if place in texts() else place


def places(question):
    """Find passages of the report that a question concerns, none of which is an answer.

    Parameters
    ----------
    question : Exercise or Open
        The question.

    Returns
    -------
    list of str
        Locators, a paragraph first and, where the report has a chronology, an entry.

    Examples
    --------
    >>> from sinorus.teaching.examples import places
    >>> from sinorus.teaching.exercises import COURSE
    >>> places(COURSE["04.7"])
    ['yu-1999 ¶1', 'yu-1999 c1']
    """
    report = getattr(question, "report", None)
    named = [*getattr(question, "weigh", ()), getattr(question, "because", "")]
    concerned, used = _locators([report and f"{report} ¶1", *named]), _locators(named)
    used |= _locators(_flat(getattr(question, "answer", None)), report)
    report = report or next(map(report_of, concerned), "yu-1999")
    free = [place for place in texts() if report_of(place) == report and place not in used]
    found = [next((place for place in free if f" {sign}" in place), "") for sign in "¶c"]
    return list(filter(None, found))


def _locators(given, report=None):
    """The locators among texts, in their order, as the keys of a dict."""
    found = {}
    for text in given:
        try:
            found |= dict.fromkeys(parse_all(text, report))
        except (SinorusError, TypeError):
            continue
    return found


def _flat(answer):
    answer = answer() if callable(answer) else answer
    return [answer] if isinstance(answer, str) else list(answer or ())


def day(exercise):
    """Write a day as the page does, within the time that an exercise gives, and not its answer.

    Parameters
    ----------
    exercise : Exercise or None
        The exercise.

    Returns
    -------
    str

    Examples
    --------
    >>> from sinorus.teaching.examples import day
    >>> from sinorus.teaching.exercises import COURSE
    >>> day(COURSE["04.1"]), day(COURSE["01.2"]), day(None)
    ('14 May', '14 January', '14 May 1999')
    """
    within = str(getattr(exercise, "within", "") or "")
    month = int(within[5:7] or 5)
    answer = getattr(exercise, "answer", None)
    answer = answer() if callable(answer) else answer
    right = answer.strftime("%m-%d") if isinstance(answer, pd.Timestamp) else str(answer)
    taken = right.endswith(f"{month:02}-14") or re.match(
        rf"14 {calendar.month_name[month]}\b", right
    )
    said = f"{15 if taken else 14} {calendar.month_name[month]}"
    return said if within else f"{said} 1999"
