"""Does a post let somebody tell of their own experience?

The practice's list of its posts knows, and what stands there counts. Where nobody has noted it, the words may show it:
a quotation in which somebody says "I" or "my", or the announcement of a story. Such a guess is only ever put before a
person.
"""

from __future__ import annotations

import re

from ..base import Subject
from .post_words import pattern, words

_QUOTED = re.compile(r"[“\"«]([^“”\"«»]{20,})[”\"»]")
_OWN = pattern("i", "i'm", "i've", "my", "me", "myself")
_ANNOUNCED = pattern(
    r"#?testimonials?",
    r"#?patient\s?(?:story|stories|review)",
    r"in (?:her|his|their) own words",
    r"my experience (?:with|at)",
    r"(?:here's|here is|hear) what (?:she|he|they|\w+) (?:says?|said|has to say|have to say)",
    r"#?success ?stor(?:y|ies)",
)


def is_testimonial(subject: Subject) -> bool:
    """By the practice's own note, or else by the words."""
    noted = noted_testimonial(subject)
    return sounds_like_one(words(subject)) if noted is None else noted


def noted_testimonial(subject: Subject) -> bool | None:
    """What the practice's list of posts says; ``None`` where the post is not on it, or its cell is empty."""
    note = subject.matter.advertisement
    return note.testimonial if note else None


def sounds_like_one(text: str) -> bool:
    """A quotation in the first person, or words that announce somebody's story."""
    return bool(_ANNOUNCED.search(text)) or any(_OWN.search(quote) for quote in _QUOTED.findall(text))
