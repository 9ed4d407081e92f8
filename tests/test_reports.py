"""Reading files and folders, also broken ones."""

import shutil

import pytest

import sinorus
from sinorus import SinorusError
from sinorus.locators import parse as normal_locator
from sinorus.look_up import passage
from sinorus.paths import data_file

TEXT = (
    "A Title\n\nby A. Reader\n\nThis is a paragraph of a report, long enough to be taken for a"
    " paragraph.\n"
)
ORDER = ["gpr-web", "miller-2002", "monitor-2000", "yu-1999", "yu-2000"]


def test_course_editions_are_the_default():
    assert [report.report_id for report in sinorus.iter_reports()] == ORDER


def test_own_copies_by_folder_and_by_variable(tmp_path, monkeypatch):
    (tmp_path / "anything at all.TXT").write_text(TEXT, encoding="utf-8")
    assert sinorus.passages(tmp_path)["locator"].tolist() == ["reader ¶1"]
    monkeypatch.setenv("SINORUS_REPORTS", str(tmp_path))
    assert sinorus.passages()["report_id"].unique().tolist() == ["reader", *ORDER]
    assert passage("reader p1").startswith("This is")


def test_a_file_is_recognised_by_its_content(tmp_path):
    shutil.copy(data_file("reports/yu-1999.txt"), tmp_path / "download (3).txt")
    assert sinorus.read_report(tmp_path / "download (3).txt").report_id == "yu-1999"


def test_the_same_report_twice_is_refused_as_a_table(tmp_path):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    with pytest.raises(SinorusError, match=r'"one\.txt" and "two\.txt" hold the same report'):
        sinorus.passages(tmp_path)
    assert len(list(sinorus.iter_reports(tmp_path))) == 2


def test_columns_and_types():
    passages, entries = sinorus.passages(), sinorus.entries()
    assert list(passages.columns) == ["report_id", "locator", "section", "kind", "text"]
    assert list(entries.columns) == [
        "report_id",
        "locator",
        "date_as_printed",
        "start",
        "end",
        "precision",
        "edtf",
        "text",
        "flags",
    ]
    assert str(entries["start"].dtype).startswith("datetime64") and str(
        entries["end"].dtype
    ).startswith("datetime64")
    assert set(passages["kind"]) == {"paragraph", "item"}
    assert passages["locator"].is_unique and entries["locator"].is_unique


@pytest.mark.parametrize(
    "content, message",
    [
        (b"", "is empty"),
        (b"\n  \n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF-1.4 binary", "a PDF that cannot be read"),
        (b"PK\x03\x04docx", "is packed"),
        (b"text\x00with zeros", "not plain text"),
        ("Текст доклада".encode("utf-16"), "UTF-16"),
        (b"line one\nPutin\x92s visit\n", "line 2 holds a byte"),
        (b"***\n\n---\n", "No paragraph"),
    ],
)
def test_files_that_are_no_report(tmp_path, content, message):
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    with pytest.raises(SinorusError, match=message) as caught:
        sinorus.read_report(path)
    assert "report.txt" in str(caught.value)
    with pytest.raises(SinorusError, match=message):
        sinorus.passages(tmp_path)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "path, message",
    [
        ("nowhere/report.txt", "no file"),
        (".", "is a folder"),
        (None, "named by a text"),
        (3, "named by a text"),
        ("a\0b", "cannot be opened|no name of a file"),
    ],
)
def test_paths_that_are_no_file(path, message):
    with pytest.raises(SinorusError, match=message):
        sinorus.read_report(path)


def test_huge_file(tmp_path, monkeypatch):
    monkeypatch.setattr("sinorus.reading.files.LARGEST_FILE", 100)
    path = tmp_path / "big.txt"
    path.write_text(TEXT * 3)
    with pytest.raises(SinorusError, match="larger than"):
        sinorus.read_report(path)


def test_folders(tmp_path, monkeypatch):
    with pytest.raises(SinorusError, match="no folder"):
        sinorus.passages(tmp_path / "missing")
    with pytest.raises(SinorusError, match="holds no report"):
        sinorus.passages(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    with pytest.raises(SinorusError, match="is a file"):
        sinorus.passages(tmp_path / "a.txt")
    with pytest.raises(SinorusError, match="named by a text"):
        sinorus.passages(["a"])
    monkeypatch.setenv("SINORUS_REPORTS", str(tmp_path / "gone"))
    with pytest.raises(SinorusError, match="environment variable SINORUS_REPORTS"):
        sinorus.entries()


def test_reports_without_a_chronology(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert sinorus.read_report(tmp_path / "a.txt").entries == []
    with pytest.raises(SinorusError, match="has a chronology"):
        sinorus.entries(tmp_path)


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("yu-2000 ¶12", "yu-2000 ¶12"),
        ("yu-2000 p12", "yu-2000 ¶12"),
        ("YU-2000 P12", "yu-2000 ¶12"),
        (" yu-2000  ¶ 12 ", "yu-2000 ¶12"),
        ("yu-2000, para 12", "yu-2000 ¶12"),
        ("miller-2002 p10.3", "miller-2002 ¶10.3"),
        ("yu-2000 c31", "yu-2000 c31"),
        ("yu-2000 entry 31", "yu-2000 c31"),
    ],
)
def test_locators_as_typed(typed, printed):
    assert normal_locator(typed) == printed


@pytest.mark.parametrize(
    "wrong", ["yu-2000", "¶12", "yu-2000 12", "yu-2000 x12", "", None, 12, "yu-2000 ¶"]
)
def test_what_is_no_locator(wrong):
    with pytest.raises(SinorusError, match="is not a locator"):
        passage(wrong)


@pytest.mark.parametrize(
    "wrong, message",
    [
        ("yu-2000 ¶99", "27 paragraphs and 40 chronology entries"),
        ("monitor-2000 c1", "0 chronology entries"),
        ("yu-2001 ¶1", "The reports are: gpr-web"),
    ],
)
def test_locators_of_nothing(wrong, message):
    with pytest.raises(SinorusError, match=message):
        passage(wrong)
