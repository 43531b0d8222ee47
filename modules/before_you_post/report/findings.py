"""A finding with everything a reader needs beside it: what the rule says, where the law says it, and what to do.

A Finding names its rule by id only, so that a stored audit stays small and a rule's wording can improve. Here the
two are joined, once, for every kind of report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ..audit import BAD
from ..law.citation import url
from ..records import Audit, Finding, Outcome, Severity, SubjectKind
from ..rules import load_rules
from ..rules.base import Rule
from . import phrases

POSTED = (SubjectKind.PHOTO, SubjectKind.PANEL, SubjectKind.POST)  # judged on the day of posting, too
_WORST_FIRST = tuple(phrases.SEVERITIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedFinding:
    """One finding joined with its rule.

    Where a stored audit names a rule that this version no longer has, the title is the rule's id, the citation,
    remedy and lesson are empty, and the severity is unknown (``None``): the finding is shown all the same.
    """

    finding: Finding
    title: str
    citation: str = ""
    url: str | None = None  # official page of the citation
    severity: Severity | None = None
    remedy: str = ""
    lesson: str = ""

    @property
    def moment(self) -> str:
        """When it held, in words: on the day of posting, today, or both. What is not posted is judged today only."""
        if self.finding.subject not in POSTED and self.finding.outcome is not Outcome.NOT_CHECKED:
            return "today"
        return phrases.moment(self.finding.at_posting, self.finding.today)

    @property
    def open(self) -> bool:
        """True where somebody has to act: a problem was found, or a person must judge."""
        return self.finding.outcome in BAD


@cache
def rulebook() -> Mapping[str, Rule]:
    """Every rule of this version, by id; read once, since walking the rules package takes a moment."""
    return {rule.id: rule for rule in load_rules()}


def title_of(rule_id: str, rules: Mapping[str, Rule] | None = None) -> str:
    """Return what a rule's title says went wrong, or the id itself where this version has no such rule."""
    rule = (rulebook() if rules is None else rules).get(rule_id)
    return rule.title if rule else rule_id


def explain(finding: Finding, rules: Mapping[str, Rule] | None = None) -> ExplainedFinding:
    """Join one finding with the rule it comes from (by default, the rules of this version)."""
    rule = (rulebook() if rules is None else rules).get(finding.rule)
    if rule is None:
        return ExplainedFinding(finding=finding, title=finding.rule)
    return ExplainedFinding(
        finding=finding,
        title=rule.title,
        citation=rule.citation,
        url=url(rule.citation),
        severity=rule.severity,
        remedy=rule.remedy,
        lesson=rule.lesson,
    )


def explained(audit: Audit, rules: Mapping[str, Rule] | None = None) -> tuple[ExplainedFinding, ...]:
    """Return every finding about a photo joined with its rule, in the order of the photos, worst first within each."""
    return tuple(explain(finding, rules) for photo in audit.photos for finding in photo.findings)


def worst(findings: Iterable[ExplainedFinding]) -> ExplainedFinding | None:
    """Pick the finding to show first: problems before questions before what was not checked, then by severity."""
    outcomes = tuple(phrases.OUTCOMES)

    def urgency(item: ExplainedFinding) -> tuple[bool, int, int]:
        severity = len(_WORST_FIRST) if item.severity is None else _WORST_FIRST.index(item.severity)
        settled_today = item.finding.today in (Outcome.PASS, Outcome.NOT_APPLICABLE)
        return settled_today, outcomes.index(item.finding.outcome), severity

    return min(findings, key=urgency, default=None)
