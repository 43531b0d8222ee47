"""The dashboard widget: keeps the page in step with the audit, and does what the reader asks.

The page holds no data of its own. It is sent one page of the list, one photo in full, and small pictures, as it asks
for them; what it sends comes from a browser and is checked. An audit runs on a thread, so that the page goes on
answering; whatever it changes is handed back to the kernel's own loop, the only place where the page is spoken to.
"""

from __future__ import annotations

import asyncio
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread
from typing import Any

import anywidget
import traitlets

from ..photos.opening import PictureError
from ..records import Authorization, InputError, JudgedPhoto
from ..store import Kept, Store, audit_and_keep
from . import assets
from .detail import photo_in_full
from .export import FORMATS, write
from .listing import Listing, Query, read_query
from .overview import before_any_audit, top_of_page
from .pictures import MEDIA, SHOWN, Thumbnails, path_of, shrink, shrink_embedded
from .signed_form import FormError, form_of, open_form
from .trouble import in_the_input, in_the_program

Values = dict[str, Any]
_SECONDS_BETWEEN_NEWS = 0.15  # of progress: often enough to look alive, seldom enough to cost nothing
_NO_ROWS: Values = {"audit": 0, "photos": [], "total": 0, "page": 1, "pages": 1, "size": 25}


class Dashboard(anywidget.AnyWidget):
    """The audit dashboard of one practice. Shows the audit kept last; a practice never audited is audited at once."""

    _esm = assets.script()
    _css = assets.style()

    overview = traitlets.Dict().tag(sync=True)
    rows = traitlets.Dict(_NO_ROWS).tag(sync=True)
    detail = traitlets.Any(None).tag(sync=True)
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
        self._thumbnails = Thumbnails()
        self._workers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="pictures")
        self._hand_back = _kernel_loop()
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
            found = _written_down(error)
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
        query = self._listing.query if self._listing else Query()
        self._kept = kept
        self._shown += 1
        self._photos = {photo.evidence.published.id: photo for photo in kept.audit.photos}
        self._listing = Listing(kept.audit)
        self._listing.ask(query)
        self.overview = top_of_page(kept)
        self._show_rows()
        if self.detail is not None:
            self._open_photo(self.detail["photo"])

    def _show_rows(self) -> None:
        if self._listing is not None:
            self.rows = {"audit": self._shown, **self._listing.page()}

    # ---------------------------------------------------------------- what the reader asks

    def _receive(self, _: Any, content: Any, __: Any) -> None:
        asked: Mapping[str, Any] = content if isinstance(content, Mapping) else {}
        self.send({"tell": "heard"})  # the page takes a long silence for a dead kernel
        match asked.get("do"):
            case "check":
                self.check()
            case "list":
                self._list(asked.get("query"))
            case "open":
                self._open_photo(asked.get("photo"))
            case "close":
                self.detail = None
            case "picture":
                self._picture(asked.get("wanted"))
            case "form":
                self._form(asked.get("wanted"))
            case "export":
                self._export(asked.get("format"))

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
        self.detail = {"audit": self._shown, **photo_in_full(judged, place)}
        if self._listing.turn_to(place[0]):
            self._show_rows()

    def _picture(self, wanted: Any) -> None:
        if not isinstance(wanted, Mapping):
            return
        judged = self._photos.get(str(wanted.get("of")))
        which, name = str(wanted.get("which")), str(wanted.get("name", ""))
        path = path_of(judged, which, name) if judged else None
        self._workers.submit(self._send_picture, dict(wanted), path, which, name)

    def _send_picture(self, wanted: Values, path: Path | None, which: str, name: str) -> None:
        try:
            if path is None:
                raise PictureError("There is no such picture in this audit.")
            match which:
                case "thumbnail":
                    picture = self._thumbnails.get(path)
                case "embedded":
                    picture = shrink_embedded(path, name, SHOWN)
                case _:
                    picture = shrink(path, SHOWN)
        except PictureError as error:
            answer: Values = {"tell": "picture", "wanted": wanted, "problem": error.reason}
            self._hand_back(lambda: self.send(answer))
            return
        answer = {"tell": "picture", "wanted": wanted, "media": MEDIA, "width": picture.width, "height": picture.height}
        self._hand_back(lambda: self.send(answer, [picture.jpeg]))

    def _form(self, wanted: Any) -> None:
        if not isinstance(wanted, Mapping):
            return
        judged = self._photos.get(str(wanted.get("of")))
        form = form_of(judged, str(wanted.get("form"))) if judged else None
        self._workers.submit(self._send_form, dict(wanted), form)

    def _send_form(self, wanted: Values, form: Authorization | None) -> None:
        try:
            if form is None:
                raise FormError("There is no such form in this audit.")
            scan = open_form(form, self._folder)
        except FormError as error:
            answer: Values = {"tell": "form", "wanted": wanted, "problem": error.reason}
            self._hand_back(lambda: self.send(answer))
            return
        answer = {"tell": "form", "wanted": wanted, "media": scan.media, "name": f"signed-form.{scan.ending}"}
        self._hand_back(lambda: self.send(answer, [scan.data]))

    def _export(self, wanted: Any) -> None:
        if self._kept is not None and isinstance(wanted, str) and wanted in FORMATS:
            self._workers.submit(self._send_file, self._kept, wanted)

    def _send_file(self, kept: Kept, wanted: str) -> None:
        try:
            data, ending, media = write(kept, wanted)
        except Exception as error:  # else the reader would wait for ever for a file
            found = _written_down(error)
            self._hand_back(lambda: self.set_trait("trouble", found))
            return
        name = f"audit-{kept.audit.as_of.isoformat()}.{ending}"
        self._hand_back(lambda: self.send({"tell": "file", "name": name, "media": media}, buffers=[data]))


def _written_down(error: Exception) -> Values:
    """A fault of this program, for the page; the whole of it goes where the program was started.

    A kernel catches what is written to ``sys.stderr`` for a notebook that nobody sees here.
    """
    traceback.print_exception(error, file=sys.__stderr__)
    return in_the_program(error)


def _kernel_loop() -> Callable[[Callable[[], object]], object]:
    """How a thread hands work back to the kernel's loop; where no loop runs (a plain script), it is done at once."""
    try:
        return asyncio.get_running_loop().call_soon_threadsafe
    except RuntimeError:
        return lambda work: work()
