"""`guess` keeps what was expected before it was looked up, the first word and the last."""

import re

from ..errors import SinorusError
from ..reading.entries import entry
from . import class_file, store
from .answers import choice
from .exercise import Entry, Feedback, Guess, number_of
from .exercises import COURSE, GUESSES
from .pieces import Unreadable

_KIND = "guesses"
_FREE = "A wrong guess costs nothing."
_ASK = "Write your guess in place of the three dots, in quotation marks, and run the cell again."
_ASK_ABOVE = "You have not guessed yet. Go back to the cell that asks, and write your guess there."
_ENTER = 'Write an entry in place of the three dots, in the form "promise: word".'
_ENTER_ABOVE = "Nothing is entered yet. Go back to the cell that asks, and write your entry there."
_REFUSED = (
    "Your last entry, “{}”, was not taken, so nothing stands in the ledger now. Go back to the cell"
    " that asks, and write it anew."
)
#: So many changes of mind are kept; the first is never given up.
_MOST = 20
#: So many signs of a guess are kept: a text of a hundred words and more.
_LONG = 1500


def guess(key, answer=None, why=None):
    """Keep a guess, and print it back; called without one, show what was kept.

    Parameters
    ----------
    key : str
        Which guess, such as ``"04.0"``; the notebook prints it.
    answer : str, optional
        What is expected: the letter of an option, or its words, where the notebook offers options;
        a few words of one's own elsewhere.
    why : str, optional
        The reason, in a few words.

    Returns
    -------
    Feedback
        ``.state`` is ``kept``, ``opened`` where it is shown again, or ``unanswered`` while there is
        none. Nothing is ever raised.

    Notes
    -----
    A changed mind is worth seeing: the first guess stays beside the later one. In a folder that
    ``sinorus start`` made, guesses are kept in that folder, otherwise until the kernel stops.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.guess("my bet", "a soldier", why="there is a war")
    Kept. “a soldier”. Your reason: there is a war.
    >>> sinorus.guess("my bet", "a trader")
    Kept. First “a soldier”, now “a trader”.
    >>> sinorus.guess("another bet", "...").state
    'unanswered'
    """
    try:
        number = number_of(key)
        number = " ".join(number.casefold().split())[:100] or "?"
        if number in COURSE:
            said = (
                f'{number} is an exercise and no guess: answer it with `sinorus.check("{number}",'
            )
            return Feedback(number, "unanswered", f"{said} ...)`.")
        return _keep(GUESSES.get(number, Guess(number, "")), answer, why)
    except Exception:
        # A guess may be any object at all, also one whose every method fails.
        return Feedback(
            "?",
            "unanswered",
            f"This cannot be read. Write a few words, in quotation marks. {_FREE}",
        )


def _keep(asked, answer, given_why):
    said, why = _line(answer), _line(given_why)
    kept = store.recall(_KIND, asked.id)
    guesses = [one for one in kept.get("guesses", []) if isinstance(one, dict)]
    if refused := kept.get("refused") if answer is None else "":
        return Feedback(asked.id, "unanswered", _REFUSED.format(refused))
    if not said:
        if not guesses and asked.ask:
            return Feedback(asked.id, "unanswered", asked.ask)
        if not guesses:
            letters = f" The letters are {_list(asked.options)}." if asked.options else ""
            ask = _ASK_ABOVE if answer is None else _ASK
            if isinstance(asked, Entry):
                ask = _ENTER_ABOVE if answer is None else _ENTER
                return Feedback(asked.id, "unanswered", ask)
            return Feedback(asked.id, "unanswered", f"{ask}{letters} {_FREE}")
        state = "opened" if answer is None else "kept"
        return Feedback(asked.id, state, _told(asked, guesses, ended=answer is None))
    if asked.options:
        reason = re.search(r"\bbecause\s+(.+)", said, re.IGNORECASE)
        why = why or (reason[1] if reason else "")
        try:
            said = choice(answer, asked)
        except Unreadable as error:
            return Feedback(asked.id, "unanswered", f"The guess should be {error}. {_FREE}")
    if isinstance(asked, Entry):
        try:
            said = ": ".join(entry(answer, asked.promises))
        except SinorusError as error:
            if not guesses:
                return Feedback(asked.id, "unanswered", f"{error}. Nothing is entered yet.")
            store.keep(_KIND, asked.id, {"guesses": guesses, "refused": said[:60]})
            before = f"Till then your entry “{guesses[-1]['guess']}” is taken out."
            return Feedback(asked.id, "unanswered", f"{error}. {before}")
    new = {"guess": said, "why": why}
    if guesses and guesses[-1]["guess"] == said:
        guesses[-1]["why"] = why or guesses[-1].get("why", "")
    else:
        guesses = [*guesses[:1], *guesses[1:][-(_MOST - 2) :], new]
    missing = " Now write your reason behind why= too." if given_why is not None and not why else ""
    safe = store.keep(_KIND, asked.id, {"guesses": guesses})
    told = f"{len(said.split())} words." if asked.ask else _told(asked, guesses)
    lost = " It cannot be written into your folder: note it on paper." if not safe else ""
    state = "entered" if isinstance(asked, Entry) else "kept"
    return Feedback(asked.id, state, told + lost + missing)


def _line(given):
    """What was written, in one line without dots and quotation marks round it; empty if blank."""
    if given is None or given is ...:
        return ""
    return " ".join(str(given).split())[:_LONG].strip(" .…\"'“”")


def _told(asked, guesses, ended=False):
    """The guess as a sentence; after a change of mind the first one and the last."""
    first, last = guesses[0], guesses[-1]
    lines = [_named(asked, last)]
    if len(guesses) > 1:
        again = " again" if first["guess"] == last["guess"] else ""
        lines = [f"First {_named(asked, first)}, now {_named(asked, last)}{again}"]
    if last.get("why"):
        lines.append(f"Your reason: {last['why']}")
    end = asked.settles if ended else ""
    if isinstance(end, dict):
        end = end.get(last["guess"], "")
    if isinstance(asked, Entry):
        end = _answered(asked, last["guess"], ended)
    # what the others said is heard at the end only, so that it sways nobody
    beside = class_file.others(asked) if ended else ""
    return "\n".join(filter(None, [". ".join(lines) + ".", end, beside]))


def _answered(asked, said, ended):
    """What the ledger says of an entry: at once if the promise does not fit, later the other side.

    A promise may have answers of its own. A word that is no verdict is answered as her own, by what
    is for it and what against it; one that blames a state which signed nothing hears so first, and
    then what the plain word hears.
    """
    promise, _, word = said.partition(": ")
    if not ended:
        return asked.promises.get(promise, "")
    first = ""
    verdict = re.match(r"(kept|broken|neither)\b(?!.*\b(?:kept|broken|neither)\b)", word, re.I)
    for name, told in asked.strangers.items():
        if re.search(rf"\b(?:{name})", word, re.IGNORECASE) and word.casefold() != "neither":
            first, word = f"{told} ", verdict[1].casefold() if verdict else word
            break
    objects = asked.objects
    return first + (
        objects.get(f"{promise}: {word}")
        or (objects.get(word) if f"{promise}: " not in objects else None)
        or objects.get(f"{promise}: ")
        or objects[""]
    )


def _named(asked, one):
    """A letter with the words of its option, or the student's own words."""
    said = one["guess"]
    words = {letter.lower(): words for letter, words in asked.options.items()}
    return f"({said}) {words[said].strip(' .')}" if said in words else f"“{said}”"


def _list(options):
    *most, last = map(str.lower, options)
    return f"{', '.join(most)} and {last}" if most else last
