"""Photos do not travel by plain e-mail, text message or chat.

Whoever mails a photo from the phone to the office leaves copies with every service in between (S38). The Security
Rule asks for encryption in transit “whenever deemed appropriate”: addressable, so the practice must have thought
about it, and a person decides.
"""

from __future__ import annotations

from ...records import DeviceKind, PhotoRoute, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import device
from ..conditions.kit import in_use, kit_named
from ..conditions.several import told

OPEN_ROUTES = (PhotoRoute.EMAIL, PhotoRoute.TEXT_MESSAGE, PhotoRoute.CHAT)
TAKES_PHOTOS = (DeviceKind.CAMERA, DeviceKind.PHONE, DeviceKind.TABLET)


def check(subject: Subject) -> Observation | None:
    one = subject.matter.device
    ways = [way for way in OPEN_ROUTES if way in one.photos_leave_by]
    if not ways:
        return None
    text = f"Photos get off {kit_named(one)} by {told(ways)}, unencrypted as a rule."
    return Observation(text=f"{text} Whether that is encrypted, or reasonable here, a person must say.", review=True)


RULE = Rule(
    id="hipaa-encrypt-transit",
    title="Photos travel by e-mail, text message or chat",
    citation="45 CFR 164.312(e)(2)(ii)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Use a cable, a card reader, or an app of the practice that encrypts. Have the copies erased from mailboxes "
    "and chats.",
    lesson="devices-and-storage",
    seed=("S38", "S39"),
    subject=SubjectKind.DEVICE,
    needs=("matter.device.photos_leave_by",),
    applies=lambda subject: in_use(subject) and subject.matter.device.kind in TAKES_PHOTOS,
    check=check,
    violates=(case(SubjectKind.DEVICE, matter=device(photos_leave_by=(PhotoRoute.CABLE, PhotoRoute.TEXT_MESSAGE))),),
    complies=(case(SubjectKind.DEVICE, matter=device(photos_leave_by=(PhotoRoute.APP, PhotoRoute.READER))),),
)
