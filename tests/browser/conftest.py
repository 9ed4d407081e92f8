"""A JupyterLab of our own and a Chromium that reaches nothing but this machine."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from sinorus.paths import course
from sinorus.teaching.start import copy_notebooks, lab_environment

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))),
    None,
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-renderer-accessibility",
]


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """Address of a JupyterLab that serves a student's fresh folder."""
    if CHROMIUM is None:
        if os.environ.get("SINORUS_REQUIRE_BROWSER"):
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine: what a student sees was not tested")
    home = tmp_path_factory.mktemp("student")
    copy_notebooks(home / "course")
    # the notebooks as the repository stores them, with their results
    stored = course() / "notebooks"
    shutil.copytree(stored, home / "course" / "stored", ignore=shutil.ignore_patterns("solutions"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **lab_environment(),
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "IPYTHONDIR": str(home / "ipython"),
    }
    environment.pop("SINORUS_REPORTS", None)
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.ip=127.0.0.1",
        "--IdentityProvider.token=",
        f"--ServerApp.root_dir={home / 'course'}",
        "--ServerApp.allow_root=True",
    ]
    with open(home / "lab.log", "w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=home)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{address}/api/status", timeout=1).close()
                break
            except OSError:
                assert server.poll() is None, (home / "lab.log").read_text()[-2000:]
                time.sleep(0.25)
        else:
            pytest.fail(
                "JupyterLab did not start in a minute: " + (home / "lab.log").read_text()[-2000:]
            )
        yield address
    finally:
        server.terminate()
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()


@pytest.fixture
def page(lab):
    """A page in Chromium; requests to other machines are refused, and noted in ``page.outside``."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(viewport={"width": 1360, "height": 1500})
        outside = []

        def gate(route):
            if route.request.url.startswith((lab, "data:", "blob:")):
                route.continue_()
            else:
                outside.append(route.request.url)
                route.abort()

        context.route("**/*", gate)
        page = context.new_page()
        page.outside, page.complaints = outside, []
        page.on(
            "console",
            lambda message: (
                page.complaints.append(message.text) if message.type == "error" else None
            ),
        )
        yield page
        browser.close()
