"""What one picture file says about itself: pixels, fingerprint, metadata, faces, words, and pictures inside it."""

from __future__ import annotations

from .facts import look
from .opening import Picture, PictureError, open_picture

__all__ = ["Picture", "PictureError", "look", "open_picture"]
