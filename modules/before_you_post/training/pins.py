"""PINs and start codes: how they are chosen, kept and compared.

A PIN is kept as a slow hash (Argon2) and nowhere else: whoever steals the file has to try for hours to find one.
"""

from __future__ import annotations

import secrets
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 6, 12
CODE_DIGITS = 6


def complaint_about(pin: str) -> str:
    """Why this cannot be a PIN, in words for the page; "" where it can."""
    if not (pin.isascii() and pin.isdigit()):
        return f"A PIN has only digits, {SHORTEST} to {LONGEST} of them."
    if not SHORTEST <= len(pin) <= LONGEST:
        return f"A PIN has {SHORTEST} to {LONGEST} digits; this one has {len(pin)}."
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if len(steps) == 1 and steps & {0, 1, 9}:
        return "Digits that are all the same or stand in a row are easy to guess. Please choose others."
    if pin in (pin[:2] * 6)[: len(pin)] or pin[: len(pin) // 2] == pin[len(pin) // 2 :]:
        return "A short pattern that repeats is easy to guess. Please choose other digits."
    return ""


def new_code() -> str:
    """A random start code of six digits."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def hashed(secret: str) -> str:
    """The slow hash of a PIN or code."""
    return _hasher().hash(secret)


def matches(hash: str, secret: str) -> bool:
    """Whether this is the PIN or code of that hash."""
    from argon2.exceptions import Argon2Error, InvalidHashError  # noqa: PLC0415 - loaded when somebody signs in

    try:
        return _hasher().verify(hash, secret)
    except (Argon2Error, InvalidHashError):
        return False


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # noqa: PLC0415 - loaded when somebody signs in

    return PasswordHasher()
