"""Find names that stand on nobody's roster, by the words that introduce them: "meet", "patient", "'s results".

The roster may be incomplete, and a name beside a patient's photo is a name all the same. What is found this way is
never sure: it may be a nurse. Capitals alone prove nothing in a caption, so the introduction decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import IdentifierKind
from .hit import Hit
from .ordinary import never_a_name
from .words import tokens

_NAME = r"(?P<name>[A-Z][a-zà-ÿ'’]{2,20}(?:\s[A-Z](?:\.|[a-zà-ÿ'’]{1,20})(?:-[A-Z][a-zà-ÿ]{1,20})?){0,2})"
_GREETINGS = (
    "meet|introducing|thank you,?|thanks to|congrats,?|congratulations,?|happy birthday,?|say hi to|so happy for|"
    "shout-?out to|kudos to"
)
_CALLED = "patient|client|pt|model|named|name is|lovely|beautiful|gorgeous|sweet|amazing|brave"
_OWNED = (
    "results?|transformation|journey|story|before|after|nose|lips|skin|smile|glow|surgery|rhinoplasty|facelift|new|face|"
    "reveal|recovery|confidence"
)
_INTRODUCED = (
    re.compile(rf"\b(?i:{_GREETINGS})\s(?i:our |my |to )?{_NAME}"),
    re.compile(rf"\b(?i:{_CALLED})[:,]?\s{_NAME}"),
    re.compile(rf"\b(?:Mrs|Ms|Miss|Mr)\.?\s{_NAME}"),
    re.compile(rf"{_NAME}['’]s?\s(?i:{_OWNED})\b"),
)


def find_strangers(text: str) -> Iterator[Hit]:
    """Every name a text introduces, whoever it is."""
    for pattern in _INTRODUCED:
        for match in pattern.finditer(text):
            parts = tokens(match["name"])
            if parts and parts[0] not in never_a_name():
                yield Hit(kind=IdentifierKind.NAME, start=match.start("name"), end=match.end("name"), whole=False)
