"""Words that stand in every clinic's photos and captions and give nobody away: views, times, scales, treatments.

A line in a picture that holds nothing else is no identifier ("Before", "3 months after", "Left oblique view"). A
practice adds its own in practice.yaml, ``policy: allowed_text``. The list is deliberately of common words only: a
word missing here costs a person a look, a word too many could hide a name.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import cache

from .names import everyday_words
from .us_states import STATES
from .words import words

ORDINARY: Mapping[str, str] = {
    "views": "before after during front frontal anterior back rear posterior left right side sides profile oblique "
    "lateral medial quarter quarters view views up down top bottom close closeup detail base worm bird smiling "
    "smile relaxed animation rest reposed repose eyes open closed head raised lowered upper lower full half same",
    "times": "day days week weeks wk wks month months mo mos year years yr yrs hour hours hr hrs minute minutes later "
    "post pre op postop preop preoperative postoperative operative surgery surgical treatment treatments session "
    "sessions visit visits round rounds immediately immediate today follow followup initial final baseline healed "
    "first second third fourth fifth sixth one two three four five six seven eight nine ten eleven twelve only just",
    "scales": "mm cm in inch inches ml cc mg units unit syringe syringes vial vials scale x spf percent kg lb lbs "
    "pounds stitches",
    "areas": "face facial nose nasal lip lips chin cheek cheeks jaw jawline neck eye eyelid eyelids brow brows "
    "forehead temple temples ear ears hair hairline scalp skin abdomen tummy waist flank flanks hip hips "
    "thigh thighs leg legs knee knees calf calves foot feet arm arms forearm hand hands finger elbow "
    "shoulder shoulders chest breast breasts buttock buttocks body",
    "treatments": "acne rosacea melasma eczema psoriasis scar scars scarring wrinkle wrinkles lines mole moles lesion "
    "spot spots vein veins tattoo removal revision reduction augmentation lift facelift necklift browlift eyelift "
    "rhinoplasty septoplasty blepharoplasty otoplasty genioplasty abdominoplasty mastopexy mammoplasty brachioplasty "
    "liposuction lipo tuck implant implants filler fillers botox dysport xeomin jeuveau juvederm restylane sculptra "
    "radiesse kybella microneedling laser ipl bbl peel peels facial facials resurfacing contouring restoration "
    "transplant prp hydrafacial coolsculpting rejuvenation dermal injection injections injectable injectables "
    "chemical thread threads ultherapy morpheus fraxel job jobs",
    "notices": "actual patient patients real result results may vary individual not guaranteed no filter filters "
    "unretouched unedited untouched photo photos photograph photographs model of the with and or by a an our at from "
    "for on is are to this these your own difference swipe link bio see more call text visit follow book "
    "now us learn",
    "labels": "name dob birth date mrn ssn age phone tel telephone fax email address id no number acct account member "
    "policy group serial lot ref",
}
"""By topic; all in lower case."""

_COUNTRIES = (
    "canada mexico england ireland scotland wales france germany italy spain india china japan korea brazil "
    "australia europe africa asia america usa"
)
_CAPITALISED = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december christmas easter thanksgiving halloween hanukkah summer winter spring fall "
    "autumn instagram facebook tiktok twitter youtube google yelp allergan galderma evolus merz fda asps aad "
    "medspa clinic clinics office aesthetics dermatology cosmetic plastic team staff doctor doctors dr nurse surgeon "
    "mother mothers father fathers mom dad valentine valentines women men woman man girl girls boy boys "
    "god you we they she he her his it who everyone everybody someone another all many most some every each new "
    "what how why when where here there that than then beauty love thanks happy week month year "
    "ip person people client clients lady ladies couple teen teens surgery plastics practice hospital"
)
_NUMBER = re.compile(r"\d{1,3}|(?:19|20)\d\d")  # a count, or a year, which may be told


@cache
def ordinary_words() -> frozenset[str]:
    """Every word of the list, as ``words`` compares them."""
    return frozenset(word for topic in ORDINARY.values() for word in topic.split())


@cache
def never_a_name() -> frozenset[str]:
    """Words that begin with a capital, or may, and yet name no person and no town."""
    states = (word for name in STATES for word in name.split())
    return ordinary_words() | everyday_words() | {*_COUNTRIES.split(), *_CAPITALISED.split(), *states}


def is_ordinary(line: str, own: Container[str] = ()) -> bool:
    """Whether a line holds nothing but ordinary words and small numbers: "12 weeks post-op", "3/4 view", "2 cm".

    ``own`` are words of the practice, as they compare: "© 2026 Quillfeather" says nothing about a patient.
    """
    known = ordinary_words()
    found = (word.folded for word in words(line))
    return all(word in known or word in own or _NUMBER.fullmatch(word) for word in found)
