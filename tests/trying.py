"""Asks a thing to try of a lesson as the page would, and waits for its answer."""

from __future__ import annotations

import time
from typing import Any

from before_you_post.ui.lessons.interactive import Interactive

_PATIENCE = 90  # seconds; the programs take some, on a busy machine many


def ask(widget: Interactive, **message: Any) -> Any:
    """What the widget shows once it has answered."""
    widget._hand_back = lambda work: work()  # Playwright leaves a loop behind that looks as if it ran
    widget._receive(widget, message, [])
    end = time.monotonic() + _PATIENCE
    while widget.working and time.monotonic() < end:
        time.sleep(0.02)
    assert not widget.working
    return widget.shown
