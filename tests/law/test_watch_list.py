"""What is moving in the law is looked at again in time, and says when it was not."""

from __future__ import annotations

from datetime import date

import pytest

from before_you_post.law.notes import looked_at
from before_you_post.law.watch_list import Watched, due, watch_list


def a_quarter_after(day: date) -> date:
    month = day.month + 3
    return date(day.year + (month - 1) // 12, (month - 1) % 12 + 1, min(day.day, 28))


@pytest.mark.parametrize("watched", watch_list(), ids=lambda watched: watched.id)
def test_the_day_to_look_again_follows_the_policy_of_the_file(watched: Watched) -> None:
    a_year_after = watched.moves_yearly and watched.moves_yearly.replace(year=watched.moves_yearly.year + 1)
    days = [a_quarter_after(watched.looked_at), watched.law_names, a_year_after]
    assert watched.look_again_by == min(day for day in days if day)


def test_nothing_is_due_on_its_day_and_everything_is_due_in_the_end() -> None:
    first = min(watched.look_again_by for watched in watch_list())
    assert due(looked_at().on) == due(first) == ()
    assert set(due(date(2100, 1, 1))) == set(watch_list())


def test_the_longest_overdue_comes_first() -> None:
    assert [watched.id for watched in due(date(2027, 2, 1))] == ["illinois-medical-practice-act", "penalty-inflation"]


def test_every_point_has_its_own_id_and_says_how_it_stood() -> None:
    assert len({watched.id for watched in watch_list()}) == len(watch_list()) == 11
    assert all(watched.found.endswith(".") and set(watched.tag.split("/")) <= {"V1", "V2"} for watched in watch_list())
