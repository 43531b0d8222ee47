"""What the signed papers of the sample practice say: the words of every version, part by part.

The parts follow 45 CFR 164.508(c). A version that lacks one leaves it out; a blank that nobody filled in stays a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Row = Mapping[str, Any]
Part = tuple[str, str | None]  # heading and words; None = the line was left blank

_PLAIN = {
    "says_revocable": "You may take this permission back at any time by writing to our privacy officer; what was "
    "shared until then cannot be recalled.",
    "says_not_conditioned": "We treat you the same whether you sign or not.",
    "says_redisclosed": "What is public may be copied by others and is then no longer protected by this form.",
    "says_paid": "A company pays us for showing these photos: the maker of the device or product we used.",
}
_LEGAL = {
    "says_revocable": "The undersigned may, notwithstanding any provision hereinbefore contained, revoke the within "
    "authorization by written instrument delivered to the privacy official, save to the extent that action shall have "
    "been taken in reliance thereupon.",
    "says_not_conditioned": "Neither treatment nor payment, enrolment or eligibility shall be conditioned upon the "
    "execution hereof.",
    "says_redisclosed": "Information disclosed pursuant hereto may be subject to redisclosure by the recipient and "
    "shall thereupon cease to be protected.",
}
_COPY = "You get a copy of this form."
_SOLD = "Somebody pays us for the photos themselves; we are paid for passing them on."
_BESIDES = {
    "names_marketing": ("Marketing", "I permit that my photos and health information are used for marketing."),
    "likeness_consent": ("My likeness", "I consent in writing to the use of my likeness in advertising."),
    "waives_rights": ("Note", "I give up every right to look at these photos before they are used."),
    "forbids_reviews": ("Note", "I will not write about the practice in public."),
}
_TREATMENT = (
    "The operation has been explained to me, with its benefits, its risks and what else could be done.",
    "I know that no result can be promised. I agree to the anesthesia that the doctor thinks right.",
    "I have told the doctor about my illnesses, my medicines and my allergies.",
    "I agree to the operation named above, and to what becomes necessary in its course.",
)


def title(form: Row) -> str:
    """The heading of the page."""
    kinds = {
        "consent to treatment": "Consent to treatment",
        "intake form": "Welcome! Tell us about you",
        "acknowledgement of the privacy notice": "Receipt for our privacy notice",
        "spoken agreement": "Note to the file",
    }
    if form["stands_alone"] is False and form["form_kind"] == "authorization":
        return "Consent to treatment, and to photos"
    return kinds.get(form["form_kind"], "Authorization to use and share my photos")


def parts(form: Row, patient: Row, practice: str) -> list[Part]:
    """What stands on the page, from the top to the signature."""
    who = f"{patient['given_name']} {patient['family_name']}, born {patient['birth_date']}, "
    first = [("Patient", f"{who}record {patient['medical_record_number']}")]
    kinds = {
        "consent to treatment": _treatment,
        "intake form": _intake,
        "acknowledgement of the privacy notice": _notice,
        "spoken agreement": _spoken,
    }
    rest = kinds[form["form_kind"]](form) if form["form_kind"] in kinds else _authorization(form, practice)
    return [*first, *rest]


def _authorization(form: Row, practice: str) -> Iterator[Part]:
    if not form["stands_alone"]:
        yield "1. Treatment", " ".join(_TREATMENT[:3])
        yield "2. Photos", "I also permit that my photos are shown, as follows."
    blanks = form["blanks"]
    yield "Which photos", _photos(form["photos"])
    if form["names_discloser"]:
        yield "Who may share them", f"{practice} and its staff"
    if form["names_recipients"]:
        yield "Who may see them", None if "recipients" in blanks else "The public: everybody who looks there"
    yield "Where", form["channels"]
    if form["states_purpose"]:
        yield "What for", "To show people who think about a treatment what it can do"
    yield "This ends", f"on {form['expires_on']}" if form.get("expires_on") else _event(form["expires_when"])
    yield "My name", "My name may be published with them." if form["may_name"] else "My name must not be published."
    words = _LEGAL if (form.get("reading_grade") or 0) > 12 else _PLAIN
    rights = [text for field, text in words.items() if form[field]]
    rights += [_SOLD] if form.get("says_sold") else []
    yield "My rights", " ".join([*rights, *([] if form.get("says_copy") is False else [_COPY])])
    yield from (part for field, part in _BESIDES.items() if form.get(field))
    if form["required_for_care"]:
        yield "Note", "No appointment can be made without this form."
    if form["known_false"]:
        yield "Note", "The photos show the result of one session."
    if not form["separate_signature"]:
        yield "Newsletter", "With the same signature I order the newsletter by e-mail."


def _photos(listed: str) -> str:
    if listed == "any and all media":
        return "Any and all photos, films and other media."
    names = [name.strip().rpartition("/")[2].removesuffix(".jpg") for name in listed.split(";")]
    return "; ".join(name if "-" in name else f"all {name} photos" for name in names) + ". No others."


def _event(when: str) -> str:
    return "never" if when == "never" else f"when {when}"


def _treatment(form: Row) -> Iterator[Part]:
    yield "Operation", "Neck lift"
    for number, text in enumerate(_TREATMENT, 1):
        yield f"{number}.", text
    yield "5.", "Photographs may be taken and used for teaching, research and publicity."


def _intake(form: Row) -> Iterator[Part]:
    yield "Allergies", "none known"
    yield "Medicines", "none"
    yield "What brings you here", "A scar on my shoulder"
    yield "How did you hear of us", "[  ] a friend     [x] the internet     [  ] my doctor"
    yield "You may", "[x] send me the newsletter     [x] photos OK     [  ] call me at work"


def _notice(form: Row) -> Iterator[Part]:
    yield "Receipt", "I was given the notice of privacy practices. I was able to read it and to ask questions."
    yield "Note", "This receipt permits nothing and asks for nothing."


def _spoken(form: Row) -> Iterator[Part]:
    yield "By phone", f"I asked whether we may post the new photo on {form['channels']}."
    yield "Answer", '"Of course you may. I love it."'
    yield "Noted by", "Maddoc Elsinger, social media"
