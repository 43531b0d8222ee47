"""Which names this machine is served under.

A page on some other site can have its own name point at this machine and then read what it answers. So only names
that belong to it are answered; a bare number is safe, because it cannot be made to point elsewhere.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]"


def is_loopback(address: str) -> bool:
    """Whether only this machine can reach a server that listens on ``address``."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def names_of(address: str, extra: Iterable[str] = ()) -> tuple[str, ...]:
    """The names a server that listens on ``address`` answers to, lower case; ``extra`` were given by whoever starts it.

    On an address that others reach, any number is answered too, and the name the machine has in its network.
    """
    asked = tuple(name.strip().lower() for name in extra)
    if is_loopback(address):
        return (*LOOPBACK_NAMES, *asked)
    own = socket.gethostname().lower()
    return tuple(dict.fromkeys((*LOOPBACK_NAMES, own, f"{own.partition('.')[0]}.local", "*", *asked)))


def answered(names: Iterable[str]) -> str:
    """A pattern of the host names that get an answer; ``*`` among ``names`` stands for every bare number."""
    return "(?:" + "|".join(_NUMBER if name == "*" else re.escape(name) for name in names) + ")$"


def reached_at(address: str) -> str:
    """The name to print for a server on ``address``: the machine's number in the office where it listens on all."""
    if address not in ("0.0.0.0", "::"):  # noqa: S104 - compared, not listened on
        return f"[{address}]" if ":" in address else address
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent: this only asks which way would be taken
        except OSError:
            return socket.gethostname()
        return str(probe.getsockname()[0])
