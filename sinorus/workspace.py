"""A student's folder: what was answered is kept there, and nowhere else."""

import contextlib
import hashlib
import json
import os
import re
from pathlib import Path

#: `sinorus start` puts this folder beside the notebooks; without it progress lives in memory only.
MARKER = ".sinorus"
_LOCATOR = re.compile(
    r"\b(gpr-web|miller-2002|monitor-2000|yu-1999|yu-2000)[\s,]*(?:(?:¶|p\.?|§)\s?(\d+(?:\.\d+)?)|c\s?(\d+))"
)
_ALMOST = re.compile(
    r"\b(?:gpr-web|miller-\d{4}|monitor-\d{4}|yu-\d{4})[\s,]*(?:¶|p\.?|§|c)\s?\d+(?:\.\d+)?"
)
_memory = {}


def folder():
    """The student's folder that holds the working directory, or None."""
    here = Path.cwd()
    return next((place for place in (here, *here.parents) if (place / MARKER).is_dir()), None)


def _file():
    place = folder()
    return place / MARKER / "progress.json" if place else None


def load_record():
    """What was answered so far: exercise ids with state, marks of wrong answers, and the answer."""
    path = _file()
    if path is None:
        return _memory
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return kept if isinstance(kept, dict) else {}
    except (OSError, ValueError):
        return {}


def _save(kept):
    path = _file()
    if path is None:
        return
    # A full disk or a read-only folder costs the record, never the answer.
    with contextlib.suppress(OSError):
        if path.exists() and not _readable(path):
            path.replace(path.with_name("progress-damaged.json"))
        draft = path.with_suffix(".tmp")
        draft.write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")
        os.replace(draft, path)


def _readable(path):
    try:
        return isinstance(json.loads(path.read_text(encoding="utf-8")), dict)
    except (OSError, ValueError):
        return False


def _shown(answer):
    """A short text of an answer, whatever it is."""
    try:
        return str(answer)[:2000]
    except Exception:
        return f"({type(answer).__name__})"


def wrong_tries(exercise_id, answer):
    """Remember a wrong answer, and count the different ones so far."""
    kept = load_record()
    record = kept.setdefault(exercise_id, {"state": "wrong", "wrong": [], "answer": ""})
    mark = hashlib.sha256(_shown(answer).encode("utf-8", "replace")).hexdigest()[:12]
    if mark not in record.setdefault("wrong", []):
        record["wrong"].append(mark)
    _save(kept)
    return record["wrong"].index(mark) + 1


def remember(exercise_id, state, answer):
    """Keep the state of an exercise; what was once right stays right."""
    kept = load_record()
    record = kept.setdefault(exercise_id, {"state": state, "wrong": [], "answer": ""})
    if record.get("state") != "right" or state == "right":
        record.update(state=state, answer=_shown(answer))
    _save(kept)


def citations(text):
    """List the locators in a text, and what looks like one but names no report of the course."""
    text = text[:200_000]
    found = [
        f"{report} " + (f"¶{paragraph}" if paragraph else f"c{entry}")
        for report, paragraph, entry in _LOCATOR.findall(text)
    ]
    unknown = [
        match.group() for match in _ALMOST.finditer(text) if not _LOCATOR.match(match.group())
    ]
    return list(dict.fromkeys(found)), list(dict.fromkeys(unknown))
