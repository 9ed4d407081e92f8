"""What browser tests do with a page of JupyterLab: write a notebook, run a cell, hear its names."""


def open_notebook(page, lab, name, sources):
    """Open a notebook with these cells, written through JupyterLab's own door."""
    cells = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for number, source in enumerate(sources)
    ]
    content = {
        "cells": cells,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    page.goto(f"{lab}/lab?reset")
    page.wait_for_selector("#jp-main-dock-panel", timeout=60_000)
    status = page.evaluate(
        """async ([name, content]) => {
        const token = document.cookie.match(/_xsrf=([^;]+)/);
        const headers = {
            'Content-Type': 'application/json', 'X-XSRFToken': token ? token[1] : ''
        };
        const body = JSON.stringify({type: 'notebook', format: 'json', content});
        const address = '/api/contents/' + name;
        return (await fetch(address, {method: 'PUT', headers, body})).status;
        }""",
        [name, content],
    )
    assert status in (200, 201)
    page.goto(f"{lab}/lab/tree/{name}?reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    page.get_by_text("| Idle").wait_for(timeout=90_000)
    return page


def run_cell(page, number):
    """Run one cell of the notebook by keyboard."""
    page.locator(".jp-CodeCell").nth(number).locator(".cm-content").click()
    page.keyboard.press("Control+Enter")


def names_heard(page, kinds=("textbox", "combobox", "button", "region", "status")):
    """What a screen reader hears of everything of these kinds, as (kind, name)."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in tree
        if node.get("role", {}).get("value") in kinds
    ]
