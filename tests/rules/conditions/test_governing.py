"""Which form speaks for a picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from before_you_post.records import Authorization, FormKind, PhotoKind, PhotoScope
from before_you_post.rules.cases.clean import CLEAN, FORM, PANEL, PATIENT, UNDESCRIBED
from before_you_post.rules.conditions.governing import governing, on_file, set_aside, validity, wording

DAY = date(2026, 3, 2)


def form(**changes: Any) -> Authorization:
    return replace(FORM, **changes)


def speaks(*forms: Authorization, day: date = CLEAN.today) -> str | None:
    chosen = governing(replace(PANEL, authorizations=forms), CLEAN, day)
    return chosen.id if chosen else None


def test_a_form_signed_after_the_day_is_not_on_file_and_one_without_a_date_is() -> None:
    later, undated = form(id="later", signed_on=date(2026, 3, 3)), form(id="undated", signed_on=None)
    assert on_file(replace(PANEL, authorizations=(later, undated, FORM)), DAY) == (undated, FORM)
    assert on_file(replace(PANEL, authorizations=None), DAY) == ()


def test_a_good_form_speaks_however_new_the_bad_one_is() -> None:
    assert speaks(FORM, form(id="A-999", signed_on=date(2026, 9, 1), channels=("brochure",))) == "A-101"


def test_fewer_broken_conditions_count_before_more_satisfied_ones() -> None:
    unsure = form(id="unsure", channels=None, signer_role=None)
    assert speaks(unsure, form(id="broken", channels=())) == "unsure"


def test_one_fault_that_takes_the_photo_down_counts_for_more_than_several_that_do_not() -> None:
    revoked = form(id="revoked", revoked_on=date(2026, 3, 9))
    silent = form(id="silent", names_discloser=False, names_recipients=False, states_purpose=False)
    assert speaks(revoked, silent) == "silent"


def test_a_form_that_says_any_photo_speaks_before_one_about_another_photo() -> None:
    other = form(id="A-999", photos=(PhotoScope(kind=PhotoKind.BEFORE),))
    assert speaks(form(id="any", photos=(PhotoScope(),)), other) == "any"


@pytest.mark.parametrize("kind", [kind for kind in FormKind if kind is not FormKind.AUTHORIZATION])
def test_a_paper_that_is_no_authorization_speaks_last(kind: FormKind) -> None:
    worst = form(id="A-001", signed=False, channels=(), revoked_on=date(2026, 2, 3), photos=())
    assert speaks(form(id="A-999", form_kind=kind), worst) == "A-001"
    assert speaks(form(id="A-999", form_kind=kind)) == "A-999"


def test_a_described_form_speaks_before_one_whose_words_nobody_recorded() -> None:
    assert speaks(FORM, form(id="A-999", signed_on=date(2026, 9, 1), **UNDESCRIBED)) == "A-101"


def test_a_form_about_this_photo_speaks_before_a_better_one_about_another() -> None:
    other = form(id="A-999", signed_on=date(2026, 9, 1), photos=(PhotoScope(kind=PhotoKind.BEFORE),))
    ended = form(id="ended", expires_on=date(2026, 4, 1), revoked_on=date(2026, 3, 9))
    assert speaks(ended, other) == "ended"
    assert speaks(form(id="unsure", photos=None), other) == "unsure"


def test_a_known_form_speaks_before_one_of_which_less_is_known() -> None:
    assert speaks(form(id="unsure", channels=None, signed_on=date(2026, 9, 1)), FORM) == "A-101"


def test_of_equally_good_forms_the_one_signed_last_speaks_and_then_the_higher_id() -> None:
    assert speaks(FORM, form(id="A-001", signed_on=date(2026, 9, 1))) == "A-001"
    assert speaks(FORM, form(id="A-102")) == "A-102"
    assert speaks(form(id="A-102"), FORM) == "A-102"


def test_which_form_speaks_depends_on_the_day() -> None:
    renewed = form(id="A-102", signed_on=date(2026, 9, 1))
    assert speaks(FORM, renewed, day=DAY) == "A-101"
    assert speaks(FORM, renewed) == "A-102"


def test_no_form_speaks_where_day_or_patient_are_unknown_or_nothing_is_on_file() -> None:
    assert governing(PANEL, CLEAN, None) is None
    assert governing(replace(PANEL, patient=None), CLEAN, DAY) is None
    assert speaks() is None


def test_the_conditions_of_the_clean_case_are_all_satisfied() -> None:
    asked = (FORM, PATIENT, PANEL, CLEAN, CLEAN.today)
    assert set(validity(*asked) + wording(*asked)) == {True}


def test_nothing_is_set_aside_without_a_note() -> None:
    assert not set_aside(replace(CLEAN, panels=None))
