"""A form tells the patient that they may take it back, and how.

It must say that this is done in writing, how, and what it cannot undo; or it points to the Notice of Privacy
Practices, where that says all of it. A patient who does not know the way back has not freely agreed.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Rule
from ..cases.clean import UNDESCRIBED, but
from ..conditions.printed import by_described_form, silent

RULE = Rule(
    id="hipaa-auth-revoke-stmt",
    title="The authorization does not say that it can be taken back",
    citation="45 CFR 164.508(c)(2)(i)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Stop handing out this version. Let your counsel add how a patient takes the form back, and ask the "
    "patients who signed it for the new form before you use their photos again.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.says_revocable",),
    applies=by_described_form,
    check=lambda subject: silent(subject, "says_revocable", "that it can be taken back, and how"),
    violates=(but(form={"says_revocable": False}),),
    complies=(but(form=UNDESCRIBED),),  # hipaa-auth-complete says that nobody has looked
)
