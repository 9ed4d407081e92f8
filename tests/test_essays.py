"""Essays: what can be counted is counted; no opinion is judged, nothing false is said of one."""

import re
from dataclasses import replace

import pytest

import sinorus
from sinorus.look_up import cited
from sinorus.teaching import check as checking
from sinorus.teaching import essays, progress, store
from sinorus.teaching.essays import sentences, words
from sinorus.teaching.exercise import Open, question_of
from sinorus.teaching.exercises import COURSE

OPEN = {key: one for key, one in COURSE.items() if isinstance(one, Open)}
QUESTION = Open(
    "T.open",
    "Did the spring of 1999 change the relationship or its vocabulary?",
    ("My first sentence is a claim that a reader could deny.", "I answer the passage against me."),
    ("MODEL ONE.", "MODEL TWO."),
    ("yu-1999 c10",),
)
GOOD = (
    "The bombing changed what the two governments said and hardly what they did. In the weeks "
    "after it they spoke more often and about third states (yu-1999 c4), and one Russian "
    "asked for an alliance (yu-1999 c7). Yet no Chinese speaker of the list took up the word, "
    "and trade stayed thin. Against me stands the agreement on training that the general "
    "brought home (yu-1999 c10). I answer that it was small, and that such visits had begun "
    "years before. "
)


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(store, "_held", {})
    monkeypatch.setattr(checking, "COURSE", COURSE | {"T.open": QUESTION})


def look(text, against=None):
    return sinorus.check("T.open", text, against)


def test_a_good_essay_is_ready_and_never_called_right():
    feedback = look(GOOD, "yu-1999 c10")
    assert feedback.state == "ready"
    assert repr(feedback).startswith("Ready to discuss.")
    assert "Right." not in repr(feedback)
    # what others would say comes after the talk
    assert "MODEL ONE." not in feedback.text
    for said in ("[ ] My first sentence", "sinorus.worked(", "the general brought home"):
        assert said in feedback.text


@pytest.mark.parametrize("against", ["Yu 1999 c10", "yu-1999 entry 10", "`yu-1999 c10` [E12]"])
def test_the_passage_against_is_read_in_every_spelling(against):
    assert look(GOOD, against).state == "ready"


@pytest.mark.parametrize("against", ["yu-1999 c4", "yu-1999 c7"])
def test_the_writer_alone_says_what_speaks_against_the_thesis(against):
    """No list of ours decides: any passage that is cited will do."""
    assert look(GOOD, against).state == "ready"


@pytest.mark.parametrize(
    "against, said",
    [
        (None, "Which of them speaks against your own"),
        (..., "Which of them speaks against your own"),
        ("", "Which of them speaks against your own"),
        ("yu-2000 c8", "your text does not cite it"),
        ("yu-1999 c99", "Name one passage"),
        ("yu-1999 c4, c7", "Name one passage"),
        ("the general", "Name one passage"),
        (5, "Name one passage"),
    ],
)
def test_what_is_asked_of_the_passage_against(against, said):
    feedback = look(GOOD, against)
    assert feedback.state == "unfinished"
    assert said in feedback.text
    assert "MODEL" not in feedback.text


@pytest.mark.parametrize(
    "text, mistake",
    [
        ("banana " * 60 + "yu-1999 c4 and yu-1999 c10", "filler"),
        ("banana, bananas, Banana! " * 30 + "yu-1999 c4, yu-1999 c10", "filler"),
        ("It was words (yu-1999 c4). It was deeds (yu-1999 c10). " * 12, "filler"),
        (" ".join(f"treaty{n}" for n in range(70)) + " yu-1999 c4 yu-1999 c10", "filler"),
        ("Too short: yu-1999 c4, yu-1999 c10.", "short"),
        ("One word", "short"),
        (GOOD.replace("yu-1999 c4", "there").replace("yu-1999 c10", "here"), "uncited"),
        (GOOD.replace("yu-1999 c4", "yu-1999 c94"), "citation"),
        (GOOD.replace("yu-1999 c4", "yu-1998 c4"), "citation"),
        (["text"], "form"),
        (5, "form"),
    ],
)
def test_what_is_no_finished_essay(text, mistake):
    feedback = look(text, "yu-1999 c10")
    assert (feedback.state, feedback.mistake) == ("unfinished", mistake)
    assert "one way" not in feedback.text, "nothing is said about what the passages mean"


@pytest.mark.parametrize("key", OPEN)
def test_the_example_of_a_citation_is_in_the_page_s_form_and_of_its_report(key):
    question = OPEN[key]
    text = GOOD.replace("yu-1999 c4", "there").replace("yu-1999 c7", "so")
    said = essays.look(replace(question, words=60), text.replace("yu-1999 c10", "here")).text
    example = re.search(r"such as \(([^)]+)\)", said)[1]
    found, missing = cited(example)
    assert len(found) == 1 and missing == [] and found[0] not in question.weigh
    assert found[0].split(" ")[0] in {place.split(" ")[0] for place in question.weigh}
    assert example[0].isupper() or example.startswith("web page")


def test_every_sentence_names_passages_as_the_page_does():
    for against in (None, "yu-1999 c10", "yu-1999 c99", "yu-2000 c8"):
        assert "yu-" not in look(GOOD, against).text.replace(GOOD.strip(), "").split("that the")[0]
    assert "Yu 1999 c10" in look(GOOD).text


@pytest.mark.parametrize("key", OPEN)
def test_the_question_copied_is_answered_as_such(key):
    rubric = " ".join(OPEN[key].rubric)
    copied = f"{question_of(key)} {rubric} yu-1999 c4 yu-1999 c10 {question_of(key)} {rubric}"
    feedback = sinorus.check(key, copied, "yu-1999 c10")
    assert feedback.state == "unfinished"
    assert feedback.mistake in ("copied", "filler")


@pytest.mark.parametrize("key", OPEN)
def test_the_question_is_read_from_the_notebook(key):
    assert len(question_of(key).split()) >= 15


@pytest.mark.parametrize("key", OPEN)
def test_every_model_is_ready_with_a_passage_it_cites(key):
    models = OPEN[key].model
    for model in (models,) if isinstance(models, str) else models:
        found, missing = cited(model)
        assert missing == []
        assert sinorus.check(key, model, found[-1]).state == "ready"


def test_documents_count_as_citations():
    text = GOOD.replace("yu-1999 c4", "treaty-2001 art9").replace("yu-1999 c7", "treaty-1950 art1")
    assert look(text, "treaty-2001 article 9").state == "ready"


CHINESE = (
    "一九九九年五月的轰炸改变了两国政府的说法,却很少改变它们的做法。事后两国领导人通话更多,"
    "也谈到第三国(yu-1999 c4)。只有一位俄罗斯人要求结盟 (yu-1999 c7)"
    ",名单里没有一位中国人接过这个词。贸易仍然很少。反对我的证据是将军带回的训练协议 (yu"
    "-1999 c10)。我的回答是:协议很小,而且这样的访问几年以前就已经开始了。所以我认"
    "为,改变的首先是语言,其次是接触的次数,而不是共同的行动;要推翻我的看法,需要看到一九九"
    "九年夏天交付武器的记录。"
)


def test_words_count_in_any_script():
    assert len(words(CHINESE)) >= 90
    assert look(CHINESE, "yu-1999 c10").state == "ready"
    russian = "Бомбардировка изменила то, что два правительства говорили, но не то, что делали."
    assert len(words(russian)) == 12
    assert words("战略协作 is a word; Moscow's too.") == [
        "战略",
        "协作",
        "is",
        "a",
        "word",
        "moscow's",
        "too",
    ]


def test_a_german_essay_passes():
    text = (
        "Der Angriff hat die Sprache der beiden Regierungen verändert und kaum ihr Handeln. In den "
        "Wochen danach redeten sie öfter miteinander (yu-1999 c4), und ein Russe verlangte ein "
        "Bündnis (yu-1999 c7). Kein Chinese der Liste nahm das Wort auf. Gegen mich steht die "
        "Abmachung über Ausbildung, die der General mitbrachte (yu-1999 c10). Sie war klein, und "
        "solche Reisen gab es schon vorher. Darum halte ich die Wende für eine der Worte."
    )
    assert look(text, "yu-1999 c10").state == "ready"


def test_sentences_survive_numbers_and_wrapped_lines():
    assert sentences("Trade was 5.7 billion. It fell!") == ["Trade was 5.7 billion.", "It fell!"]
    assert sentences("It stands\nin (treaty-2001 art. 9).\nSo I\nthink.\n\nAnd more") == [
        "It stands in (treaty-2001 art. 9).",
        "So I think.",
        "And more",
    ]
    assert sentences("贸易很少。我这样认为！") == ["贸易很少。", "我这样认为！"]


def test_what_was_ready_stays_so(tmp_path):
    look(GOOD, "yu-1999 c10")
    look("short", None)
    state = progress.record("T.open")["state"]
    assert state == "ready"
