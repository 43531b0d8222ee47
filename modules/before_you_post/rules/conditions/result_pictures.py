"""Pictures of a result: which treatment they show, and whether the words around them say it."""

from __future__ import annotations

import re

from ...records import Evidence, PhotoKind
from .governing import set_aside

_LETTERS = 6  # of a long word: "rhinoplasties" for "rhinoplasty"
_SHORT = 3
_SMALL_WORDS = frozenset({"and", "the", "with", "for", "upper", "lower", "left", "right", "full", "mini"})


def shows_a_patient(evidence: Evidence) -> bool:
    """A before or an after photo of a patient on file is shown, and the words in it were read."""
    panels = [panel for panel in evidence.panels or () if panel.patient is not None]
    kinds = {original.kind for panel in panels for original in panel.originals}
    read = evidence.photo.text is not None
    return bool(kinds & {PhotoKind.BEFORE, PhotoKind.AFTER}) and read and not set_aside(evidence)


def procedures(evidence: Evidence) -> tuple[str, ...]:
    """The treatments on file for the photos shown, in the practice's words."""
    originals = [original for panel in evidence.panels or () for original in panel.originals]
    return tuple(sorted({original.procedure for original in originals if original.procedure}))


def is_named(procedure: str, text: str) -> bool:
    """The words name the treatment: one of its own words stands there, or begins a word that does."""
    stems = [word[:_LETTERS] for word in _words(procedure) if len(word) >= _SHORT and word not in _SMALL_WORDS]
    return any(word.startswith(stem) for word in _words(text) for stem in stems)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())
