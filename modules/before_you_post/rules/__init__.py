"""The rules of the audit: one rule, one file, found by walking this package.

Every folder is a family of rules but three, which hold what rules share: ``conditions`` (what several of them ask),
``cases`` (the clean cases that theirs are made from) and ``unknown`` (words for facts that nobody recorded).
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from .base import Rule

SHARED = ("cases", "conditions", "unknown")  # folders that are no families
TEXTS = ("title", "citation", "tag", "severity", "remedy", "lesson", "seed", "violates", "complies")


class RuleFileError(Exception):
    """A rule's file is not what it must be. Names the file, because its author is the one to mend it."""


@cache
def load_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of its id. Raises RuleFileError for a file that lacks a part or repeats an id."""
    found: dict[str, Rule] = {}
    for name in _files(Path(__file__).parent):
        module = import_module(name, __name__)
        rule = checked(name, getattr(module, "RULE", None), module.__doc__)
        if rule.id in found:
            raise RuleFileError(f"{name}: the id {rule.id} is used by another rule already")
        found[rule.id] = rule
    return tuple(found[rule_id] for rule_id in sorted(found))


def family(rule_id: str) -> str:
    """The family a rule belongs to: the folder its file is in. Raises KeyError for an id no rule has."""
    return _homes()[rule_id].split(".")[1]


def rationale(rule_id: str) -> str:
    """Why there is this rule: the docstring of its file. Raises KeyError for an id no rule has."""
    return inspect.getdoc(import_module(_homes()[rule_id], __name__)) or ""


def families() -> Mapping[str, str]:
    """Each family of rules with the sentence that says what its rules have in common, in the order of their names."""
    names = sorted({family(rule_id) for rule_id in _homes()})
    return {name: inspect.getdoc(import_module(f".{name}", __name__)) or "" for name in names}


def checked(name: str, rule: object, rationale: str | None) -> Rule:
    """The rule of the file ``name``, once nothing is missing from it; RuleFileError otherwise."""
    if not isinstance(rule, Rule):
        raise RuleFileError(f"{name}: a rule's file must hold RULE = Rule(...)")
    if rule.id.replace("-", "_") != name.rpartition(".")[2]:
        raise RuleFileError(f"{name}: the id {rule.id} must be the name of the file, with dashes for underscores")
    if not (rationale or "").strip():
        raise RuleFileError(f"{name}: the rationale is missing (the docstring of the file)")
    for field in TEXTS:
        if not getattr(rule, field):
            raise RuleFileError(f"{name}: {field} is empty")
    return rule


@cache
def _homes() -> Mapping[str, str]:
    """The file of each rule, by the rule's id: ``checked`` holds both to one name."""
    names = _files(Path(__file__).parent)
    return {name.rpartition(".")[2].replace("_", "-"): name for name in names}


def _files(folder: Path) -> Iterator[str]:
    """Modules of the families, as relative names: ``.authorization.hipaa_auth_revoked``."""
    for family in iter_modules([str(folder)]):
        if family.ispkg and family.name not in SHARED:
            for module in iter_modules([str(folder / family.name)]):
                yield f".{family.name}.{module.name}"
