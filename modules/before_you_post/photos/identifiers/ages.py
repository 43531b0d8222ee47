"""Find ages over 89: so few people reach them that the number alone narrows down who it is.

"90 or older" may be told, the number itself may not. A technique of a hundred years, or a practice, is no patient.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import IdentifierKind
from .hit import Hit

_OVER, _OLDEST = 89, 120
_GROUPED = r"(?!\s{0,2}(?:\+|or (?:older|over|more|above)|and (?:older|over|above|up)|plus|-?\s?\d))"
_OLD = r"[\s_-]{0,2}(?:years?|yrs?|y)\.?[\s/_-]{0,2}(?:old|olds|young|of age|o)(?![^\W_])"
_NINETIES = "ninety(?:[\\s-]{0,2}(?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred"
_YEARS_OLD = re.compile(
    rf"(?<![\w.,$€£])(\d{{2,3}}|{_NINETIES}){_OLD}(?P<what>[\s_-]{{1,2}}[^\W\d_]{{1,20}})?", re.IGNORECASE
)
_AGED = re.compile(
    rf"\b(?P<label>aged?|age of|turn(?:ed|ing|s)|at|(?:her|his|their))\W{{1,2}}(?P<age>\d{{2,3}})"
    rf"(?P<rest>th birthday|st birthday|nd birthday|rd birthday)?\b{_GROUPED}(?!\s?(?:%|[a-z]{{1,2}}\b))",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"technique|method|practice|clinic|building|house|home|tradition|company|brand|recipe|remedy|history|tree|secret|"
    r"institution|hospital|landmark|law|formula|product|record"
)
_GROUPED_BEFORE = re.compile(r"\b(?:over|above|least|than)\s{1,2}$", re.IGNORECASE)
_PLAIN_LABELS = frozenset({"age", "aged", "age of"})


def find_ages(text: str) -> Iterator[Hit]:
    """Every age over 89; ``whole`` where it can only be a person's: "92-year-old", "aged 91", "her 95th birthday"."""
    for match in _YEARS_OLD.finditer(text):
        number = match.group(1)
        if not number.isdigit() or _OVER < int(number) <= _OLDEST:
            what = (match["what"] or "").strip(" \t\n_-").lower()
            end = match.end() - len(match["what"] or "")
            own = bool(
                _THINGS.fullmatch(what) or _GROUPED_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
            )
            yield Hit(kind=IdentifierKind.AGE, start=match.start(), end=end, whole=not own, own=own)
    for match in _AGED.finditer(text):
        label, birthday = match["label"].lower(), bool(match["rest"])
        if not _OVER < int(match["age"]) <= _OLDEST:
            continue
        if label in _PLAIN_LABELS or birthday or label.startswith("turn"):
            sure = birthday or label in _PLAIN_LABELS
            yield Hit(kind=IdentifierKind.AGE, start=match.start(), end=match.end(), whole=sure)
