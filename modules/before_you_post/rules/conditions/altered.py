"""What was done to a published picture, and what of it the article permits.

Never post an altered photo, says the article (S33), with two exceptions: what hides personal information (S34), and
what covers parts of the body that must not be shown (S35). A crop is permitted, and so is a bar, a blur, a sticker or
a text over something else than the result. Where it lies over the treated place itself, nobody can judge the result
any more, and a person decides; so too where that place is not recorded and much of the picture is covered. A picture
that hides something is no anonymous picture for that.
"""

from __future__ import annotations

from ...records import EditCheck, EditFamily, EditState, Outline, Panel
from ..base import Subject
from .governing import set_aside

_ALTERS = frozenset({EditFamily.COLOUR, EditFamily.WHITENING, EditFamily.SMOOTHING, EditFamily.SPOTS, EditFamily.WARP})
_HIDES = frozenset({EditFamily.MASK, EditFamily.OVERLAY})
_MUCH = 0.25  # share of the panel


def has_original(subject: Subject) -> bool:
    """The panel was made from a photo of the library, so that the two can be compared."""
    return subject.panel is not None and bool(subject.panel.originals) and not set_aside(subject.evidence)


def altered(panel: Panel) -> tuple[EditCheck, ...]:
    """Edits that change what the picture shows."""
    return tuple(one for one in panel.edits or () if one.state is EditState.EDITED and one.family in _ALTERS)


def hiding_the_result(panel: Panel) -> tuple[EditCheck, ...]:
    """Permitted edits that cover the treated place, or may: it is not recorded, and much of the picture is covered."""
    return tuple(one for one in panel.edits or () if _hides_the_result(one, panel))


def not_assessable(panel: Panel) -> tuple[EditCheck, ...]:
    """Families of edits of which the comparison could say nothing."""
    return tuple(one for one in panel.edits or () if one.state is EditState.NOT_ASSESSABLE)


def told(edits: tuple[EditCheck, ...]) -> str:
    """Edits in words: "warp (slimmer, 6.2 pixels)"; or why one could not be assessed."""
    return "; ".join(_told(one) for one in edits)


def _told(one: EditCheck) -> str:
    size = f"{one.measure:.3g} {one.unit or ''}".strip() if one.measure is not None else None
    details = [part for part in (one.what, size, one.reason) if part]
    return f"{one.family} ({', '.join(details)})" if details else str(one.family)


def _hides_the_result(one: EditCheck, panel: Panel) -> bool:
    if one.state is not EditState.EDITED or one.family not in _HIDES:
        return False
    if any(place.treated for place in one.places):
        return True
    unknown = [place.area for place in one.places if place.treated is None]
    return not one.places or sum(unknown) >= _MUCH * _area(panel.match.outline) > 0


def _area(outline: Outline) -> float:
    """Square pixels inside an outline (the shoelace formula)."""
    turned = zip(outline, outline[1:] + outline[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in turned)) / 2
