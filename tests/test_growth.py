"""Hostile texts: the work grows with the length of a text, never with its square."""

import contextlib
import sys

import pytest

from sinorus import SinorusError, parse_report
from sinorus.reading.parsing import LARGEST_TEXT

SENTENCE = "This sentence is here so that the paragraph is plainly one."

#: What a text is made of, again and again, and what stands before it.
HOSTILE = {
    "months and dots": ("Chronology\n\n", "May."),
    "months, dots and blanks": ("Chronology\n\n", "May. "),
    "days": ("", "May 1, "),
    "an issue without an end": ("No. ", "a"),
    "an address in an issue line": ("Issue: https://", "a/"),
    "letters": ("", "a\n\n"),
    "marked headings": ("", "# a\n\n"),
    "headings before a byline": ("by Ann Writer\n\n", "# A Heading\n\n"),
    "page numbers in sentences": ("", "A sentence goes on\n\n12\n\n"),
    "page numbers in paragraphs": ("", "A sentence goes on\n12\n"),
    "headings with one line each": ("", "A Heading\n\nA text is here.\n\n"),
    "entries run together": ("Chronology of Talks\n\n", "May 3, 2000: Talks are held. "),
    "entries one a line": ("Chronology of Talks\n\n", "May 3, 2000: Talks are held.\n"),
    "entries one a paragraph": ("Chronology of Talks\n\n", "May 3, 2000 - Talks are held.\n\n"),
    "dates alone": ("", "May 3, 2000\nTalks are held.\n\n"),
    "years as headings": ("Chronology\n\n", "1999\n\n"),
    "chronologies without entries": ("", "Chronology of Things\n\n3 May\n\n"),
    "a list that goes on": ("- a\n", "line\n"),
    "bullets": ("", "- a\n"),
    "each line a paragraph": ("", SENTENCE + "\n\n"),
    "open paragraphs": ("", "A line of it\n\nand more of it\n\n"),
    "broken words": ("", "ab-\n"),
    "words broken by pages": ("", "ab-\n\n"),
    "dashes between paragraphs": ("", "a—\n\nA"),
    "quoted mail": ("", "> a\n"),
    "bylines": ("", "by Ann Writer\n\n"),
    "site lines": ("", "Home\n"),
    "no blank lines": ("", "Short line.\nA much longer line that goes on until it is full\n"),
    "indented paragraphs": ("", "   An indented line\nplain text here\nplain again\n"),
    "two columns": ("", "some words on the left side here     and on the right side\n"),
    "running heads": ("", "12\nA Running Head\ntext goes on\nand on and\non and on\nup to\n"),
    "heads of the series": ("Chronology\n\nMay 3, 2000: ", "12 Comparative Connections, vol 2000 "),
    "stars": ("", "*a "),
    "brackets": ("", "[a]("),
    "closing marks": ("", '.")'),
    "gaps": ("", "a   b\t"),
    "tags": ("", "<p "),
}


def hostile(name, length):
    before, unit = HOSTILE[name]
    return (before + unit * (length // len(unit) + 1))[:length]


def steps(text):
    """How many lines of Python run while a text is parsed."""
    count = 0

    def trace(frame, event, arg):
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        with contextlib.suppress(SinorusError):
            parse_report(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_is_twice_the_work(name):
    parse_report(hostile(name, 600) + f"\n\n{SENTENCE}")
    once, twice = (steps(hostile(name, length)) for length in (5_000, 10_000))
    assert twice <= 2.6 * once


@pytest.mark.parametrize("name", HOSTILE)
def test_a_long_hostile_text_ends(name):
    """A pattern that backtracks would take minutes or hours here; the test run's limit ends it."""
    with contextlib.suppress(SinorusError):
        parse_report(hostile(name, 100_000))


def test_a_counter_that_could_not_fail_would_be_worthless():
    def square(length):
        return sum(1 for a in range(length) for b in range(length))

    def count(length):
        found = 0

        def trace(frame, event, arg):
            nonlocal found
            found += 1
            return trace

        sys.settrace(trace)
        try:
            square(length)
        finally:
            sys.settrace(None)
        return found

    assert count(200) > 2.6 * count(100)


def test_a_text_of_the_largest_size_is_read_and_a_longer_one_refused():
    text = (f"{SENTENCE}\n\n" * 20_000)[:LARGEST_TEXT]
    assert len(parse_report(text).passages) > 10_000
    with pytest.raises(SinorusError, match=r"1,000,001 signs.*file of its own"):
        parse_report(" " * (LARGEST_TEXT + 1))
