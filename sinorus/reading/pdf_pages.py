"""Pages of a PDF as text; on a page of two columns the left one is read before the right one.

The library pdfminer.six finds the lines and boxes. Where columns stand side by side it may read the
right one first, and in narrow ones with straight edges it tears lines at their wide gaps; both are
put right here from the places of the lines.
"""

from itertools import groupby, pairwise

#: A column is as wide as this part of the page at least; the days of a table are narrower.
_WIDE = 0.28
#: So many times its height a line is torn at most.
_TORN = 2.5


def page_text(page):
    """Return the text of a page.

    Parameters
    ----------
    page : pdfminer.layout.LTPage
        A page after the analysis of its layout.

    Returns
    -------
    str
        A blank line stands between boxes.
    """
    from pdfminer.layout import LTTextBox

    boxes = [item for item in page if isinstance(item, LTTextBox)]
    middle, least = (page.x0 + page.x1) / 2, _WIDE * (page.x1 - page.x0)
    tall = [box for box in boxes if len(box) > 1 and box.x1 - box.x0 >= least]
    left = [box for box in tall if box.x1 <= middle]
    right = [box for box in tall if box.x0 >= middle]
    others = [
        text for item in page if not isinstance(item, LTTextBox) and (text := _said(item)).strip()
    ]
    if not (left and right) or len(left) + len(right) < len(tall):
        return "\n".join([*_rows(boxes), *others]) if _torn(boxes) else _said(page)
    top, foot = max(box.y1 for box in tall), min(box.y0 for box in tall)

    def alone(box):
        """Whether nothing stands beside a box."""
        return not any(
            box.y0 < other.y1 and other.y0 < box.y1 for other in boxes if other is not box
        )

    def column(box):
        """Left, right, or over the whole width as heads and titles are."""
        if box.x0 < middle < box.x1 or ((box.y0 >= top or box.y1 <= foot) and alone(box)):
            return "whole"
        return "left" if box.x1 <= middle else "right"

    pieces, band = [], {"left": [], "right": []}
    for box in sorted(boxes, key=lambda box: -box.y1):
        if (side := column(box)) != "whole":
            band[side].append(box)
            continue
        pieces += [*_rows(band["left"]), *_rows(band["right"]), box.get_text()]
        band = {"left": [], "right": []}
    return "\n".join([*pieces, *_rows(band["left"]), *_rows(band["right"]), *others])


def _torn(boxes):
    """Whether lines were torn at wide gaps between words; cells of a table stand further apart."""
    gaps = []
    for row in _by_height(boxes):
        ends = [(line.x0, line.x1, max(line.y1 - line.y0, 1)) for *_, line in row]
        gaps += [(b[0] - a[1]) / a[2] for a, b in pairwise(ends)]
    return bool(gaps) and max(gaps) <= _TORN


def _by_height(boxes):
    """The lines of boxes from above, as rows of (height, left, number of the box, line)."""
    lines = sorted(
        (
            (-round(line.y1), line.x0, number, line)
            for number, box in enumerate(boxes)
            for line in box
        ),
        key=lambda row: row[:3],
    )
    return [list(row) for _, row in groupby(lines, key=lambda row: row[0])]


def _rows(boxes):
    """The boxes of a column as texts; what stands on one height is one line."""
    texts, above = [], set()
    for row in _by_height(boxes):
        text = " ".join(line.get_text().strip() for *_, line in row) + "\n"
        here = {number for _, _, number, _ in row}
        if here & above:
            texts[-1] += text
        else:
            texts.append(text)
        above = here
    return texts


def _said(item):
    """The text of a page as the library itself gives it."""
    from pdfminer.layout import LTContainer, LTText, LTTextBox

    if isinstance(item, LTContainer):
        text = "".join(map(_said, item))
    else:
        text = item.get_text() if isinstance(item, LTText) else ""
    return text + "\n" if isinstance(item, LTTextBox) else text
