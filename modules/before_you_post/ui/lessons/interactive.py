"""What the things to try in a lesson share: one working on a thread at a time, and its answer handed to the page.

A page is run before anybody visits it, so nothing is looked at until the learner asks. The real programs take up to
some seconds; meanwhile the page says that they are at work, and stays usable.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Thread
from typing import Any

import anywidget
import traitlets

from ...photos import PictureError
from .. import assets as dashboard
from ..handing_back import kernel_loop, written_down
from . import assets

Values = dict[str, Any]
Pictures = dict[str, bytes]
FAULT = "This could not be done, because of a fault in this program. Load the page again; if that does not help, go on."


class Interactive(anywidget.AnyWidget):
    """A thing to try: ``given`` is there from the start, ``shown`` is the answer, ``pictures`` are JPEG files."""

    given = traitlets.Dict().tag(sync=True)
    shown = traitlets.Any(None).tag(sync=True)  # None = nothing was asked yet
    pictures = traitlets.Dict().tag(sync=True)  # by name
    working = traitlets.Unicode("").tag(sync=True)  # what is being done now, in words; "" = nothing
    trouble = traitlets.Unicode("").tag(sync=True)  # what went wrong, in words

    def __init__(self, given: Values, pictures: Pictures | None = None) -> None:
        super().__init__(given=given, pictures=pictures or {})
        self._hand_back = kernel_loop()
        self.on_msg(self._receive)

    def asked(self, content: Mapping[str, Any]) -> None:
        """What the page asks; whatever it sends comes from a browser and is checked."""
        raise NotImplementedError

    def answer(self, values: Values | None, pictures: Pictures | None = None) -> None:
        """Show an answer at once."""
        if pictures:
            self.pictures = {**self.pictures, **pictures}
        self.shown = values
        self.trouble = self.working = ""  # last: where nothing is being done any more, the answer is there

    def work(self, words: str, find: Callable[[], tuple[Values, Pictures]]) -> None:
        """Find an answer on a thread, while ``words`` say what is being done; nothing happens while one is sought."""
        if self.working:
            return
        self.trouble, self.working = "", words
        Thread(target=self._find, args=(find,), name="lesson", daemon=True).start()

    def _find(self, find: Callable[[], tuple[Values, Pictures]]) -> None:
        try:
            values, pictures = find()
        except PictureError as error:
            reason = error.reason
            self._hand_back(lambda: self._stopped(reason))
        except Exception as error:  # whatever it is, the learner must not be left waiting
            written_down(error)
            self._hand_back(lambda: self._stopped(FAULT))
        else:
            self._hand_back(lambda: self.answer(values, pictures))

    def _stopped(self, reason: str) -> None:
        self.trouble, self.working = reason, ""

    def _receive(self, _: Any, content: Any, __: Any) -> None:
        if isinstance(content, Mapping):
            self.asked(content)


def script(*names: str) -> str:
    """One ES module of the dashboard's signs and pictures, what all things to try share, and the files named."""
    return "\n".join([dashboard.joined(("marks", "pictures"), "js"), assets.script("interactive", *names)])


def style() -> str:
    """The lessons' style with that of the things to try."""
    return assets.style("interactive")
