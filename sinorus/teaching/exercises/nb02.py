"""Exercises of 02_partnership_1996."""

import pandas as pd

from ...tables import load
from ..drawn import chart_needs
from ..exercise import Exercise, Mistake, Open


def _at(place, letters):
    """Whether at one place of the five stands one of these letters."""
    return lambda given: given[place] in letters


def _days():
    dates = load("sources").set_index("source_id")["date_edtf"]
    return (
        pd.Timestamp(dates["un-a51-127-1996"]) - pd.Timestamp(dates["us-japan-declaration-1996"])
    ).days


def _dots(**channels):
    """A chart like that of 02.4, with these channels."""
    import altair as alt

    table = pd.DataFrame({"who": ["yu-1999 ¶5"], "written": "1999-07-01", "birthday": "1996"})
    return alt.Chart(table, title="Who gave which birthday").mark_point().encode(**channels)


def _older_voice():
    """Paragraphs of layer a among the seven rows of the table early."""
    early = load("claims").query("report_id == 'gpr-web'").head(7)
    return early.loc[early["layer"] == "a", "locators"]


EDITION = 1
EXERCISES = (
    Exercise(
        id="02.1",
        title="Rank the birthdays",
        form="order",
        options={"a": "April 1997", "b": "the end of 1998", "c": "April 1996"},
        answer="C > A > B",
        because="D01",
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
                lambda given: len(frozenset().union(*given)) < 3,
                'Give all three letters, the best supported birthday first, such as ["A", "B",'
                ' "C"].',
                example="C",
            ),
            Mistake(
                "latest first",
                lambda given: "b" in given[0],
                "The joint statement of that time itself dates the partnership to April 1996, and"
                " the report has another date in another paragraph. Compare.",
                reread="yu-1999 ¶5",
                example="B > A > C",
            ),
            Mistake(
                "later document first",
                lambda given: "a" in given[0],
                "There is a document of that month, but an earlier one has the phrase already."
                " Which text comes first?",
                reread="gpr-web ¶2",
                example="A > C > B",
            ),
            Mistake(
                "inner contradiction overlooked",
                "C > B > A",
                "The first place is right. Now compare the other two: which is contradicted within"
                " its own report, and by the document of its own time?",
                reread="yu-1999 ¶5",
            ),
        ),
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
        options={
            "p": "partnership",
            "c": "coordination, 协作, xiézuò, working together",
            "i": "interaction",
        },
        answer="CPIIP",
        because="D01",
        right=(
            "In each year one version has partnership and another has interaction. So the year does"
            " not decide. Probably the language behind the version does: partnership where the text"
            " seems to come from Chinese, interaction where it seems to come from Russian. We say"
            " probably, since the Russian of these sentences was not read (c comes from an article"
            " in English), and a translator may follow a habit."
        ),
        mistakes=(
            Mistake(
                "not five",
                lambda given: len(given) != 5,
                "Give five letters, one for each version from a to e, with commas between them.",
                example="P",
            ),
            Mistake(
                "one for all",
                lambda given: len(set(given)) == 1,
                "That gives all versions the same word. Look at the words that follow strategic in"
                " the outputs above.",
                example="PPPPP",
            ),
            Mistake(
                "year instead of language",
                lambda given: given[2] in "pc" and given[4] == "i",
                "This follows the years: one word for 1996, another for 1997. Read the note of each"
                " row: it names a second version.",
                example="CPPII",
            ),
            Mistake(
                "English read into Chinese",
                _at(0, "pi"),
                "In the Chinese name the word right behind 战略 (zhànlüè) is not 伙伴关系 (huǒbàn"
                " guānxì). Compare the pinyin, the name in Latin letters.",
                example="PPIIP",
            ),
            Mistake(
                "last word taken for the first",
                _at(1, "ci"),
                "Mutual coordination does stand in that phrase, but further on. Which word follows"
                " strategic directly?",
                example="CCIIP",
            ),
            Mistake(
                "Russian read as English",
                _at(2, "pc"),
                "The note of the row of 1996 reports the Russian formula in its second sentence."
                " Partnership is there, but which word comes after strategic?",
                example="CPPIP",
            ),
            Mistake(
                "preamble of 1997",
                _at(3, "pc"),
                "Read the quotation of 1997 again, in the output of step 1. What comes after"
                " strategic there?",
                example="CPIPP",
            ),
            Mistake(
                "two versions of 1997 alike",
                _at(4, "ic"),
                "For e the wording of the United Nations does not count. The note beside it has"
                " another English of the same text.",
                example="CPIII",
            ),
        ),
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
            ),
            Mistake(
                "said, not counted",
                7,
                "That is a week, as the page says, rounded. Here the calendar is asked: subtract"
                " the two dates.",
                reread="gpr-web ¶3",
            ),
            Mistake(
                "the example's dates",
                lambda given: 300 <= given <= 400,
                "That runs to the declaration of 1997, as in the example. Both dates wanted here"
                " are of 1996.",
                example=363,
            ),
            Mistake(
                "turned round",
                lambda given: given < 0,
                "This is counted backwards. Subtract the earlier date from the later one.",
                example=-8,
            ),
            Mistake(
                "the letter instead",
                15,
                "That runs to the letter which sent the text to the United Nations. Use the day of"
                " the declaration.",
            ),
            Mistake(
                "the day of Shanghai",
                1,
                "That is the step from Beijing to Shanghai. Start from the declaration of Japan and"
                " the United States.",
                reread="gpr-web ¶5",
            ),
            Mistake(
                "the crisis instead",
                lambda given: 24 <= given <= 60,
                "That is near the distance to the crisis over Taiwan. Start from the declaration of"
                " Japan and the United States.",
                reread="gpr-web ¶3",
                example=31,
            ),
        ),
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
        answer=chart_needs(
            ("point", "circle", "square", "tick"),
            {"x": "written", "y": "birthday"},
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
                lambda given: given.on("x", "y") == ("birthday", "written"),
                "The two places are changed over. The time of writing runs from left to right, so"
                " written belongs on x and birthday on y.",
                example=lambda: _dots(x="birthday:N", y="written:T"),
            ),
            Mistake(
                "colour instead of place",
                lambda given: given.on("color")[0] == "birthday" != given.on("y")[0],
                "The birthday is in the colours here. The eye compares places better than colours,"
                " so put birthday on y; colour can come on top.",
                example=lambda: _dots(x="written:T", y="who:N", color="birthday:N"),
            ),
        ),
        pointer=(
            "The mark is a point; x is written, with :T for time, y is birthday; and the chart has"
            " a title."
        ),
        first_step='alt.Chart(said, title="...").mark_point().encode(x="written:T", y=...)',
    ),
    Exercise(
        id="02.5",
        title="Whose sentences?",
        form="numbers",
        answer=_older_voice,
        right=(
            "These paragraphs carry the voice that reads as Russian and of about autumn 1999, three"
            " years after the summit. The others with a claim probably carry scholarship of 2015."
            " The page puts together two views back, from two times; neither was written in April"
            " 1996."
        ),
        mistakes=(
            Mistake(
                "the layer of 2015",
                lambda given: set() < given <= {1, 3, 5},
                "These belong to layer b, probably scholarship of 2015. Wanted is the older voice,"
                " layer a.",
                example=[1, 3, 5],
            ),
            Mistake(
                "claims, not paragraphs",
                [3, 5, 6, 7],
                "These look like the numbers of the claims. Paragraphs are wanted, as the column"
                ' locators has them, such as "gpr-web ¶1".',
            ),
            Mistake(
                "no claim in it",
                lambda given: 2 in given,
                "Paragraph 2 has no row in the table of claims, so no layer is on record for it."
                " Filter the rows.",
                example="¶2, ¶4, ¶6, ¶7, ¶8",
            ),
            Mistake(
                "other paragraphs",
                lambda given: max(given, default=0) > 8,
                "Some of these lie outside the table early, which ends with the eighth paragraph."
                " Filter that table.",
                example="¶4, ¶6, ¶7, ¶8, ¶9",
            ),
        ),
        pointer=(
            'A filter keeps the rows for which a comparison is true: early[early["layer"] == ...].'
        ),
        first_step='early[early["layer"] == "a"]["locators"] is the whole answer.',
    ),
    Exercise(
        id="02.6",
        title="The summit that is missing",
        form="month",
        answer="November 1997",
        because="E39",
        right=(
            "The third summit was in April 1996 and the sixth in November 1998, so the fifth lies"
            " between: November 1997. That is the one which closed the demarcation of the eastern"
            " border section, so the list leaves out a result on the ground, some islands aside,"
            " and keeps a declaration about the world."
        ),
        mistakes=(
            Mistake(
                "on the page",
                "April 1997",
                "That one is on the page: its list ends there. Which came next?",
                reread="gpr-web ¶7",
            ),
            Mistake(
                "the sixth",
                lambda given: given[0] == 1998,
                "That was the sixth. One more lies between it and the last on the page.",
                example="November 1998",
            ),
            Mistake(
                "the last of Yeltsin's time",
                lambda given: given[0] == 1999,
                "That one is missing too, but it comes later. Wanted is the first after the page's"
                " list ends.",
                example="December 1999",
            ),
            Mistake(
                "the third",
                lambda given: given[0] == 1996,
                "In that year the page has the third summit. Count on from there, past the last one"
                " it names.",
                reread="gpr-web ¶6",
                example="April 1996",
            ),
            Mistake(
                "before the list",
                lambda given: given[0] < 1996,
                "That is earlier: the page counts from 1992 when it calls April 1996 the third."
                " Look for one after April 1997.",
                reread="gpr-web ¶6",
                example="September 1994",
            ),
        ),
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
                " of that sentence was not read."
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
