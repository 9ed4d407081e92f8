"""Pictures of a class: what thirty people guessed and how they coded. No name stands in them."""

import itertools
import re

import altair as alt
import pandas as pd

from ..coder_agreement import agreement
from ..errors import SinorusError
from ..locators import in_words
from ..tables import load
from .placing import WIDTH, lines, tips
from .theme import CATEGORIES, GREY, INK

#: Under so many people a share in per cent says more than the numbers bear.
FEW = 5
#: Pixels from one dot to the next, where lines are long, and from one line of words to the next.
_PITCH, _CLOSE, _LINE = 11, 9, 17
#: Where the dots of guesses begin; where those of codings begin, and where the coders' marks.
_DOTS, _CLASS, _CODERS = 94, 318, 232
_COLOURS = {"at first": "#FFFFFF", "in the end": CATEGORIES[0], "first and last": CATEGORIES[0]}
#: What each coder of the course is called, and its mark.
_KINDS = {"settled code": "diamond", "run of a model": "square", "rule coder": "triangle-up"}


def class_guesses(table, question, students=None):
    """Show how many of a class chose each option, with the first word and with the last.

    Parameters
    ----------
    table : pandas.DataFrame
        One row an option: ``letter``, ``words``, ``first`` and ``last`` (how many chose it),
        optionally ``settles`` (what became of it, drawn below the option).
    question : str
        What was asked.
    students : int, optional
        How many the class has; as many as guessed, if left out.

    Returns
    -------
    altair.LayerChart
        One dot a person, in lines that can be counted. Of fewer than five no share is given.

    Raises
    ------
    SinorusError
        If this is no such table, or nobody guessed.

    Notes
    -----
    It cannot show who changed their mind: only how many stood where, before and after.

    Examples
    --------
    >>> import pandas as pd
    >>> import sinorus
    >>> rows = [["a", "a treaty", 4, 1], ["b", "a contract", 2, 5]]
    >>> table = pd.DataFrame(rows, columns=["letter", "words", "first", "last"])
    >>> chart = sinorus.charts.class_guesses(table, "What will they have?")
    >>> sinorus.charts.data(chart)["when"].value_counts().to_dict()
    {'at first': 6, 'in the end': 6}
    """
    _need(table, ["letter", "words", "first", "last"], "class_guesses")
    of = int(table["first"].sum())
    if not of:
        raise SinorusError("Nobody in this class has guessed here yet.")
    alike = table["first"].equals(table["last"])
    dots, words, y = [], [], 8
    for row in table.itertuples():
        for part in lines(f"{row.letter} · {row.words}", WIDTH - 20, 13):
            words.append([0, y, part, "option"])
            y += _LINE
        moments = {"first and last": row.last} if alike else {}
        for when, count in (moments or {"at first": row.first, "in the end": row.last}).items():
            words.append([0, y, when, "label"])
            own, deep = _pile(count, _DOTS, y, 40)
            dots += [[x, at, when, row.letter] for x, at in own]
            words.append([_DOTS + min(count, 40) * _PITCH + 2, y, _share(count, of), "label"])
            y += deep
        for part in lines(getattr(row, "settles", "") or "", WIDTH - 20, 11):
            words.append([0, y, part, "settles"])
            y += 14
        y += 14
    among = f"{of} of a class of {students}" if students and students != of else f"A class of {of}"
    legend = "The first word and the last are alike." if alike else _FIRST_AND_LAST
    points = alt.Chart(pd.DataFrame(dots, columns=["at", "y", "when", "letter"])).mark_point(
        size=62, stroke=CATEGORIES[0], strokeWidth=1.6, shape="circle"
    )
    colour = alt.Fill("when:N").scale(domain=list(_COLOURS), range=list(_COLOURS.values()))
    drawn = points.encode(x=_X, y=_down(y), fill=colour.legend(None), tooltip=tips(when="said"))
    told = [
        f"{row.letter}, {row.words.strip(' .')}: "
        + (f"{row.last}" if alike else f"{row.first} at first, {row.last} in the end")
        for row in table.itertuples()
    ]
    return _joined(
        [drawn], words, y, question, [f"{among}. {legend}"], f"{among}. {'; '.join(told)}."
    )


_FIRST_AND_LAST = "Hollow: the first word. Full: the last."


def class_codings(table):
    """Show how a class coded entries, beside the coders of the table ``codings``.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a judgement: ``coder_id`` (a number for each person of the class), ``locator``,
        ``cameo_code``.

    Returns
    -------
    altair.LayerChart
        A strip for each code that an entry was given: one dot a person, and marks for the settled
        code, the runs of a model and the rule coder. From five people on the subtitle says how far
        they agree among themselves.

    Raises
    ------
    SinorusError
        If this is no such table, or it has no row.

    Notes
    -----
    It cannot show whether a code is right: coders may agree and all be wrong, and what students
    hand in was talked about in class, so they are no independent readers.

    Examples
    --------
    >>> import pandas as pd
    >>> import sinorus
    >>> rows = [[1, "yu-1999 c4", "041"], [2, "yu-1999 c4", "041"], [3, "yu-1999 c4", "042"]]
    >>> table = pd.DataFrame(rows, columns=["coder_id", "locator", "cameo_code"])
    >>> chart = sinorus.charts.class_codings(table)
    >>> sinorus.charts.data(chart)["cameo_code"].tolist()
    ['041', '041', '042']
    """
    _need(table, ["coder_id", "locator", "cameo_code"], "class_codings")
    if table.empty:
        raise SinorusError("Nobody in this class has coded an entry yet.")
    coders = _coders(table["locator"].unique())
    gists = load("entries").set_index("locator")["gist"]
    labels = load("cameo").set_index("cameo_code")["label"]
    dots, marks, words, told, y = [], [], [], [], 8
    words += [[_CODERS, y, "coders", "label"], [_CLASS, y, "the class", "label"]]
    y += _LINE
    for place in sorted(table["locator"].unique(), key=_by_number):
        said = f"{in_words(place)}: {gists.get(place, '')}".strip(" :")
        for part in lines(said, WIDTH - 20, 13):
            words.append([0, y, part, "option"])
            y += _LINE
        own = table.loc[table["locator"] == place, "cameo_code"].value_counts()
        others = coders[coders["locator"] == place]
        counts = []
        for code in sorted({*own.index, *others["cameo_code"]}):
            count = int(own.get(code, 0))
            placed, deep = _pile(count, _CLASS, y, 30, _CLOSE)
            dots += [[x, at, place, code] for x, at in placed]
            here = others.loc[others["cameo_code"] == code, "kind"]
            marks += [[_CODERS + 4 + 15 * n, y, kind] for n, kind in enumerate(here)]
            label = lines(f"{code} {labels.get(code, 'is not in the list')}", _CODERS - 14)
            words += [[8, y + n * 15, part, "label"] for n, part in enumerate(label)]
            if count:
                words.append([_CLASS + min(count, 30) * _CLOSE + 2, y, str(count), "label"])
            y += max(deep, 15 * len(label) + 4)
            counts.append(f"{count} wrote {code}" if count else f"nobody wrote {code}")
        told.append(f"{in_words(place)}: {', '.join(counts)}")
        y += 12
    dots = pd.DataFrame(dots, columns=["at", "y", "locator", "cameo_code"])
    base = alt.Chart(dots).mark_point(size=44, color=CATEGORIES[0], shape="circle")
    drawn = base.encode(x=_X, y=_down(y), tooltip=tips(cameo_code="code"))
    kinds = alt.Chart(pd.DataFrame(marks, columns=["at", "y", "kind"])).mark_point(
        size=70, color=INK
    )
    shape = alt.Shape("kind:N").scale(domain=list(_KINDS), range=list(_KINDS.values()))
    kinds = kinds.encode(x=_X, y=_down(y), shape=shape.legend(None), tooltip=tips(kind="coder"))
    people = table["coder_id"].nunique()
    legend = [
        "One dot a person. Diamond: the settled code; squares: runs of one language model;",
        f"triangle: the rule coder. {_agreed(table, people)}",
    ]
    summary = f"The codes of {people} people for {len(told)} entries. {_short(told)}"
    return _joined(
        [drawn, kinds],
        words,
        y,
        "How did the class code, and how did the others?",
        legend,
        summary,
    )


def _coders(places):
    """The main codes that the coders of the course gave to these entries, the settled one first."""
    codings = load("codings")
    main = codings[(codings["unit"] == 1) & codings["locator"].isin(places)]
    kind = main["coder_id"].map({"course": "settled code", "rules": "rule coder"})
    main = main.assign(kind=kind.fillna("run of a model"))
    order = main["kind"].map({kind: n for n, kind in enumerate(_KINDS)})
    return main.assign(order=order).sort_values(["order", "coder_id"])


def _agreed(table, people):
    """How far a class agrees with itself, in a sentence; nothing of a few people."""
    if people < FEW:
        return ""
    # under another name, since a class also writes codes that CAMEO does not have
    judged = table.rename(columns={"cameo_code": "code"})
    try:
        measured = agreement(judged.assign(coder_id=judged["coder_id"].astype(str)), "code")
    except SinorusError:
        return ""
    alpha = measured.set_index("measure").loc["Krippendorff's alpha"]
    if pd.isna(alpha["value"]):
        return "All wrote the same code."
    return f"Krippendorff's alpha of the class: {alpha['value']:.2f}."


def _by_number(place):
    """The digits of a locator as numbers, so that c5 stands before c10."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", place)]


def _short(told, most=900):
    """Sentences as far as they can be spoken in one breath; the rest is counted."""
    ends = list(itertools.accumulate(len(one) + 2 for one in told))
    fits = sum(end <= most for end in ends)
    rest = f" And {len(told) - fits} more." if fits < len(told) else ""
    return f"{'. '.join(told[:fits])}.{rest}"


# --- what the pictures share ----------------------------------------------------------------------

_X = alt.X("at:Q", axis=None).scale(domain=[-6, WIDTH], nice=False, zero=False)


def _down(height):
    """Up is where one begins to read; a step is a pixel."""
    return alt.Y("y:Q", axis=None).scale(domain=[height - 12, -6], nice=False, zero=False)


def _pile(count, left, top, most, pitch=_PITCH):
    """Places of so many dots in lines of at most so many, and the room that they take."""
    places = [(left + n % most * pitch, top + n // most * pitch) for n in range(count)]
    return places, (max(1, -(-count // most)) - 1) * pitch + 18


def _share(count, of):
    """A count, with its share in per cent where so many people bear one."""
    return f"{count}" if of < FEW else f"{count} ({100 * count / of:.0f} %)"


_LOOKS = {
    "option": {"fontSize": 13, "fontWeight": "bold", "color": INK},
    "label": {"fontSize": 12, "color": GREY},
    "settles": {"fontSize": 11, "color": GREY},
}


def _joined(drawn, words, height, title, subtitle, description):
    """Dots and words in one picture. The dots come first, since they are the picture's table."""
    words = pd.DataFrame(words, columns=["at", "y", "words", "look"])
    layers = [
        alt.Chart(words[words["look"] == look])
        .mark_text(align="left", baseline="middle", **style)
        .encode(x=_X, y=_down(height), text="words:N")
        for look, style in _LOOKS.items()
        if (words["look"] == look).any()
    ]
    return alt.layer(*drawn, *layers).properties(
        width=WIDTH,
        height=height - 12,
        title=alt.Title(lines(title, WIDTH, 16), subtitle=subtitle),
        description=re.sub(r"[()\[\]{}|<>_…\n]", "", f"{title} {description}")[:1190],
    )


def _need(table, columns, name):
    """Raise a sentence unless this is a table with these columns."""
    has = list(table.columns) if isinstance(table, pd.DataFrame) else []
    missing = [column for column in columns if column not in has]
    if missing:
        raise SinorusError(
            f"{name} needs a table with the columns {', '.join(columns)};"
            f" {', '.join(missing)} is missing."
        )
