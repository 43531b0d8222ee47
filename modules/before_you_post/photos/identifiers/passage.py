"""One text that the public can read or download together with a photo, and where it stands.

A photo may be lawful and its file name not. What may identify differs from place to place: a date in a caption is
worth a look, in the address of a page it is the day on which the page was made; a page speaks of much else than one
photo, and a network gives files numbers of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from ...records import IdentifierKind as Kind
from ...records import MetadataKind, Outline, PhotoFacts, Post, Published, TextLine

IN_PICTURE, IN_CODE, INSIDE = "in the picture", "in a square code", "in a picture inside the file"
FILE_NAME, OTHER_SIZE, OTHER_NAME = "file name", "file name of another size", "name on the website"
CAPTION, ALT_TEXT, TITLE, LINK, PAGE = "caption", "alternative text", "title", "link", "text of the page"
POST_TEXT, SUBJECT, LETTER = "text of the post", "subject", "text of the e-mail"
TAG, MENTION, LOCATION = "tag", "mention", "location tag"

ALL = frozenset(Kind)
ROSTER = frozenset({Kind.NAME, Kind.RECORD_NUMBER, Kind.BIRTH_DATE})
ONLY_SURE = frozenset[Kind]()
_IN_LINKS = ROSTER | {Kind.DATE, Kind.AGE, Kind.SOCIAL_SECURITY, Kind.EMAIL}

_NETWORKS = frozenset({"instagram", "facebook", "threads", "x", "tiktok"})  # sources that name files themselves
_ONE_PHOTO = _NETWORKS | {"google_business"}  # their posts are about the photos they show
_LETTERS = frozenset({"mail", "mailchimp"})
_MADE_BY_WEBSITE = re.compile(r"/(?:19|20)\d\d/\d\d(?:/\d\d)?(?=/)")  # the day of the page or of the upload
_MOST = 100_000  # characters of one text that are read
_PUT_THERE = frozenset({FILE_NAME, OTHER_SIZE, LINK})  # where cameras and websites write dates of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text and its place. ``told`` are the kinds of which also a "may be" is told; of all others only what is sure.

    ``lines`` gives for the lines of a picture, in order, where each stands in it.
    """

    words: str
    where: str
    told: frozenset[Kind] = ALL
    lines: tuple[TextLine, ...] = ()
    is_a: Kind | None = None  # the whole text is this, as the place where it stands says

    @property
    def in_picture(self) -> bool:
        """Whether the text stands in a picture, where readers mistake letters."""
        return self.where in (IN_PICTURE, IN_CODE, INSIDE)

    @property
    def put_there(self) -> bool:
        """Whether machines write dates and numbers into such texts."""
        return self.where in _PUT_THERE

    def outline(self, start: int) -> Outline:
        """Where in the published picture the words from ``start`` stand; empty elsewhere."""
        for line in self.lines if self.where in (IN_PICTURE, IN_CODE) else ():
            start -= len(line.text) + 1
            if start < 0:
                return line.outline
        return ()


def passages(published: Published, post: Post, facts: PhotoFacts) -> Iterator[Passage]:
    """Every text in and around a photo."""
    for found in (*_in_file(facts), *_of_file(published, post), *_around(published, post)):
        if found.words.strip():
            yield found


def _in_file(facts: PhotoFacts) -> Iterator[Passage]:
    yield _picture(facts.text or (), IN_PICTURE)
    for code in facts.codes or ():
        yield _picture((code,), IN_CODE)
    for inside in facts.embedded or ():
        yield _picture(inside.text or (), INSIDE)
    for item in facts.metadata or ():
        if item.kind in (MetadataKind.WORDS, MetadataKind.PERSON):
            yield Passage(
                words=item.value[:_MOST], where=f"inside the file: {item.name} ({item.found_in})", told=ROSTER
            )


def _picture(lines: tuple[TextLine, ...], where: str) -> Passage:
    return Passage(words="\n".join(line.text for line in lines)[:_MOST], where=where, lines=lines)


def _of_file(published: Published, post: Post) -> Iterator[Passage]:
    told = ROSTER if post.source in _NETWORKS else ALL
    name = published.file_name
    yield Passage(words=name[:_MOST], where=FILE_NAME, told=told)
    for other in dict.fromkeys(PurePath(path.replace("\\", "/")).name for path in published.renditions):
        if _stem(other) != _stem(name):
            yield Passage(words=other[:_MOST], where=OTHER_SIZE, told=ROSTER)
    for other in published.other_names:
        if other not in (name, published.caption, published.alt_text):
            yield Passage(words=other[:_MOST], where=OTHER_NAME)
    for link in dict.fromkeys((published.url, post.url)):
        if link:
            yield Passage(words=_path_of(link[:_MOST], name), where=LINK, told=_IN_LINKS)


def _stem(name: str) -> str:
    """The name without its size and its ending: ``nose-300x200.jpg`` says no more than ``nose.jpg``."""
    return re.sub(r"(?:-\d{2,5}x\d{2,5}|-scaled|@\dx)?\.\w{1,5}$", "", name)


def _around(published: Published, post: Post) -> Iterator[Passage]:
    letter = post.source in _LETTERS
    for words, where in (
        (published.caption, CAPTION),
        (published.alt_text, ALT_TEXT),
        (post.title, SUBJECT if letter else TITLE),
    ):
        yield Passage(words=(words or "")[:_MOST], where=where)
    if post.text and post.text != published.caption:
        one_photo = post.source in _ONE_PHOTO
        where = LETTER if letter else POST_TEXT if one_photo else PAGE
        yield Passage(words=post.text[:_MOST], where=where, told=ALL if one_photo else ONLY_SURE)
    for tag in post.tags:
        yield Passage(words=tag[:_MOST], where=TAG, told=ROSTER)
    read = f"{post.text or ''} {published.caption or ''}".casefold()
    for mention in (name for name in post.mentions if name.casefold() not in read):  # else told as a part of the text
        yield Passage(words=mention[:_MOST], where=MENTION, is_a=Kind.HANDLE)
    if post.place:
        yield Passage(words=post.place[:_MOST], where=LOCATION, is_a=Kind.PLACE)


def _path_of(link: str, file_name: str) -> str:
    """What a link says besides its host, its dates and the photo's own file name."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return unquote(link)
    path = _MADE_BY_WEBSITE.sub(lambda match: "/" * len(match.group()), unquote(parts.path).removesuffix(file_name))
    return f"{path} {unquote(parts.query)} {unquote(parts.fragment)}"
