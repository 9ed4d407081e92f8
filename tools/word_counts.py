"""Words of reports, counted in the one way the course counts them."""

import re
from collections import Counter

# Initials with stops; numbers with their commas; words with hyphens and apostrophes. "US$5" is
# money, no word.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|(?:\d[\d.,]*(?=\d))?(?>[^\W_]+(?:['-][^\W_]+)*)(?!\$)")


def words(text):
    """List the words of a text as the course counts them.

    Letters are made small, except in words printed wholly in capitals
    (so "US" is not "us"); "U.S." is one word, so are "Su-30" and "non-alliance"; a
    possessive "'s" is taken off; bare numbers and signs of money are left out.

    Parameters
    ----------
    text : str
        Clean text.

    Returns
    -------
    list of str
        The words in the order of the text.

    Examples
    --------
    >>> from word_counts import words
    >>> words("The U.S. and China's 72 Su-30s: NATO's answer to us?")
    ['the', 'U.S.', 'and', 'china', 'su-30s', 'NATO', 'answer', 'to', 'us']
    """
    found = []
    for word in _WORD.findall(text):
        if word[-2:] in ("'s", "'S"):
            word = word[:-2]
        letters = sum(map(str.isalpha, word))
        if letters:
            found.append(word if letters > 1 and word.isupper() else word.lower())
    return found


def count_words(report):
    """Count the words of a report, passage by passage.

    Parameters
    ----------
    report : Report
        As returned by `sinorus.read_report`.

    Returns
    -------
    pandas.DataFrame
        ``report_id``, ``locator``, ``word``, ``count``, as in the table ``word_counts``: prose per
        paragraph with its list items, a chronology pooled (``yu-2000 c``), words in alphabetical
        order.

    Examples
    --------
    >>> import sinorus
    >>> from word_counts import count_words
    >>> report = sinorus.parse_report("A Title\\n\\nby A. Reader\\n\\nNo rain, no thunder.")
    >>> count_words(report)[["word", "count"]].values.tolist()
    [['no', 2], ['rain', 1], ['thunder', 1]]
    """
    import pandas as pd

    counts = {}
    for passage in report.passages:
        counts.setdefault(passage.locator.split(".")[0], Counter()).update(words(passage.text))
    for entry in report.entries:
        counts.setdefault(f"{report.report_id} c", Counter()).update(words(entry.text))
    rows = [
        (report.report_id, locator, word, count)
        for locator, counter in counts.items()
        for word, count in sorted(counter.items())
    ]
    return pd.DataFrame(rows, columns=["report_id", "locator", "word", "count"])
