"""One panel of a photo for the page: whose it is, how that was found, and what was changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ..records import EditCheck, Evidence, Finding, MatchDecision, Original, Panel, PanelName
from ..report import edited, labels, matched
from . import decide, form

Values = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the page knows besides the photo itself: what people said about matches, and the other photos' names."""

    words: tuple[MatchDecision, ...] = ()
    kept_at: datetime | None = None  # when the audit was made; None = after everything that was said
    files: Mapping[str, str] = field(default_factory=dict)  # Published.id to file name


def panel_values(panel: Panel, evidence: Evidence, findings: Sequence[Finding], known: Known) -> Values:
    """The values of one panel."""
    said = matched.said(panel, evidence.photo.sha256, known.words)
    return {
        "number": panel.number,
        "outline": _corners(panel.match.outline),
        "original_outline": _corners(panel.match.original_outline),
        "measure": matched.measure(panel.match),
        "details": [{"name": name, "words": words} for name, words in matched.details(panel)],
        "said": [decide.shown_word(word, known.kept_at) for word in said],
        "elsewhere": [_elsewhere(one, known) for one in panel.same_unknown],
        "elsewhere_words": matched.same_unknown(panel.same_unknown) if panel.same_unknown else "",
        "originals": [_original(original, panel) for original in panel.originals],
        "original": panel.match.original,
        "edits": None if panel.edits is None else [_edit(check) for check in panel.edits],
        "edits_note": edited.NOT_COMPARED if panel.edits is None else "",
        "aligned": bool(panel.originals and len(panel.match.original_outline) >= 3 and panel.match.original),
        "patient": panel.patient.code if panel.patient else None,
        "forms": form.papers(panel, evidence, findings),
        "forms_note": form.note(panel),
    }


def edit_boxes(panel: Panel) -> list[Values]:
    """The places of edits, to be outlined over the photo."""
    return [
        {"outline": _corners(place.outline), "label": check.what or edited.FAMILIES[check.family], "kind": "edit"}
        for check in panel.edits or ()
        for place in check.places
    ]


def _edit(check: EditCheck) -> Values:
    return {
        "family": check.family.value,
        "label": edited.FAMILIES[check.family],
        "state": check.state.value,
        "state_label": edited.STATES[check.state],
        "words": edited.in_words(check),
    }


def _elsewhere(one: PanelName, known: Known) -> Values:
    return {"photo": one.published, "panel": one.panel, "known": one.published in known.files}


def _original(original: Original, panel: Panel) -> Values:
    return {
        "id": original.id,
        "matched": original.id == panel.match.original,
        "words": described(original, patient=False),
    }


def described(original: Original, *, patient: bool) -> str:
    """What is on file about an original, on one line."""
    words = (
        f"patient {original.patient}" if patient and original.patient else None,
        f"{labels.PHOTO_KINDS[original.kind]} photo" if original.kind else "before or after: not recorded",
        original.area,
        original.procedure,
        f"taken {original.taken_on.isoformat()}" if original.taken_on else None,
    )
    return ", ".join(word for word in words if word)


def _corners(outline: tuple[tuple[float, float], ...]) -> list[list[float]]:
    return [list(corner) for corner in outline]
