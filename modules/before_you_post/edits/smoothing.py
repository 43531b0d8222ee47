"""Was the skin smoothed, so that pores and fine lines are gone?

Two signs. In a place: fine detail is weaker there than in the rest of the picture, whatever the platform did to all
of it. All over: it is weaker everywhere than the original's after the same compression, and edges are not, for a
filter that smooths skin keeps them. A picture whose edges are as soft was only enlarged from a smaller copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from ..records import EditState
from .alignment import Aligned
from .found import Found, not_assessable
from .published_copy import UNCOMPRESSED, Floats, Mask, blur, grey, recoloured, recompressed

UNIT = "share of the fine detail that is left"
_FINE, _COARSE = 1.0, 2.2  # pixels (sigma): borders of the detail that is looked at, that of pores
_LINE, _FOLD = 3.0, 6.0  # pixels (sigma): the same of fine lines
_AROUND = 7.0  # pixels (sigma) over which detail is measured
_EDGE = 8.0  # grey levels of detail that are an edge and no pore
_SHARP = 5.0  # times the usual detail: an edge proper, also where pores are deep
_GRAIN = 0.04  # grey levels squared that are in every picture
_TELLING = 0.9  # grey levels of detail that a place must have had
_SHARE = 0.12  # of the picture that must have such detail
_PLACE, _PLACE_UNSURE = -0.6, -1.1  # log of energy by which a place differs from the rest
_WHOLE, _WHOLE_UNSURE = -0.35, -0.65  # log of energy by which the whole differs; unsure = compression is not known
_EDGES = 0.55  # of the loss of pores that edges may have lost as well
_LINES = 0.2  # of the loss of pores that fine lines lose at least in a filter; enlarging leaves them
_LEAST = 0.003  # share of the picture that a place must have
_EDGE_PIXELS = 300


@dataclass(frozen=True, slots=True)
class _Detail:
    """Energy of fine detail in the published panel against what it should be."""

    local: Floats  # log of published over expected, height x width
    telling: Mask  # pixels around which the original has pores to lose
    whole: float  # log of published over what compression left of the original, median of telling pixels
    edges: float | None  # the same of edges; None = too few
    lines: float  # the same of detail some times larger, median of telling pixels


def check(pair: Aligned) -> Found:
    """Compare fine detail of the panel with that of the original."""
    detail = _detail(pair)
    share = float(detail.telling.sum() / max(1, pair.judged.sum()))
    if share < _SHARE:
        return not_assessable("the skin shows too little fine detail at this size to tell whether some is missing")
    unsure = pair.copy.quality >= UNCOMPRESSED
    in_place, all_over = (_PLACE_UNSURE, _WHOLE_UNSURE) if unsure else (_PLACE, _WHOLE)
    sensitivity = (
        f"smoothing that takes {_lost(in_place)} % or more of the fine detail from a place, or {_lost(all_over)} % "
        f"or more from the whole, where the original shows any ({share:.0%} of the picture)"
    )
    apart = detail.local - float(np.median(detail.local[detail.telling]))
    heat = np.where(detail.telling, apart / (2 * in_place), 0).clip(0, 1).astype(np.float32)
    if detail.whole < all_over:
        soft = detail.edges is None or detail.edges < _EDGES * detail.whole
        if soft and detail.lines > _LINES * detail.whole:
            return not_assessable("the whole is softer, edges too: it was enlarged from a smaller copy or is blurred")
        return _edited("smoothed all over", detail.whole, sensitivity, heat=np.where(detail.telling, 1, heat))
    places = _large(detail.telling & (apart < in_place), _LEAST * pair.judged.sum())
    if places.any():
        return _edited("smoothed in places", float(np.median(apart[places])), sensitivity, where=places, heat=heat)
    return Found(state=EditState.NONE_FOUND, sensitivity=sensitivity, heat=heat)


def _edited(what: str, loss: float, sensitivity: str, *, heat: Floats, where: Mask | None = None) -> Found:
    return Found(
        state=EditState.EDITED,
        what=what,
        where=where,
        measure=round(float(np.exp(loss / 2)), 2),
        unit=UNIT,
        sensitivity=sensitivity,
        heat=np.asarray(heat, np.float32),
    )


def _lost(energy: float) -> int:
    """Per cent of the detail that is missing at this log of energy."""
    return round(100 * (1 - float(np.exp(energy / 2))))


def _detail(pair: Aligned) -> _Detail:
    plain = recoloured(pair.original, pair.copy.colour)
    compressed = recompressed(plain, pair.copy.quality, (pair.left, pair.top))
    lumas = [grey(picture) for picture in (plain, pair.published, pair.expected, compressed)]
    original, published, expected, saved = (blur(luma, _FINE) - blur(luma, _COARSE) for luma in lumas)
    edge = np.abs(original) >= _EDGE
    pores = cv2.erode((pair.judged & ~edge).astype(np.uint8), np.ones((5, 5), np.uint8)).astype(np.float32)
    weight = blur(pores, _AROUND) + np.float32(1e-3)
    energies = (
        blur(detail * detail * pores, _AROUND) / weight + np.float32(_GRAIN) for detail in (published, expected, saved)
    )
    ours, theirs, kept = energies
    telling = (pores > 0) & (kept > _TELLING**2)
    faded = 2 * np.log(_fading(blur(lumas[1], _AROUND), blur(lumas[2], _AROUND)))
    lost = np.log(ours / kept) - faded
    whole = float(np.median(lost[telling])) if telling.any() else 0.0
    return _Detail(
        np.log(ours / theirs) - faded,
        telling,
        whole,
        _edges(original, published, saved, pair.judged),
        _lines(lumas, telling),
    )


def _fading(published: Floats, expected: Floats) -> Floats:
    """By what factor light or shade laid over a place weakens its detail: a lightened cheek is not yet a smooth one."""
    lighter = (255 - published) / np.maximum(255 - expected, 8)
    darker = published / np.maximum(expected, 8)
    return np.asarray(np.minimum(lighter, darker).clip(0.2, 1.0), np.float32)


def _edges(original: Floats, published: Floats, saved: Floats, judged: Mask) -> float | None:
    """log of energy at edges, published over what compression left; fine detail, height x width; None = too few."""
    strength = np.abs(original)
    usual = 1.48 * float(np.median(strength[judged])) if judged.any() else 0.0
    edge = judged & (strength > max(_EDGE, _SHARP * usual))
    if edge.sum() < _EDGE_PIXELS:
        return None
    return float(np.log((published[edge] ** 2).sum() / (saved[edge] ** 2).sum()))


def _lines(lumas: Sequence[Floats], telling: Mask) -> float:
    """log of energy of fine lines in the published picture over that in the compressed original."""
    if not telling.any():
        return 0.0
    _, published, _, saved = (blur(luma, _LINE) - blur(luma, _FOLD) for luma in lumas)
    ours, theirs = (blur(lines * lines, _AROUND)[telling] + np.float32(_GRAIN) for lines in (published, saved))
    return float(np.median(np.log(ours / theirs)))


def _large(places: Mask, least: float) -> Mask:
    _, parts, found, _ = cv2.connectedComponentsWithStats(places.astype(np.uint8))
    keep = found[:, cv2.CC_STAT_AREA] >= least
    keep[0] = False
    return np.asarray(keep[parts])
