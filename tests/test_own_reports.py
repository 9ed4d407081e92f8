"""What a reader brings: files of other kinds, a folder of them, articles of one author."""

import io
import os
import shutil
import sys
import warnings
import zipfile

import docx
import pytest
from pdfminer.high_level import extract_text

import sinorus
from sinorus import SinorusError
from sinorus.look_up import passage
from sinorus.paths import data_file
from sinorus.reading.files import read_text

PAGE = """<!DOCTYPE html><html><head><title>A Quiet Quarter | Papers</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/b">Archive of all years</a></li></ul></nav>
<main><article><h1>A Quiet Quarter</h1><p>by Mary Writer</p>
<p>The second quarter was quiet on the river, and the two sides spoke of timber and of fish in
three rounds of talks that lasted longer than anybody had planned.</p>
<h2>Timber first</h2>
<p>A delegation of foresters came in April and looked at the bridge, which would be open in the
summer, so they were told by a commission of both sides.</p>
<h2>Chronology</h2><h3>April - June 2003</h3>
<p><strong>April 2, 2003:</strong> Foresters arrive at the bridge.</p>
<p><strong>May 5-7, 2003:</strong> The commission sets a price of timber for the year.</p>
<p><strong>June 11, 2003:</strong> Ministers meet in the town on the river.</p></article></main>
<footer><p>All rights reserved. Subscribe to our letter.</p></footer></body></html>"""
DATES = ["April 2, 2003", "May 5-7, 2003", "June 11, 2003"]
SENTENCES = [
    "The first paragraph goes on for a while and says that the chem-",
    "istry between the two ministers was good in the spring.",
]


def pdf(*pages):
    """The bytes of a small PDF: each page a list of lines, an empty one leaves a gap; a line may be
    (x, y, text).
    """
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    parts.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        shown = "".join(map(shown_line, lines))
        stream = f"BT /F1 11 Tf 72 760 Td 14 TL {shown}ET" if lines else ""
        parts.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        parts.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R"
            f" >> >> /Contents {len(parts)} 0 R >>"
        )
        kids.append(f"{len(parts)} 0 R")
    parts[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer << /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n"
    return (out + tail + f"{out.index('xref')}\n%%EOF").encode()


def shown_line(line):
    if isinstance(line, tuple):
        return "1 0 0 1 {} {} Tm ({}) Tj ".format(*line)
    return f"({line}) Tj T* " if line else "T* "


def article(title, text, day="May 3, 2001", author="Ann Writer"):
    return f"{title}\n\nby {author}\n\n{day}\n\n{text}\n"


# --- kinds of files -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.txt", "page"])
def test_a_saved_page_is_read_without_its_navigation(tmp_path, name):
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    report = sinorus.read_report(tmp_path / name)
    assert (report.meta["title"], report.report_id) == ("A Quiet Quarter", "writer-2003q2")
    assert [entry.date_as_printed for entry in report.entries] == DATES
    text = " ".join(passage.text for passage in report.passages)
    assert "foresters" in text and "Archive" not in text and "Subscribe" not in text


def test_the_source_of_a_page_given_as_text_is_read_as_a_page():
    assert len(sinorus.parse_report(PAGE).entries) == 3


def test_a_page_saved_as_one_file(tmp_path):
    head = "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
    (tmp_path / "page.mht").write_bytes((head + PAGE).encode())
    assert len(sinorus.read_report(tmp_path / "page.mht").entries) == 3


def test_a_pdf_is_read_without_heads_and_page_numbers(tmp_path):
    head = ["A Journal of Rivers, Vol. 3", ""]
    pages = [
        [*head, "A Quiet Quarter", "", "by Mary Writer", "", *SENTENCES, "", "1"],
        [*head, "A second paragraph is whole and ends with a full stop.", "", "2"],
        [*head, "A third paragraph is whole and ends with a full stop, too.", "", "3"],
    ]
    (tmp_path / "report.pdf").write_bytes(pdf(*pages))
    report = sinorus.read_report(tmp_path / "report.pdf")
    text = " ".join(passage.text for passage in report.passages)
    assert "the chemistry between" in text and "third paragraph" in text
    assert "Journal of Rivers" not in text


LEFT = [
    "The two sides met in a small town in",
    "April and spoke of the old bridge and",
    "of the new one, and came to no end.",
]
RIGHT = [
    "In June they met again, and this time",
    "they spoke of fish, which took longer",
    "than anybody there had planned for.",
]


def test_the_left_column_is_read_before_the_right_one(tmp_path):
    """The library alone reads the right one after the first paragraph of the left one."""
    left = [[f"{line}{n}" for line in LEFT] for n in (".", "..", "...")]
    lines = [(320, 700 - 13 * n, line) for n, line in enumerate(RIGHT)]
    for place, paragraph in enumerate(left):
        lines += [(72, 660 - 69 * place - 13 * n, line) for n, line in enumerate(paragraph)]
    lines += [(72, 700, "A Title"), (72, 680, "by Mary Writer")]
    lines.append((200, 760, "A Journal of Rivers and Bridges, 3"))
    (tmp_path / "report.pdf").write_bytes(pdf(lines))
    report = sinorus.read_report(tmp_path / "report.pdf")
    wanted = [" ".join(paragraph) for paragraph in (*left, RIGHT)]
    assert [passage.text for passage in report.passages] == wanted
    assert report.meta["author"] == "Mary Writer"


@pytest.mark.parametrize("columns", [1, 2])
def test_lines_torn_at_wide_gaps_are_put_together(tmp_path, columns):
    torn = [(72, 687, "A"), (98, 687, "guard was"), (168, 687, "hurt on"), (226, 687, "Monday")]
    rest = [
        (72, 674, "when the two sides came to the town,"),
        (72, 661, "as both said later."),
    ]
    lines = [(72, 740, "A Title"), (72, 720, "by Mary Writer"), *reversed(torn), *rest]
    if columns == 2:
        lines += [(320, 700 - 13 * n, line) for n, line in enumerate(RIGHT)]
    (tmp_path / "report.pdf").write_bytes(pdf(lines))
    first = sinorus.read_report(tmp_path / "report.pdf").passages[0].text
    assert first == (
        "A guard was hurt on Monday when the two sides came to the town, as both said later."
    )


def test_the_cells_of_a_table_stay_what_they_were(tmp_path):
    days = [(72, 700 - 40 * n, day) for n, day in enumerate(DATES)]
    acts = [(330, 700 - 40 * n, "Something is signed.") for n in range(3)]
    (tmp_path / "report.pdf").write_bytes(pdf([*days, *acts]))
    text, _ = read_text(tmp_path / "report.pdf")
    whole = extract_text(str(tmp_path / "report.pdf"))
    assert text.split() == whole.split()


def test_a_line_broken_by_hand_in_a_word_file_stays_one(tmp_path):
    document = docx.Document()
    document.add_heading("Strikes and answers", 0)
    for day in ("Friday, Jan. 8, 1999", "9 Jan. 1999", "Monday 11 Jan. 1999"):
        document.add_paragraph(f"{day}\nA commission asked why, and its report was hard.")
    document.save(tmp_path / "report.docx")
    report = sinorus.read_report(tmp_path / "report.docx")
    assert [e.edtf for e in report.entries] == ["1999-01-08", "1999-01-09", "1999-01-11"]
    assert {e.text for e in report.entries} == {"A commission asked why, and its report was hard."}


def test_a_page_without_words_is_told(tmp_path):
    lines = ["A sentence of a report stands on this page and it is long enough."]
    (tmp_path / "scan.pdf").write_bytes(pdf(lines, []))
    problems = sinorus.read_report(tmp_path / "scan.pdf").problems
    assert any("page 2" in problem.reason for problem in problems)
    (tmp_path / "scan.pdf").write_bytes(pdf([]))
    with pytest.raises(SinorusError, match="its pages are pictures"):
        sinorus.read_report(tmp_path / "scan.pdf")


def word_file(path):
    document = docx.Document()
    document.add_heading("A Quiet Quarter", 0)
    document.add_paragraph("by Mary Writer")
    document.add_paragraph("The second quarter was quiet on the river, and both sides spoke.")
    document.add_paragraph("Timber is counted twice a year.", style="List Bullet")
    document.add_heading("Chronology", 1)
    table = document.add_table(rows=0, cols=2)
    for date in DATES:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = date, "Something is signed on the river."
    document.save(path)


def test_a_word_file_is_read_with_headings_lists_and_tables(tmp_path):
    word_file(tmp_path / "report.docx")
    report = sinorus.read_report(tmp_path / "report.docx")
    assert report.meta["title"] == "A Quiet Quarter"
    assert [place.kind for place in report.passages] == ["paragraph", "item"]
    assert [entry.date_as_printed for entry in report.entries] == DATES
    assert any("table of 3 rows" in problem.reason for problem in report.problems)


def packed(name):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        file.writestr(name, "broken")
    return raw.getvalue()


@pytest.mark.parametrize(
    "raw, says",
    [
        (b"%PDF-1.7 and nothing", "PDF that cannot be read"),
        (packed("word/document.xml"), "Word file that cannot be read"),
        (packed("content.xml"), "is packed"),
        (b"\xd0\xcf\x11\xe0 old", r"Save it there as \.docx"),
        (b"{\\rtf1 words}", "rich text"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"<html><body></body></html>", "no article was found"),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nwords", "without a web page"),
        ("Ein Satz mit Umlaut: ä".encode("cp1252"), "save it as UTF-8"),
        ("一句话。".encode("gb18030"), "save it as UTF-8"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_cure(tmp_path, raw, says):
    path = tmp_path / "report.txt"
    path.write_bytes(raw)
    with pytest.raises(SinorusError, match=says) as caught:
        sinorus.read_report(path)
    assert str(caught.value).startswith(f'"{path}" ')


@pytest.mark.parametrize(
    "library, raw",
    [
        ("pdfminer.high_level", pdf(["Words."])),
        ("docx", packed("word/document.xml")),
        ("trafilatura", PAGE),
    ],
)
def test_without_its_library_a_sentence_says_how_to_get_it(tmp_path, monkeypatch, library, raw):
    monkeypatch.setitem(sys.modules, library, None)
    path = tmp_path / "report.bin"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    with pytest.raises(SinorusError, match=r"\[formats\]"):
        sinorus.read_report(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "report.txt")
    with pytest.raises(SinorusError, match="no ordinary file"):
        sinorus.read_report(tmp_path / "report.txt")


# --- ids ------------------------------------------------------------------------------------------


def test_another_article_of_an_author_we_know_is_another_report():
    text = article("On the River", "It speaks of boats, no more.", "March 2002", "H. Lyman Miller")
    report = sinorus.parse_report(text)
    assert report.report_id == "miller-2002-on-the-river" and not report.known
    assert passage("miller-2002 ¶2") == passage("miller-2002 ¶2", None)


def test_two_articles_of_one_author_and_year_are_two_reports(tmp_path):
    (tmp_path / "a.txt").write_text(article("On Trade", "The first article speaks of trade."))
    (tmp_path / "b.txt").write_text(article("On Arms", "The second one speaks of arms."))
    found = sinorus.passages(tmp_path)
    assert found["report_id"].tolist() == ["writer-2001-on-trade", "writer-2001-on-arms"]
    assert passage("writer-2001-on-arms ¶1", tmp_path) == "The second one speaks of arms."
    (tmp_path / "a.txt").write_text(article("On Arms", "The first article speaks of trade."))
    assert sinorus.passages(tmp_path)["report_id"].is_unique


def test_only_the_same_text_is_the_same_report(tmp_path):
    (tmp_path / "a.txt").write_text(article("On Trade", "The article speaks of trade."))
    (tmp_path / "b.txt").write_text(article("ON TRADE", "The  article speaks of 'trade'."))
    with pytest.raises(SinorusError, match=r'"a\.txt" and "b\.txt" hold the same report'):
        sinorus.passages(tmp_path)


def test_two_copies_of_one_of_the_five_are_one_too_many(tmp_path):
    text = data_file("reports/yu-1999.txt").read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text + "\n\nA further paragraph.\n", encoding="utf-8")
    with pytest.raises(SinorusError, match="yu-1999"):
        sinorus.passages(tmp_path)


@pytest.mark.parametrize("author", ["于滨", "Юй Бинь", "Éva Müller", "O'Neil"])
def test_every_id_can_be_looked_up(tmp_path, author):
    (tmp_path / "a.txt").write_text(
        article("On Trade", "It speaks of trade.", author=author), encoding="utf-8"
    )
    for locator in sinorus.passages(tmp_path)["locator"]:
        assert locator.isascii() or "¶" in locator
        assert passage(locator, tmp_path)


# --- folders --------------------------------------------------------------------------------------


def test_what_a_system_hides_beside_a_file_is_passed_over(tmp_path):
    (tmp_path / "a.txt").write_text(article("On Trade", "The article speaks of trade."))
    (tmp_path / "._a.txt").write_bytes(b"\x00\x05\x16\x07 Mac OS X")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(sinorus.passages(tmp_path)) == 1


def test_what_is_missing_comes_from_the_editions(tmp_path, monkeypatch):
    shutil.copy(data_file("reports/yu-2000.txt"), tmp_path / "mine.txt")
    assert passage("yu-1999 ¶20", tmp_path) == passage("yu-1999 ¶20")
    monkeypatch.setenv("SINORUS_REPORTS", str(tmp_path))
    assert passage("yu-1999 ¶20")
    assert sinorus.passages()["report_id"].nunique() == 5
    assert set(sinorus.entries()["report_id"]) == {"yu-1999", "yu-2000"}
    assert set(sinorus.passages(tmp_path)["report_id"]) == {"yu-2000"}


def test_what_was_not_understood_is_counted_and_named(tmp_path):
    text = "A Title\n\nby A. Reader\n\nA sentence of prose.\n\nChronology\n\nMay 3, 2001: One.\n\n"
    (tmp_path / "a.txt").write_text(text + "Maybe 35, 2001: Two.\n\nMay 5, 2001: Three.\n")
    (tmp_path / "scan.pdf").write_bytes(pdf([]))
    (tmp_path / "table.xlsx").write_bytes(b"PK")
    with pytest.warns(UserWarning, match="not understood") as caught:
        sinorus.entries(tmp_path)
    said = str(caught[0].message)
    assert "Not read: 1." in said and "scan.pdf" in said and "Not looked into: table.xlsx" in said
    assert caught[0].filename == __file__
    with pytest.warns(UserWarning, match="Not read: 1"):
        sinorus.passages(tmp_path)


def test_a_folder_in_which_nothing_can_be_read_is_refused(tmp_path):
    (tmp_path / "scan.pdf").write_bytes(pdf([]))
    with pytest.raises(SinorusError, match="No report could be read"):
        sinorus.passages(tmp_path)


def test_a_changed_file_is_read_again(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(article("On Trade", "The article speaks of trade."))
    assert passage("writer-2001 ¶1", tmp_path) == "The article speaks of trade."
    path.write_text(article("On Trade", "The article speaks of something else."))
    assert passage("writer-2001 ¶1", tmp_path) == "The article speaks of something else."
