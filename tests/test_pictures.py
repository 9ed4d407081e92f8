"""The pictures of the course: what they draw is what the tables have, and it can be read."""

import itertools
import json
import os
import re
import shutil

import pandas as pd
import pytest
from build_gallery import DOCS, GALLERY, chart_of, gallery
from charting import problems, specs

import sinorus
from sinorus import SinorusError, charts
from sinorus.charts.dealings import COUNCIL, LANES, PAIRS, RECORD_ONLY, lane_of
from sinorus.charts.placing import WIDTH, lines, stacked

PICTURES = {
    **{name: line for name, (_, line) in GALLERY.items()},
    "spring-1999-answer": "sinorus.charts.spring_1999(question=False)",
    "may-1999-long": 'sinorus.charts.may_1999("30 June")',
    "timeline-long": 'sinorus.charts.timeline(sinorus.load("events"))',
    "timeline-few": 'sinorus.charts.timeline(sinorus.load("events").query("start < \'1990\'"))',
}
#: A notebook in JupyterLab on a screen 820 pixels wide leaves so much room.
ROOM = 644


@pytest.fixture(scope="module")
def drawn():
    return {name: chart_of(line) for name, line in PICTURES.items()}


@pytest.fixture(scope="module")
def spec_of(drawn):
    return {name: chart.to_dict() for name, chart in drawn.items()}


def rows(chart):
    return charts.data(chart)


# --- every picture


@pytest.mark.parametrize("name", PICTURES)
def test_every_mark_has_a_place_and_every_field_exists(spec_of, name):
    assert problems(spec_of[name]) == []


@pytest.mark.parametrize("name", PICTURES)
def test_a_description_is_sentences_that_can_be_spoken(spec_of, name):
    said = spec_of[name]["description"]
    assert 60 <= len(said) <= 1200
    assert said[0].isupper() or said[0].isdigit()
    assert said.endswith((".", "?"))
    assert not set(said) & set("()[]{}|<>_…\n")
    assert not re.search(r"\bnan\b|None|NaT", said)


@pytest.mark.parametrize("name", PICTURES)
def test_no_mark_hides_another(drawn, name):
    table = rows(drawn[name])
    height = "level" if "level" in table else "y"
    assert not table.duplicated(["at", height]).any()


@pytest.mark.parametrize("name", PICTURES)
def test_colours_stand_out_from_white(spec_of, name):
    """3:1 by WCAG; white within a mark is allowed, for the mark has a dark edge."""
    text = json.dumps(list(specs(spec_of[name])))
    colours = set(re.findall(r'"(#[0-9A-Fa-f]{6})"', text)) - {"#F5F5F5"}
    assert colours
    for colour in colours:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        light = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts))
        assert 1.05 / (light + 0.05) >= 3, colour


def test_a_question_opens_and_a_finding_answers(spec_of):
    titles = {name: spec["title"]["text"] for name, spec in spec_of.items()}
    for name in ("acts", "five-voices", "spring-1999", "spring-1999-bet"):
        assert titles[name].endswith("?")
    for name in ("acts-lists", "timeline", "spring-1999-answer", "may-1999"):
        assert not titles[name].endswith("?")


@pytest.mark.parametrize("name", ["acts", "timeline", "may-1999"])
def test_the_same_picture_is_drawn_twice(spec_of, name):
    again = chart_of(PICTURES[name]).to_dict()
    for key in ("datasets", "title", "description", "height"):
        assert again[key] == spec_of[name][key]


# --- the unit chart


def test_each_act_of_the_years_is_one_mark(drawn, spec_of):
    events = sinorus.load("events")
    acts = events[events["start"].dt.year.between(1996, 2002)]
    for name in ("acts", "acts-lists"):
        assert sorted(rows(drawn[name])["event_id"]) == sorted(acts["event_id"])
        assert f"Five reports tell of {len(acts)}." in spec_of[name]["title"]["subtitle"][0]


def test_red_are_the_acts_that_an_entry_of_a_chronology_tells(drawn, spec_of):
    mentions = sinorus.load("mentions")
    entries = set(mentions.loc[mentions["locator"].str.contains(r" c\d+$"), "event_id"])
    table = rows(drawn["acts-lists"])
    red = table[table["told"] == "in a printed list"]
    assert set(red["event_id"]) == entries & set(table["event_id"])
    springs = table[table["column"].isin(["1999Q2", "2000Q2"])]
    within = springs["event_id"].isin(entries).sum()
    assert f": {within} of {len(springs)} acts" in spec_of["acts-lists"]["title"]["text"]
    # the finding: in both springs more than half stands in a list, outside them little
    assert within > len(springs) / 2
    assert table.loc[~table.index.isin(springs.index), "event_id"].isin(entries).mean() < 0.2


def test_beside_the_towers_stands_what_is_left_without_the_lists(drawn, spec_of):
    table = rows(drawn["acts-lists"])
    others = table.loc[table["told"] != "in a printed list", "column"].value_counts()
    for spring, before in (("1999Q2", "1999Q1"), ("2000Q2", "2000Q1")):
        words = f"{others[spring]} in no list\\n(quarter before: {others[before]})"
        assert words in json.dumps(spec_of["acts-lists"])
    left = f"the springs have {others['1999Q2']} and {others['2000Q2']} acts"
    assert left in " ".join(spec_of["acts-lists"]["title"]["subtitle"])


def test_the_two_springs_tower(drawn):
    piles = rows(drawn["acts"])["column"].value_counts()
    assert set(piles.index[:2]) == {"1999Q2", "2000Q2"}
    assert piles.iloc[1] > 1.5 * piles.iloc[2]


def test_no_turning_point_crowns_a_pile_and_each_stands_on_its_line(drawn, spec_of):
    table = rows(drawn["acts"])
    marks = table[table["landmark"] == "turning point"]
    assert len(marks) == 4 and (marks["level"] == 0).all()
    (stems,) = (part for part, _ in specs(spec_of["acts"]) if part["mark"]["type"] == "rule")
    lines_at = {row["at"] for row in spec_of["acts"]["datasets"][stems["data"]["name"]]}
    assert lines_at == {f"{at:%Y-%m-%dT%H:%M:%S}" for at in marks["at"]}


def test_hollow_marks_are_acts_whose_quarter_is_open(drawn):
    table = rows(drawn["acts"]).merge(sinorus.load("events")[["event_id", "end"]], on="event_id")
    for act in table.itertuples():
        same = act.start.year == act.end.year and act.start.quarter == act.end.quarter
        assert act.hollow != same, act.event_id


def test_a_pile_is_as_high_as_its_acts_are_many(drawn):
    table = rows(drawn["acts"])
    for _, pile in table.groupby("column"):
        assert sorted(pile["level"]) == sorted(number // 2 for number in range(len(pile)))


def test_the_turning_points_are_named_on_the_plain_chart_only(spec_of):
    events = sinorus.load("events")
    for words in events["turning_point"].dropna().str.partition(": ")[2]:
        assert words in json.dumps(spec_of["acts"]).replace("\\n", " ")
    texts = {part["mark"]["type"] for part, _ in specs(spec_of["acts-lists"])}
    assert texts == {"point", "text"}


def test_a_long_time_is_piled_by_the_year():
    days = pd.DataFrame({"start": pd.to_datetime(["1950-03-01", "1950-09-01", "2001-01-01"])})
    piled = stacked(days, [], pd.Timestamp("1950-01-01"), pd.Timestamp("2002-12-31"), 6, 480)
    assert piled["column"].astype(str).tolist() == ["1950", "1950", "2001"]
    assert piled["level"].tolist() == [0, 1, 0]


# --- the time line


def test_a_lane_holds_what_its_report_speaks_of(drawn):
    mentions, table = sinorus.load("mentions"), rows(drawn["timeline"])
    for report, lane in table.groupby("report_id"):
        told = set(mentions.loc[mentions["report_id"] == report, "event_id"])
        assert set(lane["event_id"]) == told & set(table["event_id"])
    assert table["y"].groupby(table["report_id"]).max().is_unique


def test_the_title_of_the_time_line_holds_and_could_have_been_another():
    """Counted here without the package's places: of each report, what fell in its last months."""
    reports = sinorus.load("reports").set_index("report_id")["published_start"]
    told = sinorus.load("mentions").drop_duplicates(["event_id", "report_id"])[
        ["event_id", "report_id"]
    ]
    events = sinorus.load("events").query("'1996' <= start < '2003'")
    told = told.merge(events[["event_id", "start"]], on="event_id")
    pen = told["report_id"].map(reports)
    near = (told["start"] < pen) & (told["start"] >= pen - pd.DateOffset(months=3))
    share = near.groupby(told["report_id"]).mean()
    assert set(share[share > 0.5].index) == {"yu-1999", "monitor-2000", "yu-2000"}
    assert share["miller-2002"] < 0.1 and share["gpr-web"] == 0
    # what Miller and the undated page tell gives another title
    ids = told.loc[told["report_id"].isin(["miller-2002", "gpr-web"]), "event_id"]
    old = events[events["event_id"].isin(ids) & (events["start"] < "1999")]
    title = charts.timeline(old).to_dict()["title"]["text"]
    assert title.startswith("None of three reports tells") and title.endswith("it was written")


def test_marks_stand_on_the_right_side_of_the_day_of_writing(drawn):
    reports = sinorus.load("reports").set_index("report_id")["published_start"]
    table = rows(drawn["timeline"])
    pen = table["report_id"].map(reports)
    assert ((table["at"] > pen) == table["after"]).all()
    # what stands right of a diamond was announced or put off, and done by nobody yet
    later = table[table["after"]][["event_id", "report_id"]]
    status = later.merge(sinorus.load("mentions"), on=["event_id", "report_id"])
    status = status.groupby(["event_id", "report_id"])["status"].agg(set)
    assert all(found & {"announced", "postponed"} for found in status)
    assert len(later) == 7


def test_the_two_tallest_piles_are_by_one_man(drawn, spec_of):
    tall = rows(drawn["timeline"]).value_counts(["report_id", "column"]).head(2)
    assert {report for report, _ in tall.index} == {"yu-1999", "yu-2000"}
    said = " ".join(spec_of["timeline"]["title"]["subtitle"])
    assert f"The tallest piles, {tall.iloc[0]} and {tall.iloc[1]}, are by Yu Bin." in said


def test_the_tone_of_an_act_is_not_its_kind(drawn):
    table = rows(drawn["timeline"])
    assert set(table["tone"]) == set(charts.KINDS)
    assert set(table["kind"]) == {"talk", "sign", "act"}
    assert [
        charts.tone_of(quad) for quad in (1, 2, 3, 4)
    ] == "words deeds friction friction".split()
    assert charts.tone_of(5) is None and charts.tone_of(pd.NA) is None


# --- the spring of 1999


def spring(first, last):
    """The rows of both tables that begin in these days, counted without the package."""
    events, record = sinorus.load("events"), sinorus.load("record")
    record = record[record["start"].between(first, last)]
    events = events[events["start"].between(first, last)]
    linked = set(sinorus.load("record")["event_id"].dropna())
    press = events["source_role"].isin(["MED", "EDU"])
    return set(record["record_id"]), set(events.loc[~press, "event_id"]) - linked


@pytest.mark.parametrize(
    "name, first, last, left_out",
    [
        ("spring-1999", "1999-03-24", "1999-05-07", {"1999-05-07-embassy"}),
        ("spring-1999-bet", "1999-03-24", "1999-03-25", set()),
        # whom a president dismisses is no dealing between powers
        ("may-1999", "1999-05-08", "1999-05-31", {"1999-05-12-dismissal"}),
    ],
)
def test_the_rows_of_both_tables_are_drawn(drawn, name, first, last, left_out):
    table = rows(drawn[name])
    of_record, of_events = spring(first, last)
    assert set(table["record_id"].dropna()) == of_record - left_out
    assert set(table.loc[table["record_id"].isna(), "event_id"]) == of_events
    assert table["act_id"].is_unique


def test_a_mark_is_filled_only_where_a_report_tells_the_act(drawn):
    record = sinorus.load("record").set_index("record_id")
    table = rows(drawn["may-1999-long"])
    for act in table[table["tone"] == RECORD_ONLY].itertuples():
        # the last day of the war is told by no report, though the war is
        assert pd.isna(record.loc[act.act_id, "event_id"]) or act.act_id == "1999-06-10-end"
    events = sinorus.load("events").set_index("event_id")
    for act in table[table["tone"] != RECORD_ONLY].itertuples():
        assert act.tone == charts.tone_of(events.loc[act.event_id, "quad_class"])


def test_of_two_dates_the_narrower_is_drawn(drawn):
    table = rows(drawn["spring-1999"]).set_index("act_id")
    # a report has March; the record has the days of April
    assert table.loc["1999-04-06-zhu", "event_id"] == "1999-03-a"
    assert table.loc["1999-04-06-zhu", "when"] == "6 to 14 April 1999"
    long = rows(drawn["may-1999-long"]).set_index("act_id")
    # the record has June; the report has the days of a visit
    assert long.loc["1999-06-letter", "when"] == "7 to 17 June 1999"


def test_the_tables_bear_out_what_the_title_of_may_says(drawn, spec_of):
    told = rows(drawn["may-1999"]).query("tone != @RECORD_ONLY")
    assert set(told.loc[told["lane"] == "China and the West", "tone"]) == {"friction"}
    assert set(told.loc[told["lane"] == "China and Russia", "tone"]) == {"words"}
    tally, against = spec_of["may-1999"]["title"]["subtitle"][1:]
    assert (
        "China and the West 4 acts, all of friction; China and Russia 8, none of friction." in tally
    )
    # what the tally leaves out is owned up to
    assert "against this title: a call on 14 May with the West" in against
    outside = rows(drawn["may-1999"]).query("tone == @RECORD_ONLY and lane in @PAIRS")
    assert outside["act_id"].tolist() == ["1999-05-14-apology"]


def test_the_tables_bear_out_what_the_title_of_the_first_half_says(drawn):
    lanes = rows(drawn["spring-1999-answer"])["lane"]
    assert (lanes == "China and the West").any() and (lanes == "China and Russia").any()


@pytest.mark.parametrize("draw", [charts.spring_1999, charts.may_1999])
def test_what_is_later_than_the_day_is_absent(draw):
    days = pd.date_range("1999-03-24", "1999-05-07", freq="2D")
    if draw is charts.may_1999:
        days = pd.date_range("1999-05-08", "1999-06-30", freq="2D")
    for day in days:
        chart = draw(until=f"{day.day} {day:%B}")
        table = rows(chart)
        assert (table["start"] <= day).all()
        assert (table["at"] < day + pd.Timedelta(days=1)).all()
        assert (table["end"] <= day + pd.Timedelta(days=1)).all()
        # what lies somewhere in a run of days may still be to come
        vague = table[~table["day_known"]]
        assert (vague["end"] <= day + pd.Timedelta(days=1)).all()
        shown = json.dumps(chart.to_dict())
        later = sinorus.load("record").query("start > @day and start < '1999-08'")
        assert not [name for name in later["record_id"] if f'"{name}"' in shown]


def test_the_end_of_what_goes_on_is_not_given_away():
    early = rows(charts.spring_1999(until="8 April")).set_index("act_id")
    assert early.loc["1999-04-06-zhu", "when"] == "from 6 April 1999"
    words = early.loc["1999-04-06-zhu", "words"].replace("\n", " ")
    assert words == "From 6 April: Premier Zhu Rongji visits the United States while NATO bombs."
    # a line without an end is drawn of it, here and where the war outlasts the picture
    whole = rows(charts.spring_1999()).set_index("act_id")["goes_on"]
    assert early.loc["1999-04-06-zhu", "goes_on"] and not whole["1999-04-06-zhu"]
    assert whole[whole].index.tolist() == ["1999-03-24-refugees"]


def test_the_embassy_night_is_a_line_once_it_has_come():
    def has_night(chart):
        return "embassy in Belgrade shortly before midnight" in json.dumps(chart.to_dict()).replace(
            "\\n", " "
        )

    assert has_night(charts.spring_1999()) and has_night(charts.may_1999())
    assert not has_night(charts.spring_1999(until="6 May"))
    # nor does a bet get the answer as its title
    assert charts.spring_1999(question=False, until="6 May").to_dict()["title"]["text"][-1] == "?"


def test_a_bet_is_put_in_words_only_while_it_is_open():
    early, whole = charts.spring_1999(until="25 March"), charts.spring_1999()
    assert early.to_dict()["title"]["text"] == "By 7 May: which pair will have most acts?"
    assert all(pair in early.to_dict()["title"]["subtitle"][1] for pair in PAIRS)
    assert whole.to_dict()["title"]["text"] == "Who deals with whom?"


def test_a_pair_that_has_not_dealt_yet_keeps_an_empty_lane():
    shown = json.dumps(charts.spring_1999(until="25 March").to_dict())
    assert all(pair in shown for pair in PAIRS) and "no act in our tables yet" in shown
    assert COUNCIL not in shown
    assert "no act in our tables yet" not in json.dumps(charts.spring_1999().to_dict())
    may = charts.may_1999().to_dict()["description"]
    assert "Russia and the West: no act in our tables." in may


def test_a_vote_tells_its_result(drawn):
    words = rows(drawn["may-1999-long"]).set_index("act_id")["words"].str.replace("\n", " ")
    assert words["1999-05-14-vote"].endswith("adopted by 13 to 0; China and Russia abstain.")
    assert words["1999-06-10-vote"].endswith("China abstains, Russia votes for it.")
    words = rows(drawn["spring-1999"]).set_index("act_id")["words"].str.replace("\n", " ")
    assert words["1999-03-26-vote"].endswith("It fails by 3 to 12; China and Russia vote for it.")


@pytest.mark.parametrize("until", ["25 March", "March 25, 1999", "1999-03-25", "25 March 1999"])
def test_a_day_is_read_in_every_form(until):
    assert rows(charts.spring_1999(until=until))["start"].max() == pd.Timestamp("1999-03-25")


@pytest.mark.parametrize(
    "draw, until",
    [
        *itertools.product(
            [charts.spring_1999, charts.may_1999],
            ["tomorrow", "31 April", "May", "1 July", "24 March 2000", 5, "", "..."],
        ),
        (charts.spring_1999, "8 May"),
        (charts.spring_1999, "23 March"),
        (charts.may_1999, "7 May"),
    ],
)
def test_what_is_no_day_of_the_picture_is_refused_in_a_sentence(draw, until):
    with pytest.raises(
        SinorusError, match=r"until is (a|one) day between \d+ \w+ and \d+ \w+ 1999"
    ):
        draw(until=until)


@pytest.mark.parametrize(
    "actors, lane",
    [
        ("CHN;RUS", "China and Russia"),
        ("CHN;NAT;RUS;UNO;USA", "China and Russia"),
        ("CHN;RUS;UNO;YUG call", "China and Russia"),
        ("CHN;NAT;RUS;UNO spoken", COUNCIL),
        ("CHN;RUS;UNO;YUG vote", COUNCIL),
        ("CHN;RUS spoken", "China and Russia"),
        ("CHN;G8;RUS;YUG", "Russia and the West"),
        ("RUS;YUG", "Russia and the West"),
        ("NAT;RUS", "Russia and the West"),
        ("CHN;USA", "China and the West"),
        ("CHN;NAT;YUG", "China and the West"),
        ("NAT;USA;YUG", "The war"),
        ("UNO;YUG", "The war"),
        ("RUS", None),
        ("CHN", None),
        ("CHN;YUG", None),
        ("IND;RUS", None),
        ("", None),
    ],
)
def test_a_lane_is_who_deals_with_whom(actors, lane):
    codes, _, kind = actors.partition(" ")
    assert lane_of(set(codes.split(";")), kind) == lane
    assert lane is None or lane in LANES


def test_no_sentence_is_cut_but_after_a_clause_that_stands_for_itself(drawn):
    for name in ("spring-1999", "spring-1999-bet", "may-1999-long"):
        for act in rows(drawn[name]).itertuples():
            words = " ".join(act.words.split("\n"))
            said = words.partition(": ")[2]
            assert said.endswith(".") and "…" not in said, words
            if act.kind == "vote":
                said = re.sub(r" It (is adopted|fails) by .*", "", said)
            assert act.what.startswith(said.removesuffix(".")), words
            assert act.what[len(said) - 1 :][:1] in (".", ";"), words
            assert len(said) <= 230, words


def test_lines_keep_every_word():
    text = "Over the hotline Yeltsin and Jiang Zemin confer on Kosovo (gpr-web)."
    assert " ".join(lines(text, 100)) == text
    assert lines("", 100) == []


# --- how it looks


@pytest.fixture(scope="module")
def seen(spec_of):
    """Where words and marks stand in Chromium, by picture."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), "")
    if not chromium:
        if os.environ.get("SINORUS_REQUIRE_BROWSER"):
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine: whether words touch was not measured")
    from playwright.sync_api import sync_playwright

    from sinorus.charts.export import pictures
    from sinorus.charts.finish import finished

    schema = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json"}
    svgs = pictures([finished(spec) | schema for spec in spec_of.values()])
    measure = """() => {
        const box = (mark) => {
            const b = mark.getBoundingClientRect();
            return [b.left, b.top, b.right, b.bottom, mark.textContent];
        };
        const all = (css) => [...document.querySelectorAll(css)].map(box);
        return {
            words: all('text').filter((b) => b[4]),
            marks: all('.mark-symbol.role-mark path, .mark-rule.role-mark line'),
            width: document.querySelector('svg').getBoundingClientRect().width,
            window: box(document.querySelector('svg')),
        };
    }"""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 820, "height": 1180})
        found = {}
        for name, svg in zip(spec_of, svgs):
            page.set_content(f"<body style='margin: 0'>{svg}</body>")
            found[name] = page.evaluate(measure)
        browser.close()
    return found


def touching(one, two, slack=1.5):
    across = min(one[2], two[2]) - max(one[0], two[0])
    down = min(one[3], two[3]) - max(one[1], two[1])
    return across > slack and down > slack


@pytest.mark.parametrize("name", PICTURES)
def test_no_words_touch_other_words(seen, name):
    assert len(seen[name]["words"]) > 5
    for one, two in itertools.combinations(seen[name]["words"], 2):
        assert not touching(one, two), (one, two)


@pytest.mark.parametrize("name", PICTURES)
def test_no_words_lie_on_a_mark(seen, name):
    for word, mark in itertools.product(seen[name]["words"], seen[name]["marks"]):
        assert not touching(word, mark), (word, mark)


@pytest.mark.parametrize("name", PICTURES)
def test_it_fits_a_tablet_and_nothing_is_cut(seen, name):
    assert WIDTH < seen[name]["width"] <= ROOM
    for left, _, right, _, text in seen[name]["words"]:
        assert left >= -1 and right <= ROOM, text


@pytest.mark.parametrize("name", PICTURES)
def test_no_letter_lies_outside_the_picture(seen, name):
    """On an exported page a drawing is an image, and what lies outside its window is not shown."""
    left, top, right, bottom, _ = seen[name]["window"]
    for word in seen[name]["words"]:
        inside = word[0] >= left and word[1] >= top and word[2] <= right and word[3] <= bottom
        assert inside, (word, seen[name]["window"][:4])


# --- the gallery


def test_the_gallery_is_as_the_tool_writes_it():
    page, drawings = gallery()
    assert (DOCS / "gallery.md").read_text(encoding="utf-8") == page, "run tools/build_gallery.py"
    assert {path.stem for path in (DOCS / "gallery").glob("*.svg")} == set(drawings)

    def words(svg):
        return re.findall(r">([^<>]+)</(?:text|tspan)>", svg)

    for name, drawing in drawings.items():
        stored = (DOCS / "gallery" / f"{name}.svg").read_text(encoding="utf-8")
        assert words(stored) == words(drawing), f"{name}: run tools/build_gallery.py"


def test_the_gallery_says_of_each_picture_what_it_cannot_show():
    page = (DOCS / "gallery.md").read_text(encoding="utf-8")
    functions = {line.partition("(")[0] for _, line in GALLERY.values()}
    assert page.count("It cannot show") == len(functions)
    for name, (question, line) in GALLERY.items():
        assert question.endswith("?")
        assert f"## {question}\n\n![" in page
        assert f"](gallery/{name}.svg)\n\n```python\n{line}\n```" in page
