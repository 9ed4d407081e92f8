"""Code the chronology entries by keywords alone: python tests/rule_coder.py

This is the coder called ``rules`` in codings.csv: a machine that knows no history.
It tries a fixed list of keywords from the top and takes the first that fits. The
list was drawn up from the codebook and the wording of the entries, and was never
adjusted to the settled codes in events.csv: its mistakes are part of the lesson.

Notes
-----
One act per entry. The doer is the actor right after "by"; failing that, for words of
saying, the actor nearest to the word, else the first one named. The target is the next
other actor named. The sign follows from the code (01 is 0, 02 to 08 are +, the rest -)
and is 0 unless both China and Russia are named. The confidence is 1 without a keyword,
2 if several rules would have fitted, 3 if only one did.
"""

import re
import sys

import pandas as pd

COLUMNS = ["coder_id", "locator", "unit", "source", "target", "cameo_code", "sign", "confidence", "comment"]
#: Country words and the names of leaders, by the code of the actor.
ACTORS = {
    "CHN": r"Chin(?:a|ese)\b|Sino-|Beijing|PRC\b|PLA\b|Harbin|Jiang|Zhu\b|Li Peng|Chi Haotian|Zhang",
    "RUS": r"Russian?\b|Russo-|Moscow|Kremlin|Duma|Yeltsin|Putin|Ivanov|Kasyanov|Sergeyev|Stepashin|Chernomyrdin",
    "USA": r"U\.S\.|Americans?\b|Washington|Clinton", "TWN": r"Taiwan|Taipei|Chen Shui-bian", "PRK": r"North Korea|Pyongyang",
    "KOR": r"South Korea|Seoul", "JPN": r"Japan(?:ese)?\b|Okinawa", "YUG": r"Yugoslav(?:ia|ian)?\b|Belgrade|Serb", "KAZ": r"Kazakhstan",
    "TJK": r"Tajikistan|Dushanbe", "GBR": r"Britain|British|London", "NAT": r"NATO\b", "UNO": r"UN\b|United Nations",
    "EUR": r"Europe(?:an)?\b", "S5": r"Shanghai[- ](?:5|Five)\b",
}
ACTOR = re.compile(r"(?<!\w)(?:" + "|".join(f"(?P<{code}>{words})" for code, words in ACTORS.items()) + ")")
AGENT = re.compile(r"\bby (?:(?:a|an|the|President(?:-elect)?) )*" + ACTOR.pattern)
#: Keywords, CAMEO code, and whether the actor nearest to the keyword is the doer.
RULES = [(re.compile(words, re.IGNORECASE), cameo, nearest) for words, cameo, nearest in [
    (r"\bwalk(?:s|ed)? out\b|\bwalk-?out\b", "140", False),
    (r"\b(?:bans?|banned|forbids?|forbade|embargo)\b", "163", False),
    (r"\bden(?:y|ies|ied)\b", "016", True),
    (r"\bdemonstrat(?:e|es|ed|ions?)\b|\bprotests?\b", "141", False),
    (r"\bpoach\w*|\bdetain\w*|\barrest\w*|\bviolat\w*", "173", False),
    (r"\bsign(?:s|ed|ing)?\b", "057", False),
    (r"\bphone[sd]?\b|\btelephone\w*|\bhotline\b", "041", False),
    (r"\bcongratulat\w*|\bhail(?:s|ed|ing)?\b|\bprais\w+", "051", True),
    (r"\bmay (?:ally|join|take)\b|\bconsider\w*", "014", True),
    (r"\boffer(?:s|ed)?\b", "031", True),
    (r"\bwould (?:meet|visit|pay|go)\b|\bvisit\b.*\b(?:announce[sd]?|confirm(?:s|ed)?|agreed)\b"
     r"|\b(?:announce[sd]?|confirm(?:s|ed)?|agrees?)\b.*\b(?:visit|summit|meet)\b", "036", True),
    (r"\bpostpone[sd]?\b|\bput off\b|\bdelay(?:s|ed)?\b", "120", True),
    (r"\btrain(?:s|ed|ing)\b|\bexercises?\b|\bshipped\b|\bsold\b|\bdelivered\b", "062", False),
    (r"\bmeet(?:s|ings?)?\b|\bmet\b|\btalks\b|\bnegotiat\w+|\bconsultations?\b|\bdiscuss(?:es|ions?)?\b", "046", False),
    (r"\btrade\b|\broutes?\b|\brailway\b|\bexports?\b|\bimports?\b", "061", False),
    (r"\bapprov\w+|\bdecides?\b|\bresolves?\b|\bwill (?:buy|purchase)\b|\bpromises?\b", "031", False),
    (r"\bhosts?\b", "043", False),
    (r"\bvisit(?:s|ed)?\b|\bcomes? to\b|\bset out\b|\barriv\w+", "042", False),
    (r"\bstates?\b|\bsays?\b|\bclaims?\b|\breports?\b|\bpoints? out\b|\bannounce[sd]?\b|\bconfirm(?:s|ed)?\b", "010", True),
]]


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
    rows = []
    for locator, text in zip(entries["locator"], entries["text"], strict=True):
        fits = [(found, cameo, nearest) for words, cameo, nearest in RULES if (found := words.search(text))]
        found, cameo, nearest = fits[0] if fits else (None, "010", False)
        named = list(ACTOR.finditer(text)) or [re.match("(?P<CHN>)", text)]  # no actor at all: China, for want of a better guess
        agents = list(AGENT.finditer(text))
        doer = agents[-1] if agents else min(named, key=lambda actor: abs(actor.start() - found.end())) if nearest else named[0]
        others = [actor.lastgroup for actor in named if actor.lastgroup != doer.lastgroup]
        sign = "0" if cameo < "02" or not {"CHN", "RUS"} <= {doer.lastgroup, *others} else "+" if cameo < "09" else "-"
        rows.append(["rules", locator, 1, doer.lastgroup, others[0] if others else "", cameo, sign, 1 if not fits else 2 if len(fits) > 1 else 3,
                     f"keyword: {found.group().split()[0].lower().rstrip(',')}" if found else "no keyword"])
    return pd.DataFrame(rows, columns=COLUMNS)


if __name__ == "__main__":
    import sinorus
    code(sinorus.entries()).to_csv(sys.stdout, index=False, lineterminator="\n")
