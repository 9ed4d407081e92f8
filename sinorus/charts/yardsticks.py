"""The acts of the treaty's first year, and what one may measure them by."""

import datetime as dt
import re

from ..errors import SinorusError

#: The acts of the ledger. Of each what the record has: its rows; the day on which one of the two is
#: first known to have known of it; whether one of the two was attacked; the first known day after
#: it on which the two alone talked of it, and who; what is known where no such day is; whether a
#: paper that both signed or gave out after it is about it; whether both together asked Washington
#: after it for something else than it did.
ACTS = {
    "September 2001:\nthe attacks": {
        "rows": ("2001-09-14-almaty", "2001-09-18-call"),
        "known": dt.date(2001, 9, 11),
        "attacked": False,
        "talk": (dt.date(2001, 9, 18), "presidents"),
        "word": (True, "six premiers"),
        "other": (False, "both offered it help"),
    },
    "October 2001:\nthe airfields": {
        "rows": ("2001-10-bases", "2001-10-19-shanghai", "2002-01-07-sco"),
        "known": dt.date(2001, 10, 5),
        "attacked": False,
        "talk": (None, "talk of the war, on day 15"),
        "word": (False, "January's is on Afghanistan"),
        "other": (False, "asked nobody to leave"),
    },
    "December 2001:\nthe notice": {
        "rows": ("2001-12-07-call", "2001-12-13-moscow", "2001-12-16-consultations"),
        "known": dt.date(2001, 12, 7),
        "attacked": False,
        "talk": (dt.date(2001, 12, 13), "presidents"),
        "word": (True, "a press release"),
        "other": (True, "for a paper on cuts"),
    },
    "May 2002:\nthe council": {
        "rows": ("2002-05-14-reykjavik", "2002-05-28-council"),
        "known": dt.date(2002, 5, 14),
        "attacked": False,
        "talk": (dt.date(2002, 5, 31), "a minister"),
        "word": (False, "each for itself"),
        "other": (False, "China welcomed it"),
    },
}
#: What one may measure by: what it is, what stands above the column, and its rule.
YARDSTICKS = {
    "1950": (
        "the treaty of 1950",
        "talk, and help",
        "1950: are they known to have talked of it at any time (article 4)? Was one attacked, and"
        " did the other help (article 1)?",
    ),
    "1996": (
        "the declaration of 1996",
        "a common paper",
        "1996 has mutual coordination. So we ask: did both put their names to a paper on it"
        " afterwards?",
    ),
    "2001": (
        "article 9 of 2001",
        "talk in {days}",
        "2001, article 9, has “immediate”. So we ask: are the two alone known to have talked of it"
        " within {days} from when one of them knew (of the notice on 7 December, of the council on"
        " 14 May)?",
    ),
    "Miller": (
        "our question after Miller",
        "our question",
        "Miller asks what the strategic collaboration was worth. So we ask: did both together then"
        " want something else of Washington?",
    ),
}
#: Days in the treaty's first year on which the two alone are known to have talked, and the row.
TALKS = {
    dt.date(2001, 9, 18): "2001-09-18-call",
    dt.date(2001, 10, 20): "2001-10-19-shanghai",
    dt.date(2001, 11, 19): "2001-11-19-call",
    dt.date(2001, 12, 13): "2001-12-13-moscow",
    dt.date(2001, 12, 16): "2001-12-16-consultations",
    dt.date(2002, 2, 28): "2001-10-27-ratification",
    dt.date(2002, 5, 28): "2002-05-28-space",
    dt.date(2002, 5, 31): "2002-05-28-council",
}
_FIRST = dt.date(2001, 7, 16)


def after(known):
    """How many days it took until they are known to have talked of an act; None if never."""
    day = known["talk"][0]
    return None if day is None else (day - known["known"]).days


def chance(days):
    """Of a hundred days of the first year, how many are followed by a known talk so soon?"""
    year = [_FIRST + dt.timedelta(n) for n in range(365)]
    soon = [any(0 <= (talk - day).days <= days for talk in TALKS) for day in year]
    return round(100 * sum(soon) / len(year))


def result(name, known, days):
    """What a rule says of an act, and by what of the record."""
    number, (_, who) = after(known), known["talk"]
    if name == "1950":
        help_ = "help: asked" if known["attacked"] else "help: not asked"
        return ("not known" if number is None else "yes"), help_
    if name == "2001":
        if number is None:
            return "not known", who
        return ("yes" if number <= days else "late"), f"on day {number}: {who}"
    if name in ("1996", "Miller"):
        found, reason = known["word" if name == "1996" else "other"]
        return ("yes" if found else "no"), reason
    return "", ""


def named(results):
    """Which acts a column calls what, in words: “yes” first, and so on as they come."""
    said = {}
    for act, one in results:
        said.setdefault(one, []).append(act.split(":")[1].strip())
    order = sorted(said, key=("yes", "late", "no", "not known").index)
    return "; ".join(f"{one}: {_and(said[one])}" for one in order)


def _and(words):
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def yardsticks(by):
    """The names of yardsticks in what was written."""
    if by is None or by is ...:
        return []
    wanted = [by] if isinstance(by, int) else by
    if isinstance(wanted, str):
        wanted = re.sub(r"(?i)(miller)[\s,]+2002", r"\1", wanted)
        wanted = re.split(r"[\s,;]+(?:and\s+)?", wanted.strip(" .…,;"))
    names = {name.casefold(): name for name in YARDSTICKS}
    found = []
    for one in map(str, wanted):
        if one.strip("\"' ").casefold() == "all":
            return list(YARDSTICKS)
        name = names.get(one.strip("\"' ").casefold())
        if name is None and one:
            said = ", ".join(f'"{name}"' for name in YARDSTICKS)
            raise SinorusError(
                f"The yardsticks are {said}; write one or several of them, with commas."
            )
        if name and name not in found:
            found.append(name)
    return found


def day_number(within):
    """A number of days, also written as text; dots stand for none."""
    if within is None or within is ...:
        return None
    if (
        isinstance(within, bool)
        or not re.fullmatch(r"\d{1,3}", str(within).strip())
        or int(str(within)) > 60
    ):
        raise SinorusError(
            "Give a number of days from 0 to 60, such as 5: no unit, no quotation marks."
        )
    return int(str(within))
