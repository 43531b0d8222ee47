"""Patients' requests, and whether each was answered in the time the law gives.

A request may be extended once, by a letter to the patient within the first term. A late answer is told for as long as
its papers are kept, because it cannot be mended.
"""

# mypy: strict-optional

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ...law.clocks import after
from ...records import Papers, PatientRequest, RequestKind
from .spans import years_after

YEARS_KEPT = 6  # 45 CFR 164.530(j)(2)


def asked_for(papers: Papers, kind: RequestKind, day: date) -> tuple[PatientRequest, ...]:
    """The requests of one kind that came in by that day, in the years of which papers are kept."""
    return tuple(
        one
        for one in papers.requests or ()
        if one.kind is kind
        and (one.received_on is None or one.received_on <= day <= years_after(one.received_on, YEARS_KEPT))
    )


def last_day(request: PatientRequest, days: int, more: int) -> date | None:
    """The last day to answer: so many days after it came in, and ``more`` where the patient was told in time."""
    if request.received_on is None:
        return None
    first = after(request.received_on, days)
    extended = request.extended_on is not None and request.extended_on <= first
    return after(request.received_on, days + more) if extended else first


def late(request: PatientRequest, last: date | None, day: date) -> str | None:
    """In words, that it was not answered by its last day; ``None`` where it was, may still be, or nobody can tell."""
    if last is None:
        return None
    answered = request.answered_on if request.answered_on and request.answered_on <= day else None
    if (answered or day) <= last:
        return None
    done = f"was answered on {answered}" if answered else "is not answered"
    return f"{request.request} came in on {request.received_on} and {done}, the last day was {last}"


def undated(requests: Iterable[PatientRequest]) -> list[str]:
    """The numbers of those of which nobody recorded when they came in."""
    return [one.request for one in requests if one.received_on is None]
