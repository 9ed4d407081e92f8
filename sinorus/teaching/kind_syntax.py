"""What is said, in a sentence, of a line that Python cannot read."""

import keyword
import re

_OPEN = {"(": ")", "[": "]", "{": "}"}
_CURLY = "“”„‟«»‘’‚"
#: Words with blanks between them where a value stands, no quotation mark round them.
_BARE = re.compile(r"(?:(?<![=!<>])=|[(\[,])\s*(\w+(?:[ .-]+[\w¶]+)+)\s*(?=$|[,)\]])", re.MULTILINE)
#: A number with its unit, where the number alone is asked for.
_COUNTED = re.compile(
    r"(?<![=!<>])[=(,]\s*(\d+)[ -]?(?:days?|weeks?|months?|years?|hours?|minutes?)\s*(?=$|[,)])",
    re.MULTILINE | re.IGNORECASE,
)
#: The same behind two equals signs.
_ASKED = re.compile(r"==\s*([^\W\d]\w*(?: [^\W\d]\w*)+)\s*(?=$|[\]),])", re.MULTILINE)
#: A word of Python's own where a value stands, such as the "for" of a judge.
_OWN = re.compile(
    rf"(?<![=!<>])[=(\[,]\s*({'|'.join(keyword.kwlist)})\s*(?=[,\])]|$)", re.MULTILINE
)
#: A text that ends at a quotation mark which was meant to stand inside it; texts are empty here.
_INNER = re.compile(r'""\s*\w[\w .,]*""')
#: Between two things in brackets no comma, where the second has a name: x="start" y="kind".
_NO_COMMA = re.compile(r'[(,]\s*\w+\s*=\s*(?:""|[\w.]+)\s+(\w+)\s*=(?!=)')
#: What belongs in the brackets of encode stands behind them.
_BEHIND = re.compile(r"\.encode\([^()]*(?:\([^()]*\)[^()]*)*\)\s*,?\s*(\w+)\s*=(?!=)")
_LITERAL = re.compile(r"\"\"\".*?\"\"\"|'''.*?'''|\"[^\"\n]*\"|'[^'\n]*'|#[^\n]*", re.DOTALL)
#: Letters of an answer in their order, no quotation mark round them.
_CHAIN = re.compile(r"(?<![\w.\"'])\(*[a-hA-H]\)*(?:\s*[<>=]+\s*\(*[a-hA-H]\b\)*)+(?![\w.(\[])")
#: Words in their order; a comparison of Python's own has two sides only.
_CHAIN_OF_WORDS = re.compile(r"(?<![\w.\"'])[^\W\d]\w*(?:\s*[<>]\s*[^\W\d]\w*){2,}(?![\w.(\[])")
_ELSE = (
    "Python cannot read this line. Most often a quotation mark, a comma or a bracket is missing, "
    "just before the place that the arrow ^ shows."
)


def sentence(error, cell):
    """Say what is most probably wrong with a line that cannot be read.

    Parameters
    ----------
    error : SyntaxError
        What Python found.
    cell : str
        The whole cell.

    Returns
    -------
    str

    Examples
    --------
    >>> from sinorus.teaching.kind_syntax import sentence
    >>> try:
    ...     compile("answer = 8th", "cell", "exec")
    ... except SyntaxError as error:
    ...     print(sentence(error, "answer = 8th"))
    A number with letters is a text. Put it between quotation marks: "8 May" or "c7".
    """
    message = str(error.msg or "")
    line = (error.text or cell).strip()
    if not message:
        return ""
    for pattern, said in _RULES:
        if re.search(pattern, message):
            found = said(line, cell, message) if callable(said) else said
            if found:
                return found
    return _ELSE


def chain(code, name=""):
    """Find an order of letters or words without quotation marks round it; empty if there is none.

    Examples
    --------
    >>> from sinorus.teaching.kind_syntax import chain
    >>> chain("answer = c < b = a"), chain("answer = 'c < b'")
    ('c < b = a', '')
    """
    for pattern in (_CHAIN, _CHAIN_OF_WORDS):
        for found in pattern.findall(without_texts(code)):
            if not name or name in re.findall(r"\w+", found):
                return found.rstrip(")") if "(" not in found else found
    return ""


def without_texts(code):
    """A cell without what stands between quotation marks or behind a #."""
    return _LITERAL.sub('""', code)


def _character(line, cell, message):
    sign = re.search(r"character '(.)'", message)
    sign = sign[1] if sign else ""
    if sign and sign in _CURLY:
        return (
            f"The quotation mark {sign} comes from a word processor. Delete it and type it on your "
            "keyboard, \" or '."
        )
    if sign == "…":
        return "Replace the three dots with your answer."
    if sign == "¶":
        return 'The sign ¶ stands only between quotation marks, and "Yu 1999 p14" is as good.'
    return f"The sign {sign} can stand only in a text, between quotation marks." if sign else ""


def _open_text(line, cell, message):
    """A text without its end; also what IPython calls an incomplete input."""
    if re.search(r"(?<![\w'])'[^'\"]*\w'\w", line):
        return (
            "The apostrophe inside your text ends it. Put the whole text between double marks, "
            'such as "It\'s here".'
        )
    if cell.count('"""') % 2 or cell.count("'''") % 2 or "triple" in message:
        return "A text that begins with three quotation marks must end with three."
    if "incomplete" in message and not re.search(r"[\"']", without_texts(line).replace('""', "")):
        return ""
    return (
        "A text ends with a quotation mark on the line on which it begins. Add the missing one; a "
        'text of several lines stands between three marks at each end: """ ... """.'
    )


def _open_bracket(line, cell, message):
    bare = without_texts(cell)
    for sign, end in _OPEN.items():
        if bare.count(sign) > bare.count(end):
            return f"The bracket {sign} was opened and not closed. Write {end} where it ends."
    return ""


def _wrong_bracket(line, cell, message):
    found = re.search(r"'(.)' does not match opening parenthesis '(.)'", message)
    if found:
        return (
            f"What begins with {found[2]} ends with {_OPEN[found[2]]}, and here stands {found[1]}."
        )
    found = re.search(r"unmatched '(.)'", message)
    return f"There is one {found[1]} too many, or its beginning is missing." if found else ""


def _print(line, cell, message):
    rest = re.sub(r"(?<![=!<>])=(?!=)", "==", line.partition("print")[2].strip())
    asked = " Two equals signs ask whether things are equal." if "==" in rest else ""
    return f"print takes round brackets: `print({rest})`.{asked}"


def _behind(line, cell):
    """Say that a channel stands behind the bracket of encode that it belongs into."""
    found = _BEHIND.search(without_texts(cell))
    if not found:
        return ""
    return (
        f"The bracket of encode closes too early: `{found[1]}=...` belongs inside it, behind a "
        f"comma. Take the closing bracket away before `{found[1]}`, and put it at the end."
    )


def _equals(line, cell, message):
    if said := _behind(line, cell):
        return said
    if re.match(r"\s*([\"']).*?\1\s*=(?!=)", line):
        return 'The name before = stands without quotation marks, such as answer = "b".'
    if re.search(r"[(,]\s*([\"'])\w+\1\s*=(?!=)", line):
        return 'Between brackets the word before = stands without quotation marks: x="year".'
    if ordered := chain(line):
        return f'Put your whole answer between quotation marks: "{ordered}".'
    return (
        "One equals sign gives something a name; two ask whether things are equal. Here you ask, "
        "so write ==."
    )


def _number(line, cell, message):
    if re.search(r"\d{4}-\d", line):
        return 'A day stands between quotation marks, such as "14 May 1999".'
    if found := _COUNTED.search(without_texts(line)):
        return f"Here a number is asked. Write it alone, without its unit: {found[1]}."
    if "leading zeros" in message:
        return 'A number that begins with 0 stands between quotation marks, such as "04.1".'
    return 'A number with letters is a text. Put it between quotation marks: "8 May" or "c7".'


def _words(line, cell, message):
    """Words without quotation marks, or quotation marks inside a text."""
    if said := _behind(line, cell):
        return said
    if found := _NO_COMMA.search(without_texts(line)):
        return f"Between two things in brackets stands a comma. One is missing before `{found[1]}`."
    if found := _ASKED.search(without_texts(line)):
        return f'Words stand between quotation marks, also behind ==: `== "{found[1]}"`.'
    if found := _COUNTED.search(without_texts(line)):
        return f"Here a number is asked. Write it alone, without its unit: {found[1]}."
    found = _BARE.search(without_texts(line))
    if found and not set(re.findall(r"\w+", found[1])) & set(keyword.kwlist):
        return f'Words, places and days stand between quotation marks: "{found[1]}".'
    if own := _OWN.search(without_texts(line)):
        return (
            f"`{own[1]}` is a word of Python's own. As an answer each word stands between "
            f'quotation marks: "{own[1]}".'
        )
    if _INNER.search(without_texts(line)):
        return (
            "A quotation mark inside your text ends it. Use single ones inside, such as "
            "\"He said 'alliance'\"."
        )
    if re.match(r"\w+( \w+)+\s*=(?!=)", line):
        return "A name before = is one word, such as answer or my_answer."
    return "The two equals signs stand together: ==." if re.search(r"=\s+=", line) else ""


#: What Python's message has, and what is said; the first that says something wins.
_RULES = (
    (r"non-printable", "Delete the blanks of this line and type them again: one was copied."),
    (r"invalid character", _character),
    (r"unterminated|EOL while|incomplete input|EOF while", _open_text),
    (r"never closed|incomplete input|EOF while|forgot a comma", _open_bracket),
    (r"does not match opening|unmatched", _wrong_bracket),
    (r"Missing parentheses in call to 'print'", _print),
    (r"meant '=='|meant \"==\"|cannot assign", _equals),
    (r"leading zeros|invalid decimal literal", _number),
    (
        r"positional argument follows",
        "Between brackets, what has a name and = comes last. Or does an inner bracket close too "
        "late? Then close it before the comma: `sort_values(..., ascending=False), shown`.",
    ),
    (r"expected ':'", "A line that begins with for, if or def ends with a colon :."),
    (r"unexpected indent", "This line begins with blanks. Delete them."),
    (r"expected an indented block", "The line below the colon begins with four blanks."),
    (r"invalid syntax|part of the string", _words),
    (r"forgot a comma", "Between two things in brackets stands a comma. Is one missing?"),
)
