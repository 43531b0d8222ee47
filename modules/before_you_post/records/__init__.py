"""The nouns of this project: what a practice has, what it published, what was found, and what we say about it.

Frozen dataclasses without behaviour, so that every other room can speak to every other in the same words
(GLOSSARY.md has a line for each). Two conventions hold everywhere:

* ``None`` means *nobody looked* or *not recorded*; an empty tuple or ``0`` means *looked, found none*.
* Paths are absolute strings; dates are ``datetime.date``; picture coordinates are pixels of the upright picture,
  origin at the top left, x to the right.
"""

from .evidence import (
    Evidence,
    GpsPosition,
    Identifier,
    IdentifierKind,
    Match,
    Outline,
    Panel,
    PhotoFacts,
    Point,
    TextLine,
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
from .practice import (
    Authorization,
    Channel,
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
    "Change",
    "ChangeKind",
    "Channel",
    "Evidence",
    "Finding",
    "GpsPosition",
    "Identifier",
    "IdentifierKind",
    "InputError",
    "JudgedPhoto",
    "Match",
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
    "WithoutPhoto",
]
