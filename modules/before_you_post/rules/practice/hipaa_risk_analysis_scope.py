"""The risk analysis looked at every place where patients' photos lie or pass.

Cameras, memory cards, phones, cloud storage, the website, social media and e-mail (S39, S41): an analysis that speaks
of the chart system only is not thorough. What the practice's own list of devices names and the analysis does not is a
failure; whether photos lie in the other places too, a person must say.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import PhotoPlace, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import ANALYSIS
from ..conditions.analyses import last_analysis, places_of
from ..conditions.several import told

WITHOUT_CARDS = tuple(place for place in PhotoPlace if place is not PhotoPlace.CARDS)
WITHOUT_EMAIL = tuple(place for place in PhotoPlace if place is not PhotoPlace.EMAIL)


def check(subject: Subject) -> Observation | None:
    last = last_analysis(subject.office.papers.risk_analyses, subject.day)
    if last.scope is None:
        return Observation(text=f"What the risk analysis of {last.done_on} looked at is not recorded.", unknown=True)
    left_out = [place for place in PhotoPlace if place not in last.scope]
    if not left_out:
        return None
    text = f"The risk analysis of {last.done_on} did not look at: {told(left_out)}."
    owned = places_of(subject.office.devices, subject.day)
    own = [place for place in left_out if place in owned]
    if own:
        return Observation(text=f"{text} On the practice's list of devices there are {told(own)}.")
    return Observation(text=f"{text} Whether patients' photos lie or pass there, a person must say.", review=True)


RULE = Rule(
    id="hipaa-risk-analysis-scope",
    title="The risk analysis left out places where photos lie",
    citation="45 CFR 164.308(a)(1)(ii)(A)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Add what was left out: what could happen to photos there, how likely it is, and what is done about it.",
    lesson="risk-assessment",
    seed=("S39", "S41"),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: last_analysis(subject.office.papers.risk_analyses, subject.day) is not None,
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, papers={"risk_analyses": (replace(ANALYSIS, scope=WITHOUT_CARDS),)}),
        case(SubjectKind.PRACTICE, papers={"risk_analyses": (replace(ANALYSIS, scope=WITHOUT_EMAIL),)}),
    ),
    complies=(
        case(SubjectKind.PRACTICE, papers={"risk_analyses": (replace(ANALYSIS, scope=(*PhotoPlace, "chart system")),)}),
    ),
)
