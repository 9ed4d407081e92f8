"""Pictures of the spring of 2000: a visit that is announced, a week in June, two sides of zero."""

import altair as alt
import pandas as pd

from ..errors import DateError, SinorusError
from ..reading.dates import parse_date
from ..tables import load
from .placing import WIDTH, moment, tips, written
from .theme import CATEGORIES, GREY, INK, PALE

#: Three plans, and of each saying who speaks and what is said, in a few words.
PLANS = {
    "putin-china": "Putin to China",
    "dushanbe": "Putin and Jiang\nin Dushanbe",
    "kasyanov-china": "Premier Kasyanov\nto China",
}
SAYINGS = {
    "1999-12-kremlin": ("Moscow", "Beijing is to be the first journey"),
    "2000-01-chi": ("Moscow", "China is among the first"),
    "2000-02-28-communique": ("both", "they will meet this year"),
    "2000-03-27-call": ("both", "a meeting this year"),
    "2000-04-06-list": ("Moscow", "a working visit, this year"),
    "2000-04-13-visit": ("both", "an official visit, before the G-8 in July"),
    "2000-04-25-losyukov": ("Moscow", "no date yet"),
    "2000-01-declined": ("Moscow", "not now: the constitution"),
    "2000-05-31-visit": ("Moscow", "an official visit, 18 July"),
    "2000-04-refuelling": ("Moscow", "the aircraft need not stop"),
    "2000-04-stopover": ("Moscow", "a landing is a full visit"),
    "2000-06-29-visit": ("Beijing", "18 to 19 July"),
    "2000-04-12-dushanbe": ("Moscow", "a first meeting in May"),
    "2000-04-spokesman": ("Beijing", "a meeting in May"),
    "2000-04-delay": ("nobody named", "put off"),
    "2000-06-24-tajikistan": ("Beijing", "5 July"),
    "2000-05-31-kasyanov": ("Moscow", "not June, but autumn"),
}
#: What became of each plan: the row of the record, and a word.
_CAME = {
    "putin-china": ("2000-07-17-beijing", "he comes"),
    "dushanbe": ("2000-07-05-dushanbe", "they meet"),
}
_SPEAKERS = {
    "Moscow": (CATEGORIES[0], "circle"),
    "Beijing": (CATEGORIES[2], "square"),
    "both": (CATEGORIES[3], "diamond"),
    "nobody named": (GREY, "cross"),
}
_FIRST, _LAST = pd.Timestamp("1999-12-01"), pd.Timestamp("2000-08-01")
_DAYS = tips(when="when", speaker="who", said="what", where="read in")
#: The week in June: the row that has the day, the lane, the height in it, and words.
WEEK = {
    "2000-05-29-a": ("Moscow", 0, "a compromise with\nWashington is unlikely"),
    "2000-06-03-moscow": ("Moscow", 1, "Clinton in Moscow"),
    "offer": ("Moscow", 2, "Rome: let us build\na shield together"),
    "2000-06-08-a": ("Moscow", 1, "Putin telephones Jiang"),
    "2000-06-11-a": ("Moscow", 0, "nobody is left out"),
    "2000-06-05-a": ("Moscow", 0, "China is told of\nthe talks with Clinton"),
    "2000-06-06-zhang": ("Beijing", 2, "not clear on the details"),
    "2000-06-07-a": ("Beijing", 1, "by the essay: not fully understood"),
    "2000-06-c": ("Beijing", 0, "worth studying"),
}
_WEEK = (pd.Timestamp("2000-05-28"), pd.Timestamp("2000-06-17"))
_ANSWER = pd.Timestamp("2000-06-06")
#: Where an act is told, from above.
_TOLD = ("list only", "list and essay", "essay only")


def plans(until=None, who=None):
    """Show who said when that the two would meet, and what became of it.

    Every saying keeps its place, so that one sees what is not said yet. A saying without a day is
    shown late, on the last day that is possible; its bar covers all of them.

    Parameters
    ----------
    until : str, optional
        The last day that is shown, such as ``"30 April"``. Without it the picture also tells what
        came.
    who : str, optional
        Whose sayings alone are shown: ``"Moscow"`` or ``"Beijing"``. What both say together is
        shown with either.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one a saying.

    Raises
    ------
    SinorusError
        If ``until`` is no day, or nobody of this name speaks.

    Notes
    -----
    The rows are those of the table ``plans`` on three plans; the words are ours. A place in time
    with room for what is not known yet is after R. Grafton and A. Rosenberg, *Cartographies of
    Time* (2010).

    It cannot show what was said where nobody wrote, nor who in a capital wanted what.

    Examples
    --------
    >>> import sinorus
    >>> rows = sinorus.charts.data(sinorus.charts.plans(until="31 March"))
    >>> rows["speaker"].tolist()
    ['Moscow', 'Moscow', 'both', 'both']
    """
    # three dots, which keep the place of a day, show what the first picture shows
    until = "31 March" if until is ... else until
    day = _day(until, 'plans(until="30 April")') if until is not None else None
    rows = _sayings(day, _side(who))
    came = _came() if day is None else _came().head(0)
    height = len(SAYINGS) + 2 * (len(PLANS) - 1)
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height + 0.2, -0.9], nice=False))
    ends = [moment(_FIRST), moment(_LAST)]
    x = alt.X("at:T", title=None).scale(domain=ends)
    x = x.axis(format="%-d %b", tickCount="month", grid=True)
    used = [one for one in _SPEAKERS if one in set(rows["speaker"])]
    colours, shapes = zip(*(_SPEAKERS[one] for one in used)) if used else ((), ())
    legend = alt.Legend(title="who speaks", orient="top", symbolOpacity=1)
    colour = alt.Color("speaker:N", legend=legend).scale(domain=used, range=colours)
    shape = alt.Shape("speaker:N", legend=legend).scale(domain=used, range=shapes)
    marks = alt.Chart(rows).encode(x=x, y=y, color=colour, tooltip=_DAYS)
    spans = marks.transform_filter("datum.long").mark_bar(height=5, opacity=0.45)
    layers = [
        _bands(height, y),
        spans.encode(x=alt.X("begin:T"), x2="at:T"),
        marks.mark_point(size=85, filled=True, opacity=1).encode(shape=shape),
    ]
    for side, look in (("left", {"dx": 9}), ("right", {"dx": -9})):
        words = rows[rows["side"] == side]
        text = written(words, alt.X("beside:T"), y, **look, align=side, fontSize=12)
        layers.append(text.encode(color=colour))
    if len(came):
        diamonds = alt.Chart(came).mark_point(shape="diamond", size=150, color=INK, strokeWidth=2)
        layers.append(diamonds.encode(x=x, y=y))
        layers.append(written(came, x, y, align="right", dx=-12, color=INK, fontWeight="bold"))
    if day is not None:
        now = pd.DataFrame({"at": [day], "y": [-0.75], "words": [f"{day.day} {day:%B}"]})
        layers.append(alt.Chart(now).mark_rule(strokeDash=[5, 4], color=INK).encode(x=x))
        where = {"align": "left", "dx": 4} if day < pd.Timestamp("2000-05-01") else {}
        where = where or {"align": "right", "dx": -4}
        layers.append(written(now, x, y, fontWeight="bold", **where))
    return alt.layer(*layers, data=rows).properties(
        width=WIDTH - 110,
        height=height * 17 + 20,
        title=alt.Title(
            _title(day, rows),
            subtitle=[
                "Each line is one saying. A bar covers all days that are possible, where none"
                " is printed.",
            ],
        ),
        description=_spoken(rows, came),
    )


def _sayings(day, side):
    """One row a saying that is shown: its place, its words, who speaks."""
    table = load("plans").set_index("plan_id")
    rows, y = [], 0.0
    before = "putin-china"
    for plan_id, (speaker, words) in SAYINGS.items():
        one = table.loc[plan_id]
        y += 2 * (one["plan"] != before)
        before = one["plan"]
        rows.append(
            {
                "plan_id": plan_id,
                "plan": one["plan"],
                "at": one["end"],
                "begin": one["start"],
                "y": y,
                "long": (one["end"] - one["start"]).days > 5,
                "speaker": speaker,
                "words": words,
                **_words_at(one),
                "when": one["when"],
                "said": one["said"],
                "where": _where(one),
            }
        )
        y += 1
    rows = pd.DataFrame(rows)
    if day is not None:
        rows = rows[rows["at"] <= day]
    return rows[rows["speaker"].isin([side, "both"])] if side else rows


def _words_at(one):
    """On which side of what the words of a saying stand, so that no bar runs through them."""
    if one["end"] < pd.Timestamp("2000-05-01") or one["start"] == pd.Timestamp("2000-01-01"):
        return {"side": "left", "beside": one["end"]}
    return {"side": "right", "beside": one["start"]}


def _where(row):
    """Where a saying is read, as one cites it."""
    if isinstance(row["locators"], str):
        return row["locators"].replace("yu-2000", "Yu 2000").replace(";", ", ")
    return "the record" if isinstance(row["record_id"], str) else "the press"


def _came():
    """What came, one row a plan."""
    record = load("record").set_index("record_id")
    places = _sayings(None, None).groupby("plan")["y"].max()
    return pd.DataFrame(
        [
            {
                "plan": plan,
                "at": record.loc[record_id, "start"],
                "y": places[plan] + 1.0,
                "words": f"{record.loc[record_id, 'start'].day} July: {words}",
            }
            for plan, (record_id, words) in _CAME.items()
        ]
    )


def _bands(height, y):
    """The names of the three plans, at the left of their lines."""
    places = _sayings(None, None).groupby("plan", sort=False)["y"].agg(["min", "max"])
    rows = pd.DataFrame(
        {
            "words": [PLANS[plan] for plan in places.index],
            "y": (places["min"] + places["max"]) / 2,
        }
    )
    return written(rows, alt.value(-8), y, align="right", fontWeight="bold", color=INK)


def _title(day, rows):
    if day is not None:
        return "When will Putin come to China, and who says so?"
    days = {
        speaker: rows.loc[rows["plan_id"] == plan_id, "at"]
        for speaker, plan_id in (("Moscow", "2000-05-31-visit"), ("Beijing", "2000-06-29-visit"))
    }
    named = [
        f"{speaker} names the day on {at.iloc[0].day} {at.iloc[0]:%B}"
        for speaker, at in days.items()
        if len(at)
    ]
    return ", ".join(named).replace(", Beijing names the day", ", Beijing")


def _spoken(rows, came):
    said = [f"{len(rows)} sayings about {rows['plan'].nunique()} plans."]
    for speaker, own in rows.groupby("speaker", sort=False):
        first = own.sort_values("at").tail(4)
        said.append(f"{speaker}: " + "; ".join(f"{r.when}, {r.words}" for r in first.itertuples()))
        said[-1] = said[-1][:1].upper() + said[-1][1:] + "."
    said += [f"{row.words}." for row in came.itertuples()]
    return " ".join(said)


def _side(who):
    if who is None or who is ...:
        return None
    name = str(who).strip().capitalize()
    if name not in ("Moscow", "Beijing"):
        raise SinorusError(
            'Write whose sayings you want, who="Moscow" or who="Beijing"; without it all speak.'
        )
    return name


def rome_week(offer="6 June"):
    """Show the days round Putin's offer in Rome, with the offer on the day that one gives it.

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
    day = _day("6 June" if offer is ... else offer, 'rome_week("6 June")')
    if not _WEEK[0] <= day <= _WEEK[1]:
        raise SinorusError("This picture has the days from 28 May to 17 June 2000.")
    rows = _acts_of_the_week(day)
    x = alt.X("at:T", title=None).scale(domain=[moment(one) for one in _WEEK])
    x = x.axis(format="%-d %b", tickCount=10, grid=False)
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.8, 7.6], nice=False))
    domain, colours = ["Moscow", "Beijing"], [CATEGORIES[0], CATEGORIES[2]]
    colour = alt.Color("lane:N", legend=None).scale(domain=domain, range=colours)
    marks = alt.Chart(rows).encode(x=x, y=y, color=colour, tooltip=tips(when="when", what="what"))
    lanes = pd.DataFrame({"words": domain, "y": [5.85, 1.15]})
    sure = marks.transform_filter("datum.sure").mark_point(size=110, filled=True, opacity=1)
    open_ = marks.transform_filter("!datum.sure").mark_point(size=110, filled=False, strokeWidth=2)
    nights = (_ANSWER - day).days
    gap = pd.DataFrame({"at": [day], "end": [_ANSWER], "y": [3.35]})
    words = pd.DataFrame(
        {"at": [max(day, _ANSWER)], "y": [3.35], "words": [_nights(nights)]},
    )
    layers = [
        written(lanes, alt.value(-8), y, align="right", fontWeight="bold", color=INK),
        alt.Chart(gap).mark_bar(height=8, color=CATEGORIES[1]).encode(x=x, x2="end:T", y=y),
        marks.transform_filter("datum.long").mark_bar(height=6, opacity=0.5).encode(x2="end:T"),
        sure,
        open_,
        written(words, x, y, dx=9, color=INK, fontWeight="bold"),
    ]
    for side, look in (("left", {"dx": 9}), ("right", {"dx": -9})):
        text = rows[rows["side"] == side]
        layers.append(written(text, x, y, **look, align=side, fontSize=12).encode(color=colour))
    return alt.layer(*layers, data=rows).properties(
        width=WIDTH - 70,
        height=300,
        title=alt.Title(
            "How long has Beijing to think?",
            subtitle=[
                "The orange bar goes from the offer to Beijing's first answer. A hollow mark is"
                " told by the essay alone.",
            ],
        ),
        description=" ".join(
            f"{row.lane}, {row.when}: {row.words.replace(chr(10), ' ')}."
            for row in rows.sort_values("at").itertuples()
        )
        + f" From the offer to the answer: {_nights(nights)}.",
    )


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
    missing = [name for name in ("tone", "told", "what") if name not in getattr(table, "columns", [])]
    if missing:
        raise SinorusError(
            f"two_sides needs a table with the columns tone, told and what; {missing[0]} is missing."
        )
    rows = table[["tone", "told", "what"]].copy()
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
    tones, colours = ["cold", "warm"], [CATEGORIES[2], CATEGORIES[0]]
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


def _day(text, name):
    """A day of 2000."""
    try:
        when = parse_date(" ".join(str(text).split()), year=2000)
    except (DateError, TypeError, ValueError):
        when = None
    if when is None or when.start != when.end:
        raise SinorusError(f"Write a day in quotation marks, such as {name}.")
    return pd.Timestamp(when.start)
