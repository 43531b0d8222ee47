"""The originals a reviewer can choose from: the practice's library, looked up when somebody asks for it."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import Any

from ..photos.refusal import PictureError
from ..practice import load
from ..records import Original
from .panel import described

Values = dict[str, Any]
LISTED = 24  # originals that the page is sent at once


class LibraryShelf:
    """The originals of one practice by id; read from its folder once, when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._originals: dict[str, Original] | None = None
        self._lock = Lock()  # pictures and lists are made on several threads

    def forget(self) -> None:
        """Read the folder again when next asked: an audit may have seen new originals."""
        with self._lock:
            self._originals = None

    def originals(self) -> dict[str, Original]:
        """Every original there is. Raises InputError where the practice's folder cannot be read."""
        with self._lock:
            if self._originals is None:
                self._originals = {one.id: one for one in load(self._folder).originals}
            return self._originals

    def path_of(self, original: str) -> Path:
        """The file of an original. Raises PictureError where there is no such one."""
        found = self.originals().get(original)
        if found is None:
            raise PictureError("There is no such original in the library.")
        return Path(found.path)

    def find(self, search: str) -> tuple[list[Values], int]:
        """The originals whose id or description holds every word, and how many more there are than are listed."""
        words = search.casefold().split()
        told = ((one.id, described(one, patient=True)) for one in self.originals().values())
        found = [(name, about) for name, about in told if all(word in f"{name} {about}".casefold() for word in words)]
        return [{"id": name, "words": about} for name, about in found[:LISTED]], max(0, len(found) - LISTED)
