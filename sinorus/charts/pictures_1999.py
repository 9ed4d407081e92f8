"""The spring of 1999 in two halves: who dealt with whom, day by day."""

import altair as alt
import pandas as pd

from .dealings import LANES, RECORD_ONLY, dealings, last_day, night
from .placing import WIDTH, lines, moment, tips, written
from .theme import INK, KINDS

_WAR, _EVE, _AFTER, _MAY, _JUNE = map(
    pd.Timestamp, ("1999-03-24", "1999-05-07", "1999-05-08", "1999-05-31", "1999-06-30")
)
#: Colour within, colour around, shape, by tone.
_LOOKS = {tone: (colour, colour, shape) for tone, (colour, shape, _) in KINDS.items()}
_LOOKS[RECORD_ONLY] = ("white", INK, "diamond")
#: How a kind of act is spoken where a table has one word for it.
_KINDS = {"force": "use of force", "law": "legal step", "sign": "signature", "act": "deed"}
_KINDS |= {"spoken": "speech", "arms": "arms deal"}
_KEY = f"datum.label == '{RECORD_ONLY}' ? datum.label : datum.label + ', told by a report'"
#: Heights in pixels: a line of words, the room between acts, the heading of a lane.
_LINE, _GAP, _HEAD = 14, 6, 22
_MARGIN = 11


def spring_1999(question=True, until=None):
    """Show who dealt with whom in the war over Kosovo, from its first day to the embassy night.

    One mark is one act, at its day and in the lane of those who have a part in it. The acts are the
    rows of the tables ``events`` and ``record`` that begin from 24 March to 7 May 1999, without
    what newspapers and scholars only say. A row of the record that tells an act of a report
    (``event_id``) is one act with it; of the two the one that knows the day better is shown. A line
    to the right of a mark is the time that the act lasted. The night is a line of its own.

    Parameters
    ----------
    question : bool
        Whether the title asks; otherwise it answers.
    until : str, optional
        The last day that is shown, such as ``"25 March"``. Later acts are absent, so that one may
        bet on them.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one an act.

    Raises
    ------
    SinorusError
        If ``until`` is no day between 24 March and 7 May 1999.

    Notes
    -----
    Three powers are three pairs, and what one pair does is read against the other two: so J. S.
    Goldstein and J. R. Freeman study Washington, Moscow and Beijing in "Three-Way Street" (1990).
    Filled marks have a tone, by the code of the act, since a report tells it; what only the public
    record has is hollow and was not coded.

    It cannot show why: that one act comes after another is no cause. Nor is the record whole; it
    has what was looked for and found.

    Examples
    --------
    >>> import sinorus
    >>> early = sinorus.charts.spring_1999(until="25 March")
    >>> sorted(set(sinorus.charts.data(early)["lane"]))
    ['China and the West', 'Russia and the West', 'The war']
    """
    end = last_day(until, _WAR, _EVE)
    acts, title, below = dealings(_WAR, end), "Who deals with whom?", "What comes next?"
    if not question and end == _EVE:
        title, below = "Before the bomb China dealt with both sides", _tally(acts)
    span = f"{_span(_WAR, end)}, the war over Kosovo, one mark an act."
    return _picture(acts, (_WAR, _EVE), title, [span, below], end)


def may_1999(until=None):
    """Show who dealt with whom after the embassy night, to the end of May 1999.

    The acts are chosen and placed as by `spring_1999`, from 8 May on. A mark stands where the day
    is known; a pale box covers all days that are possible where a report says only "after".

    Parameters
    ----------
    until : str, optional
        The last day that is shown, from 8 May to 30 June 1999; 31 May if left out. Later acts are
        absent.

    Returns
    -------
    altair.LayerChart
        Its rows are ``sinorus.charts.data(chart)``, one an act.

    Raises
    ------
    SinorusError
        If ``until`` is no day between 8 May and 30 June 1999.

    Notes
    -----
    J. Priestley's "Chart of Biography" (1765) already drew what is known as a line and what is not
    with dots: a chart of time that gives every act a day invents days.

    It cannot show that the bomb made the difference: many of the same visits may have been planned
    before, and this picture begins with the night.

    Examples
    --------
    >>> import sinorus
    >>> acts = sinorus.charts.data(sinorus.charts.may_1999())
    >>> sorted(set(acts.loc[acts["lane"] == "China and Russia", "tone"]))
    ['only in the public record', 'words']
    """
    end = _MAY if until is None else last_day(until, _AFTER, _JUNE)
    title = "After the bombs: who deals with whom?"
    if end == _MAY:
        title = "After the bombs: quarrel with the West, talk with Russia"
    acts = dealings(_AFTER, end)
    span = f"{_span(_AFTER, end)}, one mark an act. Pale box: the day is not known."
    return _picture(acts, (_AFTER, max(end, _MAY)), title, [span, _tally(acts)], end)


def _span(first, last):
    """The days shown, as a sentence would say them."""
    if first == last:
        return f"{last.day} {last:%B %Y}"
    start = f"{first.day}" if first.month == last.month else f"{first.day} {first:%B}"
    return f"{start} to {last.day} {last:%B %Y}"


def _picture(acts, days, title, below, end):
    acts, height = _placed(acts, days, end)
    first, last = days[0], days[1] + pd.Timedelta(days=1)
    shown = [day for day in pd.date_range(*days) if day in days or day.day in (1, 8, 15, 22)]
    down = alt.Scale(domain=[height, 0], nice=False)
    x = alt.X("at:T", title=None).scale(domain=[moment(first), moment(last)])
    x = x.axis(format="%-d %B", grid=False, values=[moment(day) for day in shown], labelFlush=True)
    y = alt.Y("y:Q", axis=None, scale=down)
    notes = acts.groupby("lane", sort=False, as_index=False)["top"].min()
    notes = notes.assign(
        at=first + pd.Timedelta(hours=6), y=notes["top"] - _HEAD / 2, words=notes["lane"]
    )
    heads = written(notes, x, y, fontWeight="bold", fontSize=13)
    layers = [*_marks(acts, x, y, down), *_act_words(down), heads]
    if end >= _EVE:
        layers += _night_line(days, x, y)
    return alt.layer(*layers, data=acts).properties(
        width=WIDTH,
        height=height,
        title=alt.Title(title, subtitle=below),
        description=_spoken(acts, end),
    )


def _placed(acts, days, end):
    """Give each act a row, and its words the side of its mark on which there is more room."""
    first, noon = days[0], pd.Timedelta(hours=12)
    day = WIDTH / ((days[1] - first).days + 1)
    acts = acts.assign(
        at=(acts["start"] + noon).where(acts["day_known"], acts["start"]),
        end=(acts["end"] + noon).where(acts["day_known"], acts["end"] + 2 * noon),
    )
    # The first lines belong to the night that cuts the spring in two.
    top, lane, rows = 2 * _LINE + _GAP + 4 if end >= _EVE else 0, None, []
    for act in acts.itertuples():
        if act.lane != lane:
            top, lane = top + _HEAD, act.lane
        x, x2 = ((moment - first) / pd.Timedelta(days=1) * day for moment in (act.at, act.end))
        row = {"top": top, "y": top + _LINE / 2, "side": "left", "word_y": top + _LINE / 2}
        if max(x, WIDTH - x2) < WIDTH / 3 or not act.day_known:
            # No room beside it: words stand in a box, or under a line.
            spot, room = (x, WIDTH - x) if act.day_known else (x + 6, x2 - x - 12)
            row["word_y"] += _LINE if act.day_known else 3
        elif WIDTH - x2 >= x:
            spot, room = x2 + _MARGIN, WIDTH - x2 - _MARGIN
        else:
            spot, room, row["side"] = x - _MARGIN, x - _MARGIN, "right"
        words = lines(act.words, room)
        row["word_at"] = first + pd.Timedelta(days=spot / day)
        row["words"] = "\n".join(words)
        bottom = row["word_y"] + (len(words) - 0.5) * _LINE
        row["bottom"] = bottom + (0 if act.day_known else 3)
        top = row["bottom"] + _GAP
        rows.append(row)
    return acts.assign(**pd.DataFrame(rows, index=acts.index)), int(top)


def _marks(acts, x, y, down):
    """A point at the day, a line as long as the act lasted, a box where the day is not known."""
    tones = [tone for tone in _LOOKS if tone in set(acts["tone"])]
    fills, strokes, shapes = zip(*(_LOOKS[tone] for tone in tones))
    key = alt.Legend(
        title=None, labelColor=INK, labelExpr=_KEY, symbolStrokeWidth=1.5, columnPadding=36
    )
    stroke = alt.Stroke("tone:N", legend=key).scale(domain=tones, range=strokes)
    base = alt.Chart().encode(
        x=x,
        y=y,
        tooltip=tips(when="when", what="what", tone="tone", passage="passage", source="source"),
    )
    known = base.transform_filter("datum.day_known")
    yield (
        base.transform_filter("!datum.day_known")
        .mark_rect(fill="#F5F5F5", strokeWidth=1.5, strokeDash=[4, 3])
        .encode(
            x2="end:T",
            y=alt.Y("top:Q", axis=None, scale=down),
            y2="bottom:Q",
            stroke=stroke,
        )
    )
    yield known.mark_rule(strokeWidth=4).encode(x2="end:T", stroke=stroke)
    yield known.mark_point(size=75, strokeWidth=1.5).encode(
        stroke=stroke,
        fill=alt.Fill("tone:N", legend=key).scale(domain=tones, range=fills),
        shape=alt.Shape("tone:N", legend=key).scale(domain=tones, range=shapes),
    )


def _act_words(down):
    """What each act was, beside its mark."""
    x = alt.X("word_at:T")
    for side in ("left", "right"):
        words = alt.Chart().transform_filter(alt.datum.side == side)
        yield words.mark_text(
            align=side, baseline="middle", lineBreak="\n", lineHeight=_LINE
        ).encode(x=x, y=alt.Y("word_y:Q", axis=None, scale=down), text="words:N")


def _night_line(days, x, y):
    """The embassy night: a line at midnight, and what happened beside it."""
    embassy, midnight = night()
    side = "left" if midnight == days[0] else "right"
    shift = pd.Timedelta(days=8 / WIDTH * ((days[1] - days[0]).days + 1))
    row = pd.DataFrame(
        {
            "at": [midnight],
            "word_at": [midnight + (shift if side == "left" else -shift)],
            "y": [_LINE / 2 + 4],
            "words": ["\n".join(lines(embassy.words, WIDTH - 20))],
        }
    )
    line = alt.Chart(row).mark_rule(strokeWidth=2, color=INK).encode(x=x)
    return [line, written(row, alt.X("word_at:T"), y, align=side, lineHeight=_LINE)]


def _tally(acts):
    """How many acts of two lanes are friction, by the reports."""
    told = acts[acts["tone"] != RECORD_ONLY]
    said = []
    for lane in (LANES[1], LANES[3]):
        tones = told.loc[told["lane"] == lane, "tone"].tolist()
        friction = tones.count("friction")
        part = "all" if friction == len(tones) else friction or "none"
        many = "1 act" if len(tones) == 1 else f"{len(tones)} acts"
        said.append(f"{lane} {many}, {part} of friction" if tones else f"{lane} no act")
    return f"By the reports: {'; '.join(said)}."


def _spoken(acts, end):
    embassy, _ = night()
    said = [f"A calendar in lanes to {end.day} {end:%B} 1999, {len(acts)} acts, one mark each."]
    for lane, rows in acts.groupby("lane", sort=False):
        days = rows["when"].str.replace(" 1999", "") + ", " + rows["kind"].replace(_KINDS)
        said.append(f"{lane}: {'; '.join(days)}.")
    if end >= _EVE:
        said.append(f"A line marks the night that cuts the spring in two. {embassy.words}")
    return " ".join(said)
