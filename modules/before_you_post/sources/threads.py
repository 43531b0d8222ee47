"""Threads, which comes with an Instagram export in the format JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..inputs.tree import Tree
from ..records import Channel, Reading
from .meta_export import Draft, MetaExport, media_of, merged, papers, speaks
from .meta_json import entries, moment, words

NAME = "threads"
_POSTS = re.compile(r"(?:^|/)threads/threads_and_replies(?:_\d+)?\.json$")
_PAGES = re.compile(r"(?:^|/)threads/threads_and_replies(?:_\d+)?\.html$")
_MEDIA = re.compile(r"(?:^|/)media/(?:threads|text_post_app)/")
_HOW = "On Instagram: Accounts Center, Download your information; choose Threads and the format JSON."


def recognises(tree: Tree) -> bool:
    """Whether the tree holds posts as Threads writes them."""
    files = papers(tree)
    return any(
        _PAGES.search(file) or (_POSTS.search(file) and speaks(tree, file, b'"text_post_app', b'"media"'))
        for file in files
    )


def read(channel: Channel, tree: Tree) -> Reading:
    """Every post and reply with its photos."""
    export = MetaExport(channel, NAME, tree)
    files = papers(tree)
    posts = [file for file in files if _POSTS.search(file)]
    for draft in merged(draft for file in posts for draft in _drafts(export, file)):
        export.post(draft)
    export.refuse_html(filter(_PAGES.search, files), _HOW)
    return export.reading(_MEDIA)


def _drafts(export: MetaExport, file: str) -> Iterator[Draft]:
    for entry in entries(export.read(file)):
        media = media_of(entry)
        # A post without a photo is a medium without a file, whose title is the text.
        text = words(entry, "title") or next((medium.title for medium in media if medium.title), "")
        when = next((medium.moment for medium in media if medium.moment), None)
        yield Draft(
            file=file,
            kind="thread",
            moment=moment(entry.get("creation_timestamp")) or when,
            text=text,
            media=media,
        )
