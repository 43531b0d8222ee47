"""Letters without the long runs of base64 that photos are written in, so that they can be split quickly.

The standard library takes a letter apart line by line, and a photo has a hundred thousand lines. Each run is put aside
and a mark left in its place; a part whose content is wanted gets its runs back.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass

# Lines of nothing but base64: no header, no boundary and no empty line looks like this.
_RUN = re.compile(rb"(?:[A-Za-z0-9+/]{40,998}\r?\n){200,}+")
# Made anew each time the program starts, for nobody may write marks into a letter: a few bytes would become gigabytes.
_MARK = f"+before+you+post+{secrets.token_hex(16)}+"
_FOUND = re.compile(re.escape(_MARK) + r"([0-9]+)\r?\n?")


@dataclass(frozen=True, slots=True)
class Lightened:
    """A letter with its long runs put aside."""

    data: bytes
    runs: tuple[str, ...]

    @classmethod
    def of(cls, data: bytes) -> Lightened:
        """Put the long runs of a letter aside."""
        runs: list[str] = []

        def put_aside(found: re.Match[bytes]) -> bytes:
            runs.append(found[0].decode("ascii"))
            return f"{_MARK}{len(runs) - 1}\n".encode()

        return cls(_RUN.sub(put_aside, data), tuple(runs))

    def whole(self, content: str) -> str:
        """The content of a part with its runs in place."""
        return _FOUND.sub(lambda found: self.runs[int(found[1])], content) if self.runs else content
