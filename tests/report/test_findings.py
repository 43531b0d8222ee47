"""A finding is explained by its rule, and the most urgent one comes first."""

from __future__ import annotations

import handmade_audits as handmade
from before_you_post.records import Outcome, Severity
from before_you_post.report.findings import explain, explained, rulebook, title_of, worst


def test_a_finding_is_joined_with_its_rule() -> None:
    item = explain(handmade.finding("website/profile/nose.jpg"))
    rule = rulebook()["hipaa-auth-revoked"]

    assert (item.title, item.citation, item.remedy, item.lesson) == (
        rule.title,
        rule.citation,
        rule.remedy,
        rule.lesson,
    )
    assert item.severity is Severity.BLOCK
    assert item.url is not None
    assert item.url.startswith("https://www.ecfr.gov/")
    assert item.moment == "today, not yet when posted"


def test_a_finding_of_a_rule_that_no_longer_exists_is_still_shown() -> None:
    item = explain(handmade.finding("website/profile/nose.jpg", "rule-of-former-times"))

    assert item.title == "rule-of-former-times"
    assert item.severity is None
    assert title_of("rule-of-former-times") == "rule-of-former-times"


def test_problems_and_questions_are_open_and_missing_facts_are_not() -> None:
    opened = {
        outcome: explain(handmade.finding("nose.jpg", outcome=outcome)).open
        for outcome in (Outcome.FAIL, Outcome.NEEDS_REVIEW, Outcome.NOT_CHECKED)
    }

    assert opened == {Outcome.FAIL: True, Outcome.NEEDS_REVIEW: True, Outcome.NOT_CHECKED: False}


def test_the_worst_finding_is_the_one_to_deal_with_first() -> None:
    unknown = explain(handmade.finding("nose.jpg", "hipaa-auth-channel", outcome=Outcome.NOT_CHECKED))
    high = explain(handmade.finding("nose.jpg", "photo-gps-left-in"))
    block = explain(handmade.finding("nose.jpg", "hipaa-auth-revoked"))

    assert worst([unknown, high, block]) is block
    assert worst([unknown, high]) is high
    assert worst([]) is None


def test_what_holds_today_comes_before_what_held_when_posted() -> None:
    today = handmade.finding("nose.jpg", "photo-gps-left-in")
    settled = handmade.finding("nose.jpg", "hipaa-auth-revoked", outcome=Outcome.PASS, at_posting=Outcome.FAIL)
    former, now = explain(settled), explain(today)

    assert worst([former, now]) is now


def test_all_findings_of_an_audit_are_explained_in_the_order_of_its_photos() -> None:
    audit = handmade.audit(handmade.revoked("b.jpg"), handmade.judged("c.jpg"), handmade.revoked("a.jpg"))

    assert [item.finding.about for item in explained(audit)] == ["website/profile/b.jpg", "website/profile/a.jpg"]
