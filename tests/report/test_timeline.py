"""The days of a photo in order, and the difference between never covered and no longer covered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.records import Evidence, NotAPatientPhoto
from before_you_post.report.timeline import Cover, Step, Timeline, timeline
from before_you_post.rules.cases.clean import CLEAN, but

POSTED, TODAY = date(2026, 3, 2), date(2026, 11, 22)


def steps(days: Timeline) -> list[tuple[date, Step]]:
    return [(one.on, one.step) for one in days.moments]


def covered(evidence: Evidence) -> tuple[Cover, str]:
    (one,) = timeline(evidence).covered
    return one.cover, one.words


def test_everything_with_a_date_stands_in_order() -> None:
    assert steps(timeline(CLEAN)) == [
        (date(2026, 1, 20), Step.TAKEN),
        (date(2026, 2, 2), Step.SIGNED),
        (POSTED, Step.POSTED),
        (TODAY, Step.TODAY),
        (date(2027, 2, 1), Step.ENDED),
    ]


def test_each_day_of_a_form_names_the_form() -> None:
    of_the_form = {one.step for one in timeline(CLEAN).moments if one.form == "A-101"}
    assert of_the_form == {Step.SIGNED, Step.ENDED}


def test_what_nothing_is_known_against_is_said_so_and_no_more() -> None:
    cover, words = covered(CLEAN)
    assert cover is Cover.COVERED
    assert words == "Nothing is known against authorization A-101, neither when it was posted nor today."


@pytest.mark.parametrize(
    ("form", "cause"),
    [
        ({"revoked_on": date(2026, 8, 1)}, "was revoked on 2026-08-01"),
        ({"expires_on": date(2026, 7, 31)}, "ended on 2026-07-31"),
    ],
)
def test_a_form_that_went_while_the_photo_was_up_asks_to_take_it_down(form: dict[str, Any], cause: str) -> None:
    cover, words = covered(but(form=form))
    assert cover is Cover.WITHDRAWN
    assert cause in words
    assert words.endswith("Take it down.")


def test_one_that_was_taken_down_before_that_stays_covered() -> None:
    removed = {"removed_on": date(2026, 7, 31)}
    cover, words = covered(but(form={"revoked_on": date(2026, 8, 1)}, post=removed))
    assert cover is Cover.COVERED
    assert "when it was taken down" in words


def test_one_that_was_taken_down_late_says_when() -> None:
    removed = {"removed_on": date(2026, 8, 20)}
    cover, words = covered(but(form={"revoked_on": date(2026, 8, 1)}, post=removed))
    assert cover is Cover.WITHDRAWN
    assert words.endswith("It was taken down on 2026-08-20.")


def test_a_photo_that_never_had_a_form_was_never_covered() -> None:
    cover, words = covered(but(panel={"authorizations": ()}))
    assert cover is Cover.NEVER
    assert "No authorization is on file" in words


def test_a_form_revoked_before_the_posting_never_covered_it() -> None:
    assert covered(but(form={"revoked_on": date(2026, 3, 1)}))[0] is Cover.NEVER


def test_a_form_signed_later_does_not_reach_back() -> None:
    cover, words = covered(but(form={"signed_on": date(2026, 5, 1)}))
    assert cover is Cover.LATER
    assert "does not reach back" in words


@pytest.mark.parametrize(
    "evidence", [but(panel={"patient": None}), but(panel={"authorizations": None}), but(post={"published_on": None})]
)
def test_what_nobody_knows_is_not_called_covered(evidence: Evidence) -> None:
    assert covered(evidence)[0] is Cover.UNKNOWN


def test_a_missing_day_is_said_to_be_missing() -> None:
    undated = timeline(but(post={"published_on": None}, original={"taken_on": None})).undated
    assert undated == (
        "The day of posting is not recorded.",
        "The day on which P-01/after.jpg was taken is not recorded.",
    )


def test_what_is_no_patient_photo_has_no_cover_to_speak_of() -> None:
    logo = NotAPatientPhoto(file="nose.jpg", what="our logo", decided_by="R. Osei", decided_on=None)
    unknown = but(panel={"patient": None}, evidence={"not_a_patient": logo})
    assert timeline(unknown).covered == ()


DAYS = st.integers(0, 700).map(lambda days: date(2025, 6, 1) + timedelta(days=days))


@given(revoked=st.none() | DAYS, expires=DAYS, removed=st.none() | DAYS, signed=DAYS)
def test_the_days_are_in_order_and_a_form_that_ended_never_reads_as_covered(
    revoked: date | None, expires: date, removed: date | None, signed: date
) -> None:
    evidence = but(
        form={"revoked_on": revoked, "expires_on": expires, "signed_on": signed}, post={"removed_on": removed}
    )
    days = timeline(evidence)
    order = [one.on for one in days.moments]
    assert order == sorted(order)
    last = removed if removed is not None and removed <= TODAY else TODAY
    if (revoked is not None and revoked <= last) or expires < last:
        assert days.covered[0].cover is not Cover.COVERED
