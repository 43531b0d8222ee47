"""A rule can be read on one page."""

from __future__ import annotations

from before_you_post.report.findings import rulebook
from before_you_post.report.rule_page import text


def test_a_rule_is_explained_with_its_reasons_its_law_and_what_to_do() -> None:
    rule = rulebook()["hipaa-auth-revoked"]

    page = text(rule)
    flat = " ".join(page.split())

    assert page.startswith(f"{rule.id}\n{rule.title}\n")
    assert "A patient may take the form back at any time" in flat
    assert f"{rule.citation} (read in the official text)" in flat
    assert rule.remedy in flat
    assert "https://www.ecfr.gov/" in flat


def test_every_rule_has_a_page_that_fits_a_terminal() -> None:
    for rule in rulebook().values():
        long = [line for line in text(rule).splitlines() if len(line) > 120]
        assert long == []
