"""What a form must satisfy, and which form speaks for a picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from before_you_post.records import Authorization, Original, PhotoKind, PhotoScope, Policy, SignerRole
from before_you_post.rules.clean import CLEAN, FORM, ORIGINAL, PANEL, PATIENT
from before_you_post.rules.governing import (
    age,
    conditions,
    describes,
    describes_original,
    ended_on,
    ending,
    governing,
    is_signed,
    names_channel,
    not_expired,
    not_revoked,
    on_file,
    set_aside,
    signer_may_sign,
)

DAY = date(2026, 3, 2)
ADULTS_ARE_18 = Policy(adult_age=18)
TWIN = replace(ORIGINAL, id="P-01/after-2.jpg")


def form(**changes: Any) -> Authorization:
    return replace(FORM, **changes)


def original(**changes: Any) -> Original:
    return replace(ORIGINAL, **changes)


def speaks(*forms: Authorization, day: date = CLEAN.today) -> str | None:
    chosen = governing(replace(PANEL, authorizations=forms), CLEAN.post, day, ADULTS_ARE_18)
    return chosen.id if chosen else None


# ---------------------------------------------------------------- one form


@pytest.mark.parametrize(
    ("signed", "signed_on", "answer"),
    [(True, DAY, True), (True, None, False), (False, DAY, False), (False, None, False), (None, DAY, None)],
)
def test_a_form_is_signed_once_the_signature_has_a_date(
    signed: bool | None, signed_on: date | None, answer: bool | None
) -> None:
    assert is_signed(form(signed=signed, signed_on=signed_on)) is answer


@pytest.mark.parametrize(
    ("channels", "answer"),
    [
        (("website",), True),
        (("Instagram", " Web Site "), True),
        (("web-site",), True),
        (("website blog",), False),
        ((), False),
        (None, None),
    ],
)
def test_a_channel_is_named_whatever_its_capitals_and_spaces(
    channels: tuple[str, ...] | None, answer: bool | None
) -> None:
    assert names_channel(form(channels=channels), "website") is answer


@pytest.mark.parametrize(
    ("scopes", "photo", "answer"),
    [
        ((PhotoScope(original=ORIGINAL.id),), ORIGINAL, True),
        ((PhotoScope(original=TWIN.id),), ORIGINAL, False),
        ((PhotoScope(original=ORIGINAL.id),), original(kind=None, area=None), True),
        ((PhotoScope(kind=PhotoKind.AFTER),), ORIGINAL, True),
        ((PhotoScope(kind=PhotoKind.AFTER),), original(area=None), True),
        ((PhotoScope(kind=PhotoKind.BEFORE),), ORIGINAL, False),
        ((PhotoScope(kind=PhotoKind.AFTER),), original(kind=None), None),
        ((PhotoScope(kind=PhotoKind.AFTER, area="NOSE "),), ORIGINAL, True),
        ((PhotoScope(kind=PhotoKind.AFTER, area="chin"),), ORIGINAL, False),
        ((PhotoScope(kind=PhotoKind.AFTER, area="chin"),), original(kind=None), False),
        ((PhotoScope(kind=PhotoKind.AFTER, area="nose"),), original(area=None), None),
        ((PhotoScope(area="nose"),), ORIGINAL, True),
        ((PhotoScope(kind=PhotoKind.AFTER, area="nose"), PhotoScope(kind=PhotoKind.AFTER)), original(area=None), True),
        ((PhotoScope(),), ORIGINAL, False),
        ((), ORIGINAL, False),
        (None, ORIGINAL, None),
    ],
)
def test_a_photo_is_described_by_file_by_kind_or_by_kind_and_area(
    scopes: tuple[PhotoScope, ...] | None, photo: Original, answer: bool | None
) -> None:
    assert describes_original(form(photos=scopes), photo) is answer


@pytest.mark.parametrize(
    ("described", "answer"), [((ORIGINAL.id, TWIN.id), True), ((ORIGINAL.id,), None), (("P-01/x.jpg",), False)]
)
def test_burst_twins_must_all_be_described(described: tuple[str, ...], answer: bool | None) -> None:
    scopes = tuple(PhotoScope(original=each) for each in described)
    assert describes(form(photos=scopes), replace(PANEL, originals=(ORIGINAL, TWIN))) is answer


def test_nobody_can_say_whether_an_unknown_original_is_described() -> None:
    assert describes(FORM, replace(PANEL, originals=())) is None


@pytest.mark.parametrize(
    ("changes", "first_day_without", "words"),
    [
        ({"expires_on": date(2026, 3, 2)}, date(2026, 3, 3), "ended on 2026-03-02"),
        ({"expires_on": date.max}, date.max, "ended on 9999-12-31"),
        (
            {"expires_on": None, "expires_when": "her wedding", "event_happened_on": date(2026, 3, 2)},
            date(2026, 3, 2),
            "ended on 2026-03-02, with the event it names (her wedding)",
        ),
        (
            {"expires_on": date(2026, 3, 1), "expires_when": "her wedding", "event_happened_on": date(2026, 3, 2)},
            date(2026, 3, 2),
            "ended on 2026-03-01",
        ),
        (
            {"expires_on": date(2026, 3, 2), "expires_when": "her wedding", "event_happened_on": date(2026, 3, 2)},
            date(2026, 3, 2),
            "ended on 2026-03-02, with the event it names (her wedding)",
        ),
        (
            {"expires_on": date(2026, 3, 5), "expires_when": "her wedding", "event_happened_on": date(2026, 3, 2)},
            date(2026, 3, 2),
            "ended on 2026-03-02, with the event it names (her wedding)",
        ),
    ],
)
def test_a_form_ends_with_its_last_day_or_with_its_event(
    changes: dict[str, Any], first_day_without: date, words: str
) -> None:
    assert (ended_on(form(**changes)), ending(form(**changes))) == (first_day_without, words)


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"expires_on": DAY}, True),
        ({"expires_on": date(2026, 3, 1)}, False),
        ({"expires_on": None, "expires_when": "her wedding"}, True),
        ({"expires_on": None, "expires_when": "her wedding", "event_happened_on": DAY}, False),
        ({"expires_on": None, "event_happened_on": DAY}, None),
        ({"expires_on": None}, None),
    ],
)
def test_a_form_has_not_expired_while_no_end_is_known_to_have_come(
    changes: dict[str, Any], answer: bool | None
) -> None:
    assert not_expired(form(**changes), DAY) is answer


def test_a_form_is_revoked_from_the_day_of_the_revocation() -> None:
    assert not_revoked(FORM, DAY)
    assert not_revoked(form(revoked_on=date(2026, 3, 3)), DAY)
    assert not not_revoked(form(revoked_on=DAY), DAY)


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


# ---------------------------------------------------------------- which form speaks


def test_a_form_signed_after_the_day_is_not_on_file_and_one_without_a_date_is() -> None:
    later, undated = form(id="later", signed_on=date(2026, 3, 3)), form(id="undated", signed_on=None)
    assert on_file(replace(PANEL, authorizations=(later, undated, FORM)), DAY) == (undated, FORM)
    assert on_file(replace(PANEL, authorizations=None), DAY) == ()


def test_a_good_form_speaks_however_new_the_bad_one_is() -> None:
    assert speaks(FORM, form(id="A-999", signed_on=date(2026, 9, 1), channels=("brochure",))) == "A-101"


def test_fewer_broken_conditions_count_before_more_satisfied_ones() -> None:
    unsure = form(id="unsure", channels=None, signer_role=None)
    assert speaks(unsure, form(id="broken", channels=())) == "unsure"


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
    assert governing(PANEL, CLEAN.post, None, ADULTS_ARE_18) is None
    assert governing(replace(PANEL, patient=None), CLEAN.post, DAY, ADULTS_ARE_18) is None
    assert speaks() is None


def test_the_conditions_of_the_clean_case_are_all_satisfied() -> None:
    assert set(conditions(FORM, PANEL, CLEAN.post, CLEAN.today, CLEAN.policy)) == {True}
    assert None in conditions(FORM, replace(PANEL, patient=None), CLEAN.post, CLEAN.today, CLEAN.policy)


def test_nothing_is_set_aside_without_a_note() -> None:
    assert not set_aside(replace(CLEAN, panels=None))
