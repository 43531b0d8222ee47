"""Instagram's export as "Download your information" gives it: posts, carousels and stories, in its own JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import meta

_JSON = "your_instagram_activity/media"

Row = Mapping[str, Any]


def place(item: Row) -> str:
    """The file of a photo inside the export."""
    shelf = "stories" if item.get("kind") == "story" else "posts"
    return f"media/{shelf}/{item['posted']:%Y%m}/{meta.file(item)}"


def name(item: Row) -> str:
    """The name an audit gives a photo."""
    return f"instagram/{meta.slug(item['posted'], item.get('kind', ''))}/{meta.file(item)}"


def write(items: Sequence[Row], folder: Path) -> None:
    """Write the export around the photos, which are there already."""
    meta.once((name(item).rpartition("/")[0], _post_of(item)) for item in items)
    posts: dict[str, list[Row]] = {}
    for item in items:
        if item.get("kind") != "story":
            posts.setdefault(_post_of(item), []).append(item)
    plain = sorted(posts.values(), key=lambda media: media[0]["posted"], reverse=True)
    stories = [_medium(item, item["caption"]) for item in items if item.get("kind") == "story"]
    meta.write(folder / _JSON / "posts_1.json", [_post(media) for media in plain])
    meta.write(folder / _JSON / "stories.json", {"ig_stories": stories})


def _post_of(item: Row) -> str:
    return str(item.get("post", item["photo"]))


def _post(media: list[Row]) -> Row:
    """One photo carries its caption itself; of several, the post does."""
    if len(media) == 1:
        return {"media": [_medium(media[0], media[0]["caption"])]}
    told = {"title": meta.broken(media[0]["caption"]), "creation_timestamp": meta.seconds(media[0]["posted"])}
    return {"media": [_medium(medium, None) for medium in media], **told}


def _medium(item: Row, title: str | None) -> Row:
    return {
        "uri": place(item),
        "creation_timestamp": meta.seconds(item["posted"]),
        "media_metadata": {"camera_metadata": {"has_camera_metadata": False}},
        "title": meta.broken(title),
        "cross_post_source": {"source_app": "FB"},
    }
