"""The pages of the served site: which address opens which notebook, and what its window is called.

Nothing else has an address. A notebook that lies in the folder but is not named here is not served.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from ..training.course import load_course

PRODUCT = "Before You Post"


@dataclass(frozen=True, slots=True)
class ServedPage:
    """One page: its notebook (a path inside the notebooks' folder, with /), its title, and what kind it is."""

    notebook: str
    title: str
    kind: str  # home, lesson, audit, records, session
    waits_ready: bool  # whether a kernel has already run it when somebody comes


FIXED: Mapping[str, ServedPage] = MappingProxyType(
    {
        "": ServedPage("home.ipynb", PRODUCT, "home", True),
        # These three show what is kept about people: they run for one visitor, never ahead of time.
        "dashboard": ServedPage("audit_dashboard.ipynb", f"Photo audit · {PRODUCT}", "audit", False),
        "records": ServedPage("training_records.ipynb", f"Training records · {PRODUCT}", "records", False),
        "session": ServedPage("session.ipynb", f"Staff session · {PRODUCT}", "session", False),
    }
)


def site_pages(notebooks: Path) -> Mapping[str, ServedPage]:
    """Every address of the site, without its first slash, and its page; lessons in the order of the course.

    ``notebooks`` is the folder with ``course.toml``. Raises InputError where the course cannot be read. A page whose
    notebook is missing is left out, so that its address says that there is no such page.
    """
    lessons = {
        f"lessons/{lesson.slug}": ServedPage(
            f"lessons/{lesson.slug}.ipynb", f"{lesson.title} · {PRODUCT}", "lesson", True
        )
        for lesson in load_course(notebooks / "course.toml").lessons
    }
    every = {**FIXED, **lessons}
    return {address: page for address, page in every.items() if (notebooks / page.notebook).is_file()}
