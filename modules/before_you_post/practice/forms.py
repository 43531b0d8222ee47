"""The forms of a practice, from whatever file, joined to its patients, its channels, its photos and its scans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..inputs.photo_names import PhotoNames
from ..inputs.quoting import quoted
from ..records import Authorization, Channel, PhotoScope, Problem
from .joins import alike
from .scans import link_scan, shared_scans


@dataclass(frozen=True, slots=True)
class FormEntry:
    """One form as it was read, and where it stands."""

    form: Authorization
    path: str
    row: int | None = None

    def problem(self, column: str, found: str, expected: str, remedy: str) -> Problem:
        """A Problem about one part of this form."""
        return Problem(path=self.path, row=self.row, column=column, found=found, expected=expected, remedy=remedy)


def join_forms(
    entries: Iterable[FormEntry], folder: Path, codes: Mapping[str, str], channels: Iterable[Channel], names: PhotoNames
) -> tuple[tuple[Authorization, ...], list[Problem]]:
    """The forms with patients, channels and photos named as elsewhere, and the checksums of their scans."""
    forms: dict[str, FormEntry] = {}
    problems: list[Problem] = []
    called = {alike(channel.name): channel.name for channel in channels}
    for entry in entries:
        form = entry.form
        scopes, missing = _scopes(form.photos, names)
        problems.extend(_not_in_library(entry, name) for name in missing)
        if form.id in forms:
            # Left out, a second row could hide the day the patient took the form back.
            problems.append(_repeated(entry))
            form = replace(form, id=_other_id(entry, forms))
        form, more = link_scan(form, folder)
        problems.extend(entry.problem(*each) for each in more)
        form = replace(
            form,
            patient=codes.get(alike(form.patient), form.patient),
            channels=form.channels and tuple(called.get(alike(name), name) for name in form.channels),
            photos=scopes,
        )
        forms[form.id] = replace(entry, form=form)
    shared = shared_scans(tuple(entry.form for entry in forms.values()))
    problems.extend(forms[form_id].problem(*each) for form_id, each in shared)
    return tuple(entry.form for entry in forms.values()), problems


def _repeated(entry: FormEntry) -> Problem:
    found = f"{quoted(entry.form.id)}, which stands " + ("in a row above" if entry.row else "on another form")
    remedy = "Give every form its own number. Both were used."
    return entry.problem("authorization", found, "a different authorization in every row", remedy)


def _other_id(entry: FormEntry, taken: Mapping[str, FormEntry]) -> str:
    name = f"{entry.form.id} ({f'row {entry.row}' if entry.row else Path(entry.path).name})"
    return name if name not in taken else f"{name} {len(taken)}"


def _scopes(
    scopes: tuple[PhotoScope, ...] | None, names: PhotoNames
) -> tuple[tuple[PhotoScope, ...] | None, list[str]]:
    """The scopes with photos named as the library names them, and the photos it does not hold."""
    if scopes is None:
        return None, []
    found = {scope.original: names.find(scope.original) for scope in scopes if scope.original}
    named = tuple(
        replace(scope, original=found[scope.original] or scope.original) if scope.original else scope
        for scope in scopes
    )
    return named, [name for name, known in found.items() if known is None]


def _not_in_library(entry: FormEntry, name: str) -> Problem:
    return entry.problem(
        "photos",
        f"{quoted(name)}, which is not in the library",
        "a photo of the library, or before, after, other",
        "Correct the name. The form was used; this part of it fits no photo.",
    )
