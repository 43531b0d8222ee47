"""Is a candidate really in the published picture? The decision, with every number it rests on.

A wrong patient is the worst error there is. So keypoints only propose an original; it is accepted when, laid over
the picture patch by patch, enough of the fine detail is the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from . import geometry as g
from .agreement import Agreement, Cells, aligned, best_box, compare
from .borders import panel_corners
from .candidates import Candidate
from .workcopy import WorkCopy

# Of the patches with detail, the share that must be the same: the fewer places agree, the more of it.
_SHARE = 0.75
_FEW, _SHARE_FEW = 16, 0.82  # agreeing places, and the share it then takes; none: only the fingerprint speaks for it
_MANY, _SHARE_MANY = 60, 0.4  # agreeing places, and the share that then suffices: a watermark all over hides the rest
# A watermark all over a photo leaves few places and hides patches. Where the fingerprint of the whole picture names the
# same original, laid over the same whole, that is a second witness. Measured on seed 7: watermarked copies 0.70 and
# more; of the photos that both took for another, one, 0.62.
_SHARE_BOTH = 0.68
_PATCHES = 5  # with detail; fewer prove nothing
LEAST_AREA = 0.02  # of the picture
_SCRAP, _MANY_IN_A_SCRAP = 0.06, 16  # of the picture, and the agreeing places it takes: two mouths can be alike
# A settled photo is a copy of the whole original: everything is covered, and nearly nothing says otherwise.
_SETTLED_SHARE, _SETTLED_COVER, _SETTLED_AGAINST = 0.9, 0.96, 0.03
_SLIVER = 0.02  # of the longer side, by which an original over the whole picture may be off
_ALIGN_SIDE = 240  # pixels
_AGAINST = -0.2  # worth of a patch that speaks against the original


@dataclass(frozen=True, slots=True)
class Accepted:
    """A candidate that was accepted, and the part of the picture it explains."""

    candidate: Candidate
    agreement: Agreement
    cells: Cells
    corners: g.Corners  # pixels of the work copy
    either: tuple[int, ...] = ()  # entries that fit about as well
    runner_up: Candidate | None = None


def accepted(candidate: Candidate, copy: WorkCopy, taken: NDArray[np.bool_], *, alike: bool = False) -> Accepted | None:
    """The part of the picture that a candidate explains, outside the patches already taken; None when the patches do
    not bear it out. ``alike``: the fingerprint of the whole picture is that of this original, too."""
    laid = copy.laid(candidate, copy.to_work)
    if laid is None:
        return None
    agreement = compare(copy.grey, *laid)
    both = alike and candidate.inliers > 0 and _covers_all(candidate, copy)
    cells = borne_out(agreement, taken, candidate.inliers, both=both)
    return None if cells is None else Accepted(candidate, agreement, cells, panel_of(candidate, copy, cells))


def _covers_all(candidate: Candidate, copy: WorkCopy) -> bool:
    """Whether the original, laid into the picture, is the whole of it but for a sliver."""
    height, width = copy.grey.shape
    apart = np.abs(np.subtract(g.bounds(copy.projected(candidate)), (0, 0, width, height)))
    return bool(apart.max() <= _SLIVER * max(width, height))


def borne_out(agreement: Agreement, taken: NDArray[np.bool_], inliers: int, *, both: bool = False) -> Cells | None:
    """The box of patches in which an original is really there, given how many places agreed; None = it is not.

    ``both``: places and fingerprint name the same original, laid over the whole picture.
    """
    worth = np.where(taken, np.float32(-2), agreement.worth)
    left, top, right, bottom = cells = best_box(worth)
    patches = int(agreement.same[top:bottom, left:right].sum())
    needed = _SHARE_MANY if inliers >= _MANY else _SHARE_FEW if inliers < _FEW else _SHARE
    needed = min(needed, _SHARE_BOTH) if both else needed
    if patches < _PATCHES or agreement.share(cells) < needed:
        return None
    area = (right - left) * (bottom - top) / worth.size
    if area < LEAST_AREA or (area < _SCRAP and inliers < _MANY_IN_A_SCRAP):
        return None
    return cells


def panel_of(candidate: Candidate, copy: WorkCopy, cells: Cells) -> g.Corners:
    """The corners (work copy) of the panel in which a candidate lies, from the box of patches that agree."""
    return panel_corners(copy.grey, cells, copy.projected(candidate), g.then(candidate.matrix, copy.to_work))


def settled(candidate: Candidate, copy: WorkCopy) -> Accepted | None:
    """The whole picture as a plain copy of the candidate, with nothing left over; None when it is any less than that.

    ``candidate.matrix`` lays the whole original over the whole picture; it is improved on first, because a few pixels
    are often cut off on the way to the public.
    """
    laid = copy.laid(candidate, copy.to_work)
    if laid is None:
        return None
    original, rough = laid
    matrix = aligned(copy.grey, original, rough, _ALIGN_SIDE)
    agreement = compare(copy.grey, original, matrix)
    rows, columns = agreement.worth.shape
    cells = (0, 0, columns, rows)
    if int(agreement.same.sum()) < _PATCHES or agreement.share(cells) < _SETTLED_SHARE:
        return None
    if agreement.covered.mean() < _SETTLED_COVER or (agreement.worth < _AGAINST).mean() > _SETTLED_AGAINST:
        return None
    moved = g.then(g.then(candidate.matrix, copy.to_work), g.then(g.inverse(rough), matrix))
    better = replace(candidate, matrix=g.then(moved, g.inverse(copy.to_work)))
    return Accepted(better, agreement, cells, panel_of(better, copy, cells))
