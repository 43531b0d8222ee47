"""Answers that the program finds itself, so that a test can hold the question bank to them.

A question that says ``computed`` is answered by the same rules, clocks and figures that the audit uses. Where the
law's data or a rule changes, the question that is now wrong is named; nobody has to remember it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from ..law.clocks import after, business_after, clock, yearly_due
from ..law.figures import every_figure
from ..records import (
    Audit,
    CaseRef,
    Finding,
    JudgedMatter,
    JudgedPhoto,
    Outcome,
    Question,
    QuestionKind,
)
from .option_rules import as_day, as_number

Audits = Callable[[str], Audit]  # the audit of a sample practice, by its folder
SPEAKS = (Outcome.FAIL, Outcome.NEEDS_REVIEW)


class ComputedError(Exception):
    """A question asks for an answer in a way there is none, or about a case there is not. Its author mends it."""


def disagreement(question: Question, audits: Audits) -> str | None:
    """What the program finds where that is not what the bank says, in words; None where both agree.

    Raises ComputedError where the question cannot be worked out at all.
    """
    found = _ways().get(question.computed.ask if question.computed else "")
    if found is None:
        raise ComputedError(f"{question.id}: no such way to work an answer out; there are {', '.join(_ways())}")
    try:
        values = found(question, audits)
    except KeyError as error:
        raise ComputedError(f"{question.id}: {error.args[0]}") from error
    right: set[str] = {_same(question, option.value) for option in question.options if option.right}
    wrong = {_same(question, option.value) for option in question.options if not option.right and option.value}
    if "" in right:
        return f"{question.id}: a right option has no value to compare"
    if missing := right - values:
        return f"{question.id}: the bank says {_listed(missing)}, the program finds {_listed(values)}"
    if also := wrong & values:
        return f"{question.id}: the bank calls {_listed(also)} wrong, the program finds {_listed(values)}"
    return None


def _same(question: Question, value: str | None) -> str:
    """A value as it is compared, numbers and days whatever way they are written; empty where there is none."""
    if value is None:
        return ""
    if question.kind is QuestionKind.NUMBER:
        number = as_number(value)
        return "" if number is None else str(number.normalize())
    if question.kind is QuestionKind.DATE:
        day = as_day(value)
        return "" if day is None else day.isoformat()
    return value


def _ways() -> Mapping[str, Callable[[Question, Audits], set[str]]]:
    return {
        "verdict": _verdict,
        "outcome": _outcome,
        "rules": _rules,
        "parts": _parts,
        "last_day": _last_day,
        "days": _days,
        "amount": _amount,
    }


def _verdict(question: Question, audits: Audits) -> set[str]:
    return {_judged(question, audits).verdict.value}


def _outcome(question: Question, audits: Audits) -> set[str]:
    judged, rule = _judged(question, audits), _asked(question, "rule")
    found = {finding.today.value for finding in judged.findings if finding.rule == rule}
    if found:
        return set(found)
    if rule in judged.passed:
        return {Outcome.PASS.value}
    if rule in judged.not_applicable:
        return {Outcome.NOT_APPLICABLE.value}
    raise KeyError(f"no rule {rule} is asked of this case")


def _rules(question: Question, audits: Audits) -> set[str]:
    return {finding.rule for finding in _judged(question, audits).findings if finding.outcome in SPEAKS}


def _parts(question: Question, audits: Audits) -> set[str]:
    """Fields of a form that findings point at, on the form itself and on every photo that relies on it."""
    case = _case(question)
    audit = audits(case.practice)
    everything: list[Finding] = [finding for photo in audit.photos for finding in photo.findings]
    mine = [one for one in everything if one.authorization == case.form]
    mine += [one for matter in audit.matters if matter.matter.id == case.form for one in matter.findings]
    speaking = [one for one in mine if one.outcome in SPEAKS]
    return {one.part for one in speaking if one.part} | {one.rule for one in speaking}


def _last_day(question: Question, _: Audits) -> set[str]:
    counted = clock(str(_asked(question, "clock")))
    discovered = date.fromisoformat(str(_asked(question, "discovered")))
    if counted.id == "hhs-yearly":
        return {yearly_due(discovered).isoformat()}
    count = business_after if counted.business else after
    return {count(discovered, counted.days).isoformat()}


def _days(question: Question, _: Audits) -> set[str]:
    return {_same(question, str(clock(str(_asked(question, "clock"))).days))}


def _amount(question: Question, _: Audits) -> set[str]:
    wanted, what = _asked(question, "figure"), _asked(question, "what")
    for figures in every_figure():
        for amount in figures.amounts:
            if (figures.id, amount.what) == (wanted, what):
                return {_same(question, str(getattr(amount, str(_asked(question, "bound")))))}
    raise KeyError(f"no figure {wanted} for {what}")


def _judged(question: Question, audits: Audits) -> JudgedPhoto | JudgedMatter:
    case = _case(question)
    audit = audits(case.practice)
    for photo in audit.photos:
        if photo.evidence.published.id == case.photo:
            return photo
    named = f"form/{case.form}" if case.form else case.matter
    for matter in audit.matters:
        if f"{matter.matter.kind.value}/{matter.matter.id}" == named:
            return matter
    raise KeyError(f"{case.practice} has no {case.photo or named or case.original} that is audited")


def _case(question: Question) -> CaseRef:
    if question.case is None:
        raise KeyError("the answer is computed from a case, and none is named")
    return question.case


def _asked(question: Question, name: str) -> object:
    values = question.computed.values if question.computed else {}
    if name not in values:
        raise KeyError(f"computed lacks {name}")
    return values[name]


def _listed(values: set[str]) -> str:
    return ", ".join(sorted(values)) or "nothing"
