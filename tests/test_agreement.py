"""Agreement of coders: published values, second opinions of other libraries, and what must hold of
any codings.
"""

from collections import Counter
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sinorus
from sinorus import SinorusError
from sinorus.coder_agreement import _cohens_kappa

LEVELS = ("nominal", "ordinal", "interval", "ratio")


def codings_of(lines):
    """Codings from the coders' lines of values, None where a coder gave none."""
    return pd.DataFrame(
        [
            (f"coder {i:02}", f"item {j:03}", label)
            for i, line in enumerate(lines)
            for j, label in enumerate(line)
            if label is not None
        ],
        columns=["coder_id", "locator", "value"],
    )


def table(lines):
    """Codings from lines of numbers as they are printed, a dot for a gap."""
    return codings_of(
        [None if label == "." else float(label) for label in line.split()] for line in lines
    )


def square(counts):
    """Two coders' codings from their cross table."""
    cells = [(i, j) for i, line in enumerate(counts) for j, n in enumerate(line) for _ in range(n)]
    return codings_of(zip(*cells))


def measured(codings, level="nominal", seed=0):
    return sinorus.agreement(codings, value="value", level=level, seed=seed).set_index("measure")


def value(codings, level="nominal", measure="Krippendorff's alpha"):
    return measured(codings, level).loc[measure, "value"]


def same(one, other):
    """The same coefficients and intervals, but for the last digits."""
    columns = ["value", "low", "high"]
    pd.testing.assert_frame_equal(one[columns], other[columns])


def lines_of(labels, coders):
    """Coders' lines of three to nine such labels."""
    item = st.lists(labels, min_size=coders, max_size=coders)
    return st.lists(item, min_size=3, max_size=9).map(lambda items: list(zip(*items)))


two = lines_of(st.integers(0, 3), 2)
full = st.integers(2, 4).flatmap(lambda coders: lines_of(st.integers(0, 3), coders))
#: With gaps, but for the last item, so that there is something to measure.
gappy = (
    st.integers(2, 4)
    .flatmap(lambda coders: lines_of(st.sampled_from([None, 0, 1, 2, 5]), coders))
    .map(lambda lines: [[*line, 1] for line in lines])
)


# --- published values ----------------------------------------------------------------------------

FOUR = table(
    [
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    ]
)
THREE = table(
    [
        ". . . . . 3 4 1 2 1 1 3 3 . 3",
        "1 . 2 1 3 3 4 3 . . . . . . .",
        ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
    ]
)
TWO = table(["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"])


@pytest.mark.parametrize(
    "codings, level, published",
    [
        (FOUR, "nominal", 0.743),
        (FOUR, "ordinal", 0.815),
        (FOUR, "interval", 0.849),
        (FOUR, "ratio", 0.797),
        (THREE, "nominal", 0.691),
        (THREE, "interval", 0.811),
        (TWO, "nominal", 0.095),
    ],
)
def test_alpha_of_the_literature(codings, level, published):
    assert round(value(codings, level), 3) == published


COHEN = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]


@pytest.mark.parametrize("counts, published", [(COHEN, 0.492), ([[20, 20], [10, 50]], 0.348)])
def test_cohens_kappa_of_the_literature_and_of_a_second_library(counts, published):
    from sklearn.metrics import cohen_kappa_score

    codings = square(counts)
    ours = value(codings, measure="Cohen's kappa")
    wide = codings.pivot(index="locator", columns="coder_id", values="value")
    assert round(ours, 3) == published
    assert ours == pytest.approx(cohen_kappa_score(wide["coder 00"], wide["coder 01"]))


def test_weighted_kappa_of_the_literature_and_of_a_second_library():
    """Cohen 1968, with weights 0 1 3 / 1 0 6 / 3 6 0: .348; and the squared distances beside
    statsmodels.
    """
    from statsmodels.stats.inter_rater import cohens_kappa

    weights = np.array([[0, 1, 3], [1, 0, 6], [3, 6, 0]])
    labels = square(COHEN)["value"].to_numpy().reshape(2, -1)
    ours = _cohens_kappa(np.eye(3)[labels], np.ones((1, labels.shape[1])), weights[None])[0]
    assert round(ours, 3) == 0.348
    assert ours == pytest.approx(cohens_kappa(np.array(COHEN), weights=weights).kappa)
    squared = np.array([[(i - j) ** 2 for j in range(3)] for i in range(3)])
    assert value(square(COHEN), "interval", "Cohen's weighted kappa") == pytest.approx(
        cohens_kappa(np.array(COHEN), weights=squared).kappa
    )


def test_fleiss_1971():
    """30 patients, 6 psychiatrists, 5 diagnoses, as statsmodels keeps them for its own tests:
    .4302.
    """
    from statsmodels.stats.tests.test_inter_rater import diagnoses

    assert round(value(codings_of(zip(*diagnoses)), measure="Fleiss' kappa"), 4) == 0.4302


#: A much used worked table: 10 subjects, 14 raters, 5 categories.
FLEISS = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
]


def test_fleiss_kappa_of_the_literature_and_of_a_second_library():
    from statsmodels.stats.inter_rater import fleiss_kappa

    judged = [np.repeat(range(5), line).tolist() for line in FLEISS]
    ours = value(codings_of(zip(*judged)), measure="Fleiss' kappa")
    assert round(ours, 3) == 0.210
    assert ours == pytest.approx(fleiss_kappa(np.array(FLEISS)))


def test_the_prevalence_trap():
    """64 items, 60 to 4 cooperative for both, 58 + 2 agreed: 94 per cent agreement, alpha .471,
    kappa .467.
    """
    made = measured(square([[58, 2], [2, 2]]))
    assert made["value"].round(3).to_dict() == {
        "percent agreement": 0.938,
        "Krippendorff's alpha": 0.471,
        "Fleiss' kappa": 0.467,
        "Cohen's kappa": 0.467,
    }
    assert made["commonest_share"].iloc[0] == pytest.approx(60 / 64)


# --- second opinions -----------------------------------------------------------------------------


def by_nltk(coefficient, items, level="nominal"):
    """NLTK's coefficient of items, each a list of (coder, value), with the distances of the level
    written out once more; not a number where all judgements are one value.
    """
    from nltk.metrics.agreement import AnnotationTask

    counts = Counter(label for item in items for _, label in item)
    ranks = {
        one: sum(counts[other] for other in counts if other < one) + counts[one] / 2
        for one in counts
    }
    distance = {
        "nominal": lambda one, two: float(one != two),
        "ordinal": lambda one, two: (ranks[one] - ranks[two]) ** 2,
        "interval": lambda one, two: (one - two) ** 2,
        "ratio": lambda one, two: ((one - two) / (one + two)) ** 2 if one != two else 0.0,
    }[level]
    judgements = [
        (coder, str(number), label) for number, item in enumerate(items) for coder, label in item
    ]
    task = AnnotationTask(data=judgements, distance=distance)
    return float(getattr(task, coefficient)()) if len(counts) > 1 else np.nan


def items_of(codings):
    """The judgements by item, of items that more than one coder judged."""
    items = codings.groupby("locator")[["coder_id", "value"]]
    return [list(zip(*item.to_numpy().T)) for _, item in items if len(item) > 1]


@pytest.mark.parametrize("level", LEVELS)
@settings(max_examples=25, deadline=None)
@given(lines=gappy)
def test_alpha_is_always_that_of_nltk(level, lines):
    codings = codings_of(lines)
    theirs = by_nltk("alpha", items_of(codings), level)
    assert value(codings, level) == pytest.approx(theirs, nan_ok=True)


@settings(max_examples=25, deadline=None)
@given(gappy)
def test_percent_agreement_counts_pairs(lines):
    codings = codings_of(lines)
    pairs = [
        one == other for item in items_of(codings) for (_, one), (_, other) in combinations(item, 2)
    ]
    assert value(codings, measure="percent agreement") == pytest.approx(np.mean(pairs))


@settings(max_examples=25, deadline=None)
@given(full)
def test_fleiss_kappa_is_always_that_of_two_libraries(lines):
    from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

    ours = value(codings_of(lines), measure="Fleiss' kappa")
    assert ours == pytest.approx(by_nltk("pi", items_of(codings_of(lines))), nan_ok=True)
    if not np.isnan(ours):
        assert ours == pytest.approx(fleiss_kappa(aggregate_raters(np.array(lines).T)[0]))


@settings(max_examples=25, deadline=None)
@given(two)
def test_cohens_kappa_is_always_that_of_two_libraries(lines):
    from sklearn.metrics import cohen_kappa_score

    ours = value(codings_of(lines), measure="Cohen's kappa")
    assert ours == pytest.approx(by_nltk("kappa", items_of(codings_of(lines))), nan_ok=True)
    if not np.isnan(ours):
        assert ours == pytest.approx(cohen_kappa_score(*lines))
        weighted = value(codings_of(lines), "interval", "Cohen's weighted kappa")
        theirs = cohen_kappa_score(*lines, labels=range(4), weights="quadratic")
        assert weighted == pytest.approx(theirs)


@pytest.mark.parametrize("level", LEVELS)
def test_the_interval_is_that_of_1000_draws_by_nltk(level):
    items = items_of(FOUR)
    draws = np.random.default_rng(7).integers(len(items), size=(1000, len(items)))
    drawn = [by_nltk("alpha", [items[place] for place in draw], level) for draw in draws]
    assert measured(FOUR, level, seed=7).loc[
        "Krippendorff's alpha", ["low", "high"]
    ].tolist() == pytest.approx(np.nanquantile(drawn, [0.025, 0.975]))


# --- what must hold of any codings ---------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
@settings(max_examples=15, deadline=None)
@given(lines=gappy, data=st.data())
def test_the_order_of_coders_does_not_matter(level, lines, data):
    mixed = data.draw(st.permutations(lines))
    same(measured(codings_of(lines), level), measured(codings_of(mixed), level))


@settings(max_examples=25, deadline=None)
@given(gappy, st.permutations(["010", "", "+", "joint act"]))
def test_the_names_of_nominal_values_do_not_matter(lines, names):
    codings = codings_of(lines)
    named = codings.assign(value=codings["value"].map(dict(zip([0, 1, 2, 5], names))))
    same(measured(codings), measured(named))


@pytest.mark.parametrize("level", LEVELS)
@settings(max_examples=15, deadline=None)
@given(
    coders=st.integers(2, 4),
    line=st.lists(st.integers(0, 90).map(lambda n: n / 10), min_size=3, max_size=9).filter(
        lambda line: len(set(line)) > 1
    ),
)
def test_perfect_agreement_is_1(level, coders, line):
    made = measured(codings_of([line] * coders), level)
    assert (made[["value", "low", "high"]] == 1).all(axis=None)
    assert len(made) == 2 + (level == "nominal") + (coders == 2)


@settings(max_examples=25, deadline=None)
@given(two)
def test_alpha_of_two_coders_is_scotts_pi_but_for_the_small_sample(lines):
    """1 - alpha is 1 - pi, less one part in as many as there are judgements."""
    judged = [label for line in lines for label in line]
    chance = sum((n / len(judged)) ** 2 for n in Counter(judged).values())
    if chance < 1:
        pi = (np.mean([one == other for one, other in zip(*lines)]) - chance) / (1 - chance)
        made = measured(codings_of(lines))["value"]
        assert made["Fleiss' kappa"] == pytest.approx(pi)
        assert 1 - made["Krippendorff's alpha"] == pytest.approx((1 - pi) * (1 - 1 / len(judged)))


@pytest.mark.parametrize("level", LEVELS)
@settings(max_examples=15, deadline=None)
@given(lines=gappy, alone=st.lists(st.sampled_from([0, 1, 7]), min_size=1, max_size=4))
def test_an_item_of_a_single_coder_is_dropped(level, lines, alone):
    more = [[*lines[0], *alone], *lines[1:]]
    pd.testing.assert_frame_equal(
        measured(codings_of(lines), level), measured(codings_of(more), level)
    )


@pytest.mark.parametrize("column", ["value", "coder_id", "locator"])
def test_a_missing_cell_is_a_missing_judgement(column):
    missing = FOUR.assign(**{column: FOUR[column].where(FOUR["coder_id"] != "coder 00")})
    pd.testing.assert_frame_equal(measured(missing), measured(FOUR[FOUR["coder_id"] != "coder 00"]))


def test_units_of_one_paragraph_are_items_of_their_own():
    codings = codings_of([[1, 2, 3, 3], [1, 2, 3, 1]])
    units = codings.assign(locator="yu-1999 c1", unit=codings["locator"].str[-1].astype(int))
    pd.testing.assert_frame_equal(measured(codings), measured(units))


def test_a_second_judgement_of_one_coder_does_not_count():
    again = FOUR.head(3).assign(value=9.0)
    pd.testing.assert_frame_equal(measured(FOUR), measured(pd.concat([FOUR, again])))


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    "lines", [["4 4 4", "4 4 4"], ["4 . 4 4", "4 4 . 4", ". 4 4 4"], ["4", "4"]]
)
def test_where_all_judgements_are_one_value_nothing_is_defined(level, lines):
    made = measured(table(lines), level)[["value", "low", "high"]]
    assert (made.loc["percent agreement"] == 1).all()
    assert made.drop(index="percent agreement").isna().all(axis=None)


def test_a_draw_without_variety_does_not_spoil_the_interval():
    """With one different item in five, about every third draw has only one value."""
    made = measured(table(["1 1 1 1 2", "1 1 1 1 2"]))
    assert (made[["value", "low", "high"]] == 1).all(axis=None)


TEXT = codings_of([["04", "05", "19", "04", "01"], ["04", "05", "04", "04", "02"]])


@pytest.mark.parametrize("kind", ["int64", "Int64", "float64", "Float64", "category", "object"])
def test_codes_that_were_read_as_numbers_still_work(kind):
    """A spreadsheet turns 04 into 4."""
    numbers = TEXT.assign(value=TEXT["value"].astype(int).astype(kind))
    same(measured(TEXT), measured(numbers))
    assert (measured(numbers)["commonest"] == 4).all()


@pytest.mark.parametrize("level", LEVELS[1:])
def test_numbers_that_were_read_as_text_still_work(level):
    same(measured(TEXT, level), measured(TEXT.assign(value=TEXT["value"].astype(int)), level))


def test_codes_of_different_kinds_do_not_mix():
    mixed = TEXT.assign(value=[*TEXT["value"].head(5), *TEXT["value"].tail(5).astype(int)])
    assert value(mixed, measure="percent agreement") == 0


def test_the_interval_repeats_and_holds_the_value():
    one, other = (measured(FOUR, seed=3) for _ in range(2))
    pd.testing.assert_frame_equal(one, other)
    assert (one["low"] <= one["value"]).all() and (one["value"] <= one["high"]).all()
    assert measured(FOUR, seed=4)["low"].tolist() != one["low"].tolist()


def test_the_coders_of_the_course():
    """Runs of one model agree far more with each other than with the rules: consistency, which
    proves nothing about truth.
    """
    main = sinorus.load("codings").query("unit == 1")
    runs = main[main["coder_id"].str.startswith("model")]
    mixed = main[main["coder_id"].isin(["model-a", "rules"])]
    alpha = [
        sinorus.agreement(codings).set_index("measure").loc["Krippendorff's alpha", "value"]
        for codings in (runs, mixed)
    ]
    assert alpha[0] > alpha[1] > 0


# --- sentences -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "call, message",
    [
        (lambda c: sinorus.agreement(sinorus.load("events")), "coder_id"),
        (lambda c: sinorus.agreement(c, level="cardinal"), "The levels are: nominal"),
        (lambda c: sinorus.agreement(c.query("coder_id == 'rules'")), "at least two coders"),
        (lambda c: sinorus.agreement(c.assign(sign=None), value="sign"), "at least two coders"),
        (lambda c: sinorus.agreement(c, value="sign", level="interval"), 'needs numbers.*"[+0-]"'),
        (lambda c: sinorus.agreement(c.assign(n="inf"), value="n", level="ordinal"), 'holds "inf"'),
        (lambda c: sinorus.agreement(c, value="goldstein", level="ratio"), r'from 0.*"-\d'),
    ],
)
def test_mistakes_get_a_sentence(call, message):
    with pytest.raises(SinorusError, match=message):
        call(sinorus.load("codings"))
