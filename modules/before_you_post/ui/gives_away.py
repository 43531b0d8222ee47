"""What a published photo gives away besides its picture, and what was looked for: as plain values for the page.

A reviewer wants to see every box that was drawn and why, and what lies inside the file; and wants to know what no
program looked for, so that silence is not taken for an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..records import EmbeddedPicture, Evidence, Face, Identifier, Outline, PhotoFacts, VisibleMark
from ..report import labels, phrases

Values = dict[str, Any]
_LONGEST = 200  # characters of one value that are shown


def boxes(evidence: Evidence) -> list[Values]:
    """Everything that was found at a place in the picture: its outline, a word for it, and which kind of box it is."""
    seen = [_box(face.outline, face.extent.value.capitalize(), "face") for face in evidence.photo.faces or ()]
    read = [
        _box(hit.outline, labels.IDENTIFIERS[hit.kind], "text") for hit in evidence.identifiers or () if hit.outline
    ]
    marked = [
        _box(mark.outline, mark.mark.kind.value.capitalize(), "mark")
        for panel in evidence.panels or ()
        for mark in panel.marks or ()
        if mark.outline
    ]
    return [*seen, *read, *marked]


def given_away(evidence: Evidence) -> list[Values]:
    """What was found, in groups: in the picture, written in the file, pictures inside the file, words around it."""
    photo = evidence.photo
    groups = (
        ("In the picture", [*_faces(photo.faces or ()), *_marks(evidence), *_words(evidence, in_picture=True)]),
        ("Written in the file", [*_places(photo), *_metadata(photo)]),
        ("Pictures inside the file", [_embedded(number, one) for number, one in enumerate(photo.embedded or ())]),
        ("In the words around it", list(_words(evidence, in_picture=False))),
    )
    return [{"name": name, "items": items} for name, items in groups if items]


def looked(evidence: Evidence) -> list[Values]:
    """What was looked for, and by what."""
    by_program = [
        {"what": labels.LOOKED_FOR[look.what], "by": look.by} for look in evidence.photo.looks if look.problem is None
    ]
    return [
        {"what": labels.COMPARED[name], "by": ""} for name, seen in _compared(evidence).items() if seen
    ] + by_program


def not_looked(evidence: Evidence) -> list[Values]:
    """What nobody looked for in this photo, and why."""
    by_program = [
        {"what": labels.LOOKED_FOR[look.what], "why": look.problem} for look in evidence.photo.looks if look.problem
    ]
    told = {look.what for look in evidence.photo.looks}
    untold = [{"what": words, "why": ""} for what, words in labels.LOOKED_FOR.items() if what not in told]
    missing = [
        {"what": labels.COMPARED[name], "why": _WHY_NOT.get(name, "")}
        for name, seen in _compared(evidence).items()
        if not seen
    ]
    return [*missing, *by_program, *untold]


_WHY_NOT = {"marks": "the library does not say whether the original shows any"}


def _compared(evidence: Evidence) -> dict[str, bool]:
    panels = evidence.panels or ()
    return {
        "panels": evidence.panels is not None,
        "authorizations": any(panel.authorizations is not None for panel in panels),
        "identifiers": evidence.identifiers is not None,
        "marks": any(panel.marks is not None for panel in panels),
    }


def _box(outline: Outline, label: str, kind: str) -> Values:
    return {"outline": [list(corner) for corner in outline], "label": label, "kind": kind}


def _item(label: str, value: str, where: str = "", picture: int | None = None) -> Values:
    return {"label": label, "value": phrases.printable(value)[:_LONGEST], "where": where, "picture": picture}


def _faces(faces: tuple[Face, ...]) -> Iterator[Values]:
    for face in faces:
        hint = "The eyes seem to be covered. That makes nobody unknown." if face.eyes_covered else ""
        yield _item("Face", face.extent.value.capitalize(), hint)


def _marks(evidence: Evidence) -> Iterator[Values]:
    for panel in evidence.panels or ():
        for mark in panel.marks or ():
            if mark.shown != 0:
                yield _item(mark.mark.kind.value.capitalize(), _extent(mark), "on file for the original")


def _extent(mark: VisibleMark) -> str:
    treated = "what the photo is about" if mark.mark.treated else "not what the photo is about"
    shown = "may be visible" if mark.shown is None else f"{mark.shown:.0%} of it visible"
    return f"{shown}; {treated}"


def _words(evidence: Evidence, *, in_picture: bool) -> Iterator[Values]:
    for hit in evidence.identifiers or ():
        if hit.where.startswith("in the picture") is in_picture:
            yield _item(labels.IDENTIFIERS[hit.kind], f"“{hit.words}”", _whose(hit, in_picture))


def _whose(hit: Identifier, in_picture: bool) -> str:
    whose = f"patient {hit.patient}" if hit.patient else ""
    return "; ".join(word for word in ("" if in_picture else hit.where, whose) if word)


def _places(photo: PhotoFacts) -> Iterator[Values]:
    for place in photo.gps or ():
        yield _item("Place", f"latitude {place.latitude:.3f}, longitude {place.longitude:.3f}", place.found_in)


def _metadata(photo: PhotoFacts) -> Iterator[Values]:
    for item in photo.metadata or ():
        yield _item(labels.METADATA_KINDS[item.kind], f"{item.name}: {item.value}", item.found_in)


def _embedded(number: int, inside: EmbeddedPicture) -> Values:
    if inside.problem:
        return _item(labels.EMBEDDED_KINDS[inside.kind], f"Could not be opened: {inside.problem}", inside.found_in)
    same = {True: "Shows the same", False: "Shows more than the photo, or something else", None: "Compare it yourself"}
    faces = f"; {phrases.count(len(inside.faces), 'face')} in it" if inside.faces else ""
    return _item(
        labels.EMBEDDED_KINDS[inside.kind], f"{same[inside.same_picture]}{faces}", inside.found_in, picture=number
    )
