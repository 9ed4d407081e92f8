"""The picture of the treaty's first year: a ledger, and four yardsticks beside it."""

import re

import altair as alt
import pandas as pd

from ..errors import SinorusError
from .placing import WIDTH, lines, written
from .theme import CATEGORIES, GREY, INK, PALE

#: The acts of the ledger: words, and the rows of the record.
ACTS = {
    "September 2001:\nthe telephone": ("2001-09-14-almaty", "2001-09-18-call"),
    "October to January:\nthe airfields": ("2001-10-bases", "2002-01-07-sco"),
    "December:\nthe notice": ("2001-12-13-moscow", "2001-12-16-consultations"),
    "28 May 2002:\na room in Rome": ("2002-05-28-council",),
    "28 May 2002:\na room in Geneva": ("2002-05-28-space",),
}
#: What one may measure by: a name, what it asks, and of each act our reading with a reason.
YARDSTICKS = {
    "1950": (
        "the treaty of 1950",
        "Article 1 of 1950 asks: did one of them go to war for the other?",
        ("not asked", "America was attacked, and neither of them"),
        ("not asked", "soldiers came, and attacked neither of them"),
        ("not asked", "a treaty ended, and nobody was attacked"),
        ("not asked", "a council was founded, and nobody attacked"),
        ("not asked", "a paper was handed in, and nobody attacked"),
    ),
    "1996": (
        "the declaration of 1996",
        "Point 2 of 1996 asks: did they speak against a too strong state, and against blocs?",
        ("not met", "both joined in Washington's war on terrorism"),
        ("in part", "six ministers spoke, and named no state"),
        ("in part", "both spoke against the step, Moscow mildly"),
        ("in part", "China was against alliances, Russia at the table"),
        ("met", "one paper of both against weapons in space"),
    ),
    "2001": (
        "article 9 of 2001",
        "Article 9 of 2001 asks: were they in contact, and at once?",
        ("met", "premiers met on the 14th, presidents spoke on the 18th"),
        ("in part", "with four others, in January; before, none found"),
        ("met", "a call the same day, talks on the 16th and 17th"),
        ("in part", "Ivanov explained it in Beijing, three days after"),
        ("met", "they wrote and showed the paper together"),
    ),
    "Miller": (
        "Miller's yardstick",
        "Miller asks: did they stand together against a step of Washington's?",
        ("not met", "each acted for itself, and saw its own chance"),
        ("not met", "both let the soldiers come"),
        ("not met", "Moscow gave way, and Beijing “watched quietly”"),
        ("not met", "Moscow turned towards the West"),
        ("not asked", "she does not name it"),
    ),
}
_LOOK = {
    "met": (CATEGORIES[0], "white"),
    "in part": ("#C3CFDC", INK),
    "not met": (CATEGORIES[2], "white"),
    "not asked": ("white", INK),
}
#: A bare letter stands for its word.
_WORDS = {"a": "kept", "b": "broken", "c": "neither"}
_ROOM = {"left": 14, "top": 5, "right": 5, "bottom": 5}


def ledger(words=None, by=None):
    """Show a ledger of the treaty's first year: one's own words, and one yardstick beside them.

    Parameters
    ----------
    words : list, optional
        A word for each of the five acts, such as ``["kept", "broken", "neither", "kept", "kept"]``,
        or a few words of one's own. Dots leave a place empty.
    by : str, optional
        The yardstick: ``"1950"``, ``"1996"``, ``"2001"`` or ``"Miller"``.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one an act.

    Raises
    ------
    SinorusError
        If there are not five words, or no such yardstick.

    Notes
    -----
    What stands under a yardstick is our reading of the record; that of Miller is hers, of the acts
    that she names. Each could have come out otherwise: without the calls of September and December
    the column of 2001 would be almost empty. R. Jervis ("Perception and Misperception in
    International Politics", 1976): what one expected decides what one sees.

    It cannot show what was said where nobody wrote, and its five acts are chosen.

    Examples
    --------
    >>> import sinorus
    >>> mine = ["kept", "neither", "kept", "broken", "kept"]
    >>> set(sinorus.charts.data(sinorus.charts.ledger(mine, by="1950"))["result"])
    {'not asked'}
    """
    own, chosen = _own(words), _yardstick(by)
    name, asks, *readings = YARDSTICKS[chosen] if chosen else ("", "", *[("", "")] * len(ACTS))
    table = pd.DataFrame(
        [
            {
                "act": act.replace("\n", " "),
                "label": act,
                "rows": "; ".join(rows),
                "yours": hers,
                "result": result,
                "reason": reason,
                "at": 0,
                "y": float(n),
            }
            for n, ((act, rows), hers, (result, reason)) in enumerate(
                zip(ACTS.items(), own, readings)
            )
        ]
    )
    x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[4.6, -1.0], nice=False))

    def put(column, at, **look):
        rows = table.assign(words=table[column], at=at)[["words", "at", "y"]]
        return written(rows, x, y, **look)

    def tiles(left, right, fill, stroke):
        rows = table.assign(at=left, end=right, fill=fill, stroke=stroke)
        return (
            alt.Chart(rows[["at", "end", "y", "fill", "stroke", "act", "reason"]])
            .mark_rect(height=42, cornerRadius=5, strokeWidth=1.5)
            .encode(
                x=x,
                x2="end:Q",
                y=y,
                fill=alt.Fill("fill:N", scale=None),
                stroke=alt.Stroke("stroke:N", scale=None),
                tooltip=["act:N", "reason:N"],
            )
        )

    layers = [put("label", 0, dy=-7, color=INK), tiles(142, 236, "white", INK)]
    layers.append(put("yours", 189, align="center", fontWeight="bold"))
    heads = pd.DataFrame(
        {"words": ["your word", name], "at": [142, 250], "y": [-0.8, -0.8]},
    )
    layers.append(written(heads, x, y, color=GREY))
    if chosen:
        fills = table["result"].map({key: fill for key, (fill, _) in _LOOK.items()})
        edges = fills.replace({"white": PALE, _LOOK["in part"][0]: "#4F6F93"})
        layers.append(tiles(250, WIDTH, fills, edges))
        for result, (_, ink) in _LOOK.items():
            part = table[table["result"] == result]
            for column, down, weight in (("result", -8, "bold"), ("reason", 9, "normal")):
                rows = part.assign(words=part[column], at=262)[["words", "at", "y"]]
                layers.append(written(rows, x, y, dy=down, color=ink, fontWeight=weight))
    title = "Your ledger: and by which yardstick?"
    if chosen:
        title = f"By {name}: {_counted(table['result'])}"
    return alt.layer(*layers, data=table).properties(
        width=WIDTH,
        height=290,
        padding=_ROOM,
        title=alt.Title(title, subtitle=asks or "Five acts of the treaty's first year."),
        description=" ".join(
            f"{row.act}: you say {row.yours.replace(chr(10), ' ') or 'nothing yet'}."
            + (f" {name}: {row.result}, {row.reason}." if chosen else "")
            for row in table.itertuples()
        ),
    )


def _counted(results):
    """What a column says, in words: the most frequent result first."""
    counts = results.value_counts(sort=False).sort_values(ascending=False, kind="stable")
    return ", ".join(f"{result} {number} of {len(results)}" for result, number in counts.items())


def _own(words):
    """Five words, each broken to fit; empty where nothing was entered."""
    if words is None or words is ...:
        words = [None] * len(ACTS)
    if isinstance(words, str):
        words = re.split(r"\s*[,;]\s*", words.strip())
    if len(words) != len(ACTS):
        raise SinorusError(
            f"The ledger has {len(ACTS)} acts, and so it takes {len(ACTS)} words; you give"
            f" {len(words)}."
        )
    made = []
    for word in words:
        said = "" if word is None or word is ... else " ".join(str(word).split()).strip(" .")
        said = _WORDS.get(said.lower().strip("()"), said)
        made.append("\n".join(lines(said, 88)[:2]))
    return made


def _yardstick(by):
    if by is None or by is ...:
        return None
    wanted = str(by).strip().casefold()
    for name in YARDSTICKS:
        if name.casefold() == wanted:
            return name
    names = ", ".join(f'"{name}"' for name in YARDSTICKS)
    raise SinorusError(f"The yardsticks are {names}; write one of them, with its quotation marks.")
