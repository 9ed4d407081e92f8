"""The five reports on one time line: of which acts each speaks, and when it was written."""

import altair as alt
import pandas as pd

from ..errors import SinorusError
from ..tables import load, need
from .placing import WIDTH, lines, moment, stacked, tips, tone_of, written
from .theme import INK, KINDS, PALE

#: Pixels: from mark to mark; the names of lanes and turning points, a line of words; the room above
#: all lanes and below each.
_PITCH, _NAMES, _NAME, _LINE, _TOP, _BELOW = 5.4, 138, 72, 14, 60, 20
_FIRST, _LAST = pd.Timestamp("1996-01-01"), pd.Timestamp("2002-12-31")


def timeline(events=None, title=None):
    """Draw the story as the reports tell it: which report speaks of which acts, and when it was
    written.

    Each report has a lane. A mark is one act of which the report speaks, piled up with others that
    began in the same quarter; its shape and colour say whether it was words, deeds or friction. A
    diamond is the time at which the report was written, a dashed line a turning point. The rows
    are those of ``events`` and, for who speaks of them, of ``mentions``; the lanes are ``reports``.

    Parameters
    ----------
    events : pandas.DataFrame, optional
        Rows of the table ``events``; all from 1996 to 2002 if left out.
    title : str, optional
        A title; if left out it states how much of the story lies in the two quarters that
        have a chronology.

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
    begin the criticism of sources in "Introduction to the Study of History" (1898). A report is
    densest just before its own diamond; what stands to the right of it was a plan or a hope.

    It cannot show what a mark weighs, or that two reports are two witnesses: one may copy the
    other.

    Examples
    --------
    >>> import sinorus
    >>> chart = sinorus.charts.timeline()
    >>> chart.to_dict()["title"]["text"].endswith("two springs")
    True
    """
    if events is None:
        events = load("events").query("'1996' <= start < '2003'")
    columns = ["event_id", "start", "end", "quad_class", "gist", "turning_point"]
    need(events, columns, "timeline")
    told = _told(events)
    first, last = min(told["start"].min(), _FIRST), max(told["start"].max(), _LAST)
    told, lanes, height = _placed(told, first, last)
    acts = told.drop_duplicates("event_id")
    springs = acts["start"].dt.to_period("Q").astype("str").isin(["1999Q2", "2000Q2"]).sum()

    # The lanes' names stand left of the first year.
    room = (last - first) * (_NAMES / (WIDTH - _NAMES))
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
    tones = list(KINDS)
    key = alt.Legend(
        title="the act was",
        labelColor=INK,
        titleColor=INK,
        titleOrient="left",
        titlePadding=20,
        columnPadding=24,
    )
    marks = alt.Chart().mark_point(size=24)
    marks = marks.encode(
        x=x,
        y=y,
        color=alt.Color("tone:N", legend=key).scale(
            domain=tones, range=[colour for colour, _, _ in KINDS.values()]
        ),
        shape=alt.Shape("tone:N", legend=key).scale(
            domain=tones, range=[shape for _, shape, _ in KINDS.values()]
        ),
        tooltip=tips(edtf="date", gist="what", locator="passage", tone="tone"),
    )
    turns = acts[acts["turning_point"].notna()].sort_values("start")
    return alt.layer(
        *_turning_lines(turns, first, last, x, y),
        *_lanes(lanes, first, last, x, y),
        marks,
        data=told,
    ).properties(
        width=WIDTH,
        height=height,
        title=alt.Title(
            title or f"{springs} of the {len(acts)} acts these reports date fall in two springs",
            subtitle=[
                "One lane a report, in the order of writing; one mark an act it speaks of.",
                "Diamond: when the report was written.",
            ],
        ),
        description=_spoken(acts, springs, turns, lanes),
    )


def _told(events):
    """One row per event and report that speaks of it."""
    places = load("mentions").groupby(["event_id", "report_id"])["locator"].agg(", ".join)
    told = events.merge(places.reset_index(), on="event_id")
    if told.empty:
        raise SinorusError(
            "None of these events is in the course's mentions, so no report can be shown for them."
        )
    return told.assign(tone=told["quad_class"].map(tone_of))


def _placed(told, first, last):
    """Pile the marks of each lane on its own ground, and give each lane the height it needs."""
    lanes = load("reports").sort_values("published_start")
    lanes = lanes.assign(
        who=lanes["author_cited"].str.strip("[]"), time=lanes["published_cited"].str.strip("[]")
    )
    order = {tone: place for place, tone in enumerate(KINDS)}
    told = told.sort_values(["tone", "start"], key=lambda column: column.replace(order))
    told = stacked(told, ["report_id"], first, last, _PITCH, WIDTH - _NAMES)
    highest = told.groupby("report_id")["level"].max()
    top, rows = _TOP, []
    for lane in lanes.itertuples():
        words = [
            *lines(f"{lane.who} ({lane.report_id})", _NAMES - 8),
            *lines(f"written {lane.time}", _NAMES - 8),
        ]
        ground = top + max(_PITCH * (highest.get(lane.report_id, 0) + 1), _LINE * len(words))
        first_line = ground - _LINE * (len(words) - 0.5)
        rows.append({"words": "\n".join(words), "ground": ground, "word_y": first_line})
        top = ground + _BELOW
    lanes = lanes.assign(**pd.DataFrame(rows, index=lanes.index))
    ground = told["report_id"].map(lanes.set_index("report_id")["ground"])
    told = told.assign(y=ground - _PITCH * (told["level"] + 0.6))
    shown = "event_id start at y edtf report_id kind tone gist locator turning_point"
    return told[[name for name in shown.split() if name in told]], lanes, int(top)


def _lanes(lanes, first, last, x, y):
    """Each lane's ground and name, and the diamond at the time of writing."""
    ground = pd.DataFrame({"at": first, "end": last, "y": lanes["ground"]})
    yield alt.Chart(ground).mark_rule(color=PALE).encode(x=x, x2="end:T", y=y)
    room = (last - first) * (_NAMES / (WIDTH - _NAMES))
    names = pd.DataFrame({"at": first - room, "y": lanes["word_y"], "words": lanes["words"]})
    yield written(names, x, y, lineHeight=_LINE)
    later = lanes["published_start"] > last
    pens = pd.DataFrame(
        {
            "at": lanes["published_start"].clip(upper=last),
            "y": lanes["ground"] + _BELOW / 2,
            "words": later.map({True: "later →", False: ""}),
            "report": lanes["who"] + ", " + lanes["time"],
        }
    )
    diamonds = alt.Chart(pens).mark_point(shape="diamond", size=90, color=INK)
    yield diamonds.encode(x=x, y=y, tooltip=tips(report="written"))
    yield written(pens[later], x, y, align="right", dx=-9)


def _turning_lines(turns, first, last, x, y):
    """Dashed lines with their names above, which do not touch their neighbours."""
    if turns.empty:
        return
    parts = turns["turning_point"].str.partition(": ").to_numpy()
    right = (last - turns["start"]) / (last - first) * (WIDTH - _NAMES)
    if min(right.min(), -right.diff().max() if len(turns) > 1 else right.min()) >= _NAME:
        names = ["\n".join([year, *lines(words, _NAME - 6)]) for year, _, words in parts]
        rows, side = [0] * len(names), "left"
    else:
        # Where the lines stand close, each name has a row of its own, left of its line.
        names, rows, side = turns["turning_point"].tolist(), range(len(turns)), "right"
    places = pd.DataFrame(
        {
            "at": turns["start"],
            "y": [_LINE * (row + 0.5) for row in rows],
            "words": names,
            "turning_point": turns["turning_point"],
            "gist": turns["gist"],
        }
    )
    yield (
        alt.Chart(places)
        .mark_rule(strokeDash=[4, 3], color=PALE)
        .encode(x=x, tooltip=tips(turning_point="turning point", gist="what"))
    )
    yield written(places, x, y, align=side, dx=4 if side == "left" else -4, lineHeight=_LINE)


def _spoken(acts, springs, turns, lanes):
    counts = acts["tone"].value_counts()
    who = lanes["who"] + ", " + lanes["report_id"] + ", written " + lanes["time"]
    return (
        f"A time line in five lanes, one a report. It shows {len(acts)} acts,"
        f" {springs} of them in the second quarters of 1999 and 2000, the two that have a"
        f" chronology; {counts.get('words', 0)} are words, {counts.get('deeds', 0)} deeds,"
        f" {counts.get('friction', 0)} friction. Turning points:"
        f" {'; '.join(turns['turning_point']) or 'none among these events'}. The reports:"
        f" {'; '.join(who)}."
    )
