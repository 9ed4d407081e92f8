"""How answers are read: each form takes what a person writes, in every exercise that has it."""

import datetime as dt
import re

import numpy as np
import pandas as pd
import pytest

import sinorus
from sinorus.teaching import amounts, answers, pieces, store
from sinorus.teaching.answers import FORMS
from sinorus.teaching.check import _rights
from sinorus.teaching.exercise import Exercise
from sinorus.teaching.exercises import COURSE

CLOSED = {key: one for key, one in COURSE.items() if isinstance(one, Exercise)}


def of_form(name):
    return [key for key, exercise in CLOSED.items() if exercise.form == name]


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    """No memory of other tests, and no student's folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(store, "_held", {})


def right(key):
    return _rights(CLOSED[key])[0]


def states(key, spellings):
    """Which spellings of a right answer are not called right, with what is said of them."""
    found = {repr(spelt): sinorus.check(key, spelt) for spelt in spellings}
    return {spelt: said.text for spelt, said in found.items() if said.state != "right"}


@pytest.mark.parametrize("key", of_form("choice"))
def test_a_choice_is_read_whatever_stands_round_its_letter(key):
    letter = right(key)
    upper = letter.upper()
    assert (
        states(
            key,
            [
                letter,
                upper,
                f"{letter})",
                f"{letter}) ",
                f"({upper})",
                f"[{letter}]",
                f"{letter}.",
                f"option {letter}",
                f"Answer: {upper}",
                f"answer {letter}",
                f"Letter {upper}",
                f"sentence {letter}",
                f"reading ({letter})",
                f"the answer is {upper}",
                f"{upper}, because the passage says so",
                f"{upper} because it follows from the dates",
                [upper],
                {upper},
                pd.Series([upper]),
                np.array([letter]),
            ],
        )
        == {}
    )


@pytest.mark.parametrize("key", of_form("choice"))
def test_the_words_of_an_option_do_for_its_letter(key):
    exercise = CLOSED[key]
    assert len(exercise.options) >= 2
    words = exercise.options[right(key)]
    assert states(key, [words, words.upper(), f"{right(key)}) {words}", words.rstrip(".")]) == {}
    for letter, other in exercise.options.items():
        if letter != right(key):
            assert sinorus.check(key, other).state == "wrong", other


@pytest.mark.parametrize("key", of_form("choice"))
def test_two_letters_are_no_choice(key):
    others = [letter for letter in CLOSED[key].options if letter != right(key)]
    feedback = sinorus.check(key, f"{right(key)} and {others[0]}")
    assert feedback.state == "wrong"
    assert "one letter" in feedback.text


@pytest.mark.parametrize("key", of_form("letters"))
def test_letters_are_read_however_they_are_joined(key):
    found = sorted(right(key))
    upper = [letter.upper() for letter in found]
    assert (
        states(
            key,
            [
                upper,
                found,
                "".join(upper),
                "".join(found),
                " ".join(upper),
                ", ".join(upper),
                " and ".join(upper),
                ", ".join(upper[:-1]) + f" and {upper[-1]}",
                ["".join(upper)],
                [f"({letter})" for letter in upper],
                [f"{letter})" for letter in upper],
                tuple(upper),
                set(upper),
                [" and ".join(upper)],
                [", ".join(upper)],
                "points " + ", ".join(upper),
                pd.Series(upper),
                np.array(found),
                upper[::-1],
            ],
        )
        == {}
    )


@pytest.mark.parametrize("key", of_form("order"))
def test_an_order_is_read_however_it_is_joined(key):
    groups = right(key)
    flat = [letter for group in groups for letter in sorted(group)]
    upper = [letter.upper() for letter in flat]
    spelt = [
        flat,
        upper,
        tuple(upper),
        "".join(upper),
        " ".join(upper),
        ", ".join(flat),
        " > ".join(upper),
        ">".join(upper),
        " < ".join(upper),
        "-".join(upper),
        " then ".join(upper),
        ["".join(upper)],
        [f"({letter})" for letter in upper],
        pd.Series(upper),
    ]
    # what is tied may be written as a tie
    spelt.append(" < ".join(" = ".join(sorted(group)).upper() for group in groups))
    spelt.append([" and ".join(sorted(group)).upper() for group in groups])
    assert states(key, spelt) == {}


@pytest.mark.parametrize("key", of_form("numbers"))
def test_whole_numbers_are_read_in_any_order_and_dress(key):
    found = sorted(right(key))
    texts = [str(number) for number in found]
    assert (
        states(
            key,
            [
                found,
                found[::-1],
                tuple(found),
                set(found),
                texts,
                ", ".join(texts),
                ", ".join(texts[:-1]) + f" and {texts[-1]}",
                " and ".join(texts),
                [f"art{number}" for number in texts],
                [f"Art. {number}" for number in texts],
                [f"¶{number}" for number in texts],
                [float(number) for number in found],
                pd.Series(found),
                np.array(found),
                pd.DataFrame({"number": found}),
            ],
        )
        == {}
    )


@pytest.mark.parametrize("key", of_form("number"))
def test_a_number_is_read_with_its_unit_and_in_either_notation(key):
    value = right(key)
    exact = f"{value:.6f}".rstrip("0").rstrip(".")
    spelt = [
        value,
        exact,
        f" {exact} ",
        f"about {exact}",
        [value],
        (value,),
        np.float64(value),
        pd.Series([value]),
        np.array([value]),
        pd.DataFrame({"n": [value]}),
    ]
    if "." in exact and len(exact.partition(".")[2]) != 3:
        spelt.append(exact.replace(".", ","))
    if value == int(value) and 0 <= value <= 20:
        words = (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen".split()
        )
        spelt += [words[int(value)]] if value < len(words) else []
    if CLOSED[key].unit == "share":
        spelt += [f"{100 * value:.4f} %", f"{100 * value:.4f} per cent", exact.lstrip("0")]
    if CLOSED[key].unit == "hour":
        hour = int(value)
        spelt += [f"{hour}:00", f"{hour:02}:00", f"{hour} o'clock", f"{hour:02}.00"]
        spelt += [f"{hour} am"] if hour < 12 else []
        spelt += [pd.Timestamp(f"1999-05-08 {hour:02}:00"), dt.time(hour)]
    assert states(key, spelt) == {}


@pytest.mark.parametrize("key", of_form("date"))
def test_a_day_is_read_in_every_usual_form(key):
    day = right(key)
    month = day.strftime("%B")
    spelt = [
        day,
        day.isoformat(),
        f"{day.year}-{day.month}-{day.day}",
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day}th {month} {day.year}",
        f"{month} {day.day}th, {day.year}",
        f"the {day.day}th of {month} {day.year}",
        f"[{day.day} {month} {day.year}]",
        f"{day:%A}, {day.day} {month} {day.year}",
        f"{day:%A} {day.day} {month} {day.year}",
        pd.Timestamp(day),
        np.datetime64(day),
        [f"{day.day} {month} {day.year}"],
        pd.Series([pd.Timestamp(day)]),
    ]
    within = CLOSED[key].within
    if within:
        spelt += [f"{day.day} {month}", f"{month} {day.day}", f"{day.day}th {month}"]
    if len(within) == 7:
        spelt += [day.day, str(day.day), f"{day.day}th"]
    assert states(key, spelt) == {}


@pytest.mark.parametrize("key", of_form("month"))
def test_a_month_is_read_in_every_usual_form(key):
    year, month = right(key)
    stamp = pd.Timestamp(year=year, month=month, day=1)
    assert (
        states(
            key,
            [
                f"{stamp:%B} {year}",
                f"{stamp:%b}. {year}",
                f"{stamp:%B}, {year}",
                f"{year}-{month:02}",
                f"{month}/{year}",
                stamp,
                dt.date(year, month, 10),
                pd.Period(f"{year}-{month:02}"),
                sinorus.parse_date(f"{stamp:%B} {year}"),
                [f"{stamp:%B} {year}"],
            ],
        )
        == {}
    )


@pytest.mark.parametrize("key", of_form("locators"))
def test_locators_are_read_however_they_are_joined(key):
    found = sorted(right(key))
    typed = [place.replace("¶", "p") for place in found]
    spelt = [
        found,
        typed,
        tuple(found),
        set(found),
        ", ".join(found),
        " and ".join(typed),
        [", ".join(found)],
        [f"`{place}`" for place in found],
        [f"{place} [E12]" for place in found],
        [place.replace("-", " ", 1).capitalize() for place in found if "gpr" not in place]
        + [place for place in found if "gpr" in place],
        pd.Series(found),
        pd.DataFrame({"locator": found, "gist": ["x"] * len(found)}),
    ]
    report = CLOSED[key].report
    if report and all(place.startswith(report) for place in found):
        short = [place.removeprefix(report).strip() for place in found]
        spelt += [short, ", ".join(short), " and ".join(short)]
    assert states(key, spelt) == {}


@pytest.mark.parametrize("key", of_form("codes"))
def test_codes_are_read_as_texts_pairs_or_a_dict(key):
    found = right(key)
    spelt = [
        [f"{place} {code}" for place, code in found.items()],
        [f"{place}: {code}" for place, code in found.items()],
        [(place, code) for place, code in found.items()],
        dict(found),
        pd.Series(found),
        [f"{place.replace(' c', ' c ')} {code}" for place, code in found.items()],
    ]
    assert states(key, spelt) == {}


@pytest.mark.parametrize("key", [*of_form("set"), *of_form("text")])
def test_several_things_may_be_joined_by_and(key):
    exercise = CLOSED[key]
    if exercise.form == "set":
        assert states(key, [" and ".join(map(str, sorted(right(key)))), sorted(right(key))]) == {}
    else:
        assert states(key, [right(key), f"({right(key)})", f'"{right(key)}"', [right(key)]]) == {}


@pytest.mark.parametrize("key", CLOSED)
def test_a_judgement_gives_its_reason_and_a_count_is_computed(key):
    exercise = CLOSED[key]
    if callable(exercise.answer):
        assert not exercise.because
    else:
        assert exercise.because, f"{key} is a judgement: say in because= which passage bears it"


def test_every_form_is_known():
    assert {exercise.form for exercise in CLOSED.values()} <= set(FORMS)


@pytest.mark.parametrize("word", ["a new step mends", "bad", "cab fare", "none of it", "", "?"])
def test_words_are_no_letters(word):
    exercise = Exercise("T", "t", "choice", "b", "Yes.", (), "p", "f", options={"a": "x", "b": "y"})
    with pytest.raises(pieces.Unreadable):
        answers.choice(word, exercise)


@pytest.mark.parametrize(
    "written, value",
    [
        ("1,026", 1026),
        ("28,8", 28.8),
        ("0,36", 0.36),
        (".36", 0.36),
        ("7/9", 7 / 9),
        ("13 of 169", 13),
        ("twelve", 12),
        ("-4.5", -4.5),
        ("26 per cent", 26),
        ("1,000,000", 1e6),
    ],
)
def test_numbers_as_people_write_them(written, value):
    assert amounts.number(written) == pytest.approx(value)


@pytest.mark.parametrize(
    "written", ["1,02,6", "5 May", "26 of", "26-27", "21:00", "c8", ".", "1/0"]
)
def test_what_is_no_number(written):
    with pytest.raises(pieces.Unreadable):
        amounts.number(written)


def test_a_table_for_a_number_gets_a_word_of_its_own():
    with pytest.raises(pieces.Unreadable, match="len"):
        amounts.number(pd.DataFrame({"a": [1, 2], "b": [3, 4]}))


def test_many_days_for_one_day():
    with pytest.raises(pieces.Unreadable, match="yours are 14"):
        amounts.date(pd.bdate_range("2000-01-03", periods=14))


def test_no_text_of_a_foreign_error_reaches_the_student():
    import altair as alt

    key = next(key for key, one in COURSE.items() if getattr(one, "form", "") == "chart")
    said = sinorus.check(key, alt.Chart(pd.DataFrame({"a": [1]})).mark_bar().encode(x="nosuch"))
    assert "{" not in said.text
    assert "is an invalid value" not in said.text


def test_a_name_spelt_nearly_right_is_told_so(monkeypatch):
    from sinorus.teaching import check as checking

    name = Exercise("T.n", "t", "text", "Stroyev", "Yes.", (), "p", "f", because="yu-1999 c7")
    monkeypatch.setitem(checking.COURSE, "T.n", name)
    assert "spelling" in sinorus.check("T.n", "Stroiev").text
    assert "spelling" not in sinorus.check("T.n", "Yeltsin").text


@pytest.mark.parametrize(
    "given, state",
    [
        ("B < D < A = C", "right"),
        ("B D C A", "right"),
        (["B", "D", ["C", "A"]], "right"),
        ("B = D < A = C", "wrong"),
        ("B D A", "wrong"),
        ("B D A A", "wrong"),
        ("A C D B", "wrong"),
    ],
)
def test_what_is_tied_may_stand_either_way_and_what_is_not_may_not_tie(monkeypatch, given, state):
    from sinorus.teaching import check as checking

    question = Exercise(
        "T.o", "t", "order", "B < D < A = C", "Yes.", (), "p", "f", because="yu-1999 c7"
    )
    monkeypatch.setitem(checking.COURSE, "T.o", question)
    assert sinorus.check("T.o", given).state == state


@pytest.mark.parametrize(
    "answer, options, letter",
    [
        ("no", ("No Chinese took it up.", "Yes, two did."), ""),
        ("yes", ("No Chinese took it up.", "Yes, two did."), "b"),
        ("No.", ("Yes, two did.", "No, nobody did."), "b"),
        ("no, nobody did", ("Yes, two did.", "No, nobody did."), "b"),
        ("none", ("None of the three.", "One of the three."), "a"),
        ("None of the three", ("None of the three.", "One of the three."), "a"),
        ("none of the three", ("no", "yes"), ""),
        ("no", ("None of the three.", "One of the three."), ""),
        ("no idea", ("no", "yes"), ""),
        ("No, since it ended", ("yes", "no"), "b"),
        ("no", ("yes", "no"), "b"),
        ("none, I think", ("none", "about forty"), "a"),
        ("No Chinese", ("No Chinese took it up.", "Yes, two did."), "a"),
        ("no, b", ("no act", "yes"), "b"),
    ],
)
def test_a_plain_no_is_no_part_of_other_words(answer, options, letter):
    exercise = Exercise("T", "t", "choice", "b", "", (), "", "", options=dict(zip("ab", options)))
    try:
        assert answers.choice(answer, exercise) == letter
    except pieces.Unreadable:
        assert not letter


def test_an_option_that_begins_with_none_is_chosen_by_its_words():
    exercise = Exercise("T", "t", "letters", ["a"], "", (), "", "", options={"a": "None of them."})
    assert answers.letters("None of them", exercise) == {"a"}
    assert answers.letters("none") == frozenset()


@pytest.mark.parametrize("key", of_form("date"))
def test_a_day_with_a_full_stop_is_read_and_the_hint_is_day_first(key):
    day = right(key)
    assert sinorus.check(key, f"{day.day}. {day:%B %Y}").state == "right"
    for wrong in ("soon", True, "32 May", 3.5):
        said = sinorus.check(key, wrong)
        such = said.text.split('such as "')[1].split('"')[0]
        assert such.split(" ")[0].isdigit() and such.split(" ")[1].isalpha()
        assert amounts.date(such, CLOSED[key]) not in _rights(CLOSED[key]), "no hint is an answer"


@pytest.mark.parametrize("key", of_form("locators"))
def test_the_example_of_a_locator_is_no_answer(key):
    said = sinorus.check(key, "somewhere").text
    such = re.findall(r'"([^"]+)"', said.split("such as")[1].split(", or in short")[0])
    found = answers.locators(such, CLOSED[key])
    assert found and not found & right(key)
    report = CLOSED[key].report
    assert not report or all(place.startswith(f"{report} ") for place in found)
