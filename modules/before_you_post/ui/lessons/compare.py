"""A published picture laid over its original, and what was done to it, by the matching and the comparison of the audit.

Only the originals that the sample was made from are searched, so it takes a second instead of the minute that a whole
library takes; what is told of the picture is the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ...photos.opening import open_picture
from ...photos.refusal import PictureError
from ...records import CaseRef, EditFamily, EditState, Original, Panel
from ...report import edited
from .. import laid_over
from .bringing import bring
from .interactive import Pictures, Values, script, style
from .sample_cases import sample_case
from .sample_practice import sample_practice
from .sampled import Sampled

NO_ORIGINAL = "No original of this picture was found in the sample library, so nobody can say what was changed."
_WHOLE = {EditFamily.CROP, EditFamily.COLOUR}  # these have no place inside the picture
_NOTE = (
    "“None found” holds only for what would have been seen; it never means “not edited”. Whether an edit misleads is "
    "for a person to decide."
)


@dataclass(frozen=True, slots=True)
class Laid:
    """A panel and the two files it is told from."""

    panel: Panel
    published: Path
    original: Path


class Compare(Sampled):
    """One panel of a published photo beside its original, once the learner asks."""

    _esm = script("compare")
    _css = style()

    def __init__(self, practice: str, photo: str, panel: int = 1) -> None:
        """``photo`` is a Published.id; ``panel`` counts from 1 in reading order."""
        self._practice, self._photo, self._number = practice, photo, panel
        self._laid: Laid | None = None
        super().__init__({})

    def sample(self) -> tuple[Values, Pictures]:
        """The published photo and what it shows."""
        case = sample_case(CaseRef(practice=self._practice, photo=self._photo))
        return {"alt": case.alt}, {"photo": case.picture} if case.picture else {}

    def asked(self, content: Mapping[str, Any]) -> None:
        """``{do: "compare"}``, then ``{do: "heat", family}``."""
        if content.get("do") == "compare":
            self.work("Finding its original and comparing the two. This takes some seconds.", self._compare)
        family = str(content.get("family"))
        if content.get("do") == "heat" and self._laid is not None and family in set(EditFamily):
            laid = self._laid
            self.work("Looking where it was changed…", lambda: self._heat(laid, EditFamily(family)))

    def _compare(self) -> tuple[Values, Pictures]:
        laid = self._laid = lay(self._practice, self._photo, self._number)
        pictures = {
            "panel": laid_over.published_panel(laid.published, laid.panel).jpeg,
            "original": laid_over.original_as_shown(laid.published, laid.original, laid.panel).jpeg,
        }
        return told(laid.panel), pictures

    def _heat(self, laid: Laid, family: EditFamily) -> tuple[Values, Pictures]:
        made = laid_over.heat(laid.published, laid.original, laid.panel, family)
        return told(laid.panel), {f"heat-{family.value}": made.jpeg}


def lay(practice: str, photo: str, number: int) -> Laid:
    """Find the original of a panel and compare the two; takes one to three seconds. Raises PictureError."""
    check_edits = bring("...edits", "check_edits")  # a page on which nobody asks does not wait for these
    matching = bring("...matching")

    sample = sample_practice(practice)
    originals = {one.id: one for one in sample.originals_of(photo)}
    path = Path(sample.published[photo].path)
    published = open_picture(path)
    with TemporaryDirectory() as folder:
        index = matching.LibraryIndex(Path(folder))
        index.update(tuple(originals.values()))
        found = matching.find_originals(published.pixels, index)
    match = found[number - 1] if 0 < number <= len(found) else None
    original = originals.get(match.original or "") if match else None
    if match is None or original is None or len(match.original_outline) < 3:
        raise PictureError(NO_ORIGINAL)
    checks = check_edits(published.pixels, open_picture(Path(original.path)).pixels, match, treated=_treated(original))
    return Laid(Panel(number=number, match=match, originals=(original,), edits=checks), path, Path(original.path))


def told(panel: Panel) -> Values:
    """What was done to the panel, family by family, as the page shows it."""
    checks = panel.edits or ()
    found = sum(check.state is EditState.EDITED for check in checks)
    many = "none" if found == 0 else str(found)
    listed = f"; the list begins with {'it' if found == 1 else 'them'}" if found else ""
    return {
        "said": f"Of {len(checks)} kinds of change looked for, {many} {'was' if found < 2 else 'were'} found{listed}.",
        "note": _NOTE,
        "edits": [
            {
                "family": check.family.value,
                "label": edited.FAMILIES[check.family],
                "state": check.state.value,
                "state_label": edited.STATES[check.state],
                "words": edited.in_words(check),
                "heat": check.state is EditState.EDITED and check.family not in _WHOLE,
            }
            for check in sorted(checks, key=lambda one: one.state is not EditState.EDITED)
        ],
    }


def _treated(original: Original) -> tuple[tuple[int, int, int, int], ...]:
    return tuple(mark.box for mark in original.marks or () if mark.treated and mark.box is not None)
