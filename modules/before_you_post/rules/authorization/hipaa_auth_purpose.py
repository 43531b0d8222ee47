"""A form says what the photos will be used for, each purpose of it.

"Marketing", "advertising our practice", "teaching other doctors" are purposes. "At the request of the individual" is
enough only where the patient began it and gave no purpose; a practice that asks for a photo began it itself.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Rule
from ..cases.clean import UNDESCRIBED, but
from ..conditions.printed import by_described_form, silent

RULE = Rule(
    id="hipaa-auth-purpose",
    title="The authorization does not say what the photos are for",
    citation="45 CFR 164.508(c)(1)(iv)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Stop handing out this version. Let your counsel add every purpose you have, and ask the patients who "
    "signed it for the new form before you use their photos again.",
    lesson="authorization",
    seed=("S27", "S44"),
    subject=SubjectKind.PANEL,
    needs=("form.states_purpose",),
    applies=by_described_form,
    check=lambda subject: silent(subject, "states_purpose", "what the photos will be used for"),
    violates=(but(form={"states_purpose": False}),),
    complies=(but(form=UNDESCRIBED),),  # hipaa-auth-complete says that nobody has looked
)
