"""Find what leads to a person on the network: e-mail addresses, profiles, accounts, addresses of computers.

A link to a page about a treatment is no identifier; a link to somebody's profile is. What stands in the picture itself,
or in a square code, may lead anywhere, so there every address counts.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from ...records import IdentifierKind
from .hit import Hit

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_ENDINGS = "com|org|net|example|io|co|us|info|biz|link|ly|be|gl|clinic|health|page|site|app|bio|ee|md"
_WEB = re.compile(
    r"\bhttps?://[^\s<>\"']{3,500}|\bwww\.[^\s<>\"']{3,500}"
    rf"|(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,4}}(?:{_ENDINGS})(?![\w-])(?:/[^\s<>\"']{{0,500}})?",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>[^/?#:\s]{1,255})(?::\d{1,5})?/?(?P<rest>.{0,500})", re.IGNORECASE
)
_PROFILES = re.compile(
    r"(?:^|\.)(?:instagram|facebook|fb|threads|tiktok|twitter|x|linkedin|youtube|pinterest|snapchat|reddit|tumblr|"
    r"venmo|gofundme|realself|tinder|linktr|t)\.(?:com|net|me|ee)$",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@/+-])@\w(?:[\w.]{0,48}\w)?")
_IPV4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])")
_IPV6 = re.compile(r"(?<![\w:.])(?=[0-9a-f:]{0,38}::|(?:[0-9a-f]{1,4}:){7})[0-9a-f:]{4,39}(?![\w:])", re.IGNORECASE)
_IP_LABEL = re.compile(r"\b(?:ip|ip address|ipv4|ipv6|host|from ip)\W{0,4}$", re.IGNORECASE)
_VERSION_LABEL = re.compile(r"(?:\bv|\bversion|\brelease|\bfirmware|\bsoftware)\W{0,3}$", re.IGNORECASE)
_SHORTEST_IP = 6  # characters
_SENTENCE_MARKS = ".,;:!?)]}'\""


def find_online(text: str, *, in_picture: bool) -> Iterator[Hit]:
    """Every address on the network; ``whole`` is left to the roster, for an address says only that it is one."""
    for match in EMAIL.finditer(text):
        yield Hit(kind=IdentifierKind.EMAIL, start=match.start(), end=match.end(), whole=False)
    for match in _WEB.finditer(text):
        end = match.start() + len(match.group().rstrip(_SENTENCE_MARKS))
        own = not in_picture and not is_profile(match.group())
        yield Hit(
            kind=IdentifierKind.WEB_ADDRESS, start=match.start(), end=max(end, match.start() + 1), whole=False, own=own
        )
    yield from _ip_addresses(text)
    for match in _HANDLE.finditer(text):
        yield Hit(kind=IdentifierKind.HANDLE, start=match.start(), end=match.end(), whole=False)


def host_of(address: str) -> str:
    """The host of a web address, without www; of an e-mail address, what stands behind the @."""
    match = _HOST.match(address.rpartition("@")[2] if EMAIL.fullmatch(address) else address)
    return match["host"].lower() if match else ""


def account_of(address: str) -> str:
    """The account a profile's address names, else an empty text."""
    match = _HOST.match(address)
    parts = match["rest"].split("/") if match else []
    return next((part.lstrip("@") for part in parts if part not in ("in", "user", "c", "people", "")), "")


def is_profile(address: str) -> bool:
    """Whether an address leads to an account on a network of people."""
    return bool(_PROFILES.search(host_of(address))) and bool(account_of(address))


def _ip_addresses(text: str) -> Iterator[Hit]:
    for pattern in (_IPV4, _IPV6):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 16) : match.start()]
            if not _is_ip(match.group()):
                continue
            labelled, version = bool(_IP_LABEL.search(before)), bool(_VERSION_LABEL.search(before))
            yield Hit(kind=IdentifierKind.IP_ADDRESS, start=match.start(), end=match.end(), whole=labelled, own=version)


def _is_ip(written: str) -> bool:
    """Whether it is an address; "a::b" could be one, and is more often a line of a program."""
    try:
        ipaddress.ip_address(written)
    except ValueError:
        return False
    return len(written) >= _SHORTEST_IP and any(map(str.isdigit, written))
