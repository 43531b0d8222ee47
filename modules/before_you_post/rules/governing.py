"""Which form speaks for a picture on a day, and what a form must satisfy to cover it.

A patient may have signed several forms: one for the website, a later one for Instagram, one that has ended. Each
condition below asks one question of one form and answers ``True``, ``False`` or ``None`` (not recorded, or a person
must decide). The form that speaks is, among those about this photo, the one with the fewest broken conditions, so a
patient's good form is never hidden behind a bad one, and spoiling a form can never help the photo. A form about
another photo speaks only where there is no form about this one: "the form was revoked" helps the reader more than
"the other form is not about this photo".
"""

# mypy: strict-optional

from __future__ import annotations

from datetime import date

from ..records import Authorization, Evidence, Original, Panel, Patient, PhotoScope, Policy, Post, SignerRole


def spoken(words: str) -> str:
    """A name as people compare it: capitals, spaces, hyphens and underscores make no difference."""
    return "".join(letter for letter in words.casefold() if letter not in " \t-_")


def age(born: date, day: date) -> int:
    """Age in whole years on a day; someone born on 29 February is a year older on 1 March of a common year."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def ended_on(form: Authorization) -> date | None:
    """The first day on which the form permits nothing more; ``None`` while no such day is known.

    A form that ends on a date is good for the whole of that date. A form that ends with an event ends on the day the
    practice knows the event happened (45 CFR 164.508(b)(2)(i) asks what is *known*), so an event nobody has
    recorded has not happened.
    """
    ends = [form.event_happened_on] if form.expires_when and form.event_happened_on else []
    if form.expires_on:
        ends.append(date.fromordinal(form.expires_on.toordinal() + 1) if form.expires_on < date.max else date.max)
    return min(ends, default=None)


def ending_part(form: Authorization) -> str:
    """The field of the form that made it end: its event, where that came no later than its date."""
    event = form.event_happened_on if form.expires_when else None
    return "event_happened_on" if event and (form.expires_on is None or event <= form.expires_on) else "expires_on"


def ending(form: Authorization) -> str:
    """When and how the form ended, in words: "ended on 2025-03-31"."""
    if ending_part(form) == "event_happened_on":
        return f"ended on {form.event_happened_on}, with the event it names ({form.expires_when})"
    return f"ended on {form.expires_on}"


def is_signed(form: Authorization) -> bool | None:
    """The form is signed and the signature is dated: 45 CFR 164.508(c)(1)(vi) asks for both."""
    return form.signed and form.signed_on is not None


def names_channel(form: Authorization, channel: str) -> bool | None:
    """The form names the place the photo was published."""
    if form.channels is None:
        return None
    return spoken(channel) in {spoken(name) for name in form.channels}


def describes_original(form: Authorization, original: Original) -> bool | None:
    """One line of the form at least describes this photo."""
    if form.photos is None:
        return None
    answers = [_within(scope, original) for scope in form.photos]
    return True if True in answers else None if None in answers else False


def describes(form: Authorization, panel: Panel) -> bool | None:
    """The form describes the picture in the panel.

    Where burst twins cannot be told apart, ``True`` needs a description of each of them and ``False`` that none is
    described; in between nobody can say without looking.
    """
    answers = {describes_original(form, original) for original in panel.originals}
    return answers.pop() if len(answers) == 1 else None


def not_expired(form: Authorization, day: date) -> bool | None:
    """The form had not ended by that day; ``None`` where the form records no end at all."""
    if not (form.expires_on or form.expires_when):
        return None
    ended = ended_on(form)
    return ended is None or day < ended


def not_revoked(form: Authorization, day: date) -> bool:
    """The patient had not revoked the form by that day. The law asks for *known* revocations: none on file is none."""
    return form.revoked_on is None or day < form.revoked_on


def signer_may_sign(form: Authorization, patient: Patient, policy: Policy) -> bool | None:
    """Whoever signed could sign for this patient: the adult patient, or someone whose authority is recorded.

    ``None`` also where a person must decide: a minor who signed alone for a recorded reason (45 CFR 164.502(g)(3)),
    or a parent who signed for a patient of age.
    """
    if form.signer_role is None:
        return None
    of_age = was_of_age(form, patient, policy)
    if form.signer_role is SignerRole.PATIENT:
        return None if of_age is False and form.authority else of_age
    if not form.authority:
        return False
    return None if form.signer_role is SignerRole.PARENT and of_age else True


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


def conditions(form: Authorization, panel: Panel, post: Post, day: date, policy: Policy) -> tuple[bool | None, ...]:
    """The answer of every condition above for one form, one panel, one post and one day."""
    return (
        is_signed(form),
        names_channel(form, post.channel),
        describes(form, panel),
        not_expired(form, day),
        not_revoked(form, day),
        signer_may_sign(form, panel.patient, policy) if panel.patient else None,
    )


def on_file(panel: Panel, day: date) -> tuple[Authorization, ...]:
    """The patient's forms signed by that day. A form without a signing date counts: its own rule speaks of that."""
    return tuple(form for form in panel.authorizations or () if form.signed_on is None or form.signed_on <= day)


def governing(panel: Panel, post: Post, day: date | None, policy: Policy) -> Authorization | None:
    """The form that speaks for a panel on a day: one about this photo, with the fewest broken conditions.

    Then the one with most conditions satisfied, then the one signed last.

    ``None`` where the day or the patient is not known, or no form was on file. The order in which forms are listed
    makes no difference: the form's id settles what is left.
    """
    if day is None or panel.patient is None:
        return None

    def standing(form: Authorization) -> tuple[bool, int, int, date, str]:
        answers = conditions(form, panel, post, day, policy)
        about_it = describes(form, panel) is not False
        return about_it, -answers.count(False), answers.count(True), form.signed_on or date.min, form.id

    return max(on_file(panel, day), key=standing, default=None)


def set_aside(evidence: Evidence) -> bool:
    """A named person found that this is no patient photo, and the library does not say otherwise.

    The note goes by the name of the file. A picture that was made from a patient's original is judged all the same,
    so that a second file of the same name cannot slip through.
    """
    return evidence.not_a_patient is not None and not any(panel.patient for panel in evidence.panels or ())


def _within(scope: PhotoScope, original: Original) -> bool | None:
    """Does one line of a form describe this photo? ``None`` where the library does not record what the line asks."""
    if scope.original is not None:
        return scope.original == original.id
    answers: list[bool | None] = []
    if scope.kind is not None:
        answers.append(None if original.kind is None else scope.kind is original.kind)
    if scope.area is not None:
        answers.append(None if original.area is None else spoken(scope.area) == spoken(original.area))
    if not answers or False in answers:
        return False
    return None if None in answers else True
