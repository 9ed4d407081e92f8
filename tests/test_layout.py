"""What a page adds to a text: running heads, page numbers, broken words, lost blank lines."""

import re

import pytest

from sinorus import SinorusError, parse_report
from sinorus.paths import data_file
from sinorus.reading import parsing
from sinorus.reading.hyphens import join

SENTENCE = (
    "This sentence is here so that the paragraph is plainly a paragraph and nobody takes it for a"
    " heading."
)


def texts(text, **options):
    return [passage.text for passage in parse_report(text, **options).passages]


def aside(report):
    return [(kind, text) for _, kind, text in report.meta["set_aside"]]


# --- running heads and page numbers --------------------------------------------------------------

PRINTED = """An Example Quarter

by Ann Writer

The ministry said that the capital would

99

China-Russia Relations

likewise object to changes in the treaty.

Chronology of China-Russia Relations
April-June 2000

Apr. 3, 2000: An agreement is signed for
100

China-Russia Relations

the building of a reactor.

Apr. 9, 2000: A second entry.
"""


def test_a_head_that_returns_beside_page_numbers_is_set_aside():
    report = parse_report(PRINTED)
    assert [p.text for p in report.passages] == [
        "The ministry said that the capital would likewise object to changes in the treaty."
    ]
    assert [(e.edtf, e.text) for e in report.entries] == [
        ("2000-04-03", "An agreement is signed for the building of a reactor."),
        ("2000-04-09", "A second entry."),
    ]
    assert [text for kind, text in aside(report) if kind == "page mark"] == [
        "99",
        "China-Russia Relations",
        "100",
        "China-Russia Relations",
    ]
    assert report.problems == []


def test_a_head_that_no_number_stands_above_on_the_first_page():
    """Every page ends with a whole sentence, and its number stands at the foot."""
    pages = ["A Journal of Rivers, 3\n\n" + f"{SENTENCE}\n\n" * 5 + f"{n}\n" for n in (1, 2, 3)]
    report = parse_report("\n".join(pages))
    assert len(report.passages) == 15
    assert [text for kind, text in aside(report) if kind == "page mark"] == [
        part for n in "123" for part in ("A Journal of Rivers, 3", n)
    ]


@pytest.mark.parametrize(
    "text, count",
    [
        ("中俄关系\n\n1996年4月25日，两国签署声明。\n\n两国元首再次会晤！\n", 2),
        ("Хроника\n\n7 мая 1999 г. — удар.\n\n8 мая 1999 г. — протест.\n", 2),
    ],
)
def test_another_script_is_told_of_and_its_sentences_are_paragraphs(text, count):
    report = parse_report(text)
    assert len(report.passages) == count
    assert "most letters are not Latin" in report.problems[0].reason


def test_a_name_in_another_script_is_not_told_of():
    assert parse_report(f"A Title\n\nby A. Reader (Аргументы и факты)\n\n{SENTENCE}").problems == []


def lines(number):
    """A page of lines, the last of which breaks off."""
    return (
        f"The two sides spoke of {number} things and came to\n"
        f"no end with any of them on day {number}, which was\n"
        f"long, and on the next one, which was {number} hours\n"
        f"long and brought them to {number} more questions of\n"
        f"the border, which had stood for {number} years, and\n"
        f"of the railway that was to cost {number} million and"
    )


def page(head, number):
    return f"{lines(number)}\n{head.format(number)}\n"


@pytest.mark.parametrize("head", ["{} A Running Head", "A Running Head | {}", "- {} -\nA Head"])
def test_heads_with_a_number_inside_sentences(head):
    text = "A Title\n\n" + "".join(page(head, number) for number in (7, 8, 9)) + "go east.\n"
    (passage,) = texts(text)
    assert passage == " ".join([*map(lines, (7, 8, 9)), "go east."]).replace("\n", " ")


def test_page_numbers_that_count_on_are_no_words():
    text = "A Title\n\n" + "".join(page("{}", number) for number in (41, 42)) + "go east.\n"
    assert texts(text)[0].endswith("cost 42 million and go east.")
    assert "million and The two" in texts(text)[0]


def test_a_single_number_inside_a_paragraph_is_a_figure():
    assert "was 41 per cent" in texts(f"A Title\n\n{SENTENCE} The share was\n41\nper cent.")[0]


@pytest.mark.parametrize("unit", ["Article {}", "Part {}", "A Heading"])
def test_headings_that_return_are_no_running_heads(unit):
    text = "A Title\n\n" + "".join(f"{unit.format(n)}\n\n{SENTENCE}\n\n" for n in range(1, 6))
    report = parse_report(text)
    assert [p.section for p in report.passages] == [unit.format(n) for n in range(1, 6)]


# --- words broken at the end of a line -----------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        "1. Introduction",
        "I. INTRODUCTION",
        "B. What has changed since",
        "IV. The river and the bridge",
        "2) Aims",
    ],
)
def test_a_counted_heading_heads_what_stands_under_it(head):
    found = parse_report(f"A Title\n\n{SENTENCE}\n\n{head}\n\n{SENTENCE}\n").passages
    assert [(p.section, p.text) for p in found] == [("", SENTENCE), (head, SENTENCE)]


@pytest.mark.parametrize("name", ["A. Reader", "V. Putin"])
def test_a_name_with_an_initial_is_no_counted_heading(name):
    found = parse_report(f"A Title\n\n{SENTENCE}\n\n{name}\n\n{SENTENCE}\n").passages
    assert name in " ".join(p.text for p in found)


def test_counted_items_without_a_full_stop_are_not_lost():
    found = texts(
        f"A Title\n\n{SENTENCE}\n\n1. Timber\n\n2. Fish\n\n3. Gold and oil\n\n{SENTENCE}\n"
    )
    assert all(word in " ".join(found) for word in ("Timber", "Fish"))


def test_broken_words_are_mended_and_real_hyphens_kept():
    text = (
        "An Example\n\nby Ann Writer\n\nThe two leaders had no personal chemis-\ntry, and the"
        " president-\nelect did not meet the del-\negation from the south-western border.\n"
    )
    assert texts(text) == [
        "The two leaders had no personal chemistry, and the president-elect did not meet the"
        " delegation from the south-western border."
    ]


@pytest.mark.parametrize(
    "first, second, whole",
    [
        ("yes-", "man", "yes-man"),
        ("six-", "way", "six-way"),
        ("well-", "known,", "well-known,"),
        ("coop-", "eration", "cooperation"),
        ("multi-", "lateral.", "multilateral."),
        ("Sino-", "Russian", "Sino-Russian"),
        ("Su-27-", "type", "Su-27-type"),
        ("1996-", "97", "1996-97"),
        ("long-", "range", "long-range"),
        ("vice-", "president", "vice-president"),
    ],
)
def test_which_hyphen_is_the_word_s(first, second, whole):
    assert join(first, second) == whole


def test_the_text_s_own_spelling_goes_before_the_dictionary():
    assert join("co-", "operation", {"co-operation": 2}) == "co-operation"
    assert join("Primak-", "ov", {"primakov": 1}) == "Primakov"


def test_a_word_broken_by_a_page_is_mended():
    text = f"A Title\n\n{SENTENCE} Then came the dele-\n\ngation. {SENTENCE}"
    assert "came the delegation." in texts(text)[0]


# --- lost blank lines ----------------------------------------------------------------------------

NO_BLANKS = """An Example Quarter
by Ann Writer
The two leaders met in the capital in July and spoke about trade, about
the border and about a new railway. Nothing was signed.
A second paragraph begins here and says that the ministers went home
without a paper.
Chronology of China-Russia Relations
April-June 2000
Apr. 3, 2000: An agreement is signed.
Apr. 9-11, 2000: A delegation comes for talks on the
border.
May 2, 2000: A ship arrives.
"""


def test_paragraphs_told_apart_by_the_length_of_lines():
    report = parse_report(NO_BLANKS)
    assert (report.report_id, report.meta["title"]) == ("writer-2000q2", "An Example Quarter")
    assert [p.text.split(" ")[0] for p in report.passages] == ["The", "A"]
    assert [(e.edtf, e.text) for e in report.entries] == [
        ("2000-04-03", "An agreement is signed."),
        ("2000-04-09/2000-04-11", "A delegation comes for talks on the border."),
        ("2000-05-02", "A ship arrives."),
    ]
    assert "no blank lines" in report.problems[0].reason


def test_paragraphs_told_apart_by_indentation():
    text = (
        "   The first paragraph begins further right than the others do and\n"
        "it goes on for some lines until it comes to an end at the very end.\n"
        "   The second paragraph begins further right as well and is not so\n"
        "long.\n"
        "   The third paragraph begins there too, since this is how the book\n"
        "was set by its printer a long time ago in another town.\n"
    )
    assert [found.split(" ")[1] for found in texts(text)] == ["first", "second", "third"]


def test_thousands_of_words_in_one_passage_are_told_of():
    report = parse_report(f"{SENTENCE} " * 200)
    assert len(report.passages) == 1
    assert "blank lines between paragraphs seem to be lost" in report.problems[0].reason


# --- columns, mail, web pages --------------------------------------------------------------------


def test_two_columns_are_told_of():
    row = "The left column goes on here      and the right column goes on\n"
    report = parse_report("A Title\n\n" + row * 10)
    assert [p.line for p in report.problems] == [3]
    assert "two columns" in report.problems[0].reason


def test_quoted_mail_is_read_without_its_marks_and_told_of():
    report = parse_report(f"> A Title\n>\n> {SENTENCE}\n>\n>> {SENTENCE}\n")
    assert [p.text for p in report.passages] == [SENTENCE, SENTENCE]
    assert "quoted mail" in report.problems[0].reason


def test_the_source_of_a_web_page_is_told_of():
    report = parsing.parse_report(f"<html><body><p>{SENTENCE}</p><p>{SENTENCE}</p></body></html>")
    assert "tags of a web page" in report.problems[0].reason


SITE = """Articles

China - Russia

Jul — Sep 2004
Download Article as PDF

Pipes, Promises and Patience

Connect with the Author

Yu Bin
Wittenberg University

The quarter had a mixed record. Military relations moved ahead.

A visit of two days

The regular meeting took place in Moscow on Sept. 23-25.

Chronology of China - Russia Relations

July — September 2004


July 5, 2004: The foreign ministers meet.

Aug. 31-Sept. 1, 2004: A delegation visits.
"""


def test_the_journal_s_site():
    report = parse_report(SITE)
    meta = report.meta
    assert report.report_id == "yu-2004q3"
    assert (meta["title"], meta["author"], meta["affiliation"]) == (
        "Pipes, Promises and Patience",
        "Yu Bin",
        "Wittenberg University",
    )
    assert (meta["published"], meta["period"]) == ("Jul — Sep 2004", "July — September 2004")
    assert [p.section for p in report.passages] == ["", "A visit of two days"]
    assert [e.edtf for e in report.entries] == ["2004-07-05", "2004-08-31/2004-09-01"]
    assert report.problems == []


def test_a_period_of_many_years_is_no_quarter():
    report = parse_report(SITE.replace("July — September 2004", "April 1999 — June 2018"))
    assert report.report_id == "yu-2004"


@pytest.mark.parametrize(
    "byline, author, affiliation, report_id",
    [
        ("by Dr. John Q. Writer, Jr.", "John Q. Writer Jr.", "", "writer"),
        ("By Prof. Ann Writer, Some College", "Ann Writer", "Some College", "writer"),
        ("by Ann Writer, Ph.D.", "Ann Writer Ph.D.", "", "writer"),
        ("By Ambassador Ann B. Writer (Ret.)", "Ann B. Writer (Ret.)", "", "writer"),
    ],
)
def test_bylines_with_titles(byline, author, affiliation, report_id):
    report = parse_report(f"A Title\n\n{byline}\n\n{SENTENCE}")
    assert (report.meta["author"], report.meta["affiliation"]) == (author, affiliation)
    assert report.report_id == report_id and len(report.passages) == 1


@pytest.mark.parametrize(
    "prose", ["By the end of the year both sides were tired", "by then all was over"]
)
def test_prose_that_begins_with_by_is_no_byline(prose):
    assert parse_report(f"A Title\n\n{prose}\n\n{SENTENCE}").meta["author"] == ""


@pytest.mark.parametrize("year", [True, "1999", 99, 3000, 1999.0, [1999]])
def test_a_year_that_is_none_is_refused(year):
    with pytest.raises(SinorusError, match="whole number such as 1999"):
        parse_report(SITE, year=year)


# --- copies of one report ------------------------------------------------------------------------

EDITION = data_file("reports/yu-2000.txt").read_text(encoding="utf-8")


def wrapped(text, width, hyphens=False):
    """Wrap each paragraph; with hyphens, a long word that does not fit is broken in the middle."""
    rows = []
    for paragraph in text.split("\n"):
        row = ""
        for word in paragraph.split():
            if len(row) + len(word) < width:
                row = f"{row} {word}".strip()
                continue
            half = len(word) // 2
            if hyphens and len(word) > 7 and word.isalpha() and len(row) + half < width:
                rows.append(f"{row} {word[:half]}-")
                row = word[half:]
            else:
                rows.append(row)
                row = word
        rows.append(row)
    return "\n".join(rows)


def with_heads(text):
    """Put a page number and a running head after every 45 lines."""
    rows = text.split("\n")
    for number, place in enumerate(range(len(rows) // 45 * 45, 0, -45)):
        rows[place:place] = [str(120 - number), "", "China-Russia Relations", ""]
    return "\n".join(rows)


COPIES = {
    "wrapped": wrapped(EDITION, 72),
    "wrapped with hyphens": wrapped(EDITION, 66, hyphens=True),
    "pages": with_heads(wrapped(EDITION, 72)),
    "pages and hyphens": with_heads(wrapped(EDITION, 66, hyphens=True)),
    "mail": "\n".join(f"> {line}" for line in EDITION.split("\n")),
    "full-width colons": re.sub(r"(2000): ", r"\1：", EDITION),
    "dashes for colons": re.sub(r"(?m)^(\w+\.? [\d-]+, 2000): ", r"\1 - ", EDITION),
    "escaped": re.sub(r"([.-])", r"\\\1", EDITION),
    "Windows lines": EDITION.replace("\n", "\r\n"),
    "indented": re.sub(r"(?m)^(?=.)", "    ", EDITION),
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES.keys())
def test_copies_of_one_report_are_read_alike(copy):
    wanted, found = parse_report(EDITION), parse_report(copy)
    assert found.report_id == "yu-2000"
    assert found.passages == wanted.passages
    assert [(e.edtf, e.text) for e in found.entries] == [(e.edtf, e.text) for e in wanted.entries]


def test_a_copy_without_blank_lines_keeps_its_dates():
    copy = re.sub(r"\n\n+", "\n", wrapped(EDITION, 72))
    found = parse_report(copy)
    assert found.report_id == "yu-2000"
    assert [e.edtf for e in found.entries] == [e.edtf for e in parse_report(EDITION).entries]
    assert len(found.passages) >= 24
    assert "no blank lines" in found.problems[0].reason
