"""States go by their postal code or their name."""

from __future__ import annotations

import pytest

from before_you_post.practice.states import STATES, state_code


def test_codes_and_names_mean_the_same_state() -> None:
    assert state_code("ca") == state_code("California") == "CA"
    assert state_code("district of columbia") == "DC"
    assert len(STATES) == 56  # 50 states, the District and 5 territories


@pytest.mark.parametrize("text", ["XX", "Cali", "", "C A"])
def test_what_is_no_state_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        state_code(text)
