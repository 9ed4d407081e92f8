"""The horizon: one stands on a day of 2000, sees what could be known, and locks a forecast.

Time moves on only then. Its twin is a plain cell: ``print`` shows the day, ``lock`` keeps it.
"""

import asyncio

import ipywidgets

from ..teaching import forecasts, store
from ..teaching.exercise import Feedback
from .horizon_lock import meant_by
from .horizon_page import (
    HONEST,
    came,
    day_of,
    drawn,
    head,
    lines,
    locked_words,
    older,
    page_of,
    page_of_the_end,
    paragraphs,
    plainly,
    scores,
    set_apart,
)

_DRAFT = ("drafts", "06.horizon")
#: Seconds between what is chosen or typed and its writing.
_PAUSE = 0.5
_LABELLED = {"description_width": "initial"}
#: A list stands below its name where a narrow page has no room beside it.
_LIST = {"width": "100%", "max_width": "46em", "height": "auto", "flex_flow": "row wrap"}
_TEXT = {"width": "100%", "max_width": "46em", "flex_flow": "column"}
_CHOOSE = "Choose ..."
_KEYS = "By keyboard: Tab goes on, Enter opens a list, arrows and Enter choose from it."
_SURE = {50: "50, I cannot tell", 60: "60", 70: "70", 80: "80", 90: "90", 100: "100, certain"}


def horizon(day=None):
    """Stand on a day in the spring of 2000.

    Parameters
    ----------
    day : str, optional
        A day that is reached already, such as ``"5 June"``; the day on which one stands if left
        out.

    Returns
    -------
    Horizon or Feedback
        What had happened by that day and what had been said of things to come, with fields for a
        forecast; ``print`` shows the same as text. A day is reached when the forecasts of all days
        before it are locked; if it is not, a sentence says so.

    Examples
    --------
    >>> import sinorus
    >>> here = sinorus.widgets.horizon()
    >>> print(str(here).splitlines()[0])
    You stand on 30 April 2000. In April both capitals spoke of a meeting, and not with one voice.
    >>> sinorus.widgets.horizon("30 June").state
    'waiting'
    >>> here.lock("30 April", "yes 70", "no 60", why="both promised it").state
    'locked'
    >>> print(str(here).splitlines()[0])
    You stand on 5 June 2000. Putin is in Rome and has made an offer today.
    >>> here.forecasts["sure"].tolist()
    [70, 40]
    """
    now, found = forecasts.today(), forecasts.stop_of(day)
    reached = forecasts.reached()
    if found in reached:
        return Horizon(found)
    if found:
        said = f"{day_of(found)} comes once you have locked a forecast on each day before it."
        return Feedback("06", "waiting", f"You stand on {day_of(now)}. {said}")
    days = ", ".join(f'"{one.day.day} {one.day:%B}"' for one in reached)
    return Feedback("06", "unanswered", f"The days that you have reached are: {days}.")


class Horizon(ipywidgets.VBox):
    """The horizon of a day; see `horizon`."""

    def __init__(self, stop):
        self._stop, self._busy, self._timer = stop, False, None
        self._pressed_once = False
        self.day = ipywidgets.Dropdown(
            description="The day on which you stand", style=_LABELLED, layout=_LIST
        )
        self.said, self.page, self.locked, self.note = (ipywidgets.HTML() for _ in range(4))
        self.answers, self.sure = {}, {}
        for question in forecasts.QUESTIONS:
            asked = f"How sure are you about {question.about}, in per cent?"
            steps = [(words, number) for number, words in _SURE.items()]
            self.answers[question.id] = _list(question.words, [("yes", "yes"), ("no", "no")])
            self.sure[question.id] = _list(asked, steps)
        asked = "Why, in a few words (if you like)"
        self.why = ipywidgets.Textarea(description=asked, rows=2, style=_LABELLED, layout=_TEXT)
        asked = "Lock my forecast and move on"
        self.button = ipywidgets.Button(description=asked, layout={"width": "max-content"})
        self.picture = ipywidgets.Output()
        self._show(stop)
        self._draft_back()
        self.day.observe(self._moved, "value")
        for field in (*self.answers.values(), *self.sure.values(), self.why):
            field.observe(self._changed, "value")
        self.button.on_click(self._pressed)
        pairs = [one for name in self.answers for one in (self.answers[name], self.sure[name])]
        super().__init__(
            [
                *(self.day, self.said, self.page, self.picture, self.locked),
                *pairs,
                *(self.why, self.button, self.note),
            ]
        )

    def __repr__(self):
        return plainly(self._stop)

    def __str__(self):
        return repr(self)

    def _repr_mimebundle_(self, **kwargs):
        # ipywidgets cuts the plain text short; here it is what a page without widgets shows.
        return {**super()._repr_mimebundle_(**kwargs), "text/plain": repr(self)}

    @property
    def older(self):
        """The older sayings of this day, as text."""
        return older(self._stop)

    @property
    def forecasts(self):
        """What was locked, one row a day and question; `sinorus.charts.forecasts` draws it."""
        return forecasts.table()

    def lock(self, *said, why=""):
        """Lock a forecast on a day that is reached.

        Parameters
        ----------
        *said : str
            The day for which it is meant, such as ``"30 April"``; then an answer to each question
            of that day, in their order: yes or no, and how sure, from 50 to 100 per cent, such as
            ``"yes 70"``.
        why : str, optional
            The reason, in a few words.

        Returns
        -------
        Feedback
            ``.state`` is ``locked``, ``waiting`` where the day is still to come, or ``unanswered``
            where it could not be read. Nothing is ever raised. What is locked stays: a second
            forecast of the same day is kept beside the first and does not count. So a cell that is
            run twice never locks another day.
        """
        meant = meant_by(said, why)
        if isinstance(meant, Feedback):
            return meant
        stop, answers, why = meant
        safe, counts = forecasts.lock(stop.day, answers, why)
        return self._after(stop, safe, counts)

    def _after(self, stop, safe, counts):
        """Move on, and say what was kept."""
        said = [f"{day_of(stop)}.", *locked_words(stop)[:1]]
        if not counts:
            said.append("This day was locked before. What is locked stays, and time does not move.")
            said.append("Anything else that you say of it now is kept beside it.")
        if not safe:
            said.append("It cannot be written into your folder: note it on paper.")
        elif store.folder() is None:
            said.append("It is kept until the kernel stops.")
        if counts:
            self._empty()
            self._show(forecasts.today())
            said.append(f"It is now {day_of(self._stop)}.")
        else:
            self._show(stop)
        ended = scores() if counts and self._stop is forecasts.END else []
        told = [said[0] + " " + said[1], " ".join(said[2:]), *ended]
        return Feedback("06", "locked", "\n".join(told))

    def _show(self, stop):
        """Set the page of a day, and fields for a forecast where none is locked."""
        self._stop, self._busy = stop, True
        self.day.options = [(_named(one), one.day.isoformat()) for one in forecasts.reached()]
        self.day.value = stop.day.isoformat()
        self._busy = False
        ended = stop is forecasts.END
        locked = [] if ended else locked_words(stop)
        asked = [] if ended or locked else forecasts.asked_on(stop.day)
        for name in self.answers:
            here = any(question.id == name for question in asked)
            for field in (self.answers[name], self.sure[name]):
                field.layout.display = None if here else "none"
        for field in (self.why, self.button):
            field.layout.display = None if asked else "none"
        self.note.value = paragraphs([_KEYS]) if asked else ""
        self.said.value = paragraphs([head(stop)])
        self.page.value = page_of(came()) if ended else page_of(lines(stop), HONEST)
        self.locked.value = page_of_the_end() if ended else paragraphs(locked)
        self.picture.outputs = drawn() if ended else ()

    def _moved(self, change):
        if not self._busy:
            everything = {one.day.isoformat(): one for one in forecasts.reached()}
            self._show(everything.get(self.day.value, forecasts.today()))

    def _pressed(self, button):
        """Lock at the next pause: what was typed last may still be on its way to the kernel."""
        if self._pressed_once:
            return
        try:
            asyncio.get_running_loop().call_later(_PAUSE, self._lock_chosen)
            self._pressed_once = True
        except RuntimeError:
            self._lock_chosen()

    def _lock_chosen(self):
        """Lock what is chosen; say what is missing, or where one stands now."""
        self._pressed_once = False
        asked = forecasts.asked_on(self._stop.day)
        chosen = [(self.answers[one.id].value, self.sure[one.id].value) for one in asked]
        missing = [
            f'"{field.description}"'
            for one in asked
            for field in (self.answers[one.id], self.sure[one.id])
            if field.value == ""
        ]
        if missing:
            feedback = Feedback("06", "unanswered", f"Choose first: {' and '.join(missing)}")
            self.note.value = set_apart(feedback)
            return
        day = f"{self._stop.day.day} {self._stop.day:%B}"
        feedback = self.lock(day, *chosen, why=self.why.value)
        self.said.value = set_apart(feedback) + self.said.value
        # the fields may be gone: one goes on at the top, where the new day is named
        self.day.focus()

    def _empty(self):
        self._busy = True
        for field in (*self.answers.values(), *self.sure.values(), self.why):
            field.value = ""
        self._busy = False
        self.keep()

    def _changed(self, change):
        """Keep what is chosen at the next pause; at once where nothing could wait for one."""
        if self._busy or self._timer is not None:
            return
        try:
            self._timer = asyncio.get_running_loop().call_later(_PAUSE, self.keep)
        except RuntimeError:
            self.keep()

    def keep(self):
        """Keep now what is chosen and not locked yet."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        chosen = {name: [self.answers[name].value, self.sure[name].value] for name in self.answers}
        draft = {"day": self.day.value, "chosen": chosen, "why": self.why.value}
        if not store.keep(*_DRAFT, draft):
            said = "Your choice cannot be written into your folder: note it on paper."
            self.note.value = paragraphs([said])

    def _draft_back(self):
        """Choose again what was chosen and not locked before the kernel stopped."""
        draft = store.recall(*_DRAFT)
        chosen = draft.get("chosen")
        if draft.get("day") != self.day.value or not isinstance(chosen, dict):
            return
        for name, field in self.answers.items():
            pair = chosen.get(name)
            answer, sure = pair if isinstance(pair, list) and len(pair) == 2 else ("", "")
            field.value = answer if answer in ("yes", "no") else ""
            self.sure[name].value = sure if type(sure) is int and sure in _SURE else ""
        self.why.value = draft["why"] if isinstance(draft.get("why"), str) else ""


def _list(asked, options):
    """A drop-down list with its question as its name."""
    return ipywidgets.Dropdown(
        options=[(_CHOOSE, ""), *options],
        description=asked,
        style=_LABELLED,
        layout=_LIST,
    )


def _named(stop):
    """A day in the list, and where one stands with it."""
    if stop is forecasts.END:
        return f"{day_of(stop)}: what came"
    return f"{day_of(stop)}{' (locked)' if forecasts.first_of(stop.day)[0] else ''}"
