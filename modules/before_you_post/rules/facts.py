"""The facts a rule may need, each with the sentence that says it is not known.

A rule that needs a fact nobody recorded must not pass in silence: it was not checked, and the reader is told which
fact to look for.
"""

# mypy: strict-optional

from __future__ import annotations

from collections.abc import Mapping

from .base import Rule, Subject

OR = " or "  # "form.expires_on or form.expires_when": one of them is enough

FACTS: Mapping[str, str] = {
    "day": "The day the photo was posted is not recorded, so nobody can say which form was on file then.",
    "panel": "The photo was not compared with the library, so nobody can say whose photo it is.",
    "panel.authorizations": "The forms of patient {patient} were not looked up.",
    "panel.patient.birth_date or form.adult_when_signed": "The birth date of patient {patient} is not "
    "recorded, so their age when they signed form {form} is not known.",
    "form.signed": "It is not recorded whether form {form} is signed.",
    "form.signer_role": "It is not recorded who signed form {form}: the patient, a parent, a guardian or another "
    "representative.",
    "form.channels": "It is not recorded which places form {form} names.",
    "form.photos": "It is not recorded which photos form {form} describes.",
    "form.expires_on or form.expires_when": "It is not recorded when form {form} ends.",
    "evidence.identifiers": "Nobody looked for names, numbers and birth dates in or around the photo.",
    "evidence.photo.text": "The words in the picture were not read.",
    "evidence.photo.gps": "Nobody looked whether the file holds the place where the picture was taken.",
}


def missing(rule: Rule, subject: Subject) -> str | None:
    """The first need of the rule that is not known, or ``None``.

    A fact about something that is not there is not missing: where a patient has no form, nobody needs to know
    whether the form is signed. The rule that asks for the form itself speaks then.
    """
    for need in rule.needs:
        if all(_is_missing(subject, path) for path in need.split(OR)):
            return need
    return None


def sentence(need: str, subject: Subject) -> str:
    """The missing fact in words; where the file could not be opened, that is said too."""
    patient = subject.panel.patient if subject.panel else None
    words = FACTS[need].format(form=subject.form.id if subject.form else "", patient=patient.code if patient else "")
    problem = subject.evidence.photo.problem
    of_the_file = need == "panel" or need.startswith("evidence.photo.")
    return f"{words} The file could not be opened: {problem.rstrip('.')}." if problem and of_the_file else words


def _is_missing(subject: Subject, path: str) -> bool:
    *parents, last = path.split(".")
    thing: object = subject
    for name in parents:
        thing = getattr(thing, name)
        if thing is None:
            return False
    return getattr(thing, last) is None
