"""Places where photos are published, each read by a module of its own into posts and published photos."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

from ..inputs.tree import open_tree
from ..records import Channel, Problem, Reading
from . import folder, mail, pdf
from .base import Source

__all__ = ["read", "read_each", "sources"]

# What fits nearly anything is asked last: a website's uploads may hold brochures, an export may hold letters.
_LAST = (mail, pdf, folder)


def sources() -> Iterator[Source]:
    """Every source there is, by name; those that fit nearly anything come last, the plain folder at the very end."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name):
        source = importlib.import_module(f"{__name__}.{module.name}")
        if hasattr(source, "NAME") and source not in _LAST:
            yield _as_source(source)
    yield from map(_as_source, _LAST)


def _as_source(module: object) -> Source:
    return cast(Source, module)


def read(channel: Channel) -> Reading:
    """Read everything a channel's folder or zip holds, with the sources that recognise it. Never raises."""
    return _together([reading for _, reading in read_each(channel)])


def read_each(channel: Channel) -> list[tuple[str, Reading]]:
    """What each source finds in a channel's folder or zip, with the name of the source; at least one. Never raises."""
    where = Path(channel.folder)
    if not where.exists():
        problem = Problem(
            path=channel.folder,
            found="no such folder or file",
            expected=f"the folder or the zip of the channel {channel.name}",
            remedy="Correct practice.yaml, or make the folder.",
        )
        return [("nothing", Reading(problems=(problem,)))]
    tree = open_tree(where)
    found = [source for source in sources() if source not in _LAST and source.recognises(tree)]
    found = found or [next(source for source in map(_as_source, _LAST) if source.recognises(tree))]
    return [(source.NAME, source.read(channel, tree)) for source in found]


def _together(readings: list[Reading]) -> Reading:
    """One reading of an export that holds several, as Instagram's holds that of Threads; every name once."""
    whole = readings[0]
    for more in readings[1:]:
        taken = {post.id for post in whole.posts}
        new = {post.id: f"{post.id}~{post.source}" for post in more.posts if post.id in taken}
        photos = (
            replace(one, id=f"{new[one.post]}{one.id[len(one.post) :]}", post=new[one.post]) if one.post in new else one
            for one in more.published
        )
        whole = Reading(
            posts=(*whole.posts, *(replace(post, id=new.get(post.id, post.id)) for post in more.posts)),
            published=(*whole.published, *photos),
            problems=tuple(dict.fromkeys((*whole.problems, *more.problems))),
        )
    return whole
