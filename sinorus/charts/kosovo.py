"""Pictures of the Kosovo session: seven votes and one number."""

import re

import altair as alt
import pandas as pd

from ..tables import load
from .day_line import day_of
from .placing import WIDTH, written
from .theme import CATEGORIES, GREY, INK

#: The votes of the Security Council on Kosovo, and a word for what each was about.
VOTES = {
    "1998-03-31-vote": "no weapons for\nYugoslavia",
    "1998-09-23-vote": "a ceasefire",
    "1998-10-24-vote": "observers",
    "1998-11-17-vote": "arrests",
    "1999-03-26-vote": "stop the\nbombing",
    "1999-05-14-vote": "help for\nrefugees",
    "1999-06-10-vote": "the peace",
}
_STATES = {"China": "CHN", "Russia": "RUS"}
#: How a state can vote on these texts: colour within, shape.
_CAST = {"yes": (CATEGORIES[0], "circle"), "abstained": ("white", "square")}
_GROUPS = {"said": "#C3CFDC", "ordered": "#6B8CB5", "delivered": "#123F73"}


def votes_1999(question=True, until=None):
    """Show how China and Russia voted on Kosovo in the Security Council, 1998 and 1999.

    Parameters
    ----------
    question : bool
        Whether the title asks. Otherwise it answers, and equal votes are joined by a line.
    until : str, optional
        The last day that is shown, such as ``"14 May"``. A later vote keeps its place, with a
        question mark, so that one may bet on it.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, two a vote.

    Raises
    ------
    SinorusError
        If ``until`` is no day.

    Notes
    -----
    All votes on Kosovo that were found are here; one, on arrests for the tribunal in The Hague,
    is on it only in part. To choose the three that make a pattern would be to choose the pattern. A
    veto of China on 25 February 1999, over a force for neighbouring Macedonia, is not among them.
    E. Voeten ("Data and Analyses of Voting in the United Nations General Assembly", 2013) warns
    that who votes alike depends on what is put to the vote.

    It cannot show why a state voted as it did. China abstains on every text that was adopted, so
    the two can be alike there only where Russia abstains too.

    Examples
    --------
    >>> import sinorus
    >>> rows = sinorus.charts.data(sinorus.charts.votes_1999())
    >>> rows[rows["state"] == "China"]["vote"].value_counts().to_dict()
    {'abstained': 6, 'yes': 1}
    """
    cast = _cast(day_of(until, "until"))
    alike = cast.groupby("record_id")["vote"].transform("nunique").eq(1) & cast["known"]
    cast = cast.assign(alike=alike)
    scale = alt.Scale(domain=[-0.5, len(VOTES) - 0.5])
    x = alt.X("place:Q", axis=None, scale=scale)
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[-0.8, 2.0], nice=False))
    names, (colours, shapes) = list(_CAST), zip(*_CAST.values())
    named = alt.Legend(title=None)
    marks = (
        alt.Chart()
        .mark_point(size=260, stroke=INK, strokeWidth=2)
        .transform_filter("datum.known")
        .encode(
            x=x,
            y=y,
            fill=alt.Fill("vote:N", legend=named, scale=alt.Scale(domain=names, range=colours)),
            shape=alt.Shape("vote:N", legend=named, scale=alt.Scale(domain=names, range=shapes)),
            tooltip=["when:N", "state:N", "vote:N", "what:N"],
        )
    )
    one = cast[cast["state"] == "China"]
    parts = [marks, *_vote_words(cast, one, x, y)]
    if not question:
        joined = one[one["alike"]].assign(top=1.0)
        bar = alt.Chart(joined).mark_rule(strokeWidth=14, color="#CBB6DD", strokeCap="round")
        parts.insert(0, bar.encode(x=x, y=alt.Y("low:Q", axis=None), y2="top:Q"))
    title = "Seven votes on Kosovo: when do China and Russia vote alike?"
    if not question and until is None:
        count = f"{one['alike'].sum()} of {len(one)}"
        title = f"Alike in {count} votes: China abstains on all that was adopted"
    return alt.layer(*parts, data=cast).properties(
        width=WIDTH,
        height=235,
        title=alt.Title(
            title,
            subtitle=[
                "UN Security Council: six texts on Kosovo, one on arrests."
                " All but that of 26 March 1999 were adopted.",
                "Where the record does not name Russia's yes, it follows from the count.",
            ],
        ),
        description=" ".join(
            f"{row.when}, {row.about.replace(chr(10), ' ')}: "
            + (f"China {row.vote}, Russia {row.russia}." if row.known else "not shown yet.")
            for row in one.itertuples()
        ),
    )


def _cast(until):
    """One row for each vote and state."""
    record = load("record").set_index("record_id")
    rows = []
    for place, (record_id, about) in enumerate(VOTES.items()):
        act = record.loc[record_id]
        votes = {state: _vote(act["numbers"], code) for state, code in _STATES.items()}
        for state, vote in votes.items():
            rows.append(
                {
                    "record_id": record_id,
                    "place": place,
                    "row": float(state == "China"),
                    "low": 0.0,
                    "state": state,
                    "vote": vote,
                    "russia": votes["Russia"],
                    "when": act["when"],
                    "about": about,
                    "what": act["what"],
                    "known": until is None or act["start"] <= until,
                }
            )
    return pd.DataFrame(rows)


def _vote(numbers, code):
    said = re.search(rf"\b{code}: (\w+)", numbers)[1]
    return {"for": "yes", "abstaining": "abstained"}.get(said, said)


def _vote_words(cast, one, x, y):
    """The words above, below and beside the marks, and what happened between the votes."""
    short = one["when"].str.replace(r"^(\d+ \w{3})\w* (\d{4})$", r"\1\n\2", regex=True)
    # Words of one line stand as low as those of two.
    about = one["about"].where(one["about"].str.contains("\n"), "\n" + one["about"])
    above = one.assign(words=about)
    below = one.assign(words=short, row=0.0)
    unknown = cast[~cast["known"]].assign(words="?")
    states = pd.DataFrame({"words": list(_STATES), "row": [1.0, 0.0]})
    between = pd.DataFrame({"place": [3.5, 4.5], "words": ["air war\nbegins", "embassy\nis hit"]})
    middle = {"align": "center"}
    yield written(above, x, y, **middle, baseline="bottom", dy=-31)
    yield written(below, x, y, **middle, baseline="top", dy=16, color=GREY)
    yield written(unknown, x, y, **middle, fontSize=24, fontWeight="bold", color=CATEGORIES[2])
    yield written(states, alt.value(-8), y, align="right", fontSize=13, fontWeight="bold")
    yield alt.Chart(between).mark_rule(strokeDash=[4, 4], color=CATEGORIES[2]).encode(x=x)
    yield written(between, x, alt.value(4), dx=4, baseline="top", color=CATEGORIES[2])


def fighters():
    """Show Su-30 fighters for China as they were said, ordered and, by the end of 2003, delivered.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one a figure.

    Notes
    -----
    All figures are those of the column ``numbers`` of three acts of the record. A range is drawn
    from its least to its most. O. Morgenstern ("On the Accuracy of Economic Observations", 1950)
    asks of every figure who counted it, when and for whom; the three groups are three such answers.

    It cannot show what a contract said, for none was read: orders and deliveries are estimates of
    a register and of the trade press.

    Examples
    --------
    >>> import sinorus
    >>> rows = sinorus.charts.data(sinorus.charts.fighters())
    >>> rows[rows["group"] == "delivered"]["most"].tolist()
    [0, 10, 38, 57, 76]
    """
    rows = _aircraft()
    y = alt.Y("what:N", sort=None, title=None)
    y = y.axis(labelLimit=280, ticks=False, domain=False, labelPadding=8)
    x = alt.X("least:Q", axis=None, scale=alt.Scale(domain=[0, 88], nice=False))
    colour = alt.Color("group:N", title=None)
    colour = colour.scale(domain=list(_GROUPS), range=list(_GROUPS.values()))
    bars = alt.Chart().mark_bar(height=15, stroke=INK, strokeWidth=0.6)
    words = alt.Chart().mark_text(align="left", dx=6, fontWeight="bold")
    return alt.layer(
        bars.encode(x=x, x2="most:Q", y=y, color=colour, tooltip=["what:N", "words:N"]),
        words.encode(x=alt.X("most:Q"), y=y, text="words:N"),
        data=rows,
    ).properties(
        width=WIDTH - 220,
        height=alt.Step(24),
        title=alt.Title(
            "What was said, ordered and delivered: Su-30 fighters for China",
            subtitle="By two orders, to 2003 (a third followed); deliveries are added up",
        ),
        description=" ".join(f"{row.what}: {row.words}." for row in rows.itertuples()),
    )


def _aircraft():
    record = load("record").set_index("record_id")["numbers"]
    said = re.findall(r"aircraft \(([^)]+)\): (\d+)(?: to (\d+))?", record["1999-06-letter"])
    rows = [(f"said: {paper}", int(a), int(b or a), "said") for paper, a, b in said]
    # The newspaper said it first; the rest go from much to little.
    rows.sort(key=lambda row: -row[2])
    for year, count in re.findall(r"Su-30 ordered in (\d{4}): (\d+)", record["1999-order"]):
        rows.append((f"ordered in {year}", 0, int(count), "ordered"))
    came = [(1999, 0), *re.findall(r"(\d{4}): (\d+)", record["2000-delivery"])]
    whole = 0
    for year, count in came:
        whole += int(count)
        rows.append((f"there by the end of {year}", 0, whole, "delivered"))
    table = pd.DataFrame(rows, columns=["what", "least", "most", "group"])
    ranged = (table["group"] == "said") & (table["least"] < table["most"])
    table["words"] = table["most"].astype(str)
    table.loc[ranged, "words"] = table["least"].astype(str) + " to " + table["words"]
    return table.assign(least=table["least"].where(ranged, 0))
