"""Facebook, of a page or a person, from “Download your information” in the format JSON: posts, albums, stories.

The same photo stands in a post and in an album; it is one published photo, told by its post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from ..inputs.json_file import entries_at, value_at
from ..inputs.tree import Tree
from ..records import Channel, Reading
from .meta_export import Draft, MetaExport, media_of, merged, papers, posted_at, speaks
from .meta_json import entries, words

NAME = "facebook"
# A page's posts lie in “this_profile's_activity_across_facebook”, a person's in “your_facebook_activity”.
_POSTS = re.compile(r"(?:^|/)posts/(?:your|profile|page)_posts[^/]*\.json$")
_ALBUMS = re.compile(r"(?:^|/)album/\d+\.json$")
_REST = re.compile(r"(?:^|/)posts/(?:your_uncategorized_photos|your_photos|your_videos)(?:_\d+)?\.json$")
_STORIES = re.compile(r"(?:^|/)stories/(?:archived|your)_stories(?:_\d+)?\.json$")
_REELS = re.compile(r"(?:^|/)reels/your_reels(?:_\d+)?\.json$")
_APART = {
    "archived": re.compile(r"(?:^|/)posts/archive(?:_\d+)?\.json$"),
    "recently deleted": re.compile(r"(?:^|/)posts/trash(?:_\d+)?\.json$"),
}
_PAGES = re.compile(r"(?:^|/)posts/(?:your|profile|page)_posts[^/]*\.html$")
_MEDIA = re.compile(r"(?:^|/)(?:posts|stories|reels)/media/|(?:^|/)photos_and_videos/[^/]+/")
_MARKS = (b'"timestamp"', b'"attachments"', b'"status_updates"', b'"creation_timestamp"')
_HOW = (
    "On Facebook: switch to the page, Settings, Your information, Download your information; choose the format JSON"
    " and high media quality."
)


def recognises(tree: Tree) -> bool:
    """Whether the tree holds posts as Facebook writes them, also as web pages, which are then refused in words."""
    known = (_POSTS, _ALBUMS, _REST, _STORIES, _REELS)
    files = papers(tree)
    if any(any(kind.search(file) for kind in known) and speaks(tree, file, *_MARKS) for file in files):
        return True
    return any(_PAGES.search(file) for file in files)


def read(channel: Channel, tree: Tree) -> Reading:
    """Every post of the export with its photos; then the albums, with the photos that no post shows."""
    export = MetaExport(channel, NAME, tree)
    files = papers(tree)
    told: set[str] = set()
    for kind, pattern in (("", _POSTS), ("story", _STORIES), ("reel", _REELS)):
        for draft in merged(draft for file in files if pattern.search(file) for draft in _drafts(export, file, kind)):
            told.update(medium.uri for medium in draft.media)
            export.post(draft)
    albums = [draft for file in files if _ALBUMS.search(file) for draft in _albums(export, file)]
    albums += [draft for file in files if _REST.search(file) for draft in _drafts(export, file)]
    for draft in albums:
        draft.media = [medium for medium in draft.media if medium.uri not in told]
        told.update(medium.uri for medium in draft.media)
        if draft.media:
            export.post(draft)
    for kind, pattern in _APART.items():
        apart = [draft for file in files if pattern.search(file) for draft in _drafts(export, file)]
        export.set_apart(apart, kind)
    export.refuse_html(filter(_PAGES.search, files), _HOW)
    return export.reading(_MEDIA)


def _drafts(export: MetaExport, file: str, kind: str = "") -> Iterator[Draft]:
    for entry in entries(export.read(file)):
        media = media_of(entry)
        yield Draft(
            file=file,
            kind=kind,
            moment=posted_at(entry, media),
            title=words(entry, "title"),
            text=_text(entry),
            media=media,
            tags=[words(tag, "name") for tag in entries_at(entry, "tags")],
            place=_place(entry),
        )


def _place(entry: dict[str, Any]) -> str:
    """The place a post is marked with, as people see it."""
    parts = (part for attachment in entries_at(entry, "attachments") for part in entries_at(attachment, "data"))
    named = (words(part, "place", "name") for part in parts)
    return next(filter(None, (words(entry, "place", "name"), *named)), "")


def _text(entry: dict[str, Any]) -> str:
    """What was written: the post, the notes attached to it, the description of a photo that stands alone."""
    parts = [words(part, "post") for part in entries_at(entry, "data")]
    for attachment in entries_at(entry, "attachments"):
        for part in entries_at(attachment, "data"):
            parts += [words(part, "note", "title"), words(part, "note", "text"), words(part, "event", "name")]
    parts.append(words(entry, "description"))
    return "\n".join(dict.fromkeys(filter(None, parts)))


def _albums(export: MetaExport, file: str) -> Iterator[Draft]:
    """An album day by day: its photos were not all published on the day it was made."""
    album = export.read(file)
    days: dict[date | None, Draft] = {}
    name = words(album, "name")
    text = words(album, "description")
    for medium in media_of(value_at(album, "photos")):
        day = medium.moment.date() if medium.moment else None
        new = Draft(file=file, kind="album", moment=medium.moment, title=name, text=text)
        days.setdefault(day, new).media.append(medium)
    yield from days.values()
