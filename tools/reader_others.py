"""The reader pages beside the reports: words, people, record, documents, disputes, sources."""

import re

from reader_parts import (
    KINDS,
    READ,
    anchors,
    by,
    lines,
    linked,
    passages,
    printed,
    said,
    sources,
    to,
)
from reader_places import days, named_sources, places, record, rows, split
from reader_text import escape, known_day

_AUTHORITY = {
    "primary": "the best source is the document itself, an official record or a speech",
    "press": "the best source is news of the time",
    "scholar": "the best source is a study or handbook",
    "copy": "the best source is a copy of a document or of a newspaper",
}
_ACTS = {"call": "call or message", "force": "armed force", "spoken": "public words"}
_READ = {"quoted elsewhere": "read as quoted elsewhere", "official summary": "read in a summary"}


def _named(word, value):
    return f"**{word}:** {value}" if value else ""


def words():
    """The glossary."""
    yield "# Words"
    yield "Terms of the course in two or three sentences, in the order of the alphabet."
    for row in sorted(rows("glossary"), key=lambda row: row["term"].casefold()):
        yield anchors(row["term_id"])
        also = f" ({escape(row['also'])})" if row["also"] else ""
        yield f"**{escape(row['term'])}**{also} &ensp; {escape(row['meaning'])}"
        yield lines(
            [
                _forms(row["chinese"], row["pinyin"], row["russian"], row["transliteration"]),
                _named("Sources", ", ".join(map(to, split(row["source_ids"])))),
                _named("Note", linked(row["note"])),
            ]
        )


def _forms(chinese, pinyin, russian, latin):
    """Chinese and Russian forms of a name or term."""
    forms = [("Chinese", chinese, pinyin), ("Russian", russian, latin)]
    return " ".join(
        f"**{language}:** {escape(form)}" + (f" *{escape(sound)}*" if sound else "")
        for language, form, sound in forms
        if form
    )


def people():
    """Persons, bodies and media that the reports name."""
    yield "# People, bodies and newspapers"
    yield (
        "Everybody whom the five reports name, with the office held at the time; Chinese family"
        " names stand first."
    )
    kinds = {"person": "People", "body": "Bodies", "medium": "Newspapers and agencies"}
    for kind, heading in kinds.items():
        yield f"## {heading}"
        mine = [row for row in rows("people") if row["kind"] == kind]
        for row in sorted(mine, key=_family_name):
            yield anchors(row["person_id"])
            office = escape(row["office"])
            if row["office_edtf"]:
                office += f" ({known_day(row['office_edtf'])})"
            yield f"**{escape(row['name'])}** &ensp; {office}"
            named = by("names", "person_id").get(row["person_id"], [])
            yield lines(
                [
                    _forms(row["hanzi"], row["pinyin"], row["cyrillic"], row["transliteration"]),
                    _named("Named in", passages(name["locator"] for name in named)),
                    *map(_variant, (name for name in named if name["note"])),
                    "" if row["certain"] else "**The identification is not certain.**",
                    _named("Note", linked(row["note"])),
                ]
            )


def _family_name(row):
    """By what a name is looked up: Chinese family names stand first, others last."""
    name = row["name"].casefold()
    return name if row["hanzi"] or row["kind"] != "person" else (name.split(" ")[-1] + " " + name)


def _variant(name):
    where = passages([name["locator"]])
    return f"**Printed as** {escape(name['printed'])} ({where}): {linked(name['note'])}"


def public_record():
    """The acts of the record by day."""
    yield "# The public record"
    yield (
        "Acts that the five reports leave out, tell without a day, or get wrong, each with the"
        " sources on which it rests. The day is the day at the place."
    )
    year, found = "", {}
    for day, name in days().items():
        found.setdefault(name, []).append(f"d{day}")
    for row in record():
        if row["start"][:4] != year:
            year = row["start"][:4]
            yield f"## {year}"
        yield anchors(row["record_id"].lower(), *sorted(found.get(row["record_id"], [])))
        place = f", {escape(row['place'])}" if row["place"] else ""
        kind = _ACTS.get(row["kind"], row["kind"])
        when = places()["record", row["record_id"].lower()].label.removeprefix("record ")
        yield f"**{when}** &ensp; <small>{kind}{place}</small> &ensp; {escape(row['what'])}"
        told = [row["locator"] for row in by("mentions", "event_id").get(row["event_id"], [])]
        yield lines(
            [
                _named("Who", escape(row["who"])),
                _named("Numbers", escape(row["numbers"])),
                _named("How sure", f"{row['confidence']}; {_AUTHORITY[row['authority']]}."),
                _named("Sources", sources(row["source_ids"])),
                _named("Reports tell of it in", passages(told)),
                _named("Bears on", passages(split(row["bears_on"]))),
                _named("Note", linked(row["note"])),
            ]
        )


def documents():
    """The documents clause by clause."""
    yield "# Documents"
    yield (
        "The documents between the two states, and those of the Shanghai group, article by"
        " article, in our words; a quotation has at most ten words of the translation read. An"
        " article that nobody read for this course says so, and no comparison rests on it."
    )
    clauses = by("clauses", "source_id")
    known = {row["source_id"]: row for row in rows("sources")}
    for name in clauses:
        row = known[name]
        yield anchors(name)
        yield f"## {escape(row['title'])}"
        read = [clause for clause in clauses[name] if clause["read_in"] != "not read"]
        unread = len(clauses[name]) - len(read)
        parts = f" **{unread} of {len(clauses[name])} parts were not read.**" if unread else ""
        where = escape(row["publisher"])
        where = f"[{where}](<{row['url']}>)" if row["url"] else where
        yield f"**{name}** &ensp; {known_day(row['date_edtf'])}. {where}.{parts}"
        yield lines([_named("Read", _read(row)), _named("Note", linked(row["note"]))])
        for clause in clauses[name]:
            yield anchors(f"{name}-{clause['article']}".lower())
            yield _clause(clause)
            yield lines([_named("Note", linked(clause["note"]))])


def _clause(clause):
    head = f"**{_article(clause['article'])}** &ensp; <small>{clause['source_id']}"
    head += f" {clause['article']}; {clause['topic'].replace('_', ' ')}</small> &ensp; "
    if clause["read_in"] == "not read":
        return f"{head}**Not read for this course.**"
    quoted = f" “{escape(clause['quotation'])}”" if clause["quotation"] else ""
    where = _READ.get(clause["read_in"])
    where = f" <small>({where})</small>" if where else ""
    return f"{head}{escape(clause['gist'])}{quoted}{where}"


def _article(article):
    """An article's name in words; its place in the document may not be known."""
    found = re.fullmatch(r"(art|par|point)(\d+)([a-z]?)", article)
    if not found:
        return article.capitalize()
    name = {"art": "Article", "par": "Paragraph", "point": "Point"}[found[1]]
    if int(found[2]) >= 90:
        return f"{name}, its number not known"
    return f"{name} {found[2]}" + (f", {found[3]}" if found[3] else "")


def disputes():
    """The points at which a reader should look twice, by weight."""
    yield "# Points at which to look twice"
    yield (
        "What is better attested otherwise, what differs between reports, what was checked and"
        " holds. An error is one only against what the author wrote, in the author's sense."
    )
    weights = {
        "matters": "What matters",
        "minor": "Minor points",
        "bookkeeping": "Bookkeeping: copying, spelling, counting",
    }
    for weight, heading in weights.items():
        yield f"## {heading}"
        for row in rows("disputes"):
            if row["weight"] == weight:
                yield anchors(row["dispute_id"].lower())
                yield (
                    f"**{row['dispute_id']}** &ensp; {KINDS[row['kind']][0]}:"
                    f" {passages(split(row['locators']))}"
                )
                yield lines(
                    [
                        *said(row),
                        _named("Sources", sources(row["source_ids"])),
                        _named("See also", passages(split(row["other_locators"]))),
                        _named("To learn", linked(row["lesson"])),
                    ]
                )


def _read(row):
    """How much of a source was read, and when."""
    day = f", on {known_day(row['read_on'])}" if row["read_on"] else ""
    return f"{READ[row['extent_seen']].removeprefix('read ').removesuffix(' read')}{day}."


def outside_sources():
    """The outside sources on which the course leans."""
    yield "# Sources"
    yield (
        "Documents and articles outside the five reports that a table of the course names, with"
        " how much of each was read. Nothing that rests on what was not seen is printed as fact."
    )
    for row in sorted(rows("sources"), key=lambda row: row["source_id"]):
        if row["source_id"] in named_sources():
            yield anchors(row["source_id"].lower())
            by_whom = f"{escape(row['author'])}, " if row["author"] else ""
            yield f"**{row['source_id']}** &ensp; {by_whom}{printed(row)}"
            yield lines(
                [
                    _named("Read", _read(row)),
                    _named("Used for", linked(row["used_for"])),
                    _named("Note", linked(row["note"])),
                ]
            )
