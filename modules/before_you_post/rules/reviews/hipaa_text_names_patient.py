"""A story without a photo names no patient who has not agreed to be named.

Blogs and case reports are no different from photos (S30): what tells of care and of whom is protected in words too. A
name on the list of patients, a record number or a birth date in a post needs a form that permits the name and names
the place. Somebody who works here and is treated here is named for their work on many a page; a person looks at those.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import Authorization, Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import FORM, PATIENT
from ..cases.clean_office import case
from ..conditions.endings import not_expired, not_revoked
from ..conditions.printed import is_authorization
from ..conditions.replies import is_reply
from ..conditions.scopes import names_channel
from ..conditions.signers import is_signed

MOST = 8  # told in one finding
NAME = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="text", words="Ottoline Featherstone", whole=True)
NAMED = {"photos": 0, "shown": (), "identifiers": (NAME,)}
MAY_NAME = {"authorizations": (replace(FORM, may_name=True),)}


def permits(form: Authorization, subject: Subject) -> bool:
    """The form permits the name in this place on that day; where the day is not known, today."""
    day = subject.day or subject.office.today
    in_force = is_signed(form) and (form.signed_on is None or form.signed_on <= day)
    in_force = in_force and not_expired(form, day) and not_revoked(form, day) and is_authorization(form)
    return bool(in_force and form.may_name and names_channel(form, subject.matter.post.channel))


def check(subject: Subject) -> Observation | None:
    may = {form.patient for form in subject.office.authorizations if permits(form, subject)}
    staff = {patient.code for patient in subject.office.patients if patient.on_staff}
    found = [one for one in subject.matter.identifiers if one.whole and one.patient and one.patient not in may]
    if not found:
        return None
    told = "; ".join(f"“{one.words}” ({one.kind} of patient {one.patient})" for one in found[:MOST])
    if all(one.patient in staff for one in found):
        return Observation(text=f"The words name somebody who is treated here and works here: {told}.", review=True)
    return Observation(text=f"The words tell of a patient whose form does not permit it: {told}.")


RULE = Rule(
    id="hipaa-text-names-patient",
    title="A post without a photo names a patient",
    citation="45 CFR 164.508(a)(1)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Keep a copy as evidence, take the name out or the post down, and tell the privacy officer. Name patients "
    "only with a form that permits the name.",
    lesson="channels",
    seed=("S7", "S30"),
    subject=SubjectKind.POST,
    needs=("matter.identifiers",),
    applies=lambda subject: not subject.matter.photos and not is_reply(subject.matter.post),
    check=check,
    violates=(
        case(SubjectKind.POST, matter=NAMED),
        case(SubjectKind.POST, matter=NAMED, office={"patients": (replace(PATIENT, on_staff=True),)}),  # for review
    ),
    complies=(
        case(SubjectKind.POST, matter=NAMED, office=MAY_NAME),
        case(SubjectKind.POST, matter=NAMED | {"identifiers": ()}),
    ),
)
