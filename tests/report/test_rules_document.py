"""docs/rules.md says what the rules say."""

from __future__ import annotations

from pathlib import Path

from before_you_post.report.rules_document import document
from before_you_post.rules import families, load_rules

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_in_the_repository_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == document(), "run `make rules-page`"


def test_every_rule_and_family_has_its_place_once() -> None:
    lines = document().splitlines()
    headings = sorted(line for line in lines if line.startswith("### "))
    assert headings == [f"### {rule.id}" for rule in load_rules()]
    assert [line[3:].lower() for line in lines if line.startswith("## ")] == list(families())
