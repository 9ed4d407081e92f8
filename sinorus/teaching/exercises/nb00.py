"""Exercises of 00_start_here."""

from ...tables import load
from ..exercise import Exercise, Mistake


def _told():
    """How many acts each report speaks of, the most talkative first."""
    return load("mentions").groupby("report_id")["event_id"].nunique().sort_values(ascending=False)


def _right():
    told = _told()
    return (
        f"yu-2000 speaks of {told.iloc[0]} acts, the next report of {told.iloc[1]}. It prints the"
        " longer chronology: a long list shows a diligent editor before it shows a busy"
        " relationship."
    )


EDITION = 1
EXERCISES = (
    Exercise(
        id="00.1",
        title="Which report speaks of most acts?",
        form="text",
        answer=lambda: _told().index[0],
        right=_right,
        also=("yu bin (yu-2000)", "yu bin 2000", "yu 2000", "yu-2000, written july 2000"),
        mistakes=(
            Mistake(
                "author instead of report",
                "Yu Bin",
                "Yu Bin wrote two of the five reports. Give the report, as its lane is named, for"
                " example miller-2002.",
                "yu-1999 c1",
            ),
            Mistake(
                "the grey window",
                "yu-1999",
                "That lane is well filled where the grey window stands at first, but the window is"
                " only a magnifying glass. Compare the whole upper part.",
                "yu-1999 c12",
            ),
            Mistake(
                "long time for many acts",
                "gpr-web",
                "That report looks back over many years, but it speaks of few acts in each. Count"
                " marks, not years.",
                "gpr-web ¶6",
            ),
            Mistake(
                "spread for number",
                "miller-2002",
                "Its marks are spread out, so they are easy to see. Where marks lie close together"
                " there are more.",
                "miller-2002 ¶10",
            ),
            Mistake(
                "shortest report",
                "monitor-2000",
                "That is the shortest report, about one visit. Look for the lane with the densest"
                " crowd.",
                "monitor-2000 ¶1",
            ),
        ),
        reread="yu-2000 c40",
        pointer="Compare the two crowded springs in the upper part: which crowd is denser?",
        first_step=(
            'the line sinorus.load("mentions")["report_id"].value_counts() counts the passages of'
            " each report that speak of an act."
        ),
    ),
)
