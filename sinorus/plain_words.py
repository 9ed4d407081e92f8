"""Codes and dates of the tables in plain words, so that a beginner can filter by reading."""

import pandas as pd

#: States and organisations, by the codes of the tables.
STATES = {
    "ALB": "Albania",
    "BLR": "Belarus",
    "CHN": "China",
    "DEU": "Germany",
    "EUR": "the European Union",
    "FRA": "France",
    "G8": "the G8",
    "GBR": "Britain",
    "IMF": "the IMF",
    "IND": "India",
    "IRN": "Iran",
    "IRQ": "Iraq",
    "JPN": "Japan",
    "KAZ": "Kazakhstan",
    "KGZ": "Kyrgyzstan",
    "KOR": "South Korea",
    "MKD": "Macedonia",
    "NAM": "Namibia",
    "NAT": "NATO",
    "PRK": "North Korea",
    "RUS": "Russia",
    "S5": "the Shanghai Five",
    "SCO": "the SCO",
    "SUN": "the Soviet Union",
    "TJK": "Tajikistan",
    "TKM": "Turkmenistan",
    "TWN": "Taiwan",
    "UKR": "Ukraine",
    "UNO": "the United Nations",
    "USA": "the United States",
    "UZB": "Uzbekistan",
    "WTO": "the WTO",
    "YUG": "Yugoslavia",
}

_MONTHS = (
    *("", "January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def states(codes):
    """Name states and organisations.

    Parameters
    ----------
    codes : str or missing
        Codes separated by ``;``.

    Returns
    -------
    str
        Their names, an empty text where there is no code.

    Examples
    --------
    >>> from sinorus.plain_words import states
    >>> states("CHN;RUS"), states(None)
    ('China, Russia', '')
    """
    if not isinstance(codes, str):
        return ""
    return ", ".join(STATES.get(code, code) for code in codes.split(";"))


def day(row):
    """Say when an act was, as a sentence would.

    Parameters
    ----------
    row : named tuple
        With ``start``, ``end``, ``precision``, and an id whose date says how much is known.

    Returns
    -------
    str
        Such as ``8 May 1999``, ``24 to 27 February 1999``, ``April 1996``, or ``after 8 May 1999,
        day unknown``.

    Examples
    --------
    >>> import sinorus
    >>> events = sinorus.load("events").set_index("event_id")
    >>> events.loc[["1999-02-24-a", "1999-05-a", "1996-04-a"], "when"].tolist()
    ['24 to 27 February 1999', 'after 8 May 1999, day unknown', 'April 1996']
    """
    start, end, known = row.start, row.end, row[1].count("-")
    if row.precision in ("year", "decade"):
        return f"{start.year}" if start.year == end.year else f"{start.year} to {end.year}"
    if row.precision == "quarter":
        names = ("first", "second", "third", "fourth")
        return f"{names[start.quarter - 1]} quarter of {start.year}"
    if row.precision == "month_part":
        part = {1: "early", 11: "mid", 21: "late"}[start.day]
        return f"{part} {start:%B %Y}"
    if row.precision == "month":
        same = (start.year, start.month) == (end.year, end.month)
        if same:
            return f"{start:%B %Y}"
        first = f"{start:%B}" if start.year == end.year else f"{start:%B %Y}"
        return f"{first} to {end:%B %Y}"
    if start == end:
        return _date(start)
    if known < 3:
        # The bounds are no duration: the act lies somewhere between them.
        if (start.month, start.day) == (1, 1):
            return f"before {_date(end)}, day unknown"
        if end.is_month_end:
            return f"after {_date(start)}, day unknown"
        return f"between {_date(start)} and {_date(end)}, day unknown"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {_date(end)}"
    first = f"{start.day} {start:%B}" if start.year == end.year else _date(start)
    return f"{first} to {_date(end)}"


def _date(stamp: pd.Timestamp):
    return f"{stamp.day} {stamp:%B %Y}"


def known_day(edtf):
    """Say a date in EDTF in words.

    Parameters
    ----------
    edtf : str
        Such as a table of the course has it.

    Returns
    -------
    str

    Examples
    --------
    >>> from sinorus.plain_words import known_day
    >>> known_day("1999-05~"), known_day("1998-03/2001-03-28"), known_day("XXXX")
    ('about May 1999', 'March 1998 to 28 March 2001', 'undated')
    """
    first, _, last = edtf.partition("/")
    if not last:
        return f"from {_one_day(first)}" if "/" in edtf else _one_day(first)
    return f"{_one_day(first)} to {_one_day(last)}"


def _one_day(edtf):
    if edtf == "XXXX":
        return "undated"
    doubt = {"~": "about ", "?": "perhaps "}.get(edtf[-1], "")
    year, month, day = (*edtf.rstrip("~?").split("-"), "", "")[:3]
    return doubt + " ".join(filter(None, (day.lstrip("0"), _MONTHS[int(month or 0)], year)))
