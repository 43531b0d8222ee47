"""Web addresses as pages write them, brought into one spelling so that two can be compared.

Pages write one address in many ways: relative, with spaces, with capital letters in the host, with ``/../`` inside.
Two spellings taken for two photos are read twice; an address taken for the website's own although it is not would
lead the reader of the website to a stranger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4000  # characters; servers refuse addresses longer than about that
_UNSEEN = re.compile(r"[\t\n\r]")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_HOST = re.compile(r"[a-z0-9_.-]{1,253}|\[[0-9a-f:.]{2,45}\]")
# Jetpack shows a website's own photos from https://i0.wp.com/<website>/<path>.
_RELAY = re.compile(r"https?://i\d\.wp\.com/([^/?]+)(/[^?]*)")


@lru_cache(maxsize=50_000)  # the pages of a website repeat the same few hundred links
def absolute(written: str, base: str) -> str | None:
    """The whole address meant by ``written`` on the page ``base``, in one spelling and without ``#``.

    None for anything that is no http or https address, carries a user name, or cannot be one.
    """
    written = _UNSEEN.sub("", written).strip("".join(map(chr, range(0x21))))
    if not written or len(written) > _LONGEST:
        return None
    before, mark, after = written.partition("?")
    try:
        # Browsers take a backslash for a slash.
        parts = urlsplit(urljoin(base, before.replace("\\", "/") + mark + after))
        place = _place(parts)
        path = _without_dots(escaped(parts.path))
        query = f"?{escaped(parts.query)}" if parts.query else ""
    except (ValueError, UnicodeError):
        return None
    return None if place is None else f"{place}{path}{query}"


def _place(parts: SplitResult) -> str | None:
    """Scheme, host and port, the port only where it is not the usual one."""
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in _PORTS or not host or "@" in parts.netloc:
        return None
    host = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii").lower()
    if not _HOST.fullmatch(host):
        return None
    port = f":{parts.port}" if parts.port not in (None, _PORTS[parts.scheme]) else ""
    return f"{parts.scheme}://{host}{port}"


def escaped(text: str) -> str:
    """A path or query with every character escaped that needs it, and none that does not (RFC 3986, 6.2.2)."""
    text = _STRAY_PERCENT.sub("%25", text)
    text = _ESCAPE.sub(lambda found: _plain(found[1]), text)
    return quote(text, safe="%/:@!$&'()*+,;=?~[]|", errors="replace")


def _plain(digits: str) -> str:
    character = chr(int(digits, 16))
    return character if _UNRESERVED.fullmatch(character) else f"%{digits.upper()}"


def _without_dots(path: str) -> str:
    """The path with ``.`` and ``..`` worked out, as a browser does before it asks (RFC 3986, 5.2.4)."""
    kept: list[str] = []
    *folders, last = path.removeprefix("/").split("/")
    for segment in (*folders, last if last not in (".", "..") else ""):
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if last == "..":
        del kept[-2:-1]
    return "/" + "/".join(kept)


def served_name(address: str) -> str:
    """The name of the file an address asks for, as a person reads it; empty for a folder."""
    return unquote(urlsplit(address).path.rpartition("/")[2])


@dataclass(frozen=True, slots=True)
class OwnSite:
    """Which addresses belong to one website: its host, and the twin with or without ``www.`` once it said so."""

    origin: str  # "https://www.quillfeather.example", with a port where it is not the usual one
    hosts: frozenset[str]

    @classmethod
    def of(cls, address: str) -> OwnSite:
        """The website an address in the spelling of :func:`absolute` lies on."""
        parts = urlsplit(address)
        return cls(f"{parts.scheme}://{parts.netloc}", frozenset({parts.hostname or ""}))

    def owns(self, address: str) -> bool:
        """Whether an address in the spelling of :func:`absolute` is the website's own."""
        parts = urlsplit(address)
        if parts.hostname not in self.hosts:
            return False
        here = urlsplit(self.origin)
        return (parts.scheme, parts.port) == (here.scheme, here.port) or (parts.port is None and here.port is None)

    def find(self, written: str, page: str) -> str | None:
        """The address meant on a page, the website's own addresses in the spelling of its origin."""
        address = absolute(written, page)
        if address is None:
            return None
        if relayed := _RELAY.match(address):
            original = absolute(f"//{relayed[1]}{relayed[2]}", self.origin)
            address = original if original is not None and self.owns(original) else address
        if not self.owns(address):
            return address
        parts = urlsplit(address)
        return self.origin + address[len(f"{parts.scheme}://{parts.netloc}") :]

    def moved(self, address: str) -> OwnSite | None:
        """The website as it is after its first page sent us to ``address``; None when that is somebody else's.

        From http to https on the usual ports, and between a host and the same host with ``www.`` in front, a website
        moves by itself. Every other move is one to another website.
        """
        there, here = urlsplit(address), urlsplit(self.origin)
        host, asked = there.hostname or "", here.hostname or ""
        if host.removeprefix("www.") != asked.removeprefix("www.") or there.port is not None or here.port is not None:
            return self if self.owns(address) else None
        return OwnSite(f"{there.scheme}://{there.netloc}", self.hosts | {host})
