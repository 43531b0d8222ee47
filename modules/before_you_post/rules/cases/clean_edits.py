"""Cases of edits and of pairs, for the rules that speak of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...records import Advertisement, EditCheck, EditFamily, EditPlace, EditState, PairComparison, PanelName, Shown
from .clean import CLEAN, UNEDITED

_BAR = ((100.0, 100.0), (300.0, 100.0), (300.0, 140.0), (100.0, 140.0))


def edited(family: EditFamily, **details: Any) -> dict[str, Any]:
    """A panel in which one family of edits was found, as part of a case: ``but(panel=edited(EditFamily.WARP))``."""
    found = EditCheck(family=family, state=EditState.EDITED, **details)
    return {"edits": tuple(found if one.family is family else one for one in UNEDITED)}


def unsure(family: EditFamily, reason: str) -> dict[str, Any]:
    """A panel of which one family of edits could not be assessed."""
    not_told = EditCheck(family=family, state=EditState.NOT_ASSESSABLE, reason=reason)
    return {"edits": tuple(not_told if one.family is family else one for one in UNEDITED)}


def bar(treated: float | None) -> dict[str, Any]:
    """A panel with a black bar that covers this share of the treated place."""
    place = EditPlace(outline=_BAR, area=8_000.0, treated=treated)
    return edited(EditFamily.MASK, what="black bar", places=(place,))


def note(**changes: Any) -> Advertisement:
    """The practice's own note about the post: a patient is shown, treated here."""
    return replace(Advertisement(post=CLEAN.post.id, shown=Shown.PATIENT, performed_here=True), **changes)


SLIMMER = edited(EditFamily.WARP, what="slimmer", measure=6.2, unit="pixels")
PAIR = PairComparison(
    before=PanelName(published="website/nose-results/before.jpg", panel=1),
    after=PanelName(published=CLEAN.published.id, panel=1),
    same_patient=True,
    same_area=True,
)
TURNED = replace(PAIR, turn=24.0, light=18.0, differs=("pose", "light"))
TWO_PEOPLE = replace(PAIR, same_patient=False)
