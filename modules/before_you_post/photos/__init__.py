"""What one picture file says about itself: its pixels, its fingerprint, its place, and the words in and around it."""

from __future__ import annotations

from .facts import look
from .opening import Picture, PictureError, open_picture

__all__ = ["Picture", "PictureError", "look", "open_picture"]
