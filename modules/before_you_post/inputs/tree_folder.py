"""A folder on disk read file by file. Links are not followed: they may lead anywhere on the machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from .tree_refused import LINK, SHUT, SPECIAL, UNNAMEABLE, harmless, is_hidden, left_out


class FolderTree:
    """A folder on disk and its subfolders; or ``only`` one file of it."""

    def __init__(self, folder: Path, only: str | None = None) -> None:
        self.path = folder if only is None else folder / only
        self._folder = str(folder)
        self._refused: dict[str, list[str]] = {}
        self._sizes: dict[str, int] = {}
        waiting = [""]
        while waiting:
            inside = waiting.pop()
            try:
                with os.scandir(f"{folder}/{inside}") as found:
                    entries = [entry for entry in found if entry.name == only or (only is None and _seen(entry))]
            except OSError:
                self._refused.setdefault(SHUT, []).append(inside or folder.name)
                continue
            folders = [f"{inside}{entry.name}/" for entry in entries if self._take(f"{inside}{entry.name}", entry)]
            waiting += sorted(folders, reverse=True)
        self._files = tuple(sorted(self._sizes))
        self.problems = left_out(self.path, self._refused)

    @property
    def name(self) -> str:
        """The folder's own name."""
        return self.path.name

    def files(self) -> Sequence[str]:
        """Every regular file, sorted."""
        return self._files

    def size(self, file: str) -> int:
        """Bytes of a file when the folder was listed."""
        try:
            return self._sizes[file]
        except KeyError:
            raise FileNotFoundError(file) from None

    def open(self, file: str) -> BinaryIO:
        """The file; only those that were listed, so no name leads out of the folder."""
        self.size(file)
        return Path(self.location(file)).open("rb")

    def location(self, file: str) -> str:
        """The plain path; of a missing file, the one it would have."""
        inside = file if file in self._sizes else harmless(file)
        return f"{self._folder.rstrip(os.sep)}{os.sep}{inside.replace('/', os.sep)}"

    def _take(self, inside: str, entry: os.DirEntry[str]) -> bool:
        """Take an entry as a file, or refuse it; True when it is a folder instead."""
        kind = None
        try:
            inside.encode()
            status = entry.stat(follow_symlinks=False)
            if stat.S_ISDIR(status.st_mode):
                return True
            if stat.S_ISLNK(status.st_mode):
                kind = LINK
            elif not stat.S_ISREG(status.st_mode):
                kind = SPECIAL  # opening a pipe would wait for ever
            else:
                self._sizes[inside] = status.st_size
        except UnicodeEncodeError:
            kind = UNNAMEABLE
        except OSError:
            kind = SHUT
        if kind is not None:
            self._refused.setdefault(kind, []).append(inside)
        return False


def _seen(entry: os.DirEntry[str]) -> bool:
    return not is_hidden(entry.name)
