"""What people decided about findings, as a report shows it: the last word, and whether it still settles the matter.

A decision never changes a verdict: the verdict says what the checks found, the decision says what a person made of
it. Two decisions lose their force by themselves, so that nothing is forgotten: a waiver when its last day has passed,
and "taken down" when a later audit finds the same again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from ..audit import BAD, Key
from ..records import Decision, DecisionKind, Finding
from . import phrases

if TYPE_CHECKING:
    from ..store import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The last decision about a finding."""

    decision: Decision
    holds: bool  # it settles the finding, as of the audit
    note: str = ""  # why it does not, in words

    @property
    def on(self) -> date:
        """The day it was made, by the clock of this machine."""
        return self.decision.at.astimezone().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The last decision about each finding of one audit; without any, every open finding is undecided."""

    last: Mapping[Key, Decision] = field(default_factory=dict)
    as_of: date = date.max
    kept_at: datetime | None = None

    def about(self, finding: Finding) -> Standing | None:
        """The decision that was made last; ``None`` where none was, or it was taken back."""
        last = self.last.get(key(finding))
        if last is None or last.kind is DecisionKind.REOPEN:
            return None
        if last.kind is DecisionKind.WAIVE and last.until is not None and last.until < self.as_of:
            return Standing(decision=last, holds=False, note=phrases.waiver_over(last.until))
        if last.kind is DecisionKind.TAKEN_DOWN and self.kept_at is not None and last.at < self.kept_at:
            return Standing(decision=last, holds=False, note=phrases.STILL_FOUND)
        return Standing(decision=last, holds=True)

    def undecided(self, findings: Iterable[Finding]) -> int:
        """How many findings wait for somebody: found or to be judged, and not settled by a decision."""
        waiting = (one for one in findings if one.outcome in BAD)
        return sum(1 for one in waiting if (standing := self.about(one)) is None or not standing.holds)


UNDECIDED = Decisions()  # where nobody looks up what was decided


def decisions(kept: Kept) -> Decisions:
    """The decisions that go with a kept audit."""
    last = {(one.subject, one.about, one.rule, one.panel): one for one in kept.decisions}
    return Decisions(last=last, as_of=kept.audit.as_of, kept_at=kept.kept_at)


def key(finding: Finding) -> Key:
    """What a decision names a finding by, from audit to audit."""
    return finding.subject, finding.about, finding.rule, finding.panel
