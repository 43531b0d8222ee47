"""The conversation before a signature: one finding a form, and one where no record is kept at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from before_you_post.audit import judge_case
from before_you_post.records import Conversation, ConversationTopic, FormKind, Outcome, SubjectKind
from before_you_post.rules.cases.clean import FORM
from before_you_post.rules.cases.clean_office import case
from before_you_post.rules.cases.clean_post import CONVERSATION


def told(*talks: Conversation, **form: object) -> dict[str, Outcome]:
    matter = {"form": replace(FORM, **form)}  # type: ignore[arg-type]
    judged = judge_case(case(SubjectKind.FORM, matter=matter, papers={"conversations": talks}))
    return {one.rule: one.outcome for one in judged.findings if one.rule.startswith("consent")}


def test_a_practice_without_any_record_is_told_so_once() -> None:
    nothing = {"conversations": None}
    assert [one.rule for one in judge_case(case(SubjectKind.FORM, papers=nothing)).findings] == []
    [finding] = judge_case(case(SubjectKind.PRACTICE, papers=nothing)).findings
    assert (finding.rule, finding.outcome) == ("consent-discussion-log", Outcome.NOT_CHECKED)


def test_no_conversation_is_told_once_though_three_topics_are_missing_too() -> None:
    assert told() == {"consent-discussion": Outcome.NEEDS_REVIEW}


@pytest.mark.parametrize(
    "other", [{"patient": "P-02"}, {"authorization": "A-999"}, {"held_on": date(2026, 2, 3)}], ids=str
)
def test_a_conversation_with_somebody_else_about_another_form_or_too_late_is_none(other: dict[str, str]) -> None:
    assert told(replace(CONVERSATION, **other)) == {"consent-discussion": Outcome.NEEDS_REVIEW}  # type: ignore[arg-type]


@pytest.mark.parametrize("held_on", [date(2026, 2, 2), None])
def test_a_conversation_on_the_day_of_the_signature_or_undated_counts(held_on: date | None) -> None:
    assert told(replace(CONVERSATION, held_on=held_on)) == {}


def test_what_was_talked_about_may_be_spread_over_two_conversations() -> None:
    use, rest = ConversationTopic.USE, tuple(topic for topic in ConversationTopic if topic is not ConversationTopic.USE)
    first, second = replace(CONVERSATION, topics=(use,)), replace(CONVERSATION, topics=rest)
    assert told(first) == {
        "consent-discuss-harm": Outcome.NEEDS_REVIEW,
        "consent-discuss-retract": Outcome.NEEDS_REVIEW,
    }
    assert told(first, second) == {}
    late = replace(second, held_on=date(2026, 9, 1))
    assert set(told(first, late)) == {"consent-discuss-harm", "consent-discuss-retract"}


def test_topics_nobody_recorded_are_one_finding() -> None:
    assert told(replace(CONVERSATION, topics=None)) == {"consent-discussion": Outcome.NOT_CHECKED}


def test_no_topic_at_all_is_three_questions() -> None:
    assert set(told(replace(CONVERSATION, topics=()))) == {
        f"consent-discuss-{topic}" for topic in ("use", "retract", "harm")
    }


def test_forms_no_photo_relies_on_and_other_papers_are_not_asked() -> None:
    unused = case(SubjectKind.FORM, matter={"relied_on_until": None}, papers={"conversations": ()})
    assert "consent-discussion" in judge_case(unused).not_applicable
    assert told(form_kind=FormKind.INTAKE) == {}
