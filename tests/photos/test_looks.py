"""What was looked for is noted; what was not looked for, or failed, is never taken for "none found"."""

from __future__ import annotations

import pytest

from before_you_post.photos.looks import SWITCHED_OFF, Looks, may_be_kept
from before_you_post.records import Look, LookedFor


def fail() -> tuple[str, ...]:
    raise MemoryError


def test_what_was_found_is_given_and_by_whom() -> None:
    looks = Looks()
    assert looks.ask(LookedFor.FACES, "CenterFace", lambda: ("a face",)) == ("a face",)
    assert looks.said == (Look(what=LookedFor.FACES, by="CenterFace"),)
    assert looks.missed == frozenset()


def test_a_program_that_fails_knows_nothing_and_the_next_is_asked_all_the_same() -> None:
    looks = Looks()
    assert looks.ask(LookedFor.FACES, "CenterFace", fail) is None
    assert looks.ask(LookedFor.TEXT, "RapidOCR", lambda: ()) == ()
    assert [look.problem for look in looks.said] == ["the program that looks for it failed (MemoryError)", None]
    assert looks.missed == {LookedFor.FACES}


def test_what_is_switched_off_is_not_asked() -> None:
    looks = Looks(off=[LookedFor.CODES])
    assert looks.ask(LookedFor.CODES, "OpenCV", lambda: pytest.fail("asked")) is None
    assert looks.said == (Look(what=LookedFor.CODES, by="OpenCV", problem=SWITCHED_OFF),)
    assert looks.missed == {LookedFor.CODES}


def test_only_what_failed_is_tried_again() -> None:
    looks = Looks(off=[LookedFor.CODES])
    looks.ask(LookedFor.CODES, "OpenCV", lambda: ())
    looks.ask(LookedFor.TEXT, "RapidOCR", lambda: ())
    assert may_be_kept(looks.said)
    looks.ask(LookedFor.FACES, "CenterFace", fail)
    assert not may_be_kept(looks.said)
