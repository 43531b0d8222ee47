"""Places smaller than a state are known by what stands around them; states, brands and months are no towns."""

from __future__ import annotations

import pytest

from before_you_post.photos.identifiers.places import find_places


def places(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in find_places(text) if not hit.own]


@pytest.mark.parametrize(
    "text",
    [
        "12 Elm Street",
        "she lives at 1204 N. Larkspur Hill Rd",
        "P.O. Box 12",
        "Ohio 43215",
        "OH 43215-1200",
        "zip 43215",
        "Yellow Springs, Ohio",
        "Gahanna, OH",
        "lives in Gahanna",
        "a teacher from Yellow Springs",
        "drove all the way from Gahanna",
        "back home in Gahanna she",
        "Licking County",
        "Address: 12 Elm",
    ],
)
def test_a_place_is_found(text: str) -> None:
    assert places(text)


@pytest.mark.parametrize(
    "text",
    [
        "from Texas",
        "in North Carolina",
        "flew in from Canada",
        "in January",
        "in love",
        "in Botox we trust",
        "From Head To Toe In Gahanna Summer",
        "3 Months With Dr. Quill",
        "10 Weeks After Surgery Drive on",
        "Wilma Ashdown, MD",
        "Before, OR after",
        "12 weeks on the road",
        "43215",
    ],
)
def test_what_is_no_place_or_a_whole_state_is_left_alone(text: str) -> None:
    assert places(text) == []


def test_where_the_practice_is_says_nothing_about_a_patient() -> None:
    assert places("Visit us at 12 Elm Street, Gahanna, OH 43230") == []
    assert places("The best med spa in Gahanna") == []


def test_a_forms_label_makes_it_sure() -> None:
    assert [hit.whole for hit in find_places("City: Gahanna")] == [True]
    assert [hit.whole for hit in find_places("lives in Gahanna")][:1] == [False]
