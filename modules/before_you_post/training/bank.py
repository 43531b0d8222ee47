"""The question bank: ``quizzes/<lesson>.yaml``, read strictly and with the line of every mistake.

A maintainer of the curriculum edits these files, not a programmer. So a mistake is told with file, line, what was
found and what was expected; ``docs/curriculum.md`` explains every key.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from ..records import CaseRef, Computed, InputError, Option, Problem, Question, QuestionKind, QuestionUse
from .option_rules import complaint_about
from .places import QUIZZES
from .yaml_lines import LOADER, lines_of

Word = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Sentence = Annotated[str, Field(min_length=1, max_length=1500)]
Share = Annotated[float, Field(ge=0, le=1)]
SHOWN = ("picture", "caption", "form", "metadata", "patient")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, coerce_numbers_to_str=True)


class _OptionPart(_Part):
    id: Word
    text: Sentence
    right: bool = True
    why: Annotated[str, Field(min_length=10, max_length=1000)]
    value: str | None = None
    partner: str | None = None
    pile: str | None = None
    region: tuple[Share, Share, Share, Share] | None = None


class _CasePart(_Part):
    practice: Annotated[str, Field(pattern=r"^[a-z]+$")]
    photo: str | None = None
    original: str | None = None
    form: str | None = None
    matter: str | None = None
    show: tuple[str, ...] = ("picture",)

    @model_validator(mode="after")
    def _one_subject(self) -> _CasePart:
        named = [name for name in ("photo", "original", "form", "matter") if getattr(self, name)]
        if len(named) != 1:
            raise ValueError("a case names exactly one of photo, original, form, matter")
        if unknown := set(self.show) - set(SHOWN):
            raise ValueError(f"show may hold {', '.join(SHOWN)}; not {', '.join(sorted(unknown))}")
        return self


class _ComputedPart(BaseModel):
    model_config = ConfigDict(extra="allow", str_strip_whitespace=True)

    ask: Word | Annotated[str, Field(pattern=r"^[a-z_]+$")]


class _QuestionPart(_Part):
    id: Word
    version: Annotated[int, Field(ge=1)] = 1
    kind: QuestionKind
    use: QuestionUse = QuestionUse.QUIZ
    stem: Annotated[str, Field(min_length=10, max_length=2000)]
    options: Annotated[tuple[_OptionPart, ...], Field(min_length=1)]
    rules: Annotated[tuple[Word, ...], Field(min_length=1)]
    claims: tuple[Annotated[str, Field(pattern=r"^S([1-9]|[1-3][0-9]|4[0-4])$")], ...] = ()
    difficulty: Annotated[int, Field(ge=1, le=3)] = 2
    critical: bool = False
    piles: tuple[str, ...] = ()
    unit: str = ""
    otherwise: str = ""
    hint: str = ""
    case: _CasePart | None = None
    computed: _ComputedPart | None = None


class _BankPart(_Part):
    lesson: Word
    questions: tuple[_QuestionPart, ...]


def load_bank(folder: Path = QUIZZES) -> tuple[Question, ...]:
    """Every question of the course, by the names of the files and in their order.

    Raises InputError with file and line for the first mistake; also where two questions share an id.
    """
    found: dict[str, Question] = {}
    for path in sorted(folder.glob("*.yaml")):
        for question in load_questions(path):
            if question.id in found:
                raise _refused(
                    path, f"the id {question.id}, which {found[question.id].lesson} uses too", "ids that are used once"
                )
            found[question.id] = question
    return tuple(found.values())


def load_questions(path: Path) -> tuple[Question, ...]:
    """The questions of one file. Raises InputError with file and line for the first mistake."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _refused(path, error.strerror or "no such file", "the questions of a lesson") from error
    return _read(path, data)


@cache
def _read(path: Path, data: bytes) -> tuple[Question, ...]:
    try:
        text = data.decode()
        parsed = yaml.load(text, LOADER)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise _refused(path, str(error), "a file in YAML", mark.line + 1 if mark else None) from error
    lines = lines_of(text)
    try:
        bank = _BankPart.model_validate(parsed)
    except ValidationError as error:
        first = error.errors()[0]
        where = first["loc"]
        raise _refused(
            path, f"{_spelt(where)}: {_shortened(first['input'])}", first["msg"], _line(lines, where)
        ) from error
    if bank.lesson != path.stem:
        raise _refused(path, f"lesson: {bank.lesson}", f"lesson: {path.stem}, like the name of the file", 1)
    questions = []
    for number, part in enumerate(bank.questions):
        question = _question(bank.lesson, part)
        if complaint := complaint_about(question):
            line = _line(lines, ("questions", number))
            raise _refused(path, f"{question.id}: {complaint.found}", complaint.expected, line)
        questions.append(question)
    return tuple(questions)


def _question(lesson: str, part: _QuestionPart) -> Question:
    values: dict[str, Any] = dict(part)
    values["options"] = tuple(Option(**dict(option)) for option in part.options)
    values["case"] = CaseRef(**dict(part.case)) if part.case else None
    if part.computed:
        extra = part.computed.model_extra or {}
        values["computed"] = Computed(ask=part.computed.ask, values=dict(extra))
    return Question(lesson=lesson, **values)


def _line(lines: dict[tuple[int | str, ...], int], where: tuple[int | str, ...]) -> int | None:
    """The line of a place, or of the nearest thing around it that stands in the file."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where)


def _spelt(where: tuple[int | str, ...]) -> str:
    return ", ".join(f"number {part + 1}" if isinstance(part, int) else str(part) for part in where) or "the file"


def _shortened(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 120 else text[:117] + "..."


def _refused(path: Path, found: str, expected: str, line: int | None = None) -> InputError:
    return InputError(
        Problem(
            path=str(path),
            row=line,
            found=found,
            expected=expected,
            remedy="Mend the file; docs/curriculum.md explains every key.",
        )
    )
