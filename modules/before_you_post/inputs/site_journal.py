"""The journal of a collected website: what was asked for, what came, what did not, one line an event.

The journal is only ever added to, and a line is written when what it speaks of is safely kept. Whoever reads it again
from the top knows what was known when the last line was written: that is how a collection goes on after it was
killed, and how the audit reads a website without asking it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from ..records import Problem

INDEX = "collected.json"
JOURNAL = "journal.jsonl"


class Purpose(StrEnum):
    """What an address is asked for, in the order of asking."""

    ROBOTS = "robots"  # the website's rules for programs
    START = "start"  # the page the user named
    REST = "rest"  # WordPress's own lists of its pages and photos
    SITEMAP = "sitemap"
    PAGE = "page"  # named by a list
    LINK = "link"  # found only as a link on a page
    PHOTO = "photo"
    SIZE = "size"  # the same photo in another size


class Reason(StrEnum):
    """Why something was not kept."""

    ROBOTS = "robots"
    MOVED_AWAY = "moved away"
    NOT_PUBLIC = "not public"  # an address inside a private network
    NO_HOST = "no host"
    STATUS = "status"
    TOO_LARGE = "too large"
    TOO_SLOW = "too slow"
    BROKEN = "broken"
    NO_PHOTO = "no photo"
    DRAWING = "drawing"
    NO_PAGE = "no page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page that a list names: WordPress's own list, or a sitemap."""

    address: str
    title: str | None = None
    day: date | None = None  # the posting day; a sitemap's lastmod is none
    photos: tuple[str, ...] = ()
    attachment: int | None = None  # number of its featured image in the media library


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A photo of WordPress's media library."""

    number: int
    address: str
    sizes: tuple[str, ...] = ()
    day: date | None = None  # of uploading
    title: str | None = None
    alt_text: str | None = None
    caption: str | None = None  # HTML
    description: str | None = None  # HTML


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An address to ask for, and where it was named."""

    address: str
    purpose: Purpose
    found_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an answer lies in the archive: a file inside the folder of the collection, bytes before and after."""

    warc: str
    offset: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Began:
    """A collection was begun at an address."""

    event: Literal["began"] = "began"
    address: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The website said which of its spellings it goes by."""

    event: Literal["settled"] = "settled"
    origin: str
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer that was kept, where it lies, and what it leads to."""

    event: Literal["kept"] = "kept"
    wanted: Wanted
    at: datetime
    place: Place
    media_type: str = ""
    charset: str = "utf-8"
    title: str | None = None
    day: date | None = None
    photos: tuple[tuple[str, ...], ...] = ()  # each the addresses of one photo in several sizes, the best first
    leads: tuple[Wanted, ...] = ()
    listed: tuple[Listed, ...] = ()
    media: tuple[MediaFile, ...] = ()
    file: str | None = None  # of a photo, inside the folder of the collection
    name: str | None = None  # of a photo, as the website serves it
    sha256: str | None = None
    size: int = 0  # bytes, unpacked


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An address that only points to another one of the website."""

    event: Literal["moved"] = "moved"
    wanted: Wanted
    place: Place
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Something that was not kept, and why. ``again``: worth another try when the collection goes on."""

    event: Literal["missed"] = "missed"
    wanted: Wanted
    reason: Reason
    detail: str = ""
    again: bool = False
    place: Place | None = None  # of an answer that was no use, "404 Not Found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What the folder of a collected website holds: its latest collection."""

    version: Literal[1] = 1
    address: str
    origin: str
    hosts: tuple[str, ...]
    folder: str  # of the latest collection, inside this folder
    began: datetime
    ended: datetime | None = None  # None = it was killed, or is still at work
    complete: bool = False
    pages: int = 0
    photos: int = 0
    bytes: int = 0
    problems: tuple[Problem, ...] = ()


Event = Began | Settled | Kept | Moved | Missed
EVENTS: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="event")])
_INDEX = TypeAdapter(Index)


def read_index(folder: Path) -> Index | None:
    """The index of a folder with a collected website; None when it holds none that can be read."""
    try:
        index = _INDEX.validate_json((folder / INDEX).read_bytes())
    except (OSError, ValidationError):
        return None
    return index if Path(index.folder).name == index.folder and not index.folder.startswith(".") else None


def index_bytes(index: Index) -> bytes:
    """The index as it is written to disk."""
    return _INDEX.dump_json(index, indent=1) + b"\n"


def read_journal(folder: Path) -> Iterator[Event]:
    """Every event of one collection, up to a line that was only half written when the collection was killed."""
    return (event for event, _ in _lines(folder))


def whole_length(folder: Path) -> int:
    """How many bytes of the journal are whole lines."""
    return sum(length for _, length in _lines(folder))


def _lines(folder: Path) -> Iterator[tuple[Event, int]]:
    try:
        with (folder / JOURNAL).open("rb") as lines:
            for line in lines:
                if not line.endswith(b"\n"):
                    return
                yield EVENTS.validate_json(line), len(line)
    except (FileNotFoundError, ValidationError):
        return


def body(folder: Path, kept: Kept, most: int) -> bytes:
    """What an answer said, unpacked, at most so many bytes; nothing when the archive does not hold it."""
    try:
        with (folder / Path(kept.place.warc).name).open("rb") as file:
            file.seek(kept.place.offset)
            record = next(iter(ArchiveIterator(file)), None)
            if record is None or record.rec_headers.get_header("WARC-Target-URI") != kept.wanted.address:
                return b""
            return b"".join(_pieces(record.content_stream(), most))
    except (OSError, ArchiveLoadFailed, ValueError):
        return b""


def _pieces(stream: object, most: int) -> Iterator[bytes]:
    while most > 0 and (piece := stream.read(min(most, 65536))):  # type: ignore[attr-defined]
        most -= len(piece)
        yield piece
