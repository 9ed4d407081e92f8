"""Pictures of the papers of April 1996: seven gaps for a pen, and one word in three languages."""

import re

import altair as alt
import pandas as pd

from ..errors import SinorusError
from .placing import WIDTH, written
from .theme import CATEGORIES, GREY, INK, PALE

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
#: The name of the partnership in three languages: its parts in order, what each means, and whether
#: it belongs to "strategic": surely (1), not (0), or by one of two readings ("perhaps").
WORD = {
    "Chinese": (
        ("zhànlüè", "strategic", 1),
        ("xiézuò", "working together", 1),
        ("huǒbàn guānxì", "partnership", "perhaps"),
    ),
    "Russian": (
        ("партнёрство, направленное на", "partnership aimed at", 0),
        ("стратегическое", "strategic", 1),
        ("взаимодействие", "interaction", 1),
    ),
    "English": (
        ("strategic", "", 1),
        ("partnership", "", 1),
        ("of ... mutual coordination", "", 0),
    ),
}


#: Browsers set words wider than Vega expects.
_ROOM = {"left": 14, "top": 5, "right": 5, "bottom": 5}


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
    letters = _pen(pen)
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


def _pen(pen):
    """The seven letters, or an empty text."""
    if pen is None or pen is ...:
        return ""
    given = pen if isinstance(pen, str) else " ".join(map(str, pen))
    letters = re.sub(r"[^a-z]", "", given.lower())
    if not letters:
        return ""
    if not re.fullmatch(rf"[ab]{{{len(CARDS)}}}", letters):
        raise SinorusError(
            f"The pen takes {len(CARDS)} letters, a or b, one for each gap, such as"
            f' "{" ".join("ab"[n % 2] for n in range(len(CARDS)))}"; yours has {len(letters)}.'
        )
    return letters


def one_word():
    """Show to what "strategic" belongs in the Chinese, the Russian and the English name.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one a part of a name.

    Notes
    -----
    Names are those of the tables ``wordings`` and ``clauses``. The Russian is the usual form, since
    the sentence of 1996 was not read in Russian; in Chinese the first word can also go with the
    whole, and a Chinese site's own English has it so. R. Jakobson ("On Linguistic Aspects of
    Translation", 1959): languages differ in what they must say.

    It cannot show what the two governments meant by it.

    Examples
    --------
    >>> import sinorus
    >>> rows = sinorus.charts.data(sinorus.charts.one_word())
    >>> rows.loc[rows["joined"], "means"].tolist()[:4]
    ['strategic', 'working together', 'strategic', 'interaction']
    """
    rows = []
    for line, (language, parts) in enumerate(WORD.items()):
        left = 0
        for word, means, joined in parts:
            wide = max(9.6 * len(word), 7.4 * len(means)) + 8
            goes = {"joined": joined == 1, "perhaps": joined == "perhaps"}
            rows.append(
                {
                    **{"language": language, "word": word, "means": means, **goes},
                    **{"at": left + wide / 2, "left": left, "right": left + wide, "y": line},
                }
            )
            left += wide + 4
    table = pd.DataFrame(rows)
    x = alt.X("left:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH - 48], nice=False))
    middle = alt.X("at:Q", axis=None)
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[2.5, -0.5], nice=False))
    tiles = (
        alt.Chart()
        .mark_rect(height=50, cornerRadius=5, strokeWidth=1.5)
        .encode(
            x=x,
            x2="right:Q",
            y=y,
            fill=alt.when("datum.joined")
            .then(alt.value(CATEGORIES[0]))
            .otherwise(alt.value("white")),
            stroke=alt.when("datum.perhaps")
            .then(alt.value(CATEGORIES[0]))
            .otherwise(alt.value(PALE)),
        )
    )
    look = {"align": "center", "baseline": "middle"}
    layers = [tiles]
    for joined, colour in ((True, "white"), (False, INK)):
        part = table[table["joined"] == joined]
        for alone in (True, False):
            words = part[(part["means"] == "") == alone].rename(columns={"word": "words"})
            words = words[["words", "at", "y"]]
            bold = {"fontSize": 14, "color": colour, "fontWeight": "bold"}
            layers.append(written(words, middle, y, **look, **bold, dy=0 if alone else -9))
        means = part.rename(columns={"means": "words"})[["words", "at", "y"]]
        layers.append(written(means, middle, y, **look, color=colour, dy=12))
    names = table.drop_duplicates("language").rename(columns={"language": "words"})[["words", "y"]]
    layers.append(written(names, alt.value(-5), y, align="right", fontWeight="bold"))
    noun = {
        language: " ".join(rows.loc[rows["joined"], "means" if language != "English" else "word"])
        for language, rows in table.groupby("language", sort=False)
    }
    return alt.layer(*layers, data=table).properties(
        width=WIDTH - 48,
        height=190,
        padding=_ROOM,
        title=alt.Title(
            "What is strategic, the partnership or the work?",
            subtitle=[
                "Strategic stands in blue with the noun that it goes with; a blue edge means that"
                " one can also",
                "read it so. The Russian form is the usual one; that of 1996 was not read.",
            ],
        ),
        description=" ".join(f"{language}: {words}." for language, words in noun.items())
        + " In Chinese strategic can also be read with partnership.",
    )
