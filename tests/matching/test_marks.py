"""How much of a mark on file a panel shows follows from which part of the original it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.matching import visible_marks
from before_you_post.records import Mark, MarkKind, Match, Original, Outline, VisibleMark

TATTOO = Mark(kind=MarkKind.TATTOO, box=(100, 200, 80, 40))
ARM = Original(id="P-01/arm.jpg", path="/arm.jpg", marks=(TATTOO,))


def box(left: float, top: float, right: float, bottom: float) -> Outline:
    return (left, top), (right, top), (right, bottom), (left, bottom)


def match(here: Outline, there: Outline) -> Match:
    return Match(original=ARM.id, outline=here, original_outline=there)


def seen(found: Match, mark: Mark = TATTOO) -> VisibleMark:
    (visible,) = visible_marks(replace(ARM, marks=(mark,)), found) or ()
    return visible


def test_a_mark_inside_the_part_shown_is_seen_whole_where_it_lies_in_the_published_photo() -> None:
    visible = seen(match(box(0, 0, 300, 300), box(50, 150, 350, 450)))
    assert (visible.shown, visible.outline) == (1.0, box(50, 50, 130, 90))


def test_a_mark_that_was_cropped_away_is_not_seen() -> None:
    visible = seen(match(box(0, 0, 300, 300), box(300, 300, 600, 600)))
    assert (visible.shown, visible.outline) == (0.0, ())


def test_of_a_mark_at_the_edge_a_part_is_seen() -> None:
    visible = seen(match(box(0, 0, 200, 200), box(120, 210, 320, 410)))
    assert visible.shown == pytest.approx(0.75 * 0.75, abs=1e-3)
    assert set(visible.outline) == {(0, 0), (60, 0), (60, 30), (0, 30)}


def test_a_mirrored_panel_in_a_collage_shows_the_mark_on_the_other_side() -> None:
    visible = seen(match(box(500, 0, 800, 300), ((400, 100), (100, 100), (100, 400), (400, 400))))
    assert visible.shown == 1.0
    assert set(visible.outline) == {(800, 100), (720, 100), (720, 140), (800, 140)}


def test_a_turned_and_reduced_panel_shows_the_mark_where_it_went() -> None:
    quarter = match(box(0, 0, 200, 300), ((600, 0), (600, 400), (0, 400), (0, 0)))
    visible = seen(quarter)
    assert visible.shown == 1.0
    xs, ys = zip(*visible.outline, strict=True)
    assert (min(xs), max(xs), min(ys), max(ys)) == (100, 120, 210, 250)


def test_nobody_recorded_is_not_none_there() -> None:
    found = match(box(0, 0, 300, 300), box(0, 0, 300, 300))
    assert visible_marks(replace(ARM, marks=None), found) is None
    assert visible_marks(replace(ARM, marks=()), found) == ()


@pytest.mark.parametrize("mark", [Mark(kind=MarkKind.SCAR), Mark(kind=MarkKind.SCAR, box=(5, 5, 0, 20))])
def test_of_a_mark_without_a_place_nobody_can_say_whether_it_is_shown(mark: Mark) -> None:
    assert seen(match(box(0, 0, 300, 300), box(0, 0, 300, 300)), mark).shown is None


def test_where_the_panel_may_show_another_shot_the_place_of_a_mark_is_not_known() -> None:
    twin = replace(match(box(0, 0, 300, 300), box(0, 0, 300, 300)), original="P-01/arm-2.jpg", either=(ARM.id,))
    assert seen(twin).shown is None
    assert seen(replace(twin, original=ARM.id, original_outline=())).shown is None


SIDES = st.integers(0, 900)


@given(SIDES, SIDES, st.integers(1, 900), st.integers(1, 900), st.integers(20, 900))
def test_the_share_is_a_share_and_lies_inside_the_panel(
    left: int, top: int, width: int, height: int, reach: int
) -> None:
    mark = Mark(kind=MarkKind.OTHER, box=(left, top, width, height))
    visible = seen(match(box(10, 20, 310, 320), box(300, 300, 300 + reach, 300 + reach)), mark)
    assert visible.shown is not None
    assert 0 <= visible.shown <= 1
    assert bool(visible.outline) == (visible.shown > 0)
    assert all(10 <= x <= 310 and 20 <= y <= 320 for x, y in visible.outline)
