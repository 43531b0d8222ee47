"""A picture must be anonymous where no authorization is on file for it; with one, the form's own rules have the say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from before_you_post.records import AnonymousPhoto, AnonymousRoute, Face, FaceExtent, FormKind, Outline
from before_you_post.rules.base import Subject
from before_you_post.rules.cases.clean import CLEAN, FORM, ORIGINAL, PANEL
from before_you_post.rules.conditions.anonymous import decided_anonymous, faces_in, must_be_anonymous

TODAY = CLEAN.today
SPOKEN = replace(FORM, form_kind=FormKind.SPOKEN)
REVOKED = replace(FORM, revoked_on=date(2026, 4, 1))


def subject(day: date | None = TODAY, **changes: object) -> Subject:
    """The clean panel with its form, but for some changes of the panel; ``form`` changes the one that speaks."""
    form = changes.pop("form", FORM)
    return Subject(evidence=CLEAN, day=day, panel=replace(PANEL, **changes), form=form)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "anonymous"),
    [
        pytest.param(subject(), False, id="a form speaks for it"),
        pytest.param(subject(form=REVOKED), False, id="a form with a fault: its own rule says so"),
        pytest.param(subject(form=None, authorizations=()), True, id="the patient has no form"),
        pytest.param(subject(form=None), True, id="the patient had none on that day"),
        pytest.param(subject(form=SPOKEN, authorizations=(SPOKEN,)), True, id="a spoken yes is no form"),
        pytest.param(subject(form=None, authorizations=None), True, id="nobody looked for forms"),
        pytest.param(subject(form=None, patient=None, authorizations=None), True, id="nobody knows whose it is"),
        pytest.param(Subject(evidence=CLEAN, day=TODAY), True, id="not compared with the library"),
        pytest.param(subject(None, form=None), False, id="posted on a day not known, with a form on file"),
        pytest.param(subject(None, form=None, authorizations=()), True, id="posted on a day not known, with none"),
    ],
)
def test_only_without_an_authorization(asked: Subject, anonymous: bool) -> None:
    assert must_be_anonymous(asked) is anonymous


def face(left: float, top: float) -> Face:
    outline: Outline = ((left, top), (left + 100, top), (left + 100, top + 120), (left, top + 120))
    return Face(outline=outline, confidence=0.9, extent=FaceExtent.FULL)


def test_a_face_belongs_to_the_panel_that_holds_its_middle() -> None:
    right_half = replace(PANEL, match=replace(PANEL.match, outline=((540, 0), (1080, 0), (1080, 810), (540, 810))))
    before, after, between = face(200, 300), face(700, 300), face(500, 300)
    assert faces_in(right_half, (before, after, between)) == (after, between)
    assert faces_in(None, (before, after)) == (before, after)
    assert faces_in(right_half, ()) == ()


DECISION = AnonymousPhoto(
    photo=ORIGINAL.id,
    route=AnonymousRoute.LIST,
    decided_by="R. Ames",
    decided_on=TODAY,
    known_to=False,
)


def decided(decision: AnonymousPhoto, day: date | None = TODAY) -> bool:
    evidence = replace(CLEAN, anonymous=(decision,))
    return decided_anonymous(Subject(evidence=evidence, day=day, panel=PANEL)) is decision


@pytest.mark.parametrize(
    ("changes", "whole"),
    [
        ({}, True),
        ({"photo": CLEAN.published.id}, True),
        ({"photo": "P-02/after.jpg"}, False),
        ({"decided_by": None}, False),
        ({"decided_on": None}, False),
        ({"decided_on": date(9999, 1, 1)}, False),
        ({"known_to": True}, False),
        ({"known_to": None}, False),
        ({"route": "eyes blurred"}, False),
        ({"route": None}, False),
        ({"route": AnonymousRoute.EXPERT}, False),  # without a report
        ({"route": AnonymousRoute.EXPERT, "document": "drawer 2", "known_to": None}, True),
    ],
)
def test_a_decision_is_whole_on_one_of_the_two_ways_only(changes: dict[str, Any], whole: bool) -> None:
    assert decided(replace(DECISION, **changes)) is whole


def test_a_decision_speaks_for_no_photo_on_a_day_not_known() -> None:
    assert not decided(DECISION, None)
    assert decided_anonymous(Subject(evidence=CLEAN, day=TODAY, panel=PANEL)) is None
    assert decided_anonymous(Subject(evidence=replace(CLEAN, anonymous=(DECISION,)), day=TODAY)) is None
