"""Which form speaks for a picture on a day, and what a form must satisfy to cover it.

A patient may have signed several forms: one for the website, a later one for Instagram, one that has ended. Each
condition below asks one question of one form and answers ``True``, ``False`` or ``None`` (not recorded, or a person
must decide). ``False`` is what a rule calls a fault. The form that speaks is, among those about this photo, the one
with the fewest faults: first of those that take the photo down, then of those to be mended. So a patient's good form
is never hidden behind a bad one, and spoiling a form can never help the photo. A form about another photo speaks only
where there is no form about this one: "the form was revoked" helps the reader more than "the other form is not about
this photo". A paper that is no authorization at all speaks last.
"""

# mypy: strict-optional

from __future__ import annotations

from datetime import date

from ...records import Authorization, Evidence, Panel, Patient, Policy
from .endings import has_end, not_expired, not_revoked
from .printed import is_authorization
from .publicity import Answers, asked_of_validity, asked_of_wording, covers_in_writing
from .scopes import describes, is_specific, names_channel
from .signers import is_signed, outlives_childhood, outlives_patient, signer_may_sign

Beyond = tuple[bool, int, int]


def validity(form: Authorization, patient: Patient, panel: Panel, evidence: Evidence, day: date) -> Answers:
    """What makes or breaks the permission: a fault here takes the photo down (severity ``block``)."""
    return (
        None if form.form_kind is None else is_authorization(form),
        is_signed(form),
        names_channel(form, evidence.post.channel),
        describes(form, panel),
        has_end(form),
        not_expired(form, day),
        not_revoked(form, day),
        signer_may_sign(form, patient, evidence.policy),
        None if form.blanks is None else not form.blanks,
        form.stands_alone,
        None if form.required_for_care is None else not form.required_for_care,
        not form.known_false,  # the law asks what is known: nothing on record is nothing known
        *asked_of_validity(form, patient, panel, evidence),
    )


def wording(form: Authorization, patient: Patient, panel: Panel, evidence: Evidence, day: date) -> Answers:
    """What the form must say besides, and what must be done with it: a fault here is to be mended."""
    return (
        is_specific(form, panel),
        form.names_discloser,
        form.names_recipients,
        form.states_purpose,
        form.says_revocable,
        form.says_not_conditioned,
        form.says_redisclosed,
        form.paid_by is None or form.says_paid,
        copy_was_given(form),
        is_readable(form, evidence.policy),
        outlives_patient(form, patient, day),
        outlives_childhood(form, patient, day, evidence.policy),
        *asked_of_wording(form, panel, evidence, day),
    )


def copy_was_given(form: Authorization) -> bool | None:
    """Whoever signed was given a copy of the signed form: one handed out before that day was not signed yet."""
    if form.copy_given_on is None:
        return None
    return form.signed_on is None or form.signed_on <= form.copy_given_on


def is_readable(form: Authorization, policy: Policy) -> bool | None:
    """The form asks for no more years of school than the practice's policy; above that a person must look."""
    return True if form.reading_grade is not None and form.reading_grade <= policy.reading_grade else None


def on_file(panel: Panel, day: date) -> tuple[Authorization, ...]:
    """The patient's forms signed by that day. A form without a signing date counts: its own rule speaks of that."""
    return tuple(form for form in panel.authorizations or () if form.signed_on is None or form.signed_on <= day)


def governing(panel: Panel, evidence: Evidence, day: date | None) -> Authorization | None:
    """The form that speaks for a panel on a day: one about this photo, with the fewest faults.

    Then the one with most conditions satisfied, then the one signed last.

    ``None`` where the day or the patient is not known, or no form was on file. The order in which forms are listed
    makes no difference: the form's id settles what is left.
    """
    if day is None or panel.patient is None:
        return None
    patient, forms = panel.patient, on_file(panel, day)
    if len(forms) < 2:
        return forms[0] if forms else None

    def standing(form: Authorization) -> tuple[Beyond, bool, bool, int, int, int, date, str]:
        beyond = _beyond_hipaa(form, patient, panel, evidence, day)
        valid = validity(form, patient, panel, evidence, day)
        said = wording(form, patient, panel, evidence, day)
        about_it = describes(form, panel) is not False
        satisfied = valid.count(True) + said.count(True)
        faults = -valid.count(False), -said.count(False)
        return beyond, is_authorization(form), about_it, *faults, satisfied, form.signed_on or date.min, form.id

    return max(forms, key=standing)


def _beyond_hipaa(form: Authorization, patient: Patient, panel: Panel, evidence: Evidence, day: date) -> Beyond:
    """Where HIPAA does not reach, its faults only ask a person: what the states ask settles which form speaks."""
    if evidence.hipaa_covered is not False:
        return True, 0, 0
    taken_down, mended = asked_of_validity(form, patient, panel, evidence), asked_of_wording(form, panel, evidence, day)
    return covers_in_writing(form, panel, evidence, day), -taken_down.count(False), -mended.count(False)


def set_aside(evidence: Evidence) -> bool:
    """A named person found that this is no patient photo, and the library does not say otherwise.

    The note goes by the name of the file. A picture that was made from a patient's original is judged all the same,
    so that a second file of the same name cannot slip through.
    """
    return evidence.not_a_patient is not None and not any(panel.patient for panel in evidence.panels or ())
