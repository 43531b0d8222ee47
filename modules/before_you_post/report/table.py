"""One row a published photo, one row a finding: the tables behind the dashboard and the spreadsheet.

Tables hold values (dates, numbers, the codes of verdicts) for sorting and filtering, each beside its label in
words where a reader needs one. They hold no absolute path: a table may leave the practice's machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from ..records import Audit, Authorization, Finding, JudgedPhoto, Outcome
from ..rules.base import Rule
from . import labels, phrases
from .decided import UNDECIDED, Decisions, Standing
from .findings import ExplainedFinding, explain, worst
from .forms import forms_of, scan_of
from .matters import GROUPS, SUBJECTS, named
from .penalties import penalties

PHOTO_COLUMNS: Mapping[str, str] = {
    "photo": "stable id of the published photo: channel / post / file",
    "channel": "where it was published, as the practice names it",
    "source": "which reader read it: wordpress, folder",
    "post": "id of the post",
    "title": "title of the post; empty where it has none",
    "file": "file name of the published photo",
    "posted_on": "day it was published (date); None where it is not recorded",
    "verdict": "code of today's verdict: take_down, fix, review, not_determined, clear",
    "verdict_label": "today's verdict in words",
    "at_posting": "code of the verdict on the day of posting",
    "urgency": "0 = deal with it first ... 4 = nothing found; sorts as the verdicts are urgent, not by alphabet",
    "findings": "how many findings need somebody: problems found and questions for a person",
    "not_checked": "how many checks lacked a fact",
    "reason": "the first thing to deal with: title of the worst finding; empty where there is none",
    "severity": "severity code of that finding; empty where there is none",
    "rules": "ids of the rules with a finding, separated by '; '",
    "patients": "codes of the patients in the photo, separated by '; '",
    "originals": "ids of the originals it was made from, separated by '; '",
    "authorizations": "ids of the forms that were read, separated by '; '",
    "panels": "how many pictures it holds; None where it was not compared with the library",
    "undecided": "how many of its findings wait for somebody's decision",
    "url": "public address; empty where it is not known",
}
"""Columns of ``table`` with their meaning."""

FINDING_COLUMNS: Mapping[str, str] = {
    "photo": "id of the published photo",
    "panel": "number of the picture inside it; None = the photo as a whole",
    "rule": "id of the rule",
    "title": "what went wrong, as the rule's title says it; begins 'Not checked:' where nobody could look",
    "outcome": "code: fail, needs_review, not_checked",
    "outcome_label": "the outcome in words",
    "severity": "severity code of the rule: block, high, medium, low, info",
    "severity_label": "the severity in words",
    "when": "when it held: on the day of posting, today, or both",
    "at_posting": "outcome on the day of posting",
    "today": "outcome on the day of the audit",
    "observed": "what was seen, in words",
    "remedy": "what to do",
    "citation": "where the law says so",
    "url": "official page of the citation; empty where there is none",
    "authorization": "id of the form that was read; empty where none was",
    "part": "part of that form that does not fit, in words; empty where none is named",
    "document": "scan of that form, from the practice folder, or where it is kept in words; empty where none is named",
    "document_sha256": "checksum of the scan's bytes when the audit read it; empty where no file was read",
    "lesson": "lesson that teaches the rule",
    "figures": "what the law it cites names in money, as of the day of the audit; empty where our notes know none",
    "decision": "what somebody decided about it last: Confirmed, Dismissed, ...; empty where nobody did",
    "decided_by": "who decided",
    "decided_on": "day of the decision (date); None where there is none",
    "decision_reason": "the reason given, and whether the decision still stands",
}
"""Columns of ``findings_table`` with their meaning."""

MATTER_COLUMNS: Mapping[str, str] = {
    "subject": "what it is about, in a word: Post, Authorization, Staff member, Device, Vendor, Incident, The practice",
    "about": "its id",
    "named": "what a reader knows it by",
    "verdict_label": "its verdict in words",
    **{name: words for name, words in FINDING_COLUMNS.items() if name not in ("photo", "panel", "document")},
}
"""Columns of ``matters_table`` with their meaning."""


def table(audit: Audit, rules: Mapping[str, Rule] | None = None, decisions: Decisions = UNDECIDED) -> pd.DataFrame:
    """Return one row a published photo, in the audit's order; PHOTO_COLUMNS explains the columns.

    ``rules`` are the rules to take titles and severities from, by default those of this version.
    """
    return _frame((_photo_row(photo, rules, decisions) for photo in audit.photos), PHOTO_COLUMNS)


def findings_table(
    audit: Audit, rules: Mapping[str, Rule] | None = None, decisions: Decisions = UNDECIDED
) -> pd.DataFrame:
    """Return one row a finding, photo by photo, worst first within a photo; FINDING_COLUMNS explains the columns."""
    forms, folder = forms_of(audit), audit.practice.folder
    rows = (
        {
            **_finding_row(explain(finding, rules), decisions),
            **_scan(forms.get(finding.authorization or ""), folder),
            "figures": " ".join(penalties([finding], audit.as_of)),
        }
        for photo in audit.photos
        for finding in photo.findings
    )
    return _frame(rows, FINDING_COLUMNS)


def matters_table(
    audit: Audit, rules: Mapping[str, Rule] | None = None, decisions: Decisions = UNDECIDED
) -> pd.DataFrame:
    """Return what was found besides photos, one row a finding, worst first within each; MATTER_COLUMNS explains.

    Of what nothing was found the summary has the number: every post and every form would bury what was.
    """
    rows = (
        {
            **_finding_row(explain(finding, rules), decisions),
            "subject": SUBJECTS[kind],
            "about": one.matter.id,
            "named": named(one.matter),
            "verdict_label": phrases.MATTER_VERDICTS[one.verdict].label,
            "figures": " ".join(penalties([finding], audit.as_of)),
        }
        for kind in GROUPS
        for one in audit.matters
        if one.matter.kind is kind
        for finding in one.findings
    )
    return _frame(rows, MATTER_COLUMNS)


def _frame(rows: Iterable[dict[str, object]], columns: Mapping[str, str]) -> pd.DataFrame:
    # dtype=object: a missing number stays None instead of turning its whole column into floating point
    return pd.DataFrame(list(rows), columns=list(columns), dtype=object)


def _photo_row(photo: JudgedPhoto, rules: Mapping[str, Rule] | None, decisions: Decisions) -> dict[str, object]:
    evidence = photo.evidence
    panels = evidence.panels or ()
    explanations = [explain(finding, rules) for finding in photo.findings]
    first = worst(item for item in explanations if item.open or photo.verdict.value == "not_determined")
    return {
        "photo": evidence.published.id,
        "channel": evidence.post.channel,
        "source": evidence.post.source,
        "post": evidence.post.id,
        "title": evidence.post.title or "",
        "file": evidence.published.file_name,
        "posted_on": evidence.post.published_on,
        "verdict": photo.verdict.value,
        "verdict_label": phrases.VERDICTS[photo.verdict].label,
        "at_posting": photo.at_posting.value,
        "urgency": list(phrases.VERDICTS).index(photo.verdict),
        "findings": sum(item.open for item in explanations),
        "not_checked": sum(item.finding.outcome is Outcome.NOT_CHECKED for item in explanations),
        "reason": phrases.titled(first.title, first.finding.outcome) if first else "",
        "severity": first.severity.value if first and first.severity else "",
        "rules": _joined(item.finding.rule for item in explanations),
        "patients": _joined(panel.patient.code for panel in panels if panel.patient),
        "originals": _joined(original.id for panel in panels for original in panel.originals),
        "authorizations": _joined(finding.authorization for finding in photo.findings),
        "panels": None if evidence.panels is None else len(evidence.panels),
        "url": evidence.published.url or evidence.post.url or "",
        "undecided": decisions.undecided(photo.findings),
    }


def _finding_row(item: ExplainedFinding, decisions: Decisions) -> dict[str, object]:
    finding: Finding = item.finding
    return {
        "photo": finding.about,
        "panel": finding.panel,
        "rule": finding.rule,
        "title": phrases.titled(item.title, finding.outcome),
        "outcome": finding.outcome.value,
        "outcome_label": phrases.OUTCOMES[finding.outcome].label,
        "severity": item.severity.value if item.severity else "",
        "severity_label": phrases.SEVERITIES[item.severity].label if item.severity else "",
        "when": item.moment,
        "at_posting": finding.at_posting.value,
        "today": finding.today.value,
        "observed": finding.observed,
        "remedy": item.remedy,
        "citation": item.citation,
        "url": item.url or "",
        "authorization": finding.authorization or "",
        "part": labels.AUTHORIZATION_FIELDS.get(finding.part, finding.part) if finding.part else "",
        "lesson": item.lesson,
        **_decision(decisions.about(finding)),
    }


def _decision(standing: Standing | None) -> dict[str, object]:
    if standing is None:
        return {"decision": "", "decided_by": "", "decided_on": None, "decision_reason": ""}
    made = standing.decision
    until = f"Until {made.until}." if made.until else ""
    return {
        "decision": phrases.DECISIONS[made.kind].label,
        "decided_by": made.by,
        "decided_on": standing.on,
        "decision_reason": " ".join(words for words in (made.reason, until, standing.note) if words),
    }


def _scan(form: Authorization | None, folder: str) -> dict[str, object]:
    if form is None:
        return {"document": "", "document_sha256": ""}
    return {"document": scan_of(form, folder) or "", "document_sha256": form.document_sha256 or ""}


def _joined(words: Iterable[str | None]) -> str:
    """Join words with "; ", each once, in the order in which they come."""
    return "; ".join(dict.fromkeys(word for word in words if word))
