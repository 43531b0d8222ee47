"""The dashboard and the lessons as widgets: what a privacy officer, an office manager or a learner sees.

The dashboard brings the whole audit with it. It is opened only where somebody asks for it, so that a lesson's page
stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .practice_folder import SAMPLE, practice_folder

if TYPE_CHECKING:
    from .dashboard import Dashboard

__all__ = ["SAMPLE", "Dashboard", "practice_folder"]


def __getattr__(name: str) -> Any:
    if name == "Dashboard":
        from .dashboard import Dashboard  # noqa: PLC0415 - see above

        return Dashboard
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
