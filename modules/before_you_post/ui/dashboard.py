"""The dashboard widget: keeps the page in step with the audit, and does what the reader asks.

The page holds no data of its own. It is sent one page of the list, one photo in full, and small pictures, as it asks
for them; what it sends comes from a browser and is checked. An audit runs on a thread, so that the page goes on
answering; whatever it changes is handed back to the kernel's own loop, the only place where the page is spoken to.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread
from typing import Any

import anywidget
import traitlets

from ..audit import findings
from ..records import Finding, InputError, JudgedMatter, JudgedPhoto
from ..report.decided import Decisions, decisions, key
from ..store import DecisionLog, Kept, Store, audit_and_keep
from . import assets, decide
from .deliveries import Counter, Deliveries
from .detail import photo_in_full
from .export import FORMATS
from .handing_back import kernel_loop, written_down
from .listing import Listing, Query, read_query
from .matters import MatterListing, MatterQuery, matter_in_full, read_matter_query
from .overview import before_any_audit, top_of_page
from .panel import Known
from .trouble import in_the_input, in_the_program

Values = dict[str, Any]
_SECONDS_BETWEEN_NEWS = 0.15  # of progress: often enough to look alive, seldom enough to cost nothing
_NO_MATTERS: Values = {"verdicts": [], "total": 0, "groups": []}
_NO_ROWS: Values = {"audit": 0, "photos": [], "total": 0, "page": 1, "pages": 1, "size": 25}


class Dashboard(anywidget.AnyWidget):
    """The audit dashboard of one practice. Shows the audit kept last; a practice never audited is audited at once."""

    _esm = assets.script()
    _css = assets.style()

    overview = traitlets.Dict().tag(sync=True)
    rows = traitlets.Dict(_NO_ROWS).tag(sync=True)
    detail = traitlets.Any(None).tag(sync=True)
    practice = traitlets.Dict(_NO_MATTERS).tag(sync=True)
    matter = traitlets.Any(None).tag(sync=True)
    progress = traitlets.Any(None).tag(sync=True)  # stage, done, total; None = nothing is running
    trouble = traitlets.Any(None).tag(sync=True)

    def __init__(self, folder: Path, *, store: Store | None = None) -> None:
        """``folder`` is the practice's; ``store`` is by default the user's own."""
        self._folder = folder
        self._store = store or Store()
        self._kept: Kept | None = None
        self._photos: dict[str, JudgedPhoto] = {}
        self._listing: Listing | None = None
        self._shown = 0  # number of the audit on the page, so that old pictures are not taken for new ones
        self._matters: dict[tuple[str, str], JudgedMatter] = {}
        self._findings: dict[tuple[str, str, str, int | None], Finding] = {}
        self._matter_list: MatterListing | None = None
        self._decisions = Decisions()
        self._hand_back = kernel_loop()
        self._deliveries = Deliveries(folder, Counter(self._deliver, self._failed))
        self._last_news = 0.0
        super().__init__(overview=before_any_audit(folder))
        self.on_msg(self._receive)
        self._open()

    # ---------------------------------------------------------------- the audit

    def _open(self) -> None:
        try:
            kept = self._store.practice(self._folder).latest()
        except InputError as error:
            self.trouble = in_the_input(error.problem)
            return
        if kept is None:
            self.check()
        else:
            self._show(kept)

    def check(self) -> None:
        """Audit the practice again, on a thread; nothing happens while an audit is running."""
        if self.progress is not None:
            return
        self.trouble = None
        self.progress = {"stage": "Starting", "done": 0, "total": 0}
        Thread(target=self._audit, name="audit", daemon=True).start()

    def _audit(self) -> None:
        found: Values | None = None
        kept: Kept | None = None
        try:
            kept = audit_and_keep(self._folder, store=self._store, progress=self._on_progress)
        except InputError as error:
            found = in_the_input(error.problem)
        except Exception as error:  # whatever it is, the reader must not be left with a bar that stands still
            found = _told(error)
        self._hand_back(lambda: self._audited(kept, found))

    def _audited(self, kept: Kept | None, found: Values | None) -> None:
        if kept is not None:
            self._show(kept)
        self.trouble = found
        self.progress = None

    def _on_progress(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last_news < _SECONDS_BETWEEN_NEWS and done < total:
            return
        self._last_news = now
        news = {"stage": stage, "done": done, "total": total}
        self._hand_back(lambda: self.set_trait("progress", news))

    def _show(self, kept: Kept) -> None:
        self._kept = kept
        self._shown += 1
        self._photos = {photo.evidence.published.id: photo for photo in kept.audit.photos}
        self._matters = {(one.matter.kind.value, one.matter.id): one for one in kept.audit.matters}
        self._findings = {key(finding): finding for finding in findings(kept.audit)}
        query = self._listing.query if self._listing else Query()
        self._listing = Listing(kept.audit)
        self._listing.query = query
        self._deliveries.library.forget()
        self.overview = top_of_page(kept)
        self._arrange(kept)

    def _arrange(self, kept: Kept) -> None:
        """Both lists and whatever is open, with the decisions there are."""
        asked = self._matter_list.query if self._matter_list else MatterQuery()
        self._decisions = decisions(kept)
        if self._listing is not None:
            self._listing.decide(self._decisions)
        self._matter_list = MatterListing(kept.audit, self._decisions)
        self._matter_list.query = asked
        self._show_rows()
        if self.detail is not None:
            self._open_photo(self.detail["photo"])
        if self.matter is not None:
            self._open_matter(self.matter)

    def _show_rows(self) -> None:
        if self._listing is not None and self._matter_list is not None:
            self.rows = {"audit": self._shown, **self._listing.page()}
            self.practice = self._matter_list.view()

    # ---------------------------------------------------------------- what the reader asks

    def _receive(self, _: Any, content: Any, __: Any) -> None:
        asked: Mapping[str, Any] = content if isinstance(content, Mapping) else {}
        self.send({"tell": "heard"})  # the page takes a long silence for a dead kernel
        actions: Mapping[str, Callable[[], None]] = {
            "check": self.check,
            "list": lambda: self._list(asked.get("query")),
            "open": lambda: self._open_photo(asked.get("photo")),
            "matters": lambda: self._list_matters(asked.get("query")),
            "matter": lambda: self._open_matter(asked),
            "close": self._close,
            "picture": lambda: self._picture(asked.get("wanted")),
            "form": lambda: self._form(asked.get("wanted")),
            "originals": lambda: self._deliveries.originals(str(asked.get("search", ""))),
            "decide": lambda: self._decide(asked),
            "match": lambda: self._decide_match(asked),
            "worksheet": lambda: self._worksheet(asked),
            "export": lambda: self._export(asked.get("format")),
        }
        actions.get(str(asked.get("do")), lambda: None)()

    def _close(self) -> None:
        self.detail = self.matter = None

    def _list(self, asked: Any) -> None:
        if self._listing is not None and isinstance(asked, Mapping):
            self._listing.ask(read_query(asked))
            self._show_rows()

    def _open_photo(self, photo: Any) -> None:
        judged = self._photos.get(photo) if isinstance(photo, str) else None
        if judged is None or self._listing is None:
            self.detail = None
            return
        place = self._listing.place(judged.evidence.published.id)
        values = photo_in_full(judged, place, known=self._known(), decisions=self._decisions)
        self.detail = {"audit": self._shown, **values}
        if self._listing.turn_to(place[0]):
            self._show_rows()

    def _known(self) -> Known:
        files = {name: photo.evidence.published.file_name for name, photo in self._photos.items()}
        kept = self._kept
        return Known(words=kept.match_decisions, kept_at=kept.kept_at, files=files) if kept else Known(files=files)

    def _list_matters(self, asked: Any) -> None:
        if self._matter_list is not None and isinstance(asked, Mapping):
            self._matter_list.query = read_matter_query(asked)
            self.practice = self._matter_list.view()

    def _open_matter(self, asked: Any) -> None:
        wanted = (str(asked.get("kind")), str(asked.get("id"))) if isinstance(asked, Mapping) else ("", "")
        judged = self._matters.get(wanted)
        if judged is None or self._kept is None:
            self.matter = None
            return
        values = matter_in_full(judged, self._decisions, self._kept.audit.as_of)
        self.matter = {"audit": self._shown, **values}

    def _picture(self, wanted: Any) -> None:
        if isinstance(wanted, Mapping):
            self._deliveries.picture(wanted, self._photos.get(str(wanted.get("of"))))

    def _form(self, wanted: Any) -> None:
        if isinstance(wanted, Mapping):
            self._deliveries.form(wanted, self._photos.get(str(wanted.get("of"))))

    def _export(self, wanted: Any) -> None:
        if self._kept is not None and isinstance(wanted, str) and wanted in FORMATS:
            self._deliveries.file(self._kept, wanted)

    def _worksheet(self, asked: Mapping[str, Any]) -> None:
        finding = self._findings.get(_key(asked))
        if self._kept is not None and finding is not None:
            self._deliveries.worksheet(self._kept, finding)

    def _deliver(self, answer: Values, data: list[bytes]) -> None:
        self._hand_back(lambda: self.send(answer, data))

    def _failed(self, error: Exception) -> None:
        found = _told(error)
        self._hand_back(lambda: self.set_trait("trouble", found))

    # ---------------------------------------------------------------- what the reader decides

    def _decide(self, asked: Mapping[str, Any]) -> None:
        finding = self._findings.get(_key(asked))
        if finding is not None:
            self._keep_decision(lambda log, kept: decide.about_finding(log, kept, asked, finding))

    def _decide_match(self, asked: Mapping[str, Any]) -> None:
        judged = self._photos.get(str(asked.get("of")))
        library = self._deliveries.library
        if judged is not None:
            self._keep_decision(lambda log, kept: decide.about_match(log, kept, asked, judged, library.originals))

    def _keep_decision(self, add: Callable[[DecisionLog, Kept], Kept]) -> None:
        """Keep a decision; the page is told what is missing, or sees it where it belongs. Pictures stay as they are."""
        if self._kept is None:
            return
        try:
            self._kept = add(self._store.practice(self._folder).decisions, self._kept)
        except decide.DecisionError as error:
            self.send({"tell": "decided", "problem": error.reason})
        except InputError as error:
            self.trouble = in_the_input(error.problem)
        else:
            self._arrange(self._kept)
            self.send({"tell": "decided", "problem": None})


def _key(asked: Mapping[str, Any]) -> tuple[str, str, str, int | None]:
    """What the page names a finding by."""
    panel = asked.get("panel")
    number = panel if isinstance(panel, int) else None
    return str(asked.get("subject")), str(asked.get("about")), str(asked.get("rule")), number


def _told(error: Exception) -> Values:
    """A fault of this program, for the page; the whole of it goes where the program was started."""
    written_down(error)
    return in_the_program(error)
