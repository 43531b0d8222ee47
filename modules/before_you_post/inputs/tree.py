"""What a reader walks: the files of a folder, or of a zip as it was downloaded, both alike.

Exports come as zips, large ones as several. Nothing is unpacked to disk: a copy of a practice's photos that nobody
knows of is a leak. Links are not followed: a link inside a folder may lead anywhere on the machine.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Protocol

from ..records import Problem
from .inside import holds_files, open_inside
from .tree_folder import FolderTree
from .tree_parts import PartsTree
from .tree_zip import ZipTree, is_zip

_INSIDE = re.compile(r"!(?=[/\\])")  # export.zip!/media/nose.jpg


class Tree(Protocol):
    """Files under one name, whatever holds them. Paths are inside it, with forward slashes."""

    @property
    def name(self) -> str:
        """The folder's or the file's own name, for people."""

    @property
    def path(self) -> Path:
        """The folder or the zip on disk."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was left out for being unsafe or unreadable, and why."""

    def files(self) -> Sequence[str]:
        """Every file, sorted; what systems and programs leave behind is not among them."""

    def size(self, file: str) -> int:
        """Bytes of a file. Raises FileNotFoundError."""

    def open(self, file: str) -> BinaryIO:
        """The file's bytes, never more than its size. Raises OSError, here or while it is read, and nothing else."""

    def location(self, file: str) -> str:
        """Where the file is, as ``Published.path`` says it: a path, or ``export.zip!/media/nose.jpg``.

        Also of a file that is missing, since an export may speak of it: never a place outside the tree.
        """


def open_tree(path: Path) -> Tree:
    """The folder, the zip, or the folder that holds nothing but the zips of one export. Never raises."""
    if path.is_file():
        return ZipTree(path) if is_zip(path.name) else FolderTree(path.parent, only=path.name)
    tree = FolderTree(path)
    files = tree.files()
    if files and all(is_zip(file) and "/" not in file for file in files):
        return PartsTree(path, [ZipTree(path / file) for file in files], tree.problems)
    return tree


def open_location(location: str) -> BinaryIO:
    """Open what ``Tree.location`` named. Raises OSError, here or while it is read, and nothing else."""
    path, inside = _split(location)
    if not inside:
        try:
            return path.open("rb")
        except ValueError as error:  # a NUL in the name
            raise FileNotFoundError(str(error)) from None
    if holds_files(path.name):
        with path.open("rb") as file:
            return open_inside(file, path.name, inside)
    return _open_in_zip(_archive(path), inside)


def size_of(location: str) -> int:
    """Bytes of what ``Tree.location`` named, without reading them where that can be. Raises OSError."""
    path, inside = _split(location)
    if not inside:
        try:
            return path.stat().st_size
        except ValueError as error:
            raise FileNotFoundError(str(error)) from None
    if not holds_files(path.name) and not _INSIDE.search(inside):
        return _archive(path).size(inside)
    with open_location(location) as file:
        return file.seek(0, os.SEEK_END)


def stamp_of(location: str) -> tuple[int, int]:
    """When the file on disk was changed that holds it (nanoseconds), and its bytes. Raises OSError."""
    found = _split(location)[0].stat()
    return found.st_mtime_ns, found.st_size


def is_there(location: str) -> bool:
    """Whether the file is there that ``Tree.location`` named. What a letter or a PDF holds counts as there."""
    path, inside = _split(location)
    if not inside or holds_files(path.name):
        return path.is_file()
    try:
        _archive(path).size(_INSIDE.split(inside)[0])
    except OSError:
        return False
    return True


def path_inside(tree: Path, location: str) -> str | None:
    """The path a file has inside the folder or the zips at ``tree``; None when it lies elsewhere."""
    path, inside = _split(location)
    if inside and not holds_files(path.name) and tree in (path, path.parent):
        return inside
    whole = Path(location)
    return whole.relative_to(tree).as_posix() if whole.is_relative_to(tree) else None


def _split(location: str) -> tuple[Path, str]:
    """The file on disk, and the path inside it; empty when the file itself is meant."""
    for mark in _INSIDE.finditer(location):
        archive = Path(location[: mark.start()])
        if archive.is_file():
            return archive, location[mark.end() + 1 :].replace("\\", "/")
    return Path(location), ""


def _open_in_zip(archive: Tree, inside: str) -> BinaryIO:
    """A file of a zip, or what a letter or a PDF in the zip holds."""
    for mark in _INSIDE.finditer(inside):
        holder = inside[: mark.start()]
        if holds_files(holder) and holder in archive.files():
            with archive.open(holder) as file:
                return open_inside(file, holder, inside[mark.end() + 1 :])
    return archive.open(inside)


def _archive(path: Path) -> Tree:
    """The zip, its list of contents read once for all its photos; read again when the file has changed."""
    return _listed_archive(path, stamp_of(str(path)))


@lru_cache(maxsize=8)
def _listed_archive(path: Path, _stamp: tuple[int, int]) -> Tree:
    return ZipTree(path)
