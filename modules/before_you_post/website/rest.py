"""WordPress's own lists of its posts, pages and photos, as its REST interface tells them to everybody.

The lists know what no page shows: the day of posting, the library of all photos ever uploaded, the words put to each.
Every kind of content the website opens there is read, for gallery plugins keep before-and-after photos in kinds of
their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from typing import Any
from urllib.parse import urlencode

from ..inputs.photo_files import is_photo
from ..inputs.site_journal import Listed, MediaFile, Purpose, Wanted
from ..inputs.web_addresses import absolute, served_name

MEDIA = "attachment"
_A_TIME = 100  # items WordPress gives at once, at most
_MOST_LISTS = 2000
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\\[\]]+")
# Kinds of content that are the website's machinery; it opens none of these to everybody.
_MACHINERY = re.compile(r"wp_.*|nav_menu_item|revision|.*(template|block|snippet|font)s?")
_NAME = re.compile(r"[\w./-]{1,100}")


def types_address(root: str) -> str:
    """Where a website with this REST root lists its kinds of content."""
    return _under(root, "wp/v2/types")


def _under(root: str, path: str, **settings: object) -> str:
    """An address of the interface; without pretty addresses its root is ``…/?rest_route=/``."""
    address = root + path if root.endswith("/") else f"{root}/{path}"
    return address + ("&" if "?" in root else "?") * bool(settings) + urlencode(settings)


def lists_of(data: bytes, root: str) -> tuple[Wanted, ...]:
    """The first list of each kind of content. Raises ValueError for an answer that is not WordPress's."""
    kinds = _json(data)
    if not isinstance(kinds, dict) or not kinds:
        raise ValueError("no list of kinds")
    found = []
    for slug, kind in kinds.items():
        base, space = _text(kind, "rest_base"), _text(kind, "rest_namespace") or "wp/v2"
        if base and not _MACHINERY.fullmatch(slug) and _NAME.fullmatch(base) and _NAME.fullmatch(space):
            address = absolute(_under(root, f"{space}/{base}", per_page=_A_TIME, page=1), root)
            found += [Wanted(address=address, purpose=Purpose.REST, found_on=root)] if address else []
    if not found:
        raise ValueError("no list of kinds")
    return tuple(found)


def further_lists(address: str, total_pages: str) -> tuple[Wanted, ...]:
    """The lists after the first, as many as the header X-WP-TotalPages tells."""
    if not re.search(r"[?&]page=1$", address) or not re.fullmatch(r"[0-9]{1,6}", total_pages):
        return ()
    numbers = range(2, min(int(total_pages), _MOST_LISTS) + 1)
    stem = address.removesuffix("1")
    return tuple(Wanted(address=f"{stem}{number}", purpose=Purpose.REST, found_on=address) for number in numbers)


def read_list(data: bytes, address: str) -> tuple[tuple[Listed, ...], tuple[MediaFile, ...]]:
    """The pages and the photos one list names. Raises ValueError for an answer that is no list."""
    entries = _json(data)
    if not isinstance(entries, list):
        raise ValueError("no list")
    pages: list[Listed] = []
    media: list[MediaFile] = []
    for entry in entries:
        if not isinstance(entry, dict):
            continue
        if entry.get("type") == MEDIA or "source_url" in entry:
            media += _media(entry, address)
        else:
            pages += _page(entry, address)
    return tuple(pages), tuple(media)


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _page(entry: dict[str, Any], base: str) -> Iterator[Listed]:
    address = absolute(_text(entry, "link"), base)
    if address is not None and _text(entry, "status") in ("", "publish"):
        yield Listed(
            address=address,
            title=unescape(_rendered(entry, "title")) or None,
            day=_day(_text(entry, "date")),
            photos=tuple(photo_addresses(json.dumps(entry, ensure_ascii=False), base)),
            attachment=_number(entry.get("featured_media")) or None,
        )


def _media(entry: dict[str, Any], base: str) -> Iterator[MediaFile]:
    address, number = absolute(_text(entry, "source_url"), base), _number(entry.get("id"))
    details = entry.get("media_details")
    details = details if isinstance(details, dict) else {}
    kind = _text(entry, "media_type")
    if address is None or number is None or (kind and kind != "image"):
        return
    sizes = details.get("sizes")
    written = [_text(size, "source_url") for size in sizes.values()] if isinstance(sizes, dict) else []
    # What was uploaded, before WordPress scaled it down; it lies beside.
    written += [name for name in (_text(details, "original_image"),) if name and "/" not in name]
    found = (absolute(place, address) for place in written if place)
    yield MediaFile(
        number=number,
        address=address,
        sizes=tuple(dict.fromkeys(place for place in found if place and place != address)),
        day=_day(_text(entry, "date")),
        title=unescape(_rendered(entry, "title")) or None,
        alt_text=_text(entry, "alt_text") or None,
        caption=_rendered(entry, "caption") or None,
        description=_rendered(entry, "description") or None,
    )


def photo_addresses(text: str, base: str) -> Iterator[str]:
    """Every whole address of a photo that stands anywhere in a text: HTML, JSON, the settings of a script."""
    for written in dict.fromkeys(_ADDRESS.findall(text.replace("\\/", "/"))):
        address = absolute(unescape(written), base)
        if address is not None and is_photo(served_name(address)):
            yield address


def _text(entry: object, key: str) -> str:
    value = entry.get(key) if isinstance(entry, dict) else None
    return value.strip() if isinstance(value, str) else ""


def _rendered(entry: dict[str, Any], key: str) -> str:
    return _text(entry.get(key), "rendered")


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**18 else None


def _day(written: str) -> date | None:
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        return None
