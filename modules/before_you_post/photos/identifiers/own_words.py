"""What belongs to the practice itself, and therefore identifies no patient.

Its name, its telephone, its town and its watermark stand in and around most of its photos. They are written down once
in practice.yaml (``policy: allowed_text``); the addresses of its own website and accounts are known from its posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from ...records import Post, Published
from .words import folded, tokens

_NEARLY = 85.0  # of 100: a watermark of which a letter was misread
_PIECE = 3  # letters
_SHARED_HOSTS = re.compile(
    r"(?:^|\.)(?:instagram|facebook|threads|tiktok|twitter|x|linkedin|youtube|google|goo|pinterest|snapchat|yelp)"
    r"\.(?:com|net|gl)$"
)
_LETTER = re.compile(r"[^\n]")  # the lines of a picture stay lines
_SHORTEST_NUMBER = 7  # digits of a telephone number
_LONGEST_LINE = 500  # characters of a line that is compared as a whole


class OwnWords:
    """The practice's own words, ready to be set aside."""

    def __init__(self, allowed: Iterable[str]) -> None:
        lines = [words for words in allowed if folded(words)]
        self._folded = frozenset(map(folded, lines))
        self._digits = {_national(line) for line in lines}
        self.words = frozenset(word for line in lines for word in tokens(line))  # each by itself, as it compares
        parts = [re.findall(r"[^\W_]++", line) for line in lines if len(tokens(line)) > 1]
        self._phrases = [re.compile(r"[\W_]{1,9}".join(map(re.escape, each)), re.IGNORECASE) for each in parts]

    def is_line(self, line: str) -> bool:
        """Whether a line in the picture is one of the practice's own words, or a piece of its watermark."""
        written = folded(line[:_LONGEST_LINE])
        for own in self._folded:
            piece = len(written) >= _PIECE and written in own
            if written == own or piece or fuzz.ratio(written, own, score_cutoff=_NEARLY):
                return True
        return False

    def blanked(self, text: str) -> str:
        """The text without own words of two or more: "Rose Hill Clinic" does not name the patient Rose Hill."""
        for phrase in self._phrases:
            text = phrase.sub(lambda match: _LETTER.sub(" ", match.group()), text)
        return text

    def has(self, words: str) -> bool:
        """Whether this is one of the practice's own words, numbers, addresses or accounts."""
        number = _national(words)
        plain = folded(words)
        return plain in self._folded or (len(number) >= _SHORTEST_NUMBER and number in self._digits)


@lru_cache(maxsize=64)
def own_words(allowed: tuple[str, ...]) -> OwnWords:
    """As ``OwnWords``, made ready once for all photos of a channel."""
    return OwnWords(allowed)


def of_post(post: Post, published: Published) -> tuple[str, ...]:
    """The hosts and accounts under which the practice published this post."""
    found = dict[str, None]()
    for link in (post.url, published.url):
        try:
            parts = urlsplit(link or "")
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            continue
        account = parts.path.strip("/").partition("/")[0].removeprefix("@")
        if host and _SHARED_HOSTS.search(host):
            if account not in ("", "p", "reel", "i", "watch", "share", "status"):
                found[account] = None
        elif host:
            found[host] = None
    return tuple(found)


def _national(words: str) -> str:
    digits = "".join(letter for letter in words if letter.isdecimal() and letter.isascii())
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
