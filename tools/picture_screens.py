"""Picture every screen of a notebook as a student sees it: python tools/picture_screens.py OUT NAME

Each notebook is opened in JupyterLab in Chromium, without internet, in a fresh folder; every cell
is run from the top, and the page is pictured from the top, screen by screen: ``NAME-blank-01.png``
and so on, or ``NAME-solved-01.png`` with ``--solved``. Older pictures of these names are removed,
so another theme or size wants another folder. What fails is said, and the exit status is then 1.
"""

import argparse
import json
import re
import sys
import tempfile
import time
from pathlib import Path

import own_lab

from sinorus.paths import course
from sinorus.teaching.copying import blank, copy_notebooks
from sinorus.teaching.lab import FIRST, set_the_table

#: How much of a screen is seen again at the top of the next, in pixels.
OVERLAP = 60
#: For how many seconds a notebook may run, and a screen may draw.
RUN, DRAW = 300, 30
DIALOG = "dialog.jp-Dialog button.jp-mod-reject, dialog.jp-Dialog button.jp-mod-accept"
POP_UPS = f"{DIALOG}, .Toastify__close-button"
#: What is asked of JupyterLab, in its own language.
SCRIPT = Path(__file__).with_suffix(".js")
#: Tags of a cell that is meant to end in an error.
MEANT = {"raises-exception", "nbval-raises-exception"}


def set_up(home, name, solved, theme):
    """Make a student's folder in which one notebook is opened first.

    Parameters
    ----------
    home : Path
        An empty folder; the notebooks go to ``course`` in it.
    name : str
        The notebook, without its ending.
    solved : bool
        Whether the solved notebook is wanted, in place of the student's.
    theme : str
        "light" or "dark".

    Returns
    -------
    str
        The option by which JupyterLab opens that notebook, with its side bars closed.
    """
    folder = home / "course"
    copy_notebooks(folder)
    path = f"{name}.ipynb"
    if solved:
        source = (course() / "notebooks" / "solutions" / path).read_text(encoding="utf-8")
        path = f"solutions/{path}"
        (folder / "solutions").mkdir()
        (folder / path).write_text(blank(source), encoding="utf-8")
    option = set_the_table(folder)
    for place in Path(option.partition("=")[2]).iterdir():
        layout = place.read_text(encoding="utf-8")
        place.write_text(layout.replace(FIRST, path), encoding="utf-8")
    settings = home / "config" / "lab" / "user-settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    chosen = json.dumps({"theme": f"JupyterLab {theme.title()}"})
    (settings / "themes.jupyterlab-settings").write_text(chosen, encoding="utf-8")
    return option


def close_pop_ups(page):
    """Close dialogs and notes that lie over the notebook, and say what they said."""
    for _ in range(10):
        button = page.locator(POP_UPS).first
        if not button.is_visible():
            return
        over = button.locator("xpath=ancestor::*[self::dialog or contains(@class, '__toast')][1]")
        print("closed:", " ".join(over.inner_text().split()), file=sys.stderr)
        button.click(timeout=5_000)
        page.wait_for_timeout(300)


def settled(page):
    """Wait until all in sight is drawn and two pictures in a row are the same.

    Parameters
    ----------
    page : playwright.sync_api.Page
        The page with the notebook.

    Returns
    -------
    picture : bytes
        The last picture.
    unfinished : str
        What was not drawn in time, or nothing.
    """
    end, last, unfinished = time.monotonic() + DRAW, None, ""
    while True:
        close_pop_ups(page)
        unfinished = page.evaluate("screens.undrawn()")
        picture = page.screenshot(animations="disabled")
        if not unfinished and picture == last:
            return picture, ""
        if time.monotonic() > end:
            return picture, unfinished or "something goes on moving"
        last = picture
        page.wait_for_timeout(250)


def screens(page):
    """Yield (picture, what is unfinished) for every screen, from the top to the last cell."""
    page.evaluate("screens.toTop()")
    yield settled(page)
    while not page.evaluate("screens.atEnd()"):
        page.evaluate("overlap => screens.scroll(overlap)", OVERLAP)
        seen = settled(page)
        for _ in range(5):
            if not page.evaluate("screens.mend()"):
                break
            seen = settled(page)
        yield seen


def unmeant(notebook):
    """What the notebook does not mean: cells not run, or with something in red; a sentence each.

    Examples
    --------
    >>> out = {"output_type": "error", "ename": "NameError", "evalue": "no x"}
    >>> cell = {"cell_type": "code", "metadata": {}, "execution_count": 1}
    >>> cell |= {"source": "x", "outputs": [out]}
    >>> unmeant({"cells": [cell]})
    ['the cell "x" raised NameError: no x']
    >>> unmeant({"cells": [cell | {"metadata": {"tags": ["raises-exception"]}}]})
    []
    """
    found = []
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code" or MEANT & set(cell["metadata"].get("tags", [])):
            continue
        lines = "".join(cell["source"]).strip().splitlines() or [""]
        if lines[0] and cell["execution_count"] is None:
            found.append(f'the cell "{lines[0]}" was not run')
        for output in cell["outputs"]:
            if output["output_type"] == "error":
                said = f"raised {output['ename']}: {output['evalue']}"
            elif output.get("name") == "stderr":
                said = f"printed in red: {''.join(output['text']).strip()}"
            else:
                continue
            found.append(f'the cell "{lines[0]}" {said}')
    return found


def picture(page, out, kind):
    """Run the notebook that is open, and picture it.

    Parameters
    ----------
    page : playwright.sync_api.Page
        The page with the notebook.
    out : Path
        The folder of the pictures.
    kind : str
        How the names of the pictures begin.

    Yields
    ------
    str
        A sentence for everything that fails.
    """
    page.wait_for_function("window.screens.ready()", timeout=120_000)
    close_pop_ups(page)
    notebook = page.evaluate("seconds => screens.run(seconds)", RUN)
    if notebook is None:
        yield f"it ran for more than {RUN} seconds and is not pictured"
        return
    yield from unmeant(notebook)
    # Once to the end and back: what is built on the way changes heights.
    for _ in screens(page):
        pass
    for number, (shot, unfinished) in enumerate(screens(page), 1):
        path = out / f"{kind}-{number:02}.png"
        path.write_bytes(shot)
        print(path, flush=True)
        if unfinished:
            yield f"{path.name}: {unfinished}"
    yield from (f"{url} was asked for, and refused" for url in page.outside)


def notebook_pictures(name, options, size):
    """Open one notebook in a fresh folder and picture it; yield what fails, as ``picture`` does."""
    kind = f"{name}-{'solved' if options.solved else 'blank'}"
    for old in options.out.glob(f"{kind}-[0-9]*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        table = set_up(home, name, options.solved, options.theme)
        with (
            own_lab.served(home, table, "--LabApp.expose_app_in_browser=True") as lab,
            own_lab.opened(lab, *size) as page,
        ):
            page.add_init_script(path=SCRIPT)
            page.goto(f"{lab}/lab")
            yield from picture(page, options.out, kind)


def main(arguments=None):
    """Read the command line, picture the notebooks; return 1 if anything failed."""
    from playwright.sync_api import Error

    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("out", type=Path, help="folder of the pictures")
    parser.add_argument("names", nargs="+", metavar="name", help="a notebook, as 00_start_here")
    parser.add_argument("--theme", choices=["light", "dark"], default="light")
    parser.add_argument("--size", default="1366x768", help="of the window, in pixels")
    parser.add_argument("--solved", action="store_true", help="the solved notebooks instead")
    options = parser.parse_args(arguments)
    known = {path.stem for path in (course() / "notebooks").glob("*.ipynb")}
    for name in options.names:
        if name not in known:
            parser.error(f'there is no notebook "{name}"; there are {", ".join(sorted(known))}')
    size = re.fullmatch(r"(\d+)x(\d+)", options.size)
    if size is None:
        parser.error(f'"{options.size}" is no size; write it as 1366x768')
    if own_lab.CHROMIUM is None:
        parser.error("no Chromium on this machine")
    options.out.mkdir(parents=True, exist_ok=True)
    failed = False
    for name in options.names:
        try:
            for sentence in notebook_pictures(name, options, map(int, size.groups())):
                print(f"{name}: {sentence}", file=sys.stderr)
                failed = True
        except (Error, RuntimeError) as error:
            print(f"{name}: {error}", file=sys.stderr)
            failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
