"""The session on five voices: its picture, its bets and cards, what it counts."""

import re

import bounds
import links
import nbformat
import pandas as pd
import pytest

import sinorus
from sinorus import SinorusError, charts
from sinorus.charts.voices_rows import marks_of, voices_of
from sinorus.paths import course
from sinorus.teaching.exercises import COURSE, nb01

NAME = "01_five_voices"
SOLVED = nbformat.read(course() / "notebooks" / "solutions" / f"{NAME}.ipynb", as_version=4)
CODE = {cell.id: cell.source for cell in SOLVED.cells if cell.cell_type == "code"}


def knows(day):
    """What the picture says of each text, by its name and month."""
    rows = charts.data(charts.five_voices(day)).drop_duplicates("text")
    return rows.set_index("text")["knows"].to_dict()


# --- the picture ----------------------------------------------------------------------------------


def test_each_act_that_a_text_tells_is_counted_once():
    events, mentions = sinorus.load("events"), sinorus.load("mentions")
    years = events[events["start"].dt.year.between(1996, 2002)]
    rows = charts.data(charts.five_voices())
    for text, acts in rows.groupby("text")["acts"].sum().items():
        there = (mentions["report_id"] == text) & (mentions["wording"] != "contradicts")
        told = set(mentions.loc[there, "event_id"])
        assert acts == len(told & set(years["event_id"]))


def test_hollow_circles_lie_right_of_the_day_of_writing():
    written = sinorus.load("reports").set_index("report_id")["published_start"]
    for row in charts.data(charts.five_voices()).itertuples():
        assert (row.came == "was still to come") == (row.at > written[row.text]), row


def test_all_could_know_of_the_night_and_two_of_the_visit():
    assert set(knows("7 May 1999").values()) == {"could know"}
    assert COURSE["01.3"].answer == "d, e"
    assert knows("18 July 2000") == {
        "yu-1999": "not yet",
        "monitor-2000": "not yet",
        "yu-2000": "perhaps",
        "miller-2002": "could know",
        "gpr-web": "could know",
    }


def test_one_of_the_five_could_not_know_of_the_last_day_of_1999():
    said = knows("31 December 1999")
    assert [text for text, words in said.items() if words == "not yet"] == ["yu-1999"]
    assert set(said.values()) == {"not yet", "could know"}


def test_within_the_month_of_writing_the_last_news_decides():
    news = sinorus.load("mentions").groupby("report_id")["known_on"].max()
    for text in ("yu-1999", "yu-2000"):
        row = sinorus.load("reports").set_index("report_id").loc[text]
        assert news[text] < row["published_start"]
        for day in (row["published_start"], row["published_end"]):
            assert knows(f"{day.day} {day:%B %Y}")[text] == "perhaps"
        last, after = news[text], row["published_end"] + pd.Timedelta(days=1)
        assert knows(f"{last.day} {last:%B %Y}")[text] == "could know"
        assert knows(f"{after.day} {after:%B %Y}")[text] == "not yet"


@pytest.mark.parametrize("day", ["18 July 2000", "31 December 1999", "7 May 1999"])
def test_no_circle_moves_when_a_day_is_asked(day):
    plain, asked = (charts.data(charts.five_voices(one)) for one in (None, day))
    columns = ["text", "came", "quarter", "at", "acts"]
    assert plain[columns].equals(asked[columns])
    assert not plain["on_the_day"].any()


def test_a_triangle_stands_where_a_text_puts_an_act_of_that_day():
    voices = voices_of(False)
    rows = marks_of(voices, pd.Timestamp("2000-07-18"))
    assert rows[["text", "printed"]].to_numpy().tolist() == [
        ["yu-2000", "18 July 2000"],
        ["miller-2002", "July 1999"],
    ]
    assert rows.loc[rows["text"] == "miller-2002", "at"].iloc[0].year == 1999
    night = marks_of(voices, pd.Timestamp("1999-05-08"))
    assert set(night["text"]) == {"yu-1999", "yu-2000", "gpr-web"}
    assert marks_of(voices, pd.Timestamp("1999-05-07")).empty and marks_of(voices, None).empty
    assert (
        "Miller, September 2002 puts an act of it in July 1999."
        in (charts.five_voices("18 July 2000").to_dict()["description"])
    )


@pytest.mark.parametrize(
    "day, said",
    [
        ("7 May 1999", "no act of this day; 8 May 1999 has one or more."),
        ("31 December 1999", "Our table has no act of this day."),
        ("8 May 1999", "A dark triangle"),
    ],
)
def test_a_day_without_a_triangle_is_said_to_have_none(day, said):
    spec = charts.five_voices(day).to_dict()
    assert said in " ".join(spec["title"]["subtitle"])
    assert ("no act of this day" in spec["description"]) == ("no act" in said)


def test_a_text_for_a_yes_is_refused_with_the_cure():
    with pytest.raises(SinorusError, match="without quotation marks: layers=True"):
        charts.five_voices(layers="True")


def test_the_older_layer_has_one_circle_that_it_cannot_have():
    rows = charts.data(charts.five_voices(layers=True))
    layer = rows[(rows["text"] == "layer") & (rows["came"] == "was still to come")]
    assert layer["acts"].tolist() == [1]
    assert "Shanghai Cooperation Organisation" in layer["one"].iloc[0]
    page = rows[rows["text"].isin(["layer", "gpr-web"])]["acts"].sum()
    whole = charts.data(charts.five_voices())
    # an act that both layers tell stands in both rows
    assert page >= whole.loc[whole["text"] == "gpr-web", "acts"].sum()


def test_the_picture_does_not_give_the_day_of_the_monitor_away():
    for chart in (charts.five_voices(), charts.five_voices("18 July 2000")):
        assert "January 2000" not in str(chart.to_dict())
        assert "the Monitor, 2000" in set(charts.data(chart)["voice"])


@pytest.mark.parametrize(
    "day", ["18 July 2000", "18th July 2000", "July 18, 2000", "the 18th of July 2000", ...]
)
def test_a_day_is_read_as_people_write_it(day):
    title = charts.five_voices(day).to_dict()["title"]["text"]
    assert title == ("Who could know what?" if day is ... else "Who could know of 18 July 2000?")


def test_a_month_in_figures_is_written_out():
    with pytest.raises(SinorusError, match='Write "18 July 2000"'):
        charts.five_voices("18.7.2000")


@pytest.mark.parametrize("day", ["18 July", "July 2000", "soon", "", 2000, "1 May 1950", "1-3 May"])
def test_what_is_no_day_is_refused_in_a_sentence(day):
    with pytest.raises(SinorusError, match='such as "18 July 2000"'):
        charts.five_voices(day)


def test_dots_split_nothing():
    assert "layer" not in set(charts.data(charts.five_voices(layers=...))["text"])


# --- what the page counts -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made():
    """What the cells make, widgets and essays left out."""
    names = {"sinorus": sinorus}
    for code in CODE.values():
        if not re.search(r"widgets|sinorus\.check|sinorus\.guess", code):
            exec(code, names)
    return names


def test_eleven_passages_have_two_authors(made):
    reports = sinorus.load("reports").set_index("report_id")["author_cited"]
    counts = made["night"]["report_id"].map(reports).value_counts()
    assert counts.to_dict() == {"Yu Bin": 10, "[Seppo Niemi]": 1}
    assert counts.sum() == 11 and "nine and one and one" in COURSE["01.1"].right
    assert made["night"]["report_id"].value_counts().tolist() == [9, 1, 1]


def test_one_name_stands_on_two_of_five_files(made):
    assert made["his"]["report_id"].tolist() == ["yu-1999", "yu-2000"]
    assert len(made["reports"]) == 5 and made["reports"]["author_cited"].nunique() == 4


def test_no_passage_tells_the_visit_as_it_was(made):
    visit = made["visit"]
    assert len(visit) == 13 and (visit["status"] == "announced").sum() == 11
    done = eval(COURSE["01.4"].worked, dict(made))
    assert done["date_as_printed"].tolist() == ["July 1999", "July 1999"]
    assert sinorus.check("01.4", done).state == "right"
    announced = visit.loc[visit["status"] == "announced", "locator"]
    assert announced.str.startswith("yu-2000").all()
    assert not visit["locator"].str.startswith("gpr-web").any()


def test_most_acts_stand_in_one_file(made):
    acts, told = made["acts"], made["told"]
    assert told["count"].tolist() == [160, 9, 3] and told.index.tolist() == [1, 2, 3]
    assert told["count"].sum() == len(acts) == 172


def test_no_act_told_twice_is_one_author_alone(made):
    """What the page says of pens: two texts of Yu Bin are one."""
    acts, pens = made["acts"], {"yu-1999": "Yu Bin", "yu-2000": "Yu Bin"}
    twice = acts.loc[acts["n_reports"] > 1, "told_by"].str.split(", ")
    assert len(twice) == 12
    assert all(len({pens.get(text, text) for text in texts}) > 1 for texts in twice)
    two = made["twice"]["told_by"].str.split(", ")
    assert len(two) == made["pairs"]["count"].sum() == 9 and not any(
        {"yu-1999", "yu-2000"} <= set(texts) for texts in two
    )
    assert sum("gpr-web" in texts for texts in two) == 6


def test_the_treaty_stands_in_nine_passages_of_one_text():
    acts = sinorus.load("events")
    treaty = acts[acts["event_id"] == "2001-07-16-a"]
    assert treaty["n_mentions"].tolist() == [9] and treaty["n_reports"].tolist() == [1]
    assert treaty["told_by"].tolist() == ["miller-2002"]
    written = sinorus.load("reports").set_index("report_id")["published_start"]
    early = written[written < treaty["start"].iloc[0]]
    assert set(early.index) == {"yu-1999", "monitor-2000", "yu-2000"}


def test_sorted_files_part_at_the_visit(made):
    written = sinorus.load("reports").set_index("report_id")["published_start"]
    after = written[written > pd.Timestamp("2000-07-17")]
    assert set(after.index) == {"gpr-web", "miller-2002"}
    times = ["[after April 2015]", "2 September 2002", "[July 2000]", "[20 January 2000]"]
    assert made["latest"]["published_cited"].tolist() == [*times, "[July 1999]"]


def test_the_latest_news_of_the_monitor_is_just_older_than_its_day():
    news = sinorus.load("mentions").groupby("report_id")["known_on"].max()["monitor-2000"]
    assert pd.Timedelta(0) < pd.Timestamp(nb01._issue_day()) - news <= pd.Timedelta(days=3)


# --- bets, cards and exercises --------------------------------------------------------------------


def test_what_an_essay_needs_was_read_before_it():
    """Four places at least, of which some speak for the sentence and some against it."""
    before = "\n".join(cell.source for cell in SOLVED.cells).partition("Essay 01.7")[0]
    for place in ("Yu 1999 p12", "Yu 1999 p14", "Yu 1999 p16", "Yu 1999 p20", "Monitor 2000 p2"):
        assert place in before, place
    for place in ("Yu 2000 ¶26", "Monitor 2000 p1", "record 7 May 1999"):
        assert place in before, place


def test_the_visit_is_asked_before_it_is_drawn():
    order = list(CODE)
    assert order.index("year") < order.index("day-picture")


def test_a_figure_for_a_month_is_answered_with_its_word():
    assert '"20 January 2000"' in sinorus.check("01.2", "20/1/2000").text
    assert '"20 January 2000"' in sinorus.check("01.2", "20.01.2000").text


def test_every_bet_is_asked_and_then_answered():
    order = "\n".join(CODE.values())
    for guess in nb01.GUESSES:
        asked = re.search(rf'guess\("{re.escape(guess.id)}", ', order)
        settled = re.search(rf'guess\("{re.escape(guess.id)}"\)', order)
        assert asked and settled and asked.start() < settled.start(), guess.id
        assert guess.settles
        if guess.options:
            assert set(guess.settles) == set(guess.options), guess.id


def test_what_feedback_and_models_cite_exists():
    told = []
    for guess in nb01.GUESSES:
        told += guess.settles.values() if guess.options else [guess.settles]
    for exercise in nb01.EXERCISES:
        told += [getattr(exercise, "right", ""), *getattr(exercise, "model", ())]
        told += [mistake.hint for mistake in getattr(exercise, "mistakes", ())]
    place = r"\(((?:record|Yu 1999|Yu 2000|Monitor 2000|Miller 2002|web page)[^()]*)\)"
    cited = [where for said in told for where in re.findall(place, said)]
    assert len(cited) > 20
    for where in cited:
        assert sinorus.show(where), where
    assert not re.search(r"\b[EDTV]\d\d\b|\b(?:yu|gpr|miller|monitor)-", " ".join(told))


@pytest.mark.parametrize(
    "number, answer",
    [
        ("01.1", "two"),
        ("01.1", 2.0),
        ("01.2", "20th January"),
        ("01.2", "Thursday, 20 January 2000"),
        ("01.2", "2000-01-20"),
        ("01.2", "[20 January 2000]"),
        ("01.5", "(b)"),
        ("01.5", "What Beijing wanted."),
        ("01.3", "d and e"),
        ("01.3", "DE"),
        ("01.4", "Miller 2002 ¶7 and ¶8"),
        ("01.6", "three came too early; one is silent"),
        ("01.6", "c)"),
    ],
)
def test_an_answer_is_taken_as_people_write_it(number, answer):
    assert sinorus.check(number, answer).state == "right", sinorus.check(number, answer)


def test_every_link_leads_somewhere_and_history_is_linked():
    for cell in SOLVED.cells:
        if cell.cell_type == "markdown":
            found = links.find_links(cell.source)
            for link in found:
                assert links.resolve(link, "solution") is not None
            if "no-claim" not in cell.metadata.get("tags", []):
                assert found, cell.id


def test_no_table_is_longer_than_five_rows(made):
    for cell in SOLVED.cells:
        for output in cell.get("outputs", []):
            page = "".join(output.get("data", {}).get("text/html", ""))
            assert page.count("<tr>") <= 6, cell.id
    assert isinstance(made["told"], pd.DataFrame)


def test_the_measure_holds():
    import measure_course as measures

    path = course() / "notebooks" / "solutions" / f"{NAME}.ipynb"
    notebook, number, copy = measures.read(path)
    assert bounds.out_of_bounds(measures.measure(notebook, number, copy), bounds.bounds("01")) == {}
