"""Cleaning of text copies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinorus.reading.cleaning import clean_text, plain, repair

REPAIRS = {
    "money": (r"a \$300 million credit", "a $300 million credit"),
    "bold": ("**by A. Reader**", "by A. Reader"),
    "italics": ("*Xinhua* and _Izvestiya_ said", "Xinhua and Izvestiya said"),
    "italics and quotation": ("“*Any efforts* to amend", '"Any efforts to amend'),
    "link": ("by [A. Reader](#)", "by A. Reader"),
    "heading sign": ("## The Turn", "The Turn"),
    "curly quotes": ("“fence painting” of Putin’s", '"fence painting" of Putin\'s'),
    "guillemets": ("the thesis «of partnership»", 'the thesis "of partnership"'),
    "double hyphen": ("anticipated--or welcomed--by", "anticipated—or welcomed—by"),
    "double hyphen after a quotation": ("“revolutionary”--“what", '"revolutionary"—"what'),
    "en dash for a dash": ("military–and", "military—and"),
    "en dash in a range": ("July 19–20", "July 19-20"),
    "en dash with spaces": ("May 1998 – June 1999", "May 1998 – June 1999"),
    "bullet": ("  • the events", "- the events"),
    "star bullet": ("* the events", "- the events"),
    "spaces": ("two\u00a0kinds  of\u2009space ", "two kinds of space"),
    "invisible signs": ("soft\u00adhyphen and zero\u200bwidth", "softhyphen and zerowidth"),
    "entity": ("Putin&#39;s &quot;visit&quot; &amp; more", 'Putin\'s "visit" & more'),
    "wrong alphabet": ("Putinâ€™s visit to CÃ³rdoba", "Putin's visit to Córdoba"),
    "Windows lines": ("one\r\ntwo\rthree", "one\ntwo\nthree"),
}


@pytest.mark.parametrize("before, after", REPAIRS.values(), ids=REPAIRS.keys())
def test_repairs(before, after):
    assert clean_text(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 * 2 is thirty",
        "snake_case_name stays",
        "a dot. And [a bracket] (a remark)",
        "Su-30 and MiG-29",
        "2 - 1 = 1",
        "C&A; is a shop",
        "Москва и 北京",
        "the U.S.-led force",
    ],
)
def test_what_is_no_markup_stays(text):
    assert clean_text(text) == text


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_cleaning_never_fails_and_keeps_lines(text):
    cleaned = clean_text(text)
    assert isinstance(cleaned, str)
    assert "\r" not in cleaned and "  " not in cleaned.replace("\n", "|")


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            [
                "word",
                "Putin’s",
                "“x”",
                "--",
                "–",
                " ",
                "  ",
                "\n",
                "*",
                "**",
                "\\$",
                "[a](b)",
                "&amp;",
                "•",
                "- ",
                "_",
                "5–6",
                "#",
                "â€™",
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_repair_of_the_repaired_changes_nothing(text):
    once = repair(text)
    assert repair(once) == once


@given(st.text(alphabet="abc DEF.,;:'\"\n", max_size=200))
def test_plain_text_is_left_alone(text):
    assert plain(text) == text
