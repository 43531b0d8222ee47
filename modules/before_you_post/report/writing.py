"""Files written whole or not at all: a reader never meets half a report, whatever happens meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

from ..records import InputError, Practice, Problem


def refuse_published(target: Path, practice: Practice) -> None:
    """Raise InputError where a report would be written among the published files: it speaks of patients."""
    for channel in practice.channels:
        if target.resolve().is_relative_to(Path(channel.folder).resolve()):
            raise InputError(
                Problem(
                    path=str(target),
                    found=f"a place among what is published ({channel.name})",
                    expected="a private folder, since reports speak of patients",
                    remedy=f"Choose a folder outside {channel.folder}.",
                )
            )


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file, in place of one that is there; folders on the way are made. Returns the path.

    The content goes to a second file beside it first, which then takes the name in one step.
    Raises OSError where that is not possible; a file that was there before is then untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path
