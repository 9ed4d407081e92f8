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
    frame = _judgements(codings, value, level)
    marks, values = _marks(frame, level)
    commonest = frame["value"].value_counts(normalize=True)
    # In blocks, because the tables of all draws at once would fill the memory of a small machine.
    blocks = [
        _coefficients(marks, values, level, weights)
        for weights in np.array_split(_weights(marks.shape[1], seed), 10)
    ]
    found = {name: np.concatenate([block[name] for block in blocks]) for name in blocks[0]}
    low, high = zip(*(_middle(drawn) for _, *drawn in found.values()))
    return pd.DataFrame(
        {
            "measure": list(found),
            "value": [value for value, *_ in found.values()],
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
    frame = codings.dropna(subset=[value])
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
    coincidences = _coincidences(counts, weights)
    found = {
        "percent agreement": _percent_agreement(counts, weights),
        "Krippendorff's alpha": _beyond_chance(coincidences, distances, correction=1),
    }
    without_gaps = marks.any(axis=2).all()
    if without_gaps and level == "nominal":
        found["Fleiss' kappa"] = _beyond_chance(coincidences, distances)
    if without_gaps and len(marks) == 2:
        name = "Cohen's kappa" if level == "nominal" else "Cohen's weighted kappa"
        found[name] = _beyond_chance(_cross_tables(*marks, weights), distances)
    return found


def _percent_agreement(counts, weights):
    """Share of the pairs of judgements of one item that are equal."""
    judged = counts.sum(axis=1)
    equal = (counts * (counts - 1)).sum(axis=1)
    return (weights @ equal) / (weights @ (judged * (judged - 1)))


def _cross_tables(one, other, weights):
    """How often each value of one goes with each value of the other: a table a row of weights."""
    return (weights[:, None] * one.T) @ other


def _coincidences(counts, weights):
    """Krippendorff's coincidences: cross tables of all pairs of judgements of one item."""
    weights = weights / (counts.sum(axis=1) - 1)
    tables = _cross_tables(counts, counts, weights)
    # No judgement makes a pair with itself.
    return tables - np.eye(counts.shape[1]) * (weights @ counts)[:, None]


def _beyond_chance(tables, distances, correction=0):
    """1 less the distances seen in each table over those that its margins would give by chance.

    Of coincidences this is Fleiss' kappa, and with a correction of 1, for small samples,
    Krippendorff's alpha; of two coders' cross table it is Cohen's kappa, weighted by the distances.
    """
    rows, columns = tables.sum(axis=2), tables.sum(axis=1)
    seen = np.einsum("dij,dij->d", tables, distances) * (rows.sum(axis=1) - correction)
    chance = np.einsum("di,dj,dij->d", rows, columns, distances)
    return 1 - np.divide(seen, chance, out=np.full_like(chance, np.nan), where=chance > 0)


def _distances(level, values, totals):
    """How much values differ, by the level of measurement (Krippendorff 2019, chap. 12)."""
    if level == "nominal":
        return 1 - np.eye(len(values))[None]
    # Ordinal: how many judgements lie between the two values, their own counted half.
    scores = totals.cumsum(axis=1) - totals / 2 if level == "ordinal" else np.array([values])
    one, other = scores[:, :, None], scores[:, None]
    if level == "ratio":
        return ((one - other) / np.where(one == other, 1, one + other)) ** 2
    return (one - other) ** 2
