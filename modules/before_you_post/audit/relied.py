"""Until when each form was relied on: the last day on which a photo was up for which it speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ..records import Evidence, Matter
from ..rules.conditions.governing import governing


def with_reliance(matters: Sequence[Matter], evidence: Iterable[Evidence]) -> tuple[Matter, ...]:
    """The matters, each form with the last day it was relied on; ``None`` for a form that no photo ever needed."""
    until = relied_on_until(evidence)
    return tuple(one if one.form is None else replace(one, relied_on_until=until.get(one.form.id)) for one in matters)


def relied_on_until(evidence: Iterable[Evidence]) -> dict[str, date]:
    """The last day a photo was up under each form, by Authorization.id: today, where it still is."""
    until: dict[str, date] = {}
    for one in evidence:
        removed = one.post.removed_on
        last = removed if removed is not None and removed <= one.today else one.today
        for panel in one.panels or ():
            for day in (one.post.published_on, last):
                form = governing(panel, one, day)
                if form is not None and day is not None:
                    until[form.id] = max(day, until.get(form.id, day))
    return until
