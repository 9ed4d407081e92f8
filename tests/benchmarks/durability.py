"""Measure what becomes of answers when things go wrong: python tests/benchmarks/durability.py

Writers are killed, two write at once, files are damaged, the disk is full or read-only. Nothing
here passes or fails; the tests run a short form. The last two need Linux and its administrator,
and are left out elsewhere.
"""

import contextlib
import errno
import json
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import sinorus
from sinorus.teaching import progress, store
from sinorus.teaching.exercise import Exercise
from sinorus.teaching.exercises import COURSE

#: Answers of every kind that a file can hold, by exercise.
_FORMS = ("choice", "letters", "order", "number", "numbers", "date", "text", "set", "locators")


def rights(many=18):
    """Return right answers of exercises, by number."""
    found = {}
    for exercise in COURSE.values():
        if isinstance(exercise, Exercise) and exercise.form in _FORMS:
            answer = exercise.answer() if callable(exercise.answer) else exercise.answer
            found[exercise.id] = sorted(answer) if isinstance(answer, set) else answer
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        good = {key: one for key, one in found.items() if sinorus.check(key, one).state == "right"}
    store._held.clear()
    return dict(list(good.items())[:many])


@contextlib.contextmanager
def course(place=None):
    """Work in a new course folder."""
    with tempfile.TemporaryDirectory() as made:
        place = Path(place or made)
        (place / store.MARKER).mkdir(exist_ok=True)
        with contextlib.chdir(place):
            store._held.clear()
            yield place
            store._held.clear()


def kills(many, seed=1):
    """Kill a writer many times at random moments.

    Parameters
    ----------
    many, seed : int
        How many times; where chance begins.

    Returns
    -------
    dict
        ``kills``, ``acknowledged`` answers, how many of them are ``lost``, and ``damaged`` files.
    """
    chance, answers = random.Random(seed), rights()
    lost = damaged = acknowledged = 0
    with course() as place:
        said = {}
        for number in range(many):
            told = _killed(answers, number * 1_000_000, chance.uniform(0.005, 0.25))
            acknowledged += len(told)
            said |= told
            for key, answer in said.items():
                lost += not _is_there(key, answer, answers)
            files = [*place.glob(f"{store.MARKER}/*/*.json")]
            damaged += sum(store._read(path.parent.name, path) is None for path in files)
    return {"kills": many, "acknowledged": acknowledged, "lost": lost, "damaged": damaged}


def _killed(answers, start, seconds):
    """Run a writer, kill it, and return what it had acknowledged: the last word by exercise."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        with contextlib.suppress(BaseException):
            _answer_for_ever(answers, start, write)
        os._exit(1)
    os.close(write)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read, "rb") as file:
        lines = [line for line in file.read().decode().splitlines(True) if line.endswith("\n")]
    return dict(line.split() for line in lines)


def _answer_for_ever(answers, start, write):
    keys = sorted(answers)
    random.Random(start).shuffle(keys)
    number = start
    while True:
        for key in keys:
            number += 1
            # a wrong answer, then the right one: the wrong one must never come back
            for answer in (f"nonsense {number}", answers[key]):
                state = sinorus.check(key, answer).state
                os.write(write, f"{key} {'right' if state == 'right' else number}\n".encode())


def _is_there(key, answer, answers):
    """Whether an acknowledged answer is kept: this one, a later one, or the right one."""
    kept = progress.record(key)
    if kept.get("state") == "right":
        return kept["answer"] == str(answers[key])
    if answer == "right":
        return False
    return int(kept.get("answer", "nonsense 0").split()[1]) >= int(answer)


def two_writers(runs, seconds=0.0):
    """Let two processes answer different exercises of one folder at once.

    Returns
    -------
    dict
        ``runs``, ``answers`` given, how many of them are ``lost``.
    """
    answers = rights(36)
    keys = list(answers)
    halves = [keys[::2], keys[1::2]]
    lost = 0
    for _ in range(runs):
        with course():
            start = multiprocessing.get_context("fork").Barrier(2)
            writers = [
                multiprocessing.get_context("fork").Process(
                    target=_answer_all, args=(start, {key: answers[key] for key in half}, seconds)
                )
                for half in halves
            ]
            for writer in writers:
                writer.start()
            for writer in writers:
                writer.join()
            lost += sum(progress.record(key).get("state") != "right" for key in keys)
    return {"runs": runs, "answers": runs * len(keys), "lost": lost}


def _answer_all(start, answers, seconds):
    start.wait()
    for key, answer in answers.items():
        sinorus.check(key, answer)
        time.sleep(random.uniform(0, seconds))


def damage(step=1):
    """Put every byte at every place of an answer's file (or at every few places).

    Returns
    -------
    dict
        ``files`` damaged, how many of them ``raised``, and how many other answers were ``lost``.
    """
    answers = rights(3)
    first, *others = answers
    raised = lost = files = 0
    with course() as place:
        for key, answer in answers.items():
            sinorus.check(key, answer)
        path = place / store.MARKER / "answers" / f"{first}.json"
        whole = path.read_bytes()
        for at in range(0, len(whole), step):
            for byte in range(256):
                path.write_bytes(whole[:at] + bytes([byte]) + whole[at + 1 :])
                files += 1
                try:
                    progress.state(first)
                    lost += sum(progress.state(key) != "right" for key in others)
                except Exception:
                    raised += 1
    return {"files": files, "raised": raised, "lost": lost}


@contextlib.contextmanager
def mounted(options):
    """A small disk of its own, gone afterwards; needs Linux and its administrator."""
    with tempfile.TemporaryDirectory() as place:
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", place]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            raise OSError(errno.EPERM, "no disk can be mounted here")
        try:
            yield Path(place)
        finally:
            subprocess.run(["umount", "-l", place], check=True)


def full_disk():
    """Answer while the disk is full, then make room and answer once more.

    Returns
    -------
    dict
        ``told`` that they are not kept, ``kept`` in the meantime, ``empty`` files, ``hand_in``
        (what is said of it), ``after`` (answers on the disk once there was room).
    """
    answers = rights(6)
    *most, last = answers
    with mounted("size=256k") as disk, course(disk):
        with open(disk / "filler", "wb", buffering=0) as filler, contextlib.suppress(OSError):
            while True:
                filler.write(b"0" * 4096)
        told = sum("could not be kept: the disk is full" in _said(k, answers) for k in most)
        kept = len([*disk.glob(f"{store.MARKER}/answers/*.json")])
        try:
            handed = repr(sinorus.hand_in("Ada Reader"))
        except sinorus.SinorusError as error:
            handed = str(error)
        files = [path for path in disk.rglob("*") if path.is_file()]
        empty = sum(path.stat().st_size == 0 for path in files)
        (disk / "filler").unlink()
        _said(last, answers)
        store._held.clear()
        after = sum(progress.state(key) == "right" for key in answers)
    return {"told": told, "kept": kept, "empty": empty, "hand_in": handed, "after": after}


def read_only():
    """Answer in a folder that cannot be written into.

    Returns
    -------
    dict
        ``told`` that they are not kept, ``known`` to `progress` in the same kernel, ``after`` (on
        the disk once it could be written to and one more was answered).
    """
    answers = rights(6)
    *most, last = answers
    with mounted("size=1m") as disk, course(disk):
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        told = sum("could not be kept: nothing may be written" in _said(k, answers) for k in most)
        known = sum(progress.state(key) == "right" for key in most)
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        _said(last, answers)
        store._held.clear()
        after = sum(progress.state(key) == "right" for key in answers)
    return {"told": told, "known": known, "after": after}


def _said(key, answers):
    feedback = sinorus.check(key, answers[key])
    assert feedback.state == "right", feedback
    return feedback.text


def main():
    begun = time.perf_counter()
    for name, measure in (
        ("kills", lambda: kills(400)),
        ("two writers, no pause", lambda: two_writers(20)),
        ("two writers, pauses up to 0.1 s", lambda: two_writers(5, 0.1)),
        ("every byte at every place", damage),
        ("full disk", full_disk),
        ("read-only", read_only),
    ):
        try:
            print(f"{name}: {json.dumps(measure())}", flush=True)
        except OSError as error:
            print(f"{name}: not measured, {error}")
    print(f"{time.perf_counter() - begun:.0f} s, Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
