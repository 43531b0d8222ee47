"""A card or a phone is wiped before somebody else uses it, or before it serves something else.

A memory card is such a medium in so many words (S20). Removing patient information before a medium is used again is
a required part of the Security Rule: no reason in writing stands in for it.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import device
from ..conditions.kit import kit_named


def check(subject: Subject) -> Observation | None:
    one = subject.matter.device
    reused, wiped = one.reused_on, one.wiped_on
    if wiped is None:
        text = (
            f"{kit_named(one)} was passed on or put to a new use on {reused}, and it is not recorded that it was wiped."
        )
        return Observation(text=text)
    if wiped <= reused:
        return None
    return Observation(
        text=f"{kit_named(one)} was passed on or put to a new use on {reused}; the last wipe on record is of {wiped}, "
        "after that. Whether it was wiped before as well, a person must find out.",
        review=True,
    )


RULE = Rule(
    id="hipaa-media-reuse",
    title="A device or card was used again without being wiped",
    citation="45 CFR 164.310(d)(2)(ii)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Wipe it now, note the day, and find out who could see which photos on it in the meantime.",
    lesson="devices-and-storage",
    seed=("S20",),
    subject=SubjectKind.DEVICE,
    needs=(),
    applies=lambda subject: subject.matter.device.reused_on is not None,
    check=check,
    violates=(
        case(SubjectKind.DEVICE, matter=device(reused_on=date(2026, 11, 19))),
        case(SubjectKind.DEVICE, matter=device(reused_on=date(2026, 11, 19), wiped_on=None)),
    ),
    complies=(case(SubjectKind.DEVICE, matter=device(reused_on=date(2026, 11, 20))),),
)
