"""What a form lacks is told in words, and what nobody recorded is no defect."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.records import Authorization, PhotoScope, Policy, SignerRole
from before_you_post.rules.cases.clean import FORM, PATIENT, UNDESCRIBED
from before_you_post.rules.conditions.unusable import lacks

POLICY = Policy()
DEFECTS: list[tuple[dict[str, Any], str]] = [
    ({"signed": False}, "a dated signature"),
    ({"signed_on": None}, "a dated signature"),
    ({"signer_role": SignerRole.GUARDIAN}, "the signature of somebody who may sign"),
    ({"expires_on": None, "expires_when": "never"}, "an end"),
    ({"channels": ()}, "a place where the photos may be shown"),
    ({"photos": ()}, "photos that it describes"),
    ({"photos": (PhotoScope(),)}, "photos that it describes"),
    ({"blanks": ("expiry",)}, "what was left blank"),
    ({"stands_alone": False}, "a paper of its own"),
    ({"required_for_care": True}, "free choice, for care was made to depend on it"),
    ({"known_false": True}, "the truth, as far as the practice knows"),
    (
        {"names_discloser": False, "says_redisclosed": False},
        "words that say who may release the photos, that others may pass the photos on",
    ),
]


@pytest.mark.parametrize(("changes", "words"), DEFECTS)
def test_a_defect_is_told_in_words(changes: dict[str, Any], words: str) -> None:
    assert lacks(replace(FORM, **changes), PATIENT, POLICY) == [words]


def test_a_whole_form_lacks_nothing() -> None:
    assert lacks(FORM, PATIENT, POLICY) == []
    mixed = replace(FORM, photos=(PhotoScope(), *(FORM.photos or ())))
    assert lacks(mixed, PATIENT, POLICY) == [], "a line too many describes no less"


def test_what_nobody_recorded_is_no_defect() -> None:
    blank = Authorization(id="A-1", patient="P-01")
    assert lacks(blank, None, POLICY) == []
    assert lacks(replace(FORM, **UNDESCRIBED), PATIENT, POLICY) == []


def test_of_a_patient_nobody_knows_nobody_can_say_who_may_sign() -> None:
    guardian = replace(FORM, signer_role=SignerRole.GUARDIAN)
    assert lacks(guardian, None, POLICY) == []


@given(st.lists(st.sampled_from(DEFECTS), min_size=1, max_size=6), st.dates(date(2020, 1, 1), date(2026, 1, 1)))
def test_a_defect_more_never_makes_a_form_whole(defects: list[tuple[dict[str, Any], str]], day: date) -> None:
    form = replace(FORM, copy_given_on=day)
    for changes, words in defects:
        form = replace(form, **changes)
        assert words.split(",")[0] in "; ".join(lacks(form, PATIENT, POLICY))
