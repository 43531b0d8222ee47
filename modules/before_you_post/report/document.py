"""An audit as one JSON document, for other programs: fields explained in docs/audit-json.md.

The document depends on the practice's files and the day of the audit alone. It holds no time of writing, no
absolute path and nothing of earlier audits, so the same input gives the same bytes, and two documents can be
compared line by line. ``audit.schema.json`` beside this module is its published JSON Schema.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from typing import Any

from .. import __version__
from ..law.citation import url
from ..law.notes import looked_at
from ..records import (
    Audit,
    Authorization,
    Channel,
    Evidence,
    Identifier,
    JudgedMatter,
    JudgedPhoto,
    Practice,
)
from ..rules.base import Rule
from .findings import ExplainedFinding, explain, rulebook
from .forms import forms_of, scan_of
from .law_page import concerned, reach
from .matters import group_totals
from .panel import pair_fields, panel_fields
from .penalties import penalties
from .picture import picture_fields
from .places import inside, problem_fields
from .timeline import Timeline, timeline
from .totals import ChannelTotals, totals

SCHEMA_VERSION = "2.0"
"""Second number up: fields were added. First number up: a reader of the former version may fail."""

Fields = dict[str, Any]


def schema() -> Fields:
    """Return the JSON Schema (draft 2020-12) that every document follows."""
    text = files(__package__).joinpath("audit.schema.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def to_bytes(audit: Audit) -> bytes:
    """Write an audit as JSON in UTF-8; the same audit always gives the same bytes."""
    text = json.dumps(document(audit), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    # a file name may hold half a character, which only an escape can carry
    return text.encode("utf-8", errors="backslashreplace")


def document(audit: Audit, rules: Mapping[str, Rule] | None = None) -> Fields:
    """Return an audit as the fields of its JSON document.

    ``rules`` are the rules to take titles and citations from, by default those of this version.
    """
    rules = rulebook() if rules is None else rules
    folder = audit.practice.folder
    photos = sorted(audit.photos, key=lambda photo: photo.evidence.published.id)
    return {
        "schema_version": SCHEMA_VERSION,
        "made_by": {"name": "before-you-post", "version": __version__},
        "as_of": audit.as_of.isoformat(),
        "law_read_on": looked_at().on.isoformat(),
        "law_reach": list(reach(audit.as_of, concerned(audit))),
        "note": looked_at().note,
        "practice": _practice(audit.practice, folder),
        "totals": _totals(audit),
        "photos": [_photo(photo, folder, rules) for photo in photos],
        "matters": [_matter(one, rules, audit.as_of) for one in audit.matters],
        "authorizations": [_authorization(form, folder) for form in forms_of(audit).values()],
        "problems": [problem_fields(problem, folder) for problem in audit.problems],
        "rules": [_rule(rule) for rule in rules.values()],
    }


def _practice(practice: Practice, folder: str) -> Fields:
    def channel(one: Channel) -> Fields:
        return {"name": one.name, "folder": inside(one.folder, folder)}

    return {
        "name": practice.name,
        "states": list(practice.states),
        "hipaa_covered": practice.hipaa_covered,
        "hipaa_since": _day(practice.hipaa_since),
        "channels": [channel(one) for one in practice.channels],
        "policy": {
            "adult_age": practice.policy.adult_age,
            "allowed_text": list(practice.policy.allowed_text),
            "detectors_off": [what.value for what in practice.policy.detectors_off],
        },
    }


def _totals(audit: Audit) -> Fields:
    counted = totals(audit)

    def channel(one: ChannelTotals) -> Fields:
        verdicts = {str(verdict): number for verdict, number in one.verdicts.items()}
        return {"name": one.name, "photos": one.photos, "without_photo": one.without_photo, "verdicts": verdicts}

    return {
        "photos": counted.photos,
        "originals": counted.originals,
        "problems": counted.problems,
        "verdicts": {str(verdict): number for verdict, number in counted.verdicts.items()},
        "findings": {str(outcome): number for outcome, number in counted.findings.items()},
        "channels": [channel(one) for one in counted.channels],
        "matters": [
            {
                "subject": group.kind.value,
                "total": group.total,
                "verdicts": {str(verdict): number for verdict, number in group.verdicts.items()},
            }
            for group in group_totals(audit)
        ],
    }


def _photo(photo: JudgedPhoto, folder: str, rules: Mapping[str, Rule]) -> Fields:
    evidence = photo.evidence
    published, post = evidence.published, evidence.post
    return {
        "id": published.id,
        "channel": post.channel,
        "source": post.source,
        "post": {
            "id": post.id,
            "title": post.title,
            "url": post.url,
            "published_on": _day(post.published_on),
            "removed_on": _day(post.removed_on),
        },
        "file": inside(published.path, folder),
        "url": published.url,
        "renditions": [inside(path, folder) for path in published.renditions],
        "verdict": photo.verdict.value,
        "at_posting": photo.at_posting.value,
        "findings": [_finding(explain(finding, rules)) for finding in photo.findings],
        "penalties": list(penalties(photo.findings, evidence.today)),
        "passed": sorted(photo.passed),
        "not_applicable": sorted(photo.not_applicable),
        "picture": picture_fields(evidence.photo),
        "panels": None if evidence.panels is None else [panel_fields(panel) for panel in evidence.panels],
        "pairs": None if evidence.pairs is None else [pair_fields(pair) for pair in evidence.pairs],
        "timeline": _timeline(timeline(evidence)),
        "identifiers": _identifiers(evidence),
        "not_a_patient": _not_a_patient(evidence),
    }


def _timeline(days: Timeline) -> Fields:
    return {
        "moments": [
            {"on": one.on.isoformat(), "step": one.step.value, "words": one.words, "authorization": one.form}
            for one in days.moments
        ],
        "undated": list(days.undated),
        "covered": [{"panel": one.panel, "cover": one.cover.value, "words": one.words} for one in days.covered],
    }


def _matter(judged: JudgedMatter, rules: Mapping[str, Rule], as_of: date) -> Fields:
    return {
        "subject": judged.matter.kind.value,
        "id": judged.matter.id,
        "title": judged.matter.post.title if judged.matter.post else None,
        "verdict": judged.verdict.value,
        "findings": [_finding(explain(finding, rules)) for finding in judged.findings],
        "penalties": list(penalties(judged.findings, as_of)),
        "passed": sorted(judged.passed),
        "not_applicable": sorted(judged.not_applicable),
    }


def _finding(item: ExplainedFinding) -> Fields:
    finding = item.finding
    return {
        "rule": finding.rule,
        "subject": finding.subject.value,
        "about": finding.about,
        "title": item.title,
        "citation": item.citation or None,
        "url": item.url,
        "severity": item.severity.value if item.severity else None,
        "outcome": finding.outcome.value,
        "at_posting": finding.at_posting.value,
        "today": finding.today.value,
        "observed": finding.observed,
        "remedy": item.remedy or None,
        "lesson": item.lesson or None,
        "authorization": finding.authorization,
        "part": finding.part,
        "panel": finding.panel,
    }


def _identifiers(evidence: Evidence) -> list[Fields] | None:
    # the words themselves are left out, as the position is: kind, patient and place are enough to find them
    def identifier(one: Identifier) -> Fields:
        return {"kind": one.kind.value, "patient": one.patient, "where": one.where, "whole": one.whole}

    return None if evidence.identifiers is None else [identifier(one) for one in evidence.identifiers]


def _not_a_patient(evidence: Evidence) -> Fields | None:
    decided = evidence.not_a_patient
    if decided is None:
        return None
    return {"what": decided.what, "decided_by": decided.decided_by, "decided_on": _day(decided.decided_on)}


def _authorization(form: Authorization, folder: str) -> Fields:
    return {
        "id": form.id,
        "patient": form.patient,
        "document": scan_of(form, folder),
        "document_sha256": form.document_sha256,
    }


def _rule(rule: Rule) -> Fields:
    return {
        "id": rule.id,
        "title": rule.title,
        "citation": rule.citation,
        "url": url(rule.citation),
        "tag": rule.tag,
        "severity": rule.severity.value,
        "lesson": rule.lesson,
        "subject": rule.subject.value,
        "reach": rule.reach.value,
    }


def _day(day: object) -> str | None:
    return None if day is None else str(day)
