"""Essays: what can be counted is counted, what is cited is looked up, no opinion is judged."""

import re

from ..look_up import cited
from .examples import places, printed
from .exercise import Feedback, question_of

#: Scripts that are written without blanks: two of their signs count as a word.
_UNSPACED = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_WORD = re.compile(rf"[{_UNSPACED}]{{1,2}}|[^\W_{_UNSPACED}]+(?:['’-][^\W_{_UNSPACED}]+)*")
#: A sentence ends at its mark, a quotation mark or bracket counted in, before a blank and what does
#: not go on in small letters; "5.7" and "art. 9" go on.
_SENTENCE_END = re.compile(
    r"""((?<!\bart)[.!?]["')\]]*)\s+(?=["'(\[]*[^\W_a-z])|(?<=[。！？])|\n\s*\n"""
)
#: A report and a number without its p: (Yu 1999 16).
_BARE = re.compile(r"\b((?:Yu|Miller|Monitor) (?:1999|2000|2002)) (\d{1,2})(?=[).,;])")
#: A bracket that may be meant as a place: a number stands in it.
_BRACKET = re.compile(r"\([^()\n]*\d[^()\n]*\)")
#: So many words in a row that stand in the question too are copied.
_RUN = 6


def words(text):
    """List the words of a text, in any script.

    Parameters
    ----------
    text : str
        Prose.

    Returns
    -------
    list of str
        In small letters. Of scripts without blanks, such as Chinese, two signs are a word.

    Examples
    --------
    >>> from sinorus.teaching.essays import words
    >>> words("Moscow's arms; 战略协作")
    ["moscow's", 'arms', '战略', '协作']
    """
    return [word.casefold() for word in _WORD.findall(text[:200_000])]


def sentences(text):
    """Cut a text into its sentences.

    Examples
    --------
    >>> from sinorus.teaching.essays import sentences
    >>> sentences("Trade fell (yu-1999 p3). It rose later!")
    ['Trade fell (yu-1999 p3).', 'It rose later!']
    """
    marked = _SENTENCE_END.sub(lambda end: f"{end[1] or ''}\0", text[:200_000])
    cut = (" ".join(piece.split()) for piece in marked.split("\0"))
    return [sentence for sentence in cut if re.search(r"\w", sentence)]


def look(question, answer, against=None):
    """Look at an essay: its length, its citations, and the passage that speaks against it.

    Parameters
    ----------
    question : Open
        The open question.
    answer : object
        What was written.
    against : str, optional
        The passage that, by its writer's own word, speaks against the thesis.

    Returns
    -------
    Feedback
        ``unfinished`` with the next thing to do, or ``ready`` with rubric and model answers.
    """
    if not isinstance(answer, str):
        return _unfinished(
            question,
            "form",
            'Write your answer as a text between triple quotation marks: answer = """...""".',
        )
    found, missing = cited(answer)
    written = words(answer)
    filler = _filler(question, answer, written)
    if filler:
        return _unfinished(question, *filler)
    if len(written) < question.words:
        count = f"{len(written)} word{'s' * (len(written) != 1)}"
        return _unfinished(
            question,
            "short",
            f"This is a start, with {count}. Write at least {question.words}: a claim, why, and "
            "what speaks against it.",
        )
    if missing:
        return _unfinished(
            question,
            "citation",
            f"This citation leads nowhere: {', '.join(missing)[:120]}. Is the number right?",
        )
    if bare := _BARE.search(answer):
        return _unfinished(
            question,
            "citation",
            f"Before the number of a paragraph stands p: not ({bare[0]}), but ({bare[1]}"
            f" p{bare[2]}).",
        )
    if len(found) < question.citations:
        have = f"you cite {printed(found[0])}" if found else "you cite none yet"
        such = printed(places(question)[0])
        lost = [one for one in _BRACKET.findall(answer) if not any(cited(one))]
        unread = f" No address is found in {', '.join(lost)[:80]}." if lost else ""
        return _unfinished(
            question,
            "uncited",
            f"Cite at least {question.citations} passages in your text, the one against you too, "
            f"each in brackets behind what it shows, such as ({such})"
            f"{', and p will do for ¶' * ('¶' in such)}, or (treaty-2001 art9); {have}.{unread}",
        )
    return _weighed(question, answer, found, len(written), against)


def _weighed(question, answer, found, count, against):
    """The last step: which of the passages speaks against the thesis, in its writer's own view?"""
    if against is None:
        return _unfinished(
            question,
            "against",
            f"{count} words; you cite {', '.join(map(printed, found))}. Which of them speaks "
            "against your own first sentence? Only you can say: write it on a line of its own, "
            f'such as against = "{printed(found[-1])}", and answer it in your text. If none does, '
            "look for one.",
        )
    named, unknown = cited(str(against)[:200])
    if unknown or len(named) != 1:
        return _unfinished(
            question,
            "against",
            f'Name one passage that you cite, such as against = "{printed(found[-1])}".',
        )
    if named[0] not in found:
        return _unfinished(
            question,
            "against",
            f"You name {printed(named[0])} as the passage against you, but your text does not "
            "cite it. Cite it there, and answer it.",
        )
    said = sentences(answer)
    here = [place for place, sentence in enumerate(said) if named[0] in cited(sentence)[0]]
    # a place can be cited twice: for oneself, and where one names what is against one
    at = next((place for place in here if "against" in said[place].casefold()), here[0])
    lines = [
        f"{count} words, {len(found)} passages. Against yourself you name {printed(named[0])}: "
        f'"{_short(said[at])}"',
        "Does it really speak against you? Which sentence of yours answers it? Mark it before you "
        "hand in; if there is none, write it. Whether you convince, people judge, not this page:",
        *(f"[ ] {line}" for line in question.rubric),
    ]
    if weigh := [place for place in question.weigh if place not in found]:
        lines.append(f"Also worth weighing: {', '.join(map(printed, weigh))}.")
    lines.append(
        f'Talk it over first. Then `sinorus.worked("{question.id}")` opens answers that disagree.'
        if not isinstance(question.model, str)
        else f'Talk it over first. Then `sinorus.worked("{question.id}")` opens an answer.'
    )
    return Feedback(question.id, "ready", "\n".join(lines))


def _filler(question, answer, written):
    """Name what is no essay: one word over and over, a copied question, words without sentences."""
    said = sentences(answer)
    if len(written) >= 20 and len(set(written)) < min(len(written) / 4, 80):
        return (
            "filler",
            "This repeats the same words. Say what you think, in sentences of your own.",
        )
    if len(said) >= 4 and len({tuple(words(sentence)) for sentence in said}) <= len(said) / 2:
        return "filler", "This repeats its sentences. Say each thing once."
    asked = set(_runs(words(" | ".join((*question.rubric, question_of(question.id))))))
    own = _runs(written)
    if own and sum(run in asked for run in own) > len(own) / 3:
        return "copied", "Most of this stands in the question. Write what you think, in your words."
    if len(written) >= question.words and len(written) > 60 * len(said):
        return "filler", "Write in sentences, each with a full stop: a reader must follow you."
    return None


def _runs(given):
    return [tuple(given[at : at + _RUN]) for at in range(len(given) - _RUN + 1)]


def _short(sentence):
    plain = " ".join(sentence.split())
    return plain if len(plain) <= 200 else plain[:199].rsplit(" ", 1)[0] + " ..."


def _unfinished(question, name, hint):
    return Feedback(question.id, "unfinished", hint, name)
