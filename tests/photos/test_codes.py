"""Square codes are read at any angle and from a reduced copy alike; pictures without one hold none."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from before_you_post.photos.codes import UNREADABLE, read_codes
from before_you_post.photos.opening import Pixels
from painted_skin import skin

ADDRESS = "https://clinic.example/gallery?case=4711"


def code(words: str, cell: int = 4) -> Pixels:
    cells = np.pad(cv2.QRCodeEncoder.create().encode(words), 4, constant_values=255)
    large = cv2.resize(cells, None, fx=cell, fy=cell, interpolation=cv2.INTER_NEAREST)
    return np.repeat(large[..., None], 3, axis=2)


def beside_skin(square: Pixels, x: int, y: int, pixels: Pixels | None = None) -> Pixels:
    picture = skin(5, 480, 640) if pixels is None else pixels
    picture[y : y + square.shape[0], x : x + square.shape[1]] = square
    return picture


def test_a_code_is_read_with_its_place() -> None:
    square = code(ADDRESS)
    (line,) = read_codes(beside_skin(square, 200, 100))
    assert (line.text, line.confidence) == (ADDRESS, 1.0)
    xs, ys = zip(*line.outline, strict=True)
    assert 200 < min(xs) < 230 < max(xs) < 200 + square.shape[1]
    assert 100 < min(ys) < 130 < max(ys) < 100 + square.shape[0]


@pytest.mark.parametrize("degrees", [30, 45, 90, 180])
def test_a_turned_code_is_read(degrees: int) -> None:
    square = code(ADDRESS, 6)
    middle = (square.shape[1] / 2, square.shape[0] / 2)
    matrix = cv2.getRotationMatrix2D(middle, degrees, 0.7)
    turned = cv2.warpAffine(square, matrix, square.shape[1::-1], borderValue=(255, 255, 255))
    assert [line.text for line in read_codes(beside_skin(turned, 150, 90))] == [ADDRESS]


def test_a_light_code_on_dark_is_read() -> None:
    assert [line.text for line in read_codes(beside_skin(255 - code(ADDRESS), 200, 100))] == [ADDRESS]


def test_two_codes_are_two_from_top_to_bottom() -> None:
    picture = beside_skin(code("MRN QF-300417"), 380, 250)
    picture = beside_skin(code("MRN QF-300418"), 40, 20, picture)
    assert [line.text for line in read_codes(picture)] == ["MRN QF-300418", "MRN QF-300417"]


def test_letters_of_any_alphabet_survive() -> None:
    assert [line.text for line in read_codes(beside_skin(code("Zoë 张伟"), 200, 100))] == ["Zoë 张伟"]


def test_a_code_that_cannot_be_read_is_still_told() -> None:
    square = code(ADDRESS)
    middle = square.shape[0] // 2
    square[middle - 26 : middle + 26, middle - 26 : middle + 26] = 120
    (line,) = read_codes(beside_skin(square, 200, 100))
    assert (line.text, line.confidence) == (UNREADABLE, 0.0)


def test_the_place_of_a_code_in_a_large_picture_is_told_in_its_own_pixels() -> None:
    large = cv2.resize(beside_skin(code(ADDRESS), 200, 100), (6400, 4800), interpolation=cv2.INTER_NEAREST)
    (line,) = read_codes(large)
    assert min(x for x, _ in line.outline) > 2000


@pytest.mark.parametrize("shape", [(4, 900), (21, 21), (480, 360)])
def test_a_picture_without_a_code_holds_none(shape: tuple[int, int]) -> None:
    assert read_codes(skin(3, *shape)) == ()


def test_a_single_pixel_is_no_trouble() -> None:
    assert read_codes(np.full((1, 1, 3), 128, np.uint8)) == ()
