"""The heat map lies over the published photo, hot where a family sees something."""

from __future__ import annotations

import numpy as np
import pytest

from before_you_post.edits import heat_map
from before_you_post.records import EditFamily, Match
from painted_skin import skin
from retouched_skin import box

ORIGINAL = skin(5)


def page() -> tuple[np.ndarray, Match]:
    """A collage whose right panel has a black bar."""
    barred = ORIGINAL.copy()
    barred[200:240, 100:260] = 0
    whole = np.full((500, 760, 3), 255, np.uint8)
    whole[10:490, 390:750] = barred
    match = Match(original="one", outline=box(390, 10, 750, 490), original_outline=box(0, 0, 360, 480))
    return whole, match


def test_it_is_hot_on_the_bar_and_cold_outside_the_panel() -> None:
    whole, match = page()
    heat = heat_map(whole, ORIGINAL, match, EditFamily.MASK)
    assert heat is not None
    assert (heat.shape, heat.dtype) == ((500, 760), np.uint8)
    assert heat[215:245, 500:640].min() > 200
    assert heat[:, :380].max() == 0


@pytest.mark.parametrize("family", list(EditFamily))
def test_every_family_gives_one_of_the_photo_s_size_or_none(family: EditFamily) -> None:
    whole, match = page()
    heat = heat_map(whole, ORIGINAL, match, family)
    assert heat is None or heat.shape == (500, 760)


def test_a_pair_that_cannot_be_compared_has_none() -> None:
    whole, match = page()
    assert heat_map(whole, skin(9), match, EditFamily.SPOTS) is None
