"""What a page shows and what could not be seen of it.

A photo that cannot be seen is no photo without fault: everything shown from elsewhere, or missing, is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from ..inputs.quoting import counted, listed, quoted
from ..records import Problem
from .page import Shown

_LONGEST_PLACEHOLDER = 1000  # characters; shorter pictures inside the HTML are grey dots that a script replaces


@dataclass(slots=True)
class Sighting:
    """One photo on one page: the files shown, and the words the page puts to it."""

    names: list[str] = field(default_factory=list)
    alt_text: str | None = None
    caption: str | None = None
    url: str | None = None

    def add(self, name: str, shown: Shown) -> None:
        """Note one more place of the page that shows the photo."""
        self.names.append(name)
        self.alt_text = _with(self.alt_text, shown.alt_text)
        self.caption = _with(self.caption, shown.caption)
        self.url = self.url or next(iter(shown.urls), None)


def _with(before: str | None, more: str | None) -> str | None:
    lines = dict.fromkeys(text for text in (before, more) if text)
    return "\n".join(lines) or None


@dataclass(slots=True)
class Unseen:
    """Pictures the public sees and we do not: on other hosts, inside the HTML, or missing from the folder."""

    path: Path  # the file that speaks of them
    place: str = "the website"  # where people see them
    missing: dict[str, None] = field(default_factory=dict)
    _hosts: dict[str, dict[str, str]] = field(default_factory=dict)
    _embedded: list[str] = field(default_factory=list)

    def note(self, url: str, page: str | None) -> None:
        """Note the address of a picture that is none of the website's own files."""
        if url.lstrip()[:5].lower() == "data:":
            if len(url) > _LONGEST_PLACEHOLDER:
                self._embedded.append(page or "a page without a title")
            return
        try:
            host = urlsplit(url.strip()).hostname or url[:60]
        except ValueError:
            host = url[:60]
        self._hosts.setdefault(host, {}).setdefault(url, page or "a page without a title")

    def problems(self) -> Iterator[Problem]:
        """A Problem for each host, for the pictures inside the HTML, and for the missing files."""
        for host, urls in sorted(self._hosts.items()):
            found = f"{counted(len(urls), 'picture')} shown from another host, {quoted(host)}, not read: "
            remedy = f"Look at them on {self.place} yourself; first on {quoted(next(iter(urls.values())))}."
            yield self._problem(found + listed(list(urls)), f"photos in files of {self.place}", remedy)
        if self._embedded:
            found = f"{counted(len(self._embedded), 'picture')} written into the page itself, not read"
            yield self._problem(found, "photos in files", f"Look at them yourself, on {listed(self._embedded)}.")
        if self.missing:
            found = f"{counted(len(self.missing), 'photo')} of the website without a file here: "
            remedy = "Copy the whole uploads folder of the website here. Each is listed as a photo that was not seen."
            yield self._problem(found + listed(list(self.missing)), "every photo in the uploads folder", remedy)

    def _problem(self, found: str, expected: str, remedy: str) -> Problem:
        return Problem(path=str(self.path), found=found, expected=expected, remedy=remedy)
