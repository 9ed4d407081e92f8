"""The picture of the treaty's first year: a ledger, and four yardsticks beside it."""

import re

import altair as alt
import pandas as pd

from ..errors import SinorusError
from ..reading.entries import entry
from .placing import WIDTH, lines, written
from .theme import CATEGORIES, GREY, INK, PALE
from .yardsticks import ACTS, YARDSTICKS, chance, day_number, named, result, yardsticks

#: What an act may be entered under.
PROMISES = ("contact", "no harm", "balance", "terror", "none")
#: A result has a colour of its own: what came late is no "no", and what is not known is white.
_FILLS = {"yes": CATEGORIES[0], "late": "#9DC3E6", "no": "#CBD0D6"}
_LEFT = {"1950": 214, "1996": 316, "2001": 418, "Miller": 520}
_ROOM = {"left": 14, "top": 5, "right": 5, "bottom": 5}


def ledger(words=None, by=None, within=None):
    """Show a ledger of the treaty's first year: one's own entries, and yardsticks beside them.

    Parameters
    ----------
    words : list, optional
        An entry for each of the four acts: a promise, a colon and a word, such as ``"contact:
        kept"``. Dots leave a place empty.
    by : str, optional
        Which yardsticks are uncovered: one or several of ``"1950"``, ``"1996"``, ``"2001"`` and
        ``"Miller"``, with commas, or ``"all"``.
    within : int, optional
        Up to how many days count as at once, for article 9 of 2001; dots leave it covered.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one an act and yardstick.

    Raises
    ------
    SinorusError
        If there are not four words, no such yardstick, or no such number of days.

    Notes
    -----
    Each column follows from one rule that is applied to all four acts, and from what the record has
    of them (`ACTS`), so it comes out otherwise if another day or paper is found. In a rule like
    this the cut-off decides, so it may be moved. R. Jervis ("Perception and Misperception in
    International Politics", 1976): what one expected decides what one sees.

    Days run from the first on which one of the two is known to have known of an act, and only talk
    of the two alone is counted. The small print has the base rate: what a day drawn by lot would
    have done (`yardsticks.chance`).

    It cannot show what was said where nobody wrote. Its four acts are chosen, after one author who
    shows limits with them, so that their counts are no measure of the year.

    Examples
    --------
    >>> import sinorus
    >>> mine = ["contact: kept", "no harm: neither", "balance: broken", "no harm: kept"]
    >>> rows = sinorus.charts.data(sinorus.charts.ledger(mine, by="2001", within=7))
    >>> rows["result"].tolist()
    ['yes', 'not known', 'yes', 'late']
    """
    own, open_, days = _own(words), yardsticks(by), day_number(within)
    if within is None and "2001" in open_:
        raise SinorusError("The column of 2001 needs your number of days: within=days.")
    if days is None:
        open_ = [name for name in open_ if name != "2001"]
    span = "your days" if days is None else "a day" if days == 1 else f"{days} days"
    table = pd.DataFrame(
        [
            {
                "act": act.replace("\n", " "),
                "rows": "; ".join(known["rows"]),
                "promise": hers[0],
                "yours": hers[1],
                "yardstick": name,
                "at": _LEFT.get(name, 0),
                "result": said,
                "reason": reason,
                "y": float(n),
                "label": act,
            }
            for n, ((act, known), hers) in enumerate(zip(ACTS.items(), own))
            for name in (open_ or ["none"])
            for said, reason in [result(name, known, days)]
        ]
    )
    acts = table.drop_duplicates("act")
    x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[3.55, -1.15], nice=False))

    def put(rows, column, at, **look):
        return written(rows.assign(words=rows[column], at=at)[["words", "at", "y"]], x, y, **look)

    def tiles(rows, left, right, fill="white", stroke=PALE):
        return (
            alt.Chart(
                rows.assign(at=left, end=right, fill=fill, stroke=stroke)[
                    ["at", "end", "y", "fill", "stroke"]
                ]
            )
            .mark_rect(height=64, cornerRadius=4, strokeWidth=1.2)
            .encode(
                x=x,
                x2="end:Q",
                y=y,
                fill=alt.Fill("fill:N", scale=None),
                stroke=alt.Stroke("stroke:N", scale=None),
            )
        )

    layers = [
        put(acts, "label", 0, dy=-7, fontSize=11.5, color=INK),
        tiles(acts, 112, 208, "white", INK),
        put(acts, "promise", 160, dy=-21, align="center", fontSize=11, color=GREY),
        put(
            acts.assign(yours=acts["yours"].map(_broken)),
            "yours",
            160,
            dy=-5,
            align="center",
            fontSize=11,
            lineHeight=12,
        ),
    ]
    heads = [("your entry", "promise, word", 160)]
    for name, left in _LEFT.items():
        heads.append((name, YARDSTICKS[name][1].format(days=span), left + 49))
        part = table[table["yardstick"] == name] if open_ else table.head(0)
        if part.empty:
            part = acts.assign(result="?", reason="")
        fill = part["result"].map(_FILLS).fillna("white")
        layers.append(tiles(part, left, left + 98, fill, PALE))
        part = part.assign(reason=part["reason"].map(_broken))
        for dark in (True, False):
            some = part[(fill == CATEGORIES[0]) == dark]
            ink = "white" if dark else INK
            look = {"align": "center", "color": ink}
            layers.append(put(some, "result", left + 49, dy=-16, fontWeight="bold", **look))
            look |= {"fontSize": 10.5, "lineHeight": 12}
            layers.append(put(some, "reason", left + 49, dy=1, **look))
    head = pd.DataFrame(heads, columns=["name", "rule", "at"]).assign(y=-0.95)
    layers.append(put(head, "name", head["at"], align="center", fontWeight="bold", color=INK))
    layers.append(put(head, "rule", head["at"], align="center", dy=15, fontSize=11, color=GREY))
    title, asks = "Your ledger: and by which yardstick?", ["Four acts, and your four entries."]
    if len(open_) == 1:
        column = table[["act", "result"]].itertuples(index=False)
        who = "Our question" if open_[0] == "Miller" else open_[0]
        title = lines(f"{who} says {named(column)}", WIDTH, 13)
    elif open_:
        title = "Which act falls short depends on what one measures by"
    if open_:
        rules = [YARDSTICKS[name][2].format(days=span) for name in YARDSTICKS if name in open_]
        if "2001" in open_:
            rules.append(
                f"By chance: {chance(days)} of 100 days of that year are followed by a known talk"
                f" of the two within {span}."
            )
        asks = [part for rule in rules for part in lines(rule, WIDTH, 11)]
    return alt.layer(*layers, data=table).properties(
        width=WIDTH,
        height=330,
        padding=_ROOM,
        title=alt.Title(title, subtitle=asks),
        description=" ".join(
            f"{row.act}: you say {row.promise} {row.yours}".rstrip() + "."
            if row.yours
            else f"{row.act}: you say nothing yet."
            for row in acts.itertuples()
        )
        + "".join(
            f" {row.act}, by {YARDSTICKS[row.yardstick][0]}: {row.result}, {row.reason}."
            for row in table.itertuples()
            if open_
        ),
    )


def _broken(words):
    made = lines(words, 92, 10.5)
    return "\n".join([*made[:2], f"{made[2]} …"] if len(made) > 3 else made)


def _own(words):
    """The entries, each a promise and a word; empty where none was made, or one was refused."""
    if words is None or words is ...:
        words = [None] * len(ACTS)
    if isinstance(words, str):
        words = re.split(r"\s*[,;]\s*", words.strip())
    if len(words) != len(ACTS):
        raise SinorusError(
            f"The ledger has {len(ACTS)} acts, and so it takes {len(ACTS)} entries; you give"
            f" {len(words)}."
        )
    made = []
    for word in words:
        try:
            made.append(("", "") if word is None or word is ... else entry(word, PROMISES))
        except SinorusError:
            made.append(("", ""))
    return made
