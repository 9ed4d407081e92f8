"""A picture of the papers of April 1996, with seven gaps for a pen."""

import re

import altair as alt
import pandas as pd

from ..errors import SinorusError
from .placing import WIDTH, written
from .theme import CATEGORIES, GREY, INK

#: Of each clause: a sentence with a gap, two endings, and which of them agrees with the clause.
CARDS = {
    "un-a51-127-1996 par1": (
        "They want to be partners in ...",
        "the next ten years",
        "the next century",
        "b",
    ),
    "un-a51-127-1996 par7": (
        "Chechnya, where Russia is at war, is ...",
        "Russia's own affair",
        "a case for the UN",
        "a",
    ),
    "un-a51-127-1996 par8": ("Taiwan is ...", "not spoken of", "a part of China", "b"),
    "un-a51-127-1996 par92": (
        "Army contacts and arms deals aim ...",
        "at no third state",
        "at a larger NATO",
        "a",
    ),
    "un-a51-127-1996 point2a": (
        "The world is moving towards ...",
        "more poles",
        "the rule of one",
        "a",
    ),
    "un-a51-127-1996 point2a again": (
        "To blame for pressure on others is ...",
        "the United States",
        "no state by name",
        "b",
    ),
    "shanghai-agreement-1996 art1": (
        "Next day: troops at the border will ...",
        "leave it",
        "not attack",
        "b",
    ),
}


def declaration(pen=None):
    """Show seven gaps of the papers of 25 and 26 April 1996, or one's own words beside theirs.

    Parameters
    ----------
    pen : str or list of str, optional
        A letter for each gap, such as ``"a b a b a b a"``. Without it the two endings are offered.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one a gap.

    Raises
    ------
    SinorusError
        If these are not seven letters a or b.

    Notes
    -----
    The sentences are ours, made after clauses as far as they were read; the column ``clause`` names
    each. Who writes before reading remembers better what he then reads (N. Kornell and others,
    "Unsuccessful Retrieval Attempts Enhance Subsequent Learning", 2009).

    It cannot show what stands in the parts of the declaration that nobody here has read.

    Examples
    --------
    >>> import sinorus
    >>> chart = sinorus.charts.declaration("b a b a a b b")
    >>> sinorus.charts.data(chart)["alike"].tolist().count(True)
    7
    """
    letters = letters_of(pen, "ab", len(CARDS), "The pen", "gap", "b b b b a a a")
    rows = []
    for place, (clause, (sentence, first, second, signed)) in enumerate(CARDS.items()):
        endings = {"a": first, "b": second}
        hers = letters[place] if letters else ""
        rows.append(
            {
                "clause": clause.removesuffix(" again"),
                "at": 0,
                "y": float(place),
                "sentence": f"{place + 1}  {sentence}",
                "first": endings[hers] if letters else f"(a) {first}",
                "second": endings[signed] if letters else f"(b) {second}",
                "alike": not letters or hers == signed,
            }
        )
    table = pd.DataFrame(rows)
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[6.6, -1.0], nice=False))
    across = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH], nice=False))
    heads = ("your pen", "what was signed") if letters else ("", "")
    # Both endings look alike until a pen has chosen.
    columns = (
        ("sentence", 0, INK),
        ("first", 284, CATEGORIES[0] if letters else INK),
        ("second", 464, INK),
    )
    layers = [
        alt.Chart(table[["at"]].assign(y=table["y"] + 0.5, end=WIDTH))
        .mark_rule(color="lightgray")
        .encode(x=across, x2="end:Q", y=y)
    ]
    for (column, left, colour), head in zip(columns, ("", *heads)):
        words = table.assign(words=table[column], at=left)[["words", "at", "y"]]
        look = {"color": colour, "fontWeight": "normal" if column == "sentence" else "bold"}
        layers.append(written(words, across, y, **look))
        heading = pd.DataFrame({"words": [head], "at": [left], "y": [-0.75]})
        layers.append(written(heading, across, y, color=GREY))
    apart = table.loc[~table["alike"], ["y"]].assign(words="\u2260", at=450)
    layers.append(written(apart, across, y, color=CATEGORIES[2], fontWeight="bold"))
    alike = f"{table['alike'].sum()} of {len(table)}"
    title = f"Your pen and theirs: alike in {alike}" if letters else "Which ending do they sign?"
    told = (
        f"{row.sentence.split('  ')[1].rstrip(' .')}: you {row.first}, signed {row.second}."
        if letters
        else f"{row.sentence.split('  ')[1].rstrip(' .')}: {_plain(row.first)} or"
        f" {_plain(row.second)}?"
        for row in table.itertuples()
    )
    return alt.layer(*layers, data=table).properties(
        width=WIDTH,
        height=262,
        title=alt.Title(
            title,
            subtitle=[
                "Six are signed in Beijing on 25 April 1996, the last in Shanghai a day later. The"
                " words",
                "are ours, the clauses theirs."
                + (" Write seven letters in place of the dots." if pen is ... else ""),
            ],
        ),
        description=" ".join(told),
    )


def _plain(ending):
    return re.sub(r"^\([ab]\) ", "", ending)


def letters_of(given, allowed, number, who, each, example):
    """So many letters of a few, or an empty text; the example of a refusal is no answer."""
    if given is None or given is ...:
        return ""
    given = given if isinstance(given, str) else " ".join(map(str, given))
    letters = re.sub(r"[^a-z]", "", given.lower())
    if not letters:
        return ""
    if not re.fullmatch(rf"[{allowed}]{{{number}}}", letters):
        raise SinorusError(
            f"{who} takes {number} letters, {' or '.join(allowed)}, one for each {each}, such as"
            f' "{example}"; yours has {len(letters)}.'
        )
    return letters
