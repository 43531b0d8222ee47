"""Everything in and around a published photo that may tell who is in it, measured against the practice's own roster.

Each text the public can read is searched for every kind of identifier that words can give away. What the roster or a
label settles is told apart from what only may be one: a rule may fail a photo for the first and must ask a person about
the second. Kinds are searched for in an order, and words that are explained once are not explained again: a telephone
number is not also a number of unknown meaning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from ...records import Identifier, IdentifierKind, Patient, PhotoFacts, Policy, Post, Published
from .ages import find_ages
from .dates import find_dates
from .hit import Covered, Hit
from .initials import Initials
from .labelled import find_labelled
from .names import Names
from .numbers import BirthDates, RecordNumbers
from .online import account_of, find_online, host_of
from .own_words import OwnWords, of_post, own_words
from .passage import Passage, passages
from .phones import find_phones
from .places import find_places, is_whole_state
from .runs import find_runs
from .strangers import find_strangers
from .unexplained import find_unexplained

_MAY_HOLD_A_NAME = frozenset({IdentifierKind.EMAIL, IdentifierKind.WEB_ADDRESS})
_NAME = IdentifierKind.NAME
_SHARED_BY = 3  # patients; a first name of more of them tells of none in particular
_MOST_TOLD = 100  # identifiers of one text: enough to know what kind of text it is
_LONGEST_SHOWN = 200  # characters of what was found


class Roster:
    """Everybody the practice treats, ready to be looked for in what it published."""

    def __init__(self, patients: Sequence[Patient], *, practice: str = "") -> None:
        """``practice`` is the practice's own name, which stands in and around most of its photos."""
        self._practice = practice
        self._names = Names(patients)
        self._initials = Initials(patients)
        self._records = RecordNumbers(patients)
        self._births = BirthDates(patients)
        self._strange = lru_cache(maxsize=256)(_strange)  # of a page with fifty photos, once

    def find(
        self,
        published: Published,
        post: Post,
        facts: PhotoFacts,
        policy: Policy,
        *,
        shown: Collection[str] | None = None,
    ) -> tuple[Identifier, ...]:
        """Every identifier in and around a photo, once for each place.

        ``shown`` holds the codes of the patients known to be in the photo; ``None`` = not everybody in it is known.
        A part of a name counts only for somebody who is, or may be, in the photo: on a roster of thousands nearly
        every caption holds somebody's first name. Takes about two milliseconds for a photo and its texts, on a roster
        of 20,000.
        """
        own = own_words((*policy.allowed_text, self._practice, *of_post(post, published)))
        found: dict[tuple[IdentifierKind, str, str], Identifier] = {}
        for passage in passages(published, post, facts):
            for hit in self._told(passage, own, shown, post.published_on):
                one = _identifier(passage, hit)
                key = (one.kind, one.patient or f"“{one.words}", one.where)
                known = found.get(key)
                if known is None or (one.whole and not known.whole):
                    found[key] = one
        return tuple(found.values())

    def find_in_post(self, post: Post, policy: Policy) -> tuple[Identifier, ...]:
        """Every identifier in the words of a post that shows no photo: an answer to a review, a story without one."""
        nothing = Published(id=post.id, post=post.id, path="", file_name="")
        return self.find(nothing, post, PhotoFacts(sha256="", byte_size=0), policy)

    def _told(
        self, passage: Passage, own: OwnWords, shown: Collection[str] | None, posted: date | None
    ) -> Iterator[Hit]:
        text = _without_own(passage, own)
        tied = _capped([*self._of_patients(text, passage, shown)])
        hits = [*tied, *_settled(self._strange(text, passage.in_picture, passage.put_there, posted), tied, own, text)]
        if passage.in_picture:
            hits += find_unexplained(text, hits, own)
        if passage.is_a is not None:
            hits = [hit for hit in hits if hit.patient] or [*_as_a_whole(passage, passage.is_a, own)]
        told = [hit for hit in hits if not hit.own and (hit.whole or hit.kind in passage.told)]
        yield from sorted(told, key=lambda hit: not hit.whole)[:_MOST_TOLD]

    def _of_patients(self, text: str, passage: Passage, shown: Collection[str] | None) -> Iterator[Hit]:
        """What the roster knows: record numbers, birth dates, names, in this order."""
        for number in self._records.find(text, read_from_picture=passage.in_picture):
            for patient in number.patients:
                if number.whole or _may_be(patient, shown):
                    yield _hit(IdentifierKind.RECORD_NUMBER, number.start, number.end, number.whole, patient)
        for born in self._births.find(text):
            for patient in born.patients:
                known = born.labelled or _may_be(patient, shown)
                # Somebody else's birthday in a file name is the day on which a photo was taken or uploaded.
                if known or not passage.put_there:
                    yield _hit(IdentifierKind.BIRTH_DATE, born.start, born.end, born.whole and known, patient)
        for name in self._names.whole(text):
            yield _hit(IdentifierKind.NAME, name.start, name.end, name.whole, name.patient)
        if IdentifierKind.NAME in passage.told:
            for name in self._names.parts(text):
                if _may_be(name.patient, shown) or not name.exact:
                    yield _hit(IdentifierKind.NAME, name.start, name.end, False, name.patient)
            for name in self._initials.find(text, shown or ()):
                yield _hit(IdentifierKind.NAME, name.start, name.end, False, name.patient)


def find(
    published: Published, post: Post, facts: PhotoFacts, patients: Sequence[Patient], policy: Policy
) -> tuple[Identifier, ...]:
    """As ``Roster.find``, for a single photo of which nobody knows who is in it."""
    return Roster(patients).find(published, post, facts, policy)


def _strange(text: str, in_picture: bool, put_there: bool, posted: date | None) -> tuple[Hit, ...]:
    """What a text gives away whoever it is about, in the order in which one kind explains another."""
    return (
        *find_labelled(text),
        *find_online(text, in_picture=in_picture),
        *find_ages(text),
        *find_dates(text, in_picture=in_picture, posted=None if in_picture else posted),
        *find_phones(text),
        *find_places(text),
        *find_runs(text, file_name=put_there),
        *find_strangers(text),
    )


def _settled(found: Iterable[Hit], tied: Sequence[Hit], own: OwnWords, text: str) -> Iterator[Hit]:
    """The hits that no earlier one has explained, the practice's own marked as such."""
    names = [hit for hit in tied if hit.kind is _NAME]
    named, taken = Covered(len(text), names), Covered(len(text), (h for h in tied if h.kind is not _NAME))
    for hit in found:
        may_hold = hit.kind in _MAY_HOLD_A_NAME and named.meets(hit.start, hit.end)
        over = names if may_hold else ()
        patient = next((n.patient for n in over if n.whole and n.start < hit.end and hit.start < n.end), None)
        # A link to a page is the practice's affair until it holds a patient's name.
        if _is_own(replace(hit, own=hit.own and patient is None), own, text):
            one = replace(hit, whole=False, own=True)
        elif taken.meets(hit.start, hit.end):
            continue
        elif not named.meets(hit.start, hit.end):
            one = hit
        elif hit.kind in _MAY_HOLD_A_NAME:
            one = replace(hit, whole=patient is not None, patient=patient, own=False)
        else:
            continue
        taken.add(one)
        yield one


def _is_own(hit: Hit, own: OwnWords, text: str) -> bool:
    words = text[hit.start : hit.end]
    if hit.own or own.has(words):
        return True
    if hit.kind is IdentifierKind.EMAIL:
        return own.has(host_of(words))
    if hit.kind is IdentifierKind.WEB_ADDRESS:
        return own.has(host_of(words)) or own.has(account_of(words))
    if hit.kind is IdentifierKind.PLACE:  # "in Gahanna", where Gahanna is the practice's own town
        return any(own.has(words[at + 1 :]) for at, letter in enumerate(words) if letter == " ")
    return False


def _as_a_whole(passage: Passage, kind: IdentifierKind, own: OwnWords) -> Iterator[Hit]:
    """A text that by its place is one identifier: the location of a post, the account it names."""
    words = passage.words
    state = kind is IdentifierKind.PLACE and is_whole_state(words)
    if not (state or own.has(words) or own.is_line(words)):
        yield Hit(kind=kind, start=0, end=len(words), whole=False)


def _capped(hits: Sequence[Hit]) -> list[Hit]:
    """The same, but a part of a name that many patients share is told once, as nobody's in particular."""
    shared = Counter((hit.kind, hit.start, hit.end) for hit in hits if not hit.whole)
    told: dict[Hit, None] = {}
    for hit in hits:
        many = not hit.whole and shared[hit.kind, hit.start, hit.end] > _SHARED_BY
        told[_hit(hit.kind, hit.start, hit.end, False, None) if many else hit] = None
    return list(told)


def _hit(kind: IdentifierKind, start: int, end: int, whole: bool, patient: str | None, *, own: bool = False) -> Hit:
    return Hit(kind=kind, start=start, end=end, whole=whole, patient=patient, own=own)


def _identifier(passage: Passage, hit: Hit) -> Identifier:
    return Identifier(
        kind=hit.kind,
        patient=hit.patient,
        where=passage.where,
        words=" ".join(passage.words[hit.start : hit.end].split())[:_LONGEST_SHOWN],
        whole=hit.whole,
        outline=passage.outline(hit.start),
    )


def _may_be(patient: str, shown: Collection[str] | None) -> bool:
    return shown is None or patient in shown


def _without_own(passage: Passage, own: OwnWords) -> str:
    """The text with the practice's own words blanked out; in a picture, its own lines too."""
    text = own.blanked(passage.words)
    if not passage.in_picture:
        return text
    lines = zip(text.split("\n"), passage.words.split("\n"), strict=True)
    return "\n".join(" " * len(line) if own.is_line(whole) else line for line, whole in lines)
