"""A form says who may see the photos.

A name will do, and so will a class of people: "visitors of our website and of our Instagram page". A patient who
agreed to a talk among doctors did not agree to the whole internet. Which places the form names is asked apart from
this, photo by photo (hipaa-auth-channel).
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Rule
from ..cases.clean import UNDESCRIBED, but
from ..conditions.printed import by_described_form, silent

RULE = Rule(
    id="hipaa-auth-recipient",
    title="The authorization does not say who may see the photos",
    citation="45 CFR 164.508(c)(1)(iii)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Stop handing out this version. Let your counsel add who may see the photos, place by place, and ask the "
    "patients who signed it for the new form before you use their photos again.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.names_recipients",),
    applies=by_described_form,
    check=lambda subject: silent(subject, "names_recipients", "who may see the photos"),
    violates=(but(form={"names_recipients": False}),),
    complies=(but(form=UNDESCRIBED),),  # hipaa-auth-complete says that nobody has looked
)
