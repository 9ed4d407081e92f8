"""Under a beginner's first errors stands one plain sentence; the ordinary message stays."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sinorus.teaching import kind_errors, kind_syntax

SETUP = (
    "import sinorus\n"
    "import altair as alt\n"
    "import pandas as pd\n"
    'events = sinorus.load("events")\n'
    'record = sinorus.load("record")\n'
    'answer = "b"\n'
    'acts = events[events["between_the_two"]]\n'
    "spring = acts.assign(page=1)\n"
    "page = 2"
)

#: A cell as a beginner writes it, the error that Python names, and words of our sentence.
CASES = [
    # words without quotation marks
    ("answer = b", "NameError", 'Do you mean "b"?'),
    ("answer = d, e", "NameError", 'Do you mean "d, e"?'),
    ("answer = two", "NameError", "in digits, without quotation marks: 2."),
    ('events[events["kind"] == talk]', "NameError", 'in quotation marks: `== "talk"`'),
    ("answer = [a, c]", "NameError", 'Do you mean "a"?'),
    ('acts[acts["told_by"] == Yu Bin]', "SyntaxError", '`== "Yu Bin"`'),
    ("told = sinorus.table(HERE, ['when'])", "NameError", "HERE marks a place"),
    ("answer = yu-2000", "NameError", 'Do you mean "yu-2000"?'),
    ("answer = c10", "NameError", 'Do you mean "c10"?'),
    ("answer = yu 1999 c4", "SyntaxError", '"yu 1999 c4"'),
    ("answer = 14 April", "SyntaxError", '"14 April"'),
    ("sinorus.show(Yu 1999 p14)", "SyntaxError", '"Yu 1999 p14"'),
    ("answer = half", "NameError", 'the word "half"'),
    ("alt.Chart(events).mark_point(color=half)", "NameError", 'the word "half"'),
    ("answer = 8th", "SyntaxError", "A number with letters is a text"),
    ("sinorus.check(04, answer)", "SyntaxError", "begins with 0"),
    ("answer = 2000-06-05", "SyntaxError", "A day stands between quotation marks"),
    ("answer = ¶14", "SyntaxError", "The sign ¶"),
    ("answer = 5–7", "SyntaxError", "The sign – can stand only in a text"),
    # quotation marks
    ("answer = “b”", "SyntaxError", "The quotation mark “ comes from a word processor"),
    ('answer = "yu-1999', "SyntaxError", "Add the missing one"),
    ('answer = "one\ntwo"', "SyntaxError", "between three marks at each end"),
    ("answer = 'It's here'", "SyntaxError", "The apostrophe inside your text ends it"),
    ('answer = """one two', "SyntaxError", "must end with three"),
    ('answer = "He said "alliance" twice"', "SyntaxError", "Use single ones inside"),
    ('"answer" = "b"', "SyntaxError", "The name before = stands without quotation marks"),
    ('my answer = "b"', "SyntaxError", "A name before = is one word"),
    # equals signs
    ('events[events["year"] = 1999]', "SyntaxError", "so write =="),
    ('if answer = "b": pass', "SyntaxError", "so write =="),
    ('events["year"] = = 1999', "SyntaxError", "stand together: =="),
    ('events.query("year = 1999")', "ValueError", "Two equals signs"),
    ("print page = 2", "SyntaxError", "`print(page == 2)`"),
    ("print answer", "SyntaxError", "`print(answer)`"),
    ('alt.Chart(events).mark_point().encode(x=="year")', "NameError", "one equals sign is enough"),
    ('alt.Chart(events).mark_point().encode("x"="year")', "SyntaxError", "without quotation marks"),
    # brackets and commas
    ('sinorus.load("events"', "SyntaxError", "Write ) where it ends"),
    ('answer = ["a", "b"', "SyntaxError", "Write ] where it ends"),
    ('sinorus.load("events"))', "SyntaxError", "There is one ) too many"),
    ('sinorus.load("events"]', "SyntaxError", "What begins with ( ends with )"),
    ('alt.Chart(events).mark_point().encode(x="year" y="what")', "SyntaxError", "a comma"),
    (
        'answer = alt.Chart(acts).mark_point().encode(x="start", y="kind" color="year")',
        "SyntaxError",
        "One is missing before `color`",
    ),
    (
        'answer = (\n    alt.Chart(acts)\n    .encode(x="start", y="kind" color="year")\n)',
        "SyntaxError",
        "One is missing before `color`",
    ),
    (
        'alt.Chart(acts).mark_point().encode(x="start"\n    y="kind")',
        "SyntaxError",
        "a comma",
    ),
    (
        'answer = alt.Chart(acts).mark_point().encode(x="start", y="kind"), color="year"',
        "SyntaxError",
        "`color=...` belongs inside it",
    ),
    (
        'answer = alt.Chart(acts).mark_point().encode(x="start", y="kind") color="year"',
        "SyntaxError",
        "`color=...` belongs inside it",
    ),
    (
        'alt.Chart(acts).mark_point().encode(x="start", color=kind)',
        "NameError",
        '`color="kind"`',
    ),
    ('sinorus.check("04.1", answer="b", "c")', "SyntaxError", "comes last"),
    ('events("year")', "TypeError", "square brackets"),
    ('sinorus.load["events"]', "TypeError", "round brackets"),
    ("for row in [1]\n    print(row)", "SyntaxError", "ends with a colon"),
    ("if 1:\nprint(1)", "IndentationError", "four blanks"),
    ("answer = 1\n  answer", "IndentationError", "Delete them"),
    # conditions
    ('events[events["year"] == 1999 & events["between_the_two"]]', "TypeError", "Around & and |"),
    ('events[events["kind"] == "talk" & events["year"] == 1999]', "TypeError", "Around & and |"),
    ('events["kind"] == "+" & ~(events["kind"] == "act")', "TypeError", "Around & and |"),
    (
        'events[(events["kind"] == "talk") and (events["year"] == 1999)]',
        "ValueError",
        "write & in place of and",
    ),
    ('events[events["year"] > "1999"]', "UFuncTypeError", "without quotation marks"),
    ('events[events["start"] > 1999]', "TypeError", "A day stands between quotation marks"),
    ('"1999" + 1', "TypeError", "cannot be added"),
    ("america = 60,2\namerica / 7.64", "TypeError", "Python writes a point"),
    ("alt.datum(56,8)", "TypeError", "Python writes a point"),
    # names
    ("evens.head()", "NameError", "Did you mean `events`?"),
    ("sinoru.load('events')", "NameError", "Did you mean `sinorus`?"),
    ("Answer", "NameError", "Capital letters count"),
    ("prnt(1)", "NameError", "Did you mean `print`?"),
    ("answer = true", "NameError", "`True`? Capital letters count"),
    ("import sinorous", "ModuleNotFoundError", "Did you mean `sinorus`?"),
    ("import altari as alt", "ModuleNotFoundError", "Did you mean `altair`?"),
    ("events.hed()", "AttributeError", "Did you mean `head`?"),
    ("alt.chart(events)", "AttributeError", "Did you mean `Chart`?"),
    ("alt.Chart(events).mark_points()", "AttributeError", "Did you mean `mark_point`?"),
    ("events.yaer", "AttributeError", "Did you mean `year`?"),
    ('events["what"].contains("NATO")', "AttributeError", "`.str.contains(...)`"),
    ('events["year"].str.contains("x")', "AttributeError", ".str works on words"),
    ('sinorus.show("Yu 1999 p14", fnd="x")', "TypeError", "Did you mean `find`?"),
    ("zzzz.head()", "NameError", "was that cell run?"),
    (
        'sinorus.table(events.sort_values("start", ascending=False, ["when"]))',
        "SyntaxError",
        "close it before the comma",
    ),
    (
        'sinorus.table(events.sort_values("start", ["when"], ascending=False))',
        "TypeError",
        "before the list of columns",
    ),
    # columns
    ('events["n_report"]', "KeyError", 'The table has no column "n_report"'),
    ('events["yaer"]', "KeyError", "Did you mean `year`?"),
    ('events[["whn", "what"]]', "KeyError", "Did you mean `when`?"),
    ('events.groupby("yaer").size()', "KeyError", "Did you mean `year`?"),
    ('events.sort_values("yaer")', "KeyError", "Did you mean `year`?"),
    ('events.merge(record, on="yaer")', "KeyError", "Did you mean `year`?"),
    ('events.query("yaer == 1999")', "UndefinedVariableError", "Did you mean `year`?"),
    ('events.query("kind == \'talk")', "SyntaxError", "between the brackets of query"),
    ('events.query("kind == talky")', "UndefinedVariableError", "single marks"),
    ("events[events[year] == 1999]", "NameError", "`year` is a column"),
    ("events.query(year == 1999)", "NameError", "What query takes is a text"),
    ("events[0]", "KeyError", "table.head()"),
    # charts: Altair finds these only when it draws
    ('alt.Chart(events).mark_point().encode(x="whn", y="what")', "ValueError", "`when`?"),
    ('alt.Chart("events").mark_point().encode(x="year")', "ValueError", "not its name"),
    ('alt.Chart(events).mark_point().encode(colour="kind")', "TypeError", "writes `color`"),
    (
        'alt.Chart(events).mark_point(colour="red").encode(x="year")',
        "SchemaValidationError",
        "writes `color`",
    ),
    (
        'alt.Chart(events).mark_bar().encode(x="year").properties(titel="x")',
        "SchemaValidationError",
        "Did you mean `title`?",
    ),
    ('events["year"].plot.barh()', "ImportError", "draws with Altair"),
    ('alt.Chart(acts).mark_bar().encode(x=count(), y="kind")', "NameError", '"count()"'),
    ('alt.Chart(acts).mark_bar().encode(x=count, y="kind")', "NameError", '"count()"'),
    ('alt.Chart(acts).mark_bar().encode(alt.X(mean("year")))', "NameError", '"mean(year)"'),
    ('alt.Chart(acts).mark_bar().encode(x=sum("year"))', "TypeError", '"sum(year)"'),
    ('alt.Chart(acts).mark_bar().encode(x=alt.count(), y="kind")', "Attribute", '"count()"'),
    ('alt.Chart(acts).mark_bar().encode(x="count", y="kind")', "ValueError", '"count()"'),
    ('alt.Chart(acts).mark_bar().encode(x="counts()", y="kind")', "ValueError", '"count()"'),
    ("acts.mark_bar()", "AttributeError", "first: `alt.Chart(acts).mark_bar()`"),
    ('acts.encode(x="year")', "AttributeError", "first: `alt.Chart(acts)"),
    ('acts["year"].mark_point()', "AttributeError", "first: `alt.Chart(acts).mark_point()`"),
    ('"acts".mark_bar()', "AttributeError", "first: `alt.Chart(acts)"),
    ('alt.encode(x="year")', "AttributeError", "first: `alt.Chart("),
    # a name without quotation marks that holds something
    ("spring[page]", "KeyError", '`spring[spring["page"] == page]`'),
    ('sinorus.table(spring[page], ["when"])', "KeyError", 'stands in quotation marks: `spring["'),
    ("spring[spring[page] == 2]", "KeyError", 'stands in quotation marks: `spring["page"]`'),
    ("spring[answer]", "KeyError", "`answer` holds 'b', and that is no column"),
    ('spring["page" == page]', "KeyError", '`spring["page"] == ...`. Round'),
    ("spring[page == 2]", "KeyError", '`spring["page"] == ...`. Round'),
    ('sinorus.table(spring["page" == 2], ["when"])', "KeyError", '`spring["page"] == ...`. Round'),
    ('spring.sort_values("start", ascending="False")', "ValueError", "without quotation marks"),
    (
        "bet = three\nsinorus.guess('01.slip', bet)",
        "NameError",
        'quotation marks: `bet = "three"`',
    ),
    # what belongs to a module
    ("june = table(acts)", "NameError", "write `sinorus.table`"),
    ('show("E16")', "NameError", "write `sinorus.show`"),
    ('check("04.1", "b")', "NameError", "write `sinorus.check`"),
    ("charts.timeline(acts)", "NameError", "write `sinorus.charts`"),
    ("Chart(acts).mark_bar()", "NameError", "write `alt.Chart`"),
    # a name that its own cell gives
    ("objection = objection", "NameError", 'quotation marks: `objection = "objection"`'),
    ("print(objection)\nobjection = 1", "NameError", "put the line that begins with"),
    # an order
    ("answer = c < b < a", "NameError", 'whole answer between quotation marks: "c < b < a"'),
    ("answer = c < b = a", "SyntaxError", 'whole answer between quotation marks: "c < b = a"'),
    ('sinorus.check("04.2", c < b = a)', "SyntaxError", 'marks: "c < b = a"'),
    ('sinorus.check("04.2", c<b<a)', "NameError", 'marks: "c<b<a"'),
    ("answer = talk < sign < deed", "NameError", 'marks: "talk < sign < deed"'),
    ("first = [for, against, neither]", "SyntaxError", "`for` is a word of Python's own"),
    ('sinorus.table(spring["page"] = 5)', "SyntaxError", "so write =="),
    # dots
    ("... + 1", "TypeError", "Replace the three dots"),
    ("len(...)", "TypeError", "Replace the three dots"),
    ("events[...]", "KeyError", "Replace the three dots"),
    ("answer = …", "SyntaxError", "Replace the three dots"),
    ('alt.Chart(events).mark_point().encode(x=..., y="what")', "TypeError", "three dots"),
    ('alt.Chart(events).mark_point().encode(x="...", y="what")', "ValueError", "three dots"),
]

#: Cells under which nothing is said: nothing is wrong, it is said already, or nobody can help.
SILENT = [
    ("answer = 'b'", ""),
    ("events.head(2)", ""),
    ('alt.Chart(events).mark_point().encode(x="year:O", y="count()")', ""),
    ('alt.Chart(events).mark_bar().encode(x="n:Q").transform_aggregate(n="count()")', ""),
    ('sinorus.load("evnts")', "SinorusError"),
    ('sinorus.laod("events")', "UnknownNameError"),
    ('spring["page"] = 5', ""),
    ("1 / 0", "ZeroDivisionError"),
    ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    ('{"a": 1}["b"]', "KeyError"),
    ("class Odd(Exception):\n    def __str__(self): raise ValueError\nraise Odd()", "Odd"),
    ("raise NameError", "NameError"),
    ("raise KeyError", "KeyError"),
    ("raise SyntaxError", "SyntaxError"),
]

RUN = """
import contextlib, io, json, sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance(colors="nocolor")
found = []
for cell in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(out):
        shell.run_cell(cell)
    found.append(out.getvalue())
print("\\0" + json.dumps(found))
"""


def run(cells, code=RUN, **environment):
    """What a real shell of IPython says below each cell."""
    root = str(Path(__file__).resolve().parent.parent)
    path = os.pathsep.join([root, os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps(cells),
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", **environment},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.rpartition("\0")[2])


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    cells = [cell for cell, *_ in CASES + SILENT]
    start = "import os; os.chdir(" + repr(str(tmp_path_factory.mktemp("shell"))) + ")"
    return dict(zip(cells, run([start, SETUP, *cells])[2:]))


@pytest.mark.parametrize("cell, error, words", CASES, ids=[cell for cell, *_ in CASES])
def test_a_sentence_stands_under_the_message(said, cell, error, words):
    message, mark, sentence = said[cell].partition("In plain words.")
    assert error in message, "the ordinary message stays as it is"
    assert mark and words in sentence, said[cell][-300:]
    assert sentence.count("\n") <= 1 and len(sentence) <= 260


@pytest.mark.parametrize("cell, error", SILENT, ids=[cell[:40] for cell, _ in SILENT])
def test_elsewhere_nothing_is_said(said, cell, error):
    assert "In plain words" not in said[cell]
    assert error in said[cell] and "kind_errors" not in said[cell]


def test_a_chart_without_its_column_is_explained():
    """With its type written, a misspelt column raises nothing: the chart is only empty."""
    cell = 'alt.Chart(events).mark_point().encode(x="whn:N", y="what:N")'
    assert "So the chart is empty there" in run([SETUP, cell])[1]


EMPTY = [
    ('page = "2"\nsinorus.table(spring[spring["page"] == page], ["when"])', "Write 2 without"),
    ('spring[spring["page"] == "2"]', "Write 2 without"),
    ("page = ...\nsinorus.table(spring[spring['page'] == page])", "`page` holds three dots"),
    ('spring[spring["page"] == ...]', "here stand three dots"),
    ('sinorus.table(spring[spring["kind"] == 2])', 'Write "2" in quotation marks'),
    ('spring[spring["page"] == 7]', ""),
    ("spring.head(0)", ""),
    ('spring[spring["kind"] == "Talk"]', "Did you mean `talk`? Capital letters count."),
    ('spring[spring["kind"] == "talk"]', ""),
]


def test_a_table_without_rows_is_explained_where_the_reason_is_known():
    for (cell, words), said in zip(EMPTY, run([SETUP, *(cell for cell, _ in EMPTY)])[1:]):
        assert words in said.partition("In plain words. No row fits")[2], cell
        assert words or "In plain words" not in said, cell


def test_a_table_and_its_columns_side_by_side_lack_the_function():
    said = run([SETUP, 'early = spring.head(2), ["when", "what"]\nearly', "spring.head(2), 1"])
    assert "brackets of `sinorus.table(...)`" in said[1] and "In plain words" not in said[2]


def test_a_count_behind_the_bracket_of_the_table_is_explained():
    said = run([SETUP, 'sinorus.table(events["kind"]).value_counts()', 'events["kind"].head()'])
    assert "Write it inside, behind the column" in said[1] and "In plain words" not in said[2]


def test_a_result_that_lacks_its_frame_is_explained():
    """The question without its table, words in place of a picture, the earliest first."""
    asked = 'spring["kind"] == "talk"'
    shown = [
        (f"his = {asked}\nhis", "round your question: `spring[ ]`,"),
        (asked, "round your question: `spring[ ]`,"),
        (f"two = {asked}\nsinorus.table(two['page'].value_counts())", "`spring[ ]`,"),
        ('events["kind"].value_counts', "round brackets are missing: `value_counts()`."),
        ("told = events.head\ntold", "round brackets are missing: `head()`."),
        ('picture = "18 July 2000"\npicture', "`picture` holds only words."),
        ('latest = events.sort_values("start")\nlatest', "`, ascending=False`"),
        (f"{asked.split()[0]}\nhis", "put `his =` before your line."),
        (f"spring[{asked}]\nhis", "put `his =` before your line."),
    ]
    silent = [
        f"his = spring[{asked}]\nhis",
        "spring['page'].isna()",
        '"18 July 2000"',
        'latest = events.sort_values("start", ascending=False)\nlatest',
        'early = events.sort_values("start")\nearly',
    ]
    # a name that a cell has given is known from then on, so the last two have a shell of their own
    said = run([SETUP, *(cell for cell, _ in shown[:5])])[1:]
    said += run([SETUP, *(cell for cell, _ in shown[5:])])[1:]
    for (cell, words), one in zip(shown, said):
        assert words in one.partition("In plain words.")[2], cell
    for cell, one in zip(silent, run([SETUP, *silent])[1:]):
        assert "In plain words" not in one, cell


def test_three_dots_alone_ask_for_a_line():
    said = run(["import sinorus", "june = ...\njune", "...", "(june, 1)", "[...]", "print(june)"])
    for alone in said[1:3]:
        assert "Nothing yet: write your line in place of the three dots." in alone
        assert "Ellipsis" not in alone
    for other in said[3:]:
        assert "Ellipsis" in other and "Nothing yet" not in other


def test_what_comes_after_a_break():
    """A kernel that was started anew knows nothing; only its start can tell it to listen."""
    cells = ["import sinorus", "del sinorus", 'sinorus.check("04.1", "b")', "events.head()"]
    for said in run(cells)[2:]:
        assert "NameError" in said and "Run > Run All Above Selected Cell" in said
    start = Path(kind_errors.__file__).with_name("at_start.py")
    code = RUN.replace(
        "found = []", f"shell.safe_execfile({str(start)!r}, shell.user_ns)\nfound = []"
    )
    first, names = run(['sinorus.check("04.1", "b")', '"sinorus" in dir()'], code)
    assert "Run > Run All Above Selected Cell" in first and "False" in names


def test_it_is_said_once_however_often_the_course_is_imported():
    again = "import importlib\nimportlib.reload(sinorus)"
    assert run(["import sinorus", again, "import sinorus", "answer = b"])[3].count("In plain") == 1


def test_outside_a_notebook_nothing_listens():
    code = "import sys, sinorus; print(any('kind_' in name for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "False"


def test_a_fault_of_our_own_is_never_seen():
    broken = (
        "import sinorus\nfrom sinorus.teaching import kind_errors\n"
        "kind_errors.sentence = None\nkind_errors.blank_chart = None"
    )
    for said in run([broken, "answer = b", "answer = 1"])[1:]:
        assert "NoneType" not in said and "In plain words" not in said


@pytest.mark.parametrize("message", ["", "unheard of", "name 'x'", "'", "field", "(", "\0"])
@pytest.mark.parametrize("kind", [kind for kind, _ in kind_errors._KINDS])
def test_no_message_makes_it_fail(kind, message):
    for names in (None, {}, {"x": 1, "_": None, "events": object()}):
        assert isinstance(kind_errors.sentence(kind(message), "a = (", names), str)


def test_names_of_hers_are_escaped(said):
    from sinorus.teaching.exercise import Feedback

    sentence = kind_syntax.sentence(SyntaxError("invalid syntax"), "answer = a <b>x</b> c")
    assert "<b>" not in Feedback("", "hint", sentence)._repr_html_()
