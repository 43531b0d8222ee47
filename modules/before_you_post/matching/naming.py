"""A person names the original of a panel: lay it in as well as it goes, and say honestly when it does not.

Nothing is decided here; a reviewer's word stands. But where the original can be laid over the panel, everything that
follows (which part is shown, what was edited, which marks can be seen) can be worked out as for any other match.
"""

from __future__ import annotations

import numpy as np

from ..photos.opening import Pixels
from ..records import Match, Outline
from . import geometry as g
from .candidates import inside
from .features import QUERY_LIMIT, QUERY_SIDE, Features, extract, mirrored
from .index import COPY_SIDES, LibraryIndex, grey_original
from .placement import Placement, place, tolerance_of
from .search import Search


def place_original(pixels: Pixels, index: LibraryIndex, original_id: str, outline: Outline) -> Match | None:
    """Lay the named original into a panel (outline, published pixels) of a picture (height x width x 3 uint8).

    The match has ``inliers=0`` and no ``original_outline`` where no alignment was found: too small, too much changed,
    or not the same photo at all. None where the index has no such original, or its file cannot be opened any more.
    """
    position = next((number for number, ids in enumerate(index.entries.ids) if original_id in ids), None)
    if position is None:
        return None
    entry = index.entries[position]
    if grey_original(entry.path, entry.described.sha256, COPY_SIDES[0]) is None:
        return None
    corners = np.array(outline, np.float64)
    side = max(entry.described.width, entry.described.height)
    found = _laid(pixels, entry.described.features, side, corners)
    if found is None:
        return Match(original=original_id, outline=outline)
    matrix, inliers = found
    return Match(
        original=original_id,
        outline=outline,
        original_outline=g.outline(g.apply_to_edges(g.inverse(matrix), corners)),
        mirrored=g.is_mirrored(matrix),
        angle=g.angle(matrix),
        scale=round(g.scale(matrix), 4),
        inliers=inliers,
    )


def _laid(pixels: Pixels, original: Features, side: int, corners: g.Corners) -> tuple[g.Matrix, int] | None:
    """The map from the whole original to the whole picture on which most places inside the panel agree."""
    height, width = pixels.shape[:2]
    plain = extract(pixels, long_side=QUERY_SIDE, limit=QUERY_LIMIT)
    plain = plain.take(inside(plain.points, corners))
    best: tuple[Placement, bool] | None = None
    search = Search.of([original])
    for flipped in (False, True):
        features = mirrored(plain, width) if flipped else plain
        for vote in search.votes(features, search.nearest(features.descriptors), at_most=1):
            placement = place(features, original, vote, tolerance_of(max(height, width)), side)
            if placement and (best is None or placement.inliers > best[0].inliers):
                best = placement, flipped
    if best is None:
        return None
    placement, flipped = best
    matrix = g.then(placement.matrix, g.mirroring(width)) if flipped else placement.matrix
    return matrix, placement.inliers
