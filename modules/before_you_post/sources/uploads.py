"""The uploads folder of a website: which file an address means, and which files are one photo in several sizes.

WordPress keeps every photo several times: ``nose.jpg`` as it was uploaded, ``nose-scaled.jpg`` if that was large,
``nose-300x200.jpg`` and more for pages. All of them are on the web, whichever the page shows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from ..inputs.photo_names import PhotoNames

_COPY = re.compile(r"(?P<full>.+\.(?:jpe?g|png|gif))\.(?:webp|avif)", re.IGNORECASE)  # as optimising plugins write
_SIZE = re.compile(r"(?P<stem>.+)-(?P<width>\d{1,5})x(?P<height>\d{1,5})(?P<ending>\.\w+)")
_SCALED = re.compile(r"(?P<stem>.+)-(?:scaled|rotated)(?P<ending>\.\w+)")
_SCALED_PIXELS = 2560 * 2560  # what WordPress scales to
# wordpress.com shows the uploads folder as <website>.files.wordpress.com/2025/04/nose.jpg.
_UPLOADS = re.compile(r"(?:(?:.*?/)?uploads/(?P<named>.*)|(?P<dated>\d{4}/\d{2}/.*))", re.DOTALL)
# Jetpack shows the website's own photos from https://i0.wp.com/<website>/<path>.
_RELAY = re.compile(r"i\d\.wp\.com")


class Website:
    """Which addresses are the website's own."""

    def __init__(self, addresses: Iterable[str]) -> None:
        """``addresses`` of the website and of its media files, as the export gives them."""
        self._hosts = {host for address in addresses if (host := _host(address))}

    def path(self, url: str) -> str | None:
        """The path an address has on the website, decoded, without a slash in front; None = another host's."""
        try:
            parts = urlsplit(url.strip())
        except ValueError:
            return None
        if parts.scheme not in ("", "http", "https"):
            return None
        host, path = _host(url), unquote(parts.path).lstrip("/")
        if _RELAY.fullmatch(host):
            host, _, path = path.partition("/")
        return path if not host or host.removeprefix("www.") in self._hosts else None


def _host(url: str) -> str:
    """The host of an address without ``www.``; empty when it names none."""
    try:
        return (urlsplit(url.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


class Uploads:
    """The photo files of a channel's folder, found by their address and grouped into photos.

    Names are paths inside the channel's folder, with forward slashes. A photo goes by the name of its full file,
    whether or not that file is there.
    """

    def __init__(self, folder_name: str, photos: Iterable[str]) -> None:
        """``photos`` are the names of all files there are."""
        self._photos = tuple(photos)
        self._names = PhotoNames.of(folder_name, self._photos)
        self._root = _root(self._photos)
        self._own: frozenset[str] = frozenset()
        self._sizes: dict[str, list[str]] = {}

    def group(self, attached: Iterable[str]) -> None:
        """Group the files into photos. ``attached`` files are photos of their own even if they are called
        ``nose-300x200.jpg``: somebody uploaded them under that name."""
        self._own = frozenset(name for name in attached if not _SCALED.fullmatch(name))
        for name in self._photos:
            self._sizes.setdefault(self.photo(name), []).append(name)

    def file(self, path: str) -> str:
        """The name of the file at a path of the website; of the place it should have when it is not there."""
        match = _UPLOADS.fullmatch(path)
        inside = (match["named"] or match["dated"] or "") if match else ""
        home = (self._root or "wp-content/uploads/") + inside if match else path
        places = [path, home]
        if self._root is None:  # no uploads folder: the files may lie side by side
            places += [inside, path.rpartition("/")[2]]
        found = (self._names.find(place) for place in places)
        return next((name for name in found if name), None) or _harmless(home)

    def has(self, name: str) -> bool:
        """Whether the file is there."""
        return name in self._names.exact

    def photo(self, name: str) -> str:
        """The photo a file belongs to: the name its full file has or would have."""
        while name not in self._own:
            match = _COPY.fullmatch(name) or _SIZE.fullmatch(name) or _SCALED.fullmatch(name)
            if match is None:
                break
            name = match["full"] if "full" in match.groupdict() else match["stem"] + match["ending"]
        return name

    def photos(self) -> tuple[str, ...]:
        """Every photo of which at least one file is there."""
        return tuple(sorted(self._sizes))

    def sizes(self, photo: str) -> tuple[str, ...]:
        """The files of one photo, largest first; none when they are missing."""
        return tuple(sorted(self._sizes.get(photo, ()), key=lambda name: (-_pixels(name), name)))


def _root(photos: Iterable[str]) -> str | None:
    """The folder that most photos lie in and that is called uploads, with a slash; None when there is none."""
    counts: Counter[str] = Counter()
    for photo in photos:
        folders = photo.split("/")[:-1]
        for depth, folder in enumerate(folders):
            if folder.casefold() == "uploads":
                counts["/".join(folders[: depth + 1]) + "/"] += 1
                break
    return counts.most_common(1)[0][0] if counts else None


def _harmless(path: str) -> str:
    return "/".join(part for part in path.replace("\\", "/").split("/") if part not in ("", ".", ".."))


def _pixels(name: str) -> float:
    if copy := _COPY.fullmatch(name):
        return _pixels(copy["full"]) - 1
    if size := _SIZE.fullmatch(name):
        return int(size["width"]) * int(size["height"])
    return _SCALED_PIXELS if _SCALED.fullmatch(name) else float("inf")
