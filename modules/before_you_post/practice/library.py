"""The photo library: the files that are there, joined to the rows that describe them.

Names in a table and names on a disk differ in ways nobody sees: capital letters on Windows, accents in two spellings
on a Mac, backslashes. Such names are one name here, unless the library really holds both.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..inputs.photo_files import list_photos
from ..inputs.quoting import counted, listed, quoted
from ..inputs.table import Row, TableReading
from ..records import Original, Problem
from .layouts import ORIGINALS


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


@dataclass(frozen=True, slots=True)
class PhotoNames:
    """The photos a library holds, found by a name as somebody wrote it."""

    exact: frozenset[str]
    alike: dict[str, str]  # only names that mean one photo

    @classmethod
    def of(cls, names: Iterable[str]) -> PhotoNames:
        """Index the names, which are paths inside the library folder."""
        exact = frozenset(names)
        counts = Counter(map(_alike, exact))
        return cls(exact, {_alike(name): name for name in exact if counts[_alike(name)] == 1})

    def find(self, written: str, folder_name: str = "") -> str | None:
        """The photo meant, also when it is written with the library's own folder in front."""
        for name in (written, written.removeprefix(f"{folder_name}/")):
            if name in self.exact:
                return name
            if _alike(name) in self.alike:
                return self.alike[_alike(name)]
        return None


def read_library(
    folder: Path | None, reading: TableReading
) -> tuple[tuple[Original, ...], PhotoNames, tuple[Problem, ...]]:
    """Every photo of the library as an Original, described where a row describes it."""
    if folder is None:
        return (), PhotoNames.of(()), ()
    listing = list_photos(folder)
    names = PhotoNames.of(listing.photos)
    described: dict[str, Original] = {}
    problems = list(listing.problems)
    for row in reading.rows:
        name = names.find(row.cells["file"], folder.name)
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
