"""The manager's page: who is trained on what, what is overdue, how questions work, and whether the records are whole.

The page is sent one page of a list, and one person in full, as it asks for them. What it sends comes from a browser
and is checked; and it is asked each time whether a manager is still there. Reading happens on a thread, one at a time,
so that the page goes on answering.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import anywidget
import traitlets

from ...records import InputError
from ...store.home import default_home
from ...store.training import FILE
from ...training.days import local_now
from ...training.records_view import Overview, PersonStanding, overview
from .. import assets as dashboard
from ..handing_back import kernel_loop, written_down
from ..trouble import in_the_input, in_the_program
from . import assets, records_acts, records_files
from .gate import guarded
from .learning import Learning, sign_in_required, this_page
from .records_figures import QuestionQuery, question_rows, read_question_query, rule_rows
from .records_ledger import checked, not_checked_yet
from .records_overview import before_looking, top_of_page
from .records_people import PeopleQuery, late_rows, people_rows, read_page, read_people_query
from .records_person import person_in_full

Values = dict[str, Any]
_SCRIPTS = ("records_parts", "records_lists", "records_figures", "records_person", "records")
_NO_ROWS: Values = {"rows": [], "total": 0, "page": 1, "pages": 1, "size": 25}


def records_page() -> Any:
    """The manager's page of this kernel's practice; where the server asks for it, a manager signs in first."""
    learning = this_page()
    return guarded(lambda: RecordsPage(learning), learning)


def in_thread(work: Callable[[], None]) -> None:
    """Do it on a thread of its own."""
    Thread(target=work, name="records", daemon=True).start()


class RecordsPage(anywidget.AnyWidget):
    """Everybody's training of one practice."""

    _esm = "\n".join([dashboard.joined(("marks", "tabs"), "js"), assets.script(*_SCRIPTS)])
    _css = assets.style("records")

    overview = traitlets.Dict(before_looking()).tag(sync=True)
    people = traitlets.Dict(_NO_ROWS).tag(sync=True)
    late = traitlets.Dict(_NO_ROWS).tag(sync=True)
    rules = traitlets.Dict(_NO_ROWS).tag(sync=True)
    questions = traitlets.Dict(_NO_ROWS).tag(sync=True)
    record = traitlets.Dict().tag(sync=True)
    person = traitlets.Any(None).tag(sync=True)  # None = the lists are shown
    busy = traitlets.Bool(True).tag(sync=True)
    trouble = traitlets.Any(None).tag(sync=True)

    def __init__(
        self,
        learning: Learning,
        *,
        now: Callable[[], datetime] = local_now,
        start: Callable[[Callable[[], None]], None] = in_thread,
        home: Path | None = None,
    ) -> None:
        """``start`` does work beside the page; ``home`` is where records are kept, by default the user's own place."""
        self._learning, self._now, self._start = learning, now, start
        self._place = (home or default_home()).resolve() / FILE
        self._one_at_a_time = Lock()
        self._hand_back = kernel_loop()
        self._seen: Overview | None = None
        self._asked = PeopleQuery()
        self._asked_questions = QuestionQuery()
        super().__init__(record=not_checked_yet(self._place))
        self.on_msg(self._receive)
        self.look()
        self.verify()

    def look(self) -> None:
        """Read everything again, on a thread."""
        self.busy = True
        self._aside(lambda: overview(self._learning.desk, now=self._now), self._show)

    def verify(self) -> None:
        """Read the whole ledger, on a thread."""
        self._aside(self._learning_verified, lambda found: self.set_trait("record", found))

    def _learning_verified(self) -> Values:
        return checked(self._learning.desk.verify(), self._now(), self._place)

    # ---------------------------------------------------------------- what the page asks for

    def _receive(self, _: Any, content: Any, __: Any) -> None:
        asked: Mapping[str, Any] = content if isinstance(content, Mapping) else {}
        if not self._may_look():
            return  # the session has ended; the gate has taken the page away
        actions: Mapping[str, Callable[[], None]] = {
            "look": self.look,
            "verify": self.verify,
            "people": lambda: self._list_people(asked.get("query")),
            "late": lambda: self._fill("late", lambda seen: late_rows(seen, read_page(asked.get("page")))),
            "rules": lambda: self._fill("rules", lambda seen: rule_rows(seen, read_page(asked.get("page")))),
            "questions": lambda: self._list_questions(asked.get("query")),
            "table": self._table,
            "person": lambda: self._open(asked.get("person")),
            "close": lambda: self.set_trait("person", None),
            "save": lambda: self._save(asked),
            "certificate": lambda: self._certificate(asked.get("certificate")),
            "assign": lambda: self._act(lambda desk, seen, one, by: records_acts.assign(desk, seen, one, asked, by=by)),
            "pin": lambda: self._act(lambda desk, _, one, by: records_acts.take_pin_away(desk, one, by=by)),
        }
        actions.get(str(asked.get("do")), lambda: None)()

    def _may_look(self) -> bool:
        if not sign_in_required():
            return True
        learner = self._learning.learner if self._learning.token else None
        return learner is not None and learner.manager

    def _list_people(self, query: object) -> None:
        self._asked = read_people_query(query)
        self._fill("people", lambda seen: people_rows(seen, self._asked))

    def _list_questions(self, query: object) -> None:
        self._asked_questions = read_question_query(query)
        self._fill("questions", lambda seen: question_rows(seen, self._asked_questions))

    def _fill(self, trait: str, rows: Callable[[Overview], Values]) -> None:
        if self._seen is not None:
            self.set_trait(trait, rows(self._seen))

    def _open(self, person: object) -> None:
        seen, one = self._seen, self._known(person)
        if seen is not None and one is not None:
            self._aside(
                lambda: person_in_full(self._learning.desk, seen, one), lambda values: self.set_trait("person", values)
            )

    def _save(self, asked: Mapping[str, Any]) -> None:
        one, wanted = self._known(asked.get("person")), str(asked.get("format"))
        if one is None or wanted not in records_files.FORMATS:
            return
        person, by = one.learner.person, records_acts.who_does_it(self._learning)
        self._aside(
            lambda: records_files.whole_record(self._learning.desk, person, wanted, by=by),
            lambda file: self._hand_over(file, records_files.FORMATS[wanted]),
        )

    def _certificate(self, wanted: object) -> None:
        held = self._seen.history.certificates if self._seen is not None else []
        made = next((one for one in held if one.id == wanted), None)
        if made is not None:
            self._aside(
                lambda: records_files.certificate_file(made), lambda file: self._hand_over(file, records_files.PDF)
            )

    def _table(self) -> None:
        if self._seen is not None:
            self._hand_over(records_files.table_of_people(self._seen), records_files.CSV)

    def _act(self, act: Callable[[Any, Overview, PersonStanding, str], str]) -> None:
        """Do something to the person who is open; afterwards everything is read again."""
        seen, one = self._seen, self._known((self.person or {}).get("person"))
        if seen is None or one is None:
            return
        by = records_acts.who_does_it(self._learning)

        def done(words: str) -> None:
            self.send({"tell": "done", "words": words})
            self.look()

        self._aside(lambda: act(self._learning.desk, seen, one, by), done)

    def _known(self, person: object) -> PersonStanding | None:
        return self._seen.person(person) if self._seen is not None and isinstance(person, str) else None

    # ---------------------------------------------------------------- reading beside the page

    def _aside(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Do ``work`` beside the page, one at a time; ``then`` gets what came of it, on the kernel's own loop."""

        def run() -> None:
            with self._one_at_a_time:
                outcome = self._outcome(work, then)
            self._hand_back(outcome)

        self._start(run)

    def _outcome(self, work: Callable[[], Any], then: Callable[[Any], object]) -> Callable[[], object]:
        try:
            made = work()
        except records_acts.RefusedError as refused:
            told = {"tell": "refused", "words": refused.words, "field": refused.field}
            return lambda: self.send(told)
        except InputError as error:
            found = in_the_input(error.problem)
        except Exception as error:  # whatever it is, nobody must be left at a page that stands still
            written_down(error)
            found = in_the_program(error)
        else:
            return lambda: then(made)
        return lambda: self._stopped(found)

    def _stopped(self, found: Values) -> None:
        self.trouble = found
        self.busy = False

    def _show(self, seen: Overview) -> None:
        self._seen = seen
        self.overview = top_of_page(seen)
        self.people = people_rows(seen, self._asked)
        self.late = late_rows(seen, self.late["page"])
        self.rules = rule_rows(seen, self.rules["page"])
        self.questions = question_rows(seen, self._asked_questions)
        self.trouble = None
        self.busy = False
        if self.person is not None:
            self._open(self.person["person"])

    def _hand_over(self, file: tuple[bytes, str], media: str) -> None:
        content, name = file
        self.send({"tell": "file", "name": name, "media": media}, [content])
