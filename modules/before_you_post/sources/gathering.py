"""What a reader gathers from an export, post by post, with names that stay the same from audit to audit.

Every reader of an export has the same three worries: two posts of one name, two photos of one name in a post, and a
photo the export speaks of but does not hold. They are settled here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from ..inputs.quoting import counted, listed
from ..inputs.tree import Tree
from ..records import Channel, Post, Problem, Published, Reading


class Gathering:
    """The posts, photos and problems of one channel, as they come."""

    def __init__(self, channel: Channel, source: str, tree: Tree) -> None:
        self._channel = channel.name
        self._source = source
        self._tree = tree
        self._there = frozenset(tree.files())
        self._posts: dict[str, Post] = {}
        self._published: dict[str, Published] = {}
        self._names: Counter[str] = Counter()
        self._missing: list[str] = []
        self._set_apart: Counter[tuple[str, str, str]] = Counter()
        self.problems: list[Problem] = []

    def post(
        self,
        slug: str,
        *,
        title: str | None = None,
        text: str | None = None,
        url: str | None = None,
        day: date | None = None,
        recipients: int | None = None,
        tags: Iterable[str] = (),
        mentions: Iterable[str] = (),
        place: str | None = None,
    ) -> Post:
        """Take a post; ``slug`` is its own name in the export."""
        post = Post(
            id=self._new(f"{self._channel}/{slug}", self._posts),
            channel=self._channel,
            source=self._source,
            title=title or None,
            text=text or None,
            url=url or None,
            published_on=day,
            recipients=recipients,
            tags=tuple(dict.fromkeys(filter(None, tags))),
            mentions=tuple(dict.fromkeys(filter(None, mentions))),
            place=place or None,
        )
        self._posts[post.id] = post
        return post

    def photo(
        self,
        post: Post,
        file: str,
        *,
        name: str | None = None,
        caption: str | None = None,
        alt_text: str | None = None,
        url: str | None = None,
        inside: str | None = None,
    ) -> None:
        """Take a photo of a post: a file of the tree, or what lies ``inside`` one. A missing file is a photo unseen."""
        name = name or file.rpartition("/")[2]
        if file not in self._there:
            self._missing.append(file)
        location = self._tree.location(file)
        published = Published(
            id=self._new(f"{post.id}/{name}", self._published),
            post=post.id,
            path=location if inside is None else f"{location}!/{inside}",
            file_name=name,
            caption=caption or None,
            alt_text=alt_text or None,
            url=url or None,
        )
        self._published[published.id] = published

    def set_apart(self, one: str, many: str, remedy: str) -> None:
        """Count something that is no post of the practice's; ``one`` and ``many`` are the words for it."""
        self._set_apart[one, many, remedy] += 1

    def unread(self, found: str, expected: str, remedy: str, file: str | None = None) -> None:
        """Take a problem of a file, or of the whole export."""
        path = str(self._tree.path) if file is None else self._tree.location(file)
        self.problems.append(Problem(path=path, found=found, expected=expected, remedy=remedy))

    def unnamed(self, files: Iterable[str]) -> None:
        """Say which media files no post speaks of."""
        if names := sorted(files):
            found = f"{counted(len(names), 'media file')} that no post speaks of, not looked at: {listed(names)}"
            remedy = "Look at them yourself if they may show a patient: they may belong to posts of others, or deleted."
            self.unread(found, "every media file in a post", remedy)

    def reading(self) -> Reading:
        """All of it."""
        return Reading(
            posts=tuple(self._posts.values()),
            published=tuple(self._published.values()),
            problems=(*self._tree.problems, *self.problems, *self._totals()),
        )

    def _totals(self) -> Iterator[Problem]:
        path = str(self._tree.path)
        for (one, many, remedy), count in sorted(self._set_apart.items()):
            found = counted(count, one, many)
            yield Problem(path=path, found=found, expected="posts of the practice", remedy=remedy)
        if self._missing:
            found = f"{counted(len(self._missing), 'media file')} of the export missing: {listed(self._missing)}"
            remedy = "Download the export again, with all its parts. Each is listed as a photo that was not seen."
            yield Problem(path=path, found=found, expected="every media file in the export", remedy=remedy)

    def _new(self, wanted: str, taken: dict[str, Post] | dict[str, Published]) -> str:
        """The name itself, or with a number behind it where it is taken."""
        name = wanted
        while name in taken:
            self._names[wanted] += 1
            name = f"{wanted}~{self._names[wanted] + 1}"
        return name
