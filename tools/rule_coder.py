"""Code the chronology entries by keywords alone: python tools/rule_coder.py

This is the coder called ``rules`` in codings.csv: a machine that knows no history.
It tries a fixed list of rules from the top and takes the first that fits. The list
was drawn up from the codebook and the wording of the entries, and was never adjusted
to the settled codes in events.csv: its mistakes are part of the lesson.

Notes
-----
One act per entry. The doer is the actor of the last "by ..."; failing that, for words
of saying and the like, the actor whose name begins nearest to the end of the word; else
the first one named. The target is the first other actor named. The sign follows from
the code (01 is 0, 02 to 08 are +, the rest -) and is 0 unless both China and Russia are
named. The confidence is 1 without a keyword, 2 if several rules would have fitted, 3 if
only one did.
"""

import re
import sys
from typing import NamedTuple

import pandas as pd

COLUMNS = [
    "coder_id",
    "locator",
    "unit",
    "source",
    "target",
    "cameo_code",
    "sign",
    "confidence",
    "comment",
]
#: Country words and the names of leaders, by the code of the actor.
ACTORS = {
    "CHN": (
        r"Chin(?:a|ese)\b|Sino-|Beijing|PRC\b|PLA\b|Harbin|Jiang|Zhu\b|Li Peng|Chi Haotian|Zhang"
    ),
    "RUS": (
        r"Russian?\b|Russo-|Moscow|Kremlin|Duma|Yeltsin|Putin|Ivanov|Kasyanov|Sergeyev|Stepashin|Chernomyrdin"
    ),
    "USA": r"U\.S\.|Americans?\b|Washington|Clinton",
    "TWN": r"Taiwan|Taipei|Chen Shui-bian",
    "PRK": r"North Korea|Pyongyang",
    "KOR": r"South Korea|Seoul",
    "JPN": r"Japan(?:ese)?\b|Okinawa",
    "YUG": r"Yugoslav(?:ia|ian)?\b|Belgrade|Serb",
    "KAZ": r"Kazakhstan",
    "TJK": r"Tajikistan|Dushanbe",
    "GBR": r"Britain|British|London",
    "NAT": r"NATO\b",
    "UNO": r"UN\b|United Nations",
    "EUR": r"Europe(?:an)?\b",
    "S5": r"Shanghai[- ](?:5|Five)\b",
}
#: An actor; the name of the group is the actor's code.
ACTOR = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{code}>{words})" for code, words in ACTORS.items()) + ")"
)
#: An actor after "by".
AGENT = re.compile(r"\bby (?:(?:a|an|the|President(?:-elect)?) )*" + ACTOR.pattern)


def words(pattern):
    """A pattern of whole words, in small or capital letters."""
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


class Rule(NamedTuple):
    """A CAMEO code and the keyword that calls for it."""

    cameo_code: str
    keyword: re.Pattern
    #: Whether the actor nearest to the keyword is the doer, or else the first one named.
    nearest: bool = False
    #: What the entry must also contain.
    beside: re.Pattern = re.compile("")


RULES = [
    Rule("140", words(r"walk(?:s|ed)? out|walk-?out")),
    Rule("163", words(r"bans?|banned|forbids?|forbade|embargo")),
    Rule("016", words(r"den(?:y|ies|ied)"), nearest=True),
    Rule("141", words(r"demonstrat(?:e|es|ed|ions?)|protests?")),
    Rule("173", words(r"poach\w*|detain\w*|arrest\w*|violat\w*")),
    Rule("057", words(r"sign(?:s|ed|ing)?")),
    Rule("041", words(r"phone[sd]?|telephone\w*|hotline")),
    Rule("051", words(r"congratulat\w*|hail(?:s|ed|ing)?|prais\w+"), nearest=True),
    Rule("014", words(r"may (?:ally|join|take)|consider\w*"), nearest=True),
    Rule("031", words(r"offer(?:s|ed)?"), nearest=True),
    Rule("036", words(r"would (?:meet|visit|pay|go)"), nearest=True),
    Rule(
        "036",
        words(r"announce[sd]?|confirm(?:s|ed)?|agree[sd]?"),
        nearest=True,
        beside=words("visit|summit|meet"),
    ),
    Rule("120", words(r"postpone[sd]?|put off|delay(?:s|ed)?"), nearest=True),
    Rule("062", words(r"train(?:s|ed|ing)|exercises?|shipped|sold|delivered")),
    Rule(
        "046", words(r"meet(?:s|ings?)?|met|talks|negotiat\w+|consultations?|discuss(?:es|ions?)?")
    ),
    Rule("061", words(r"trade|routes?|railway|exports?|imports?")),
    Rule("031", words(r"approv\w+|decides?|resolves?|will (?:buy|purchase)|promises?")),
    Rule("043", words(r"hosts?")),
    Rule("042", words(r"visit(?:s|ed)?|comes? to|set out|arriv\w+")),
    Rule(
        "010",
        words(r"states?|says?|claims?|reports?|points? out|announce[sd]?|confirm(?:s|ed)?"),
        nearest=True,
    ),
]


def code_entry(text):
    """Source, target, CAMEO code, sign, confidence and comment of one entry."""
    fits = [
        (rule, word)
        for rule in RULES
        if (word := rule.keyword.search(text)) and rule.beside.search(text)
    ]
    rule, word = fits[0] if fits else (Rule("010", words("")), None)
    actors = list(ACTOR.finditer(text))
    if not actors:
        raise ValueError(f"no actor in the entry: {text}")
    if agents := list(AGENT.finditer(text)):
        source = agents[-1].lastgroup
    elif rule.nearest:
        source = min(actors, key=lambda actor: abs(actor.start() - word.end())).lastgroup
    else:
        source = actors[0].lastgroup
    named = [actor.lastgroup for actor in actors]
    target = next((actor for actor in named if actor != source), "")
    root = rule.cameo_code[:2]
    if root == "01" or not {"CHN", "RUS"} <= set(named):
        sign = "0"
    else:
        sign = "+" if root <= "08" else "-"
    confidence = 1 if not fits else 3 if len(fits) == 1 else 2
    comment = f"keyword: {word.group().split()[0].lower()}" if word else "no keyword"
    return source, target, rule.cameo_code, sign, confidence, comment


def code(entries):
    """Code chronology entries, one act each.

    Parameters
    ----------
    entries : pandas.DataFrame
        With the columns ``locator`` and ``text``, as from `sinorus.entries`.

    Returns
    -------
    pandas.DataFrame
        The columns of codings.csv, one row per entry.
    """
    rows = [
        ("rules", locator, 1, *code_entry(text))
        for locator, text in zip(entries["locator"], entries["text"], strict=True)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


if __name__ == "__main__":
    import sinorus

    code(sinorus.entries()).to_csv(sys.stdout, index=False, lineterminator="\n")
