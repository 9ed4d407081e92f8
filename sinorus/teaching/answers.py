"""How an answer is read: every reasonable form, brought into one shape.

Each form is a function of an answer and the exercise it answers. It returns a plain value, or
raises `Unreadable` with words that complete "The answer should be ...".
"""

import itertools
import numbers
import re

from ..acts import acts, acts_on
from ..errors import SinorusError
from ..locators import in_words, parse_all
from . import amounts, drawn, examples
from .pieces import MOST, QUOTES, Unreadable, parts, text

#: Words that stand round a letter and choose nothing.
_ROUND = re.compile(
    r"\b(?:the|my|your|it'?s|its|is|are|i|think|choose|take|answers?|options?|letters?|sentences?|"
    r"readings?|points?|statements?|choices?|versions?|numbers?|against|counts|it|only|both|right|"
    r"correct|true|first|last|and|or|then|before|after|than)\b"
)
#: What may stand between a place and its code.
_BETWEEN = " \t\r\n\u00a0:=,>-"
_SHORT = ("yes", "no", "none")
_REASON = re.compile(r"(?:,\s*)?\b(?:because|since|as it|for it)\b.*", re.IGNORECASE | re.DOTALL)


def choice(answer, exercise=None):
    """Read the one letter that is chosen, whatever stands round it, or the words of its option."""
    options = getattr(exercise, "options", None) or {}
    if isinstance(answer, bool | numbers.Real):
        raise Unreadable("one letter, in quotation marks")
    given = text(answer)
    for letter, words in options.items():
        said = text(words)
        bare = re.sub(rf"^\W*{letter.lower()}(?:\W+|$)", "", given)
        if given == said or bare == said or (len(bare.split()) > 3 and bare in said):
            return letter.lower()
    found = _letters_in(given, "".join(options) or "abcdefgh") or _named(given, options)
    if len(found) > 1:
        raise Unreadable("one letter; yours names " + " and ".join(map(str.upper, found)))
    if not found:
        raise Unreadable("one of the letters, in quotation marks")
    return found[0]


def letters(answer, exercise=None):
    """Read which of the points a, b, c ... are chosen, however joined; none is a choice too."""
    options = getattr(exercise, "options", None) or {}
    given = _joined(answer)
    if given in ("none", "no", "none of them"):
        return frozenset(_named(given, options))
    found = _letters_in(given, "".join(options) or "abcdefgh")
    if not found:
        raise Unreadable('the letters you choose, such as "a, c"')
    return frozenset(found)


def order(answer, exercise=None):
    """Read letters in their order, as groups: what shares a place stands in one group."""
    options = getattr(exercise, "options", None) or {}
    allowed = "".join(options) or "abcdefgh"
    pieces = answer if isinstance(answer, list | tuple) else [answer]
    if len(pieces) == 1:
        given = _joined(pieces[0])
        ties = re.search(r"[=(]|\b([a-z]) (?:and|or) ([a-z])\b", given)
        if ties or not _letters_in(given, allowed):
            pieces = re.split(r"[<>,;/]|\bthen\b|(?=\()", given)
    groups = []
    for piece in pieces:
        found = _named(_joined(piece), options) or _letters_in(_joined(piece), allowed)
        tied = len(pieces) > 1 and len(found) > 1
        groups += [frozenset(found)] if tied else [frozenset(one) for one in found]
    if not groups:
        raise Unreadable('letters in their order, such as ["C", "A", "B"]')
    return tuple(groups)


def _named(said, options):
    """Letter, as a list, of the one option whose words a text gives; part of the words will do."""

    def within(part, whole):
        return len(part) > 1 and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole)

    def bare(words):
        return " ".join(re.findall(r"\w+", text(words)))

    words = {letter.lower(): bare(given) for letter, given in options.items()}
    opens = {letter.lower(): _yes_or_no(given) for letter, given in options.items()}
    # A plain yes or no is no part of other words: "no" does not mean the option "No act of war".
    if one := _yes_or_no(said):
        found = [key for key in words if one == opens[key] and one in (words[key], bare(said))]
        if found or one == bare(said):
            return found if len(found) == 1 else []
    words = {key: given for key, given in words.items() if given not in _SHORT}
    said = bare(said)
    found = [key for key, given in words.items() if within(said, given) or within(given, said)]
    return found if len(found) == 1 else []


def _yes_or_no(words):
    """The yes, no or none that is a text's whole answer or opens it; empty where none does."""
    found = re.match(r"\W*(?:(yes|no|none)(?=\W*$|\s*[,.;:!])|(none)(?=\s+of\b))", words, re.I)
    return (found[1] or found[2]).lower() if found else ""


def _letters_in(given, allowed):
    """Letters that a text chooses: alone, in a row ("abf"), with words round them, not in words."""
    given = _REASON.sub("", given)
    allowed = allowed.lower()
    # "a new step mends" begins with an article, not with a choice.
    if re.match(r"\W*a [a-z]{3,}", given) and not re.match(r"\W*a (?:and|or|is|then)\b", given):
        return []
    rest = re.findall(r"[a-z]+", _ROUND.sub(" ", given))
    rows = [word for word in rest if set(word) <= set(allowed) and len(set(word)) == len(word)]
    if len(rows) < len(rest):
        rows = [word for word in rows if len(word) == 1]
    return list(dict.fromkeys("".join(rows)))


def _joined(answer):
    """An answer's parts as one text of small letters."""
    if isinstance(answer, str):
        return answer[:2000].translate(QUOTES).casefold().strip()
    return " ".join(text(part) for part in parts(answer))


def locators(answer, exercise=None):
    """Read one or more locators, in any order, however they are joined."""
    report = getattr(exercise, "report", None)
    found = []
    try:
        for part in [answer] if isinstance(answer, str) else parts(answer, column="locator"):
            found += parse_all(part if isinstance(part, str) else str(part), report)
    except SinorusError:
        such = examples.places(exercise)
        short = such[-1].split(" ")[1].replace("¶", "p")
        short = f', or in short "{short}"' if report else ""
        such = " or ".join(f'"{in_words(place)}"' for place in such)
        raise Unreadable(f"one or more places, such as {such}{short}") from None
    return frozenset(found)


def act(answer, exercise=None):
    """Read one act of the record, as its id: by its address, by its day, with or without letter."""
    given = text(answer)
    if given in (one.id for one in acts()):
        return given
    plain = re.sub(r"^(?:the )?records?[\s:]*(?:of )?", "", given)
    day, letter = re.fullmatch(r"(.*?)(?:\s([a-j]))?", plain).groups()
    found = acts_on(day, letter or "") if day else []
    if not found:
        raise Unreadable(
            'the address of one act of the record, such as "record 10 June 1999 c"; copy it whole'
        )
    return found[0]


def codes(answer, exercise=None):
    """Read a code for each of several passages, as a dict: ["yu-1999 c4 041"], {"c4": "041"}."""
    report = getattr(exercise, "report", None)
    if hasattr(answer, "items") and hasattr(answer, "keys"):
        pairs = [f"{place} {code}" for place, code in itertools.islice(answer.items(), MOST)]
    else:
        pairs = [
            " ".join(map(str, itertools.islice(part, 9)))
            if isinstance(part, list | tuple)
            else str(part)
            for part in parts(answer)
        ]
    found = {}
    for pair in pairs:
        pair = pair.strip(" ()\"'`")
        # the code is sought at the end only: a pattern for the whole would take long
        code = re.search(r"[\s:=,>-](\d{2,4})\Z", pair[-5:])
        try:
            place = pair[: -len(code[1])].rstrip(_BETWEEN)
            found[parse_all(place, report)[0]] = code[1]
        except (SinorusError, TypeError):
            raise Unreadable(
                'a list of texts, each a locator and a code, such as ["yu-1999 c6 042"]'
            ) from None
    return found


def things(answer, exercise=None):
    """Read several things in any order, numbers as numbers, words in small letters."""
    return frozenset(listed(answer, exercise))


def listed(answer, exercise=None):
    """Read several things in their order, numbers as numbers, words in small letters.

    Where the exercise has options, each thing is one of them, and its letter is taken.
    """
    options = getattr(exercise, "options", None)
    return _picked(answer, options) if options else tuple(map(_plain, parts(answer)))


def _picked(answer, options):
    """One option for each of the places a, b, c ...: "CPI", ["C", "partnership"], {"a": "C"}."""
    allowed = "".join(options).lower()
    given = list(map(text, parts(list(answer.values()) if isinstance(answer, dict) else answer)))
    if len(given) == 1:
        given = re.findall(r"\w+", given[0])
        given = list(given[0]) if len(given) == 1 and set(given[0]) <= set(allowed) else given
    found = []
    for place, said in enumerate(given):
        bare = re.sub(rf"^{re.escape(chr(ord('a') + place))}\W+", "", said)
        # one deed, or several: "deed" and "deeds" are the same word here
        forms = [bare, f"{bare}s", bare.removesuffix("s")]
        named = next(filter(None, (_named(form, options) for form in forms)), [])
        one = [bare] if bare in [*allowed] else named or _letters_in(bare, allowed)
        if len(one) != 1:
            words = list(options.values())
            if max(len(word.split()) for word in words) < 3:
                which = f"words {', '.join(words)}"
            else:
                which = f"letters {', '.join(allowed.upper())}"
            raise Unreadable(f"one of the {which} for each place, in a list")
        found += one
    return tuple(found)


def _plain(part):
    if isinstance(part, str) and not re.fullmatch(r"[+-]?[\d.,]+\s*%?", part.strip()):
        return text(part)
    try:
        return amounts.number(part)
    except Unreadable:
        return text(part)


#: How an answer is read, by the name of its form.
FORMS = {
    "text": text,
    "choice": choice,
    "letters": letters,
    "order": order,
    "number": amounts.number,
    "numbers": amounts.numbers,
    "date": amounts.date,
    "month": amounts.month,
    "set": things,
    "list": listed,
    "locators": locators,
    "act": act,
    "codes": codes,
    "chart": drawn.chart,
}
