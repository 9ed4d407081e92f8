"""The page that is handed in: whole, safe, readable by people and by machines."""

import datetime as dt
import errno
import html.parser
import json
import os
import re

import altair as alt
import pandas as pd
import pytest

import sinorus
from sinorus.teaching import check as checking
from sinorus.teaching import given, hand_in, hand_in_page, progress, store
from sinorus.teaching.exercise import Exercise, Mistake, Open
from sinorus.teaching.exercises import COURSE

MISTAKES = (Mistake("a", "dusk", "No, that is later.", "yu-1999 ¶8"),)
WORD = Exercise("04.91", "One word", "text", "dawn", "So.", MISTAKES, "P.", "F.")
DRAWN = Exercise("04.92", "A chart", "chart", lambda drawn: [], "So.", (), "P.", "F.")
ESSAY = Open("04.93", "A verdict", ("I <claim>.", "I doubt."), ("ONE.", "TWO."), ())
INVENTED = {one.id: one for one in (WORD, DRAWN, ESSAY)}
TABLE = pd.DataFrame({"year": [1999, 2000], "n": [3, 5]})
ATTACK = (
    '</script><script>alert(1)</script><img src=x onerror="alert(1)"> '
    "<a href='javascript:alert(1)'>&lt; {{ 7 * 7 }} {% raw %} \ud83d \u202e"
)


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    """No memory of other tests, a course folder, and invented exercises."""
    (tmp_path / store.MARKER).mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(store, "_held", {})
    for module in (checking, progress, hand_in, hand_in_page):
        monkeypatch.setattr(module, "COURSE", COURSE | INVENTED)
    return tmp_path


class Page(html.parser.HTMLParser):
    """What a browser makes of a page: its elements, its words, and the part for machines."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.words, self.machine, self._in = [], [], "", "", None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attributes]
        if tag in ("script", "style"):
            self._in = tag

    def handle_endtag(self, tag):
        self._in = None if tag == self._in else self._in

    def handle_data(self, data):
        if self._in == "script":
            self.machine += data
        elif self._in is None:
            self.words += data


def read(path):
    page = Page(path.read_text(encoding="utf-8"))
    return page, json.loads(page.machine)


def test_a_page_holds_every_answer_whole_with_its_question():
    sentence = "Beijing and Moscow spoke of one thing and did another {} times (Yu 1999 p14). "
    essay = "".join(sentence.format(number) for number in range(70))[:5423]
    assert len(essay) == 5423
    sinorus.check("04.93", essay, "Yu 1999 p14")
    sinorus.check("00.1", "a, d")
    page, content = read(sinorus.hand_in("Ada Reader"))
    assert essay.strip() in page.words
    first, second = content["answers"]
    assert first["exercise"] == "00.1" and first["title"] == COURSE["00.1"].title
    assert first["question"].startswith("Exercise 00.1") and "Yeltsin" in page.words
    assert (first["state"], first["answer"], first["given"]) == ("right", "a, d", "a, d")
    assert second["answer"] == essay and second["cited"] == ["Yu 1999 ¶14"]
    assert second["against"] == "Yu 1999 p14" and second["chart"] is None
    assert "Cited: Yu 1999 ¶14." in page.words
    for words in ("Right.", "Not finished.", "Ada Reader", "I <claim>.", "I doubt."):
        assert words in page.words
    assert page.tags.count("input") == 2


def test_the_part_for_machines_has_its_form():
    sinorus.check("04.91", "dusk")
    sinorus.guess("04.0", "a", why="I think so")
    sinorus.guess("04.0", "b")
    sinorus.guess("my bet", "a trader")
    store.keep(
        "forecasts",
        "06.horizon",
        {"locked": [{"day": "2000-04-30", "said": {"beijing": 70, "meeting": 20}, "why": "so"}]},
    )
    page, content = read(sinorus.hand_in("Ada Reader"))
    assert list(content) == [
        "format",
        "version",
        "name",
        "number",
        "answers",
        "guesses",
        "forecasts",
    ]
    assert (content["format"], content["version"]) == (1, sinorus.__version__)
    (answer,) = content["answers"]
    assert set(answer) == set(
        "exercise edition title question state answer given cited against chart".split()
    )
    assert answer["edition"] == store.edition_of("04.91") and answer["state"] == "wrong"
    asked, own = content["guesses"]
    assert asked["key"] == "04.0" and "1999" in asked["question"] and "a" in asked["options"]
    assert asked["said"] == [{"guess": "a", "why": "I think so"}, {"guess": "b", "why": ""}]
    assert own["key"] == "my bet" and own["said"] == [{"guess": "a trader", "why": ""}]
    first, second = content["forecasts"]
    assert first == {
        "day": "2000-04-30",
        "question": "beijing",
        "words": "Will Putin have been in Beijing by the end of July?",
        "sure": 70,
        "why": "so",
    }
    assert second["sure"] == 20
    for words in ("First: (a)", "Later: (b)", "I think so", "a trader", "70 per cent"):
        assert words in page.words


def test_no_time_and_no_count_of_wrong_answers_is_handed_in():
    for answer in ("dusk", "noon", "night"):
        sinorus.check("04.91", answer)
    sinorus.check("04.91", "dawn")
    path = sinorus.hand_in("Ada")
    text = path.read_text(encoding="utf-8")
    assert "dusk" not in text and "noon" not in text and "wrong" not in text
    assert str(dt.date.today().year) not in text


def test_nothing_is_overwritten_and_each_file_knows_its_number(fresh):
    sinorus.check("04.91", "dawn")
    paths = [sinorus.hand_in("Ada Reader") for _ in range(3)]
    names = ["hand-in Ada Reader.html", "hand-in Ada Reader 2.html", "hand-in Ada Reader 3.html"]
    assert [path.name for path in paths] == names
    assert [read(path)[1]["number"] for path in paths] == [1, 2, 3]
    paths[1].unlink()
    assert sinorus.hand_in("Ada Reader").name == "hand-in Ada Reader 4.html"
    assert not [path for path in fresh.iterdir() if path.suffix == ".tmp"]


def test_a_name_taken_meanwhile_is_left(fresh, monkeypatch):
    sinorus.check("04.91", "dawn")
    monkeypatch.setattr(hand_in, "_number", lambda *_: 0)
    (fresh / "hand-in Ada.html").write_text("mine")
    path = sinorus.hand_in("Ada")
    assert path.name == "hand-in Ada 2.html" and read(path)[1]["number"] == 2
    assert (fresh / "hand-in Ada.html").read_text() == "mine"


def test_a_disk_without_links_keeps_what_is_there_too(fresh, monkeypatch):
    def link(*_):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(store.os, "link", link)
    sinorus.check("04.91", "dawn")
    assert sinorus.hand_in("Ada").name == "hand-in Ada.html"
    assert read(sinorus.hand_in("Ada"))[1]["number"] == 2
    assert len(list(fresh.glob("*.html"))) == 2 and not list(fresh.glob("*.tmp"))


@pytest.mark.parametrize(
    "name, stem",
    [
        ("  Ada \n Reader ", "Ada Reader"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ('a<b>:"|?*\\c', "a_b_______c"),
        ("李明", "李明"),
        ("Zoë\u202e", "Zoë"),
        ("Ada \ud83d", "Ada \ufffd"),
        ("字" * 150, "字" * 40),
        ("CON", "CON"),
        ("*", "_"),
        ("Ada...", "Ada"),
    ],
)
def test_a_name_is_made_safe_for_the_file_and_whole_inside(fresh, name, stem):
    sinorus.check("04.91", "dawn")
    path = sinorus.hand_in(name)
    assert path.name == f"hand-in {stem}.html" and path.parent == fresh and path.exists()
    assert read(path)[1]["name"] == " ".join(name.split()).replace("\ud83d", "\ufffd")


def test_without_a_name_or_an_answer_a_sentence_says_so():
    for name in ("", "  ", "...", None, 5):
        with pytest.raises(sinorus.SinorusError, match="Give your name"):
            sinorus.hand_in(name)
    with pytest.raises(sinorus.SinorusError, match="Nothing was answered"):
        sinorus.hand_in("Ada")
    sinorus.guess("04.0", "a")
    assert sinorus.hand_in("Ada").exists()


# --- safety --------------------------------------------------------------------------------------


def test_nothing_that_a_student_writes_acts_on_the_page():
    sinorus.check("04.91", ATTACK)
    sinorus.check("04.93", ATTACK, ATTACK)
    sinorus.guess(ATTACK[:90], ATTACK, why=ATTACK)
    sinorus.check("04.92", alt.Chart(TABLE).mark_bar().encode(x="n:Q").properties(title=ATTACK))
    page, content = read(sinorus.hand_in(ATTACK[:80]))
    assert page.tags.count("script") == 1 and {"a", "img"} & set(page.tags) == {"a", "img"}
    for tag, name, value in page.attributes:
        assert not name.startswith("on"), (tag, name)
        if name in ("href", "src"):
            assert value.startswith(("#", "data:image/svg+xml;base64,")), value
    policy = next(value for _, name, value in page.attributes if name == "content")
    assert policy.startswith("default-src 'none'") and "script-src" not in policy
    assert given.sound(ATTACK) in page.words
    assert content["answers"][0]["answer"] == given.sound(ATTACK)
    assert "<" not in page.machine


@pytest.mark.parametrize("sign", "=+-@＝")
def test_what_is_pasted_into_a_spreadsheet_is_no_formula(sign):
    attack = f"{sign}HYPERLINK(1)\n  {sign}1\na\t{sign}2\r{sign}3"
    sinorus.check("04.91", attack)
    sinorus.guess("my bet", f"x{sign}1", why=attack)
    page, content = read(sinorus.hand_in(f"{sign}1"))
    assert not re.search(rf"(?:^|[\t\r\n]) *{re.escape(sign)}(?=[\dH])", page.words)
    assert f"x{sign}1" in page.words
    assert content["answers"][0]["answer"] == attack and content["name"] == f"{sign}1"


# --- charts and tables ---------------------------------------------------------------------------


def test_a_chart_is_handed_in_as_a_picture_in_words_and_as_its_specification():
    chart = alt.Chart(TABLE).mark_bar().encode(x="year:O", y="n:Q").properties(title="Five acts")
    sinorus.check("04.92", chart)
    page, content = read(sinorus.hand_in("Ada"))
    spec = content["answers"][0]["chart"]
    assert spec["mark"]["type"] == "bar" and list(spec["datasets"].values()) == [
        TABLE.to_dict("records")
    ]
    assert alt.Chart.from_dict(spec)
    alternative = next(value for _, name, value in page.attributes if name == "alt")
    assert "Five acts" in alternative and "details" in page.tags and "Chart(" not in page.words


def test_the_first_chart_of_a_notebook_has_the_look_of_the_course(monkeypatch):
    """It is checked before anything has loaded that look."""
    drawn = []
    monkeypatch.setattr(hand_in, "pictures", lambda charts: drawn.extend(charts) or [None])
    with alt.theme.enable("default"):
        sinorus.check("04.92", alt.Chart(TABLE).mark_bar().encode(x="year:O", y="n:Q"))
    sinorus.hand_in("Ada")
    assert drawn[0]["config"]["font"] == "sans-serif" and drawn[0]["background"] == "white"


def test_a_chart_that_cannot_be_drawn_stands_in_words(monkeypatch):
    monkeypatch.setattr(hand_in, "pictures", lambda charts: [None] * len(charts))
    chart = alt.Chart(TABLE).mark_bar().encode(x="year:O", y="n:Q").properties(title="Five acts")
    sinorus.check("04.92", chart)
    page, _ = read(sinorus.hand_in("Ada"))
    assert "img" not in page.tags and "Five acts." in page.words


def test_numbers_that_json_does_not_know_are_left_out_of_a_chart():
    table = pd.DataFrame({"n": [1.0, float("nan")], "d": pd.to_datetime(["2000-01-01", None])})
    sinorus.check("04.92", alt.Chart(table).mark_point().encode(x="n:Q", y="d:T"))
    _, content = read(sinorus.hand_in("Ada"))
    (rows,) = content["answers"][0]["chart"]["datasets"].values()
    assert [row["n"] for row in rows] == [1.0, None]


def test_of_a_very_large_chart_the_data_are_left_out_and_that_is_said():
    alt.data_transformers.disable_max_rows()
    table = pd.DataFrame({"n": range(40_000), "text": "some words"})
    sinorus.check("04.92", alt.Chart(table).mark_point().encode(x="n:Q"))
    path = sinorus.hand_in("Ada")
    page, content = read(path)
    assert path.stat().st_size < 200_000 and "too large and are left out" in page.words
    assert "datasets" not in content["answers"][0]["chart"]


def test_a_table_is_handed_in_as_text():
    sinorus.check("04.91", TABLE)
    page, content = read(sinorus.hand_in("Ada"))
    assert content["answers"][0]["given"] is None
    assert re.search(r"year +n\n0 +1999 +3\n1 +2000 +5", page.words)


# --- when something goes wrong -------------------------------------------------------------------


def test_a_full_disk_leaves_no_file_and_says_so(fresh, monkeypatch):
    sinorus.check("04.91", "dawn")
    before = sorted(path.name for path in fresh.iterdir())

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(store.os, "fsync", full)
    with pytest.raises(sinorus.SinorusError, match="the disk is full"):
        sinorus.hand_in("Ada")
    assert sorted(path.name for path in fresh.iterdir()) == before


def test_a_damaged_answer_is_named_and_the_others_are_whole(fresh):
    sinorus.check("04.91", "dawn")
    sinorus.check("00.1", "a, d")
    (fresh / store.MARKER / "answers" / "04.91.json").write_text("{")
    page, content = read(sinorus.hand_in("Ada"))
    assert [one["state"] for one in content["answers"]] == ["right", "damaged"]
    assert "The file of this answer was damaged." in page.words and "a, d" in page.words


def test_the_path_reads_as_a_sentence_and_outside_a_folder_says_what_it_holds(fresh):
    sinorus.check("04.91", "dawn")
    said = repr(sinorus.hand_in("Ada"))
    assert said == "Written for your teacher: hand-in Ada.html, in your course folder."
    os.rename(fresh / store.MARKER, fresh / "elsewhere")
    sinorus.check("04.91", "dawn")
    said = repr(sinorus.hand_in("Ada"))
    assert "hand-in Ada 2.html" in said and "no course folder" in said
