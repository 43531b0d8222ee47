"""Who signed, and whether that person may speak for the patient."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from before_you_post.records import Authorization, Policy, SignerRole
from before_you_post.rules.cases.clean import FORM, PATIENT
from before_you_post.rules.conditions.signers import (
    age,
    is_signed,
    outlives_childhood,
    outlives_patient,
    signer_may_sign,
)

DAY = date(2026, 3, 2)
SIGNED = date(2026, 2, 2)
ADULTS_ARE_18 = Policy(adult_age=18)


def form(**changes: Any) -> Authorization:
    return replace(FORM, **changes)


@pytest.mark.parametrize(
    ("signed", "signed_on", "answer"),
    [(True, DAY, True), (True, None, False), (False, DAY, False), (False, None, False), (None, DAY, None)],
)
def test_a_form_is_signed_once_the_signature_has_a_date(
    signed: bool | None, signed_on: date | None, answer: bool | None
) -> None:
    assert is_signed(form(signed=signed, signed_on=signed_on)) is answer


@pytest.mark.parametrize(
    ("changes", "born", "answer"),
    [
        ({}, date(1984, 5, 17), True),
        ({}, date(2008, 2, 2), True),
        ({}, date(2008, 2, 3), False),
        ({"authority": "consented to the care alone"}, date(2008, 2, 3), None),
        ({}, None, None),
        ({"signed_on": None}, date(1984, 5, 17), None),
        ({"signer_role": None}, date(1984, 5, 17), None),
        ({"signer_role": SignerRole.PARENT}, date(2012, 5, 17), False),
        ({"signer_role": SignerRole.PARENT, "authority": "mother"}, date(2012, 5, 17), True),
        ({"signer_role": SignerRole.PARENT, "authority": "mother"}, date(1984, 5, 17), None),
        ({"signer_role": SignerRole.PARENT, "authority": "mother"}, None, True),
        ({"signer_role": SignerRole.GUARDIAN, "authority": "court order"}, date(1984, 5, 17), True),
    ],
)
def test_who_may_sign(changes: dict[str, Any], born: date | None, answer: bool | None) -> None:
    assert signer_may_sign(form(**changes), replace(PATIENT, birth_date=born), ADULTS_ARE_18) is answer


@pytest.mark.parametrize(
    ("authority", "died", "answer"),
    [
        ("letters testamentary", date(2026, 2, 1), True),
        ("letters testamentary", SIGNED, None),  # the day of death itself was lived
        ("letters testamentary", None, None),
        (None, date(2026, 2, 1), False),
    ],
)
def test_an_executor_signs_for_the_dead_only(authority: str | None, died: date | None, answer: bool | None) -> None:
    executor = form(signer_role=SignerRole.EXECUTOR, authority=authority)
    assert signer_may_sign(executor, replace(PATIENT, deceased_on=died), ADULTS_ARE_18) is answer


def test_the_age_of_majority_is_the_practices_own() -> None:
    teenager = replace(PATIENT, birth_date=date(2007, 6, 1))
    assert signer_may_sign(FORM, teenager, ADULTS_ARE_18)
    assert not signer_may_sign(FORM, teenager, Policy(adult_age=19))


@pytest.mark.parametrize(
    ("day", "years"),
    [(date(2022, 2, 28), 17), (date(2022, 3, 1), 18), (date(2024, 2, 29), 20), (date(2024, 2, 28), 19)],
)
def test_who_is_born_on_a_leap_day_is_a_year_older_on_the_first_of_march(day: date, years: int) -> None:
    assert age(date(2004, 2, 29), day) == years


@pytest.mark.parametrize("role", [SignerRole.PARENT, SignerRole.GUARDIAN])
@pytest.mark.parametrize(
    ("changes", "born", "answer"),
    [
        ({}, date(2008, 3, 3), True),  # 18 tomorrow
        ({}, date(2008, 3, 2), None),  # 18 today
        ({}, date(2008, 2, 2), True),  # 18 when it was signed: nobody signed for a child
        ({}, None, None),
        ({"adult_when_signed": False}, None, None),
        ({"adult_when_signed": True}, None, True),
        ({"signed_on": None}, date(2008, 3, 2), True),
    ],
)
def test_a_child_who_has_come_of_age_is_asked_again(
    role: SignerRole, changes: dict[str, Any], born: date | None, answer: bool | None
) -> None:
    for_a_child = form(signer_role=role, authority="mother", **changes)
    assert outlives_childhood(for_a_child, replace(PATIENT, birth_date=born), DAY, ADULTS_ARE_18) is answer


def test_a_form_the_patient_signed_is_no_question_of_childhood() -> None:
    assert outlives_childhood(FORM, replace(PATIENT, birth_date=date(2008, 3, 2)), DAY, ADULTS_ARE_18)


@pytest.mark.parametrize(
    ("changes", "died", "answer"),
    [
        ({}, None, True),
        ({}, date(2026, 3, 3), True),  # alive on the day
        ({}, DAY, None),  # signed in life
        ({}, SIGNED, None),  # signed on the day of death
        ({}, date(2026, 2, 1), False),  # signed by the dead
        ({"signer_role": SignerRole.EXECUTOR}, date(2026, 2, 1), True),
        ({"signer_role": SignerRole.EXECUTOR}, DAY, None),
        ({"signer_role": SignerRole.REPRESENTATIVE}, date(2026, 2, 1), None),
        ({"signer_role": SignerRole.PARENT}, date(2026, 2, 1), None),
        ({"signer_role": None}, date(2026, 2, 1), True),
        ({"signed_on": None}, date(2026, 2, 1), True),
        ({"signed_on": date(1975, 1, 1)}, date(1976, 3, 2), None),  # the last day of fifty years
        ({"signed_on": date(1975, 1, 1)}, date(1976, 3, 1), True),
    ],
)
def test_after_death_the_executor_speaks(changes: dict[str, Any], died: date | None, answer: bool | None) -> None:
    assert outlives_patient(form(**changes), replace(PATIENT, deceased_on=died), DAY) is answer
