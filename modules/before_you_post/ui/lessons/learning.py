"""Who is learning on this page: nobody yet, somebody who only tries, or a person whose answers are kept.

One kernel stands behind one page, so all widgets of a page share one of these. The browser holds the session's
token; here it is asked again whenever something is kept, because a session may have ended meanwhile.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cache
from threading import Thread
from typing import TYPE_CHECKING

from ...records import InputError
from ...training.bank import load_bank
from ..practice_folder import practice_folder
from .bringing import bring

if TYPE_CHECKING:
    from ...training.desk import Learner, TrainingDesk

SIGN_IN = "BEFORE_YOU_POST_SIGN_IN"  # "required": the manager's pages ask who is there before they show anything


class Learning:
    """The learner of a page, and the desk that keeps what they do."""

    def __init__(self, make_desk: Callable[[], TrainingDesk]) -> None:
        """``make_desk`` is called when the first widget needs it: opening a page reads no file of the practice."""
        self._make_desk = make_desk
        self._desk: TrainingDesk | None = None
        self._token: str | None = None
        self._watchers: list[Callable[[], None]] = []
        self._person: str | None = None  # who was there when somebody last looked
        self.saved_at: datetime | None = None
        self.finished = 0  # how often something was finished here: a quiz, or a signature

    @property
    def desk(self) -> TrainingDesk:
        """The practice's desk. Raises InputError where the practice's files cannot be read."""
        if self._desk is None:
            self._desk = self._make_desk()
        return self._desk

    @property
    def learner(self) -> Learner | None:
        """Who is signed in now; ``None`` = nobody, or the session has ended."""
        learner = self.desk.who(self._token) if self._token else None
        self._is_here(learner)
        return learner

    @property
    def token(self) -> str | None:
        """The session's token, for the browser to keep."""
        return self._token

    def enter(self, token: str) -> Learner | None:
        """Go on with the session of that token; ``None`` where it has ended."""
        self._token = token
        learner = self.learner
        self._tell()
        return learner

    def leave(self) -> None:
        """End the session: nobody is signed in any more."""
        if self._token:
            self.desk.sign_out(self._token)
        self._is_here(None)

    def saved(self, at: datetime) -> None:
        """Something was kept at that time; the page says so."""
        self.saved_at = at
        self._tell()

    def has_finished(self) -> None:
        """A quiz was counted, or a lesson signed: where the learner stands has changed."""
        self.finished += 1
        self._tell()

    def warm_up(self) -> None:
        """Read on a thread what signing in will need: the desk's modules and the questions, nobody's records."""
        Thread(target=_read_ahead, name="warm-up", daemon=True).start()

    def watch(self, changed: Callable[[], None]) -> None:
        """Call ``changed`` whenever another person is there, or something was kept."""
        self._watchers.append(changed)

    def _is_here(self, learner: Learner | None) -> None:
        if learner is None:
            self._token = None
        person = learner.person if learner else None
        if person != self._person:
            self._person, self.saved_at = person, None
            self._tell()

    def _tell(self) -> None:
        for changed in tuple(self._watchers):
            changed()


def _read_ahead() -> None:
    bring("...training.desk")
    with suppress(InputError):  # a bad file is told where somebody needs it
        load_bank()


@cache
def this_page() -> Learning:
    """The learning of this kernel's page, for the practice the server was started for."""

    def make_desk() -> TrainingDesk:
        made: TrainingDesk = bring("...training.desk", "TrainingDesk")(practice_folder())
        return made

    return Learning(make_desk)


def sign_in_required() -> bool:
    """Whether the manager's pages are shown to managers only."""
    return os.environ.get(SIGN_IN) == "required"
