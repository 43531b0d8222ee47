"""Maps lead where they say: there and back, and every laying as numpy lays it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.matching import geometry as g
from before_you_post.photos.fingerprint import LAYINGS, Laying

NUMBERS = st.floats(-3, 3).filter(lambda value: abs(value) > 0.05)


@pytest.mark.parametrize("how", LAYINGS)
def test_every_laying_moves_each_pixel_where_numpy_moves_it(how: Laying) -> None:
    picture = np.arange(12).reshape(3, 4)
    laid = np.rot90(picture[:, ::-1] if how.mirrored else picture, how.quarter_turns)
    matrix = g.laying(how, 4, 3)
    for (y, x), value in np.ndenumerate(picture):
        column, row = g.apply(matrix, np.array([[x, y]], float))[0]
        assert laid[round(row), round(column)] == value


@pytest.mark.parametrize("how", LAYINGS)
def test_turn_and_mirror_can_be_read_from_a_map(how: Laying) -> None:
    matrix = g.laying(how, 4, 3)
    assert g.is_mirrored(matrix) is how.mirrored
    assert g.angle(matrix) == [0, 90, 180, -90][how.quarter_turns]
    assert g.scale(matrix) == pytest.approx(1)


def test_resizing_maps_the_outline_onto_the_outline() -> None:
    outline = g.apply_to_edges(g.resizing(400, 300, 100, 75), g.whole(400, 300))
    assert g.outline(outline) == ((0.0, 0.0), (100.0, 0.0), (100.0, 75.0), (0.0, 75.0))


@given(NUMBERS, NUMBERS, st.floats(-90, 90), st.floats(-90, 90))
def test_there_and_back_is_nowhere(across: float, down: float, right: float, low: float) -> None:
    matrix = np.array([[across, 0.01, right], [-0.01, down, low]])
    points = np.array([[3.0, 4.0], [100.0, -7.0]])
    assert np.allclose(g.apply(g.then(matrix, g.inverse(matrix)), points), points, atol=1e-6)
