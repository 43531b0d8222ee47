"""What a reader found in one block: things written beside the picture, places, and the camera."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...records import Camera, MetadataItem, MetadataKind

LONGEST = 500  # characters of a value that are kept: enough to see what it is


@dataclass(slots=True)
class Found:
    """Filled by a reader while it reads."""

    items: list[MetadataItem] = field(default_factory=list)
    places: list[tuple[float, float, str]] = field(default_factory=list)  # latitude, longitude, block
    cameras: list[Camera] = field(default_factory=list)

    def add(self, kind: MetadataKind, name: str, found_in: str, value: str) -> None:
        """One more thing; a blank value says nothing and is left out."""
        words = " ".join(value.replace("\0", " ").split())
        if words:
            self.items.append(MetadataItem(kind=kind, name=name, found_in=found_in, value=words[:LONGEST]))

    def unread(self, name: str, found_in: str, value: str) -> None:
        """Something is there, and it could not be read."""
        self.add(MetadataKind.UNREAD, name, found_in, value)
