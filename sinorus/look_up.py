"""Look up anything that has an id: a passage, an article of a treaty, a source."""

import functools
import html
import re

from .errors import SinorusError
from .locators import find, parse, report_of
from .reports import course_editions, entries, passages
from .tables import load


class Text(str):
    """A text that a notebook shows in whole lines, not cut in the middle of words."""

    def _repr_html_(self):
        return f'<div style="white-space: pre-wrap; max-width: 46em">{html.escape(self)}</div>'

    def __repr__(self):
        return str(self)


def passage(locator, folder=None):
    """Return the text of one passage or chronology entry.

    Parameters
    ----------
    locator : str
        Such as ``yu-2000 ¶12``; ``yu-2000 p12`` is understood too.
    folder : str or path, optional
        The reader's own copies; see `iter_reports`.

    Returns
    -------
    Text
        The text, a `str`; a chronology entry with its date in front.

    Raises
    ------
    SinorusError
        If the locator is none, or no report at hand has such a passage.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.passage("yu-1999 c1").split(":")[0]
    'February 24-27, 1999'
    """
    wanted = parse(locator)
    texts = _course_texts() if course_editions(folder) else _texts(folder)
    if wanted in texts:
        return Text(texts[wanted])
    report_id = report_of(wanted)
    places = [place.split(" ")[1] for place in texts if report_of(place) == report_id]
    if not places:
        known = sorted(set(map(report_of, texts)))
        raise SinorusError(
            f'There is no report "{report_id}" here. The reports are: {", ".join(known)}.'
        )
    entries = sum(place[0] == "c" for place in places)
    paragraphs = sum(place[0] == "¶" and "." not in place for place in places)
    raise SinorusError(
        f'There is no passage "{wanted}": {report_id} has {paragraphs} paragraphs and {entries}'
        " chronology entries."
    )


def _texts(folder=None):
    """The text of every passage and entry by its locator; an entry with its date in front."""
    found = passages(folder)
    texts = dict(zip(found["locator"], found["text"]))
    try:
        dated = entries(folder)
    except SinorusError:
        return texts
    said = dated["date_as_printed"] + ": " + dated["text"]
    return texts | dict(zip(dated["locator"], said))


@functools.cache
def _course_texts():
    return _texts()


@functools.cache
def _documents():
    """Recognise the ids of documents, with an article where one follows."""
    sources = sorted(load("sources")["source_id"], key=len, reverse=True)
    article = r"(?:art(?:icle)?s?\.?|point|par(?:agraph)?\.?)\s?\d+[a-z]?|preamble"
    return re.compile(
        rf"(?<![\w-])({'|'.join(map(re.escape, sources))})(?![\w-])(?:[\s,:`]*({article}))?",
        re.IGNORECASE,
    )


def cited(text):
    """List what a text cites: passages of the reports, articles of treaties, other documents.

    Parameters
    ----------
    text : str
        Prose, such as an essay.

    Returns
    -------
    found : list of str
        What was found and exists, as the course prints it: ``yu-2000 ¶12``,
        ``treaty-2001 art9``, ``reuters-2000-06-24``.
    missing : list of str
        What looks like a citation and leads nowhere.

    Examples
    --------
    >>> from sinorus.look_up import cited
    >>> cited("Article 9 (treaty-2001 art. 9) is older than Yu-2000 c31; yu-2000 p99 is not there.")
    (['yu-2000 c31', 'treaty-2001 art9'], ['yu-2000 p99'])
    """
    places, missing = find(text, set(load("reports")["report_id"]))
    found = []
    for place in places:
        try:
            passage(place)
            found.append(place)
        except SinorusError:
            missing.append(place.replace("¶", "p"))
    clauses = load("clauses")
    known = set(clauses["source_id"] + " " + clauses["article"])
    for source, article in _documents().findall(text[:200_000]):
        number = re.search(r"\d+[a-z]?$", article.lower())
        kind = "" if number is None else {"a": "art", "p": "par"}[article[0].lower()]
        kind = "point" if article.lower().startswith("point") else kind
        place = f"{source.lower()} {kind}{number.group() if number else article.lower()}".strip()
        (found if " " not in place or place in known else missing).append(place)
    return list(dict.fromkeys(found)), list(dict.fromkeys(missing))
