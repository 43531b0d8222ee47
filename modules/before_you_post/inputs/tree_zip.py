"""A zip read as it is: no file of it is written to disk, and none can be larger than it says.

A zip comes from outside. Names may lead out of the folder, a few kilobytes may unfold into terabytes, a member may be
a link. Each such member is left out and said; the rest is read.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Sequence
from lzma import LZMAError
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO

from ..records import Problem
from .quoting import quoted
from .tree_refused import BOMB, ENCRYPTED, ESCAPE, LINK, NESTED, SPECIAL, TWICE, UNUSUAL, harmless, is_hidden, left_out

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# Text and photos shrink to no less than a fiftieth; what unfolds more than this is made to fill a disk or a memory.
MAX_RATIO = 200
FREE_BYTES = 64 * 2**20  # a member up to this size may shrink as it likes
FREE_TOTAL = 2**30  # and all members together up to this
MAX_DIRECTORY = 48 * 2**20  # bytes of the list of contents: some 400,000 files
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA})
_UTF_8 = 0x800  # flag: the name is UTF-8; without it, nobody knows
_LOCKED = 0x1 | 0x40
_DRIVE = re.compile(r"[A-Za-z]:")
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    struct.error,
)


def is_zip(name: str) -> bool:
    """Whether a file is a zip by its ending."""
    return name.lower().endswith(".zip")


class ZipTree:
    """One zip file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._archive: zipfile.ZipFile | None = None
        self._members: dict[str, zipfile.ZipInfo] = {}
        self.problems: tuple[Problem, ...] = ()
        try:
            _check_directory(path)
            self._archive = zipfile.ZipFile(path)
            self._list(self._archive)
        except (OSError, *_DAMAGE) as error:
            self.problems = (_unreadable(path, error),)
        self._files = tuple(sorted(self._members))

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.name

    def files(self) -> Sequence[str]:
        """Every file that is safe to read, sorted."""
        return self._files

    def size(self, file: str) -> int:
        """Bytes of a file, as the zip declares them."""
        return self._member(file).file_size

    def checksum(self, file: str) -> int:
        """CRC-32 of a file, as the zip declares it."""
        return self._member(file).CRC

    def open(self, file: str) -> BinaryIO:
        """The file, unpacked while it is read."""
        member = self._member(file)
        assert self._archive is not None  # noqa: S101 - there would be no member
        try:
            return io.BufferedReader(_Member(self._archive.open(member), file))
        except _DAMAGE as error:
            raise OSError(f"{file} is damaged: {error}") from error

    def location(self, file: str) -> str:
        """The zip's path, ``!/``, and the path inside it."""
        return f"{self.path}!/{file if file in self._members else harmless(file)}"

    def _member(self, file: str) -> zipfile.ZipInfo:
        try:
            return self._members[file]
        except KeyError:
            raise FileNotFoundError(file) from None

    def _list(self, archive: zipfile.ZipFile) -> None:
        refused: dict[str, list[str]] = {}
        total, most = 0, max(FREE_TOTAL, MAX_RATIO * self.path.stat().st_size)
        for info in archive.infolist():
            name = _name(info)
            if name.endswith(("/", "\\")):
                continue
            inside, kind = _inside(name), None
            if inside is None:
                kind = ESCAPE
            elif any(is_hidden(part) for part in inside.split("/")):
                continue
            else:
                total += info.file_size
                kind = _refusal(info) or (BOMB if total > most else None)
            if kind is None and inside is not None:
                if inside in self._members:
                    refused.setdefault(TWICE, []).append(inside)
                self._members[inside] = info  # as programs that unpack do: the last one stays
            elif kind is not None:
                refused.setdefault(kind, []).append(name)
        self.problems = left_out(self.path, refused)


def _name(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: many programs write UTF-8 without saying so, and then it was read as code page 437."""
    name = info.orig_filename
    if info.flag_bits & _UTF_8:
        return name
    try:
        return name.encode("cp437").decode()
    except UnicodeError:
        return name


def _inside(name: str) -> str | None:
    """The path inside the zip with forward slashes; None when it would lead out of it or is no name."""
    path = name.replace("\\", "/")
    parts = [part for part in path.split("/") if part not in ("", ".")]
    unsafe = path.startswith("/") or _DRIVE.match(path) or ".." in parts or "\0" in path or not parts
    return None if unsafe else "/".join(parts)


def _refusal(info: zipfile.ZipInfo) -> str | None:
    """Why a member is left out, as a noun; None when it is safe to read."""
    kind = stat.S_IFMT(info.external_attr >> 16)  # as Unix programs write it; 0 = nothing said
    if stat.S_ISLNK(kind):
        return LINK
    if kind and not stat.S_ISREG(kind):
        return SPECIAL
    if info.flag_bits & _LOCKED:
        return ENCRYPTED
    if info.compress_type not in _METHODS:
        return UNUSUAL
    if info.file_size > max(FREE_BYTES, MAX_RATIO * info.compress_size):
        return BOMB
    return NESTED if is_zip(info.filename) else None


def _check_directory(path: Path) -> None:
    """Refuse a list of contents that would fill the memory, before zipfile reads it. Raises BadZipFile."""
    with path.open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - 2**16 - 98))  # the longest comment, and both ends of the list
        tail = file.read()
    end = tail.rfind(b"PK\5\6")
    if end < 0 or len(tail) < end + 22:
        raise zipfile.BadZipFile("its end is missing")
    declared = int.from_bytes(tail[end + 12 : end + 16], "little")
    large = tail.rfind(b"PK\6\6", 0, end)
    if large >= 0 and len(tail) >= large + 48:
        declared = max(declared if declared < 2**32 - 1 else 0, int.from_bytes(tail[large + 40 : large + 48], "little"))
    if min(declared, size) > MAX_DIRECTORY:
        raise zipfile.BadZipFile("it lists more files than are read from one zip")


def _unreadable(path: Path, error: Exception) -> Problem:
    if isinstance(error, OSError):
        found, remedy = error.strerror or "an error", "Check that you may read it."
    else:
        found = f"a zip that cannot be read ({quoted(str(error))})"
        remedy = "Download it again; it may be cut short or one piece of a split archive. Nothing of it was read."
    return Problem(path=str(path), found=found, expected="a whole zip", remedy=remedy)


class _Member(io.RawIOBase):
    """One file of a zip; damage is an OSError, as with any file."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name_inside = name

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        try:
            return self._stream.seek(offset, whence)
        except _DAMAGE as error:
            raise OSError(f"{self._name_inside} is damaged: {error}") from error

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        try:
            data = self._stream.read(len(view))
        except _DAMAGE as error:
            raise OSError(f"{self._name_inside} is damaged: {error}") from error
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()
