"""Text put together again: over lines and pages, and words broken at the end of one.

Which hyphen belongs to the word and which to the line is told by the words of the text itself,
and where they do not tell, by a dictionary.
"""

import functools
import re
from collections import Counter

_BROKEN = re.compile(r"[^\W_][\w'-]*-$")
_REST = re.compile(r"\S+")
_WORDS = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
#: How much of a line's end is looked at; no word is longer.
_TAIL = 60


def mend(lines):
    """Put words together that are broken at the end of a line.

    The text's own words decide, and where they do not, the dictionary of pyspellchecker:
    "chemis-/try" is one word, "president-/elect" keeps its hyphen.

    Parameters
    ----------
    lines : list of (int, str)
        Numbers and lines; an empty line parts paragraphs.

    Returns
    -------
    list of (int, str)
        The lines; the rest of a broken word has moved to the line where it begins.

    Examples
    --------
    >>> from sinorus.reading.hyphens import mend
    >>> mend([(1, "no personal chemis-"), (2, "try, and no president-"), (3, "elect")])
    [(1, 'no personal chemistry,'), (2, 'and no president-elect')]
    """
    if not any(line.endswith("-") for _, line in lines):
        return lines
    words = Counter(_WORDS.findall("\n".join(line for _, line in lines).lower()))
    kept, rest = [], None
    for (number, line), (_, below) in zip(lines, [*lines[1:], (0, "")]):
        if rest is not None:
            line, rest = rest, None
            if not line:
                continue  # nothing is left of it: no line, and no blank one either
        first = line.endswith("-") and _BROKEN.search(line[-_TAIL:])
        second = first and below[:1].isalnum() and _REST.match(below)
        if second:
            line = line.removesuffix(first[0]) + join(first[0], second[0], words)
            rest = below[second.end() :].lstrip()
            if first[0][-2].isdigit() and rest:
                # "Oct. 26-/Nov. 3, 1997:" is one date.
                line, rest = f"{line} {rest}", ""
        kept.append((number, line))
    return kept


def join(first, second, words=None):
    """Join the two halves of a word, the first of which ends in a hyphen.

    Parameters
    ----------
    first, second : str
        What stands before and after the break.
    words : mapping, optional
        How often each word stands in the text, in small letters.

    Returns
    -------
    str

    Examples
    --------
    >>> from sinorus.reading.hyphens import join
    >>> join("del-", "egation,"), join("yes-", "man"), join("Sino-", "Russian")
    ('delegation,', 'yes-man', 'Sino-Russian')
    """
    words = words or {}
    half, rest = _WORDS.findall(first), _WORDS.match(second)
    if not half or not rest or first[-2:-1].isdigit() or second[0].isupper():
        return first + second
    half, rest = half[-1].lower(), rest[0].lower()
    whole, hyphened = words.get(half + rest, 0), words.get(f"{half}-{rest}", 0)
    one_word = whole > hyphened
    if whole == hyphened:
        known, last = _dictionary(), half.rpartition("-")[2]
        one_word = last + rest in known or not (last in known and rest in known)
    return (first[:-1] if one_word else first) + second


class Running:
    """A text that grows piece by piece; its parts are joined once, when it is whole."""

    __slots__ = ("parts",)

    def __init__(self, text=""):
        self.parts = [text] if text else []

    def __str__(self):
        return "".join(self.parts)

    @property
    def last(self):
        """What was added last."""
        return self.parts[-1] if self.parts else ""

    def add(self, text):
        """Add what follows on the next line or page.

        Examples
        --------
        >>> from sinorus.reading.hyphens import Running
        >>> text = Running("the Sino-")
        >>> text.add("Russian border")
        >>> str(text)
        'the Sino-Russian border'
        """
        last = self.last
        if not last or last.endswith("—"):
            self.parts.append(text)
        elif last.endswith("-") and not last.endswith(" -"):
            first = last[-_TAIL:].rpartition(" ")[2]
            second, blank, rest = text.partition(" ")
            self.parts[-1:] = [last.removesuffix(first), join(first, second)]
            self.parts += [blank, rest] if rest else []
        else:
            self.parts += [" ", text]


@functools.cache
def _dictionary():
    """English words; read only where a text leaves a break undecided."""
    from spellchecker import SpellChecker

    return frozenset(SpellChecker(language="en", distance=1).word_frequency.words())
