"""The words with a post are what its readers see, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from before_you_post.records import SubjectKind, TextLine
from before_you_post.rules.base import Subject
from before_you_post.rules.cases.clean import CLEAN, WHOLE
from before_you_post.rules.cases.clean_office import case
from before_you_post.rules.cases.clean_post import worded
from before_you_post.rules.conditions.post_words import each_once, pattern, quoted, said, words


def test_of_a_photo_the_caption_and_the_words_in_the_picture_count_and_the_alternative_text_does_not() -> None:
    evidence = replace(
        CLEAN,
        post=replace(CLEAN.post, title="Noses", text="Our work."),
        published=replace(CLEAN.published, caption="After a year.", alt_text="guaranteed", file_name="best.jpg"),
        photo=replace(CLEAN.photo, text=(TextLine(text="Results differ", outline=WHOLE, confidence=0.9),)),
    )
    assert words(Subject(evidence=evidence, day=None)) == "Noses\nOur work.\nAfter a year.\nResults differ"


def test_words_that_stand_twice_are_read_once() -> None:
    evidence = replace(CLEAN, post=replace(CLEAN.post, text=CLEAN.published.caption))
    assert words(Subject(evidence=evidence, day=None)) == CLEAN.published.caption


def test_of_a_post_its_title_and_text_count() -> None:
    one = case(SubjectKind.POST, matter=worded("Text.", title="Title"))
    assert words(Subject(matter=one.matter, office=one.office, day=None)) == "Title\nText."


def test_of_anything_else_there_are_none() -> None:
    one = case(SubjectKind.PRACTICE)
    assert words(Subject(matter=one.matter, office=one.office, day=None)) == ""


def test_phrases_are_whole_words_over_line_breaks_and_either_apostrophe() -> None:
    phrases = pattern("you'll see", r"risks?")
    assert said(phrases, "You’ll\n see risks, asterisks, at-risk and RISKY RISK") == (*("You’ll see", "risks", "RISK"),)


def test_many_phrases_are_told_with_how_many_more_there_are() -> None:
    assert quoted(["a", "b"]) == "“a”; “b”"
    assert quoted("abcdef") == "“a”; “b”; “c”; “d”; and 2 more"
    assert quoted([]) == ""


@given(st.lists(st.text("aA b\n", min_size=1), max_size=8))
def test_each_phrase_is_kept_once_and_in_order(phrases: list[str]) -> None:
    once = each_once(phrases)
    assert len({phrase.casefold() for phrase in once}) == len(once)
    assert each_once(once) == once
    assert {" ".join(phrase.split()).casefold() for phrase in phrases} == {phrase.casefold() for phrase in once}
