"""The dated record of what a website showed: every answer in a WARC file, every photo as a file beside it.

WARC (ISO 28500) is what national libraries keep websites in; any of its readers can show later what was public on
the day. A run adds a WARC file of its own and never touches an older one, except to cut off a record that was only
half written when the run before was killed.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ..inputs.site_journal import EVENTS, JOURNAL, Event, Kept, Missed, Moved, Place, body, whole_length
from .fetching import Answer, Headers
from .options import USER_AGENT

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80
# What these say about the body is no longer true once chunks are joined; kept under the name archives use for that.
_OF_THE_TRANSFER = frozenset({"transfer-encoding", "content-length"})


class Archive:
    """Writes one run of a collection into its folder. Close it when done."""

    def __init__(self, folder: Path, at: datetime, earlier: Iterable[Event] = ()) -> None:
        """``earlier`` are the events of the runs before, as the journal holds them."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "photos").mkdir(exist_ok=True)
        self._folder = folder
        self._before = _mend(folder, earlier)
        self._journal = (folder / JOURNAL).open("ab")
        number = 1 + sum(1 for _ in folder.glob("website-*.warc.gz"))
        self.name = f"website-{at:%Y%m%dT%H%M%SZ}-{number:02}.warc.gz"
        self._file = (folder / self.name).open("xb")
        self._written = 0
        self._writer = WARCWriter(self._file, gzip=True, warc_version="WARC/1.1")
        self._writer.write_record(
            self._writer.create_warcinfo_record(
                self.name,
                {
                    "software": USER_AGENT.partition(" ")[0],
                    "format": "WARC File Format 1.1",
                    "robots": "obey",
                    "http-header-user-agent": USER_AGENT,
                },
            )
        )

    @property
    def is_new(self) -> bool:
        """Whether nothing was noted yet."""
        return self._journal.tell() == 0

    @property
    def size(self) -> int:
        """Bytes of all WARC files of this collection so far."""
        return self._before + self._written

    def body(self, kept: Kept) -> bytes:
        """What an answer of an earlier run said."""
        return body(self._folder, kept, kept.size)

    def close(self) -> None:
        """Close both files."""
        self._file.close()
        self._journal.close()

    def note(self, event: Event) -> None:
        """Add a line to the journal, so that it outlives us."""
        self._file.flush()
        self._journal.write(EVENTS.dump_json(event) + b"\n")
        self._journal.flush()

    def keep(self, answer: Answer, found_on: str | None) -> Place:
        """Write an answer, its request, and where its address was named."""
        offset = self._file.tell()
        told = {"WARC-Date": f"{answer.at:%Y-%m-%dT%H:%M:%S.%fZ}"}
        peer = {"WARC-IP-Address": answer.peer} if answer.peer else {}
        line = f"{answer.status} {answer.phrase.decode('ascii', 'ignore')}".strip()
        response = self._record("response", answer.address, told | peer, _headers(line, _joined(answer)), answer.body)
        number = response.rec_headers.get_header("WARC-Record-ID")
        target = re.sub(r"^https?://[^/]+", "", answer.address)
        asked = StatusAndHeaders(f"GET {target} HTTP/1.1", _text(answer.request_headers), is_http_request=True)
        request = self._record("request", answer.address, told, asked, b"")
        self._writer.write_request_response_pair(request, response)
        about = f"via: {found_on}\r\n".encode("ascii", "replace") if found_on else b""
        metadata = self._writer.create_warc_record(
            answer.address,
            "metadata",
            payload=BytesIO(about),
            length=len(about),
            warc_content_type="application/warc-fields",
            warc_headers_dict=told | {"WARC-Concurrent-To": number},
        )
        self._writer.write_record(metadata)
        self._file.flush()
        self._written = self._file.tell()
        return Place(warc=self.name, offset=offset, end=self._written)

    def save_photo(self, data: bytes, name: str, ending: str) -> tuple[str, str]:
        """Write a photo beside the WARC file; its path inside the folder, and its SHA-256."""
        digest = sha256(data).hexdigest()
        path = f"photos/{digest[:16]}-{_safe(name, ending)}"
        if not (self._folder / path).exists():
            unfinished = self._folder / "photos" / f".{digest[:16]}.part"
            unfinished.write_bytes(data)
            unfinished.replace(self._folder / path)
        return path, digest

    def _record(
        self, kind: str, address: str, told: dict[str, str], headers: StatusAndHeaders, data: bytes
    ) -> ArcWarcRecord:
        return self._writer.create_warc_record(
            address, kind, payload=BytesIO(data), length=len(data), warc_headers_dict=told, http_headers=headers
        )


def _mend(folder: Path, earlier: Iterable[Event]) -> int:
    """Cut off what was written after the last whole line of the journal; how many bytes of WARC files remain."""
    places = (event.place for event in earlier if isinstance(event, Kept | Moved | Missed) and event.place)
    ends = {place.warc: place.end for place in places}
    for name, end in ends.items():
        os.truncate(folder / name, end)
    if (folder / JOURNAL).exists():
        os.truncate(folder / JOURNAL, whole_length(folder))
    return sum(ends.values())


def _joined(answer: Answer) -> Headers:
    """The headers as they fit the body that is kept: without chunks, and as long as it is."""
    kept = [
        (b"X-Archive-Orig-" + name, value) if name.decode("latin-1").lower() in _OF_THE_TRANSFER else (name, value)
        for name, value in answer.headers
    ]
    return (*kept, (b"Content-Length", b"%d" % len(answer.body)))


def _headers(line: str, headers: Headers) -> StatusAndHeaders:
    return StatusAndHeaders(line, _text(headers), protocol="HTTP/1.1")


def _text(headers: Headers) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]


def _safe(name: str, ending: str) -> str:
    """A name every system takes: letters, digits, ``_``, ``.`` and ``-``, with the ending the bytes deserve."""
    plain = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip("._")
    stem, dot, last = plain.rpartition(".")
    if not dot or f".{last.lower()}" not in _SAME.get(ending, (ending,)):
        stem, last = plain, ending[1:]
    return f"{stem[:_LONGEST_NAME] or 'photo'}.{last}"


_SAME = {".jpg": (".jpg", ".jpeg", ".jpe", ".jfif"), ".tif": (".tif", ".tiff"), ".heic": (".heic", ".heif")}
