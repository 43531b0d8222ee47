"""Records survive the way into the database and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import handmade_audits as handmade
from before_you_post.records import Problem, WithoutPhoto
from before_you_post.store import packing


def test_a_photo_is_read_back_as_it_was_kept() -> None:
    photo = handmade.revoked("nose.jpg")

    assert packing.unpack_photo(packing.pack_photo(photo), handmade.TODAY) == photo


def test_what_nobody_looked_at_is_not_read_back_as_looked_and_found_none() -> None:
    photo = handmade.judged("nose.jpg")
    nobody_looked = replace(photo, evidence=replace(photo.evidence, panels=None, identifiers=None))
    found_none = replace(photo, evidence=replace(photo.evidence, panels=None, identifiers=()))

    assert packing.unpack_photo(packing.pack_photo(nobody_looked), handmade.TODAY) == nobody_looked
    assert packing.unpack_photo(packing.pack_photo(found_none), handmade.TODAY) == found_none


def test_a_photo_judged_alike_on_two_days_is_packed_alike() -> None:
    monday, tuesday = (handmade.revoked("nose.jpg", today=date(2026, 11, day)) for day in (2, 3))

    assert packing.pack_photo(monday) == packing.pack_photo(tuesday)
    assert packing.unpack_photo(packing.pack_photo(monday), date(2026, 11, 3)) == tuesday


def test_a_file_name_that_utf8_cannot_write_survives() -> None:
    photo = handmade.judged("caf\udce9.jpg")

    assert packing.unpack_photo(packing.pack_photo(photo), handmade.TODAY) == photo


def test_practice_and_problems_are_read_back_as_they_were_kept() -> None:
    problems = (handmade.PROBLEM, Problem(path="x", found="a", expected="b", remedy="c"))

    assert packing.unpack_practice(packing.pack_practice(handmade.PRACTICE)) == handmade.PRACTICE
    assert packing.unpack_problems(packing.pack_problems(problems)) == problems
    bare = (WithoutPhoto(channel="tiktok", posts=7),)
    assert packing.unpack_without_photo(packing.pack_without_photo(bare)) == bare


def test_the_digest_tells_where_one_text_ends_and_the_next_begins() -> None:
    assert packing.digest(["ab", "c"]) != packing.digest(["a", "bc"])
