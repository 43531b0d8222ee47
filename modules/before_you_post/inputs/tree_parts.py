"""Several zips of one export read as one folder: large exports are handed out in parts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from ..records import Problem
from .quoting import counted, listed
from .tree_refused import harmless
from .tree_zip import ZipTree


class PartsTree:
    """The files of all parts. What comes in two parts unchanged is one file."""

    def __init__(self, folder: Path, parts: Sequence[ZipTree], problems: Sequence[Problem] = ()) -> None:
        self.path = folder
        self._owners: dict[str, tuple[ZipTree, str]] = {}
        differing: list[str] = []
        for part in parts:
            for file in part.files():
                if (other := self._owners.get(file)) is None:
                    self._owners[file] = (part, file)
                elif _content(*other) != _content(part, file):
                    differing.append(file)
                    # Under the part's own name, so that readers that look for posts.json find both.
                    self._owners[f"{part.path.stem}/{file}"] = (part, file)
        self._files = tuple(sorted(self._owners))
        self.problems = (
            *problems,
            *(problem for part in parts for problem in part.problems),
            *([_differing(folder, differing)] if differing else []),
        )

    @property
    def name(self) -> str:
        """The name of the folder the parts lie in."""
        return self.path.name

    def files(self) -> Sequence[str]:
        """Every file of every part, sorted."""
        return self._files

    def size(self, file: str) -> int:
        """Bytes of a file."""
        part, inside = self._owner(file)
        return part.size(inside)

    def open(self, file: str) -> BinaryIO:
        """The file, from the part that holds it."""
        part, inside = self._owner(file)
        return part.open(inside)

    def location(self, file: str) -> str:
        """The path of the part, and the path inside it; of a missing file, a path in the folder."""
        if file not in self._owners:
            return str(self.path / harmless(file))
        part, inside = self._owner(file)
        return part.location(inside)

    def _owner(self, file: str) -> tuple[ZipTree, str]:
        try:
            return self._owners[file]
        except KeyError:
            raise FileNotFoundError(file) from None


def _content(part: ZipTree, file: str) -> tuple[int, int]:
    return part.size(file), part.checksum(file)


def _differing(folder: Path, files: list[str]) -> Problem:
    return Problem(
        path=str(folder),
        found=f"{counted(len(files), 'file')} with other content in another zip: {listed(files)}",
        expected="the parts of one export",
        remedy="All of them were read. If these are two exports, keep only the newest.",
    )
