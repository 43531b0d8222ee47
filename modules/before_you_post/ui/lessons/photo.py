"""A sample photo in a lesson: the picture, what it shows in words, and a caption."""

from __future__ import annotations

from ...records import CaseRef
from .interactive import Interactive, script, style
from .sample_cases import sample_case


class Photo(Interactive):
    """One published photo of a sample practice, or one original of its library."""

    _esm = script("photo")
    _css = style()

    def __init__(self, practice: str, photo: str | None = None, caption: str = "", original: str | None = None) -> None:
        """``photo`` is a Published.id, ``original`` an Original.id; one of them. Raises KeyError for none such."""
        case = sample_case(CaseRef(practice=practice, photo=photo, original=original))
        super().__init__({"alt": case.alt, "caption": caption}, {"photo": case.picture} if case.picture else {})
