"""What one picture file says about itself: pixels, fingerprint, metadata, faces, words, and pictures inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .refusal import PictureError

if TYPE_CHECKING:
    from .facts import look
    from .opening import Picture, open_picture

__all__ = ["Picture", "PictureError", "look", "open_picture"]


def __getattr__(name: str) -> Any:
    """Opening brings the decoders with it, looking the detectors; for whoever reads only words, none is loaded."""
    if name == "look":
        from .facts import look  # noqa: PLC0415 - see above

        return look
    if name in ("Picture", "open_picture"):
        from . import opening  # noqa: PLC0415 - see above

        return getattr(opening, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
