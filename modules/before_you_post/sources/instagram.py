"""Instagram, from “Download your information” in the format JSON: posts, stories, reels and profile photos.

Meta has changed the layout again and again; every one is read. What Instagram keeps of archived and deleted posts is
counted but is no published photo: the public cannot see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from ..inputs.json_file import entries_at
from ..inputs.tree import Tree
from ..records import Channel, Reading
from .meta_export import Draft, MetaExport, media_of, merged, papers, posted_at, speaks
from .meta_json import Medium, entries, words

NAME = "instagram"
_FOLDER = r"(?:^|/)(?:content|media)/"
# The newest file first: it is whole, and posts_1.json then holds only a part of it.
_POSTS = re.compile(_FOLDER + r"(?:posts|posts_\d+|reposts|igtv_videos|other_content)\.json$")
_KINDS = {
    "story": re.compile(_FOLDER + r"stories(?:_\d+)?\.json$"),
    "reel": re.compile(_FOLDER + r"reels(?:_\d+)?\.json$"),
    "profile": re.compile(_FOLDER + r"profile_photos(?:_\d+)?\.json$"),
}
_APART = {
    "archived": re.compile(_FOLDER + r"archived_posts(?:_\d+)?\.json$"),
    "recently deleted": re.compile(_FOLDER + r"recently_deleted_content(?:_\d+)?\.json$"),
}
_OLDEST = re.compile(r"(?:^|/)media\.json$")
_THREADS = re.compile(r"(?:^|/)threads/threads_and_replies(?:_\d+)?\.json$")  # read by a source of its own
_PAGES = re.compile(_FOLDER + r"(?:posts(?:_\d+)?|stories|reels)\.html$")
_MEDIA = re.compile(r"(?:^|/)media/(?:posts|reels|stories|archived_posts|profile|other|igtv)/")
_MARKS = (b'"creation_timestamp"', b'"label_values"', b'"ig_')
_TITLES = {"story": "Story", "reel": "Reel", "profile": "Profile photo"}
# "Caption" as Instagram writes it in other languages; where none of these stands, all words of a post are read.
_CAPTION = frozenset({"caption", "bildunterschrift", "légende", "pie de foto", "legenda", "didascalia", "bijschrift"})
_HOW = (
    "On Instagram: Accounts Center, Your information and permissions, Download your information; choose the format"
    " JSON and high media quality."
)


def recognises(tree: Tree) -> bool:
    """Whether the tree holds posts as Instagram writes them, also as web pages, which are then refused in words."""
    known = (*_KINDS.values(), *_APART.values(), _POSTS)
    files = papers(tree)
    if any(any(kind.search(file) for kind in known) and speaks(tree, file, *_MARKS) for file in files):
        return True
    if any(_OLDEST.search(file) and speaks(tree, file, b'"taken_at"') for file in files):
        return True
    return any(_PAGES.search(file) for file in files)


def read(channel: Channel, tree: Tree) -> Reading:
    """Every post of the export with its photos."""
    export = MetaExport(channel, NAME, tree)
    files = papers(tree)
    posts = sorted((file for file in files if _POSTS.search(file)), key=lambda file: not file.endswith("/posts.json"))
    drafts = [draft for file in posts for draft in _drafts(export, file)]
    for kind, pattern in _KINDS.items():
        drafts += [draft for file in files if pattern.search(file) for draft in _drafts(export, file, kind)]
    oldest = [file for file in files if _OLDEST.search(file) and speaks(tree, file, b'"taken_at"')]
    drafts += [draft for file in oldest for draft in _oldest(export, file)]
    for draft in merged(drafts):
        export.post(draft)
    for kind, pattern in _APART.items():
        apart = [draft for file in files if pattern.search(file) for draft in _drafts(export, file)]
        export.set_apart(apart, kind)
    for file in filter(_THREADS.search, files):
        export.know(media_of(export.read(file)), file)
    export.refuse_html(filter(_PAGES.search, files), _HOW)
    return export.reading(_MEDIA)


def _drafts(export: MetaExport, file: str, kind: str = "") -> Iterator[Draft]:
    for entry in entries(export.read(file)):
        media = media_of(entry)
        yield Draft(
            file=file,
            kind=kind,
            moment=posted_at(entry, media),
            title=_TITLES.get(kind, ""),
            text=words(entry, "title") or _caption(entry) or (media[0].title if len(media) == 1 else ""),
            media=media,
        )


def _caption(entry: dict[str, Any]) -> str:
    """The caption of the newest form, whose fields are named in the language of the account."""
    told = {words(part, "label"): words(part, "value") for part in entries_at(entry, "label_values")}
    caption = [text for label, text in told.items() if label.casefold() in _CAPTION]
    return "\n".join(text for text in caption or told.values() if text and not text.startswith("http"))


def _oldest(export: MetaExport, file: str) -> Iterator[Draft]:
    """The first layout: lists of photos, films and stories; the list of private messages is not read."""
    value = export.read(file)
    for key, kind in (("photos", ""), ("videos", ""), ("stories", "story"), ("profile", "profile")):
        for entry in entries_at(value, key):
            uri, when = words(entry, "path"), _taken(words(entry, "taken_at"))
            text = words(entry, "caption")
            medium = Medium(uri=uri, moment=when, title=text, description="", cover="", film=key == "videos")
            yield Draft(
                file=file,
                kind=kind,
                moment=when,
                title=_TITLES.get(kind, ""),
                text=text,
                media=[medium] if uri else [],
                place=words(entry, "location"),
            )


def _taken(written: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(written)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
