"""Cells of a table that a spreadsheet shows as they are, whoever wrote them."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(text: str) -> str:
    """The words, with an apostrophe before those that a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
