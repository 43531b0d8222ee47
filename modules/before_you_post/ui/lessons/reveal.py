"""What hides in a picture file: everything written beside the picture, and pictures that lie inside it.

The readers are those of the audit, and so are the words for each kind. What the file says is shown as it is, because
the practice is invented; the dashboard keeps such things to itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...photos.embedded import embedded_pictures, same_picture
from ...photos.metadata import Metadata, read_metadata
from ...photos.opening import Picture, decode, read_bytes
from ...records import CaseRef, MetadataKind
from ...report import labels, phrases
from ..pictures import written_anew
from .interactive import Pictures, Values, script, style
from .sample_cases import path_of, sample_case
from .sample_practice import sample_practice
from .sampled import Sampled

_LONGEST = 300  # characters of one value
_INSIDE = 600  # pixels of a picture that lies inside
_GROUPS: tuple[tuple[str, str, tuple[MetadataKind, ...]], ...] = (
    (
        "Where it was taken",
        "A place smaller than a state is an identifier. These numbers lead to a door.",
        (MetadataKind.PLACE,),
    ),
    (
        "When it was taken",
        "A full date of treatment is an identifier: only the year may stay.",
        (MetadataKind.DATE,),
    ),
    (
        "What took it",
        "A serial number ties the photo to one camera or phone, and so to every other photo it took.",
        (MetadataKind.CAMERA, MetadataKind.SERIAL),
    ),
    (
        "Who and what it is about",
        "Names, captions and keywords travel with the file to everybody who saves it.",
        (MetadataKind.PERSON, MetadataKind.WORDS, MetadataKind.RELEASE),
    ),
    (
        "Programs and versions",
        "They tell how the picture was worked on, and may lead to other versions of it.",
        (MetadataKind.SOFTWARE, MetadataKind.DOCUMENT, MetadataKind.CREDENTIALS),
    ),
    (
        "What nobody could read",
        "Something is there. What it says is not known, so it cannot be called harmless.",
        (MetadataKind.UNREAD,),
    ),
)
_INSIDE_WHY = "A small picture inside may still show what was cropped away or covered. Anybody can take it out."
_NOTE = (
    "A network may take such things out when a photo is posted, or keep them. A website and an e-mail usually send the "
    "file as it is. A cleaned copy leaves them out; the original in the library keeps them."
)
_SAME = {
    True: "It shows the same as the photo.",
    False: "It shows more than the photo, or something else.",
    None: "Compare it with the photo yourself.",
}


class Reveal(Sampled):
    """One published file, and everything hidden in it once the learner looks."""

    _esm = script("reveal")
    _css = style()

    def __init__(self, practice: str, photo: str) -> None:
        """``photo`` is a Published.id, or an Original.id of the library."""
        self._practice, self._photo = practice, photo
        super().__init__({"file": photo.rpartition("/")[2]})

    def sample(self) -> tuple[Values, Pictures]:
        """The picture, what it shows, and where its file lies."""
        ref = self._ref()
        case = sample_case(ref)
        where = "The file as it was published" if ref.photo else "The original, as it lies in the library"
        return {"alt": case.alt, "where": where}, {"photo": case.picture} if case.picture else {}

    def _ref(self) -> CaseRef:
        posted = self._photo in sample_practice(self._practice).published
        return CaseRef(
            practice=self._practice, photo=self._photo if posted else None, original=None if posted else self._photo
        )

    def asked(self, content: Mapping[str, Any]) -> None:
        """``{do: "look"}``."""
        if content.get("do") == "look":
            self.work("Looking inside the file…", self._look)

    def _look(self) -> tuple[Values, Pictures]:
        ref = self._ref()
        return hidden(path_of(ref.practice, photo=ref.photo, original=ref.original))


def hidden(path: Path) -> tuple[Values, Pictures]:
    """What a file holds besides its picture, in groups; the pictures inside it by name. Raises PictureError."""
    data = read_bytes(path)
    known = read_metadata(data)
    groups = [{"name": name, "why": why, "items": items} for name, why, items in _written(known) if items]
    items, pictures = _inside(data)
    if items:
        groups.insert(0, {"name": "A picture inside the picture", "why": _INSIDE_WHY, "items": items})
    count = sum(len(group["items"]) for group in groups)
    said = f"Found: {phrases.count(count, 'hidden thing')} in this file." if count else "Nothing was found beside it."
    return {"said": said, "groups": groups, "note": _NOTE}, pictures


def _written(known: Metadata) -> Iterator[tuple[str, str, list[Values]]]:
    for name, why, kinds in _GROUPS:
        items = [
            _item(labels.METADATA_KINDS[item.kind], f"{item.name}: {item.value}", item.found_in)
            for item in known.items
            if item.kind in kinds
        ]
        if MetadataKind.PLACE in kinds:
            items = [_item("Place", _place(each.latitude, each.longitude), each.found_in) for each in known.gps] + items
        yield name, why, items


def _place(latitude: float, longitude: float) -> str:
    """ "39.9612 degrees north, 82.9988 degrees west"."""
    north = "north" if latitude >= 0 else "south"
    east = "east" if longitude >= 0 else "west"
    return f"{abs(latitude):.4f} degrees {north}, {abs(longitude):.4f} degrees {east}, exact to about 33 feet"


def _inside(data: bytes) -> tuple[list[Values], Pictures]:
    shown, items, pictures = decode(data).pixels, list[Values](), Pictures()
    for number, inside in enumerate(embedded_pictures(data), start=1):
        kind = labels.EMBEDDED_KINDS[inside.kind]
        if inside.pixels is None:
            items.append(_item(kind, f"Could not be opened: {inside.problem}", inside.found_in))
            continue
        size = (inside.width or inside.pixels.shape[1], inside.height or inside.pixels.shape[0])
        words = _SAME[same_picture(shown, inside.pixels)]
        name = f"inside-{number}"
        pictures[name] = written_anew(Picture(inside.pixels, "inside", *size), _INSIDE).jpeg
        alt = f"The {kind.lower()} that lies inside the file"
        items.append({**_item(kind, f"{size[0]} by {size[1]} pixels. {words}", inside.found_in), "alt": alt})
        items[-1]["picture"] = name
    return items, pictures


def _item(name: str, value: str, where: str) -> Values:
    return {
        "name": name,
        "value": phrases.printable(value)[:_LONGEST],
        "where": f"Written in: {where}",
        "picture": "",
        "alt": "",
    }
