"""What one picture file says about itself: its metadata, and what was seen in its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]
Outline = tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GpsPosition:
    """Where the camera said it was, in degrees; ``found_in`` names the metadata block."""

    latitude: float
    longitude: float
    found_in: str


class MetadataKind(StrEnum):
    """What a piece of metadata may give away."""

    PLACE = "place"
    DATE = "date"
    PERSON = "person"  # artist, owner, copyright, the person in the picture
    WORDS = "words"  # caption, keywords, comment
    CAMERA = "camera"  # maker and model
    SERIAL = "serial number"
    SOFTWARE = "software"  # program and edit history
    DOCUMENT = "document identifier"  # leads from one file to other versions of it
    RELEASE = "model release"
    CREDENTIALS = "content credentials"  # a C2PA manifest
    UNREAD = "unread block"  # something is there, and nobody could read it


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataItem:
    """One thing written into a picture file beside the picture."""

    kind: MetadataKind
    name: str  # "DateTimeOriginal", as the block calls it
    found_in: str  # "EXIF", "XMP", "IPTC", "PNG text", "JPEG comment", "maker note", "C2PA"; "EXIF of a-300x200.jpg"
    value: str  # as found, shortened to 500 characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """The device that a file says took the picture."""

    make: str | None = None
    model: str | None = None
    serial: str | None = None  # of the body


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A line of text read inside the picture, or the content of a square code."""

    text: str
    outline: Outline
    confidence: float  # 0 to 1, as the reader of the picture reports it


class FaceExtent(StrEnum):
    FULL = "full face"
    PARTIAL = "part of a face"  # cut by the edge of the picture, or too little of it to tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A place where a face was found. Nobody asks whose: faces are found here, never identified."""

    outline: Outline
    confidence: float  # 0 to 1, as the detector reports it
    extent: FaceExtent
    eyes_covered: bool | None = None  # a hint to the reviewer only: an eye bar identifies no less


class EmbeddedKind(StrEnum):
    THUMBNAIL = "thumbnail"
    FRAME = "further frame"  # of an animation or a multi-picture file
    AUXILIARY = "auxiliary picture"  # depth map, gain map, alternative view
    TRAILING = "data after the end of the picture"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedPicture:
    """A picture that the file holds besides the one the public sees. ``problem`` set = it could not be opened."""

    kind: EmbeddedKind
    found_in: str  # "EXIF", "MPO", "HEIC", "C2PA", "GIF", "file"
    problem: str | None = None
    width: int | None = None
    height: int | None = None
    same_picture: bool | None = None  # shows the same as the photo; False = more of it, or something else
    faces: tuple[Face, ...] | None = None
    text: tuple[TextLine, ...] | None = None


class LookedFor(StrEnum):
    """What a program looks for in a picture file."""

    METADATA = "metadata"
    EMBEDDED = "pictures inside the file"
    FACES = "faces"
    TEXT = "words in the picture"
    CODES = "square codes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """That a program looked for something, and which; ``problem`` set = it could not, so nothing is known."""

    what: LookedFor
    by: str  # program and version, in words a reviewer can quote
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFacts:
    """What one file says about itself. ``problem`` set = it could not be opened, so nothing below was looked at."""

    sha256: str
    byte_size: int
    problem: str | None = None
    format: str | None = None
    width: int | None = None
    height: int | None = None
    gps: tuple[GpsPosition, ...] | None = None
    metadata: tuple[MetadataItem, ...] | None = None
    cameras: tuple[Camera, ...] | None = None
    embedded: tuple[EmbeddedPicture, ...] | None = None
    faces: tuple[Face, ...] | None = None
    text: tuple[TextLine, ...] | None = None
    codes: tuple[TextLine, ...] | None = None
    looks: tuple[Look, ...] = ()  # one for each thing that was looked for, or could not be
