"""Signing in: the part of a page where a learner says who they are, chooses a PIN the first time, and leaves again.

The browser's tab keeps the session's token, so that the next page knows who is there; closing the tab forgets it.
Whoever does not sign in can try everything, and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from ...records import InputError
from ...report.days import clock
from ..handing_back import written_down
from .learning import Learning

if TYPE_CHECKING:
    from ...training.desk import Learner

Values = dict[str, Any]
_LONGEST = 256  # characters of anything that is typed here
NOBODY: Values = {"who": None, "saved": ""}
FAULT = "This did not work, because of a fault in this program. Please tell whoever looks after it."


class SignIn(anywidget.AnyWidget):
    """A widget at which somebody signs in. ``door`` says who is there, and when something of theirs was kept last."""

    door = traitlets.Dict(NOBODY).tag(sync=True)

    def __init__(self, learning: Learning, **traits: Any) -> None:
        self.learning = learning
        self._seen: tuple[str | None, int] = (None, 0)
        super().__init__(**traits)
        learning.watch(self._changed)
        self.on_msg(self._receive)
        if learning.token is not None:
            self._changed()

    def look_again(self) -> None:
        """Another person is there, or the same one has finished something. Widgets that show it do it here."""

    def actions(self, content: Mapping[str, Any]) -> Mapping[str, Callable[[], None]]:
        """What else the page may ask for, by the word it says as ``do``."""
        return {}

    def _receive(self, _: Any, content: Any, __: Any) -> None:
        asked: Mapping[str, Any] = content if isinstance(content, Mapping) else {}
        person, pin, code, token = (_typed(asked, name) for name in ("person", "pin", "code", "token"))
        actions: Mapping[str, Callable[[], None]] = {
            "here": lambda: self._here(token),
            "people": self._people,
            "enter": lambda: self._enter(lambda: self.learning.desk.sign_in(person, pin)),
            "choose": lambda: self._enter(lambda: self.learning.desk.choose_pin(person, pin, code)),
            "leave": self._leave,
            **self.actions(asked),
        }
        actions.get(str(asked.get("do")), lambda: None)()

    def _here(self, token: str) -> None:
        """The page was opened in a tab that has a token: go on with that session, or forget it where it has ended."""
        ended = self._tried(lambda: self.learning.enter(token) is None)
        if ended:  # where it could not be looked up at all, the tab keeps its token and is told why
            self.send({"tell": "session", "token": None})

    def _people(self) -> None:
        desk = self._tried(lambda: self.learning.desk)
        people = self._tried(desk.roster) if desk else None
        if people is not None:
            names = [_entry(one) for one in people]
            self.send({"tell": "people", "people": names, "practice": desk.practice_name(), "nobody": desk.nobody()})

    def _enter(self, enter: Callable[[], str]) -> None:
        token = self._tried(enter)
        if token is not None:
            self.send({"tell": "session", "token": token})  # first of all: whoever goes on at once stays signed in
            self._tried(lambda: self.learning.enter(token))

    def _leave(self) -> None:
        self.send({"tell": "session", "token": None})  # first of all: the tab forgets, whatever happens here
        self._tried(self.learning.leave)

    def _tried(self, work: Callable[[], Any]) -> Any:
        """What ``work`` gives; ``None`` where it could not be done, and then the page is told why."""
        try:
            return work()
        except InputError as error:
            words = f"{error.problem.found} ({error.problem.path}). {error.problem.remedy}"
        except Exception as error:  # whatever it is, nobody must be left at a form that says nothing
            words = _reason(error)
        self.send({"tell": "refused", "words": words})
        return None

    def _changed(self) -> None:
        learner = self.learning.learner
        who = {"name": learner.name, "manager": learner.manager} if learner else None
        at = self.learning.saved_at
        seen, self._seen = self._seen, (learner.person if learner else None, self.learning.finished)
        self.door = {"who": who, "saved": clock(at) if at else ""}
        if self._seen != seen:
            self.look_again()


def _reason(error: Exception) -> str:
    """The desk's own words for a sign-in that it refuses; anything else is a fault of this program."""
    from ...training.desk import SignInError  # noqa: PLC0415 - not before somebody is there

    if isinstance(error, SignInError):
        return error.reason
    written_down(error)
    return FAULT


def _typed(asked: Mapping[str, Any], name: str) -> str:
    value = asked.get(name)
    return value[:_LONGEST] if isinstance(value, str) else ""


def _entry(learner: Learner) -> Values:
    """One line of the list of names. No more than the list needs goes to a page where nobody has signed in."""
    return {"person": learner.person, "name": learner.name, "new": not learner.has_pin, "manager": learner.manager}
