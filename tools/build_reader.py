"""Make the reader pages, which citations open, from the tables: python tools/build_reader.py

One page a report in ``notebooks/reader``, and one each for words, people, the public record,
documents, disputes and sources. Every passage, act, article, term ... stands under an anchor, its
id in lower case.
"""

import os
import sys
from pathlib import Path

import reader_others
from reader_parts import BEGIN, END, KINDS, TEXTS, anchors, by, lines, linked, passages, said, to
from reader_places import rows
from reader_text import escape

from sinorus.locators import in_words

READER = Path(__file__).resolve().parent.parent / "notebooks" / "reader"


def report_page(report):
    """The page of one report, part after part."""
    where = dict.fromkeys((report["series"], report["publisher"]))
    yield f"# {escape(report['title'])}"
    yield (
        f"**{escape(report['author'])}**, {escape(', '.join(where))},"
        f" {escape(report['published_cited'])}. {escape(report['published_known'])}"
    )
    yield (
        "**What this page is.** Our abstract: each passage of the report told in our own words, in"
        " its order. Only what stands in quotation marks is the author's wording. Under a passage"
        " stand, in small type, the acts that it tells, what is disputed in it, and what the public"
        f" record has beside it. {linked(report['note'])}"
    )
    page = f" [{escape(report['url'])}](<{report['url']}>)" if report["url"] else ""
    yield f"**The original.** {escape(report['how_to_find'])}{page}"
    section = ""
    for table in TEXTS:
        mine = [row for row in rows(table) if row["report_id"] == report["report_id"]]
        if table == "entries" and mine:
            yield "## Chronology"
        for row in mine:
            if row.get("section", section) != section:
                section = row["section"]
                yield f"## {escape(section)}"
            date = f"*{escape(row['date_as_printed'])}:* " if table == "entries" else ""
            yield anchors(row["locator"].split(" ")[1].replace("¶", "p"))
            yield f"**{in_words(row['locator'])}** &ensp; {date}{escape(row['text'])}"
            yield lines(_below(row["locator"]))


def _below(locator):
    """What stands in small type below a passage."""
    events, shown = {row["event_id"]: row for row in rows("events")}, set()
    for mention in by("mentions", "locator").get(locator, []):
        event = events[mention["event_id"]]
        told = [row["locator"] for row in by("mentions", "event_id")[event["event_id"]]]
        acts = [row["record_id"] for row in by("record", "event_id").get(event["event_id"], [])]
        shown |= set(acts)
        record = f"the public record ({', '.join(map(to, acts))})" if acts else ""
        also = filter(None, (passages(other for other in told if other != locator), record))
        also = " and ".join(also)
        yield f"**{event['when']}:** {escape(event['what'])}" + (
            f" *Also in* {also}." if also else ""
        )
    for row in by("disputes", "locators").get(locator, []):
        if row["weight"] != "bookkeeping":
            head = f"**{KINDS[row['kind']][0]}** ({to(row['dispute_id'])})."
            yield " ".join((head, *said(row)))
    beside = [row["record_id"] for row in by("record", "bears_on").get(locator, [])]
    if beside := [to(act) for act in beside if act not in shown]:
        yield f"**In the public record:** {', '.join(beside)}."


def pages():
    """All pages by their names, without ending."""
    made = {report["report_id"]: report_page(report) for report in rows("reports")}
    made |= {
        "words": reader_others.words(),
        "people": reader_others.people(),
        "record": reader_others.public_record(),
        "documents": reader_others.documents(),
        "disputes": reader_others.disputes(),
        "sources": reader_others.outside_sources(),
    }
    return {
        name: "\n\n".join(filter(None, (BEGIN, *parts, END))) + "\n" for name, parts in made.items()
    }


def main():
    os.environ.pop("SINORUS_REPORTS", None)
    READER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (READER / f"{name}.md").write_text(text, encoding="utf-8")
        sys.stdout.write(f"{name:14}{len(text.encode()) // 1024:5} kB\n")


if __name__ == "__main__":
    main()
