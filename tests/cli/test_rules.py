"""“before-you-post rules” lists what is checked, for people and for programs."""

from __future__ import annotations

import json

from click.testing import CliRunner, Result

from before_you_post.cli import main
from before_you_post.law.state_packs import state_of
from before_you_post.records import SubjectKind
from before_you_post.rules import load_rules

FIELDS = ["id", "family", "subject", "title", "citation", "evidence", "severity", "remedy", "lesson", "seed"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["rules", *arguments])


def ids(*arguments: str) -> list[str]:
    return [rule["id"] for rule in json.loads(run(*arguments, "--json").stdout)]


def test_the_list_for_programs_has_every_rule_with_exactly_the_promised_fields() -> None:
    listed = json.loads(run("--json").stdout)
    assert [rule["id"] for rule in listed] == [rule.id for rule in load_rules()]
    assert all(list(rule) == FIELDS for rule in listed)
    assert {rule["subject"] for rule in listed} == {subject.value for subject in SubjectKind}


def test_the_list_for_people_is_a_line_a_rule() -> None:
    lines = run().stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for rule in load_rules()]


def test_a_state_with_a_pack_adds_its_own_rules_to_the_federal_ones() -> None:
    california, texas = ids("--state", "California"), ids("--state", "TX")
    assert set(california) - set(texas) == {rule.id for rule in load_rules() if rule.id.startswith("ca-")}
    assert set(texas) - set(california) == {rule.id for rule in load_rules() if rule.id.startswith("tx-")}
    assert {rule.id for rule in load_rules() if state_of(rule.id) is None} <= set(texas) & set(california)
    assert run("--state", "CA").stderr == "State pack for CA (California), beside federal rules.\n"


def test_a_state_without_a_pack_has_federal_rules_only_and_is_told_so() -> None:
    result = run("--state", "OH", "--json")
    assert result.stderr == "No state pack for OH: federal rules only.\n"
    assert not any(rule["id"].startswith("ca-") for rule in json.loads(result.stdout))


def test_one_family_can_be_listed_and_an_unknown_one_is_refused_with_those_there_are() -> None:
    assert ids("--family", "library") == ["photo-unmatched"]
    assert ids("--family", "library", "--state", "CA") == ["photo-unmatched"]
    result = run("--family", "libary")
    assert result.exit_code == 2
    assert "authorization, california" in result.stderr


def test_one_rule_is_explained_and_an_unknown_one_refused() -> None:
    assert "Does not break it" in run("show", "hipaa-auth-revoked").stdout
    result = run("show", "hipaa-auth-revokd")
    assert result.exit_code == 2
    assert "there is no rule 'hipaa-auth-revokd'" in result.stderr
