"""Type a caption, and the scanner of the audit says which words may tell who is in the photo.

It knows the patients of the sample practice, as the audit knows a practice's own. Finding nothing proves nothing, and
the page says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from ...photos.identifiers import Roster
from ...records import Identifier, PhotoFacts, Post, Published
from ...report import labels, phrases
from .interactive import Interactive, Values, script, style
from .sample_practice import TODAY, sample_practice

LONGEST = 2_000  # characters; a caption on any network is shorter
NOTHING = (
    "Nothing was recognized. That proves nothing: a nickname, a name in small letters, a rare story or the picture "
    "itself can still tell who it is."
)
_NOT_SEEN = PhotoFacts(sha256="", byte_size=0)  # only the words are looked at
_SURE = "Surely one"
_PERHAPS = "May be one; a person decides"


class CaptionCheck(Interactive):
    """A caption to write, and what identifies in it."""

    _esm = script("caption_check")
    _css = style()

    def __init__(self, words: str = "", practice: str = "quillfeather") -> None:
        """``words`` is what stands in the field to begin with; ``practice`` is whose patients are known."""
        self._practice = practice
        super().__init__({"words": words[:LONGEST], "longest": LONGEST})

    def asked(self, content: Mapping[str, Any]) -> None:
        """``{do: "check", words}``."""
        words = content.get("words")
        if content.get("do") == "check" and isinstance(words, str):
            self.answer(found_in(words[:LONGEST], self._practice))


def found_in(words: str, practice: str = "quillfeather") -> Values:
    """What may identify in a caption: the text in parts, each with the number of its finding, and the findings."""
    if not words.strip():
        return {"parts": [], "found": [], "said": "Write some words first."}
    sample = sample_practice(practice)
    post = Post(id="try", channel="instagram", source="instagram", published_on=TODAY)
    photo = Published(id="try/photo.jpg", post="try", path="", file_name="photo.jpg", caption=words)
    found = _roster(practice).find(photo, post, _NOT_SEEN, sample.files.practice.policy)
    hits = sorted(found, key=lambda hit: words.find(hit.words) % (LONGEST + 1))  # in the order of the text
    count = phrases.count(len(hits), "thing that may identify", "things that may identify")
    said = f"Found: {count}. What it did not find may still identify." if hits else NOTHING
    return {"parts": _parts(words, hits), "found": [_told(hit) for hit in hits], "said": said}


@cache
def _roster(practice: str) -> Roster:
    sample = sample_practice(practice)
    return Roster(sample.files.patients, practice=sample.files.practice.name)


def _told(hit: Identifier) -> Values:
    whose = f" It names patient {hit.patient} of the sample practice." if hit.patient else ""
    return {
        "words": hit.words,
        "kind": labels.IDENTIFIERS[hit.kind],
        "sure": (_SURE if hit.whole else _PERHAPS) + "." + whose,
    }


def _parts(words: str, hits: Sequence[Identifier]) -> list[Values]:
    """The caption cut at the findings; ``found`` is the number of the finding from 1, 0 for what lies between."""
    places: list[tuple[int, int, int]] = []
    for number, hit in enumerate(hits, start=1):
        start = words.find(hit.words)
        while start >= 0 and any(start < end and begin < start + len(hit.words) for begin, end, _ in places):
            start = words.find(hit.words, start + 1)
        if start >= 0:
            places.append((start, start + len(hit.words), number))
    parts, at = [], 0
    for begin, end, number in sorted(places):
        parts += [{"words": words[at:begin], "found": 0}, {"words": words[begin:end], "found": number}]
        at = end
    return [part for part in [*parts, {"words": words[at:], "found": 0}] if part["words"]]
