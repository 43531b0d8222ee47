"""A rule can be read on one page, in a terminal and in the documentation."""

from __future__ import annotations

import pytest

from before_you_post.report.findings import rulebook
from before_you_post.report.rule_page import fields, markdown, page, text


def flat(rule_id: str) -> str:
    return " ".join(text(rulebook()[rule_id]).split())


def test_a_rule_is_explained_with_its_reasons_its_law_and_what_to_do() -> None:
    rule = rulebook()["hipaa-auth-revoked"]
    said = flat(rule.id)

    assert text(rule).startswith(f"{rule.id}\n{rule.title}\n")
    assert "A patient may take the form back at any time" in said
    assert f"{rule.citation}: read in the official text. Our notes were last looked at on 2026-11-22." in said
    assert "Stop: Do not publish; take down now." in said
    assert rule.remedy in said
    assert "https://www.ecfr.gov/" in said


def test_examples_break_it_and_do_not() -> None:
    said = flat("hipaa-auth-channel")
    breaks, _, keeps = said.partition("Does not break it")
    said = "Then it says, at “Places it covers” of the form: The form A-101 names website; the photo was"
    assert f"The post, channel: instagram. {said}" in breaks
    assert "The form, places it covers: Instagram; Web Site." in keeps


def test_what_it_must_know_and_what_nobody_looks_at_is_said() -> None:
    said = flat("hipaa-auth-channel")
    assert "“not checked” where a fact is missing, for example: - It is not recorded which places form A-101" in said
    assert "What no rule looks at yet - Whether a use fits the purpose that the form states." in said


def test_a_rule_nobody_verified_says_that_a_person_decides_and_a_states_rule_where_it_counts() -> None:
    said = flat("ca-cmia-expiry")
    assert "Not verified, so it never fails by itself: a person decides." in said
    assert "Asked only where the practice is in CA or the patient lives there." in said
    assert "Not verified" not in flat("ca-cmia-14pt")


def test_where_the_law_says_it_more_exactly_than_the_article_both_are_told() -> None:
    said = flat("hipaa-auth-before-photo")
    assert "S25 of the article: the before photo needs cover too. More than good practice: a photo the form" in said


def test_the_fields_of_the_list_are_those_that_are_promised() -> None:
    assert fields(rulebook()["photo-gps-left-in"]) == {
        "id": "photo-gps-left-in",
        "family": "metadata",
        "subject": "photo",
        "title": "The file tells where the picture was taken",
        "citation": "45 CFR 164.514(b)(2)(i)(B)",
        "evidence": "V1",
        "severity": "high",
        "remedy": rulebook()["photo-gps-left-in"].remedy,
        "lesson": "what-identifies",
        "seed": ["S39"],
    }
    assert fields(rulebook()["hipaa-auth-required"])["subject"] == "panel"


def test_every_rule_has_a_page_that_fits_a_terminal_and_leaves_no_part_empty() -> None:
    for rule in rulebook().values():
        assert [line for line in text(rule).splitlines() if len(line) > 120 and "https:" not in line] == []
        assert [section.heading for section in page(rule) if not section.said + section.listed] == []


@pytest.mark.parametrize("sign", ["<", "*", "[", "\\"])
def test_a_sign_of_markdown_in_a_rules_words_is_only_a_sign(sign: str) -> None:
    from dataclasses import replace

    rule = replace(rulebook()["hipaa-auth-channel"], remedy=f"Write {sign}b> to them.")
    assert f"Write \\{sign}b> to them." in markdown(rule)
