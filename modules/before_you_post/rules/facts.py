"""The facts a rule may need, each with the sentence that says it is not known.

A rule that needs a fact nobody recorded must not pass in silence: it was not checked, and the reader is told which
fact to look for.
"""

# mypy: strict-optional

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..records import Evidence, LookedFor
from .base import OR, Rule, Subject
from .unknown import incidents, papers, photos, posts

FACTS: Mapping[str, str] = {
    **photos.FACTS,
    **papers.FACTS,
    **posts.FACTS,
    **incidents.FACTS,
}


def missing(rule: Rule, subject: Subject) -> str | None:
    """The first need of the rule that is not known, or ``None``.

    A fact about something that is not there is not missing: where a patient has no form, nobody needs to know
    whether the form is signed. The rule that asks for the form itself speaks then.
    """
    for need in rule.needs:
        for path in _paths(need):
            if not _is_missing(subject, path):
                break
        else:
            return need
    return None


def sentence(need: str, subject: Subject) -> str:
    """The missing fact in words, and why it is missing: the file could not be opened, or nobody looked."""
    patient = subject.panel.patient if subject.panel else None
    words = FACTS[need].format(
        form=subject.form.id if subject.form else "",
        patient=patient.code if patient else "",
        about=subject.matter.id if subject.matter else "",
    )
    reason = _reason(need, subject.evidence) if subject.evidence else None
    return f"{words} {reason}" if reason else words


_LOOKED_FOR = {
    "gps": LookedFor.METADATA,
    "metadata": LookedFor.METADATA,
    "cameras": LookedFor.METADATA,
    "embedded": LookedFor.EMBEDDED,
    "faces": LookedFor.FACES,
    "text": LookedFor.TEXT,
    "codes": LookedFor.CODES,
}  # field of PhotoFacts: what a program looks for to fill it


def _reason(need: str, evidence: Evidence) -> str | None:
    """Why no program found this out, where one was asked, as a sentence."""
    problem = evidence.photo.problem
    if problem and (need == "panel" or need.startswith("evidence.photo.")):
        return f"The file could not be opened: {problem.rstrip('.')}."
    what = _LOOKED_FOR.get(need.removeprefix("evidence.photo."))
    reason = next((look.problem for look in evidence.photo.looks if look.what is what and look.problem), None)
    return f"The reason: {reason}." if reason else None


@cache
def _paths(need: str) -> tuple[tuple[str, ...], ...]:
    """The facts of which one is enough, each as the names that lead to it. Asked for every photo and every rule."""
    return tuple(tuple(path.split(".")) for path in need.split(OR))


def _is_missing(subject: Subject, path: tuple[str, ...]) -> bool:
    *parents, last = path
    thing: object = subject
    for name in parents:
        thing = getattr(thing, name)
        if thing is None:
            return False
    return getattr(thing, last) is None
