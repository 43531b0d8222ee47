"""Signing in: a person of the practice, a PIN of their own, and a session that ends by itself.

The first one to choose a PIN for a person signs in as that person; for a manager that takes the start code that the
program printed when it was started, so that nobody else makes himself one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from ..records import EntryKind
from ..store.training import PracticeTraining, Secret
from . import pins
from .people import Learner

TRIES = 5
LOCKED_FOR = timedelta(minutes=5)
_START = ""  # in place of a person: the start code


class SignInError(Exception):
    """Somebody could not sign in. ``reason`` is said on the page."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Entrance:
    """The door of one practice's training records."""

    def __init__(self, kept: PracticeTraining, now: Callable[[], datetime]) -> None:
        self._kept = kept
        self._now = now

    def sign_in(self, learner: Learner, pin: str) -> str:
        """Return a session token. Raises SignInError for a wrong PIN, and for any while the person is locked."""
        secret = self._unlocked(learner)
        if secret.hash is None:
            raise SignInError("You have no PIN yet. Please choose one first.")
        if not self._sealed(learner, secret.hash):
            raise SignInError("Your PIN was changed outside this program. Please ask your manager to reset it.")
        self._compare(learner, secret, pin, "This PIN is not right.")
        if secret.wrong:
            self._kept.forgive(learner.person)
        return self.let_in(learner, "pin")

    def let_in(self, learner: Learner, how: str) -> str:
        """Open a session for somebody whose identity is known."""
        now = self._now()
        self._kept.ledger.append(EntryKind.SIGN_IN, learner.person, {"how": how}, now)
        return self._kept.open_session(learner.person, now)

    def choose_pin(self, learner: Learner, pin: str, start_code: str) -> str:
        """Keep a person's first PIN and sign them in. Raises SignInError where one is chosen, or this is none."""
        secret = self._unlocked(learner)
        if secret.hash is not None:
            raise SignInError("A PIN was chosen for this name already. If that was not you, tell your manager now.")
        if complaint := pins.complaint_about(pin):
            raise SignInError(complaint)
        if learner.manager:
            self._check_start_code(learner, secret, start_code)
        now = self._now()
        hash = pins.hashed(pin)
        self._kept.ledger.append(EntryKind.PIN, learner.person, {"sealed": _seal(hash)}, now)
        self._kept.set_secret(learner.person, hash, now)
        if learner.manager:
            self._kept.set_secret(_START, None, now)  # it serves once
        return self.let_in(learner, "new pin")

    def reset_pin(self, person: str, by: str) -> None:
        """Take a person's PIN away and end their sessions; they choose another when they next sign in."""
        now = self._now()
        self._kept.ledger.append(EntryKind.PIN_RESET, person, {"by": by}, now)
        self._kept.set_secret(person, None, now)
        self._kept.close_sessions(person)

    def new_start_code(self) -> str:
        """A start code; any former one no longer holds."""
        code = pins.new_code()
        self._kept.set_secret(_START, pins.hashed(code), self._now())
        return code

    def _check_start_code(self, learner: Learner, secret: Secret, code: str) -> None:
        start = self._kept.secret(_START)
        if start.hash is None:
            raise SignInError("Whoever keeps the records needs a start code. Start the program anew: it prints one.")
        if not code:
            raise SignInError("Please type the start code, too. It was printed where the program was started.")
        wrong = "This start code is not right. It was printed where the program was started."
        self._compare(learner, Secret(hash=start.hash, set_at=None, wrong=secret.wrong, locked_until=None), code, wrong)

    def _compare(self, learner: Learner, secret: Secret, given: str, reason: str) -> None:
        if secret.hash is not None and pins.matches(secret.hash, given):
            return
        now = self._now()
        count = self._kept.count_wrong(learner.person, most=TRIES, until=now + LOCKED_FOR)
        if count >= TRIES:
            self._kept.ledger.append(EntryKind.LOCKED, learner.person, {"tries": count}, now)
            raise SignInError(f"{reason} That was try {count}. {_wait(LOCKED_FOR)}")
        left = TRIES - count
        raise SignInError(f"{reason} You have {left} more {'try' if left == 1 else 'tries'}.")

    def _unlocked(self, learner: Learner) -> Secret:
        secret = self._kept.secret(learner.person)
        if secret.locked_until and (rest := secret.locked_until - self._now()) > timedelta():
            raise SignInError(f"There were too many wrong tries. {_wait(rest)}")
        return secret

    def _sealed(self, learner: Learner, hash: str) -> bool:
        """Whether this is the hash that the ledger knows of: a PIN that was put into the file is none."""
        chosen = self._kept.ledger.entries(learner.person, kinds=[EntryKind.PIN])
        return bool(chosen) and chosen[-1].body["sealed"] == _seal(hash)


def _seal(hash: str) -> str:
    return hashlib.sha256(hash.encode()).hexdigest()


def _wait(rest: timedelta) -> str:
    minutes = -(-int(rest.total_seconds()) // 60)
    return f"Please wait {minutes} minute{'s' if minutes != 1 else ''}, then try again. Nothing is lost."
