"""The reader pages, and the links to them: whole, up to date, leading where they say."""

import doctest
import html
import importlib
import re

import build_notebooks
import build_reader
import links
import nbformat
import pytest
import reader_places
import reader_text
from nbconvert.filters import markdown2html
from reader_parts import linked

import sinorus
from sinorus import SinorusError
from sinorus.look_up import acts_on
from sinorus.paths import course

FOLDER = course() / "notebooks" / "reader"
PAGES = build_reader.pages()
NOTEBOOKS = sorted((course() / "notebooks").glob("*.ipynb"))
NOTEBOOKS += sorted((course() / "notebooks" / "solutions").glob("*.ipynb"))
ANCHOR = re.compile(r'<a id="([^"]*)"></a>')


def form_of(path):
    return "solution" if path.parent.name == "solutions" else "student"


def prose(path):
    """The Markdown cells of a notebook."""
    cells = nbformat.read(path, as_version=4).cells
    return [cell.source for cell in cells if cell.cell_type == "markdown"]


@pytest.fixture(params=PAGES)
def page(request):
    return request.param


# The pages


def test_the_stored_pages_are_those_that_the_tables_give():
    """If this fails: python tools/build_reader.py; the phrasebook has a builder of its own."""
    stored = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert sorted(stored) == sorted([*PAGES, "phrasebook"])
    assert [name for name in PAGES if stored[name] != PAGES[name]] == []


def test_the_verbs_of_the_phrasebook_can_be_linked():
    found = ANCHOR.findall((FOLDER / "phrasebook.md").read_text(encoding="utf-8"))
    assert len(found) == len(set(found))
    known = {anchor for name, anchor in reader_places.places() if name == "phrasebook" and anchor}
    assert set(found) == known


def test_pages_are_made_alike_each_time():
    assert build_reader.pages() == PAGES


def test_every_anchor_stands_once_and_is_known(page):
    found = ANCHOR.findall(PAGES[page])
    assert len(found) == len(set(found))
    known = {anchor for name, anchor in reader_places.places() if name == page and anchor}
    assert set(found) == known
    assert all(anchor == anchor.lower() for anchor in found)


def test_every_link_of_a_page_leads_somewhere_and_says_where(page):
    found = links.find_links(PAGES[page])
    assert found
    for link in found:
        links.resolve(link, "page")
    assert links.refresh(PAGES[page]) == PAGES[page]


def test_no_link_of_a_page_is_overlooked(page):
    """What is no link to a reader page leads to the internet."""
    targets = re.findall(r"\]\(<?([^\s()>]+)", links.convert(PAGES[page], "site page"))
    assert [to for to in targets if not re.match(r"https?://|[\w-]+\.html(#|$)", to)] == []


def test_pages_are_plain(page):
    """Four kinds of tag, no dollar sign that would be set as mathematics, none left unset."""
    assert set(re.findall(r"<(\w+)[ >]", PAGES[page])) <= {"a", "small", "span", "div"}
    assert not re.search(r"(?<!\\)\$", PAGES[page])
    shown = html.unescape(re.sub(r"<[^<>]+>", " ", markdown2html(PAGES[page])))
    for mark in ("**", "](", "<small", "&ensp;", "\\["):
        assert mark not in shown, shown[shown.index(mark) - 60 :][:120]


def test_every_passage_stands_whole_and_in_order_with_space_below_the_last():
    for table in ("passages", "entries"):
        for report_id, mine in sinorus.load(table).groupby("report_id"):
            at = 0
            for row in mine.itertuples():
                anchor = row.locator.split(" ")[1].replace("¶", "p")
                at = PAGES[report_id].index(f'<a id="{anchor}"></a>', at)
                assert reader_text.escape(row.text) in PAGES[report_id][at : at + 2500]
    for text in PAGES.values():
        assert text.endswith('<div style="height: 60em"></div>\n\n</div>\n')


def part(page, anchor):
    """What stands under an anchor, to the next one."""
    return re.split(r'<a id="', PAGES[page].split(f'<a id="{anchor}"></a>')[1])[0]


def test_the_head_of_a_report_says_what_it_is_and_where_the_original_is():
    for row in sinorus.load("reports").itertuples():
        head = PAGES[row.report_id].split("<a id=")[0]
        assert "our abstract" in head.lower() and "author's wording" in head
        for told in (row.title, row.author, row.published_cited, row.how_to_find):
            assert reader_text.escape(told) in head


def test_below_a_passage_stand_its_acts_what_is_disputed_and_where_else_they_are_told():
    below = part("yu-1999", "p14")
    assert "**10 May 1999:** Over the hotline Yeltsin and Jiang" in below
    assert "(yu-1999.md#c4 " in below and "(record.md#1999-05-10-call " in below
    assert "*Said:*" in below and "*Better attested:*" in below and "*How sure:* high." in below
    assert "(disputes.md#e16 " in below


def test_bookkeeping_is_kept_for_the_page_of_disputes():
    for row in sinorus.load("disputes").query("weight == 'bookkeeping'").itertuples():
        for locator in row.locators.split(";"):
            report, place = locator.split(" ")
            below = part(report, place.replace("¶", "p"))
            assert f"** ([{row.dispute_id}](" not in below
        assert f'<a id="{row.dispute_id.lower()}"></a>' in PAGES["disputes"]


def test_articles_that_nobody_read_say_so():
    for row in sinorus.load("clauses").itertuples():
        unread = "**Not read for this course.**" in part(
            "documents", f"{row.source_id}-{row.article}".lower()
        )
        assert unread == (row.read_in == "not read")


def test_an_act_of_the_record_has_all_that_is_known_of_it():
    for row in sinorus.load("record").itertuples():
        text = PAGES["record"].split(f'<a id="{row.record_id.lower()}"></a>')[1].split("\n\n<a")[0]
        assert row.when in text and reader_text.escape(row.what) in text
        assert f"**How sure:** {row.confidence}" in text and row.who in text
        for source in row.source_ids.split(";"):
            assert f"[{source}](" in text


def test_only_sources_that_the_course_names_are_listed():
    listed = set(ANCHOR.findall(PAGES["sources"]))
    assert listed <= set(sinorus.load("sources")["source_id"])
    for table in ("record", "disputes", "glossary"):
        for cell in sinorus.load(table)["source_ids"].dropna():
            assert set(cell.split(";")) <= listed


@pytest.mark.parametrize("day", ["10 June 1999", "10 May 1999", "12 June 1999", "16 May 1989"])
def test_a_typed_day_finds_its_act(day):
    anchor = f"d{sinorus.parse_date(day).start:%Y-%m-%d}"
    row = links.resolve(f"reader/record.md#{anchor}")
    assert row["record_id"] == acts_on(day)[0]
    assert links.find_links(links.link(f"record {day}", "so"))[0].place.row == row


def test_a_text_of_the_tables_cannot_become_markup():
    hostile = "<script>x</script> [a](b) *c* `d` $5 and $6 & ~e~"
    shown = markdown2html(reader_text.escape(hostile))
    assert "<script" not in shown and "<code" not in shown and "<em" not in shown
    assert "<a " not in shown
    assert html.unescape(re.sub(r"<[^<>]+>", "", shown)).strip() == hostile


def test_ids_in_a_text_become_links():
    made = linked("Compare yu-2000 c8, c19 and ¶2 with treaty-2001 art9 (D09); yu-2000 alone.")
    assert [(link.page, link.anchor) for link in links.find_links(made)] == [
        ("yu-2000", "c8"),
        ("yu-2000", "c19"),
        ("yu-2000", "p2"),
        ("documents", "treaty-2001-art9"),
        ("disputes", "d09"),
        ("yu-2000", ""),
    ]
    assert linked("In 2001 a treaty-maker wrote E999.") == "In 2001 a treaty-maker wrote E999."


# The links


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_link_of_a_notebook_leads_somewhere_and_says_where(path):
    for source in prose(path):
        for link in links.find_links(source):
            links.resolve(link, form_of(path))
        assert links.refresh(source) == source, "run tools/build_notebooks.py"
        ours = [str(link) for link in links.find_links(source)]
        source = re.sub(r"```.*?```|`[^`\n]*`", "code", source, flags=re.DOTALL)
        for text, to in re.findall(r"(\[[^\[\]]*\]\(<?([^\s()>]+)[^()]*\))", source):
            assert text in ours or re.match(r"https?://|#", to) or (path.parent / to).exists(), text


@pytest.mark.parametrize(
    "what, address",
    [
        ("Yu 1999 ¶14", "reader/yu-1999.md#p14"),
        ("`yu-1999 p14` [E16]", "reader/yu-1999.md#p14"),
        ("miller-2002 para 10.3", "reader/miller-2002.md#p10.3"),
        ("web page p2", "reader/gpr-web.md#p2"),
        ("yu-2000 entry 31", "reader/yu-2000.md#c31"),
        ("Yu 2000", "reader/yu-2000.md"),
        ("e07", "reader/disputes.md#e07"),
        ("[E07]", "reader/disputes.md#e07"),
        ("treaty-2001 art9", "reader/documents.md#treaty-2001-art9"),
        ("treaty-2001 article 9", "reader/documents.md#treaty-2001-art9"),
        ("treaty-2001", "reader/documents.md#treaty-2001"),
        ("reuters-2000-06-24", "reader/sources.md#reuters-2000-06-24"),
        ("record 10 June 1999", "reader/record.md#d1999-06-10"),
        ("record 10 june 1999 c", "reader/record.md#1999-06-10-vote"),
        ("record June 10, 1999", "reader/record.md#d1999-06-10"),
        ("1999-06-10-vote", "reader/record.md#1999-06-10-vote"),
        ("NMD", "reader/words.md#nmd"),
        ("national missile defence", "reader/words.md#nmd"),
        ("Chi Haotian", "reader/people.md#chi-haotian"),
        ("stroyev", "reader/people.md#stroyev"),
    ],
)
def test_anything_that_has_an_id_can_be_linked(what, address):
    made = links.link(what, "words")
    assert made.startswith(f'[words]({address} "')
    assert links.resolve(made, "student")
    assert links.refresh(made) == made


@pytest.mark.parametrize(
    "what, said",
    [
        ("yu-1999 p99", "21 paragraphs and 12 chronology entries"),
        ("yu-1999 ¶1 to ¶3", "names 3 passages; one is wanted"),
        ("yu-2001 c3", 'There is no report "yu-2001"'),
        ("treaty-2001 art99", "No reader page has a place"),
        ("record 11 June 1990", "No reader page has a place"),
        ("hot-line", "Near it are"),
        ("", "No reader page has a place"),
        (None, "No reader page has a place"),
    ],
)
def test_what_has_no_place_is_answered_in_a_sentence(what, said):
    with pytest.raises(SinorusError, match=re.escape(said)):
        links.link(what, "words")


@pytest.mark.parametrize(
    "wrong, said",
    [
        ("[so](reader/yu-1999.md#p99)", "the page yu-1999 has no place p99"),
        ("[so](reader/yu-1999.md#p10.3)", "has no place p10.3; near it are p"),
        ("[so](reader/yu1999.md#p1)", "there is no page yu1999; the pages are yu-1999"),
        ("[so](readers/reader/yu-1999.md#p1)", 'begins with "reader/yu-1999.md"'),
        ("[so](../reader/yu-1999.md#p1)", 'begins with "reader/yu-1999.md"'),
        ("[so](yu-1999.md#p1)", 'begins with "reader/yu-1999.md"'),
        ("reader/record.md#1999-06-10-VOTE", "near it are 1999-06-10-vote, "),
        ("nonsense", '"nonsense" is no link to a reader page'),
    ],
)
def test_a_wrong_link_is_named_in_a_sentence(wrong, said):
    with pytest.raises(SinorusError, match=re.escape(said)) as caught:
        links.resolve(wrong, "student")
    assert wrong in str(caught.value) and "\n" not in str(caught.value)


def test_a_link_is_resolved_to_its_row():
    assert links.resolve("reader/yu-1999.md#c4")["date_as_printed"] == "May 10, 1999"
    assert links.resolve("../reader/documents.md#treaty-2001-art9")["article"] == "art9"
    assert links.resolve("reader/yu-2000.html")["author"] == "Yu Bin"


MIXED = (
    'He [talked for *an* [sic] hour](reader/yu-1999.md#p14 "old") and [left](../reader/words.md).\n'
    "`[code](reader/yu-1999.md#p1)` [out](https://example.org/reader.md) [file](data.csv)\n"
    "```\n[code](reader/yu-1999.md#p2)\n```\n[end](reader/yu-1999.html#c4)"
)


def test_the_three_forms_of_a_link():
    for form, before, ending in (
        ("student", "reader/", ".md"),
        ("solution", "../reader/", ".md"),
        ("site", "reader/", ".html"),
    ):
        made = links.convert(MIXED, form)
        assert f'[talked for *an* [sic] hour]({before}yu-1999{ending}#p14 "old")' in made
        assert f"[left]({before}words{ending})." in made
        assert f"[end]({before}yu-1999{ending}#c4)" in made
        assert "`[code](reader/yu-1999.md#p1)`" in made and "\n[code](reader/yu-1999.md#p2)" in made
        assert "[out](https://example.org/reader.md) [file](data.csv)" in made
        assert links.convert(made, form) == made
        assert links.convert(links.convert(made, "student"), form) == made


def test_hover_texts_cannot_go_stale():
    made = links.refresh(MIXED)
    gist = sinorus.load("passages").set_index("locator").loc["yu-1999 ¶14", "gist"]
    assert f'(reader/yu-1999.md#p14 "Yu 1999 ¶14: {gist}")' in made
    assert links.refresh(made) == made
    assert links.refresh("[so](reader/nowhere.md#p1)") == "[so](reader/nowhere.md#p1)"


def test_hover_texts_are_short_and_whole():
    for place in reader_places.places().values():
        assert len(place.title) <= 300 and '"' not in place.title and "\n" not in place.title
        made = f'[so]({place.address()} "{place.title}")'
        assert [str(link) for link in links.find_links(made)] == [made]
        if place.table == "record":
            assert len(place.gist.split()) <= 14


def notebook_of(*cells):
    made = nbformat.v4.new_notebook()
    for source, tags in cells:
        made.cells.append(nbformat.v4.new_markdown_cell(source, metadata={"tags": tags}))
    return made


SOLVED = (
    ('A [call](reader/yu-1999.md#c4 "old"), a [vote](reader/record.md#1999-06-10-vote).', []),
    ("A [word](reader/words.md#nmd), a [talk](reader/yu-1999.md#p14).", []),
    ("The [call](reader/yu-1999.md#c4) again, a [wire](reader/sources.md#reuters-2000-06-24).", []),
    ("A [secret](reader/yu-2000.md#p2).", ["solution-only"]),
    ("An [article](reader/documents.md#treaty-2001-art9).", []),
    ("nothing yet", ["sources"]),
)
HEADS = ["**Reports**", "**The public record**", "**Documents**", "**Other sources**"]


def test_the_list_of_sources_is_made_in_reading_order():
    lines = links.sources_list(notebook_of(*SOLVED)).split("\n\n")
    assert lines[0] == "## Sources"
    assert lines[1::2] == [
        "**Reports**",
        "**The public record**",
        "**Documents**",
        "**Other sources**",
    ]
    yu_1999, yu_2000 = lines[2].split("\n")
    assert yu_1999.index("[c4](") < yu_1999.index("[¶14](") and yu_1999.count("[c4](") == 1
    assert "(reader/yu-2000.md#p2 " in yu_2000
    assert "10 June 1999" in lines[4] and "[art9](" in lines[6] and "Reuters" in lines[8]
    assert "words.md" not in "".join(lines), "a glossary is no source"
    assert links.sources_list(notebook_of(("No link.", []))) == "## Sources"


def test_the_build_writes_links_in_the_form_of_each_notebook():
    """Also when the solved notebook, stored in its own form, is read again as the source."""
    solved = links.written(notebook_of(*SOLVED), "solution")
    student = build_notebooks.student(solved)
    for notebook, form in ((solved, "solution"), (student, "student")):
        text = "\n".join(cell.source for cell in notebook.cells)
        assert len(links.find_links(text)) >= 10
        assert all(links.resolve(link, form) for link in links.find_links(text))
        assert links.refresh(text) == text and "old" not in text
    assert "yu-2000" in solved.cells[-1].source and "yu-2000" not in student.cells[-1].source
    again = build_notebooks.student(links.written(solved, "solution"))
    assert [cell.source for cell in again.cells] == [cell.source for cell in student.cells]


@pytest.mark.parametrize("name", ["links", "reader_parts", "reader_places", "reader_text"])
def test_examples_run(name):
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert doctest.testmod(importlib.import_module(name), optionflags=options).failed == 0
