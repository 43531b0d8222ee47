"""Everybody's training at one moment, worked out from an office that has been learning for months."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_you_post.training.records_view import Overview, overview, rule_titles
from invented_office import TODAY, Office, empty_office, shared_office


@pytest.fixture(scope="module")
def office() -> Office:
    return shared_office()


@pytest.fixture(scope="module")
def seen(office: Office) -> Overview:
    return overview(office.desk, now=office.clock)


def test_everybody_is_there_and_who_left_is_marked(seen: Overview) -> None:
    assert len(seen.people) == 12
    assert [one.learner.name for one in seen.people if one.gone] == ["Odd Berg"]
    assert len(seen.at_work) == 11


def test_it_says_what_the_desk_says_of_each_person(office: Office, seen: Overview) -> None:
    for one in seen.people:
        cards = office.desk.cards(one.learner.person)
        assert one.cards == cards
        assert one.passed == sum(card.state == "passed" for card in cards if card.for_me)
        assert len(one.overdue) == sum(card.overdue for card in cards)


def test_nothing_is_overdue_for_somebody_who_left(seen: Overview) -> None:
    berg = seen.person("S-09")
    assert berg is not None
    assert berg.passed > 0
    assert berg.overdue == ()
    assert berg.next_due is None


def test_certificates_older_than_the_refresher_have_lapsed(seen: Overview) -> None:
    first = seen.person("S-06")
    assert first is not None
    assert len(first.lapsed) > 1
    assert all(card.certificate is not None for card in first.lapsed)


def test_what_is_due_next_is_the_earliest(seen: Overview) -> None:
    late = seen.person("S-05")
    assert late is not None
    assert late.next_due is not None
    assert late.next_due.due == min(card.due for card in late.cards if card.due is not None)


def test_the_last_answer_is_the_latest_of_that_person(office: Office, seen: Overview) -> None:
    one = seen.person("S-04")
    assert one is not None
    assert one.last_at == max(answer.at for answer in seen.history.answers if answer.person == "S-04")
    never = seen.person("S-12")
    assert never is not None
    assert never.last_at is None


def test_figures_count_every_answer_of_a_finished_quiz(seen: Overview) -> None:
    answered = sum(
        one.right is not None for attempt in seen.history.attempts.values() if attempt.ended_at for one in attempt.asked
    )
    assert sum(one.count for one in seen.questions) == answered
    assert [one.share_right for one in seen.rules] == sorted(one.share_right for one in seen.rules)


def test_everything_a_question_asks_about_has_a_name(seen: Overview) -> None:
    titles = rule_titles()
    assert {rule for question in seen.bank.values() for rule in question.rules} <= set(titles)
    assert all(one.title and one.title[0] != " " for one in titles.values())


def test_an_office_that_begins_is_no_fault(tmp_path: Path) -> None:
    office = empty_office(tmp_path)
    seen = overview(office.desk, now=office.clock)
    assert seen.at == TODAY
    assert seen.questions == seen.rules == ()
    assert all(one.passed == 0 and one.last_at is None for one in seen.people)


def test_without_a_table_of_staff_it_says_what_to_do(tmp_path: Path) -> None:
    office = empty_office(tmp_path, staff="")
    seen = overview(office.desk, now=office.clock)
    assert seen.people == ()
    assert "Add everybody who works for you" in seen.nobody
