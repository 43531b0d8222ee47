"""Words from outside, made safe to show in a sentence.

Cells, file names and web pages are written by strangers: they may be a megabyte long, or hold characters that turn
a line of a terminal around. A Problem quotes them short and with every unprintable character spelled out.
"""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 60


def quoted(text: str) -> str:
    """The text in quotation marks, at most 60 characters of it, unprintable characters written as escapes."""
    return repr(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def listed(names: Sequence[str], most: int = 3) -> str:
    """The first few names, quoted, and how many more there are: ``'a.jpg', 'b.jpg' and 7 more``."""
    words = ", ".join(quoted(name) for name in names[:most])
    return words if len(names) <= most else f"{words} and {len(names) - most} more"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: ``1 photo``, ``3 photos``."""
    return f"{number} {one if number == 1 else many or one + 's'}"
