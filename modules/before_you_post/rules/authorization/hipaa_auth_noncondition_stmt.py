"""A form says that care does not depend on signing it.

A patient about to be treated may think that a "no" costs them the appointment. The form must say that it does not.
Whether anybody made care depend on it all the same is another question, asked by hipaa-auth-conditioned.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Rule
from ..cases.clean import UNDESCRIBED, but
from ..conditions.printed import by_described_form, silent

RULE = Rule(
    id="hipaa-auth-noncondition-stmt",
    title="The authorization does not say that care is given without it",
    citation="45 CFR 164.508(c)(2)(ii)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Stop handing out this version. Let your counsel add that treatment does not depend on signing, and ask "
    "the patients who signed it for the new form before you use their photos again.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.says_not_conditioned",),
    applies=by_described_form,
    check=lambda subject: silent(subject, "says_not_conditioned", "that care does not depend on signing it"),
    violates=(but(form={"says_not_conditioned": False}),),
    complies=(but(form=UNDESCRIBED),),  # hipaa-auth-complete says that nobody has looked
)
