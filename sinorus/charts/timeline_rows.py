"""Where the marks and names of the time line stand: each report has a lane and its own ground."""

import pandas as pd

from ..errors import SinorusError
from ..tables import load
from .placing import WIDTH, lines, period, stacked, tone_of
from .theme import KINDS

#: Pixels: from mark to mark; the names of lanes, a line of words; the room above all lanes and
#: below each.
PITCH, NAMES, LINE, TOP, BELOW = 5.4, 138, 14, 66, 32
#: What a pile is called, and so what is shaded: as long a time as one pile holds.
_PILES = {
    "Q": ("three months", pd.DateOffset(months=3)),
    "Y": ("year", pd.DateOffset(years=1)),
}
#: How a report tells of what is still to come.
_TO_COME = ("announced", "postponed")


def told_by_reports(events):
    """Return one row per event and report that speaks of it.

    Parameters
    ----------
    events : pandas.DataFrame
        Rows of the table ``events``.

    Returns
    -------
    pandas.DataFrame

    Raises
    ------
    SinorusError
        If no report speaks of any.
    """
    mentions = load("mentions").assign(to_come=lambda rows: rows["status"].isin(_TO_COME))
    places = mentions.groupby(["event_id", "report_id"], as_index=False).agg(
        locator=("locator", ", ".join), to_come=("to_come", "any")
    )
    told = events.merge(places, on="event_id")
    if told.empty:
        raise SinorusError(
            "None of these events is in the course's mentions, so no report can be shown for them."
        )
    return told.assign(tone=told["quad_class"].map(tone_of))


def placed(told, first, last):
    """Pile the marks of each lane on its own ground, and give each lane the height it needs.

    Parameters
    ----------
    told : pandas.DataFrame
        As `told_by_reports` returns it.
    first, last : pandas.Timestamp
        The ends of the axis.

    Returns
    -------
    told, lanes : pandas.DataFrame
        Both with the places of their marks and words.
    height : int
        In pixels.
    """
    width = WIDTH - NAMES
    unit, _ = period(first, last, PITCH, width)
    pile, span = _PILES[unit]
    lanes = load("reports").sort_values("published_start")
    written_on = lanes["published_start"]
    who = lanes["author_cited"].str.strip("[]")
    time = lanes["published_cited"].str.strip("[]")
    after = time.str.contains("after").map({True: "after ", False: ""})
    lanes = lanes.assign(
        who=who,
        time=time,
        name=who + ", " + after + written_on.dt.year.astype("str"),
        since=written_on - span,
        later=written_on > last,
        pile=pile,
    ).set_index("report_id")
    pen = told["report_id"].map(lanes["published_start"])
    told = told.assign(
        shaded=(told["start"] < pen) & (told["start"] >= pen - span),
        after=told["start"] >= pen,
        # Piles are counted back from the day of writing. What is told as done was done by then.
        back=(pen - pen.dt.to_period(unit).dt.start_time).where(pen <= last, pd.Timedelta(0)),
        by=told["end"].where(told["to_come"] | (told["end"] < pen), pen - pd.Timedelta(days=1)),
    )
    order = {tone: place for place, tone in enumerate(KINDS)}
    told = told.sort_values(["tone", "start"], key=lambda column: column.replace(order))
    back, begun = told["back"], told["start"]
    told = stacked(
        told.assign(start=begun - back), ["report_id"], first, last, PITCH, width
    ).assign(start=begun)
    told["at"] += back
    told["hollow"] = (told["by"] - back).dt.to_period(unit) > told["column"]
    highest = told.groupby("report_id")["level"].max()
    top, rows = TOP, []
    for lane in lanes.itertuples():
        own = told[told["report_id"] == lane.Index]
        many, within = len(own), int(own["shaded"].sum())
        count = f"{within or 'none'} of {many} shaded"
        name, count = (lines(words, NAMES - 8) for words in (lane.name, count if many else ""))
        ground = top + max(PITCH * (highest.get(lane.Index, 0) + 1) + 4, LINE * len(name + count))
        first_line = ground - LINE * (len(name + count) - 0.5)
        rows.append(
            {
                "words": "\n".join(name),
                "word_y": first_line,
                "count": "\n".join(count),
                "count_y": first_line + LINE * len(name),
                "top": top,
                "ground": ground,
                "many": many,
                "within": within,
            }
        )
        top = ground + BELOW
    lanes = lanes.assign(**pd.DataFrame(rows, index=lanes.index)).reset_index()
    ground = told["report_id"].map(lanes.set_index("report_id")["ground"])
    told = told.assign(y=ground - PITCH * (told["level"] + 0.6))
    shown = (
        "event_id start at y edtf report_id kind tone hollow after column gist locator"
        " turning_point source target"
    )
    told = told[[name for name in shown.split() if name in told]]
    return told.assign(column=told["column"].astype("str")), lanes, int(top)
