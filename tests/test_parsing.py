"""Parsing of reports: invented texts in the layouts that such reports come in."""

import contextlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinorus import SinorusError, parse_report

LONG = (
    "This sentence is here so that the paragraph is plainly a paragraph and nobody takes it for a"
    " heading."
)

REPORT = f"""A Quiet Quarter: Two Capitals and a River

by Ada Reader, Professor
**Somewhere College**

The views expressed here are those of the author alone.

October 3, 2001

[A note by the editor of this copy.]

{LONG} It ends here.

The River

A second paragraph says what both sides “agreed” in

Moscow, and goes on after the page has turned. There are three points:

- the first point;
- the second point, which breaks
off at the

page and goes on;

- the third point.

1999 opens this paragraph, which follows the list. {LONG}

Comparative Connections, 3rd Quarter 2001

**Bold Heading**

{LONG}

For more reports, see our [archive](#).

Chronology of Two Capitals

July-September 2001

July 2, 2001: A delegation arrives. It stays
until July 4, 2001.

July 16-18, 2001: Talks are held.

July 9, 2001: An entry out of order.

Aug. 30-Sept. 2: Ships call at a port.

Dec. 1, 2001: Outside the quarter.

97

Sept. 31, 2001: An impossible day.

A line without a date stands here.
"""


@pytest.fixture(scope="module")
def report():
    return parse_report(REPORT)


def test_front_matter_is_set_aside(report):
    assert report.meta["title"] == "A Quiet Quarter: Two Capitals and a River"
    assert (report.meta["author"], report.meta["affiliation"]) == (
        "Ada Reader",
        "Professor Somewhere College",
    )
    assert report.meta["published"] == "October 3, 2001"
    assert report.meta["period"] == "July-September 2001"
    kinds = [kind for _, kind, _ in report.meta["set_aside"]]
    assert kinds == [
        "byline",
        "disclaimer",
        "date line",
        "editor's note",
        "page mark",
        "footer",
        "chronology heading",
        "page mark",
    ]
    assert report.report_id == "reader-2001q3"


def test_paragraphs_are_joined_and_numbered(report):
    found = [(p.locator.split(" ")[1], p.section, p.kind, p.text) for p in report.passages]
    assert found == [
        ("¶1", "", "paragraph", f"{LONG} It ends here."),
        (
            "¶2",
            "The River",
            "paragraph",
            (
                'A second paragraph says what both sides "agreed" in Moscow, and goes on after the'
                " page has turned. There are three points:"
            ),
        ),
        ("¶2.1", "The River", "item", "the first point;"),
        (
            "¶2.2",
            "The River",
            "item",
            "the second point, which breaks off at the page and goes on;",
        ),
        ("¶2.3", "The River", "item", "the third point."),
        (
            "¶3",
            "The River",
            "paragraph",
            f"1999 opens this paragraph, which follows the list. {LONG}",
        ),
        ("¶4", "Bold Heading", "paragraph", LONG),
    ]
    assert len(report.meta["joins"]) == 2


def test_entries(report):
    found = [(e.locator.split(" ")[1], e.date_as_printed, e.edtf, e.flags) for e in report.entries]
    assert found == [
        ("c1", "July 2, 2001", "2001-07-02", ()),
        ("c2", "July 16-18, 2001", "2001-07-16/2001-07-18", ()),
        ("c3", "July 9, 2001", "2001-07-09", ("out_of_order",)),
        ("c4", "Aug. 30-Sept. 2", "2001-08-30/2001-09-02", ("year_inferred",)),
        ("c5", "Dec. 1, 2001", "2001-12-01", ("outside_period",)),
        ("c6", "Sept. 31, 2001", "", ("date_not_read",)),
    ]
    assert report.entries[0].text == "A delegation arrives. It stays until July 4, 2001."
    assert report.entries[5].start is None


def test_what_is_not_understood_is_told_and_not_lost(report):
    assert [
        (problem.text, problem.reason.split(":")[-1].strip()) for problem in report.problems
    ] == [
        ("Sept. 31, 2001", "September 2001 has 30 days. Check the day against the report."),
        ("A line without a date stands here.", "stands in the chronology but has no date"),
    ]
    lines = REPORT.splitlines()
    assert lines[report.problems[1].line - 1] == "A line without a date stands here."


RUN_ON = """A Quiet Quarter

Ada Reader

A paragraph of prose stands here, long enough to be a paragraph and no heading at all.

Chronology of Two Capitals October-December 2000 Oct. 2, 2000: Ministers meet in the capital. They
speak of
Oct. 9, 2000 as the next date. Oct. 9-11, 2000: The next talks, on which the press says: "Oct. 10,
2000: a good day." 118
Comparative Connections 4th Quarter 2000 Oct. 20, 2000: Pilots of the two 119 Comparative
Connections, 4th Quarter 2000 sides fly together.
Nov. 3, 2000: The U.S. sends a note. Nov. 3, 2000: A treaty on the river, signed at 10:30, is
published. Early December 2000: Ice closes the port.
Page 120 of 140 Dec. 5: A telephone call ends the year.
"""


def test_run_on_chronology_with_page_heads():
    report = parse_report(RUN_ON)
    found = [(e.date_as_printed, e.edtf, e.text, e.flags) for e in report.entries]
    assert found == [
        (
            "Oct. 2, 2000",
            "2000-10-02",
            "Ministers meet in the capital. They speak of Oct. 9, 2000 as the next date.",
            (),
        ),
        (
            "Oct. 9-11, 2000",
            "2000-10-09/2000-10-11",
            'The next talks, on which the press says: "Oct. 10, 2000: a good day."',
            (),
        ),
        ("Oct. 20, 2000", "2000-10-20", "Pilots of the two sides fly together.", ()),
        ("Nov. 3, 2000", "2000-11-03", "The U.S. sends a note.", ()),
        ("Nov. 3, 2000", "2000-11-03", "A treaty on the river, signed at 10:30, is published.", ()),
        ("Early December 2000", "2000-12-01~/2000-12-10~", "Ice closes the port.", ()),
        ("Dec. 5", "2000-12-05", "A telephone call ends the year.", ("year_inferred",)),
    ]
    assert report.problems == []
    assert len(report.passages) == 1


def test_run_on_and_one_a_line_give_the_same_entries():
    lines = RUN_ON
    for opener in (
        "Oct. 2,",
        "Oct. 9-11",
        "Oct. 20,",
        "Nov. 3, 2000: The",
        "Nov. 3, 2000: A",
        "Early Dec",
        "Dec. 5:",
    ):
        lines = lines.replace(opener, f"\n\n{opener}")
    lines = lines.replace(
        "118\nComparative Connections 4th Quarter 2000",
        "\n\n118\n\nComparative Connections 4th Quarter 2000\n\n",
    ).replace("Page 120 of 140", "\n\nPage 120 of 140")
    assert parse_report(lines).entries == parse_report(RUN_ON).entries


def test_one_entry_a_line_without_blank_lines():
    report = parse_report(
        "Chronology\nOctober-December 2000\nOct. 2, 2000: Ministers meet.\nOct. 9, 2000: They meet"
        " again\nand agree.\n"
    )
    assert [(e.edtf, e.text) for e in report.entries] == [
        ("2000-10-02", "Ministers meet."),
        ("2000-10-09", "They meet again and agree."),
    ]
    assert report.meta["period"] == "October-December 2000"


def test_a_year_over_new_year_comes_from_the_period():
    report = parse_report(
        "Chronology of Talks\n\nDecember 1999-February 2000\n\nDec. 30: One.\n\nJan. 2: Two.\n"
    )
    assert [e.edtf for e in report.entries] == ["1999-12-30", "2000-01-02"]


def test_without_a_heading_three_dated_lines_are_a_chronology():
    report = parse_report("May 1, 2000: One.\n\nMay 2, 2000: Two.\n\nMay 3, 2000: Three.\n")
    assert len(report.entries) == 3 and not report.passages


def test_dates_in_prose_make_no_chronology():
    text = (
        f"A Title\n\nby A. Reader\n\nOn May 3, 2000: nothing happened. {LONG}\n\nMay 4, 2000 was a"
        f" quiet day. {LONG}"
    )
    report = parse_report(text)
    assert not report.entries and len(report.passages) == 2


@pytest.mark.parametrize(
    "first, second, joined",
    [
        ("a sentence breaks off at", "Moscow and goes on.", True),
        ("a sentence ends.", "A new one begins.", False),
        ("they came from the U.S.", "and stayed for a while.", True),
        ("who said “enough.”", "The next paragraph.", False),
        ("the Sino-", "Russian border lies there.", True),
        ("these are:", "The list has gone missing.", False),
    ],
)
def test_page_breaks(first, second, joined):
    report = parse_report(f"Title\n\n{LONG} {first}\n\n{second} {LONG}")
    assert len(report.passages) == (1 if joined else 2)
    if first.endswith("-"):
        assert "Sino-Russian" in report.passages[0].text


@pytest.mark.parametrize(
    "heading",
    [
        "“Unrequited Love”",
        "What is to be Done?",
        "Implications",
        "The 1996 partnership",
        "Judo vs. Tai-chi: Change?",
        "Years go by",
        "## In short",
        "**In short**",
        "Lessons of the crisis from one point of view",
    ],
)
def test_headings_without_markup(heading):
    report = parse_report(f"A Title\n\n{LONG}\n\n{heading}\n\n{LONG}")
    assert len(report.passages) == 2
    assert report.passages[1].section


@pytest.mark.parametrize(
    "paragraph", ["He agreed.", "All was quiet on the river.", "and then it broke."]
)
def test_short_paragraphs_are_no_headings(paragraph):
    report = parse_report(f"A Title\n\n{LONG}\n\n{paragraph}\n\n{LONG}")
    assert paragraph in " ".join(passage.text for passage in report.passages)


def test_lists_that_close_no_item_are_not_glued_to_the_next_paragraph():
    report = parse_report(
        f"Title\n\n{LONG} There are two:\n\n  • the first thing\n  • the second thing\n\nFrom here"
        f" on it is prose. {LONG}"
    )
    assert [p.kind for p in report.passages] == ["paragraph", "item", "item", "paragraph"]


def test_reports_without_title_or_author():
    report = parse_report(f"Publication: Digest Volume: 7 Issue: 3\n\n{LONG}\n\n{LONG}")
    assert (report.report_id, report.meta["series"], report.meta["title"]) == (
        "digest-v7n3",
        "Digest",
        "",
    )
    assert len(report.passages) == 2


def test_next_quarter_of_a_known_author_gets_an_id_of_its_own():
    report = parse_report(
        f"Another Quarter\n\nYu Bin\n\n{LONG}\n\nChronology of China-Russia"
        " Relations\n\nJuly-September 2000\n\nJuly 5, 2000: A summit."
    )
    assert report.report_id == "yu-2000q3"
    assert report.meta["author"] == "Yu Bin"


@pytest.mark.parametrize("text", ["", "   \n \n", "\ufeff"])
def test_empty_text(text):
    with pytest.raises(SinorusError, match="empty"):
        parse_report(text)


@pytest.mark.parametrize("thing", [None, 5, b"text", ["text"]])
def test_what_is_no_text(thing):
    with pytest.raises(SinorusError, match="takes the text"):
        parse_report(thing)


def test_locators_depend_on_the_text_only(report):
    assert parse_report(REPORT).passages == report.passages
    assert [p.locator for p in parse_report(REPORT.replace("\n", "\r\n")).passages] == [
        p.locator for p in report.passages
    ]


PIECES = st.sampled_from(
    [
        LONG,
        "A Heading",
        "by Somebody",
        "Chronology of Things",
        "April-June 2000",
        "May 3, 2000: A thing.",
        "May 32, 2000: No day.",
        "- item one",
        "• item two",
        "97",
        "and a small beginning",
        "It breaks off at",
        "Publication: X Volume: 1 Issue: 2",
        "“Quote”",
        "May 2000",
        "See [it](#).",
        "\\$5",
        "",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", " "])), max_size=20))
def test_any_mixture_parses_and_loses_no_word(pieces):
    text = "".join(a + b for a, b in pieces)
    try:
        report = parse_report(text)
    except SinorusError:
        return
    locators = [p.locator for p in report.passages] + [e.locator for e in report.entries]
    assert len(locators) == len(set(locators))
    kept = " ".join(
        [
            report.meta["title"],
            report.meta["series"],
            report.meta["period"],
            *(p.section for p in report.passages),
            *(p.text for p in report.passages),
            *(f"{e.date_as_printed} {e.text}" for e in report.entries),
            *(text for _, _, text in report.meta["set_aside"]),
            *(p.text for p in report.problems),
        ]
    )
    if "item" not in text and "Heading" not in text and "by Somebody" not in text:
        for word in ("sentence", "small", "breaks", "thing"):
            assert (word in kept) == (word in text)


@settings(deadline=None)
@given(st.text(max_size=500))
def test_any_text_is_a_report_or_an_error(text):
    try:
        report = parse_report(text)
    except SinorusError:
        return
    assert report.passages or report.entries or report.problems


@pytest.mark.parametrize(
    "text",
    [
        "*" * 50_000,
        "[" * 50_000,
        "- " * 50_000,
        "May 1, " * 20_000,
        "(" * 50_000 + "a",
        "“" * 50_000,
        "a " * 100_000 + "\n\n" + "b " * 100_000,
        "May 3, 2000: x. " * 20_000,
    ],
)
def test_hostile_texts_take_no_time(text):
    """A pattern that backtracks would take minutes here; the test run's own limit would end it."""
    with contextlib.suppress(SinorusError):
        parse_report(text)


#: Lines as reports have them; {n} is a word that stands nowhere else.
LINES = st.sampled_from(
    [
        "This is a sentence with w{n} in it, long enough to be a paragraph and plainly no heading.",
        "A Heading w{n}",
        "# Heading w{n}",
        "by Ann W{n}",
        "by Dr. Ann W{n}, Some College",
        "Chronology of w{n}",
        "Timeline",
        "April-June 2000",
        "1999",
        "May 3, 2000: A thing w{n}.",
        "May 4 - A thing w{n}",
        "May 5, 2000",
        "June 1999",
        "May 32, 2000: No day w{n}.",
        "2000 May 6, Country: w{n}.",
        "1945Text w{n}",
        "May 21 - 24 w{n} people",
        "- May 7, 2000\tw{n}",
        "- item w{n}",
        "- 1999-05-03 w{n}.",
        "97",
        "98 A Running Head",
        "and a small w{n} goes on",
        "It breaks off at w{n}",
        "It breaks in w{n}-",
        "Publication: w{n} Volume: 1 Issue: 2",
        "The views expressed here are those of w{n}.",
        "[A note w{n}.]",
        "> quoted w{n}",
        "Connect with the Author",
        "Download Article as PDF",
        "    indented w{n} line",
        "left w{n} column of a page      right column of it",
        "On 7 June, the council met w{n}.",
        "(May 8, 2000) w{n}",
        "**May 9, 2000:** w{n}",
        "Comparative Connections, vol 2, w{n}",
        "",
        "",
        "",
    ]
)


def kept_words(report):
    """Every word that the reader can still find somewhere."""
    meta = [value for value in report.meta.values() if isinstance(value, str)]
    texts = [
        *meta,
        *(f"{p.section} {p.text}" for p in report.passages),
        *(f"{e.date_as_printed} {e.text}" for e in report.entries),
        *(text for _, _, text in report.meta["set_aside"]),
        *(p.text for p in report.problems),
    ]
    return set(re.findall(r"\w+", " ".join(texts)))


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=25), st.sampled_from([None, 1999]))
def test_nothing_vanishes_locators_ascend_and_reading_twice_is_the_same(lines, year):
    text = "\n".join(line.format(n=f"q{place}q") for place, line in enumerate(lines))
    try:
        report = parse_report(text, year=year)
    except SinorusError:
        # Only a text without words is refused; "97" is a page number.
        assert not re.search(r"[^\W\d_]", text.replace("A Running Head", ""))
        return
    kept = kept_words(report)
    for word in re.findall(r"\w+", text):
        # A word broken at the end of a line may have become a part of a longer one.
        assert word in kept or any(word in whole for whole in kept), word
    numbers = [p.locator.split("¶")[1] for p in report.passages]
    places = [tuple(map(int, number.split("."))) for number in numbers]
    assert places == sorted(set(places))
    assert {place[0] for place in places} == set(range(1, len({p[0] for p in places}) + 1))
    assert [e.locator.split(" c")[1] for e in report.entries] == [
        str(number) for number in range(1, len(report.entries) + 1)
    ]
    assert parse_report(text, year=year) == report
