"""How much of a mark that is on file can be seen in a published panel: a tattoo, a birthmark, a scar.

No program here recognises a tattoo. Somebody recorded for the original that it shows one and where; since matching
knows which part of the original a panel shows, the rest is geometry. What was painted over or blurred afterwards is
not noticed, so a mark counts as visible wherever its place is shown.
"""

from __future__ import annotations

import cv2
import numpy as np

from ..records import Mark, Match, Original, Outline, VisibleMark
from . import geometry as g

_SLIVER = 1e-4  # of the mark's place; less is rounding at the border of the panel


def visible_marks(original: Original, match: Match) -> tuple[VisibleMark, ...] | None:
    """The marks of an original with the share of each that the panel shows, in the order in which they are on file.

    None where nobody recorded whether the original shows any. The share is None where the place of the mark is not
    recorded, or where the panel may as well show another original, as its place in that one is not known.
    """
    if original.marks is None:
        return None
    placed = match.original == original.id and len(match.original_outline) == len(match.outline) >= 3
    return tuple(_visible(mark, original, match if placed else None) for mark in original.marks)


def _visible(mark: Mark, original: Original, match: Match | None) -> VisibleMark:
    if mark.box is None or match is None or min(mark.box[2:]) <= 0:
        return VisibleMark(mark=mark, original=original.id, shown=None)
    left, top, width, height = mark.box
    place = g.rectangle(left, top, left + width, top + height)
    panel = np.array(match.original_outline, np.float64)
    size, inside = cv2.intersectConvexConvex(place.astype(np.float32), panel.astype(np.float32))
    shown = min(1.0, float(size) / (width * height))
    if inside is None or shown < _SLIVER:
        return VisibleMark(mark=mark, original=original.id, shown=0.0)
    outline = _published(np.asarray(inside, np.float64).reshape(-1, 2), match)
    return VisibleMark(mark=mark, original=original.id, shown=round(shown, 3), outline=outline)


def _published(corners: g.Corners, match: Match) -> Outline:
    """Corners in the original as they lie in the published photo; three corners of the panel settle the map."""
    there = np.c_[np.array(match.original_outline, np.float64), np.ones(len(match.original_outline))]
    here = np.array(match.outline, np.float64)
    matrix = np.asarray(np.linalg.lstsq(there, here, rcond=None)[0].T, np.float64)
    (left, top), (right, bottom) = here.min(axis=0), here.max(axis=0)
    return g.outline(np.clip(g.apply(matrix, corners), (left, top), (right, bottom)))
