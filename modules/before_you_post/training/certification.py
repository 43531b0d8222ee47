"""Issuing certificates into the ledger, and checking one that somebody shows on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ..records import Certificate, EntryKind, Standing, TrainingSettings
from ..store.ledger import Ledger
from .attempts import Attempts
from .certificates import fits, new_certificate, standings
from .curriculum import Curriculum
from .history import History, certificate_body
from .people import Learner

NOT_LEGAL = "It is a record of training and says nothing about any photo."


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateCheck:
    """What the records say about the number of a certificate."""

    words: str
    standing: Standing | None  # None = it was not issued here, or its fields do not give its number


class Certification:
    """The certificates of one practice."""

    def __init__(
        self,
        ledger: Ledger,
        history: Callable[[], History],
        curriculum: Curriculum,
        attempts: Attempts,
        now: Callable[[], datetime],
    ) -> None:
        self._ledger = ledger
        self._history = history
        self._curriculum = curriculum
        self._attempts = attempts
        self._now = now

    def keep_content(self, lesson: str) -> str:
        """Keep what a lesson teaches now, once; return its digest. Raises InputError for a lesson there is not."""
        content = self._curriculum.contents[self._curriculum.lesson(lesson).slug]
        return self._attempts.keep_content(content.digest, content.parts())

    def note_changes(self) -> None:
        """Keep the first day on which a lesson is seen to be another than somebody passed: “due” is counted from it."""
        now = {slug: content.digest for slug, content in self._curriculum.contents.items()}
        for lesson in {one.lesson for one in self._history().certificates if one.content != now.get(one.lesson)}:
            if lesson in now:
                self.keep_content(lesson)

    def certify(self, learner: Learner, slug: str, practice: str) -> Certificate | None:
        """Issue the certificate that somebody has earned since the last one; None where there is none to issue."""
        made = new_certificate(
            self._history(),
            learner=learner,
            lesson=self._curriculum.lesson(slug),
            content=self._curriculum.contents[slug].digest,
            practice=practice,
            ledger=self._ledger.last_hash(),
            at=self._now(),
        )
        if made is not None:
            self._ledger.append(EntryKind.CERTIFICATE, learner.person, certificate_body(made), self._now())
        return made

    def standings(self, person: str, settings: TrainingSettings) -> tuple[Standing, ...]:
        """A person's certificates, newest first, and whether each still holds."""
        self.note_changes()
        return standings(self._history(), person, self._curriculum.contents, settings, self._now().date())

    def check(self, certificate_id: str, settings: TrainingSettings) -> CertificateCheck:
        """What the records say about a certificate's number, however its letters and dashes were typed."""
        wanted = _plain(certificate_id)
        made = next((one for one in self._history().certificates if _plain(one.id) == wanted), None)
        if made is None:
            return CertificateCheck(words="No certificate with this number is in these records.", standing=None)
        if not fits(made):
            words = (
                "A certificate with this number is in the records, but what it says there does not give this number."
            )
            return CertificateCheck(words=f"{words} Have the records checked.", standing=None)
        standing = next(one for one in self.standings(made.person, settings) if one.certificate.id == made.id)
        day = made.issued_at.date().isoformat()
        words = f"{made.name} passed “{made.title}” on {day}, with {made.right} of {made.asked} right."
        holds = "It still holds." if standing.holds else f"It no longer holds. {standing.reason}"
        return CertificateCheck(words=f"{words} {holds} {NOT_LEGAL}", standing=standing)


def _plain(certificate_id: str) -> str:
    return "".join(letter for letter in certificate_id.upper() if letter.isalnum())
