"""What a practice published: posts, and the photos in them as the public sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One public item: a page, a post, an e-mail."""

    id: str
    channel: str
    source: str  # which reader read it: "wordpress", "folder"
    title: str | None = None
    text: str | None = None  # caption or body, as plain text
    url: str | None = None
    published_on: date | None = None
    removed_on: date | None = None
    recipients: int | None = None  # of an e-mail: to how many addresses it went; the addresses are not kept
    tags: tuple[str, ...] = ()  # people marked in it, as the network keeps them beside the words
    mentions: tuple[str, ...] = ()  # accounts it names: "@somebody"
    place: str | None = None  # the location it is marked with


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One photo as the public sees it, in one post."""

    id: str  # stable from audit to audit: channel / post / file
    post: str  # Post.id
    path: str
    file_name: str
    caption: str | None = None
    alt_text: str | None = None
    url: str | None = None
    renditions: tuple[str, ...] = ()  # paths of the same photo in other sizes, still reachable
    other_names: tuple[str, ...] = ()  # what a website calls it besides: the title it was uploaded with


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one source reader found in one channel's folder."""

    posts: tuple[Post, ...] = ()
    published: tuple[Published, ...] = ()
    problems: tuple[Problem, ...] = ()
