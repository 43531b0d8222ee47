"""One practice's kept audits: keep one, read the last, and say what changed.

What "since the last audit" means is decided here. An audit is compared with the last one that found something
else. Opening the dashboard twice, or auditing every morning while nothing changes, therefore does not wipe out
"what changed": the news stays until there is other news. Audits as of a later day are never compared with: an
audit as of last June looks back from last June.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, and_, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from ..audit import BAD, Key, changes, findings, keys
from ..collect import Progress, quiet
from ..records import Audit, Change, Decision, MatchDecision, SubjectKind
from . import packing
from .cache import Cache
from .database import writing
from .decisions import DecisionLog
from .forgetting import Forgotten, forget_rows
from .home import practice_key, private_folder, refuse_inside
from .schema import AuditRow, FindingRow, JudgedRow, MatterRow, PhotoRow, Table
from .turn import turn

Fields = dict[str, Any]

_HISTORY = 50  # audits looked back on; more would not change what a person does next


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An audit as it was kept, with what changed since the last audit that found something else."""

    audit: Audit
    changes: tuple[Change, ...]  # empty where there is no such earlier audit
    previous: date | None  # the day of that earlier audit
    kept_at: datetime  # UTC
    decisions: tuple[Decision, ...] = ()  # every one ever made, oldest first
    match_decisions: tuple[MatchDecision, ...] = ()  # those that stand


class PracticeStore:
    """What is kept of one practice: audits, what people decided, what was worked out before, its library's index."""

    def __init__(self, engine: Engine, home: Path, folder: Path) -> None:
        refuse_inside(home, folder)
        self._engine = engine
        self._key = practice_key(folder)
        self._folder = private_folder(home / "practices" / self._key)
        self.index_folder = private_folder(self._folder / "index")
        self.cache = Cache(engine, self._key)
        self.decisions = DecisionLog(engine, self._key)

    @contextmanager
    def turn(self, progress: Progress = quiet) -> Iterator[None]:
        """Hold off other audits of this practice while the block runs; wait for one that is running."""
        message = "Waiting for another audit of this practice to end"
        with turn(self._folder / "audit.lock", waiting=lambda: progress(message, 0, 1)):
            yield

    def save(self, audit: Audit) -> Kept:
        """Keep an audit, whole or not at all; one that equals the last of the same day only renews its time."""
        now = datetime.now(UTC)
        self.cache.flush()
        with writing(self._engine) as connection:
            number = _write(connection, self._key, audit, now)
            earlier = self._earlier(connection, audit.as_of, number)
        return self._with_decisions(_compare(audit, earlier, now))

    def latest(self) -> Kept | None:
        """Return the audit kept last, or None where there is none."""
        last = (
            select(AuditRow.__table__)
            .where(AuditRow.practice_key == self._key)
            .order_by(AuditRow.kept_at.desc(), AuditRow.id.desc())
            .limit(1)
        )
        with self._engine.connect() as connection:
            row = connection.execute(last).one_or_none()
            if row is None:
                return None
            audit = _read(connection, row)
            earlier = self._earlier(connection, row.as_of, row.id)
        return self._with_decisions(_compare(audit, earlier, row.kept_at))

    def history(self) -> tuple[tuple[date, frozenset[Key]], ...]:
        """Return the open findings of the last 50 kept audits with the day of each, oldest first."""
        with self._engine.connect() as connection:
            return self._earlier(connection, date.max, 0)

    def forget(self, *, audits_only: bool = False) -> Forgotten:
        """Delete what is kept of this practice for good: audits, decisions, what was worked out, its library's index.

        ``audits_only`` leaves what was decided, and what was worked out about pictures, so that the next is quick.
        """
        with self.turn():
            self.cache.flush()
            forgotten = forget_rows(self._engine, self._key, audits_only=audits_only)
            if not audits_only:
                shutil.rmtree(self.index_folder)
                private_folder(self.index_folder)
        return forgotten

    def _with_decisions(self, kept: Kept) -> Kept:
        return replace(kept, decisions=self.decisions.findings(), match_decisions=self.decisions.matches())

    def _earlier(self, connection: Connection, as_of: date, number: int) -> tuple[tuple[date, frozenset[Key]], ...]:
        before = or_(AuditRow.as_of < as_of, and_(AuditRow.as_of == as_of, AuditRow.id < number))
        last = (
            select(AuditRow.id, AuditRow.as_of)
            .where(AuditRow.practice_key == self._key, before)
            .order_by(AuditRow.as_of.desc(), AuditRow.id.desc())
            .limit(_HISTORY)
        )
        return tuple((row.as_of, _open_keys(connection, row.id)) for row in reversed(connection.execute(last).all()))


def _compare(audit: Audit, earlier: Sequence[tuple[date, frozenset[Key]]], kept_at: datetime) -> Kept:
    now = keys(audit)
    different = list(earlier)
    while different and different[-1][1] == now:
        different.pop()
    if not different:
        # nothing else was ever found: the last equal audit shows that nothing changed, the first has no "before"
        return Kept(audit=audit, changes=(), previous=earlier[-1][0] if earlier else None, kept_at=kept_at)
    found = changes(audit, [former for _, former in different])
    return Kept(audit=audit, changes=found, previous=different[-1][0], kept_at=kept_at)


def _write(connection: Connection, key: str, audit: Audit, now: datetime) -> int:
    packed = [packing.pack_photo(photo) for photo in audit.photos]
    digests = [packing.digest([text]) for text in packed]
    matters = [packing.pack_matter(one) for one in audit.matters]
    practice, problems = packing.pack_practice(audit.practice), packing.pack_problems(audit.problems)
    without_photo = packing.pack_without_photo(audit.without_photo)
    whole = packing.digest([practice, problems, without_photo, str(audit.originals), *digests, *matters])
    same_day = (
        select(AuditRow.id, AuditRow.digest)
        .where(AuditRow.practice_key == key, AuditRow.as_of == audit.as_of)
        .order_by(AuditRow.id.desc())
        .limit(1)
    )
    last = connection.execute(same_day).one_or_none()
    if last is not None and last.digest == whole:
        connection.execute(update(AuditRow).where(AuditRow.id == last.id).values(kept_at=now))
        return int(last.id)
    row = insert(AuditRow).values(
        practice_key=key,
        as_of=audit.as_of,
        kept_at=now,
        digest=whole,
        practice=practice,
        originals=audit.originals,
        problems=problems,
        without_photo=without_photo,
    )
    number = int(connection.execute(row.returning(AuditRow.id)).scalar_one())
    _write_photos(connection, number, audit, packed, digests)
    _write_matters(connection, number, matters)
    _write_findings(connection, number, audit)
    return number


def _write_photos(connection: Connection, number: int, audit: Audit, packed: list[str], digests: list[str]) -> None:
    judged = [{"digest": one, "judged": text} for one, text in zip(digests, packed, strict=True)]
    photos = [
        {
            "audit": number,
            "position": position,
            "published": photo.evidence.published.id,
            "verdict": photo.verdict.value,
            "judged": one,
        }
        for position, (photo, one) in enumerate(zip(audit.photos, digests, strict=True))
    ]
    _insert(connection, judged, photos, PhotoRow)


def _write_matters(connection: Connection, number: int, packed: list[str]) -> None:
    digests = [packing.digest([text]) for text in packed]
    judged = [{"digest": one, "judged": text} for one, text in zip(digests, packed, strict=True)]
    rows = [{"audit": number, "position": position, "judged": one} for position, one in enumerate(digests)]
    _insert(connection, judged, rows, MatterRow)


def _insert(
    connection: Connection,
    judged: Sequence[Mapping[str, object]],
    rows: Sequence[Mapping[str, object]],
    table: type[Table],
) -> None:
    if rows:
        connection.execute(insert(JudgedRow).on_conflict_do_nothing(), judged)
        connection.execute(insert(table), rows)


def _write_findings(connection: Connection, number: int, audit: Audit) -> None:
    rows = [
        {
            "audit": number,
            "position": position,
            "subject": finding.subject.value,
            "about": finding.about,
            "rule": finding.rule,
            "panel": finding.panel,
            "outcome": finding.outcome.value,
        }
        for position, finding in enumerate(findings(audit))
    ]
    if rows:
        connection.execute(insert(FindingRow), rows)


def _read(connection: Connection, row: Row[tuple[object, ...]]) -> Audit:
    photos, matters = (
        select(JudgedRow.judged)
        .join(table, table.judged == JudgedRow.digest)
        .where(table.audit == row.id)
        .order_by(table.position)
        for table in (PhotoRow, MatterRow)
    )
    return Audit(
        practice=packing.unpack_practice(row.practice),
        as_of=row.as_of,
        originals=row.originals,
        photos=tuple(packing.unpack_photo(text, row.as_of) for text in connection.scalars(photos)),
        problems=packing.unpack_problems(row.problems),
        without_photo=packing.unpack_without_photo(row.without_photo),
        matters=tuple(packing.unpack_matter(text) for text in connection.scalars(matters)),
    )


def _open_keys(connection: Connection, number: int) -> frozenset[Key]:
    wanted = select(FindingRow.subject, FindingRow.about, FindingRow.rule, FindingRow.panel).where(
        FindingRow.audit == number, FindingRow.outcome.in_([outcome.value for outcome in BAD])
    )
    return frozenset((SubjectKind(row.subject), row.about, row.rule, row.panel) for row in connection.execute(wanted))
