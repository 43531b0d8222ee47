"""The dashboard and the lessons as widgets: what a privacy officer, an office manager or a learner sees.

The dashboard brings the whole audit with it. It is opened only where somebody asks for it, so that a lesson's page
stays quick.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from .practice_folder import SAMPLE, practice_folder

if TYPE_CHECKING:
    from .dashboard import Dashboard

__all__ = ["SAMPLE", "Dashboard", "open_dashboard", "practice_folder"]


def open_dashboard(folder: Path) -> Any:
    """The dashboard of the practice in that folder; where the server asks for it, a manager signs in first."""
    from .lessons.gate import guarded  # noqa: PLC0415 - see above

    def make() -> Dashboard:
        from .dashboard import Dashboard  # noqa: PLC0415

        return Dashboard(folder)

    return guarded(make)


def __getattr__(name: str) -> Any:
    if name == "Dashboard":
        from .dashboard import Dashboard  # noqa: PLC0415 - see above

        return Dashboard
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
