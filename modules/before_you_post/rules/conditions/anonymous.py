"""Could this picture only be public because it tells nobody who is in it?

There are two ways to publish a patient's picture: with an authorization, or as one that identifies nobody (45 CFR
164.514). Where an authorization speaks for a panel, what the panel shows of the person is what the patient agreed to,
and the rules about the form have the say. Where none does, everything by which the person could be recognised counts.
"""

# mypy: strict-optional

from __future__ import annotations

from datetime import date

from ...records import AnonymousPhoto, AnonymousRoute, Face, Outline, Panel
from ..base import Subject
from .printed import is_authorization


def must_be_anonymous(subject: Subject) -> bool:
    """No authorization is on file for the panel on that day, or nobody knows whose it is or what it shows.

    A form with a fault is not asked about here: its own rule says what is wrong, and a face would add nothing.
    """
    panel = subject.panel
    if panel is None or panel.patient is None or panel.authorizations is None:
        return True
    if subject.day is None:
        return not panel.authorizations
    return subject.form is None or not is_authorization(subject.form)


def decided_anonymous(subject: Subject) -> AnonymousPhoto | None:
    """The practice's own decision, on one of the two ways the law knows, that this panel tells nobody who is in it."""
    evidence, panel = subject.evidence, subject.panel
    if evidence is None or panel is None or subject.day is None:
        return None
    names = (evidence.published.id, panel.match.original)
    mine = (one for one in evidence.anonymous if one.photo in names)
    return next((one for one in mine if _is_whole(one, subject.day)), None)


def faces_in(panel: Panel | None, faces: tuple[Face, ...]) -> tuple[Face, ...]:
    """The faces whose middle lies in the panel; all of them where the photo was not divided into panels."""
    return tuple(face for face in faces if panel is None or _holds(panel.match.outline, _middle(face.outline)))


def _middle(outline: Outline) -> tuple[float, float]:
    left, top, right, bottom = _around(outline)
    return (left + right) / 2, (top + bottom) / 2


def _is_whole(decision: AnonymousPhoto, day: date) -> bool:
    if not decision.decided_by or decision.decided_on is None or decision.decided_on > day:
        return False
    if decision.route == AnonymousRoute.EXPERT:
        return decision.document is not None
    return decision.route == AnonymousRoute.LIST and decision.known_to is False


def _holds(outline: Outline, point: tuple[float, float]) -> bool:
    left, top, right, bottom = _around(outline)
    return left <= point[0] <= right and top <= point[1] <= bottom


def _around(outline: Outline) -> tuple[float, float, float, float]:
    across, down = [x for x, _ in outline], [y for _, y in outline]
    return min(across), min(down), max(across), max(down)
