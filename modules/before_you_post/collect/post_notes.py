"""The practice's own notes about its posts, each beside the post it names: by its name in the audit, or its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..inputs.quoting import quoted
from ..records import Advertisement, Post, Problem


class PostNotes:
    """Finds the note about a post. Of two notes about one post the first counts."""

    def __init__(self, advertisements: Sequence[Advertisement] | None) -> None:
        self._by_name: dict[str, Advertisement] = {}
        for note in advertisements or ():
            self._by_name.setdefault(_name(note.post), note)

    def about(self, post: Post) -> Advertisement | None:
        """The note that names the post; the audit's own name for it goes before its address."""
        return self._by_name.get(_name(post.id)) or (self._by_name.get(_name(post.url)) if post.url else None)

    def idle(self, posts: Iterable[Post], folder: str) -> Iterator[Problem]:
        """A Problem for each note that names no post that was found: whatever it says is then not used."""
        used = {id(self.about(post)) for post in posts}
        for note in self._by_name.values():
            if id(note) not in used:
                yield Problem(
                    path=str(Path(folder) / "advertisements"),
                    column="post",
                    found=f"{quoted(note.post)}, which is no post that was found",
                    expected="a post as the audit names it, or its address",
                    remedy="Correct the name, or remove the row if the post is gone. Until then the row is not used.",
                )


def _name(words: str) -> str:
    return words.strip().rstrip("/")
