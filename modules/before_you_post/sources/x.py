"""An X (Twitter) archive, as "Download an archive of your data" gives it.

The archive is a page with scripts; they are read as data and never run. Direct messages, addresses and log-ins lie in
the same folder: only the files of posts and of their pictures are opened. What the practice passed on from others
is not its own post; what it deleted is no longer public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from ..inputs.json_file import begins, entries_at, read_json, text_at, value_at
from ..inputs.photo_files import is_photo
from ..inputs.tree import Tree
from ..records import Channel, Reading
from .gathering import Gathering

NAME = "x"
# data/tweets.js, data/tweets-part1.js, the older data/tweet.js, and posts in communities.
_POSTS = re.compile(r"(?P<home>(?:.*/)?data/)(?P<deleted>deleted-)?(?:community-)?tweets?(?:-part\d+)?\.js")
_NOTES = re.compile(r"(?:.*/)?data/note-tweet(?:-part\d+)?\.js")
_MANIFEST = re.compile(r"(?:.*/)?data/manifest\.js")
_MEDIA = re.compile(r"(?:.*/)?data/(?:community_)?tweets?_media/(?P<name>[^/]+)")
_PROFILE = re.compile(r"(?:.*/)?data/profile_media/(?P<name>[^/]+)")
_SCRIPT = re.compile(rb"\s*window\.(?:YTD|__THAR_CONFIG)\b")
_USER = re.compile(r"\w{1,15}", re.ASCII)
_PASSED_ON = ("post of somebody else that was passed on", "posts of others that were passed on")
_DELETED = ("deleted post", "deleted posts")


def recognises(tree: Tree) -> bool:
    """Whether this is the folder of an X archive."""
    names = (file for file in tree.files() if _POSTS.fullmatch(file) or _MANIFEST.fullmatch(file))
    return any(_SCRIPT.match(begins(tree, file, 200)) for file in names)


def read(channel: Channel, tree: Tree) -> Reading:
    """Every post of the practice's own, with its pictures and films."""
    return _Reader(channel, tree).read()


class _Reader:
    """Joins posts and media files of one archive. One reader reads one archive, once."""

    def __init__(self, channel: Channel, tree: Tree) -> None:
        self._tree = tree
        self._gathering = Gathering(channel, NAME, tree)
        self._media = {match["name"]: file for file in tree.files() if (match := _MEDIA.fullmatch(file))}
        self._home = "data/"
        self._seen: set[str] = set()
        self._named: set[str] = set()
        self._user = self._user_name()
        self._notes = list(self._long_texts())

    def read(self) -> Reading:
        files = [(file, match) for file in self._tree.files() if (match := _POSTS.fullmatch(file))]
        if not any(match["deleted"] is None for _, match in files):
            remedy = "Ask X for the archive again. Nothing of it was read."
            self._gathering.unread("an archive without data/tweets.js", "the posts of the account", remedy)
        for file, match in files:
            self._home = match["home"]
            for entry in self._entries(file):
                self._take(entry, deleted=match["deleted"] is not None)
        self._take_profile()
        self._gathering.unnamed(file for file in self._media.values() if file not in self._named)
        return self._gathering.reading()

    def _entries(self, file: str, key: str = "tweet") -> Iterator[dict[str, Any]]:
        reading = read_json(self._tree, file, script=True)
        self._gathering.problems += reading.problems
        for entry in entries_at({"all": reading.value}, "all"):
            inner = entry.get(key, entry)  # the oldest archives have no "tweet" around a post
            if isinstance(inner, dict):
                yield inner

    def _user_name(self) -> str | None:
        """The account's name from the list of contents; account.js has it too, beside what is private."""
        for file in filter(_MANIFEST.fullmatch, self._tree.files()):
            found = re.search(rb'"userName"\s*:\s*"([^"]+)"', begins(self._tree, file))
            if found and _USER.fullmatch(name := found[1].decode("ascii", "replace")):
                return name
        return None

    def _long_texts(self) -> Iterator[str]:
        for file in filter(_NOTES.fullmatch, self._tree.files()):
            for note in self._entries(file, "noteTweet"):
                if text := text_at(note, "core", "text"):
                    yield text

    def _take(self, entry: dict[str, Any], *, deleted: bool) -> None:
        number, written = text_at(entry, "id_str") or text_at(entry, "id"), text_at(entry, "full_text")
        written = written or text_at(entry, "text")
        if not re.fullmatch(r"[0-9]{1,25}", number):
            remedy = "Look at the posts in the archive's own page, “Your archive”. These were left out."
            self._gathering.set_apart("post without a number", "posts without a number", remedy)
        elif deleted:
            remedy = "Nothing to do: X no longer shows them. Copies made by others may remain."
            self._gathering.set_apart(*_DELETED, remedy)
        elif number in self._seen:
            return
        elif written.startswith("RT @"):
            self._seen.add(number)
            remedy = "Look at them yourself: whoever visits the account sees them too. They were not audited."
            self._gathering.set_apart(*_PASSED_ON, remedy)
        else:
            self._seen.add(number)
            self._take_own(number, written, entry)

    def _take_own(self, number: str, written: str, entry: dict[str, Any]) -> None:
        media = list(entries_at(entry, "extended_entities", "media")) or list(entries_at(entry, "entities", "media"))
        place = f"https://x.com/{self._user or 'i/web'}/status/{number}"
        text = self._text(written, entry, media)
        post = self._gathering.post(
            number,
            text=text,
            url=place,
            day=_day(text_at(entry, "created_at")),
            tags=[text_at(one, "name") for one in entries_at(entry, "entities", "user_mentions")],
            mentions=[f"@{name}" for name in self._mentioned(entry)],
            place=text_at(entry, "place", "full_name") or text_at(entry, "place", "name"),
        )
        for medium in media:
            file = self._file(number, medium)
            if file is None:
                remedy = "Look at the posts with pictures on X yourself."
                self._gathering.set_apart("picture without a name", "pictures without a name", remedy)
                continue
            self._named.add(file)
            address = text_at(medium, "media_url_https") or text_at(medium, "media_url")
            alt_text = text_at(medium, "ext_alt_text")
            self._gathering.photo(post, file, alt_text=alt_text, caption=text, url=address)

    def _mentioned(self, entry: dict[str, Any]) -> Iterator[str]:
        """Accounts the post names, without the practice's own."""
        for one in entries_at(entry, "entities", "user_mentions"):
            name = text_at(one, "screen_name")
            if name and name.casefold() != (self._user or "").casefold():
                yield name

    def _file(self, number: str, medium: dict[str, Any]) -> str | None:
        """The medium's file, of a film its cover or the film itself; the place it should have when it is missing."""
        names = [f"{number}-{name}" for address in _addresses(medium) if (name := _last(address))]
        found = next((self._media[name] for name in names if name in self._media), None)
        return found or (f"{self._home}tweets_media/{names[0]}" if names else None)

    def _text(self, written: str, entry: dict[str, Any], media: list[dict[str, Any]]) -> str:
        """The words as people read them: short links written out, those of the pictures left away."""
        start = unescape(_SHORT_LINK.sub("", written)).strip().removesuffix("…").strip()
        for medium in media:
            if link := text_at(medium, "url"):
                written = written.replace(link, "")
        for other in entries_at(entry, "entities", "urls"):
            if short := text_at(other, "url"):
                written = written.replace(short, text_at(other, "expanded_url") or short)
        whole = next((note for note in self._notes if len(start) > _SHORTEST_START and note.startswith(start)), None)
        return whole or unescape(written).strip()

    def _take_profile(self) -> None:
        """The account's own picture and banner; X keeps no day for them."""
        files = [file for file in self._tree.files() if _PROFILE.fullmatch(file) and is_photo(file)]
        if files:
            url = f"https://x.com/{self._user}" if self._user else None
            post = self._gathering.post("profile", title="Pictures of the account itself", url=url)
            for file in files:
                self._gathering.photo(post, file)


_SHORT_LINK = re.compile(r"https?://t\.co/\w+")
_SHORTEST_START = 100  # characters; a long post's beginning is cut at about 275


def _addresses(medium: dict[str, Any]) -> Iterator[str]:
    """Where a medium was, the picture before the film, and the best film first."""
    yield from filter(None, (text_at(medium, "media_url_https"), text_at(medium, "media_url")))
    films = [film for film in entries_at(medium, "video_info", "variants") if "mp4" in text_at(film, "content_type")]
    yield from (text_at(film, "url") for film in sorted(films, key=_rate, reverse=True))


def _rate(film: dict[str, Any]) -> int:
    written = str(value_at(film, "bitrate"))
    return int(written) if re.fullmatch(r"[0-9]{1,12}", written) else 0


def _last(address: str) -> str:
    try:
        name = urlsplit(address).path.rpartition("/")[2]
    except ValueError:
        return ""
    return "" if name in (".", "..") else name


def _day(written: str) -> date | None:
    """The day of ``Thu Jan 02 10:00:00 +0000 2020``, by universal time; None when it is no such time."""
    match = _TIME.fullmatch(written)
    if match is None or match["month"] not in _MONTHS:
        return None
    try:
        return datetime(int(match["year"]), _MONTHS.index(match["month"]) + 1, int(match["day"]), tzinfo=UTC).date()
    except ValueError:
        return None


_TIME = re.compile(r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>[0-9]{2}) [0-9:]{8} \+0000 (?P<year>[0-9]{4})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")  # whatever the locale
