"""GIFT: somebody else's reader finds every question, and ours gets back what the format can carry."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.records import InputError, Question, QuestionKind
from before_you_post.training.bank import load_questions
from before_you_post.training.exchange import to_gift
from before_you_post.training.exchange.draft import drafts
from before_you_post.training.exchange.gift_reader import read_gift
from other_readers import by_node

HOSTILE = 'A "quoted" <b>bold</b> & {braced} ~= # : \\ answer'


def test_every_question_is_found_by_another_reader(bank: tuple[Question, ...]) -> None:
    exported = to_gift(bank)
    found = [one for one in by_node("read_gift.js", exported.files["questions.gift"]) if one["type"] != "Category"]
    assert len(found) == exported.questions == len(bank)
    assert [one["title"] for one in found] == [question.id for question in bank]
    kinds = Counter(one["type"] for one in found)
    assert kinds["TF"] == sum(question.kind is QuestionKind.TRUE_FALSE for question in bank)
    assert kinds["Numerical"] == sum(question.kind is QuestionKind.NUMBER for question in bank)
    single = next(i for i, question in enumerate(bank) if question.kind is QuestionKind.SINGLE)
    assert [choice["isCorrect"] for choice in found[single]["choices"]] == [o.right for o in bank[single].options]


def test_the_other_reader_refuses_a_broken_file(bank: tuple[Question, ...]) -> None:
    with pytest.raises(AssertionError, match="SyntaxError"):
        by_node("read_gift.js", to_gift(bank[:1]).files["questions.gift"].replace(b"}", b""))


def test_signs_of_the_format_stay_words(bank: tuple[Question, ...]) -> None:
    first = next(question for question in bank if question.kind is QuestionKind.SINGLE)
    hostile = replace(first, stem=HOSTILE, options=(replace(first.options[0], text=HOSTILE), *first.options[1:]))
    [_, found] = by_node("read_gift.js", to_gift([hostile]).files["questions.gift"])
    assert found["stem"]["text"] == HOSTILE
    assert found["choices"][0]["text"]["text"] == HOSTILE


def test_what_gift_carries_comes_back_and_the_rest_is_listed(bank: tuple[Question, ...], tmp_path: Path) -> None:
    exported = to_gift(bank)
    made = drafts(read_gift(exported.files["questions.gift"].decode()), "imported")
    assert made.questions == len(bank)
    back: dict[str, Question] = {}
    for name, text in made.files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        back |= {question.id: question for question in load_questions(tmp_path / f"{name}.yaml")}
    for question in bank:
        got, lost = back[question.id], {loss.what for loss in exported.losses if loss.question == question.id}
        for field in (
            "stem",
            "use",
            "rules",
            "claims",
            "difficulty",
            "critical",
            "version",
            "case",
            "unit",
            "otherwise",
        ):
            assert getattr(got, field) == getattr(question, field), (question.id, field)
        assert got.kind is question.kind or question.kind is QuestionKind.HOTSPOT
        assert (got.hint == question.hint) or "the hint is left out" in lost
        assert sorted((o.why, o.right) for o in got.options) == sorted((o.why, o.right) for o in question.options)


def test_a_file_of_another_system_becomes_drafts_that_say_what_is_missing() -> None:
    text = """// a comment
::Capital:: What is the capital of France? { =Paris ~Lyon#No ~%50%Nice }

Is it raining? {F}

When? {#1822:5}

Which belongs to which? { =cat -> meows =dog -> barks =cow -> moos }

Write an essay. {}

Just a note.
"""
    made = drafts(read_gift(text), "imported")
    assert made.questions == 4
    said = {(loss.question, loss.what) for loss in made.losses}
    assert ("Write an essay.", "is left out as a whole: there is no kind of question like its essay") in said
    assert ("Just a note.", "is left out as a whole: there is no kind of question like its description") in said
    assert ("Capital", "names no rule: write under `rules` what it asks about") in said
    assert ("Capital", "2 of 3 options have no reason: write it under `why`") in said


def test_a_lesson_named_in_a_file_from_outside_cannot_become_a_path() -> None:
    made = drafts(read_gift("// [tag:lesson:../../etc/passwd]\nIs it so? {T}\n"), "imported")
    assert list(made.files) == ["etc-passwd"]


def test_braces_that_do_not_fit_are_told_with_their_line() -> None:
    with pytest.raises(InputError) as refused:
        read_gift("Is it so? {T}\n\nIs it { so? {T}\n", "quiz.gift")
    assert refused.value.problem.row == 3


@given(st.text())
def test_whatever_the_file_holds_it_is_read_or_refused(text: str) -> None:
    try:
        drafts(read_gift(text), "imported")
    except InputError:
        return
