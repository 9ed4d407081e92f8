"""How far coders agree: percent agreement, Krippendorff's alpha and the kappas."""

from collections import Counter

import numpy as np
import pandas as pd

from .errors import SinorusError
from .tables import need

_LEVELS = ("nominal", "ordinal", "interval", "ratio")


def agreement(codings, value="cameo_root", level="nominal", seed=0):
    """Measure how far coders agree: percent agreement and Krippendorff's alpha, with a bootstrap
    interval.

    Parameters
    ----------
    codings : pandas.DataFrame
        One row a judgement: ``coder_id``, ``locator``, optionally ``unit``, and the value.
        Judgements that are missing may be missing.
    value : str
        The column that is compared.
    level : {"nominal", "ordinal", "interval", "ratio"}
        How differences count: codes and signs are nominal, scores may be taken as ordinal or
        interval.
    seed : int
        Start of the random draws of the bootstrap (1,000 draws of items), so that results repeat.

    Returns
    -------
    pandas.DataFrame
        One row a measure: ``percent agreement`` over pairs of judgements, ``Krippendorff's alpha``,
        for nominal values
        without gaps also ``Fleiss' kappa`` and, of two coders, ``Cohen's kappa`` (for other levels
        the weighted one); with ``value``, ``low`` and ``high`` (middle 95 per
        cent of the bootstrap), ``items``, ``coders``, ``commonest`` and ``commonest_share`` (the
        most frequent value: where one
        value is very frequent, the coefficients can be low although coders nearly always agree).

    Raises
    ------
    SinorusError
        If columns are missing, the level is unknown, or fewer than two coders share an item.

    Notes
    -----
    The coefficients are computed by NLTK; 1 is full agreement, 0 what chance would give. Where all
    judgements are
    one value they are not defined. Agreement between runs of one language model shows consistency,
    not reliability.

    References
    ----------
    Krippendorff, Klaus. 2019. *Content Analysis: An Introduction to Its Methodology*. 4th ed.,
    chap. 12.
    Cohen, Jacob. 1960. "A Coefficient of Agreement for Nominal Scales." *Educational and
    Psychological Measurement* 20 (1): 37-46.
    Fleiss, Joseph L. 1971. "Measuring Nominal Scale Agreement among Many Raters." *Psychological
    Bulletin* 76 (5): 378-382.

    Examples
    --------
    >>> import pandas as pd, sinorus
    >>> codings = pd.DataFrame(
    ...     {"coder_id": list("aabb"), "locator": list("xyxy"), "code": list("1212")})
    >>> sinorus.agreement(codings, value="code")["value"].tolist()
    [1.0, 1.0, 1.0, 1.0]
    """
    if level not in _LEVELS:
        raise SinorusError(
            f'There is no level "{str(level)[:40]}". The levels are: {", ".join(_LEVELS)}.'
        )
    need(codings, ["coder_id", "locator", value], "agreement")
    frame = codings.dropna(subset=[value])
    item = frame["locator"].astype(str) + (
        " " + frame["unit"].astype(str) if "unit" in frame else ""
    )
    if level != "nominal":
        numbers = pd.to_numeric(frame[value], errors="coerce")
        if numbers.isna().any():
            raise SinorusError(
                f'The level "{level}" needs numbers, and the column {value} holds'
                f' "{frame.loc[numbers.isna(), value].iloc[0]}". Use level="nominal".'
            )
        frame = frame.assign(**{value: numbers.astype(float)})
    frame = pd.DataFrame(
        {"coder": frame["coder_id"].astype(str), "item": item, "value": frame[value]}
    ).drop_duplicates(["coder", "item"])
    frame = frame[frame.groupby("item")["coder"].transform("size") > 1]
    if frame["coder"].nunique() < 2:
        raise SinorusError("Agreement needs at least two coders who judged the same items.")
    items = [
        list(zip(group["coder"], group["value"])) for _, group in frame.groupby("item", sort=True)
    ]
    coders = frame["coder"].nunique()
    names = ["percent agreement", "Krippendorff's alpha"]
    if all(len(item) == coders for item in items):
        if level == "nominal":
            names += ["Fleiss' kappa", *(["Cohen's kappa"] if coders == 2 else [])]
        elif coders == 2:
            names += ["Cohen's weighted kappa"]
    draws = np.random.default_rng(seed).integers(len(items), size=(1000, len(items)))
    counts = frame["value"].value_counts(normalize=True)
    rows = []
    for name in names:
        sampled = [_COEFFICIENTS[name]([items[place] for place in draw], level) for draw in draws]
        low, high = (
            np.nanquantile(sampled, [0.025, 0.975])
            if not np.isnan(sampled).all()
            else (np.nan, np.nan)
        )
        rows.append(
            [
                name,
                _COEFFICIENTS[name](items, level),
                low,
                high,
                len(items),
                coders,
                counts.index[0],
                counts.iloc[0],
            ]
        )
    return pd.DataFrame(
        rows,
        columns=[
            "measure",
            "value",
            "low",
            "high",
            "items",
            "coders",
            "commonest",
            "commonest_share",
        ],
    )


def _percent(items, _):
    """Share of the pairs of judgements of one item that are equal."""
    pairs = equal = 0
    for item in items:
        pairs += len(item) * (len(item) - 1)
        equal += sum(count * (count - 1) for count in Counter(value for _, value in item).values())
    return equal / pairs


def weighted_kappa(pairs, distance):
    """Cohen's weighted kappa of two coders.

    Parameters
    ----------
    pairs : list of tuple
        Both coders' values, item by item.
    distance : callable
        How much two values differ: 0 if not at all.

    Returns
    -------
    float
        1 is full agreement, 0 what chance would give; not a number where both always give one
        value.

    References
    ----------
    Cohen, Jacob. 1968. "Weighted Kappa." *Psychological Bulletin* 70 (4): 213-220.

    Examples
    --------
    >>> from sinorus.coder_agreement import weighted_kappa
    >>> round(weighted_kappa([(1, 1), (2, 2), (3, 2), (1, 3)], lambda one, two: abs(one - two)), 3)
    0.143
    """
    seen = sum(distance(one, two) for one, two in pairs) / len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    chance = (
        sum(n * m * distance(one, two) for one, n in first.items() for two, m in second.items())
        / len(pairs) ** 2
    )
    return 1 - seen / chance if chance else float("nan")


def _weighted(items, level):
    """Weighted kappa with the distances of the level; who coded first is told by name."""
    counts = Counter(value for item in items for _, value in item)
    return weighted_kappa(
        [tuple(value for _, value in sorted(item)) for item in items], _distance(level, counts)
    )


def _by_nltk(coefficient):
    """A coefficient of NLTK's AnnotationTask; not a number where all judgements are the same
    value.
    """

    def compute(items, level):
        from nltk.metrics.agreement import AnnotationTask

        counts = Counter(value for item in items for _, value in item)
        if len(counts) < 2:
            return float("nan")
        judgements = [
            (coder, str(number), value)
            for number, item in enumerate(items)
            for coder, value in item
        ]
        return float(
            getattr(
                AnnotationTask(data=judgements, distance=_distance(level, counts)), coefficient
            )()
        )

    return compute


#: NLTK's pi is the form for several coders, which is Fleiss' kappa.
_COEFFICIENTS = {
    "percent agreement": _percent,
    "Krippendorff's alpha": _by_nltk("alpha"),
    "Fleiss' kappa": _by_nltk("pi"),
    "Cohen's kappa": _by_nltk("kappa"),
    # NLTK's weighted kappa does not give the published value.
    "Cohen's weighted kappa": _weighted,
}


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
