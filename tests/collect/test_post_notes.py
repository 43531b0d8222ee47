"""A note stands beside the post it names; one that names none is reported, and never used in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from before_you_post.collect.post_notes import PostNotes
from before_you_post.records import Advertisement
from before_you_post.rules.cases.clean import CLEAN

POST = replace(CLEAN.post, url="https://quillfeather.example/nose/")


@pytest.mark.parametrize("name", [POST.id, f" {POST.id} ", "https://quillfeather.example/nose", POST.url])
def test_a_post_is_named_by_its_id_or_its_address(name: str) -> None:
    note = Advertisement(post=name)
    assert PostNotes((note,)).about(POST) is note
    assert list(PostNotes((note,)).idle((POST,), "/practice")) == []


def test_the_first_of_two_notes_counts_and_the_name_goes_before_the_address() -> None:
    first, second = Advertisement(post=POST.id), Advertisement(post=POST.id, testimonial=True)
    assert PostNotes((first, second)).about(POST) is first
    by_address = Advertisement(post="https://quillfeather.example/nose")
    assert PostNotes((by_address, second)).about(POST) is second


@pytest.mark.parametrize("notes", [None, (), (Advertisement(post="website/other"),)])
def test_without_a_note_about_it_nothing_is_known(notes: tuple[Advertisement, ...] | None) -> None:
    assert PostNotes(notes).about(POST) is None


def test_a_note_about_no_post_is_reported() -> None:
    [problem] = PostNotes((Advertisement(post="website/gone"),)).idle((POST,), "/practice")
    assert problem.found == "'website/gone', which is no post that was found"
    assert problem.path == "/practice/advertisements"
    assert "not used" in (problem.remedy or "")
