"""What the last kept audit found, without reading the audit: the home page asks, and must not wait.

Read from the table of findings alone, with the day each was first found. Nothing is made where nothing was kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Engine, Row, and_, func, select

from ..records import Decision, Finding, Outcome, SubjectKind
from .database import open_database
from .decisions import DecisionLog
from .home import practice_key
from .schema import AuditRow, FindingRow

_PUBLISHED = (SubjectKind.PHOTO, SubjectKind.PANEL, SubjectKind.POST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A rule that something published breaks, and since when that is known. ``observed`` is not read."""

    finding: Finding
    since: date  # the day of the first audit that found it


@dataclass(frozen=True, slots=True, kw_only=True)
class LastFound:
    """What the audit kept last found of published photos and posts."""

    as_of: date
    kept_at: datetime
    broken: tuple[Broken, ...]
    decisions: tuple[Decision, ...]  # every one ever made, oldest first


def last_found(home: Path, folder: Path) -> LastFound | None:
    """What the last kept audit of a practice found to be broken, or None where none was kept."""
    path = home / "before-you-post.sqlite"
    if not path.is_file():
        return None
    engine, key = open_database(path), practice_key(folder)
    try:
        return _read(engine, key)
    finally:
        engine.dispose()


def _read(engine: Engine, key: str) -> LastFound | None:
    mine = AuditRow.practice_key == key
    with engine.connect() as connection:
        last = connection.execute(
            select(AuditRow.id, AuditRow.as_of, AuditRow.kept_at)
            .where(mine)
            .order_by(AuditRow.kept_at.desc(), AuditRow.id.desc())
            .limit(1)
        ).one_or_none()
        if last is None:
            return None
        same = (FindingRow.subject, FindingRow.about, FindingRow.rule, func.coalesce(FindingRow.panel, -1))
        broken = and_(
            FindingRow.outcome == Outcome.FAIL.value, FindingRow.subject.in_([one.value for one in _PUBLISHED])
        )
        first = connection.execute(
            select(*same, func.min(AuditRow.as_of))
            .join(AuditRow, AuditRow.id == FindingRow.audit)
            .where(mine, broken)
            .group_by(*same)
        )
        since = {tuple(row[:4]): row[4] for row in first}
        rows = connection.execute(
            select(FindingRow.__table__).where(FindingRow.audit == last.id, broken).order_by(FindingRow.position)
        )
        found = tuple(_broken(row, since[_key(row)]) for row in rows)
    return LastFound(
        as_of=last.as_of, kept_at=last.kept_at, broken=found, decisions=DecisionLog(engine, key).findings()
    )


def _key(row: Row[tuple[object, ...]]) -> tuple[object, ...]:
    return row.subject, row.about, row.rule, -1 if row.panel is None else row.panel


def _broken(row: Row[tuple[object, ...]], since: date) -> Broken:
    finding = Finding(
        rule=row.rule,
        subject=SubjectKind(row.subject),
        about=row.about,
        panel=row.panel,
        outcome=Outcome.FAIL,
        at_posting=Outcome.FAIL,
        today=Outcome.FAIL,
        observed="",
    )
    return Broken(finding=finding, since=since)
