"""Measures of the field on the course's tables: dyads, cooperation, agreement, and the way out to GDELT."""

from collections import Counter

import numpy as np
import pandas as pd

from .errors import SinorusError
from .tables import load

#: How each scale scores a row, and which scores it calls conflict.
_SCALES = {
    "goldstein": (lambda frame: frame["goldstein"], lambda frame: frame["quad_class"].isin([3, 4])),
    "plover": (lambda frame: frame["plover_score"], lambda frame: frame["plover_score"] < 0),
    "sign": (lambda frame: frame["sign"].map({"+": 1, "0": 0, "-": -1}).astype("Float64"), lambda frame: frame["sign"] == "-"),
}
_LEVELS = ("nominal", "ordinal", "interval", "ratio")


def _need(frame, columns, what):
    missing = [column for column in columns if not isinstance(frame, pd.DataFrame) or column not in frame.columns]
    if missing:
        raise SinorusError(f"{what} needs a table with the columns {', '.join(columns)}; {', '.join(missing)} is missing. Start from sinorus.load and keep its columns.")
    if frame.empty:
        raise SinorusError(f"{what} was given no rows. Loosen the filter and try again.")


def dyads(events):
    """Turn events into directed pairs: one row for each source and each target.

    A joint act (``reciprocal``) gives a row in both directions, a visit one for the visitor (042, make a
    visit) and one for the host (043, host a visit), as CAMEO prescribes; several actors give a row for
    each pair. Acts without a target have no dyad and are left out.

    Parameters
    ----------
    events : pandas.DataFrame
        Rows of the table ``events``.

    Returns
    -------
    pandas.DataFrame
        The columns of ``events``, with one actor in ``source`` and one in ``target``; code, label, quad class and
        Goldstein score are those of the direction.

    Raises
    ------
    SinorusError
        If the rows are not those of the table ``events``.

    References
    ----------
    Schrodt, Philip A. 2012. *CAMEO: Conflict and Mediation Event Observations. Event and Actor Codebook*, version 1.1b3.

    Examples
    --------
    >>> import sinorus
    >>> events = sinorus.load("events")
    >>> visit = events[events["event_id"] == "2000-07-18-a"]
    >>> sinorus.dyads(visit)[["source", "target", "cameo_code"]].values.tolist()
    [['RUS', 'CHN', '042'], ['CHN', 'RUS', '043']]
    """
    _need(events, ["event_id", "source", "target", "source_role", "target_role", "reciprocal", "cameo_code"], "dyads")
    there = events.dropna(subset=["target"])
    there = there.assign(source=there["source"].str.split(";"), target=there["target"].str.split(";")).explode("source").explode("target")
    back = there[there["reciprocal"].fillna(False) | there["cameo_code"].isin(["042", "043"])]
    back = back.rename(columns={"source": "target", "target": "source", "source_role": "target_role", "target_role": "source_role"})
    back = back.assign(cameo_code=back["cameo_code"].replace({"042": "043", "043": "042"}))[list(there.columns)]
    both = pd.concat([there.assign(_way=0), back.assign(_way=1)])
    both = both[both["source"] != both["target"]].sort_values("_way", kind="stable").sort_index(kind="stable").drop(columns="_way")
    both = both.drop_duplicates(["event_id", "source", "target", "cameo_code"]).reset_index(drop=True)
    codes = load("cameo").set_index("cameo_code")
    derived = {"cameo_label": "label", "quad_class": "quad_class", "goldstein": "goldstein"}
    return both.assign(**{column: both["cameo_code"].map(codes[name]) for column, name in derived.items() if column in both})


def cooperation(events, by, scale="goldstein"):
    """Sum up how cooperative a set of acts is, by group: always count, mean, sum and share of conflict together.

    A sum rewards whoever lists more, a mean hides how much there was; the share of conflict ignores both
    scores. A claim that holds on one of them only is weak.

    Parameters
    ----------
    events : pandas.DataFrame
        Rows of ``events``, or dyads of them.
    by : str or list of str
        The column or columns that make the groups.
    scale : {"goldstein", "plover", "sign"}
        Goldstein's scale in its CAMEO form (-10 to +10), PLOVER's score (-10 to +10), or the course's sign (-1, 0, +1).

    Returns
    -------
    pandas.DataFrame
        One row a group: ``n`` (acts), ``scored`` (acts that have a score), ``mean``, ``sum``, ``conflict_share``
        (by quad class 3 or 4 for Goldstein, by a negative score otherwise).

    Raises
    ------
    SinorusError
        If a column is missing or the scale is unknown.

    References
    ----------
    Goldstein, Joshua S. 1992. "A Conflict-Cooperation Scale for WEIS Events Data." *Journal of Conflict Resolution* 36 (2): 369-385.

    Examples
    --------
    >>> import sinorus
    >>> events = sinorus.load("events")
    >>> list(sinorus.cooperation(events, "issue").columns)
    ['issue', 'n', 'scored', 'mean', 'sum', 'conflict_share']
    """
    if scale not in _SCALES:
        raise SinorusError(f"There is no scale \"{str(scale)[:40]}\". The scales are: {', '.join(_SCALES)}.")
    by = [by] if isinstance(by, str) else list(by)
    _need(events, [*by, *{"goldstein": ["goldstein", "quad_class"], "plover": ["plover_score"], "sign": ["sign"]}[scale]], "cooperation")
    score, conflict = _SCALES[scale]
    scored = events.assign(_score=score(events), _conflict=conflict(events).astype("Float64"))
    groups = scored.groupby(by, sort=True, observed=True, dropna=False)
    return groups.agg(n=("_score", "size"), scored=("_score", "count"), mean=("_score", "mean"), sum=("_score", "sum"),
                      conflict_share=("_conflict", "mean")).reset_index()


def agreement(codings, value="cameo_root", level="nominal", seed=0):
    """Measure how far coders agree: percent agreement and Krippendorff's alpha, with a bootstrap interval.

    Parameters
    ----------
    codings : pandas.DataFrame
        One row a judgement: ``coder_id``, ``locator``, optionally ``unit``, and the value. Judgements that are missing may be missing.
    value : str
        The column that is compared.
    level : {"nominal", "ordinal", "interval", "ratio"}
        How differences count: codes and signs are nominal, scores may be taken as ordinal or interval.
    seed : int
        Start of the random draws of the bootstrap (1,000 draws of items), so that results repeat.

    Returns
    -------
    pandas.DataFrame
        One row a measure: ``percent agreement`` over pairs of judgements, ``Krippendorff's alpha``, for nominal values
        without gaps also ``Fleiss' kappa`` and, of two coders, ``Cohen's kappa``; with ``value``, ``low`` and ``high`` (middle 95 per
        cent of the bootstrap), ``items``, ``coders``, ``commonest`` and ``commonest_share`` (the most frequent value: where one
        value is very frequent, the coefficients can be low although coders nearly always agree).

    Raises
    ------
    SinorusError
        If columns are missing, the level is unknown, or fewer than two coders share an item.

    Notes
    -----
    The coefficients are computed by NLTK; 1 is full agreement, 0 what chance would give. Where all judgements are
    one value they are not defined. Agreement between runs of one language model shows consistency, not reliability.

    References
    ----------
    Krippendorff, Klaus. 2019. *Content Analysis: An Introduction to Its Methodology*. 4th ed., chap. 12.
    Cohen, Jacob. 1960. "A Coefficient of Agreement for Nominal Scales." *Educational and Psychological Measurement* 20 (1): 37-46.
    Fleiss, Joseph L. 1971. "Measuring Nominal Scale Agreement among Many Raters." *Psychological Bulletin* 76 (5): 378-382.

    Examples
    --------
    >>> import pandas as pd, sinorus
    >>> codings = pd.DataFrame({"coder_id": ["a", "a", "b", "b"], "locator": ["x", "y", "x", "y"], "code": ["1", "2", "1", "2"]})
    >>> sinorus.agreement(codings, value="code")["value"].tolist()
    [1.0, 1.0, 1.0, 1.0]
    """
    if level not in _LEVELS:
        raise SinorusError(f"There is no level \"{str(level)[:40]}\". The levels are: {', '.join(_LEVELS)}.")
    _need(codings, ["coder_id", "locator", value], "agreement")
    frame = codings.dropna(subset=[value])
    item = frame["locator"].astype(str) + (" " + frame["unit"].astype(str) if "unit" in frame else "")
    if level != "nominal":
        numbers = pd.to_numeric(frame[value], errors="coerce")
        if numbers.isna().any():
            raise SinorusError(f"The level \"{level}\" needs numbers, and the column {value} holds \"{frame.loc[numbers.isna(), value].iloc[0]}\". Use level=\"nominal\".")
        frame = frame.assign(**{value: numbers.astype(float)})
    frame = pd.DataFrame({"coder": frame["coder_id"].astype(str), "item": item, "value": frame[value]}).drop_duplicates(["coder", "item"])
    frame = frame[frame.groupby("item")["coder"].transform("size") > 1]
    if frame["coder"].nunique() < 2:
        raise SinorusError("Agreement needs at least two coders who judged the same items.")
    items = [list(zip(group["coder"], group["value"])) for _, group in frame.groupby("item", sort=True)]
    coders = frame["coder"].nunique()
    names = ["percent agreement", "Krippendorff's alpha"]
    if level == "nominal" and all(len(item) == coders for item in items):
        names += ["Fleiss' kappa", *(["Cohen's kappa"] if coders == 2 else [])]
    draws = np.random.default_rng(seed).integers(len(items), size=(1000, len(items)))
    counts = frame["value"].value_counts(normalize=True)
    rows = []
    for name in names:
        sampled = [_COEFFICIENTS[name]([items[place] for place in draw], level) for draw in draws]
        low, high = np.nanquantile(sampled, [0.025, 0.975]) if not np.isnan(sampled).all() else (np.nan, np.nan)
        rows.append([name, _COEFFICIENTS[name](items, level), low, high, len(items), coders, counts.index[0], counts.iloc[0]])
    return pd.DataFrame(rows, columns=["measure", "value", "low", "high", "items", "coders", "commonest", "commonest_share"])


def _percent(items, _):
    """Share of the pairs of judgements of one item that are equal."""
    pairs = equal = 0
    for item in items:
        pairs += len(item) * (len(item) - 1)
        equal += sum(count * (count - 1) for count in Counter(value for _, value in item).values())
    return equal / pairs


def _by_nltk(coefficient):
    """A coefficient of NLTK's AnnotationTask; not a number where all judgements are the same value."""
    def compute(items, level):
        from nltk.metrics.agreement import AnnotationTask
        counts = Counter(value for item in items for _, value in item)
        if len(counts) < 2:
            return float("nan")
        judgements = [(coder, str(number), value) for number, item in enumerate(items) for coder, value in item]
        return float(getattr(AnnotationTask(data=judgements, distance=_distance(level, counts)), coefficient)())
    return compute


#: NLTK's pi is the form for several coders, which is Fleiss' kappa.
_COEFFICIENTS = {"percent agreement": _percent, "Krippendorff's alpha": _by_nltk("alpha"), "Fleiss' kappa": _by_nltk("pi"), "Cohen's kappa": _by_nltk("kappa")}


def _distance(level, counts):
    """How much two values differ, by the level of measurement (Krippendorff 2019, chap. 12)."""
    if level == "nominal":
        return lambda one, two: float(one != two)
    if level == "interval":
        return lambda one, two: (one - two) ** 2
    if level == "ratio":
        return lambda one, two: ((one - two) / (one + two)) ** 2 if one != two else 0.0
    # Ordinal: how many judgements lie between the two values, their own counted half.
    ranks, below = {}, 0
    for value in sorted(counts):
        ranks[value] = below + counts[value] / 2
        below += counts[value]
    return lambda one, two: (ranks[one] - ranks[two]) ** 2


#: The columns of GDELT 1.0 event files, in order.
GDELT_COLUMNS = [
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{number}{name}" for number in (1, 2) for name in (
        "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code")),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")),
    "DATEADDED", "SOURCEURL"]
#: Actor codes of the course that are organisations: GDELT has them as known groups, not as countries.
_GROUPS = {"NAT": "NAT", "UNO": "UNO", "EUR": "EUR", "IMF": "IMF", "WTO": "WTO", "S5": "S5", "SCO": "SCO"}


def to_gdelt(events):
    """Write events with the column names of GDELT 1.0, so that recipes for the large dataset work on them.

    One row a dyad (see `dyads`), dated by the first day. What the course does not know (tone, coordinates,
    numbers of articles) is left empty, never guessed; ``FractionDate`` is left empty because its documented formula does not
    fit GDELT's own rows. ``SOURCEURL`` holds the locators of the passages.

    Parameters
    ----------
    events : pandas.DataFrame
        Rows of the table ``events``.

    Returns
    -------
    pandas.DataFrame
        The 58 columns of a GDELT 1.0 event file, in its order.

    Raises
    ------
    SinorusError
        If the rows are not those of the table ``events``.

    References
    ----------
    Leetaru, Kalev, and Philip A. Schrodt. 2013. "GDELT: Global Data on Events, Location, and Tone." ISA Annual Convention.

    Examples
    --------
    >>> import sinorus
    >>> gdelt = sinorus.to_gdelt(sinorus.load("events"))
    >>> len(gdelt.columns), gdelt.columns[1]
    (58, 'SQLDATE')
    """
    _need(events, ["event_id", "start", "place", "n_mentions", "n_reports"], "to_gdelt")
    pairs = dyads(events)
    places = load("mentions").groupby("event_id")["locator"].agg(";".join)
    out = {
        "GLOBALEVENTID": range(1, len(pairs) + 1), "SQLDATE": pairs["start"].dt.strftime("%Y%m%d").astype("Int64"),
        "MonthYear": pairs["start"].dt.strftime("%Y%m").astype("Int64"), "Year": pairs["start"].dt.year.astype("Int64"),
        "IsRootEvent": 1, "EventCode": pairs["cameo_code"], "EventBaseCode": pairs["cameo_code"].str[:3], "EventRootCode": pairs["cameo_code"].str[:2],
        "QuadClass": pairs["quad_class"], "GoldsteinScale": pairs["goldstein"], "NumMentions": pairs["n_mentions"], "NumSources": pairs["n_reports"],
        "ActionGeo_FullName": pairs["place"], "SOURCEURL": pairs["event_id"].map(places)}
    for number, side in ((1, "source"), (2, "target")):
        actor, role = pairs[side], pairs[f"{side}_role"]
        group = actor.map(_GROUPS)
        out |= {f"Actor{number}Code": actor + role.fillna(""), f"Actor{number}CountryCode": actor.where(group.isna()),
                f"Actor{number}KnownGroupCode": group, f"Actor{number}Type1Code": role}
    return pd.DataFrame(out).reindex(columns=GDELT_COLUMNS)
