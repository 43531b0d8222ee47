"""The scripts and styles of the lessons' widgets: whole, and without a way to bring in markup or another host."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from before_you_post.ui.lessons import home, quiz, taught
from before_you_post.ui.lessons.exercise import Exercise
from before_you_post.ui.lessons.gate import GateDoor
from before_you_post.ui.lessons.top import Top

WIDGETS = {
    one.__name__: one for one in (Exercise, Top, GateDoor, home.HomeTop, home.Lessons, quiz.LessonQuiz, taught.Taught)
}


@pytest.mark.parametrize("name", WIDGETS)
def test_a_script_is_one_module_with_one_export_and_no_function_twice(name: str) -> None:
    script = str(WIDGETS[name]._esm)
    assert re.findall(r"^export .*$", script, re.M) == ["export default { render };"]
    named = re.findall(r"^(?:async )?(?:function|const|let) (\w+)", script, re.M)
    assert len(named) == len(set(named))


@pytest.mark.parametrize("name", WIDGETS)
@pytest.mark.parametrize(
    "means", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc"]
)
def test_nothing_from_outside_can_become_markup(name: str, means: str) -> None:
    assert means not in str(WIDGETS[name]._esm)


@pytest.mark.parametrize("name", WIDGETS)
def test_no_other_host_is_named(name: str) -> None:
    joined = str(WIDGETS[name]._esm) + str(WIDGETS[name]._css)
    assert set(re.findall(r"https?://[\w./-]+", joined)) <= {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("name", ["lesson", "question", "quiz", "sign_in", "home", "taught"])
def test_every_rule_of_a_style_stands_below_the_lessons(name: str) -> None:
    """The dashboard may stand on the same page, behind the sign-in; its looks must not change."""
    sheet = (files("before_you_post.ui.lessons") / "static" / f"{name}.css").read_text(encoding="utf-8")
    plain = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
    selectors = re.findall(r"(?:^|[{}])\s*([^{}@;]+)\{", plain)
    assert selectors
    for selector in selectors:
        assert re.match(r"\.byp-(lesson|home|gate)\b", selector.strip()), selector
