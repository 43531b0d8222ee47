"""The nouns of this project: what a practice has, what it published, what was found, and what we say about it.

Frozen dataclasses without behaviour, so that every other room can speak to every other in the same words
(GLOSSARY.md has a line for each). Two conventions hold everywhere:

* ``None`` means *nobody looked* or *not recorded*; an empty tuple or ``0`` means *looked, found none*.
* Paths are absolute strings; dates are ``datetime.date``; picture coordinates are pixels of the upright picture,
  origin at the top left, x to the right.
"""

from .evidence import (
    Evidence,
    Identifier,
    IdentifierKind,
    Match,
    Panel,
    VisibleMark,
)
from .judgement import (
    Audit,
    Change,
    ChangeKind,
    Finding,
    JudgedPhoto,
    Outcome,
    Severity,
    Verdict,
    WithoutPhoto,
)
from .photo import (
    Camera,
    EmbeddedKind,
    EmbeddedPicture,
    Face,
    FaceExtent,
    GpsPosition,
    Look,
    LookedFor,
    MetadataItem,
    MetadataKind,
    Outline,
    PhotoFacts,
    Point,
    TextLine,
)
from .practice import (
    Authorization,
    Channel,
    Device,
    DeviceKind,
    FormKind,
    Mark,
    MarkKind,
    NotAPatientPhoto,
    Original,
    Patient,
    PhotoKind,
    PhotoScope,
    Policy,
    Practice,
    SignerRole,
)
from .problem import (
    InputError,
    Problem,
)
from .published import (
    Post,
    Published,
    Reading,
)

__all__ = [
    "Audit",
    "Authorization",
    "Camera",
    "Change",
    "ChangeKind",
    "Channel",
    "Device",
    "DeviceKind",
    "EmbeddedKind",
    "EmbeddedPicture",
    "Evidence",
    "Face",
    "FaceExtent",
    "Finding",
    "FormKind",
    "GpsPosition",
    "Identifier",
    "IdentifierKind",
    "InputError",
    "JudgedPhoto",
    "Look",
    "LookedFor",
    "Mark",
    "MarkKind",
    "Match",
    "MetadataItem",
    "MetadataKind",
    "NotAPatientPhoto",
    "Original",
    "Outcome",
    "Outline",
    "Panel",
    "Patient",
    "PhotoFacts",
    "PhotoKind",
    "PhotoScope",
    "Point",
    "Policy",
    "Post",
    "Practice",
    "Problem",
    "Published",
    "Reading",
    "Severity",
    "SignerRole",
    "TextLine",
    "Verdict",
    "VisibleMark",
    "WithoutPhoto",
]
