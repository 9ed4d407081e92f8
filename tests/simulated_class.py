"""A simulated class: thirty invented students who answer by the course's own functions.

Nobody has sat in this class. It stands in for one in tests, and shows a teacher what is made of it:
``python tests/simulated_class.py FOLDER`` writes it, then ``sinorus collect FOLDER``.
"""

import contextlib
import json
import os
import random
import re
import shutil
import sys
from pathlib import Path

import altair as alt

import sinorus
from sinorus.paths import MARKER
from sinorus.teaching import forecasts, store
from sinorus.teaching.exercise import Exercise
from sinorus.teaching.exercises import COURSE, GUESSES

#: Invented names, and some as only a tester writes them.
NAMES = [
    "Ada Reader",
    "李 明华",
    "Анна Сергеевна Петрова",
    '=cmd("calc")',
    'Sean "Jack" O\'Neill',
    "Maria-Magdalena von und zu Hohenberg-Lichtenstein-Ostrowski " * 2,
    "Ada Reader",
    "محمد علي",
    "<b>Bold</b> & Son",
    "+49 Müller",
    "王芳",
    "Żaneta Łukasiewicz",
    "Nguyễn Thị Minh Khai",
    "Björk Guðmundsdóttir",
    "O'Brien; @Pat",
    "Иван Грозный",
    "Emoji 🐼 Panda",
    "Jean-Luc Dupont",
    "Chukwuemeka Okafor",
    "Sofía Hernández",
    "student 4711",
    "Yūko Tanaka",
    "Priya Raman",
    "Tomáš Novák",
    "Aylin Yılmaz",
    "John Smith",
    "Kim Min-jun",
    "Fatima Zahra",
    "Lars Ødegård",
    "Beatrix Kiddo",
]
_REASONS = [
    "a treaty needs trust",
    "=1+1 is what they did before",
    "they had no money",
    "the bombs changed the mood,\nand moods matter",
    "because Yu Bin says so",
    "",
]
_OWN_WORDS = [
    "It depends on who tells it; the web page copies.",
    "Слово важнее дела, пока нет дела.",
    "我觉得两边都在看华盛顿。",
    "<script>alert('no')</script> is not what the pen struck out",
]


@contextlib.contextmanager
def course_folder(folder):
    """Work in a course folder of one's own, as a notebook does."""
    before = Path.cwd()
    (folder / MARKER).mkdir(parents=True, exist_ok=True)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def answer_all(chance, keen):
    """Answer, guess and forecast as a student of this keenness (0 to 1) might."""
    for exercise in COURSE.values():
        if chance.random() > keen:
            continue
        if not isinstance(exercise, Exercise):
            sinorus.check(exercise.id, *essay(exercise, chance))
        elif exercise.form == "chart":
            sinorus.check(exercise.id, chart(chance) if exercise.id == "05.5" else "a chart?")
        elif exercise.form == "codes":
            sinorus.check(exercise.id, codes(exercise, chance))
        else:
            sinorus.check(exercise.id, answer(exercise, chance))
    for asked in GUESSES.values():
        if chance.random() < keen:
            for _ in range(1 + (chance.random() < 0.3)):
                sinorus.guess(asked.id, guessed(asked, chance), why=chance.choice(_REASONS))
    lean = chance.choice([-20, 0, 20])
    for stop in forecasts.STOPS:
        if chance.random() < keen:
            said = {
                one.id: min(100, max(0, 10 * chance.randint(3, 9) + lean))
                for one in forecasts.asked_on(stop.day)
            }
            forecasts.lock(stop.day, said, chance.choice(_REASONS))


def essay(exercise, chance):
    """A whole essay of a model answer's kind, or one that is not finished."""
    models = (exercise.model,) if isinstance(exercise.model, str) else exercise.model
    whole = chance.choice(models).replace("`", "")
    if chance.random() < 0.2:
        return whole[: chance.randint(40, 200)], ...
    against = re.findall(r"(?:[Yy]u|[Mm]onitor|[Mm]iller)[- ]\d{4} [pc¶]\d+", whole)
    return f"{whole}\n\nThat is my view.", against[-1] if against else ...


def chart(chance):
    """The chart of 05.5, with the title of one's own, or with the axes the wrong way round."""
    codings = sinorus.load("codings")
    main = codings[codings["unit"] == 1]
    by_sign = main.groupby(["coder_id", "sign"]).size().reset_index(name="entries")
    title = chance.choice(["Most signs are a plus", "Rules see fewer plus signs", "Signs & coders"])
    bars = alt.Chart(by_sign, title=title).mark_bar()
    if chance.random() < 0.3:
        return bars.encode(x="coder_id:N", y="entries:Q", color="sign:N")
    return bars.encode(x="entries:Q", y="coder_id:N", color="sign:N")


def codes(exercise, chance):
    """Six codes, some of them such as the course knows for mistaken."""
    wrong = [one.example for one in exercise.mistakes if isinstance(one.example, dict)]
    given = dict(exercise.answer)
    for example in chance.sample(wrong, chance.choice([0, 0, 1, 2, 3])):
        given |= {place: code for place, code in example.items() if code != given[place]}
    return given


def answer(exercise, chance):
    """The right answer, or a wrong one that the course knows."""
    if exercise.mistakes and chance.random() < 0.35:
        one = chance.choice(exercise.mistakes)
        wrong = one.example if callable(one.shows) else one.shows
        return wrong() if callable(wrong) else wrong
    return exercise.answer() if callable(exercise.answer) else exercise.answer


def guessed(asked, chance):
    """A letter, an entry of the ledger, or words of one's own."""
    if asked.options:
        return chance.choices([*asked.options], weights=range(len(asked.options), 0, -1))[0]
    promises = getattr(asked, "promises", None)
    if promises:
        return f"{chance.choice([*promises])}: {chance.choice(['kept', 'broken', 'neither'])}"
    return chance.choice(_OWN_WORDS)


def make_class(folder, students=30, seed=1996):
    """Write the hand-in files of a class, one folder a student, as a learning platform does.

    Returns
    -------
    list of pathlib.Path
        One file a student, in the order of `NAMES`.
    """
    chance, files = random.Random(seed), []
    for number, name in enumerate(NAMES[:students]):
        course = folder.parent / "courses" / f"{number:02}"
        with course_folder(course):
            answer_all(chance, chance.choice([0.25, 0.6, 0.85, 0.95, 1.0]))
            if not store.keys("answers"):
                sinorus.check("00.1", "b")
            file = sinorus.hand_in(name)
        place = folder / f"participant_{4700 + number}_assignsubmission_file"
        place.mkdir(parents=True)
        files.append(Path(shutil.copy(file, place / file.name)))
    return files


def spoil(folder, files):
    """Add what a teacher finds too: copies, a second hand-in, damage, and what is no hand-in."""
    shutil.copy(files[1], folder / f"{files[1].stem} (1).html")
    with course_folder(folder.parent / "courses" / "02"):
        sinorus.guess("my own bet", "it rains")
        shutil.copy(sinorus.hand_in(NAMES[2]), folder)
    whole = files[3].read_text(encoding="utf-8")
    (folder / "cut off.html").write_text(whole[:-400], encoding="utf-8")
    (folder / "empty.html").touch()
    (folder / "holiday.html").write_text("<p>My holiday</p>", encoding="utf-8")
    (folder / "essay.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "all.zip").write_bytes(b"PK\x03\x04")
    newer = rewritten(files[4], lambda content: content | {"format": 2, "name": "From Tomorrow"})
    (folder / "newer.html").write_text(newer, encoding="utf-8")
    older = rewritten(files[5], _older)
    (folder / "older.html").write_text(older, encoding="utf-8")
    with open(folder / "film.html", "wb") as film:
        film.truncate(100_000_000)


def _older(content):
    answers = [one | {"edition": 1} if one["exercise"] == "04.1" else one for one in _some(content)]
    return content | {"name": "Late Comer", "answers": answers}


def _some(content):
    one = {**content["answers"][0], "exercise": "04.1", "state": "right", "answer": "old"}
    return [one, *(other for other in content["answers"] if other["exercise"] != "04.1")]


def rewritten(file, change):
    """A hand-in file as text, with another content for machines."""
    whole = file.read_text(encoding="utf-8")
    head, mark, rest = whole.partition('id="sinorus-hand-in">')
    machine, end, tail = rest.partition("</script>")
    content = json.dumps(change(json.loads(machine)), ensure_ascii=False)
    return head + mark + content.replace("<", "\\u003c") + end + tail


if __name__ == "__main__":
    whole_class = Path(sys.argv[1]).resolve() / "simulated class"
    spoil(whole_class, make_class(whole_class))
    print(f"A simulated class, for: sinorus collect '{whole_class}'")
