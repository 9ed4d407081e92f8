"""Files that are no plain text: what they are is seen from their content, never from their name.

PDF, Word and saved web pages are read by well-kept libraries, which come with the extra
``formats``; without them a sentence says how to get them.
"""

import io
import re
import zipfile

from ..errors import SinorusError
from .pdf_pages import page_text

#: What a file of each kind begins with, and what to do about kinds that are not read.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "is a file of an old word processor. Save it there as .docx"),
    (b"{\\rtf", "is rich text. Save it in a word processor as .docx"),
    (b"bplist", "is a web archive of Safari. Save the page as HTML"),
    (b"\x89PNG", "is a picture. Its words must be typed, or read by a program for scans"),
    (b"\xff\xd8\xff", "is a picture. Its words must be typed, or read by a program for scans"),
)
_INSTALL = (
    'python -m pip install -c constraints.txt ".[formats]" in the folder of the course, or'
    " python -m pip install {0}"
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MAIL = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:", re.I)


def kind_of(raw):
    """Say what a file is.

    Parameters
    ----------
    raw : bytes
        Its content.

    Returns
    -------
    str
        ``text``, ``html``, ``pdf``, ``docx``, ``mhtml``; ``""`` for everything else.

    Examples
    --------
    >>> from sinorus.reading.formats import kind_of
    >>> kind_of(b"%PDF-1.7"), kind_of(b"<html><body>"), kind_of(b"A Title")
    ('pdf', 'html', 'text')
    """
    start = raw[:4096].removeprefix(b"\xef\xbb\xbf")
    if start.startswith(b"%PDF") or b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "docx" if _holds(raw, "word/document.xml") else ""
    if any(start.startswith(sign) for sign, _ in _OTHERS):
        return ""
    if _MAIL.match(start.replace(b"\r\n", b"\n")):
        return "mhtml"
    if is_html(start.decode("latin-1")):
        return "html"
    return "text" if b"\x00" not in raw else ""


def refusal(raw):
    """Say what to do with a file that is not read.

    Parameters
    ----------
    raw : bytes
        Its content.

    Returns
    -------
    str
        The end of a sentence that begins with the file's name.
    """
    for sign, cure in _OTHERS:
        if raw.startswith(sign):
            return cure
    if raw.startswith(b"PK\x03\x04"):
        return "is packed (a .zip, .odt or .epub). Unpack it, or save the text in it as .docx"
    return "is not plain text, HTML, PDF or Word (.docx). Save the report as plain text in UTF-8"


def _holds(raw, name):
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            return name in packed.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def is_html(text):
    """Whether a text is the source of a web page.

    Examples
    --------
    >>> from sinorus.reading.formats import is_html
    >>> is_html("<!DOCTYPE html><html>"), is_html("A <b>bold</b> word")
    (True, False)
    """
    return bool(_HTML.match(text[:4096]))


def text_of(raw, kind):
    """Return the text of a file that is no plain text.

    Parameters
    ----------
    raw : bytes
        Its content.
    kind : str
        As `kind_of` says.

    Returns
    -------
    text : str
        In simple markdown: headings with ``#``, items with ``-``, a blank line between blocks.
    notes : list of str
        What was not read.

    Raises
    ------
    SinorusError
        If the file is damaged, locked, or holds no text, or the library for it is missing. The
        message begins in the middle of a sentence, behind the file's name.
    """
    return {"pdf": _pdf, "docx": _docx, "html": _html, "mhtml": _mhtml}[kind](raw)


def _missing(package, what):
    return SinorusError(
        f"is {what}, for which a library is missing. Run {_INSTALL.format(package)}."
    )


def _pdf(raw):
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError:
        raise _missing("pdfminer.six", "a PDF") from None
    try:
        pages = [page_text(page) for page in extract_pages(io.BytesIO(raw))]
    except PDFPasswordIncorrect:
        raise SinorusError(
            "is a PDF with a password. Open it and print it into a new PDF."
        ) from None
    except Exception as error:
        # The library meets damaged files with errors of every kind.
        raise SinorusError(
            f"is a PDF that cannot be read ({type(error).__name__}). Open it in a viewer, and print"
            " it into a new PDF or copy its text."
        ) from None
    empty = [number for number, page in enumerate(pages, 1) if not page.strip()]
    if len(empty) == len(pages):
        raise SinorusError(
            "is a PDF without words: its pages are pictures. A program for scans can add the words."
        )
    notes = [f"page {number} of the PDF holds no words; it may be a picture" for number in empty]
    return "\n\n".join(page.strip("\n") for page in pages if page.strip()) + "\n", notes


def _docx(raw):
    try:
        import docx
    except ImportError:
        raise _missing("python-docx", "a Word file") from None
    from docx.table import Table

    try:
        blocks = list(docx.Document(io.BytesIO(raw)).iter_inner_content())
    except Exception as error:
        # The library meets damaged files with errors of every kind.
        raise SinorusError(
            f"is a Word file that cannot be read ({type(error).__name__}). Open it in a word"
            " processor and save it again."
        ) from None
    lines, notes = [], []
    for block in blocks:
        if isinstance(block, Table):
            rows = [[cell.text.strip() for cell in row.cells] for row in block.rows]
            # a chronology is often set as a table: day on the left, act on the right
            lines += [": ".join(filter(None, dict.fromkeys(row))) for row in rows if any(row)]
            notes.append(f"a table of {len(rows)} rows was read line by line")
            continue
        lines.append(_paragraph(block))
    text = "\n\n".join(filter(None, lines))
    if not text.strip():
        raise SinorusError("is a Word file without words.")
    return text.replace("\n\n- ", "\n- ") + "\n", notes


def _paragraph(block):
    """A paragraph of a Word file with the sign of what it is."""
    # a line broken by hand stays one: a date often stands on the first of them
    lines = [" ".join(line.split()) for line in block.text.split("\n")]
    text, style = "\n".join(filter(None, lines)), (block.style.name if block.style else "") or ""
    if not text:
        return ""
    if style == "Title" or style.startswith("Heading"):
        return f"# {text}".replace("\n", " ")
    numbered = block._p.pPr is not None and block._p.pPr.numPr is not None
    return f"- {text}" if style.startswith("List") or numbered else text


def _html(raw):
    try:
        import trafilatura
    except ImportError:
        raise _missing("trafilatura lxml_html_clean", "a web page") from None
    try:
        text = trafilatura.extract(
            raw, output_format="markdown", include_comments=False, include_links=False
        )
    except Exception as error:
        # The library meets damaged files with errors of every kind.
        raise SinorusError(
            f"is a web page that cannot be read ({type(error).__name__}). Copy its text into a"
            " plain text file."
        ) from None
    if not text or not text.strip():
        raise SinorusError(
            "is a web page in which no article was found. Copy its text into a plain text file."
        )
    return text + "\n", []


def _mhtml(raw):
    """A page saved as one file, as some browsers do: its first part in HTML."""
    from email import message_from_bytes, policy

    message = message_from_bytes(raw, policy=policy.default)
    part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if part is None:
        raise SinorusError("is a mail or an archive without a web page. Save its text by itself.")
    return _html(part.get_payload(decode=True))
