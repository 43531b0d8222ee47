"""Pictures of which the library has nothing: how many are in a collage, and which of them show the same picture?"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from matching_counting import percent
from matching_pictures import Stock
from matching_publishing import LAYOUTS, TRANSFORMS

from before_you_post.matching import LibraryIndex, UnknownPanel, describe_unknown, find_originals, same_pictures

WAYS = ("resize 320", "crop 50 %", "mirror", "filter", "Instagram square")
COLLAGES = 6  # of each layout


def unknown(index: LibraryIndex, stock: Stock, seed: int) -> Iterator[str]:
    """Two lines for the table, each with its counts."""
    rng = np.random.default_rng((seed, 14))
    strangers = stock.strangers["not in the library"]
    names = list(strangers)
    right = of = 0
    for layout in LAYOUTS.values():
        for _ in range(COLLAGES):
            parts = [strangers[str(name)] for name in rng.choice(names, layout.panels, replace=False)]
            right += len(find_originals(layout.laid(parts, rng), index)) == layout.panels
            of += 1
    whole = 0
    for number, name in enumerate(names):
        way = list(TRANSFORMS.values())[number % len(TRANSFORMS)]
        whole += len(find_originals(way(strangers[name], rng), index)) == 1
    yield f"unknown collages with the right number of panels: {percent(right, of)} % of {of}"
    yield f"unknown photos told as one panel: {percent(whole, len(names))} % of {len(names)}"
    yield _grouped(stock, rng)


def _grouped(stock: Stock, rng: np.random.Generator) -> str:
    """Each stranger published in several ways: are its copies put together, and nothing else with them?"""
    panels: list[UnknownPanel] = []
    owners: list[str] = []
    for kind in ("not in the library", "rendered, another patient"):
        for name, pixels in stock.strangers[kind].items():
            for way in WAYS:
                published = TRANSFORMS[way](pixels, rng)
                height, width = map(float, published.shape[:2])
                panels.append(describe_unknown(published, ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))))
                owners.append(name)
    groups = same_pictures(panels)
    together = sum(len({owners[member] for member in group}) == 1 and len(group) == len(WAYS) for group in groups)
    mixed = sum(len({owners[member] for member in group}) > 1 for group in groups)
    of = len(set(owners))
    whole = f"lost originals whose {len(WAYS)} copies are one group: {percent(together, of)} % of {of}"
    return f"{whole}; groups of different pictures {mixed}"
