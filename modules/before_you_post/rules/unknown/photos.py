"""Facts about a published photo and its forms, each with the sentence that says it is not known."""

from __future__ import annotations

from collections.abc import Mapping

from ..conditions.printed import WORDING

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
    "form.expires_on or form.expires_when": "It is not recorded when form {form} ends. If the paper names no end, "
    "write “none”.",
    "panel.patient.birth_date": "The birth date of patient {patient} is not recorded, so nobody can tell whether they "
    "have come of age since somebody signed form {form} for them.",
    WORDING: "What form {form} says in print is not recorded. Note its version with the form, and describe each "
    "version once in the table form_versions.",
    "form.form_kind": "It is not recorded what kind of paper form {form} is: an authorization, or something else.",
    "form.names_discloser": "It is not recorded whether form {form} says who may release the photos.",
    "form.names_recipients": "It is not recorded whether form {form} says who may see the photos.",
    "form.states_purpose": "It is not recorded whether form {form} says what the photos will be used for.",
    "form.says_revocable": "It is not recorded whether form {form} says that it can be taken back, and how.",
    "form.says_not_conditioned": "It is not recorded whether form {form} says that care does not depend on signing.",
    "form.says_redisclosed": "It is not recorded whether form {form} warns that others may pass the photos on.",
    "form.says_paid": "It is not recorded whether form {form} says that somebody pays the practice.",
    "form.stands_alone": "It is not recorded whether form {form} stands alone or is part of another document.",
    "form.separate_signature": "It is not recorded whether the signature on form {form} serves that form alone.",
    "form.font_points": "It is not recorded how large the smallest print of form {form} is.",
    "form.reading_grade": "It is not recorded how hard form {form} is to read.",
    "form.blanks": "Nobody recorded whether a required part of form {form} was left blank. Read the paper through; if "
    "nothing is blank, write “none”.",
    "form.required_for_care": "It is not recorded whether care was made to depend on signing form {form}.",
    "form.copy_given_on": "It is not recorded when the patient was given a copy of the signed form {form}.",
    "evidence.identifiers": "Nobody looked for names, numbers and birth dates in or around the photo.",
    "panel.marks": "Nobody recorded whether tattoos, birthmarks, scars or jewellery can be seen on the original.",
    "evidence.photo.faces": "Nobody looked for faces in the photo.",
    "evidence.photo.text": "The words in the picture were not read.",
    "evidence.photo.codes": "Nobody looked for square codes in the picture.",
    "evidence.photo.metadata": "Nobody looked whether the file still holds dates, numbers or names.",
    "evidence.photo.embedded": "Nobody looked whether the file holds further pictures.",
    "evidence.devices": "The practice keeps no list of its cameras and phones, so nobody can say whose camera it was.",
    "evidence.photo.gps": "Nobody looked whether the file holds the place where the picture was taken.",
}
