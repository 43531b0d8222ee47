"""Runs practice, sources, photos and matching, and joins what they found into Evidence."""

from __future__ import annotations

from .crew import Progress, quiet
from .evidence import Collected, collect

__all__ = ["Collected", "Progress", "collect", "quiet"]
