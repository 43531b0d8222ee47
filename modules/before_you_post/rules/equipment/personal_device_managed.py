"""A phone that belongs to somebody else holds patients' photos only if the practice can lock and wipe it.

A photo taken on a nurse's own phone lies among her holiday pictures, is copied to her cloud, and leaves with her
(S39). The Security Rule asks the practice to govern what comes in and goes out of its devices; it does not forbid
personal ones. So a person decides whether this one may stay in use.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import device
from ..conditions.kit import in_use, kit_named


def applies(subject: Subject) -> bool:
    """It is in use, and belongs to somebody besides the practice."""
    owner = subject.matter.device.owner
    return in_use(subject) and owner is not None and owner.strip().casefold() not in ("practice", "the practice")


def check(subject: Subject) -> Observation | None:
    one = subject.matter.device
    if one.managed:
        return None
    text = f"{kit_named(one)} belongs to {one.owner}, and the practice can neither lock nor wipe it."
    return Observation(text=f"{text} The law does not forbid that, so a person decides.", review=True)


RULE = Rule(
    id="personal-device-managed",
    title="A device of somebody's own holds photos, and the practice cannot wipe it",
    citation="45 CFR 164.310(d)(1)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Move the photos off it and have them erased there and in its cloud. Take photos only with devices of the "
    "practice, or with an app that keeps them apart and can be wiped.",
    lesson="devices-and-storage",
    seed=("S39",),
    subject=SubjectKind.DEVICE,
    needs=("matter.device.managed",),
    applies=applies,
    check=check,
    violates=(case(SubjectKind.DEVICE, matter=device(owner="S-03", managed=False)),),
    complies=(
        case(SubjectKind.DEVICE, matter=device(owner="S-03")),
        case(SubjectKind.DEVICE, matter=device(managed=False)),
    ),
)
