"""The tables an audit is kept in.

An audit is kept photo by photo, and a photo judged exactly as in a former audit is kept once: a practice that
audits every morning stores what changed, not everything again. Findings also stand in a table of their own, so
that history is asked for without reading whole audits.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from sqlalchemy import DateTime, Dialect, ForeignKey, Index, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

VERSION = 3
"""Number of this layout; it is written into every database, so that a newer or older program can tell."""


class AnyText(TypeDecorator[str]):
    """Text that may hold what no encoding can write, such as half a character in a file name from a former system.

    Such names are real (old zip files), and a photo must not escape its audit by having one. Written as JSON
    strings are, which can express every character, and read back unchanged.
    """

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Write."""
        return None if value is None else json.dumps(value)[1:-1]

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Read."""
        return None if value is None else json.loads(f'"{value}"')


class Moment(TypeDecorator[datetime]):
    """A point in time, kept in UTC: SQLite itself forgets the time zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Write."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read."""
        return None if value is None else value.replace(tzinfo=UTC)


class Table(DeclarativeBase):
    """What all tables share."""


class AuditRow(Table):
    """One audit of one practice as of one day."""

    __tablename__ = "audits"
    __table_args__ = (Index("audits_of_a_practice", "practice_key", "as_of", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    practice_key: Mapped[str] = mapped_column(String(32))
    as_of: Mapped[date]
    kept_at: Mapped[datetime] = mapped_column(Moment)  # when it was last found to be so
    digest: Mapped[str] = mapped_column(String(64))  # of everything below and all photos
    practice: Mapped[str] = mapped_column(Text)  # JSON of Practice
    originals: Mapped[int]
    problems: Mapped[str] = mapped_column(Text)  # JSON of the Problems
    without_photo: Mapped[str] = mapped_column(Text)  # JSON of the WithoutPhotos


class JudgedRow(Table):
    """One published photo, or one thing besides photos, as it was judged; several audits may hold the same."""

    __tablename__ = "judged"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    judged: Mapped[str] = mapped_column(Text)  # JSON of JudgedPhoto, without the day of the audit, or of JudgedMatter


class PhotoRow(Table):
    """One published photo of one audit."""

    __tablename__ = "photos"

    audit: Mapped[int] = mapped_column(ForeignKey("audits.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    published: Mapped[str] = mapped_column(AnyText)
    verdict: Mapped[str] = mapped_column(String(16))
    judged: Mapped[str] = mapped_column(ForeignKey("judged.digest"))


class MatterRow(Table):
    """One thing besides photos of one audit: a post, a form, a person, a device, a vendor, the practice itself."""

    __tablename__ = "matters"

    audit: Mapped[int] = mapped_column(ForeignKey("audits.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    judged: Mapped[str] = mapped_column(ForeignKey("judged.digest"))


class FindingRow(Table):
    """One finding of one audit: its key and outcome, which is what history compares."""

    __tablename__ = "findings"

    audit: Mapped[int] = mapped_column(ForeignKey("audits.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(String(16))
    about: Mapped[str] = mapped_column(AnyText)
    rule: Mapped[str] = mapped_column(String)
    panel: Mapped[int | None]
    outcome: Mapped[str] = mapped_column(String(16))


class DecisionRow(Table):
    """What somebody decided about a finding. It names the finding by its key: audits come and go, decisions stay."""

    __tablename__ = "decisions"
    __table_args__ = (Index("decisions_of_a_practice", "practice_key", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    practice_key: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(16))
    subject: Mapped[str] = mapped_column(String(16))
    about: Mapped[str] = mapped_column(AnyText)
    rule: Mapped[str] = mapped_column(String)
    panel: Mapped[int | None]
    by: Mapped[str] = mapped_column(AnyText)
    reason: Mapped[str] = mapped_column(AnyText)
    at: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[date | None]


class MatchDecisionRow(Table):
    """A reviewer's word on one panel: the original it was made from, or one it was not made from."""

    __tablename__ = "match_decisions"
    __table_args__ = (Index("match_decisions_of_a_practice", "practice_key", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    practice_key: Mapped[str] = mapped_column(String(32))
    sha256: Mapped[str] = mapped_column(String(64))
    outline: Mapped[str] = mapped_column(Text)  # JSON: corners in pixels of the published photo
    rejected: Mapped[str | None] = mapped_column(AnyText)
    original: Mapped[str | None] = mapped_column(AnyText)
    by: Mapped[str] = mapped_column(AnyText)
    reason: Mapped[str] = mapped_column(AnyText)
    at: Mapped[datetime] = mapped_column(Moment)


class CacheRow(Table):
    """One remembered result of a slow look at a photo, under a key that names everything it depends on."""

    __tablename__ = "cache"

    practice_key: Mapped[str] = mapped_column(String(32), primary_key=True)
    key: Mapped[str] = mapped_column(String, primary_key=True)
    value: Mapped[str] = mapped_column(Text)
