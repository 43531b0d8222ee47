"""What a form reaches: the places it names, and the photos it describes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from before_you_post.records import Authorization, Original, PhotoKind, PhotoScope
from before_you_post.rules.cases.clean import FORM, ORIGINAL, PANEL
from before_you_post.rules.conditions.scopes import ANY_PHOTO, describes, describes_original, is_specific, names_channel

TWIN = replace(ORIGINAL, id="P-01/after-2.jpg")
AFTER = PhotoScope(kind=PhotoKind.AFTER)
BEFORE = PhotoScope(kind=PhotoKind.BEFORE)


def form(**changes: Any) -> Authorization:
    return replace(FORM, **changes)


def original(**changes: Any) -> Original:
    return replace(ORIGINAL, **changes)


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
        ((AFTER,), ORIGINAL, True),
        ((AFTER,), original(area=None), True),
        ((BEFORE,), ORIGINAL, False),
        ((AFTER,), original(kind=None), None),
        ((PhotoScope(kind=PhotoKind.AFTER, area="NOSE "),), ORIGINAL, True),
        ((PhotoScope(kind=PhotoKind.AFTER, area="chin"),), ORIGINAL, False),
        ((PhotoScope(kind=PhotoKind.AFTER, area="chin"),), original(kind=None), False),
        ((PhotoScope(kind=PhotoKind.AFTER, area="nose"),), original(area=None), None),
        ((PhotoScope(area="nose"),), ORIGINAL, True),
        ((PhotoScope(kind=PhotoKind.AFTER, area="nose"), AFTER), original(area=None), True),
        ((ANY_PHOTO,), ORIGINAL, True),
        ((ANY_PHOTO,), original(kind=None, area=None), True),
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
    assert is_specific(form(photos=(ANY_PHOTO,)), replace(PANEL, originals=())) is None


@pytest.mark.parametrize(
    ("scopes", "photo", "answer"),
    [
        ((AFTER,), ORIGINAL, True),
        ((BEFORE,), ORIGINAL, True),  # left out altogether: the rule about after photos says so
        ((), ORIGINAL, True),
        (None, ORIGINAL, True),
        ((ANY_PHOTO,), ORIGINAL, False),
        ((ANY_PHOTO, BEFORE), ORIGINAL, False),
        ((BEFORE, ANY_PHOTO, AFTER), ORIGINAL, True),
        ((ANY_PHOTO, AFTER), original(kind=None), None),
    ],
)
def test_any_photo_is_no_description_unless_another_line_is_one(
    scopes: tuple[PhotoScope, ...] | None, photo: Original, answer: bool | None
) -> None:
    assert is_specific(form(photos=scopes), replace(PANEL, originals=(photo,))) is answer


def test_of_burst_twins_each_must_be_described_by_more_than_any_photo() -> None:
    twins = replace(PANEL, originals=(ORIGINAL, TWIN))
    assert is_specific(form(photos=(ANY_PHOTO, PhotoScope(original=TWIN.id))), twins) is None
    assert is_specific(form(photos=(ANY_PHOTO,)), twins) is False
