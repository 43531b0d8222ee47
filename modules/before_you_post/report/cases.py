"""A rule's own cases in words: what is different from a photo with which nothing is wrong, and what is then said.

Every case of a rule is the clean case with one thing changed (``rules/cases``), so the difference tells the whole
story.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any

from ..audit import judge_case
from ..records import (
    AnonymousPhoto,
    Authorization,
    Device,
    Disclosure,
    Evidence,
    FormVersion,
    NotAPatientPhoto,
    Original,
    Outcome,
    Panel,
    Patient,
    PatientRequest,
    PhotoFacts,
    PhotoScope,
    Policy,
    Post,
    Published,
    RiskAnalysis,
    RoutineCheck,
    StaffMember,
    Vendor,
    WrittenPolicy,
)
from ..rules.base import OfficeCase, Rule
from ..rules.cases.clean import CLEAN
from ..rules.cases.clean_office import MATTERS, OFFICE
from ..rules.conditions.printed import PARTS
from . import labels, phrases

_THINGS = {
    AnonymousPhoto: "the photo treated as anonymous",
    Authorization: "the form",
    Device: "the device",
    Disclosure: "the disclosure",
    FormVersion: "the printed form",
    Original: "the original",
    Panel: "the picture in the photo",
    Patient: "the patient",
    PatientRequest: "the request",
    PhotoFacts: "the file",
    Policy: "the practice's own policy",
    Post: "the post",
    Published: "the photo",
    RiskAnalysis: "the risk analysis",
    RoutineCheck: "the last check",
    StaffMember: "the person",
    Vendor: "the vendor",
    WrittenPolicy: "the policy",
}
_CALLED = {
    "authorizations": "forms on file",
    "identifiers": "found in words",
    "outline": "its place in the photo",
    "panels": "what the photo was made from",
    "states": "the practice is in",
    "today": "looked at on",
    "not_a_patient": "a named person found that no patient is shown",
    "whole": "certain",
}  # field to words, where its name says too little
_GEOMETRY = {"outline", "original_outline", "box"}  # nothing a reader of words can use


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A case that breaks a rule: what is so, and what the rule says of it."""

    facts: str
    observed: str
    asks: bool  # it asks a person to decide, and fails nothing by itself
    marks: str | None  # the line of the form it marks, as people read it; None = none


def breaking(rule: Rule) -> tuple[Broken, ...]:
    """The cases that break a rule, each with what it says of them."""
    return tuple(_broken(rule, case) for case in rule.violates)


def _broken(rule: Rule, case: Evidence | OfficeCase) -> Broken:
    finding = judge_case(case, (rule,)).findings[0]
    return Broken(
        facts=difference(case),
        observed=finding.observed,
        asks=finding.outcome is Outcome.NEEDS_REVIEW,
        marks=labels.AUTHORIZATION_FIELDS[finding.part] if finding.part else None,
    )


def keeping(rule: Rule) -> tuple[str, ...]:
    """The near misses of a rule, which do not break it: what is so in each."""
    return tuple(difference(case) for case in rule.complies)


def difference(case: Evidence | OfficeCase) -> str:
    """What of a case is not as in the clean one: "the form, ends on: 2026-03-01"."""
    if isinstance(case, OfficeCase):
        clean = MATTERS[case.matter.kind]
        return "; ".join((*_changed("", clean, case.matter), *_changed("", OFFICE, case.office)))
    if case.not_a_patient is not None:
        case = replace(case, panels=CLEAN.panels)  # then nobody asks what it was made from
    return "; ".join(_changed("", CLEAN, case))


def _changed(name: str, before: Any, after: Any) -> Iterator[str]:
    """Each value that differs, named by the thing it belongs to."""
    if before == after:
        return
    if _record(after) and type(before) is type(after):
        undescribed = isinstance(after, Authorization) and all(getattr(after, part) is None for part in PARTS)
        if undescribed:
            yield "what the form says in print: not recorded"
        for field in fields(after):
            if not (undescribed and field.name in PARTS):
                yield from _changed(_name(after, field.name), getattr(before, field.name), getattr(after, field.name))
    elif _several(before) and _several(after) and len(before) == len(after):
        for one, other in zip(before, after, strict=True):
            yield from _changed(name, one, other)
    elif _several(before) and _several(after) and hasattr(after[0], "kind") and set(after) < set(before):
        yield f"{name}: without {'; '.join(_words(one.kind) for one in before if one not in after)}"
    else:
        yield f"{name}: {_words(after)}"


def _record(value: Any) -> bool:
    return is_dataclass(value) and not isinstance(value, PhotoScope)  # of which a phrase tells the whole


def _several(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(map(_record, value))


def _name(record: Any, field: str) -> str:
    of_form = isinstance(record, Authorization)
    words = labels.AUTHORIZATION_FIELDS[field].lower() if of_form else _label(field)
    thing = _THINGS.get(type(record))
    if thing and isinstance(record, WrittenPolicy | PatientRequest | RoutineCheck):
        thing = f"{thing} ({_words(record.kind)})"
    return f"{thing}, {words}" if thing else words


def _label(field: str) -> str:
    return _CALLED.get(field, field.replace("_", " "))


def _words(value: Any) -> str:
    if isinstance(value, tuple) and value and not isinstance(value[0], PhotoScope):
        return "; ".join(_words(each) for each in value)
    if isinstance(value, NotAPatientPhoto):
        return value.what
    if _record(value):
        kind = _words(value.kind) if hasattr(value, "kind") else ""
        told = ", ".join(f"{_label(field.name)} {_words(getattr(value, field.name))}" for field in _filled(value))
        return f"{kind} ({told})".strip() if told else kind
    if isinstance(value, Enum) and value not in labels.SIGNER_ROLES:
        return str(value.value).replace("_", " ")
    return phrases.recorded(value).strip()


def _filled(record: Any) -> Iterator[Field[Any]]:
    """The fields that somebody filled in, but the kind, which is told first."""
    for field in fields(record):
        default = field.default if field.default is not MISSING else None
        if field.name != "kind" and field.name not in _GEOMETRY and getattr(record, field.name) not in (default, None):
            yield field
