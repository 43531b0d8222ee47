"""Which of a website's files are one photo in several sizes, where every size has an address of its own.

Two things tell: names as WordPress makes them (``nose-300x200.jpg``), and the page itself, which gives a browser one
photo in several sizes to choose from. Files are taken for one photo only where it is certain; one photo read twice
costs a second look, two photos taken for one hide a patient.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from urllib.parse import unquote, urlsplit

from .uploads import Uploads


class SizesOfPhotos:
    """The photos of a website; each goes by the address of its best file: the full one, else the largest known."""

    def __init__(self, byte_sizes: dict[str, int], uploaded: Iterable[str | None]) -> None:
        """``byte_sizes`` of all files by address; ``uploaded`` are photos of their own whatever they are called."""
        self._bytes = byte_sizes
        self._names = {address: _name(address) for address in byte_sizes}
        uploads = Uploads("", self._names.values())
        uploads.group(self._names[address] for address in uploaded if address in self._names)
        self._stem = {address: uploads.photo(name) for address, name in self._names.items()}
        self._place: dict[str, int] = {}
        self._declared: dict[str, set[frozenset[str]]] = {}
        self._photos: dict[str, list[str]] | None = None
        self._best: dict[str, str] = {}

    def are_one(self, addresses: Iterable[str]) -> None:
        """Note that a page gives these addresses for one photo, the best first."""
        addresses = list(addresses)
        for place, address in enumerate(addresses):
            self._place[address] = max(place, self._place.get(address, 0))
        stems = frozenset(self._stem[address] for address in addresses)
        for stem in stems:
            self._declared.setdefault(stem, set()).add(stems - {stem})
        self._photos = None

    def photo(self, address: str) -> str:
        """The photo a file belongs to, by the address of its best file."""
        self._group()
        return self._best[address]

    def photos(self) -> tuple[str, ...]:
        """Every photo."""
        return tuple(self._group())

    def best(self, photo: str) -> str:
        """The best file of a photo."""
        return self._group()[photo][0]

    def sizes(self, photo: str) -> tuple[str, ...]:
        """The files of a photo, the best first."""
        return tuple(self._group()[photo])

    def _group(self) -> dict[str, list[str]]:
        if self._photos is None:
            groups: dict[str, list[str]] = {}
            leaders = self._leaders()
            for address, stem in self._stem.items():
                groups.setdefault(_leader(leaders, stem), []).append(address)
            ordered = [sorted(group, key=self._rank) for group in groups.values()]
            self._photos = {group[0]: group for group in sorted(ordered)}
            self._best = {address: group[0] for group in ordered for address in group}
        return self._photos

    def _rank(self, address: str) -> tuple[bool, int, int, str]:
        derived = self._stem[address] != self._names[address]
        return derived, self._place.get(address, 0), -self._bytes[address], address

    def _leaders(self) -> dict[str, str]:
        """Join what pages declare one photo, but for the grey dot that stands beside many different photos."""
        leaders = {stem: stem for stem in self._stem.values()}
        dots = {stem for stem, partners in self._declared.items() if _strangers(partners)}
        for stem, sets in self._declared.items():
            for partner in frozenset().union(*sets) - dots if stem not in dots else ():
                leaders[_leader(leaders, partner)] = _leader(leaders, stem)
        return leaders


def _strangers(partners: set[frozenset[str]]) -> bool:
    """Whether two of the sets have nothing in common."""
    return any(one.isdisjoint(other) for one, other in combinations(filter(None, partners), 2))


def _leader(leaders: dict[str, str], stem: str) -> str:
    while leaders[stem] != stem:
        stem = leaders[stem]
    return stem


def _name(address: str) -> str:
    parts = urlsplit(address)
    path = unquote(parts.path).lstrip("/")
    # What stands behind a question mark may choose another photo; so such an address is one of its own.
    return f"{path}?{parts.query}" if parts.query else path
