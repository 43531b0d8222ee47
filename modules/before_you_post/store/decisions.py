"""What people decided about findings and matches: written down once, never changed, and read by every later audit.

An audit can be made again; what somebody looked up in the chart and decided cannot. So no audit touches these
tables, and nothing is ever overwritten: who takes a decision back writes a further one. Only forgetting the whole
practice deletes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Engine, insert, select

from ..records import Decision, DecisionKind, MatchDecision, Outline, SubjectKind
from .database import writing
from .schema import DecisionRow, MatchDecisionRow

_SAME_PANEL = 0.5  # share of their common box that two outlines of one panel overlap at least


class DecisionLog:
    """Every decision about one practice, oldest first."""

    def __init__(self, engine: Engine, practice_key: str) -> None:
        self._engine = engine
        self._practice_key = practice_key

    def add(self, decision: Decision) -> None:
        """Write down a decision about a finding."""
        row = {
            "practice_key": self._practice_key,
            "kind": decision.kind.value,
            "subject": decision.subject.value,
            "about": decision.about,
            "rule": decision.rule,
            "panel": decision.panel,
            "by": decision.by,
            "reason": decision.reason,
            "at": decision.at,
            "until": decision.until,
        }
        with writing(self._engine) as connection:
            connection.execute(insert(DecisionRow), [row])

    def add_match(self, decision: MatchDecision) -> None:
        """Write down a reviewer's word on a panel. One that names no original at all takes earlier words back."""
        row = {
            "practice_key": self._practice_key,
            "sha256": decision.sha256,
            "outline": json.dumps(decision.outline),
            "rejected": decision.rejected,
            "original": decision.original,
            "by": decision.by,
            "reason": decision.reason,
            "at": decision.at,
        }
        with writing(self._engine) as connection:
            connection.execute(insert(MatchDecisionRow), [row])

    def findings(self) -> tuple[Decision, ...]:
        """Every decision about a finding, in the order they were made."""
        mine = select(DecisionRow.__table__).where(DecisionRow.practice_key == self._practice_key)
        with self._engine.connect() as connection:
            rows = connection.execute(mine.order_by(DecisionRow.id)).all()
        return tuple(
            Decision(
                kind=DecisionKind(row.kind),
                subject=SubjectKind(row.subject),
                about=row.about,
                rule=row.rule,
                panel=row.panel,
                by=row.by,
                reason=row.reason,
                at=row.at,
                until=row.until,
            )
            for row in rows
        )

    def every_match(self) -> tuple[MatchDecision, ...]:
        """Every word on a match, those taken back included, in the order they were said."""
        mine = select(MatchDecisionRow.__table__).where(MatchDecisionRow.practice_key == self._practice_key)
        with self._engine.connect() as connection:
            rows = connection.execute(mine.order_by(MatchDecisionRow.id)).all()
        return tuple(
            MatchDecision(
                sha256=row.sha256,
                outline=tuple((float(x), float(y)) for x, y in json.loads(row.outline)),
                rejected=row.rejected,
                original=row.original,
                by=row.by,
                reason=row.reason,
                at=row.at,
            )
            for row in rows
        )

    def matches(self) -> tuple[MatchDecision, ...]:
        """The words on matches that stand, oldest first: what an audit has to obey."""
        return standing(self.every_match())


def standing(words: Iterable[MatchDecision]) -> tuple[MatchDecision, ...]:
    """Those words on matches that no later word on the same panel has overtaken.

    A panel of which the original was named is settled: earlier words on it are overtaken. Originals that a panel was
    not made from add up, and to reject an original takes back that it was named. A word that names none takes back
    everything said about the panel before.
    """
    kept: list[MatchDecision] = []
    for word in words:
        earlier = [one for one in kept if one.sha256 == word.sha256 and same_panel(one.outline, word.outline)]
        for one in earlier:
            settles_anew = word.rejected is None or word.original is not None
            if settles_anew or word.rejected in (one.original, one.rejected):
                kept.remove(one)
        if word.rejected is not None or word.original is not None:
            kept.append(word)
    return tuple(kept)


def same_panel(one: Outline, other: Outline) -> bool:
    """Whether two outlines in one photo are the same panel: the boxes around them overlap by half of their union.

    A panel is found anew in every audit, and once its original was fixed by hand its corners move a little.
    """
    (left, top, right, bottom), (left2, top2, right2, bottom2) = _box(one), _box(other)
    across, down = min(right, right2) - max(left, left2), min(bottom, bottom2) - max(top, top2)
    if across <= 0 or down <= 0:
        return one == other
    common = across * down
    union = (right - left) * (bottom - top) + (right2 - left2) * (bottom2 - top2) - common
    return common >= _SAME_PANEL * union


def _box(outline: Outline) -> tuple[float, float, float, float]:
    if not outline:
        return 0.0, 0.0, 0.0, 0.0
    across, down = [x for x, _ in outline], [y for _, y in outline]
    return min(across), min(down), max(across), max(down)
