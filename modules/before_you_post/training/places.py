"""Where the course lies: in the checkout, beside the package, so that it can be edited without the program."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
COURSE_FILE = ROOT / "notebooks" / "course.toml"
LESSONS = ROOT / "notebooks" / "lessons"
QUIZZES = ROOT / "quizzes"
SAMPLES = ROOT / "sample_data"
