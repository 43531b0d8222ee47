"""What is wrong with the reader's own data, said so that they can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in the reader's data that could not be used as it stands: where, what was found, what to do."""

    path: str
    found: str
    expected: str
    remedy: str
    row: int | None = None  # as a spreadsheet counts: the header is row 1
    column: str | None = None


class InputError(Exception):
    """The reader's data cannot be read at all. Carries the Problem that says where and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.path}: found {problem.found}; expected {problem.expected}. {problem.remedy}")
        self.problem = problem
