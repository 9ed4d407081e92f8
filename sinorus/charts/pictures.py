"""The first picture of the course: all acts, one mark each."""

import altair as alt
import pandas as pd

from ..tables import load
from .placing import WIDTH, lines, moment, stacked, tips, written
from .theme import INK, PALE

_PITCH = 9
_FIRST, _LAST = pd.Timestamp("1996-01-01"), pd.Timestamp("2002-12-31")
#: The two quarters that a printed list covers, as pandas writes them.
_SPRINGS = {"1999Q2": "spring 1999", "2000Q2": "spring 2000"}
_LIST, _TEXT = "in a printed list", "in running text only"
_RED = "#CC3311"
#: Colour and shape of a mark, by what it is.
_BY_WEIGHT = {"act": (PALE, "square"), "turning point": (INK, "square")}
_BY_TELLING = {_TEXT: (PALE, "circle"), _LIST: (_RED, "square")}
_KEY = "Red squares: in a list of dates that two reports print. Grey circles: in the text only."


def acts(lists=False):
    """Show every act that the five reports date from 1996 to 2002, one mark an act.

    Acts are piled up by the quarter in which they began. They are the rows of the table ``events``
    that begin in these years; whether an act stands in a printed list, that is in one of the two
    chronologies, is looked up in ``mentions``. A hollow mark is an act of which the quarter is not
    known; it stands in the first that is possible.

    Parameters
    ----------
    lists : bool
        False asks what happened. True answers why two quarters tower over the rest: acts that stand
        in a printed list are red squares, the others grey circles.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one an act.

    Notes
    -----
    A unit chart keeps every case in sight, so that one can point at a mark and ask what it is,
    where a bar says only how many (D. Park, S. Drucker, R. Fernandez and N. Elmqvist, "Atom: A
    Grammar for Unit Visualizations", 2018). And what towers in a table of events may be the
    reporting: selection comes before any count (J. Earl, A. Martin, J. McCarthy and S. Soule, "The
    Use of Newspaper Data in the Study of Collective Action", 2004).

    It cannot show how much an act weighed, or what no report tells: in a quiet quarter perhaps
    nobody wrote.

    Examples
    --------
    >>> import sinorus
    >>> chart = sinorus.charts.acts()
    >>> chart.to_dict()["title"]["text"]
    'What happened between Beijing and Moscow?'
    """
    told = _acts(lists)
    towers = told[told["column"].isin(_SPRINGS)]
    looks = _BY_TELLING if lists else _BY_WEIGHT
    by = "told" if lists else "landmark"
    top = told["level"].max() + 6
    x = alt.X("at:T", title=None).scale(domain=[moment(_FIRST), moment(_LAST)])
    x = x.axis(format="%Y", tickCount="year", grid=False, labelAlign="left", ticks=False)
    y = alt.Y("level:Q", axis=None).scale(domain=[-0.6, top], nice=False)
    colours = alt.Scale(domain=list(looks), range=[colour for colour, _ in looks.values()])
    shapes = alt.Scale(domain=list(looks), range=[shape for _, shape in looks.values()])
    marks = (
        alt.Chart()
        .mark_point(size=44, strokeWidth=1.5, opacity=1)
        .encode(
            x=x,
            y=y,
            stroke=alt.Stroke(f"{by}:N", scale=colours, legend=None),
            fill=alt.condition(
                "datum.hollow",
                alt.value("white"),
                alt.Fill(f"{by}:N", scale=colours, legend=None),
            ),
            shape=alt.Shape(f"{by}:N", scale=shapes, legend=None),
            tooltip=tips(when="when", what="what", told_by="told by", told="stands"),
        )
    )
    words = _list_words if lists else _landmark_words
    return alt.layer(marks, *words(told, towers, x, y), data=told).properties(
        width=WIDTH,
        height=int(top * _PITCH),
        title=alt.Title(
            _finding(towers) if lists else "What happened between Beijing and Moscow?",
            subtitle=[
                "Each mark is an act, such as a talk, a visit or a treaty."
                f" Five reports tell of {len(told)}.",
                *([_KEY] if lists else []),
                "Hollow: the quarter is not known; the mark stands in the first that is possible.",
            ],
        ),
        description=_spoken(told, towers, lists),
    )


def _acts(lists):
    """The rows that are drawn, each with its place."""
    events = load("events").query("@_FIRST <= start <= @_LAST")
    mentions = load("mentions")
    printed = mentions.loc[mentions["locator"].isin(load("entries")["locator"]), "event_id"]
    told = events.assign(
        told=events["event_id"].isin(printed).map({True: _LIST, False: _TEXT}),
        landmark=events["turning_point"].notna().map({True: "turning point", False: "act"}),
        hollow=events["start"].dt.to_period("Q") != events["end"].dt.to_period("Q"),
    )
    # On top of a pile stands what the picture is about: the list, or a turning point.
    order = ["told", "hollow", "start"] if lists else ["landmark", "hollow", "start"]
    told = told.sort_values(order, ascending=[not lists, False, True])
    told = stacked(told, [], _FIRST, _LAST, pitch=_PITCH)
    shown = "event_id start at level column told landmark hollow turning_point when what told_by"
    return told[shown.split()].assign(column=told["column"].astype("str"))


def _landmark_words(told, towers, x, y):
    """The turning points named on top of their piles, the two towers counted."""
    height = told.groupby("column")["level"].max()
    marks = told[told["landmark"] == "turning point"]
    names = [
        [f"{row.start:%B %Y}", *lines(row.turning_point.partition(": ")[2], 95)]
        for row in marks.itertuples()
    ]
    # The last line of a name stands just above the pile.
    lift = [1.4 + (len(name) - 1) * 15 / _PITCH for name in names]
    names = marks.assign(
        level=marks["column"].map(height) + lift, words=["\n".join(name) for name in names]
    )
    return [
        written(names, x, y, align="center"),
        *_beside(towers, x, y, 0.75, lambda pile, name: f"{len(pile)} acts\nin {name}"),
    ]


def _list_words(told, towers, x, y):
    """How much of each tower stands in a list, said beside it in the colour of the marks."""
    tops = towers.groupby("column", as_index=False).agg(at=("at", "mean"), level=("level", "max"))
    tops = tops.assign(words=tops["column"].map(_SPRINGS).str.capitalize())
    return [
        written(tops, x, y, align="center", dy=-16, fontSize=13, fontWeight="bold"),
        *_beside(towers, x, y, 0.8, _in_list, color=_RED),
        *_beside(towers, x, y, 0.8, _others, dy=17),
    ]


def _in_list(pile, _=""):
    return f"{(pile['told'] == _LIST).sum()} in the list"


def _others(pile, _=""):
    return f"{(pile['told'] == _TEXT).sum()} others"


def _beside(towers, x, y, height, say, **look):
    """Words beside the two towers, each on the side where there is room."""
    for (column, name), side in zip(_SPRINGS.items(), (-1, 1)):
        pile = towers[towers["column"] == column]
        spot = {
            "at": pile["at"].min() if side < 0 else pile["at"].max(),
            "level": height * pile["level"].max(),
            "words": say(pile, name),
        }
        align = "right" if side < 0 else "left"
        yield written(pd.DataFrame([spot]), x, y, align=align, dx=side * 10, **look)


def _finding(towers):
    within = (towers["told"] == _LIST).sum()
    return f"Two lists make the towers: {within} of {len(towers)} acts stand in them"


def _spoken(told, towers, lists):
    years = told["start"].dt.year.value_counts().sort_index()
    tall = towers["column"].value_counts().sort_index().rename(_SPRINGS)
    said = [
        f"{len(told)} acts from 1996 to 2002, one mark each, piled up by quarter.",
        f"Acts by year: {', '.join(f'{n} in {year}' for year, n in years.items())}.",
        f"Two quarters tower: {' and '.join(f'{name} with {n}' for name, n in tall.items())}.",
    ]
    if lists:
        within = (towers["told"] == _LIST).groupby(towers["column"]).sum().rename(_SPRINGS)
        said += [
            f"{(told['told'] == _LIST).sum()} acts, red squares, stand in a printed list,"
            f" {' and '.join(f'{n} of {name}' for name, n in within.items())} among them;",
            f"the other {(told['told'] == _TEXT).sum()}, grey circles, stand in running text only.",
        ]
    else:
        points = told[told["landmark"] == "turning point"].sort_values("start")
        points = [
            f"{row.when}, {row.turning_point.partition(': ')[2]}" for row in points.itertuples()
        ]
        said.append(f"Turning points: {'; '.join(points)}.")
    said.append(f"Of {told['hollow'].sum()} acts the quarter is not known.")
    return " ".join(said)
