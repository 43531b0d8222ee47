"""Somebody's own story is known by the practice's note, or else guessed from the words."""

from __future__ import annotations

import pytest

from before_you_post.records import SubjectKind
from before_you_post.rules.base import Subject
from before_you_post.rules.cases.clean_office import case
from before_you_post.rules.cases.clean_post import advertised, worded
from before_you_post.rules.conditions.testimonials import is_testimonial, sounds_like_one

STORY = "“I waited ten years for my new nose.”"


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        'She told us: "It changed my whole life, truly."',
        "«I would do it again tomorrow.»",
        "Patient story: Jo",
        "#testimonial",
        "In her own words",
        "My experience with Dr. Croft",
    ],
)
def test_words_that_sound_like_a_story(text: str) -> None:
    assert sounds_like_one(text)


@pytest.mark.parametrize(
    "text",
    ["", "Rhinoplasty after a year.", "“No more than two weeks of rest”, says Dr. Croft.", "My clinic is open. “Hi!”"],
)
def test_words_that_do_not(text: str) -> None:
    assert not sounds_like_one(text)


@pytest.mark.parametrize(("noted", "said"), [(True, True), (False, False), (None, True)])
def test_what_the_practice_noted_counts_before_the_words(noted: bool | None, said: bool) -> None:
    one = case(SubjectKind.POST, matter=advertised(testimonial=noted) | worded(STORY))
    assert is_testimonial(Subject(office=one.office, matter=one.matter, day=None)) is said


def test_of_a_post_that_is_not_listed_the_words_are_read() -> None:
    one = case(SubjectKind.POST, matter={"advertisement": None} | worded(STORY))
    assert is_testimonial(Subject(office=one.office, matter=one.matter, day=None))
