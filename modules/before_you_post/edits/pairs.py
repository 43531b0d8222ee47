"""Befores and afters that are shown together: which panels they are, and whether the two can be compared.

The law asks that a before and an after be comparable (B&P Code 651(b)(3) in California: the same pose, light and
framing, nothing changed but what was treated) and names no number. So numbers are told with what a careful
photographer keeps to, measured on 54 pairs of the sample practice that were taken again on another day with the same
set-up: turned by at most 5.7 degrees, size 0.95 to 1.09, light within 3.4, colour within 2.7, up to 0.27 of the ground
different, at least 0.92 of the frame in common. The limits lie a little outside of that; a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..matching import geometry as g
from ..photos.opening import Pixels
from ..records import Outline, PairComparison, Panel, PanelName, PhotoKind, TextLine
from .side_by_side import Measures, measure

MOST_TURNED = 8.0  # degrees
MOST_SCALED = 1.12  # times larger or smaller
MOST_LIGHTER = 4.0  # CIE L*
MOST_COLOURED = 5.0  # CIE a*b*
MOST_GROUND = 0.3  # share of the ground
LEAST_COMMON = 0.85  # share of the smaller frame

_LABEL_BESIDE = 0.15  # of a panel's height: labels often stand in a strip above or below the picture
_LABELS = {PhotoKind.BEFORE: re.compile(r"\bbefore\b", re.I), PhotoKind.AFTER: re.compile(r"\bafter\b", re.I)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPanel:
    """A published panel, what is on file about it, and the words read in the photo it is part of."""

    name: PanelName
    panel: Panel
    words: tuple[TextLine, ...] = ()

    @property
    def kind(self) -> PhotoKind | None:
        """Before or after: by the originals it was made from, else by a label in it or beside it; None = unknown."""
        kinds = {original.kind for original in self.panel.originals}
        if len(kinds) == 1 and (found := kinds.pop()) is not None:
            return found
        for reach in (0.0, _LABEL_BESIDE):
            words = self._words_within(reach)
            labels = [kind for kind, label in _LABELS.items() if label.search(words)]
            if labels:
                return labels[0] if len(labels) == 1 else None
        return None

    @property
    def patient(self) -> str | None:
        """Patient.code; None = nobody knows whose photo it is."""
        return self.panel.patient.code if self.panel.patient else _agreed(self, "patient")

    @property
    def area(self) -> str | None:
        """What part of the body the originals show, as recorded."""
        area = _agreed(self, "area")
        return area.strip().casefold() if area else None

    def _words_within(self, reach: float) -> str:
        """Words in the panel, and up to ``reach`` of its height above and below."""
        corners = np.array(self.panel.match.outline, np.float64).reshape(-1, 2)
        if not len(corners):
            return ""
        left, top, right, bottom = g.bounds(corners)
        beyond = reach * (bottom - top)
        middles = [(line.text, *np.mean(line.outline, axis=0)) for line in self.words if line.outline]
        return "\n".join(text for text, x, y in middles if left <= x <= right and top - beyond <= y <= bottom + beyond)


def pairs_in(panels: Sequence[ShownPanel]) -> tuple[tuple[ShownPanel, ShownPanel], ...]:
    """Which panels of one post stand as before and after: (before, after) for every after that has a before.

    Inside one photo any two are seen as a pair, whoever they show: that is how patients get mixed up. Across photos of
    a post, panels of one patient are, and a single before beside a single after. Different parts of the body are none,
    wherever they stand. An after takes the before that fits it best: of the same patient, the same area, the same
    photo, not taken yet, the nearest.
    """
    befores = [shown for shown in panels if shown.kind is PhotoKind.BEFORE]
    afters = [shown for shown in panels if shown.kind is PhotoKind.AFTER]
    alone = len(befores) == len(afters) == 1
    found: list[tuple[ShownPanel, ShownPanel]] = []
    # Who has a before of their own takes it before others are asked.
    for after in sorted(afters, key=lambda one: not any(_same_patient(before, one) for before in befores)):
        fitting = [before for before in befores if _may_be_compared(before, after, alone=alone)]
        taken = {id(before) for before, _ in found}
        if fitting:
            found.append((min(fitting, key=lambda before: _strangeness(before, after, id(before) in taken)), after))
    order = {id(shown): place for place, shown in enumerate(panels)}
    return tuple(sorted(found, key=lambda pair: order[id(pair[1])]))


def compare_pair(
    before: ShownPanel, after: ShownPanel, before_photo: Pixels, after_photo: Pixels, *, faces: bool = True
) -> PairComparison:
    """Compare the two panels; the photos are whole and upright (height x width x 3, uint8), often one and the same.

    ``faces`` False = no program may look for faces in this practice; a head's turn is then not measured.
    About 0.3 s of one core.
    """
    parts = [
        cut_out(photo, shown.panel.match.outline) for photo, shown in ((before_photo, before), (after_photo, after))
    ]
    found = measure(*parts, faces=faces) if all(part.size for part in parts) else _NOWHERE
    return recorded(before, after, found)


_NOWHERE = Measures(problem="the place of a panel in its photo is not known")


def cut_out(photo: Pixels, outline: Outline) -> Pixels:
    """The upright box around a panel; empty where the outline lies outside of the photo or is none."""
    corners = np.array(outline, np.float64).reshape(-1, 2)
    if len(corners) < 3 or not np.isfinite(corners).all():
        return photo[:0, :0]
    left, top, right, bottom = (round(value) for value in g.bounds(np.clip(corners, 0, photo.shape[1::-1])))
    return photo[top:bottom, left:right]


def recorded(before: ShownPanel, after: ShownPanel, found: Measures) -> PairComparison:
    """What is on file about the two, and what was measured (``Measures(problem=…)`` where it could not be)."""
    days = (_agreed(before, "taken_on"), _agreed(after, "taken_on"))
    return PairComparison(
        before=before.name,
        after=after.name,
        same_patient=_same(before.patient, after.patient),
        same_area=_same(before.area, after.area),
        procedure=_agreed(after, "procedure"),
        days_apart=(days[1] - days[0]).days if days[0] and days[1] else None,
        turn=found.turn,
        scale=found.scale,
        light=found.light,
        colour=found.colour,
        background=found.background,
        crop=found.crop,
        differs=differences(found),
        problem=found.problem,
    )


def differences(found: Measures) -> tuple[str, ...]:
    """Which measures lie outside of what a careful photographer keeps; what was not measured is none."""
    outside = {
        "pose": found.turn is not None and found.turn > MOST_TURNED,
        "scale": found.scale is not None and not 1 / MOST_SCALED <= found.scale <= MOST_SCALED,
        "light": found.light is not None and abs(found.light) > MOST_LIGHTER,
        "colour": found.colour is not None and found.colour > MOST_COLOURED,
        "background": found.background is not None and found.background > MOST_GROUND,
        "crop": found.crop is not None and found.crop < LEAST_COMMON,
    }
    return tuple(name for name, lies_outside in outside.items() if lies_outside)


def _agreed(shown: ShownPanel, field: str) -> Any:
    """What all originals of a panel say (burst twins may be two); None where they say nothing or differ."""
    said = {getattr(original, field) for original in shown.panel.originals}
    return said.pop() if len(said) == 1 else None


def _same(one: str | None, other: str | None) -> bool | None:
    return None if one is None or other is None else one == other


def _same_patient(before: ShownPanel, after: ShownPanel) -> bool:
    return _same(before.patient, after.patient) is True


def _may_be_compared(before: ShownPanel, after: ShownPanel, *, alone: bool) -> bool:
    """Whether whoever looks would compare the two: nobody takes a forearm for the after of an abdomen."""
    if _same(before.area, after.area) is False:
        return False
    together = before.name.published == after.name.published
    return alone or together or _same_patient(before, after)


def _strangeness(before: ShownPanel, after: ShownPanel, taken: bool) -> tuple[float, ...]:
    """The smaller, the better a before fits an after."""
    rank = {True: 0, None: 1, False: 2}
    together = before.name.published == after.name.published
    return (
        rank[_same(before.patient, after.patient)],
        rank[_same(before.area, after.area)],
        not together,
        taken,
        _distance(before, after) if together else abs(before.name.panel - after.name.panel),
    )


def _distance(before: ShownPanel, after: ShownPanel) -> float:
    middles = [np.mean(shown.panel.match.outline or ((0.0, 0.0),), axis=0) for shown in (before, after)]
    return float(np.linalg.norm(middles[0] - middles[1]))
