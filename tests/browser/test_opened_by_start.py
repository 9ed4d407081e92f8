"""What a student sees whose course was opened by `sinorus start`, and what saving changes."""

import os
import subprocess
import sys
import time
import urllib.request

import own_lab
import pytest

from sinorus.teaching import copying, lab, versions

pytestmark = pytest.mark.slow


@pytest.fixture
def page(tmp_path):
    """A page of the JupyterLab that the command itself has started, in Chromium."""
    if own_lab.CHROMIUM is None:
        if os.environ.get("SINORUS_REQUIRE_BROWSER"):
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine: what a student sees was not tested")
    port = own_lab.free_port()
    address = f"http://127.0.0.1:{port}"
    options = ["--allow-root", "--no-browser", f"--port={port}", "--IdentityProvider.token="]
    own = {name: str(tmp_path / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")}
    program = subprocess.Popen(
        [sys.executable, "-m", "sinorus", "start", "Ada", "--", *options],
        cwd=tmp_path,
        env={**os.environ, **own, "IPYTHONDIR": str(tmp_path / "ipython")},
        stdin=subprocess.DEVNULL,
    )
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{address}/api/status", timeout=1).close()
                break
            except OSError:
                time.sleep(0.25)
        with own_lab.opened(address, 1360, 1000) as opened:
            opened.goto(f"{address}/lab")
            opened.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
            yield opened
    finally:
        program.terminate()
        assert program.wait(30) == 0


def test_the_first_notebook_is_open_and_running_it_leaves_it_untouched(page, tmp_path):
    assert page.locator(".lm-TabBar-tab", has_text=lab.FIRST).is_visible()
    assert not page.locator(".jp-FileBrowser").is_visible()
    page.get_by_text("| Idle").wait_for(timeout=90_000)

    path, text = tmp_path / "Ada" / lab.FIRST, copying.texts()[lab.FIRST]
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    page.locator(".jp-InputArea-prompt", has_text="[1]:").wait_for(timeout=120_000)
    page.keyboard.press("Control+s")
    end = time.monotonic() + 60
    while b'"execution_count": 1' not in path.read_bytes():
        assert time.monotonic() < end, "it was never saved"
        page.wait_for_timeout(200)
    saved = path.read_bytes()
    assert saved != text
    ran, copied = versions.parsed(saved), versions.parsed(text)
    assert versions.written(ran) == versions.written(copied)
    assert copying.copy_notebooks(tmp_path / "Ada").kept == list(copying.texts())
