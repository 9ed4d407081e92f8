"""The one grammar of locators: read one, find all in a text, print.

A locator names a report and a place in it: ``yu-2000 ¶12`` is a paragraph, ``miller-2002 ¶10.3``
an item of the list which that paragraph introduces, ``yu-2000 c31`` an entry of a chronology.
People write them in many ways; whatever in the course reads one reads it here.
"""

import re

from .errors import SinorusError

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
#: What may follow one another in a locator, a list or a range of them.
_TOKEN = re.compile(
    r"""\s*(?:
    (?P<mark>\[[A-Z]\d\d\]|[`'"“”‘’()\[\]])        # quotation marks; the mark of a dispute
    |(?P<to>-|to\b|through\b)
    |(?P<also>[,;:&+]|and\b)
    |(?P<place>
        (?P<sign>¶¶?|§|pp?\.?|para(?:graph)?s?\.?|c|entr(?:y|ies))?\s?
        (?P<number>\d{1,4})(?:\.(?P<item>\d{1,3}))?(?!\w|\.\d))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
#: ``yu-2000``, ``Yu 2000``, ``gpr-web``; also ids of reports that the course does not know.
_REPORT = re.compile(
    r"\s*(web[ -]?page|gpr web|[a-z]+(?:-[a-z0-9]+)*(?: [12]\d{3})?)", re.IGNORECASE
)
_LONGEST_RANGE = 100
_MEANT = (
    'A locator names a report and a place in it: "yu-2000 ¶12" (or "yu-2000 p12") is a paragraph, '
    '"miller-2002 ¶10.3" a list item, "yu-2000 c31" a chronology entry.'
)


class _Places:
    """Places of one report as they are read, one after the other."""

    def __init__(self, report):
        self.report, self.sign, self.found, self.range = report, None, [], False

    def add(self, place):
        """Take a place; its sign may stand with the one before. Return whether it is one."""
        self.sign = (place["sign"] or self.sign or "").lower()
        number, item, entry = int(place["number"]), place["item"], self.sign[:1] in ("c", "e")
        if not self.report or not self.sign or (item and entry):
            return False
        stem = f"{self.report} {'c' if entry else '¶'}"
        numbers = [number]
        if self.range:
            first = self.found[-1].removeprefix(stem) if self.found else ""
            if item or not first.isdigit() or not 0 < number - int(first) <= _LONGEST_RANGE:
                return False
            numbers = range(int(first) + 1, number + 1)
        self.found += [f"{stem}{one}" + (f".{item}" if item else "") for one in numbers]
        self.range = False
        return True


def parse(text, report=None):
    """Read one locator as a person wrote it.

    Parameters
    ----------
    text : str
        Such as ``yu-2000 ¶12``, ``Yu 2000 p12``, ``YU-2000, para 12``, ```yu-2000 c28` [E25]``.
    report : str, optional
        The report that is meant where the text names none, so that ``c8`` is enough.

    Returns
    -------
    str
        As the course prints it: ``yu-2000 ¶12``, ``yu-2000 c31``.

    Raises
    ------
    SinorusError
        If the text is no locator, or several.

    Examples
    --------
    >>> from sinorus.locators import parse
    >>> parse("Yu 2000 p12"), parse("`yu-2000 entry 31` [E25]"), parse("c8", report="yu-2000")
    ('yu-2000 ¶12', 'yu-2000 c31', 'yu-2000 c8')
    """
    found = parse_all(text, report)
    if len(found) > 1:
        raise SinorusError(f'"{_shown(text)}" names {len(found)} passages; one is wanted.')
    return found[0]


def parse_all(text, report=None):
    """Read one locator, a list or a range of them.

    Parameters
    ----------
    text : str
        Such as ``yu-2000 c8, c19 and ¶2``, ``yu-1999 ¶11 to ¶16``, ``miller-2002 p5; yu-1999 c7``.
    report : str, optional
        The report that is meant where the text names none.

    Returns
    -------
    list of str
        As the course prints them, in the order of the text, none twice.

    Raises
    ------
    SinorusError
        If a part of the text is no locator.

    Examples
    --------
    >>> from sinorus.locators import parse_all
    >>> parse_all("yu-1999 ¶2 to ¶4, c7")
    ['yu-1999 ¶2', 'yu-1999 ¶3', 'yu-1999 ¶4', 'yu-1999 c7']
    """
    wrong = SinorusError(f'"{_shown(text)}" is not a locator. {_MEANT}')
    if not isinstance(text, str):
        raise wrong
    text = text[:20_000].translate(_DASHES).strip(" \n\t.")
    places, found, named, at = _Places(report and report_id(report)), [], False, 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            token = _REPORT.match(text, at)
            if token is None or (named and not places.found):
                raise wrong
            if report_id(token[1]) != places.report:
                found += places.found
                places, named = _Places(report_id(token[1])), True
        elif token["to"]:
            places.range = True
        elif token["place"] and not places.add(token):
            raise wrong
        at = token.end()
    found += places.found
    if not found or places.range:
        raise wrong
    return list(dict.fromkeys(found))


def find(text, reports):
    """Find what is cited in a text.

    Parameters
    ----------
    text : str
        Prose, such as an essay. After a report's name several places may follow:
        ``(yu-2000 c8, c19, c20, ¶2)`` are four citations.
    reports : collection of str
        Ids of the reports that can be cited.

    Returns
    -------
    found : list of str
        Locators as the course prints them, in the order of the text, none twice. Whether the
        report has such a passage is another question.
    unknown : list of str
        What looks like a locator but names no such report or place (``yu-2001 c3``, ``c31.2``).

    Examples
    --------
    >>> from sinorus.locators import find
    >>> find("Yu-2000 c31 and ¶2 say so; yu-2001 c3 is a slip.", ["yu-1999", "yu-2000"])
    (['yu-2000 c31', 'yu-2000 ¶2'], ['yu-2001 c3'])
    """
    text = text[:200_000].translate(_DASHES)
    found, unknown = [], []
    for name in _names(reports).finditer(text):
        report = report_id(name.group())
        places, at, right = _Places(report), name.end(), True
        while (token := _TOKEN.match(text, at)) and right:
            if token["to"]:
                places.range = True
            elif token["place"]:
                # "c8 and 40 acts": in prose a number without its sign is no place, but in "¶11-16"
                if not token["sign"] and not (places.range and text[token.start() - 1] == "-"):
                    break
                right = places.add(token)
            at = token.end()
        if report not in reports:
            unknown += [place.replace("¶", "p") for place in places.found]
        else:
            found += places.found
        if not right:
            unknown.append(" ".join(text[name.start() : at].split()))
    return list(dict.fromkeys(found)), list(dict.fromkeys(unknown))


def _names(reports):
    """Recognise a report's name, whatever joins its halves, also with a wrong year."""
    halves = (report.rpartition("-") for report in reports)
    stems = {re.escape(stem) for stem, _, year in halves if year.isdigit()}
    spelt = [re.escape(report).replace(r"\-", r"[-\s]") for report in reports]
    spelt += [rf"{stem}[-\s]\d{{4}}" for stem in sorted(stems)]
    spelt += [r"web[-\s]?page"] if "gpr-web" in reports else []
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelt)})(?![\w-])", re.IGNORECASE)


def report_id(name):
    """Write a report's name as its id.

    Examples
    --------
    >>> from sinorus.locators import report_id
    >>> report_id("Yu 2000"), report_id("web page"), report_id("GPR-Web")
    ('yu-2000', 'gpr-web', 'gpr-web')
    """
    made = "-".join(name.replace("-", " ").split()).lower()
    return "gpr-web" if made in ("web-page", "webpage") else made


def report_of(locator):
    """Name the report of a locator as the course prints it.

    Examples
    --------
    >>> from sinorus.locators import report_of
    >>> report_of("miller-2002 ¶10.3")
    'miller-2002'
    """
    return locator.split(" ")[0]


def in_words(locator):
    """Print a locator, or a report, as prose names it.

    Examples
    --------
    >>> from sinorus.locators import in_words
    >>> in_words("yu-2000 ¶12"), in_words("gpr-web ¶2"), in_words("miller-2002")
    ('Yu 2000 ¶12', 'web page ¶2', 'Miller 2002')
    """
    report, _, place = locator.partition(" ")
    name = "web page" if report == "gpr-web" else report.replace("-", " ").capitalize()
    return f"{name} {place}".strip()


def _shown(text):
    return " ".join(str(text)[:60].split())
