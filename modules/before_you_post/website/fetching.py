"""Asking a website for one address: bounded in bytes and time, no redirect followed, no cookie kept.

httpcore is used as it is: it does just this much. It knows neither cookies, nor redirects, nor the proxies an
environment may name, so there is nothing to switch off.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import datetime

import httpcore

from ..inputs.site_journal import Reason
from .network import CheckedNetwork, Deadline, NoHost, NotPublic, Resolve, look_up
from .options import USER_AGENT, Clock, Options
from .pace import Pace

Headers = tuple[tuple[bytes, bytes], ...]
_SLOW_DOWN = frozenset({429, 503})
_TRIES = 3
_ASKED_WITH = (
    (b"User-Agent", USER_AGENT.encode("ascii")),
    (b"Accept", b"text/html,application/xhtml+xml,application/xml,application/json,image/*,*/*;q=0.5"),
    (b"Accept-Encoding", b"gzip"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer as it came: ``body`` without chunk marks, but still packed as Content-Encoding says."""

    address: str
    at: datetime  # when it was asked for
    request_headers: Headers
    status: int
    phrase: bytes
    headers: Headers
    body: bytes
    peer: str  # the network address that answered

    def header(self, name: str) -> str:
        """The first header of this name; empty when there is none."""
        wanted = name.lower().encode("ascii")
        return next((value.decode("latin-1").strip() for key, value in self.headers if key.lower() == wanted), "")


class NoAnswerError(Exception):
    """No whole answer came. ``again``: it may come another time."""

    def __init__(self, reason: Reason, detail: str = "", *, again: bool = False) -> None:
        super().__init__(reason, detail)
        self.reason, self.detail, self.again = reason, detail, again


class AskedTooMuchError(Exception):
    """The website keeps saying that it is asked too much."""


class Fetcher:
    """Asks one website, one address at a time, at the pace agreed. Close it when done."""

    def __init__(self, options: Options, clock: Clock, resolve: Resolve = look_up) -> None:
        self.pace = Pace(options.requests_per_second, clock)
        self._options = options
        self._clock = clock
        self._deadline = Deadline(clock.monotonic)
        network = CheckedNetwork(self._deadline, allow_private=options.allow_private, resolve=resolve)
        self._pool = httpcore.ConnectionPool(max_connections=1, keepalive_expiry=30.0, network_backend=network)

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()

    def get(self, address: str, most: int) -> Answer:
        """The answer for an address, at most so many bytes. Raises NoAnswerError, AskedTooMuchError.

        Waits and tries again where the website says that it is asked too much, and after a broken connection.
        """
        for tries in range(_TRIES + 1):
            self.pace.wait()
            try:
                answer = self._ask(address, most)
            except NoAnswerError as error:
                if error.reason is not Reason.BROKEN or tries == _TRIES:
                    raise
                self.pace.hold(5.0 * (1 << tries))
                continue
            if answer.status not in _SLOW_DOWN:
                return answer
            seconds = self.pace.asked_for(answer.header("Retry-After"), tries)
            if seconds is None or tries == _TRIES:
                break
            self.pace.hold(seconds)
        raise AskedTooMuchError

    def _ask(self, address: str, most: int) -> Answer:
        silence = self._options.silence_seconds
        limits = {"connect": silence, "read": silence, "write": silence, "pool": silence}
        url = httpcore.URL(address)
        headers = ((b"Host", _host(url)), *_ASKED_WITH)
        at = self._clock.now()
        self._deadline.until = self._clock.monotonic() + self._options.answer_seconds
        try:
            with self._pool.stream("GET", url, headers=list(headers), extensions={"timeout": limits}) as response:
                stream = response.extensions["network_stream"]
                peer = stream.get_extra_info("server_addr")
                return Answer(
                    address=address,
                    at=at,
                    request_headers=headers,
                    status=response.status,
                    phrase=response.extensions.get("reason_phrase", b""),
                    headers=tuple(response.headers),
                    body=_read(response, most),
                    peer=str(peer[0]) if peer else "",
                )
        except NotPublic as error:
            raise NoAnswerError(Reason.NOT_PUBLIC, str(error)) from error
        except NoHost as error:
            raise NoAnswerError(Reason.NO_HOST, str(error), again=True) from error
        except httpcore.TimeoutException as error:
            raise NoAnswerError(Reason.TOO_SLOW, again=True) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError) as error:
            raise NoAnswerError(Reason.BROKEN, str(error)[:200], again=True) from error


def _host(url: httpcore.URL) -> bytes:
    return url.host if url.port is None else b"%b:%d" % (url.host, url.port)


def _read(response: httpcore.Response, most: int) -> bytes:
    told = next((value for name, value in response.headers if name.lower() == b"content-length"), b"")
    if told.isdigit() and int(told[:20]) > most:
        raise NoAnswerError(Reason.TOO_LARGE, f"{int(told[:20])} bytes")
    body = bytearray()
    for piece in response.iter_stream():
        body += piece
        if len(body) > most:
            raise NoAnswerError(Reason.TOO_LARGE, f"more than {most} bytes")
    return bytes(body)
