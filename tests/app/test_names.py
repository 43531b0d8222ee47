"""Which names are this machine's, and which one is printed."""

from __future__ import annotations

import re

import pytest

from before_you_post.app.names import answered, is_loopback, names_of, reached_at

EVERYWHERE = "0.0.0.0"  # noqa: S104


def knows(address: str, host: str, *extra: str) -> bool:
    return re.match(answered(names_of(address, extra)), host) is not None


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_on_this_machine_its_own_names_are_enough(host: str) -> None:
    assert knows("127.0.0.1", host)


@pytest.mark.parametrize("host", ["clinic.example", "192.168.1.4", "localhost.evil.example", "127a0b0c1"])
def test_on_this_machine_no_other_name_is_answered(host: str) -> None:
    assert not knows("127.0.0.1", host)


def test_in_the_office_numbers_and_its_own_name_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.gethostname", lambda: "Front-Desk.clinic.lan")
    for host in ("192.168.1.4", "[fe80::1]", "front-desk.clinic.lan", "front-desk.local", "train.clinic.example"):
        assert knows(EVERYWHERE, host, "Train.Clinic.example")
    assert not knows(EVERYWHERE, "192.168.1.4.evil.example")


@pytest.mark.parametrize(
    ("address", "own"), [("127.0.0.1", True), ("::1", True), ("localhost", True), (EVERYWHERE, False), ("desk", False)]
)
def test_loopback_is_what_only_this_machine_reaches(address: str, own: bool) -> None:
    assert is_loopback(address) is own


def test_the_printed_name_is_one_that_can_be_typed() -> None:
    assert reached_at("127.0.0.1") == "127.0.0.1"
    assert reached_at("::1") == "[::1]"
    assert reached_at(EVERYWHERE) != EVERYWHERE
