"""Runs practice, sources, photos and matching, and joins what they found into Evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .crew import Progress, quiet

if TYPE_CHECKING:
    from .evidence import Collected, collect

__all__ = ["Collected", "Progress", "collect", "quiet"]


def __getattr__(name: str) -> Any:
    """Collecting brings detectors and matching with it: for whoever reads the papers only, they are not loaded."""
    if name in ("Collected", "collect"):
        from . import evidence  # noqa: PLC0415 - see above

        return getattr(evidence, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
