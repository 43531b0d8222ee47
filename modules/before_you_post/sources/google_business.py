"""A Google Business Profile, as Google Takeout gives it: photos, updates, and the answers to reviews.

An answer to a review can disclose without any photo: "we were glad to treat you" tells the world who is a patient.
So each answer is a post of its own, in words. The reviewer's name and the review stay where they are: the practice
did not write them, and no rule needs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..inputs.json_file import begins, day_of, entries_at, read_json, text_at
from ..inputs.photo_files import is_photo, is_video
from ..inputs.quoting import counted, listed
from ..inputs.tree import Tree
from ..records import Channel, Reading
from .gathering import Gathering

NAME = "google_business"
_LOCATION = re.compile(r"(?P<home>(?:.*/)?account-[^/]+/(?P<location>location-[^/]+)/)(?P<rest>.+)")
_PROFILE = re.compile(r"(?:.*/)?Google (?:Business Profile|My Business)/.+", re.IGNORECASE)
_REVIEWS = re.compile(r"reviews(?:-[^/]+)?\.json")
_MEDIUM = re.compile(r"(?:[^/]+/)*media-[^/]+\.json")
_POST = re.compile(r"(?P<folder>localPost-[^/]+/)data\.json")
_NO_POSTS = re.compile(r"(?:data|additionalData)\.json")
_WORDS = (("event", "title"), ("summary",), ("offer", "termsConditions"))
_NEVER_SHOWN = frozenset({"REJECTED", "DELETED"})


def recognises(tree: Tree) -> bool:
    """Whether this is Takeout of a Google Business Profile."""
    files = tree.files()
    if any(_PROFILE.fullmatch(file) and _LOCATION.fullmatch(file) for file in files):
        return True
    named = [match for file in files if (match := _LOCATION.fullmatch(file))]
    known = (_REVIEWS, _MEDIUM, _POST, _NO_POSTS)
    return any(
        pattern.fullmatch(match["rest"]) and begins(tree, match[0], 500).lstrip()[:1] in (b"{", b"[")
        for match in named
        for pattern in known
    )


def read(channel: Channel, tree: Tree) -> Reading:
    """Every photo, update and answer of every location."""
    return _Reader(channel, tree).read()


class _Reader:
    """Reads the locations of one profile. One reader reads one export, once."""

    def __init__(self, channel: Channel, tree: Tree) -> None:
        self._tree = tree
        self._gathering = Gathering(channel, NAME, tree)
        self._unknown: list[str] = []
        self._without_file: list[str] = []

    def read(self) -> Reading:
        locations: dict[str, list[str]] = {}
        for file in self._tree.files():
            if match := _LOCATION.fullmatch(file):
                locations.setdefault(match["home"], []).append(match["rest"])
        for home, files in locations.items():
            self._read_location(home, files)
        self._say_what_is_left()
        return self._gathering.reading()

    def _read_location(self, home: str, files: list[str]) -> None:
        location = home.rstrip("/").rpartition("/")[2]
        title = self._title(home, files)
        in_posts: set[str] = set()
        for name in files:
            if match := _POST.fullmatch(name):
                beside = [file for file in files if file.startswith(match["folder"]) and _is_medium(file)]
                in_posts.update(beside)
                self._take_update(f"{location}/{match['folder'].rstrip('/')}", home, name, beside)
            elif _REVIEWS.fullmatch(name):
                self._take_answers(location, title, home + name)
            elif not (_is_medium(name) or _MEDIUM.fullmatch(name) or _NO_POSTS.fullmatch(name)):
                self._unknown.append(f"{location}/{name}")
        self._take_photos(location, title, home, [file for file in files if file not in in_posts])

    def _title(self, home: str, files: Iterable[str]) -> str:
        found = self._read(f"{home}data.json") if "data.json" in files else None
        return text_at(found, "title") or text_at(found, "locationName") or "Google Business Profile"

    def _read(self, file: str) -> Any:
        reading = read_json(self._tree, file)
        self._gathering.problems += reading.problems
        return reading.value

    def _take_answers(self, location: str, title: str, file: str) -> None:
        value = self._read(file)
        reviews = {"reviews": value} if isinstance(value, list) else value
        if value is not None and not (isinstance(reviews, dict) and "reviews" in reviews):
            self._unknown.append(f"{location}/{file.rpartition('/')[2]}")
        for review in entries_at(reviews, "reviews"):
            text = text_at(review, "reviewReply", "comment")
            if not text:
                continue
            number = text_at(review, "name").rpartition("/")[2] or text_at(review, "reviewId") or "review"
            self._gathering.post(
                f"{location}/reviews/{number}",
                title=f"{title}: answer to a review",
                text=text,
                day=day_of(text_at(review, "reviewReply", "updateTime")),
            )

    def _take_update(self, slug: str, home: str, name: str, beside: list[str]) -> None:
        value = self._read(home + name)
        if value is None:
            return
        if text_at(value, "state").upper() in _NEVER_SHOWN:
            remedy = "Nothing to do: Google did not show them."
            self._gathering.set_apart("update that Google refused", "updates that Google refused", remedy)
            return
        text = "\n".join(filter(None, (text_at(value, *keys) for keys in _WORDS)))
        day = day_of(text_at(value, "createTime")) or day_of(text_at(value, "updateTime"))
        post = self._gathering.post(slug, text=text, url=text_at(value, "searchUrl"), day=day)
        for file in beside:
            self._gathering.photo(post, home + file, caption=text)
        if len(list(entries_at(value, "media"))) > len(beside):
            self._without_file.append(name)

    def _take_photos(self, location: str, title: str, home: str, files: list[str]) -> None:
        media = {_stem(name): home + name for name in files if _MEDIUM.fullmatch(name)}
        told = {stem: self._read(file) for stem, file in media.items()}
        for file in filter(_is_medium, files):
            value = told.pop(_stem(file), None)
            words = text_at(value, "description")
            post = self._gathering.post(
                f"{location}/{file}",
                title=f"{title}: photo",
                text=words,
                url=text_at(value, "googleUrl"),
                day=day_of(text_at(value, "createTime")),
            )
            self._gathering.photo(post, home + file, caption=words, url=text_at(value, "sourceUrl"))
        self._without_file += [media[stem] for stem in told]

    def _say_what_is_left(self) -> None:
        if self._without_file:
            found = f"{counted(len(self._without_file), 'description')} of photos without the photo beside: "
            remedy = "Look at the photos of your profile on Google yourself, or ask Takeout for it again."
            self._gathering.unread(found + listed(self._without_file), "every photo in the export", remedy)
        if self._unknown:
            found = f"{counted(len(self._unknown), 'file')} of a kind not known here, not read: {listed(self._unknown)}"
            self._gathering.unread(
                found, "photos, updates, reviews", "Look at them yourself if they may show a patient."
            )


def _is_medium(file: str) -> bool:
    return is_photo(file) or is_video(file)


def _stem(file: str) -> str:
    """What the names of a photo and its description have in common: ``media-a1.json``, ``a1.jpeg``."""
    folder, slash, name = file.rpartition("/")
    return folder + slash + name.rpartition(".")[0].removeprefix("media-")
