"""A patient's photo is published only after the patient signed a form that permits it.

Showing a patient's photo to the public is not treatment, payment or the running of the practice. HIPAA therefore asks
for a written authorization first: a general consent, a spoken yes, or a form signed the week after does not do. The
article (S17) says an authorization is needed "for any purpose besides treatment". That is stricter than HIPAA, which
lets payment and the practice's own operations go without one; keep it as a house policy. A photo the patient posted
themselves needs a form too when the practice posts it (S22, S23), and "everyone else is doing it" is no permission
(S2, S3). Where a form was signed after the posting day, the photo was up without one for that time: today's form
covers today only. A member of the staff who is treated is a patient like any other: no waiver in a contract of
employment takes the place of the form. Where the practice has decided, on one of the two ways the law knows, that a
photo tells nobody who is in it, a person decides whether that holds for what was published.
"""

from __future__ import annotations

from datetime import date

from ...records import AnonymousPhoto, AnonymousRoute, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.anonymous import decided_anonymous
from ..conditions.printed import is_authorization

FOUND = AnonymousPhoto(
    photo="P-01/after.jpg",
    route=AnonymousRoute.LIST,
    decided_by="R. Ames",
    decided_on=date(2026, 3, 1),
    known_to=False,
)


def check(subject: Subject) -> Observation | None:
    if subject.form is not None:
        return None
    patient, forms = subject.panel.patient, subject.panel.authorizations
    later = [(form.signed_on, form.id) for form in forms if form.signed_on and is_authorization(form)]
    text = f"There is no form of patient {patient.code} on file."
    if later:
        signed_on, first = min(later)
        text = f"Patient {patient.code} had no form on file on {subject.day}. The first, {first}, was signed on "
        text += f"{signed_on}."
    if decision := decided_anonymous(subject):
        text += f" On {decision.decided_on} {decision.decided_by} found that the photo tells nobody who is in it "
        text += f"({decision.route}). Whether that holds for what was published, a person must say."
        return Observation(text=text, review=True)
    return Observation(text=f"{text} That they work here permits nothing." if patient.on_staff else text)


def applies(subject: Subject) -> bool:
    """We know whose photo it is. A paper that is no authorization has rules of its own."""
    known = subject.panel is not None and subject.panel.patient is not None
    return known and (subject.form is None or is_authorization(subject.form))


RULE = Rule(
    id="hipaa-auth-required",
    title="No authorization was on file",
    citation="45 CFR 164.508(a)(1)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Keep a copy as evidence, take the photo down, and tell the privacy officer. Publish it again only with a "
    "signed form. If one has been signed since, ask the privacy officer to judge the time before it.",
    lesson="authorization",
    seed=("S2", "S3", "S17", "S22", "S23"),
    subject=SubjectKind.PANEL,
    needs=("panel.authorizations", "day"),
    applies=applies,
    check=check,
    violates=(
        but(panel={"authorizations": ()}),
        but(panel={"authorizations": ()}, patient={"on_staff": True}),
        but(panel={"authorizations": ()}, evidence={"anonymous": (FOUND,)}),
        but(form={"signed_on": date(2026, 3, 3)}),  # the day after the photo was posted
    ),
    complies=(but(form={"signed_on": date(2026, 3, 2)}),),  # the very day
)
