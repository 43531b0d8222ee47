"""Deciding without a browser: a decision names a finding there is, a person and a reason, and is listed for good."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import handmade_audits as handmade
from before_you_post import cli
from before_you_post.store import Store

ABOUT, RULE = "website/profile/nose.jpg", "hipaa-auth-revoked"


@pytest.fixture(autouse=True)
def practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BEFORE_YOU_POST_HOME", str(tmp_path / "home"))
    folder = tmp_path / "practice"
    Store().practice(folder).save(handmade.audit(handmade.revoked("nose.jpg")))
    return folder


def run(*words: object) -> Result:
    return CliRunner().invoke(cli.main, [str(word) for word in words])


def decide(practice: Path, *more: object, rule: str = RULE, deed: str = "confirmed") -> Result:
    return run("decide", practice, ABOUT, rule, deed, "--by", "R. Osei", "--reason", "Looked it up.", *more)


def test_a_decision_is_kept_and_listed_with_name_and_reason(practice: Path) -> None:
    assert decide(practice).exit_code == 0
    listed = run("decisions", practice).output
    assert "R. Osei: Confirmed: panel website/profile/nose.jpg, picture 1: hipaa-auth-revoked (Looked it up.)" in listed


def test_the_list_can_be_read_by_a_program(practice: Path) -> None:
    decide(practice, "--until", "2199-01-31", deed="waived")
    (found,) = json.loads(run("decisions", practice, "--json").output)["findings"]
    assert (found["kind"], found["until"], found["panel"]) == ("waived", "2199-01-31", 1)


def test_nothing_decided_is_said_so(practice: Path) -> None:
    assert run("decisions", practice).output == "Nothing was decided yet.\n"


def test_a_finding_that_is_not_there_cannot_be_decided(practice: Path) -> None:
    refused = decide(practice, rule="hipaa-auth-channel")
    assert refused.exit_code == 2
    assert "no such finding" in refused.output
    assert Store().practice(practice).decisions.findings() == ()


@pytest.mark.parametrize(
    ("more", "deed"),
    [((), "waived"), (("--until", "2199-01-31"), "confirmed"), (("--until", "2020-01-31"), "waived")],
)
def test_a_waiver_needs_a_last_day_to_come_and_nothing_else_has_one(
    practice: Path, more: tuple[str, ...], deed: str
) -> None:
    assert decide(practice, *more, deed=deed).exit_code == 2


def test_a_blank_name_is_no_name(practice: Path) -> None:
    blank = run("decide", practice, ABOUT, RULE, "confirmed", "--by", " ", "--reason", "x")
    assert blank.exit_code == 2
