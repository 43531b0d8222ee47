"""The practice must be able to show what was out, and that everybody was told or nobody had to be.

The burden of proof is the practice's (45 CFR 164.414(b)). So copies of what was public come first, with the address and
the day, and only then the take-down: a practice that deletes first cannot show who was in it and who had a form.
The letters, or the assessment that none were owed, are kept for six years.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case
from ..conditions.breach import says_none

KEPT = {
    "evidence_kept": "copies of what was out",
    "document": "the notices, or the assessment that none were owed",
}


def check(subject: Subject) -> Observation | None:
    incident = subject.matter.incident
    missing = [words for field, words in KEPT.items() if says_none(getattr(incident, field))]
    return Observation(text=f"Nothing is kept of: {'; '.join(missing)}.") if missing else None


RULE = Rule(
    id="breach-burden",
    title="The practice keeps no proof",
    citation="45 CFR 164.414(b)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Look for copies in the export of the network, in caches and in the archive of the audit, and keep them "
    "with the incident. Next time: copies first, take-down second, within the hour.",
    lesson="when-it-goes-wrong",
    seed=("S6",),
    subject=SubjectKind.INCIDENT,
    needs=("matter.incident.evidence_kept", "matter.incident.document"),
    applies=lambda subject: subject.matter.incident.conclusion is not None,
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(evidence_kept="none")),
        case(SubjectKind.INCIDENT, matter=altered(evidence_kept="none", document="none")),
        case(SubjectKind.INCIDENT, matter=altered(document="None; we called her")),
    ),
    complies=(case(SubjectKind.INCIDENT, matter=altered(evidence_kept="nonetheless a screenshot, drawer 3")),),
)
