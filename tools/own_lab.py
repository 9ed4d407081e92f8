"""A JupyterLab of our own and a Chromium that reaches nothing but it; tests and pictures use it."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

from sinorus.teaching.lab import lab_environment

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


def free_port():
    """A port at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def served(home, *options):
    """Serve the folder ``course`` in a home by a JupyterLab that knows no other settings.

    Parameters
    ----------
    home : Path
        Stands for the student's home directory; settings go there too.
    *options : str
        Further options of JupyterLab.

    Yields
    ------
    str
        The address of the server.

    Raises
    ------
    RuntimeError
        If JupyterLab does not start; the end of its log is in the message.
    """
    environment = {
        **lab_environment(),
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "IPYTHONDIR": str(home / "ipython"),
    }
    environment.pop("SINORUS_REPORTS", None)
    port = free_port()
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
        *options,
    ]
    address = f"http://127.0.0.1:{port}"
    with open(home / "lab.log", "w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=home)
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{address}/api/status", timeout=1).close()
                break
            except OSError:
                if server.poll() is not None:
                    raise RuntimeError(f"JupyterLab ended: {said(home)}") from None
                time.sleep(0.25)
        else:
            raise RuntimeError(f"JupyterLab did not start in a minute: {said(home)}")
        yield address
    finally:
        server.terminate()
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()


def said(home):
    """The end of what JupyterLab said."""
    return (home / "lab.log").read_text()[-2000:]


@contextmanager
def opened(lab, width, height):
    """A page in Chromium; requests to others than the lab are refused.

    Parameters
    ----------
    lab : str
        The address of the server.
    width, height : int
        Size of the page.

    Yields
    ------
    playwright.sync_api.Page
        What was refused is noted in ``page.outside``, errors of the console in
        ``page.complaints``.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(viewport={"width": width, "height": height})
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
        try:
            yield page
        finally:
            browser.close()
