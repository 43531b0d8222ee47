"""Was a published picture retouched? Published panel and its original, aligned -> one answer a family of edits."""

from __future__ import annotations

from .comparison import check_edits
from .heat import heat_map

__all__ = ["VERSION", "check_edits", "heat_map"]

VERSION = 4  # raise it when a change in this room would give other answers for the same pictures
