"""What a report is called: the course's id where it is known, else author, year and quarter."""

import re
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


def _surname(author):
    names = [name for name in map(key, author.split()) if name and name not in SUFFIXES]
    return names[-1] if names else ""


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
    known = _recognised(known)
    found = known.get(key(meta["title"])) or (
        meta["volume"] and known.get((key(meta["series"]), meta["volume"], meta["issue"]))
    )
    if found:
        return found
    # A known author's reports are named alike, whichever of the names is the family's.
    surname = known.get(("author", key(meta["author"]))) or _surname(meta["author"])
    # What covers more than a year is no report on a quarter.
    if period and (period.end - period.start).days < 366:
        when = f"{period.end.year}q{(period.end.month + 2) // 3}"
    else:
        match = re.search(r"\b(?:19|20)\d\d\b", meta["published"])
        when = match.group() if match else ""
    if surname or when:
        return "-".join(filter(None, (surname or "report", when)))
    if meta["volume"]:
        return f"{key(meta['series']) or 'report'}-v{meta['volume']}n{meta['issue']}"
    words = re.findall(r"[a-z0-9]+", meta["title"].lower())[:5]
    return "-".join(words) or "report-" + sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
