"""Exercises of 00_start_here."""

from ...tables import load
from ..exercise import Exercise, Mistake


def _told():
    """How many acts each report speaks of, the most talkative first."""
    return load("mentions").groupby("report_id")["event_id"].nunique().sort_values(ascending=False)


EDITION = 1
EXERCISES = (
    Exercise(
        id="00.1",
        title="Which report speaks of most acts?",
        form="text",
        answer=lambda: _told().index[0],
        right=lambda: (
            f"yu-2000 speaks of {_told().iloc[0]} acts, the next report of {_told().iloc[1]}. It"
            " prints the longer chronology: a long list shows a diligent editor before it shows a"
            " busy relationship."
        ),
        also=(
            "yu2000",
            "yu 2000",
            "the report yu-2000",
            "Yu Bin, yu-2000",
            "Yu Bin (yu-2000)",
            "Yu Bin 2000",
            "Yu Bin, July 2000",
        ),
        mistakes=(
            Mistake(
                "author instead of report",
                "Yu Bin",
                "Yu Bin wrote two of the five reports. Give the report, as its lane is named, for"
                " example miller-2002.",
            ),
            Mistake(
                "the grey window",
                "yu-1999",
                "That lane is well filled where the grey window stands at first, but the window is"
                " only a magnifying glass. Compare the whole upper part.",
            ),
            Mistake(
                "long time for many acts",
                "gpr-web",
                "That report looks back over many years, but it speaks of few acts in each. Count"
                " marks, not years.",
            ),
            Mistake(
                "spread for number",
                "miller-2002",
                "Its marks are spread out, so they are easy to see. Where marks lie close together"
                " there are more.",
            ),
            Mistake(
                "shortest report",
                "monitor-2000",
                "That is the shortest report, about one visit. Look for the lane with the densest"
                " crowd.",
            ),
        ),
        pointer="Compare the two crowded springs in the upper part: which crowd is denser?",
        first_step=(
            'the line sinorus.load("mentions").groupby("report_id")["event_id"].nunique() counts'
            " the acts of which each report speaks."
        ),
    ),
)
