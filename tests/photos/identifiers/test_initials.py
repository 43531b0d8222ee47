"""Initials count only for somebody who is in the photo, and only written as initials."""

from __future__ import annotations

from before_you_post.photos.identifiers.initials import Initials
from before_you_post.records import Patient

INITIALS = Initials((Patient(code="P1", given_name="Ottoline", family_name="Featherstone"), Patient(code="P2")))


def found(text: str, *shown: str) -> list[str]:
    return [hit.patient for hit in INITIALS.find(text, shown)]


def test_initials_of_a_patient_in_the_photo_are_found() -> None:
    for text in ("O.F. after six months", "O. F., left", "patient OF", "Pt: F.O.", "initials O F"):
        assert found(text, "P1", "P2") == ["P1"], text


def test_two_letters_are_not_initials_by_themselves() -> None:
    for text in ("OF course", "of", "P.R.O.F.", "patient of ours", "R.H."):
        assert found(text, "P1") == [], text


def test_nobody_is_asked_about_who_is_not_in_the_photo() -> None:
    assert found("O.F. after six months") == found("O.F.", "P2", "P9") == []
