"""Find the names of people on the practice's roster in a text, and say whether the whole name stands there.

The whole name of a patient identifies them. A first name, or a family name that is also an everyday word, may be
anybody's or nobody's; such a hit is only worth a person's look, and only where it can be that patient.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ...records import Patient
from .spelling import NearlyAlike
from .words import Word, tokens, words

_SHORTEST_ALONE = 4  # letters; "Li" and "Ana" stand in too many other words and sentences
_SHORTEST_GLUED = 8  # letters of a whole name that may stand inside a longer word without its spaces
_SHORTEST_FULL = 5  # letters of both names together
_LONGEST_GLUED = 60  # letters of a word that is searched for names inside it
_NO_MIDDLE_NAME = frozenset(
    ("and", "or", "the", "by", "with", "of", "to", "from", "for", "at", "in", "on", "dr", "mr", "mrs", "ms", "vs")
)


@dataclass(frozen=True, slots=True)
class NameHit:
    """A place in a text where a patient's name, or a part of it, stands."""

    patient: str
    start: int
    end: int
    whole: bool
    exact: bool  # False: misspelt or misread


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way to write a patient's full name."""

    patient: str
    given: tuple[str, ...]
    family: tuple[str, ...]

    @property
    def everyday(self) -> bool:
        return all(word in everyday_words() for word in (*self.given, *self.family))

    @property
    def telling(self) -> bool:
        return not self.everyday and len("".join((*self.given, *self.family))) >= _SHORTEST_FULL


class Names:
    """The names of everybody on the roster, ready to be looked for."""

    def __init__(self, patients: Sequence[Patient]) -> None:
        self._spellings: dict[str, list[_Spelling]] = {}  # by each word they begin with
        self._alone: dict[str, set[str]] = {}
        self._glued: dict[str, set[str]] = {}
        for patient in patients:
            for spelling in dict.fromkeys(_spellings(patient)):
                self._add(spelling)
        self._nearly_alike = NearlyAlike(word for word in self._alone if len(word) > _SHORTEST_ALONE)

    def _add(self, spelling: _Spelling) -> None:
        first_words = {spelling.given[:1], spelling.family[:1]} - {()}
        for (word,) in first_words:
            self._spellings.setdefault(word, []).append(spelling)
        for word in (*spelling.given, *spelling.family):
            if len(word) >= _SHORTEST_ALONE and word not in everyday_words():
                self._alone.setdefault(word, set()).add(spelling.patient)
        if spelling.given and spelling.family:
            initial = spelling.given[0][:1] + "".join(spelling.family)  # "ofeatherstone"
            if len(initial) > _SHORTEST_ALONE:
                self._alone.setdefault(initial, set()).add(spelling.patient)
            for parts in ((*spelling.given, *spelling.family), (*spelling.family, *spelling.given)):
                if len("".join(parts)) >= _SHORTEST_GLUED:
                    self._glued.setdefault("".join(parts), set()).add(spelling.patient)

    def whole(self, text: str) -> Iterator[NameHit]:
        """Full names: given and family name side by side, in either order, perhaps with a middle name between."""
        found = words(text)
        for position, word in enumerate(found):
            for spelling in self._spellings.get(word.folded, ()):
                end = _end_of_name(found, position, spelling)
                if end is not None:
                    yield NameHit(spelling.patient, word.start, found[end - 1].end, spelling.telling, True)
            if len(word.folded) >= _SHORTEST_GLUED:
                yield from self._inside(word)

    def _inside(self, word: Word) -> Iterator[NameHit]:
        """Full names written as one word (``ottolinefeatherstone``), also when a picture's reader lost the space."""
        if len(word.folded) > _LONGEST_GLUED:
            return
        lengths = range(_SHORTEST_GLUED, len(word.folded) + 1)
        pieces = {word.folded[at : at + length] for length in lengths for at in range(len(word.folded) - length + 1)}
        for piece in sorted(pieces & self._glued.keys()):
            for patient in sorted(self._glued[piece]):
                yield NameHit(patient, word.start, word.end, True, True)

    def parts(self, text: str) -> Iterator[NameHit]:
        """A given or family name alone, and names that are not quite the same."""
        found = words(text)
        for word in found:
            for patient in sorted(self._alone.get(word.folded, ())):
                yield NameHit(patient, word.start, word.end, False, True)
        nearly = [self._nearly(word.folded) for word in found]
        for (one, here), (other, there) in zip(
            zip(found, nearly, strict=True), zip(found[1:], nearly[1:], strict=True), strict=False
        ):
            for patient in sorted(here.keys() & there.keys()):
                if here[patient] != there[patient]:  # the same name twice is not a given and a family name
                    yield NameHit(patient, one.start, other.end, False, False)

    def _nearly(self, word: str) -> dict[str, str]:
        """Patients with a name like this word, and that name."""
        if word in self._alone:
            return dict.fromkeys(self._alone[word], word)
        if len(word) <= _SHORTEST_ALONE or word in everyday_words():
            return {}
        return {patient: name for name in self._nearly_alike.to(word) for patient in self._alone[name]}


def _spellings(patient: Patient) -> Iterator[_Spelling]:
    given, family = tokens(patient.given_name or ""), tokens(patient.family_name or "")
    others = [tokens(name) for name in patient.other_names]
    for first in dict.fromkeys((given, given[:1], *(name for name in others if len(name) == 1))):
        for last in dict.fromkeys((family, *(name for name in others if len(name) == 1 and name != first))):
            if first or last:
                yield _Spelling(patient.code, first, last)
    for name in others:  # a nickname written out with its family name
        if len(name) > 1:
            yield _Spelling(patient.code, name[:-1], name[-1:])


def _end_of_name(found: Sequence[Word], start: int, spelling: _Spelling) -> int | None:
    """Position after the full name that begins at ``start``; None when it does not."""
    given, family = spelling.given, spelling.family
    if not given or not family:
        return None
    for first, last, gaps in ((given, family, (0, 1)), (family, given, (0,))):
        if not _stands(found, start, first):
            continue
        for gap in gaps:
            after = start + len(first) + gap
            between = [word.folded for word in found[after - gap : after]]
            if not _NO_MIDDLE_NAME.intersection(between) and _stands(found, after, last):
                return after + len(last)
    return None


def _stands(found: Sequence[Word], start: int, wanted: Sequence[str]) -> bool:
    return tuple(word.folded for word in found[start : start + len(wanted)]) == tuple(wanted)


@cache
def everyday_words() -> frozenset[str]:
    """English words that are also names: "Rose", "Hill", "Chin", "Peel"."""
    text = resources.files(__package__).joinpath("everyday_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
