"""People, bodies and media: every name of the originals is recorded, and every record stands in its
passage.
"""

import re
import unicodedata

import pandas as pd
import pytest

import sinorus
from sinorus.tables import data_file, table_names

#: A run of capitalised words is no name of a person, body or medium if all its words stand here; by
#: the reason.
NOT_NAMES = {
    "countries, peoples and places are not recorded": (
        """American-led Amur Asia Asian Central Chechnya China Chinese Delta East European Far
        Japanese Jilin Korea Korean Kosovo North PRC Pacific Peninsula People Province Republic
        River Russia Russian South Soviet States
        Strait Taiwan Tumen Union United"""
    ),
    "offices and ranks belong to the person beside them": (
        """Admiral Atomic Chairman Chief Councilor Defense Deputy Energy Foreign Minister
        Premier President Prime State Trade Vice"""
    ),
    "treaties, documents, weapons and ideas, a building, a holiday, a crest and a sport are no bodies": (
        """Anti-Ballistic Ban Center Cold
        Comprehensive Concept Constitution Day Eagle GDP Global II International Judo Missile
        Multipolar National Navigation New Order
        SSN-22 START Satellite Security System Test Theater Treaty US-led War World"""
    ),
}
WORD = r"[A-Z][\w'-]*"


def table(name):
    """One of the two tables, an empty text as "" and certain a boolean; read from its file until it
    is registered.
    """
    return (
        sinorus.load(name).fillna("")
        if name in table_names()
        else pd.read_csv(
            data_file(f"{name}.csv"), dtype={"certain": "boolean"}, keep_default_na=False
        )
    )


PEOPLE, NAMES = table("people"), table("names")
PERSONS = NAMES.merge(PEOPLE[PEOPLE["kind"] == "person"], on="person_id")


def texts(folder=None):
    """Locator and text of every passage and entry."""
    entries = sinorus.entries(folder)
    return dict(sinorus.passages(folder)[["locator", "text"]].to_numpy()) | dict(
        zip(entries["locator"], entries["date_as_printed"] + ": " + entries["text"])
    )


def whole(form):
    """The form as a word of its own, so that AP is not found in APEC."""
    return rf"(?<!\w){re.escape(form)}(?!\w)"


def struck(text, forms):
    """The text without these forms, the longest first: Sergei Stepashin before Stepashin."""
    for form in sorted(forms, key=len, reverse=True):
        text = re.sub(whole(form), "|", text)
    return text


def candidates(text, known):
    """Runs of two or more capitalised words; the first word of a sentence counts unless it is known
    in small letters.
    """
    text = re.sub(
        rf"(?:^|(?<=[.!?:] )|(?<=[.!?]\" )|(?<=\")){WORD}",
        lambda m: m[0].lower() if m[0].lower() in known else m[0],
        text,
    )
    allowed = set(" ".join(NOT_NAMES.values()).split())
    runs = [run.split() for run in re.findall(rf"{WORD}(?: {WORD})+", text)]
    return [
        " ".join(run) for run in runs if not {re.sub("'s$", "", word) for word in run} <= allowed
    ]


@pytest.fixture(scope="module")
def original_texts(originals):
    return texts(originals)


def test_every_printed_form_stands_in_its_passage(original_texts):
    for row in NAMES.itertuples():
        assert re.search(whole(row.printed), original_texts[row.locator]), (
            row.locator,
            row.printed,
        )


def test_no_name_of_two_words_is_missed(original_texts):
    """What is left of two or more capitalised words, once the recorded forms are struck out, is no
    name.
    """
    known = {
        word for text in original_texts.values() for word in re.findall(r"(?<![\w'-])[a-z]+", text)
    }
    for locator, text in original_texts.items():
        assert (
            candidates(struck(text, NAMES.loc[NAMES["locator"] == locator, "printed"]), known) == []
        ), locator


def test_the_rule_would_find_a_name():
    """In is known in small letters and so no part of a name; Ann Other and a Bank are on no
    list.
    """
    assert candidates("In May Ann Other met Chinese Premier | and the Asian Bank.", {"in"}) == [
        "May Ann Other",
        "Asian Bank",
    ]


def test_no_short_form_is_missed(original_texts):
    """A form recorded anywhere (NATO), or a part of a person's name (Putin), is recorded in every
    passage that prints it by itself.
    """
    forms = {*NAMES["printed"], *re.findall(r"\w{3,}", " ".join(PERSONS["printed"]))}
    for locator, text in original_texts.items():
        rest = struck(text, NAMES.loc[NAMES["locator"] == locator, "printed"])
        assert [form for form in forms if re.search(whole(form), rest)] == [], locator


def test_people_named_whole_in_an_edition_are_recorded_there():
    """Whoever an edition names with first and family name is recorded for that passage."""
    forms = {
        (row.person_id, form)
        for row in PERSONS.itertuples()
        for form in (row.name, row.printed)
        if " " in form
    }
    recorded = set(zip(NAMES["person_id"], NAMES["locator"]))
    for locator, text in texts().items():
        assert {
            person_id
            for person_id, form in forms
            if re.search(whole(form), text) and (person_id, locator) not in recorded
        } == set(), locator


def test_everyone_is_named_and_every_name_has_its_bearer():
    assert (
        set(PEOPLE["person_id"]) - set(NAMES["person_id"])
        == set()
        == set(NAMES["person_id"]) - set(PEOPLE["person_id"])
    )
    usual = NAMES[NAMES["variant"] == "usual"].merge(PEOPLE, on="person_id")
    assert (usual["printed"].str.lower() == usual["name"].str.lower()).all(), (
        "the usual form is the one in people"
    )


def test_names_in_their_own_script():
    """Chinese persons have characters and pinyin, Russian ones Cyrillic and its transliteration;
    pinyin without marks is the usual form.
    """
    persons = PEOPLE[PEOPLE["kind"] == "person"]
    for row in persons[persons["country"].isin(["CHN", "TWN"])].itertuples():
        assert re.fullmatch("[\u4e00-\u9fff]+", row.hanzi) and row.pinyin, row.name
        plain = "".join(
            sign
            for sign in unicodedata.normalize("NFD", row.pinyin)
            if not unicodedata.combining(sign)
        )
        assert plain == row.name or row.country == "TWN" or row.person_id == "panchen-lama-11", (
            row.name
        )  # a title in translation
    for row in persons[persons["country"].isin(["RUS", "SUN"])].itertuples():
        assert re.fullmatch("[А-ЯЁа-яё ]+", row.cyrillic) and re.fullmatch(
            "[A-Za-zë' ]+", row.transliteration
        ), row.name
    assert (PEOPLE["hanzi"].ne("") == PEOPLE["pinyin"].ne("")).all() and (
        PEOPLE["cyrillic"].ne("") == PEOPLE["transliteration"].ne("")
    ).all()


def test_doubts_are_said():
    assert PEOPLE.loc[~PEOPLE["certain"], "note"].ne("").all()
    assert (PEOPLE["office_known"].eq("source") == PEOPLE["source_ids"].ne("")).all()
