"""The command ``before-you-post``: begin a practice folder, see what was read, audit it, open the dashboard.

What a command needs is imported when it runs: the libraries that look at pictures take seconds to load, and
``--help`` must not.
"""

from __future__ import annotations

from . import audit, clean, collect, columns, forget, init, law, rules, sources  # noqa: F401 - each adds its commands
from .group import main

__all__ = ["main"]
