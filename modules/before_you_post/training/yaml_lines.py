"""On which line of a YAML file each of its parts stands, so that a mistake can be pointed at."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one written in C reads the bank ten times as fast
Path = tuple[int | str, ...]  # ("questions", 3, "stem")


def lines_of(text: str) -> dict[Path, int]:
    """The line, counted from 1, of every part of the text, by the keys and numbers that lead to it."""
    root = yaml.compose(text, Loader=LOADER)
    return dict(_walk(root, ())) if root is not None else {}


def _walk(node: yaml.Node, path: Path) -> Iterator[tuple[Path, int]]:
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _walk(value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _walk(value, (*path, number))
