"""What California asks of a form's shape, where HIPAA's own rule speaks of it too."""

from __future__ import annotations

import pytest

from before_you_post.audit import judge
from before_you_post.records import Finding, Outcome
from before_you_post.rules.cases.clean import CALIFORNIA, but


def told(rule: str, **changes: dict[str, object]) -> Finding:
    [finding] = [each for each in judge(but(**changes)).findings if each.rule == rule]
    return finding


@pytest.mark.parametrize("rule", ["ca-cmia-separate"])
def test_a_form_that_is_part_of_another_paper_is_not_kept_apart_either(rule: str) -> None:
    finding = told(rule, evidence=CALIFORNIA, form={"stands_alone": False})
    assert (finding.outcome, finding.part) == (Outcome.FAIL, "stands_alone")
    assert finding.observed.startswith("The form A-101 (version 2026-1) does not stand apart from other text.")
    assert "California" in finding.observed


@pytest.mark.parametrize("rule", ["ca-cmia-separate"])
def test_the_signature_is_told_before_the_paper(rule: str) -> None:
    finding = told(rule, evidence=CALIFORNIA, form={"stands_alone": False, "separate_signature": False})
    assert finding.part == "separate_signature"


@pytest.mark.parametrize("rule", ["ca-cmia-expiry"])
@pytest.mark.parametrize("changes", [{"signed_on": None}, {"expires_on": None, "expires_when": "never"}])
def test_where_there_is_nothing_to_count_another_rule_asks(rule: str, changes: dict[str, object]) -> None:
    assert rule not in {finding.rule for finding in judge(but(evidence=CALIFORNIA, form=changes)).findings}
