"""A rule that was begun stops the program until it is whole, and what it lacks is said."""

from __future__ import annotations

import importlib.util
import shutil
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from before_you_post.records import Severity
from before_you_post.rules import TEXTS, RuleFileError, checked
from before_you_post.rules.base import Rule, Subject
from before_you_post.rules.cases.clean import CLEAN

REPOSITORY = Path(__file__).parents[2]
ID = "hipaa-auth-example"
NAME = ".authorization.hipaa_auth_example"


def loaded(path: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return loaded(REPOSITORY / "tools" / "new_rule.py", "new_rule")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one family and no rules."""
    family = tmp_path / "modules/before_you_post/rules/authorization"
    family.mkdir(parents=True)
    (family / "__init__.py").write_text('"""Forms."""\n', encoding="utf-8")
    return tmp_path


def begun(tool: ModuleType, root: Path) -> ModuleType:
    return loaded(tool.write(root, ID, "authorization"), f"before_you_post.rules{NAME}")


def test_a_rule_that_was_only_begun_is_refused_and_its_check_never_answers(tool: ModuleType, root: Path) -> None:
    module = begun(tool, root)
    with pytest.raises(RuleFileError, match="rationale is missing"):
        checked(NAME, module.RULE, module.__doc__)
    subject = Subject(evidence=CLEAN, day=CLEAN.today)
    for written in (module.applies, module.check):
        with pytest.raises(NotImplementedError):
            written(subject)


@pytest.mark.parametrize("blank", TEXTS)
def test_each_part_the_template_leaves_blank_is_refused_by_itself(tool: ModuleType, root: Path, blank: str) -> None:
    rule: Rule = begun(tool, root).RULE
    filled = dict.fromkeys(TEXTS, "x") | {"severity": Severity.HIGH, "seed": ("S1",)}
    filled |= {"violates": (CLEAN,), "complies": (CLEAN,)}
    whole = replace(rule, **filled)  # type: ignore[arg-type]
    assert checked(NAME, whole, "Why.") is whole
    with pytest.raises(RuleFileError, match=f"{blank} is empty"):
        checked(NAME, replace(whole, **{blank: getattr(rule, blank)}), "Why.")


def test_what_a_begun_rule_lacks_is_told_part_by_part(tool: ModuleType, root: Path) -> None:
    lacks = list(tool.missing(root, tool.write(root, ID, "authorization")))
    told = [each.rpartition(": ")[2] for each in lacks]
    assert told[0] == "why there is this rule (the docstring)"
    assert {"applies", "check", *TEXTS} <= set(told)
    assert "quizzes/<lesson>.yaml: a question about it" in lacks
    assert "sample_data/quillfeather/expected_findings.csv: a photo of the sample practice that breaks it" in lacks


def test_of_a_whole_rule_only_what_stands_elsewhere_is_missing_until_it_is_there(tool: ModuleType, root: Path) -> None:
    source = REPOSITORY / "modules/before_you_post/rules/authorization/hipaa_auth_channel.py"
    path = Path(shutil.copy(source, root / "modules/before_you_post/rules/authorization"))
    assert len(list(tool.missing(root, path))) == len(tool.ELSEWHERE)
    for place, _ in tool.ELSEWHERE:
        there = root / place.format(lesson="channels")
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_text("hipaa-auth-channel-too and not-hipaa-auth-channel", encoding="utf-8")
    assert len(list(tool.missing(root, path))) == len(tool.ELSEWHERE)
    for place, _ in tool.ELSEWHERE:
        (root / place.format(lesson="channels")).write_text("rule: hipaa-auth-channel.\n", encoding="utf-8")
    assert list(tool.missing(root, path)) == []


def test_what_was_written_is_never_overwritten(tool: ModuleType, root: Path) -> None:
    path = tool.write(root, ID, "authorization")
    path.write_text("mine", encoding="utf-8")
    assert tool.write(root, ID, "authorization") == path
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("rule_id", "family", "said"),
    [
        ("", "authorization", "words in small letters"),
        ("Hipaa_Auth", "authorization", "words in small letters"),
        ("../x-y", "authorization", "words in small letters"),
        (ID, "", "one of authorization"),
        (ID, "autorization", "one of authorization"),
    ],
)
def test_an_id_or_a_family_that_cannot_be_is_refused(
    tool: ModuleType, root: Path, rule_id: str, family: str, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        tool.write(root, rule_id, family)


def test_a_rule_of_another_family_is_not_begun_twice(tool: ModuleType, root: Path) -> None:
    tool.write(root, ID, "authorization")
    other = root / "modules/before_you_post/rules/signer"
    other.mkdir()
    (other / "__init__.py").write_text('"""Signers."""\n', encoding="utf-8")
    with pytest.raises(ValueError, match="in the family authorization already"):
        tool.write(root, ID, "signer")


def test_the_command_says_what_is_missing_and_refuses_in_words(
    tool: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tool.main("hipaa-auth-channel", "authorization") == 0
    assert "hipaa_auth_channel.py: " in capsys.readouterr().out
    assert tool.main("hipaa-auth-channel", "nowhere") == 2
    assert "FAMILY=nowhere: one of advertising, authorization, california" in capsys.readouterr().err
