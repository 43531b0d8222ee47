"""A TikTok export in JSON: a list of posts with their words and links, but without the films and pictures.

TikTok hands out addresses instead of files, and the addresses soon stop working. So the words are audited and the
films are not, which is said with their number: the person in a film has to be recognised by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from ..inputs.cells import day
from ..inputs.json_file import begins, entries_at, read_json, text_at, value_at
from ..inputs.quoting import counted
from ..inputs.tree import Tree
from ..records import Channel, Reading
from .gathering import Gathering

NAME = "tiktok"
_EXPORT = re.compile(r"(?:.*/)?user_data(?:_tiktok)?\.json")
_SECTIONS = re.compile(rb'"(?:VideoList|Post|Videos?|Activity|Tiktok Live|App Settings)"\s*:')
_AS_TEXT = re.compile(r"(?:.*/)?(?:Posts?|Videos?)/(?:Posts?|Videos?)\.(?:txt|html)")
_LISTS = (  # the newest first
    ("Post", "Posts", "VideoList"),
    ("Activity", "Video", "Videos", "VideoList"),
    ("Activity", "Videos", "VideoList"),
    ("Activity", "App Log", "Videos", "VideoList"),
    ("Video", "Videos", "VideoList"),
    ("Videos", "VideoList"),
)
_DELETED_LISTS = (("Post", "Recently Deleted Posts", "PostList"), ("Activity", "Recently Deleted Posts", "PostList"))
_NUMBER = re.compile(r"/(?:video|photo)/(\d{5,25})\b", re.ASCII)
_HOSTS = frozenset({"tiktok.com", "tiktokv.com"})
_HIDDEN = ("post that only the account itself can see", "posts that only the account itself can see")
_NOT_PUBLIC = frozenset({"only me", "only you", "self", "private", "nobody", "no one"})


def recognises(tree: Tree) -> bool:
    """Whether a TikTok export lies here, also one that cannot be read because it is text."""
    return bool(_exports(tree) or _texts(tree))


def read(channel: Channel, tree: Tree) -> Reading:
    """Every post, without its film or pictures."""
    return _Reader(channel, tree).read()


def _exports(tree: Tree) -> list[str]:
    found = filter(_EXPORT.fullmatch, tree.files())
    return [file for file in found if _SECTIONS.search(begins(tree, file))]


def _texts(tree: Tree) -> list[str]:
    return [file for file in filter(_AS_TEXT.fullmatch, tree.files()) if b"tiktok" in begins(tree, file).lower()]


class _Reader:
    """Reads the lists of one export. One reader reads one export, once."""

    def __init__(self, channel: Channel, tree: Tree) -> None:
        self._tree = tree
        self._gathering = Gathering(channel, NAME, tree)
        self._seen: set[tuple[str, str, str]] = set()

    def read(self) -> Reading:
        exports = _exports(self._tree)
        for file in exports:
            self._read_export(file)
        if not exports:
            remedy = "Ask TikTok for your data again and choose JSON, not TXT, as the file format. Nothing was read."
            self._gathering.unread("an export as text", "an export as JSON", remedy, _texts(self._tree)[0])
        return self._gathering.reading()

    def _read_export(self, file: str) -> None:
        reading = read_json(self._tree, file)
        self._gathering.problems += reading.problems
        posts = sum(self._take(entry) for keys in _LISTS for entry in entries_at(reading.value, *keys))
        deleted = sum(1 for keys in _DELETED_LISTS for _ in entries_at(reading.value, *keys))
        if posts:
            remedy = "Look at each of them on TikTok yourself; the posts and their words are listed here."
            found = f"{counted(posts, 'post')} whose film or pictures the export does not hold; they were not seen"
            self._gathering.unread(found, "files; TikTok gives only links", remedy, file)
        if deleted:
            remedy = "Nothing to do: TikTok no longer shows them. Copies made by others may remain."
            found = f"{counted(deleted, 'post')} that {'was' if deleted == 1 else 'were'} deleted, not read"
            self._gathering.unread(found, "posts the public sees", remedy, file)
        known = any(value_at(reading.value, *keys[:-1]) is not None for keys in _LISTS)
        if not known and not reading.problems:
            remedy = "Ask TikTok for all of your data again. If it is complete, this form of it is not known here yet."
            self._gathering.unread("no list of posts", "“Post”, “Posts”, “VideoList”", remedy, file)

    def _take(self, entry: dict[str, Any]) -> bool:
        """Take one entry; whether it is a post the public sees and that was not listed before."""
        written, link = text_at(entry, "Date"), text_at(entry, "Link")
        text = "\n".join(_words(entry))
        if (written, link, text) in self._seen:
            return False
        self._seen.add((written, link, text))
        seen_by = text_at(entry, "WhoCanView")
        if seen_by.casefold() in _NOT_PUBLIC:
            self._gathering.set_apart(*_HIDDEN, "Nothing to do if that is right. They were left out.")
            return False
        number = _NUMBER.search(link)
        slug = number[1] if number else re.sub(r"[^0-9T]+", "-", written.replace(" ", "T")).strip("-") or "post"
        try:
            published_on = day(written[:10])
        except ValueError:
            published_on = None
        place = _told(entry, "Location")
        self._gathering.post(slug, text=text, url=_lasting(link), day=published_on, place=place)
        return True


def _words(entry: dict[str, Any]) -> Iterator[str]:
    for name in ("Title", "AlternateText", "AddYoursText", "Location"):
        if words := _told(entry, name):
            yield words


def _told(entry: dict[str, Any], name: str) -> str:
    words = text_at(entry, name)
    return "" if words.casefold() in ("n/a", "none") else words


def _lasting(link: str) -> str | None:
    """The address of the post itself; the addresses of files stop working and may hold a key to the account."""
    try:
        host = urlsplit(link).hostname or ""
    except ValueError:
        return None
    return link if host.removeprefix("www.") in _HOSTS and _NUMBER.search(link) else None
