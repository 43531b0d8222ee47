"""The door before a manager's page: it is built only after a manager has signed in.

A page that lists patients' photos or everybody's results must not exist in the browser before it is known who is
there. So what stands behind the gate is made after the sign-in, and taken away when the manager leaves.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import traitlets
from ipywidgets import VBox, Widget

from . import assets
from .learning import Learning, sign_in_required, this_page
from .sign_in import SignIn

NOT_FOR_YOU = "This page is for managers. Your own lessons and results are on the home page."


def guarded(make: Callable[[], Widget], learning: Learning | None = None) -> Widget:
    """What ``make`` gives: at once where nobody has to sign in, else once a manager is there."""
    return Gate(make, learning or this_page()) if sign_in_required() else make()


class GateDoor(SignIn):
    """The sign-in of a manager's page, and what is said to anybody else."""

    _esm = assets.script("sign_in", "gate")
    _css = assets.style("sign_in")

    notice = traitlets.Unicode("").tag(sync=True)


class Gate(VBox):  # type: ignore[misc]
    """The door, and below it the page for as long as a manager is signed in."""

    def __init__(self, make: Callable[[], Widget], learning: Learning) -> None:
        self._make = make
        self._learning = learning
        self.door = GateDoor(learning)
        self._inside: Widget | None = None
        super().__init__(children=[self.door])
        learning.watch(self._look)
        self._look()

    def _look(self) -> None:
        learner = self._learning.learner if self._learning.token else None
        if learner is not None and learner.manager:
            self.door.notice = ""
            if self._inside is None:
                self._inside = self._make()
                self.children = [self.door, self._inside]
            return
        self.door.notice = NOT_FOR_YOU if learner is not None else ""
        if self._inside is not None:
            inside, self._inside = self._inside, None
            self.children = [self.door]
            _close(inside)


def _close(widget: Any) -> None:
    """End a page and everything in it, so that the browser keeps nothing of it."""
    for child in getattr(widget, "children", ()):
        _close(child)
    widget.close()
