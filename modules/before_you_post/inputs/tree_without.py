"""A tree without the files another reader has read already.

A folder may hold letters, brochures and loose photos side by side. Whoever reads the first leaves the rest to others.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import BinaryIO

from ..records import Problem
from .tree import Tree


class RestOfTree:
    """The files of a tree that nobody has read yet. Its problems were told by whoever read the others."""

    problems: tuple[Problem, ...] = ()

    def __init__(self, tree: Tree, read: Collection[str]) -> None:
        self._tree = tree
        self._files = tuple(file for file in tree.files() if file not in read)

    @property
    def name(self) -> str:
        """The name of the whole tree."""
        return self._tree.name

    @property
    def path(self) -> Path:
        """The whole tree's folder or zip."""
        return self._tree.path

    def files(self) -> Sequence[str]:
        """Every file that is left, sorted."""
        return self._files

    def size(self, file: str) -> int:
        """Bytes of a file."""
        return self._tree.size(file)

    def open(self, file: str) -> BinaryIO:
        """The file's bytes."""
        return self._tree.open(file)

    def location(self, file: str) -> str:
        """Where the file is."""
        return self._tree.location(file)
