"""A failed finding quotes the figures that were in force on its own day, once a law, and nothing else quotes any."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from before_you_post.audit import judge
from before_you_post.law.figures import Amount, every_figure, figures_for
from before_you_post.records import Finding, Outcome
from before_you_post.report.penalties import penalties, range_of
from before_you_post.rules import load_rules
from before_you_post.rules.cases.clean import CALIFORNIA, but

TODAY = date(2026, 11, 22)


def findings(**changes: dict[str, object]) -> tuple[Finding, ...]:
    return judge(but(**changes)).findings


def test_hipaas_figures_are_told_once_however_many_findings_there_are() -> None:
    found = findings(form={"signed": False, "names_discloser": False, "stands_alone": False})
    assert len([one for one in found if one.outcome is Outcome.FAIL]) >= 3
    assert penalties(found, TODAY) == (
        "Penalty figures in force on 2026-11-22: HIPAA civil money penalties, $145 to $2,190,294 for one breach, by "
        "how it came about (45 CFR 160.404, 102.3, since 2026-01-28; read in the official text and read in a "
        "reproduction or a secondary source). Whether anything follows is for others to decide.",
    )


def test_of_a_day_whose_figures_nobody_knows_none_are_told() -> None:
    found = findings(form={"signed": False})
    assert penalties(found, date(2026, 1, 27)) == ()
    assert len(penalties(found, date(2026, 1, 28))) == 1


def test_a_states_figures_stand_beside() -> None:
    found = findings(form={"font_points": 10.0}, evidence=CALIFORNIA)
    [california] = penalties(found, TODAY)
    assert "Confidentiality of Medical Information Act, $1,000 for one breach (Cal. Civ. Code 56.35" in california
    assert "not verified; ask your counsel" in california


def test_what_a_person_must_decide_or_nobody_checked_quotes_no_figure() -> None:
    [finding, *_] = findings(form={"signed": False})
    for outcome in (Outcome.NEEDS_REVIEW, Outcome.NOT_CHECKED):
        assert penalties([replace(finding, outcome=outcome)], TODAY) == ()
    assert penalties([], TODAY) == ()
    assert penalties([replace(finding, rule="a-rule-of-long-ago")], TODAY) == ()


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        ([(None, 53088)], "up to $53,088"),
        ([(750, None)], "$750 or more"),
        ([(1000, 1000)], "$1,000"),
        ([(1000, 1000), (5000, 5000)], "$1,000 to $5,000"),
        ([(145, 73011), (73011, 2190294)], "$145 to $2,190,294"),
        ([(10, 20), (30, None)], "$10 or more"),
    ],
)
def test_a_range_is_told_in_few_words(amounts: list[tuple[int | None, int | None]], said: str) -> None:
    assert range_of(Amount(what="", least=least, most=most) for least, most in amounts) == said


def test_every_citation_that_figures_name_is_one_that_a_rule_may_have() -> None:
    cited = [rule.citation for rule in load_rules()]
    for start in ("45 CFR 164.", "Cal. Civ. Code 56."):
        assert any(citation.startswith(start) for citation in cited)
    assert {figures.id for figures in every_figure() if not figures.of} == {"hipaa-criminal"}


def test_no_citation_is_punished_by_the_figures_of_another_law() -> None:
    assert figures_for("Cal. Bus. & Prof. Code 651(b)(3)(A)", TODAY) == ()
    assert [figures.id for figures in figures_for("16 CFR 465.2", TODAY)] == ["ftc-civil-2025"]
