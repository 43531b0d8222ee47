"""One e-mail as every kind of mail file gives it: what it says, to how many it went, and what came with it.

Addresses of patients are protected health information too, so they are counted and never kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MAX_LETTER = 64 * 2**20  # bytes of one letter with all it carries; mail servers pass on less than that
MAX_DEPTH = 20  # letters inside letters
MAX_PARTS = 2000
MAX_WORDS = 4 * 2**20  # bytes of one text of a letter

_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"@]{1,64}@[^\s<>()\[\],;:\"@]{1,255}")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_LONGEST_NAME = 120


class LetterError(Exception):
    """This is no letter we can read; ``reason`` says why, in words for the person who has to look."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """One file that came with a letter: attached, or shown inside it."""

    place: str  # "2.1": the first part of the second part
    name: str
    media_type: str  # "image/jpeg", as the letter says
    content_id: str | None = None  # by which the letter's HTML shows it


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One e-mail, and the letters inside it."""

    identity: str  # of the Message-ID, or of everything when there is none
    subject: str | None = None
    day: date | None = None  # by the clock of the sender
    html: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()  # texts that stand in no HTML
    recipients: int | None = None  # None = it names none
    labels: frozenset[str] = frozenset()  # of Gmail, in small letters
    enclosures: tuple[Enclosure, ...] = ()
    unread: tuple[str, ...] = ()  # parts that could not be read, each in words


def count_addresses(*headers: str) -> int | None:
    """How many different addresses stand in the headers; None when there is none."""
    return len({found.casefold() for header in headers for found in _ADDRESS.findall(header)}) or None


def safe_name(written: str, place: str, media_type: str) -> str:
    """The file's name without folders and unprintable characters; one after its place when it has none."""
    name = _UNPRINTABLE.sub(" ", written.replace("\\", "/").rpartition("/")[2]).strip(" .")
    if len(name) > _LONGEST_NAME:
        stem, dot, ending = name.rpartition(".")
        name = f"{stem[: _LONGEST_NAME - 10]}{dot}{ending[:9]}"
    kind, _, subtype = media_type.partition("/")
    if not name:
        name = f"{'picture' if kind == 'image' else 'file'}-{place}"
    if kind == "image" and "." not in name.replace(place, ""):
        name += "." + {"jpeg": "jpg", "pjpeg": "jpg", "svg+xml": "svg"}.get(subtype, re.sub(r"\W.*", "", subtype))
    return name
