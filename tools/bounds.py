"""The bounds of a notebook, and what each measure means; `measure_course` takes the measures."""

from minutes import CLASS

#: Bounds of a session, lowest and highest, in the order of the table; None is no bound.
BOUNDS = {
    "words": (None, 3000),
    "class words": (None, 1600),
    "shown": (None, 1000),
    "what happened": (None, 400),
    "mean": (11, 19),
    "short %": (None, 25),
    "no verb": (None, 0),
    "to picture": (None, 150),
    "to typing": (None, 500),
    "pictures": (3, None),
    "hers": (2, None),
    "stretch": (None, 2),
    "links first": (None, 8),
    "lines": (None, 6),
    "chart lines": (None, 10),
    "columns": (None, 88),
    "set-ups": (None, 2),
    "set-up lines": (None, 12),
    "not met": (None, 0),
    "idle": (None, 0),
    "hands": (12, None),
    "questions": (6, None),
    "essays": (2, None),
    "class min": (None, CLASS),
    "home min": (None, None),
    "outputs": (None, 0),
    "locators": (None, 0),
    "marks": (None, 0),
    "cannot show": (1, 3),
    "keep": (None, 2),
}
#: The first page is short: no session, but the first steps.
FIRST = BOUNDS | {
    "words": (None, 1000),
    "pictures": (1, None),
    "hers": (None, None),
    "hands": (7, None),
    "questions": (1, None),
    "essays": (None, None),
    "cannot show": (None, 3),
}
#: Looser bounds of notebooks that were not yet written anew.
EARLIER = {"words": (1200, 3000), "exercises": (6, 8), "charts": (2, 12)}
EARLIER_FIRST = {"words": (500, 1100), "exercises": (1, 2), "charts": (1, 3)}
#: What the table calls a measure, and what it measures.
MEANINGS = {
    "words": "words of prose",
    "class words": "of these, in class",
    "shown": "words of passages and tables that cells print",
    "what happened": "words under the heading of this name",
    "mean": "mean words of a sentence",
    "short %": "sentences of six words or fewer, in per cent",
    "no verb": "sentences without a verb",
    "to picture": "words before the first picture",
    "to typing": "words before the first thing that the student types",
    "pictures": "pictures",
    "hers": "of these, drawn by a cell in which she writes or changes something",
    "stretch": "screens, about, without picture, passage, table or something to do",
    "links first": "links under the title and under What happened",
    "lines": "lines of the longest visible cell that draws nothing",
    "chart lines": "lines of the longest visible cell that draws",
    "columns": "columns of the widest line",
    "set-ups": "collapsed cells",
    "set-up lines": "lines of the longest collapsed cell",
    "not met": "names and constructs that no notebook so far introduced",
    "idle": "verbs that the ladder gives to this notebook and it does not use",
    "hands": "times the student writes or changes something",
    "questions": "checked questions",
    "essays": "open questions",
    "class min": "computed minutes in class",
    "home min": "computed minutes at home",
    "outputs": "results in the copy that sinorus start makes",
    "locators": "locators inside running sentences",
    "marks": "error marks in the text",
    "cannot show": '"cannot show" and its kin',
    "keep": 'sentences "worth keeping"',
}


def bounds(number, edition=2):
    """The bounds of a notebook, by its number and edition."""
    if edition == 2:
        return FIRST if number.startswith("00") else BOUNDS
    return EARLIER_FIRST if number.startswith("00") else EARLIER


def amount(value):
    """A measure as a number."""
    return len(value) if isinstance(value, list) else value


def out_of_bounds(found, limits):
    """Which measures are out of their bounds.

    Parameters
    ----------
    found : dict
        A number, or a list of what was found, by the names of a measure.
    limits : dict
        As from `bounds`.

    Returns
    -------
    dict
        Name and value.

    Examples
    --------
    >>> from bounds import out_of_bounds
    >>> out_of_bounds({"words": 4000, "keep": ["worth keeping"]}, {"words": (None, 3000)})
    {'words': 4000}
    """
    return {
        name: found[name]
        for name, (low, high) in limits.items()
        if (low is not None and amount(found[name]) < low)
        or (high is not None and amount(found[name]) > high)
    }
