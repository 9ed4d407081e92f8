"""Dyads, cooperation and the export, by hand-made cases."""

import contextlib
import io

import numpy as np
import pandas as pd
import pytest

import sinorus
from sinorus import SinorusError
from sinorus.gdelt import GDELT_COLUMNS


@pytest.fixture(scope="module")
def events():
    return sinorus.load("events")


def one(**changes):
    """A made-up event in the columns of the table."""
    row = {
        "event_id": "2000-01-01-a",
        "source": "RUS",
        "target": "CHN",
        "source_role": "MIL",
        "target_role": "GOV",
        "reciprocal": False,
        "cameo_code": "010",
        "cameo_label": "x",
        "quad_class": 1,
        "goldstein": 0.0,
        "sign": "+",
    }
    return pd.DataFrame([row | changes])


def pairs(frame):
    return sinorus.dyads(frame)[["source", "target", "cameo_code"]].values.tolist()


# --- dyads ---------------------------------------------------------------------------------------


def test_a_statement_has_one_direction():
    assert pairs(one()) == [["RUS", "CHN", "010"]]


def test_a_visit_becomes_visitor_and_host():
    made = sinorus.dyads(one(cameo_code="042"))
    assert made[["source", "target", "cameo_code", "goldstein"]].values.tolist() == [
        ["RUS", "CHN", "042", 1.9],
        ["CHN", "RUS", "043", 2.8],
    ]
    assert made["source_role"].tolist() == ["MIL", "GOV"]


def test_a_joint_act_goes_both_ways():
    assert pairs(one(cameo_code="057", reciprocal=True)) == [
        ["RUS", "CHN", "057"],
        ["CHN", "RUS", "057"],
    ]


def test_several_actors_make_several_pairs_but_none_with_oneself():
    made = pairs(one(source="CHN;RUS", target="CHN;USA"))
    assert sorted(made) == [["CHN", "USA", "010"], ["RUS", "CHN", "010"], ["RUS", "USA", "010"]]
    assert pairs(one(source="CHN;RUS", target="CHN;RUS", cameo_code="046", reciprocal=True)) == [
        ["CHN", "RUS", "046"],
        ["RUS", "CHN", "046"],
    ]


def test_acts_without_target_have_no_dyad():
    assert sinorus.dyads(pd.concat([one(), one(target=None)])).shape[0] == 1


def test_dyads_of_the_course(events):
    made = sinorus.dyads(events)
    assert (
        made["source"].str.fullmatch(r"[A-Z0-9]{2,4}").all()
        and made["target"].str.fullmatch(r"[A-Z0-9]{2,4}").all()
    )
    assert set(made["event_id"]) == set(
        events.dropna(subset=["target"]).query("source != target")["event_id"]
    )
    assert (made["cameo_code"] == "042").sum() == (made["cameo_code"] == "043").sum() > 0
    assert list(made.columns) == list(events.columns)


# --- cooperation ---------------------------------------------------------------------------------


def test_sum_and_mean_tell_different_stories():
    """Four acts (1.9, 2.8, 7.0, 8.0): the sum 19.7, the mean 4.925."""
    rows = pd.DataFrame(
        {
            "year": [1, 1, 1, 1, 2],
            "goldstein": [1.9, 2.8, 7.0, 8.0, 8.0],
            "quad_class": [1, 1, 1, 1, 3],
        }
    )
    made = sinorus.cooperation(rows, "year").set_index("year")
    assert made.loc[1].round(3).tolist() == [4, 4, 4.925, 19.7, 0.0]
    assert made.loc[2].tolist() == [1, 1, 8.0, 8.0, 1.0]


def test_missing_scores_are_counted_apart():
    rows = pd.DataFrame({"g": ["a", "a"], "goldstein": [2.0, None], "quad_class": [1, 4]})
    made = sinorus.cooperation(rows, "g").iloc[0]
    assert (made["n"], made["scored"], made["mean"], made["conflict_share"]) == (2, 1, 2.0, 0.5)


@pytest.mark.parametrize("scale", ["goldstein", "plover", "sign"])
def test_every_scale_on_the_course(events, scale):
    made = sinorus.cooperation(events, ["issue", "sign"], scale=scale)
    assert made["n"].sum() == len(events)
    assert made["conflict_share"].between(0, 1).all()
    assert np.allclose((made["mean"] * made["scored"]).astype(float), made["sum"].astype(float))


@pytest.mark.parametrize(
    "call, message",
    [
        (
            lambda e: sinorus.cooperation(e, "issue", scale="joy"),
            "The scales are: goldstein, plover, sign",
        ),
        (lambda e: sinorus.cooperation(e, "nosuch"), "nosuch is missing"),
        (lambda e: sinorus.cooperation(e.head(0), "issue"), "no rows"),
        (lambda e: sinorus.dyads(e.drop(columns="target")), "target is missing"),
        (lambda e: sinorus.dyads("events"), "needs a table"),
        (lambda e: sinorus.to_gdelt(e[["event_id"]]), "is missing"),
    ],
)
def test_mistakes_get_a_sentence(events, call, message):
    with pytest.raises(SinorusError, match=message):
        call(events)


# --- the way out ---------------------------------------------------------------------------------


def test_gdelt_columns_are_those_of_version_1():
    assert len(GDELT_COLUMNS) == 58 == len(set(GDELT_COLUMNS))
    assert GDELT_COLUMNS[25:35] == [
        "IsRootEvent",
        "EventCode",
        "EventBaseCode",
        "EventRootCode",
        "QuadClass",
        "GoldsteinScale",
        "NumMentions",
        "NumSources",
        "NumArticles",
        "AvgTone",
    ]
    assert GDELT_COLUMNS[-2:] == ["DATEADDED", "SOURCEURL"]


def test_a_recipe_for_the_real_dataset_reads_the_export(events):
    """Written to a tab-separated file and read as GDELT files are read: no header, columns by name,
    codes as text.
    """
    made = sinorus.to_gdelt(events)
    file = io.StringIO(made.to_csv(sep="\t", header=False, index=False))
    read = pd.read_csv(
        file,
        sep="\t",
        header=None,
        names=GDELT_COLUMNS,
        dtype={"EventCode": str, "EventBaseCode": str, "EventRootCode": str},
    )
    read["date"] = pd.to_datetime(read["SQLDATE"].astype(str), format="%Y%m%d")
    pair = read[(read["Actor1CountryCode"] == "RUS") & (read["Actor2CountryCode"] == "CHN")]
    monthly = pair.groupby(pair["date"].dt.to_period("M"))["GoldsteinScale"].agg(["count", "mean"])
    own = sinorus.dyads(events).query("source == 'RUS' and target == 'CHN'")
    assert monthly["count"].sum() == len(own)
    assert monthly.loc["2000-04", "mean"] == pytest.approx(
        own[own["start"].dt.to_period("M") == "2000-04"]["goldstein"].astype(float).mean()
    )
    assert read["EventRootCode"].str.fullmatch(r"\d\d").all() and set(read["QuadClass"]) <= {
        1,
        2,
        3,
        4,
    }
    assert made["AvgTone"].isna().all() and made["ActionGeo_Lat"].isna().all()


def test_actors_have_names(events):
    made = sinorus.to_gdelt(events)
    assert made[["Actor1Name", "Actor2Name"]].notna().all().all()
    pairs = made.groupby(["Actor1Name", "Actor1Code"]).size()
    assert {"CHINA", "RUSSIA", "UNITED STATES", "NATO"} <= set(made["Actor1Name"])
    assert len(pairs) >= made["Actor1Name"].nunique()


def test_the_first_of_a_month_is_marked_where_it_is_no_day(events):
    made = sinorus.to_gdelt(events, precision=True)
    assert list(made.columns[:58]) == GDELT_COLUMNS == list(sinorus.to_gdelt(events).columns)
    pairs = sinorus.dyads(events)
    assert made["DatePrecision"].tolist() == pairs["precision"].tolist()
    vague = made[~made["DayIsKnown"]]
    assert len(vague) and set(vague["DatePrecision"]).isdisjoint({"day", "day_range"})
    busiest = made["SQLDATE"].value_counts().index[0]
    known = made.loc[made["DayIsKnown"], "SQLDATE"].value_counts().index[0]
    assert busiest % 100 == 1 and known % 100 != 1
    with pytest.raises(SinorusError, match="True or False"):
        sinorus.to_gdelt(events, precision="day")


# --- frames that lost their types -----------------------------------------------------------------


def through_csv(table, folder):
    """A table saved with to_csv and read again with read_csv, as everybody does it."""
    path = folder / "saved.csv"
    sinorus.load(table).to_csv(path, index=False)
    return pd.read_csv(path)


CURE = r"Start again from sinorus\.load"


@pytest.mark.parametrize(
    "function",
    [
        sinorus.dyads,
        sinorus.to_gdelt,
        sinorus.charts.timeline,
        lambda events: sinorus.cooperation(events.assign(quad_class="1"), "issue"),
        lambda events: sinorus.agreement(through_csv("codings", events), "cameo_code"),
    ],
    ids=["dyads", "to_gdelt", "timeline", "cooperation", "agreement"],
)
def test_a_frame_that_lost_its_types_is_refused_with_the_cure(function, tmp_path, request):
    given = tmp_path if "agreement" in request.node.name else through_csv("events", tmp_path)
    if "cooperation" in request.node.name:
        given = sinorus.load("events")
    with pytest.raises(SinorusError, match=CURE):
        function(given)


@pytest.mark.parametrize("code", ["13y", "999", "4", ""])
def test_an_unknown_code_is_refused(code):
    events = sinorus.load("events")
    events.loc[0, "cameo_code"] = code
    for function in (sinorus.dyads, sinorus.to_gdelt):
        with pytest.raises(SinorusError, match="is no code of CAMEO"):
            function(events)


def test_a_frame_read_as_the_guide_says_is_computed_alike(tmp_path):
    """What data/README.md shows for plain pandas gives the same numbers as sinorus.load."""
    path = tmp_path / "saved.csv"
    events = sinorus.load("events")
    events.to_csv(path, index=False)
    numbers = ["quad_class", "goldstein", "plover_score", "n_mentions", "n_reports"]
    read = pd.read_csv(path, dtype="str", parse_dates=["start", "end"])
    read[numbers] = read[numbers].apply(pd.to_numeric)
    read["reciprocal"] = read["reciprocal"] == "True"
    for one, other in ((sinorus.dyads(read), sinorus.dyads(events)),):
        assert one["cameo_code"].tolist() == other["cameo_code"].tolist()
    pd.testing.assert_frame_equal(
        sinorus.cooperation(read, "issue"), sinorus.cooperation(events, "issue"), check_dtype=False
    )


# --- odd tables and odd questions -----------------------------------------------------------------


@pytest.mark.parametrize(
    "by", [None, ..., 3, [], (), "", [""], ["issue", "issue"], [["issue"]], [None], [3], "nope"]
)
def test_an_odd_grouping_gets_a_sentence(by):
    with pytest.raises(SinorusError):
        sinorus.cooperation(sinorus.load("events"), by)


@pytest.mark.parametrize("by", [("issue",), {"issue"}, pd.Index(["issue"]), {"issue": 1}])
def test_columns_may_stand_in_any_collection(by):
    events = sinorus.load("events")
    made = sinorus.cooperation(events, by)
    pd.testing.assert_frame_equal(made, sinorus.cooperation(events, "issue"))


@pytest.mark.parametrize("scale", [["goldstein"], {}, None, 3, ..., "Goldstein"])
def test_an_odd_scale_gets_a_sentence(scale):
    with pytest.raises(SinorusError, match="The scales are: goldstein, plover, sign"):
        sinorus.cooperation(sinorus.load("events"), "issue", scale=scale)


def test_a_group_cannot_take_the_name_of_a_result():
    events = sinorus.load("events").rename(columns={"issue": "n"})
    with pytest.raises(SinorusError, match="another name"):
        sinorus.cooperation(events, "n")


def test_no_score_at_all_is_said_and_not_summed_up():
    events = sinorus.load("events").assign(sign="plus")
    with pytest.raises(SinorusError, match="No row has a score"):
        sinorus.cooperation(events, "issue", scale="sign")


@pytest.mark.parametrize("column", ["event_id", "source", "gist", "goldstein", "start"])
@pytest.mark.parametrize(
    "function",
    [
        sinorus.dyads,
        sinorus.to_gdelt,
        lambda events: sinorus.cooperation(events, "issue"),
        sinorus.charts.timeline,
    ],
    ids=["dyads", "to_gdelt", "cooperation", "timeline"],
)
def test_a_column_that_stands_twice_is_named(function, column):
    events = sinorus.load("events")
    with pytest.raises(SinorusError, match=f"{column} more than once"):
        function(pd.concat([events, events[[column]]], axis=1))


@pytest.mark.parametrize("column", ["coder_id", "locator", "cameo_root"])
def test_agreement_names_a_column_that_stands_twice(column):
    codings = sinorus.load("codings")
    with pytest.raises(SinorusError, match=f"{column} more than once"):
        sinorus.agreement(pd.concat([codings, codings[[column]]], axis=1))


@pytest.mark.parametrize(
    "asked", [{"value": None}, {"value": ["cameo_root"]}, {"seed": -1}, {"seed": "a"}]
)
def test_agreement_answers_odd_questions_with_a_sentence(asked):
    with pytest.raises(SinorusError, match="such as"):
        sinorus.agreement(sinorus.load("codings"), **asked)


@pytest.mark.parametrize("column", sinorus.load("events").columns)
def test_a_missing_column_never_shows_a_traceback(column):
    events = sinorus.load("events").drop(columns=column)
    for function in (sinorus.dyads, sinorus.to_gdelt):
        with contextlib.suppress(SinorusError):
            assert len(function(events))


def test_codes_as_a_category_are_refused_with_the_cure():
    events = sinorus.load("events")
    for column in ("cameo_code", "reciprocal"):
        with pytest.raises(SinorusError, match=CURE):
            sinorus.dyads(events.assign(**{column: events[column].astype("category")}))


FORECAST = {
    "day": "2000-06-02",
    "question": "Will he come?",
    "sure": 70,
    "came": False,
    "settled": "2000-07-17",
    "outcome": "17 July: he comes",
}


def drawn(**other):
    return sinorus.charts.forecasts(pd.DataFrame([{**FORECAST, **other}])).to_dict()


def test_forecasts_read_back_from_a_file_are_drawn_alike():
    """Every text is true, also the text "False": what did not come must not be drawn as come."""
    rows = [
        drawn(**other)["datasets"]
        for other in ({}, {"came": "False"}, {"sure": "70"}, {"came": True}, {"came": "True"})
    ]
    assert rows[0] == rows[1] == rows[2] != rows[3] == rows[4]


@pytest.mark.parametrize(
    "other",
    [
        *({"day": None}, {"day": "soon"}, {"settled": None}, {"question": None}),
        *({"sure": None}, {"sure": "often"}, {"sure": 700}, {"sure": [1]}),
        *({"came": None}, {"came": "perhaps"}),
    ],
)
def test_forecasts_that_cannot_be_drawn_name_the_column(other):
    with pytest.raises(SinorusError, match=f"in each row {next(iter(other))} is"):
        drawn(**other)


def test_a_table_with_a_column_twice_is_shown():
    events = sinorus.load("events").head(2)
    twice = pd.concat([events, events[["event_id"]]], axis=1)
    assert sinorus.show(twice) == sinorus.show(events)
    for columns in ([["when"]], 3, [None]):
        with pytest.raises(SinorusError, match="has no column"):
            sinorus.table(events, columns)
