"""How far coders agree: percent agreement, Krippendorff's alpha and the kappas."""

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
        for nominal values without gaps also ``Fleiss' kappa`` and, of two coders, ``Cohen's kappa``
        (for other levels the weighted one); with ``value``, ``low`` and ``high`` (middle 95 per
        cent of the bootstrap), ``items``, ``coders``, ``commonest`` and ``commonest_share`` (the
        most frequent value: where one value is very frequent, the coefficients can be low although
        coders nearly always agree).

    Raises
    ------
    SinorusError
        If columns are missing, the level is unknown or does not fit the values, or fewer than two
        coders share an item.

    Notes
    -----
    1 is full agreement, 0 what chance would give; where all judgements are one value, the
    coefficients are not defined. Items that only one coder judged do not count. Everything is
    computed here, in numpy, and the tests check it against published values, NLTK, scikit-learn and
    statsmodels. Agreement between runs of one language model shows consistency, not reliability.

    References
    ----------
    Krippendorff, Klaus. 2019. *Content Analysis: An Introduction to Its Methodology*. 4th ed.,
    chap. 12.
    Cohen, Jacob. 1960. "A Coefficient of Agreement for Nominal Scales." *Educational and
    Psychological Measurement* 20 (1): 37-46.
    Cohen, Jacob. 1968. "Weighted Kappa." *Psychological Bulletin* 70 (4): 213-220.
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
    if not isinstance(value, str):
        raise SinorusError('Name the column that is compared, such as value="cameo_root".')
    if type(seed) is not int or seed < 0:
        raise SinorusError("A seed is a whole number from 0 upwards, such as seed=0.")
    need(codings, ["coder_id", "locator", value], "agreement", "codings", typed=[value])
    frame = _judgements(codings, value, level)
    marks, values = _marks(frame, level)
    commonest = frame["value"].value_counts(normalize=True)
    # In blocks, because ordinal distances of all draws at once fill the memory of a small machine.
    blocks = [
        _coefficients(marks, values, level, weights)
        for weights in np.array_split(_weights(marks.shape[1], seed), 10)
    ]
    found = {name: np.concatenate([block[name] for block in blocks]) for name in blocks[0]}
    low, high = zip(*(_middle(drawn) for _, *drawn in found.values()))
    return pd.DataFrame(
        {
            "measure": list(found),
            "value": [undrawn for undrawn, *_ in found.values()],
            "low": low,
            "high": high,
            "items": marks.shape[1],
            "coders": len(marks),
            "commonest": commonest.index[0],
            "commonest_share": commonest.iloc[0],
        }
    )


def _judgements(codings, value, level):
    """Coder, item and value of all judgements of items that two or more coders judged."""
    frame = codings.dropna(subset=["coder_id", "locator", value])
    item = frame["locator"].astype(str)
    if "unit" in frame:
        item = item + " " + frame["unit"].astype(str)
    frame = pd.DataFrame(
        {"coder": frame["coder_id"].astype(str), "item": item, "value": frame[value]}
    )
    if level != "nominal":
        frame["value"] = _numbers(frame["value"], value, level)
    frame = frame.drop_duplicates(["coder", "item"])
    frame = frame[frame.groupby("item")["coder"].transform("size") > 1]
    if frame["coder"].nunique() < 2:
        raise SinorusError("Agreement needs at least two coders who judged the same items.")
    return frame


def _numbers(values, column, level):
    """The values as numbers, or a sentence that names the first that cannot be taken so."""
    numbers = pd.to_numeric(values, errors="coerce").astype(float)
    unfit = ~np.isfinite(numbers)
    if unfit.any():
        raise SinorusError(
            f'The level "{level}" needs numbers, and the column {column} holds'
            f' "{values[unfit].iloc[0]}". Use level="nominal".'
        )
    if level == "ratio" and (numbers < 0).any():
        raise SinorusError(
            f'The level "ratio" needs numbers from 0 upwards, and the column {column} holds'
            f' "{values[numbers < 0].iloc[0]}". Use level="interval".'
        )
    return numbers


def _marks(frame, level):
    """Coders x items x values, 1 where the coder gave the item the value; and the values."""
    coders, _ = pd.factorize(frame["coder"])
    items, _ = pd.factorize(frame["item"], sort=True)
    codes, values = pd.factorize(frame["value"], sort=level != "nominal")
    marks = np.zeros((coders.max() + 1, items.max() + 1, len(values)))
    marks[coders, items, codes] = 1
    return marks, values


def _weights(items, seed):
    """How often each item counts: first each once, then as often as it is drawn, 1,000 times."""
    draws = np.random.default_rng(seed).integers(items, size=(1000, items))
    return np.vstack([np.ones(items), *(np.bincount(draw, minlength=items) for draw in draws)])


def _middle(drawn):
    """Ends of the middle 95 per cent, without the draws in which nothing is defined."""
    return np.full(2, np.nan) if np.isnan(drawn).all() else np.nanquantile(drawn, [0.025, 0.975])


def _coefficients(marks, values, level, weights):
    """Every coefficient that the judgements allow, once for each row of weights."""
    counts = marks.sum(axis=0)
    distances = _distances(level, values, weights @ counts)
    found = {
        "percent agreement": _percent_agreement(counts, weights),
        "Krippendorff's alpha": _krippendorffs_alpha(marks, weights, distances),
    }
    without_gaps = marks.any(axis=2).all()
    if without_gaps and level == "nominal":
        found["Fleiss' kappa"] = _fleiss_kappa(marks, weights, distances)
    if without_gaps and len(marks) == 2:
        name = "Cohen's kappa" if level == "nominal" else "Cohen's weighted kappa"
        found[name] = _cohens_kappa(marks, weights, distances)
    return found


def _percent_agreement(counts, weights):
    """Share of the pairs of judgements of one item that are equal."""
    judged = counts.sum(axis=1)
    equal = (counts * (counts - 1)).sum(axis=1)
    return (weights @ equal) / (weights @ (judged * (judged - 1)))


def _krippendorffs_alpha(marks, weights, distances, correction=1):
    """Compare judgements of one item with those that all coders together gave to all items."""
    totals = weights @ marks.sum(axis=0)
    # The correction is for small samples: no judgement makes a pair with itself.
    chance = _between_all(totals, totals, distances) / (totals.sum(axis=1) - correction)
    # By chance each pair was counted in both directions.
    return _beyond_chance(_within_items(marks, weights, distances), chance / 2)


def _fleiss_kappa(marks, weights, distances):
    """Krippendorff's alpha without the correction for small samples."""
    return _krippendorffs_alpha(marks, weights, distances, correction=0)


def _cohens_kappa(marks, weights, distances):
    """Compare two coders' judgements of one item with what each of them gave to all items."""
    first, second = weights @ marks
    chance = _between_all(first, second, distances) / weights.sum(axis=1)
    return _beyond_chance(_within_items(marks, weights, distances), chance)


def _within_items(marks, weights, distances):
    """Sum of the distances of each two judgements of one item; each judgement weighs the same,
    however many coders judged the item.
    """
    there, codes = marks.any(axis=2), marks.argmax(axis=2)
    pairs = np.triu(np.ones((len(marks), len(marks)), dtype=bool), k=1)[:, :, None]
    first, second, items = np.nonzero(pairs & there[:, None] & there)
    apart = distances[:, codes[first, items], codes[second, items]]
    return ((weights / (there.sum(axis=0) - 1))[:, items] * apart).sum(axis=1)


def _between_all(one, other, distances):
    """Sum of the distances between all judgements of one and all of other, told as counts."""
    return np.einsum("di,dij,dj->d", one, distances, other)


def _beyond_chance(seen, chance):
    """1 less the distances seen over those that chance would give; not a number without any."""
    return 1 - np.divide(seen, chance, out=np.full(len(chance), np.nan), where=chance > 0)


def _distances(level, values, totals):
    """How much each two values differ, by the level (Krippendorff 2019, chap. 12): one square for
    all rows of totals, or, where it depends on them, one for each.
    """
    if level == "nominal":
        return 1 - np.eye(len(values))[None]
    # Ordinal: how many judgements lie between the two values, their own counted half.
    scores = totals.cumsum(axis=1) - totals / 2 if level == "ordinal" else np.array([values])
    one, other = scores[:, :, None], scores[:, None]
    if level == "ratio":
        return ((one - other) / np.where(one == other, 1, one + other)) ** 2
    return (one - other) ** 2
