"""What people decided is kept for good, whatever audits come after, and the last word counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import handmade_audits as handmade
from before_you_post.records import Decision, DecisionKind, MatchDecision, Outline, SubjectKind
from before_you_post.store import PracticeStore, Store
from before_you_post.store.decisions import same_panel, standing

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LEFT: Outline = ((0.0, 0.0), (500.0, 0.0), (500.0, 600.0), (0.0, 600.0))
RIGHT: Outline = ((510.0, 0.0), (1010.0, 0.0), (1010.0, 600.0), (510.0, 600.0))
MOVED: Outline = tuple((x + 20.0, y - 15.0) for x, y in LEFT)


def decision(kind: DecisionKind = DecisionKind.DISMISS, *, minutes: int = 0) -> Decision:
    return Decision(
        kind=kind,
        subject=SubjectKind.PANEL,
        about="website/profile/nose.jpg",
        rule="hipaa-auth-revoked",
        panel=1,
        by="R. Osei",
        reason="The patient signed again on paper.",
        at=NOW + timedelta(minutes=minutes),
        until=date(2027, 1, 31) if kind is DecisionKind.WAIVE else None,
    )


def word(
    *, rejected: str | None = None, original: str | None = None, outline: Outline = LEFT, sha256: str = "ab" * 32
) -> MatchDecision:
    return MatchDecision(
        sha256=sha256, outline=outline, rejected=rejected, original=original, by="R. Osei", reason="Looked.", at=NOW
    )


@pytest.fixture
def kept(tmp_path: Path) -> PracticeStore:
    return Store(tmp_path / "home").practice(tmp_path / "practice")


def test_decisions_are_read_back_in_the_order_they_were_made(kept: PracticeStore) -> None:
    made = [decision(kind, minutes=at) for at, kind in enumerate(DecisionKind)]
    for one in made:
        kept.decisions.add(one)
    assert kept.decisions.findings() == tuple(made)


def test_an_audit_carries_every_decision_and_loses_none(kept: PracticeStore) -> None:
    kept.decisions.add(decision())
    kept.decisions.add_match(word(rejected="P-01/after.jpg"))
    saved = kept.save(handmade.audit(handmade.revoked("nose.jpg")))
    again = kept.save(handmade.audit(handmade.judged("chin.jpg")))
    assert saved.decisions == again.decisions == (decision(),)
    assert kept.latest() == again
    assert again.match_decisions == (word(rejected="P-01/after.jpg"),)


def test_another_practice_hears_nothing_of_them(kept: PracticeStore, tmp_path: Path) -> None:
    kept.decisions.add(decision())
    kept.decisions.add_match(word(original="P-01/after.jpg"))
    other = Store(tmp_path / "home").practice(tmp_path / "other").decisions
    assert (other.findings(), other.matches()) == ((), ())


def test_forgetting_audits_alone_leaves_what_people_decided(kept: PracticeStore) -> None:
    kept.save(handmade.audit(handmade.revoked("nose.jpg")))
    kept.decisions.add(decision())
    assert kept.forget(audits_only=True).decisions == 0
    assert kept.decisions.findings() == (decision(),)


def test_forgetting_the_practice_takes_what_people_decided_along(kept: PracticeStore, tmp_path: Path) -> None:
    kept.decisions.add(decision())
    kept.decisions.add_match(word(rejected="P-01/after.jpg"))
    assert kept.forget().decisions == 2
    assert (kept.decisions.findings(), kept.decisions.every_match()) == ((), ())
    files = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert not any(b"signed again on paper" in path.read_bytes() for path in files)


def test_originals_that_a_panel_was_not_made_from_add_up() -> None:
    said = (word(rejected="a.jpg"), word(rejected="b.jpg"))
    assert standing(said) == said


def test_naming_the_original_settles_the_panel() -> None:
    named = word(original="c.jpg")
    assert standing([word(rejected="a.jpg"), word(original="b.jpg"), named]) == (named,)


def test_rejecting_an_original_takes_back_that_it_was_named() -> None:
    assert standing([word(original="b.jpg"), word(rejected="b.jpg")]) == (word(rejected="b.jpg"),)


def test_a_word_that_names_nothing_takes_everything_back() -> None:
    assert standing([word(rejected="a.jpg"), word(original="b.jpg"), word()]) == ()


def test_a_word_on_one_panel_or_file_says_nothing_about_another() -> None:
    said = (word(original="a.jpg"), word(original="b.jpg", outline=RIGHT), word(original="c.jpg", sha256="cd" * 32))
    assert standing(said) == said


def test_a_panel_is_the_same_one_when_its_corners_moved_a_little() -> None:
    assert same_panel(LEFT, MOVED)
    assert not same_panel(LEFT, RIGHT)
    assert standing([word(original="a.jpg"), word(original="b.jpg", outline=MOVED)]) == (
        word(original="b.jpg", outline=MOVED),
    )


@given(st.lists(st.tuples(st.sampled_from([None, "a", "b"]), st.sampled_from([None, "a", "b"])), max_size=8))
def test_no_panel_ever_has_two_originals_or_one_that_was_rejected(said: list[tuple[str | None, str | None]]) -> None:
    stands = standing(word(rejected=rejected, original=original) for rejected, original in said)
    named = [one.original for one in stands if one.original]
    later = stands[stands.index(next(one for one in stands if one.original)) + 1 :] if named else ()
    assert len(named) <= 1
    assert not set(named) & {one.rejected for one in later}
