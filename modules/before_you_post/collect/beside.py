"""What is written into files beside their pictures: into other sizes of a published photo, and into its originals.

Whoever has the address of a small size can download that file too, so its metadata counts for the photo. Of an
original only the camera is asked for, to compare it with the practice's own list of devices.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, MutableMapping
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from ..matching import LibraryIndex
from ..photos import facts
from ..photos.metadata import Metadata
from ..pool import GivenUp
from ..records import Camera, LookedFor, Match, MetadataItem, MetadataKind, PhotoFacts, Published
from .crew import Crew
from .remembered import remembered

ORIGINALS = "Reading which cameras took the originals"

Cameras = tuple[Camera, ...]
_CAMERAS, _METADATA = TypeAdapter(Cameras), TypeAdapter(Metadata)


def read_cameras(
    matches: Iterable[tuple[Match, ...]],
    off: Collection[LookedFor],
    index: LibraryIndex,
    cache: MutableMapping[str, str],
    crew: Crew,
) -> dict[str, Cameras]:
    """What the files of the originals that were published say took them, by Original.id; unreadable files are left out.

    Never asked about are originals of which nothing is published, and none at all where metadata is not looked for.
    """
    if LookedFor.METADATA in off:
        return {}
    shown = {name for found in matches for match in found for name in (match.original, *match.either)}
    held = [one for one in index.present if one.id in shown]
    known = {one.sha256: remembered(cache, _CAMERAS, _key("cameras", one.sha256)) for one in held}
    new = {one.sha256: Path(one.path) for one in held if known[one.sha256] is None}
    hashes = list(new)
    for number, cameras in crew.run(ORIGINALS, _cameras, list(new.values())):
        if cameras is not None and not isinstance(cameras, GivenUp):
            known[hashes[number]] = cameras
            cache[_key("cameras", hashes[number])] = _CAMERAS.dump_json(cameras).decode()
    found = ((one.id, known[one.sha256]) for one in held)
    return {name: cameras for name, cameras in found if cameras is not None}


def with_renditions(photo: Published, seen: PhotoFacts, cache: MutableMapping[str, str]) -> PhotoFacts:
    """The facts of a photo with what stands in the files of its other sizes; unchanged where nobody looked."""
    if seen.gps is None or seen.metadata is None or seen.cameras is None:
        return seen
    for path in map(Path, photo.renditions):
        found = _metadata(path, cache)
        gps = (replace(place, found_in=f"{place.found_in} of {path.name}") for place in found.gps)
        items = (replace(item, found_in=f"{item.found_in} of {path.name}") for item in found.items)
        cameras = (camera for camera in found.cameras if camera not in seen.cameras)
        seen = replace(
            seen,
            gps=(*seen.gps, *gps),
            metadata=(*seen.metadata, *items),
            cameras=(*seen.cameras, *cameras),
        )
    return seen


def _metadata(path: Path, cache: MutableMapping[str, str]) -> Metadata:
    sha256, _ = facts.content_hash(path)
    known = remembered(cache, _METADATA, _key("beside", sha256)) if sha256 else _unread(path)
    if known is None:
        known = facts.beside(path) or _unread(path)
        cache[_key("beside", sha256)] = _METADATA.dump_json(known).decode()
    return known


def _unread(path: Path) -> Metadata:
    item = MetadataItem(
        kind=MetadataKind.UNREAD, name=path.name, found_in="the file", value="the file could not be read"
    )
    return Metadata(items=(item,))


def _cameras(path: Path) -> Cameras | None:
    found = facts.beside(path)
    return found.cameras if found else None


def _key(what: str, sha256: str) -> str:
    return f"{what}/{facts.programs()}/{sha256}"
