"""A state has a pack, or is said to have none."""

from __future__ import annotations

import pytest

from before_you_post.law.rows import every_row
from before_you_post.law.state_packs import state_of, state_pack, state_packs, told
from before_you_post.practice.states import STATES
from before_you_post.rules import load_rules


def test_seven_states_have_a_pack() -> None:
    assert [pack.code for pack in state_packs()] == ["CA", "TX", "FL", "NY", "IL", "WA", "CO"]
    assert all(STATES[pack.code] == pack.name for pack in state_packs())


def test_a_state_without_a_pack_is_told_so() -> None:
    assert state_pack("OH") is None
    assert told("OH") == "No state pack for OH: federal rules only."
    assert told("CA") == "State pack for CA (California), beside federal rules."


def test_a_pack_has_the_rows_of_its_state_and_no_others() -> None:
    texas = [row.id for row in state_pack("TX").rows()]  # type: ignore[union-attr]
    assert "tx-training-90d" in texas
    assert all(row.startswith("tx-") for row in texas)
    assert all(pack.rows() for pack in state_packs())


@pytest.mark.parametrize(
    ("identifier", "state"),
    [("ca-cmia-14pt", "CA"), ("co-bio", "CO"), ("consent-discussion", None), ("hipaa-auth-required", None)],
)
def test_what_one_state_asks_is_told_by_how_its_id_begins(identifier: str, state: str | None) -> None:
    assert state_of(identifier) == state


def test_only_rows_of_the_parts_about_states_are_taken_for_a_states_own() -> None:
    assert {row.part for row in every_row() if state_of(row.id)} == {"C2", "D2"}
    assert {state_of(rule.id) for rule in load_rules()} <= {None, *(pack.code for pack in state_packs())}
