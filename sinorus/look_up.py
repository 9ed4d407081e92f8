"""Look up anything that has an id: a passage, an article, a source, an act of the record."""

import difflib
import functools
import html
import re
from dataclasses import dataclass

import pandas as pd

from .acts import acts, acts_on, near_acts, pattern, printed
from .errors import SinorusError
from .locators import find, in_words, parse, parse_all, report_of
from .plain_words import STATES, known_day
from .reports import copies, course_editions, entries, passages
from .sources import READ, in_plain_words, listed
from .tables import load

#: A treaty or statement and its year with blanks between them, an article or point behind them.
_TREATY = re.compile(
    r"(?<![\w-])(treaty|(?:joint|abm)[ -]statement) (?:of )?((?:19|20)\d\d)"
    r"(?=[\s,:]*(?:art|point|par|preamble))",
    re.IGNORECASE,
)


class Text(str):
    """A text that a notebook shows in whole lines, not cut in the middle of words."""

    def _repr_html_(self):
        return f'<div style="white-space: pre-wrap; max-width: 46em">{html.escape(self)}</div>'

    def __repr__(self):
        return str(self)


@dataclass(frozen=True)
class Piece:
    """Something that was looked up: what stands in the margin, its text, and notes about it."""

    label: str
    text: str
    notes: tuple = ()
    is_passage: bool = False


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
    str
        The text; a chronology entry with its date in front.

    Raises
    ------
    SinorusError
        If the locator is none, or no report at hand has such a passage.

    Examples
    --------
    >>> from sinorus.look_up import passage
    >>> passage("yu-1999 c1").split(":")[0]
    'February 24-27, 1999'
    """
    wanted = parse(locator)
    known = texts(folder)
    if wanted in known:
        return known[wanted]
    report_id = report_of(wanted)
    places = [place.split(" ")[1] for place in known if report_of(place) == report_id]
    if not places:
        reports = sorted(set(map(report_of, known)))
        raise SinorusError(
            f'There is no report "{report_id}" here. The reports are: {", ".join(reports)}.'
        )
    entries = sum(place[0] == "c" for place in places)
    paragraphs = sum(place[0] == "¶" and "." not in place for place in places)
    raise SinorusError(
        f'There is no passage "{wanted}": {report_id} has {paragraphs} paragraphs and {entries}'
        " chronology entries."
    )


def pieces(text, folder=None):
    """Look up what has this id.

    Parameters
    ----------
    text : str
        As `sinorus.show` takes it.
    folder : str or path, optional
        The reader's own copies of the reports.

    Returns
    -------
    list of Piece

    Raises
    ------
    SinorusError
        If nothing has this id.
    """
    wanted = _hyphened(" ".join(str(text).split()).strip("`\"'“” ."))
    try:
        places = parse_all(wanted)
    except SinorusError:
        places = []
    if places:
        return [_passage_piece(place, folder) for place in places]
    found = _shelf().get(wanted.strip("[]()").casefold())
    if found:
        return [found]
    if day := pattern().fullmatch(wanted):
        meant = acts_on(day["day"], day["letter"] or "")
        if meant:
            return [_shelf()[act.casefold()] for act in meant]
    if document := _documents().fullmatch(wanted):
        place = f"{document[1].lower()} {_article(document[2] or '')}".strip()
        if place in _shelf():
            return [_shelf()[place]]
    if named := _named(wanted.casefold()):
        return named
    close = difflib.get_close_matches(wanted.casefold(), _shelf(), n=6, cutoff=0.6)
    labels = list(dict.fromkeys(_shelf()[key].label for key in close))[:3]
    labels = near_acts(day["day"]) if day else labels
    near = f" Near it are: {', '.join(labels)}." if labels else ""
    raise SinorusError(
        f'Nothing here is called "{wanted[:60]}".{near} Passages are written as "Yu 1999 ¶14" or '
        '"yu-1999 c4", acts as "record 10 June 1999", articles as "treaty-2001 art9".'
    )


def _named(word):
    """People and terms of whose name a word is a part: "Jiang", "Kosovo"; at most three."""
    if not word:
        return []
    names = [*load("people")["name"], *load("glossary")["term"]]
    has = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    found = [_shelf()[name.casefold()] for name in names if has.search(name.casefold())]
    reports = load("reports")
    written = reports[reports["author"].str.casefold().str.contains(has)]["report_id"]
    found += [_shelf()[report_id] for report_id in written]
    return list(dict.fromkeys(found)) if len(set(found)) <= 3 else []


def _years(edtf):
    """The years of an office as people read them: 1999-12-31/2008-05-07 is 1999 to 2008."""
    first, _, last = edtf.partition("/")
    return first[:4] if not last or first[:4] == last[:4] else f"{first[:4]} to {last[:4]}"


def find_words(words, among=None, folder=None):
    """Find the passages in which words stand.

    Parameters
    ----------
    words : str
        A word or more, as they stand in the text; capital letters do not matter.
    among : list of Piece, optional
        Only these; all passages and entries if left out.
    folder : str or path, optional
        The reader's own copies of the reports.

    Returns
    -------
    list of Piece

    Raises
    ------
    SinorusError
        If no word is given, or no passage has it.
    """
    if not isinstance(words, str) or not words.strip():
        raise SinorusError('Give a word to find, such as find="alliance".')
    has = re.compile(rf"(?<!\w){re.escape(words.strip())}", re.IGNORECASE)
    if among is None:
        known = texts(folder)
        found = [_passage_piece(place, folder) for place in known if has.search(known[place])]
    else:
        found = [piece for piece in among if has.search(piece.text)]
    if not found:
        raise SinorusError(f'No passage there has "{words.strip()[:40]}". Try a shorter word.')
    return found


def _passage_piece(place, folder):
    return Piece(in_words(place), passage(place, folder), _disputes_of().get(place, ()), True)


@functools.cache
def _disputes_of():
    """What is disputed in each passage; bookkeeping is left out."""
    found = {}
    for row in load("disputes").itertuples():
        if row.weight != "bookkeeping":
            note = (f"{row.dispute_id}, {row.kind}", _dispute(row))
            for place in row.locators.split(";"):
                found[place] = (*found.get(place, ()), note)
    return found


def _dispute(row):
    said = f"Said: {row.said} Better attested: {row.better_attested} How sure: {row.confidence}."
    return in_plain_words(said)


@functools.cache
def _shelf():
    """Everything but passages by the names it is asked for, in small letters."""
    shelf = {}
    for row in load("reports").itertuples():
        text = f"{row.author_cited}, {row.title}, {row.published_cited}. {row.standpoint}"
        name = in_words(row.report_id)
        report = Piece(name, text, _notes(row.how_to_find))
        shelf |= dict.fromkeys((row.report_id, name.casefold()), report)
    for row in load("events").itertuples():
        shelf[row.event_id] = Piece(row.when, f"{row.what} (told by {row.told_by})")
    for row in load("sources").itertuples():
        read = READ[row.extent_seen]
        text = f"{row.title}. {row.publisher}, {known_day(row.date_edtf)}; {read}."
        shelf[row.source_id] = Piece(row.source_id, text, _notes(row.used_for, row.note))
    for row in load("clauses").itertuples():
        quoted = "" if pd.isna(row.quotation) else f' "{row.quotation}"'
        label = f"{row.source_id} {row.article}"
        shelf[label] = Piece(label, row.gist + quoted, _notes(f"Read in: {row.read_in}.", row.note))
    called = {act.id: act.name for act in acts()}
    for row in load("record").itertuples():
        rests = (("Sources", f"{listed(row.source_ids)}."),)
        notes = (*_notes(_with_states(row.numbers)), *rests, *_notes(row.note))
        shelf[row.record_id] = Piece(called[row.record_id], row.what, notes)
    for row in load("glossary").itertuples():
        other = [] if pd.isna(row.also) else row.also.split(";")
        names = {name.strip().casefold() for name in (row.term_id, row.term, *other)}
        shelf |= dict.fromkeys(names, Piece(row.term, row.meaning, _notes(row.note)))
    for row in load("people").itertuples():
        years = f" ({_years(row.office_edtf)})" if isinstance(row.office_edtf, str) else ""
        office = f"{row.office}{years}." if isinstance(row.office, str) else ""
        person = Piece(row.name, office or "No office is recorded.", _notes(row.note))
        shelf |= dict.fromkeys((row.person_id, row.name.casefold()), person)
    for row in load("disputes").itertuples():
        where = ", ".join(map(in_words, row.locators.split(";")))
        notes = _notes(f"It concerns {where}.", row.lesson)
        shelf[row.dispute_id.casefold()] = Piece(row.dispute_id, _dispute(row), notes)
    return shelf


def _with_states(numbers):
    """The numbers of an act, with the names of states in place of their codes."""
    if not isinstance(numbers, str):
        return numbers
    return re.sub(r"\b[A-Z]{3}(?=: )", lambda code: STATES.get(code[0], code[0]), numbers)


def _notes(*said):
    """Notes that are not empty."""
    return tuple(("Note", in_plain_words(text)) for text in said if isinstance(text, str))


def _texts(folder=None):
    """The text of every passage and entry by its locator; an entry with its date in front."""
    if course_editions(folder):
        found, dated = passages(), entries()
        dates = dated["date_as_printed"] + ": " + dated["text"]
        return dict(zip(found["locator"], found["text"])) | dict(zip(dated["locator"], dates))
    # What is missing among one's own copies comes from the editions.
    reports, _ = copies(folder, filled=True)
    said = {place.locator: place.text for report in reports for place in report.passages}
    return said | {
        place.locator: f"{place.date_as_printed}: {place.text}"
        for report in reports
        for place in report.entries
    }


@functools.cache
def _course_texts():
    return _texts()


def texts(folder=None):
    """Return the text of every passage and entry by its locator; an entry with its date in front.

    Parameters
    ----------
    folder : str or path, optional
        The reader's own copies; see `iter_reports`.

    Returns
    -------
    dict
        Of the course editions it is made once.
    """
    return _course_texts() if course_editions(folder) else _texts(folder)


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
    """List what a text cites: passages, articles of treaties, documents, acts of the record.

    Parameters
    ----------
    text : str
        Prose, such as an essay.

    Returns
    -------
    found : list of str
        What was found and exists, as the course prints it: ``yu-2000 ¶12``,
        ``treaty-2001 art9``, ``reuters-2000-06-24``, ``record 10 June 1999``.
    missing : list of str
        What looks like a citation and leads nowhere.

    Examples
    --------
    >>> from sinorus.look_up import cited
    >>> cited("Article 9 (treaty-2001 art. 9) is older than Yu-2000 c31; yu-2000 p99 is not there.")
    (['yu-2000 c31', 'treaty-2001 art9'], ['yu-2000 p99'])
    >>> cited("They voted apart (record 10 june 1999).")
    (['record 10 June 1999'], [])
    >>> cited("It promises contact (Treaty of 2001, art. 9).")
    (['treaty-2001 art9'], [])
    """
    text = _hyphened(text[:200_000])
    places, missing = find(text, set(load("reports")["report_id"]))
    known = texts()
    found = [place for place in places if place in known]
    missing += [place.replace("¶", "p") for place in places if place not in known]
    clauses = load("clauses")
    articles = set(clauses["source_id"] + " " + clauses["article"])
    for source, article in _documents().findall(text):
        place = f"{source.lower()} {_article(article)}".strip()
        (found if " " not in place or place in articles else missing).append(place)
    for act in pattern().finditer(text):
        day = act["day"] and " ".join(act["day"].split())
        if act["id"]:
            found.append(act["id"].lower())
        elif there := acts_on(day, act["letter"] or ""):
            found.append(printed(day, there))
        elif not day.isdigit() or text[: act.start()].rstrip()[-1:] in ("(", "["):
            missing.append(f"record {day}")
    return list(dict.fromkeys(found)), list(dict.fromkeys(missing))


def _hyphened(text):
    """A treaty as one writes it, "Treaty 2001 art9", with the hyphens of its id."""
    return _TREATY.sub(lambda found: f"{found[1].replace(' ', '-')}-{found[2]}", text)


def _article(written):
    """An article as the table clauses prints it: art9, par3, point2a."""
    number = re.search(r"\d+[a-z]?$", written.lower())
    if number is None:
        return written.lower()
    kinds = {"ar": "art", "pa": "par", "po": "point"}
    return kinds[written[:2].lower()] + number.group()
