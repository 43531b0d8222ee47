"""One answer at a time, from the address that was checked, with the certificate checked against the name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpcore
import pytest

from before_you_post.inputs.site_journal import Reason
from before_you_post.website.fetching import Fetcher, NoAnswerError
from before_you_post.website.options import Options
from website.loopback_site import HandClock, Reply, html, serving


class TlsWanted(httpcore.NetworkStream):
    """A connection that writes down for which name a certificate is asked for, and then breaks off."""

    def __init__(self, names: list[str | None]) -> None:
        self.names = names

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        self.names.append(server_hostname)
        raise httpcore.ConnectError("no certificate")

    def close(self) -> None:
        pass


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    fetcher = Fetcher(Options(allow_private=True), HandClock().clock())
    yield fetcher
    fetcher.close()


def test_the_certificate_is_checked_against_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str | None] = []
    addresses: list[str] = []

    def connect(_: object, address: str, *_args: object) -> TlsWanted:
        addresses.append(address)
        return TlsWanted(names)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    fetcher = Fetcher(Options(), HandClock().clock(), resolve=lambda *_: ("8.8.8.8",))
    with pytest.raises(NoAnswerError):
        fetcher.get("https://own.example/", 100)
    assert set(names) == {"own.example"}
    assert set(addresses) == {"8.8.8.8"}


def test_an_answer_says_what_came_and_from_where(fetcher: Fetcher) -> None:
    with serving({"/a?b=c": Reply(b"gone", status=410, headers={"X-Why": "moved out"})}) as site:
        answer = fetcher.get(f"{site.origin}/a?b=c", 100)
    assert (answer.status, answer.phrase, answer.body, answer.peer) == (410, b"Gone", b"gone", "127.0.0.1")
    assert answer.header("x-WHY") == "moved out"
    assert answer.header("X-Nothing") == ""


def test_a_connection_that_breaks_is_made_again(fetcher: Fetcher) -> None:
    replies: list[Reply | None] = [None, None, html("now")]
    with serving({"/": lambda _: replies.pop(0)}) as site:
        assert b"now" in fetcher.get(f"{site.origin}/", 1000).body
        assert site.asked == ["/"] * 3


def test_a_connection_that_keeps_breaking_is_given_up(fetcher: Fetcher) -> None:
    with serving({"/": lambda _: None}) as site:
        with pytest.raises(NoAnswerError) as caught:
            fetcher.get(f"{site.origin}/", 1000)
        assert len(site.asked) == 4
    assert (caught.value.reason, caught.value.again) == (Reason.BROKEN, True)


def test_an_answer_may_be_as_large_as_the_limit_and_no_larger(fetcher: Fetcher) -> None:
    with serving({"/": Reply(b"x" * 100)}) as site:
        assert len(fetcher.get(f"{site.origin}/", 100).body) == 100
        with pytest.raises(NoAnswerError) as caught:
            fetcher.get(f"{site.origin}/", 99)
    assert caught.value.reason is Reason.TOO_LARGE
