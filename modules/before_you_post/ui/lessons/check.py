"""The programs of the audit look at one sample photo: what they looked for, what they found, what nobody looked for.

Only the photo is looked at, and the words around it: neither the library nor the forms. So what they would have told
stands among what was not looked for, and no verdict is given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...photos.identifiers import Roster
from ...photos.refusal import PictureError
from ...records import CaseRef, Evidence
from ...report import labels, phrases
from .. import gives_away
from .bringing import bring
from .interactive import Pictures, Values, script, style
from .sample_cases import sample_case
from .sample_practice import SamplePractice, sample_practice
from .sampled import Sampled

_HERE = "Here only the photo and the words around it are looked at; an audit looks these up as well."


class Check(Sampled):
    """One published photo, and what the programs see in it once the learner asks."""

    _esm = script("check")
    _css = style()

    def __init__(self, practice: str, photo: str) -> None:
        """``photo`` is a Published.id of the sample practice."""
        self._practice, self._photo = practice, photo
        super().__init__({})

    def sample(self) -> tuple[Values, Pictures]:
        """The photo and what it shows."""
        case = sample_case(CaseRef(practice=self._practice, photo=self._photo))
        return {"alt": case.alt}, {"photo": case.picture} if case.picture else {}

    def asked(self, content: Mapping[str, Any]) -> None:
        """``{do: "look"}``."""
        if content.get("do") == "look":
            words = "Looking for faces, words, square codes and hidden data. This takes some seconds."
            self.work(words, lambda: (seen(self._practice, self._photo), Pictures()))


def seen(practice: str, photo: str) -> Values:
    """What the programs see in a photo, as the page shows it; takes 1 to 4 s. Raises PictureError."""
    found = look_at(sample_practice(practice), photo)
    if found.photo.problem:
        raise PictureError(found.photo.problem)
    groups = gives_away.given_away(found)
    count = sum(len(group["items"]) for group in groups)
    said = f"Found: {phrases.count(count, 'thing')} that may tell who it is." if count else "Nothing was found."
    return {
        "said": f"{said} What to make of it, a person decides.",
        "size": {"width": found.photo.width, "height": found.photo.height},
        "boxes": gives_away.boxes(found),
        "found": groups,
        "looked": gives_away.looked(found),
        "not_looked": [_why_not(each) for each in gives_away.not_looked(found)],
        "here": _HERE,
        "person": list(labels.FOR_A_PERSON),
    }


def _why_not(missing: Values) -> Values:
    """What would be looked up elsewhere is left out here for another reason than in an audit."""
    return {**missing, "why": ""} if missing["what"] in labels.COMPARED.values() else missing


def look_at(practice: SamplePractice, photo: str) -> Evidence:
    """The evidence of the photo and the words around it, by the real programs; not compared with anything."""
    look = bring("...photos.facts", "look")  # a page on which nobody asks does not wait for it

    on_file = practice.evidence(photo)
    facts = look(Path(on_file.published.path))
    roster = Roster(practice.files.patients, practice=practice.files.practice.name)
    shown = frozenset(panel.patient.code for panel in on_file.panels or () if panel.patient)
    named = roster.find(on_file.published, on_file.post, facts, on_file.policy, shown=shown)
    return replace(on_file, photo=facts, panels=None, identifiers=named)
