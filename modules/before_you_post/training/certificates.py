"""Certificates: issued once a lesson is passed and attested, checkable later, lapsing when what was taught changes."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from ..records import Certificate, Lesson, Purpose, Standing, TrainingSettings
from ..report.days import in_words
from .content import Content, what_changed
from .days import months_later
from .history import History
from .people import Learner

_PREFIX = "BYP"
_DIGITS = 20  # of base 32: a hundred bits


def certificate_id(certificate: Certificate) -> str:
    """The id that the other fields give: "BYP-" and groups of a digest over all of them."""
    fields = [
        certificate.person,
        certificate.name,
        certificate.lesson,
        certificate.title,
        certificate.issued_at.isoformat(),
        certificate.content,
        certificate.right,
        certificate.asked,
        certificate.practice,
        certificate.ledger,
    ]
    digest = hashlib.sha256(json.dumps(fields, ensure_ascii=True, separators=(",", ":")).encode("ascii")).digest()
    letters = base64.b32encode(digest).decode("ascii")[:_DIGITS]
    return "-".join([_PREFIX, *(letters[start : start + 5] for start in range(0, _DIGITS, 5))])


def fits(certificate: Certificate) -> bool:
    """Whether the id is the one its fields give."""
    return certificate.id == certificate_id(certificate)


def new_certificate(
    history: History, *, learner: Learner, lesson: Lesson, content: str, practice: str, ledger: str, at: datetime
) -> Certificate | None:
    """The certificate somebody has earned since their last one for this lesson: passed, and attested."""
    mine = [one for one in history.certificates if (one.person, one.lesson) == (learner.person, lesson.slug)]
    since = mine[-1].issued_at if mine else datetime.min.replace(tzinfo=at.tzinfo)
    passed = [
        one
        for one in history.of(learner.person)
        if one.lesson == lesson.slug
        and one.passed
        and one.purpose is not Purpose.REVIEW
        and one.content == content
        and one.ended_at is not None
        and one.ended_at > since
    ]
    attested = any(
        (one.person, one.lesson, one.content) == (learner.person, lesson.slug, content) and one.at > since
        for one in history.attestations
    )
    if not passed or not attested:
        return None
    best = max(passed, key=lambda one: one.right / len(one.asked))
    made = Certificate(
        id="",
        person=learner.person,
        name=learner.name,
        lesson=lesson.slug,
        title=lesson.title,
        issued_at=at,
        content=content,
        right=best.right,
        asked=len(best.asked),
        practice=practice,
        ledger=ledger,
    )
    return replace(made, id=certificate_id(made))


def standings(
    history: History, person: str, contents: Mapping[str, Content], settings: TrainingSettings, today: date
) -> tuple[Standing, ...]:
    """A person's certificates, newest first; each holds, or the reason why not is told."""
    found: list[Standing] = []
    newer: dict[str, Certificate] = {}
    for one in reversed([one for one in history.certificates if one.person == person]):
        reason = _reason(
            one,
            newer.get(one.lesson),
            history=history,
            content=contents.get(one.lesson),
            settings=settings,
            today=today,
        )
        found.append(Standing(certificate=one, holds=not reason, reason=reason))
        newer.setdefault(one.lesson, one)
    return tuple(found)


def _reason(
    one: Certificate,
    newer: Certificate | None,
    *,
    history: History,
    content: Content | None,
    settings: TrainingSettings,
    today: date,
) -> str:
    if newer is not None:
        return f"A newer certificate of {in_words(newer.issued_at.date())} took its place."
    if content is None:
        return "The course has this lesson no longer."
    if content.digest != one.content:
        _, former = history.contents.get(one.content, (None, None))
        since, _ = history.contents.get(content.digest, (None, None))
        return what_changed(former, content, since.date() if since else today)
    months = settings.refresher_months
    if months_later(one.issued_at.date(), months) < today:
        return f"It is more than {months} months old. Your practice asks for a refresher every {months} months."
    return ""
