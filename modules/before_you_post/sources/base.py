"""What a source is: a place photos are published, and how its export is read.

A source is one module of this package. It is found by its ``NAME``; nothing has to be registered.
"""

from __future__ import annotations

from typing import Protocol

from ..inputs.tree import Tree
from ..records import Channel, Reading


class Source(Protocol):
    """The three names a source module defines."""

    NAME: str  # as Post.source says it

    def recognises(self, tree: Tree) -> bool:
        """Whether a channel's folder or zip holds this kind of export. Never raises for what it may hold."""

    def read(self, channel: Channel, tree: Tree) -> Reading:
        """Everything the tree shows the public. Never raises: what cannot be read comes back as Problems."""
