"""One panel of a published photo, and a before beside its after, as the JSON document has them."""

from __future__ import annotations

from typing import Any

from ..records import EditCheck, Match, PairComparison, Panel, PanelName, VisibleMark
from .picture import rounded

Fields = dict[str, Any]


def panel_fields(panel: Panel) -> Fields:
    """Return everything about one panel, field by field."""
    forms = panel.authorizations
    return {
        "number": panel.number,
        "patient": panel.patient.code if panel.patient else None,
        "originals": [original.id for original in panel.originals],
        "authorizations": None if forms is None else [form.id for form in forms],
        "match": _match(panel.match),
        "marks": None if panel.marks is None else [_mark(mark) for mark in panel.marks],
        "edits": None if panel.edits is None else [_edit(check) for check in panel.edits],
        "same_unknown": [_name(one) for one in panel.same_unknown],
    }


def pair_fields(pair: PairComparison) -> Fields:
    """Return how a before and an after compare, field by field."""
    numbers = ("turn", "scale", "light", "colour", "background", "crop")
    return {
        "before": _name(pair.before),
        "after": _name(pair.after),
        "same_patient": pair.same_patient,
        "same_area": pair.same_area,
        "procedure": pair.procedure,
        "days_apart": pair.days_apart,
        **{name: _rounded(getattr(pair, name)) for name in numbers},
        "differs": list(pair.differs),
        "problem": pair.problem,
    }


def _edit(check: EditCheck) -> Fields:
    return {
        "family": check.family.value,
        "state": check.state.value,
        "what": check.what,
        "places": [
            {"outline": rounded(place.outline), "area": round(place.area, 1), "treated": _rounded(place.treated)}
            for place in check.places
        ],
        "measure": _rounded(check.measure),
        "unit": check.unit,
        "sensitivity": check.sensitivity,
        "reason": check.reason,
    }


def _name(one: PanelName) -> Fields:
    return {"photo": one.published, "panel": one.panel}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _mark(visible: VisibleMark) -> Fields:
    return {
        "kind": visible.mark.kind.value,
        "treated": visible.mark.treated,
        "original": visible.original,
        "shown": None if visible.shown is None else round(visible.shown, 3),
        "outline": rounded(visible.outline),
    }


def _match(match: Match) -> Fields:
    return {
        "original": match.original,
        "outline": rounded(match.outline),
        "original_outline": rounded(match.original_outline),
        "mirrored": match.mirrored,
        "angle": round(match.angle, 1),
        "scale": round(match.scale, 3),
        "inliers": match.inliers,
        "distance": match.distance,
        "either": list(match.either),
        "runner_up": match.runner_up,
        "runner_up_inliers": match.runner_up_inliers,
        "decided_by_a_person": match.decided_by is not None,
    }
