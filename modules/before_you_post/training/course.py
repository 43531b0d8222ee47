"""The course: which lessons there are, in which order, and for whom. ``notebooks/course.toml`` is the only place.

The file is read strictly: an unknown key, a slug that is used twice or a lesson that needs one after it is an error
that names the lesson, because a mistake there would silently change what staff are taught.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..records import Audience, InputError, Lesson, Problem
from .places import COURSE_FILE

Slug = Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
Claim = Annotated[str, Field(pattern=r"^S([1-9]|[1-3][0-9]|4[0-4])$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Every lesson, in the order of the course."""

    title: str
    lessons: tuple[Lesson, ...]

    def lesson(self, slug: str) -> Lesson:
        """The lesson with that slug. Raises KeyError for one there is not."""
        for lesson in self.lessons:
            if lesson.slug == slug:
                return lesson
        raise KeyError(slug)

    def slugs(self) -> tuple[str, ...]:
        """The slugs of all lessons, in order."""
        return tuple(lesson.slug for lesson in self.lessons)


class _LessonPart(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    slug: Slug
    title: Annotated[str, Field(min_length=3, max_length=80)]
    summary: Annotated[str, Field(min_length=10, max_length=200)]
    minutes: Annotated[int, Field(ge=1, le=60)]
    audience: Annotated[tuple[Audience, ...], Field(min_length=1)]
    claims: tuple[Claim, ...] = ()
    needs: tuple[Slug, ...] = ()
    exam: bool = False
    draws: Annotated[int, Field(ge=3, le=50)] = 6
    version: Annotated[int, Field(ge=1)] = 1


class _CoursePart(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    title: Annotated[str, Field(min_length=3)]
    lesson: Annotated[tuple[_LessonPart, ...], Field(min_length=1)]


def load_course(path: Path = COURSE_FILE) -> Course:
    """The course in that file. Raises InputError, with lesson and key, for anything that is not as it must be."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _refused(path, error.strerror or "no such file", "the course, in TOML") from error
    return _read(path, data)


@cache
def _read(path: Path, data: bytes) -> Course:
    try:
        parsed: dict[str, Any] = tomllib.loads(data.decode())
        part = _CoursePart.model_validate(parsed)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _refused(path, str(error), "a file in TOML") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = _place(parsed, first["loc"])
        raise _refused(path, f"{place}: {first['input']!r}", first["msg"]) from error
    lessons = tuple(Lesson(**dict(lesson)) for lesson in part.lesson)
    _check_order(path, lessons)
    return Course(title=part.title, lessons=lessons)


def _check_order(path: Path, lessons: tuple[Lesson, ...]) -> None:
    before: set[str] = set()
    for lesson in lessons:
        if lesson.slug in before:
            raise _refused(path, f"the slug {lesson.slug} twice", "one lesson for a slug")
        for needed in lesson.needs:
            if needed not in before:
                raise _refused(path, f"{lesson.slug} needs {needed}", "a lesson that comes before it")
        before.add(lesson.slug)


def _place(parsed: dict[str, Any], loc: tuple[int | str, ...]) -> str:
    """``lesson what-identifies, minutes`` for the place of a mistake."""
    words = []
    for part in loc:
        if isinstance(part, int) and loc[0] == "lesson" and part == loc[1]:
            words.append(str(parsed["lesson"][part].get("slug", f"number {part + 1}")))
        else:
            words.append(str(part))
    return " ".join(words)


def _refused(path: Path, found: str, expected: str) -> InputError:
    return InputError(
        Problem(
            path=str(path), found=found, expected=expected, remedy="Mend the file; docs/curriculum.md has its keys."
        )
    )
