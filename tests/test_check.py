"""Exercises: every right form is right, every listed mistake gets its own hint, and nothing ever
raises.
"""

import datetime as dt
import decimal
import fractions
import json
import math

import altair as alt
import numpy as np
import pandas as pd
import pytest

import sinorus
from sinorus.locators import parse
from sinorus.look_up import cited
from sinorus.teaching import amounts, drawn, exercises, pieces, store
from sinorus.teaching import check as checking
from sinorus.teaching.drawn import chart_needs
from sinorus.teaching.examples import printed
from sinorus.teaching.exercise import Exercise, Feedback, Mistake, Open
from sinorus.teaching.exercises import COURSE

CLOSED = {key: exercise for key, exercise in COURSE.items() if isinstance(exercise, Exercise)}

#: Invented exercises, one of each form, so that every form is tested whatever the course uses.
TABLE = pd.DataFrame({"year": [1999, 2000], "n": [12, 40]})
MISTAKES = (
    Mistake("one", "wrong one", "Hint one.", "yu-2000 c1"),
    Mistake("two", "wrong two", "Hint two.", "yu-2000 c2"),
)


def invented(form, answer, mistakes=(), **more):
    """An exercise of one form, so that every form is tested whatever the course uses."""
    return Exercise(
        f"T.{form}",
        "t",
        form,
        answer,
        "Yes.",
        tuple(mistakes),
        "Look again.",
        "Start here.",
        **({"reread": "yu-2000 c29"} | more),
    )


def wrong(name, shows, **more):
    return Mistake(name, shows, "A hint of its own.", **more)


INVENTED = {
    exercise.id: exercise
    for exercise in (
        invented("text", "Jiang Zemin", MISTAKES, also=("Jiang",), because="yu-2000 c29"),
        invented(
            "letters",
            ["A", "C"],
            (wrong("b", lambda given: "b" in given, example=["A", "B"]), wrong("none", "none")),
        ),
        invented("choice", "b", (wrong("a", "a"),), options={"a": "It fell.", "b": "It rose."}),
        invented("order", "C > A > B", (wrong("back", "B A C"),)),
        invented(
            "number",
            lambda: 26.5,
            (wrong("twice", 53), wrong("negative", lambda n: n < 0, example=-1)),
            near=0.1,
        ),
        invented("numbers", [4, 6, 7], (wrong("one more", [4, 5, 6, 7]),)),
        invented(
            "date",
            lambda: "2000-06-05",
            (
                wrong("echo", "June 6, 2000"),
                wrong("year", lambda day: day.year == 1999, example="June 5, 1999"),
            ),
        ),
        invented("month", "November 1997", (wrong("later", "1998-11"),)),
        invented(
            "set",
            ["yu-1999", "yu-2000"],
            (wrong("one", ["yu-1999"]), wrong("many", lambda s: len(s) > 2, example=list("abc"))),
        ),
        invented("list", [1, 2, 3], (wrong("reversed", [3, 2, 1]), wrong("short", [1]))),
        invented(
            "locators",
            ["yu-2000 ¶12", "yu-1999 c4"],
            (wrong("one", "yu-2000 ¶12"), wrong("other", ["yu-1999 c1"])),
        ),
        invented(
            "codes", {"yu-1999 c4": "041", "yu-1999 c5": "046"}, (wrong("x", ["yu-1999 c4 042"]),)
        ),
        invented("chart", chart_needs("bar", {"x": "year", "y": "n"}, rows=2)),
        Open(
            "T.open", "t", ("A claim.", "Two passages."), "MODEL ANSWER", ("yu-2000 c5",), words=10
        ),
    )
}

ESSAY = (
    "One may claim that nothing changed in the spring of 2000 (`yu-2000 ¶2`). Against this stands "
    "yu-2000 c5, and I answer it so."
)
RIGHT_FORMS = {
    "T.text": [
        "Jiang Zemin",
        "jiang zemin.",
        " JIANG  ZEMIN ",
        "“Jiang Zemin”",
        "jiang",
        ["Jiang"],
        ("Jiang",),
        {"Jiang"},
        pd.Series(["Jiang Zemin"]),
        np.array(["jiang"]),
        pd.DataFrame({"x": ["Jiang"]}),
    ],
    "T.letters": [
        ["A", "C"],
        "AC",
        "a, c",
        "C and A",
        "(a) (c)",
        ("c", "a"),
        {"A", "C"},
        ["ac"],
        "points A and C",
        pd.Series(["A", "C"]),
    ],
    "T.number": [
        26.5,
        26.45,
        "26.5",
        "26.5 %",
        " 26.5 per cent. ",
        "about 26.5",
        "26.5 days",
        pd.Timedelta(days=26.5),
        np.float64(26.5),
        np.array([26.5]),
        pd.Series([26.5]),
        [26.5],
        decimal.Decimal("26.5"),
        fractions.Fraction(53, 2),
        pd.DataFrame({"x": [26.5]}),
    ],
    "T.date": [
        "June 5, 2000",
        "Jun. 5, 2000",
        "5 June 2000",
        "2000-06-05",
        dt.date(2000, 6, 5),
        dt.datetime(2000, 6, 5, 12),
        pd.Timestamp("2000-06-05"),
        np.datetime64("2000-06-05"),
        pd.Series([pd.Timestamp("2000-06-05")]),
        ["June 5, 2000"],
    ],
    "T.set": [
        ["yu-2000", "yu-1999"],
        ("yu-1999", "yu-2000"),
        {"yu-1999", "yu-2000"},
        "yu-2000, yu-1999",
        "Yu-1999; yu-2000",
        pd.Series(["yu-1999", "yu-2000"]),
        pd.Index(["yu-1999", "yu-2000"]),
        np.array(["yu-2000", "yu-1999"]),
        {"yu-1999": 1, "yu-2000": 2},
        pd.DataFrame({"report_id": ["yu-1999", "yu-2000"]}),
        ["yu-1999", "yu-2000", "yu-1999"],
        {"yu-1999": 1, "yu-2000": 2}.keys(),
    ],
    "T.list": [
        [1, 2, 3],
        (1, 2, 3),
        "1, 2, 3",
        ["1", "2", "3"],
        pd.Series([1.0, 2.0, 3.0]),
        np.arange(1, 4),
    ],
    "T.locators": [
        ["yu-1999 c4", "yu-2000 ¶12"],
        "yu-2000 p12, yu-1999 c4",
        {"yu-2000 P12", "YU-1999 c4"},
        ("`yu-2000 ¶12`", "`yu-1999 c4`"),
        pd.Series(["yu-2000 ¶12", "yu-1999 c4"]),
    ],
    "T.chart": [
        alt.Chart(TABLE, title="What the chart shows").mark_bar().encode(x="year:O", y="n:Q"),
        alt.Chart(TABLE)
        .mark_bar()
        .encode(x="year:O", y="n:Q")
        .properties(title=alt.Title("What the chart shows")),
        alt.Chart(pd.DataFrame({"n": [30]})).mark_rule().encode(y="n:Q")
        + alt.Chart(TABLE, title="What the chart shows").mark_bar().encode(x="year:O", y="n:Q"),
        alt.layer(alt.Chart(TABLE).mark_bar().encode(x="year:O", y="n:Q")).properties(
            title="What the chart shows"
        ),
        alt.Chart(TABLE, title="What the chart shows")
        .mark_bar()
        .encode(x="year:O", y="n:Q")
        .facet("year:O")
        .properties(title="What the chart shows"),
    ],
}


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    """No memory of other tests, no student's folder, and the invented exercises beside those of the
    course.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(store, "_held", {})
    monkeypatch.setattr(checking, "COURSE", COURSE | INVENTED)


def test_every_exercise_is_complete():
    assert COURSE
    for key, exercise in COURSE.items():
        assert key == exercise.id and exercise.title
        if isinstance(exercise, Open):
            models = (exercise.model,) if isinstance(exercise.model, str) else exercise.model
            assert len(exercise.rubric) >= 4
            assert all(len(model.split()) >= 60 for model in models)
            assert all(sinorus.show(locator) for locator in exercise.weigh)
            continue
        assert exercise.form in ("chart", "choice") or len(exercise.mistakes) >= 2, key
        assert exercise.pointer and exercise.first_step
        for locator in (exercise.reread, *(mistake.reread for mistake in exercise.mistakes)):
            assert not locator or (sinorus.show(locator) and parse(locator) == locator)
        hints = [mistake.hint for mistake in exercise.mistakes]
        assert len(set(hints)) == len(hints) and all(len(hint.split()) >= 6 for hint in hints)


def test_the_reason_of_a_judgement_leads_somewhere():
    """A passage, an article of a treaty, a document, a dispute; or an arithmetic that is told."""
    disputes = set(sinorus.load("disputes")["dispute_id"])
    for key, exercise in CLOSED.items():
        if exercise.because.startswith("arithmetic: "):
            continue
        if exercise.because and exercise.because not in disputes:
            found, missing = cited(exercise.because)
            assert found and not missing, (key, exercise.because)


@pytest.mark.parametrize("key", [*COURSE, *INVENTED])
@pytest.mark.parametrize("blank", [..., None, "", "  \n"])
def test_unanswered(key, blank):
    feedback = sinorus.check(key, blank)
    assert feedback.state == "unanswered" and "three dots" in feedback.text


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param(key, answer, id=f"{key}-{number}-{type(answer).__name__}")
        for key, answers in RIGHT_FORMS.items()
        for number, answer in enumerate(answers)
    ],
)
def test_right_in_every_reasonable_form(key, answer):
    feedback = sinorus.check(key, answer)
    assert feedback.state == "right", feedback.text


@pytest.mark.parametrize("key", CLOSED)
def test_the_course_s_right_answers_are_right(key):
    exercise = CLOSED[key]
    if exercise.form != "chart":
        answer = exercise.answer() if callable(exercise.answer) else exercise.answer
        also = exercise.also() if callable(exercise.also) else exercise.also
        for right in (answer, *also):
            assert sinorus.check(key, right).state == "right", right


@pytest.mark.parametrize(
    "key, mistake",
    [
        (key, mistake)
        for key, exercise in {**CLOSED, **INVENTED}.items()
        if isinstance(exercise, Exercise)
        for mistake in exercise.mistakes
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_each_listed_mistake_gets_exactly_its_hint(key, mistake):
    wrong = mistake.example if callable(mistake.shows) else mistake.shows
    wrong = wrong() if callable(wrong) else wrong
    feedback = sinorus.check(key, wrong)
    assert (feedback.state, feedback.mistake) == ("wrong", mistake.name)
    reread = mistake.reread or {**COURSE, **INVENTED}[key].reread
    assert feedback.text == mistake.hint + (f"\nReread {printed(reread)}." if reread else "")


def test_hints_grow_over_different_wrong_tries_only():
    texts = [
        sinorus.check("T.text", answer).text
        for answer in ("wrong one", "wrong one", "wrong two", "something else", "wrong one")
    ]
    assert texts[0] == texts[1] == "Hint one.\nReread Yu 2000 c1."
    assert texts[2] == "Hint two.\nReread Yu 2000 c2.\nLook again."
    assert (
        texts[3] == "This is not it.\nReread Yu 2000 c29.\nLook again.\nThe first step: Start here."
        '\nThe worked answer is open now: `sinorus.worked("T.text")`'
    )
    assert texts[4] == texts[0]


@pytest.mark.parametrize(
    "wrong, hint",
    ids=range(8),
    argvalues=[
        (
            alt.Chart(TABLE, title="What the chart shows").mark_line().encode(x="year:O", y="n:Q"),
            "The mark is line",
        ),
        (
            alt.Chart(TABLE, title="What the chart shows").mark_bar().encode(x="n:Q", y="year:O"),
            "On x stands n",
        ),
        (
            alt.Chart(TABLE, title="What the chart shows").mark_bar().encode(x="year:O"),
            "Nothing is drawn on y",
        ),
        (
            alt.Chart(TABLE.head(1), title="What the chart shows")
            .mark_bar()
            .encode(x="year:O", y="n:Q"),
            "draws 1 rows",
        ),
        (alt.Chart(TABLE).mark_bar().encode(x="year:O", y="n:Q"), "Give the chart a title"),
        (alt.Chart(TABLE).mark_bar().encode(x="nosuch"), "cannot"),
        (TABLE, "a chart, such as"),
        ("chart", "a chart, such as"),
    ],
)
def test_charts_are_read(wrong, hint):
    feedback = sinorus.check("T.chart", wrong)
    assert feedback.state == "wrong" and hint in feedback.text


@pytest.mark.parametrize("wrong", ["5 May", "5 april", "26 of", "26-27", "21:00", "many"])
def test_a_number_with_other_words_is_no_number(wrong):
    feedback = sinorus.check("T.number", wrong)
    assert feedback.state == "wrong" and "a number such as 12" in feedback.text


def test_a_reference_line_can_be_asked_for():
    bars = alt.Chart(TABLE).mark_bar().encode(x="year:O", y="n:Q")
    missing = chart_needs("bar", {"x": "year"}, rows=2, title=False, added=("rule",))
    assert missing(drawn.chart(bars)) == [
        "A rule is still wanted on it: add it as a layer, chart + other_chart."
    ]
    assert (
        missing(drawn.chart(bars + alt.Chart(pd.DataFrame({"n": [1]})).mark_rule().encode(y="n:Q")))
        == []
    )


def test_a_true_axis_of_time_can_be_asked_for():
    said = pd.DataFrame({"written": ["1996-04-25", "2002-09"], "birthday": ["1996", "1997"]})
    missing = chart_needs("point", {"x": "written"}, title=False, types={"x": "temporal"})
    dots = alt.Chart(said).mark_point()
    assert missing(drawn.chart(dots.encode(x="written", y="birthday"))) == [
        "On x written is read as nominal. Write it with :T at its end, so that it is temporal."
    ]
    assert missing(drawn.chart(dots.encode(x="written:T", y="birthday"))) == []
    assert missing(drawn.chart(dots.encode(y="birthday"))) == [
        "Nothing is drawn on x. Put written there."
    ]


# --- junk ----------------------------------------------------------------------------------------


class Hostile:
    """An object whose every method raises."""

    def __getattribute__(self, name):
        raise RuntimeError(name)

    def __bool__(self):
        raise RuntimeError

    __str__ = __repr__ = __eq__ = __hash__ = __iter__ = __len__ = __float__ = __index__ = (
        __getitem__
    ) = __bool__


class Evil(str):
    """A text that fails when it is looked at."""

    def strip(self, *_):
        raise ValueError("no")


class Endless(list):
    def __iter__(self):
        while True:
            yield 1


def endless():
    while True:
        yield "x"


def recursion():
    inner = []
    inner.append(inner)
    return inner


BASIS = [
    0,
    -1,
    10**400,
    math.nan,
    math.inf,
    -math.inf,
    1j,
    True,
    False,
    "x",
    "?" * 100_000,
    "\x00",
    "\ud800",
    "🐼",
    b"bytes",
    bytearray(b"x"),
    [],
    (),
    {},
    set(),
    frozenset(),
    [None],
    [[]],
    [[[1]]],
    {"a": None},
    [...],
    object(),
    object,
    type,
    int,
    len,
    print,
    lambda: 1,
    check := sinorus.check,
    sinorus,
    pd,
    range(0),
    range(10**9),
    slice(1),
    memoryview(b"x"),
    Ellipsis.__class__,
    NotImplemented,
    Exception("e"),
    ValueError,
    Hostile(),
    Evil("monitor-2001"),
    Endless([1]),
    endless(),
    (x for x in ()),
    iter([1]),
    map(str, [1]),
    filter(None, [1]),
    zip([1]),
    enumerate([1]),
    recursion(),
    dt.date.max,
    dt.timedelta(1),
    dt.time(1),
    decimal.Decimal("NaN"),
    fractions.Fraction(1, 3),
    np.nan,
    np.array([]),
    np.array([[1, 2], [3, 4]]),
    np.array(None),
    np.datetime64("NaT"),
    np.zeros((3, 3, 3)),
    np.array([object()]),
    pd.NA,
    pd.NaT,
    pd.Series(dtype=float),
    pd.Series([pd.NA, 1]),
    pd.DataFrame(),
    pd.DataFrame({"a": [1], "b": [2]}),
    pd.Index([]),
    pd.Categorical(["a"]),
    pd.Interval(0, 1),
    pd.Period("2000"),
    pd.Timedelta(1),
    pd.DataFrame({"a": [1, 2]}).groupby("a"),
    alt.Chart(),
    alt.Chart(TABLE),
    alt.X("x"),
    alt.Chart("nowhere.csv").mark_bar(),
    alt.layer(),
    open,
    json,
    json.dumps,
    float,
    str,
    BaseException,
    KeyboardInterrupt,
    StopIteration(),
    GeneratorExit,
]
JUNK = [*BASIS, *([thing] for thing in BASIS), *({"answer": thing} for thing in BASIS)]
assert len(JUNK) >= 200


@pytest.mark.parametrize("key", [*COURSE, *INVENTED])
def test_junk_never_raises_and_is_never_right(key):
    for number, thing in enumerate(JUNK):
        feedback = sinorus.check(key, thing)
        assert feedback.state in ("wrong", "unanswered", "unfinished"), (key, number, type(thing))
        assert len(feedback.text) < 2000 and repr(feedback) and feedback._repr_html_()


@pytest.mark.slow
def test_ten_million_rows_are_answered_at_once():
    huge = pd.DataFrame({"x": np.zeros(10_000_000, dtype="int8")})
    for key in [*COURSE, *INVENTED]:
        for answer in (huge, huge["x"], huge["x"].to_numpy()):
            assert sinorus.check(key, answer).state in ("wrong", "unfinished")


@pytest.mark.parametrize("place", range(6))
def test_unknown_exercises(place):
    number = ["99.9", "", None, 99.1, ["00.1"], Hostile()][place]
    feedback = sinorus.check(number, 1)
    assert (
        feedback.state == "wrong"
        and "There is no exercise" in feedback.text
        and "00.1" in feedback.text
    )


def test_feedback_reads_well_in_plain_text_and_in_a_notebook():
    feedback = sinorus.check("00.1", "b")
    assert repr(feedback).startswith("Not yet. Sentence (b)")
    page = feedback._repr_html_()
    assert 'role="status"' in page and "Not yet." in page and "<script" not in page
    assert "&lt;" in Feedback("x", "wrong", "a < b")._repr_html_()


def test_forms_say_what_they_expected():
    for form, answer, words in (
        (amounts.number, "many", "a number"),
        (amounts.date, "May 2000", "one day"),
        (pieces.parts, object(), "a list"),
        (pieces.text, [1, 2], "a word"),
    ):
        with pytest.raises(pieces.Unreadable, match=words):
            form(answer)


def test_no_two_exercises_have_one_number():
    numbers = [exercise.id for module in exercises._MODULES for exercise in module.EXERCISES]
    assert len(numbers) == len(set(numbers)) == len(COURSE)
