"""Meta's broken text is mended only where it is broken; times and nesting of any kind do no harm."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.sources.meta_json import entries, media_in, moment, repaired, words
from invented_meta import broken


@given(st.text())
def test_every_text_survives_being_broken_by_meta(text: str) -> None:
    assert repaired(text.encode("utf-8", "replace").decode("latin-1")) == text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("text", ["café", "naïve façade", "Zoë — six weeks", "日本", "Ã", "100 %"])
def test_text_that_is_whole_stays_as_it_is(text: str) -> None:
    assert repaired(text) == text


def test_a_letter_half_of_which_looks_like_a_blank_is_mended_before_blanks_go() -> None:
    assert words({"title": f" {broken('voilà')} "}, "title") == "voilà"
    assert words({"title": 7}, "title") == words(None, "title") == ""


@pytest.mark.parametrize("value", [1780500600, 1780500600.0, "1780500600", 1780500600000])
def test_seconds_are_a_moment_however_they_are_written(value: object) -> None:
    assert moment(value) == datetime(2026, 6, 3, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize("value", [None, True, "soon", -62169958800, 0, 10**400, float("nan"), float("inf"), []])
def test_what_is_no_moment_is_none(value: object) -> None:
    assert moment(value) is None


def test_entries_come_from_a_list_a_named_list_or_alone() -> None:
    entry = {"timestamp": 1}

    assert (
        list(entries([entry, 7])) == list(entries({"ig_stories": [entry], "n": 1})) == list(entries(entry)) == [entry]
    )
    assert list(entries(None)) == list(entries("text")) == []


def test_media_are_found_however_deep_and_in_order() -> None:
    deep: object = {"uri": "2.jpg"}
    for _ in range(5000):
        deep = [{"data": deep}]

    found = list(media_in({"media": [{"uri": "1.jpg", "thumbnail": {"uri": "t.jpg"}}, deep], "more": {"uri": "3.jpg"}}))

    assert [medium.uri for medium in found] == ["1.jpg", "2.jpg", "3.jpg"]
    assert found[0].cover == "t.jpg"


def test_a_file_without_ending_is_a_film_where_the_export_says_so() -> None:
    (film,) = media_in({"uri": "media/1790", "media_metadata": {"video_metadata": {}}})
    (photo,) = media_in({"uri": "media/1790", "media_metadata": None})

    assert (film.film, photo.film) == (True, False)
