"""Which original each panel of a published picture was made from: by picture, never by face."""

from __future__ import annotations

from .index import LibraryIndex
from .marks import visible_marks
from .panels import VERSION, find_originals

__all__ = ["VERSION", "LibraryIndex", "find_originals", "visible_marks"]
