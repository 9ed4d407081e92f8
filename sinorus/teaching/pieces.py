"""The pieces of which an answer is made: a text, the parts of a list, the one thing in it."""

import itertools
import numbers
import re

#: An answer with more parts than this is no answer but a table left over from somewhere.
MOST = 2000
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


class Unreadable(Exception):
    """The answer has another form than the question asks for."""


def text(answer, exercise=None):
    """Read a word or sentence: small letters, straight quotation marks, no outer marks."""
    if isinstance(answer, str):
        plain = re.sub(r"\s+", " ", answer[:20_000].translate(QUOTES))
        return plain.strip(" .,;:!?\"'`()[]").casefold()
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, numbers.Real):
        try:
            return format(answer if isinstance(answer, int) else float(answer), "g")
        except OverflowError:
            # a number of hundreds of digits
            raise Unreadable("a word or a sentence in quotation marks") from None
    inner = alone(answer)
    if inner is not None:
        return text(inner)
    raise Unreadable("a word or a sentence in quotation marks")


def parts(answer, column=None):
    """List the parts of an answer.

    Parameters
    ----------
    answer : object
        A list, tuple, set, Series, Index, array, table of one column, keys of a dict, or a text
        with commas or "and".
    column : str, optional
        The column that is taken of a table with several.

    Returns
    -------
    list

    Raises
    ------
    Unreadable
        If there is no list in it, or a very long one.
    """
    if isinstance(answer, str):
        # blanks are taken off each piece and not sought by the pattern, which would take long
        cut = re.split(r"[,;\n]|\band\b|&", answer[:20_000].strip(" []()"))
        return [piece for piece in map(str.strip, cut) if piece]
    if isinstance(answer, int | float):
        return [answer]
    shape = getattr(answer, "shape", None)
    if isinstance(shape, tuple) and shape and isinstance(shape[0], int) and shape[0] > MOST:
        raise Unreadable(f"a short list; yours has {shape[0]:,} rows")
    if hasattr(answer, "columns") and hasattr(answer, "iloc"):
        if column in answer.columns:
            answer = answer[column]
        elif column and answer.index.name == column:
            answer = answer.index
        elif len(answer.columns) != 1:
            raise Unreadable("one list or one column; yours is a table with several columns")
        else:
            answer = answer.iloc[:, 0]
    if hasattr(answer, "tolist"):
        answer = answer.tolist()
    kinds = ("dict_keys", "dict_values")
    if isinstance(answer, list | tuple | set | frozenset | dict) or type(answer).__name__ in kinds:
        found = list(itertools.islice(answer, MOST + 1))
        if found and all(isinstance(part, bool) for part in found):
            raise Unreadable(
                "a list of what you found; yours is only the test, true or false for each row. "
                "Put it between the brackets of table[...]"
            )
        if len(found) > MOST:
            raise Unreadable("a short list; yours is very long")
        return found
    raise Unreadable('a list such as ["one", "two"]')


def alone(answer):
    """The only thing in a list, set, Series, array or table; None if there are several or none."""
    if isinstance(answer, list | tuple | set | frozenset) and len(answer) == 1:
        return next(iter(answer))
    if getattr(answer, "size", None) == 1 and hasattr(answer, "to_numpy"):
        return answer.to_numpy(dtype=object).ravel()[0]
    if getattr(answer, "size", None) == 1 and hasattr(answer, "item"):
        return answer.item()
    return None
