"""The measure of a notebook, the ladder of verbs, the sessions, the phrasebook."""

import doctest
import importlib
import json
import re

import bounds
import build_phrasebook
import cells
import ladder
import measure_course
import minutes
import nbformat
import prose
import pytest

import sinorus
from sinorus.paths import course

SOLVED = sorted((course() / "notebooks" / "solutions").glob("*.ipynb"))
ANEW = [path for path in SOLVED if measure_course.edition(nbformat.read(path, as_version=4)) == 2]
VERBS = ladder.verbs()


@pytest.mark.parametrize(
    "name",
    [
        "prose",
        "cells",
        "ladder",
        "minutes",
        "bounds",
        "measure_course",
        "build_phrasebook",
        "picture_screens",
    ],
)
def test_examples_of_the_tools_run(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


# --- sentences -----------------------------------------------------------------------------------

#: Written before the word lists were last changed: of each kind thirty.
WITH_A_VERB = """\
The convoy left at dawn.
Nobody in Belgrade slept that night.
Six men climbed into the lorry.
Her hands shook.
The generals blamed the weather.
Moscow's answer disappointed Beijing.
Rain fell on the square.
Where does the word come from?
Turn the page.
Ask who gains.
The deputy minister, tired and hungry, boarded his plane.
China abstains, Russia agrees.
Neither side trusts the other.
How long did it last?
Count the red squares.
A year later the same two men sat at one table.
The treaty binds both for twenty years.
The border runs along two rivers.
Prices doubled within a month.
Some readers object.
The guests smiled politely and changed the subject.
The list hides its own gaps.
The price of oil matters more.
Students hurled stones at the gates.
His successor reads the paper differently.
A diplomat rarely says no.
Twelve members voted against it.
The rockets stayed where they were.
Now write one sentence of your own.
This surprises even specialists."""
WITHOUT_A_VERB = """\
A treaty, but no alliance.
Two votes in one week.
Not a word about Taiwan.
Words first, deeds later.
Friends in public, rivals in private.
The same question, once more.
A visit of ten days, with rockets at the end.
Nothing new in Moscow.
Trade before soldiers.
And the Chinese answer?
So much for the theory.
No alliance, no enemy, no third country.
Three journalists and a wrong map.
An old promise in a new text.
Back to the list.
First the bomb, then the telephone.
A partner on paper only.
Why the silence?
Fighters for hard money.
The price of a promise.
Hardly a change of policy.
Eighty votes to four.
One author, two essays, two tempers.
Beijing again.
From friendship to business.
A cold spring, then a warm summer.
Less a pact than a habit.
Almost an ally.
The limits of a word.
Questions without answers."""


def test_sentences_without_a_verb_are_told_apart():
    """A list of words is no grammar: at most one in ten may be missed, either way."""
    missed = [text for text in WITH_A_VERB.splitlines() if not prose.has_verb(text)]
    passed = [text for text in WITHOUT_A_VERB.splitlines() if prose.has_verb(text)]
    assert len(missed) <= 1, missed
    assert len(passed) <= 3, passed


@pytest.mark.parametrize(
    "markdown",
    [
        "# A heading",
        "- a list\n- of nouns",
        "1. an order\n2. of nouns",
        "| a | table |\n|---|---|\n| of | nouns |",
        "> a quotation",
        "**Page 1, May.** He came.",
        "Moscow, 27 May 1999.",
        "Ninety minutes in class.",
        "The four words: alliance, alignment, partnership and friendship.",
        "<details><summary>Ours</summary>",
        "```python\nno prose\n```",
    ],
)
def test_what_may_lack_a_verb(markdown):
    assert prose.verbless(markdown) == []


def test_a_fragment_in_running_text_is_named():
    text = "He came in May. A long silence.\n\n**Bet.** And the answer?"
    assert prose.verbless(text) == ["A long silence.", "And the answer?"]


@pytest.mark.parametrize(
    "markdown, number",
    [
        ('one [two three](reader/yu-1999.md#p14 "Yu 1999 ¶14: (four) five \\"six\\"") seven', 4),
        ("one `two three` **four** — five", 5),
        ("one <span class='mathjax_ignore'>&#36;</span>5 three", 3),
        ("---\n\n| one | two |\n|---|---|", 2),
    ],
)
def test_words_are_those_that_are_read(markdown, number):
    assert prose.count_words(markdown) == number


def test_sentences_end_where_they_end():
    text = "He asked H. Lyman Miller of the U.S. Navy. “Why?” he said. She did not answer... No."
    assert prose.sentences(text) == [
        "He asked H. Lyman Miller of the U.S. Navy.",
        "“Why?” he said.",
        "She did not answer...",
        "No.",
    ]


# --- a made-up session, within all bounds, and what breaks each ----------------------------------

LONG = "The president of one country telephones the other, and for an hour nobody takes the call. "
SHORT = "Nobody takes the call. "
CHART = 'alt.Chart(events).mark_bar().encode(x="year", y="kind")'
PICTURE = {"application/vnd.vegalite.v5+json": {}}
SPARE = "`chart | chart` lays two charts side by side, and `sinorus.progress()` shows what is done."


def md(text, *tags):
    return nbformat.v4.new_markdown_cell(text, metadata={"tags": list(tags)})


def code(source, data=None, hidden=False):
    cell = nbformat.v4.new_code_cell(source, execution_count=1)
    cell.outputs = [nbformat.v4.new_output("execute_result", data)] if data else []
    cell.metadata = nbformat.from_dict({"jupyter": {"source_hidden": True}} if hidden else {})
    return cell


def gap(line, rest=""):
    return f"### BEGIN SOLUTION\n{line}\n### END SOLUTION\n{rest}"


def passage(words):
    return code('sinorus.show("Yu 1999 c4")', {"text/html": "<p>" + "word " * words + "</p>"})


def essay(number):
    text = 'answer = """A long\nessay\nof\nmany\nlines\nand\nmore."""\nagainst = "Yu 1999 c7"'
    return code(gap(text, f'sinorus.check("09.{number}", answer, against)'))


def session():
    """The cells of a session in which nothing is out of bounds, by names."""
    parts = {"title": md(f"# Made up\n\n{LONG * 4}")}
    parts["opening"] = code("import sinorus\n\nsinorus.charts.acts()", PICTURE)
    parts["story"] = md(
        f"## What happened\n\n{LONG * 6}What was said, the sources cannot show. {SPARE}"
    )
    parts["set-up"] = code(
        'import altair as alt\nevents = sinorus.load("events")\nrows = 3', hidden=True
    )
    parts["guess"] = code(gap('guess = "a"', 'sinorus.guess("09.0", guess)'))
    for number in range(1, 7):
        parts[f"part-{number}"] = md(f"## Part {number}\n\n{LONG * 3}")
        parts[f"passage-{number}"] = passage(60)
        answer = gap('answer = "a"', f'sinorus.check("09.{number}", answer)')
        parts[f"answer-{number}"] = code(answer)
    for number in range(1, 4):
        parts[f"chart-{number}"] = code(gap(f"chart = {CHART}", "chart"), PICTURE)
    parts["essay"] = essay(7)
    parts["end"] = md(f"## Class ends here\n\n{LONG * 3}")
    parts["home"] = essay(8)
    return parts


def measured(parts, copy=None):
    notebook = nbformat.v4.new_notebook(cells=list(parts.values()))
    for name, cell in parts.items():
        cell.id = name
    found = measure_course.measure(notebook, "09", copy)
    return bounds.out_of_bounds(found, bounds.bounds("09"))


def more(name, text):
    def change(parts):
        parts[name].source += text

    return change


def put(name, cell):
    def change(parts):
        parts[name] = cell

    return change


def without(*names):
    def change(parts):
        for name in names:
            del parts[name]

    return change


def renamed(old, new):
    def change(parts):
        for cell in parts.values():
            cell.source = cell.source.replace(old, new)

    return change


def pictures_last(parts):
    parts["opening"].outputs = []
    parts["title"].source += LONG * 3


BREAKS = [
    ("words", more("end", LONG * 170)),
    ("class words", more("part-3", LONG * 80)),
    ("shown", put("passage-1", passage(900))),
    ("what happened", more("story", LONG * 20)),
    ("mean", renamed(LONG, SHORT)),
    ("mean", renamed(" and for an hour", f" and for an hour {'or two ' * 5}")),
    ("short %", more("part-2", SHORT * 25)),
    ("no verb", more("part-2", "A long silence.")),
    ("to picture", pictures_last),
    ("to typing", more("title", LONG * 30)),
    ("pictures", without("chart-1", "chart-2")),
    ("hers", renamed(gap(f"chart = {CHART}", "chart"), CHART)),
    ("stretch", more("part-4", f"\n\n{LONG}" * 40)),
    ("links first", more("title", "[Nobody](reader/record.md) answers. " * 9)),
    ("lines", put("long", code("events\n" * 7))),
    ("chart lines", put("long", code("events\n" * 11, PICTURE))),
    ("columns", put("wide", code(f'events.sort_values("{"a" * 70}")'))),
    ("set-ups", lambda parts: parts.update({n: code("rows = 3", hidden=True) for n in "xy"})),
    ("set-up lines", put("deep", code("rows = 3\n" * 13, hidden=True))),
    ("not met", put("strange", code('events.query("year == 1999")'))),
    ("idle", renamed("`chart | chart`", "A stroke")),
    ("hands", without("guess")),
    ("questions", without("answer-1")),
    ("essays", without("home")),
    ("class min", lambda parts: parts.update(essay=code("\n".join(_essays())))),
    ("locators", more("part-1", "Yu Bin says so in ¶14 of his report, and nobody doubts it.")),
    ("locators", more("part-1", "Yu Bin tells the same story again in Yu 1999 c4, in July.")),
    ("marks", more("part-1", "The report says so, and the day is wrong [E25].")),
    ("cannot show", renamed("cannot show", "leave out")),
    ("cannot show", more("part-1", "A list cannot tell why, and it does not prove it. " * 2)),
    ("keep", more("part-1", "This is worth keeping, and that is worth remembering. " * 2)),
]


def _essays():
    return [f'sinorus.check("09.{number}", "", against="")' for number in range(20, 24)]


def test_a_session_can_be_within_all_bounds():
    assert measured(session()) == {}


@pytest.mark.parametrize("name, change", BREAKS, ids=[name for name, _ in BREAKS])
def test_what_is_out_of_bounds_is_found(name, change):
    parts = session()
    change(parts)
    assert name in measured(parts)


def test_results_in_the_student_s_copy_are_found(monkeypatch):
    copy = json.dumps({"cells": [{"cell_type": "code", "outputs": [{}], "execution_count": 1}]})
    assert measured(session(), copy) == {}
    monkeypatch.setattr(measure_course, "blank", lambda text: text)
    assert "outputs" in measured(session(), copy)


def test_every_bound_has_something_that_breaks_it():
    held = {name for name, limits in bounds.BOUNDS.items() if limits != (None, None)}
    assert held == {name for name, _ in BREAKS} | {"outputs"}
    assert set(bounds.MEANINGS) == set(bounds.BOUNDS)


def test_an_error_may_be_the_lesson():
    parts = session()
    parts["lesson"] = md("Look at the mark, [E25], and say what is wrong with it.", "error-lesson")
    assert measured(parts) == {}


def test_the_list_of_sources_is_not_read():
    parts = session()
    parts["sources"] = md("## Sources\n\n" + f"{LONG}\n\n" * 300, "sources")
    assert measured(parts) == {}


def test_what_the_student_is_told_to_type_is_no_citation():
    parts = session()
    parts["part-1"].source += (
        ' Write "Yu 1999 c7" or `Yu 1999 p14` in place of the dots. Name two places, such as'
        " (Yu 1999 c7) for an entry or (Yu 1999 p16) for a paragraph of the report."
    )
    assert measured(parts) == {}


def test_a_change_that_is_asked_for_below_a_cell_counts():
    text = "**Your turn.** In the cell above write `10` in place of `4`, and run it again."
    found = [cells.Cell("a", 'sinorus.show("Yu 1999 c4")', False), cells.Cell("b", text, True)]
    assert [place for place, _ in cells.hands(found)] == [1]
    assert not cells.hands([cells.Cell("b", "He wrote `10` letters, and changed a word.", True)])


def test_the_table_names_what_is_wrong(tmp_path):
    parts = session() | {"strange": code("events.melt()"), "wrong": md("A long silence.")}
    parts["end"].source += LONG * 200
    notebook = nbformat.v4.new_notebook(cells=list(parts.values()))
    notebook.metadata["sinorus"] = {"edition": 2}
    nbformat.write(notebook, tmp_path / "09_made_up.ipynb")
    printed = measure_course.table([tmp_path / "09_made_up.ipynb"])
    assert "A long silence." in printed and ".melt in cell" in printed
    assert "09_made_up: words of prose: " in printed
    for name in bounds.BOUNDS:
        assert re.search(rf"\s{re.escape(name)}\s", printed), name


# --- the ladder ----------------------------------------------------------------------------------

FREE = {"events", "record", "spring", "judged", "chart"}
TOOLS = {"sinorus", "alt", "pd"}


@pytest.mark.parametrize(
    "source, found",
    [
        ('events[events["year"] == 1999]', 'table[table["column"] == "x"]'),
        ('events[events["in_yu_1999"]]', 'table[table["column"] == "x"]'),
        ('events[events["what"].str.contains("visit")]', ".str.contains"),
        ('events[["when", "what"]]', 'table[["a", "b"]]'),
        ('events["new"] = 1', 'table["new"] ='),
        ('events.query("year == 1999 and kind in @kinds")', "and"),
        ('events.query("year >= 1999")', ">="),
        ('chart.encode(x="mean(year):Q")', '"mean()"'),
        ('chart.encode(alt.X("start:T"))', '":T"'),
        ("len(events)", "len"),
        ("[row for row in events]", "[... for ... in ...]"),
        ('f"{events}"', 'f"{name}"'),
        ("events.loc[3, 'what']", ".loc"),
        ("for row in events:\n    print(row)", "for"),
        ("a, b = 1, 2", "a, b ="),
        ("sinorus.charts.line('8 May') + chart", "sinorus.charts.line"),
        ('answer = """one\ntwo"""', '"""text"""'),
        ("rows = 3  # a remark", "# note"),
        ("not events", "not"),
        ("~events", "~"),
    ],
)
def test_constructs_are_seen(source, found):
    assert found in ladder.constructs(source, set(FREE), set(TOOLS))


def test_what_the_student_or_a_collapsed_cell_named_is_free():
    assert ladder.beyond([("a", "rows = events", False), ("b", "rows", True)], "04") == []
    assert ladder.beyond([("a", "rows", True)], "04") == [("rows", "a")]
    assert ladder.beyond([("a", "answer = (", True)], "04")[0][0].startswith("what is no Python")


def test_a_history_session_needs_no_method_session():
    used = [("a", "import sinorus\nsinorus.entries()", True)]
    assert ladder.beyond(used, "03") == [] != ladder.beyond(used, "04")
    assert "sinorus.entries" in ladder.known("05")


@pytest.mark.parametrize("number", [f"{number:02}" for number in range(1, 11)])
def test_few_new_verbs_a_notebook(number):
    new = [
        row for row in VERBS if row["notebook"] == number and row["kind"] in ("pandas", "altair")
    ]
    assert len(new) <= ladder.NEW_VERBS


def test_verbs_come_in_the_order_of_the_course_and_once():
    order = [row["notebook"] for row in VERBS]
    assert order == sorted(order) and set(order) == {f"{number:02}" for number in range(11)}
    for row in VERBS:
        # what a method session brought comes again in the history session that needs it
        again = [other for other in VERBS if other["parts"] & row["parts"] and other is not row]
        assert all({row["notebook"], other["notebook"]} - set(ladder.HISTORY) for other in again), (
            row["verb"]
        )
        assert row["sentence"].endswith((".", "?")) and len(row["sentence"].split()) <= 22


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    folder = tmp_path_factory.mktemp("examples")
    report = (course() / "data" / "reports" / "monitor-2000.txt").read_text(encoding="utf-8")
    (folder / "my-report.txt").write_text(report, encoding="utf-8")
    (folder / "my-events.csv").write_text("what\na visit\n", encoding="utf-8")
    names = {}
    exec(ladder.BEGIN, names)
    # what is handed in was answered before
    sinorus.check("00.1", "b")
    return folder, names


@pytest.mark.parametrize("row", VERBS, ids=[row["verb_id"] for row in VERBS])
def test_every_example_runs_and_shows_its_verb(row, begun, monkeypatch):
    """One line, of verbs that a student of this notebook knows."""
    folder, names = begun
    monkeypatch.chdir(folder)
    assert "\n" not in row["example"] and len(row["example"]) <= 88
    exec(row["example"], dict(names))
    used = set(ladder.constructs(row["example"], set(FREE), set(TOOLS)))
    assert row["parts"] <= used
    assert used <= ladder.known(row["notebook"])


def test_there_is_one_way_to_filter():
    """Square brackets with a comparison; no second way comes later in the course."""
    every = {part for row in VERBS for part in row["parts"]}
    assert 'table[table["column"] == "x"]' in ladder.known("01")
    assert not every & {".query", ".isin", "&", ".filter", ".where"}


# --- sessions ------------------------------------------------------------------------------------


def test_minutes_are_computed_from_words_texts_questions_and_talk():
    parts = session()
    notebook = nbformat.v4.new_notebook(cells=list(parts.values()))
    found = minutes.sections(notebook)
    words = sum(prose.count_words(c.source) for c in notebook.cells if c.cell_type == "markdown")
    want = words / 130 + 6 * 60 / 180 + 6 * 4 + 2 * 15 + 12 + 7
    # the address of a passage is read as well as the passage
    assert sum(part.computed for part in found) == pytest.approx(want, abs=0.5)
    assert [part.title for part in found if part.where == "home"] == ["Class ends here"]
    assert (found[0].extra, found[-2].extra) == (7, 12)


def test_a_page_that_is_read_alone_has_no_talk():
    notebook = nbformat.v4.new_notebook(cells=[md("# One\n\nWord."), md("## Two\n\nWord.")])
    assert [part.extra for part in minutes.sections(notebook)] == [0, 0]


@pytest.mark.parametrize(
    "printed, found",
    [
        ("*75 minutes in class, 35 minutes at home*", {"class": 75, "home": 35}),
        ("*Ninety minutes in class: ...* *Forty-five minutes at home.*", {"class": 90, "home": 45}),
        ("*Twenty minutes.* You need no experience.", {"class": 20}),
        ("*75 minutes in class; 50 minutes more at home*", {"class": 75, "home": 50}),
        ("It took some minutes.", {}),
    ],
)
def test_printed_times_are_read(printed, found):
    notebook = nbformat.v4.new_notebook(cells=[md(printed), md("Talk for twenty minutes.")])
    assert minutes.printed(notebook) == found


def test_only_notebooks_written_anew_have_sessions():
    known = {path.stem[:2] for path in ANEW}
    stored = {row["notebook"] for path in SOLVED for row in minutes.rows(path.stem[:2])}
    assert stored <= known


@pytest.mark.parametrize("path", ANEW, ids=lambda path: path.stem)
def test_sessions_are_those_of_the_notebook(path):
    """If this fails: python tools/measure_course.py --sessions proposes rows."""
    notebook = nbformat.read(path, as_version=4)
    found, stored = minutes.sections(notebook), minutes.rows(path.stem[:2])
    assert [(part.section, part.title, part.where) for part in found] == [
        (row["section"], row["title"], row["where"]) for row in stored
    ]
    for part, row in zip(found, stored):
        assert int(row["minutes"]) >= part.minutes, part.section
    times = {
        where: sum(int(row["minutes"]) for row in stored if row["where"] == where)
        for where in ("class", "home")
    }
    assert times["class"] <= minutes.CLASS
    printed = minutes.printed(notebook)
    assert {where: times[where] for where in printed} == printed
    assert "class" in printed or path.stem.startswith("00")


def test_rows_are_proposed():
    notebook = nbformat.v4.new_notebook(cells=list(session().values()))
    for name, cell in zip(session(), notebook.cells):
        cell.id = name
    rows = minutes.propose(notebook, "99")
    assert [tuple(row) for row in rows] == [minutes.FIELDS] * len(rows)
    assert all(row["minutes"] >= 1 and row["does"] for row in rows)


# --- the phrasebook ------------------------------------------------------------------------------


def test_the_stored_phrasebook_is_up_to_date():
    """If this fails: python tools/build_phrasebook.py"""
    stored = build_phrasebook.PAGE.read_text(encoding="utf-8")
    assert stored == build_phrasebook.page()
    anchors = re.findall(r'<a id="([^"]+)"></a>', stored)
    assert len(anchors) == len(set(anchors)) and {row["verb_id"] for row in VERBS} <= set(anchors)
    assert all(anchor == anchor.lower() for anchor in anchors)
