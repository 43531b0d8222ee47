"""Places where photos are published, each read by a module of its own into posts and published photos."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from ..inputs.tree import open_tree
from ..records import Channel, Problem, Reading
from . import folder
from .base import Source

__all__ = ["read", "sources"]


def sources() -> Iterator[Source]:
    """Every source there is, by name; the plain folder, which fits anything, comes last."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name):
        source = importlib.import_module(f"{__name__}.{module.name}")
        if hasattr(source, "NAME") and source is not folder:
            yield cast(Source, source)
    yield cast(Source, folder)


def read(channel: Channel) -> Reading:
    """Read everything a channel's folder or zip holds, with the first source that recognises it. Never raises."""
    where = Path(channel.folder)
    if not where.exists():
        problem = Problem(
            path=channel.folder,
            found="no such folder or file",
            expected=f"the folder or the zip of the channel {channel.name}",
            remedy="Correct practice.yaml, or make the folder.",
        )
        return Reading(problems=(problem,))
    tree = open_tree(where)
    return next(source for source in sources() if source.recognises(tree)).read(channel, tree)
