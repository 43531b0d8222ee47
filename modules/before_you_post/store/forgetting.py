"""Forget a practice: what was kept of it is deleted, and not only struck out.

Kept audits name patients, and what was worked out about pictures holds the words read in them. A practice that
leaves, or a machine that is passed on, must be able to be rid of both. What people decided goes only with everything
else: deleting audits alone starts a new history, and must not undo anybody's decision. A database file keeps deleted
rows until something overwrites them, so it is written anew afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine, delete, select, union

from .database import writing
from .schema import AuditRow, CacheRow, DecisionRow, JudgedRow, MatchDecisionRow, MatterRow, PhotoRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """How much was deleted."""

    audits: int
    remembered: int  # results of looking at a picture
    decisions: int = 0  # about findings and about matches


def forget_rows(engine: Engine, practice_key: str, *, audits_only: bool) -> Forgotten:
    """Delete a practice's audits and, unless ``audits_only``, what was worked out about its pictures and decided.

    What another practice keeps is not touched. All of it is deleted, or nothing.
    """
    with writing(engine) as connection:
        # photos and findings go with their audit (ON DELETE CASCADE); a judgement once no audit holds it
        audits = connection.execute(delete(AuditRow).where(AuditRow.practice_key == practice_key)).rowcount
        held = union(select(PhotoRow.judged), select(MatterRow.judged))
        connection.execute(delete(JudgedRow).where(JudgedRow.digest.not_in(held)))
        remembered = decisions = 0
        if not audits_only:
            remembered = connection.execute(delete(CacheRow).where(CacheRow.practice_key == practice_key)).rowcount
            for table in (DecisionRow, MatchDecisionRow):
                decisions += connection.execute(delete(table).where(table.practice_key == practice_key)).rowcount
    _write_anew(engine)
    return Forgotten(audits=audits, remembered=remembered, decisions=decisions)


def _write_anew(engine: Engine) -> None:
    connection = engine.raw_connection()
    try:
        for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            connection.cursor().execute(statement)
    finally:
        connection.close()
