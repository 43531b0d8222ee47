"""A decision stands beside its finding until it loses its force, and never silently."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import handmade_audits as handmade
from before_you_post.records import Decision, DecisionKind, Outcome
from before_you_post.report.decided import Decisions, decisions
from before_you_post.report.table import findings_table, table
from before_you_post.store import Kept

KEPT_AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
FOUND = handmade.finding("website/profile/nose.jpg")


def decision(kind: DecisionKind, *, after: timedelta = timedelta(minutes=5), until: date | None = None) -> Decision:
    return Decision(
        kind=kind,
        subject=FOUND.subject,
        about=FOUND.about,
        rule=FOUND.rule,
        panel=FOUND.panel,
        by="R. Osei",
        reason="Looked it up.",
        at=KEPT_AT + after,
        until=until,
    )


def kept(*made: Decision) -> Kept:
    audit = handmade.audit(handmade.revoked("nose.jpg"))
    return Kept(audit=audit, changes=(), previous=None, kept_at=KEPT_AT, decisions=made)


def test_nobody_decided_means_undecided() -> None:
    assert Decisions().about(FOUND) is None
    assert Decisions().undecided([FOUND]) == 1


def test_the_last_decision_counts() -> None:
    last = decisions(kept(decision(DecisionKind.CONFIRM), decision(DecisionKind.DISMISS))).about(FOUND)
    assert last is not None
    assert last.decision.kind is DecisionKind.DISMISS
    assert last.holds


def test_a_decision_taken_back_leaves_the_finding_undecided() -> None:
    decided = decisions(kept(decision(DecisionKind.CONFIRM), decision(DecisionKind.REOPEN)))
    assert decided.about(FOUND) is None
    assert decided.undecided([FOUND]) == 1


def test_a_waiver_holds_on_its_last_day_and_not_after() -> None:
    on_the_day = decisions(kept(decision(DecisionKind.WAIVE, until=handmade.TODAY))).about(FOUND)
    over = decisions(kept(decision(DecisionKind.WAIVE, until=handmade.TODAY - timedelta(days=1)))).about(FOUND)
    assert on_the_day is not None
    assert over is not None
    assert (on_the_day.holds, over.holds) == (True, False)
    assert over.note == "The waiver ended on 2026-11-21, so it is open again."


def test_taken_down_is_open_again_once_a_later_audit_still_finds_it() -> None:
    fresh = decisions(kept(decision(DecisionKind.TAKEN_DOWN)))
    still = decisions(kept(decision(DecisionKind.TAKEN_DOWN, after=-timedelta(days=1))))
    assert (fresh.undecided([FOUND]), still.undecided([FOUND])) == (0, 1)
    assert (told := still.about(FOUND)) is not None
    assert told.note


def test_what_was_not_checked_waits_for_nobody_s_decision() -> None:
    assert Decisions().undecided([handmade.finding("website/profile/nose.jpg", outcome=Outcome.NOT_CHECKED)]) == 0


def test_a_decision_about_another_panel_or_rule_is_another_decision() -> None:
    decided = decisions(kept(decision(DecisionKind.DISMISS)))
    assert decided.about(handmade.finding("website/profile/nose.jpg", panel=2)) is None
    assert decided.about(handmade.finding("website/profile/nose.jpg", "hipaa-auth-channel")) is None


def test_tables_show_who_decided_what_and_when() -> None:
    decided = decisions(made := kept(decision(DecisionKind.WAIVE, until=date(2027, 1, 31))))
    row = findings_table(made.audit, decisions=decided).iloc[0]
    assert (row["decision"], row["decided_by"]) == ("Waived", "R. Osei")
    assert row["decision_reason"] == "Looked it up. Until 2027-01-31."
    assert table(made.audit, decisions=decided).iloc[0]["undecided"] == 0
    assert table(made.audit).iloc[0]["undecided"] == 1
