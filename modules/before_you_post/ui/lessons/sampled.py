"""A thing to try with a sample photo, which is read once somebody has the page in front of them.

A lesson's page waits ready before anybody visits it, and reading a sample practice costs memory and a second. So the
picture and the words for it are asked for by the page when it is shown.
"""

from __future__ import annotations

from threading import Thread
from typing import Any

import traitlets

from ..handing_back import written_down
from .interactive import FAULT, Interactive, Pictures, Values


class Sampled(Interactive):
    """What is given from the start, and ``arrived`` once the sample is there: its picture is then called ``photo``."""

    arrived = traitlets.Bool(False).tag(sync=True)

    def __init__(self, given: Values) -> None:
        super().__init__(given)
        self._fetching = False

    def sample(self) -> tuple[Values, Pictures]:
        """What comes with the sample, read from its practice. Raises KeyError where there is none such."""
        raise NotImplementedError

    def fetch(self) -> None:
        """Read the sample now, and show it. Raises KeyError where there is none such."""
        self._arrive(*self.sample())

    def _receive(self, widget: Any, content: Any, buffers: Any) -> None:
        if isinstance(content, dict) and content.get("do") == "here":
            if not self._fetching:
                self._fetching = True
                Thread(target=self._fetch, name="sample", daemon=True).start()
            return
        super()._receive(widget, content, buffers)

    def _fetch(self) -> None:
        try:
            values, pictures = self.sample()
        except Exception as error:  # whatever it is, the learner must not be left waiting
            written_down(error)
            self._hand_back(lambda: self.set_trait("trouble", FAULT))
        else:
            self._hand_back(lambda: self._arrive(values, pictures))

    def _arrive(self, values: Values, pictures: Pictures) -> None:
        self.given = {**self.given, **values}
        self.pictures = {**self.pictures, **pictures}
        self.arrived = True
