"""The practice's risk analyses: which was the last by a day, and where photos lie that it must have looked at."""

# mypy: strict-optional

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ...records import Device, DeviceKind, PhotoPlace, RiskAnalysis
from .kit import has_card

_PLACE = {
    DeviceKind.CAMERA: PhotoPlace.CAMERAS,
    DeviceKind.PHONE: PhotoPlace.PHONES,
    DeviceKind.TABLET: PhotoPlace.PHONES,
    DeviceKind.CARD: PhotoPlace.CARDS,
}


def last_analysis(analyses: Iterable[RiskAnalysis] | None, day: date) -> RiskAnalysis | None:
    """The last one that was finished by that day; ``None`` where there is none, or no list.

    Of two of one day the one that looked at most places counts, whatever the order of the rows.
    """
    return max((one for one in analyses or () if one.done_on <= day), key=_standing, default=None)


def _standing(analysis: RiskAnalysis) -> tuple[date, int, int, str]:
    return analysis.done_on, analysis.scope is not None, len(analysis.scope or ()), repr(analysis)


def places_of(devices: Iterable[Device] | None, day: date) -> frozenset[PhotoPlace]:
    """Where photos lie by the practice's own list of devices, in use on that day."""
    places: set[PhotoPlace] = set()
    for one in devices or ():
        if one.retired_on is None or day < one.retired_on:
            places.update({_PLACE[one.kind]} if one.kind in _PLACE else ())
            places.update({PhotoPlace.CARDS} if has_card(one) else ())
    return frozenset(places)
