"""What a form has to say beyond HIPAA before a patient's picture advertises, state by state.

Some states ask that the form names marketing, some that it consents to the use of a likeness, and for a child some
want a parent's word even where the child may decide about care alone. A state's law counts where the practice is
there and where the patient lives there. What was verified in the law's text fails; what was not asks a person, and is
``None`` here. Where HIPAA does not reach the practice, some states ask for a written authorization by themselves.
"""

from __future__ import annotations

from datetime import date

from ...records import Authorization, Evidence, Panel, Patient, SignerRole
from ..base import Observation, Subject
from .cmia import in_california, kept_apart, large_enough
from .endings import has_end, not_expired, not_revoked, within_a_year
from .printed import is_authorization
from .scopes import describes, names_channel
from .signers import is_signed, signer_may_sign, was_of_age

Answers = tuple[bool | None, ...]
NAMES_MARKETING = ("TX", "FL")  # whose form must name marketing; California's duty was not verified
CHILDS_PARENT = ("CA", "NY")  # where a parent consents to the use of a child's likeness


def reaches(code: str, panel: Panel, evidence: Evidence) -> bool:
    """The law of the state with this postal code counts for the picture."""
    return code in evidence.states or (panel.patient is not None and panel.patient.state == code)


def names_marketing(form: Authorization, panel: Panel, evidence: Evidence) -> bool | None:
    """The form names marketing, where a state asks for it."""
    if any(reaches(code, panel, evidence) for code in NAMES_MARKETING):
        return form.names_marketing
    return True if form.names_marketing or not reaches("CA", panel, evidence) else None


def consents_to_likeness(code: str, form: Authorization, panel: Panel, evidence: Evidence) -> bool | None:
    """The form consents to the use of the patient's likeness in advertising, where that state asks for it."""
    return form.likeness_consent if reaches(code, panel, evidence) else True


def may_show_likeness(form: Authorization, panel: Panel, evidence: Evidence) -> bool | None:
    """The same for Florida and Illinois, whose statutes were not read: a form that is silent asks a person."""
    asked = reaches("FL", panel, evidence) or reaches("IL", panel, evidence)
    return True if form.likeness_consent or not asked else None


def parent_consents(form: Authorization, patient: Patient, panel: Panel, evidence: Evidence) -> bool | None:
    """No child signed alone, where a parent must consent to the use of a child's likeness."""
    if not any(reaches(code, panel, evidence) for code in CHILDS_PARENT):
        return True
    if form.signer_role is not SignerRole.PATIENT:
        return None if form.signer_role is None else True
    return was_of_age(form, patient, evidence.policy)


def outside_in(code: str, panel: Panel, evidence: Evidence) -> bool:
    """HIPAA does not reach the practice, and that state's law does."""
    return evidence.hipaa_covered is False and reaches(code, panel, evidence)


def shared_apart(form: Authorization, panel: Panel, evidence: Evidence) -> bool | None:
    """In Washington, outside of HIPAA, the consent to share stands apart from any other."""
    return kept_apart(form) if outside_in("WA", panel, evidence) else True


def sold_for_a_year(form: Authorization, panel: Panel, evidence: Evidence) -> bool | None:
    """In Washington, outside of HIPAA, a form for what is sold ends within a year; ``None`` where it names no day."""
    sold = form.sold_to is not None and outside_in("WA", panel, evidence)
    if not sold or form.signed_on is None:
        return True
    last, signed = form.expires_on, form.signed_on
    return None if last is None else (last.year, last.month, last.day) <= (signed.year + 1, signed.month, signed.day)


def asked_of_validity(form: Authorization, patient: Patient, panel: Panel, evidence: Evidence) -> Answers:
    """What states ask of a form, where a fault takes the photo down."""
    return (
        names_marketing(form, panel, evidence),
        consents_to_likeness("NY", form, panel, evidence),
        parent_consents(form, patient, panel, evidence),
        sold_for_a_year(form, panel, evidence),
    )


def asked_of_wording(form: Authorization, panel: Panel, evidence: Evidence, day: date) -> Answers:
    """What states ask of a form besides, where a fault is to be mended."""
    californian = in_california(panel, evidence)
    return (
        not californian or large_enough(form),
        not californian or kept_apart(form),
        not californian or within_a_year(form, day),
        consents_to_likeness("CA", form, panel, evidence),
        may_show_likeness(form, panel, evidence),
        shared_apart(form, panel, evidence),
    )


def covers_in_writing(form: Authorization, panel: Panel, evidence: Evidence, day: date) -> bool:
    """No record speaks against an authorization in force, signed and dated by who may, for picture and place."""
    on_file = form.signed_on is None or form.signed_on <= day
    written = on_file and is_signed(form) is not False and is_authorization(form)
    reaches_it = describes(form, panel) is not False and names_channel(form, evidence.post.channel) is not False
    in_force = has_end(form) is not False and not_expired(form, day) and not_revoked(form, day)
    might = panel.patient is None or signer_may_sign(form, panel.patient, evidence.policy) is not False
    return written and might and reaches_it and in_force


def nothing_in_writing(subject: Subject, code: str) -> Observation | None:
    """Outside of HIPAA: no signed authorization in force covers the picture. One nobody looked at may be one."""
    panel, day = subject.panel, subject.day
    if panel is None or panel.patient is None or panel.authorizations is None or day is None:
        return None
    covered = any(covers_in_writing(one, panel, subject.evidence, day) for one in panel.authorizations)
    if covered or not outside_in(code, panel, subject.evidence):
        return None
    text = f"No signed authorization of patient {panel.patient.code} that covers the picture was in force on {day}."
    return Observation(text=text)
