"""Who dealt with whom in the war over Kosovo: acts of the reports and of the public record, joined.

One row an act. Where a report and the record tell the same act, the row that knows its day better
is shown, the record's where both know it as well; the tone is always by the report's act.
"""

import functools
import re

import pandas as pd

from ..errors import DateError, SinorusError
from ..plain_words import states
from ..reading.dates import parse_date
from ..tables import load
from .placing import tone_of

#: The three pairs.
PAIRS = ("China and the West", "Russia and the West", "China and Russia")
COUNCIL = "In the Security Council"
#: The lanes, in the order in which they are drawn.
LANES = ("The war", COUNCIL, *PAIRS)
#: The act that cuts the spring in two, by its turning point.
_NIGHT = "Chinese embassy in Belgrade bombed"
_WEST = {"NAT", "USA", "G8", "EUR", "GBR"}
#: Newspapers and scholars comment; they do not deal.
_COMMENT = ("MED", "EDU")
RECORD_ONLY = "only in the public record"
_SHOWN = (
    "act_id record_id event_id start end day_known lane tone kind turning when what numbers passage"
    " source"
).split()
#: What a state says or how it votes among the fifteen.
_IN_COUNCIL = ("spoken", "vote")
#: About so many letters of a gist stand in a picture, of what several say more, so that each is
#: heard; the whole stands in the tooltip.
_ROOM, _ROOM_OF_SEVERAL = 150, 230


def lane_of(actors, kind=""):
    """Say between whom an act is, by who has a part in it and of what kind it is.

    Parameters
    ----------
    actors : set of str
        Codes of states and organisations.
    kind : str
        As the table ``record`` has it.

    Returns
    -------
    str or None
        A lane, or None where none fits. What is said to the Security Council of the United Nations,
        and how it votes, is in a lane of its own: there states speak to the Council and the world,
        and two that say or vote the same need not have spoken with each other. Any other act in
        which China and Russia both have a part is between them, whoever else is there; but a paper
        of the G8, to which Russia belongs and China does not, is between Russia and the West. With
        Yugoslavia Russia speaks of what the West demands, so that counts for the West too.

    Examples
    --------
    >>> from sinorus.charts.dealings import lane_of
    >>> lane_of({"CHN", "USA"}), lane_of({"CHN", "RUS", "UNO"}), lane_of({"CHN", "RUS", "G8"})
    ('China and the West', 'China and Russia', 'Russia and the West')
    >>> lane_of({"CHN", "RUS", "UNO"}, "vote")
    'In the Security Council'
    """
    china, russia = "CHN" in actors, "RUS" in actors and "G8" not in actors
    if "UNO" in actors and kind in _IN_COUNCIL:
        return COUNCIL
    if china and russia:
        return "China and Russia"
    if "RUS" in actors and actors & (_WEST | {"YUG"}):
        return "Russia and the West"
    if china and actors & _WEST:
        return "China and the West"
    return "The war" if "YUG" in actors and not china else None


def last_day(until, first, last):
    """Read the last day that a picture may show.

    Parameters
    ----------
    until : str, datetime.date or None
        Such as ``"25 March"``; the year may be left out. None is the last day of all.
    first, last : pandas.Timestamp
        The days between which it must lie.

    Returns
    -------
    pandas.Timestamp

    Raises
    ------
    SinorusError
        If it is no single day, or lies outside.
    """
    if until is None:
        return last
    span = f"{_short_day(_day(first))} and {_day(last)}"
    text = str(until).split(" 00:")[0].strip()
    try:
        day = parse_date(text if "1999" in text else f"{text} 1999")
    except DateError as error:
        raise SinorusError(
            f'until is a day between {span}, such as "{_short_day(_day(first))}". {error}'
        ) from None
    if day.precision != "day" or not first <= pd.Timestamp(day.start) <= last:
        raise SinorusError(f'until is one day between {span}; "{text}" is not.')
    return pd.Timestamp(day.start)


def night():
    """The act that cuts the spring in two, and the midnight at which it is drawn."""
    act = _joined().query("turning == @_NIGHT").iloc[0].copy()
    # Its first sentence; the whole is on the reader's page.
    act["words"] = f"{_short_day(act['when'])}: {_sentences(act['what'])[0]}"
    return act, act["end"].normalize() + pd.Timedelta(days=1)


def dealings(first, until):
    """Return the acts of the spring of 1999 that one may know by a day.

    Parameters
    ----------
    first, until : pandas.Timestamp
        Acts that began on the first day or later are returned. What happened on an unknown day
        is known to have happened only when all its possible days are over.

    Returns
    -------
    pandas.DataFrame
        In the order of lanes and days; without the night that cuts the spring in two.
    """
    acts = _joined()
    acts = acts[acts["lane"].notna() & (acts["turning"] != _NIGHT) & (acts["start"] >= first)]
    sure = acts["start"].where(acts["day_known"], acts["end"])
    acts = acts[sure <= until]
    # Of what still goes on, the end is not known yet.
    on = acts["end"] > until
    since = "from " + acts["start"].map(_day)
    acts = acts.assign(
        end=acts["end"].clip(upper=until),
        goes_on=on,
        when=acts["when"].mask(on, since),
        order=acts["lane"].map({lane: place for place, lane in enumerate(LANES)}),
    )
    lasted = (acts["end"] > acts["start"]) & acts["day_known"]
    acts["words"] = [
        f"{_short_day(act.when)}: {_words(act, goes_on, long and not goes_on)}"
        for act, goes_on, long in zip(acts.itertuples(), on, lasted)
    ]
    order = ["order", "day_known", "start", "act_id"]
    return acts.sort_values(order, ascending=[True, False, True, True]).drop(columns="order")


@functools.cache
def _joined():
    """Events and rows of the record, one row an act."""
    events, record = load("events"), load("record")
    places = load("mentions").groupby("event_id")["locator"].agg(", ".join)
    events = events[~events["source_role"].isin(_COMMENT)]
    events = events.assign(
        act_id=events["event_id"],
        actors=events["source"].str.cat(events["target"].fillna(""), sep=";"),
        tone=events["quad_class"].map(tone_of),
        turning=events["turning_point"].str.partition(": ")[2],
        passage=events["event_id"].map(places),
        source=events["told_by"],
    )
    # What the record tells in several steps, as a war's first day and last, a report tells once.
    links = record["event_id"].mask(record["event_id"].duplicated())
    told = links.to_frame().join(events.set_index("event_id"), on="event_id")
    record = record.assign(
        act_id=record["record_id"],
        tone=told["tone"].fillna(RECORD_ONLY),
        turning=told["turning"],
        passage=told["passage"].fillna(record["bears_on"]),
        source=record["source_ids"],
    )
    # Of two rows for one act the one that knows the day better is shown.
    vague = (told["end"] - told["start"]) < (record["end"] - record["start"])
    for column in ("start", "end", "precision", "when", "what", "kind"):
        record[column] = record[column].mask(vague, told[column])
    acts = pd.concat(
        [record, events[~events["event_id"].isin(record["event_id"])]], ignore_index=True
    )
    return acts.assign(
        lane=[
            lane_of(set(codes.split(";")), kind)
            for codes, kind in zip(acts["actors"], acts["kind"])
        ],
        day_known=acts["precision"].isin(["day", "day_range"])
        & ~acts["when"].str.contains("day unknown"),
    )[_SHOWN]


def _day(stamp):
    return f"{stamp.day} {stamp:%B %Y}"


def _short_day(when):
    """A day without the year: ``After 8 May``."""
    day = when.replace(" 1999", "")
    return day[0].upper() + day[1:]


def _words(act, goes_on, long):
    """What an act was, in whole clauses; of what goes on, nothing that came later."""
    first, *more = _sentences(act.what)
    if act.kind == "vote":
        return f"{first} {_result(act.numbers)}"
    room = _ROOM_OF_SEVERAL if act.kind == "spoken" else _ROOM
    if len(first) > room:
        # A clause before a semicolon stands for itself.
        clause, _, rest = first.partition("; ")
        return f"{clause}." if rest else first
    if long:
        return act.what
    said = first
    for sentence in () if goes_on else more:
        if len(said) + len(sentence) >= room:
            break
        said = f"{said} {sentence}"
    return said


def _sentences(gist):
    return re.split(r"(?<=[.?!]) (?=[A-Z])", gist)


def _result(numbers):
    """How a vote of the Council ended, and how the two voted."""
    yes, no = (int(re.search(rf"\b{way}: (\d+)", numbers)[1]) for way in ("for", "against"))
    found = dict(re.findall(r"\b(CHN|RUS): (\w+)", numbers))
    # Nine of fifteen are needed, and no permanent member may be against.
    adopted = yes >= 9 and "against" not in found.values()
    how = {"for": "votes for it", "against": "votes against it", "abstaining": "abstains"}
    votes = {states(code): how[vote] for code, vote in sorted(found.items())}
    if len(votes) == 2 and len(set(votes.values())) == 1:
        both = next(iter(votes.values()))
        votes = {" and ".join(votes): both.replace("votes", "vote").replace("abstains", "abstain")}
    told = ", ".join(f"{voter} {vote}" for voter, vote in votes.items())
    return f"It {'is adopted' if adopted else 'fails'} by {yes} to {no}; {told}."
