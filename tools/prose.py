"""The prose of a notebook as it is read: its words, its sentences, what is missing in them."""

import html
import re

from verb_forms import (
    AFTER_A_NOUN,
    BEFORE_A_NOUN,
    NOT_PAST,
    NOUNS,
    PAST,
    SUBJECTS,
    SURE,
    VERBS,
)

_LINK = re.compile(
    r"""!?\[((?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]      # its words
    \((?:[^()\s"]|\([^()]*\))*(?:\s+"(?:\\.|[^"\\])*")?\)  # its address and hover text""",
    re.VERBOSE,
)
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
#: Bold words at the head of a paragraph, such as "**Page 1, May.**", are a small heading.
_LEAD = re.compile(r"^\*\*([^*]+)\*\*(?=\s|$)")
_LEAD_WORDS = 8
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]|\(?[a-z]\))\s")
_END = re.compile(r"""([.!?…]["”’')\]*_]*)\s+(?=["“‘'(\[*_]*[A-Z0-9À-Þ])""")
_SHORT_FORMS = {"mr.", "mrs.", "ms.", "dr.", "st.", "gen.", "col.", "vol.", "no.", "e.g.", "i.e."}
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TOKEN = re.compile(rf"{_WORD.pattern}|[,;:]")
_MONTHS = (
    "january february march april may june july august september october november december".split()
)


def plain(markdown):
    """Take the markup off: links keep their words, code its text, tags go.

    Parameters
    ----------
    markdown : str

    Returns
    -------
    str

    Examples
    --------
    >>> from prose import plain
    >>> plain('He [does **not** call](reader/yu-1999.md#p14 "Yu 1999 ¶14: (a) talk").')
    'He does not call.'
    """
    return plain_but_code(markdown).replace("`", "")


def plain_but_code(markdown):
    """The same, with code still between its marks."""
    text = _LINK.sub(r"\1", _FENCE.sub(" ", markdown))
    text = html.unescape(re.sub(r"</?[a-zA-Z][^>]*>", " ", text))
    return re.sub(r"[*#|>]+|(?<!\w)_|_(?!\w)", "", text)


def count_words(markdown):
    """Count the words of a text; what has no letter and no figure is none.

    Parameters
    ----------
    markdown : str

    Returns
    -------
    int

    Examples
    --------
    >>> from prose import count_words
    >>> count_words("## Two words\\n\\n---\\n\\n- and [two more](reader/words.md)")
    5
    """
    return sum(any(map(str.isalnum, word)) for word in plain(markdown).split())


def count_links(markdown):
    """Count the links of a text; a picture is none.

    Parameters
    ----------
    markdown : str

    Returns
    -------
    int

    Examples
    --------
    >>> from prose import count_links
    >>> count_links("He [called](reader/yu-1999.md#p14). ![A picture](may.png)")
    1
    """
    return sum(not found.group().startswith("!") for found in _LINK.finditer(markdown))


def blocks(markdown):
    """Cut a text into blocks.

    Parameters
    ----------
    markdown : str

    Returns
    -------
    list of (str, str)
        What each is (``heading``, ``table``, ``item``, ``quote``, ``label`` or ``paragraph``) and
        its text, still with markup.

    Examples
    --------
    >>> from prose import blocks
    >>> blocks("# One\\ntwo\\nthree\\n- four\\n| five |")
    [('heading', '# One'), ('paragraph', 'two three'), ('item', '- four'), ('table', '| five |')]
    """
    found = []
    going_on = False
    for line in _FENCE.sub("", markdown).splitlines():
        kind = _kind(line)
        if kind == "paragraph" and going_on and found[-1][0] in ("paragraph", "item", "quote"):
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
        elif kind:
            found.append((kind, line.strip()))
        going_on = bool(kind)
    return found


def _kind(line):
    text = line.strip()
    if not text or re.fullmatch(r"[-*_]{3,}", text):
        return ""
    for kind, begins in (("heading", "#"), ("table", "|"), ("quote", ">"), ("label", "<")):
        if text.startswith(begins):
            return kind
    return "item" if _ITEM.match(line) else "paragraph"


def sentences(markdown):
    """List the sentences of the running text: no headings, lists, tables, quotations.

    Parameters
    ----------
    markdown : str

    Returns
    -------
    list of str

    Examples
    --------
    >>> from prose import sentences
    >>> sentences("**Page 1.** He saw H. Lyman Miller. Why?\\n\\n- a list")
    ['He saw H. Lyman Miller.', 'Why?']
    """
    found = []
    for kind, text in blocks(markdown):
        if kind == "paragraph":
            lead = _LEAD.match(text)
            if lead and len(lead[1].split()) <= _LEAD_WORDS:
                text = text[lead.end() :]
            text = re.sub(r"`[^`]*`", "code", text)
            found += _cut(" ".join(plain(text).split()))
    return found


def _cut(text):
    parts, begin = [], 0
    for end in _END.finditer(text):
        last = text[begin : end.end(1)].split()[-1].strip("\"'“”‘’()[]").lower()
        if last not in _SHORT_FORMS and not re.fullmatch(r"(?:[^\W\d_]\.)+", last):
            parts.append(text[begin : end.end(1)])
            begin = end.end()
    return [part.strip() for part in [*parts, text[begin:]] if count_words(part)]


def has_verb(sentence):
    """Say whether a sentence seems to have a finite verb.

    Lists of common verbs and endings decide, together with the word before. It cannot see grammar:
    a verb that is not in the lists is missed, and "the treaty signed in Moscow" or "Council votes
    on Kosovo" passes for a sentence.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    bool

    Examples
    --------
    >>> from prose import has_verb
    >>> has_verb("He calls."), has_verb("Two calls, and a visit to Moscow.")
    (True, False)
    """
    words = _TOKEN.findall(sentence.replace("’", "'"))
    return any(_is_verb(words, place) for place in range(len(words)))


def _is_verb(words, place):
    word = words[place].lower()
    after = words[place + 1].lower() if place + 1 < len(words) else ""
    if word == "may":
        return words[place] == "may" or (place == 0 and not after.isdigit())
    if word in SURE:
        return True
    stem = _stem(word)
    past = word in PAST or (word.endswith("ed") and len(word) > 4 and word not in NOT_PAST)
    if not (past or stem in VERBS or stem in NOUNS):
        return False
    if place == 0 or words[place - 1] in ",;:":
        asked = word == stem and (stem in VERBS or (place == 0 and after not in AFTER_A_NOUN))
        # "a man, once feared, waits": the second comma closes what the first opened
        return asked or words[:place].count(",") > 1
    before = words[place - 1].lower()
    if before.endswith("ly") and place > 1:
        before = words[place - 2].lower()
    if before in SUBJECTS:
        return past or word == stem or before == "one" or before not in BEFORE_A_NOUN
    if before == "this" and word != stem:
        return True
    if before in BEFORE_A_NOUN or before.endswith("'s"):
        return False
    if not past and word == stem and stem not in VERBS:
        return before.endswith("s") or (place > 1 and words[place - 2].lower() == "and")
    return True


def _stem(word):
    """The base form of a form in -s."""
    if not word.endswith("s") or word.endswith("ss"):
        return word
    for stem in (word[:-3] + "y" if word.endswith("ies") else "", word[:-1], word[:-2]):
        if stem in VERBS or stem in NOUNS:
            return stem
    return word


def verbless(markdown):
    """List the sentences that seem to have no verb.

    Days and times alone ("Moscow, 27 May 1999.", "Ninety minutes in class.") and a row behind a
    colon are no such sentences.

    Parameters
    ----------
    markdown : str

    Returns
    -------
    list of str

    Examples
    --------
    >>> from prose import verbless
    >>> verbless("May 1999. The president does not answer. A long silence.")
    ['A long silence.']
    """
    return [text for text in sentences(markdown) if not (has_verb(text) or _may_lack_one(text))]


def _may_lack_one(sentence):
    words = [word.lower() for word in _WORD.findall(sentence)]
    dates = sum(word in _MONTHS or word.isdigit() for word in words)
    if (dates and dates >= len(words) - 2) or words[1:2] == ["minutes"]:
        return True
    _, colon, row = sentence.partition(":")
    return bool(colon) and bool(re.search(r",|\b(?:and|or)\b", row))
