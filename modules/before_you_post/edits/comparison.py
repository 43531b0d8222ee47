"""All families of edits, asked about one published panel and its original, put into the words of the records.

Bars and stickers are looked for first, because what they hide nobody can compare: the other families leave it out.
Spots are looked for last, because a smoothed cheek has lost some too, and one retouch is not told as two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import cv2
import numpy as np

from ..matching import geometry as g
from ..photos.opening import Pixels
from ..records import EditCheck, EditFamily, EditPlace, EditState, Match
from . import colour, crop, mask, overlay, smoothing, spots, warp, whitening
from .alignment import Aligned, CannotAlign, align
from .found import FamilyCheck, Found, not_assessable
from .published_copy import Mask

Box = tuple[float, float, float, float]  # left, top, right, bottom in pixels of the original

CHECKS: Mapping[EditFamily, FamilyCheck] = {
    EditFamily.COLOUR: colour.check,
    EditFamily.WHITENING: whitening.check,
    EditFamily.SMOOTHING: smoothing.check,
    EditFamily.SPOTS: spots.check,
    EditFamily.WARP: warp.check,
    EditFamily.MASK: mask.check,
    EditFamily.OVERLAY: overlay.check,
    EditFamily.CROP: crop.check,
}
_HIDING = (EditFamily.MASK, EditFamily.OVERLAY)
_MOVING = (EditFamily.WHITENING, EditFamily.SMOOTHING, EditFamily.SPOTS, EditFamily.WARP)
_RIM = 6  # pixels around a bar or sticker that are left out with it
_ALIKE = 0.45  # correlation of fine detail; below, it is hardly the same shot
_SMOOTHED_AWAY = "the whole was smoothed, which takes small spots away as well"
_TWINS = "two shots of the same moment fit equally well, and what differs may be the moment"
_ANOTHER_SHOT = "the original does not lie exactly on the panel: it may be another shot of the same moment"


def check_edits(
    published: Pixels, original: Pixels, match: Match, *, treated: Sequence[Box] = ()
) -> tuple[EditCheck, ...]:
    """Say for each family whether the panel that ``match`` describes was edited: always all eight, in their order.

    Pictures are whole and upright, height x width x 3, uint8, at full size. ``treated`` are the treated places of the
    original, where recorded: each place of an edit then says how much of them it covers. Never raises; what cannot be
    compared is "not assessable" with the reason. About 1 s of one core at 1080 pixels.
    """
    try:
        pair = aligned(published, original, match)
    except CannotAlign as problem:
        nothing = not_assessable(problem.reason)
        return tuple(_told(family, nothing, None, treated) for family in CHECKS)
    found = findings(pair)
    if match.either:
        found = {family: _unsure(family, one) for family, one in found.items()}
    return tuple(_told(family, found[family], pair, treated) for family in CHECKS)


def aligned(published: Pixels, original: Pixels, match: Match) -> Aligned:
    """As ``align``, refusing what is no picture and what is hardly the same shot. Raises CannotAlign."""
    if any(picture.ndim != 3 or picture.shape[2] != 3 or not picture.size for picture in (published, original)):
        raise CannotAlign("one of the two is not a picture in colour")
    pair = align(published, original, match)
    if pair.likeness < _ALIKE:
        raise CannotAlign(_ANOTHER_SHOT)
    return pair


def findings(pair: Aligned) -> dict[EditFamily, Found]:
    """The answer of every family about an aligned pair, in their order."""
    found = {family: CHECKS[family](pair) for family in _HIDING}
    bare = _without(pair, [one.where for one in found.values()])
    found[EditFamily.SMOOTHING] = smooth = CHECKS[EditFamily.SMOOTHING](bare)
    rough = _without(bare, [smooth.where])
    for family in CHECKS.keys() - found.keys():
        found[family] = CHECKS[family]({EditFamily.WHITENING: bare, EditFamily.SPOTS: rough}.get(family, pair))
    smoothed_away = smooth.state is EditState.EDITED and smooth.where is None
    if smoothed_away and found[EditFamily.SPOTS].state is EditState.EDITED:
        found[EditFamily.SPOTS] = not_assessable(_SMOOTHED_AWAY)
    return {family: found[family] for family in CHECKS}


def _unsure(family: EditFamily, found: Found) -> Found:
    """Between twins a body moves and a shadow wanders; colour and what lies on the picture do not come of that."""
    return not_assessable(_TWINS) if family in _MOVING and found.state is EditState.EDITED else found


def _without(pair: Aligned, places: Sequence[Mask | None]) -> Aligned:
    covered = [place for place in places if place is not None]
    if not covered:
        return pair
    hidden = np.logical_or.reduce(covered).astype(np.uint8)
    grown = cv2.dilate(hidden, np.ones((2 * _RIM + 1,) * 2, np.uint8)) > 0
    return replace(pair, foreign=pair.foreign | grown)


def _told(family: EditFamily, found: Found, pair: Aligned | None, treated: Sequence[Box]) -> EditCheck:
    edited = found.state is EditState.EDITED
    places = _places(found.where, pair, treated) if edited and pair is not None and found.where is not None else ()
    return EditCheck(
        family=family,
        state=found.state,
        what=found.what if edited else None,
        places=places,
        measure=None if found.measure is None else float(found.measure),
        unit=found.unit if found.measure is not None else None,
        sensitivity=found.sensitivity,
        reason=found.reason,
    )


def _places(where: Mask, pair: Aligned, treated: Sequence[Box]) -> tuple[EditPlace, ...]:
    """Each connected part as a place in the published photo, the largest first."""
    count, parts, sizes, _ = cv2.connectedComponentsWithStats(where.astype(np.uint8))
    boxes = [_drawn(box, pair) for box in treated]
    places = []
    for number in sorted(range(1, count), key=lambda part: -sizes[part, cv2.CC_STAT_AREA]):
        part = parts == number
        covered = [float((part & box).sum() / box.sum()) if box.any() else 0.0 for box in boxes]
        places.append(
            EditPlace(
                outline=g.outline(_outline(part) / pair.shrink + (pair.left, pair.top)),
                area=round(float(sizes[number, cv2.CC_STAT_AREA]) / pair.shrink**2, 1),
                treated=round(max(covered), 3) if covered else None,
            )
        )
    return tuple(places)


def _outline(part: Mask) -> g.Corners:
    """A simple outline around a part, along the edges of pixels."""
    contours, _ = cv2.findContours(part.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    contour = max(contours, key=cv2.contourArea)
    simple = cv2.approxPolyDP(contour, 0.01 * cv2.arcLength(contour, closed=True), closed=True)[:, 0]
    if len(simple) < 3:
        left, top, width, height = cv2.boundingRect(contour)
        return g.rectangle(left, top, left + width, top + height)
    return np.asarray(simple, np.float64) + 0.5


def _drawn(box: Box, pair: Aligned) -> Mask:
    """Pixels of the panel on which a box of the original lies."""
    corners = g.apply_to_edges(pair.matrix, g.rectangle(*box))
    drawn = np.zeros(pair.shape, np.uint8)
    cv2.fillPoly(drawn, [np.rint(np.clip(corners, -1e4, 1e4)).astype(np.int32)], 1)
    return drawn > 0
