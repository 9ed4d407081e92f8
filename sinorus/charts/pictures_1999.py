"""The spring of 1999 in two halves: who dealt with whom, day by day."""

import altair as alt
import pandas as pd

from .dealings import LANES, PAIRS, RECORD_ONLY, dealings, last_day, night
from .placing import WIDTH, lines, moment, tips, written
from .theme import INK, KINDS, PALE

_WAR, _EVE, _AFTER, _MAY, _JUNE = map(
    pd.Timestamp, ("1999-03-24", "1999-05-07", "1999-05-08", "1999-05-31", "1999-06-30")
)
#: Colour within, colour around, shape, by tone.
_LOOKS = {tone: (colour, colour, shape) for tone, (colour, shape, _) in KINDS.items()}
_LOOKS[RECORD_ONLY] = ("white", INK, "diamond")
#: How a kind of act is spoken where a table has one word for it.
_KINDS = {"force": "use of force", "law": "legal step", "sign": "signature", "act": "deed"}
_KINDS |= {"spoken": "speech", "arms": "arms deal"}
_KEY = f"datum.label + (datum.label == '{RECORD_ONLY}' ? ', not coded' : ', told by a report')"
#: Kinds of the record in which two sides speak with each other.
_CONTACTS = ("call", "meeting", "visit", "summit")
_NOTHING = {True: "no act in our tables yet", False: "no act in our tables"}
#: Heights in pixels: a line of words, the room between acts, the heading of a lane.
_LINE, _GAP, _HEAD = 14, 6, 22
_MARGIN = 11
#: The words of the night.
_NIGHT = 2 * _LINE + _GAP + 4


def spring_1999(question=True, until=None):
    """Show who dealt with whom in the war over Kosovo, from its first day to the embassy night.

    One mark is one act, at its day and in the lane of those who have a part in it. The acts are the
    rows of the tables ``events`` and ``record`` that begin from 24 March to 7 May 1999, without
    what newspapers and scholars only say. A row of the record that tells an act of a report
    (``event_id``) is one act with it; of the two the one that knows the day better is shown. A thin
    line is the time that the act lasted, with a stroke where it ended. What is said and voted in
    the Security Council has a lane of its own, since there the states speak to the Council and the
    world, and not to each other. The night is a line of its own.

    Parameters
    ----------
    question : bool
        Whether the title asks; otherwise it answers.
    until : str, optional
        The last day that is shown, such as ``"25 March"``. Later acts are absent, so that one may
        bet on them; a pair that has had no act yet keeps its lane.

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
    acts, title = dealings(_WAR, end), "Who deals with whom?"
    below = [f"{_span(_WAR, end)}, in the weeks of the war over Kosovo, one mark an act."]
    if end < _EVE:
        title = f"By {_EVE.day} {_EVE:%B}: which pair will have most acts?"
        below.append(
            "China and the West, Russia and the West, or China and Russia? Every mark counts."
        )
    elif not question:
        title = "Before the bomb China dealt with both sides"
        below.append(_tally(acts))
    return _picture(acts, (_WAR, _EVE), title, below, end)


def may_1999(until=None):
    """Show who dealt with whom after the embassy night, to the end of May 1999.

    The acts are chosen and placed as by `spring_1999`, from 8 May on. A mark stands where the day
    is known; where a report says only "after", it stands in a dashed box that covers all days that
    are possible.

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
    ['words']
    """
    end = _MAY if until is None else last_day(until, _AFTER, _JUNE)
    title = "After the bombs: who deals with whom?"
    if end == _MAY:
        title = "After the bombs: quarrel with the West, talk with Russia"
    acts = dealings(_AFTER, end)
    span = f"{_span(_AFTER, end)}, one mark an act."
    below = [f"{span} In a dashed box: on one of its days, not known which.", _tally(acts)]
    if end == _MAY:
        below += _against(acts)
    return _picture(acts, (_AFTER, max(end, _MAY)), title, below, end)


def _span(first, last):
    """The days shown, as a sentence would say them."""
    if first == last:
        return f"{last.day} {last:%B %Y}"
    start = f"{first.day}" if first.month == last.month else f"{first.day} {first:%B}"
    return f"{start} to {last.day} {last:%B %Y}"


def _picture(acts, days, title, below, end):
    acts, heads, height = _placed(acts, days, end)
    first, last = days[0], days[1] + pd.Timedelta(days=1)
    shown = [day for day in pd.date_range(*days) if day in days or day.day in (1, 8, 15, 22)]
    down = alt.Scale(domain=[height, 0], nice=False)
    days_shown = alt.Scale(domain=[moment(first), moment(last)])
    x = alt.X("at:T", title=None, scale=days_shown)
    x = x.axis(format="%-d %B", grid=False, values=[moment(day) for day in shown], labelFlush=True)
    y = alt.Y("y:Q", axis=None, scale=down)
    bold = written(heads[heads["head"]], x, y, fontWeight="bold", fontSize=13)
    layers = [*_marks(acts, x, y, days_shown, down), *_act_words(down), bold]
    if not heads["head"].all():
        layers.append(written(heads[~heads["head"]], x, y, dx=14, fontStyle="italic"))
    if end >= _EVE:
        layers += _night_line(days, height, x, y)
    return alt.layer(*layers, data=acts).properties(
        width=WIDTH,
        height=height,
        title=alt.Title(title, subtitle=below),
        description=_spoken(acts, end, end < days[1]),
    )


def _placed(acts, days, end):
    """Give each lane its room, each act a row, and its words the side on which there is more."""
    first, noon = days[0], pd.Timedelta(hours=12)
    acts = acts.assign(
        at=(acts["start"] + noon).where(acts["day_known"], acts["start"]),
        end=(acts["end"] + noon).where(acts["day_known"], acts["end"] + 2 * noon),
    )
    # The words of the night come first where it opens the picture, and last where it ends it.
    night_first = end >= _EVE and days[0] > _EVE
    top, rows, heads = _NIGHT if night_first else 0, [], []
    start = first + pd.Timedelta(hours=6)
    for lane in LANES:
        own = acts[acts["lane"] == lane]
        if own.empty and lane not in PAIRS:
            continue
        top += _HEAD
        heads.append({"at": start, "y": top - _HEAD / 2, "words": lane, "head": True})
        for act in own.itertuples():
            row = _row(act, top, first, WIDTH / ((days[1] - first).days + 1))
            top = row["bottom"] + _GAP
            rows.append(row)
        if own.empty:
            words = _NOTHING[end < days[1]]
            heads.append({"at": start, "y": top + _LINE / 2, "words": words, "head": False})
            top += _LINE + _GAP
    if end >= _EVE and not night_first:
        top += _NIGHT
    placed = pd.DataFrame(rows).set_index("act_id")
    return acts.drop(columns="words").join(placed, on="act_id"), pd.DataFrame(heads), int(top)


def _row(act, top, first, day):
    """The places of one act's mark and words."""
    x, x2 = ((moment - first) / pd.Timedelta(days=1) * day for moment in (act.at, act.end))
    row = {"act_id": act.act_id, "top": top, "y": top + _LINE / 2, "side": "left"}
    row |= {"word_y": row["y"], "mark_at": act.at}
    if not act.day_known:
        # In a box, mark and words.
        row["mark_at"] = act.at + pd.Timedelta(days=12 / day)
        row["y"] = row["word_y"] = row["word_y"] + 3
        spot, room = x + 12 + _MARGIN, x2 - x - 24 - _MARGIN
    elif max(x, WIDTH - x2) < WIDTH / 3:
        # No room beside it: words stand under a line.
        spot, room = x, WIDTH - x
        row["word_y"] += _LINE
    elif WIDTH - x2 >= x:
        spot, room = x2 + _MARGIN, WIDTH - x2 - _MARGIN
    else:
        spot, room, row["side"] = x - _MARGIN, x - _MARGIN, "right"
    words = lines(act.words, room)
    bottom = row["word_y"] + (len(words) - 0.5) * _LINE + (0 if act.day_known else 3)
    return row | {
        "word_at": first + pd.Timedelta(days=spot / day),
        "words": "\n".join(words),
        "bottom": bottom,
    }


def _marks(acts, x, y, scale, down):
    """A point at the day, a thin line while the act lasted, a box where the day is not known."""
    tones = [tone for tone in _LOOKS if tone in set(acts["tone"])]
    fills, strokes, shapes = zip(*(_LOOKS[tone] for tone in tones))
    key = alt.Legend(
        title=None,
        labelColor=INK,
        labelExpr=_KEY,
        symbolStrokeWidth=1.5,
        columnPadding=34,
        labelLimit=300,
    )
    stroke = alt.Stroke("tone:N", legend=key).scale(domain=tones, range=strokes)
    base = alt.Chart().encode(
        x=x,
        y=y,
        tooltip=tips(when="when", what="what", tone="tone", passage="passage", source="source"),
    )
    yield (
        base.transform_filter("!datum.day_known")
        .mark_rect(fill="#F5F5F5", stroke=PALE, strokeDash=[4, 3])
        .encode(x2="end:T", y=alt.Y("top:Q", axis=None, scale=down), y2="bottom:Q")
    )
    lasted = base.transform_filter("datum.day_known && datum.end > datum.at")
    yield lasted.mark_rule().encode(x2="end:T")
    # An end to the line, unless the act goes on.
    over = lasted.transform_filter("!datum.goes_on")
    end = alt.X("end:T", scale=scale)
    yield over.mark_tick(orient="vertical", size=11, thickness=1, color=INK).encode(x=end)
    yield base.mark_point(size=75, strokeWidth=1.5).encode(
        x=alt.X("mark_at:T", scale=scale),
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


def _night_line(days, height, x, y):
    """The embassy night: a line at midnight, and what happened beside it."""
    embassy, midnight = night()
    side = "left" if midnight == days[0] else "right"
    shift = pd.Timedelta(days=8 / WIDTH * ((days[1] - days[0]).days + 1))
    row = pd.DataFrame(
        {
            "at": [midnight],
            "word_at": [midnight + (shift if side == "left" else -shift)],
            "y": [_LINE / 2 + 4 + (0 if side == "left" else height - _NIGHT)],
            "words": ["\n".join(lines(embassy.words, WIDTH - 20))],
        }
    )
    line = alt.Chart(row).mark_rule(strokeWidth=2, color=INK).encode(x=x)
    return [line, written(row, alt.X("word_at:T"), y, align=side, lineHeight=_LINE)]


def _tally(acts):
    """How many acts of two lanes are friction, by the reports."""
    told = acts[acts["tone"] != RECORD_ONLY]
    said = []
    for lane in (PAIRS[0], PAIRS[2]):
        tones = told.loc[told["lane"] == lane, "tone"].tolist()
        friction = tones.count("friction")
        part = "all" if friction == len(tones) else friction or "none"
        many = "" if said else " act" if len(tones) == 1 else " acts"
        counted = f"{lane} {len(tones)}{many}, {part} of friction"
        said.append(counted if tones else f"{lane} no act")
    return f"By the reports: {'; '.join(said)}."


def _against(acts):
    """What only the record tells of contact with the West, which the tally does not count."""
    contact = acts[
        (acts["tone"] == RECORD_ONLY) & (acts["lane"] == PAIRS[0]) & acts["kind"].isin(_CONTACTS)
    ]
    if contact.empty:
        return []
    said = [f"a {act.kind} on {act.when.replace(' 1999', '')}" for act in contact.itertuples()]
    return [
        f"Uncounted, and against this title: {' and '.join(said)} with the West,"
        " told by the record only."
    ]


def _spoken(acts, end, early):
    embassy, _ = night()
    said = [f"A calendar in lanes to {end.day} {end:%B} 1999, {len(acts)} acts, one mark each."]
    for lane in LANES:
        rows = acts[acts["lane"] == lane]
        days = rows["when"].str.replace(" 1999", "") + ", " + rows["kind"].replace(_KINDS)
        if len(rows) or lane in PAIRS:
            said.append(f"{lane}: {'; '.join(days) or _NOTHING[early]}.")
    if end >= _EVE:
        said.append(f"A line marks the night that cuts the spring in two. {embassy.words}")
    return " ".join(said)
