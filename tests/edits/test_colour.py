"""A change of the whole picture's colour or light is told; converting and compressing are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from before_you_post.edits import colour
from before_you_post.edits.published_copy import Floats
from before_you_post.records import EditState
from painted_skin import skin
from retouched_skin import Pixels, laid, untouched

P3 = np.array([[0.48657, 0.26567, 0.19822], [0.22897, 0.69174, 0.07929], [0.0, 0.04511, 1.04394]])
SRGB = np.array([[0.41239, 0.35758, 0.18048], [0.21264, 0.71517, 0.07219], [0.01933, 0.11919, 0.95053]])


def changed(change: Callable[[NDArray[np.float64]], NDArray[np.float64]]) -> Pixels:
    return np.clip(np.rint(255 * change(skin(5) / 255)), 0, 255).astype(np.uint8)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda v: v * 1.06, "brighter"),
        (lambda v: v**1.12, "darker"),
        (lambda v: v.mean(axis=2, keepdims=True) + 1.2 * (v - v.mean(axis=2, keepdims=True)), "stronger colours"),
        (lambda v: np.repeat(v.mean(axis=2, keepdims=True), 3, axis=2), "black and white"),
        (lambda v: v * (1.05, 1.0, 0.92), "warmer"),
    ],
)
def test_a_change_of_the_whole_is_told_in_words(
    change: Callable[[NDArray[np.float64]], NDArray[np.float64]], what: str
) -> None:
    found = colour.check(laid(changed(change), skin(5)))
    assert found.state is EditState.EDITED
    assert found.where is None
    assert found.what is not None
    assert what in found.what
    assert found.measure is not None
    assert found.measure > 1.5


@pytest.mark.parametrize("quality", [55, 75, 92])
def test_compression_is_no_change_of_colour(quality: int) -> None:
    found = colour.check(laid(skin(5), skin(5), quality=quality))
    assert found.state is EditState.NONE_FOUND
    assert found.sensitivity is not None
    assert "%" in found.sensitivity


def test_a_lost_colour_profile_is_said_to_be_one_and_no_edit() -> None:
    values = skin(5) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    linear = (linear @ (np.linalg.inv(P3) @ SRGB).T).clip(0, 1)
    stripped = 255 * np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    found = colour.check(laid(np.rint(stripped).astype(np.uint8), skin(5)))
    assert found.state is EditState.NONE_FOUND
    assert found.sensitivity is not None
    assert "profile" in found.sensitivity


def test_a_lightened_place_is_no_change_of_the_whole() -> None:
    lightened = skin(5).astype(np.float32)
    lightened[150:300, 100:250] += 20
    assert colour.check(laid(lightened.clip(0, 255).astype(np.uint8), skin(5))).state is EditState.NONE_FOUND


def test_where_too_little_is_left_of_the_original_nothing_is_said() -> None:
    pair = untouched()
    few: Floats = pair.copy.colour.tones[:50]
    pair = replace(pair, copy=replace(pair.copy, colour=replace(pair.copy.colour, tones=few)))
    found = colour.check(pair)
    assert found.state is EditState.NOT_ASSESSABLE
    assert found.reason is not None
    assert "too little" in found.reason
