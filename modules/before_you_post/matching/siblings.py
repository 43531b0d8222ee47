"""Which of several shots of the same moment: choose by finest detail, and name those that fit about as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from . import geometry as g
from .acceptance import Accepted, accepted
from .candidates import Candidate
from .twins import tell_apart
from .workcopy import WorkCopy

_SIBLING = 0.2  # of the best candidate's agreeing places
_COVER = 0.95  # of the panel
_SWALLOWED = 0.8  # of the smaller panel
_SAME_PLACE = 0.04  # of the original's size


def told_apart(panel: Accepted, candidates: Sequence[Candidate], copy: WorkCopy, taken: NDArray[np.bool_]) -> Accepted:
    """The panel with the shot that fits best, the shots that fit about as well, and the runner-up among the rest."""
    floor = _SIBLING * panel.candidate.inliers
    siblings = {one.entry: one for one in reversed(candidates) if one.inliers >= floor and _covers(panel, one, copy)}
    siblings[panel.candidate.entry] = panel.candidate
    either: tuple[int, ...] = ()
    chosen = panel
    if len(siblings) > 1:
        best, either = tell_apart({entry: copy.likeness(one, panel.corners) for entry, one in siblings.items()})
        better = panel if best == panel.candidate.entry else accepted(siblings[best], copy, taken)
        chosen = better or panel
        either = either if better else (*either, best)
    either = tuple(entry for entry in either if entry != chosen.candidate.entry)
    rest = [one for one in candidates if one.entry not in (chosen.candidate.entry, *either)]
    return replace(chosen, either=either, runner_up=rest[0] if rest else None)


def _covers(panel: Accepted, other: Candidate, copy: WorkCopy) -> bool:
    """Whether another original lies over the whole panel as well: a twin, or the photo of which this is a part."""
    outline = copy.projected(other).astype(np.float32)
    panel_corners = panel.corners.astype(np.float32)
    shared = cv2.intersectConvexConvex(outline, panel_corners)[0]
    return bool(shared >= _COVER * cv2.contourArea(panel_corners))


def swallowed(known: Accepted, later: Accepted) -> bool:
    """Whether a part of the picture that was explained first turns out to be part of a larger, surer panel.

    The quick look does not look for mirrored originals: it may take the mouth of a mirrored photo for that of another.
    """
    part, whole = known.corners.astype(np.float32), later.corners.astype(np.float32)
    shared = cv2.intersectConvexConvex(whole, part)[0]
    return bool(shared >= _SWALLOWED * cv2.contourArea(part)) and known.candidate.inliers < later.candidate.inliers


def same_place(panel: Accepted, other: Candidate, copy: WorkCopy) -> bool:
    """Whether another original is laid like the panel's: each point of the panel is the same spot of both."""
    corners = g.apply(g.inverse(copy.to_work), panel.corners)
    spots = []
    for one in (panel.candidate, other):
        described = copy.index.entries[one.entry].described
        spots.append(g.apply(g.inverse(one.matrix), corners) / (described.width, described.height))
    return bool(np.abs(spots[0] - spots[1]).max() < _SAME_PLACE)
