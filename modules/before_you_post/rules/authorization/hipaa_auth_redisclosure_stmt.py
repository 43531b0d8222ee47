"""A form warns that others may pass the photos on, out of reach of the privacy rule.

Whoever sees a post can copy it, and HIPAA does not bind them. The article (S28) asks us to discuss how hard it is to
retract anything from the internet; the law asks for the warning in print as well.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Rule
from ..cases.clean import UNDESCRIBED, but
from ..conditions.printed import by_described_form, silent

RULE = Rule(
    id="hipaa-auth-redisclosure-stmt",
    title="The authorization does not warn that others may pass the photos on",
    citation="45 CFR 164.508(c)(2)(iii)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Stop handing out this version. Let your counsel add the warning, and ask the patients who signed it for "
    "the new form before you use their photos again.",
    lesson="the-conversation",
    seed=("S28", "S44"),
    subject=SubjectKind.PANEL,
    needs=("form.says_redisclosed",),
    applies=by_described_form,
    check=lambda subject: silent(subject, "says_redisclosed", "that others may pass the photos on"),
    violates=(but(form={"says_redisclosed": False}),),
    complies=(but(form=UNDESCRIBED),),  # hipaa-auth-complete says that nobody has looked
)
