"""`hand_in` writes what a student has answered into one page for the teacher."""

import re
import unicodedata
from pathlib import Path

import altair as alt

from .. import __version__
from ..charts.export import pictures
from ..charts.finish import finished
from ..errors import SinorusError
from ..locators import in_words, parse
from ..look_up import cited
from . import forecasts, given, progress, store, whole_files
from .exercise import question_of
from .exercises import COURSE, GUESSES
from .hand_in_page import page

_ASK_NAME = 'Give your name or number in quotation marks, such as sinorus.hand_in("Ada Reader").'
#: What a file's name may not hold on one system or another.
_UNSAFE = re.compile(r'[<>:"/\\|?*]')
#: What Altair says of a chart's look by itself.
_NO_LOOK = {"view": {"continuousWidth": 300, "continuousHeight": 300}}
#: So many bytes of a name stand in the file's name; systems allow 255 for all of it.
_MOST_NAME = 120


class HandedIn(type(Path())):
    """The path of a file that was handed in; a notebook shows it as a sentence."""

    def __repr__(self):
        if store.folder():
            return f"Written for your teacher: {self.name}, in your course folder."
        return (
            f'Written for your teacher: {self.name}, in the folder "{self.parent}". It holds what '
            "was answered since this kernel was started, since this is no course folder."
        )


def hand_in(name):
    """Write what was answered into a page for the teacher: whole answers, no times, no errors.

    Parameters
    ----------
    name : str
        The student's name or number.

    Returns
    -------
    pathlib.Path
        The new file in the course folder, ``hand-in Ada Reader.html`` or, after that one,
        ``hand-in Ada Reader 2.html`` and so on: nothing is overwritten. Any browser opens it,
        without internet.

    Raises
    ------
    SinorusError
        If no name is given, nothing was answered yet, or the file cannot be written.

    Examples
    --------
    >>> import sinorus
    >>> try:
    ...     sinorus.hand_in("")
    ... except sinorus.SinorusError as error:
    ...     print(error)
    Give your name or number in quotation marks, such as sinorus.hand_in("Ada Reader").
    """
    name = " ".join(given.sound(name).split())[:200] if isinstance(name, str) else ""
    if not name.strip(" ."):
        raise SinorusError(_ASK_NAME)
    content = {
        "format": 1,
        "version": __version__,
        "name": name,
        "number": 1,
        "answers": _answers(),
        "guesses": _guesses(),
        "forecasts": _forecasts(),
    }
    if not any(content[kind] for kind in ("answers", "guesses", "forecasts")):
        raise SinorusError("Nothing was answered yet, so there is nothing to hand in.")
    charts = {
        one["exercise"]: _drawable(one["chart"]) for one in content["answers"] if one["chart"]
    }
    figures = dict(zip(charts, zip(charts.values(), pictures(list(charts.values())))))
    try:
        return _written(content, figures)
    except OSError as error:
        raise SinorusError(
            f"Your hand-in cannot be written: {whole_files.why_not(error)}. What you have answered "
            "is not lost by this."
        ) from None


def _written(content, figures):
    """Write the page under the next free name."""
    place = store.folder() or Path.cwd()
    stem = f"hand-in {file_name(content['name'])}"
    content["number"] = 1 + max((_number(path, stem) for path in place.iterdir()), default=0)
    while True:
        number = content["number"]
        path = place / (f"{stem}.html" if number == 1 else f"{stem} {number}.html")
        try:
            with whole_files.draft(path, page(content, figures).encode("utf-8")) as draft:
                whole_files.put_in_place(draft, path)
            return HandedIn(path)
        except FileExistsError:
            # another notebook has taken the name meanwhile
            content["number"] += 1


def _number(path, stem):
    """The number of a hand-in of this name; nought if the file is none."""
    name = unicodedata.normalize("NFC", path.name).casefold()
    found = re.fullmatch(rf"{re.escape(stem.casefold())}(?: (\d{{1,6}}))?\.html", name)
    return int(found[1] or 1) if found else 0


def file_name(name):
    """Make a part of a file's name of a student's name; it holds on every system.

    Examples
    --------
    >>> from sinorus.teaching.hand_in import file_name
    >>> file_name("Ada Reader"), file_name("../李 明?")
    ('Ada Reader', '_李 明_')
    """
    plain = unicodedata.normalize("NFC", name)
    # signs without a shape of their own, such as those which turn the direction of writing
    plain = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "C")
    plain = _UNSAFE.sub("_", plain).strip(" .")
    plain = plain.encode("utf-8")[:_MOST_NAME].decode("utf-8", "ignore").strip(" .")
    return plain or "_"


def _answers():
    """Every exercise that was answered, in the order of the course."""
    answers = []
    for exercise in COURSE.values():
        kept = progress.record(exercise.id)
        state = progress.state(exercise.id)
        if state == "unanswered":
            continue
        answer = given.sound(kept.get("answer", ""))
        answers.append(
            {
                "exercise": exercise.id,
                "edition": store.edition_of(exercise.id),
                "title": exercise.title,
                "question": question_of(exercise.id),
                "state": state,
                "answer": answer,
                "given": given.plain(kept.get("given")),
                "cited": [_named(place) for place in cited(answer)[0]],
                "against": given.sound(kept.get("against", "")),
                "chart": kept.get("chart"),
            }
        )
    return answers


def _named(place):
    """A passage as prose names it; anything else as it is cited."""
    try:
        return in_words(parse(place))
    except SinorusError:
        return place


def _guesses():
    """Every guess with what was said first and later, those that no notebook asked for too."""
    guesses = []
    others = [key for key in store.keys("guesses") if key not in GUESSES]
    for key in (*GUESSES, *others):
        said = store.recall("guesses", key).get("guesses", [])
        asked = GUESSES.get(key)
        if said:
            pairs = [
                {"guess": given.sound(one["guess"]), "why": given.sound(one.get("why", ""))}
                for one in said
            ]
            guesses.append(
                {
                    "key": given.sound(key),
                    "edition": store.edition_of(key),
                    "question": asked.question if asked else "",
                    "options": _options(asked),
                    "said": pairs,
                }
            )
    return guesses


def _options(asked):
    """The words of each letter; letters are kept as small ones."""
    return {letter.lower(): words for letter, words in asked.options.items()} if asked else {}


def _forecasts():
    """Every forecast that counts, in the order of the days."""
    words = {question.id: question.words for question in forecasts.QUESTIONS}
    found = []
    for stop in forecasts.STOPS:
        one, _ = forecasts.first_of(stop.day)
        for question, sure in one["said"].items() if one else ():
            found.append(
                {
                    "day": one["day"],
                    "question": question,
                    "words": words[question],
                    "sure": sure,
                    "why": given.sound(one["why"]),
                }
            )
    return found


def _drawable(chart):
    """A chart as the course draws it, with its words."""
    try:
        # a notebook's first chart is checked before the look of the course is loaded
        look = alt.theme.get()() if chart.get("config") == _NO_LOOK else {}
        made = finished(chart | look)
        # the versions that charts are written in and drawn by differ
        made.pop("$schema", None)
        return made
    except Exception:
        # a student's own file may hold anything; its words and specification stand on the page
        return chart
