"""What the ledger says about learning, read line by line into attempts, answers, attestations and certificates.

The ledger is the only record; everything here can be worked out from it again. Where two lines say the same thing
twice (two tabs, a double click), the first one counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from ..records import Answer, Asked, Assignment, Attempt, Certificate, EntryKind, LedgerEntry, Purpose, Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer to one question, in an attempt or in practice."""

    person: str
    question: str
    version: int
    right: bool
    at: datetime
    answer: Answer
    attempt: str | None  # None = practice: never counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Attested:
    """That somebody signed to have read and understood a lesson, as it stood then."""

    person: str
    lesson: str
    content: str
    at: datetime


@dataclass(slots=True)
class History:
    """Everything that happened, as far as it was read."""

    attempts: dict[str, Attempt] = field(default_factory=dict)  # by Attempt.id, oldest first
    answers: list[Answered] = field(default_factory=list)
    attestations: list[Attested] = field(default_factory=list)
    certificates: list[Certificate] = field(default_factory=list)
    assigned: list[tuple[Assignment, datetime]] = field(default_factory=list)  # by a manager, and when
    contents: dict[str, tuple[datetime, dict[str, Any]]] = field(default_factory=dict)  # by digest
    first_at: datetime | None = None  # of the first line read
    last: int = 0  # number of the last line read

    def read(self, entries: Iterable[LedgerEntry]) -> History:
        """Take in further lines, oldest first."""
        for entry in entries:
            if reader := _READERS.get(entry.kind):
                reader(self, entry)
            self.first_at = self.first_at or entry.at
            self.last = entry.number
        return self

    def of(self, person: str) -> tuple[Attempt, ...]:
        """A person's attempts, oldest first."""
        return tuple(one for one in self.attempts.values() if one.person == person)


def certificate_body(certificate: Certificate) -> dict[str, Any]:
    """A certificate as the ledger has it."""
    return {
        "id": certificate.id,
        "name": certificate.name,
        "lesson": certificate.lesson,
        "title": certificate.title,
        "issued_at": certificate.issued_at.isoformat(),
        "content": certificate.content,
        "right": certificate.right,
        "asked": certificate.asked,
        "practice": certificate.practice,
        "ledger": certificate.ledger,
    }


def certificate_of(entry: LedgerEntry) -> Certificate:
    """The certificate of a line of the ledger."""
    fields = entry.body | {"issued_at": datetime.fromisoformat(entry.body["issued_at"])}
    return Certificate(person=entry.person, **fields)


def _began(history: History, entry: LedgerEntry) -> None:
    body = entry.body
    history.attempts[body["attempt"]] = Attempt(
        id=body["attempt"],
        person=entry.person,
        lesson=body["lesson"],
        purpose=Purpose(body["purpose"]),
        content=body["content"],
        began_at=entry.at,
        asked=tuple(Asked(question=question, version=version) for question, version, *_ in body["questions"]),
    )


def _answered(history: History, entry: LedgerEntry) -> None:
    body = entry.body
    attempt = history.attempts.get(body["attempt"] or "")
    if attempt is not None:
        open_ones = [one.question for one in attempt.asked if one.answer is None]
        if attempt.person != entry.person or attempt.ended_at or body["question"] not in open_ones:
            return
        given = {"answer": body["answer"], "right": body["right"], "at": entry.at}
        asked = tuple(replace(one, **given) if one.question == body["question"] else one for one in attempt.asked)
        history.attempts[attempt.id] = replace(attempt, asked=asked)
    history.answers.append(
        Answered(
            person=entry.person,
            question=body["question"],
            version=body["version"],
            right=body["right"],
            at=entry.at,
            answer=body["answer"],
            attempt=body["attempt"],
        )
    )


def _finished(history: History, entry: LedgerEntry) -> None:
    attempt = history.attempts.get(entry.body["attempt"])
    if attempt is not None and attempt.ended_at is None:
        history.attempts[attempt.id] = replace(attempt, ended_at=entry.at, passed=entry.body["passed"])


def _attested(history: History, entry: LedgerEntry) -> None:
    history.attestations.append(
        Attested(person=entry.person, lesson=entry.body["lesson"], content=entry.body["content"], at=entry.at)
    )


def _certificate(history: History, entry: LedgerEntry) -> None:
    history.certificates.append(certificate_of(entry))


def _assigned(history: History, entry: LedgerEntry) -> None:
    body = entry.body
    assignment = Assignment(
        person=entry.person,
        lesson=body["lesson"],
        due=date.fromisoformat(body["due"]),
        trigger=Trigger.ASSIGNED,
        why=body["why"],
    )
    history.assigned.append((assignment, entry.at))


def _content(history: History, entry: LedgerEntry) -> None:
    history.contents.setdefault(entry.body["digest"], (entry.at, entry.body))


_READERS = {
    EntryKind.BEGAN: _began,
    EntryKind.ANSWERED: _answered,
    EntryKind.FINISHED: _finished,
    EntryKind.ATTESTED: _attested,
    EntryKind.CERTIFICATE: _certificate,
    EntryKind.ASSIGNED: _assigned,
    EntryKind.CONTENT: _content,
}
