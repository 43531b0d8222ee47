"""What is on file about a published photo: whose originals its panels show, their forms, and what a person decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from ..inputs.photo_names import PhotoNames
from ..inputs.tree import path_inside
from ..matching import visible_marks
from ..practice import PracticeFiles
from ..records import Authorization, Match, NotAPatientPhoto, Panel, PanelName, Patient, Problem, Published
from .pictures import Pictures, Place

T = TypeVar("T")


class Filing:
    """The practice's files, ready to be asked about one photo after the other."""

    def __init__(self, files: PracticeFiles, published: Sequence[Published], pictures: Pictures) -> None:
        self._pictures = pictures
        hashes = {path: fact.sha256 for path, fact in pictures.seen.items()}
        self._originals = {original.id: original for original in files.originals}
        self._patients = {patient.code: patient for patient in files.patients}
        self._forms: dict[str, list[Authorization]] = {}
        for form in files.authorizations:
            self._forms.setdefault(form.patient, []).append(form)
        self._decided: dict[str, NotAPatientPhoto] = {}
        self.problems: list[Problem] = []
        folders = [Path(channel.folder) for channel in files.practice.channels]
        places = [_places(folder, published) for folder in folders]
        names = [(PhotoNames.of(folder.name, found), found) for folder, found in zip(folders, places, strict=True)]
        by_name: dict[str, list[str]] = {}
        for photo in published:
            by_name.setdefault(photo.file_name.casefold(), []).append(photo.path)
        for decision in files.not_patients:
            paths = [found[inside] for known, found in names if (inside := known.find(decision.file))]
            paths += by_name.get(decision.file.casefold(), [])
            self._decide(decision, paths, hashes, files)

    def panels(self, photo: Published) -> tuple[Panel, ...] | None:
        """The panels of one photo with everything on file about the person in each; None = not compared."""
        sha256 = self._pictures.seen[photo.path].sha256
        matches = self._pictures.matches.get(sha256)
        if matches is None:
            return None
        return tuple(self._panel(photo, (sha256, number), match) for number, match in enumerate(matches))

    def not_a_patient(self, photo: Published) -> NotAPatientPhoto | None:
        """The decision that this photo shows no patient, if somebody made it."""
        return self._decided.get(photo.path)

    def _panel(self, photo: Published, place: Place, match: Match) -> Panel:
        number = place[1] + 1
        here = PanelName(published=photo.id, panel=number)
        names = (match.original, *match.either) if match.original else ()
        originals = tuple(self._originals[name] for name in names)
        # Shots that cannot be told apart must agree on the patient, or nobody knows who it is.
        codes = {original.patient for original in originals}
        code = codes.pop() if len(codes) == 1 else None
        patient: Patient | None = self._patients.get(code) if code else None
        forms = tuple(self._forms.get(patient.code, ())) if patient else None
        return Panel(
            number=number,
            match=match,
            originals=originals,
            patient=patient,
            authorizations=forms,
            marks=_joined([visible_marks(original, match) for original in originals]),
            cameras=_joined([self._pictures.cameras.get(original.id) for original in originals]),
            edits=self._pictures.edits.get(place),
            same_unknown=tuple(name for name in self._pictures.same.get(place, ()) if name != here),
        )

    def _decide(
        self, decision: NotAPatientPhoto, paths: Sequence[str], hashes: Mapping[str, str], files: PracticeFiles
    ) -> None:
        """A bare name decides about every file of that name, if they are all the same picture."""
        if len({hashes.get(path) for path in paths}) <= 1:
            self._decided.update(dict.fromkeys(paths, decision))
            return
        self.problems.append(
            Problem(
                path=str(Path(files.practice.folder) / "not_patient_photos"),
                column="file",
                found=f"“{decision.file}”, the name of several different published photos",
                expected="the name of one photo, or its path inside the folder of its channel",
                remedy="Write the path. The row was left out.",
            )
        )


def _joined(found: Sequence[tuple[T, ...] | None]) -> tuple[T, ...] | None:
    """What is known of one or several originals, each thing once; None where that is nothing and one was not asked."""
    known = tuple(dict.fromkeys(one for each in found for one in each or ()))
    return known if known or (found and None not in found) else None


def _places(folder: Path, published: Sequence[Published]) -> dict[str, str]:
    """The paths of a channel's photos by their paths inside its folder or its zips."""
    inside = ((path_inside(folder, photo.path), photo.path) for photo in published)
    return {name: path for name, path in inside if name is not None}
