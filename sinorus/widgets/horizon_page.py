"""What stands on the horizon of a day, as a page and as plain text, from one list of lines."""

import html
from typing import NamedTuple

import pandas as pd

from ..charts import forecasts as picture
from ..known import announced_by, happened_by
from ..tables import load
from ..teaching import forecasts
from ..teaching.sureness import in_words, verdict

#: What is planned, in a few words.
PLANS = {
    "putin-china": "Putin and China",
    "dushanbe": "The summit in Dushanbe",
    "kasyanov-china": "The Russian prime minister and China",
    "putin-north-korea": "Putin and North Korea",
    "putin-south-korea": "Putin and South Korea",
}
HONEST = (
    "In brackets stands where we read it, often in something written later, such as Yu 2000, the"
    " report of July 2000. Each line could be known on this day, but whoever chose it knew how it"
    " went on. What has no certain day is shown late, never early."
)
_HAPPENED = "What had happened, the newest first"
_LATER = "What had been said of things to come"
_LATE = "The time named has passed, and we read of no meeting."
#: So many acts are shown, and so many sayings of a plan stand open; older sayings are folded, and
#: all of a plan about which nothing is asked.
_ACTS, _OPEN = 3, 2
_ASIDE = ("putin-north-korea", "putin-south-korea")
FEW = (
    "So few forecasts cannot show how good a forecaster you are. Ask instead which of your reasons"
    " has held."
)
_CELL = (
    "In a cell of your own, with the day for which it is meant:"
    ' sinorus.widgets.horizon().lock({}, why="...").'
)
_STYLE = "line-height: 1.45; font-size: var(--jp-content-font-size1, 14px)"
_SMALL = "font-size: 0.9em"


class Line(NamedTuple):
    """One line: when, what, where it stands, and the heading under which it belongs."""

    part: str
    group: str
    when: str
    what: str
    where: str
    folded: bool


def day_of(stop):
    """The day in words: 31 March 2000."""
    return f"{stop.day.day} {stop.day:%B %Y}"


def head(stop):
    """Where one stands, and why on this day."""
    return f"You stand on {day_of(stop)}. {stop.why}"


def example(stop):
    """The day and the answers to it as one writes them in a cell."""
    answers = ('"no 60"', '"yes 60"')[: len(forecasts.asked_on(stop.day))]
    return ", ".join([f'"{stop.day.day} {stop.day:%B}"', *answers])


def lines(stop):
    """List what was known on the evening of a stop; nothing later.

    Parameters
    ----------
    stop : sinorus.teaching.forecasts.Stop
        Where one stands.

    Returns
    -------
    list of Line
    """
    found = [
        Line(_HAPPENED, "", _capital(act.when), act.what, act.where, False)
        for act in happened_by(stop.day, most=_ACTS).itertuples()
    ]
    for plan, sayings in announced_by(stop.day).groupby("plan", sort=False):
        for place, row in enumerate(sayings.itertuples()):
            late = f" {_LATE}" if row.late and not place else ""
            said = f"{_capital(row.speaker)}: {row.said}{late}"
            when = _capital(row.when)
            folded = plan in _ASIDE or place >= _OPEN
            found.append(Line(_LATER, PLANS[plan], when, said, row.where, folded))
    return found


def came():
    """List what came in July."""
    record = load("record")
    first, last = pd.Timestamp(forecasts.STOPS[-1].day), pd.Timestamp(forecasts.END.day)
    july = record[(record["start"] > first) & (record["end"] <= last)]
    return [
        Line("What came in July", "", row.when, row.what, _record(row.start), False)
        for row in july.itertuples()
    ]


def became():
    """List what became of each saying, the newest of each plan open."""
    ends, found = load("plans").set_index("plan_id")["became"], []
    for plan, sayings in announced_by(forecasts.END.day).groupby("plan", sort=False):
        for place, row in enumerate(sayings.itertuples()):
            what = f"{row.said} What became of it: {ends[row.plan_id]}"
            part, when = "What became of what had been said", _capital(row.when)
            found.append(Line(part, PLANS[plan], when, what, row.where, place >= 1))
    return found


def _capital(text):
    return text[:1].upper() + text[1:]


def _record(start):
    return f"record {start.day} {start:%B %Y}"


def locked_words(stop):
    """What was locked on a day, in sentences; an empty list if nothing was."""
    first, later = forecasts.first_of(stop.day)
    said = [_locked(one) for one in ([first] if first else []) + later]
    return [
        f"{'You locked' if not place else 'Later you said'}: {one}"
        for place, one in enumerate(said)
    ]


def _locked(one):
    words = {question.id: question.words for question in forecasts.QUESTIONS}
    said = [f"{words[name]} {_capital(in_words(sure))}." for name, sure in one["said"].items()]
    why = [f"Your reason: {one['why']}"] if one["why"] else []
    return " ".join([*said, *why])


def scores():
    """Say how the forecasts fared, one sentence a question, and what that cannot show."""
    table, said = forecasts.table(), []
    for words, own in table.groupby("question", sort=False):
        came = "Yes" if own["came"].iloc[0] else "No"
        yours = [
            f"on {row.day.day} {row.day:%B} {in_words(row.sure)} ({verdict(row.sure, row.came)})"
            for row in own.itertuples()
        ]
        said.append(f"{words} {came}: {own['outcome'].iloc[0]}. You said {' and '.join(yours)}.")
    return [*said, FEW] if said else []


def page_of(found, note=""):
    """The lines as a page has them: parts beside each other, older sayings folded."""
    parts = "".join(
        f'<section aria-label="{html.escape(part)}" style="flex: 1 1 20em; max-width: 46em">'
        f"<p><strong>{html.escape(part)}</strong></p>{_groups(own)}</section>"
        for part, own in _by(found, "part")
    )
    small = f'<p style="{_SMALL}">{html.escape(note)}</p>' if note else ""
    columns = f'<div style="display: flex; flex-wrap: wrap; gap: 0 2em">{parts}</div>'
    return f'<div style="{_STYLE}">{columns}{small}</div>'


def _groups(found):
    pages = []
    for group, own in _by(found, "group"):
        pages.append(f"<p><em>{html.escape(group)}</em></p>" if group else "")
        pages.append(_list([line for line in own if not line.folded]))
        if older := [line for line in own if line.folded]:
            count = f"{len(older)} more saying{'s' * (len(older) != 1)}: {group}"
            pages.append(
                f"<details><summary>{html.escape(count)}</summary>{_list(older)}</details>"
            )
    return "".join(pages)


def _list(found):
    items = "".join(
        f'<li style="margin: 0.3em 0"><strong>{html.escape(line.when)}</strong>'
        f" {html.escape(line.what)}"
        f' <span style="{_SMALL}; white-space: nowrap">({html.escape(line.where)})</span></li>'
        for line in found
    )
    return f'<ul style="margin: 0.2em 0 0.6em; padding-left: 1.2em">{items}</ul>'


def plainly(stop):
    """The whole horizon of a day as plain text."""
    if stop is forecasts.END:
        kept = [f"{day_of(one)}. {said}" for one in forecasts.STOPS for said in locked_words(one)]
        found = text_of([*came(), *became()])
        return "\n".join([head(stop), found, "", *kept, "", *scores()])
    said = locked_words(stop)
    if not said:
        asked = forecasts.asked_on(stop.day)
        said = [f"{number}. {_asked(one, stop)}" for number, one in enumerate(asked, 1)]
        said = ["You are asked:", *said, _CELL.format(example(stop))]
    found = lines(stop)
    open_ = [line for line in found if not line.folded]
    left = len(found) - len(open_)
    more = f"{left} more sayings are left out here: print(sinorus.widgets.horizon().older)"
    older = [f"{more} shows them."] * bool(left)
    return "\n".join([head(stop), text_of(open_), *older, "", HONEST, "", *said])


def _asked(question, stop):
    """A question, and whether it is new on a day that is not the first."""
    new = stop.day == question.days[0] and stop is not forecasts.STOPS[0]
    return f"{question.words}{' (A new question.)' * new}"


def older(stop):
    """What was known on a day and is folded away, as plain text."""
    if stop is forecasts.END:
        return text_of([line for line in became() if line.folded])
    return text_of([line for line in lines(stop) if line.folded])


def text_of(found):
    """The lines as plain text."""
    said = []
    for part, own in _by(found, "part"):
        said.append(f"\n{part}:")
        for group, lines_of in _by(own, "group"):
            said += [f"{group}:"] if group else []
            said += [f"- {line.when}. {line.what} ({line.where})" for line in lines_of]
    return "\n".join(said)


def _by(found, field):
    """Lines by a field, in the order in which they come."""
    groups = {}
    for line in found:
        groups.setdefault(getattr(line, field), []).append(line)
    return groups.items()


def page_of_the_end():
    """What stands below the picture: how the forecasts fared, and what became of each saying."""
    return paragraphs(scores()) + page_of(became())


def drawn():
    """The picture as an output that JupyterLab draws."""
    bundle = picture(forecasts.table())._repr_mimebundle_()
    bundle = bundle[0] if isinstance(bundle, tuple) else bundle
    return ({"output_type": "display_data", "data": bundle, "metadata": {}},)


def set_apart(feedback):
    """Feedback in the lines of the page."""
    return f'<div style="{_STYLE}">{feedback._repr_html_()}</div>'


def paragraphs(said):
    """Sentences as paragraphs of a page."""
    inside = "".join(f"<p>{html.escape(one)}</p>" for one in said)
    return f'<div style="{_STYLE}; max-width: 46em">{inside}</div>'
