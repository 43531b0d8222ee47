"""What the printed form says, and which rule speaks where nobody recorded it.

The words are the same on every copy of a version of the form, so a practice describes each version once. Some have
described none of them yet, and then a dozen rules would each say the same beside every photo: "not recorded". A reader
learns to skip what is said a dozen times. So one gap makes one finding:

1. *The version is not described at all.* ``hipaa-auth-complete`` is not checked and says so (its need ``WORDING``),
   and the photo is not clear. The rules about single parts do not apply yet.
2. *It is described, and one cell is empty.* Only the rule about that part is not checked.
3. *The copy.* What happened with one copy stands in its own row. ``blanks`` filled in, be it with "none", means that
   somebody went through this copy. Until then ``hipaa-auth-complete`` speaks for the copy too, and rules about it
   apply only where their own fact is recorded.

A paper of another kind (a consent to treatment, a spoken yes) is no authorization, however complete: one rule says so,
and no other rule asks for parts it could not have.
"""

# mypy: strict-optional

from __future__ import annotations

from ...records import Authorization, FormKind
from ..base import OR, Observation, Subject

PARTS = (
    "names_discloser",
    "names_recipients",
    "states_purpose",
    "says_revocable",
    "says_not_conditioned",
    "says_redisclosed",
    "says_paid",
    "names_marketing",
    "likeness_consent",
    "stands_alone",
    "separate_signature",
    "font_points",
    "reading_grade",
)  # fields of Authorization; one that is recorded is enough to call the version described
WORDING = OR.join(f"form.{part}" for part in PARTS)


def is_authorization(form: Authorization) -> bool:
    """The paper is not known to be something else than an authorization."""
    return form.form_kind in (None, FormKind.AUTHORIZATION)


def by_authorization(subject: Subject) -> bool:
    """An authorization speaks for the picture."""
    return subject.form is not None and is_authorization(subject.form)


def described(form: Authorization) -> bool:
    """Somebody described this version of the form, if only in part."""
    return any(getattr(form, part) is not None for part in PARTS)


def by_described_form(subject: Subject) -> bool:
    """An authorization speaks for the picture, and somebody described what its printed version says."""
    return subject.form is not None and is_authorization(subject.form) and described(subject.form)


def silent(subject: Subject, part: str, about: str) -> Observation | None:
    """The form does not say what it must: ``about`` = "who may release the photos"."""
    form = subject.form
    if form is None or getattr(form, part):
        return None
    return Observation(text=f"{form_named(form)} does not say {about}.", part=part)


def form_named(form: Authorization) -> str:
    """The form at the beginning of a sentence, with its version: what is wrong in print is wrong on every copy."""
    return f"The form {form.id} (version {form.form_version})" if form.form_version else f"The form {form.id}"
