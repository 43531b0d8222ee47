"""What a writer gives back: files, and what could not be carried."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...records import CaseRef, Question, QuestionKind

Pictures = Callable[[CaseRef], tuple[bytes, str] | None]
"""The picture of a case as JPEG with the words that stand for it; None where the case has none."""

TAG = ":"  # between the name and the value of a tag: "rule:hipaa-auth-channel"


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """One thing that a format cannot carry, or carries in another way."""

    question: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The files by name, and everything that is not in them. ``questions`` counts what is."""

    files: dict[str, bytes]
    questions: int
    losses: tuple[Loss, ...]


def no_pictures(_: CaseRef) -> None:
    """For an export without pictures."""


def tags_of(question: Question) -> Iterator[tuple[str, str]]:
    """Everything about a question that learning systems know only as tags, as name and value."""
    yield "lesson", question.lesson
    yield "kind", question.kind.value
    yield "use", question.use.value
    yield "version", str(question.version)
    yield "difficulty", str(question.difficulty)
    if question.critical:
        yield "critical", "yes"
    for rule in question.rules:
        yield "rule", rule
    for claim in question.claims:
        yield "claim", claim
    for pile in question.piles:
        yield "pile", pile
    if question.unit:
        yield "unit", question.unit
    if question.case:
        named = next(name for name in ("photo", "original", "form", "matter") if getattr(question.case, name))
        yield "case", f"{question.case.practice} {named} {getattr(question.case, named)}"
        yield "show", " ".join(question.case.show)


def in_another_way(question: Question) -> Iterator[Loss]:
    """What changes where a system has no such kind of question: said of formats without order, sorting and places."""
    said = {
        QuestionKind.ORDER: "is asked as matching each step with its number",
        QuestionKind.SORT: "is asked as matching each card with its pile",
        QuestionKind.HOTSPOT: "is asked as choosing from the list of places; the places in the picture are left out",
        QuestionKind.DATE: "is asked as a short answer, written 2026-03-31 or 3/31/2026",
    }.get(question.kind)
    if said:
        yield Loss(question.id, said)
    if question.kind in (QuestionKind.ORDER, QuestionKind.SORT, QuestionKind.MATCH):
        yield Loss(question.id, "the reason of each part is told once, after the whole answer")
    yield Loss(question.id, "the ids of its options are left out: answers given there cannot be counted with ours")


def with_unit(question: Question) -> str:
    """The question with its unit in brackets, for formats that have no place for one."""
    return f"{question.stem} ({question.unit})" if question.unit else question.stem


def papers_left_out(question: Question) -> Iterator[Loss]:
    """Papers of a case that only this program can show beside the question."""
    papers = [name for name in question.case.show if name != "picture"] if question.case else []
    if papers:
        yield Loss(question.id, f"the papers of its case are left out: {', '.join(papers)}")
