"""The numbers every report begins with."""

from __future__ import annotations

import pytest

import handmade_audits as handmade
from before_you_post.records import Audit, Outcome, Verdict
from before_you_post.report.totals import totals


def test_photos_are_counted_by_verdict_and_channel() -> None:
    counted = totals(
        handmade.audit(
            handmade.revoked("nose.jpg"),
            handmade.judged("chin.jpg"),
            handmade.revoked("lips.jpg", channel="instagram"),
            problems=(handmade.PROBLEM,),
        )
    )

    assert (counted.photos, counted.originals, counted.problems) == (3, 12, 1)
    assert counted.verdicts == {**dict.fromkeys(Verdict, 0), Verdict.TAKE_DOWN: 2, Verdict.CLEAR: 1}
    assert counted.findings == {Outcome.FAIL: 2, Outcome.NEEDS_REVIEW: 0, Outcome.NOT_CHECKED: 0}
    assert [(one.name, one.photos, one.verdicts[Verdict.TAKE_DOWN]) for one in counted.channels] == [
        ("website", 2, 1),
        ("instagram", 1, 1),
    ]


def test_a_channel_without_photos_is_counted_too() -> None:
    counted = totals(handmade.audit(handmade.judged("chin.jpg")))

    assert [(one.name, one.photos) for one in counted.channels] == [("website", 1), ("instagram", 0)]


@pytest.mark.parametrize(
    ("audit", "nothing_to_do"),
    [
        (handmade.audit(handmade.judged("a.jpg")), True),
        (handmade.audit(handmade.judged("a.jpg"), handmade.revoked("b.jpg")), False),
        (handmade.audit(handmade.judged("a.jpg", verdict=Verdict.REVIEW)), False),
        (handmade.audit(handmade.judged("a.jpg", verdict=Verdict.NOT_DETERMINED)), False),
        (handmade.audit(handmade.judged("a.jpg"), problems=(handmade.PROBLEM,)), False),
        (handmade.audit(), False),
    ],
)
def test_there_is_nothing_to_do_only_where_all_was_seen_and_nothing_found(audit: Audit, nothing_to_do: bool) -> None:
    assert totals(audit).nothing_to_do is nothing_to_do
