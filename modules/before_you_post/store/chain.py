"""What ties the lines of the ledger together: how a line is written for its hash, and how the chain is checked."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..records import ChainCheck

_OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The last line of the ledger, as the file beside the database has it."""

    number: int
    hash: str


def canonical(body: object) -> str:
    """JSON in the one way we write it: keys in order, no blanks, ASCII. Raises TypeError or ValueError for a fraction
    or anything else that has more than one spelling."""
    _refuse_fractions(body)
    return json.dumps(body, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)


def line_hash(
    *, id: object, practice_key: object, at: object, kind: object, person: object, body: object, previous: object
) -> str:
    """The SHA-256 of a line, in hexadecimal. Each part stands as JSON, so no two lines are written alike."""
    line = json.dumps([id, practice_key, at, kind, person, body, previous], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(line.encode("ascii")).hexdigest()


def check(lines: Iterable[Mapping[str, Any]], note: Note | str | None) -> ChainCheck:
    """Whether every line fits the one before, and the last is the one that was noted."""
    number, previous, noted_hash = 0, "", ""
    for line in lines:
        if trouble := _misfit(line, number, previous):
            return ChainCheck(entries=number, last=previous, trouble=trouble, first_bad=number + 1)
        number, previous = number + 1, str(line["hash"])
        if isinstance(note, Note) and note.number == number:
            noted_hash = previous
    if trouble := _against_note(number, noted_hash, note):
        bad = number + 1 if not isinstance(note, Note) or note.number > number else note.number
        return ChainCheck(entries=number, last=previous, trouble=trouble, first_bad=bad)
    return ChainCheck(entries=number, last=previous)


def read_note(path: Path) -> Note | str | None:
    """The noted last line; None where there is no such file; its text where it is no note of ours."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None
    try:
        found = json.loads(text)
        return Note(number=int(found["number"]), hash=str(found["hash"]))
    except (ValueError, TypeError, KeyError):
        return text


def write_note(path: Path, note: Note) -> None:
    """Write the note whole or not at all, and onto the disk."""
    unfinished = path.with_name(path.name + ".new")
    descriptor = os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, _OWNER_ONLY)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({"number": note.number, "hash": note.hash}, file)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def _misfit(line: Mapping[str, Any], number: int, previous: str) -> str:
    found = line["id"]
    if found is None:
        return f"What follows entry {number} cannot be read: the file was changed or is damaged."
    if found != number + 1:
        return f"Entry {number + 1} is missing: after entry {number} comes entry {found}."
    if line["previous"] != previous:
        return f"Entry {found} does not follow entry {number}: it was tied to another one."
    if not _as_hashed(line):
        return f"Entry {found} ({line['kind']}, {line['person'] or 'nobody'}, {line['at']}) was changed."
    return ""


def _as_hashed(line: Mapping[str, Any]) -> bool:
    """Whether a line, as the file has it, is the one that its hash was made of."""
    parts = {name: value for name, value in line.items() if name != "hash"}
    try:
        person = json.loads(f'"{parts["person"]}"')
        # spelt otherwise it would be the same person to us, and not be found among their lines
        same = json.dumps(person)[1:-1] == parts["person"]
        return bool(same and line_hash(**(parts | {"person": person})) == line["hash"])
    except (TypeError, ValueError):
        return False


def _against_note(number: int, noted_hash: str, note: Note | str | None) -> str:
    if note is None:
        return "The note of the last entry is missing beside the database." if number else ""
    if isinstance(note, str):
        return "The note of the last entry beside the database was changed."
    if note.number > number:
        return f"Entries {number + 1} to {note.number} are missing at the end."
    if note.number and note.hash != noted_hash:
        return f"Entry {note.number} is another one than was noted when it was written."
    return ""


def _refuse_fractions(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("a fraction has more than one spelling; write it as text")
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        _refuse_fractions(inner)
