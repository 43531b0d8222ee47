"""JSON out of an export, read with a bound and looked into without trusting it.

Exports change from year to year and may have been tampered with: a field may be missing, be another kind of value, or
hold a number of a million digits. What is asked for and is not there is empty, never a crash.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from ..records import Problem
from .quoting import quoted
from .tree import Tree

MAX_BYTES = 200 * 2**20  # of one file; 20,000 posts take some 30 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonReading:
    """What a file holds; ``value`` is None when it could not be read, and ``problems`` say why."""

    value: Any = None
    problems: tuple[Problem, ...] = ()


def read_json(tree: Tree, file: str, *, script: bool = False) -> JsonReading:
    """Read one file of an export. ``script``: an assignment to a variable stands before the list, and is cut off."""
    try:
        if tree.size(file) > MAX_BYTES:
            return _refused(tree, file, f"more than {MAX_BYTES // 2**20} MB")
        with tree.open(file) as opened:
            data = opened.read(MAX_BYTES)
    except OSError as error:
        return _refused(tree, file, error.strerror or str(error) or "an error")
    if script:
        start, end = data.find(b"["), data.rfind(b"]")
        data = data[start : end + 1] if start >= 0 else b""
    try:
        return JsonReading(value=json.loads(data))
    except RecursionError:
        return _refused(tree, file, "text nested too deeply")
    except (ValueError, MemoryError) as error:  # no JSON, no Unicode, or a number of thousands of digits
        return _refused(tree, file, f"text that is no JSON ({quoted(str(error))})")


def _refused(tree: Tree, file: str, found: str) -> JsonReading:
    remedy = "Download the export again. This file was not read; the others were."
    return JsonReading(problems=(Problem(path=tree.location(file), found=found, expected="JSON", remedy=remedy),))


def begins(tree: Tree, file: str, length: int = 65536) -> bytes:
    """The first bytes of a file, to tell what it is; none when it cannot be read."""
    try:
        with tree.open(file) as opened:
            return opened.read(length)
    except OSError:
        return b""


def value_at(value: Any, *keys: str) -> Any:
    """What stands under these keys, one inside the other; None when something on the way is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def text_at(value: Any, *keys: str) -> str:
    """The text there, without blanks around it and without halves of characters; empty when there is none."""
    found = value_at(value, *keys)
    return found.encode("utf-8", "replace").decode().strip() if isinstance(found, str) else ""


def entries_at(value: Any, *keys: str) -> Iterator[dict[str, Any]]:
    """The objects of the list there; what is no object is passed over, and ``null`` is an empty list."""
    found = value_at(value, *keys)
    if isinstance(found, list):
        yield from (entry for entry in found if isinstance(entry, dict))


def day_of(written: str) -> date | None:
    """The day of a time such as ``2026-06-03T10:00:00Z``, by universal time; None for anything else."""
    try:
        moment = datetime.fromisoformat(written)
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        return None
