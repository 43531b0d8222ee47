"""The practice's own website, read over the network because somebody asked for it, and kept as it was that day.

This is the only room that uses the network. It is a polite visitor: it says who it is, asks for one address a second,
leaves alone what ``robots.txt`` closes, and asks no host but the one it was sent to.
"""

from __future__ import annotations

from .collection import Collection, collect_site
from .options import Options

__all__ = ["Collection", "Options", "collect_site"]
