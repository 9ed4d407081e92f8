"""When the partnership of 1996 began, by whom, and what came of its promises."""

import altair as alt
import pandas as pd

from ..reading.dates import parse_date
from ..tables import load
from .placing import WIDTH, written
from .theme import CATEGORIES, GREY, INK, PALE

#: The passages that give the partnership a birthday, in the order of writing.
BIRTHDAYS = ("yu-1999 ¶5", "yu-1999 ¶20", "miller-2002 ¶7", "gpr-web ¶2")
#: Papers of the two states which date it themselves, by the rows of the record that say so.
PAPERS = {
    "1996-04-25-declaration": ("announced in their paper", "25 April 1996"),
    "1998-11-23-hospital": ("dated in their paper of 1998", "April 1996"),
}
_STAGES = {"1992-a": "friendly", "1994-a": "constructive"}
_REPORTS = {
    "yu-1999": "Yu, July 1999",
    "miller-2002": "Miller, September 2002",
    "gpr-web": "web page, 2015 or later",
}
#: A printed date that the grammar of dates refuses, as we read it.
_READ_AS = {"end of 1998": "fourth quarter of 1998"}
_DAY = pd.Timestamp("1996-04-25")
#: Browsers set words wider than Vega expects.
_ROOM = {"left": 22, "top": 5, "right": 5, "bottom": 5}
#: Promises: a name; then the steps, each with its look, the row that has its day, and a word.
#: Behind a row can stand a day or month that its text names, or "end" for the row's last day.
PROMISES = {
    "marking of the\neastern border": (
        ("ink", "1991-05-16-border", ""),
        ("pencil", "1996-04-25-declaration", ""),
        ("stone", "1997-11-10-border", "declared"),
        ("ink", "1999-12-09-islands", "protocols"),
    ),
    "rules for\nborder troops": (
        ("ink", "1990-04-24-principles", ""),
        ("ink", "1996-04-26-shanghai", "signed"),
    ),
    "ceilings on\nborder troops": (
        ("pencil", "1996-04-25-declaration", ""),
        ("ink", "1997-04-24-ceilings", ""),
        ("ink", "1999-08-06-ceilings", "in force"),
    ),
    "a hotline": (
        ("pencil", "1996-04-25-hotline", ""),
        ("stone", "1996-04-25-hotline May 1998", "reported in use"),
    ),
    "a world of\nmany poles": (
        ("pencil", "1996-04-25-declaration", ""),
        ("pencil", "1997-04-23-declaration", "declared again"),
    ),
    "fighters, first\norder": (
        ("ink", "1990-order", ""),
        ("stone", "1991-delivery end", "26 came"),
    ),
    "fighters, order\nof 1995": (
        ("ink", "1996-02-02-licence 1995", ""),
        ("stone", "1996-02-02-licence 25 April 1996", "11 of 24 came"),
    ),
}
_STEPS = {
    "pencil": ("white", "circle"),
    "ink": (CATEGORIES[0], "square"),
    "stone": (INK, "diamond"),
}


def birthdays(papers=False):
    """Show which passage gives the partnership which birthday.

    Parameters
    ----------
    papers : bool
        Whether papers of the two states stand below, with the date that they give; three dots show
        none.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one a date.

    Notes
    -----
    A bar covers all days that a printed date can mean. Two passages of one report are two rows, and
    one witness. M. Bloch ("The Historian's Craft", 1949) warns of the idol of origins: a beginning
    is not yet an explanation.

    It cannot show why an author chose a date; it can be an argument, or a slip.

    Examples
    --------
    >>> import sinorus
    >>> rows = sinorus.charts.data(sinorus.charts.birthdays())
    >>> rows[rows["stage"] == "strategic"]["printed"].tolist()
    ['1996', 'end of 1998', 'April 1997', 'April 1996']
    """
    papers = papers is not ... and bool(papers)
    table = _given(papers)
    labels = list(dict.fromkeys(table["label"]))
    table = table.assign(at=table["start"], y=table["label"].map(labels.index).astype(float))
    x = alt.X("start:T", title=None, axis=alt.Axis(format="%Y", tickCount="year"))
    x = x.scale(domain=[_moment("1991-10-01"), _moment("1999-12-31")])
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[len(labels) - 0.4, -1.1], nice=False))
    colours = {"domain": ["a report", "the two states"], "range": CATEGORIES[:2]}
    legend = alt.Legend(title=None, symbolStrokeWidth=0) if papers else None
    colour = alt.Color("voice:N", legend=legend, scale=alt.Scale(**colours))
    report = alt.when(alt.datum.voice == "a report")
    edge = report.then(alt.value(CATEGORIES[0])).otherwise(alt.value(CATEGORIES[1]))
    # An edge keeps the bar of a single day in sight.
    bars = (
        alt.Chart()
        .mark_rect(height=10, strokeWidth=4)
        .encode(
            x=x,
            x2="end:T",
            y=y,
            color=colour,
            stroke=edge,
            tooltip=["label:N", "printed:N", "stage:N"],
        )
    )
    names = pd.DataFrame({"words": labels, "y": [float(n) for n in range(len(labels))]})
    stages = table.assign(words=table["stage"])[["words", "start", "end", "y"]]
    layers = [bars, written(names, alt.value(-8), y, align="right")]
    # Words stand behind their bar, where the line of the papers does not cross them.
    layers.append(written(stages, alt.X("end:T"), y, dx=4, color=GREY))
    if papers:
        row = pd.DataFrame({"start": [_DAY], "words": ["25 April 1996"]})
        look = {"color": CATEGORIES[2]}
        layers.insert(0, alt.Chart(row).mark_rule(strokeDash=[5, 4], **look).encode(x=x))
        layers.append(written(row, x, alt.value(2), dx=5, baseline="top", **look))
    title = "When was the partnership born?"
    if papers:
        title = "The two announce it in April 1996, and date it so in 1998"
    return alt.layer(*layers, data=table).properties(
        width=WIDTH - 168,
        padding=_ROOM,
        height=34 * len(labels) + 26,
        title=alt.Title(
            title,
            subtitle="At the left stands who says so, and when; a bar covers all days that are"
            " meant.",
        ),
        description=" ".join(
            f"{row.label}: {row.stage} {row.printed}." for row in table.itertuples()
        ),
    )


def _given(papers):
    """One row for each date that a passage, or a paper, gives."""
    mentions = load("mentions").set_index(["locator", "event_id"])["date_as_printed"]
    rows = []
    for locator in BIRTHDAYS:
        label = _REPORTS[locator.split(" ")[0]]
        here = [(key, stage) for key, stage in _STAGES.items() if (locator, key) in mentions.index]
        for event_id, stage in [*here, ("1996-04-a", "strategic")]:
            printed = mentions[locator, event_id]
            rows.append((f"{label}, {locator.split(' ')[1]}", stage, printed, "a report"))
    for label, printed in PAPERS.values() if papers else ():
        rows.append((label, "strategic", printed, "the two states"))
    table = pd.DataFrame(rows, columns=["label", "stage", "printed", "voice"])
    dates = [parse_date(_READ_AS.get(text, text), year=1999) for text in table["printed"]]
    end = pd.to_datetime([date.end for date in dates]) + pd.Timedelta(days=1)
    return table.assign(start=pd.to_datetime([date.start for date in dates]), end=end)


def promises():
    """Show how far promises came, from pencil over ink to stone, since 1990.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one a step.

    Notes
    -----
    Pencil is what was announced for the future, ink what was signed as an agreement with articles
    of its own, or ordered, and stone what is reported done, if only by those who did it. Each day,
    month or year is that of a row of the record; the first order of fighters rests on later
    accounts. It begins in 1990, since some promises of 1996 were older. J. L. Austin ("How
    to Do Things with Words", 1962): to promise is an act too, and another one than to keep.

    It cannot show whether soldiers left the border: nobody here has read a count of them.

    Examples
    --------
    >>> import sinorus
    >>> rows = sinorus.charts.data(sinorus.charts.promises())
    >>> rows[rows["step"] == "stone"]["when"].tolist()
    ['10 November 1997', 'May 1998', 'by the end of 1992', '25 April 1996']
    """
    table = _steps()
    names = list(PROMISES)
    table = table.assign(y=table["promise"].map(names.index).astype(float))
    x = alt.X("at:T", title=None, axis=alt.Axis(format="%Y", tickCount="year"))
    x = x.scale(domain=[_moment("1989-10-01"), _moment("2001-09-30")])
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[len(names) - 0.4, -0.6], nice=False))
    shown = list(_STEPS)
    fills, shapes = zip(*_STEPS.values())
    spans = table.groupby("y", as_index=False).agg(at=("at", "min"), last=("at", "max"))
    marks = alt.Chart().mark_point(size=170, stroke=INK, strokeWidth=1.8, opacity=1)
    labels = pd.DataFrame({"words": names, "y": [float(n) for n in range(len(names))]})
    said = table[table["word"] != ""].rename(columns={"word": "words"})
    last = said["at"].eq(said["promise"].map(table.groupby("promise")["at"].max()))
    said, above = (part[["words", "at", "y"]] for part in (said[last], said[~last]))
    return alt.layer(
        alt.Chart(spans).mark_rule(strokeWidth=3, color=PALE).encode(x=x, x2="last:T", y=y),
        marks.encode(
            x=x,
            y=y,
            fill=alt.Fill("step:N", title=None, scale=alt.Scale(domain=shown, range=fills)),
            shape=alt.Shape("step:N", title=None, scale=alt.Scale(domain=shown, range=shapes)),
            tooltip=["promise:N", "step:N", "when:N"],
        ),
        written(labels, alt.value(-8), y, align="right"),
        written(said, x, y, dx=12),
        written(above, x, y, dx=8, dy=-13),
        data=table,
    ).properties(
        width=WIDTH - 106,
        padding=_ROOM,
        height=46 * len(names),
        title=alt.Title(
            "Which promises became stone?",
            subtitle=[
                "Pencil was announced, ink was signed with articles or ordered, stone was done, by"
                " their word at least.",
                "Each mark is a day, month or year of the record; a year stands on its first day.",
            ],
        ),
        description="How far promises had come. "
        + " ".join(
            f"{name.replace(chr(10), ' ').capitalize()}: "
            + ", ".join(
                f"{row.step} {row.when}" + (f", {row.word}" if row.word else "")
                for row in table[table["promise"] == name].itertuples()
            )
            + "."
            for name in names
        ),
    )


def _steps():
    record = load("record").set_index("record_id")
    rows = []
    for promise, steps in PROMISES.items():
        for step, key, word in steps:
            row_id, _, month = key.partition(" ")
            start, when = record.loc[row_id, ["start", "when"]]
            if month == "end":
                start = record.loc[row_id, "end"]
                when = f"by the end of {start.year}"
            elif month:
                start, when = pd.Timestamp(parse_date(month).start), month
            rows.append((promise, step, start, when, word))
    return pd.DataFrame(rows, columns=["promise", "step", "at", "when", "word"])


def _moment(text):
    day = pd.Timestamp(text)
    return alt.DateTime(year=day.year, month=day.month, date=day.day)
