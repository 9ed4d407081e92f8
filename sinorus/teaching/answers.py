"""How an answer is read: every reasonable form, brought into one shape.

Each form is a function of an answer and the exercise it answers. It returns a plain value, or
raises `Unreadable` with words that complete "The answer should be ...".
"""

import calendar
import datetime as dt
import decimal
import itertools
import numbers as numeric
import re

from ..errors import SinorusError
from ..locators import parse_all
from ..reading.dates import parse_date

#: An answer with more parts than this is no answer but a table left over from somewhere.
MOST = 2000
_WORDS = {
    **dict(zip("zero one two three four five six seven eight nine ten".split(" "), range(11))),
    **dict(zip("eleven twelve thirteen fourteen fifteen sixteen".split(" "), range(11, 17))),
    **dict(zip("seventeen eighteen nineteen twenty thirty".split(" "), (17, 18, 19, 20, 30))),
}
_MONTHS = {name.lower() for name in (*calendar.month_name, *calendar.month_abbr) if name}
_WEEKDAY = re.compile(rf"^on\s+|(?:{'|'.join(calendar.day_name)})s?,?\s+", re.IGNORECASE)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
#: Words that stand round a letter and choose nothing.
_ROUND = re.compile(
    r"\b(?:the|my|your|it'?s|its|is|are|i|think|choose|take|answers?|options?|letters?|sentences?|"
    r"readings?|points?|statements?|choices?|versions?|numbers?|against|counts|it|only|both|right|"
    r"correct|true|first|last|and|or|then|before|after|than)\b"
)
_REASON = re.compile(r"(?:,\s*)?\b(?:because|since|as it|for it)\b.*", re.IGNORECASE | re.DOTALL)


class Unreadable(Exception):
    """The answer has another form than the question asks for."""


def text(answer, exercise=None):
    """Read a word or sentence: small letters, straight quotation marks, no outer marks."""
    if isinstance(answer, str):
        plain = re.sub(r"\s+", " ", answer[:20_000].translate(_QUOTES))
        return plain.strip(" .,;:!?\"'`()[]").casefold()
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, numeric.Real):
        return format(answer, "g")
    inner = _alone(answer)
    if inner is not None:
        return text(inner)
    raise Unreadable("a word or a sentence in quotation marks")


def number(answer, exercise=None):
    """Read a number, also as text or with its unit; where a share is asked, 36 % is 0.36."""
    unit = getattr(exercise, "unit", "")
    if isinstance(answer, bool):
        raise Unreadable("a number such as 12")
    if isinstance(answer, numeric.Real | decimal.Decimal):
        if answer != answer:
            raise Unreadable("a number such as 12; yours is empty (not a number)")
        return float(answer)
    if unit == "hour" and hasattr(answer, "hour"):
        return answer.hour + answer.minute / 60
    if isinstance(answer, dt.timedelta):
        return answer / dt.timedelta(days=1)
    if isinstance(answer, str):
        return _number_in(answer, unit)
    inner = _alone(answer)
    if inner is not None:
        return number(inner, exercise)
    shape = getattr(answer, "shape", None)
    if isinstance(shape, tuple) and len(shape) == 2:
        raise Unreadable("one number; yours is a table. Do you want len(...) of it?")
    raise Unreadable("one number such as 12")


def _number_in(written, unit):
    # the point of ".36" stays
    plain = " ".join(written[:60].lower().split()).strip(" !'\"`").rstrip(" .!'\"`")
    if unit == "hour" and (
        clock := re.fullmatch(r"(\d{1,2})[:.h](\d\d)(?: ?([ap])\.?m\.?)?", plain)
    ):
        return (
            int(clock[1]) % (12 if clock[3] else 24) + int(clock[2]) / 60 + 12 * (clock[3] == "p")
        )
    if unit == "hour" and (clock := re.fullmatch(r"(\d{1,2}|\w+) ?(?:o'?clock|([ap])\.?m)", plain)):
        return _number_in(clock[1], "") % (12 if clock[2] else 24) + 12 * (clock[2] == "p")
    if plain in _WORDS:
        return float(_WORDS[plain])
    over = "(?:/|of|out of)" if unit == "share" else "/"
    if part := re.fullmatch(rf"(\d+) ?{over} ?(\d*[1-9]\d*)", plain):
        return int(part[1]) / int(part[2])
    match = re.fullmatch(
        r"(?:about |around |some |ca\.? |= ?)?([+-]?(?:\d[\d,]*)?(?:\.\d+)?)\s*"
        r"(%|per ?cent|[a-z]+)?(?: (?:of|out of) (?:the )?\d+[\w ]*)?",
        plain,
    )
    if match and any(map(str.isdigit, match[1])):
        value, word = float(_points(match[1])), match[2] or ""
        if word in ("%", "percent", "per cent"):
            return value / 100 if unit == "share" else value
        # "5 april" is a date: only words that can count something are let pass.
        if not word or (len(word) > 3 and word not in _MONTHS):
            return value
    raise Unreadable("a number such as 12, without words around it")


def _points(digits):
    """A comma before three digits parts thousands (1,026); any other is a decimal comma (0,36)."""
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", digits):
        return digits.replace(",", "")
    if digits.count(",") == 1 and "." not in digits:
        return digits.replace(",", ".")
    if "," in digits:
        raise Unreadable("a number such as 12; the commas in yours can be read in two ways")
    return digits


def date(answer, exercise=None):
    """Read a day, also as text, a Timestamp or a datetime; the exercise may give year and month."""
    within = str(getattr(exercise, "within", "") or "")
    if isinstance(answer, dt.datetime):
        return answer.date()
    if isinstance(answer, dt.date):
        return answer
    if hasattr(answer, "edtf") and hasattr(answer, "start"):
        answer = answer.edtf
    if isinstance(answer, bool):
        raise Unreadable('one day, such as "June 5, 2000"')
    if len(within) == 7 and isinstance(answer, numeric.Real) and answer in range(1, 32):
        answer = f"{within}-{int(answer):02}"
    if isinstance(answer, str):
        return _day_in(answer, within)
    if getattr(getattr(answer, "dtype", None), "kind", "") == "M" and answer.ndim == 0:
        return date(answer.astype("datetime64[us]").item())
    inner = _alone(answer)
    if inner is not None:
        return date(inner, exercise)
    many = getattr(answer, "size", 0)
    if isinstance(many, int) and many > 1:
        raise Unreadable(f"one day; yours are {many}. Take the one that is asked for")
    raise Unreadable('a date such as "June 5, 2000" or "2000-06-05"')


def _day_in(written, within):
    plain = _WEEKDAY.sub("", written[:200].strip(" []()\"'`.")).replace("the ", "")
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b(?: of)?|\s+00:00(?::00)?$", "", plain)
    if one := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", plain):
        plain = f"{one[1]}-{int(one[2]):02}-{int(one[3]):02}"
    plain = str(_WORDS.get(plain.lower(), plain))
    if len(within) == 7 and re.fullmatch(r"\d{1,2}", plain):
        plain = f"{within}-{int(plain):02}"
    try:
        found = parse_date(plain, year=int(within[:4]) if within else None)
    except SinorusError:
        raise Unreadable('a date such as "June 5, 2000" or "2000-06-05"') from None
    if found.precision != "day":
        raise Unreadable('one day, such as "June 5, 2000"')
    return found.start


def month(answer, exercise=None):
    """Read a month of a year as (year, month): "November 1997", "1997-11", a Timestamp."""
    if hasattr(answer, "year") and hasattr(answer, "month"):
        return int(answer.year), int(answer.month)
    if hasattr(answer, "edtf") and hasattr(answer, "start"):
        answer = answer.edtf
    if isinstance(answer, str):
        plain = answer[:200].strip(" []()\"'`.")
        if one := re.fullmatch(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})", plain):
            year, number_of = int(one[1] or one[4]), int(one[2] or one[3])
            if 1 <= number_of <= 12:
                return year, number_of
        # whatever stands round them, one month and one year are meant
        names = {word for word in re.findall(r"[a-z]+", plain.lower()) if word in _MONTHS}
        years = set(re.findall(r"\b[12]\d{3}\b", plain))
        try:
            found = parse_date(" ".join((*names, *years)) if len(names | years) == 2 else plain)
        except SinorusError:
            raise Unreadable('a month and its year, such as "June 2000"') from None
        if found.precision not in ("day", "month_part", "month") or found.start.replace(
            day=1
        ) != found.end.replace(day=1):
            raise Unreadable('one month and its year, such as "June 2000"')
        return found.start.year, found.start.month
    inner = _alone(answer)
    if inner is not None:
        return month(inner, exercise)
    raise Unreadable('a month and its year, such as "June 2000"')


def choice(answer, exercise=None):
    """Read the one letter that is chosen, whatever stands round it, or the words of its option."""
    options = getattr(exercise, "options", None) or {}
    if isinstance(answer, bool | numeric.Real):
        raise Unreadable('one letter, such as "b"')
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
        raise Unreadable('one of the letters, such as "b"')
    return found[0]


def letters(answer, exercise=None):
    """Read which of the points a, b, c ... are chosen, however joined; none is a choice too."""
    options = getattr(exercise, "options", None) or {}
    given = _joined(answer)
    if given in ("none", "no", "none of them"):
        return frozenset()
    found = _letters_in(given, "".join(options) or "abcdefgh")
    if not found:
        raise Unreadable('the letters you choose, such as ["A", "C"]')
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
    said = bare(said)
    found = [key for key, given in words.items() if within(said, given) or within(given, said)]
    return found if len(found) == 1 else []


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
        return answer[:2000].translate(_QUOTES).casefold().strip()
    return " ".join(text(part) for part in parts(answer))


def numbers(answer, exercise=None):
    """Read whole numbers, in any order: "4, 6, 7 and 8", "17-19", ["art. 10"], ["gpr-web ¶4"]."""
    found, pieces = set(), parts(answer)
    for part in pieces:
        written = text(part).removesuffix(".0")
        # years in the names of reports and documents are no answers
        written = re.sub(r"\b[a-z]+(?:-[a-z]+)*[- ][12]\d{3}\b|\bgpr-web\b", " ", written)
        for low, high in re.findall(r"(\d+)(?:\s*(?:-|–|to)\s*(\d+))?", written):
            last = int(high or low)
            if not int(low) <= last <= int(low) + MOST:
                raise Unreadable("whole numbers, such as [4, 6, 7]")
            found |= set(range(int(low), last + 1))
    if pieces and not found:
        raise Unreadable("whole numbers, such as [4, 6, 7]")
    return frozenset(found)


def locators(answer, exercise=None):
    """Read one or more locators, in any order, however they are joined."""
    report = getattr(exercise, "report", None)
    found = []
    try:
        for part in [answer] if isinstance(answer, str) else parts(answer, column="locator"):
            found += parse_all(part if isinstance(part, str) else str(part), report)
    except SinorusError:
        short = f', or "{report} c8" in short "c8"' if report else ""
        raise Unreadable(
            f'one or more locators, such as "yu-2000 ¶12" or "yu-2000 c29"{short}'
        ) from None
    return frozenset(found)


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
        match = re.fullmatch(r"(.+?)[\s:=,>-]+(\d{2,4})", pair.strip(" ()\"'`"))
        try:
            found[parse_all(match[1], report)[0]] = match[2]
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
        one = [bare] if bare in [*allowed] else _named(bare, options) or _letters_in(bare, allowed)
        if len(one) != 1:
            raise Unreadable(
                f"one of the letters {', '.join(allowed.upper())} for each place, in a list"
            )
        found += one
    return tuple(found)


def _plain(part):
    if isinstance(part, str) and not re.fullmatch(r"\s*[+-]?[\d.,]+\s*%?\s*", part):
        return text(part)
    try:
        return number(part)
    except Unreadable:
        return text(part)


def parts(answer, column=None):
    """List the parts of an answer.

    Parameters
    ----------
    answer : object
        A list, tuple, set, Series, Index, array, table of one column, keys of a dict, or a text
        with commas or "and".
    column : str, optional
        The column that is taken of a table with several.

    Returns
    -------
    list

    Raises
    ------
    Unreadable
        If there is no list in it, or a very long one.
    """
    if isinstance(answer, str):
        cut = re.split(r"\s*(?:[,;\n]|\band\b|&)\s*", answer[:20_000].strip(" []()"))
        return [piece for piece in cut if piece]
    if isinstance(answer, int | float):
        return [answer]
    shape = getattr(answer, "shape", None)
    if isinstance(shape, tuple) and shape and isinstance(shape[0], int) and shape[0] > MOST:
        raise Unreadable(f"a short list; yours has {shape[0]:,} rows")
    if hasattr(answer, "columns") and hasattr(answer, "iloc"):
        if column in answer.columns:
            answer = answer[column]
        elif column and answer.index.name == column:
            answer = answer.index
        elif len(answer.columns) != 1:
            raise Unreadable("one list or one column; yours is a table with several columns")
        else:
            answer = answer.iloc[:, 0]
    if hasattr(answer, "tolist"):
        answer = answer.tolist()
    kinds = ("dict_keys", "dict_values")
    if isinstance(answer, list | tuple | set | frozenset | dict) or type(answer).__name__ in kinds:
        found = list(itertools.islice(answer, MOST + 1))
        if found and all(isinstance(part, bool) for part in found):
            raise Unreadable(
                "a list of what you found; yours is only the test, true or false for each row. "
                "Put it between the brackets of table[...]"
            )
        if len(found) > MOST:
            raise Unreadable("a short list; yours is very long")
        return found
    raise Unreadable('a list such as ["one", "two"]')


def _alone(answer):
    """The only thing in a list, set, Series, array or table; None if there are several or none."""
    if isinstance(answer, list | tuple | set | frozenset) and len(answer) == 1:
        return next(iter(answer))
    if getattr(answer, "size", None) == 1 and hasattr(answer, "to_numpy"):
        return answer.to_numpy(dtype=object).ravel()[0]
    if getattr(answer, "size", None) == 1 and hasattr(answer, "item"):
        return answer.item()
    return None
