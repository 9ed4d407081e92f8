"""The name of the partnership in three languages, and the word that its reader may place."""

import altair as alt
import pandas as pd

from .april_1996 import letters_of
from .placing import WIDTH, written
from .theme import CATEGORIES, GREY, INK, PALE

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


#: With which noun "strategic" goes: the partnership, or the work that the partners do.
NOUNS = {"p": "partnership", "w": "work", "b": "both ways"}
#: The letters that are right in each language: the Chinese stands nearer to the work, and can be
#: read both ways.
SITS = {"Chinese": "bw", "Russian": "w", "English": "p"}

#: Browsers set words wider than Vega expects.
_ROOM = {"left": 14, "top": 5, "right": 5, "bottom": 5}


def one_word(sits=None):
    """Ask, or show, to what "strategic" belongs in the Chinese, Russian and English name.

    Parameters
    ----------
    sits : str or list of str, optional
        For Chinese, Russian and English the letter p if "strategic" goes with the partnership, w
        if it goes with the work, and b if one can read it both ways, such as ``"w b w"``. Without
        them the parts stand uncoloured.

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
    >>> rows = sinorus.charts.data(sinorus.charts.one_word("w w p"))
    >>> rows.loc[rows["joined"], "means"].tolist()[:4]
    ['strategic', 'working together', 'strategic', 'interaction']
    """
    letters = letters_of(sits, "pwb", len(WORD), "The word", "language", "w b w")
    rows = []
    for line, (language, parts) in enumerate(WORD.items()):
        left = 0
        for word, means, joined in parts:
            wide = max(9.6 * len(word), 7.4 * len(means)) + 8
            joined = joined if letters else 0
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
    hers = [
        (f"you: {NOUNS[letter]}", letter in right, line)
        for line, (letter, right) in enumerate(zip(letters, SITS.values()))
    ]
    for alike, colour in ((True, GREY), (False, CATEGORIES[2])):
        said = [
            {"words": words + ("" if same else " \u2260"), "y": line}
            for words, same, line in hers
            if same == alike
        ]
        if said:
            below = pd.DataFrame(said)
            layers.append(written(below, alt.value(2), y, dy=34, baseline="middle", color=colour))
    parts = table.assign(named=table["means"].where(table["means"] != "", table["word"]))
    parts = parts[parts["joined"]] if letters else parts
    noun = {
        language: " ".join(rows["named"])
        for language, rows in parts.groupby("language", sort=False)
    }
    told = "".join(f" {words}{'' if same else ', not theirs'}." for words, same, _ in hers)
    seen = (
        [
            "Strategic stands in blue with the noun that it goes with; a blue edge means that one"
            " can also",
            "read it so. The Russian form is the usual one; that of 1996 was not read.",
        ]
        if letters
        else [
            "The small words say what each part means. The Russian form is the usual one; that of"
            " 1996",
            "was not read." + (" Write three letters in place of the dots." if sits is ... else ""),
        ]
    )
    title = "Is the partnership strategic, or the work?"
    if letters:
        alike = sum(same for _, same, _ in hers)
        title = f"In Russian the work, in English the partnership: {alike} of 3"
    return alt.layer(*layers, data=table).properties(
        width=WIDTH - 48,
        height=250 if letters else 190,
        padding=_ROOM,
        title=alt.Title(
            title,
            subtitle=seen,
        ),
        description=" ".join(f"{language}: {words}." for language, words in noun.items())
        + (" In Chinese strategic can also be read with partnership." + told if letters else ""),
    )
