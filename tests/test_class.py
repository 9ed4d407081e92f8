"""A class: what is collected, what is passed over and said, what is private, how it looks."""

import csv
import html.parser
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
from itertools import combinations

import altair as alt
import own_lab
import pandas as pd
import pytest
from charting import problems, specs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from simulated_class import NAMES, course_folder, make_class, rewritten, spoil

import sinorus
from sinorus import SinorusError, charts
from sinorus.charts.export import pictures
from sinorus.charts.finish import finished
from sinorus.teaching import class_page, class_people, class_read, class_tables, store
from sinorus.teaching.exercises import COURSE, EDITIONS, GUESSES
from sinorus.teaching.forecasts import QUESTIONS
from sinorus.teaching.hand_in_page import page as hand_in_page
from sinorus.teaching.start import main

EACH = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def answered(number, answer="42", state="right", **more):
    one = {
        "exercise": number,
        "edition": EDITIONS[number],
        "title": COURSE[number].title,
        "question": "What?",
        "state": state,
        "answer": answer,
        "given": None,
        "cited": [],
        "against": "",
        "chart": None,
    }
    return one | more


def bet(key, *letters, why="so"):
    said = [{"guess": letter, "why": why} for letter in letters]
    one = {"key": key, "edition": store.edition_of(key), "question": "?", "options": {}}
    return one | {"said": said}


def locked(day, question, sure, why="so"):
    return {"day": day, "question": question, "words": "Will he?", "sure": sure, "why": why}


def content(name="Ada Reader", number=1, answers=(), guesses=(), forecasts=()):
    return {
        "format": 1,
        "version": "0",
        "name": name,
        "number": number,
        "answers": list(answers),
        "guesses": list(guesses),
        "forecasts": list(forecasts),
    }


def put(path, *arguments, **named):
    """Write a hand-in by the course's own writer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = hand_in_page(content(*arguments, **named), {})
    # as the writer of the student's folder does with half an emoji
    path.write_bytes(whole.encode("utf-8", "replace"))
    return path


def read(folder):
    hands, said = class_read.hands_in(folder)
    return [hand.name for hand in hands], said


def table_of(folder):
    whole = (folder / "class" / "class.csv").read_bytes()
    assert whole.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(whole.decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def class_of_seven(tmp_path_factory):
    """Seven simulated students, two of one name, with copies and damaged files."""
    folder = tmp_path_factory.mktemp("class") / "handed in"
    files = make_class(folder, students=7)
    spoil(folder, files)
    before = {path: path.read_bytes() for path in folder.rglob("*.html") if path.name[:4] != "film"}
    output, sys.stdout = sys.stdout, io.StringIO()
    try:
        frame = sinorus.collect(folder)
        said = sys.stdout.getvalue()
    finally:
        sys.stdout = output
    return folder, frame, said, before


# --- what is collected ----------------------------------------------------------------------------


def test_a_class_is_collected_whole(class_of_seven):
    folder, frame, said, before = class_of_seven
    names = {re.sub(r" \(\d\)$", "", name) for name in frame["student"]}
    assert names == {class_read.line(name)[:200] for name in NAMES[:7]} | {"Late Comer"}
    assert {"Ada Reader (1)", "Ada Reader (2)"} <= set(frame["student"])
    assert set(frame["kind"]) == {"exercise", "coding", "guess", "forecast"}
    assert "8 students in " in said and "class.html" in said
    # what a student wrote is in the table as it was kept
    for path in sorted(folder.glob("participant*/*.html")):
        machine = class_read._read(path, path.name)
        file = path.relative_to(folder).as_posix()
        rows = frame[(frame["file"] == file) & (frame["kind"] == "exercise")]
        counts = not rows.empty
        assert len(rows) == len(machine.answers) * counts
        assert rows["answer"].tolist() == [
            "(a chart)" if one["chart"] else class_tables.shown(one) for one in machine.answers
        ] * int(counts)
    assert {path: path.read_bytes() for path in before} == before


def test_what_is_passed_over_is_said_in_a_sentence_each(class_of_seven):
    _, _, said, _ = class_of_seven
    for words in (
        '"cut off.html" is damaged and cannot be read',
        '"empty.html" is empty',
        '"holiday.html" is no hand-in of this course',
        '"essay.pdf" is no hand-in of this course',
        '"all.zip" is packed',
        '"newer.html" has the format 2',
        '"film.html" is larger than 20 MB',
        "Late Comer: left out, since it belongs to another edition of the course than yours: 04.1",
        "2 hand-ins bear the name Ada Reader and do not fit together",
        f'{NAMES[2]} handed in 2 times: "hand-in {NAMES[2]} 2.html" counts',
        '(1).html" is the same as "participant_4701',
    ):
        assert len([line for line in said.splitlines() if words in line]) == 1, words


def test_the_table_is_read_by_a_spreadsheet_and_computes_nothing(class_of_seven):
    folder, frame, _, _ = class_of_seven
    rows = table_of(folder)
    assert len(rows) == len(frame)
    assert list(rows[0]) == class_tables.COLUMNS
    for row, (_, kept) in zip(rows, frame.iterrows()):
        for column in class_tables.COLUMNS:
            assert row[column].replace("'", "") == kept[column].replace("'", "")[:40_000]
            assert not re.search(r"(^|[\n\t;|])\s*[=+\-@＝＋－＠]", row[column])
    assert any(row["student"] == '\'=cmd("calc")' for row in rows)
    assert any(row["why"].startswith("'=1+1") for row in rows)


@EACH
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_any_text_comes_back_from_the_table(texts):
    texts = [class_read.text(one) for one in texts]
    whole = class_tables.as_csv(pd.DataFrame({"said": texts}, dtype="str")).decode("utf-8-sig")
    (_, *rows) = csv.reader(io.StringIO(whole, newline=""))
    cells = [row[0] if row else "" for row in rows]
    assert [cell.replace("'", "") for cell in cells] == [one.replace("'", "") for one in texts]
    for cell in cells:
        assert not re.search(r"(^|[\n\t;|])\s*[=+\-@＝＋－＠]", cell)


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", " =1", "＝1", "a\n=1", "a;=1"])
def test_a_formula_is_a_text(text):
    assert "'" in class_tables.safe_cell(text)


@pytest.mark.parametrize("text", ["5 - 3", "a = b", "a,-b", "ada@example.org", "(-1)", ""])
def test_what_is_no_formula_stays(text):
    assert class_tables.safe_cell(text) == text


def test_a_cell_is_no_longer_than_a_spreadsheet_holds():
    cell = class_tables.safe_cell("é" * 50_000)
    assert len(cell) < 32_767 and cell.endswith("(cut here; the whole answer is in class.html)")


class Words(html.parser.HTMLParser):
    """The words of a page, and its tags."""

    def __init__(self, page):
        super().__init__()
        self.words, self.tags = [], set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)

    def handle_data(self, data):
        self.words.append(data)


@EACH
@given(name=st.text(max_size=80), essay=st.text(max_size=200), why=st.text(max_size=80))
def test_any_name_and_text_comes_through_whole(tmp_path, name, essay, why):
    store_name = " ".join(class_read.sound(name).split()) or "A"
    file = tmp_path / "one.html"
    put(
        file,
        store_name,
        answers=[answered("04.7", essay, "ready")],
        guesses=[bet("04.0", "a", why=why)],
    )
    (hand,), said = class_read.hands_in(tmp_path)
    assert said == []
    assert hand.name == (class_read.line(store_name)[:200] or "(no name)")
    assert hand.answers[0]["answer"] == class_read.text(essay)
    assert hand.guesses[0]["said"][0]["why"] == class_read.text(why)


def test_nothing_that_is_handed_in_acts_on_the_page(tmp_path, capsys):
    odds = ["<script>alert(1)</script>", "</script><!--", "{{ name }}", "a\x00b\ud83d"]
    odds.append('"><img src=x onerror=y>')
    for number, odd in enumerate(odds):
        put(
            tmp_path / f"{number}.html",
            class_read.sound(odd),
            answers=[answered("04.7", odd, "ready", against=odd), answered("00.1", given=[odd])],
            guesses=[bet("04.0", "a", why=odd), bet("my bet", odd)],
            forecasts=[locked("2000-04-30", "beijing", 70, odd)],
        )
    sinorus.collect(tmp_path)
    whole = (tmp_path / "class" / "class.html").read_text(encoding="utf-8")
    page = Words(whole)
    assert not page.tags & {"script", "iframe", "object", "form"}
    for odd in odds:
        assert "".join(page.words).count(class_read.text(odd)) >= 6
    assert "default-src 'none'" in whole and "onerror=y>" not in whole


# --- what is damaged or foreign -------------------------------------------------------------------


def test_files_are_known_by_what_is_in_them(tmp_path):
    put(tmp_path / "a" / "b" / "c" / "Reader_Ada_4711_file_x.HTM", answers=[answered("00.1")])
    put(tmp_path / "renamed.txt", "Ben", answers=[answered("00.1")])
    put(tmp_path / ".hidden" / "x.html", "Nobody", answers=[answered("00.1")])
    put(tmp_path / "__MACOSX" / "x.html", "Nobody", answers=[answered("00.1")])
    (tmp_path / "._renamed.txt").write_bytes(b"\0")
    (tmp_path / "Thumbs.db").write_bytes(b"\0")
    assert read(tmp_path) == (["Ben", "Ada Reader"], [])


def test_a_page_that_another_program_has_saved_anew_is_read(tmp_path):
    """Another order and form of the tag, capitals, line ends, UTF-16: the content is the same."""
    own = "Élan: id=sinorus-hand-in, </script>, id='sinorus-hand-in'>"
    whole = put(tmp_path / "0.html", answers=[answered("00.1", own)]).read_text(encoding="utf-8")
    tag = '<script type="application/json" id="sinorus-hand-in">'
    assert whole.count(tag) == 1
    tags = [
        "<script id='sinorus-hand-in' type='application/json'>",
        "<script type=application/json id=sinorus-hand-in>",
        '<SCRIPT ID="sinorus-hand-in"\r\n TYPE="application/json">',
    ]
    for number, other in enumerate(tags, 1):
        (tmp_path / f"{number}.html").write_bytes(
            whole.replace(tag, other).replace("</script>", "</SCRIPT >").encode("utf-8-sig")
        )
    (tmp_path / "4.html").write_bytes(whole.replace("\n", "\r\n").encode("utf-16"))
    hands, said = class_read.hands_in(tmp_path)
    assert said == [] and [hand.answers[0]["answer"] for hand in hands] == [own] * 5


def test_a_page_saved_as_a_mail_is_no_other_file(tmp_path):
    whole = put(tmp_path / "0.html", answers=[answered("00.1")]).read_bytes()
    (tmp_path / "0.html").write_bytes(whole.replace(b"=", b"=3D").replace(b", ", b",=\r\n "))
    assert read(tmp_path) == ([], ['"0.html" is damaged and cannot be read; ask for it again.'])


def test_every_cut_of_a_file_is_said_and_never_raised(tmp_path):
    whole = put(tmp_path / "one.html", answers=[answered("00.1")]).read_bytes()
    end = whole.rindex(b"</script>")
    for cut in [*range(0, len(whole), 97), end - 1, end]:
        (tmp_path / "one.html").write_bytes(whole[:cut])
        names, said = read(tmp_path)
        assert (names, len(said)) == ([], 1), cut
    assert "empty" in read_cut(tmp_path, b"") and "damaged" in read_cut(tmp_path, whole[: end - 1])


def read_cut(folder, content):
    (folder / "one.html").write_bytes(content)
    return read(folder)[1][0]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                "exercise edition state answer given cited chart key said guess".split()
            )
            | st.sampled_from("why options day question sure words against title".split()),
            inner | st.sampled_from(["04.1", "05.1", "04.0", "right", "a", "2000-04-30"]),
            max_size=7,
        )
    ),
    max_leaves=25,
)


@EACH
@given(answers=_JSON, guesses=_JSON, forecasts=_JSON, number=_JSON)
def test_whatever_stands_in_a_file_nothing_is_raised(tmp_path, answers, guesses, forecasts, number):
    odd = content() | {"answers": answers, "guesses": guesses, "forecasts": forecasts}
    odd["number"] = number
    whole = 'id="sinorus-hand-in">' + json.dumps(odd).replace("<", "\\u003c") + "</script>"
    (tmp_path / "one.html").write_text(f"<script {whole}", encoding="utf-8")
    hands, _ = class_read.hands_in(tmp_path)
    persons, _ = class_people.people(hands)
    class_tables.as_csv(class_tables.rows(persons))
    class_tables.counted(persons)
    class_page._exercises(persons), class_page._guesses(persons), class_page._expected(persons)


@pytest.mark.parametrize(
    "machine",
    [
        b"", b"[]", b'"x"', b"{}", b'{"format": 1}', b'{"format": 1, "name": 5}', b"[" * 100_000,
        b'{"name": "A", "format": 1, "n": ' + b"9" * 5000 + b"}", b"\xff\xfe", b"null",
    ],
)  # fmt: skip
def test_a_damaged_part_for_machines_is_one_sentence(tmp_path, machine):
    mark = b'<script type="application/json" id="sinorus-hand-in">'
    (tmp_path / "one.html").write_bytes(mark + machine + b"</script>")
    put(tmp_path / "two.html", "Ben", answers=[answered("00.1")])
    assert read(tmp_path) == (
        ["Ben"],
        ['"one.html" is damaged and cannot be read; ask for it again.'],
    )


def test_what_cannot_be_read_within_a_file_is_counted(tmp_path, capsys):
    put(tmp_path / "one.html", answers=[answered("00.1"), answered("01.1", state="brilliant")])
    whole = (tmp_path / "one.html").read_text(encoding="utf-8")
    (tmp_path / "one.html").write_text(whole.replace('"guesses": []', '"guesses": [5]'))
    frame = sinorus.collect(tmp_path)
    assert len(frame) == 1
    said = 'Of "one.html" 2 parts were left out, because of damage.'
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("folder", ["no such", 5, None, "~nobody-here/x", "a\0b"])
def test_a_folder_that_is_none_is_a_sentence(tmp_path, monkeypatch, folder):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SinorusError, match=r"^(There is no folder|Name the folder)"):
        sinorus.collect(folder)


def test_a_folder_without_hand_ins_is_a_sentence_and_gets_no_class(tmp_path):
    (tmp_path / "a.html").write_text("<p>", encoding="utf-8")
    with pytest.raises(SinorusError, match=r'no hand-in file .*\n"a\.html" is no hand-in'):
        sinorus.collect(tmp_path)
    assert not (tmp_path / "class").exists()


def test_a_whole_disk_is_no_class(tmp_path, monkeypatch):
    monkeypatch.setattr(class_read, "_MOST_FILES", 3)
    for number in range(4):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(SinorusError, match="more than 3 files"):
        sinorus.collect(tmp_path)


# --- who is who -----------------------------------------------------------------------------------


def who(folder):
    persons, said = class_people.people(class_read.hands_in(folder)[0])
    return [(person.label, person.hand.file) for person in persons], said


def test_the_later_number_counts(tmp_path):
    one, two = answered("00.1", state="wrong"), answered("00.1", state="right")
    put(tmp_path / "z.html", "Ada Reader", 1, [one], [bet("04.0", "a")])
    put(tmp_path / "a.html", "ada  reader", 2, [two], [bet("04.0", "a", "b")])
    persons, said = who(tmp_path)
    assert persons == [("ada reader", "a.html")]
    assert said == [
        'ada reader handed in 2 times: "a.html" counts, the later one, and not "z.html".'
    ]


@pytest.mark.parametrize(
    "later",
    [
        {"guesses": [bet("04.0", "b")], "answers": [answered("00.1")]},
        {"answers": [answered("00.1", state="wrong")], "guesses": [bet("04.0", "a")]},
        {"answers": [], "guesses": [bet("04.0", "a")]},
        {
            "answers": [answered("00.1")],
            "guesses": [bet("04.0", "a")],
            "forecasts": [locked("2000-04-30", "beijing", 20)],
        },
    ],
)
def test_two_adas_are_kept_apart_also_by_a_later_number(tmp_path, later):
    first = [locked("2000-04-30", "beijing", 70)]
    put(tmp_path / "a.html", "Ada", 1, [answered("00.1")], [bet("04.0", "a")], first)
    put(tmp_path / "b.html", "Ada", 2, **later)
    persons, said = who(tmp_path)
    assert persons == [("Ada (1)", "a.html"), ("Ada (2)", "b.html")]
    assert said[0].startswith("2 hand-ins bear the name Ada and do not fit together")


def test_two_adas_who_both_hand_in_twice(tmp_path):
    for file, letter in (("x", "a"), ("y", "b")):
        for number in (1, 2):
            guesses = [bet("04.0", letter), *([bet("04.zhu", letter)] if number == 2 else [])]
            put(tmp_path / f"{file}{number}.html", "Ada", number, guesses=guesses)
    assert who(tmp_path)[0] == [("Ada (1)", "x2.html"), ("Ada (2)", "y2.html")]


def test_a_copy_counts_once(tmp_path):
    file = put(tmp_path / "hand-in Ada.html", "Ada", answers=[answered("00.1")])
    shutil.copy(file, tmp_path / "hand-in Ada (1).html")
    persons, said = who(tmp_path)
    assert persons == [("Ada", "hand-in Ada.html")]
    assert said == ['"hand-in Ada (1).html" is the same as "hand-in Ada.html"; it counts once.']


def test_another_edition_is_left_out_and_the_rest_counts(tmp_path, capsys):
    old = [answered("04.1") | {"edition": 1}, answered("04.2"), answered("00.1")]
    put(tmp_path / "a.html", "Ada", answers=old, guesses=[bet("04.0", "a") | {"edition": 1}])
    unknown = answered("00.1") | {"exercise": "99.9"}
    put(tmp_path / "b.html", "Ben", answers=[unknown, answered("00.1")])
    frame = sinorus.collect(tmp_path)
    said = capsys.readouterr().out
    why = "left out, since it belongs to another edition of the course than yours"
    assert f"Ada: {why}: 04.1, 04.0." in said
    assert f"Ben: {why}: 99.9." in said
    assert frame["item"].str[:4].tolist() == ["00.1", "04.2", "00.1"]


# --- running twice --------------------------------------------------------------------------------


def test_running_twice_writes_over_its_own_files_only(tmp_path, capsys):
    put(tmp_path / "a.html", "Ada", answers=[answered("00.1")])
    sinorus.collect(tmp_path)
    made = sorted(path.name for path in (tmp_path / "class").iterdir())
    put(tmp_path / "b.html", "Ben", answers=[answered("00.1")])
    frame = sinorus.collect(tmp_path)
    assert frame["student"].tolist() == ["Ada", "Ben"]
    assert sorted(path.name for path in (tmp_path / "class").iterdir()) == made
    assert made == [".made.json", "class.csv", "class.html", "class.json"]
    assert [row["student"] for row in table_of(tmp_path)] == ["Ada", "Ben"]


def test_a_table_that_the_teacher_changed_stays(tmp_path, capsys):
    put(tmp_path / "a.html", "Ada", answers=[answered("00.1")])
    sinorus.collect(tmp_path)
    marked = tmp_path / "class" / "class.csv"
    marked.write_text("Ada;very good", encoding="utf-8")
    capsys.readouterr()
    for _ in range(2):
        sinorus.collect(tmp_path)
        said = capsys.readouterr().out
        assert '"class.csv" was changed or is not ours, so it stays as it is' in said
        assert "class 2.csv" in said and "is no hand-in" not in said
    assert marked.read_text(encoding="utf-8") == "Ada;very good"
    assert not (tmp_path / "class" / "class 3.csv").exists()


def test_a_folder_class_of_somebody_else_loses_nothing(tmp_path, capsys):
    hand = put(tmp_path / "class" / "class.html", "Ada", answers=[answered("00.1")])
    (tmp_path / "class" / ".made.json").write_text("[" * 100_000, encoding="utf-8")
    before = hand.read_bytes()
    for _ in range(2):
        assert sinorus.collect(tmp_path)["student"].tolist() == ["Ada"]
    assert hand.read_bytes() == before
    assert (tmp_path / "class" / "class 2.html").exists()


def test_a_file_class_is_a_sentence(tmp_path):
    put(tmp_path / "class", "Ada", answers=[answered("00.1")])
    with pytest.raises(SinorusError, match="is a file, so no folder of that name can be made"):
        sinorus.collect(tmp_path)


def test_a_disk_that_refuses_is_a_sentence_and_costs_no_hand_in(tmp_path, monkeypatch):
    hand = put(tmp_path / "a.html", "Ada", answers=[answered("00.1")])
    before = hand.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(SinorusError, match=r"Nothing more can be written .*: No space left"):
        sinorus.collect(tmp_path)
    assert hand.read_bytes() == before
    assert list((tmp_path / "class").iterdir()) == []


def test_the_terminal_says_where_things_are(tmp_path):
    put(tmp_path / "a.html", "李", answers=[answered("00.1")])
    put(tmp_path / "b.html", "李", answers=[answered("01.1")])
    command = [sys.executable, "-m", "sinorus", "collect", str(tmp_path)]
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, text=True, env=plain)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"2 students in {tmp_path / 'class'}" in done.stdout
    assert "kept apart" in done.stdout


def test_a_terminal_gets_no_traceback(tmp_path, capsys):
    assert main(["collect", str(tmp_path / "none")]) == 1
    assert capsys.readouterr().err.startswith("There is no folder")


# --- the class beside a guess ---------------------------------------------------------------------


@pytest.fixture
def thirty_guesses(tmp_path, capsys):
    """The class.json of thirty students."""
    for number in range(30):
        letter = "aaabbc"[number % 6]
        put(tmp_path / "in" / f"{number}.html", f"S{number}", guesses=[bet("04.0", letter)])
    sinorus.collect(tmp_path / "in")
    return tmp_path / "in" / "class" / "class.json"


@pytest.mark.parametrize("place", ["class.json", ".sinorus/class.json"])
def test_a_guess_that_is_opened_says_what_the_class_said(thirty_guesses, tmp_path, place):
    with course_folder(tmp_path / "ada"):
        shutil.copy(thirty_guesses, place)
        before = sinorus.guess("04.0")
        assert before.state == "unanswered" and "class" not in before.text
        assert "class" not in sinorus.guess("04.0", "b").text
        assert "class" not in sinorus.guess("04.0", "...").text
        opened = sinorus.guess("04.0").text
        assert opened.endswith("\nIn your class of 30: 15 (a), 10 (b), 5 (c).")
        assert "In your class" not in sinorus.guess("04.zhu", "a").text
        assert "class" not in sinorus.guess("04.zhu").text


@pytest.mark.parametrize("name", ["class 2.json", "class (1).json", "class(1).json"])
def test_the_newest_file_of_the_class_counts_also_where_it_is_numbered(
    thirty_guesses, tmp_path, name
):
    """As `collect` names a second one, and a browser that loads it once more."""
    with course_folder(tmp_path / "ada"):
        sinorus.guess("04.0", "b")
        shutil.copy(thirty_guesses, name)
        assert "In your class of 30" in sinorus.guess("04.0").text
        other = thirty_guesses.read_text(encoding="utf-8").replace(": 30", ": 31")
        (tmp_path / "ada" / "class.json").write_text(other, encoding="utf-8")
        for newer, number in ((name, 30), ("class.json", 31)):
            for one in ("class.json", name):
                os.utime(tmp_path / "ada" / one, (9, 9) if one == newer else (5, 5))
            assert f"In your class of {number}" in sinorus.guess("04.0").text
        os.rename(name, "class of 1999.json")
        os.remove("class.json")
        assert "In your class" not in sinorus.guess("04.0").text


def test_a_changed_mind_of_the_class_is_said(tmp_path, capsys):
    for number, letters in enumerate(["a", "ab", "bc", "b"]):
        put(tmp_path / "in" / f"{number}.html", f"S{number}", guesses=[bet("04.0", *letters)])
    put(tmp_path / "in" / "x.html", "Silent", answers=[answered("00.1")])
    sinorus.collect(tmp_path / "in")
    with course_folder(tmp_path / "ada"):
        shutil.copy(tmp_path / "in" / "class" / "class.json", ".")
        sinorus.guess("04.0", "b")
        said = "In your class of 5, 4 guessed: first 2 (a), 2 (b), 0 (c); then 1 (a), 2 (b), 1 (c)."
        assert said in sinorus.guess("04.0").text


def damaged(text):
    """What may be wrong with a class.json."""
    good = json.loads(text)
    yield "", "{", "[]", "[" * 100_000, "null", text[: len(text) // 2]
    one = good["guesses"]["04.0"]
    for odd in (
        {"edition": 1}, {"first": {"z": 30}}, {"first": {"a": -1}}, {"first": {"a": "30"}},
        {"first": None}, {"last": {}}, {"first": {"a": 31}, "last": {"a": 31}},
    ):  # fmt: skip
        yield (json.dumps(good | {"guesses": {"04.0": one | odd}}),)
    yield from ((json.dumps(good | odd),) for odd in ({"students": "30"}, {"format": 2}))
    yield from ((json.dumps(good | {"guesses": odd}),) for odd in ([], None, {"04.0": []}))


def test_a_damaged_file_of_the_class_says_nothing(thirty_guesses, tmp_path):
    text = thirty_guesses.read_text(encoding="utf-8")
    with course_folder(tmp_path / "ada") as _:
        sinorus.guess("04.0", "b")
        alone = sinorus.guess("04.0").text
        for variants in damaged(text):
            for variant in variants:
                (tmp_path / "ada" / "class.json").write_text(variant, encoding="utf-8")
                assert sinorus.guess("04.0").text == alone, variant[:80]
        (tmp_path / "ada" / "class.json").write_bytes(b"\xff\xfe\x00")
        assert sinorus.guess("04.0").text == alone


def test_the_class_as_data_has_no_names_and_no_words_of_anybody(class_of_seven):
    folder, frame, _, _ = class_of_seven
    text = (folder / "class" / "class.json").read_text(encoding="utf-8")
    data = json.loads(text)
    assert data["students"] == 8
    for name in frame["student"]:
        assert json.dumps(name, ensure_ascii=False)[1:-1] not in text
    assert "because" not in text and "trust" not in text and "hand-in" not in text
    first = data["guesses"]["04.0"]["first"]
    guesses = frame[(frame["kind"] == "guess") & frame["item"].str.startswith("04.0")]
    word = guesses["first"].where(guesses["first"] != "", guesses["answer"])
    assert first == {letter: int(word.str.startswith(f"({letter})").sum()) for letter in "abc"}
    for one in data["forecasts"]:
        assert one["sure"] == sorted(one["sure"])


# --- pictures -------------------------------------------------------------------------------------


def people(number):
    return range(1, number + 1)


def guess_table(*counts, settles=True):
    asked = GUESSES["04.0"]
    rows = [
        [letter, words, first, last, asked.settles[letter] if settles else ""]
        for (letter, words), (first, last) in zip(asked.options.items(), counts)
    ]
    return pd.DataFrame(rows, columns=["letter", "words", "first", "last", "settles"])


def coding_table(number, seed=1):
    chance = random.Random(seed)
    odd = ["042", "057", "046", "999", "36"]
    rows = [
        [person, place, code if chance.random() < 0.7 else chance.choice(odd)]
        for person in people(number)
        for place, code in COURSE["05.1"].answer.items()
    ]
    return pd.DataFrame(rows, columns=["coder_id", "locator", "cameo_code"])


def forecast_table(number, seed=1):
    chance = random.Random(seed)
    rows = [
        [person, day, one.words, chance.randint(0, 10) * 10, one.came, one.on, one.outcome]
        for person in people(number)
        for one in QUESTIONS
        for day in one.days
    ]
    columns = ["person", "day", "question", "sure", "came", "settled", "outcome"]
    return pd.DataFrame(rows, columns=columns).astype({"day": "str", "settled": "str"})


QUESTION = GUESSES["04.0"].question
PICTURES = {
    "guesses": lambda: charts.class_guesses(guess_table((12, 3), (9, 19), (9, 8)), QUESTION, 32),
    "guesses-many": lambda: charts.class_guesses(
        guess_table((120, 90), (0, 30), (1, 1), settles=False), QUESTION
    ),
    "guesses-few": lambda: charts.class_guesses(guess_table((1, 1), (2, 2), (0, 0)), QUESTION),
    "codings": lambda: charts.class_codings(coding_table(30)),
    "codings-many": lambda: charts.class_codings(coding_table(140)),
    "codings-few": lambda: charts.class_codings(coding_table(2)),
    "forecasts": lambda: charts.class_forecasts(forecast_table(30)),
    "forecasts-many": lambda: charts.class_forecasts(forecast_table(140)),
    "forecasts-one": lambda: charts.class_forecasts(forecast_table(1)),
}


@pytest.fixture(scope="module")
def spec_of():
    return {name: draw().to_dict() for name, draw in PICTURES.items()}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_draws_and_can_be_spoken(spec_of, name):
    assert problems(spec_of[name]) == []
    said = spec_of[name]["description"]
    assert 60 <= len(said) <= 1200 and said.endswith((".", "?"))
    assert not set(said) & set("()[]{}|<>_…\n")
    assert not re.search(r"\bnan\b|None|NaT", said)


@pytest.mark.parametrize("name", PICTURES)
def test_colours_stand_out_from_white(spec_of, name):
    text = json.dumps(list(specs(spec_of[name])))
    colours = set(re.findall(r'"(#[0-9A-Fa-f]{6})"', text)) - {"#FFFFFF"}
    assert colours
    for colour in colours:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        light = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts))
        assert 1.05 / (light + 0.05) >= 3, colour


def test_each_guess_is_a_dot_and_none_hides_another():
    for counts in (((12, 3), (9, 19), (9, 8)), ((120, 90), (0, 30), (1, 1))):
        dots = charts.data(charts.class_guesses(guess_table(*counts), QUESTION))
        found = dots.groupby(["letter", "when"]).size()
        for letter, (first, last) in zip("abc", counts):
            assert found.get((letter, "at first"), 0) == first
            assert found.get((letter, "in the end"), 0) == last
        assert not dots.duplicated(["at", "y"]).any()


def test_a_share_is_given_of_five_people_and_more_only():
    for first, shares in ((4, False), (5, True)):
        table = guess_table((first, first), (0, 0), (0, 0), settles=False)
        shown = json.dumps(charts.class_guesses(table, QUESTION).to_dict())
        assert (" %)" in shown) is shares
    assert "Krippendorff" not in json.dumps(charts.class_codings(coding_table(4)).to_dict())


def test_what_settles_a_guess_stands_below_its_option(spec_of):
    words = " ".join(
        row["words"] for rows in spec_of["guesses"]["datasets"].values() for row in rows
        if row.get("look") == "settles"
    )  # fmt: skip
    assert all(said in words for said in GUESSES["04.0"].settles.values())
    assert "settles" not in json.dumps(spec_of["guesses-many"])


def test_codes_stand_beside_those_of_the_coders(spec_of):
    table = coding_table(30)
    dots = charts.data(charts.class_codings(table))
    assert dots.groupby(["locator", "cameo_code"]).size().to_dict() == (
        table.groupby(["locator", "cameo_code"]).size().to_dict()
    )
    assert not dots.duplicated(["at", "y"]).any()
    marks = [
        row["kind"] for rows in spec_of["codings"]["datasets"].values() for row in rows
        if "kind" in row
    ]  # fmt: skip
    for kind, times in (("settled code", 6), ("run of a model", 18), ("rule coder", 6)):
        assert marks.count(kind) == times
    alpha = sinorus.agreement(table.rename(columns={"cameo_code": "code"}), "code")
    alpha = alpha.set_index("measure").loc["Krippendorff's alpha", "value"]
    assert f"alpha of the class: {alpha:.2f}." in " ".join(spec_of["codings"]["title"]["subtitle"])


def test_a_class_that_writes_one_code_is_told_so():
    rows = [[person, "yu-1999 c4", "041"] for person in people(6)]
    table = pd.DataFrame(rows, columns=["coder_id", "locator", "cameo_code"])
    subtitle = charts.class_codings(table).to_dict()["title"]["subtitle"]
    assert "All wrote the same code." in " ".join(subtitle)


def test_a_code_that_lost_its_zero_is_still_that_code(tmp_path):
    given = {"yu-1999 c4": "41", "yu-2000 c5": "031", "yu-2000 c7": "99"}
    put(tmp_path / "a.html", "Ada", answers=[answered("05.1", given=given, state="wrong")])
    (hand,), _ = class_read.hands_in(tmp_path)
    assert [code for _, _, code in class_tables.codes_of(hand)] == ["041", "031", "99"]


def test_the_median_of_the_class_is_the_thick_line():
    table = forecast_table(30)
    chart = charts.class_forecasts(table).to_dict()
    found = {}
    for rows in chart["datasets"].values():
        for row in rows:
            if str(row.get("words", "")).startswith("median "):
                found.setdefault(row["words"], set()).add(row["day"][:10])
    medians = table.groupby(["question", "day"])["sure"].median()
    assert len(medians) == 5
    for (_, day), middle in medians.items():
        assert day in found[f"median {middle:.0f}"]
    assert [part["title"]["text"] for part in chart["vconcat"]] == [one.words for one in QUESTIONS]


@pytest.mark.parametrize(
    "draw, wrong",
    [
        (lambda table: charts.class_guesses(table, "?"), "is missing"),
        (charts.class_codings, "is missing"),
        (charts.class_forecasts, "is missing"),
    ],
)
def test_what_is_no_such_table_is_a_sentence(draw, wrong):
    for table in (pd.DataFrame({"a": [1]}), None, 5):
        with pytest.raises(SinorusError, match=wrong):
            draw(table)


def test_a_class_that_said_nothing_has_no_picture():
    for draw in (
        lambda: charts.class_guesses(guess_table((0, 0), (0, 0), (0, 0)), "?"),
        lambda: charts.class_codings(coding_table(0)),
        lambda: charts.class_forecasts(forecast_table(0)),
    ):
        with pytest.raises(SinorusError, match="Nobody in this class"):
            draw()


def test_no_name_stands_in_a_picture(class_of_seven):
    folder, frame, _, _ = class_of_seven
    page = (folder / "class" / "class.html").read_text(encoding="utf-8")
    pictures_alone = page[page.index("<h2") : page.index('id="who"')]
    assert "<figure" in pictures_alone
    for name in frame["student"].unique():
        assert name not in pictures_alone


def test_a_chart_that_asks_for_other_data_is_not_drawn(tmp_path, capsys):
    outside = {"data": {"url": "https://example.org/a.csv"}, "mark": "bar", "encoding": {}}
    own = alt.Chart(pd.DataFrame({"n": [1]}), title="One bar alone").mark_bar().encode(x="n:Q")
    for name, chart in (("Ada", outside), ("Ben", own.to_dict()), ("Cem", {"mark": 5})):
        put(tmp_path / f"{name}.html", name, answers=[answered("05.5", "(a chart)", chart=chart)])
    sinorus.collect(tmp_path)
    page = (tmp_path / "class" / "class.html").read_text(encoding="utf-8")
    assert page.count("data:image/svg+xml") == 1 and "example.org" not in page
    assert "One bar alone" in page


# --- how it looks ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser():
    if own_lab.CHROMIUM is None:
        if os.environ.get("SINORUS_REQUIRE_BROWSER"):
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine: how a class looks was not tested")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=own_lab.CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def seen(browser, spec_of):
    """Where words and marks stand, by picture."""
    schema = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json"}
    svgs = pictures([finished(spec) | schema for spec in spec_of.values()])
    page = browser.new_page(viewport={"width": 820, "height": 1180})
    found = {}
    for name, svg in zip(spec_of, svgs):
        page.set_content(f"<body style='margin: 0'>{svg}</body>")
        found[name] = page.evaluate(
            """() => {
                const box = (mark) => {
                    const b = mark.getBoundingClientRect();
                    return [b.left, b.top, b.right, b.bottom, mark.textContent];
                };
                const all = (css) => [...document.querySelectorAll(css)].map(box);
                return {words: all('text').filter((b) => b[4]),
                        marks: all('.mark-symbol.role-mark path'),
                        window: box(document.querySelector('svg'))};
            }"""
        )
    page.close()
    return found


def touching(one, two, slack=1.5):
    across = min(one[2], two[2]) - max(one[0], two[0])
    down = min(one[3], two[3]) - max(one[1], two[1])
    return across > slack and down > slack


@pytest.mark.parametrize("name", PICTURES)
def test_words_touch_neither_words_nor_marks_and_nothing_is_cut(seen, name):
    words, marks = seen[name]["words"], seen[name]["marks"]
    left, top, right, bottom, _ = seen[name]["window"]
    assert len(words) > 5 and right <= 820
    for one, two in combinations(words, 2):
        assert not touching(one, two), (one, two)
    for word in words:
        assert not [mark for mark in marks if touching(word, mark)], word
        assert word[0] >= left and word[1] >= top and word[2] <= right and word[3] <= bottom, word


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_of_a_class(browser, class_of_seven, scheme):
    from axe_playwright_python.sync_playwright import Axe

    folder, _, _, _ = class_of_seven
    context = browser.new_context(color_scheme=scheme, viewport={"width": 820, "height": 1180})
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / "class" / "class.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in found] == []
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 820
    assert {url[:5] for url in asked} <= {"file:", "data:"}
    context.close()


def test_a_name_leads_to_the_file(browser, class_of_seven):
    folder, _, _, before = class_of_seven
    page = browser.new_page()
    page.goto((folder / "class" / "class.html").as_uri())
    links = page.eval_on_selector_all(".grid a", "links => links.map(link => link.href)")
    paths = {path.as_uri() for path in before}
    assert len(links) == 8 and set(links) <= paths
    page.close()


@pytest.mark.slow
def test_thirty_simulated_students(tmp_path, capsys):
    folder = tmp_path / "class of thirty"
    files = make_class(folder)
    spoil(folder, files)
    frame = sinorus.collect(folder)
    assert frame["student"].nunique() == 31
    assert len(capsys.readouterr().out.splitlines()) == 11 + 4
    assert (folder / "class" / "class.html").stat().st_size < 10_000_000


def test_a_hand_in_is_rewritten_as_it_was(class_of_seven):
    """What the damaged files of the simulated class rest on."""
    folder, _, _, _ = class_of_seven
    file = next(folder.glob("participant_4700*/*.html"))
    again = rewritten(file, lambda content: content)
    assert again == file.read_text(encoding="utf-8")
