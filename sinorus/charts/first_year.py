"""The picture of the treaty's first year: a ledger, and four yardsticks beside it."""

import re

import altair as alt
import pandas as pd

from ..errors import SinorusError
from .placing import WIDTH, lines, written
from .theme import CATEGORIES, GREY, INK, PALE

#: The acts of the ledger, and of each what the record has: its rows; whether one of the two was
#: attacked; after how many days they are first known to have talked of the matter; whether there
#: is a word of both in one paper; whether they together asked for something else than Washington.
ACTS = {
    "September 2001:\nthe telephone": {
        "rows": ("2001-09-14-almaty", "2001-09-18-call"),
        "attacked": False,
        "talk": (3, "premiers"),
        "word": (True, "premiers of six states"),
        "other": (False, "both offered it help"),
    },
    "October 2001:\nthe airfields": {
        "rows": ("2001-10-bases", "2001-10-19-shanghai", "2002-01-07-sco"),
        "attacked": False,
        "talk": (15, "presidents"),
        "word": (True, "six ministers in January"),
        "other": (False, "asked nobody to leave"),
    },
    "December 2001:\nthe notice": {
        "rows": ("2001-11-29-vote", "2001-12-13-moscow", "2001-12-16-consultations"),
        "attacked": False,
        "talk": (0, "presidents"),
        "word": (True, "a press release"),
        "other": (True, "a vote, two weeks before"),
    },
    "28 May 2002:\na room in Rome": {
        "rows": ("2002-05-28-council",),
        "attacked": False,
        "talk": (3, "a minister"),
        "word": (False, "each for itself"),
        "other": (False, "China welcomed it"),
    },
    "28 May 2002:\na room in Geneva": {
        "rows": ("2002-05-28-space",),
        "attacked": False,
        "talk": (0, "one draft"),
        "word": (True, "one draft"),
        "other": (True, "a draft that names nobody"),
    },
}
#: What one may measure by: a name, what stands above the column, and its rule.
YARDSTICKS = {
    "1950": (
        "the treaty of 1950",
        "talk, and help",
        "Article 4 of 1950 asks: did they talk? Article 1: was one attacked, and did the other"
        " help?",
    ),
    "1996": (
        "the declaration of 1996",
        "a common word",
        "1996 has mutual coordination. So we ask: is there a word of both in one paper?",
    ),
    "2001": (
        "article 9 of 2001",
        "talk in {days}",
        "Article 9 of 2001 has “immediate”. So we ask: are they known to have talked within"
        " {days}?",
    ),
    "Miller": (
        "the question of Miller",
        "a joint demand",
        "Miller asks for strategic collaboration. So we ask: did both together ask for something"
        " else than Washington?",
    ),
}
_FILLS = {"yes": CATEGORIES[0], "talk: yes": CATEGORIES[0], "?": "white"}
_LEFT = {"1950": 214, "1996": 316, "2001": 418, "Miller": 520}
_ROOM = {"left": 14, "top": 5, "right": 5, "bottom": 5}
#: What she may have written: a promise, a colon, a word.
_ENTRY = re.compile(r"^\s*([^:]{1,20}?)\s*:\s*(.+)$", re.DOTALL)


def ledger(words=None, by=None, within=7):
    """Show a ledger of the treaty's first year: one's own entries, and yardsticks beside them.

    Parameters
    ----------
    words : list, optional
        An entry for each of the five acts: a promise, a colon and a word, such as ``"contact:
        kept"``. Dots leave a place empty.
    by : str, optional
        Which yardsticks are uncovered: one or several of ``"1950"``, ``"1996"``, ``"2001"`` and
        ``"Miller"``, with commas, or ``"all"``.
    within : int, optional
        Up to how many days count as at once, for article 9 of 2001.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one an act and yardstick.

    Raises
    ------
    SinorusError
        If there are not five words, no such yardstick, or no such number of days.

    Notes
    -----
    Each column follows from one rule that is applied to all five acts, and from what the record has
    of them (`ACTS`), so it comes out otherwise if another day or paper is found. In a rule like
    this the cut-off decides, so it may be moved. R. Jervis ("Perception and Misperception in
    International Politics", 1976): what one expected decides what one sees.

    It cannot show what was said where nobody wrote. Its five acts are chosen, four of them after
    one author, so that their counts are no measure of the year.

    Examples
    --------
    >>> import sinorus
    >>> mine = ["contact: kept", "no harm: neither", "balance: broken", "no harm: kept", ...]
    >>> rows = sinorus.charts.data(sinorus.charts.ledger(mine, by="2001", within=7))
    >>> rows["result"].tolist()
    ['yes', 'late', 'yes', 'yes', 'yes']
    """
    own, open_, days = _own(words), _yardsticks(by), _days(within)
    named = "a day" if days == 1 else f"{days} days"
    table = pd.DataFrame(
        [
            {
                "act": act.replace("\n", " "),
                "rows": "; ".join(known["rows"]),
                "promise": hers[0],
                "yours": hers[1],
                "yardstick": name,
                "at": _LEFT.get(name, 0),
                "result": result,
                "reason": reason,
                "y": float(n),
                "label": act,
            }
            for n, ((act, known), hers) in enumerate(zip(ACTS.items(), own))
            for name in (open_ or ["none"])
            for result, reason in [_result(name, known, days)]
        ]
    )
    acts = table.drop_duplicates("act")
    x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[4.6, -1.2], nice=False))

    def put(rows, column, at, **look):
        return written(rows.assign(words=rows[column], at=at)[["words", "at", "y"]], x, y, **look)

    def tiles(rows, left, right, fill="white", stroke=PALE):
        return (
            alt.Chart(
                rows.assign(at=left, end=right, fill=fill, stroke=stroke)[
                    ["at", "end", "y", "fill", "stroke"]
                ]
            )
            .mark_rect(height=54, cornerRadius=4, strokeWidth=1.2)
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
        put(acts, "promise", 160, dy=-15, align="center", fontSize=11, color=GREY),
        put(acts.assign(yours=acts["yours"].map(_broken)), "yours", 160, dy=2, align="center"),
    ]
    heads = [("your entry", "promise, word", 160)]
    for name, left in _LEFT.items():
        heads.append((name, YARDSTICKS[name][1].format(days=named), left + 49))
        part = table[table["yardstick"] == name] if open_ else table.head(0)
        if part.empty:
            part = acts.assign(result="?", reason="")
        fill = part["result"].map(_FILLS).fillna("#DCE4EC")
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
    title, asks = "Your ledger: and by which yardstick?", "Five acts of the treaty's first year."
    if open_:
        name, _, asks = YARDSTICKS[open_[-1]]
        title = f"By {name}: {_counted(table[table['yardstick'] == open_[-1]]['result'])}"
        asks = asks.format(days=named)
    return alt.layer(*layers, data=table).properties(
        width=WIDTH,
        height=360,
        padding=_ROOM,
        title=alt.Title(title, subtitle=lines(asks, WIDTH, 11)),
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


def _result(name, known, days):
    """What a rule says of an act, and by what of the record."""
    after, talk = known["talk"]
    if name == "1950":
        help_ = "help: asked" if known["attacked"] else "help: not asked"
        return ("talk: no" if after is None else "talk: yes"), help_
    if name == "2001":
        said = "no" if after is None else "yes" if after <= days else "late"
        return said, "nothing known" if after is None else f"on day {after}: {talk}"
    if name in ("1996", "Miller"):
        found, reason = known["word" if name == "1996" else "other"]
        return ("yes" if found else "no"), reason
    return "", ""


def _broken(words):
    return "\n".join(lines(words, 92, 10.5)[:3])


def _counted(results):
    """What a column says, in words: the most frequent result first."""
    counts = results.value_counts(sort=False).sort_values(ascending=False, kind="stable")
    said = ", ".join(f"{result} {number} of {len(results)}" for result, number in counts.items())
    return said.replace("talk: ", "talk, ")


def _own(words):
    """Five entries, each a promise (or nothing) and a word; empty where nothing was entered."""
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
        said = "" if word is None or word is ... else " ".join(str(word).split()).strip(" .…")
        entry = _ENTRY.match(said)
        made.append((entry[1], entry[2]) if entry else ("", said))
    return made


def _yardsticks(by):
    if by is None or by is ...:
        return []
    wanted = [by] if isinstance(by, int) else by
    if isinstance(wanted, str):
        wanted = re.split(r"[\s,;]+(?:and\s+)?", wanted.strip(" .…,;"))
    names = {name.casefold(): name for name in YARDSTICKS}
    found = []
    for one in map(str, wanted):
        if one.strip("\"' ").casefold() == "all":
            return list(YARDSTICKS)
        name = names.get(one.strip("\"' ").casefold())
        if name is None and one:
            said = ", ".join(f'"{name}"' for name in YARDSTICKS)
            raise SinorusError(
                f"The yardsticks are {said}; write one or several of them, with commas."
            )
        if name and name not in found:
            found.append(name)
    return found


def _days(within):
    if isinstance(within, bool) or not re.fullmatch(r"\d{1,3}", str(within).strip()):
        raise SinorusError("within= takes a number of days, such as 7, without quotation marks.")
    return int(str(within))
