"""How much of the original is shown follows from where the panel lies in it."""

from __future__ import annotations

import numpy as np
import pytest

from before_you_post.edits import crop
from before_you_post.edits.alignment import align
from before_you_post.records import EditState, Match
from painted_skin import skin
from retouched_skin import box, published, untouched


def shown(left: int, top: int, right: int, bottom: int, *, mirrored: bool = False) -> float | None:
    part = np.ascontiguousarray(skin(5)[top:bottom, left:right])
    there = box(left, top, right, bottom)
    if mirrored:
        part, there = np.ascontiguousarray(part[:, ::-1]), tuple(there[place] for place in (1, 0, 3, 2))
    here = box(0, 0, right - left, bottom - top)
    found = crop.check(align(published(part), skin(5), Match(original="one", outline=here, original_outline=there)))
    assert found.state is EditState.EDITED
    assert found.what == "cropped"
    return found.measure


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_quarter_of_the_original_is_told_as_a_quarter(mirrored: bool) -> None:
    assert shown(90, 120, 270, 360, mirrored=mirrored) == pytest.approx(0.25, abs=0.005)


def test_a_strip_that_was_cut_off_counts() -> None:
    assert shown(0, 0, 360, 432) == pytest.approx(0.9, abs=0.005)


def test_the_whole_original_is_not_cropped() -> None:
    found = crop.check(untouched())
    assert (found.state, found.what) == (EditState.NONE_FOUND, None)
    assert found.measure == pytest.approx(1.0, abs=0.01)
