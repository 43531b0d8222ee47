"""What a website asks programs to leave alone: its ``robots.txt``, as RFC 9309 reads it.

Python's own reader (``urllib.robotparser``) knows neither ``*`` and ``$`` inside a path nor that the longest rule
wins, and so asks for addresses that the website has closed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..inputs.web_addresses import absolute, escaped
from .options import PRODUCT

_LONGEST = 500 * 1024  # bytes that RFC 9309 asks to be read
_TOKEN = re.compile(r"[A-Za-z_-]+")


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for us: each the beginning of a path, and whether it may be asked for."""

    rules: tuple[tuple[str, bool], ...] = ()
    sitemaps: tuple[str, ...] = ()
    pause: float | None = None  # seconds between two requests

    def allows(self, address: str) -> bool:
        """Whether an address of the website may be asked for: the longest rule that fits decides."""
        parts = urlsplit(address)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        fitting = [(len(rule), allowed) for rule, allowed in self.rules if _fits(rule, path)]
        return max(fitting, default=(0, True))[1]


NOTHING_ALLOWED = Robots(rules=(("/", False),))


def read_robots(data: bytes, address: str) -> Robots:
    """Read a robots.txt that was served at ``address``; lines that are no rules are skipped, as the standard says."""
    ours: list[tuple[str, str]] = []
    everyones: list[tuple[str, str]] = []
    sitemaps: list[str] = []
    named_us = for_us = for_everyone = in_rules = False
    for line in data[:_LONGEST].decode("utf-8-sig", "replace").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "sitemap":
            sitemaps += filter(None, [absolute(value, address)])
        elif key == "user-agent":
            if in_rules:
                for_us = for_everyone = in_rules = False
            token = _TOKEN.match(value)
            if token is not None and token[0].lower() == PRODUCT:
                for_us = named_us = True
            for_everyone = for_everyone or value.startswith("*")
        elif key in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            ours += [(key, value)] * for_us
            everyones += [(key, value)] * for_everyone
    chosen = ours if named_us else everyones
    rules = ((escaped(value), key == "allow") for key, value in chosen if key != "crawl-delay" and value)
    return Robots(rules=tuple(rules), sitemaps=tuple(sitemaps), pause=_pause(chosen))


def _fits(rule: str, path: str) -> bool:
    """Whether a rule fits a path; ``*`` stands for anything, ``$`` at the end for the end."""
    anchored = rule.endswith("$")
    first, *others = (rule[:-1] if anchored else rule).split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    for number, piece in enumerate(others, 1):
        if anchored and number == len(others):
            return len(path) - len(piece) >= place and path.endswith(piece)
        place = path.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return not anchored or bool(others) or place == len(path)


def _pause(chosen: list[tuple[str, str]]) -> float | None:
    for key, value in chosen:
        if key == "crawl-delay":
            with suppress(ValueError):
                seconds = float(value)
                return seconds if 0 <= seconds < float("inf") else None
    return None
