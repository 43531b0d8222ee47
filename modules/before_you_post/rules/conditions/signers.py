"""Who signed, and whether that person may speak for the patient: on the day of signing, and as the years go by."""

# mypy: strict-optional

from __future__ import annotations

from datetime import date

from ...records import Authorization, Patient, Policy, SignerRole

FOR_A_CHILD = (SignerRole.PARENT, SignerRole.GUARDIAN)
YEARS_AFTER_DEATH = 50  # 45 CFR 164.502(f)


def age(born: date, day: date) -> int:
    """Age in whole years on a day; someone born on 29 February is a year older on 1 March of a common year."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_signed(form: Authorization) -> bool | None:
    """The form is signed and the signature is dated: 45 CFR 164.508(c)(1)(vi) asks for both."""
    return form.signed and form.signed_on is not None


def was_of_age(form: Authorization, patient: Patient, policy: Policy) -> bool | None:
    """The patient was an adult, by the practice's policy, on the day the form was signed.

    A practice that keeps birth dates to itself may record the answer on the form; a birth date, where there is one,
    decides.
    """
    if patient.birth_date is None:
        return form.adult_when_signed
    if form.signed_on is None:
        return None
    return age(patient.birth_date, form.signed_on) >= policy.adult_age


def signer_may_sign(form: Authorization, patient: Patient, policy: Policy) -> bool | None:
    """Whoever signed could sign for this patient: the adult patient, or someone whose authority is recorded.

    ``None`` also where a person must decide: a minor who signed alone for a recorded reason (45 CFR 164.502(g)(3)),
    a parent who signed for a patient of age, or an executor who signed for a patient not known to have died.
    """
    if form.signer_role is None:
        return None
    of_age = was_of_age(form, patient, policy)
    if form.signer_role is SignerRole.PATIENT:
        return None if of_age is False and form.authority else of_age
    if not form.authority:
        return False
    if form.signer_role is SignerRole.EXECUTOR:
        return None if signed_in_life(form, patient) else True
    return None if form.signer_role is SignerRole.PARENT and of_age else True


def signed_in_life(form: Authorization, patient: Patient) -> bool:
    """The patient is not known to have died by the day the form was signed; the day of death itself was lived."""
    died = patient.deceased_on
    return died is None or form.signed_on is None or form.signed_on <= died


def outlives_childhood(form: Authorization, patient: Patient, day: date, policy: Policy) -> bool | None:
    """A form that somebody signed for a child is not yet, or no longer, a question on that day.

    ``None`` once the child is of age: a parent's form is said to hold until it ends, but the child may be asked now.
    ``None`` too where the birth date is not recorded, unless the form says that the patient was of age already.
    """
    if form.signer_role not in FOR_A_CHILD or form.signed_on is None:
        return True
    if patient.birth_date is None:
        return True if form.adult_when_signed else None
    if was_of_age(form, patient, policy):
        return True
    return True if age(patient.birth_date, day) < policy.adult_age else None


def is_protected_after_death(patient: Patient, day: date) -> bool:
    """The patient has died by that day, and HIPAA still protects what was known about them."""
    died = patient.deceased_on
    if died is None or day < died:
        return False
    return (day.year, day.month, day.day) <= (died.year + YEARS_AFTER_DEATH, died.month, died.day)


def outlives_patient(form: Authorization, patient: Patient, day: date) -> bool | None:
    """The form still speaks for a patient who has died by that day: 45 CFR 164.502(f) and (g)(4).

    ``True`` while the patient lives, for a form of the executor, and once the law protects the dead no more.
    ``False`` for a form the patient is said to have signed after dying. ``None`` for any other: a person must decide.
    """
    if form.signed_on is None or not is_protected_after_death(patient, day):
        return True
    if signed_in_life(form, patient):
        return None
    match form.signer_role:
        case SignerRole.EXECUTOR | None:  # who signed is asked elsewhere
            return True
        case SignerRole.PATIENT:
            return False
    return None
