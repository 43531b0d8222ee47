"""Connections to the public internet only, each to the very address that was checked.

A name on the web may lead anywhere: to this machine, to the practice's own network, to the service of a cloud provider
that hands out keys. So the name is looked up once, every address it has is checked, and the connection is made to
one of these, never to the name: a second look-up could answer otherwise (DNS rebinding). The certificate is still
checked against the name.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore

Resolve = Callable[[str, int], tuple[str, ...]]
# Public by their number, but only reachable from inside a cloud provider's network, where they tell secrets.
_METADATA = frozenset({ip_address("168.63.129.16"), ip_address("192.0.0.192"), ip_address("fd00:ec2::254")})
_CARRIES_IPV4 = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
_PRIVATE = (
    IPv4Network("10.0.0.0/8"),
    IPv4Network("172.16.0.0/12"),
    IPv4Network("192.168.0.0/16"),
    IPv6Network("fd00::/8"),
)


class NotPublic(httpcore.ConnectError):
    """A host has an address that is not on the public internet."""


class NoHost(httpcore.ConnectError):
    """A host has no address."""


def look_up(host: str, port: int) -> tuple[str, ...]:
    """Every address of a host, as the system knows it."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoHost(f"{host}: {error}") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str, allow_private: bool = False) -> bool:
    """Whether an address may be connected to. ``allow_private`` adds this machine and private networks."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    found = _inner(found)
    if found in _METADATA or found.is_multicast or found.is_unspecified or found.is_link_local:
        return False
    if allow_private and (found.is_loopback or any(found in network for network in _PRIVATE)):
        return True
    return found.is_global


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address only wraps."""
    if isinstance(address, IPv4Address):
        return address
    inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
    if inner is None and int(address) > 1 and any(address in network for network in _CARRIES_IPV4):
        inner = IPv4Address(int(address) & 0xFFFFFFFF)
    return inner or address


@dataclass(slots=True)
class Deadline:
    """When the answer that is being read must be whole, by the monotonic clock."""

    clock: Callable[[], float]
    until: float = float("inf")

    def left(self, timeout: float | None) -> float:
        """Seconds a read or write may take: the usual ones, or what is left. Raises ReadTimeout after the end."""
        left = self.until - self.clock()
        if left <= 0:
            raise httpcore.ReadTimeout("the answer took too long")
        return left if timeout is None else min(left, timeout)


class CheckedNetwork(httpcore.NetworkBackend):
    """Opens connections for httpcore: looks a host up once, checks its addresses, and keeps the deadline."""

    def __init__(self, deadline: Deadline, *, allow_private: bool = False, resolve: Resolve = look_up) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._resolve = resolve
        self._inner = httpcore.SyncBackend()
        self._checked: dict[tuple[str, int], tuple[str, ...]] = {}

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that answers."""
        failure: Exception = NoHost(f"{host} has no address")
        for address in self._addresses(host, port):
            wait = self._deadline.left(timeout)
            try:
                stream = self._inner.connect_tcp(address, port, wait, local_address, socket_options or ())
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            return _TimedStream(stream, self._deadline)
        raise failure

    def _addresses(self, host: str, port: int) -> tuple[str, ...]:
        if (host, port) not in self._checked:
            addresses = self._resolve(host, port)
            # One wrong address among good ones is no mistake anybody makes by chance.
            for address in addresses:
                if not is_public(address, self._allow_private):
                    raise NotPublic(f"{host} is {address}")
            self._checked[host, port] = addresses
        return self._checked[host, port]


class _TimedStream(httpcore.NetworkStream):
    """A connection on which no single answer can go on for ever, one byte at a time."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
