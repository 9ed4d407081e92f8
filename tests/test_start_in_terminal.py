"""`sinorus start` in a real terminal: what Ctrl+C does, and what is asked and answered there."""

import json
import os
import re
import select
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

fcntl, pty, termios = (
    pytest.importorskip(name, reason="no pseudo-terminals on this system")
    for name in ("fcntl", "pty", "termios")
)

CTRL_C = b"\x03"
TOKEN = "for-this-test"
WAIT = 120


class Terminal:
    """A program in a pseudo-terminal: what it prints is read, keys are typed."""

    def __init__(self, folder, *arguments):
        self.said, (self.ours, theirs) = "", pty.openpty()
        self.program = subprocess.Popen(
            [sys.executable, "-m", "sinorus", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            # a session of its own, whose terminal this is: only so are keys turned into signals
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)

    def type(self, keys):
        os.write(self.ours, keys)

    def read(self, seconds):
        """Read what is printed within some seconds, or until the program ends."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.ours], [], [], min(left, 0.2))[0]:
                try:
                    self.said += os.read(self.ours, 65536).decode(errors="replace")
                except OSError:
                    return
            elif self.program.poll() is not None:
                return

    def until(self, words):
        """Read until something was printed, and return all that was said since the last time."""
        end = time.monotonic() + WAIT
        while words not in self.said:
            assert time.monotonic() < end and self.program.poll() is None, self.said
            self.read(0.2)
        before, self.said = self.said, ""
        return before

    def ended(self):
        """Read until the program has ended, and return its exit status."""
        end = time.monotonic() + WAIT
        while self.program.poll() is None:
            assert time.monotonic() < end, self.said
            self.read(0.2)
        self.read(0.5)
        return self.program.returncode

    def close(self):
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        os.close(self.ours)


@pytest.fixture
def terminal():
    opened = []

    def new(*arguments):
        opened.append(Terminal(*arguments))
        return opened[-1]

    yield new
    for one in opened:
        one.close()


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Server:
    """The JupyterLab that was started, asked over its own address."""

    def __init__(self):
        self.port = free_port()
        self.options = [
            "--",
            "--allow-root",
            "--no-browser",
            f"--port={self.port}",
            f"--IdentityProvider.token={TOKEN}",
        ]

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/{path}",
            method=method,
            data=json.dumps(body).encode() if body else None,
            headers={"Authorization": f"token {TOKEN}"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def up(self):
        end = time.monotonic() + WAIT
        while True:
            try:
                return self.ask("GET", "status")
            except OSError:
                assert time.monotonic() < end, "the server never answered"
                time.sleep(0.2)

    def kernels(self):
        return [kernel["id"] for kernel in self.ask("GET", "kernels")]


def kernel_processes(parent):
    """Process ids of the kernels that a server has started (Linux)."""
    done = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(parent)], capture_output=True, text=True
    )
    return [int(row.split()[0]) for row in done.stdout.splitlines() if "ipykernel" in row]


def gone(number):
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.2)
    return False


@pytest.mark.slow
@pytest.mark.parametrize("second", [CTRL_C, b"y\n"], ids=["again", "yes"])
def test_one_ctrl_c_stops_nothing_and_a_second_or_y_stops(tmp_path, terminal, second):
    server = Server()
    shell = terminal(tmp_path, "start", "Ada", *server.options)
    said = shell.until("twice")
    assert "opens in your browser" not in said and "8 notebooks copied" in said
    server.up()
    kernel = server.ask("POST", "kernels", {"name": "python3"})["id"]
    processes = kernel_processes(shell.program.pid)

    # one Ctrl+C, and no answer: the question goes by, and everything runs on
    shell.type(CTRL_C)
    shell.until("(y/[n])?")
    shell.until("resuming operation")
    assert server.kernels() == [kernel] and shell.program.poll() is None
    # "n" is an answer too
    shell.type(CTRL_C)
    shell.until("(y/[n])?")
    shell.type(b"n\n")
    shell.until("resuming operation")
    assert server.kernels() == [kernel]

    shell.type(CTRL_C)
    shell.until("(y/[n])?")
    shell.type(second)
    assert shell.ended() == 0
    assert "JupyterLab has stopped" in shell.said and "Traceback" not in shell.said
    assert all(map(gone, processes))
    with pytest.raises(urllib.error.URLError):
        server.kernels()


@pytest.mark.slow
def test_an_end_from_outside_ends_the_server_too(tmp_path, terminal):
    """A lesson's script, or the system at its end, ends the program by a signal."""
    server = Server()
    shell = terminal(tmp_path, "start", "Ada", *server.options)
    server.up()
    shell.program.terminate()
    assert shell.ended() == 0
    with pytest.raises(urllib.error.URLError):
        server.kernels()


@pytest.mark.slow
def test_an_early_ctrl_c_ends_in_a_sentence(tmp_path, terminal):
    shell = terminal(tmp_path, "start", "Ada", *Server().options)
    shell.until("twice")
    shell.type(CTRL_C)
    assert shell.ended() == 130
    assert "Stopped." in shell.said
    assert "Traceback" not in shell.said


@pytest.mark.slow
def test_the_option_page_of_jupyterlab_is_reached(tmp_path, terminal):
    shell = terminal(tmp_path, "start", "Ada", "--", "--allow-root", "--version")
    assert shell.ended() == 0
    assert re.search(r"^\d+\.\d+", shell.said, re.M) and "browser" not in shell.said


def test_which_folder_is_asked_in_a_terminal(tmp_path, terminal):
    for name in ("Ada", "Ben"):
        terminal(tmp_path, "start", name, "--copy-only").ended()
    shell = terminal(tmp_path, "start", "--copy-only")
    asked = shell.until("a new one: ")
    assert re.search(rf"1  {tmp_path}/Ben .*2  {tmp_path}/Ada ", asked, re.S)
    shell.type(b"7\n")
    shell.until("from 1 to 2")
    shell.type(b"2\n")
    assert shell.ended() == 0
    assert f"Your course folder is {tmp_path / 'Ada'}" in shell.said

    shell = terminal(tmp_path, "start", "--copy-only")
    shell.until("a new one: ")
    shell.type(b"Cem\n")
    assert shell.ended() == 0 and (tmp_path / "Cem" / ".sinorus").is_dir()

    shell = terminal(tmp_path, "start", "--copy-only")
    shell.until("a new one: ")
    shell.type(CTRL_C)
    assert shell.ended() == 1
    assert "nothing opened" in shell.said and "Traceback" not in shell.said
