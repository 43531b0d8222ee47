"""The export of a Facebook page as "Download your information" gives it: posts, and one album, in its own JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import meta

_POSTS = "this_profile's_activity_across_facebook/posts"
_PAGE = "Quillfeather Dermatology & Aesthetics"
_TIMELINE = "Timeline photos"

Row = Mapping[str, Any]


def place(item: Row) -> str:
    """The file of a photo inside the export."""
    return f"{_POSTS}/media/{item.get('album', _TIMELINE).replace(' ', '')}_1/{meta.file(item)}"


def name(item: Row) -> str:
    """The name an audit gives a photo."""
    return f"facebook/{meta.slug(item['posted'], 'album' if 'album' in item else '')}/{meta.file(item)}"


def write(items: Sequence[Row], folder: Path) -> None:
    """Write the export around the photos, which are there already."""
    meta.once((name(item).rpartition("/")[0], item["photo"]) for item in items)
    albums: dict[str, list[Row]] = {}
    for item in items:
        if "album" in item:
            albums.setdefault(item["album"], []).append(_medium(item))
    posts = sorted((item for item in items if "album" not in item), key=lambda item: item["posted"], reverse=True)
    meta.write(folder / _POSTS / "profile_posts_1.json", [_post(item) for item in posts])
    for number, (album, media) in enumerate(albums.items()):
        meta.write(folder / _POSTS / f"album/{number}.json", _album(album, media))


def _post(item: Row) -> Row:
    return {
        "timestamp": meta.seconds(item["posted"]),
        "attachments": [{"data": [{"media": _medium(item)}]}],
        "data": [{"post": meta.broken(item["caption"])}],
        "title": f"{_PAGE} added a new photo.",
    }


def _album(album: str, media: list[Row]) -> Row:
    newest = max(medium["creation_timestamp"] for medium in media)
    told = {"cover_photo": media[0], "last_modified_timestamp": newest, "description": ""}
    return {"name": album, "photos": media, **told}


def _medium(item: Row) -> Row:
    return {
        "uri": place(item),
        "creation_timestamp": meta.seconds(item["posted"]),
        "media_metadata": {"photo_metadata": {"exif_data": [{"upload_ip": "192.0.2.7"}]}},
        "title": item.get("album", _TIMELINE),
        "description": meta.broken(item["caption"]),
    }
