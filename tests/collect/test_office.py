"""What the practice itself noted about a photo stands beside what was found in it."""

from __future__ import annotations

from dataclasses import replace

from before_you_post.collect.office import with_decisions
from before_you_post.records import AnonymousPhoto
from before_you_post.rules.cases.clean import CLEAN, ORIGINAL

OF_THE_ORIGINAL = AnonymousPhoto(photo=ORIGINAL.id)
OF_THE_COPY = AnonymousPhoto(photo=CLEAN.published.id)
OF_ANOTHER = AnonymousPhoto(photo="P-02/after.jpg")


def test_a_decision_about_the_photo_or_about_an_original_in_it_stands_beside_it() -> None:
    noted = with_decisions(CLEAN, (OF_THE_ORIGINAL, OF_ANOTHER, OF_THE_COPY))
    assert noted.anonymous == (OF_THE_ORIGINAL, OF_THE_COPY)
    assert with_decisions(CLEAN, None) == CLEAN


def test_of_a_photo_that_was_not_compared_only_decisions_about_itself_are_known() -> None:
    noted = with_decisions(replace(CLEAN, panels=None), (OF_THE_ORIGINAL, OF_THE_COPY))
    assert noted.anonymous == (OF_THE_COPY,)
