"""A sample photo in a lesson: the picture, what it shows in words, and a caption."""

from __future__ import annotations

from ...records import CaseRef
from .bringing import bring
from .interactive import Pictures, Values, script, style
from .sampled import Sampled


class Photo(Sampled):
    """One published photo of a sample practice, or one original of its library."""

    _esm = script("photo")
    _css = style()

    def __init__(self, practice: str, photo: str | None = None, caption: str = "", original: str | None = None) -> None:
        """``photo`` is a Published.id, ``original`` an Original.id; one of them."""
        self._ref = CaseRef(practice=practice, photo=photo, original=original)
        super().__init__({"caption": caption})

    def sample(self) -> tuple[Values, Pictures]:
        """The picture and what it shows."""
        case = bring(".sample_cases", "sample_case")(self._ref)
        return {"alt": case.alt}, {"photo": case.picture} if case.picture else {}
