"""Exercises of 02_partnership_1996."""

import re

import pandas as pd

from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Mistake, Open

#: The three birthdays of exercise 02.1, by letter.
_YEARS = {"a": 1997, "b": 1998, "c": 1996}
#: The passages and outside texts that date the beginning, as the chart of 02.4 draws them.
_PASSAGES = ("gpr-web ¶2", "miller-2002 ¶7", "yu-1999 ¶5", "yu-1999 ¶20")
_OUTSIDE = ("un-a51-127-1996", "statement-1998-zh", "monitor-4-218", "china-mfa-partnership")


def _ranking():
    """First the year whose document has the phrase, last the one that its own report
    contradicts.
    """
    clauses, sources = load("clauses"), load("sources").set_index("source_id")
    naming = clauses[clauses["quotation"].fillna("").str.contains("strategic partnership")]
    documented = {int(sources.loc[source, "date_edtf"][:4]) for source in naming["source_id"]}
    late = load("disputes").set_index("dispute_id").loc["E07"]
    contradicted = (
        {1998} if late["locators"].split(" ")[0] == late["other_locators"].split(" ")[0] else set()
    )
    return sorted(
        "abc", key=lambda letter: (_YEARS[letter] not in documented, _YEARS[letter] in contradicted)
    )


def _split(given, letters):
    """A row of letters written together ("CAB", "c > a > b") as a list."""
    together = re.sub(r"[^a-z]", "", str(given[0])) if len(given) == 1 else ""
    return list(together) if len(together) > 1 and set(together) <= set(letters) else given


def _letters(given):
    """What was given as letters, also where years were written."""
    found = []
    for part in _split(given, "abc"):
        year = re.search(r"199[678]", str(part))
        found.append(
            next(letter for letter, value in _YEARS.items() if str(value) == year[0])
            if year
            else str(part)[:1]
        )
    return found


def _kinds():
    """The word to which strategic belongs in the five versions: P, C or I."""
    clauses, terms = (
        load("clauses").set_index(["source_id", "article"]),
        load("terms").set_index("term_id"),
    )
    first, second = (
        clauses.loc[("un-a51-127-1996", "par1")],
        clauses.loc[("un-a52-153-1997", "preamble")],
    )
    chinese = (
        "coordination"
        if terms.loc["strategic-partnership", "chinese"].startswith("战略协作")
        else "partnership"
    )
    texts = (
        f"strategic {chinese}",
        first["quotation"],
        first["note"],
        second["quotation"],
        second["note"],
    )
    return [
        re.search(r"strategic (partnership|coordination|interaction)", text)[1][0].upper()
        for text in texts
    ]


def _at(place, *letters):
    """Whether at one place of the five stands one of these letters."""
    return lambda given: (
        len(_split(given, "pci")) == 5 and str(_split(given, "pci")[place])[:1] in letters
    )


def _versions(given):
    """Whether five letters or words were given that can stand for the five versions."""
    found = _split(given, "pci")
    return len(found) == 5 and all(
        str(part) in ("p", "c", "i", "partnership", "coordination", "interaction", "协作")
        for part in found
    )


def _numbers(given):
    """The paragraphs that were given, as numbers."""
    return {
        int(found[1])
        for found in (re.search(r"(\d+)(?:\.0)?$", str(part)) for part in given)
        if found
    }


def _days():
    dates = load("sources").set_index("source_id")["date_edtf"]
    return (
        pd.Timestamp(dates["un-a51-127-1996"]) - pd.Timestamp(dates["us-japan-declaration-1996"])
    ).days


def _born():
    """How many passages and texts of 02.4 date the beginning."""
    mentions, sources = load("mentions"), load("sources")
    passages = mentions[(mentions["event_id"] == "1996-04-a") & mentions["locator"].isin(_PASSAGES)]
    return len(passages) + sources["source_id"].isin(_OUTSIDE).sum()


def _dots(**channels):
    """A chart like that of 02.4, with these channels."""
    import altair as alt

    table = pd.DataFrame(
        {"who": list(_PASSAGES + _OUTSIDE), "written": "1996-04-25", "birthday": "1996"}
    )
    return (
        alt.Chart(table, title="Who gave which birthday, and when").mark_point().encode(**channels)
    )


def _page(*layers):
    """Paragraphs of the web page, up to its eighth, whose claims belong to these layers."""
    claims = load("claims")
    page = claims[(claims["report_id"] == "gpr-web") & claims["layer"].isin(layers)]
    places = page["locators"].str.split(";").explode()
    return [place for place in places if int(re.search(r"¶(\d+)", place)[1]) <= 8]


def _of(*layers):
    return _numbers(_page(*layers))


EDITION = 1
EXERCISES = (
    Exercise(
        id="02.1",
        title="Rank the birthdays",
        form="list",
        answer=_ranking,
        also=(
            [1996, 1997, 1998],
            ["April 1996", "April 1997", "end of 1998"],
            ["April 1996", "April 1997", "the end of 1998"],
            ["1996-04", "1997-04", "1998"],
            ["April 1996", "April 1997", "1998"],
            ["25 April 1996", "April 1997", "end of 1998"],
            ["1996-04-25", "1997", "1998"],
            ["C. April 1996", "A. April 1997", "B. the end of 1998"],
            ["CAB"],
            ["C A B"],
            ["C > A > B"],
            ["C>A>B"],
            ["C-A-B"],
            ["C then A then B"],
        ),
        right=(
            "1996 stands in the oldest document we have with the phrase, and in official and news"
            " texts of later years. The other two are closer to each other: for both there is a"
            " document, and both documents are later. One English version of 1997 opens with the"
            " phrase. The end of 1998 we put last, since the joint statement of November 1998"
            " itself gives April 1996, and another paragraph of the same report gives 1996."
        ),
        mistakes=(
            Mistake(
                "not all three",
                lambda given: len(set(_letters(given)) & set("abc")) < 3,
                'Give all three letters, the best supported birthday first, such as ["A", "B",'
                ' "C"].',
                "yu-1999 ¶20",
                ["C"],
            ),
            Mistake(
                "latest first",
                lambda given: _letters(given)[:1] == ["b"],
                "The joint statement of that time itself dates the partnership to April 1996, and"
                " the report has another date in another paragraph. Compare.",
                "yu-1999 ¶5",
                ["B", "A", "C"],
            ),
            Mistake(
                "later document first",
                lambda given: _letters(given)[:1] == ["a"],
                "There is a document of that month, but an earlier one has the phrase already."
                " Which text comes first?",
                "gpr-web ¶2",
                ["A", "C", "B"],
            ),
            Mistake(
                "inner contradiction overlooked",
                lambda given: _letters(given) == ["c", "b", "a"],
                "The first place is right. Now compare the other two: which is contradicted within"
                " its own report, and by the document of its own time?",
                "yu-1999 ¶5",
                ["C", "B", "A"],
            ),
        ),
        reread="yu-1999 ¶20",
        pointer=(
            "Ask of each: is there a document of that date with the phrase? Is the statement"
            " contradicted, and by whom?"
        ),
        first_step=(
            "the declaration of 25 April 1996 has the phrase in its first paragraph, so C comes"
            " first."
        ),
    ),
    Exercise(
        id="02.2",
        title="Which word stands behind strategic?",
        form="list",
        answer=_kinds,
        also=(
            ["coordination", "partnership", "interaction", "interaction", "partnership"],
            ["协作", "partnership", "interaction", "interaction", "partnership"],
            ["xiézuò", "partnership", "interaction", "interaction", "partnership"],
            ["协作", "P", "I", "I", "P"],
            ["xiezuo", "partnership", "interaction", "interaction", "partnership"],
            ["working together", "partnership", "interaction", "interaction", "partnership"],
            ["CPIIP"],
            ["C P I I P"],
            ["C-P-I-I-P"],
            ["working together", "P", "I", "I", "P"],
            ["战略协作", "P", "I", "I", "P"],
            ["coordination (协作)", "partnership", "interaction", "interaction", "partnership"],
            ["a. C", "b. P", "c. I", "d. I", "e. P"],
            ["a C", "b P", "c I", "d I", "e P"],
            ["a: C", "b: P", "c: I", "d: I", "e: P"],
            ["a=C", "b=P", "c=I", "d=I", "e=P"],
        ),
        right=(
            "In each year one version has partnership and another has interaction. So the year does"
            " not decide. Probably the language behind the version does: partnership where the text"
            " seems to come from Chinese, interaction where it seems to come from Russian. We say"
            " probably, since the Russian texts were not read (c comes from an article in English),"
            " and a translator may follow a habit."
        ),
        mistakes=(
            Mistake(
                "not five",
                lambda given: len(_split(given, "pci")) != 5,
                "Give five letters, one for each version from a to e, with commas between them.",
                "gpr-web ¶2",
                ["P"],
            ),
            Mistake(
                "other signs",
                lambda given: not _versions(given),
                "Only the letters P, C and I are wanted here, in the order a to e, in square"
                " brackets.",
                "gpr-web ¶2",
                ["a", "b", "c", "d", "e"],
            ),
            Mistake(
                "one for all",
                lambda given: len(set(_split(given, "pci"))) == 1,
                "That gives all versions the same word. Look at the words that follow strategic in"
                " the outputs above.",
                "gpr-web ¶1",
                ["P", "P", "P", "P", "P"],
            ),
            Mistake(
                "year instead of language",
                lambda given: _at(2, "p", "c")(given) and _at(4, "i")(given),
                "This follows the years: one word for 1996, another for 1997. Read the note of each"
                " row: it names a second version.",
                "miller-2002 ¶7",
                ["C", "P", "P", "I", "I"],
            ),
            Mistake(
                "English read into Chinese",
                _at(0, "p", "i"),
                "In the Chinese name the word right behind 战略 (zhànlüè) is not 伙伴关系 (huǒbàn"
                " guānxì). Compare the pinyin, the name in Latin letters.",
                "yu-1999 ¶5",
                ["P", "P", "I", "I", "P"],
            ),
            Mistake(
                "last word taken for the first",
                _at(1, "c", "i"),
                "Mutual coordination does stand in that phrase, but further on. Which word follows"
                " strategic directly?",
                "gpr-web ¶2",
                ["C", "C", "I", "I", "P"],
            ),
            Mistake(
                "Russian read as English",
                _at(2, "p", "c"),
                "The note of the row of 1996 reports the Russian formula in its second sentence."
                " Partnership is there, but which word comes after strategic?",
                "miller-2002 ¶7",
                ["C", "P", "P", "I", "P"],
            ),
            Mistake(
                "preamble of 1997",
                _at(3, "p", "c"),
                "Read the quotation of 1997 again, in the output of step 1. What comes after"
                " strategic there?",
                "miller-2002 ¶7",
                ["C", "P", "I", "P", "P"],
            ),
            Mistake(
                "two versions of 1997 alike",
                _at(4, "i", "c"),
                "For e the wording of the United Nations does not count. The note beside it has"
                " another English of the same text.",
                "miller-2002 ¶7",
                ["C", "P", "I", "I", "I"],
            ),
        ),
        reread="miller-2002 ¶7",
        pointer=(
            "Take the quotation or note of each version and read the one word behind strategic. For"
            " the Chinese, take 战略协作伙伴关系 apart."
        ),
        first_step=(
            "a is 战略协作伙伴关系: 战略 (strategic) stands before 协作 (working together), so the"
            " first letter is C."
        ),
    ),
    Exercise(
        id="02.3",
        title="The calendar test",
        form="number",
        answer=_days,
        right=lambda: (
            f'{_days()} days: "about one week" is upheld [V05]. The calendar has now said all '
            "it can say: that the second text came after the first. It does not say that it came "
            "because of the first."
        ),
        mistakes=(
            Mistake(
                "both ends counted",
                9,
                "That counts the first day too. Subtract one date from the other and take .days.",
                "gpr-web ¶3",
            ),
            Mistake(
                "said, not counted",
                7,
                "That is a week, as the page says, rounded. Here the calendar is asked: subtract"
                " the two dates.",
                "gpr-web ¶3",
            ),
            Mistake(
                "the example's dates",
                lambda given: 300 <= given <= 400,
                "That runs to the declaration of 1997, as in the example. Both dates wanted here"
                " are of 1996.",
                "gpr-web ¶3",
                363,
            ),
            Mistake(
                "turned round",
                lambda given: given < 0,
                "The days are there, but counted backwards. Subtract the earlier date from the"
                " later one.",
                "gpr-web ¶3",
                -8,
            ),
            Mistake(
                "the letter instead",
                15,
                "That runs to the letter which sent the text to the United Nations. Use the day of"
                " the declaration.",
                "gpr-web ¶2",
            ),
            Mistake(
                "the day of Shanghai",
                lambda given: given == 1,
                "That is the step from Beijing to Shanghai. Start from the declaration of Japan and"
                " the United States.",
                "gpr-web ¶5",
                1,
            ),
            Mistake(
                "the crisis instead",
                lambda given: 24 <= given <= 60,
                "That is near the distance to the crisis over Taiwan. Start from the declaration of"
                " Japan and the United States.",
                "gpr-web ¶3",
                31,
            ),
        ),
        reread="gpr-web ¶3",
        pointer="Both dates stand in the column date_edtf of the output above.",
        first_step=(
            'write (pd.Timestamp("1996-04-25") - pd.Timestamp("...")).days and put the other date,'
            " as text, in place of the three dots."
        ),
    ),
    Exercise(
        id="02.4",
        title="Draw who gave which birthday, and when",
        form="chart",
        answer=lambda: chart_needs(
            ("point", "circle", "square", "tick"),
            {"x": "written", "y": "birthday"},
            rows=_born(),
            types={"x": "temporal"},
        ),
        right=(
            "The row of 1996 begins with the document and goes on through texts of 1998, 1999, 2000"
            " and 2015 or later; it contains Chinese, American and joint texts. The other two rows"
            " have one dot each. Dots are not votes, though: we chose four of these texts, and some"
            " may repeat others."
        ),
        mistakes=(
            Mistake(
                "channels changed over",
                lambda given: (
                    given.channels.get("x") == "birthday" and given.channels.get("y") == "written"
                ),
                "The two places are changed over. The time of writing runs from left to right, so"
                " written belongs on x and birthday on y.",
                "gpr-web ¶2",
                lambda: _dots(x="birthday:N", y="written:T"),
            ),
            Mistake(
                "colour instead of place",
                lambda given: (
                    given.channels.get("color") == "birthday"
                    and given.channels.get("y") != "birthday"
                ),
                "The birthday is in the colours here. The eye compares places better than colours,"
                " so put birthday on y; colour can come on top.",
                "yu-1999 ¶5",
                lambda: _dots(x="written:T", y="who:N", color="birthday:N"),
            ),
        ),
        reread="yu-1999 ¶20",
        pointer=(
            "The mark is a point; x is written, with :T for time, y is birthday; and the chart has"
            " a title."
        ),
        first_step='alt.Chart(said, title="...").mark_point().encode(x="written:T", y=...)',
    ),
    Exercise(
        id="02.5",
        title="Whose sentences?",
        form="set",
        answer=lambda: _page("a"),
        also=(
            [4, 6, 7, 8],
            ["¶4", "¶6", "¶7", "¶8"],
            ["4", "6", "7", "8"],
            ["gpr-web 4", "gpr-web 6", "gpr-web 7", "gpr-web 8"],
            ["gpr-web p4", "gpr-web p6", "gpr-web p7", "gpr-web p8"],
            ["`gpr-web ¶4`", "`gpr-web ¶6`", "`gpr-web ¶7`", "`gpr-web ¶8`"],
            ["gpr-web#3", "gpr-web#5", "gpr-web#6", "gpr-web#7"],
        ),
        right=(
            "These four carry the voice that reads as Russian and of about autumn 1999, three years"
            " after the summit. The others with a claim probably carry scholarship of 2015. The"
            " page puts together two views back, from two times; neither was written in April 1996."
        ),
        mistakes=(
            Mistake(
                "the test alone",
                lambda given: (
                    len(given) > 0
                    and {str(part).lower() for part in given} <= {"true", "false", "yes", "no"}
                ),
                "That is the test by itself, true or false for each row. Put it between the"
                " brackets of early[...], and then take the column locators.",
                "gpr-web ¶6",
                ["yes", "no"],
            ),
            Mistake(
                "no paragraphs",
                lambda given: not _numbers(given) or any("#" in str(part) for part in given),
                'Paragraphs are wanted, as the column locators has them, such as "gpr-web ¶1".',
                "gpr-web ¶6",
                ["a"],
            ),
            Mistake(
                "another report",
                lambda given: any(re.search("yu|miller|monitor", str(part)) for part in given),
                "That is another report. Only paragraphs of the web page have layers.",
                "gpr-web ¶6",
                ["yu-1999 ¶5"],
            ),
            Mistake(
                "the layer of 2015",
                lambda given: _numbers(given) <= _of("b"),
                "These belong to layer b, probably scholarship of 2015. Wanted is the older voice,"
                " layer a.",
                "gpr-web ¶6",
                ["gpr-web ¶1", "gpr-web ¶3", "gpr-web ¶5"],
            ),
            Mistake(
                "no claim in it",
                lambda given: 2 in _numbers(given),
                "That paragraph has no row in the table of claims, so no layer is on record for it."
                " Filter the rows.",
                "gpr-web ¶2",
                ["gpr-web ¶2", "gpr-web ¶4", "gpr-web ¶6", "gpr-web ¶7", "gpr-web ¶8"],
            ),
            Mistake(
                "layers mixed",
                lambda given: bool(_numbers(given) & _of("b")) and bool(_numbers(given) & _of("a")),
                "Both layers are in this list. Look at the column layer of each row again, or let a"
                " filter do it.",
                "gpr-web ¶3",
                ["gpr-web ¶3", "gpr-web ¶4", "gpr-web ¶6"],
            ),
            Mistake(
                "other paragraphs",
                lambda given: not _numbers(given) <= _of("a", "b", "c", "d"),
                "Some of these lie outside the table early, which ends with the eighth paragraph."
                " Filter that table.",
                "gpr-web ¶8",
                ["gpr-web ¶4", "gpr-web ¶6", "gpr-web ¶7", "gpr-web ¶8", "gpr-web ¶9"],
            ),
            Mistake(
                "list cut short",
                lambda given: _numbers(given) < _of("a"),
                "Right as far as it goes, but the table has more such rows. Let the filter find"
                " them all.",
                "gpr-web ¶7",
                ["gpr-web ¶6", "gpr-web ¶7"],
            ),
        ),
        reread="gpr-web ¶6",
        pointer=(
            'A filter keeps the rows for which a comparison is true: early[early["layer"] == ...].'
        ),
        first_step='early[early["layer"] == "a"]["locators"] is the whole answer.',
    ),
    Exercise(
        id="02.6",
        title="The summit that is missing",
        form="text",
        answer=lambda: "November 1997",
        also=(
            "Nov 1997",
            "Nov. 1997",
            "November, 1997",
            "1997-11",
            "11/1997",
            "11.1997",
            "1997 November",
            "in November 1997",
            "Beijing, November 1997",
            "November 1997, Beijing",
            "November of 1997",
            "1997, November",
            "1997 Nov",
            "Nov-1997",
            "it was in November 1997",
            "the fifth summit was in November 1997",
            "10 November 1997",
            "November 10, 1997",
            "1997-11-10",
            "Beijing summit of November 1997",
            "summit of November 1997",
            "the summit of November 1997",
            "the Beijing summit of November 1997",
            "the fifth summit: November 1997",
            "fifth summit, November 1997",
        ),
        right=(
            "The third summit was in April 1996 and the sixth in November 1998, so the fifth lies"
            " between: November 1997. That is the one which closed the demarcation of the eastern"
            " border section, so the list leaves out a result on the ground, some islands aside,"
            " and keeps a declaration about the world."
        ),
        mistakes=(
            Mistake(
                "on the page",
                lambda given: "1997" in given and bool(re.search(r"apr|\b0?4\b", given)),
                "That one is on the page: its list ends there. Which came next?",
                "gpr-web ¶7",
                "April 1997",
            ),
            Mistake(
                "the sixth",
                lambda given: "1998" in given,
                "That was the sixth. One more lies between it and the last on the page.",
                "gpr-web ¶7",
                "November 1998",
            ),
            Mistake(
                "the last of Yeltsin's time",
                lambda given: "1999" in given,
                "That one is missing too, but it comes later. Wanted is the first after the page's"
                " list ends.",
                "gpr-web ¶7",
                "December 1999",
            ),
            Mistake(
                "the third",
                lambda given: "1996" in given,
                "In that year the page has the third summit. Count on from there, past the last one"
                " it names.",
                "gpr-web ¶6",
                "April 1996",
            ),
            Mistake(
                "before the list",
                lambda given: "1992" in given or "1994" in given,
                "That one came earlier: the page counts it when it calls April 1996 the third. Look"
                " for one after April 1997.",
                "gpr-web ¶6",
                "September 1994",
            ),
            Mistake(
                "year only",
                lambda given: given in ("1997", "november", "nov"),
                'Half of it is there. Give the month and the year, such as "April 1996".',
                "gpr-web ¶7",
                "1997",
            ),
            Mistake(
                "no date",
                lambda given: not re.search(r"\d\d", given),
                'A month and a year are wanted, such as "April 1996". No other name or number is'
                " needed.",
                "gpr-web ¶7",
                "Beijing",
            ),
        ),
        reread="gpr-web ¶7",
        pointer=(
            "In the output above, one row begins with summits that followed: they came after April"
            " 1997. The other rows number the third and the sixth."
        ),
        first_step="the output names three summits after April 1997. Take the earliest of them.",
    ),
    Open(
        id="02.7",
        title="A word, a policy, or a relationship?",
        rubric=(
            "I say which of the three began in April 1996, and which had begun before.",
            "I keep apart what a report says, what a document has, and what I conclude.",
            (
                "I cite a passage that makes the partnership look thin, or one that shows something"
                " behind the word, against my own view."
            ),
            (
                "I name the wording (in which language) on which I rely, and say that the Russian"
                " text was not read."
            ),
            "I say what a source would have to show to change my mind.",
        ),
        model=(
            "A word began, as part of a policy that was older. The web page has the partnership"
            " named in April 1996 (`gpr-web ¶2` [E45]), and the declaration of 25 April bears it"
            " out. But that text holds to statements of 1992 and 1994 and to border agreements, so"
            " the policy did not start there; Yu Bin has Russia the keener side from 1994 (`yu-1999"
            " ¶16`). The relationship changed little at first: in 1999 he finds more frame than"
            " substance (`yu-1999 ¶5`), and a partnership announced as no alliance (`yu-1999 ¶13`)."
            " Against me stands what came with the word. An agreement on forces at the border was"
            " signed the next day (`gpr-web ¶5`), the page has a new course in Moscow (`gpr-web"
            " ¶4`), and Yu Bin has relations improve steadily (`yu-1999 ¶1`). So I say: a new word,"
            " an older policy, and some new rules. I rely on the English and the Chinese; the"
            " Russian text could change this."
        ),
        weigh=(
            "yu-1999 ¶5",
            "gpr-web ¶5",
            "gpr-web ¶4",
            "yu-1999 c4",
            "yu-1999 ¶13",
            "yu-1999 ¶14",
            "yu-1999 ¶16",
            "yu-1999 ¶1",
            "monitor-2000 ¶4",
        ),
    ),
    Open(
        id="02.8",
        title="Does the timing explain the partnership?",
        rubric=(
            "I give the interval in days and say what was checked.",
            "I keep occasion and cause apart, and say what would count as evidence of a cause.",
            "I name a root that is older than 1996, with its source.",
            "I answer a passage that points the other way.",
            "I do not use the later fame of the partnership as evidence for 1996.",
        ),
        model=(
            "The interval is right: eight days lie between the two declarations, so the page may"
            " call the timing symbolic (`gpr-web ¶3`). A symbol is not a cause. The agreement"
            " signed the next day at Shanghai (`gpr-web ¶5`) builds on one of 1990, and Yu Bin has"
            " Russia the keener side since 1994, because of NATO's plans, and China wanting a quiet"
            " border (`yu-1999 ¶16`). The web page's older layer names NATO for Russia, and Taiwan,"
            " Tibet and human rights for China, and does not mention Japan (`gpr-web ¶6`). On the"
            " other side, Miller has China see a possible threat in changes to the American"
            " alliance with Japan, though he gives no date (`miller-2002 ¶8` [E01]). So American"
            " conduct may have set the day or the tone of the text. To call it the cause I would"
            " want drafts or minutes of early 1996."
        ),
        weigh=(
            "yu-1999 ¶16",
            "gpr-web ¶4",
            "gpr-web ¶5",
            "gpr-web ¶6",
            "miller-2002 ¶8",
            "yu-1999 ¶13",
        ),
    ),
)
