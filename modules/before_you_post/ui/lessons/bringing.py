"""Rooms of the program that a page brings in only when they are needed, one at a time.

Widgets of one page work on several threads. Two that import rooms which need each other at the same moment can meet
one of them half made; so whoever brings a room in late does it here.
"""

from __future__ import annotations

from importlib import import_module
from threading import RLock
from typing import Any

_ONE_AT_A_TIME = RLock()


def bring(module: str, name: str | None = None) -> Any:
    """The module, or what it calls ``name``; ``module`` is relative to this package: ``...training.desk``."""
    with _ONE_AT_A_TIME:
        brought = import_module(module, __package__)
        return brought if name is None else getattr(brought, name)
