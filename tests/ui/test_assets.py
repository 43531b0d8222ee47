"""The page's script and style: joined whole, and without a way to bring markup or another host into the page."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from before_you_post.ui.assets import SCRIPTS, STYLES, script, style


def test_every_file_of_the_folder_is_joined() -> None:
    names = {path.name for path in (files("before_you_post.ui") / "static").iterdir()}
    assert names == {f"{name}.js" for name in SCRIPTS} | {f"{name}.css" for name in STYLES}


def test_the_script_is_one_module_with_one_export() -> None:
    assert re.findall(r"^export .*$", script(), re.M) == ["export default { render };"]


@pytest.mark.parametrize(
    "means", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc"]
)
def test_nothing_from_outside_can_become_markup(means: str) -> None:
    assert means not in script()


def test_no_other_host_is_named() -> None:
    addresses = set(re.findall(r"https?://[\w./-]+", script() + style()))
    assert addresses == {"http://www.w3.org/2000/svg"}


def test_no_function_is_defined_twice() -> None:
    names = re.findall(r"^(?:function|const|let) (\w+)", script(), re.M)
    assert len(names) == len(set(names))
