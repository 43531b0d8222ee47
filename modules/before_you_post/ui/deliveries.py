"""What the page is sent as bytes: pictures, scans of forms, files to save. Made on threads of their own.

Every delivery is asked for by the id of a photo in the audit that is shown, and answered once: with the bytes, or
with the reason why there are none. No path ever comes from the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..photos.refusal import PictureError
from ..records import EditFamily, Finding, JudgedPhoto
from ..store import Kept
from . import laid_over
from .export import worksheet, write
from .library import LibraryShelf
from .pictures import MEDIA, SHOWN, Shown, Thumbnails, path_of, shrink, shrink_embedded
from .signed_form import FormError, form_of, open_form

_NOT_MADE = "This picture could not be made, because of a fault in this program."

Values = dict[str, Any]
Send = Callable[[Values, list[bytes]], object]
Failed = Callable[[Exception], object]


@dataclass(frozen=True, slots=True)
class Counter:
    """How deliveries reach the page: what sends, and what is told of a fault of this program."""

    send: Send  # hands over to the page's own loop
    failed: Failed


class Deliveries:
    """Makes what the page asked for, two at a time, and sends it."""

    def __init__(self, folder: Path, counter: Counter) -> None:
        """``folder`` is the practice's."""
        self._folder = folder
        self._counter = counter
        self._thumbnails = Thumbnails()
        self.library = LibraryShelf(folder)
        self._workers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="pictures")

    def picture(self, wanted: Mapping[str, Any], judged: JudgedPhoto | None) -> None:
        """A picture of a photo, of one of its originals, or of an original of the library."""
        self._workers.submit(self._picture, dict(wanted), judged)

    def form(self, wanted: Mapping[str, Any], judged: JudgedPhoto | None) -> None:
        """The scan of a signed form."""
        self._workers.submit(self._form, dict(wanted), judged)

    def file(self, kept: Kept, wanted: str) -> None:
        """The whole audit as a file to save."""
        self._workers.submit(self._file, lambda: write(kept, wanted), f"audit-{kept.audit.as_of.isoformat()}")

    def worksheet(self, kept: Kept, finding: Finding) -> None:
        """The worksheet of an incident that a confirmed finding tells of."""
        self._workers.submit(self._file, lambda: worksheet(kept, finding), f"incident-{kept.audit.as_of.isoformat()}")

    def originals(self, search: str) -> None:
        """The originals of the library that hold every word of the search."""
        self._workers.submit(self._originals, search)

    def _picture(self, wanted: Values, judged: JudgedPhoto | None) -> None:
        try:
            picture = self._made(judged, str(wanted.get("which")), str(wanted.get("name", "")))
        except PictureError as error:
            self._counter.send({"tell": "picture", "wanted": wanted, "problem": error.reason}, [])
            return
        except Exception as error:  # else the frame would say "Loading" for ever
            self._counter.failed(error)
            self._counter.send({"tell": "picture", "wanted": wanted, "problem": _NOT_MADE}, [])
            return
        size = {"width": picture.width, "height": picture.height}
        self._counter.send({"tell": "picture", "wanted": wanted, "media": MEDIA, **size}, [picture.jpeg])

    def _made(self, judged: JudgedPhoto | None, which: str, name: str) -> Shown:
        if which == "library":
            return self._thumbnails.get(self.library.path_of(name))
        path = path_of(judged, which, name) if judged else None
        if judged is not None and which in ("panel", "laid-over", "heat"):
            return _compared(judged, which, name)
        if path is None:
            raise PictureError("There is no such picture in this audit.")
        match which:
            case "thumbnail":
                return self._thumbnails.get(path)
            case "embedded":
                return shrink_embedded(path, name, SHOWN)
            case _:
                return shrink(path, SHOWN)

    def _form(self, wanted: Values, judged: JudgedPhoto | None) -> None:
        form = form_of(judged, str(wanted.get("form"))) if judged else None
        try:
            if form is None:
                raise FormError("There is no such form in this audit.")
            scan = open_form(form, self._folder)
        except FormError as error:
            self._counter.send({"tell": "form", "wanted": wanted, "problem": error.reason}, [])
            return
        name = f"signed-form.{scan.ending}"
        self._counter.send({"tell": "form", "wanted": wanted, "media": scan.media, "name": name}, [scan.data])

    def _file(self, make: Callable[[], tuple[bytes, str, str]], name: str) -> None:
        try:
            data, ending, media = make()
        except Exception as error:  # else the reader would wait for ever for a file
            self._counter.failed(error)
            return
        self._counter.send({"tell": "file", "name": f"{name}.{ending}", "media": media}, [data])

    def _originals(self, search: str) -> None:
        try:
            found, more = self.library.find(search)
        except Exception as error:  # else the reader would wait for ever for a list
            self._counter.failed(error)
            return
        self._counter.send({"tell": "originals", "search": search, "originals": found, "more": more}, [])


def _compared(judged: JudgedPhoto, which: str, name: str) -> Shown:
    """A panel beside its original: ``name`` is the panel's number, of a heat map followed by the family of edits."""
    number, _, family = name.partition("/")
    panel = laid_over.panel_of(judged, number)
    original = laid_over.original_path(panel) if panel else None
    if panel is None or original is None:
        raise PictureError("There is no original to compare it with.")
    published = Path(judged.evidence.published.path)
    if which == "panel":
        return laid_over.published_panel(published, panel)
    if which == "laid-over":
        return laid_over.original_as_shown(published, original, panel)
    if family not in set(EditFamily):
        raise PictureError("There is no such family of edits.")
    return laid_over.heat(published, original, panel, EditFamily(family))
