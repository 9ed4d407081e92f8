"""Entries of a ledger: under which promise an act belongs, and a word for it."""

import difflib
import re

from ..errors import SinorusError

#: What is a verdict of the ledger; all else is her own words.
VERDICTS = ("kept", "broken", "neither")
#: So many words of one's own fit into the ledger.
_MOST = 6
#: Quotation marks of other keyboards, as plain ones.
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_FORM = 'a promise, a colon and a word, such as "promise: word"'


def entry(given, promises):
    """Read an entry such as ``"contact: kept"``.

    Only what is exactly a verdict is one: "not kept", "half kept" and "kept, but late" are words of
    her own. What looks like a slip of the pen is asked again, never guessed.

    Parameters
    ----------
    given : str
        What was written.
    promises : iterable of str
        The names of the promises.

    Returns
    -------
    promise, word : str

    Raises
    ------
    SinorusError
        If it is no entry; the error says what is wanted.

    Examples
    --------
    >>> from sinorus.reading.entries import entry
    >>> entry("Contact: not kept", ["contact", "none"])
    ('contact', 'not kept')
    """
    promises = list(promises)
    plain = re.sub(r"\s+", " ", str(given)[:500].translate(_QUOTES)).strip(" .…\"'`()[]")
    first, colon, last = (part.strip(" .!\"'") for part in plain.partition(":"))
    if not colon:
        found = re.match(rf"({'|'.join(map(_loose, promises))})\b[\s,;–-]+(.+)", plain, re.I)
        if not found:
            raise SinorusError(_lacking(plain, promises))
        first, last = found[1], found[2].strip(" .!")
    if first.casefold() in VERDICTS and _plain(last) in promises:
        first, last = last, first
    promise = _plain(first)
    if promise not in promises:
        near = difflib.get_close_matches(promise, promises, 1, 0.75)
        listed = ", ".join(promises)
        raise SinorusError(
            f"“{first}” is none of the promises. Did you mean “{near[0]}”? Write it so"
            if near
            else f"“{first}” is none of the promises. They are: {listed}. Write one before the"
            " colon"
        )
    if not last.strip(" ."):
        raise SinorusError("Behind the colon nothing stands yet. Write your word there")
    word = last.casefold() if last.casefold() in VERDICTS else last
    if word not in VERDICTS:
        near = difflib.get_close_matches(word.casefold(), VERDICTS, 1, 0.75)
        if near and " " not in word:
            raise SinorusError(
                f"“{word}” is nearly a word of the ledger. Did you mean “{near[0]}”? Write it so"
            )
        if len(word.split()) > _MOST or len(word) > 40:
            raise SinorusError(
                f"Your own words are too many for the ledger. Make it {_MOST} words or fewer"
            )
    return promise, word


def _plain(name):
    return re.sub(r"[\s_-]+", " ", name.casefold()).strip(" .\"'")


def _loose(name):
    return re.escape(name).replace(r"\ ", r"[\s_-]")


def _lacking(plain, promises):
    if _plain(plain) in promises:
        return "That is the promise. Write a colon behind it, and your word"
    if plain.casefold() in VERDICTS:
        return "That is your word. Write the promise before it, and a colon between them"
    return f"An entry has {_FORM}"
