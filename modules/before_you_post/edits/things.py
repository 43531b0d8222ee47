"""What lies over a published picture, thing by thing: a bar that hides, or lettering and stickers that adorn.

``foreign`` says on which pixels something lies. Here its pieces are put together (letters to words) and told apart:
one even colour in a closed shape hides what is under it, anything else shows something of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np

from .alignment import Aligned
from .published_copy import Mask, blur, grey

_JOINED = 13  # pixels by which pieces may lie apart and still be one thing: letters of a word
_SHARPLY_APART = 14.0  # grey levels between the published pixel and the expected one, where the thing itself lies
_EVEN, _ALIKE = 0.96, 14.0  # share of a bar's pixels within so many grey levels of its own colour
_RIM = 3  # pixels along the edge of a bar that compression blends with its surroundings
_NARROW = 8  # pixels of a bar's shorter side; less is a line
_CLOSED = 0.93  # share of its hull that a patch fills
_FULL = 0.8  # share of its hull that a sticker fills, and lettering does not
_LEAST = 24  # pixels of a thing
_STANDS_OUT = 32.0  # grey levels by which a thing differs on average; edges that compression missed come to 24
_MOVED = 2.0  # pixels: an outline that was moved (a warp) leaves new edges, too
_AFAR, _MEAN_KEPT = 12.0, 0.2  # pixels (sigma); share of the change still seen from afar (squares 0.05, letters 0.42)
_DETAIL_KEPT = 0.7  # correlation of detail from which on it is the same picture
_DARK, _LIGHT = 60.0, 200.0  # grey levels


class Kind(StrEnum):
    """What a thing is, as a reviewer would call it."""

    BAR = "bar"
    PATCH = "patch"
    COARSE = "blur or squares"
    LETTERING = "lettering or drawing"
    STICKER = "sticker or picture"

    @property
    def hides(self) -> bool:
        """Whether it is a mask; the others are overlays."""
        return self in (Kind.BAR, Kind.PATCH, Kind.COARSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing that lies over the picture."""

    kind: Kind
    where: Mask  # height x width of the panel
    colour: str | None = None  # of a bar or patch: "black", "white", "coloured"

    @property
    def words(self) -> str:
        """What it is, in a word or two: "black bar"."""
        return f"{self.colour} {self.kind}" if self.colour else str(self.kind)


def things(pair: Aligned) -> tuple[Thing, ...]:
    """Everything that lies over the panel, largest first."""
    if not pair.foreign.any():
        return ()
    joined = cv2.dilate(pair.foreign.astype(np.uint8), np.ones((_JOINED, _JOINED), np.uint8))
    _, groups, boxes, _ = cv2.connectedComponentsWithStats(joined)
    apart = np.abs(blur(pair.published - pair.expected, 0.6)).max(axis=2)
    sharp = pair.foreign & (apart > _SHARPLY_APART)
    moved = np.hypot(pair.flow[..., 0], pair.flow[..., 1])
    found = []
    for number in np.argsort(-boxes[1:, cv2.CC_STAT_AREA], kind="stable") + 1:
        piece = sharp & (groups == number)
        if piece.sum() >= _LEAST and apart[piece].mean() >= _STANDS_OUT and np.median(moved[piece]) <= _MOVED:
            found.append(_thing(pair, piece))
    return tuple(thing for thing in found if thing)


def _thing(pair: Aligned, piece: Mask) -> Thing | None:
    """What a piece is; None for the shadow of an edge that is there in both pictures."""
    solid = _of_one_colour(pair, piece)
    corners = np.argwhere(solid)[:, ::-1].astype(np.int32)
    bar = _drawn(cv2.boxPoints(cv2.minAreaRect(corners)), piece)
    if _is_even(pair, bar, piece):
        return Thing(kind=Kind.BAR, where=bar, colour=_colour(pair, bar))
    hull = _drawn(cv2.convexHull(corners)[:, 0], piece)
    if solid.sum() >= _CLOSED * hull.sum() and _is_even(pair, hull, piece):
        return Thing(kind=Kind.PATCH, where=hull, colour=_colour(pair, hull))
    whole = _drawn(cv2.convexHull(np.argwhere(piece)[:, ::-1].astype(np.int32))[:, 0], piece)
    if _mean_is_kept(pair, whole):
        return Thing(kind=Kind.COARSE, where=whole) if _detail_is_gone(pair, whole) else None
    return Thing(kind=Kind.STICKER if piece.sum() >= _FULL * whole.sum() else Kind.LETTERING, where=piece)


def _mean_is_kept(pair: Aligned, area: Mask) -> bool:
    """Whether the area shows what the original does, seen from afar: squares keep the mean, lettering adds to it."""
    change = pair.published - pair.expected
    from_afar = np.abs(blur(change, _AFAR)[area]).mean()
    return bool(from_afar < _MEAN_KEPT * np.abs(change[area]).mean())


def _detail_is_gone(pair: Aligned, area: Mask) -> bool:
    ours, theirs = ((blur(luma, 2.0) - blur(luma, 6.0))[area] for luma in (grey(pair.published), grey(pair.expected)))
    return float((ours * theirs).sum()) < _DETAIL_KEPT * float(np.sqrt((ours**2).sum() * (theirs**2).sum()))


def _of_one_colour(pair: Aligned, piece: Mask) -> Mask:
    """The part of a thing that has its main colour, without the rim that compression blends; or all of it."""
    main = np.median(pair.published[piece], axis=0)
    alike = piece & (np.abs(pair.published - main).max(axis=2) < _ALIKE)
    solid = cv2.morphologyEx(alike.astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)) > 0
    return np.asarray(solid if solid.sum() > piece.sum() / 2 else piece)


def _drawn(corners: np.ndarray[tuple[int, ...], np.dtype[np.floating | np.integer]], like: Mask) -> Mask:
    area = np.zeros(like.shape, np.uint8)
    cv2.fillPoly(area, [np.rint(corners).astype(np.int32)], 1)
    return area > 0


def _is_even(pair: Aligned, area: Mask, piece: Mask) -> bool:
    """Whether one colour fills the area, where the original shows something else."""
    core = cv2.erode(area.astype(np.uint8), np.ones((2 * _RIM + 1,) * 2, np.uint8), borderValue=0) > 0
    core &= pair.inside
    width = 2 * float(cv2.distanceTransform(area.astype(np.uint8), cv2.DIST_L2, 3).max())
    if width < _NARROW or not core.any() or piece[core].mean() < 0.5:
        return False
    colours = pair.published[core]
    return float((np.abs(colours - np.median(colours, axis=0)).max(axis=1) < _ALIKE).mean()) >= _EVEN


def _colour(pair: Aligned, area: Mask) -> str:
    colour = np.median(pair.published[area], axis=0)
    if colour.max() < _DARK:
        return "black"
    return "white" if colour.min() > _LIGHT else "coloured"
