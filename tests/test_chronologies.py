"""Chronologies in other publishers' layouts: dates and signs as printed, sentences our own."""

import datetime as dt

import pytest

from sinorus.reading.hyphens import Running
from sinorus.reading.openers import opener
from sinorus.reading.parsing import parse_report

#: Layout, text, the year that only the reader knows, and what each entry's date means; None is a
#: date that is to be told of as not read.
PRINTED = [
    (
        "dash, one a line, no year",
        """A Chronology of the Talks
Daily Example | Posted: May 15, 1999 8:45 PM
Key events since the talks began
March 24 - The first meeting takes place.
March 25 - One side breaks off relations with four countries.
March 27 - The second meeting takes place.
April 1 - Television shows the delegation.
April 12 - A train is delayed.""",
        1999,
        ["1999-03-24", "1999-03-25", "1999-03-27", "1999-04-01", "1999-04-12"],
    ),
    (
        "dash with years",
        """Events of a winter

January 1, 1999 - The year begins with a speech.

January 8, 1999 - The council sits for two days and ends
without a paper.

January 15-16, 1999 - Villages are emptied.

February 6, 1999 - Both sides travel to a castle.""",
        None,
        ["1999-01-01", "1999-01-08", "1999-01-15/1999-01-16", "1999-02-06"],
    ),
    (
        "dash under the heading Chronology, prose first",
        """Before the talks

Chronology

The talks did not come as a surprise. Listed next are some of the steps that led to them.

October 13, 1998 - The council gives an order.

October 15, 1998 - An agreement is signed in the capital.

October 24, 1998 - A resolution is adopted.""",
        None,
        ["1998-10-13", "1998-10-15", "1998-10-24"],
    ),
    (
        "colon, year in the dateline of an agency",
        """EXAMPLE CITY, April 15, 1999 (EX) - The alliance has its birthday later this month.

Here is a chronology of events:

March 24: The first meeting takes place.

March 25: Reporters leave the country.

March 31: The fourth meeting takes place.

April 1: A leader is seen on television.""",
        1999,
        ["1999-03-24", "1999-03-25", "1999-03-31", "1999-04-01"],
    ),
    (
        "year as heading, colon below",
        """Diary of a border

1998

November 12: Both sides count their posts.

December 3: The count is printed.

1999

March 31: A post is moved.

June 9: The last post is moved.""",
        None,
        ["1998-11-12", "1998-12-03", "1999-03-31", "1999-06-09"],
    ),
    (
        "double dash, year in brackets as heading, no blank lines",
        """Timeline of Important Events 1989 - 1999
1989 -- The assembly loses its rights.
1990 -- A republic is declared.
(1998)
February/March -- Police raid several villages.
April -- 95 percent vote against mediation.
June -- Envoys meet June 23 in the capital. On June 24 they meet again.""",
        None,
        ["1989", "1990", "1998-02/1998-03", "1998-04", "1998-06"],
    ),
    (
        "narrow column with a stroke at the end",
        """March 24: The first night of
the operation. |
March 26: A meeting of the
Council ends with a vote. |
April 3: The bridges of one
town are closed to all. |
May 7: An embassy is struck
at night. |""",
        1999,
        ["1999-03-24", "1999-03-26", "1999-04-03", "1999-05-07"],
    ),
    (
        "the first entry has the year, the others none",
        """March 24, 1999 - The operation begins.

March 28 - A state asks for a pause.

April 23 - The allies meet.

June 10 - The operation ends.""",
        None,
        ["1999-03-24", "1999-03-28", "1999-04-23", "1999-06-10"],
    ),
    (
        "journal's site, colon with years",
        """Chronology of Two Capitals

July — September 2001

July 1-2, 2001: A delegation arrives.

Aug. 31-Sept. 1, 2001: Ships call at a port.

Sept. 12, 2001: The presidents speak on the telephone.""",
        None,
        ["2001-07-01/2001-07-02", "2001-08-31/2001-09-01", "2001-09-12"],
    ),
    (
        "newspaper, double dash with years",
        """Key dates in the history of a council

April 26, 1996 -- Five states sign a paper.

April 24, 1997 -- They sign a second one.

June 14-15, 2001 -- A sixth state joins them.

September 2003 -- An office opens.""",
        None,
        ["1996-04-26", "1997-04-24", "2001-06-14/2001-06-15", "2003-09"],
    ),
    (
        "newspaper, months with a colon",
        """December 1991: One state ends, and others begin.

December 1992: A visit.

September 1994: A paper on missiles.

June 2001: An organisation.""",
        None,
        ["1991-12", "1992-12", "1994-09", "2001-06"],
    ),
    (
        "years with a colon",
        """Two neighbours through the years

1949: A republic is founded.

1950: A treaty is signed.

1958: A demand is refused.

1969: Shots at a river.

1989: A visit.""",
        None,
        ["1949", "1950", "1958", "1969", "1989"],
    ),
    (
        "short ranges of years, months after",
        """Islands between two states

1855: A treaty draws a line.

1904-5: A war.

1951-2: A peace without one of them.

Jan. 1986: A minister comes.

Sept. 1988: Talks begin again.""",
        None,
        ["1855", "1904/1905", "1951/1952", "1986-01", "1988-09"],
    ),
    (
        "month and year with a dash, one a line",
        """TIMELINE: Sixty years of neighbours
October 1949 - A republic is founded and the other state is the first to know it.
February 1950 - A treaty of friendship, alliance and mutual help is signed in Moscow.
1960 - Advisers are called home.
March 1969 - Shots are fired on an island in a river, and then again two weeks later.
May 1989 - The leaders shake hands.""",
        None,
        ["1949-10", "1950-02", "1960", "1969-03", "1989-05"],
    ),
    (
        "agency, long dash as bullet, years with a colon",
        """Key dates of the islands

— 1855: A treaty draws a line.

— 1875: The line is moved.

— 1905: It is moved back.

— 1945: The islands change hands.

— 1956: A declaration promises two of them.""",
        None,
        ["1855", "1875", "1905", "1945", "1956"],
    ),
    (
        "date alone on its line",
        """Skip to content

1999

January 1, 1999
At a tea party the president speaks of dialogue and negotiations.

January 3, 1999
A newspaper prints an article by an official.

January 11, 1999
In a letter one office asks the other for help. The other replied on January 20 that it was willing.

February 2-3, 1999
The yearly meeting of directors is held.""",
        None,
        ["1999-01-01", "1999-01-03", "1999-01-11", "1999-02-02/1999-02-03"],
    ),
    (
        "date alone, its text as the next paragraph",
        """May 20, 2000

The new president is sworn in and speaks of good will.

June 20, 2000

She asks for a meeting.

A second paragraph tells more about it.

June 27, 2000

An answer comes.""",
        None,
        ["2000-05-20", "2000-06-20", "2000-06-27"],
    ),
    (
        "year first, then the country",
        """A Chronology of the Strait

2000 March 6, First Country: A budget is announced.

2000 March 18, Second Country: A vote is held.

2000 Aug. 8, Third Country: A report is printed.

1990, June 11, First Country: A statement is made.""",
        None,
        ["2000-03-06", "2000-03-18", "2000-08-08", "1990-06-11"],
    ),
    (
        "years with a colon, one a line, no blank lines",
        """What went before
1945: The war ends and the islands are taken by soldiers.
1951: A peace is signed in a city by the sea.
1956: A declaration.
1973: Another visit brings no more than a sentence on open questions.
1993: A declaration in Tokyo.""",
        None,
        ["1945", "1951", "1956", "1973", "1993"],
    ),
    (
        "months as headings, the day inside a sentence",
        """Chronology

June 1999

On 7 June, the council met in closed session and spoke for three hours about the paper.

On 10 June, the council adopted the resolution with one abstention, as had been agreed before.

On 21 June, the council heard a report on the first ten days and on what was still to come.""",
        None,
        [None, None, None],
    ),
    (
        "ISO days in bullets",
        """On this day

- 1999-03-24 The operation begins.
- 1999-05-07 An embassy is struck.
- 1999-06-10 The operation ends.
- 1999-06-12 Soldiers reach an airport.
- 2000-03-26 A president is elected.""",
        None,
        ["1999-03-24", "1999-05-07", "1999-06-10", "1999-06-12", "2000-03-26"],
    ),
    (
        "bullets with the date alone",
        """Timeline of a treaty

• May 26, 1972
The treaty is signed in Moscow.

• July 3, 1974
A protocol halves what it allows.

• December 13, 2001
Notice is given.

• June 13, 2002
The treaty ends.""",
        None,
        ["1972-05-26", "1974-07-03", "2001-12-13", "2002-06-13"],
    ),
    (
        "years as headings with prose, under a heading",
        """Timeline of two states

1972

A president comes to Beijing.

1979

Embassies are opened.

1999

An agreement on trade is signed.""",
        None,
        ["1972", "1979", "1999"],
    ),
    (
        "years glued to the text",
        """How it came about

- 1945The war ends.
- 1951A peace is signed.
- 1956A declaration is made.""",
        None,
        [None, None, None],
    ),
    (
        "another tongue",
        """Chronologie

24 mars 1999 : Les frappes commencent.

7 mai 1999 : Une ambassade est touchée.

10 juin 1999 : La fin.""",
        None,
        [None, None, None],
    ),
    (
        "handbook of a university course, tab after the date",
        """# Chronology

Below are some of the dates for this course.

- 1839-1842	A first war
- 1895, Apr	An island changes hands
- 1924-7	A first front
- 1927, Apr	A purge
- 1950, Jun 25	A war begins""",
        None,
        ["1839/1842", "1895-04", "1924/1927", "1927-04", "1950-06-25"],
    ),
    (
        "weekday in front, British order, two days",
        """Calendar of events: a chronology

Monday, 3 May 1999: The talks begin.

3 and 4 May 1999: The talks go on.

Friday 7 May 1999: The talks end.

April 2000 to June 2000: Silence.""",
        None,
        ["1999-05-03", "1999-05-03/1999-05-04", "1999-05-07", "2000-04/2000-06"],
    ),
    (
        "spaced long dashes in ranges, full-width colon",
        """Chronology of Two Capitals

May 16 — 19, 2000: Consultations take place.

May 21 – 24, 2000： A committee meets.

May 30, 2000：A minister arrives.

**June 2, 2000:** A letter.

(June 5, 2000) An answer.""",
        None,
        [
            "2000-05-16/2000-05-19",
            "2000-05-21/2000-05-24",
            "2000-05-30",
            "2000-06-02",
            "2000-06-05",
        ],
    ),
    (
        "date and colon on a line, a range broken at its end",
        """A timeline of relations between two states
A Cold War icebreaker by two former opponents leads to growing contact to solve thorny issues
July 1971:
A secretary makes a secret trip to the other capital.
February 1972:
A president spends eight days there, meeting the chairman and signing a communique with the premier.
Jan. 1, 1979:
The two grant each other full recognition.
Oct. 26-
Nov. 3, 1997:
A president visits and the two sides decide to carry out the agreement of 1985.
June 1998:
A president visits.""",
        None,
        ["1971-07", "1972-02", "1979-01-01", "1997-10-26/1997-11-03", "1998-06"],
    ),
    (
        "double dash as bullet, announced by a sentence",
        """Major events in relations

Updated: 2011-01-19 04:34
Large Medium Small

EXAMPLE CITY - The president starts a four-day state visit at the invitation of the other president.

The following is a chronology of major events in relations.

-- April 10-17, 1971: A team of sportsmen came, the first to be asked since 1949.

The visit promoted relations and changed the world.
As one comment described it, the big globe was set in motion by the tiny globe of that game.

-- February 21-28, 1972: A former president came, and a paper was released on February 28.

-- December 16, 1978: The two countries issued a paper.

-- January 28-February 5, 1979: A vice-premier paid a visit.""",
        None,
        ["1971-04-10/1971-04-17", "1972-02-21/1972-02-28", "1978-12-16", "1979-01-28/1979-02-05"],
    ),
    (
        "years with a colon, run together",
        """Milestones of Diplomacy
1778: Treaty of alliance with one state. 1783: Treaty of peace with another. 1795:
A treaty required soldiers to go. 1803: A purchase removed foreign control. 1819: A treaty
set the boundaries.""",
        None,
        ["1778", "1783", "1795", "1803", "1819"],
    ),
    (
        "years and a day with a dash, then a headline",
        """Highlights in the History of Relations, 1780-June 2006

Office of Somebody
Bureau of Affairs
May 11, 2007

This timeline depicts highlights from a chronology prepared by Dr. Ann C. Writer.


1780-1783 - One State Appoints a Minister: The new government appointed a man as minister.

1790 - Posts Are Set Up: In the late 1700s, one state became interested in the coast.



1803 - A First Consul: In the interest of concluding agreements a consul was sent.

July 14, 1809 - First Minister: He presented his letters.

1812 - A House Is Built: It stood for long.""",
        None,
        ["1780/1783", "1790", "1803", "1809-07-14", "1812"],
    ),
    (
        "agency, underscore before the date, a date line above",
        """Major Events in Relations

October 29, 1997

A chronology of major events in relations since 1972.

_Feb. 21-28, 1972: A president visits, with a paper released in one city Feb. 27.

_Feb. 22, 1973: The two countries announce offices.

_Jan. 28-Feb. 5, 1979: A vice-premier visits.

June, 1989: The government imposed measures.""",
        None,
        ["1972-02-21/1972-02-28", "1973-02-22", "1979-01-28/1979-02-05", "1989-06"],
    ),
    (
        "year in a column, day in the next",
        """Timeline 1998 January - March

Return to home

1998        The council designated this year as "the year of the Ocean."
    (SFC, 3/31/98, p.C10)

1998        Jan 1, The 109th parade was held and one team beat the other.
    (AP, 1/1/08)
1998        Jan 1, A new law went into effect.
    (AP, 1/1/99)
1998        Jan 2, The defense rested its case.""",
        None,
        ["1998", "1998-01-01", "1998-01-01", "1998-01-02"],
    ),
    (
        "British days, the first with its year",
        """Crisis: The Countdown

The Example Online
15 January 1999: Many are killed outside a village.

29 January: A raid. Allies speak of strikes.

6-17 February: First round of talks.

February-March: Forces sweep through the region.

18 March: One side signs alone.

20 March: Monitors leave.""",
        None,
        ["1999-01-15", "1999-01-29", "1999-02-06/1999-02-17", None, "1999-03-18", "1999-03-20"],
    ),
    (
        "days alone in small letters, the year from the reader",
        """Dates of 1998


january 1

At the stroke of the new year, the currency is worth a thousand times less than before.

A minister threatens to resign because of the budget; he quits on January 4.

january 2

The new government takes office in the capital.

january 3

A president moves his ministers about in his cabinet.""",
        1998,
        ["1998-01-01", "1998-01-02", "1998-01-03"],
    ),
    (
        "bullets under months as headings",
        """1998 Year in Review
    CHRONOLOGY

    1998 in a nutshell

    By the Example Press

    A month-by-month look at notable news in 1998:

    JANUARY

  • Jan. 2 - New money is printed in the capital.

  • Jan. 3 - A plan to fight erosion is told.

  • Jan. 4 - A minister resigns.

    FEBRUARY

  • Feb. 5 - A second minister resigns.""",
        1998,
        ["1998-01-02", "1998-01-03", "1998-01-04", "1998-02-05"],
    ),
]


@pytest.mark.parametrize(
    "text, year, wanted", [row[1:] for row in PRINTED], ids=[r[0] for r in PRINTED]
)
def test_each_entry_is_dated_right_or_told_of(text, year, wanted):
    report = parse_report(text, year=year)
    read = [entry.edtf for entry in report.entries if entry.edtf]
    assert read == [edtf for edtf in wanted if edtf]
    told = {problem.text for problem in report.problems if "blank lines" not in problem.reason}
    assert len(told) >= sum(edtf is None for edtf in wanted)


def test_at_least_nine_of_ten_are_read_and_none_is_wrong():
    right = wrong = 0
    for _, text, year, wanted in PRINTED:
        found = [entry.edtf for entry in parse_report(text, year=year).entries if entry.edtf]
        right += sum(edtf in wanted for edtf in found)
        wrong += sum(edtf not in wanted for edtf in found)
    assert wrong == 0
    assert right >= 0.9 * sum(len(wanted) for *_, wanted in PRINTED)


def test_the_sentences_are_whole_and_under_their_own_date():
    report = parse_report(PRINTED[6][1], year=1999)
    assert [entry.text for entry in report.entries] == [
        "The first night of the operation.",
        "A meeting of the Council ends with a vote.",
        "The bridges of one town are closed to all.",
        "An embassy is struck at night.",
    ]
    report = parse_report(PRINTED[16][1])
    assert (
        report.entries[1].text == "She asks for a meeting. A second paragraph tells more about it."
    )
    assert not report.passages


def test_prose_under_the_heading_is_prose():
    report = parse_report(PRINTED[2][1])
    assert [(p.section, p.text.split(".")[0]) for p in report.passages] == [
        ("Chronology", "The talks did not come as a surprise")
    ]
    assert report.problems == []


# --- the year ------------------------------------------------------------------------------------


LIST = "Chronology\n\nDec. 30: One.\n\nJan. 2: Two.\n"


def test_a_year_that_nobody_gives_is_not_guessed():
    report = parse_report(LIST)
    assert [entry.start for entry in report.entries] == [None, None]
    assert [problem.reason.split(": ")[1] for problem in report.problems] == [
        "it has no year. Add one, or pass year=."
    ] * 2


def test_the_reader_may_give_the_year_and_it_is_flagged():
    (one, two) = parse_report(LIST, year=1999).entries
    assert (one.start, one.flags) == (dt.date(1999, 12, 30), ("year_inferred",))
    assert (two.start, two.flags) == (dt.date(1999, 1, 2), ("out_of_order", "year_inferred"))


@pytest.mark.parametrize("layout", ["{}: {}\n\n", "{}\n{}\n\n", "{} - {}\n"])
def test_a_weekday_without_a_year_is_checked_in_the_year_that_is_known(layout):
    rows = [("Monday, October 15", "One."), ("Tuesday 16 October", "Two."), ("Oct. 17", "Three.")]
    text = "Chronology\n\n" + "".join(layout.format(*row) for row in rows)
    wanted = ["1962-10-15", "1962-10-16", "1962-10-17"]
    assert [e.edtf for e in parse_report(text, year=1962).entries] == wanted
    period = text.replace("Chronology", "Chronology, October-December 1962")
    assert [e.edtf for e in parse_report(period).entries] == wanted
    wrong = parse_report(text, year=1963)
    assert [e.edtf for e in wrong.entries] == ["", "", "1963-10-17"]
    assert "was a Tuesday" in wrong.problems[0].reason


def test_a_year_is_carried_on_only_forward():
    text = "Chronology\n\nDec. 1, 1999: One.\n\nDec. 30: Two.\n\nJan. 2: Three.\n"
    found = parse_report(text).entries
    assert [entry.edtf for entry in found] == ["1999-12-01", "1999-12-30", ""]
    assert found[1].flags == ("year_inferred",) and found[2].flags == ("date_not_read",)


def test_what_the_text_says_goes_before_what_the_reader_says():
    text = "Chronology\nApril-June 2000\n\nApr. 3: One.\n\nMay 4, 2001: Two.\n"
    assert [e.edtf for e in parse_report(text, year=1999).entries] == ["2000-04-03", "2001-05-04"]


def test_a_period_of_two_years_gives_the_one_that_fits_or_none():
    text = "Chronology\nApril 1999-June 2000\n\nFeb. 3: One.\n\nMay 4: Two.\n"
    report = parse_report(text)
    assert [entry.edtf for entry in report.entries] == ["2000-02-03", ""]
    assert "more than one" in report.problems[0].reason


# --- refused rather than guessed -----------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "May 21 - 24 people died in a flood.",
        "1989 - 95 percent vote for it.",
        "Sept. 31, 2001 - No such day.",
    ],
)
def test_what_may_mean_two_things_gets_no_date(line):
    text = f"Chronology\n\nMay 1, 2001 - One.\n\n{line}\n\nMay 30, 2001 - Three.\n"
    report = parse_report(text)
    dated = [entry.edtf for entry in report.entries if entry.edtf]
    assert dated == ["2001-05-01", "2001-05-30"]
    assert len(report.problems) == 1 and line.startswith(report.problems[0].text)


@pytest.mark.parametrize(
    "date",
    [
        "c. August 1999",
        "ca. 7 August 1999",
        "Circa August 1999",
        "By 1 August 1999",
        "After August 7, 1999",
        "Night of 7-8 August 1999",
        "The morning of August 7, 1999",
        "Shortly before August 7, 1999",
        "On or about August 7, 1999",
    ],
)
@pytest.mark.parametrize("layout", ["{}: {}\n\n", "{}\n{}\n\n", "{}: {} ", "{} - {}\n\n"])
def test_an_inexact_date_opens_an_entry_and_is_not_read(date, layout):
    """Its words neither go to the entry above, nor does the exact part stand for the whole."""
    rows = [("May 3, 1999", "One."), (date, "Two."), ("Sept. 5, 1999", "Three.")]
    report = parse_report("Chronology\n\n" + "".join(layout.format(*row) for row in rows))
    found = [(e.date_as_printed, e.edtf, e.text) for e in report.entries]
    assert found == [
        ("May 3, 1999", "1999-05-03", "One."),
        (date, "", "Two."),
        ("Sept. 5, 1999", "1999-09-05", "Three."),
    ]
    assert [problem.text for problem in report.problems] == [date]


def test_words_before_no_date_open_nothing():
    assert opener("by " * 5000 + "May 1999: One.") is None
    assert opener("by A. Reader") is None and opener("After May 1999 the two met.") is None


@pytest.mark.parametrize(
    "above, date",
    [("They had met before, in", "June 1999"), ("They also met on 14, 15 and 18", "June 1999")],
)
def test_a_line_that_leads_to_a_date_goes_on_with_it(above, date):
    text = (
        f"Chronology\n\nMay 3, 1999: A meeting of the two takes place in a town.\n{above}\n{date}: "
    )
    report = parse_report(text + "nothing was printed.\n\nSept. 5, 1999: Three.\n")
    assert [e.edtf for e in report.entries] == ["1999-05-03", "1999-09-05"]
    assert report.entries[0].text.endswith(f"{above} {date}: nothing was printed.")


def test_a_dash_at_the_end_of_a_line_is_no_broken_word():
    text = Running("a war -")
    text.add("After it they sign a treaty.")
    assert str(text) == "a war - After it they sign a treaty."


def test_a_date_without_text_is_told_of():
    text = "Chronology\n\nMay 3, 1999\nOne.\n\nMay 4, 1999\n\nMay 5, 1999\nThree.\n"
    problems = parse_report(text).problems
    assert [(p.text, p.reason) for p in problems] == [("May 4, 1999", "has a date, but no text")]


@pytest.mark.parametrize(
    "text, told",
    [
        ("Where it stands\n\nMarch 1999\nA war begins.\nJune 1999\nIt ends.\n", ["March 1999"]),
        (
            "A Title\n\nSaturday 14th October\n\nThey meet and part again.\n\nMonday 16th"
            " October\n\nThey meet once more.\n",
            ["Saturday 14th October", "Monday 16th October"],
        ),
    ],
)
def test_dates_alone_that_make_no_chronology_are_told_of(text, told):
    assert [problem.text for problem in parse_report(text).problems] == told


def test_a_date_inside_a_sentence_opens_nothing():
    text = (
        "Chronology of Talks\n\n"
        "Oct. 2, 2000 - The ministers meet and agree that they will meet again on\n"
        "Oct. 9 - a Monday - in the other capital, whatever may happen until then.\n\n"
        "Oct. 9, 2000 - They meet.\n"
    )
    assert [e.edtf for e in parse_report(text).entries] == ["2000-10-02", "2000-10-09"]


@pytest.mark.parametrize(
    "prose",
    [
        "On April 12, the ministry said so. It said so again on the next day, and then no more.",
        "1999 began with a visit that was long in the making and brought little to either side.",
        "May 2000 was a quiet month for both capitals, and nobody was sorry for it at the time.",
        "Q1: What did they want? They wanted time, as both of them said in so many words later.",
        "First: They wanted time, and they got it, as both of them said in so many words later.",
    ],
)
def test_prose_that_begins_like_a_date_is_prose(prose):
    report = parse_report(f"A Title\n\n{prose}\n\n{prose}\n\n{prose}\n\n{prose}\n")
    assert not report.entries and len(report.passages) == 4
    assert report.problems == []


def test_two_dated_lines_make_no_chronology_but_are_told_of():
    text = (
        "A Title\n\nMay 3, 2000: One thing.\n\nMay 4, 2000 - Another thing.\n\nA last paragraph.\n"
    )
    report = parse_report(text)
    assert not report.entries and len(report.passages) == 3
    assert [(problem.line, problem.text) for problem in report.problems] == [
        (3, "May 3, 2000: One thing."),
        (5, "May 4, 2000 - Another thing."),
    ]


def test_bullets_with_years_in_the_middle_of_a_report_stay_its_list():
    text = "A Title\n\nThere were three treaties:\n- 1950: one\n- 1996: two\n- 2001: three\n"
    report = parse_report(text)
    assert [passage.kind for passage in report.passages] == ["paragraph", "item", "item", "item"]
    assert not report.entries and len(report.problems) == 3


def test_sections_named_by_years_stay_sections():
    text = "A Title\n\n" + "".join(
        f"{year}\n\nIn this year both sides did what they had done in the year before.\n\n"
        for year in (1996, 1997, 1998)
    )
    report = parse_report(text)
    assert not report.entries
    assert [passage.section for passage in report.passages] == ["1996", "1997", "1998"]


def test_prose_after_the_chronology_is_prose_again():
    text = (
        "Chronology of Talks\n\nMay 1, 2000: One.\n\nMay 2, 2000: Two.\n\nWhat it means\n\n"
        "The two days show that both sides wanted to talk, and that neither wanted to be the first"
        " to say so.\n\nA second paragraph of the conclusion stands here and says it once more.\n"
    )
    report = parse_report(text)
    assert len(report.entries) == 2
    assert [passage.section for passage in report.passages] == ["What it means"] * 2
    assert report.problems == []


def test_a_text_that_names_a_chronology_and_has_none_is_read_all_the_same():
    report = parse_report("Chronology\n\n: The ministers meet.\n\n: They meet again.\n")
    assert [passage.text for passage in report.passages]


def test_rows_of_figures_are_no_entries():
    text = "Trade\n\n" + "".join(
        f"{year}\t{year - 1990}.5\t{year - 1980}\n\n" for year in range(1994, 1999)
    )
    report = parse_report(text)
    assert not report.entries
    assert "1996 6.5 16" in report.passages[0].text


def test_dates_under_titles_are_no_entries_of_the_title_below():
    text = "The articles of a month.\n\n"
    text += "".join(f"Article Number {n}\n\nMay {n}, 2001\n\n" for n in "3456")
    report = parse_report(text)
    assert not report.entries
    assert any("a date alone" in problem.reason for problem in report.problems)


def test_a_printed_year_ends_that_of_the_heading():
    text = "Chronology\n\n1998\n\nNov. 12: One.\n\nJan. 5, 1999: Two.\n\nFeb. 3: Three."
    text += "\n\nJan. 2: Four."
    assert [entry.edtf for entry in parse_report(text).entries] == [
        "1998-11-12",
        "1999-01-05",
        "1999-02-03",
        "",
    ]


def test_a_list_of_references_is_no_chronology():
    text = "Books\n\n" + "".join(
        f"{year}. A Title, Somewhere, by Ann Writer.\n\n" for year in (1996, 1997, 1998)
    )
    assert not parse_report(text).entries


def test_each_line_for_itself_is_no_guess():
    assert parse_report(PRINTED[5][1]).problems == []
