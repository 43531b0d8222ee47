"""Which original each panel of a published picture was made from: by picture, never by face."""

from __future__ import annotations

from .index import LibraryIndex
from .marks import visible_marks
from .naming import place_original
from .panels import VERSION, find_originals
from .strangers import UnknownPanel, describe_unknown, same_pictures

__all__ = [
    "VERSION",
    "LibraryIndex",
    "UnknownPanel",
    "describe_unknown",
    "find_originals",
    "place_original",
    "same_pictures",
    "visible_marks",
]
