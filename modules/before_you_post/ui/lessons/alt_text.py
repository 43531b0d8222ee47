"""What a sample picture shows, in words, for whoever does not see it.

``alt_texts.yaml`` has what somebody wrote who looked at the picture: words and papers in it matter for a question as
much as what the practice wanted to show. Else the practice's own text for screen readers is used, where it wrote one;
where a network kept none, that of another post of the same pictures, or the library's record of the originals.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from ...records import MarkKind, Original, PhotoKind
from ...report import phrases
from .sample_practice import SamplePractice

_UNKNOWN = "A sample picture that is in nobody's library"
_MOMENTS = {PhotoKind.BEFORE: ", before treatment", PhotoKind.AFTER: ", after treatment"}

_MARKS = {MarkKind.OTHER: "a mark", MarkKind.JEWELLERY: "jewelry"}


def of(practice: SamplePractice, *, photo: str | None = None, original: str | None = None) -> str:
    """What a published photo, or an original, shows. Raises KeyError for one there is not."""
    if photo is not None:
        return phrases.printable(_of_published(practice, photo))
    return _of_original(practice.originals[original]) if original is not None else ""


def _of_published(practice: SamplePractice, photo: str) -> str:
    published = practice.published[photo]
    own = _written(practice.name).get(photo) or published.alt_text
    if own:
        return own
    made_from = practice.made_from.get(photo, ())
    for other, originals in practice.made_from.items():
        twin = practice.published.get(other)
        if originals and originals == made_from and twin is not None and twin.alt_text:
            return twin.alt_text
    shown = practice.originals_of(photo)
    if not shown:
        return _UNKNOWN
    if len(shown) == 1:
        return _of_original(shown[0])
    return "Side by side: " + "; ".join(_of_original(one)[0].lower() + _of_original(one)[1:] for one in shown)


def _of_original(original: Original) -> str:
    """ "A photo of the nose, before treatment; on file: a tattoo"."""
    area = f"A photo of the {original.area}" if original.area else "A photo"
    moment = _MOMENTS.get(original.kind, "") if original.kind else ""
    marks = [_MARKS.get(mark.kind, f"a {mark.kind.value}") for mark in original.marks or ()]
    seen = f", with {' and '.join(dict.fromkeys(marks))}" if marks else ""
    return f"{area}{moment}{seen}"


@cache
def _written(practice: str) -> Mapping[str, str]:
    """What somebody wrote about photos of a practice, by Published.id."""
    told = yaml.safe_load((files(__package__) / "alt_texts.yaml").read_text(encoding="utf-8"))
    return {photo: str(words) for photo, words in told.get(practice, {}).items()}
