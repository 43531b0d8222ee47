"""Change one fact of a clean case, and see at once what the rules of the audit say.

The rules are the real ones, all of them; nothing is told that they do not say. A case about which they say nothing is
"nothing found", never more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...audit.judging import judge
from ...photos.identifiers import Roster
from ...records import Evidence, Finding, Outcome
from ...report import phrases
from ...report.decided import UNDECIDED
from ...report.findings import explain
from ...rules.cases.clean import PATIENT, but
from ..found import finding_values
from .changeable import FACTS, LONGEST, Control, Fact, NotUnderstoodError
from .interactive import Interactive, Values, script, style

_PARTS = ("post", "photo", "panel", "original", "patient", "form", "evidence")
CASE = (
    "The clean case: an after photo of a nose, on the website since March 2, 2026. The patient, Ottoline Featherstone, "
    "signed a form on February 2, 2026. It names the website, describes the photo, and ends on February 1, 2027. "
    "Today is November 22, 2026."
)


class WhatIf(Interactive):
    """Some facts of the clean case to change, and what the rules say."""

    _esm = script("what_if")
    _css = style()

    def __init__(self, *facts: str) -> None:
        """``facts`` are names of ``FACTS``. Raises KeyError for any other, ValueError for none."""
        if not facts:
            raise ValueError("what_if needs a fact to change, such as channel")
        self._facts = {name: FACTS[name] for name in facts}
        super().__init__({"case": CASE, "facts": [_shown(name, fact) for name, fact in self._facts.items()]})
        self.answer(said(self._facts, {}))

    def asked(self, content: Mapping[str, Any]) -> None:
        """``{do: "change", facts: {name: value}}``: every fact as it stands on the page."""
        facts = content.get("facts")
        if content.get("do") == "change" and isinstance(facts, Mapping):
            try:
                self.answer(said(self._facts, {str(name): str(words) for name, words in facts.items()}))
            except NotUnderstoodError as error:
                self.trouble = str(error)


def said(facts: Mapping[str, Fact], values: Mapping[str, str]) -> Values:
    """What the rules say about the clean case with these values. Raises NotUnderstoodError for one that is none."""
    changed = {name: fact for name, fact in facts.items() if values.get(name, fact.start) != fact.start}
    judged = judge(case(changed, values))
    verdict = phrases.VERDICTS[judged.verdict]
    return {
        "changed": [fact.label for fact in changed.values()],
        "verdict": {"code": judged.verdict.value, "label": verdict.label, "sentence": verdict.sentence},
        "findings": [_told(finding) for finding in judged.findings],
        "rules": len(judged.findings) + len(judged.passed) + len(judged.not_applicable),
    }


def case(changed: Mapping[str, Fact], values: Mapping[str, str]) -> Evidence:
    """The clean case with these facts changed. Raises NotUnderstoodError for a value that a fact cannot have."""
    parts: dict[str, dict[str, Any]] = {}
    for name in (name for name in FACTS if name in changed):
        fact = changed[name]
        for part, fields in fact.means(_checked(fact, values[name])).items():
            parts.setdefault(part, {}).update(fields)
    made = but(**{part: parts.get(part, {}) for part in _PARTS})
    made = replace(made, published=replace(made.published, **parts.get("published", {})))
    if "published" not in parts:
        return made
    roster = Roster((PATIENT,))
    names = roster.find(made.published, made.post, made.photo, made.policy, shown=frozenset({PATIENT.code}))
    return replace(made, identifiers=names)


def _checked(fact: Fact, words: str) -> str:
    if fact.control in (Control.CHOICE, Control.SEVERAL):
        chosen = words.split(",") if fact.control is Control.SEVERAL and words else [words]
        allowed = {value for value, _ in fact.choices} | ({""} if fact.control is Control.SEVERAL else set())
        if not set(chosen) <= allowed:
            raise NotUnderstoodError("Choose one of the answers shown.")
    return words.strip()[:LONGEST]


def _shown(name: str, fact: Fact) -> Values:
    return {
        "name": name,
        "label": fact.label,
        "control": fact.control.value,
        "start": str(fact.start),
        "choices": [{"value": value, "words": words} for value, words in fact.choices],
        "hint": fact.hint,
    }


def _told(finding: Finding) -> Values:
    found = explain(finding)
    severity = phrases.SEVERITIES[found.severity].label if found.severity and _asks(finding) else ""
    return {**finding_values(found, UNDECIDED), "severity": severity}


def _asks(finding: Finding) -> bool:
    """A severity says how bad a fault is; where nobody looked, there is none."""
    return finding.outcome is not Outcome.NOT_CHECKED
