"""Findings say how old our reading of the law is."""

from __future__ import annotations

from datetime import date

from before_you_post.law.notes import looked_at


def test_the_notes_carry_the_day_they_were_last_looked_at() -> None:
    notes = looked_at()
    assert notes.on == date(2026, 11, 22)
    assert "45 CFR" in notes.covers
    assert "not legal advice" in notes.note
