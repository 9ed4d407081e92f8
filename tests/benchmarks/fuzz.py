"""Feed the package with bytes that seek new paths in it: python tests/benchmarks/fuzz.py WHAT TIME

WHAT is parse_date, parse_report, check or show, TIME minutes. A finding is an exception that is no
SinorusError, a feedback that is none, a date that does not come back from its own edtf, a locator
that stands twice, or an input that takes more than ten seconds. It is printed with its input, and
the run ends. It needs ``pip install atheris``, which instruments the package so that an input that
reaches a new branch is kept and varied further.
"""

import os
import re
import sys
import tempfile
import warnings
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sinorus"]):
    import sinorus
    import sinorus.teaching.check as checking
    from sinorus.reading import chronology, dates, parsing
    from sinorus.teaching.exercise import Feedback
    from sinorus.teaching.exercises import COURSE

assert chronology and dates and parsing and checking
NUMBERS = sorted(COURSE)


def parse_date(data):
    text = data.ConsumeUnicodeNoSurrogates(70)
    try:
        date = sinorus.parse_date(text, year=2000)
    except sinorus.DateError:
        return
    again = sinorus.parse_date(date.edtf)
    assert date.start <= date.end
    assert (again.start, again.end) == (date.start, date.end), (text, date)


def parse_report(data):
    text = data.ConsumeUnicode(6000)
    try:
        report = sinorus.parse_report(text)
    except sinorus.SinorusError:
        return
    places = [one.locator for one in (*report.passages, *report.entries)]
    assert len(places) == len(set(places)), "a locator twice"


def _answer(data, depth=0):
    kind = data.ConsumeIntInRange(0, 7 if depth < 3 else 4)
    if kind == 0:
        return data.ConsumeUnicode(200)
    if kind == 1:
        return data.ConsumeInt(8)
    if kind == 2:
        return data.ConsumeFloat()
    if kind == 3:
        return [None, True, False, ...][data.ConsumeIntInRange(0, 3)]
    if kind == 4:
        return data.ConsumeBytes(20)
    some = [_answer(data, depth + 1) for _ in range(data.ConsumeIntInRange(0, 4))]
    if kind == 5:
        return some
    if kind == 6:
        return {str(one)[:20]: other for one, other in zip(some, reversed(some))}
    return tuple(some)


def check(data):
    number = NUMBERS[data.ConsumeIntInRange(0, len(NUMBERS) - 1)]
    against = data.ConsumeUnicode(30) if data.ConsumeBool() else ...
    said = sinorus.check(number, _answer(data), against)
    assert isinstance(said, Feedback) and repr(said) and said._repr_html_()


def show(data):
    wanted = data.ConsumeUnicode(80)
    find = data.ConsumeUnicode(20) if data.ConsumeBool() else None
    try:
        shown = sinorus.show(wanted, find=find)
    except sinorus.SinorusError:
        return
    assert repr(shown)


SEEDS = {
    "parse_date": [
        *("May 16-19, 2000", "2000-34", "early May 2000", "winter 1999-2000", "the 1990s"),
        *("February/March 1998", "3 and 4 May", "1924-7", "199X/200X", "Mon. 10 May 1999"),
    ],
    "show": ["Yu 1999 ¶11 to ¶14", "E16", "treaty-2001 art9", "NMD", "record 10 June 1999 c"],
    "parse_report": [
        "A Title\n\nby A. Reader\n\nA sentence.\n\nChronology\n\nMay 3, 2001: One.\n\nMay 4: Two.",
        "# A\n\n- one\n- two\n\n1999\n\nMarch 24 - Text\n\n24 May\n\nText\n\n12\n\nMore text\n",
    ],
    "check": ["b", "2, 3", "1 May 1999", "A < B < C"],
}


def main():
    name, minutes = sys.argv[1], float(sys.argv[2])
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(SEEDS[name]):
            (corpus / str(number)).write_bytes(b"\x02" + seed.encode())
        words = Path(folder) / "words"
        found = {word for seed in SEEDS[name] for word in re.findall(r"[\x21-\x7e]+", seed)}
        quoted = [word.replace("\\", "").replace('"', "") for word in sorted(found)]
        words.write_text("".join(f'"{word}"\n' for word in quoted if word))
        options = [
            *(sys.argv[0], f"-max_total_time={int(60 * minutes)}", "-timeout=10", "-max_len=8000"),
            *(f"-dict={words}", f"-artifact_prefix={folder}/", "-print_final_stats=1", str(corpus)),
        ]
        targets = {"parse_date": parse_date, "parse_report": parse_report}
        targets |= {"check": check, "show": show}

        def one(raw):
            targets[name](atheris.FuzzedDataProvider(raw))

        atheris.Setup(options, one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
