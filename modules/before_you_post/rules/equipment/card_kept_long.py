"""Photos do not stay on an unencrypted card: they are moved off, and the card is wiped.

The article says that cameras with such cards should not be used to keep patients' photos (S20). No rule of law says
how long a photo may stay on one; each day there is a day on which the card can be lost. How many days are too many is
the practice's own policy, so a person decides.
"""

from __future__ import annotations

from datetime import date

from ...law.clocks import after
from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import device
from ..conditions.kit import has_card, in_use, kit_named

REASON = "The camera cannot; locked away every evening."


def applies(subject: Subject) -> bool:
    """Photos lie on a card that is known not to be encrypted, in a device that is in use."""
    one = subject.matter.device
    return in_use(subject) and has_card(one) and one.encrypted is False


def check(subject: Subject) -> Observation | None:
    one, allowed = subject.matter.device, subject.office.practice.policy.card_days
    if one.wiped_on is not None and subject.day <= after(one.wiped_on, allowed):
        return None
    wiped = f"was last wiped on {one.wiped_on}" if one.wiped_on else "was never wiped, as far as it is recorded"
    return Observation(
        text=f"Photos lie on an unencrypted card: {kit_named(one)} {wiped}. The practice's own policy allows {allowed} "
        "days; the law names no number.",
        review=True,
    )


RULE = Rule(
    id="card-kept-long",
    title="Photos stay on an unencrypted card for too long",
    citation="45 CFR 164.310(d)(1)",
    tag="V1",
    severity=Severity.MED,
    remedy="Move the photos into the library today, wipe the card, and note the day. Do so whenever photos were taken.",
    lesson="devices-and-storage",
    seed=("S19", "S20"),
    subject=SubjectKind.DEVICE,
    reach=Reach.POLICY,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        case(
            SubjectKind.DEVICE,
            matter=device(encrypted=False, why_not_encrypted=REASON, wiped_on=date(2026, 11, 14)),
        ),
        case(SubjectKind.DEVICE, matter=device(encrypted=False, why_not_encrypted=REASON, wiped_on=None)),
    ),
    complies=(
        case(
            SubjectKind.DEVICE,
            matter=device(encrypted=False, why_not_encrypted=REASON, wiped_on=date(2026, 11, 15)),
        ),
    ),
)
