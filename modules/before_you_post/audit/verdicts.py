"""What a set of findings comes to, and which of them a reader sees first."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Finding, Outcome, Severity, Verdict
from ..rules.base import Rule

BAD = (Outcome.FAIL, Outcome.NEEDS_REVIEW)
WORST_FIRST = (Outcome.FAIL, Outcome.NEEDS_REVIEW, Outcome.NOT_CHECKED)
_SEVERITIES = tuple(Severity)


def verdict(answers: Sequence[tuple[Rule, Outcome, Outcome]], *, published: bool = True) -> Verdict:
    """The verdict of one day, from each finding's rule, its outcome on that day and its outcome when posted.

    What was never ``published`` cannot be taken down: it is to be mended.
    """
    outcomes = {outcome for _, outcome, _ in answers}
    if published and any(outcome is Outcome.FAIL and rule.severity is Severity.BLOCK for rule, outcome, _ in answers):
        return Verdict.TAKE_DOWN
    if Outcome.FAIL in outcomes:
        return Verdict.FIX
    if Outcome.NEEDS_REVIEW in outcomes or any(then in BAD for _, _, then in answers):
        return Verdict.REVIEW
    return Verdict.NOT_DETERMINED if Outcome.NOT_CHECKED in outcomes else Verdict.CLEAR


def worst_first(rule: Rule, finding: Finding) -> tuple[int, int, int, str]:
    """A key to sort findings by: faults before questions before what was not checked, then by severity."""
    return (
        WORST_FIRST.index(finding.outcome),
        _SEVERITIES.index(rule.severity),
        finding.panel or 0,
        rule.id,
    )
