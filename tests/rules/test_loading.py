"""Rules are found by walking the package; a file that is not whole is refused by name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import before_you_post.rules
from before_you_post.rules import SHARED, RuleFileError, checked, families, family, load_rules, rationale
from before_you_post.rules.base import Rule

[RULE] = [rule for rule in load_rules() if rule.id == "hipaa-auth-revoked"]
NAME = f".authorization.{RULE.id.replace('-', '_')}"


def test_every_file_of_every_family_is_a_rule() -> None:
    folder = Path(before_you_post.rules.__file__).parent
    files = {path.stem for path in folder.glob("*/*.py") if path.stem != "__init__" and path.parent.name not in SHARED}
    assert {rule.id.replace("-", "_") for rule in load_rules()} == files
    assert files


def test_rules_come_in_the_order_of_their_ids() -> None:
    ids = [rule.id for rule in load_rules()]
    assert ids == sorted(ids)


def test_a_rules_file_is_short() -> None:
    folder = Path(before_you_post.rules.__file__).parent
    rules = [path for path in folder.glob("*/*.py") if path.parent.name not in SHARED]
    assert [path.name for path in rules if len(path.read_text().splitlines()) > 80] == []


@pytest.mark.parametrize(
    ("rule", "rationale", "said"),
    [
        (None, "Why.", "must hold RULE"),
        (replace(RULE, id="another-id"), "Why.", "must be the name of the file"),
        (RULE, " ", "rationale is missing"),
        (RULE, None, "rationale is missing"),
        (replace(RULE, remedy=""), "Why.", "remedy is empty"),
        (replace(RULE, severity=None), "Why.", "severity is empty"),  # type: ignore[arg-type]
        (replace(RULE, violates=()), "Why.", "violates is empty"),
        (replace(RULE, complies=()), "Why.", "complies is empty"),
    ],
)
def test_a_file_that_is_not_whole_is_refused_by_name(rule: Rule | None, rationale: str | None, said: str) -> None:
    with pytest.raises(RuleFileError, match=said) as error:
        checked(NAME, rule, rationale)
    assert str(error.value).startswith(NAME)


def test_a_whole_file_is_accepted() -> None:
    assert checked(NAME, RULE, "Why.") is RULE


def test_a_second_rule_with_the_same_id_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(before_you_post.rules, "_files", lambda folder: iter([NAME, NAME]))
    with pytest.raises(RuleFileError, match="used by another rule"):
        load_rules.__wrapped__()


def test_the_family_of_a_rule_is_the_folder_of_its_file() -> None:
    assert family("hipaa-auth-revoked") == "authorization"
    assert {family(rule.id) for rule in load_rules()} == set(families())
    with pytest.raises(KeyError):
        family("hipaa-auth-revokd")


def test_every_family_and_every_rule_says_why_it_is_there() -> None:
    assert all(about.endswith(".") for about in families().values())
    assert rationale("hipaa-auth-revoked").startswith("A patient may take the form back")
    assert all(rationale(rule.id) for rule in load_rules())
