"""Pictures of the treaty of 2001: two promises, and two lives."""

import re

import altair as alt
import pandas as pd

from ..errors import SinorusError
from .placing import WIDTH, lines, written
from .theme import CATEGORIES, GREY, INK, PALE

#: The articles that stand side by side, in our words; what is in quotation marks is theirs.
PROMISES = {
    "treaty-1950 art1": (
        "1950, article 1",
        "Both take all measures needed so that Japan, or a state linked with it, does not attack"
        " again. If one of them is attacked by Japan or its ally, and so is at war, the other at"
        " once gives “military and other assistance” with all it has.",
    ),
    "treaty-2001 art9": (
        "2001, article 9",
        "If one of them finds that peace is threatened, that its security interests are involved,"
        " or that it faces a threat of aggression, then the two make “immediate contact and"
        " consultations”, so as to remove the threat.",
    ),
}
#: Of each treaty its first and last year, as its own text has them.
TERMS = {"treaty of 1950": (1950, 1980), "treaty of 2001": (2001, 2021)}
#: What happened to the elder one, with the word of it, and from where we have it.
MARKS = {
    1960: ("experts called home", "Sino-Soviet split"),
    1963: ("dead, says Miller", "miller-2002 ¶4"),
    1969: ("shots at the border", "Sino-Soviet split"),
}
#: The younger treaty is in force, and whether a promise lives in it is what the session asks.
_IN_FORCE = 0.2
_ROOM = {"left": 14, "top": 5, "right": 5, "bottom": 5}


def two_promises():
    """Show article 1 of the treaty of 1950 beside article 9 of that of 2001.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one an article.

    Notes
    -----
    The words are ours, made after the table ``clauses``; what stands in quotation marks is quoted.
    Article 1 was read in Chinese. Article 9 was not read whole in one place: its words come from
    three accounts. Two texts side by side ask for a comparison and do not make it (S. Wineburg,
    "Historical Thinking and Other Unnatural Acts", 2001).

    It cannot show the other articles, of which nine of 2001 were not read.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.charts.data(sinorus.charts.two_promises())["article"].tolist()
    ['1950, article 1', '2001, article 9']
    """
    wide = WIDTH / 2 - 10
    table = pd.DataFrame(
        {
            "clause": list(PROMISES),
            "article": [head for head, _ in PROMISES.values()],
            "says": [text for _, text in PROMISES.values()],
            "left": [0, WIDTH / 2 + 10],
            "right": [wide, WIDTH],
            "at": [0, WIDTH / 2 + 10],
            "y": [0, 0],
        }
    )
    x = alt.X("left:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH], nice=False))
    cards = (
        alt.Chart()
        .mark_rect(cornerRadius=6, fill="white", stroke=PALE)
        .encode(x=x, x2="right:Q", y=alt.value(0), y2=alt.value(186))
    )
    heads = table.rename(columns={"article": "words"})[["words", "left"]]
    texts = table.assign(words=["\n".join(lines(text, wide - 26, 13)) for text in table["says"]])
    layers = [
        cards,
        written(heads, x, alt.value(22), dx=14, fontWeight="bold", fontSize=14, color=INK),
        written(
            texts[["words", "left"]],
            x,
            alt.value(42),
            dx=14,
            baseline="top",
            fontSize=13,
            lineHeight=19,
        ),
    ]
    return alt.layer(*layers, data=table).properties(
        width=WIDTH,
        height=188,
        padding=_ROOM,
        title=alt.Title(
            "Two promises: where do they part?",
            subtitle=[
                "Our words; what stands in quotation marks is theirs. Article 9 is put together"
                " from three",
                "accounts; the whole article we have not read.",
            ],
        ),
        description=" ".join(f"{row.article}: {row.says}" for row in table.itertuples()),
    )


def two_lives(dead=None):
    """Show for how long two treaties were promised, and how long the elder one lived.

    Parameters
    ----------
    dead : int, optional
        The year in which one believes the treaty of 1950 to have died. Without it the picture asks.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one a treaty.

    Raises
    ------
    SinorusError
        If this is no year between 1950 and 1980.

    Notes
    -----
    Terms are those of the two texts: thirty years from 1950, twenty from 2001. When a treaty is
    dead is a judgement; here it is that of one author. A. Wolfers ("Discord and Collaboration",
    1962) tells what is promised from what is done.

    It cannot show what became of the younger treaty when its twenty years were over.

    Examples
    --------
    >>> import sinorus
    >>> sinorus.charts.data(sinorus.charts.two_lives(1969))["last"].tolist()
    [1980, 2021]
    """
    year = _year(dead)
    table = pd.DataFrame(
        [
            {"treaty": name, "first": first, "last": last, "at": first, "y": float(n)}
            for n, (name, (first, last)) in enumerate(TERMS.items())
        ]
    )
    x = alt.X("first:Q", title=None, axis=alt.Axis(format="d", values=list(range(1950, 2022, 10))))
    x = x.scale(domain=[1949, 2057], nice=False)
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[1.7, -1.5], nice=False))
    bars = alt.Chart().mark_rect(height=26, fill="white", stroke=CATEGORIES[0], strokeWidth=2)
    layers = [bars.encode(x=x, x2="last:Q", y=y)]
    if year:
        younger = alt.Chart(table.tail(1)).mark_rect(
            height=24, fill=CATEGORIES[0], opacity=_IN_FORCE
        )
        layers.append(younger.encode(x=x, x2="last:Q", y=y))
        alive = table.head(1).assign(last=1963)
        layers.append(
            alt.Chart(alive).mark_rect(height=26, fill=CATEGORIES[0]).encode(x=x, x2="last:Q", y=y)
        )
        marks = pd.DataFrame(
            {"first": list(MARKS), "words": [f"{n}: {said}" for n, (said, _) in MARKS.items()]}
        )
        marks["y"] = [-1.25, -0.92, -0.59]
        marks["ground"] = -0.2
        layers.append(
            alt.Chart(marks)
            .mark_rule(color=PALE)
            .encode(x=x, y=alt.Y("y:Q", axis=None), y2="ground:Q")
        )
        layers.append(written(marks, x, y, dx=4, color=GREY))
        yours = pd.DataFrame(
            {"first": [year], "words": [f"your year: {year}"], "y": [0.48]}
        ).assign(top=-0.25, ground=0.3)
        layers.append(
            alt.Chart(yours)
            .mark_rule(color=CATEGORIES[2], strokeWidth=3)
            .encode(x=x, y=alt.Y("top:Q", axis=None), y2="ground:Q")
        )
        layers.append(written(yours, x, y, color=CATEGORIES[2], fontWeight="bold"))
    ends = table["last"].map({1980: " (to 1980)", 2021: " (to 2021, prolonged)"})
    names = table.assign(words=table["treaty"] + ends)
    layers.append(written(names[["words", "last", "y"]], alt.X("last:Q"), y, dx=6))
    title = "How long was the promise of 1950 alive?"
    if year:
        title = "By Miller, the paper outlived its promise by seventeen years"
    return alt.layer(*layers, data=table).properties(
        width=WIDTH - 12,
        height=170,
        padding=_ROOM,
        title=alt.Title(
            title,
            subtitle="A frame is the time for which the paper was to hold."
            + (" Blue: alive, by Miller. Pale blue: in force, and not judged here." * bool(year)),
        ),
        description=" ".join(
            f"The {row.treaty} was to hold from {row.first} to {row.last}."
            for row in table.itertuples()
        )
        + (f" Your year: {year}. Miller: dead by 1963." if year else "")
        + " That of 2001 was in force from 2002, and was prolonged.",
    )


def _year(given):
    if given is None or given is ...:
        return None
    found = re.fullmatch(r"\D*(\d{4})\D*", str(given))
    if not found or not 1950 <= int(found[1]) <= 1980:
        raise SinorusError("Write a year from 1950 to 1980, without quotation marks, such as 1970.")
    return int(found[1])
