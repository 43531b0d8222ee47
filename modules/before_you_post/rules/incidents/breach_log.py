"""A practice keeps a log of its incidents, and each entry says enough to tell HHS of it after the year's end.

Breaches of fewer than five hundred people are reported once a year from that log (45 CFR 164.408(c)). An entry that
does not say what happened, or how many people it concerns, cannot be reported. A practice to which nothing ever
happened writes that down: one row, “none”.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import Conclusion, Incident, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import INCIDENT
from ..cases.clean_office import case
from ..conditions.breach import counts_as_breach, people

SHORT = replace(INCIDENT, individuals=None, residents=None)


def check(subject: Subject) -> Observation | None:
    short = [incident.incident for incident in subject.office.papers.incidents if _says_too_little(incident)]
    if not short:
        return None
    text = f"The log does not say what happened, or how many people it concerns: {', '.join(short)}."
    return Observation(text=text, review=True)


def _says_too_little(incident: Incident) -> bool:
    return counts_as_breach(incident) and (not incident.what or people(incident) is None)


RULE = Rule(
    id="breach-log",
    title="The log of incidents is missing, or says too little",
    citation="45 CFR 164.408(c)",
    tag="V1",
    severity=Severity.MED,
    remedy="Keep the table of incidents, with what happened and how many people each concerns; or one row “none”.",
    lesson="when-it-goes-wrong",
    seed=("S6",),
    subject=SubjectKind.PRACTICE,
    needs=("office.papers.incidents",),
    applies=lambda subject: True,
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, papers={"incidents": (replace(INCIDENT, what=None),)}),
        case(SubjectKind.PRACTICE, papers={"incidents": (SHORT, replace(INCIDENT, incident="I-2", what=""))}),
    ),
    complies=(
        case(SubjectKind.PRACTICE, papers={"incidents": ()}),
        case(SubjectKind.PRACTICE, papers={"incidents": (replace(SHORT, conclusion=Conclusion.LOW_PROBABILITY),)}),
    ),
)
