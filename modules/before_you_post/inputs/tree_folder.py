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
        self._folder = folder
        self._refused: dict[str, list[str]] = {}
        self._sizes: dict[str, int] = {}
        for directory, folders, files in os.walk(folder, onerror=self._shut):
            links = [name for name in folders if Path(directory, name).is_symlink()]
            folders[:] = [name for name in folders if not is_hidden(name) and name not in links and only is None]
            for name in (*files, *links):
                if name == only or (only is None and not is_hidden(name)):
                    self._take(Path(directory, name))
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
        return (self._folder / file).open("rb")

    def location(self, file: str) -> str:
        """The plain path; of a missing file, the one it would have."""
        return str(self._folder / (file if file in self._sizes else harmless(file)))

    def _shut(self, error: OSError) -> None:
        self._refused.setdefault(SHUT, []).append(str(error.filename))

    def _take(self, path: Path) -> None:
        inside = path.relative_to(self._folder).as_posix()
        kind = None
        try:
            inside.encode()
            status = path.lstat()
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
