"""Whole names are told from parts, everyday words from names, and misspellings are only worth a look."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.photos.identifiers.names import Names
from before_you_post.records import Patient

OTTOLINE = Patient(code="P1", given_name="Ottoline", family_name="Féatherstone", other_names=("Lottie", "Quill"))
ROSE = Patient(code="P2", given_name="Rose", family_name="Hill")
LI = Patient(code="P3", given_name="Li", family_name="Wu")
MARIA = Patient(code="P4", given_name="María José", family_name="Gonzalez-Lopez")
NAMES = Names((OTTOLINE, ROSE, LI, MARIA))


def whole(text: str) -> set[str]:
    return {hit.patient for hit in NAMES.whole(text) if hit.whole}


def parts(text: str) -> set[str]:
    return {hit.patient for hit in (*NAMES.whole(text), *NAMES.parts(text))} - whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ottoline Featherstone",
        "featherstone-ottoline-2.jpg",
        "OttolineFeatherstone_before.jpg",
        "ottolinefeatherstone.jpg",
        "before_OTTOLINEFEATHERSTONE",
        "Featherstone, Ottoline",
        "Ottoline M. Featherstone's nose",
        "Ottoline Maud Féatherstone",
        "Lottie Featherstone",
        "Ottoline Quill",
    ],
)
def test_a_whole_name_is_found_in_every_spelling(text: str) -> None:
    assert whole(text) == {"P1"}


def test_a_double_name_is_found_with_its_first_part() -> None:
    assert whole("Maria Gonzalez-Lopez") == whole("María José González López") == {"P4"}


@pytest.mark.parametrize("text", ["Lottie's nose", "featherstone.jpg", "ofeatherstone", "Otoline Fetherstone"])
def test_a_part_of_a_name_or_a_misspelt_one_is_worth_a_look(text: str) -> None:
    assert whole(text) == set()
    assert parts(text) == {"P1"}


@pytest.mark.parametrize(
    "text",
    [
        "Ottoline and Barnaby Featherweight",
        "lip augmentation result, six months",
        "a rose on the hill",
        "hill rose",
        "rose",
        "li",
        "wu",
    ],
)
def test_no_whole_name_stands_here(text: str) -> None:
    assert whole(text) == set()


def test_a_name_of_two_everyday_words_is_never_more_than_a_part() -> None:
    assert whole("the Rose Hill clinic") == set()
    assert parts("the Rose Hill clinic") == {"P2"}
    assert parts("Rose is pleased; the clinic on the hill") == set()


def test_very_short_names_match_only_together_and_only_for_a_look() -> None:
    assert parts("li wu") == {"P3"}
    assert parts("li and wu") == set()


def test_two_first_names_joined_by_and_are_two_people() -> None:
    assert whole("Ottoline and Featherstone") == set()


@settings(max_examples=60, deadline=None)
@given(st.text(), st.lists(st.builds(Patient, code=st.text(), given_name=st.text(), family_name=st.text()), max_size=3))
def test_no_text_and_no_roster_raises(text: str, patients: list[Patient]) -> None:
    names = Names(patients)
    for hit in (*names.whole(text), *names.parts(text)):
        assert text[hit.start : hit.end]
