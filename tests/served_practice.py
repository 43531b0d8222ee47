"""Starts the real site with its own notebooks for the sample practice, in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from before_you_post.store.training import TrainingStore
from before_you_post.training.desk import TrainingDesk
from before_you_post.ui.practice_folder import SAMPLE
from served_site import SiteServer, running

PIN = "482915"
_START = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from pathlib import Path
from before_you_post.app import Serving, serve_site
serve_site(Path(sys.argv[1]), Serving(preheat=False, open_browser=False))
"""


@contextmanager
def serve_practice(home: Path) -> Iterator[SiteServer]:
    """The whole site, no kernel made ready; records lie in ``home``."""
    with running([_START, str(SAMPLE)], home) as server:
        yield server


def desk_of(home: Path) -> TrainingDesk:
    """The desk of that site, for a test that looks behind the pages."""
    return TrainingDesk(SAMPLE, store=TrainingStore(home))


def signed_in(home: Path, person: str) -> str:
    """A session of somebody's, as the tab would have it; their PIN is PIN."""
    desk = desk_of(home)
    learner = next(one for one in desk.roster() if one.person == person)
    if learner.has_pin:
        return desk.sign_in(person, PIN)
    code = desk.start_code() if learner.manager else None
    return desk.choose_pin(person, PIN, code or "")
