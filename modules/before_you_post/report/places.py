"""Where a file is, as a report may say it: from the practice folder on, since a report may leave this machine."""

from __future__ import annotations

from pathlib import Path, PurePath

from ..records import Problem


def inside(path: str, folder: str | Path) -> str:
    """Return a path as seen from the practice folder, with forward slashes; of one outside it, only the name."""
    pure = PurePath(path)
    if pure.is_relative_to(folder):
        pure = pure.relative_to(folder)
    return pure.name if pure.is_absolute() else pure.as_posix()


def problem_fields(problem: Problem, folder: str) -> dict[str, str | int | None]:
    """Return a problem of the practice's own files, field by field, its place as seen from the practice folder."""
    return {
        "file": inside(problem.path, folder),
        "row": problem.row,
        "column": problem.column,
        "found": problem.found,
        "expected": problem.expected,
        "remedy": problem.remedy,
    }
