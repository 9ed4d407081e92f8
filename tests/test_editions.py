"""The course editions: their shape here, and against the originals where these are at hand."""

import re
from collections import Counter

import pytest

import sinorus
from sinorus import read_report
from sinorus.paths import data_file

#: report: (paragraphs, list items, entries, joined paragraphs); counted by hand in the originals.
SHAPE = {
    "yu-1999": (21, 4, 12, 4),
    "monitor-2000": (6, 0, 0, 0),
    "yu-2000": (27, 0, 40, 4),
    "miller-2002": (12, 4, 0, 1),
    "gpr-web": (24, 4, 0, 0),
}
#: Where the nine page breaks are, by the paragraph they cut; two second halves begin with a capital
#: letter.
JOINED = {
    "yu-1999": ["¶3", "¶9", "¶15", "¶18"],
    "yu-2000": ["¶5", "¶9", "¶13", "¶19"],
    "miller-2002": ["¶10.3"],
    "monitor-2000": [],
    "gpr-web": [],
}
DATES = {
    "yu-1999": [
        "1999-02-24/1999-02-27",
        "1999-04-14",
        "1999-04-08",
        "1999-05-10",
        "1999-05-11",
        "1999-05-22/1999-05-29",
        "1999-05-27",
        "1999-05-31",
        "1999-06-01/1999-06-03",
        "1999-06-07/1999-06-17",
        "1999-06-19/1999-06-26",
        "1999-06-21/1999-06-22",
    ],
    "yu-2000": [
        "2000-04-01",
        "2000-04-08",
        "2000-04-08",
        "2000-04-12",
        "2000-04-12",
        "2000-04-13",
        "2000-04-13",
        "2000-04-13",
        "2000-04-21",
        "2000-04-25",
        "2000-04-25",
        "2000-04-25",
        "2000-04-26",
        "2000-05-06",
        "2000-05-07",
        "2000-05-08",
        "2000-05-15",
        "2000-05-15",
        "2000-05-16",
        "2000-05-16/2000-05-19",
        "2000-05-20",
        "2000-05-21/2000-05-24",
        "2000-05-23",
        "2000-05-24",
        "2000-05-30",
        "2000-05-31",
        "2000-06-05",
        "2000-06-06",
        "2000-06-08",
        "2000-06-08",
        "2000-06-08",
        "2000-06-09",
        "2000-06-11",
        "2000-06-12",
        "2000-06-17",
        "2000-06-20",
        "2000-06-21",
        "2000-06-23",
        "2000-06-24",
        "2000-06-29",
    ],
}


@pytest.fixture(scope="module")
def editions():
    return {report.report_id: report for report in sinorus.iter_reports()}


def shape(report):
    kinds = Counter(passage.kind for passage in report.passages)
    return kinds["paragraph"], kinds["item"], len(report.entries), len(report.meta["joins"])


@pytest.mark.parametrize("report_id", SHAPE)
def test_shape(editions, report_id):
    assert shape(editions[report_id]) == SHAPE[report_id]
    assert editions[report_id].problems == []


@pytest.mark.parametrize("report_id", DATES)
def test_every_entry_has_the_right_start_and_end(editions, report_id):
    assert [entry.edtf for entry in editions[report_id].entries] == DATES[report_id]
    for entry in editions[report_id].entries:
        first, _, last = entry.edtf.partition("/")
        assert (entry.start.isoformat(), entry.end.isoformat()) == (first, last or first)


def test_flags(editions):
    flags = {
        entry.locator: entry.flags
        for report in editions.values()
        for entry in report.entries
        if entry.flags
    }
    assert flags == {"yu-1999 c1": ("outside_period",), "yu-1999 c3": ("out_of_order",)}


def test_editions_say_what_they_are(editions):
    for report in editions.values():
        notes = [text for _, kind, text in report.meta["set_aside"] if kind == "editor's note"]
        assert any("Course edition" in note for note in notes), report.report_id


# --- against the originals -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def pairs(editions, originals):
    found = {report.report_id: report for report in sinorus.iter_reports(originals)}
    assert set(found) == set(editions)
    return {report_id: (editions[report_id], found[report_id]) for report_id in SHAPE}


@pytest.mark.parametrize("report_id", SHAPE)
def test_locators_and_headings_are_those_of_the_original(pairs, report_id):
    edition, original = pairs[report_id]
    for name in ("locator", "section", "kind"):
        assert [getattr(p, name) for p in edition.passages] == [
            getattr(p, name) for p in original.passages
        ]
    for name in ("locator", "date_as_printed", "start", "end", "precision", "edtf", "flags"):
        assert [getattr(e, name) for e in edition.entries] == [
            getattr(e, name) for e in original.entries
        ]
    for name in (
        "title",
        "author",
        "affiliation",
        "series",
        "volume",
        "issue",
        "published",
        "period",
    ):
        assert edition.meta[name] == original.meta[name]
    assert original.problems == []
    assert shape(original) == SHAPE[report_id]


@pytest.mark.parametrize("report_id", SHAPE)
def test_the_nine_page_breaks_are_joined_and_no_other(originals, pairs, report_id):
    """A join is where the lines of the file that stand apart are one passage."""
    for report, path in zip(
        pairs[report_id], (data_file(f"reports/{report_id}.txt"), originals / f"{report_id}.txt")
    ):
        lines = path.read_text(encoding="utf-8").split("\n")
        joined = []
        for number in report.meta["joins"]:
            words = re.findall(r"\w+", lines[number - 1])[:4]
            pattern = r"\W+".join(words)
            (passage,) = [p for p in report.passages if re.search(r"\w\W+" + pattern, p.text)]
            joined.append(passage.locator.split(" ")[1])
        assert joined == JOINED[report_id]


@pytest.mark.parametrize("report_id", SHAPE)
def test_prose_has_at_most_55_per_cent_of_the_words(pairs, report_id):
    edition, original = (
        sum(len(p.text.split()) for p in report.passages) for report in pairs[report_id]
    )
    assert edition <= 0.55 * original


#: Official names and titles, which stay whole.
NAMES = [
    "Joint Committee on Border Prospecting between China and Russia",
    "Deputy Chief of the General Staff of the Russian Armed Forces",
    "secretary of Russia's Security Council and director of the Federal Security Service",
    "Joint Commission on Border River Shipping",
    "Russia, China, Kazakhstan, Kirghizstan, and Tajikstan",
    "Moscow-Taipei Economic and Cultural Coordination Commission",
    "Declaration on the Multipolar World and the Formatting of the New International Order",
]


def runs(text, size):
    for name in NAMES:
        text = text.replace(name, "|")
    found = re.findall(r"[^\W_]+(?:['-][^\W_]+)*|\|", text.lower())
    return {tuple(found[i : i + size]) for i in range(len(found) - size + 1)}


@pytest.mark.parametrize("report_id", SHAPE)
def test_no_passage_borrows_a_sentence(pairs, report_id):
    """No passage shares more than ten words in a row with the original passage."""
    edition, original = pairs[report_id]
    for ours, theirs in zip(
        [*edition.passages, *edition.entries], [*original.passages, *original.entries]
    ):
        assert not runs(ours.text, 11) & runs(theirs.text, 11), ours.locator


def squeezed(text):
    return re.sub(r"[^\w$%]+", " ", text).lower().strip()


@pytest.mark.parametrize("report_id", SHAPE)
def test_marked_quotations_are_in_the_original_and_short(pairs, report_id):
    edition, original = pairs[report_id]
    for ours, theirs in zip(
        [*edition.passages, *edition.entries], [*original.passages, *original.entries]
    ):
        for quotation in re.findall(r'"([^"]+)"', ours.text):
            assert squeezed(quotation) in squeezed(theirs.text), (ours.locator, quotation)
            titles = ("Formatting", "point of view")
            assert len(quotation.split()) <= 10 or any(word in quotation for word in titles), (
                ours.locator,
                quotation,
            )


#: Where the original of yu-1999 has the word on which the course leans.
ALLIANCE = {
    "¶1": "to include the formation of a formal defense alliance",
    "¶16": "the possibility of forming a defense alliance",
    "c7": "to form a joint defense alliance",
    "¶20": "to that of a defense alliance",
    "¶21": "solidify their defense alliance",
}


@pytest.mark.parametrize("place", ALLIANCE)
def test_the_word_alliance_stands_as_the_author_wrote_it(pairs, place):
    edition, original = (
        {one.locator.split(" ")[1]: one.text for one in [*report.passages, *report.entries]}
        for report in pairs["yu-1999"]
    )
    assert any(
        ALLIANCE[place] == quoted.rstrip(",.")
        for quoted in re.findall(r'"([^"]+)"', edition[place])
    )
    assert ALLIANCE[place] in original[place]


@pytest.mark.parametrize("report_id", SHAPE)
def test_figures_and_dates_of_the_original_are_in_the_edition(pairs, report_id):
    """Every number of a passage, and every month, stands in the same passage of the edition."""
    edition, original = pairs[report_id]
    pattern = re.compile(
        r"\$?\d[\d,.]*\d%?|\d%?|\b(?:January|February|March|April|May(?="
        r" \d)|June|July|August|September|October|November|December)\b"
    )
    missing = {}
    for ours, theirs in zip(
        [*edition.passages, *edition.entries], [*original.passages, *original.entries]
    ):
        lost = {number.rstrip(".,") for number in pattern.findall(theirs.text)} - {
            number.rstrip(".,") for number in pattern.findall(ours.text)
        }
        if lost:
            missing[ours.locator] = sorted(lost)
    assert missing == {}


def test_word_counts_are_those_of_the_originals(originals):
    import pandas as pd
    from word_counts import count_words

    stored = sinorus.load("word_counts")
    counted = pd.concat(
        [count_words(read_report(originals / f"{report_id}.txt")) for report_id in SHAPE]
    )
    assert stored.astype(str).values.tolist() == counted.astype(str).values.tolist()


def test_ninety_nine_per_cent_of_nothing_is_not_enough(originals):
    """The comparison itself works: an edition with a date and a figure changed is caught."""
    text = (
        data_file("reports/yu-2000.txt")
        .read_text(encoding="utf-8")
        .replace("Jun. 12, 2000", "Jun. 13, 2000")
    )
    assert [e.edtf for e in sinorus.parse_report(text).entries] != DATES["yu-2000"]
