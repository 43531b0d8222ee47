"""The curriculum as its reader meets it: plain words, no answer given away, every option explained."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from before_you_post.records import Question, QuestionKind, QuestionUse
from before_you_post.training.bank import load_bank
from before_you_post.training.course import load_course
from before_you_post.training.grading import grade, solution
from before_you_post.training.lesson_file import read_lesson_file
from before_you_post.training.traceability import CLAIMS

BANK = load_bank()
COURSE = load_course()
ONE_RIGHT = [question for question in BANK if question.kind in (QuestionKind.SINGLE, QuestionKind.DECISION)]
HIGHEST_GRADE = 9.0  # years of school
MOST_OFTEN = 0.40  # share of questions whose right option may stand out by its length; by chance it is about 0.3


def syllables(word: str) -> int:
    """Groups of vowels, without a silent ending: within a tenth of what a dictionary counts, over a text."""
    word = re.sub(r"[^a-z]", "", word.lower())
    word = re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", word)
    return max(1, len(re.findall(r"[aeiouy]{1,2}", re.sub(r"^y", "", word))))


def reading_grade(text: str) -> float:
    """The school grade of the Flesch-Kincaid formula (Kincaid et al. 1975). A line that only wraps ends no sentence."""
    text = re.sub(r"(?<!\n)\n(?![\n#>*-]|\d+\. )", " ", text)
    sentences = [part for part in re.split(r"[.!?:;]\s|\n+|[.!?]$", text) if re.search("[a-zA-Z]", part)]
    words = re.findall(r"[A-Za-z][A-Za-z'’-]*", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_the_formula_tells_plain_words_from_long_ones() -> None:
    assert reading_grade("The cat sat on the mat. It was a big cat.") < 2
    assert reading_grade("Individually identifiable health information necessitates authorization by the patient.") > 15


def asked_of(slug: str) -> str:
    mine = [question for question in BANK if question.lesson == slug]
    said = [text for one in mine for text in (one.stem, *(part for o in one.options for part in (o.text, o.why)))]
    return "\n\n".join(said)


@pytest.mark.parametrize("slug", COURSE.slugs())
def test_the_text_of_a_lesson_reads_easily(slug: str) -> None:
    assert reading_grade(read_lesson_file(slug).words) <= HIGHEST_GRADE


@pytest.mark.parametrize("slug", [lesson.slug for lesson in COURSE.lessons if not lesson.exam])
def test_the_questions_of_a_lesson_read_easily(slug: str) -> None:
    assert reading_grade(asked_of(slug)) <= HIGHEST_GRADE


def test_there_are_enough_questions_and_enough_cases_among_them() -> None:
    assert len(BANK) >= 260
    assert sum(question.case is not None for question in BANK) >= 60
    assert {question.kind for question in BANK} == set(QuestionKind)


def test_every_claim_of_the_article_is_asked_twice() -> None:
    asked = Counter(claim for question in BANK for claim in question.claims)
    assert {claim for claim in CLAIMS if asked[claim] < 2} == set()


def test_the_right_answer_is_not_given_away_by_its_length() -> None:
    right, others = zip(*[_lengths(question) for question in ONE_RIGHT], strict=True)
    longest = sum(mine > max(rest) for mine, rest in zip(right, others, strict=True)) / len(ONE_RIGHT)
    shortest = sum(mine < min(rest) for mine, rest in zip(right, others, strict=True)) / len(ONE_RIGHT)
    assert longest <= MOST_OFTEN
    assert shortest <= MOST_OFTEN


def _lengths(question: Question) -> tuple[int, list[int]]:
    [right] = [len(option.text) for option in question.options if option.right]
    return right, [len(option.text) for option in question.options if not option.right]


def test_the_right_answer_is_not_given_away_by_its_place() -> None:
    for many in (3, 4):
        asked = [question for question in ONE_RIGHT if len(question.options) == many]
        places = Counter([option.right for option in question.options].index(True) for question in asked)
        share = {place: places[place] / len(asked) for place in range(many)}
        assert all(0.5 / many <= one <= 1.6 / many for one in share.values()), (many, share)


def test_true_and_false_are_about_as_often_right() -> None:
    asked = [question for question in BANK if question.kind is QuestionKind.TRUE_FALSE]
    true = sum(option.right for question in asked for option in question.options if option.id == "true")
    assert 0.3 <= true / len(asked) <= 0.7


def test_no_question_offers_all_or_none_of_the_above() -> None:
    texts = [option.text.lower() for question in BANK for option in question.options]
    assert [text for text in texts if re.search(r"\b(all|none|both) of the above\b", text)] == []


@pytest.mark.parametrize("question", BANK, ids=lambda question: question.id)
def test_a_question_has_an_answer_that_is_right_and_reasons_that_differ(question: Question) -> None:
    assert grade(question, solution(question)).right
    reasons = [option.why for option in question.options]
    assert len(set(reasons)) == len(reasons)


def test_nobody_is_told_that_something_is_compliant_or_legal() -> None:
    """What we say about a photo is what was checked and found. The article's own words may be quoted."""
    said = [(lesson.slug, read_lesson_file(lesson.slug).words) for lesson in COURSE.lessons]
    said += [(question.id, option.why) for question in BANK for option in question.options]
    promise = re.compile(r"\b(is|are|be|stay|fully|now) (hipaa[- ])?(compliant|legal)\b", re.IGNORECASE)
    assert [(where, found.group()) for where, text in said if (found := promise.search(text))] == []


def test_every_lesson_asks_before_it_tells() -> None:
    for lesson in COURSE.lessons:
        if not lesson.exam:
            uses = [question.use for question in BANK if question.lesson == lesson.slug]
            assert uses.count(QuestionUse.BEFORE) == 1, lesson.slug
            assert uses.count(QuestionUse.PRACTICE) >= 2, lesson.slug
