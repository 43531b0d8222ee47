"""One finding as the page shows it: what was seen, the law, what to do, the lesson, and what was decided."""

from __future__ import annotations

from typing import Any

from ..law.notes import looked_at
from ..records import DecisionKind, Outcome, Severity, SubjectKind
from ..report import phrases
from ..report.decided import Decisions, Standing
from ..report.findings import ExplainedFinding, rulebook
from ..training.course import load_course

Values = dict[str, Any]


def finding_values(found: ExplainedFinding, decisions: Decisions) -> Values:
    """One finding with its rule, and what was decided about it."""
    finding, standing = found.finding, decisions.about(found.finding)
    rule = rulebook().get(finding.rule)
    return {
        "rule": finding.rule,
        "title": phrases.titled(found.title, finding.outcome),
        "outcome": finding.outcome.value,
        "outcome_label": phrases.OUTCOMES[finding.outcome].label,
        "moment": found.moment,
        "panel": finding.panel,
        "observed": finding.observed,
        "remedy": found.remedy,
        "citation": found.citation,
        "url": found.url,
        "tag": phrases.TAGS.get(rule.tag, rule.tag) if rule else "",
        "looked_at": looked_at().on.isoformat(),
        "lesson": _lesson(found.lesson),
        "subject": finding.subject.value,
        "about": finding.about,
        "open": found.open,
        "decision": _decided(standing),
        "worksheet": _tells_of_an_incident(found, standing),
    }


def _decided(standing: Standing | None) -> Values | None:
    if standing is None:
        return None
    from . import decide  # noqa: PLC0415 - brings the database with it

    return decide.shown(standing)


def _tells_of_an_incident(found: ExplainedFinding, standing: Standing | None) -> bool:
    """Whether a worksheet helps: somebody confirmed that what must not be out was, or it is an incident already."""
    finding = found.finding
    if finding.subject is SubjectKind.INCIDENT:
        return True
    confirmed = standing is not None and standing.decision.kind is DecisionKind.CONFIRM
    fails = finding.outcome is Outcome.FAIL and found.severity is Severity.BLOCK
    if not (confirmed and fails):
        return False
    from ..report import incident  # noqa: PLC0415 - brings the practice's tables with it

    return incident.offered(finding)


def _lesson(slug: str) -> Values | None:
    """The lesson that teaches the rule: its address in the site and its title; ``None`` where it is not known."""
    titles = {lesson.slug: lesson.title for lesson in load_course().lessons} if slug else {}
    return {"path": f"lessons/{slug}", "title": titles.get(slug, slug.replace("-", " "))} if slug else None
