"""How well the search does on captions as clinics write them: what it finds, what it misses, what it wrongly asks."""

from __future__ import annotations

from datetime import date

import pytest

from before_you_post.photos.identifiers import Roster
from before_you_post.records import IdentifierKind, Patient, PhotoFacts, Policy, Post, Published
from invented_captions import CAPTIONS, HARMLESS, Caption

ROSTER = Roster(
    (
        Patient(
            code="P1",
            given_name="Ottoline",
            family_name="Featherstone",
            birth_date=date(1962, 3, 14),
            medical_record_number="QD-004217",
        ),
        Patient(code="P2", given_name="Barnaby", family_name="Thistledown"),
        Patient(code="P3", given_name="Rose", family_name="Hill"),
    ),
    practice="Quillfeather Dermatology",
)
POLICY = Policy(allowed_text=("614-555-0142", "quillfeather", "Columbus", "480 Larkspur Avenue"))


def found(caption: str) -> set[IdentifierKind]:
    post = Post(id="p", channel="website", source="wordpress", url="https://www.quillfeather.example/noses/")
    photo = Published(id="x", post="p", path="/x", file_name="a.jpg", caption=caption)
    return {
        one.kind for one in ROSTER.find(photo, post, PhotoFacts(sha256="0", byte_size=1, text=(), codes=()), POLICY)
    }


@pytest.mark.parametrize("caption", CAPTIONS, ids=lambda caption: caption.text[:50])
def test_a_caption_holds_what_a_careful_person_sees_in_it_or_is_a_known_error(caption: Caption) -> None:
    assert found(caption.text) == (caption.kinds | caption.false) - caption.missed


def test_nine_of_ten_identifiers_are_found_and_nineteen_of_twenty_questions_are_worth_asking() -> None:
    right = sum(len(found(caption.text) & caption.kinds) for caption in CAPTIONS)
    asked = sum(len(found(caption.text)) for caption in CAPTIONS)
    there = sum(len(caption.kinds) for caption in CAPTIONS)
    assert right / there >= 0.90, f"{right} of {there} found"
    assert right / asked >= 0.95, f"{right} of {asked} right"


def test_hardly_an_ordinary_caption_raises_a_question() -> None:
    assert len(HARMLESS) > 60
    assert sum(bool(found(caption.text)) for caption in HARMLESS) <= 1
