"""A published picture over its original, by the matching and the comparison of the audit."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from before_you_post.ui.lessons.compare import NO_ORIGINAL, Compare
from trying import ask

SMOOTHED = "website/softer-skin/lift-turned-smooth-pair.jpg"


@pytest.fixture(scope="module")
def compared() -> Compare:
    widget = Compare("quillfeather", SMOOTHED, 2)
    ask(widget, do="compare")
    return widget


def edits(widget: Compare) -> list[Any]:
    return list(widget.shown["edits"])


def test_what_was_edited_comes_first_and_every_family_is_told(compared: Compare) -> None:
    assert [one["label"] for one in edits(compared) if one["state"] == "edited"] == ["Smoothing of skin"]
    assert edits(compared)[0]["label"] == "Smoothing of skin"
    assert len(edits(compared)) == 8
    assert compared.shown["said"] == "Of 8 kinds of change looked for, 1 was found; the list begins with it."


def test_the_panel_and_its_original_have_one_size(compared: Compare) -> None:
    sizes = set()
    for name in ("panel", "original"):
        with Image.open(BytesIO(compared.pictures[name])) as image:
            sizes.add(image.size)
    assert len(sizes) == 1


def test_where_it_changed_is_drawn_when_asked(compared: Compare) -> None:
    ask(compared, do="heat", family="smoothing")
    assert compared.pictures["heat-smoothing"].startswith(b"\xff\xd8\xff")


def test_a_family_that_does_not_exist_is_passed_over(compared: Compare) -> None:
    ask(compared, do="heat", family="magic")
    assert "heat-magic" not in compared.pictures


def test_none_found_is_never_told_as_not_edited(compared: Compare) -> None:
    assert "never means" in compared.shown["note"]


def test_the_panel_that_was_left_alone_has_nothing_found() -> None:
    shown = ask(Compare("quillfeather", SMOOTHED, 1), do="compare")
    assert shown["said"] == "Of 8 kinds of change looked for, none was found."


@pytest.mark.parametrize(("photo", "panel"), [(SMOOTHED, 7), ("instagram/2026-05-03-160000/sunday-smiles.jpg", 1)])
def test_without_an_original_nobody_can_say_what_was_changed(photo: str, panel: int) -> None:
    widget = Compare("quillfeather", photo, panel)
    assert ask(widget, do="compare") is None
    assert widget.trouble == NO_ORIGINAL


def test_a_heat_map_is_not_made_before_the_comparison() -> None:
    widget = Compare("quillfeather", SMOOTHED, 2)
    ask(widget, do="heat", family="smoothing")
    assert widget.pictures == {}
