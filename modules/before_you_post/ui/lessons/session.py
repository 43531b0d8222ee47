"""The page of a staff session: for whoever leads it a big screen, for everybody else their own device.

Every open page has a kernel of its own and looks into the store each second; what one of them does, all others see.
Who may lead is asked anew at each step, because a session of signing in may have ended meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import traitlets

from ...records import Agenda, InputError, Problem, Question
from ..handing_back import kernel_loop
from . import session_views
from .asking import case_of, script, style
from .learning import Learning, sign_in_required, this_page
from .sign_in import SignIn

if TYPE_CHECKING:
    from ...training.desk import Learner, TrainingDesk
    from ...training.session import Running, StaffSession

Values = dict[str, Any]
LOOK_AGAIN = 1.0  # seconds
SESSION_OVER = "You are not signed in any more. Please sign in again at the top. The session goes on, nothing is lost."
TOO_LATE = "The answer was shown meanwhile. Please look at the big screen."


def open_session() -> SessionPage:
    """The session page of this kernel's practice."""
    page = SessionPage(this_page())
    page.keep_looking()
    return page


def _session_of(desk: TrainingDesk) -> StaffSession:
    from ...training.session import StaffSession  # noqa: PLC0415 - not before somebody is there

    return StaffSession(desk)


class SessionPage(SignIn):
    """The whole page. ``view`` is all that the browser knows; before an answer is shown, not which one is right."""

    _esm = script(
        "result",
        "sign_in",
        "session_setup",
        "session_screen",
        "session_side",
        "session_device",
        "session",
    )
    _css = style("sign_in", "session")

    view = traitlets.Dict({"stage": "nobody"}).tag(sync=True)

    def __init__(self, learning: Learning, *, session_of: Callable[[TrainingDesk], StaffSession] = _session_of) -> None:
        self._session_of = session_of
        self._who: Learner | None = None
        self._takes_part = False  # a manager who leaves the leading to somebody else
        self._ended = ""  # the session that ended here last
        self._came = ""  # the session in which this page's person was entered
        self._hand_back = kernel_loop()
        self._closed = Event()
        super().__init__(learning)
        self.look()

    def keep_looking(self) -> None:
        """From now on look each second, on a thread that hands back to the kernel's loop."""
        Thread(target=self._keep_looking, name="session", daemon=True).start()

    @cached_property
    def session(self) -> StaffSession:
        """The practice's sessions."""
        return self._session_of(self.learning.desk)

    def look_again(self) -> None:
        """Another person is there: what was shown belongs to who was there before."""
        self._who = self.learning.learner
        self._takes_part, self._ended, self._came = False, "", ""
        self.look()

    def look(self) -> None:
        """See how the session stands, and show it."""
        view = self._tried(self._seen_now)
        if view is not None:
            self.view = view

    def close(self) -> None:
        """End the page, and its looking."""
        self._closed.set()
        super().close()

    def actions(self, content: Mapping[str, Any]) -> Mapping[str, Callable[[], None]]:
        """What a page may ask for: of everybody, and of whoever leads."""
        question = str(content.get("question") or "")
        option, person, text = (str(content.get(name) or "") for name in ("option", "person", "text"))
        leading: Mapping[str, Callable[[], object]] = {
            "begin": lambda: self._begin(content),
            "lead": self._lead,
            "part": lambda: self._part(True),
            "unpart": lambda: self._part(False),
            "step": lambda: self.session.to_step(_whole(content.get("to"))),
            "ask": lambda: self.session.ask(question),
            "hands": lambda: self.session.raise_hands(question, option, _whole(content.get("count"))),
            "show": self._show,
            "came": lambda: self.session.come(person, own_device=False),
            "went": lambda: self.session.go(person),
            "note": lambda: self.session.note(str(content.get("name") or ""), text),
            "end": self._end,
            "paper": lambda: self._paper(str(content.get("session") or "")),
            "another": self._another,
        }
        return {
            "case": lambda: self._case(question),
            "give": lambda: self._give(question, content.get("answer")),
            **{name: lambda step=step: self._as_leader(step) for name, step in leading.items()},  # type: ignore[misc]
        }

    # -- what is seen

    def _seen_now(self) -> Values:
        learner = self._who
        if learner is None and sign_in_required():
            return {"stage": "nobody"}
        running = self.session.running()
        if not self._may_lead(learner) or self._takes_part:
            return self._device(learner, running)
        if running is None:
            ended = next((one for one in self.session.minutes() if one.session == self._ended), None)
            return session_views.minutes(ended) if ended else session_views.setup(self.session, learner)
        if learner is not None and running.led_by != learner.person:
            return session_views.choice(self.session, running)
        return session_views.screen(self.session, running)

    def _device(self, learner: Learner | None, running: Running | None) -> Values:
        if running is None or learner is None:
            return session_views.waiting(may_lead=self._may_lead(learner))
        if self._came != running.id:
            self._came = running.id
            self.session.come(learner.person, own_device=True)
        return session_views.device(self.session, running, learner, may_lead=self._may_lead(learner))

    # -- what whoever leads does

    def _as_leader(self, step: Callable[[], object]) -> None:
        learner = self.learning.learner
        if learner is None and sign_in_required():
            self.send({"tell": "refused", "words": SESSION_OVER})
        elif self._may_lead(learner):
            self._tried(step)
            self.look()

    def _begin(self, content: Mapping[str, Any]) -> None:
        self._ended = ""
        self.session.begin(
            led_by=self._who.person if self._who else str(content.get("led_by") or ""),
            held_on=_day(content.get("date")),
            agenda=self._agenda(content),
            present=_names(content.get("present")),
        )

    def _agenda(self, content: Mapping[str, Any]) -> Agenda:
        from ...training import session_plans as plans  # noqa: PLC0415 - not before somebody is there

        if content.get("plan") == "45":
            return plans.forty_five_minutes()
        if content.get("plan") == "15":
            return plans.fifteen_minutes(min(_whole(content.get("month")), len(plans.MONTHS) - 1))
        wanted = set(_names(content.get("questions")))
        course = self.learning.desk.curriculum.course
        chosen = [one for one in plans.askable(self.session.bank.values()) if one.id in wanted]
        return plans.chosen_questions(chosen, {one.slug: one.title for one in course.lessons})

    def _lead(self) -> None:
        self._takes_part = False
        if self._who is not None:
            self.session.lead(self._who.person)

    def _part(self, takes_part: bool) -> None:
        self._takes_part = takes_part

    def _show(self) -> None:
        self.session.show()

    def _end(self) -> None:
        self._ended = self.session.end().session

    def _another(self) -> None:
        self._ended = ""

    def _paper(self, session: str) -> None:
        from ...report.minutes import file_name, minutes_pdf  # noqa: PLC0415 - brings the PDF's letters with it

        for one in self.session.minutes():
            if one.session == session:
                self.send({"tell": "file", "name": file_name(one)}, [minutes_pdf(one)])

    # -- what everybody does

    def _give(self, question: str, answer: object) -> None:
        learner = self.learning.learner
        if learner is None:
            self.send({"tell": "refused", "words": SESSION_OVER})
            return
        if self._tried(lambda: self.session.answer(learner, question, answer)) is False:
            self.send({"tell": "refused", "words": TOO_LATE})
        self.look()

    def _case(self, question_id: str) -> None:
        asked = self.view.get("asked")
        if isinstance(asked, dict) and asked["id"] == question_id:
            question = self.session.bank[question_id]
            Thread(target=self._read_case, args=(question,), name="case", daemon=True).start()

    def _read_case(self, question: Question) -> None:
        values, pictures = case_of(question)
        self._hand_back(lambda: self.send({"tell": "case", "question": question.id, **values}, pictures))

    # -- within

    def _may_lead(self, learner: Learner | None) -> bool:
        return not sign_in_required() or (learner is not None and learner.manager)

    def _keep_looking(self) -> None:
        while not self._closed.wait(LOOK_AGAIN):
            self._hand_back(self.look)


def _whole(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0


def _names(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _day(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise InputError(
            Problem(path="the session", found="no day", expected="a day such as 2026-03-03", remedy="Choose the day.")
        ) from None
