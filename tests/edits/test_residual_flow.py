"""A bend is followed where there is detail to follow, and nowhere else."""

from __future__ import annotations

import numpy as np

from before_you_post.edits.published_copy import grey
from before_you_post.edits.residual_flow import bent, following
from painted_skin import skin
from retouched_skin import pushed

PICTURE = grey(skin(5).astype(np.float32))
EVERYWHERE = np.ones(PICTURE.shape, np.bool_)


def test_pushed_skin_is_followed() -> None:
    moved = grey(pushed(skin(5), 5).astype(np.float32))
    flow = bent(PICTURE, moved, EVERYWHERE)
    assert 3.5 < flow[240, 180, 0] < 6.5
    assert np.abs(flow[:60]).max() < 0.5
    before, after = (float(np.abs(moved - picture).mean()) for picture in (PICTURE, following(PICTURE, flow)))
    assert after < 0.6 * before


def test_grain_is_no_bend() -> None:
    rng = np.random.default_rng(3)
    grainy = (PICTURE + rng.normal(0, 2, PICTURE.shape)).astype(np.float32)
    assert np.abs(bent(PICTURE, grainy, EVERYWHERE)).max() < 0.5


def test_a_bar_pulls_nothing_along() -> None:
    barred = PICTURE.copy()
    barred[200:260, 100:300] = 0
    judged = EVERYWHERE.copy()
    judged[196:264, 96:304] = False
    assert np.abs(bent(PICTURE, barred, judged)).max() < 0.5


def test_a_bend_too_small_to_matter_leaves_the_original_as_it_is() -> None:
    assert following(PICTURE, np.full((*PICTURE.shape, 2), 0.3, np.float32)) is PICTURE
