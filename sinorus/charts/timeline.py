"""The five reports on one time line: of which acts each speaks, and when it was written."""

import altair as alt
import pandas as pd

from ..tables import load, need
from .placing import WIDTH, lines, moment, sides, tips, written
from .theme import INK, KINDS, PALE
from .timeline_rows import LINE, NAMES, TOP, placed, told_by_reports

_FIRST, _LAST = pd.Timestamp("1996-01-01"), pd.Timestamp("2002-12-31")
#: Pixels that the name of a turning point needs, and that it takes at most.
_NAME, _WIDEST = 72, 126
_NUMBERS = "None One Two Three Four Five".split()


def timeline(events=None, title=None):
    """Draw the story as the reports tell it: which report speaks of which acts, and when it was
    written.

    Each report has a lane. A mark is one act of which the report speaks; its shape and colour say
    whether it was words, deeds or friction. Marks are piled up by three months, counted back from
    the day of writing, which is a diamond; the last three months before it are shaded. What
    stands to the right of a diamond was still to come. A hollow mark has so vague a date that it
    may belong to a later pile. The rows are those of ``events`` and, for who speaks of them, of
    ``mentions``; the lanes are ``reports``.

    Parameters
    ----------
    events : pandas.DataFrame, optional
        Rows of the table ``events``; all from 1996 to 2002 if left out. A time so long that its
        quarters have no room is piled up by years, and the last year is shaded.
    title : str, optional
        A title; if left out it states how many of the reports tell mostly of what is shaded.

    Returns
    -------
    altair.LayerChart
        Its table is ``sinorus.charts.data(chart)``: one row per event and report.

    Raises
    ------
    SinorusError
        If the rows are not those of the table ``events``, or none is left to draw.

    Notes
    -----
    Who speaks, when, and of what is asked before what is said: so C.-V. Langlois and C. Seignobos
    begin the criticism of sources in "Introduction to the Study of History" (1898). It could have
    come out otherwise: a report may as well look back over many years, and two of the five do.

    It cannot show what a mark weighs, or that two reports are two witnesses: one may copy the
    other, and one man may have written both. Nor does it show whether more happened in the months
    that a report tells most of, or whether they were only nearest.

    Examples
    --------
    >>> import sinorus
    >>> chart = sinorus.charts.timeline()
    >>> chart.to_dict()["title"]["text"]
    'Three of five reports tell mostly of the three months before they were written'
    """
    if events is None:
        events = load("events").query("'1996' <= start < '2003'")
    columns = "event_id start end source target quad_class gist turning_point".split()
    need(events, columns, "timeline")
    told = told_by_reports(events)
    first, last = min(told["start"].min(), _FIRST), max(told["start"].max(), _LAST)
    told, lanes, height = placed(told, first, last)
    acts = told.drop_duplicates("event_id")

    # The lanes' names stand left of the first year.
    room = (last - first) * (NAMES / (WIDTH - NAMES))
    years = alt.Axis(
        format="%Y",
        values=[moment(day) for day in pd.date_range(first, last, freq="YS")],
        grid=False,
        domain=False,
        labelAlign="left",
        labelOverlap=True,
    )
    x = alt.X("at:T", title=None, axis=years).scale(domain=[moment(first - room), moment(last)])
    y = alt.Y("y:Q", axis=None).scale(domain=[height, 0], nice=False)
    turns = acts[acts["turning_point"].notna()].sort_values("start")
    return alt.layer(
        *_turning_lines(turns, first, last, x, y),
        *_lanes(lanes, _to_come(told, lanes, first, last), first, last, x, y),
        _marks(told, x, y),
        data=told.drop(columns=["source", "target"]),
    ).properties(
        width=WIDTH,
        height=height,
        title=alt.Title(title or _finding(lanes), subtitle=_below(told, lanes)),
        description=_spoken(acts, turns, lanes),
    )


def _marks(told, x, y):
    """One mark an act and report, with the key to its tone."""
    friction = told[told["tone"] == "friction"].drop_duplicates("event_id")
    both = friction[["source", "target"]].isin(["CHN", "RUS"]).all(axis=1).sum()
    whose = f"friction ({both} of {len(friction)} between China and Russia)"
    key = alt.Legend(
        title="the act was",
        labelExpr=f"datum.label == 'friction' ? '{whose}' : datum.label",
        labelLimit=300,
        labelColor=INK,
        titleColor=INK,
        titleOrient="left",
        titlePadding=20,
        columnPadding=24,
    )
    tones = list(KINDS)
    colours = alt.Scale(domain=tones, range=[colour for colour, _, _ in KINDS.values()])
    shapes = alt.Scale(domain=tones, range=[shape for _, shape, _ in KINDS.values()])
    return (
        alt.Chart()
        .mark_point(size=15, strokeWidth=1, filled=False)
        .encode(
            x=x,
            y=y,
            color=alt.Color("tone:N", legend=key, scale=colours),
            fill=alt.condition(
                "datum.hollow",
                alt.value("white"),
                alt.Fill("tone:N", legend=key, scale=colours),
            ),
            shape=alt.Shape("tone:N", legend=key, scale=shapes),
            tooltip=tips(edtf="date", gist="what", locator="passage", tone="tone"),
        )
    )


def _lanes(lanes, to_come, first, last, x, y):
    """Each lane's ground and name, the months before the writing, and the diamond with its day."""
    shade = pd.DataFrame(
        {
            "at": lanes["since"],
            "end": lanes["published_start"],
            "y": lanes["top"],
            "foot": lanes["ground"],
        }
    )[~lanes["later"]]
    yield (
        alt.Chart(shade)
        .mark_rect(color=PALE, opacity=0.28)
        .encode(x=x, x2="end:T", y=y, y2="foot:Q")
    )
    ground = pd.DataFrame({"at": first, "end": last, "y": lanes["ground"]})
    yield alt.Chart(ground).mark_rule(color=PALE).encode(x=x, x2="end:T", y=y)
    room = (last - first) * (NAMES / (WIDTH - NAMES))
    names = pd.DataFrame({"at": first - room, "y": lanes["word_y"], "words": lanes["words"]})
    yield written(names, x, y, lineHeight=LINE, fontWeight="bold")
    counts = pd.DataFrame({"at": first - room, "y": lanes["count_y"], "words": lanes["count"]})
    yield written(counts[lanes["count"] != ""], x, y, lineHeight=LINE)
    later = lanes["later"]
    if to_come["room"].any():
        yield written(to_come[to_come["room"]], x, y, dx=8)
    # Where there is no room beside them it is said with the day of writing.
    more = ("; " + to_come["words"][~to_come["room"]]).reindex(lanes["report_id"]).fillna("")
    pens = pd.DataFrame(
        {
            "at": lanes["published_start"].clip(upper=last),
            "y": lanes["ground"] + 12,
            "words": "written "
            + lanes["time"]
            + more.to_numpy()
            + later.map({True: " →", False: ""}),
            "report": lanes["who"] + ", " + lanes["time"],
        }
    )
    diamonds = alt.Chart(pens).mark_point(shape="diamond", size=170, color=INK)
    yield diamonds.encode(x=x, y=y, tooltip=tips(report="written"))
    # The words stand on the side on which there is room.
    right = (pens["at"] - first) / (last - first) > 0.7
    yield written(pens[~right], x, y, dx=11)
    yield written(pens[right], x, y, align="right", dx=-11)


def _to_come(told, lanes, first, last):
    """How many acts of a lane the report could only foretell, and where beside them it is said."""
    later = told[told["after"]]
    spots = later.groupby("report_id").agg(at=("at", "max"), many=("event_id", "size"))
    ground = lanes.set_index("report_id")["ground"].reindex(spots.index)
    return spots.assign(
        y=ground - 10,
        words=spots["many"].astype("str") + " still to come",
        room=(spots["at"] - first) / (last - first) < 0.8,
    )


def _finding(lanes):
    """How many reports tell mostly of the time just before they were written."""
    told = lanes[lanes["many"] > 0]
    near = (2 * told["within"] > told["many"]).sum()
    pile = lanes["pile"].iloc[0]
    if near < 2:
        tells = f"tells mostly of the {pile} before it was written"
    else:
        tells = f"tell mostly of the {pile} before they were written"
    many = _NUMBERS[len(told)].lower()
    return f"{_NUMBERS[near]} of {many} report{'s' if len(told) > 1 else ''} {tells}"


def _below(told, lanes):
    pile = lanes["pile"].iloc[0]
    tall = told.value_counts(["report_id", "column"]).head(2)
    who = lanes.set_index("report_id")["who"][tall.index.get_level_values(0)].tolist()
    same = ""
    if len(set(who)) == 1 < len(who) and tall.min() > 5:
        same = f" The tallest piles, {tall.max()} and {tall.min()}, are by {who[0]}."
    a_pile = f"a pile is {pile if pile != 'year' else 'a year'}"
    return [
        f"Each report has a lane, and each act of which it speaks a mark; {a_pile}.",
        f"Shaded: the {pile} before the writing.{same}",
        "Hollow: the date is vague, and the act may belong to a later pile.",
    ]


def _turning_lines(turns, first, last, x, y):
    """Short lines with their names beside them, which do not touch their neighbours."""
    if turns.empty:
        return
    parts = turns["turning_point"].str.partition(": ").to_numpy()
    width = WIDTH - NAMES
    right = (last - turns["start"]) / (last - first) * width
    if min(right.min(), -right.diff().max() if len(turns) > 1 else right.min()) >= _NAME:
        where = sides(turns["start"], first, last, width)
        names = [
            "\n".join([year, *lines(words, min(_WIDEST, room - 6))])
            for (year, _, words), (_, room) in zip(parts, where)
        ]
        rows, side = [0] * len(names), [side for side, _ in where]
    else:
        # Where the lines stand close, each name has a row of its own, left of its line, which
        # begins there: the first line is the shortest, so that it crosses no other name.
        names, side = turns["turning_point"].tolist(), ["right"] * len(turns)
        rows = range(len(turns) - 1, -1, -1)
    places = pd.DataFrame(
        {
            "at": turns["start"],
            "y": [LINE * (row + 0.5) for row in rows],
            "top": [LINE * row for row in rows],
            "side": side,
            "words": names,
            "turning_point": turns["turning_point"],
            "gist": turns["gist"],
        }
    )
    # They end above the lanes, in which each report has its own words.
    yield (
        alt.Chart(places.assign(y=places["top"], foot=TOP - 4))
        .mark_rule(color=PALE)
        .encode(
            x=x,
            y=y,
            y2="foot:Q",
            tooltip=tips(turning_point="turning point", gist="what"),
        )
    )
    for align, shift in (("left", 4), ("right", -4)):
        own = places[places["side"] == align]
        if len(own):
            yield written(own, x, y, align=align, dx=shift, lineHeight=LINE)


def _spoken(acts, turns, lanes):
    counts = acts["tone"].value_counts()
    said = [
        f"{lane.who}, {lane.report_id}, written {lane.time},"
        f" {lane.within or 'none'} of {lane.many} acts in the {lane.pile} before"
        for lane in lanes.itertuples()
    ]
    return (
        f"A time line in five lanes, one a report. It shows {len(acts)} acts;"
        f" {counts.get('words', 0)} are words, {counts.get('deeds', 0)} deeds,"
        f" {counts.get('friction', 0)} friction. Turning points:"
        f" {'; '.join(turns['turning_point']) or 'none among these events'}. The reports:"
        f" {'; '.join(said)}."
    )
