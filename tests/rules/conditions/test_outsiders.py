"""A vendor under the practice's own control is staff in law; any other needs an agreement."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from before_you_post.records import SubjectKind
from before_you_post.rules.base import Subject
from before_you_post.rules.cases.clean_office import MATTERS, OFFICE
from before_you_post.rules.cases.clean_papers import vendor
from before_you_post.rules.conditions.outsiders import on_its_own, under_agreement


def subject(**changes: Any) -> Subject:
    matter = replace(MATTERS[SubjectKind.VENDOR], **vendor(**changes))
    return Subject(office=OFFICE, matter=matter, day=OFFICE.today)


@pytest.mark.parametrize(("control", "own"), [(None, True), (False, True), (True, False)])
def test_only_control_that_is_recorded_makes_a_vendor_staff(control: bool | None, own: bool) -> None:
    assert on_its_own(subject(direct_control=control)) is own


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({}, True),
        ({"phi_access": False}, False),
        ({"phi_access": None}, False),
        ({"agreement_signed_on": None}, False),
        ({"direct_control": True}, False),
    ],
)
def test_terms_are_asked_of_agreements_that_are_signed_and_needed(changes: dict[str, Any], asked: bool) -> None:
    assert under_agreement(subject(**changes)) is asked
