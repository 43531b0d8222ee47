"""What publishing did to a whole picture is read from the pair: compression, sharpness, colour."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from before_you_post.edits.published_copy import (
    UNCOMPRESSED,
    Floats,
    blur,
    fit_colour,
    grey,
    jpeg_quality,
    publish,
    recoloured,
    recompressed,
)
from before_you_post.photos.opening import decode
from painted_skin import encoded, skin

SKIN = skin(5)
PICTURE = SKIN.astype(np.float32)
EVERYWHERE = np.ones(SKIN.shape[:2], np.bool_)


@pytest.mark.parametrize("quality", [40, 60, 75, 88])
def test_the_quality_of_a_jpeg_is_read_from_its_pixels(quality: int) -> None:
    assert abs(jpeg_quality(decode(encoded(SKIN, quality=quality)).pixels) - quality) <= 3


def test_of_two_savings_the_last_is_read() -> None:
    once = decode(encoded(SKIN, quality=60)).pixels
    assert abs(jpeg_quality(decode(encoded(once, quality=85)).pixels) - 85) <= 3


def test_a_picture_that_was_never_compressed_shows_no_compression() -> None:
    assert jpeg_quality(SKIN) == UNCOMPRESSED


@settings(max_examples=25, deadline=None)
@given(arrays(np.uint8, st.tuples(st.integers(1, 20), st.integers(1, 20), st.just(3))))
def test_any_picture_has_a_quality(pixels: np.ndarray) -> None:
    assert 1 <= jpeg_quality(pixels) <= UNCOMPRESSED


def test_saving_again_gives_what_the_file_gave() -> None:
    saved = decode(encoded(SKIN, quality=70)).pixels.astype(np.float32)
    assert np.abs(recompressed(PICTURE, 70, (0, 0)) - saved).mean() < 0.2


def test_blocks_begin_where_the_photo_begins_and_not_the_panel() -> None:
    saved = decode(encoded(SKIN, quality=50)).pixels.astype(np.float32)[:, 5:]
    right, wrong = (np.abs(recompressed(PICTURE[:, 5:], 50, phase) - saved).mean() for phase in ((5, 0), (0, 0)))
    assert right < 0.6 * wrong


@pytest.mark.parametrize(
    "change",
    [lambda v: v * 1.06, lambda v: 255 * (v / 255) ** 0.9, lambda v: v * (1.05, 1.0, 0.94), lambda v: 20 + 0.85 * v],
)
def test_one_change_of_the_whole_is_found(change: object) -> None:
    published = np.clip(change(PICTURE), 0, 255).astype(np.float32)  # type: ignore[operator]
    found = fit_colour(PICTURE, published, EVERYWHERE)
    assert np.abs(blur(recoloured(PICTURE, found), 2) - blur(published, 2)).mean() < 0.6
    assert found.spread < 0.6


def test_a_place_that_was_lightened_does_not_count_for_the_whole() -> None:
    published = PICTURE.copy()
    published[150:300, 100:250] += 25
    found = fit_colour(PICTURE, published, EVERYWHERE)
    assert np.abs(recoloured(PICTURE, found) - PICTURE).mean() < 1


def test_a_filter_that_fades_after_clipping_is_one_change() -> None:
    bright = PICTURE * (245 / PICTURE.max())
    published = 15 + 0.85 * np.clip(bright * 1.25, 0, 255)
    found = fit_colour(bright, published.astype(np.float32), EVERYWHERE)
    assert found.high[0] < 240
    assert np.percentile(np.abs(recoloured(bright, found) - published), 99) < 8


def test_nothing_to_fit_leaves_colours_as_they_are() -> None:
    found = fit_colour(PICTURE, PICTURE, ~EVERYWHERE)
    assert np.abs(recoloured(PICTURE, found) - PICTURE).max() < 0.01


def test_sharpening_by_a_platform_is_expected() -> None:
    soft = blur(PICTURE, 1.0)
    sharper = (PICTURE + 0.8 * (PICTURE - soft)).clip(0, 255)
    expected, copy = publish(PICTURE, sharper, EVERYWHERE, quality=UNCOMPRESSED, phase=(0, 0))
    assert copy.sharpness[0] > 1.3
    assert detail(expected) == pytest.approx(detail(sharper), rel=0.1)


def detail(picture: Floats) -> float:
    luma = grey(picture)
    return float(np.std(luma - cv2.GaussianBlur(luma, (0, 0), 1.0)))
