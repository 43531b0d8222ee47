"""The course file: an order that holds, and mistakes that name their lesson."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_you_post.records import InputError
from before_you_post.training.course import load_course

COURSE = """
title = "A course"

[[lesson]]
slug = "first"
title = "The first"
summary = "What comes at the beginning."
minutes = 7
audience = ["everyone"]

[[lesson]]
slug = "second"
title = "The second"
summary = "What comes afterwards."
minutes = 8
audience = ["marketing", "managers"]
needs = ["first"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "course.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_course_of_this_project_is_read_in_its_order() -> None:
    course = load_course()
    assert course.slugs()[0] == "why-it-matters"
    assert course.slugs()[-1] == "final"
    assert course.lesson("final").exam


def test_lessons_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    course = load_course(written(tmp_path, COURSE))
    assert course.slugs() == ("first", "second")
    assert course.lesson("second").needs == ("first",)
    with pytest.raises(KeyError):
        course.lesson("third")


@pytest.mark.parametrize(
    ("there", "instead", "said"),
    [
        ("minutes = 8", "minutes = 0", "lesson second minutes"),
        ("minutes = 8", "minuets = 8", "lesson second minu"),
        ('["marketing", "managers"]', '["pets"]', "lesson second audience"),
        ('slug = "second"', 'slug = "first"', "the slug first twice"),
        ('needs = ["first"]', 'needs = ["third"]', "second needs third"),
        ('title = "A course"', "title =", "Invalid"),
    ],
)
def test_a_mistake_names_its_lesson(tmp_path: Path, there: str, instead: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        load_course(written(tmp_path, COURSE.replace(there, instead)))


def test_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        load_course(tmp_path / "course.toml")
