"""The writing desk: an essay with what it cites beside it, counted while one types, and kept.

Its twin is a plain cell: ``answer``, ``against``, and ``sinorus.check``.
"""

import asyncio
import contextlib
import dataclasses
import difflib
import html

import ipywidgets

from ..errors import SinorusError
from ..locators import in_words, parse
from ..look_up import cited
from ..shown import show
from ..teaching import store
from ..teaching.check import check
from ..teaching.essays import sentences, words
from ..teaching.examples import places, printed
from ..teaching.exercise import Feedback, Open, number_of, question_of
from ..teaching.exercises import COURSE
from ..teaching.given import sound

_KIND = "drafts"
#: Seconds between what is typed and its writing: short enough that a killed kernel costs a word.
_PAUSE = 0.5
_LABELLED = {"description_width": "initial"}
#: The name of the field above it; its width is that of the whole.
_NAMED_ABOVE = {"width": "100%", "flex_flow": "column", "align_items": "flex-start"}
_CHOOSE = "Choose ..."
#: What is said of a draft that the field does not show.
_PASSED_OVER = {
    "damaged": "The file of your draft was damaged; what is left of it stays in .sinorus/drafts.",
    "older edition": "This question has changed since you wrote your draft; the draft stays in "
    ".sinorus/drafts.",
}


def writing_desk(exercise_id):
    """Open a desk for an open question.

    Parameters
    ----------
    exercise_id : str
        Number of the question, such as ``"04.7"``.

    Returns
    -------
    Desk or Feedback
        The desk: question and rubric, a field to write in, and below it, while one types, the
        words, the passages cited (opened beside the field), which of them speaks against the
        writer, which sentence answers it, and a button that gives the feedback of `check`. What is
        typed is kept in the student's folder and found again by the next desk. Where there is no
        such question, a sentence says so.

    Examples
    --------
    >>> import sinorus
    >>> desk = sinorus.widgets.writing_desk("04.7")
    >>> desk.text.value = "The bombing changed words (Yu 1999 c4)."
    >>> desk.counted
    '7 words; you cite Yu 1999 c4.'
    """
    number = number_of(exercise_id)
    question = COURSE.get(number)
    if isinstance(question, Open):
        return Desk(question)
    if question is None:
        known = ", ".join(key for key, one in COURSE.items() if isinstance(one, Open))
        said = f'There is no question "{number[:20]}". There is a desk for: {known}.'
    else:
        said = f'{number} asks for no essay. Answer it in a cell: `sinorus.check("{number}", ...)`'
    return Feedback(number[:20], "unanswered", said)


class Desk(ipywidgets.VBox):
    """A desk for one open question; see `writing_desk`."""

    def __init__(self, question):
        self._question = question
        self._busy, self._timer, self._places = False, None, None
        self.counted = ""
        draft = {
            name: value if isinstance(value, str) else ""
            for name, value in store.recall(_KIND, question.id).items()
        }
        self._known = draft.get("text", "")
        back = "Your draft is back." if self._known else ""
        self._note = back or _PASSED_OVER.get(store.passed_over(_KIND, question.id), "")
        self.text = ipywidgets.Textarea(
            value=self._known,
            description="Your essay",
            placeholder="Write here. Name the places you cite, such as "
            f"({printed(places(question)[0])}).",
            rows=12,
            continuous_update=True,
            style=_LABELLED,
            layout={**_NAMED_ABOVE, "flex": "3 1 24em"},
        )
        self.counts, self.passages, self.said = (ipywidgets.HTML() for _ in range(3))
        self.passages.layout = {"flex": "2 1 16em"}
        self.against = self._list("Which of them speaks against you?")
        self.answers = self._list("Which of your sentences answers it?")
        self.button = ipywidgets.Button(description="Look at it")
        self._look()
        self._choose(draft.get("against", ""), draft.get("sentence", ""))
        self.text.observe(self._typed, "value")
        self.against.observe(self._chosen, "value")
        self.answers.observe(self._chosen, "value")
        self.button.on_click(self._checked)
        beside = ipywidgets.HBox([self.text, self.passages], layout={"flex_flow": "row wrap"})
        super().__init__(
            [
                ipywidgets.HTML(_asked(question)),
                beside,
                self.counts,
                self.against,
                self.answers,
                self.button,
                self.said,
            ]
        )

    def __repr__(self):
        number = self._question.id
        return (
            f"The writing desk for {number}: {self._question.title} In a cell: answer = "
            f'"""...""", against = "...", sinorus.check("{number}", answer, against).'
        )

    def _repr_mimebundle_(self, **kwargs):
        # ipywidgets cuts the plain text short; here it is the sentence that a page without
        # widgets shows.
        return {**super()._repr_mimebundle_(**kwargs), "text/plain": repr(self)}

    @staticmethod
    def _list(asked):
        return ipywidgets.Dropdown(
            options=[(_CHOOSE, "")], description=asked, style=_LABELLED, layout={"width": "98%"}
        )

    def _typed(self, change):
        self._look()
        self._keep_soon()

    def _chosen(self, change):
        if not self._busy:
            self._keep_soon()

    def _look(self):
        """Count, open what is cited, and offer it and the sentences for choice."""
        text = self.text.value
        found, missing = cited(text)
        count = len(words(text))
        cites = f"you cite {', '.join(map(_named, found))}" if found else "you cite nothing yet"
        self.counted = f"{count} word{'s' * (count != 1)}; {cites}."
        if missing:
            self.counted += f" This leads nowhere: {', '.join(missing)[:120]}."
        self._say_counts()
        if found != self._places:
            self._places = found
            self.passages.value = _opened(found)
        against, sentence = self.against.value, self.answers.value
        self._busy = True
        self.against.options = [(_CHOOSE, ""), *((_named(place), place) for place in found)]
        said = sentences(text)
        self.answers.options = [
            (_CHOOSE, ""),
            *((f"{n}. {_short(one)}", one) for n, one in enumerate(said, 1)),
        ]
        self._busy = False
        self._choose(against, sentence)

    def _choose(self, place, sentence):
        """Choose again what was chosen; a sentence is known by most of its words."""
        self._busy = True
        self.against.value = place if place in (self._places or ()) else ""
        said = [one for _, one in self.answers.options if one]
        close = difflib.get_close_matches(sentence, said, n=1, cutoff=0.6) if sentence else []
        self.answers.value = sentence if sentence in said else close[0] if close else ""
        self._busy = False

    def _say_counts(self):
        self.counts.value = f"<p>{html.escape(f'{self.counted} {self._note}'.strip())}</p>"

    def _keep_soon(self):
        """Keep the draft at the next pause; at once where nothing could wait for one."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self.keep()
            return
        if self._timer is None:
            self._timer = loop.call_later(_PAUSE, self.keep)

    def keep(self):
        """Keep the draft now; what another window wrote meanwhile is put aside, not overwritten."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        # half an emoji is kept, and found again, as a sign that a file can hold
        number, text = self._question.id, sound(self.text.value)
        other = store.recall(_KIND, number).get("text")
        self._note = "Kept in your folder." if store.folder() else "Kept until the kernel stops."
        if other not in (None, self._known, text):
            with contextlib.suppress(OSError):
                store.put_aside(_KIND, number, "another window")
            self._note = "Another window wrote here too: its text is in .sinorus/drafts."
        draft = {"text": text, "against": self.against.value, "sentence": self.answers.value}
        if not store.keep(_KIND, number, draft):
            self._note = "This cannot be written into your folder: copy your text into a cell."
        self._known = text
        self._say_counts()

    def _checked(self, button):
        """Give the feedback of `check`, and say where on the desk its question is answered."""
        self.keep()
        if not self.text.value.strip():
            said = "Write your essay in the field above, then press the button again."
            feedback = Feedback(self._question.id, "unanswered", said)
        else:
            feedback = check(self._question.id, self.text.value, self.against.value or ...)
        lines = feedback.text.split("\n")
        if feedback.state == "ready":
            # what the plain cell asks her to mark on paper is chosen here
            lines[1] = lines[1].partition("write it. ")[2] or lines[1]
            sentence = self.answers.value
            lines.insert(1, f'You answer it: "{sentence}"' if sentence else _NO_SENTENCE)
        elif feedback.mistake == "against":
            lines.append(f'On this desk you choose it above: "{self.against.description}"')
        feedback = dataclasses.replace(feedback, text="\n".join(lines))
        self.said.value = f'<div style="line-height: 1.5">{feedback._repr_html_()}</div>'


_NO_SENTENCE = (
    "Now choose, in the list above, the sentence of yours that answers it. If none does, write one."
)


def _asked(question):
    """The question alone, and what a reader will ask of it where no list above says so."""
    page = question_of(question.id)
    named = [part for part in page.split("\n\n") if question.id in part]
    asked = html.escape(named[-1] if named else f"{question.id} {question.title}")
    points = "".join(f"<li>{html.escape(point)}</li>" for point in question.rubric)
    asks = "" if "\n- " in page else f"<p>A reader will ask:</p><ul>{points}</ul>"
    return f'<div style="max-width: 46em; line-height: 1.5"><p>{asked}</p>{asks}</div>'


def _named(place):
    """A passage as prose names it; anything else as it is cited."""
    try:
        return in_words(parse(place))
    except SinorusError:
        return place


def _opened(found):
    """What is cited, opened; it scrolls by keyboard too."""
    if not found:
        return "<p>What you cite opens here.</p>"
    return (
        '<div role="region" aria-label="What you cite" tabindex="0" style="max-height: 24em; '
        f'overflow-y: auto; padding: 0 0.8em">{show(*found).page}</div>'
    )


def _short(sentence):
    return sentence if len(sentence) <= 90 else sentence[:89].rsplit(" ", 1)[0] + " ..."
