"""What a report is called: the course's id where it is known, else author, year and quarter."""

import re
import unicodedata
from hashlib import sha256

#: What may stand behind a family name.
SUFFIXES = ("jr", "sr", "ii", "iii", "iv", "esq", "phd", "md", "ma")


def key(text):
    """A text's letters and digits, in small letters."""
    return re.sub(r"[\W_]+", "", text).lower()


def _recognised(known):
    """Ids of known reports by title or issue, and how an author's reports are named."""
    found = {}
    for row in known:
        if row["title_in_copy"]:
            found[key(row["title_in_copy"])] = row["report_id"]
        found[key(row["series"]), row["volume"], row["issue"]] = row["report_id"]
        found["author", key(row["author_cited"])] = row["report_id"].split("-")[0]
    return found


def latin(text):
    """A text in the letters that a locator is written in: accents fall, other scripts too."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _surname(author):
    words = re.sub(r"\([^()]*\)", "", author).split()
    names = [name for name in map(key, words) if name and name not in SUFFIXES]
    name = latin(names[-1]) if names else ""
    return name if name[:1].isalpha() else ""


def with_title(report_id, title, text):
    """An id that no other report has: the words of the title behind it, or a sign of the text.

    Parameters
    ----------
    report_id, title, text : str
        The id as it is, the title, and the whole text.

    Returns
    -------
    str

    Examples
    --------
    >>> from sinorus.reading.naming import with_title
    >>> with_title("writer-2001", "On Arms", "")
    'writer-2001-on-arms'
    """
    words = "-".join(latin(title).split("-")[:5])
    return f"{report_id}-{words or sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"


def report_id(meta, period, text, known):
    """The course's id if title or issue are known, else one from author, year and quarter.

    Parameters
    ----------
    meta : dict
        Title, author, series, volume, issue and day as read from the text.
    period : ParsedDate or None
        The period of its chronology.
    text : str
        The whole text; its hash is the last resort.
    known : iterable of dict
        Reports that are to be recognised.

    Returns
    -------
    str
    """
    ids = {row["report_id"] for row in known}
    known = _recognised(known)
    found = known.get(key(meta["title"])) or (
        meta["volume"] and known.get((key(meta["series"]), meta["volume"], meta["issue"]))
    )
    if found:
        return found
    made = _made(meta, period, text, known)
    # Another article of an author whom the course knows is another report.
    return with_title(made, meta["title"], text) if made in ids else made


def _made(meta, period, text, known):
    """An id from author and time; else from series and number, from the title, from the text."""
    # A known author's reports are named alike, whichever of the names is the family's.
    surname = known.get(("author", key(meta["author"]))) or _surname(meta["author"])
    when = _when(meta, period)
    if surname or when:
        return "-".join(filter(None, (surname or "report", when)))
    if meta["volume"]:
        series = latin(meta["series"]).replace("-", "") or "report"
        return f"{series}-v{meta['volume']}n{meta['issue']}"
    words = "-".join(latin(meta["title"]).split("-")[:5])
    # a locator begins with a letter
    return words if words[:1].isalpha() else with_title("report", "", text)


def _when(meta, period):
    """The quarter that a chronology covers, or the year of publication; empty if neither is."""
    # What covers more than a year is no report on a quarter.
    if period and (period.end - period.start).days < 366:
        return f"{period.end.year}q{(period.end.month + 2) // 3}"
    match = re.search(r"\b(?:19|20)\d\d\b", meta["published"])
    return match.group() if match else ""
