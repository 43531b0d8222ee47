"""PINs that are easy to guess are refused, and only a slow hash is kept."""

from __future__ import annotations

import pytest

from before_you_post.training import pins


@pytest.mark.parametrize(
    ("pin", "word"),
    [
        ("", "only digits"),
        ("12ab56", "only digits"),
        ("٤٨١٥١٦", "only digits"),
        ("48151", "has 5"),
        ("4815162342108", "has 13"),
        ("111111", "all the same"),
        ("123456", "in a row"),
        ("987654", "in a row"),
        ("890123", "in a row"),
        ("121212", "repeats"),
        ("481481", "repeats"),
    ],
)
def test_a_pin_that_is_easy_to_guess_is_refused_with_the_reason(pin: str, word: str) -> None:
    assert word in pins.complaint_about(pin)


@pytest.mark.parametrize("pin", ["481516", "902713", "481516234210", "112233"])
def test_other_digits_may_be_chosen(pin: str) -> None:
    assert pins.complaint_about(pin) == ""


def test_a_pin_is_known_by_its_hash_alone() -> None:
    hash = pins.hashed("481516")

    assert "481516" not in hash
    assert hash.startswith("$argon2id$")
    assert pins.matches(hash, "481516")
    assert not pins.matches(hash, "481517")
    assert not pins.matches("no hash at all", "481516")
    assert hash != pins.hashed("481516")


def test_start_codes_have_six_digits_and_differ() -> None:
    codes = {pins.new_code() for _ in range(20)}

    assert len(codes) > 1
    assert all(len(code) == 6 and code.isdigit() for code in codes)
