"""A device that leaves the practice leaves without patients' photos.

Cameras, cards and phones are sold, given back to a leasing firm or thrown away with hundreds of photos on them. The
Security Rule requires a procedure for what happens to patient information on them (S19). What was destroyed counts as
wiped.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import device
from ..conditions.kit import in_use, kit_named


def check(subject: Subject) -> Observation | None:
    one = subject.matter.device
    if one.wiped_on is not None:
        return None
    gone = f"{kit_named(one)} left the practice on {one.retired_on}"
    text = f"{gone}, and it is not recorded that it was wiped or destroyed."
    if one.encrypted:
        return Observation(text=f"{text} It was encrypted; whether its key is gone, a person must say.", review=True)
    return Observation(text=text)


RULE = Rule(
    id="hipaa-media-disposal",
    title="A device left the practice without being wiped",
    citation="45 CFR 164.310(d)(2)(i)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Find out where it is and have it wiped or destroyed, and note the day. If it cannot be found, treat it as "
    "lost: a breach is presumed.",
    lesson="devices-and-storage",
    seed=("S19", "S39"),
    subject=SubjectKind.DEVICE,
    needs=(),
    applies=lambda subject: subject.matter.device.retired_on is not None and not in_use(subject),
    check=check,
    violates=(
        case(SubjectKind.DEVICE, matter=device(retired_on=date(2026, 11, 22), wiped_on=None, encrypted=False)),
        case(SubjectKind.DEVICE, matter=device(retired_on=date(2026, 11, 22), wiped_on=None)),
    ),
    complies=(case(SubjectKind.DEVICE, matter=device(retired_on=date(2026, 11, 22), encrypted=False)),),
)
