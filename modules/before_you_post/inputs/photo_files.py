"""Which files of a folder are photos.

Links are not followed: a link inside a folder may lead anywhere on the machine. Hidden files are what systems and
programs leave behind.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..records import Problem
from .quoting import counted, listed

PHOTO_ENDINGS = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".tif", ".tiff", ".heic", ".heif", ".avif", ".bmp"}
)
_VIDEO_ENDINGS = frozenset({".mp4", ".m4v", ".mov", ".webm", ".avi", ".mkv", ".mpg", ".mpeg", ".wmv", ".3gp", ".ogv"})
_DOCUMENT_ENDINGS = frozenset(
    {
        ".pdf",
        ".doc",
        ".docx",
        ".ppt",
        ".pptx",
        ".pages",
        ".key",
        ".svg",
        ".psd",
        ".ai",
        ".eps",
        ".indd",
        ".html",
        ".htm",
    }
)
_RAW_ENDINGS = frozenset({".cr2", ".cr3", ".nef", ".arw", ".dng", ".orf", ".rw2", ".raf"})
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The photos of a folder, as paths inside it with forward slashes, sorted; and what was not looked at."""

    photos: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def is_photo(name: str) -> bool:
    """Whether a file is a photo by its ending; its content is looked at later, when it is opened."""
    return os.path.splitext(name)[1].lower() in PHOTO_ENDINGS  # noqa: PTH122 - a name, not a path


def list_photos(folder: Path, known: Iterable[str] = ()) -> Listing:
    """Every photo of a folder and its subfolders. ``known`` are other files that are read elsewhere."""
    photos: list[str] = []
    others: dict[str, list[str]] = {}
    skip = frozenset(known)
    for directory, folders, files in os.walk(
        folder, onerror=lambda error: others.setdefault(_SHUT, []).append(str(error.filename))
    ):
        links = [name for name in folders if Path(directory, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not _hidden(name) and name not in links)
        for name in sorted((*files, *links)):
            inside = Path(directory, name).relative_to(folder).as_posix()
            if _hidden(name) or inside in skip:
                continue
            kind = _kind(Path(directory, name))
            (photos if kind is None else others.setdefault(kind, [])).append(inside)
    problems = tuple(_not_looked_at(folder, kind, names) for kind, names in sorted(others.items()))
    return Listing(photos=tuple(sorted(photos)), problems=problems)


_SHUT = "folder that cannot be read"
_LINK = "link to another place"
_UNNAMEABLE = "file whose name is no text"


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _LEFT_BEHIND


def _kind(path: Path) -> str | None:
    """None = a photo; otherwise what the file is."""
    if path.is_symlink():
        return _LINK
    try:
        path.name.encode()
    except UnicodeEncodeError:
        return _UNNAMEABLE
    ending = path.suffix.lower()
    if ending in PHOTO_ENDINGS:
        return None
    kinds = {"video": _VIDEO_ENDINGS, "document": _DOCUMENT_ENDINGS, "camera raw file": _RAW_ENDINGS}
    return next((kind for kind, endings in kinds.items() if ending in endings), "other file")


def _not_looked_at(folder: Path, kind: str, names: list[str]) -> Problem:
    plural = {_SHUT: "folders that cannot be read", _LINK: "links to other places", _UNNAMEABLE: "unreadable names"}
    shown = listed([name.encode(errors="replace").decode() for name in names])
    return Problem(
        path=str(folder),
        found=f"{counted(len(names), kind, plural.get(kind))}, not looked at: {shown}",
        expected="photos",
        remedy="Look at them yourself if they may show a patient; photos inside them are not part of this audit.",
    )
