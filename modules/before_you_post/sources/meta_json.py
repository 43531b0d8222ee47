"""What the JSON of Instagram, Facebook and Threads has in common: broken text, seconds for dates, media anywhere.

Meta takes the camera's facts out of the photo files and writes them into the JSON: place, device, even addresses of
computers. The public never saw these, so they are not read at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ..inputs.json_file import text_at, value_at
from ..inputs.photo_files import is_photo, is_video

_FIRST_YEAR = 2004  # Facebook's first; earlier times are mistakes of an export
_MILLISECONDS = 10**11  # seconds this large lie in the year 5138
_ENTRY_KEYS = frozenset({"timestamp", "creation_timestamp", "media", "attachments", "label_values", "uri", "path"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A photo or a film an export speaks of; ``uri`` is the path of its file in the export, or empty."""

    uri: str
    moment: datetime | None
    title: str
    description: str
    cover: str  # path of the picture that stands for a film, or empty
    film: bool


def repaired(text: str) -> str:
    """Text as it was typed. Meta writes each byte of UTF-8 as a character of its own: ``cafÃ©`` for ``café``.

    Text that cannot be such a mistake stays as it is.
    """
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text


def words(value: Any, *keys: str) -> str:
    """The repaired text there, without blanks around it; empty when there is none."""
    found = value_at(value, *keys)
    # Repaired before the blanks go: half of a broken à is a blank.
    return repaired(found).encode("utf-8", "replace").decode().strip() if isinstance(found, str) else ""


def moment(value: Any) -> datetime | None:
    """A time in seconds since 1970, by universal time; None for what is none."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = datetime.fromtimestamp(value / 1000 if value > _MILLISECONDS else value, UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return found if found.year >= _FIRST_YEAR else None


def entries(value: Any) -> Iterator[dict[str, Any]]:
    """The entries of a file: a list, a list under any name, or one entry alone."""
    if isinstance(value, dict) and not _ENTRY_KEYS & value.keys():
        for part in value.values():
            if isinstance(part, list):
                yield from (entry for entry in part if isinstance(entry, dict))
    else:
        yield from (entry for entry in (value if isinstance(value, list) else [value]) if isinstance(entry, dict))


def media_in(value: Any) -> Iterator[Medium]:
    """Every medium inside an entry, however deep, in the order of the file."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            if isinstance(found.get("uri"), str):
                yield _medium(found)
            else:
                waiting.extend(reversed(found.values()))
        elif isinstance(found, list):
            waiting.extend(reversed(found))


def _medium(found: dict[str, Any]) -> Medium:
    uri = text_at(found, "uri")
    covers = (text_at(found, "thumbnail", "uri"), text_at(found, "cover_photo", "uri"), text_at(found, "cover_photo"))
    no_ending = not is_photo(uri) and "video_metadata" in (value_at(found, "media_metadata") or ())
    return Medium(
        uri=uri,
        moment=moment(found.get("creation_timestamp")),
        title=words(found, "title"),
        description=words(found, "description"),
        cover=next(filter(None, covers), ""),
        film=is_video(uri) or no_ending,
    )
