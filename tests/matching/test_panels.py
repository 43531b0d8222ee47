"""Published pictures find their originals, panel by panel, whatever was done to them; strangers find none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from before_you_post.matching import LibraryIndex, find_originals
from before_you_post.matching.index import grey_original
from before_you_post.photos.opening import decode
from painted_skin import encoded, original, saved, skin, twin

ONE = skin(1)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> LibraryIndex:
    folder = tmp_path_factory.mktemp("library")
    photos = {f"{seed}.png": skin(seed) for seed in range(6)} | {"0-twin.png": twin(0)}
    index = LibraryIndex(folder / "index")
    index.update([original(saved(folder / name, pixels)) for name, pixels in photos.items()])
    return index


def jpeg(pixels: np.ndarray, quality: int = 80) -> np.ndarray:
    return decode(encoded(np.ascontiguousarray(pixels), quality=quality)).pixels


def lettered(pixels: np.ndarray) -> np.ndarray:
    out = pixels.copy()
    for line in range(3):
        cv2.putText(out, "BEFORE AFTER", (5, 120 + 90 * line), cv2.FONT_HERSHEY_DUPLEX, 1.3, (255, 255, 255), 3)
    return out


def turned(pixels: np.ndarray, degrees: float) -> np.ndarray:
    matrix = cv2.getRotationMatrix2D((180, 240), degrees, 1)
    return np.asarray(cv2.warpAffine(pixels, matrix, (360, 480), borderValue=(255, 255, 255)), np.uint8)


def on_a_screen(pixels: np.ndarray) -> np.ndarray:
    screen = np.full((800, 400, 3), 250, np.uint8)
    screen[120:600, 20:380] = pixels
    return cv2.putText(screen, "so happy with it", (20, 680), cv2.FONT_HERSHEY_DUPLEX, 1, (20, 20, 20), 2)


CHANGES: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "as it is": lambda p: p,
    "smaller": lambda p: cv2.resize(p, (180, 240), interpolation=cv2.INTER_AREA),
    "larger": lambda p: cv2.resize(p, (720, 960), interpolation=cv2.INTER_CUBIC),
    "heavily compressed": lambda p: jpeg(p, 30),
    "cropped to a third": lambda p: p[120:400, 60:270],
    "mirrored": lambda p: p[:, ::-1],
    "upside down": lambda p: p[::-1, ::-1],
    "turned a quarter": np.rot90,
    "turned a little": lambda p: turned(p, 8),
    "darker and warmer": lambda p: (p * [0.8, 0.65, 0.5]).astype(np.uint8),
    "black and white": lambda p: np.repeat(p.mean(axis=2, keepdims=True), 3, axis=2).astype(np.uint8),
    "with lettering": lettered,
    "with a bar": lambda p: np.where((np.abs(np.arange(480) - 200) < 45)[:, None, None], np.uint8(0), p),
    "on a phone's screen": on_a_screen,
    "cropped, mirrored, lettered": lambda p: lettered(p[60:450, 30:330][:, ::-1]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_published_copy_finds_its_original_and_no_second_panel(change: str, library: LibraryIndex) -> None:
    (match,) = find_originals(jpeg(CHANGES[change](ONE)), library)
    assert match.original == "1.png"
    assert match.either == ()


def test_a_stranger_finds_none_and_is_one_panel(library: LibraryIndex) -> None:
    (match,) = find_originals(jpeg(skin(77)), library)
    assert match.original is None
    assert match.outline == ((0.0, 0.0), (360.0, 0.0), (360.0, 480.0), (0.0, 480.0))


def test_a_match_says_how_the_original_lies_in_the_picture(library: LibraryIndex) -> None:
    published = cv2.resize(np.ascontiguousarray(np.rot90(ONE[100:400, 50:300][:, ::-1])), None, fx=1.5, fy=1.5)
    (match,) = find_originals(np.asarray(published, np.uint8), library)
    assert match.mirrored
    assert match.angle == pytest.approx(90, abs=0.5)
    assert match.scale == pytest.approx(1.5, abs=0.02)
    assert match.inliers >= 8
    assert np.abs(np.array(match.outline) - [[0, 0], [450, 0], [450, 375], [0, 375]]).max() < 3
    assert np.abs(np.array(match.original_outline).min(axis=0) - [50, 100]).max() < 2
    assert np.abs(np.array(match.original_outline).max(axis=0) - [300, 400]).max() < 2


def test_a_turned_original_is_outlined_as_it_lies(library: LibraryIndex) -> None:
    page = np.full((700, 700, 3), 255, np.uint8)
    matrix = cv2.getRotationMatrix2D((180, 240), 20, 1)
    matrix[:, 2] += (170, 110)
    cv2.warpAffine(ONE, matrix, (700, 700), dst=page, borderMode=cv2.BORDER_TRANSPARENT)
    (match,) = find_originals(page, library)
    true = np.array([[0, 0], [360, 0], [360, 480], [0, 480]]) @ matrix[:, :2].T + matrix[:, 2]
    assert np.abs(np.array(match.outline) - true).max() < 4
    assert match.angle == pytest.approx(20, abs=0.5)


def collage(*rows: tuple[np.ndarray, ...], gutter: int = 12) -> np.ndarray:
    """Photos cropped to 240 x 320 side by side in rows, on white."""
    height, width = len(rows) * (320 + gutter) - gutter, len(rows[0]) * (240 + gutter) - gutter
    page = np.full((height, width, 3), 255, np.uint8)
    for row, photos in enumerate(rows):
        for column, photo in enumerate(photos):
            top, left = row * (320 + gutter), column * (240 + gutter)
            page[top : top + 320, left : left + 240] = photo[80:400, 60:300]
    return jpeg(page, 85)


@pytest.mark.parametrize("gutter", [0, 12])
def test_two_photos_side_by_side_are_two_panels(gutter: int, library: LibraryIndex) -> None:
    left, right = find_originals(collage((skin(1), skin(3)), gutter=gutter), library)
    assert (left.original, right.original) == ("1.png", "3.png")
    start = 240 + gutter
    assert np.abs(np.array(left.outline) - [[0, 0], [240, 0], [240, 320], [0, 320]]).max() <= 5
    assert np.abs(np.array(right.outline) - [[start, 0], [start + 240, 0], [start + 240, 320], [start, 320]]).max() <= 5


def test_four_panels_are_told_in_reading_order(library: LibraryIndex) -> None:
    matches = find_originals(collage((skin(5), skin(2)), (skin(1), skin(4))), library)
    assert [match.original for match in matches] == ["5.png", "2.png", "1.png", "4.png"]


def test_a_panel_nobody_knows_is_told_as_one(library: LibraryIndex) -> None:
    known, unknown = find_originals(collage((skin(1), skin(88))), library)
    assert (known.original, unknown.original) == ("1.png", None)
    assert np.abs(np.array(unknown.outline) - [[252, 0], [492, 0], [492, 320], [252, 320]]).max() <= 5


def test_the_same_original_may_stand_in_two_panels(library: LibraryIndex) -> None:
    matches = find_originals(collage((skin(1), skin(1)[:, ::-1])), library)
    assert [(match.original, match.mirrored) for match in matches] == [("1.png", False), ("1.png", True)]


@pytest.mark.parametrize(("name", "shot"), [("0.png", skin(0)), ("0-twin.png", twin(0))])
def test_the_very_shot_of_a_burst_is_named(name: str, shot: np.ndarray, library: LibraryIndex) -> None:
    (match,) = find_originals(jpeg(shot[30:450, 30:330]), library)
    assert match.original == name
    assert match.either == ()
    assert match.runner_up is not None


def test_an_original_that_has_gone_since_is_not_named(tmp_path: Path) -> None:
    path = saved(tmp_path / "1.png", ONE)
    index = LibraryIndex(tmp_path / "index")
    index.update([original(path)])
    assert index.entries
    path.unlink()
    grey_original.cache_clear()
    assert find_originals(ONE, index)[0].original is None


@pytest.mark.parametrize("shape", [(1, 1), (3, 400), (400, 3), (12, 12)])
def test_tiny_and_narrow_pictures_are_one_unknown_panel(shape: tuple[int, int], library: LibraryIndex) -> None:
    (match,) = find_originals(np.full((*shape, 3), 90, np.uint8), library)
    assert match.original is None
    assert match.outline[2] == (float(shape[1]), float(shape[0]))


def test_a_plain_copy_is_settled_by_fingerprint_and_patches_alone(library: LibraryIndex) -> None:
    (match,) = find_originals(jpeg(cv2.resize(ONE, (270, 360), interpolation=cv2.INTER_AREA)), library)
    assert (match.original, match.inliers) == ("1.png", 0)
    assert match.distance is not None
    assert match.distance <= 30
    assert np.abs(np.array(match.original_outline) - [[0, 0], [360, 0], [360, 480], [0, 480]]).max() < 2


def test_a_settled_copy_still_says_how_much_was_cut_off(library: LibraryIndex) -> None:
    (match,) = find_originals(jpeg(ONE[5:, 4:]), library)
    assert match.original == "1.png"
    assert np.abs(np.array(match.original_outline).min(axis=0) - [4, 5]).max() < 1.5


def test_a_strangers_photo_set_into_a_copy_is_not_overlooked(library: LibraryIndex) -> None:
    published = ONE.copy()
    published[20:200, 200:340] = skin(91)[100:280, 100:240]
    matches = find_originals(jpeg(published, 90), library)
    assert "1.png" in [match.original for match in matches]
    assert all(match.inliers >= 8 for match in matches if match.original), "not settled by the whole fingerprint"


def test_two_strangers_side_by_side_are_two_panels_without_an_original(library: LibraryIndex) -> None:
    left, right = find_originals(collage((skin(81), skin(82))), library)
    assert (left.original, right.original) == (None, None)
    assert np.abs(np.array(right.outline) - [[252, 0], [492, 0], [492, 320], [252, 320]]).max() <= 5


def test_the_answer_does_not_depend_on_what_was_asked_before(library: LibraryIndex) -> None:
    pictures = [collage((skin(1), skin(3))), jpeg(lettered(skin(2)[60:450, 30:330][:, ::-1])), jpeg(skin(77))]
    first = [find_originals(picture, library) for picture in pictures]
    cv2.setRNGSeed(99)
    assert [find_originals(picture, library) for picture in reversed(pictures)] == first[::-1]


def slimmed(pixels: np.ndarray, strength: float) -> np.ndarray:
    """Both sides of a waist across the middle drawn together by so many pixels."""
    height, width = pixels.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    across = (columns - width / 2) / (0.2 * width)
    inward = -across * np.exp(0.5 - across**2 / 2) * np.exp(-(((rows - height / 2) / (0.22 * height)) ** 2) / 2)
    moved = (columns - np.float32(strength) * inward).astype(np.float32)
    return np.asarray(cv2.remap(pixels, moved, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT), np.uint8)


def test_a_slimmed_photo_still_finds_its_original(tmp_path: Path) -> None:
    photo = skin(11, 1200, 900)
    index = LibraryIndex(tmp_path / "index")
    index.update([original(saved(tmp_path / "waist.jpg", photo)), original(saved(tmp_path / "other.jpg", skin(12)))])
    (match,) = find_originals(jpeg(slimmed(photo, 14)[40:1160, 30:870]), index)
    assert match.original == "waist.jpg"
    assert match.inliers >= 45
