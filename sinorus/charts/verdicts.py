"""A small court: a judge's word on each act, before the objections and after them."""

import re

import altair as alt
import pandas as pd

from ..errors import SinorusError
from .placing import WIDTH, written
from .theme import INK, PALE

_SIDES = {"for": 2, "neither": 1, "against": 0}
#: The letters under which the notebook offers the three words.
_LETTERS = {"a": "for", "b": "against", "c": "neither"}
_COUNTS = dict(enumerate("No One Two Three Four Five Six Seven Eight Nine Ten".split()))


def court(acts, first=None, second=None):
    """Show how a judge's word on each act moved from before the objections to after them.

    Parameters
    ----------
    acts : list of str
        The acts, in the order in which they were called.
    first, second : list of str, optional
        A word for each: ``"for"``, ``"against"`` or ``"neither"``, or its letter a, b or c. A word
        that is missing leaves its place empty, and the line below the title says so.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, two an act.

    Raises
    ------
    SinorusError
        If a word is none of the three, or there are more words than acts.

    Notes
    -----
    Nothing is judged here: the picture shows what it is given. Both words stay in sight, since
    P. Tetlock ("Expert Political Judgment", 2005) found that experts remember what they had thought
    as closer to what they think now than it was.

    Examples
    --------
    >>> import sinorus
    >>> board = sinorus.charts.court(["votes"], ["for"], ["neither"])
    >>> sinorus.charts.data(board)["word"].tolist()
    ['for', 'neither']
    """
    acts = [str(act) for act in acts]
    rows = []
    for number, (when, given) in enumerate((("first word", first), ("second word", second))):
        for place, word in enumerate(_words(given, len(acts))):
            rows.append(
                {
                    "act": acts[place],
                    "place": place,
                    "at": place * 2.6 + number,
                    "when": when,
                    "word": word,
                    "height": _SIDES.get(word),
                }
            )
    table = pd.DataFrame(rows).sort_values(["act", "at"], kind="stable")
    width = max(len(acts), 1) * 2.6 - 0.6
    x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[-0.6, width - 0.4]))
    y = alt.Y("height:Q", axis=None, scale=alt.Scale(domain=[-0.9, 2.7]))
    looks = {"domain": ["first word", "second word"], "range": ["white", INK]}
    path = alt.Chart().mark_line(color=PALE, strokeWidth=4).encode(x=x, y=y, detail="place:N")
    points = (
        alt.Chart()
        .mark_point(size=200, stroke=INK, strokeWidth=2, shape="circle")
        .encode(x=x, y=y, fill=alt.Fill("when:N", title=None, scale=alt.Scale(**looks)))
    )
    names = pd.DataFrame({"words": acts, "at": [place * 2.6 + 0.5 for place in range(len(acts))]})
    sides = pd.DataFrame({"words": list(_SIDES), "height": list(_SIDES.values())})
    known = table.dropna(subset=["height"])
    both = known.groupby("place")["word"].agg(["size", "nunique"]).query("size == 2")
    moved = f"{both['nunique'].gt(1).sum()} of {len(both)} words changed. " if len(both) else ""
    missing = _missing(table)
    return alt.layer(
        alt.Chart(sides).mark_rule(color="#E6E6E6").encode(y=y),
        path.transform_filter("isValid(datum.height)"),
        points.transform_filter("isValid(datum.height)"),
        written(names, x, alt.value(178), align="center", fontWeight="bold"),
        written(sides, alt.value(-8), y, align="right"),
        data=table,
    ).properties(
        width=WIDTH - 80,
        height=185,
        title=alt.Title("Your court: does the act speak for the charge?", **missing),
        description=moved
        + " ".join(f"{row.act}, {row.when}: {row.word}." for row in known.itertuples()),
    )


def _missing(table):
    """The line below the title that says which words are missing; empty where none is."""
    lost, acts = table[table["word"].isna()], table["place"].nunique()
    if not len(lost):
        return {}
    parts = []
    for when, rows in lost.sort_values("at").groupby("when"):
        named = [*map(str, rows["act"])]
        listed = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
        which = "each act" if len(rows) == acts and acts > 1 else listed
        parts.append(f"the {when} on {which}")
    count = _COUNTS.get(len(lost), str(len(lost)))
    are = "word is" if len(lost) == 1 else "words are"
    return {"subtitle": f"{count} {are} missing: {'; '.join(parts)}."}


def _words(given, count):
    """A judge's words in their plain form, None where one is missing."""
    given = [] if given is None or given is ... else given
    given = re.split(r"[,;]\s*", given) if isinstance(given, str) else list(given)
    if len(given) > count:
        raise SinorusError(f"There are {count} acts, and {len(given)} words were given.")
    words = []
    for word in [*given, *[...] * (count - len(given))]:
        plain = "" if word is ... or word is None else str(word).strip(" .!()\"'").lower()
        plain = _LETTERS.get(plain, plain)
        if plain not in ("", *_SIDES):
            raise SinorusError(f'"{word}" is none of the three words: "for", "against", "neither".')
        words.append(plain or None)
    return words
