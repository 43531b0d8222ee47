"""Connections go to the public internet only, and to the very address that was checked."""

from __future__ import annotations

import httpcore
import pytest

from before_you_post.website.network import CheckedNetwork, Deadline, NoHost, NotPublic, is_public, look_up

PRIVATE = (
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "0.0.0.0",  # noqa: S104
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "fe80::1",
    "fe80::1%eth0",
    "fd00:ec2::254",
    "ff02::1",
    "not an address",
)


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_public_is_refused_in_every_disguise(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_a_public_address_is_not_refused(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "192.168.1.1", "::ffff:10.0.0.1"])
def test_private_addresses_are_open_to_who_asks_for_them(address: str) -> None:
    assert is_public(address, allow_private=True)


@pytest.mark.parametrize("address", ["169.254.169.254", "fd00:ec2::254", "168.63.129.16", "fe80::1", "224.0.0.1"])
def test_metadata_and_link_local_addresses_stay_closed_even_then(address: str) -> None:
    assert not is_public(address, allow_private=True)


def network(*answers: tuple[str, ...], allow_private: bool = False) -> tuple[CheckedNetwork, list[str]]:
    """A network whose look-ups answer these, one after the other; and the hosts it looked up."""
    asked: list[str] = []

    def resolve(host: str, _: int) -> tuple[str, ...]:
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    return CheckedNetwork(Deadline(lambda: 0.0), allow_private=allow_private, resolve=resolve), asked


def connected_to(checked: CheckedNetwork, monkeypatch: pytest.MonkeyPatch, host: str = "own.example") -> list[str]:
    """The addresses a connection to a host is tried at, when none answers."""
    tried: list[str] = []

    def refuse(_: object, address: str, *_args: object) -> None:
        tried.append(address)
        raise httpcore.ConnectError("no")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", refuse)
    with pytest.raises(httpcore.ConnectError):
        checked.connect_tcp(host, 443)
    return tried


def test_the_connection_is_made_to_the_address_and_never_to_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    checked, _ = network(("8.8.8.8", "8.8.4.4"))
    assert connected_to(checked, monkeypatch) == ["8.8.8.8", "8.8.4.4"]


def test_one_private_address_among_public_ones_closes_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    checked, _ = network(("8.8.8.8", "10.0.0.1"))
    assert connected_to(checked, monkeypatch) == []


def test_a_second_look_up_that_answers_otherwise_is_never_made(monkeypatch: pytest.MonkeyPatch) -> None:
    checked, asked = network(("8.8.8.8",), ("169.254.169.254",))
    assert connected_to(checked, monkeypatch) + connected_to(checked, monkeypatch) == ["8.8.8.8", "8.8.8.8"]
    assert asked == ["own.example"]


def test_a_private_host_is_said_to_be_private() -> None:
    checked, _ = network(("192.168.1.1",))
    with pytest.raises(NotPublic, match=r"own\.example is 192\.168\.1\.1"):
        checked.connect_tcp("own.example", 80)


def test_a_host_written_as_a_number_is_seen_through() -> None:
    checked = CheckedNetwork(Deadline(lambda: 0.0))
    with pytest.raises(NotPublic):
        checked.connect_tcp("2130706433", 80)


def test_a_host_without_an_address_is_said_to_have_none() -> None:
    with pytest.raises(NoHost):
        look_up("no-such-host.invalid", 80)


def test_the_deadline_shortens_a_wait_and_then_ends_it() -> None:
    now = 0.0
    deadline = Deadline(lambda: now, until=10.0)
    assert deadline.left(3.0) == 3.0
    now = 8.0
    assert deadline.left(3.0) == 2.0
    now = 10.0
    with pytest.raises(httpcore.ReadTimeout):
        deadline.left(3.0)
