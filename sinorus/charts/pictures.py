"""The first picture of the course: all acts, one mark each."""

import altair as alt
import pandas as pd

from ..tables import load
from .placing import WIDTH, lines, moment, sides, stacked, tips, written
from .theme import INK, PALE

_PITCH, _LINE = 9, 15
_FIRST, _LAST = pd.Timestamp("1996-01-01"), pd.Timestamp("2002-12-31")
#: The two quarters that a printed list covers, as pandas writes them.
_SPRINGS = {"1999Q2": "spring 1999", "2000Q2": "spring 2000"}
_LIST, _TEXT = "in a printed list", "in running text only"
_RED = "#8F1414"
_NUMBERS = "none one two three four five".split()
#: Colour of a mark, by what it is; the darker stands out in a grey print too.
_BY_WEIGHT = {"act": PALE, "turning point": INK}
_BY_TELLING = {_TEXT: PALE, _LIST: _RED}
#: The ground, just under the lowest marks; pixels under it for the years; for a name.
_GROUND, _YEARS, _NAME = -0.6, 24, 130


def acts(lists=False):
    """Show every act that the five reports date from 1996 to 2002, one mark an act.

    Acts are piled up by the quarter in which they began. They are the rows of the table ``events``
    that begin in these years; whether an act stands in a printed list, that is in one of the two
    chronologies, is looked up in ``mentions``. A hollow mark is an act of which the quarter is not
    known; it stands in the first that is possible. Turning points are dark and named under the
    ground, each at its own mark.

    Parameters
    ----------
    lists : bool
        False asks why two quarters tower over the rest. True answers: acts that stand in a printed
        list are dark red, the others grey, and beside each tower stands what is left of it without
        the list, and what the quarter before has without one.

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
    'Why do two springs tower over seven years?'
    """
    told = _acts(lists)
    towers = told[told["column"].isin(_SPRINGS)]
    looks = _BY_TELLING if lists else _BY_WEIGHT
    by = "told" if lists else "landmark"
    top = told["level"].max() + (4 if lists else 2)
    named = 0 if lists else _names(told)["words"].str.count("\n").max() + 1
    under = _YEARS + _LINE * named
    x = alt.X("at:T", title=None).scale(domain=[moment(_FIRST), moment(_LAST)])
    # The years stand on the ground; what is under them belongs to the plot.
    x = x.axis(
        format="%Y", tickCount="year", grid=False, labelAlign="left", ticks=False, offset=-under
    )
    y = alt.Y("level:Q", axis=None).scale(domain=[_GROUND - under / _PITCH, top], nice=False)
    colours = alt.Scale(domain=list(looks), range=list(looks.values()))
    marks = (
        alt.Chart()
        .mark_point(size=44, strokeWidth=1.5, shape="square")
        .encode(
            x=x,
            y=y,
            stroke=alt.Stroke(f"{by}:N", scale=colours, legend=None),
            fill=alt.condition(
                "datum.hollow",
                alt.value("white"),
                alt.Fill(f"{by}:N", scale=colours, legend=None),
            ),
            tooltip=tips(when="when", what="what", told_by="told by", told="stands"),
        )
    )
    words = _list_words if lists else _landmark_words
    return alt.layer(
        marks, _first_pile(told, x, y), *words(told, towers, x, y), data=told
    ).properties(
        width=WIDTH,
        height=int((top - _GROUND) * _PITCH + under),
        title=alt.Title(
            _finding(towers) if lists else "Why do two springs tower over seven years?",
            subtitle=[
                "Each mark is an act in the story of China and Russia, such as a visit or a treaty."
                f" Five reports tell of {len(told)}.",
                *(_key(told, towers) if lists else []),
                "Each pile is a quarter of a year."
                " Hollow: the date is vague, and the act may belong to a later pile.",
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
    told = told.sort_values(["hollow", "start"], ascending=[False, True])
    if lists:
        told = told.sort_values("told", ascending=False, kind="stable")
    else:
        # A turning point stands at the foot of its pile, second, where no year is in its way.
        place = told.groupby([told["start"].dt.to_period("Q"), "landmark"]).cumcount()
        told = told.assign(place=place.where(told["landmark"] == "act", 0.5)).sort_values(
            "place", kind="stable"
        )
    told = stacked(told, [], _FIRST, _LAST, pitch=_PITCH)
    shown = "event_id start at level column told landmark hollow turning_point when what told_by"
    return told[shown.split()].assign(column=told["column"].astype("str"))


def _first_pile(told, x, y):
    """What a pile is, said at the first."""
    pile = told[told["column"] == told["column"].min()]
    first = pd.Period(pile["column"].iloc[0])
    words = f"this pile:\n{first.start_time:%B} to\n{first.end_time:%B %Y}"
    level = pile["level"].max() + 1.6 + 2 * _LINE / _PITCH
    spot = pd.DataFrame([{"at": pile["at"].min(), "level": level, "words": words}])
    return written(spot, x, y, dx=-5)


def _names(told):
    """The turning points, each with its name in lines, on the side on which it has more room."""
    marks = told[told["landmark"] == "turning point"].sort_values("at")
    rows = []
    for row, (side, room) in zip(marks.itertuples(), sides(marks["at"], _FIRST, _LAST)):
        name = lines(row.turning_point.partition(": ")[2], min(_NAME, room - 10))
        rows.append({"words": "\n".join([f"{row.start:%B %Y}", *name]), "side": side})
    names = pd.DataFrame(rows, index=marks.index)
    return marks.assign(level=_GROUND - (_YEARS + _LINE / 2) / _PITCH, **names)


def _landmark_words(told, towers, x, y):
    """The turning points named under the ground, each on a line of its own from its mark."""
    names = _names(told)
    foot = names["level"].min() - _LINE * (names["words"].str.count("\n") + 0.5) / _PITCH
    stems = alt.Chart(names.assign(level=foot, ground=_GROUND))
    yield stems.mark_rule(color=INK).encode(x=x, y=y, y2="ground:Q")
    for side, shift in (("left", 5), ("right", -5)):
        yield written(names[names["side"] == side], x, y, align=side, dx=shift)
    yield from _beside(towers, x, y, 0.75, lambda pile, name: f"{len(pile)} acts\nin {name}")


def _list_words(told, towers, x, y):
    """How much of each tower stands in a list, and what is left beside the quarter before."""
    tops = towers.groupby("column", as_index=False).agg(at=("at", "mean"), level=("level", "max"))
    tops = tops.assign(words=tops["column"].map(_SPRINGS).str.capitalize())
    others = told[told["told"] == _TEXT]["column"].value_counts()

    def in_list(pile, _):
        return f"{(pile['told'] == _LIST).sum()} of {len(pile)} in a list"

    def left(pile, _):
        before = str(pd.Period(pile["column"].iloc[0]) - 1)
        many = (pile["told"] == _TEXT).sum()
        return f"{many} in no list\n(quarter before: {others.get(before, 0)})"

    yield written(tops, x, y, align="center", dy=-16, fontSize=13, fontWeight="bold")
    yield from _beside(towers, x, y, 0.8, in_list, color=_RED)
    yield from _beside(towers, x, y, 0.8, left, dy=17)


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
    return f"Two lists make the towers: {within} of {len(towers)} acts stand in a list"


def _key(told, towers):
    """Whose lists they are, and what is left without them."""
    reports = load("reports").set_index("report_id")["author_cited"]
    printed = reports[load("entries")["report_id"].unique()]
    who = " and ".join(dict.fromkeys(printed))
    others = told[told["told"] == _TEXT]["column"].value_counts()
    left = [others.get(quarter, 0) for quarter in _SPRINGS]
    before = [others.get(str(pd.Period(quarter) - 1), 0) for quarter in _SPRINGS]
    return [
        f"Dark red: in a list of dates that {who} prints with {_NUMBERS[len(printed)]} of these"
        " reports. Grey: in text only.",
        f"Without the lists the springs have {' and '.join(map(str, left))} acts;"
        f" the quarters before have {' and '.join(map(str, before))}.",
    ]


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
            f"{(told['told'] == _LIST).sum()} acts, dark red, stand in a printed list,"
            f" {' and '.join(f'{n} of {name}' for name, n in within.items())} among them;",
            f"the other {(told['told'] == _TEXT).sum()}, grey, stand in running text only.",
        ]
    else:
        points = told[told["landmark"] == "turning point"].sort_values("start")
        points = [
            f"{row.when}, {row.turning_point.partition(': ')[2]}" for row in points.itertuples()
        ]
        said.append(f"Turning points: {'; '.join(points)}.")
    said.append(f"Of {told['hollow'].sum()} acts the quarter is not known.")
    return " ".join(said)
