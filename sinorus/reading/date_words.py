"""The words of a date: an expression cut into months, days, years and the signs between them."""

import calendar
import re
from dataclasses import dataclass

MONTHS = [name.lower() for name in calendar.month_name if name]
NUMBER = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
WEEKDAYS = [name.lower() for name in calendar.day_name]
ORDINALS = {
    name: place // 2 + 1
    for place, name in enumerate("first 1st second 2nd third 3rd fourth 4th".split())
}
#: Seasons of the northern year, by the month they begin with; EDTF numbers them 21 to 24.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_PARTS = {"beginning of": "early", "start of": "early", "middle of": "mid", "end of": "late"}

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
#: Whatever is printed between the ends of a range.
DASHES = "-‐‑‒–—−"

#: Each word of the language by the letter that stands for it; the first that fits is taken.
_WORDS = re.compile(
    r"\s*(?:"
    rf"(?P<W>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)"
    rf"|(?P<M>{MONTH})"
    r"|(?P<X>(?:the )?\d{3}0['’]?s\b|['’]?\d0['’]?s\b)"
    r"|(?P<Y>\d{4}(?!\w))"
    r"|(?P<Q>(?:the )?(?:q[1-4]|[1-4]q|(?:" + "|".join(ORDINALS) + r")[- ]quarter)\b)"
    r"|(?P<H>(?:the )?(?:first|1st|second|2nd) half\b)"
    r"|(?P<D>\d{1,2}(?:(?:st|nd|rd|th)\b|(?!\w))\.?)"
    r"|(?P<S>(?:the )?(?:" + "|".join(SEASONS) + r")\b)"
    r"|(?P<P>(?:the )?(?:early|mid(?:dle)?|late)\b[- ]?|(?:the )?(?:" + "|".join(_PARTS) + r")\b)"
    rf"|(?P<R>[{DASHES}]+|(?:to|until|till|through|thru)\b)"
    r"|(?P<A>and\b|&)"
    r"|(?P<B>/)"
    r"|(?P<N>of\b|the\b|,)"
    r")"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its letter, its text, and its value where it has one."""

    letter: str
    text: str

    @property
    def value(self):
        """A number, or for a part of a month or year its plain name."""
        text = self.text.removeprefix("the ").strip(" .-")
        if self.letter == "M":
            return NUMBER[text[:3]]
        if self.letter in "DY":
            return int(re.sub(r"\D", "", text))
        if self.letter == "Q":
            digit = re.search(r"[1-4]", text)
            return int(digit[0]) if digit else ORDINALS[re.split(r"[- ]", text)[0]]
        if self.letter == "H":
            return ORDINALS[text.split()[0]]
        if self.letter == "P":
            return _PARTS.get(text, text[:3] if text.startswith("mid") else text)
        if self.letter == "W":
            return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(text[:3]))
        return text


def words(text):
    """Cut an expression into its words.

    Parameters
    ----------
    text : str
        The expression in small letters.

    Returns
    -------
    list of Word or None
        Without articles and commas; None where something is no word of a date.

    Examples
    --------
    >>> from sinorus.reading.date_words import words
    >>> "".join(word.letter for word in words("may 16-19, 2000"))
    'MDRDY'
    >>> words("two weeks later") is None
    True
    """
    found, place = [], 0
    text = text.rstrip()
    while place < len(text):
        match = _WORDS.match(text, place)
        if not match:
            return None
        if match.lastgroup != "N":
            found.append(Word(match.lastgroup, match[match.lastgroup]))
        place = match.end()
    return found
