"""Record numbers and birth dates are found in every spelling, and a camera's counter is no record number."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.photos.identifiers.numbers import BirthDates, RecordNumbers
from before_you_post.records import Patient

RECORDS = RecordNumbers(
    (
        Patient(code="P1", medical_record_number="QD-004217"),
        Patient(code="P2", medical_record_number="10234"),
        Patient(code="P3", medical_record_number="88123456"),
        Patient(code="P4", medical_record_number="77"),
    )
)
BIRTHS = BirthDates((Patient(code="P1", birth_date=date(1962, 3, 14)), Patient(code="P2", birth_date=date(1990, 1, 2))))


def records(text: str, **how: bool) -> set[tuple[str, bool]]:
    return {(patient, hit.whole) for hit in RECORDS.find(text, **how) for patient in hit.patients}


def births(text: str) -> set[tuple[str, bool]]:
    return {(patient, hit.whole) for hit in BIRTHS.find(text) for patient in hit.patients}


@pytest.mark.parametrize("text", ["MRN QD-004217", "qd004217", "QD 004217.", "QD_004217_before.jpg", "beforeQD004217"])
def test_a_record_number_is_found_in_every_spelling(text: str) -> None:
    assert ("P1", True) in records(text)


def test_the_digits_of_a_record_number_alone_are_worth_a_look() -> None:
    assert records("IMG_004217.jpg") == {("P1", False)}


def test_a_short_bare_number_needs_a_label_to_be_sure() -> None:
    assert records("IMG_10234.jpg") == {("P2", False)}
    assert records("chart no. 10234") == {("P2", True)}
    assert records("88123456") == {("P3", True)}


def test_a_part_of_a_longer_number_is_another_number() -> None:
    assert records("102345") == records("QD-0042175") == records("1024x683") == set()


def test_a_number_too_short_to_mean_anything_is_never_looked_for() -> None:
    assert records("room 77") == set()


def test_letters_misread_in_a_picture_are_worth_a_look_there_only() -> None:
    assert records("QDO04217", read_from_picture=True) == {("P1", False)}
    assert records("QDO04217") == set()


@pytest.mark.parametrize(
    "text",
    [
        "1962-03-14",
        "1962/3/14",
        "3/14/1962",
        "14.03.1962",
        "19620314",
        "x_03141962.jpg",
        "March 14th, 1962",
        "14 March 1962",
        "14-Mar-1962",
        "Mar. 14, 1962",
        "DOB 3/14/62",
        "born 14 Mar 62",
    ],
)
def test_a_birth_date_is_found_in_every_spelling(text: str) -> None:
    assert births(text) == {("P1", True)}


def test_a_date_that_can_be_read_two_ways_or_lacks_its_century_is_worth_a_look() -> None:
    assert births("2/1/1990") == births("1/2/90") == {("P2", False)}
    assert births("1/2/1990") == {("P2", True)}


@pytest.mark.parametrize("text", ["1962-03-15", "3/14/1963", "120190314", "99/99/9999", "0000-00-00", "version 1.2.3"])
def test_other_dates_and_numbers_are_nobodys_birthday(text: str) -> None:
    assert births(text) == set()


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("0123456789/-. QDMarch,thof"), max_size=40) | st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    for hit in (*RECORDS.find(text), *RECORDS.find(text, read_from_picture=True), *BIRTHS.find(text)):
        assert text[hit.start : hit.end]
