"""Runs of five digits are worth a look; prices, counts and what machines write into names are not."""

from __future__ import annotations

import pytest

from before_you_post.photos.identifiers.roster import Roster
from before_you_post.photos.identifiers.runs import find_runs
from before_you_post.records import IdentifierKind, PhotoFacts, Policy, Post, Published


def runs(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in find_runs(text, file_name=False) if not hit.own]


@pytest.mark.parametrize("text", ["no 77120338", "48213", "nose48213.jpg", "RHA 30412."])
def test_a_run_of_unknown_meaning_is_found(text: str) -> None:
    assert len(runs(text)) == 1


@pytest.mark.parametrize(
    "text",
    ["1234", "$12500", "€ 12500", "25000 procedures", "10000+", "12500 patients", "3.14159", "12,500", "USD 12500"],
)
def test_prices_and_counts_are_left_alone(text: str) -> None:
    assert runs(text) == []


@pytest.mark.parametrize(
    "name",
    [
        "IMG_0001.jpg",
        "DSC01234.JPG",
        "P1012345.JPG",
        "image00012.jpeg",
        "nose-1024x683.jpg",
        "nose-e1612345678901.jpg",
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301.jpg",
        "9b2f6c1d8e7a4b3c9d0e1f2a3b4c5d6e.jpg",
        "FB_IMG_1612345678901.jpg",
        "chin-2048.jpg",
    ],
)
def test_what_cameras_and_websites_write_into_names_is_left_alone(name: str) -> None:
    assert numbers(name) == set()


@pytest.mark.parametrize("name", ["30412-before.jpg", "chip30412.jpg", "nose_77120338.jpg"])
def test_any_other_number_in_a_name_is_found(name: str) -> None:
    assert numbers(name) == {IdentifierKind.NUMBER}


def test_of_a_cameras_name_only_the_day_is_told() -> None:
    assert numbers("IMG_20260603_101500.jpg") == numbers("PXL_20260603_101500123.jpg") == {IdentifierKind.DATE}


def numbers(name: str) -> set[IdentifierKind]:
    photo = Published(id="x", post="p", path="/x", file_name=name)
    post = Post(id="p", channel="website", source="wordpress")
    return {one.kind for one in Roster(()).find(photo, post, PhotoFacts(sha256="0", byte_size=1), Policy())}
