"""Every date expression of the prose is accounted for: it dates a mention, or `not_events.csv` says
why it dates none.

The finder is a finder, not a parser: it marks where a text speaks of a time, and
`sinorus.parse_date` stays the only
place where a time gets bounds. It finds days, months, quarters, seasons, years (1900 to 2029) and
decades, and
expressions that count from another time. It leaves out centuries, hours, anniversaries and other
names for a time
("the Cold War years"), counted lengths ("a four-day stay", "took four years"), and words without a
unit ("now", "earlier",
"meanwhile"). Headings are not read, and an expression that a passage prints twice is looked at
once.
"""

import csv
import re
from pathlib import Path

import pytest

import sinorus
from sinorus.reading.cleaning import clean_text

# --- the finder ----------------------------------------------------------------------------------

_FULL = "January|February|April|June|July|August|September|October|November|December"
#: "May" is also a verb: alone it counts only after a word that leads to a time, or before a year.
_LEADS = [
    "in",
    "In",
    "of",
    "by",
    "By",
    "since",
    "Since",
    "until",
    "till",
    "for",
    "during",
    "During",
    "from",
    "From",
    "to",
    "and",
    "between",
    "early",
    "Early",
    "mid",
    "late",
    "Late",
    "last",
    "this",
    "next",
]
_MAY = (
    "(?:"
    + "|".join(rf"(?<=\b{word} )" for word in _LEADS)
    + r")May\b|May(?=,? (?:of )?(?:19|20)\d\d)"
)
#: "March" is also a long walk: not after a hyphen.
_MONTH = (
    rf"(?:\b(?:{_FULL})\b|(?<![\w-])March\b|{_MAY}|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?="
    r" \d))"
)
#: Beside a day or a dash both can only be months.
_SURE_MONTH = rf"(?:\b(?:May|March)\b|{_MONTH})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d%]|[.,]\d)"
#: No number with a letter, a digit, a sign of money or a decimal point beside it.
_YEAR = r"(?<![\w$.])(?<!\d-)(?:19\d\d|20[0-2]\d)(?!\w|[.,]\d|%)"
_TO = r"(?: ?[-–—] ?| and | to )"
_ANY_YEAR = rf"(?:,? (?:of )?(?:{_YEAR}|(?:this|last|next) year))"
_PART = (
    r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[- ]|(?:[Ee]nd|[Bb]eginning|[Mm]iddle|[Ss]tart) of (?:the )?)"
)

_DAYS = rf"{_SURE_MONTH} {_DAY}(?:{_ANY_YEAR}?(?:{_TO}|, )(?:{_SURE_MONTH} )?{_DAY})*{_ANY_YEAR}?"
_DAYS_BRITISH = rf"\b{_DAY}(?:{_TO}{_DAY})? {_SURE_MONTH}{_ANY_YEAR}?"
_MONTHS = (
    rf"(?:{_PART}|\b(?i:last|this|next|previous)"
    rf" )?{_MONTH}{_ANY_YEAR}?(?:{_TO}{_SURE_MONTH}{_ANY_YEAR}?)?"
)

_QUARTER = (
    rf"(?:{_PART})?\b(?i:first|second|third|fourth|last|this|next|previous|past|the)"
    rf" quarter\b{_ANY_YEAR}?"
)
_SEASON = (
    rf"(?:{_PART}|\b(?i:last|this|next)"
    rf" )(?:spring|summer|autumn|fall|winter)\b{_ANY_YEAR}?|\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter){_ANY_YEAR}"
)
_DECADE = (
    r"(?:\b(?i:early|mid|middle|late|first half of the|second half of the)[-"
    r" ]?)?(?<!\d)(?:19|20)\d0'?s\b"
)
_YEARS = rf"(?:{_PART})?{_YEAR}(?:[-–](?:19\d\d|20[0-2]\d|\d\d)\b| and {_YEAR})?"

_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some)"
_VAGUE = r"(?:few|several|many|couple of)"
_LEADING = r"(?:first|last|past|next|previous|preceding|following|coming|ensuing|recent|subsequent)"
_TRAILING = r"(?:after|ago|later|before|earlier|since)"
_UNIT = r"(?:day|week|month|quarter|year|decade)"
#: Counted from another time; the longer forms first, so that the whole expression is found.
_RELATIVE = (
    "(?i:"
    + "|".join(
        (
            rf"\b(?:{_LEADING} )?{_VAGUE} {_UNIT}s\b(?: {_TRAILING}\b)?",  # next few months, few days after, several years
            rf"\b{_LEADING} {_NUMBER} {_UNIT}s\b{_ANY_YEAR}?",  # previous seven years, first five months of 2002
            rf"\b(?:about |almost |nearly )?{_NUMBER} {_UNIT}s? {_TRAILING}\b",  # two weeks later, about one week after
            rf"\b(?:a|the) {_UNIT} {_TRAILING}\b",  # the year before, a month later
            rf"\b{_LEADING} {_UNIT}s\b",  # recent years
            rf"\b{_PART}?(?:{_LEADING}|this|that|same) {_UNIT}\b(?: or more)?",  # end of last year, next day, past year or more
            rf"\b(?:almost|about|nearly) a {_UNIT}\b",  # almost a decade
            r"\b(?:since then|year's end|end of the year)\b",
        )
    )
    + ")"
)

FINDER = re.compile(
    "|".join((_DAYS, _DAYS_BRITISH, _MONTHS, _QUARTER, _SEASON, _RELATIVE, _DECADE, _YEARS))
)


def find_dates(text):
    """The date expressions of a clean text, in order."""
    return [match.group().strip() for match in FINDER.finditer(text)]


def find_alone(expression):
    """The date expressions of an expression without its sentence: "May" needs a word before it."""
    return find_dates(f"in {expression}")


# --- what accounts for an expression -------------------------------------------------------------


def passages(folder=None):
    """Locator and text of every passage and of every chronology entry.

    The opening date of an entry is not in its text; `test_tables` asks for an event of that date.
    """
    prose, entries = sinorus.passages(folder), sinorus.entries(folder)
    return [*zip(prose["locator"], prose["text"]), *zip(entries["locator"], entries["text"])]


def expressions(folder=None):
    """(locator, expression) of everything found, in order."""
    return [(locator, found) for locator, text in passages(folder) for found in find_dates(text)]


def is_dated(locator, expression, dates):
    """Whether the finder finds just this expression in a printed date of a mention there.

    Being a part of one would be too little: the "May" of a meeting is not accounted for by a
    journey of "May 18 and 19".
    """
    printed = {found.casefold() for date in dates.get(locator, ()) for found in find_alone(date)}
    return expression.casefold() in printed


@pytest.fixture(scope="module")
def dates():
    """locator: the dates of its mentions, as printed."""
    printed = sinorus.load("mentions").dropna(subset=["date_as_printed"])
    return (
        printed.groupby("locator")["date_as_printed"]
        .agg(lambda column: [clean_text(date) for date in column])
        .to_dict()
    )


@pytest.fixture(scope="module")
def rows():
    with open(Path(__file__).with_name("not_events.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["locator", "expression", "reason"]
    return rows


@pytest.fixture(scope="module")
def not_events(rows):
    """All (locator, expression in small letters) that date no mention, for a reason."""
    keys = {(row["locator"], row["expression"].casefold()) for row in rows}
    assert len(keys) == len(rows), "not_events.csv has an expression twice"
    return keys


def unaccounted(folder, dates, not_events):
    return [
        (locator, found)
        for locator, found in expressions(folder)
        if not is_dated(locator, found, dates) and (locator, found.casefold()) not in not_events
    ]


def message(missing):
    lines = [f"  {locator}: {found!r}" for locator, found in missing]
    return "\n".join(
        [
            (
                "These expressions date no mention (data/mentions.csv, date_as_printed) and have no"
                " row in tests/not_events.csv:"
            ),
            *lines,
        ]
    )


# --- the tests -----------------------------------------------------------------------------------


def test_every_date_of_the_editions_is_accounted_for(dates, not_events):
    missing = unaccounted(None, dates, not_events)
    assert not missing, message(missing)


def test_every_date_of_the_originals_is_accounted_for(originals, dates, not_events):
    missing = unaccounted(originals, dates, not_events)
    assert not missing, message(missing)


def test_a_date_that_nothing_accounts_for_would_be_noticed(dates, not_events):
    """Without the mentions, or without the rows, exactly what they account for is reported."""
    found = expressions()
    assert unaccounted(None, {}, set()) == found and len(found) > 100
    without_rows = unaccounted(None, dates, set())
    assert without_rows == [pair for pair in found if (pair[0], pair[1].casefold()) in not_events]
    without_mentions = unaccounted(None, {}, not_events)
    assert set(found) == set(without_rows) | set(without_mentions)
    assert ("yu-2000 ¶6", "June 29") in without_mentions
    assert "yu-2000 ¶6: 'June 29'" in message([("yu-2000 ¶6", "June 29")])


def test_a_part_of_a_printed_date_is_not_that_date():
    dates = {"a ¶1": ["May 18 and 19", "the next day (June 7)"], "a ¶2": ["May"]}
    assert (
        is_dated("a ¶1", "June 7", dates)
        and is_dated("a ¶1", "Next day", dates)
        and is_dated("a ¶2", "May", dates)
    )
    assert (
        not is_dated("a ¶1", "May", dates)
        and not is_dated("a ¶2", "May 18 and 19", dates)
        and not is_dated("a ¶3", "May", dates)
    )


def test_rows_of_not_events_are_whole_expressions_with_a_reason(dates, rows):
    """What can be seen without the originals: real locators, expressions of the finder that date no
    mention, a reason.
    """
    assert {row["locator"] for row in rows} <= {locator for locator, _ in passages()}
    for row in rows:
        assert find_alone(row["expression"]) == [row["expression"]], row
        assert not is_dated(row["locator"], row["expression"], dates), row
        assert len(row["reason"].split()) >= 4 and row["reason"].endswith("."), row


def test_no_row_of_not_events_is_idle(originals, not_events):
    found = {
        (locator, expression.casefold())
        for folder in (None, originals)
        for locator, expression in expressions(folder)
    }
    assert sorted(set(not_events) - found) == []


FOUND = {
    "The envoys met on March 3 and parted on April 12, 1998.": ["March 3", "April 12, 1998"],
    "Talks of June 7 - 17 followed those of Dec. 27, 1998 - Jan. 2, 1999.": [
        "June 7 - 17",
        "Dec. 27, 1998 - Jan. 2, 1999",
    ],
    "The bulletins of May 10, 14, 1997 quote a letter of 20 May 1997.": [
        "May 10, 14, 1997",
        "20 May 1997",
    ],
    "Between January 24 and 27 the two ministers fished.": ["January 24 and 27"],
    "A fair in April-June was planned for September-October, in early May or by late August.": [
        "April-June",
        "September-October",
        "early May",
        "late August",
    ],
    "May the two agree in May? They may march on; the long-March is over.": ["May"],
    "From May 1998 to June 1999, and in July this year, the mills stood still.": [
        "May 1998 to June 1999",
        "July this year",
    ],
    "Last January the port froze, and in the spring of this year it thawed.": [
        "Last January",
        "spring of this year",
    ],
    "In the second quarter of 1999, as at the beginning of the quarter, and in the fall of 2001 exports fell.": [
        "second quarter of 1999",
        "beginning of the quarter",
        "fall of 2001",
    ],
    "The 1972 Treaty outlived 1996-1997, the end of 1998 and the years between 1992 and 1999.": [
        "1972",
        "1996-1997",
        "end of 1998",
        "1992 and 1999",
    ],
    "In the late 1950s, the middle1980s and the first half of the 1990s it was otherwise.": [
        "late 1950s",
        "middle1980s",
        "first half of the 1990s",
    ],
    "The same day they left; the next day, two weeks later and again a few days after the flood they came back.": [
        "same day",
        "next day",
        "two weeks later",
        "few days after",
    ],
    "At the end of last year, three years ago and in the previous seven years nobody rang; that year they did.": [
        "end of last year",
        "three years ago",
        "previous seven years",
        "that year",
    ],
    "Over the past year or more, in the next few months and for almost a decade hopes rose.": [
        "past year or more",
        "next few months",
        "almost a decade",
    ],
    "In the first five months of 2002 it grew over the year before.": [
        "first five months of 2002",
        "the year before",
    ],
    "For $2.055 billion, 1,999 men of the 21st century bought 2000kg of tea and 72 Su-27s in four years.": [],
}


@pytest.mark.parametrize("text", FOUND)
def test_the_finder(text):
    assert find_dates(text) == FOUND[text]
