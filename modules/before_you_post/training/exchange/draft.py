"""A question that came from elsewhere, made into a draft of ``quizzes/<lesson>.yaml``.

A draft is not taken into the bank by itself: what the other system does not know (which rule it asks about, why each
option is right or wrong) is left empty and named, and the bank refuses the file until somebody has filled it in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from ...records import QuestionKind
from ..option_rules import as_day, as_number
from .exported import Loss

_ONE, _MANY = "one", "many"
_CASES = ("photo", "original", "form", "matter")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignAnswer:
    """One answer as the other system has it."""

    text: str
    right: bool
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """One question as the other system has it, in the words that GIFT and Moodle XML share."""

    name: str
    stem: str
    how: str  # one, many, truefalse, matching, numerical, shortanswer; anything else is not taken over
    answers: tuple[ForeignAnswer, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    general: str = ""  # told whatever was answered
    hint: str = ""
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # "rule" -> all its values
    pictures: int = 0  # that came with it


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """Files of drafts by the lesson they belong to, how many questions are in them, and what is missing."""

    files: dict[str, str]
    questions: int
    losses: tuple[Loss, ...]


def drafts(found: Sequence[Foreign], lesson: str) -> Drafts:
    """Drafts of those questions; one that names no lesson goes to ``lesson``."""
    banks: dict[str, list[dict[str, Any]]] = {}
    losses: list[Loss] = []
    for one in found:
        kind = _kind(one)
        if kind is None:
            losses.append(Loss(one.name, f"is left out as a whole: there is no kind of question like its {one.how}"))
            continue
        home = words_with_dashes(_tag(one, "lesson") or lesson)  # becomes the name of a file
        banks.setdefault(home, []).append(_drafted(one, kind))
        losses += _missing(one, kind)
    files = {
        name: yaml.safe_dump({"lesson": name, "questions": questions}, sort_keys=False, allow_unicode=True, width=100)
        for name, questions in banks.items()
    }
    return Drafts(files=files, questions=sum(map(len, banks.values())), losses=tuple(losses))


def _kind(one: Foreign) -> QuestionKind | None:
    """What the tag says, where the other system can carry it; otherwise what it looks like."""
    looks: dict[str, QuestionKind | None] = {
        _ONE: QuestionKind.SINGLE,
        _MANY: QuestionKind.SEVERAL,
        "truefalse": QuestionKind.TRUE_FALSE,
        "matching": QuestionKind.MATCH,
        "numerical": QuestionKind.NUMBER,
        "shortanswer": QuestionKind.DATE if all(as_day(answer.text) for answer in one.answers) else None,
    }
    was = {
        (_ONE, "decision"): QuestionKind.DECISION,
        (_MANY, "defects"): QuestionKind.DEFECTS,
        ("matching", "order"): QuestionKind.ORDER,
        ("matching", "sort"): QuestionKind.SORT,
    }.get((one.how, _tag(one, "kind")))
    return was or looks.get(one.how)


def _drafted(one: Foreign, kind: QuestionKind) -> dict[str, Any]:
    draft: dict[str, Any] = {
        "id": words_with_dashes(one.name),
        "version": int(as_number(_tag(one, "version")) or 1),
        "kind": kind.value,
        "use": _tag(one, "use") or "quiz",
        "stem": one.stem.removesuffix(f" ({_tag(one, 'unit')})"),
        "rules": list(one.tags.get("rule", ())),
        "claims": list(one.tags.get("claim", ())),
        "difficulty": int(as_number(_tag(one, "difficulty")) or 2),
    }
    if _tag(one, "critical") == "yes":
        draft["critical"] = True
    if one.hint:
        draft["hint"] = one.hint
    if case := _case(one):
        draft["case"] = case
    if kind is QuestionKind.SORT:
        draft["piles"] = list(one.tags.get("pile", ()) or dict.fromkeys(right for _, right in one.pairs))
    if unit := _tag(one, "unit"):
        draft["unit"] = unit
    if kind in (QuestionKind.NUMBER, QuestionKind.DATE):
        draft["otherwise"] = one.general
    draft["options"] = list(_options(one, kind))
    return draft


def _options(one: Foreign, kind: QuestionKind) -> Iterator[dict[str, Any]]:
    used: set[str] = set()
    if kind in (QuestionKind.ORDER, QuestionKind.MATCH, QuestionKind.SORT):
        pairs = sorted(one.pairs, key=lambda pair: int(pair[1])) if kind is QuestionKind.ORDER else one.pairs
        for left, right in pairs:
            option = {"id": _new(left, used), "text": left, "why": _reason(one, left)}
            if kind is not QuestionKind.ORDER:
                option["partner" if kind is QuestionKind.MATCH else "pile"] = right
            yield option
        return
    seen: set[object] = set()
    for answer in one.answers:
        value = as_day(answer.text) if kind is QuestionKind.DATE else answer.text
        if value in seen:  # a day written in two ways
            continue
        seen.add(value)
        name = answer.text.lower() if kind is QuestionKind.TRUE_FALSE else _new(answer.text, used)
        option = {"id": name, "text": answer.text, "right": answer.right, "why": answer.why}  # type: ignore[dict-item]
        if kind in (QuestionKind.NUMBER, QuestionKind.DATE):
            option["value"] = str(value)
        yield option


def _reason(one: Foreign, text: str) -> str:
    """The reason of one part, where the general one tells them line by line as our own writers do."""
    for line in one.general.splitlines():
        if line.startswith(f"{text}: "):
            return line.removeprefix(f"{text}: ")
    return ""


def _case(one: Foreign) -> dict[str, Any] | None:
    practice, _, rest = _tag(one, "case").partition(" ")
    named, _, subject = rest.partition(" ")
    if named not in _CASES:
        return None
    show = _tag(one, "show").split() if "show" in one.tags else ["picture"]
    return {"practice": practice, named: subject, "show": show}


def _missing(one: Foreign, kind: QuestionKind) -> Iterator[Loss]:
    if not one.tags.get("rule"):
        yield Loss(one.name, "names no rule: write under `rules` what it asks about")
    reasons = [_reason(one, left) for left, _ in one.pairs] or [answer.why for answer in one.answers]
    if empty := sum(not reason for reason in reasons):
        yield Loss(one.name, f"{empty} of {len(reasons)} options have no reason: write it under `why`")
    if one.pictures and not _case(one):
        yield Loss(one.name, "its pictures are left out: name a `case` of a sample practice instead")
    if kind.value != (_tag(one, "kind") or kind.value):
        yield Loss(one.name, f"was of the kind {_tag(one, 'kind')}, and is now {kind.value}")


def _tag(one: Foreign, name: str) -> str:
    return next(iter(one.tags.get(name, ())), "")


def _new(text: str, used: set[str]) -> str:
    """An id for an option that no other has."""
    name = base = words_with_dashes(text, most=4)
    number = 2
    while name in used:
        name = f"{base}-{number}"
        number += 1
    used.add(name)
    return name


def words_with_dashes(text: str, most: int = 8) -> str:
    """The first words of a text as an id: "The form has ended." becomes "the-form-has-ended"."""
    words = re.findall(r"[a-z0-9]+", text.lower())[:most]
    return "-".join(words)[:80].strip("-") or "option"
