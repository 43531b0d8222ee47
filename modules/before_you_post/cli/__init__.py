"""The command ``before-you-post``: begin a practice folder, see what was read, audit it, open the dashboard.

What a command needs is imported when it runs: the libraries that look at pictures take seconds to load, and
``--help`` must not.
"""

from __future__ import annotations

# Each adds its commands.
from . import (  # noqa: F401
    audit,
    clean,
    collect,
    columns,
    course,
    decisions,
    forget,
    incident,
    init,
    law,
    quiz,
    records,
    rules,
    serve,
    sources,
)
from .group import main

__all__ = ["main"]
