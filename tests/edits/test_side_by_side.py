"""Two photos of a face are laid over each other by its points, and measured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.edits.side_by_side import measure
from before_you_post.photos import open_picture
from painted_skin import skin
from retouched_skin import Pixels

ORIGINALS = Path(__file__).parents[2] / "sample_data" / "quillfeather" / "originals"


def rendered(name: str) -> Pixels:
    return open_picture(ORIGINALS / name).pixels


def test_a_head_turned_in_both_photos_alike_differs_by_the_few_degrees_it_was_moved() -> None:
    found = measure(rendered("P-101/nose-turned-before.jpg"), rendered("P-101/nose-turned-after.jpg"))
    assert found.problem is None
    assert found.turn is not None
    assert found.turn < 5
    assert found.scale == pytest.approx(1, abs=0.05)
    assert (found.background or 0) < 0.1


def test_a_head_that_was_turned_further_is_told_by_how_far() -> None:
    """One was taken from the front, the other from 48 degrees to the side, as the plan of the renderings says."""
    found = measure(rendered("P-101/nose-front-before.jpg"), rendered("P-101/nose-turned-after.jpg"))
    assert found.turn is not None
    assert 40 < found.turn < 65


def test_without_looking_for_faces_a_face_is_laid_by_other_detail_or_not_at_all() -> None:
    before = rendered("P-109/rosacea-right-before-1.jpg")
    found = measure(before, np.ascontiguousarray(before[40:, 30:]), faces=False)
    assert (found.turn, found.scale) == (pytest.approx(0, abs=0.3), pytest.approx(1.03, abs=0.03))


def test_a_wall_of_another_colour_is_another_background() -> None:
    before = skin(5)
    after = before.copy()
    before[:, :60], after[:, :60] = (200, 200, 200), (60, 90, 160)
    found = measure(before, after, faces=False)
    assert found.problem is None
    assert found.background is not None
    assert found.background > 0.5


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 70), st.integers(1, 70), st.integers(1, 70), st.integers(0, 3))
def test_pictures_of_any_size_and_content_are_measured_or_refused(
    height: int, width: int, other: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    one = rng.integers(0, 256, (height, width, 3), np.uint8)
    plain = np.full((other, width, 3), 120, np.uint8)
    for pair in ((one, one), (one, plain), (plain, plain)):
        found = measure(*pair)
        assert found.problem or found.scale is not None
