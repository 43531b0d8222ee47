"""The script and the style of the manager's page: whole, and without a way to bring in markup or another host."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from before_you_post.ui.lessons.records import RecordsPage

SCRIPT = str(RecordsPage._esm)


def test_the_script_is_one_module_with_one_export_and_no_function_twice() -> None:
    assert re.findall(r"^export .*$", SCRIPT, re.M) == ["export default { render };"]
    named = re.findall(r"^(?:async )?(?:function|const|let) (\w+)", SCRIPT, re.M)
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    "means", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc"]
)
def test_nothing_from_outside_can_become_markup(means: str) -> None:
    assert means not in SCRIPT


def test_no_other_host_is_named() -> None:
    assert set(re.findall(r"https?://[\w./-]+", SCRIPT + str(RecordsPage._css))) <= {"http://www.w3.org/2000/svg"}


def test_every_rule_of_the_style_keeps_to_its_page() -> None:
    sheet = (files("before_you_post.ui.lessons") / "static" / "records.css").read_text(encoding="utf-8")
    selectors = re.findall(r"(?:^|[{}])\s*([^{}@;]+)\{", re.sub(r"/\*.*?\*/", "", sheet, flags=re.S))
    assert selectors
    for selector in selectors:
        assert selector.strip().startswith((".byp-records", ".byp-lesson.byp-records")), selector
