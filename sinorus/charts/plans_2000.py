"""A visit of 2000 that was announced, put off and made: who said what, and when."""

import altair as alt
import pandas as pd

from ..errors import DateError, SinorusError
from ..reading.dates import parse_date
from ..tables import load
from .placing import WIDTH, moment, tips, written
from .theme import CATEGORIES, GREY, INK

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
    "2000-01-declined": ("Moscow", "he may not travel"),
    "2000-05-31-visit": ("Moscow", "an official visit, 18 July"),
    "2000-04-refuelling": ("Moscow", "the aircraft need not stop"),
    "2000-04-stopover": ("Moscow", "a landing might be a full visit"),
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
#: The plan that came after the last day of the picture: it stands at its edge.
_LATE = "kasyanov-china"
_SPEAKERS = {
    "Moscow": (CATEGORIES[0], "circle"),
    "Beijing": (CATEGORIES[2], "square"),
    "both": (CATEGORIES[3], "diamond"),
    "nobody named": (GREY, "cross"),
}
_FIRST, _LAST = pd.Timestamp("1999-12-01"), pd.Timestamp("2000-08-01")
#: What a picture says where nothing was written yet.
DOTS = "Three dots stand in the cell still: write what you want to see in their place."
_DAYS = tips(when="when", speaker="who", said="what", where="read in")


def plans(until=None, who=None):
    """Show who said when that the two would meet, and what became of it.

    Every saying keeps its place, so that one sees what is not said yet. A saying without a day has
    a bar over all days that are possible and no mark; it is shown once the last of them is over.

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
    # three dots, which keep the place of a day, show what the first picture shows, and it is said
    dots = until is ... or who is ...
    until = "31 March" if until is ... else until
    day = day_of_2000(until, 'plans(until="30 April")') if until is not None else None
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
    spans = marks.transform_filter("datum.long").mark_bar(height=7, opacity=0.7)
    layers = [
        _bands(height, y),
        spans.encode(x=alt.X("begin:T"), x2="at:T"),
        marks.transform_filter("!datum.long")
        .mark_point(size=85, filled=True, opacity=1)
        .encode(shape=shape),
    ]
    for side, look in (("left", {"dx": 9}), ("right", {"dx": -9})):
        words = rows[rows["side"] == side]
        text = written(words, alt.X("beside:T"), y, **look, align=side, fontSize=12)
        layers.append(text.encode(color=colour))
    if len(came):
        here, late = came[came["plan"] != _LATE], came[came["plan"] == _LATE]
        diamonds = alt.Chart(here).mark_point(shape="diamond", size=150, color=INK, strokeWidth=2)
        layers.append(diamonds.encode(x=x, y=y))
        arrow = alt.Chart(late).mark_point(shape="triangle-right", size=110, color=INK, filled=True)
        layers.append(arrow.encode(x=x, y=y))
        layers.append(written(came, x, y, align="right", dx=-12, color=INK, fontWeight="bold"))
    if day is not None:
        # what is not known yet is a pale field, which no word has to cross as a line
        ahead = pd.DataFrame({"at": [day], "end": [_LAST], "y": [-0.75]})
        ahead["words"] = f"{day.day} {day:%B}"
        field = alt.Chart(ahead).mark_rect(color="#F5F5F5").encode(x=x, x2="end:T")
        layers.insert(0, field)
        late = day > pd.Timestamp("2000-05-01")
        where = {"align": "right", "dx": -4} if late else {"align": "left", "dx": 4}
        layers.append(written(ahead, x, y, fontWeight="bold", **where))
    return alt.layer(*layers, data=rows).properties(
        width=WIDTH - 110,
        height=height * 17 + 20,
        title=alt.Title(
            _title(day, rows),
            subtitle=[
                "Each line is one saying. Where no day is printed, a bar covers all days that are"
                " possible.",
                *["Grey: the time that is still to come."] * (day is not None),
                *[DOTS] * dots,
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
                "long": "unknown" in one["when"] or (one["end"] - one["start"]).days > 5,
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
    rows = [
        (plan, record.loc[record_id, "start"], words) for plan, (record_id, words) in _CAME.items()
    ]
    ends = load("plans").set_index("plan")["became_on"]
    rows.append((_LATE, ends[_LATE], "he comes"))
    return pd.DataFrame(
        [
            {
                "plan": plan,
                "at": min(day, _LAST),
                "y": places[plan] + 1.0,
                "words": f"{day.day} {day:%B}: {words}",
            }
            for plan, day, words in rows
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
    if set(PLANS) <= set(rows["plan"]):
        return "In the end Putin comes; Dushanbe and the premier come late"
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


def day_of_2000(text, name):
    """A day of 2000."""
    try:
        when = parse_date(" ".join(str(text).split()), year=2000)
    except (DateError, TypeError, ValueError):
        when = None
    if when is None or when.start != when.end:
        raise SinorusError(f"Write a day in quotation marks, such as {name}.")
    return pd.Timestamp(when.start)
