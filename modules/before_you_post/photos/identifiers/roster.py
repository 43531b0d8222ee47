"""Words in and around a published photo that name a patient: in the picture, its file name, its caption, its link.

A photo may be lawful and its file name not. Everything the public can see or download is read, against the practice's
own roster: names in either order, record numbers, birth dates. The whole name or number is told apart from a part of
it, because a rule may fail a photo for the first and must ask a person about the second.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from rapidfuzz import fuzz

from ...records import Identifier, IdentifierKind, Outline, Patient, PhotoFacts, Policy, Post, Published
from .names import NameHit, Names
from .numbers import BirthDates, NumberHit, RecordNumbers
from .words import folded, tokens

IN_PICTURE, FILE_NAME, CAPTION, ALT_TEXT = "in the picture", "file name", "caption", "alternative text"
TITLE, LINK, PAGE = "title", "link", "text of the page"

_NEARLY_ALLOWED = 85.0  # of 100: a watermark of which a letter was misread
_PIECE = 3  # letters
_MOST = 100_000  # characters of one text that are read
_PUT_THERE = frozenset({FILE_NAME, LINK})  # where cameras and websites write dates of their own


@dataclass(frozen=True, slots=True)
class _Text:
    """One text to be read, and where it stands."""

    words: str
    where: str
    outline: Outline = ()

    @property
    def page(self) -> bool:
        return self.where == PAGE

    def identifier(self, kind: IdentifierKind, patient: str, hit: NameHit | NumberHit, *, whole: bool) -> Identifier:
        words = self.words[hit.start : hit.end]
        return Identifier(kind=kind, patient=patient, where=self.where, words=words, whole=whole, outline=self.outline)


class Roster:
    """Everybody the practice treats, ready to be looked for in what it published."""

    def __init__(self, patients: Sequence[Patient]) -> None:
        self._names = Names(patients)
        self._records = RecordNumbers(patients)
        self._births = BirthDates(patients)

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
        every caption holds somebody's first name.
        """
        found: dict[tuple[IdentifierKind, str | None, str], Identifier] = {}
        for text in _texts(published, post, facts, policy):
            for hit in self._hits(text, shown):
                key = (hit.kind, hit.patient, hit.where)
                known = found.get(key)
                if known is None or (hit.whole and not known.whole):
                    found[key] = hit
        return tuple(found.values())

    def _hits(self, text: _Text, shown: Collection[str] | None) -> Iterator[Identifier]:
        yield from self._names_in(text, shown)
        for number in self._records.find(text.words, read_from_picture=text.where == IN_PICTURE):
            for patient in number.patients:
                if number.whole or (not text.page and _may_be(patient, shown)):
                    yield text.identifier(IdentifierKind.RECORD_NUMBER, patient, number, whole=number.whole)
        for born in self._births.find(text.words):
            for patient in born.patients:
                known = born.labelled or _may_be(patient, shown)
                # Somebody else's birthday in a file name is the day on which a photo was taken or uploaded.
                if known or (text.where not in _PUT_THERE and not text.page):
                    yield text.identifier(IdentifierKind.BIRTH_DATE, patient, born, whole=born.whole and known)

    def _names_in(self, text: _Text, shown: Collection[str] | None) -> Iterator[Identifier]:
        for hit in self._names.whole(text.words):
            if hit.whole or not text.page:
                yield text.identifier(IdentifierKind.NAME, hit.patient, hit, whole=hit.whole)
        for hit in () if text.page else self._names.parts(text.words):
            if _may_be(hit.patient, shown) or not hit.exact:
                yield text.identifier(IdentifierKind.NAME, hit.patient, hit, whole=False)


def find(
    published: Published, post: Post, facts: PhotoFacts, patients: Sequence[Patient], policy: Policy
) -> tuple[Identifier, ...]:
    """As ``Roster.find``, for a single photo of which nobody knows who is in it."""
    return Roster(patients).find(published, post, facts, policy)


def _may_be(patient: str, shown: Collection[str] | None) -> bool:
    return shown is None or patient in shown


def _texts(published: Published, post: Post, facts: PhotoFacts, policy: Policy) -> Iterator[_Text]:
    for text in (*_in_picture(facts, policy), *_around(published, post)):
        words = _without_allowed(text.words[:_MOST], policy)
        if words.strip():
            yield _Text(words, text.where, text.outline)


def _in_picture(facts: PhotoFacts, policy: Policy) -> Iterator[_Text]:
    lines = [line for line in facts.text or () if not _allowed(line.text, policy)]
    for line in lines:
        yield _Text(line.text, IN_PICTURE, line.outline)
    for line, following in pairwise(lines):  # a name broken over two lines
        yield _Text(f"{line.text} {following.text}", IN_PICTURE, line.outline)


def _around(published: Published, post: Post) -> Iterator[_Text]:
    yield _Text(published.file_name, FILE_NAME)
    for words, where in ((published.caption, CAPTION), (published.alt_text, ALT_TEXT), (post.title, TITLE)):
        if words:
            yield _Text(words, where)
    for link in dict.fromkeys((published.url, post.url)):
        if link:
            yield _Text(_path_of(link, published.file_name), LINK)
    if post.text and post.text != published.caption:
        yield _Text(post.text, PAGE)


def _path_of(link: str, file_name: str) -> str:
    """What a link says besides its host and the photo's own file name, which are read elsewhere or say nothing."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return unquote(link)
    path = unquote(parts.path)
    return f"{path.removesuffix(file_name)} {unquote(parts.query)} {unquote(parts.fragment)}"


def _allowed(line: str, policy: Policy) -> bool:
    """Whether a line in the picture is one of the practice's own words, or a piece of its watermark."""
    written = folded(line)
    for own in map(folded, policy.allowed_text):
        piece = len(written) >= _PIECE and written in own
        if own and (written == own or piece or fuzz.ratio(written, own) >= _NEARLY_ALLOWED):
            return True
    return False


def _without_allowed(text: str, policy: Policy) -> str:
    """Blank out the practice's own words of two or more: "Rose Hill Clinic" does not name the patient Rose Hill."""
    for words in policy.allowed_text:
        parts = tokens(words)
        if len(parts) > 1:
            pattern = r"[\W_]+".join(re.escape(part) for part in re.findall(r"[^\W_]+", words))
            text = re.sub(pattern, lambda match: " " * len(match.group()), text, flags=re.IGNORECASE)
    return text
