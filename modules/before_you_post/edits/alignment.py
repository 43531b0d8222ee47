"""Lay the original exactly over the published panel, so that what still differs is an edit.

A match says where the original lies to about a pixel; a removed spot or a narrowed waist is a matter of a few. So
the map is refined with places tracked in both pictures. It stays one stretch-and-turn (affine) for the whole panel,
as publishing only crops, turns, mirrors and resizes: whatever bends apart from that is left over as ``flow``.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ..matching import geometry as g
from ..photos.opening import Pixels
from ..records import Match
from .foreign import lies_over, margins
from .published_copy import UNCOMPRESSED, Copy, Floats, Mask, blur, grey, jpeg_quality, publish
from .residual_flow import bent, following

SMALLEST = 96  # pixels of a panel's shorter side; less shows nothing but colour
LARGEST = 1600  # pixels of the longer side at which pictures are compared; a larger panel is reduced by a whole number
TEXTURE = 1.6  # grey levels of fine detail; less is a wall or a blur, and proves nothing
_EDGE = 3  # pixels along the border of a panel that are not judged: its place is known to about that
_STRIP = 10  # pixels of a strip beside the picture, from which on it is cut off
_LEAST = 0.2  # share of the box on which the original must lie
_DETAILED = 0.02  # share of the panel with detail, from which on its likeness can be told
_PLACES = 12  # tracked places that must agree before the match's own map is improved on
_PART = 48  # pixels of a part of the panel, where parts are counted
_STRETCHED = 0.9  # worth of a part that only a stretch explains
_MOST_STEP = 0.08  # by which refining may stretch or turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """A published panel and its original laid over it, pixel on pixel.

    All arrays have the height and width of the upright box around the panel, at the published resolution (reduced
    where the panel's longer side is above LARGEST; ``shrink`` says so). Colours are sRGB, 0 to 255, red-green-blue.
    """

    published: Floats  # height x width x 3
    original: Floats  # height x width x 3: laid over the panel, nothing else done to it
    expected: Floats  # height x width x 3: as honest publishing would show it (size, sharpness, colour, compression)
    copy: Copy  # what publishing did: quality of the file, sharpening, colour
    inside: Mask  # pixels of the panel on which the original lies
    foreign: Mask  # pixels on which something else lies: bar, sticker, lettering; a first look, generous at its edges
    flow: Floats  # height x width x 2: pixels by which the published picture is bent away (x, y) from the original
    texture: Floats  # height x width: grey levels of fine detail of ``expected`` around each pixel
    textured: float  # share of ``inside`` with detail enough to compare, 0 to 1
    likeness: float  # median correlation of fine detail, -1 to 1; 1.0 where there is none to tell by
    inliers: int  # tracked places that agree with the refined map
    matrix: NDArray[np.float64]  # 2 x 3: original pixels to pixels of these arrays
    scale: float  # pixels of these arrays per pixel of the original
    left: int  # of these arrays in the published photo, in its pixels
    top: int
    shrink: float  # pixels of these arrays per pixel of the published photo: 1.0, or 0.5, ...
    original_size: tuple[int, int]  # width and height in pixels

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width."""
        return self.published.shape[0], self.published.shape[1]

    @property
    def judged(self) -> Mask:
        """Pixels that can be compared: the original lies on them, and nothing lies on the original."""
        return self.inside & ~self.foreign


class CannotAlign(Exception):  # noqa: N818 (it says what is the matter, and nobody made an error)
    """The pair cannot be compared; ``reason`` says why, in words for a reviewer."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def align(published: Pixels, original: Pixels, match: Match) -> Aligned:
    """Lay an original over the panel that a match describes. About 0.6 s of one core at 1080 pixels.

    Pictures are height x width x 3, uint8, whole and upright, as ``photos.opening`` opens them. Raises CannotAlign.
    """
    quality = jpeg_quality(published)
    corners = np.array(match.outline, np.float64).reshape(-1, 2)
    pair = _aligned(_Sheet.of(published, corners), original, _matched(match), quality)
    strips = [count if count > _STRIP else 0 for count in margins(pair.foreign | ~pair.inside)]
    if any(strips):
        left, top, right, bottom = np.array(strips) / pair.shrink
        inner = g.bounds(corners) + np.array([left, top, -right, -bottom])
        corners = np.clip(corners, inner[:2], inner[2:])
        pair = _aligned(_Sheet.of(published, corners), original, _matched(match), quality)
    return pair


def _placed(sheet: _Sheet, original: Pixels, matrix: g.Matrix) -> tuple[Floats, Mask, g.Matrix, int]:
    """The original laid over the sheet, where it lies, its refined map, and how many places agree with that."""
    matrix = g.then(matrix, sheet.from_photo)
    reduced, to_reduced = _reduced(original, matrix, sheet.shape)
    start = g.then(g.inverse(to_reduced), matrix)
    refined, inliers = _refined(grey(reduced), grey(sheet.panel), start, sheet.outline)
    laid, inside = _laid(reduced, refined, sheet.outline)
    if inside.mean() < _LEAST:
        raise CannotAlign("the original covers too little of the panel")
    return laid, inside, g.then(to_reduced, refined), inliers


def _aligned(sheet: _Sheet, original: Pixels, matrix: g.Matrix, quality: int) -> Aligned:
    """The original laid over what is on the sheet; ``matrix`` leads from the original to the published photo."""
    laid, inside, to_panel, inliers = _placed(sheet, original, matrix)
    ours = grey(sheet.panel)
    quality = quality if sheet.shrink == 1 else UNCOMPRESSED
    phase = (sheet.left, sheet.top)
    rough, _ = publish(laid, sheet.panel, inside, quality=quality, phase=phase)
    foreign = lies_over(sheet.panel, rough, inside) & inside
    judged = inside & ~foreign
    if not judged.any():
        raise CannotAlign("something lies over all of the panel, or the original is another picture")
    flow = bent(grey(rough), ours, judged)
    expected, copy = publish(following(laid, flow), sheet.panel, judged, quality=quality, phase=phase)
    texture = np.sqrt(_energy(grey(expected)))
    telling = judged & (texture > TEXTURE)
    return Aligned(
        published=sheet.panel,
        original=laid,
        expected=expected,
        copy=copy,
        inside=inside,
        foreign=foreign,
        flow=flow,
        texture=texture,
        textured=float(telling.sum() / max(1, judged.sum())),
        likeness=_likeness(grey(following(laid, flow)), ours, judged),
        inliers=inliers,
        matrix=to_panel,
        scale=g.scale(to_panel),
        left=sheet.left,
        top=sheet.top,
        shrink=sheet.shrink,
        original_size=(original.shape[1], original.shape[0]),
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The upright box around the panel, cut out of the published photo."""

    panel: Floats
    outline: Mask  # pixels inside the panel
    from_photo: g.Matrix
    left: int
    top: int
    shrink: float

    @property
    def shape(self) -> tuple[int, int]:
        return self.panel.shape[0], self.panel.shape[1]

    @classmethod
    def of(cls, published: Pixels, corners: g.Corners) -> _Sheet:
        if len(corners) < 3 or not np.isfinite(corners).all():
            raise CannotAlign("the place of the panel is not known")
        corners = np.clip(corners, 0, [published.shape[1], published.shape[0]])
        left, top, right, bottom = (round(value) for value in g.bounds(corners))
        width, height = right - left, bottom - top
        if min(width, height) < SMALLEST:
            raise CannotAlign(f"the panel has fewer than {SMALLEST} pixels on its shorter side")
        parts = -(-max(width, height) // LARGEST)
        size = (width // parts, height // parts)
        panel = published[top:bottom, left:right]
        if parts > 1:
            panel = np.asarray(cv2.resize(panel, size, interpolation=cv2.INTER_AREA), np.uint8)
        from_photo = g.then(np.array([[1.0, 0, -left], [0, 1.0, -top]]), g.resizing(width, height, *size))
        outline = np.zeros(panel.shape[:2], np.uint8)
        cv2.fillPoly(outline, [np.rint(g.apply_to_edges(from_photo, corners)).astype(np.int32)], 1)
        edge = np.ones((2 * _EDGE + 1,) * 2, np.uint8)
        outline = np.asarray(cv2.erode(outline, edge, borderType=cv2.BORDER_CONSTANT, borderValue=0), np.uint8)
        return cls(panel.astype(np.float32), outline > 0, from_photo, left, top, size[0] / width)


def _matched(match: Match) -> g.Matrix:
    """The map that the corners of a match tell, original pixels to published pixels."""
    here, there = (np.array(corners, np.float64).reshape(-1, 2) for corners in (match.outline, match.original_outline))
    if len(there) < 3 or len(here) != len(there) or not np.isfinite(there).all():
        raise CannotAlign("the place of the panel in the original is not known")
    known = np.c_[there - 0.5, np.ones(len(there))]  # corners lie on the edges of pixels, maps lead between centres
    solved, _, rank, _ = np.linalg.lstsq(known, here - 0.5, rcond=None)
    matrix = np.asarray(solved.T, np.float64)
    if rank < 3 or not 0.005 < g.scale(matrix) < 20:
        raise CannotAlign("the place of the panel in the original is not known")
    return matrix


def _reduced(original: Pixels, matrix: g.Matrix, shape: tuple[int, int]) -> tuple[Floats, g.Matrix]:
    """The part of the original that is shown, reduced to about the panel's size, and the map from the original to it.

    Reduced by averaging, as shrinking in one step of a warp would skip pixels and invent detail.
    """
    high, wide = original.shape[:2]
    left, top, right, bottom = g.bounds(g.apply_to_edges(g.inverse(matrix), g.whole(shape[1], shape[0])))
    margin = 16 / min(1.0, g.scale(matrix))
    left, top = (int(max(0, value - margin)) for value in (left, top))
    right, bottom = int(min(wide, right + margin + 1)), int(min(high, bottom + margin + 1))
    if right - left < 8 or bottom - top < 8:
        raise CannotAlign("the original covers too little of the panel")
    part = original[top:bottom, left:right]
    cut = np.array([[1.0, 0, -left], [0, 1.0, -top]])
    shrink = g.scale(matrix)
    if shrink >= 1:
        return part.astype(np.float32), cut
    size = (max(8, round(part.shape[1] * shrink)), max(8, round(part.shape[0] * shrink)))
    reduced = cv2.resize(part.astype(np.float32), size, interpolation=cv2.INTER_AREA)
    return np.asarray(reduced, np.float32), g.then(cut, g.resizing(part.shape[1], part.shape[0], *size))


def _laid(picture: Floats, matrix: g.Matrix, outline: Mask) -> tuple[Floats, Mask]:
    size = (outline.shape[1], outline.shape[0])
    laid = cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_LANCZOS4, borderMode=cv2.BORDER_REPLICATE)
    there = cv2.warpAffine(np.ones(picture.shape[:2], np.float32), matrix, size, flags=cv2.INTER_LINEAR)
    edge = np.ones((2 * _EDGE + 1,) * 2, np.uint8)
    covered = cv2.erode((there > 0.99).astype(np.uint8), edge, borderType=cv2.BORDER_CONSTANT, borderValue=1) > 0
    return np.asarray(laid.clip(0, 255), dtype=np.float32), covered & outline


def _detail(luma: Floats) -> NDArray[np.uint8]:
    """Fine detail on middle grey: light and filters do not lead the search astray."""
    return np.asarray((128 + 4 * (blur(luma, 0.8) - blur(luma, 8.0))).clip(0, 255), dtype=np.uint8)


def _refined(original: Floats, published: Floats, matrix: g.Matrix, outline: Mask) -> tuple[g.Matrix, int]:
    """The map that tracked places agree with in most parts of the panel, and how many; else the map as it was."""
    target = _detail(published)
    size = (outline.shape[1], outline.shape[0])
    inliers = 0
    for slack in (2.0, 0.7):
        laid = cv2.warpAffine(original, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        here, there = _tracked(_detail(np.asarray(laid, np.float32)), target, outline)
        if len(here) < _PLACES:
            break
        step, agreeing = max((_step(way, here, there, slack) for way in (True, False)), key=lambda s: s[2])[:2]
        if agreeing < _PLACES or np.abs(step[:, :2] - np.eye(2)).max() > _MOST_STEP:
            break
        matrix, inliers = g.then(matrix, step), agreeing
    return matrix, inliers


def _step(stretching: bool, here: Floats, there: Floats, slack: float) -> tuple[g.Matrix, int, float]:
    """A small map that places agree with, how many do, and in how many parts of the panel.

    A waist drawn in is a stretch of the body that its many places agree on; the walls beside it tell otherwise.
    So parts count and not places, and a stretch must explain clearly more of them than a mere turn and change of size.
    """
    estimate = cv2.estimateAffine2D if stretching else cv2.estimateAffinePartial2D
    step, agreeing = estimate(
        here, there, method=cv2.RANSAC, ransacReprojThreshold=slack, maxIters=2000, confidence=0.999
    )
    if step is None:
        return np.eye(2, 3), 0, 0.0
    places = here[agreeing[:, 0] > 0]
    parts = len(np.unique((places // _PART).astype(int), axis=0)) * (_STRETCHED if stretching else 1.0)
    return np.asarray(step, np.float64), len(places), parts


def _tracked(laid: NDArray[np.uint8], target: NDArray[np.uint8], outline: Mask) -> tuple[Floats, Floats]:
    """Places with detail, and where they are found in the published panel: there and back again, n x 2 each."""
    spots = cv2.goodFeaturesToTrack(laid, 900, 0.01, 10, mask=outline.astype(np.uint8), blockSize=7)
    if spots is None:
        return np.zeros((0, 2), np.float32), np.zeros((0, 2), np.float32)
    found, ok, _ = cv2.calcOpticalFlowPyrLK(laid, target, spots, np.zeros_like(spots), winSize=(21, 21), maxLevel=3)
    back, _, _ = cv2.calcOpticalFlowPyrLK(target, laid, found, np.zeros_like(spots), winSize=(21, 21), maxLevel=3)
    good = (ok[:, 0] > 0) & (np.linalg.norm((back - spots)[:, 0], axis=1) < 0.5)
    return spots[good, 0], found[good, 0]


def _fine(luma: Floats) -> Floats:
    return blur(luma, 0.8) - blur(luma, 5.0)


def _energy(luma: Floats) -> Floats:
    """Energy of fine detail around each pixel, in squared grey levels."""
    detail = _fine(luma)
    return blur(detail * detail, 4.0)


def _likeness(original: Floats, published: Floats, judged: Mask) -> float:
    """Median correlation of fine detail where the original has any; 1.0 where it has none.

    Asked of the original as it is: where two pictures share nothing, publishing is thought to have flattened it.
    """
    energy = _energy(original)
    there = judged & (energy > TEXTURE**2)
    if there.sum() <= _DETAILED * judged.sum():
        return 1.0
    alike = blur(_fine(original) * _fine(published), 4.0) / np.sqrt(energy * _energy(published) + 1e-2)
    return float(np.median(alike[there]))
