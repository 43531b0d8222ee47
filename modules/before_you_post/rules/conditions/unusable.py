"""What a form on file lacks to cover any photo at all, be it used or not.

Everything here is recorded on the form's own row or on that of its version. What nobody recorded is no defect; whether
the form fits one photo, one channel and one day is asked beside that photo.
"""

# mypy: strict-optional

from __future__ import annotations

from ...records import Authorization, Patient, Policy
from .endings import has_end
from .scopes import ANY_PHOTO
from .signers import is_signed, signer_may_sign

_SAYS = {
    "names_discloser": "who may release the photos",
    "names_recipients": "who may see them",
    "states_purpose": "what for",
    "says_revocable": "that it can be taken back, and how",
    "says_not_conditioned": "that care does not depend on it",
    "says_redisclosed": "that others may pass the photos on",
}


def lacks(form: Authorization, patient: Patient | None, policy: Policy) -> list[str]:
    """What is known to be missing or wrong, in words; empty where nothing is."""
    silent = [words for part, words in _SAYS.items() if getattr(form, part) is False]
    found = {
        "a dated signature": is_signed(form) is False,
        "the signature of somebody who may sign": patient and signer_may_sign(form, patient, policy) is False,
        "an end": has_end(form) is False,
        "a place where the photos may be shown": form.channels == (),
        "photos that it describes": form.photos in ((), (ANY_PHOTO,)),
        "what was left blank": bool(form.blanks),
        "a paper of its own": form.stands_alone is False,
        "free choice, for care was made to depend on it": bool(form.required_for_care),
        "the truth, as far as the practice knows": bool(form.known_false),
        f"words that say {', '.join(silent)}": bool(silent),
    }
    return [words for words, missing in found.items() if missing]
