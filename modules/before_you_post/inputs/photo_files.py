"""Which files of a folder or a zip are photos, by their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..records import Problem
from .quoting import counted, listed
from .tree import Tree

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The photos of a tree, as paths inside it with forward slashes, sorted; and what was not looked at."""

    photos: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def is_photo(name: str) -> bool:
    """Whether a file is a photo by its ending; its content is looked at later, when it is opened."""
    return _ending(name) in PHOTO_ENDINGS


def is_video(name: str) -> bool:
    """Whether a file is a film by its ending."""
    return _ending(name) in _VIDEO_ENDINGS


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition("/")[2].rpartition(".")
    return f".{ending.lower()}" if stem and dot else ""


def list_photos(tree: Tree, known: Iterable[str] = ()) -> Listing:
    """Every photo of a tree. ``known`` are other files that are read elsewhere."""
    photos: list[str] = []
    others: dict[str, list[str]] = {}
    skip = frozenset(known)
    for file in tree.files():
        if file not in skip:
            kind = _kind(file)
            (photos if kind is None else others.setdefault(kind, [])).append(file)
    problems = (_not_looked_at(tree, kind, names) for kind, names in sorted(others.items()))
    return Listing(photos=tuple(photos), problems=(*tree.problems, *problems))


def _kind(file: str) -> str | None:
    """None = a photo; otherwise what the file is."""
    ending = _ending(file)
    if ending in PHOTO_ENDINGS:
        return None
    kinds = {"video": _VIDEO_ENDINGS, "document": _DOCUMENT_ENDINGS, "camera raw file": _RAW_ENDINGS}
    return next((kind for kind, endings in kinds.items() if ending in endings), "other file")


def _not_looked_at(tree: Tree, kind: str, names: list[str]) -> Problem:
    return Problem(
        path=str(tree.path),
        found=f"{counted(len(names), kind)}, not looked at: {listed(names)}",
        expected="photos",
        remedy="Look at them yourself if they may show a patient; photos inside them are not part of this audit.",
    )
