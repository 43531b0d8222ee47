"""Kept audits: in a private folder of the user, so that the next audit knows what changed and what need not be redone.

The folder is the user's own data folder, or the one named by BEFORE_YOU_POST_HOME; it holds the database
(``before-you-post.sqlite``) and, for each practice, the fingerprint index of its library. It names patients: treat
it, and every backup of it, like the patient records themselves. ``before-you-post forget`` deletes what is kept of
one practice. Training records (``training.sqlite``) lie in the same folder and have to be kept, so never delete the
folder as a whole.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from .. import audit
from ..collect import Progress, quiet
from .database import open_database
from .decisions import DecisionLog
from .home import default_home, practice_key, private_folder, refuse_inside, unwritable
from .kept import Kept, PracticeStore

__all__ = ["DecisionLog", "Kept", "PracticeStore", "Store", "audit_and_keep", "default_home", "practice_key"]


class Store:
    """Everything this program keeps for one user; ``home`` is by default the user's own data folder."""

    def __init__(self, home: Path | None = None) -> None:
        self.home = (home or default_home()).resolve()

    def practice(self, folder: Path) -> PracticeStore:
        """Return what is kept of the practice in that folder.

        Raises InputError where the home lies inside the practice folder, cannot be written, or holds a database that
        this version cannot use.
        """
        refuse_inside(self.home, folder)
        try:
            engine = open_database(private_folder(self.home) / "before-you-post.sqlite")
            return PracticeStore(engine, self.home, folder)
        except OSError as error:
            raise unwritable(self.home, error) from error


def audit_and_keep(
    folder: Path, *, today: date | None = None, store: Store | None = None, progress: Progress = quiet
) -> Kept:
    """Audit a practice folder as of a day (by default, this one), keep the audit, and say what changed.

    Raises InputError where the folder cannot be read as a practice. Ended half way, it leaves the former audit.
    """
    kept = (store or Store()).practice(folder)
    with kept.turn(progress):
        try:
            made = audit.run(
                folder,
                index_folder=kept.index_folder,
                cache=kept.cache,
                today=today or date.today(),
                progress=progress,
                match_decisions=kept.decisions.matches(),
            )
        finally:
            kept.cache.flush()  # what was worked out serves the next attempt, even if this one failed
        return kept.save(made)
