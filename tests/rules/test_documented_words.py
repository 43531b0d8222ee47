"""What each rule says of its own cases is what docs/rules.md tells everybody it says: no word moves unseen."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from before_you_post.audit import judge_case
from before_you_post.records import Authorization
from before_you_post.report.rule_page import markdown
from before_you_post.rules import load_rules
from before_you_post.rules.base import Rule

DOCUMENT = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
PARTS = {field.name for field in fields(Authorization)}
each_rule = pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)


@each_rule
def test_the_page_of_a_rule_says_what_the_rule_says(rule: Rule) -> None:
    assert markdown(rule) in DOCUMENT, "run `make rules-page`"


@each_rule
def test_a_finding_names_the_form_it_read_and_a_part_that_forms_have(rule: Rule) -> None:
    for case in rule.violates:
        [finding, *_] = judge_case(case, (rule,)).findings
        assert finding.part is None or (finding.part in PARTS and finding.authorization)
