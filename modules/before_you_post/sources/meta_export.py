"""An export of Instagram, Facebook or Threads: the files it is made of, and the photos its posts speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from ..inputs.json_file import begins, read_json
from ..inputs.photo_files import PHOTO_ENDINGS, is_photo
from ..inputs.photo_names import PhotoNames
from ..inputs.quoting import counted, listed
from ..inputs.tree import Tree
from ..records import Channel, Reading
from .gathering import Gathering
from .meta_json import Medium, media_in, moment


@dataclass(slots=True, kw_only=True)
class Draft:
    """One post as one file of the export tells it."""

    file: str
    moment: datetime | None
    kind: str = ""  # "story", "reel"; empty for a plain post
    title: str = ""
    text: str = ""
    media: list[Medium] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    place: str = ""

    @property
    def slug(self) -> str:
        """A name that stays from export to export: Meta gives its posts no number."""
        first = next((PurePosixPath(medium.uri).stem for medium in self.media if medium.uri), "without-date")
        name = f"{self.moment:%Y-%m-%d-%H%M%S}" if self.moment else first
        return f"{self.kind}-{name}" if self.kind else name


def papers(tree: Tree) -> list[str]:
    """The files of an export that are no media."""
    return [file for file in tree.files() if file.endswith((".json", ".html"))]


def speaks(tree: Tree, file: str, *marks: bytes) -> bool:
    """Whether one of the marks stands near the beginning of a file."""
    head = begins(tree, file)
    return any(mark in head for mark in marks)


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """The posts, each once: newer exports tell a post in two files, told apart by nothing but its time."""
    posts: list[Draft] = []
    known: dict[tuple[object, ...], Draft] = {}  # by moment alone, and by moment with a medium or the words
    for draft in drafts:
        moment, marks = (draft.kind, draft.moment), _marks(draft)
        twin = next((known[mark] for mark in marks if mark in known), None)
        first = known.get(moment)
        if twin is None and first is not None and first.file != draft.file:
            twin = first
        if twin is None:
            twin = draft
            posts.append(draft)
        else:
            twin.media += [medium for medium in draft.media if (*moment, "medium", medium.uri) not in known]
            twin.text = "\n".join(dict.fromkeys(filter(None, (twin.text, draft.text))))
            twin.title = twin.title or draft.title
            twin.tags += draft.tags
            twin.place = twin.place or draft.place
        if draft.moment is not None:
            known.setdefault(moment, twin)
            known.update(dict.fromkeys(marks, twin))
    return posts


def _marks(draft: Draft) -> list[tuple[object, ...]]:
    """What tells that a post of the same moment is the same post; nothing where there is no moment."""
    if draft.moment is None:
        return []
    told = [("medium", medium.uri) for medium in draft.media if medium.uri]
    told += [("words", draft.text)] if draft.text else []
    return [(draft.kind, draft.moment, *mark) for mark in told]


class MetaExport:
    """Reads the files of one export and gathers its posts. One is used for one reading."""

    def __init__(self, channel: Channel, source: str, tree: Tree) -> None:
        self.gathering = Gathering(channel, source, tree)
        self._tree = tree
        self._names = PhotoNames.of(tree.name, tree.files())
        self._named: set[str] = set()
        self._films: dict[bool, list[str]] = {True: [], False: []}  # with a cover, without
        self._others: list[str] = []

    def read(self, file: str) -> Any:
        """The content of a file; None, and a problem, when it cannot be read."""
        reading = read_json(self._tree, file)
        self.gathering.problems += reading.problems
        return reading.value

    def post(self, draft: Draft) -> None:
        """Take a post and its photos; of a film, the picture that stands for it."""
        text = draft.text or next((medium.title for medium in draft.media if medium.title), "")
        if not text and not any(medium.uri for medium in draft.media):
            return
        day = draft.moment.date() if draft.moment else None
        post = self.gathering.post(
            draft.slug, title=draft.title, text=text, day=day, tags=draft.tags, place=draft.place
        )
        for medium in {medium.uri: medium for medium in draft.media if medium.uri}.values():
            uri, link = self._shown(medium, draft.file)
            if uri is not None:
                own = dict.fromkeys(filter(None, (medium.title, medium.description)))
                caption = "\n".join(part for part in own if part != text)
                self.gathering.photo(post, uri, caption=caption, url=link)

    def set_apart(self, drafts: Iterable[Draft], kind: str) -> None:
        """Count posts the public cannot see, and know their media; ``kind`` is "archived" or the like."""
        remedy = "Nothing to do if that is right: the public cannot see them. They are no part of this audit."
        for draft in drafts:
            self.gathering.set_apart(f"{kind} post", f"{kind} posts", remedy)
            self.know(draft.media, draft.file)

    def know(self, media: Iterable[Medium], beside: str) -> None:
        """Note media that are read elsewhere, or not to be read."""
        for medium in media:
            self._find(medium.uri, beside)

    def refuse_html(self, pages: Iterable[str], how: str) -> None:
        """Say which web pages stand where JSON should, and ``how`` to get that."""
        unread = [page for page in pages if page.removesuffix(".html") + ".json" not in self._names.exact]
        if unread:
            found = f"an export in the format HTML, not read: {listed(unread)}"
            self.gathering.unread(found, "an export in the format JSON", how, unread[0])

    def reading(self, media: re.Pattern[str]) -> Reading:
        """Everything gathered. ``media`` are the files that posts should speak of."""
        self._say_films()
        if self._others:
            found = f"{counted(len(self._others), 'media file')} of another kind, not looked at: {listed(self._others)}"
            self.gathering.unread(found, "photos and films", "Look at them yourself if they may show a patient.")
        self.gathering.unnamed(
            file
            for file in self._tree.files()
            if media.search(file) and file not in self._named and not file.endswith((".json", ".html"))
        )
        return self.gathering.reading()

    def _shown(self, medium: Medium, beside: str) -> tuple[str | None, str | None]:
        """The file that is looked at for a medium, and its address where the export gives only that."""
        if medium.uri.lower().startswith(("http://", "https://")):
            return f"shown-by-address-only/{PurePosixPath(_path(medium.uri)).name or 'photo'}", medium.uri
        file = self._find(medium.uri, beside)
        if not medium.film:
            if "." in file.rpartition("/")[2] and not is_photo(file):
                self._others.append(file)
                return None, None
            return file, None
        cover = self._cover(medium, file, beside)
        self._films[cover is not None].append(file)
        return cover or file, None  # a film by itself is listed as a photo that nobody could look at

    def _cover(self, medium: Medium, film: str, beside: str) -> str | None:
        stem = str(PurePosixPath(film).with_suffix(""))
        places = [self._found(medium.cover, beside)] if medium.cover else []
        places += [self._names.find(stem + ending) for ending in sorted(PHOTO_ENDINGS)]
        found = next(filter(None, places), None)
        self._named.update([found] if found else [])
        return found

    def _find(self, uri: str, beside: str) -> str:
        """The file an export means, wherever the root of the export lies; its own words when there is none."""
        file = self._found(uri, beside) or uri
        self._named.add(file)
        return file

    def _found(self, uri: str, beside: str) -> str | None:
        folder = beside
        while folder:
            folder = folder.rpartition("/")[0]
            if (found := self._names.find(f"{folder}/{uri}" if folder else uri)) is not None:
                return found
        return None

    def _say_films(self) -> None:
        remedy = "Watch them yourself if they may show a patient."
        for has_cover, films in self._films.items():
            if films:
                what = "of which only the cover picture is looked at" if has_cover else "without a cover, not looked at"
                found = f"{counted(len(films), 'film')}, {what}: {listed(films)}"
                self.gathering.unread(found, "photos", remedy)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def media_of(value: Any) -> list[Medium]:
    """Every medium inside an entry, as a list."""
    return list(media_in(value))


def posted_at(entry: dict[str, Any], media: list[Medium]) -> datetime | None:
    """When an entry was posted: its own time under either of its names, else that of its first medium with one."""
    first = next((medium.moment for medium in media if medium.moment), None)
    return moment(entry.get("timestamp")) or moment(entry.get("creation_timestamp")) or first
