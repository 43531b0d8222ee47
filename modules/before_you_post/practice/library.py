"""The photo library: the files that are there, joined to the rows that describe them.

A photo without a row is still an Original: it is the match that shows whose photo nobody wrote down.
"""

from __future__ import annotations

from pathlib import Path

from ..inputs.photo_files import list_photos
from ..inputs.photo_names import PhotoNames
from ..inputs.quoting import counted, listed, quoted
from ..inputs.table import Row, TableReading
from ..inputs.tree_folder import FolderTree
from ..records import Original, Problem
from .layouts import ORIGINALS


def read_library(
    folder: Path | None, reading: TableReading
) -> tuple[tuple[Original, ...], PhotoNames, tuple[Problem, ...]]:
    """Every photo of the library as an Original, described where a row describes it."""
    if folder is None:
        return (), PhotoNames.of("", ()), ()
    listing = list_photos(FolderTree(folder))
    names = PhotoNames.of(folder.name, listing.photos)
    described: dict[str, Original] = {}
    problems = list(listing.problems)
    for row in reading.rows:
        name = names.find(row.cells["file"])
        if name is None:
            problems.append(
                _wrong(reading, row, "not in the library folder", "Correct the path, or put the file there.")
            )
            continue
        original = Original(**{**row.fields(ORIGINALS), "id": name, "path": str(folder / name)})
        if name not in described:
            described[name] = original
            continue
        problems.append(_wrong(reading, row, "already described in a row above", "Keep one row a photo."))
        if described[name].patient != original.patient:  # whose photo it is cannot be told from rows that disagree
            described[name] = Original(id=name, path=str(folder / name))
    unlisted = [name for name in listing.photos if name not in described]
    if unlisted:
        problems.append(_unlisted(reading.path, unlisted))
    originals = (described.get(name) or Original(id=name, path=str(folder / name)) for name in listing.photos)
    return tuple(originals), names, tuple(problems)


def _wrong(reading: TableReading, row: Row, what: str, remedy: str) -> Problem:
    return Problem(
        path=str(reading.path),
        row=row.number,
        column="file",
        found=f"{quoted(row.cells['file'])}, {what}",
        expected="every photo of the library in one row",
        remedy=f"{remedy} The row was left out.",
    )


def _unlisted(path: Path, names: list[str]) -> Problem:
    return Problem(
        path=str(path),
        found=f"no row for {counted(len(names), 'photo')} of the library: {listed(names)}",
        expected="every photo of the library in one row",
        remedy="Add a row for each, with the patient's code. Until then nobody knows whose photo it is.",
    )
