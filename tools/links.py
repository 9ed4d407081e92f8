"""Links to the reader pages: make one, find them, see where they lead, write their three forms.

A link stands on the words that state a fact; its hover text comes from the tables::

    [talked for an hour](reader/yu-1999.md#p14 "Yu 1999 ¶14: telephone call of 10 May")

To print one: python tools/links.py "Yu 1999 ¶14" "talked for an hour"
"""

import difflib
import re
import sys
from dataclasses import dataclass, replace

from reader_places import FORMS, find, places
from reader_text import escape, known_day

from sinorus.errors import SinorusError

_LINK = re.compile(
    r"""(?P<code>```.*?```|`[^`\n]*`)
    |(?P<words>\[(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*\])
    \((?P<path>[^\s():]*/|)(?P<page>[\w-]+)(?P<ending>\.md|\.html)(?:\#(?P<anchor>[^\s()"]*))?
    (?P<title>\s+"(?:\\.|[^"\\])*")?\)""",
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True)
class Link:
    """A link to a reader page as it stands in Markdown; its words in brackets."""

    words: str
    path: str
    page: str
    ending: str
    anchor: str
    title: str

    def __str__(self):
        anchor = f"#{self.anchor}" if self.anchor else ""
        return f"{self.words}({self.path}{self.page}{self.ending}{anchor}{self.title})"

    @property
    def place(self):
        """Where it leads; None if it leads nowhere."""
        return places().get((self.page, self.anchor))


def link(what, words, form="student"):
    """Make a link with its hover text.

    Parameters
    ----------
    what : str
        As `reader_places.find` takes it.
    words : str
        The words on which the link stands, as Markdown.
    form : str
        One of `FORMS`.

    Returns
    -------
    str

    Raises
    ------
    SinorusError
        If nothing has this name.

    Examples
    --------
    >>> from links import link
    >>> print(link("Yu 1999 c1", "went to Moscow"))
    [went to Moscow](reader/yu-1999.md#c1 "Yu 1999 c1: Premier Zhu Rongji in Russia, 24 to 27 ...")
    """
    place = find(what)
    return f'[{words}]({place.address(form)} "{place.title}")'


def find_links(markdown):
    """Find the links to reader pages, whatever their form; what stands as code is none.

    Parameters
    ----------
    markdown : str

    Returns
    -------
    list of Link

    Examples
    --------
    >>> from links import find_links
    >>> [(link.page, link.anchor) for link in find_links("[so](../reader/record.md#d1999-06-10)")]
    [('record', 'd1999-06-10')]
    """
    return [link for found in _LINK.finditer(markdown) if (link := _link(found))]


def _link(found):
    """A link that leads, or was meant to lead, to a reader page."""
    ours = found["path"] is not None and found["path"].endswith("reader/")
    if not ours and (found["path"] or (found["page"], "") not in places()):
        return None
    return Link(*(found[part] or "" for part in Link.__dataclass_fields__))


def resolve(link, form=None):
    """Return the row of the tables to which a link leads.

    Parameters
    ----------
    link : Link or str
        As from `find_links`, or as it stands in Markdown, or its address alone.
    form : str, optional
        The form that is wanted where the link stands.

    Returns
    -------
    dict
        The row by its columns; empty for a page as a whole.

    Raises
    ------
    SinorusError
        If there is no such page or place, or the link has another form.

    Examples
    --------
    >>> from links import resolve
    >>> resolve("reader/words.md#abm-treaty")["term"]
    'ABM Treaty'
    """
    shown = str(link)
    if isinstance(link, str):
        found = find_links(link) or find_links(f"[]({link})")
        if not found:
            raise SinorusError(f'"{shown}" is no link to a reader page.')
        link = found[0]
    ends = (link.path, link.ending)
    if ends not in FORMS.values() or (form and ends != FORMS[form]):
        before, ending = FORMS[form or "student"]
        raise SinorusError(
            f"The link {shown} has the wrong form: here it begins with"
            f' "{before}{link.page}{ending}".'
        )
    if link.place:
        return link.place.row
    if (link.page, "") not in places():
        pages = dict.fromkeys(page for page, _ in places())
        raise SinorusError(
            f"The link {shown} leads nowhere: there is no page {link.page}; the pages are"
            f" {', '.join(pages)}."
        )
    anchors = [anchor for page, anchor in places() if page == link.page and anchor]
    near = difflib.get_close_matches(link.anchor.lower(), anchors, n=3, cutoff=0.5)
    hint = f"; near it are {', '.join(near)}" if near else ""
    raise SinorusError(
        f"The link {shown} leads nowhere: the page {link.page} has no place {link.anchor}{hint}."
    )


def _rewrite(markdown, change):
    """Write every link of ours anew."""

    def written(found):
        link = _link(found)
        return found.group() if link is None else str(change(link))

    return _LINK.sub(written, markdown)


def convert(markdown, form):
    """Write all links of a text in one form.

    Parameters
    ----------
    markdown : str
    form : str
        One of `FORMS`.

    Returns
    -------
    str

    Examples
    --------
    >>> from links import convert
    >>> convert("[so](reader/yu-1999.md#p14)", "solution")
    '[so](../reader/yu-1999.md#p14)'
    """
    path, ending = FORMS[form]
    return _rewrite(markdown, lambda link: replace(link, path=path, ending=ending))


def refresh(markdown):
    """Write the hover text of every link anew from the tables.

    Parameters
    ----------
    markdown : str

    Returns
    -------
    str
        A link that leads nowhere stays as it is; a test names it.

    Examples
    --------
    >>> from links import refresh
    >>> refresh('[so](reader/words.md#cameo "old")')[:35]
    '[so](reader/words.md#cameo "CAMEO: '
    """

    def change(link):
        return replace(link, title=f' "{link.place.title}"') if link.place else link

    return _rewrite(markdown, change)


def written(notebook, form):
    """Bring the links of a notebook to what is stored: hover texts, list of sources, form.

    Parameters
    ----------
    notebook : nbformat notebook
        It is changed. A cell tagged ``sources`` gets the list of `sources_list`.
    form : str
        One of `FORMS`.

    Returns
    -------
    nbformat notebook

    Examples
    --------
    >>> import nbformat
    >>> from links import written
    >>> cell = nbformat.v4.new_markdown_cell("[so](reader/words.md#cameo)")
    >>> made = written(nbformat.v4.new_notebook(cells=[cell]), "solution")
    >>> made.cells[0].source[:37]
    '[so](../reader/words.md#cameo "CAMEO:'
    """
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            if "sources" in cell.metadata.get("tags", []):
                cell.source = sources_list(notebook)
            cell.source = convert(refresh(cell.source), form)
    return notebook


def sources_list(notebook):
    """List what a notebook's links rest on, grouped, each group in reading order.

    Parameters
    ----------
    notebook : nbformat notebook
        Its cell tagged ``sources`` is left aside.

    Returns
    -------
    str
        Markdown, its links in the student's form.

    Examples
    --------
    >>> import nbformat
    >>> from links import sources_list
    >>> cell = nbformat.v4.new_markdown_cell("[so](reader/yu-1999.md#c4)")
    >>> sources_list(nbformat.v4.new_notebook(cells=[cell])).split("\\n\\n")[2]
    '- [Yu Bin, *Sino-Russian ...](reader/yu-1999.md "..."): [c4](reader/yu-1999.md#c4 "...")'
    """
    found = dict.fromkeys(
        link.place
        for cell in notebook.cells
        if cell.cell_type == "markdown" and "sources" not in cell.metadata.get("tags", [])
        for link in find_links(cell.source)
        if link.place
    )
    groups = {"Reports": {}, "The public record": {}, "Documents": {}, "Other sources": {}}
    for place in found:
        if place.table in ("reports", "passages", "entries"):
            groups["Reports"].setdefault(place.page, []).append(place)
        elif place.page == "documents":
            groups["Documents"].setdefault(place.row["source_id"], []).append(place)
        elif place.page in ("record", "sources") and place.row:
            group = "The public record" if place.page == "record" else "Other sources"
            groups[group].setdefault(place.label, []).append(place)
    lines = ["## Sources"]
    for group, wholes in groups.items():
        if wholes:
            lines += [f"**{group}**", "\n".join(map(_source_line, wholes.values()))]
    return "\n\n".join(lines)


def _source_line(parts):
    """One line of the list of sources: a whole, and the links to its parts."""
    first = parts[0]
    if first.page == "record":
        day = first.label.removeprefix("record ")
        return f"- {_to(first, day[0].upper() + day[1:])}: {escape(first.row['what'])}"
    if first.page == "sources":
        by = (first.row["publisher"], known_day(first.row["date_edtf"]))
        return f"- {_to(first, escape(first.row['title']))}, {escape(', '.join(filter(None, by)))}"
    if first.page == "documents":
        whole = places()["documents", first.row["source_id"].lower()]
        about = f"{escape(whole.row['title'])}, {known_day(whole.row['date_edtf'])}"
    else:
        whole = places()[first.page, ""]
        row = whole.row
        about = f"{escape(row['author_cited'])}, *{escape(row['title'])}*, "
        about += escape(row["published_cited"])
    marks = [_to(part, part.label.rpartition(" ")[2]) for part in parts if part != whole]
    return f"- {_to(whole, about)}" + (f": {', '.join(marks)}" if marks else "")


def _to(place, words):
    return f'[{words}]({place.address()} "{place.title}")'


if __name__ == "__main__":
    sys.stdout.write(link(*sys.argv[1:3]) + "\n")
