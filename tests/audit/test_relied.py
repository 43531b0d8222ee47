"""A form is relied on by the photos for which it speaks, and by no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from before_you_post.audit.relied import relied_on_until, with_reliance
from before_you_post.records import Matter, SubjectKind
from before_you_post.rules.cases.clean import CLEAN, FORM, PANEL, but

OLDER = replace(FORM, id="A-100", signed_on=date(2025, 2, 2), expires_on=date(2026, 3, 31))
REVOKED = replace(FORM, id="A-099", revoked_on=date(2025, 1, 1), signed_on=date(2024, 2, 2))


def test_a_form_is_relied_on_today_while_its_photo_is_up() -> None:
    assert relied_on_until([CLEAN]) == {FORM.id: CLEAN.today}


def test_a_form_was_relied_on_until_its_photo_came_down() -> None:
    removed = but(post={"removed_on": date(2026, 5, 1)})
    assert relied_on_until([removed]) == {FORM.id: date(2026, 5, 1)}
    assert relied_on_until([removed, CLEAN]) == {FORM.id: CLEAN.today}


def test_a_form_that_spoke_on_the_posting_day_only_was_relied_on_until_then() -> None:
    newer = replace(FORM, signed_on=date(2026, 4, 1))
    evidence = but(panel={"authorizations": (OLDER, newer)})
    assert relied_on_until([evidence]) == {OLDER.id: date(2026, 3, 2), FORM.id: CLEAN.today}


def test_a_form_that_does_not_speak_is_not_relied_on() -> None:
    evidence = replace(CLEAN, panels=(replace(PANEL, authorizations=(FORM, REVOKED)),))
    matters = tuple(Matter(kind=SubjectKind.FORM, id=form.id, form=form) for form in (FORM, REVOKED))
    assert [one.relied_on_until for one in with_reliance(matters, [evidence])] == [CLEAN.today, None]


def test_other_matters_stay_as_they_are() -> None:
    practice = Matter(kind=SubjectKind.PRACTICE, id="practice")
    assert with_reliance((practice,), [CLEAN]) == (practice,)


def test_a_photo_nobody_compared_relies_on_nothing() -> None:
    assert relied_on_until([replace(CLEAN, panels=None)]) == {}
