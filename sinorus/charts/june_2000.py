"""A week of June 2000, and the acts of that spring on two sides of zero."""

import altair as alt
import pandas as pd

from ..errors import SinorusError
from ..tables import load
from .placing import WIDTH, moment, tips, written
from .plans_2000 import DOTS, day_of_2000
from .theme import CATEGORIES, INK

#: The week in June: the row that has the day, the lane, the height in it, and words.
WEEK = {
    "2000-05-29-a": ("Moscow", 0, "a compromise with\nWashington is unlikely"),
    "2000-06-03-moscow": ("Moscow", 1, "Clinton in Moscow"),
    "offer": ("Moscow", 2, "the offer: let us build\na shield together"),
    "2000-06-08-a": ("Moscow", 1, "Putin telephones Jiang"),
    "2000-06-11-a": ("Moscow", 0, "nobody is left out"),
    "2000-06-05-a": ("Moscow", 0, "a claim: China was\ntold of Clinton"),
    "2000-06-06-zhang": ("Beijing", 2, "not clear on the details"),
    "2000-06-07-a": ("Beijing", 1, "in the essay: not fully understood"),
    "2000-06-c": ("Beijing", 0, "worth studying"),
}
_WEEK = (pd.Timestamp("2000-05-28"), pd.Timestamp("2000-06-18"))
_JUNE = tuple((6, day) for day in (1, 5, 8, 11, 14, 17))
_ANSWER = pd.Timestamp("2000-06-06")
#: Where an act is told, from above.
_TOLD = ("list only", "list and essay", "essay only")


def rome_week(offer="6 June"):
    """Show the days round Putin's offer in Rome, with the offer on the day that one gives it.

    Three dots in place of a day show the week without the offer.

    Parameters
    ----------
    offer : str
        The day of the offer; the report prints 6 June.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one an act.

    Raises
    ------
    SinorusError
        If this is no day of that fortnight.

    Notes
    -----
    Days are those of the tables ``events`` and ``record``. Who dates an act by what others
    answered takes from them the time that they had: M. Bloch, *The Historian's Craft* (1949), on
    how a wrong moment makes a wrong cause.

    It cannot show what Moscow told Beijing in private.

    Examples
    --------
    >>> import sinorus
    >>> rows = sinorus.charts.data(sinorus.charts.rome_week("5 June"))
    >>> rows.loc[rows["act"] == "offer", "at"].dt.day.tolist()
    [5]
    """
    dots = offer is ...
    day = day_of_2000("6 June" if dots else offer, 'rome_week("6 June")')
    if not _WEEK[0] <= day <= _WEEK[1]:
        raise SinorusError("This picture has the days from 28 May to 18 June 2000.")
    rows = _acts_of_the_week(day)
    # while three dots stand in a cell the offer has no day, and nothing is answered yet
    rows = rows[rows["act"] != "offer"] if dots else rows
    x = alt.X("at:T", title=None).scale(domain=[moment(one) for one in _WEEK])
    x = x.axis(format="%-d %b", values=_ticks(), grid=False)
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.8, 7.6], nice=False))
    domain, colours = ["Moscow", "Beijing"], [CATEGORIES[0], CATEGORIES[2]]
    colour = alt.Color("lane:N", legend=None).scale(domain=domain, range=colours)
    marks = alt.Chart(rows).encode(x=x, y=y, color=colour, tooltip=tips(when="when", what="what"))
    lanes = pd.DataFrame({"words": domain, "y": [5.85, 1.15]})
    sure = marks.transform_filter("datum.sure && datum.day").mark_point(
        size=110, filled=True, opacity=1
    )
    open_ = marks.transform_filter("!datum.sure").mark_point(size=110, filled=False, strokeWidth=2)
    nights = (_ANSWER - day).days
    gap = pd.DataFrame({"at": [day], "end": [_ANSWER], "y": [3.35]})
    words = pd.DataFrame(
        {"at": [max(day, _ANSWER)], "y": [3.35], "words": [_nights(nights)]},
    )
    layers = [
        written(lanes, alt.value(-8), y, align="right", fontWeight="bold", color=INK),
        marks.transform_filter("datum.long").mark_bar(height=6, opacity=0.5).encode(x2="end:T"),
        sure,
        open_,
    ]
    if not dots:
        bar = alt.Chart(gap).mark_bar(height=8, color=CATEGORIES[1])
        layers.append(bar.encode(x=x, x2="end:T", y=y))
        layers.append(written(words, x, y, dx=9, color=INK, fontWeight="bold"))
    for side, look in (("left", {"dx": 9}), ("right", {"dx": -9})):
        text = rows[rows["side"] == side]
        layers.append(written(text, x, y, **look, align=side, fontSize=12).encode(color=colour))
    return alt.layer(*layers, data=rows).properties(
        width=WIDTH - 55,
        height=300,
        title=alt.Title(
            "How long has Beijing to think?",
            subtitle=[
                "An orange bar goes from the offer to Beijing's first answer, if a night lies"
                " between.",
                "Hollow: in the essay alone. A bar without a mark: the day is not known.",
                *[DOTS] * dots,
            ],
        ),
        description=" ".join(
            f"{row.lane}, {row.when}: {row.words.replace(chr(10), ' ')}."
            for row in rows.sort_values("at").itertuples()
        )
        + (" The offer has no day yet." if dots else f" From offer to answer: {_nights(nights)}."),
    )


def _ticks():
    """The days that are written below the week."""
    return [moment(pd.Timestamp(2000, month, day)) for month, day in ((5, 29), *_JUNE)]


def _nights(nights):
    if nights < 0:
        return "an answer before the offer"
    return ("no night", "one night")[nights] if nights < 2 else f"{nights} nights"


def _acts_of_the_week(day):
    events, record = load("events").set_index("event_id"), load("record").set_index("record_id")
    rows = []
    for act, (lane, level, words) in WEEK.items():
        known = record if act in record.index else events
        one = known.loc["2000-06-06-a" if act == "offer" else act]
        start, end = (day, day) if act == "offer" else (one["start"], one["end"])
        if act == "2000-06-06-zhang":
            end = start
        end = min(end, _WEEK[1])
        rows.append(
            {
                "act": act,
                "lane": lane,
                "at": start,
                "end": end,
                "y": level * 1.15 + (4.7 if lane == "Moscow" else 0.0),
                "long": end > start,
                "sure": act != "2000-06-07-a",
                # what has no day has a bar over all that are possible, and no mark
                "day": "unknown" not in one["when"],
                "words": words,
                "side": "right" if act in ("2000-06-03-moscow", "2000-06-c") else "left",
                "when": f"{day.day} {day:%B %Y}" if act == "offer" else one["when"],
                "what": one["what"],
            }
        )
    return pd.DataFrame(rows)


def two_sides(table):
    """Show acts on two sides of zero, by a rule that the reader made: cold left, warm right.

    Parameters
    ----------
    table : pandas.DataFrame
        One row an act: ``tone``, which is warm, cold, neither, or a word not judged yet; ``told``,
        which says where it is told; ``what``.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one an act.

    Raises
    ------
    SinorusError
        If it has no such columns.

    Notes
    -----
    A square is an act, and all are counted. A scale that gives each kind of act its number by
    convention is the rule in other clothes: J. S. Goldstein, "A Conflict-Cooperation Scale for
    WEIS Events Data" (1992).

    It cannot show how much an act weighs: a congratulation is as large as a shipload of missiles.

    Examples
    --------
    >>> import pandas as pd
    >>> import sinorus
    >>> acts = pd.DataFrame({"tone": ["warm", "cold"], "told": "list only", "what": ["a", "b"]})
    >>> sinorus.charts.two_sides(acts).to_dict()["title"]["text"]
    '1 warm, 1 cold, 0 neither'
    """
    missing = [
        name for name in ("tone", "told", "what") if name not in getattr(table, "columns", [])
    ]
    if missing:
        raise SinorusError(
            f"two_sides needs a table with the columns tone, told, what; {missing[0]} is missing."
        )
    rows = table[["tone", "told", "what"]].copy()
    rows["tone"] = rows["tone"].astype(str).str.strip().str.lower()
    told = [*_TOLD, *sorted(set(rows["told"]) - set(_TOLD))]
    counts = {tone: int((rows["tone"] == tone).sum()) for tone in ("warm", "cold", "neither")}
    rest = len(rows) - sum(counts.values())
    drawn = rows[rows["tone"].isin(["warm", "cold"])].copy()
    number = drawn.groupby(["told", "tone"]).cumcount()
    side = drawn["tone"].map({"warm": 1, "cold": -1}).astype(int)
    drawn["at"] = side * (number // 2 + 0.7)
    drawn["y"] = drawn["told"].map(told.index) + (number % 2 - 0.5) * 0.34
    x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[-9.5, 17], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[len(told) - 0.5, -1.0], nice=False))
    # not the blue and red of Moscow and Beijing: no capital is warm or cold
    tones, colours = ["cold", "warm"], [CATEGORIES[4], CATEGORIES[1]]
    colour = alt.Color("tone:N", legend=None).scale(domain=tones, range=colours)
    squares = alt.Chart(drawn).mark_square(size=190, opacity=1)
    squares = squares.encode(x=x, y=y, color=colour, tooltip=tips(what="act"))
    zero = alt.Chart(pd.DataFrame({"at": [0]})).mark_rule(color=INK).encode(x=x)
    heads = pd.DataFrame({"words": ["cold", "warm"], "at": [-0.4, 0.4], "y": -0.8, "tone": tones})
    numbers = drawn.groupby(["told", "tone"]).size().reset_index(name="n")
    sign = numbers["tone"].map({"warm": 1, "cold": -1})
    numbers = numbers.assign(
        at=sign * ((numbers["n"] - 1) // 2 + 1.55),
        y=numbers["told"].map(told.index).astype(float),
        words=numbers["n"].astype(str),
    )
    lanes = pd.DataFrame({"words": told, "y": [float(n) for n in range(len(told))]})
    layers = [
        zero,
        squares,
        written(lanes, alt.value(-8), y, align="right", fontWeight="bold", color=INK),
    ]
    for tone, align in (("cold", "right"), ("warm", "left")):
        own = numbers[numbers["tone"] == tone]
        layers.append(written(own, x, y, align=align, color=INK, fontWeight="bold"))
        head = heads[heads["tone"] == tone]
        layers.append(written(head, x, y, align=align).encode(color=colour))
    title = f"{counts['warm']} warm, {counts['cold']} cold, {counts['neither']} neither"
    said = [f"{row.told}, {row.tone}: {row.n}." for row in numbers.itertuples()]
    said = [one[:1].upper() + one[1:] for one in said]
    return alt.layer(*layers, data=drawn).properties(
        width=WIDTH - 90,
        height=len(told) * 62 + 20,
        title=alt.Title(
            title + (f", {rest} not judged yet" if rest else ""),
            subtitle=["Each square is one act, judged by your rule; neither has no square."],
        ),
        description=f"Acts by your rule: {title}. " + " ".join(said),
    )
